use crate::{
    date::PartialDate,
    finding::{Flaws, Report},
    lang::say,
    records::{agreement::Agreement, official::Post},
    register::{Commune, Lookup, Record, posts::is_in_post},
    rules::{Check, Cites, rule},
    targets::agreements::in_force,
};

rule! {
    /// vi: Trưởng thôn chưa là đảng viên thì quy chế phối hợp đang có hiệu lực quy định chế độ báo cáo với chi bộ.
    /// en: While the village head is not a member, the agreement in force says how the head reports to the cell.
    ///
    /// vi: Trưởng thôn là đảng viên thì báo cáo trong sinh hoạt chi bộ; người chưa vào Đảng không dự, nên Đề án yêu cầu thống nhất
    /// chế độ báo cáo và mời dự khi cần. Ghi vào [reporting] bao lâu báo cáo một lần (every). Xét theo trưởng thôn đương chức hôm
    /// nay, dù ai đã ký.
    /// en: A head who is a member reports at the cell's meetings; who is none does not attend, so that the plan asks for a regime of
    /// reporting, and an invitation where needed. [reporting] says how often (every). Judged by the head in post today, whoever
    /// signed.
    ///
    /// Fails:
    /// ```toml agreements/thon-2-2017-04-12.toml
    /// village = "thon-2"
    /// cells = ["chi-bo-thon-2"]
    /// signed = 2017-04-12
    /// secretaries = ["chi-bo-thon-2/dv01"]
    /// head = "tt02"
    /// rolled_out = 2017-05-05
    /// ended = 2018-12-31
    ///
    /// [approval]
    /// party_committee = { number = "22-QĐ/ĐU", date = 2017-04-20 }
    /// peoples_committee = { number = "36/QĐ-UBND", date = 2017-04-21 }
    /// ```
    /// ```text
    /// agreements/thon-2-2017-04-12.toml:5:8: lỗi[reporting-missing] trưởng thôn `tt02` chưa là đảng viên mà quy chế chưa có chế độ báo cáo (reporting.every)
    /// ```
    /// ```text
    /// agreements/thon-2-2017-04-12.toml:5:8: error[reporting-missing] the head `tt02` is not a member, and the agreement has no regime of reporting (reporting.every)
    /// ```
    ///
    /// Fails:
    /// ```csv officials.csv
    /// id,village,role,from,until,how,party_since
    /// pt01,thon-1,deputy,2017-03-20,,recognised,
    /// tt01,thon-1,head,2017-03-12,,elected,2010-05-19
    /// tt02,thon-2,head,2017-03-12,,elected,2019-01-01
    /// ```
    /// ```toml agreements/thon-2-2017-04-12.toml
    /// village = "thon-2"
    /// cells = ["chi-bo-thon-2"]
    /// signed = 2017-04-12
    /// secretaries = ["chi-bo-thon-2/dv01"]
    /// head = "tt02"
    /// rolled_out = 2017-05-05
    ///
    /// [approval]
    /// party_committee = { number = "22-QĐ/ĐU", date = 2017-04-20 }
    /// peoples_committee = { number = "36/QĐ-UBND", date = 2017-04-21 }
    ///
    /// [reporting]
    /// invites_head = true
    /// ```
    /// ```text
    /// agreements/thon-2-2017-04-12.toml:12:1: lỗi[reporting-missing] trưởng thôn `tt02` chưa là đảng viên mà quy chế chưa có chế độ báo cáo (reporting.every)
    /// ```
    /// ```text
    /// agreements/thon-2-2017-04-12.toml:12:1: error[reporting-missing] the head `tt02` is not a member, and the agreement has no regime of reporting (reporting.every)
    /// ```
    ///
    /// Passes:
    /// ```csv officials.csv
    /// id,village,role,from,until,how,party_since
    /// pt01,thon-1,deputy,2017-03-20,,recognised,
    /// tt01,thon-1,head,2017-03-12,,elected,2010-05-19
    /// tt02,thon-2,head,2017-03-12,,elected,2018-12-31
    /// ```
    /// ```toml agreements/thon-2-2017-04-12.toml
    /// village = "thon-2"
    /// cells = ["chi-bo-thon-2"]
    /// signed = 2017-04-12
    /// secretaries = ["chi-bo-thon-2/dv01"]
    /// head = "tt02"
    /// rolled_out = 2017-05-05
    ///
    /// [approval]
    /// party_committee = { number = "22-QĐ/ĐU", date = 2017-04-20 }
    /// peoples_committee = { number = "36/QĐ-UBND", date = 2017-04-21 }
    /// ```
    ///
    /// Passes:
    /// ```toml agreements/thon-2-2017-04-12.toml
    /// village = "thon-2"
    /// cells = ["chi-bo-thon-2"]
    /// signed = 2017-04-12
    /// secretaries = ["chi-bo-thon-2/dv01"]
    /// head = "tt02"
    /// rolled_out = 2017-05-05
    /// ended = 2018-12-30
    ///
    /// [approval]
    /// party_committee = { number = "22-QĐ/ĐU", date = 2017-04-20 }
    /// peoples_committee = { number = "36/QĐ-UBND", date = 2017-04-21 }
    /// ```
    /// ```toml agreements/thon-2-2018-12-28.toml
    /// village = "thon-2"
    /// cells = ["chi-bo-thon-2"]
    /// signed = 2018-12-28
    /// secretaries = ["chi-bo-thon-2/dv01"]
    /// head = "tt02"
    /// rolled_out = 2018-12-31
    ///
    /// [approval]
    /// party_committee = { number = "62-QĐ/ĐU", date = 2018-12-29 }
    /// peoples_committee = { number = "96/QĐ-UBND", date = 2018-12-31 }
    ///
    /// [reporting]
    /// every = "Hằng tháng"
    /// ```
    "reporting-missing", Error, Cites::plan("2.III.2.1-2"), Check::Commune(check)
}

fn check(commune: &Commune<'_>, report: &mut Report<'_>) {
    let (lang, today) = (report.ctx.lang, report.ctx.state_date());
    for agreement in &commune.agreements {
        let Lookup::Found(village) = commune.village(&agreement.village) else { continue };
        let runs = in_force(agreement, today) == Some(true) && Commune::is_alive(village, today) == Some(true);
        if !runs || has_regime(agreement) {
            continue;
        }
        let in_post = commune.officials.rows.iter().find(|row| {
            let is_outsider = match row.party_since.copied().map(PartialDate::earliest) {
                Some(since) => since > today,
                None => row.party_since.is_absent(),
            };
            *row.role == Post::Head
                && **row.village == **village.id
                && is_outsider
                && is_in_post(row, today) == Some(true)
        });
        if let Some(head) = in_post {
            let id = &**head.id;
            let message = say!(
                lang,
                "trưởng thôn `{id}` chưa là đảng viên mà quy chế chưa có chế độ báo cáo (reporting.every)",
                "the head `{id}` is not a member, and the agreement has no regime of reporting (reporting.every)"
            );
            let remedy = say!(
                lang,
                "thêm [reporting] với every = \"hằng tháng\", invites_head = true, theo điều đã thống nhất trong quy chế",
                "add [reporting] with every = \"hằng tháng\" and invites_head = true, as the agreement has it"
            );
            let at = agreement.reporting.at().unwrap_or(agreement.head.at);
            report.add(&RULE, &commune.unit, agreement.place(at), message).remedy(remedy);
        }
    }
}

/// What could not be read, or stands under an unknown key, may be the regime.
fn has_regime(agreement: &Record<'_, Agreement<'_>>) -> bool {
    agreement.has(Flaws::KEYS)
        || agreement.reporting.is_unread()
        || agreement.reporting.get().is_some_and(|reporting| !reporting.every.is_absent())
}
