//! The targets: what the plan asks, counted. One target, one file, named as its id.
//!
//! A target is one function from a unit and a year to a tally. What misses is the difference between denominator and
//! numerator, and `check` reports it from the same call, so that findings and figures cannot disagree.

pub(crate) mod agreements;
mod assigned;
mod attended;
mod doubt;
pub(crate) mod goal;
pub(crate) mod graded;
pub(crate) mod sink;
pub(crate) mod strength;
pub(crate) mod tally;

pub(crate) mod agreement_in_force_cell;
pub(crate) mod agreement_in_force_village;
pub(crate) mod attendance;
pub(crate) mod attendance_by_cell;
pub(crate) mod deputy_membership;
pub(crate) mod excellent_cap;
pub(crate) mod good_members;
pub(crate) mod head_membership;
pub(crate) mod leadership_resolution;
pub(crate) mod monthly_meeting;
pub(crate) mod task_assignment;
pub(crate) mod thematic_quarterly;
pub(crate) mod working_regulations;

#[cfg(test)]
mod examples;
#[cfg(test)]
mod registry;

use crate::{
    context::Context,
    date::Date,
    lang::Words,
    records::{
        settings::{DualPosts, ExcellentBase},
        village::VillageRow,
    },
    register::{Cell, Commune, Record},
    unit::UnitLevel,
};
pub(crate) use goal::{Goal, Status};
pub(crate) use sink::{Evidence, Miss, Sink};
pub(crate) use tally::Tally;

/// One target, duty or figure of the plan.
#[derive(Debug)]
pub(crate) struct Target {
    /// Kebab-case; the name everywhere.
    pub(crate) id: &'static str,
    /// The clauses that ask for it, the first one foremost.
    pub(crate) clauses: &'static [&'static str],
    pub(crate) goal: Goal,
    pub(crate) judged: Judged,
    pub(crate) shortfalls: Shortfalls,
    /// What is counted, in one line.
    pub(crate) title: Words,
    /// The page: Vietnamese and English, how it is counted, examples.
    pub(crate) doc: &'static str,
    pub(crate) count: Count,
    /// What the other reading of the clause is, where it has one and the count gives it.
    pub(crate) other_reading: Option<Words>,
}

/// When a goal is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Judged {
    AtOnce,
    /// A yearly duty: open until its deadline, 31/12 unless the register sets another.
    Yearly,
    /// Progress until the plan's last day.
    AtPlanEnd,
}

/// Which findings a missed goal gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shortfalls {
    /// One a missing subject and period.
    EachSubject,
    /// One a commune and year.
    EachCommune,
    /// One a year, for the unit that was asked about.
    ScopeRoot,
    /// None: another target reports it, or it has no goal.
    None,
}

/// Of what the count is made. A unit's tally is the sum of its own evidence and of its sub-units'.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Count {
    /// Village cells; seen by the cell and all above it.
    Cell(fn(&Commune<'_>, &Cell<'_>, &Ask<'_>, &mut Sink<'_, '_>)),
    /// Village cells, but never judged for a single one.
    CellFromCommuneUp(fn(&Commune<'_>, &Cell<'_>, &Ask<'_>, &mut Sink<'_, '_>)),
    /// Villages; seen by the village and by all above it.
    Village(fn(&Commune<'_>, &Record<'_, VillageRow<'_>>, &Ask<'_>, &mut Sink<'_, '_>)),
}

impl Count {
    /// Whether units of a level have this target in their list.
    pub(crate) fn is_measured_at(self, level: UnitLevel) -> bool {
        match (self, level) {
            (_, UnitLevel::Province | UnitLevel::District | UnitLevel::Commune)
            | (Self::Cell(_), UnitLevel::Cell)
            | (Self::Village(_), UnitLevel::Village) => true,
            (Self::CellFromCommuneUp(_) | Self::Village(_), UnitLevel::Cell)
            | (Self::Cell(_) | Self::CellFromCommuneUp(_), UnitLevel::Village) => false,
        }
    }

    /// What the coverage counts.
    pub(crate) fn covered(self) -> Words {
        match self {
            Self::Cell(_) | Self::CellFromCommuneUp(_) => Words::new("chi bộ", "cells"),
            Self::Village(_) => Words::new("thôn", "villages"),
        }
    }
}

/// The year that is asked about.
#[derive(Clone, Copy)]
pub(crate) struct Ask<'c> {
    pub(crate) ctx: &'c Context,
    pub(crate) year: i32,
    /// The day on which the year's state is taken.
    pub(crate) reference: Date,
    /// Whether what is not due yet is told as missing: for what is still to be done.
    pub(crate) ahead: bool,
}

impl Ask<'_> {
    /// Whether the year is a due year for a unit that has existed for `life`.
    pub(crate) fn is_due_year(&self, life: crate::date::Span) -> bool {
        self.ctx.is_due_year(self.year)
            && life.from <= crate::date::ymd(self.year, 6, 30)
            && life.covers(self.reference)
    }

    pub(crate) fn year_period(&self) -> String {
        self.year.to_string()
    }
}

/// Declares the target of a file: its page, then its data. The page is as a rule's; its examples give figures.
macro_rules! target {
    ($(#[doc = $doc:literal])+ $id:literal, $clauses:expr, $goal:expr, $judged:ident, $shortfalls:ident,
     $vi:literal / $en:literal, $count:expr $(, other $other_vi:literal / $other_en:literal)?) => {
        $(#[doc = $doc])+
        pub(crate) static TARGET: $crate::targets::Target = $crate::targets::Target {
            id: $id,
            clauses: &$clauses,
            goal: $goal,
            judged: $crate::targets::Judged::$judged,
            shortfalls: $crate::targets::Shortfalls::$shortfalls,
            title: $crate::lang::Words::new($vi, $en),
            doc: concat!($($doc, "\n"),+),
            count: $count,
            other_reading: $crate::targets::target!(@ $($other_vi / $other_en)?),
        };
    };
    (@ $vi:literal / $en:literal) => { Some($crate::lang::Words::new($vi, $en)) };
    (@) => { None };
}
pub(crate) use target;

/// Every target, in the order of the plan. Tallies are arrays in this order.
pub(crate) static TARGETS: [&Target; 13] = [
    &monthly_meeting::TARGET,
    &working_regulations::TARGET,
    &leadership_resolution::TARGET,
    &thematic_quarterly::TARGET,
    &attendance::TARGET,
    &attendance_by_cell::TARGET,
    &task_assignment::TARGET,
    &good_members::TARGET,
    &excellent_cap::TARGET,
    &agreement_in_force_village::TARGET,
    &agreement_in_force_cell::TARGET,
    &head_membership::TARGET,
    &deputy_membership::TARGET,
];

impl Target {
    /// What the other reading is in this register: the one that it has not chosen.
    pub(crate) fn other_reading_in(&self, ctx: &Context) -> Option<Words> {
        let counting = &ctx.settings.counting;
        let chosen = self.id == excellent_cap::TARGET.id && counting.excellent_base == ExcellentBase::GoodOrBetter
            || self.id != excellent_cap::TARGET.id && counting.dual_posts == DualPosts::Count;
        match (chosen, self.id == excellent_cap::TARGET.id) {
            (false, _) => self.other_reading,
            (true, true) => Some(Words::new("tính trên số hoàn thành tốt", "over the good alone")),
            (true, false) => self.other_reading.map(|_| Words::new("kiêm nhiệm để riêng", "dual posts apart")),
        }
    }
}

/// The tallies of one unit and year, one a target.
pub(crate) type Tallies = [Tally; TARGETS.len()];

/// The target of an id.
pub(crate) fn find(id: &str) -> Option<(usize, &'static Target)> {
    TARGETS.iter().copied().enumerate().find(|(_, target)| target.id == id)
}
