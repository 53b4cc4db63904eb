//! Why a number: the records that made it, or the sub-units, those that are short the most first.

use std::sync::Arc;

use crate::{
    context::Context,
    date::Date,
    judge::UnitFigures,
    lang::Words,
    targets::{Evidence, Goal, Status, Tally, Target},
};

/// A figure and what made it. The tally is the sum of the unit's own evidence and of `by`.
#[derive(Debug)]
pub(crate) struct Trace {
    pub(crate) target: &'static Target,
    pub(crate) unit: Arc<str>,
    pub(crate) name: String,
    pub(crate) year: i32,
    pub(crate) reference: Option<Date>,
    pub(crate) goal: Goal,
    pub(crate) tally: Tally,
    pub(crate) status: Status,
    pub(crate) needed: u64,
    /// What the other reading of the clause is, as the register counts.
    pub(crate) other_reading: Option<Words>,
    /// The year compared with, and its figure.
    pub(crate) against: Option<(i32, Tally)>,
    /// The year before, by which what must fall is judged.
    pub(crate) before: Option<Tally>,
    pub(crate) evidence: Vec<Evidence>,
    pub(crate) by: Vec<Part>,
}

/// A sub-unit's share of a figure.
#[derive(Debug)]
pub(crate) struct Part {
    pub(crate) unit: Arc<str>,
    pub(crate) name: String,
    pub(crate) tally: Tally,
    pub(crate) against: Option<Tally>,
    /// The year before, where it was counted.
    pub(crate) before: Option<Tally>,
    pub(crate) needed: u64,
    pub(crate) status: Status,
}

impl Part {
    /// `years` are those counted, the figure's own first; `against` is the one of them that it is compared with.
    pub(crate) fn new(
        ctx: &Context,
        target: &Target,
        unit: &UnitFigures,
        index: usize,
        (years, against): (&[i32], Option<i32>),
    ) -> Option<Self> {
        let of = |year: i32| {
            let at = years.iter().position(|counted| *counted == year)?;
            Some(unit.years.get(at)?.tallies[index])
        };
        let year = *years.first()?;
        let (tally, before) = (of(year)?, of(year - 1));
        Some(Self {
            unit: Arc::clone(&unit.id),
            name: unit.name.clone(),
            against: against.and_then(of),
            before,
            needed: if tally.denominator == 0 { 0 } else { target.goal_in(ctx).needed(&tally, before.as_ref()) },
            status: target.status(ctx, year, &tally, before.as_ref()),
            tally,
        })
    }

    /// Of a unit of which nothing was counted.
    pub(crate) fn empty(unit: &UnitFigures) -> Self {
        let (unit, name) = (Arc::clone(&unit.id), unit.name.clone());
        Self { unit, name, tally: Tally::default(), against: None, before: None, needed: 0, status: Status::NoData }
    }

    /// Whether the sub-unit has anything to do with the figure.
    pub(crate) fn speaks(&self) -> bool {
        self.tally != Tally::default() || self.against.is_some_and(|tally| tally != Tally::default())
    }
}

/// Those that are short the most first, then those with the lower share, then by path.
pub(crate) fn worst_first(parts: &mut [Part]) {
    parts.sort_by(|a, b| {
        let share = |part: &Part| u128::from(part.tally.numerator);
        let (left, right) = (share(a) * u128::from(b.tally.denominator), share(b) * u128::from(a.tally.denominator));
        b.needed.cmp(&a.needed).then(left.cmp(&right)).then(a.unit.cmp(&b.unit))
    });
}
