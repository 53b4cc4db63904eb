use crate::{
    finding::{Flaws, Report},
    lang::say,
    records::meeting::Counts,
    register::{Cell, Commune},
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Số có mặt và số vắng cộng lại bằng số phải dự.
    /// en: The present and the absent add up to the expected.
    "counts-do-not-add-up", Error, Cites::plan("2.I.2.1-6"), Check::Cell(check), spoils Flaws::ATTENDANCE
}

fn check(_: &Commune<'_>, cell: &Cell<'_>, report: &mut Report<'_>) {
    let lang = report.ctx.lang;
    for meeting in &cell.meetings {
        let Some((counts, at)) = meeting.counts.said() else { continue };
        let fault = left_over_members(counts, lang).or_else(|| left_over_expected(counts, lang));
        if let Some(message) = fault {
            report.add(&RULE, &cell.unit, meeting.place(at), message);
        }
    }
}

/// All the members less the exempt and the away are the expected.
fn left_over_members(counts: &Counts, lang: crate::lang::Lang) -> Option<String> {
    let total = counts.total.copied()?;
    let (exempt, away) = (counts.exempt.copied().unwrap_or(0), counts.away.copied().unwrap_or(0));
    let rest = i64::from(total) - i64::from(exempt) - i64::from(away);
    let expected = counts.expected.copied().map(i64::from);
    (rest < 0 || expected.is_some_and(|expected| expected != rest)).then(|| {
        let expected = expected.map_or_else(|| "0".to_owned(), |expected| expected.to_string());
        say!(
            lang,
            "tổng số {total} trừ miễn {exempt} và đi nơi khác {away} còn {rest}, nhưng số phải dự là {expected}",
            "{total} in all less {exempt} exempt and {away} away leave {rest}, but {expected} are expected"
        )
    })
}

/// The present, the excused and the absent without reason are the expected; never more.
fn left_over_expected(counts: &Counts, lang: crate::lang::Lang) -> Option<String> {
    let expected = counts.expected()?;
    let present = u64::from(*counts.present);
    let (excused, unexcused) = (counts.excused.copied(), counts.unexcused.copied());
    let all_given = excused.is_some() && unexcused.is_some();
    let (excused, unexcused) = (excused.unwrap_or(0), unexcused.unwrap_or(0));
    let sum = present + u64::from(excused) + u64::from(unexcused);
    (sum > expected || all_given && sum != expected).then(|| {
        say!(
            lang,
            "có mặt {present} + vắng có lý do {excused} + vắng không lý do {unexcused} = {sum}, nhưng số phải dự là {expected}",
            "{present} present + {excused} excused + {unexcused} absent without reason = {sum}, but {expected} are expected"
        )
    })
}
