//! What a meeting's record amounts to: planned, unconfirmed, not held, held.

use crate::{
    context::Context,
    date::{Date, Month},
    finding::Flaws,
    parse::Field,
    records::{
        attendance::{Attendance, Line},
        meeting::{Counts, Kind, Mark, Meeting},
    },
    register::Record,
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
        self.weigh(ctx).counts()
    }

    /// Only from when the rules have told what is wrong with the record.
    pub(crate) fn weigh<'c>(&'c self, ctx: &Context) -> Weighed<'c> {
        Weighed {
            record: self,
            day: self.day(),
            counts_for: self.counts_for(),
            kind: *self.kind,
            standing: self.standing(ctx),
            in_time: ctx.period().covers(self.day()),
            is_sound: self.is_sound(),
        }
    }

    /// Whether its date and kind are believed.
    pub(crate) fn is_sound(&self) -> bool {
        !self.has(Flaws::WHOLE)
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
}

/// A meeting by what every target and year asks of it, so that nobody goes through the records to find the few that matter.
#[derive(Clone, Copy)]
pub(crate) struct Weighed<'c> {
    pub(crate) record: &'c Record<'c, Meeting<'c>>,
    pub(crate) day: Date,
    pub(crate) counts_for: Month,
    pub(crate) kind: Kind,
    pub(crate) standing: Standing,
    /// Within the plan's and the records' time.
    in_time: bool,
    pub(crate) is_sound: bool,
}

impl Weighed<'_> {
    pub(crate) fn counts(&self) -> bool {
        self.in_time && self.standing == Standing::Held
    }

    /// Whether it would count, were it not for what is wrong with it.
    pub(crate) fn would_count(&self) -> bool {
        self.in_time && matches!(self.standing, Standing::Held | Standing::Unconfirmed | Standing::Unclear)
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
