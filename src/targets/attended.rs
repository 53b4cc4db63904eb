//! Who came to the meetings of a cell's year, of those who were expected: what both targets on attendance count.

use crate::{
    finding::Place,
    records::meeting::{Mark, Meeting},
    register::{
        Cell, Lookup, Record,
        people::{Person, span},
        roll::Expected,
        turnout::Turnout,
    },
    targets::{Ask, CellInYear, Sink, meetings},
};

/// What the meetings of a cell's year say of its attendance.
#[derive(Default)]
pub(super) struct Attendance<'c> {
    pub(super) present: u64,
    pub(super) expected: u64,
    /// Present and expected of each record.
    records: Vec<(Place<'c>, u64, u64)>,
    left_out: Vec<Place<'c>>,
}

impl<'c> Attendance<'c> {
    /// Coverage and what was left out: the same for both targets on attendance.
    pub(super) fn tell(&self, cell: &CellInYear<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
        meetings::cover(cell, self.expected > 0, sink);
        let kinds = &ask.ctx.settings.counting.attendance_kinds;
        meetings::passed_over(cell, ask, |meeting| kinds.contains(&meeting.kind), sink);
        self.left_out.iter().for_each(|place| sink.left_out(*place));
    }

    pub(super) fn left_something_out(&self) -> bool {
        !self.left_out.is_empty()
    }

    /// Present and expected of each record that counted.
    pub(super) fn records(&self) -> impl Iterator<Item = (Place<'c>, u64, u64)> {
        self.records.iter().copied()
    }

    /// Adds one meeting; leaves it out where its record or the roster cannot tell who was expected.
    fn add(&mut self, cell: &'c Cell<'_>, meeting: &'c Record<'_, Meeting<'_>>, excused_in_base: bool) {
        let counted = if meeting.marks().next().is_none() {
            by_counts(meeting, excused_in_base)
        } else if cell.members.unread || cell.statuses.unread {
            None
        } else {
            self.by_marks(cell, meeting, excused_in_base)
        };
        match counted {
            Some((present, expected)) if present <= expected => {
                self.present += present;
                self.expected += expected;
                self.records.push((meeting.whole(), present, expected));
            }
            _ => self.left_out.push(meeting.whole()),
        }
    }

    fn by_marks(
        &mut self,
        cell: &'c Cell<'_>,
        meeting: &'c Record<'_, Meeting<'_>>,
        excused_in_base: bool,
    ) -> Option<(u64, u64)> {
        let turnout = meeting.turnout(cell)?;
        self.left_out.extend(errors_of(cell, meeting, turnout));
        let came_unexpected = u64::from(turnout.came_unexpected);
        let present = turnout.of(Mark::Present) + turnout.of(Mark::Late) + came_unexpected;
        let excused = if excused_in_base { turnout.of(Mark::Excused) } else { 0 };
        Some((present, present + turnout.of(Mark::Absent) + excused))
    }
}

pub(super) fn of_cell<'c>(cell: &CellInYear<'c>, ask: &Ask<'_>) -> Attendance<'c> {
    let mut sum = Attendance::default();
    let counting = &ask.ctx.settings.counting;
    let meetings = meetings::of_year(cell, &counting.attendance_kinds);
    for meeting in meetings.all() {
        if meeting.counts() && meeting.is_sound && meeting.record.attendance_is_sound() {
            sum.add(cell.cell, meeting.record, counting.excused_in_base);
        } else if meeting.would_count() {
            sum.left_out.push(meeting.record.whole());
        }
    }
    sum.left_out.extend(meetings.unread());
    sum
}

/// Present and expected where the paper holds only numbers.
pub(crate) fn by_counts(meeting: &Meeting<'_>, excused_in_base: bool) -> Option<(u64, u64)> {
    let counts = meeting.counts.get()?;
    let excused = if excused_in_base { 0 } else { u64::from(counts.excused.copied().unwrap_or(0)) };
    Some((u64::from(*counts.present), counts.expected()?.checked_sub(excused)?))
}

/// The rows for which it is not known whether somebody with a mark was expected.
pub(super) fn errors_of<'c>(
    cell: &'c Cell<'_>,
    meeting: &'c Record<'_, Meeting<'_>>,
    turnout: &Turnout,
) -> impl Iterator<Item = Place<'c>> {
    let roll = if turnout.is_unsure { meeting.roll(cell) } else { Vec::new() };
    let unsure = roll
        .into_iter()
        .filter(|called| called.expected == Expected::Unknown && matches!(called.mark(), Lookup::Found(_)));
    unsure.map(|called| error_of(cell, called.person))
}

/// The row for which it is not known whether a person was expected.
pub(super) fn error_of<'c>(cell: &'c Cell<'_>, person: &Person) -> Place<'c> {
    let status = person.statuses(&cell.statuses).find(|row| span(row, &row.from, &row.until).is_none());
    let membership = person
        .memberships(&cell.members)
        .find(|row| span(row, &row.from, &row.until).is_none() || row.temporary.is_unread());
    membership.map(|row| row.whole()).or(status.map(|row| row.whole())).unwrap_or(cell.place())
}
