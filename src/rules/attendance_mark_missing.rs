use crate::{
    finding::{Flaws, Report},
    lang::{Lang, say},
    records::meeting::Meeting,
    records::meeting::{Kind, Mark},
    register::{Cell, Commune, Lookup, Record, meeting::Expected},
    rules::{Check, Cites, rule},
    source::At,
};

rule! {
    /// vi: Đã điểm danh thì điểm danh đủ những người phải dự.
    /// en: A roll that was called was called for everyone who was expected.
    "attendance-mark-missing", Error, Cites::plan("2.I.2.1-6"), Check::Cell(check), spoils Flaws::ATTENDANCE
}

/// So many ids are named in the message; the rest is counted.
const NAMED: usize = 8;

fn check(_: &Commune<'_>, cell: &Cell<'_>, report: &mut Report<'_>) {
    for meeting in &cell.meetings {
        // Where a key could not be read, the one who seems to be missing may stand under it.
        if !meeting.is_sound() || meeting.marks().next().is_none() || has_unread_key(meeting) {
            continue;
        }
        let missing = missing(cell, meeting);
        // Likewise under an id that nobody has: that is one finding already.
        if missing.len() > unknown(cell, meeting) {
            let at = meeting.attendance.at().unwrap_or(At::File);
            let message = message(&missing, report.ctx.lang);
            report.add(&RULE, &cell.unit, meeting.place(at), message);
        }
    }
}

fn has_unread_key(meeting: &Record<'_, Meeting<'_>>) -> bool {
    meeting.attendance.get().is_some_and(|entries| entries.0.iter().any(|(key, _)| key.is_unread()))
}

fn unknown(cell: &Cell<'_>, meeting: &Record<'_, Meeting<'_>>) -> usize {
    meeting.marks().filter(|(id, _)| cell.person(id).is_missing()).count()
}

/// Who should have a mark and has none. A committee's meeting expects those who hold a role.
fn missing<'c>(cell: &'c Cell<'_>, meeting: &'c Record<'_, Meeting<'_>>) -> Vec<&'c str> {
    meeting
        .roll(cell)
        .filter(|called| called.expected == Expected::Yes)
        .filter(|called| matches!(called.mark, Lookup::Missing | Lookup::Found(Mark::Blank)))
        .map(|called| called.member)
        .filter(|member| {
            *meeting.kind != Kind::Committee
                || cell.people.find(member).is_some_and(|person| person.holds(&cell.roles, meeting.day(), None))
        })
        .collect()
}

fn message(missing: &[&str], lang: Lang) -> String {
    let named: Vec<String> = missing.iter().take(NAMED).map(|id| format!("`{id}`")).collect();
    let (named, count, more) = (named.join(", "), missing.len(), missing.len().saturating_sub(NAMED));
    let more = if more == 0 { String::new() } else { say!(lang, " và {more} người nữa", " and {more} more") };
    say!(
        lang,
        "{count} người phải dự chưa được điểm danh: {named}{more}",
        "no mark for {count} of the expected: {named}{more}"
    )
}
