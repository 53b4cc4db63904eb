use crate::{
    date,
    finding::{Flaws, Report},
    lang::say,
    register::Commune,
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Quy chế phối hợp được triển khai đến thôn sau khi đã ký và phê chuẩn.
    /// en: A coordination agreement is rolled out to the village once it is signed and approved.
    ///
    /// vi: Xã triển khai văn bản đã có hiệu lực; cùng ngày thì được. Ngày triển khai sớm hơn là ghi nhầm một ngày, và quy chế không
    /// được tính là có hiệu lực cho đến khi sửa.
    /// en: The commune rolls out what is in force; on the same day is in order. An earlier day is a slip, and the agreement counts
    /// nowhere until it is mended.
    ///
    /// Fails:
    /// ```toml agreements/thon-1-2017-04-10.toml
    /// village = "thon-1"
    /// cells = ["chi-bo-thon-1"]
    /// signed = 2017-04-10
    /// secretaries = ["chi-bo-thon-1/dv01"]
    /// head = "tt01"
    /// rolled_out = 2017-04-20
    ///
    /// [approval]
    /// party_committee = { number = "21-QĐ/ĐU", date = 2017-04-20 }
    /// peoples_committee = { number = "35/QĐ-UBND", date = 2017-04-21 }
    /// ```
    /// ```toml agreements/thon-2-2017-04-12.toml
    /// village = "thon-2"
    /// cells = ["chi-bo-thon-2"]
    /// signed = 2017-04-12
    /// secretaries = ["chi-bo-thon-2/dv01"]
    /// head = "tt02"
    /// rolled_out = 2017-04-11
    ///
    /// [approval]
    /// party_committee = { number = "22-QĐ/ĐU", date = 2017-04-22 }
    /// ```
    /// ```toml agreements/thon-2-2018-04-12.toml
    /// village = "thon-2"
    /// cells = ["chi-bo-thon-2"]
    /// signed = 2018-04-12
    /// secretaries = ["chi-bo-thon-2/dv01"]
    /// head = "tt02"
    /// rolled_out = 2018-04-11
    /// ```
    /// ```text
    /// agreements/thon-1-2017-04-10.toml:6:14: lỗi[rolled-out-before-approved] triển khai đến thôn ngày 20/04/2017, trước ngày UBND xã phê chuẩn (21/04/2017)
    /// agreements/thon-2-2017-04-12.toml:6:14: lỗi[rolled-out-before-approved] triển khai đến thôn ngày 11/04/2017, trước ngày Đảng ủy xã phê chuẩn (22/04/2017)
    /// agreements/thon-2-2018-04-12.toml:6:14: lỗi[rolled-out-before-approved] triển khai đến thôn ngày 11/04/2018, trước ngày ký (12/04/2018)
    /// ```
    /// ```text
    /// agreements/thon-1-2017-04-10.toml:6:14: error[rolled-out-before-approved] it was rolled out on 2017-04-20, before the People's Committee approved it (2017-04-21)
    /// agreements/thon-2-2017-04-12.toml:6:14: error[rolled-out-before-approved] it was rolled out on 2017-04-11, before the Party committee approved it (2017-04-22)
    /// agreements/thon-2-2018-04-12.toml:6:14: error[rolled-out-before-approved] it was rolled out on 2018-04-11, before it was signed (2018-04-12)
    /// ```
    ///
    /// Passes:
    /// ```toml agreements/thon-1-2017-04-10.toml
    /// village = "thon-1"
    /// cells = ["chi-bo-thon-1"]
    /// signed = 2017-04-10
    /// secretaries = ["chi-bo-thon-1/dv01"]
    /// head = "tt01"
    /// rolled_out = 2017-04-21
    ///
    /// [approval]
    /// party_committee = { number = "21-QĐ/ĐU", date = 2017-04-20 }
    /// peoples_committee = { number = "35/QĐ-UBND", date = 2017-04-21 }
    /// ```
    /// ```toml agreements/thon-2-2017-04-12.toml
    /// village = "thon-2"
    /// cells = ["chi-bo-thon-2"]
    /// signed = 2017-04-12
    /// secretaries = ["chi-bo-thon-2/dv01"]
    /// head = "tt02"
    /// rolled_out = 2017-04-12
    /// ```
    "rolled-out-before-approved", Error, Cites::plan("2.III.2.2-4"), Check::Commune(check), spoils Flaws::TIME
}

fn check(commune: &Commune<'_>, report: &mut Report<'_>) {
    let lang = report.ctx.lang;
    // An agreement whose approval is before its signing is one finding already.
    for agreement in commune.agreements.iter().filter(|agreement| !agreement.has(Flaws::WHOLE.and(Flaws::TIME))) {
        let Some((rolled_out, at)) = agreement.rolled_out.said() else { continue };
        let signing = (say!(lang, "ngày ký", "it was signed"), agreement.signed.0);
        let approvals = agreement.approvals().map(|(who, day, _)| {
            let who = who.of(lang);
            (say!(lang, "ngày {who} phê chuẩn", "{who} approved it"), day)
        });
        let last = approvals.chain([signing]).max_by_key(|(_, day)| *day);
        if let Some((step, day)) = last
            && rolled_out.0 < day
        {
            let [day, rolled_out] = [day, rolled_out.0].map(|day| date::show(day, lang));
            let message = say!(
                lang,
                "triển khai đến thôn ngày {rolled_out}, trước {step} ({day})",
                "it was rolled out on {rolled_out}, before {step} ({day})"
            );
            let remedy = say!(
                lang,
                "đối chiếu rolled_out với văn bản; chưa triển khai sau khi phê chuẩn thì xóa ngày này",
                "hold rolled_out against the papers; delete it where nothing followed the approval"
            );
            report.add(&RULE, &commune.unit, agreement.place(at), message).remedy(remedy);
        }
    }
}
