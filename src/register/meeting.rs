//! What a meeting's record amounts to: planned, unconfirmed, not held, held; and who was there.

use crate::{
    context::Context,
    date::{Date, Month},
    finding::Flaws,
    parse::Field,
    records::{
        attendance::{Attendance, Line, Matched},
        meeting::{Counts, Kind, Mark, Meeting},
        status::Status,
    },
    register::{Cell, Lookup, Record, people::Person},
};

/// What the record says of whether there was a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Dated today or later, without marks and totals: right as it is, counted nowhere.
    Planned,
    /// Dated before today without a single mark, total or part of the content: counted nowhere.
    Unconfirmed,
    /// As unconfirmed, but an unknown key may hold what is missing.
    Unclear,
    /// `held = false`: a month without a meeting.
    NotHeld,
    Held,
}

/// What keeps a member from meetings, and out of the base of attendance.
const KEPT_AWAY: [Status; 5] =
    [Status::Exempt, Status::ExemptTemporarily, Status::Away, Status::Suspended, Status::SpecialDuty];

/// One member against the roster and the record of a meeting.
#[derive(Debug)]
pub(crate) struct Called<'c> {
    pub(crate) person: &'c Person,
    pub(crate) expected: Expected,
    pub(crate) line: Option<Line<'c>>,
}

impl Called<'_> {
    /// `Missing` where the record has no line for the member.
    pub(crate) fn mark(&self) -> Lookup<Mark> {
        self.line.map_or(Lookup::Missing, |line| line.mark().map_or(Lookup::Unread, Lookup::Found))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Expected {
    Yes,
    /// A member, but exempt, away, suspended or on special duty; who comes all the same counts.
    KeptAway,
    NotAMember,
    /// The rows that would tell could not be read.
    Unknown,
}

impl<'a> Record<'a, Meeting<'a>> {
    pub(crate) fn day(&self) -> Date {
        self.date.0
    }

    /// The month for which it counts.
    pub(crate) fn counts_for(&self) -> Month {
        self.month.copied().unwrap_or_else(|| Month::of(self.day()))
    }

    pub(crate) fn is_regular(&self) -> bool {
        matches!(*self.kind, Kind::Regular | Kind::Combined)
    }

    pub(crate) fn is_thematic(&self) -> bool {
        matches!(*self.kind, Kind::Thematic | Kind::Combined)
    }

    /// The marks that say something.
    pub(crate) fn marks(&self) -> impl Iterator<Item = (&str, Mark)> {
        self.attendance.get().into_iter().flat_map(Attendance::marks)
    }

    /// The lines of the attendance, as the file has them.
    pub(crate) fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        self.attendance.get().into_iter().flat_map(Attendance::lines)
    }

    pub(crate) fn has_totals(&self) -> bool {
        !self.counts.is_absent()
    }

    fn has_marks(&self) -> bool {
        self.attendance.is_unread() || self.attendance.get().is_some_and(Attendance::has_marks)
    }

    /// Whether someone's attendance is recorded, by marks or totals.
    pub(crate) fn has_attendance(&self) -> bool {
        self.has_marks() || self.has_totals()
    }

    fn has_content(&self) -> bool {
        match &self.content {
            Field::Absent => false,
            Field::Unread(_) => true,
            Field::Said(content, _) => {
                let parts = [
                    &content.opening,
                    &content.news,
                    &content.last_month,
                    &content.study,
                    &content.next_month,
                    &content.discussion,
                    &content.conclusion,
                ];
                // A part that was not held is said to be so: somebody was there to say it.
                parts.iter().any(|part| match part {
                    Field::Absent => false,
                    Field::Unread(_) => true,
                    Field::Said(part, _) => part.is_held() || *part == crate::parse::value::Part::Held(false),
                })
            }
        }
    }

    pub(crate) fn standing(&self, ctx: &Context) -> Standing {
        if self.held.copied() == Some(false) {
            Standing::NotHeld
        } else if self.has_attendance() {
            Standing::Held
        } else if self.day() >= ctx.as_of {
            Standing::Planned
        } else if self.has_content() {
            Standing::Held
        } else if self.has(Flaws::KEYS) || self.held.is_unread() {
            Standing::Unclear
        } else {
            Standing::Unconfirmed
        }
    }

    /// Held, within the plan's and the records' time: the only meetings that count anywhere.
    pub(crate) fn counts(&self, ctx: &Context) -> bool {
        ctx.period().covers(self.day()) && self.standing(ctx) == Standing::Held
    }

    /// Whether its date and kind are believed.
    pub(crate) fn is_sound(&self) -> bool {
        !self.has(Flaws::WHOLE)
    }

    /// Whether it would count, were it not for what is wrong with it.
    pub(crate) fn would_count(&self, ctx: &Context) -> bool {
        ctx.period().covers(self.day())
            && matches!(self.standing(ctx), Standing::Held | Standing::Unconfirmed | Standing::Unclear)
    }

    /// Whether its attendance can be used.
    pub(crate) fn attendance_is_sound(&self) -> bool {
        !self.attendance.is_unread()
            && !self.attendance.get().is_some_and(|attendance| attendance.has_unread)
            && !self.counts.is_unread()
            && !self.counts.get().is_some_and(Counts::has_unread)
            && !self.has(Flaws::ATTENDANCE)
            && (self.has_attendance() || !self.has(Flaws::KEYS))
    }

    /// Which line of the attendance is whose. A meeting is only ever held against the roster of its own cell.
    fn matched(&self, cell: &Cell<'_>) -> Option<&Matched> {
        self.attendance.get().map(|attendance| attendance.matched(&cell.people))
    }

    /// Every person of the roster with what was expected of them and their mark. Asked for by rules that follow those which
    /// find the time of rows wrong, and by targets: what was expected of somebody is found out once.
    pub(crate) fn roll<'c>(&'c self, cell: &'c Cell<'a>) -> impl Iterator<Item = Called<'c>> {
        let (matched, attendance) = (self.matched(cell), self.attendance.get());
        let of = move |person| expected(cell, person, self.day());
        let known = self
            .attendance
            .get()
            .map(|attendance| attendance.expected.get_or_init(|| cell.people.iter().map(of).collect()));
        cell.people.iter().enumerate().map(move |(place, person)| {
            let expected = known.and_then(|known| known.get(place).copied()).unwrap_or_else(|| of(person));
            debug_assert_eq!(expected, of(person), "of {} on {}", person.id, self.day());
            let line = matched.and_then(|matched| attendance?.line(matched.line(place)?));
            Called { person, expected, line }
        })
    }

    /// Every line of the attendance with the person of the roster that it speaks of.
    pub(crate) fn lines_by_person<'c>(
        &'c self,
        cell: &'c Cell<'a>,
    ) -> impl Iterator<Item = (Line<'c>, Option<&'c Person>)> {
        let matched = self.matched(cell);
        let lines = self.lines().enumerate();
        lines.map(move |(place, line)| (line, matched.and_then(|matched| cell.people.get(matched.person(place)?))))
    }
}

/// What is expected of a person at a meeting of the cell on a day.
pub(crate) fn expected(cell: &Cell<'_>, person: &Person, day: Date) -> Expected {
    let Some(stay) = person.only_stay(&cell.members, &cell.statuses) else { return expected_by_all(cell, person, day) };
    let expected = if stay.time.covers(day) { Expected::Yes } else { Expected::NotAMember };
    debug_assert_eq!(expected, expected_by_all(cell, person, day), "of {} on {day}", person.id);
    expected
}

/// The same by all the rows of a person.
fn expected_by_all(cell: &Cell<'_>, person: &Person, day: Date) -> Expected {
    match person.membership(&cell.members, day) {
        None => Expected::Unknown,
        Some(None) => Expected::NotAMember,
        Some(Some(_)) => match person.has_status(&cell.statuses, day, &KEPT_AWAY) {
            None => Expected::Unknown,
            Some(true) => Expected::KeptAway,
            Some(false) => Expected::Yes,
        },
    }
}

impl Counts {
    fn has_unread(&self) -> bool {
        [&self.expected, &self.total, &self.exempt, &self.away, &self.excused, &self.unexcused]
            .iter()
            .any(|count| count.is_unread())
    }

    /// How many were expected: said, or all the members less the exempt and the away.
    pub(crate) fn expected(&self) -> Option<u64> {
        let count = |field: &Field<u32>| u64::from(field.copied().unwrap_or(0));
        match (self.expected.copied(), self.total.copied()) {
            (Some(expected), _) => Some(u64::from(expected)),
            (None, Some(total)) => u64::from(total).checked_sub(count(&self.exempt) + count(&self.away)),
            (None, None) => None,
        }
    }
}
