use crate::{
    date,
    finding::{Flaws, Report},
    lang::say,
    register::Commune,
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Quy chế phối hợp được phê chuẩn từ ngày ký trở đi.
    /// en: A coordination agreement is approved on the day of signing or after.
    ///
    /// vi: Bí thư và trưởng thôn ký rồi đảng ủy, UBND xã mới phê chuẩn. Ngược lại là ghi nhầm một ngày, và quy chế không được tính
    /// là có hiệu lực cho đến khi sửa.
    /// en: The secretary and the head sign, then the commune's Party committee and People's Committee approve. The other way round a
    /// date is wrong, and the agreement counts nowhere until it is mended.
    ///
    /// Fails:
    /// ```toml agreements/thon-1-2017-04-10.toml
    /// village = "thon-1"
    /// cells = ["chi-bo-thon-1"]
    /// signed = 2017-04-10
    /// secretaries = ["chi-bo-thon-1/dv01"]
    /// head = "tt01"
    /// rolled_out = 2017-04-05
    ///
    /// [approval]
    /// party_committee = { number = "21-QĐ/ĐU", date = 2017-04-09 }
    /// peoples_committee = { number = "35/QĐ-UBND", date = 2017-04-08 }
    /// ```
    /// ```toml agreements/thon-2-2017-04-12.toml
    /// village = "thon-2"
    /// cells = ["chi-bo-thon-2"]
    /// signed = 2017-04-12
    /// secretaries = ["chi-bo-thon-2/dv01"]
    /// head = "tt02"
    ///
    /// [approval]
    /// party_committee = { number = "22-QĐ/ĐU", date = 2017-04-12 }
    /// peoples_committee = { number = "36/QĐ-UBND", date = 2017-04-11 }
    /// ```
    /// ```text
    /// agreements/thon-1-2017-04-10.toml:9:49: lỗi[approved-before-signed] Đảng ủy xã phê chuẩn ngày 09/04/2017, trước ngày ký 10/04/2017
    /// agreements/thon-2-2017-04-12.toml:9:53: lỗi[approved-before-signed] UBND xã phê chuẩn ngày 11/04/2017, trước ngày ký 12/04/2017
    /// ```
    /// ```text
    /// agreements/thon-1-2017-04-10.toml:9:49: error[approved-before-signed] the Party committee approved it on 2017-04-09, before it was signed on 2017-04-10
    /// agreements/thon-2-2017-04-12.toml:9:53: error[approved-before-signed] the People's Committee approved it on 2017-04-11, before it was signed on 2017-04-12
    /// ```
    ///
    /// Passes:
    /// ```toml agreements/thon-1-2017-04-10.toml
    /// village = "thon-1"
    /// cells = ["chi-bo-thon-1"]
    /// signed = 2017-04-10
    /// secretaries = ["chi-bo-thon-1/dv01"]
    /// head = "tt01"
    ///
    /// [approval]
    /// party_committee = { number = "21-QĐ/ĐU", date = 2017-04-10 }
    /// peoples_committee = { number = "35/QĐ-UBND", date = 2017-04-10 }
    /// ```
    "approved-before-signed", Error, Cites::plan("2.III.2.2-3"), Check::Commune(check), spoils Flaws::TIME
}

fn check(commune: &Commune<'_>, report: &mut Report<'_>) {
    let lang = report.ctx.lang;
    for agreement in commune.agreements.iter().filter(|agreement| !agreement.has(Flaws::WHOLE.and(Flaws::TIME))) {
        // Where both are early the day of signing is wrong: one finding.
        let early = agreement.approvals().find(|(_, day, _)| *day < agreement.signed.0);
        if let Some((who, day, at)) = early {
            let (who, day, signed) = (who.of(lang), date::show(day, lang), date::show(agreement.signed.0, lang));
            let message = say!(
                lang,
                "{who} phê chuẩn ngày {day}, trước ngày ký {signed}",
                "{who} approved it on {day}, before it was signed on {signed}"
            );
            let remedy = say!(
                lang,
                "đối chiếu hai ngày với văn bản, sửa ngày ghi sai; sửa signed thì đổi cả tên tệp",
                "hold both days against the papers and mend the wrong one; with signed, rename the file"
            );
            report.add(&RULE, &commune.unit, agreement.place(at), message).remedy(remedy);
        }
    }
}
