use crate::{
    date::Span,
    finding::Place,
    records::meeting::{Mark, Meeting},
    register::{Cell, Commune, Lookup, Record, meeting::Expected},
    targets::{Ask, Count, Goal, Sink, target},
};

target! {
    /// vi: Tỷ lệ đảng viên dự sinh hoạt chi bộ, cộng mọi buổi thường kỳ và kết hợp trong năm.
    /// en: The share of expected members who came, over all regular and combined meetings of the year.
    "attendance", ["2.I.2.1-6"], Goal::AtLeast(85), AtOnce, None,
    "Đảng viên dự sinh hoạt chi bộ" / "Members who attend", Count::Cell(count)
}

fn count(_: &Commune<'_>, cell: &Cell<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    let Attendance { present, expected, left_out } = of_cell(cell, ask);
    sink.add(present, expected);
    let speaks = Span::year(ask.year).meet(ask.ctx.period()).overlaps(cell.life());
    if speaks || expected > 0 {
        sink.cover(expected > 0);
    }
    left_out.into_iter().for_each(|place| sink.left_out(place));
}

/// What the meetings of a cell's year say of its attendance.
pub(super) struct Attendance<'c> {
    pub(super) present: u64,
    pub(super) expected: u64,
    pub(super) left_out: Vec<Place<'c>>,
}

pub(super) fn of_cell<'c>(cell: &'c Cell<'_>, ask: &Ask<'_>) -> Attendance<'c> {
    let mut sum = Attendance { present: 0, expected: 0, left_out: Vec::new() };
    let kinds = &ask.ctx.settings.counting.attendance_kinds;
    let year = Span::year(ask.year);
    for meeting in cell.meetings.iter().filter(|meeting| kinds.contains(&meeting.kind) && year.covers(meeting.day())) {
        if meeting.counts(ask.ctx) && meeting.is_sound() && meeting.attendance_is_sound() {
            match of_meeting(cell, meeting, ask.ctx.settings.counting.excused_in_base) {
                Some((present, expected)) => {
                    sum.present += present;
                    sum.expected += expected;
                }
                None => sum.left_out.push(meeting.whole()),
            }
        } else if meeting.would_count(ask.ctx) {
            sum.left_out.push(meeting.whole());
        }
    }
    let unread = cell.unread_meetings.iter().filter(|unread| year.meet(ask.ctx.period()).covers(unread.date));
    sum.left_out.extend(unread.map(|unread| Place::path(&unread.path)));
    sum
}

/// Present and expected at one meeting; `None` where the roster cannot tell who was expected.
fn of_meeting(cell: &Cell<'_>, meeting: &Record<'_, Meeting<'_>>, excused_in_base: bool) -> Option<(u64, u64)> {
    if meeting.marks().next().is_none() {
        let counts = meeting.counts.get()?;
        let excused = if excused_in_base { 0 } else { u64::from(counts.excused.copied().unwrap_or(0)) };
        return Some((u64::from(*counts.present), counts.expected()?.checked_sub(excused)?));
    }
    if cell.members.unread || cell.statuses.unread {
        return None;
    }
    let (mut present, mut expected) = (0, 0);
    for called in meeting.roll(cell) {
        let Lookup::Found(mark) = called.mark else { continue };
        let came = matches!(mark, Mark::Present | Mark::Late);
        let counted = match called.expected {
            Expected::Yes => mark != Mark::Blank && (excused_in_base || mark != Mark::Excused),
            // Who is exempt or away and comes all the same counts in both.
            Expected::KeptAway => came,
            Expected::NotAMember | Expected::Unknown => false,
        };
        expected += u64::from(counted);
        present += u64::from(counted && came);
    }
    Some((present, expected))
}
