use crate::{
    finding::{Flaws, Report},
    lang::{Lang, say},
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
        // A number that could not be read, or stands under an unknown key, is not zero.
        if meeting.has(Flaws::KEYS) || !meeting.attendance_is_sound() {
            continue;
        }
        let fault = left_over_members(counts, lang).or_else(|| left_over_expected(counts, lang));
        if let Some(message) = fault {
            report.add(&RULE, &cell.unit, meeting.place(at), message);
        }
    }
}

/// All the members less the exempt and the away are the expected.
fn left_over_members(counts: &Counts, lang: Lang) -> Option<String> {
    let total = counts.total.copied()?;
    let (exempt, away) = (counts.exempt.copied().unwrap_or(0), counts.away.copied().unwrap_or(0));
    let Some(rest) = u64::from(total).checked_sub(u64::from(exempt) + u64::from(away)) else {
        return Some(say!(
            lang,
            "miễn {exempt} + đi nơi khác {away} nhiều hơn tổng số {total}",
            "{exempt} exempt + {away} away are more than {total} in all"
        ));
    };
    let expected = counts.expected.copied().map(u64::from).filter(|expected| *expected != rest)?;
    Some(say!(
        lang,
        "tổng số {total} - miễn {exempt} - đi nơi khác {away} = {rest}, nhưng số phải dự ghi {expected}",
        "{total} in all - {exempt} exempt - {away} away = {rest}, but {expected} expected"
    ))
}

/// The present, the excused and the absent without reason are the expected; never more.
fn left_over_expected(counts: &Counts, lang: Lang) -> Option<String> {
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
            "{present} present + {excused} excused + {unexcused} absent without reason = {sum}, but {expected} expected"
        )
    })
}
