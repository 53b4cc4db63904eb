//! The targets: what the plan asks, counted. One target, one file, named as its id.
//!
//! A target is one function from a unit and a year to a tally. What misses is the difference between denominator and
//! numerator, and `check` reports it from the same call, so that findings and figures cannot disagree.

pub(crate) mod agreements;
mod assigned;
pub(crate) mod attended;
mod briefings;
mod cell_grade;
pub(crate) mod cell_in_year;
pub(crate) mod doubt;
mod dual_posts;
pub(crate) mod due;
pub(crate) mod goal;
pub(crate) mod graded;
mod list;
mod meetings;
mod months;
mod recorded;
pub(crate) mod sink;
pub(crate) mod strength;
pub(crate) mod tally;

pub(crate) mod admission_gap;
pub(crate) mod agreement_guidance;
pub(crate) mod agreement_in_force_cell;
pub(crate) mod agreement_in_force_village;
pub(crate) mod agreement_review_commune;
pub(crate) mod agreement_review_district;
pub(crate) mod agreement_review_province;
pub(crate) mod agreement_template;
pub(crate) mod announced_in_advance;
pub(crate) mod annual_training;
pub(crate) mod attendance;
pub(crate) mod attendance_by_cell;
pub(crate) mod committee_complete;
pub(crate) mod commune_report;
pub(crate) mod commune_resolution;
pub(crate) mod deputy_membership;
pub(crate) mod discipline;
pub(crate) mod district_plan;
pub(crate) mod emulation_registered;
pub(crate) mod excellent_cap;
pub(crate) mod good_members;
pub(crate) mod hcm_study;
pub(crate) mod head_membership;
pub(crate) mod head_reporting;
pub(crate) mod inspection_programme;
pub(crate) mod leadership_resolution;
pub(crate) mod lower_grades_falling;
pub(crate) mod meeting_order;
pub(crate) mod meeting_steps;
pub(crate) mod member_elected_head;
pub(crate) mod mentor_assigned;
pub(crate) mod monthly_briefing;
pub(crate) mod monthly_meeting;
pub(crate) mod monthly_resolution;
pub(crate) mod no_hot_spot;
pub(crate) mod no_weak_cell;
pub(crate) mod rollout_2016;
pub(crate) mod several_cells_coordinated;
pub(crate) mod succession_planned;
pub(crate) mod superior_attendance;
pub(crate) mod task_assignment;
pub(crate) mod thematic_areas;
pub(crate) mod thematic_quarterly;
pub(crate) mod theme_prepared;
pub(crate) mod top_grade_cap;
pub(crate) mod village_head_in_post;
pub(crate) mod working_regulations;

#[cfg(test)]
mod examples;
#[cfg(test)]
mod examples_base;
#[cfg(test)]
mod registry;

use crate::{
    context::Context,
    date::{Date, Span},
    lang::Words,
    records::{
        settings::{DualPosts, ExcellentBase},
        village::VillageRow,
    },
    register::{
        Commune, Record,
        upper::{District, Province},
    },
    unit::UnitLevel,
};
use cell_in_year::CellInYear;
pub(crate) use goal::{Goal, Status};
pub(crate) use list::{TARGETS, Tallies, find};
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
    /// What the subjects are of which the records do not speak, where there are any.
    pub(crate) unknown: Option<Words>,
    /// What is counted apart.
    pub(crate) parts: Option<Parts>,
    /// What is to be said of the count of a year.
    pub(crate) remark: Option<fn(i32) -> Option<Words>>,
}

/// What a target counts apart, each with its name, in the order of `Tally::parts`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Parts {
    /// The key in JSON.
    pub(crate) key: &'static str,
    pub(crate) label: Words,
    pub(crate) names: fn() -> Vec<(&'static str, Words)>,
}

/// When a goal is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Judged {
    AtOnce,
    /// A yearly duty: open until its deadline, 31/12 unless the register sets another.
    Yearly,
    /// Progress until the plan's last day.
    AtPlanEnd,
    /// Open until 31/12/2016.
    EndOf2016,
    /// Open until 30/6/2018.
    MidOf2018,
    /// Open until 31/12/2018.
    EndOf2018,
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
    Cell(fn(&Commune<'_>, &CellInYear<'_>, &Ask<'_>, &mut Sink<'_, '_>)),
    /// Village cells, but never judged for a single one.
    CellFromCommuneUp(fn(&Commune<'_>, &CellInYear<'_>, &Ask<'_>, &mut Sink<'_, '_>)),
    /// Villages; seen by the village and by all above it.
    Village(fn(&Commune<'_>, &Record<'_, VillageRow<'_>>, &Ask<'_>, &mut Sink<'_, '_>)),
    /// Communes by their own records; seen by the commune and all above it.
    Commune(fn(&Commune<'_>, &Ask<'_>, &mut Sink<'_, '_>)),
    /// Districts by their own records; seen by the district and the province.
    District(fn(&District<'_>, &Ask<'_>, &mut Sink<'_, '_>)),
    /// The province by its own record.
    Province(fn(&Province<'_>, &Ask<'_>, &mut Sink<'_, '_>)),
}

impl Count {
    /// Whether units of a level have this target in their list.
    pub(crate) fn is_measured_at(self, level: UnitLevel) -> bool {
        match self {
            Self::Cell(_) => level != UnitLevel::Village,
            Self::Village(_) => level != UnitLevel::Cell,
            Self::CellFromCommuneUp(_) | Self::Commune(_) => level <= UnitLevel::Commune,
            Self::District(_) => level <= UnitLevel::District,
            Self::Province(_) => level == UnitLevel::Province,
        }
    }

    /// What the coverage counts.
    pub(crate) fn covered(self) -> Words {
        match self {
            Self::Cell(_) | Self::CellFromCommuneUp(_) => Words::new("chi bộ", "cells"),
            Self::Village(_) => Words::new("thôn", "villages"),
            Self::Commune(_) => Words::new("xã", "communes"),
            Self::District(_) => Words::new("huyện", "districts"),
            Self::Province(_) => Words::new("tỉnh", "provinces"),
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
    pub(crate) fn is_due_year(&self, life: Span) -> bool {
        self.ctx.is_due_year(self.year)
            && life.from <= crate::date::ymd(self.year, 6, 30)
            && life.covers(self.reference)
    }

    /// The days of the year up to the reference date: when what belongs to the year is done.
    pub(crate) fn days(&self) -> Span {
        Span { until: self.reference, ..Span::year(self.year) }
    }

    pub(crate) fn year_period(&self) -> String {
        self.year.to_string()
    }
}

/// Declares the target of a file: its page, then its data. The page is as a rule's; its examples give figures.
macro_rules! target {
    ($(#[doc = $doc:literal])+ $id:literal, $clauses:expr, $goal:expr, $judged:ident, $shortfalls:ident,
     $vi:literal / $en:literal, $count:expr
     $(, other $other_vi:literal / $other_en:literal)?
     $(, unknown $unknown_vi:literal / $unknown_en:literal)?
     $(, parts $parts:expr)?
     $(, remark $remark:expr)?) => {
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
            unknown: $crate::targets::target!(@ $($unknown_vi / $unknown_en)?),
            parts: $crate::targets::target!(@ $($parts)?),
            remark: $crate::targets::target!(@ $($remark)?),
        };
    };
    (@ $vi:literal / $en:literal) => { Some($crate::lang::Words::new($vi, $en)) };
    (@ $value:expr) => { Some($value) };
    (@) => { None };
}
pub(crate) use target;

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
