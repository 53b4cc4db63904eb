use crate::{
    date::{self, Date},
    finding::{Flaws, Report},
    lang::say,
    records::{agreement::Agreement, official::Post, role::Role},
    register::{
        Cell, Commune, Lookup, Record,
        posts::{post_span, role_span},
    },
    rules::{Check, Cites, rule},
    source::At,
};

rule! {
    /// vi: Quy chế phối hợp đang thực hiện là giữa bí thư và trưởng thôn đương chức.
    /// en: An agreement that has not ended binds the secretary and the head who are in post.
    ///
    /// vi: Quy chế ghi trách nhiệm của những người đã ký. Bí thư hay trưởng thôn thay đổi thì ký lại với người mới và kết thúc quy
    /// chế cũ; cũng có khi người cũ vẫn giữ chức mà ngày cuối ghi nhầm. Xét tính đến hôm nay; không rõ ai giữ chức thì không báo.
    /// en: An agreement says what those who signed it owe each other. When a secretary or head changes, it is signed anew with the
    /// new one and the old one ends; or the last day of who is still in post is wrong. Judged as of today; where nobody knows who
    /// holds the post, nothing is said.
    ///
    /// Fails:
    /// ```csv chi-bo-thon-1/roles.csv
    /// member,role,from,until
    /// dv01,secretary,2017-02-20,2018-12-30
    /// dv02,secretary,2018-12-31,
    /// ```
    /// ```csv officials.csv
    /// id,village,role,from,until,how
    /// pt01,thon-1,deputy,2017-03-20,,recognised
    /// tt01,thon-1,head,2017-03-12,2018-12-30,elected
    /// tt01,thon-1,deputy,2018-12-31,,recognised
    /// tt02,thon-2,head,2017-03-12,,elected
    /// ```
    /// ```toml agreements/thon-2-2018-12-31.toml
    /// village = "thon-2"
    /// cells = ["chi-bo-thon-2"]
    /// signed = 2018-12-31
    /// secretaries = ["chi-bo-thon-2/dv02"]
    /// head = "tt02"
    /// ended = 2018-12-31
    /// ```
    /// ```text
    /// agreements/thon-1-2017-04-10.toml:4:16: cảnh báo[signatory-left] quy chế chưa kết thúc mà vào ngày 31/12/2018 người ký không giữ chức: bí thư `chi-bo-thon-1/dv01`, trưởng thôn `tt01`
    /// agreements/thon-2-2018-12-31.toml:4:16: cảnh báo[signatory-left] quy chế chưa kết thúc mà vào ngày 31/12/2018 người ký không giữ chức: bí thư `chi-bo-thon-2/dv02`
    /// ```
    /// ```text
    /// agreements/thon-1-2017-04-10.toml:4:16: warning[signatory-left] the agreement has not ended, and who signed it is not in post on 2018-12-31: the secretary `chi-bo-thon-1/dv01`, the head `tt01`
    /// agreements/thon-2-2018-12-31.toml:4:16: warning[signatory-left] the agreement has not ended, and who signed it is not in post on 2018-12-31: the secretary `chi-bo-thon-2/dv02`
    /// ```
    ///
    /// Fails:
    /// ```csv officials.csv
    /// id,village,role,from,until,how
    /// pt01,thon-1,deputy,2017-03-20,,recognised
    /// tt01,thon-1,head,2017-03-12,2018-11-30,elected
    /// tt01,thon-2,head,2018-12-01,,elected
    /// ```
    /// ```text
    /// agreements/thon-1-2017-04-10.toml:5:8: cảnh báo[signatory-left] quy chế chưa kết thúc mà vào ngày 31/12/2018 người ký không giữ chức: trưởng thôn `tt01`
    /// ```
    /// ```text
    /// agreements/thon-1-2017-04-10.toml:5:8: warning[signatory-left] the agreement has not ended, and who signed it is not in post on 2018-12-31: the head `tt01`
    /// ```
    ///
    /// Fails:
    /// ```toml chi-bo-thon-2/cell.toml
    /// name = "Chi bộ thôn 2"
    /// kind = "village"
    /// villages = ["thon-2"]
    /// dissolved = 2018-12-30
    /// ```
    /// ```toml agreements/thon-2-2017-04-12.toml
    /// village = "thon-2"
    /// cells = ["chi-bo-thon-2"]
    /// signed = 2017-04-12
    /// secretaries = ["chi-bo-thon-2/dv01"]
    /// head = "tt02"
    /// ```
    /// ```text
    /// agreements/thon-2-2017-04-12.toml:4:16: cảnh báo[signatory-left] quy chế chưa kết thúc mà vào ngày 31/12/2018 người ký không giữ chức: bí thư `chi-bo-thon-2/dv01`
    /// ```
    /// ```text
    /// agreements/thon-2-2017-04-12.toml:4:16: warning[signatory-left] the agreement has not ended, and who signed it is not in post on 2018-12-31: the secretary `chi-bo-thon-2/dv01`
    /// ```
    ///
    /// Passes:
    /// ```csv chi-bo-thon-1/roles.csv
    /// member,role,from,until
    /// dv01,secretary,2017-02-20,2018-12-31
    /// dv02,secretary,2019-01-01,
    /// ```
    /// ```csv officials.csv
    /// id,village,role,from,until,how
    /// pt01,thon-1,deputy,2017-03-20,,recognised
    /// tt01,thon-1,head,2017-03-12,2018-12-31,elected
    /// tt02,thon-2,head,2017-03-12,2017-12-31,elected
    /// ```
    /// ```toml agreements/thon-2-2017-04-12.toml
    /// village = "thon-2"
    /// cells = ["chi-bo-thon-2"]
    /// signed = 2017-04-12
    /// secretaries = ["chi-bo-thon-2/dv02"]
    /// head = "tt02"
    /// ended = 2018-12-30
    /// ```
    /// ```toml agreements/thon-2-2019-01-05.toml
    /// village = "thon-2"
    /// cells = ["chi-bo-thon-2"]
    /// signed = 2019-01-05
    /// secretaries = ["chi-bo-thon-2/dv02"]
    /// head = "tt02"
    /// ```
    ///
    /// Passes:
    /// ```csv villages.csv
    /// id,name,kind,until
    /// thon-1,Thôn 1,thon,2018-12-30
    /// thon-2,Thôn 2,thon,
    /// ```
    "signatory-left", Warning, Cites::plan("2.I.2.2-1"), Check::Commune(check)
}

fn check(commune: &Commune<'_>, report: &mut Report<'_>) {
    let (lang, today) = (report.ctx.lang, report.ctx.state_date());
    for agreement in commune.agreements.iter().filter(|agreement| runs(commune, agreement, today)) {
        let mut left: Vec<(String, At)> = Vec::new();
        for (secretary, at) in agreement.secretaries.iter().filter_map(|secretary| secretary.said()) {
            if let Lookup::Found(cell) = commune.cell(&secretary.cell)
                && is_secretary(cell, &secretary.member, today) == Some(false)
            {
                let (cell, member) = (&secretary.cell, &secretary.member);
                left.push((say!(lang, "bí thư `{cell}/{member}`", "the secretary `{cell}/{member}`"), at));
            }
        }
        let head = &**agreement.head;
        if is_head(commune, head, &agreement.village, today) == Some(false) {
            left.push((say!(lang, "trưởng thôn `{head}`", "the head `{head}`"), agreement.head.at));
        }
        let Some(at) = left.first().map(|(_, at)| *at) else { continue };
        let named: Vec<String> = left.into_iter().map(|(who, _)| who).collect();
        let (named, day) = (named.join(", "), date::show(today, lang));
        let message = say!(
            lang,
            "quy chế chưa kết thúc mà vào ngày {day} người ký không giữ chức: {named}",
            "the agreement has not ended, and who signed it is not in post on {day}: {named}"
        );
        let remedy = say!(
            lang,
            "ký quy chế mới với người đương chức và ghi ended ở quy chế này",
            "sign a new one with who is in post, and write ended in this one"
        );
        report.add(&RULE, &commune.unit, agreement.place(at), message).remedy(remedy);
    }
}

/// Whether an agreement is signed and has not ended for certain; it ends with its village.
fn runs(commune: &Commune<'_>, agreement: &Record<'_, Agreement<'_>>, day: Date) -> bool {
    let is_sure = !agreement.has(Flaws::WHOLE.and(Flaws::TIME).and(Flaws::KEYS)) && !agreement.ended.is_unread();
    let ended = agreement.ended.copied().map_or(Date::MAX, |ended| ended.0);
    let Lookup::Found(village) = commune.village(&agreement.village) else { return false };
    is_sure && agreement.signed.0 <= day && day <= ended && Commune::is_alive(village, day) == Some(true)
}

/// `None` where the roles do not tell for certain. A role ends with its cell.
fn is_secretary(cell: &Cell<'_>, id: &str, day: Date) -> Option<bool> {
    if cell.roles.unread || cell.roles.is_absent() || !matches!(cell.person(id), Lookup::Found(_)) {
        return None;
    }
    let life = cell.sure_life()?;
    let rows = cell.roles.rows.iter().filter(|row| *row.role == Role::Secretary && **row.member == *id);
    let spans: Option<Vec<_>> = rows.map(role_span).collect();
    Some(spans?.iter().any(|held| held.meet(life).covers(day)))
}

/// `None` where the officials do not tell for certain.
fn is_head(commune: &Commune<'_>, id: &str, village: &str, day: Date) -> Option<bool> {
    if commune.officials.unread || !matches!(commune.official(id), Lookup::Found(_)) {
        return None;
    }
    let rows = commune.officials.rows.iter();
    let rows = rows.filter(|row| *row.role == Post::Head && **row.id == *id && **row.village == *village);
    let spans: Option<Vec<_>> = rows.map(|row| post_span(commune, row)).collect();
    Some(spans?.iter().any(|held| held.covers(day)))
}
