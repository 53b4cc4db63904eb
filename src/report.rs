//! What `report` says, as data: one model for every format.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    alphabet,
    context::Context,
    date::Date,
    difference::Difference,
    filed::Change,
    judge::{UnitFigures, YearFigures},
    lang::Words,
    targets::{Goal, Status, TARGETS, Tally, Target, strength::Strength},
    unit::{UnitLevel, above},
};

/// The report on a year.
#[derive(Debug)]
pub(crate) struct YearReport {
    pub(crate) register: Register,
    pub(crate) year: i32,
    pub(crate) as_of: Date,
    /// The day on which the year's state is taken; absent where the period does not reach into the year.
    pub(crate) reference: Option<Date>,
    pub(crate) left_out_records: u64,
    pub(crate) whole: UnitReport,
    /// The units of the level that was asked for, by path.
    pub(crate) by: Vec<UnitReport>,
    /// What has changed since figures were filed, where that was asked for.
    pub(crate) since: Option<Since>,
    /// Figures of few are taken out, for publication.
    pub(crate) withheld: bool,
}

/// Filed figures, compared with those of now.
#[derive(Debug)]
pub(crate) struct Since {
    /// As it was named.
    pub(crate) file: String,
    /// The day to which was counted then, in ISO form.
    pub(crate) reference: String,
    pub(crate) changes: Vec<Change>,
}

#[derive(Debug)]
pub(crate) struct Register {
    pub(crate) name: String,
    pub(crate) digest: u128,
    pub(crate) commit: Option<String>,
    /// What the register counts otherwise than the plan or than by default.
    pub(crate) settings: Vec<Difference>,
}

/// The figures of one unit.
#[derive(Debug)]
pub(crate) struct UnitReport {
    /// Absent for a union of several units.
    pub(crate) id: Option<Arc<str>>,
    pub(crate) name: String,
    /// The name of the unit above, where it is known: by it rows are ordered that people read.
    pub(crate) above: String,
    /// Where the figures were made, in a report that was merged from several.
    pub(crate) origin: Option<Origin>,
    pub(crate) strength: Strength,
    /// Those that are measured at the unit's level, in the order of the plan.
    pub(crate) lines: Vec<Line>,
}

/// The state of a register from which a unit's figures come.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Origin {
    pub(crate) register: String,
    pub(crate) digest: u128,
    pub(crate) commit: Option<String>,
    pub(crate) left_out_records: u64,
}

/// Rows as people look for them: by the name of the unit above, then by their own. Machine formats go by path.
pub(crate) fn in_order(units: &[UnitReport]) -> Vec<&UnitReport> {
    let mut ordered: Vec<&UnitReport> = units.iter().collect();
    ordered.sort_by_cached_key(|unit| {
        let id = unit.id.as_deref().unwrap_or_default();
        (alphabet::key(&unit.above), above(id).to_owned(), alphabet::key(&unit.name), id.to_owned())
    });
    ordered
}

/// The names of units, by which `UnitReport::above` is told.
pub(crate) fn names(units: &[UnitFigures]) -> BTreeMap<Arc<str>, String> {
    units.iter().map(|unit| (Arc::clone(&unit.id), unit.name.clone())).collect()
}

/// One target of one unit.
#[derive(Debug)]
pub(crate) struct Line {
    pub(crate) target: &'static Target,
    pub(crate) goal: Goal,
    pub(crate) tally: Tally,
    pub(crate) status: Status,
    pub(crate) needed: u64,
    /// The year before; absent in the plan's first year.
    pub(crate) previous: Option<Tally>,
    /// What the other reading of the clause is, as the register counts.
    pub(crate) other_reading: Option<Words>,
}

/// The figures of this year and the one before, summed over units.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Figures {
    pub(crate) year: YearFigures,
    pub(crate) previous: Option<YearFigures>,
}

impl Figures {
    /// Of a unit that was counted for a year and, where the plan has one, the year before.
    pub(crate) fn of(unit: &UnitFigures) -> Self {
        match unit.years.as_slice() {
            [year, previous] => Self { year: *year, previous: Some(*previous) },
            [year] => Self { year: *year, previous: None },
            _ => Self::default(),
        }
    }

    pub(crate) fn add(&mut self, other: &Self) {
        crate::judge::add(&mut self.year, &other.year);
        if let Some(other) = &other.previous {
            crate::judge::add(self.previous.get_or_insert_default(), other);
        }
    }
}

impl UnitReport {
    pub(crate) fn new(
        ctx: &Context,
        year: i32,
        (id, name, level): (Option<Arc<str>>, String, UnitLevel),
        figures: &Figures,
        wanted: impl Fn(&Target) -> bool,
    ) -> Self {
        let lines = TARGETS.iter().copied().enumerate();
        let lines = lines.filter(|(_, target)| target.count.is_measured_at(level) && wanted(target));
        let lines = lines.map(|(index, target)| {
            let previous = figures.previous.map(|previous| previous.tallies[index]);
            Line::new(ctx, target, level, year, (figures.year.tallies[index], previous))
        });
        Self { id, name, above: String::new(), origin: None, strength: figures.year.strength, lines: lines.collect() }
    }

    /// With the name of the unit above.
    pub(crate) fn below(self, names: &BTreeMap<Arc<str>, String>) -> Self {
        let name = self.id.as_deref().and_then(|id| names.get(above(id)));
        Self { above: name.cloned().unwrap_or_default(), ..self }
    }
}

impl Line {
    /// A target's figure in a unit of a level: one that is not measured there, as no cap is for a cell, is not judged.
    pub(crate) fn new(
        ctx: &Context,
        target: &'static Target,
        level: UnitLevel,
        year: i32,
        (tally, previous): (Tally, Option<Tally>),
    ) -> Self {
        let goal = target.goal_in(ctx);
        let is_judged = target.count.is_measured_at(level);
        let status = match target.status(ctx, year, &tally, previous.as_ref()) {
            Status::NoData if tally.denominator == 0 => Status::NoData,
            _ if !is_judged => Status::Figure,
            status => status,
        };
        Self {
            target,
            goal,
            tally,
            status,
            needed: if tally.denominator == 0 || !is_judged { 0 } else { goal.needed(&tally, previous.as_ref()) },
            previous,
            other_reading: target.other_reading_in(ctx),
        }
    }

    /// Whether the unit has anything of which the target could speak; an office's cell has not.
    pub(crate) fn concerns_unit(&self) -> bool {
        self.tally != Tally::default()
    }

    /// The targets of the plan's Part 2-I are shown unasked; duties and figures on demand.
    pub(crate) fn is_foremost(&self) -> bool {
        self.target.clauses.first().is_some_and(|clause| clause.starts_with("2.I."))
    }
}
