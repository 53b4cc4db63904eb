use crate::{
    date,
    finding::{Flaws, Report},
    lang::say,
    records::meeting::Mark,
    register::{Cell, Commune, Lookup},
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Người được điểm danh là đảng viên của chi bộ trong ngày họp.
    /// en: Whoever is marked was a member of the cell on the day of the meeting.
    "attendance-of-non-member", Error, Cites::plan("2.I.2.1-6"), Check::Cell(check), spoils Flaws::ATTENDANCE
}

fn check(_: &Commune<'_>, cell: &Cell<'_>, report: &mut Report<'_>) {
    let lang = report.ctx.lang;
    for meeting in cell.meetings.iter().filter(|meeting| meeting.is_sound()) {
        for (key, mark) in meeting.attendance.get().map_or(&[][..], |entries| &entries.0) {
            let (Some((id, at)), Some(mark)) = (key.said(), mark.copied()) else { continue };
            let Lookup::Found(person) = cell.person(id) else { continue };
            if mark != Mark::Blank && person.membership(&cell.members, meeting.day()) == Some(None) {
                let day = date::show(meeting.day(), lang);
                let message = say!(
                    lang,
                    "`{id}` không sinh hoạt ở chi bộ ngày {day}, theo members.csv",
                    "`{id}` was no member of the cell on {day}, by members.csv"
                );
                let remedy = say!(
                    lang,
                    "bỏ dòng này, hoặc sửa ngày đến, ngày đi trong members.csv; khách ghi ở [[guests]]",
                    "delete the line, or mend the dates in members.csv; a guest belongs under [[guests]]"
                );
                report.add(&RULE, &cell.unit, meeting.place(at), message).remedy(remedy);
            }
        }
    }
}
