//! Why a number: the records that made it, or the sub-units, those that are short the most first.

use std::sync::Arc;

use crate::{
    context::Context,
    date::{Date, Span},
    difference::Difference,
    judge::UnitFigures,
    report::Line,
    targets::{Evidence, Tally, Target},
    unit::UnitLevel,
};

/// A figure and what made it. The tally is the sum of the unit's own evidence and of `by`.
#[derive(Debug)]
pub(crate) struct Trace {
    /// The figure, with the year before where what must fall is judged by that.
    pub(crate) line: Line,
    pub(crate) unit: Arc<str>,
    pub(crate) name: String,
    pub(crate) level: UnitLevel,
    pub(crate) year: i32,
    /// The day on which the year's state is taken; absent where the period does not reach into the year.
    pub(crate) reference: Option<Date>,
    pub(crate) period: Span,
    /// Whether there is a village cell among the unit's cells, or it is one.
    pub(crate) has_village_cells: bool,
    /// What the register sets otherwise and the target is touched by.
    pub(crate) settings: Vec<Difference>,
    /// The year compared with, and its figure.
    pub(crate) against: Option<(i32, Tally)>,
    /// By path and line.
    pub(crate) evidence: Vec<Evidence>,
    pub(crate) by: Vec<Part>,
}

/// A sub-unit's share of a figure.
#[derive(Debug)]
pub(crate) struct Part {
    pub(crate) unit: Arc<str>,
    pub(crate) name: String,
    pub(crate) line: Line,
    pub(crate) against: Option<Tally>,
}

impl Part {
    /// `years` are those counted, the figure's own first; `against` is the one of them that it is compared with.
    pub(crate) fn new(
        ctx: &Context,
        target: &'static Target,
        unit: &UnitFigures,
        index: usize,
        (years, against): (&[i32], Option<i32>),
    ) -> Option<Self> {
        let of = |year: i32| {
            let at = years.iter().position(|counted| *counted == year)?;
            Some(unit.years.get(at)?.tallies[index])
        };
        let year = *years.first()?;
        Some(Self {
            unit: Arc::clone(&unit.id),
            name: unit.name.clone(),
            line: Line::new(ctx, target, unit.level, year, (of(year)?, of(year - 1))),
            against: against.and_then(of),
        })
    }

    /// Whether the sub-unit has anything to do with the figure.
    pub(crate) fn speaks(&self) -> bool {
        self.line.concerns_unit() || self.against.is_some_and(|tally| tally != Tally::default())
    }
}

/// Those that are short the most first, then those with the worse share, which under a limit is the higher, then by path.
pub(crate) fn worst_first(parts: &mut [Part]) {
    parts.sort_by(|a, b| {
        let share = |part: &Part| u128::from(part.line.tally.numerator);
        let (left, right) =
            (share(a) * u128::from(b.line.tally.denominator), share(b) * u128::from(a.line.tally.denominator));
        let by_share = if a.line.goal.is_a_limit() { right.cmp(&left) } else { left.cmp(&right) };
        b.line.needed.cmp(&a.line.needed).then(by_share).then(a.unit.cmp(&b.unit))
    });
}
