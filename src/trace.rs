//! Why a number: the records that made it, or the sub-units, those that are short the most first.

use std::sync::Arc;

use crate::{
    context::Context,
    date::{Date, Span},
    difference::{self, Difference},
    judge::{Judgement, UnitFigures},
    report::Line,
    targets::{self, Count, Evidence, Tally, Target},
    unit::{UnitLevel, within},
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

impl Trace {
    /// Of a unit that was judged: its own evidence, and what those units of the level below that lie in it added.
    /// `years` are those counted, the figure's own first; `against` is the one of them that it is compared with.
    pub(crate) fn new(
        ctx: &Context,
        target: &'static Target,
        (unit, judged): (&UnitFigures, &Judgement),
        (years, against): (&[i32], Option<i32>),
        below: Option<UnitLevel>,
    ) -> Self {
        let index = targets::find(target.id).map_or(0, |(index, _)| index);
        let year = years.first().copied().unwrap_or_default();
        let nothing = Line::new(ctx, target, unit.level, year, (Tally::default(), None));
        let whole = Part::new(ctx, target, unit, index, (years, against));
        let (line, compared) = whole.map_or((nothing, None), |whole| (whole.line, whole.against));
        let is_child =
            |child: &&UnitFigures| Some(child.level) == below && child.id != unit.id && within(&child.id, &unit.id);
        let children = judged.units.iter().filter(is_child);
        let mut by: Vec<Part> =
            children.filter_map(|child| Part::new(ctx, target, child, index, (years, against))).collect();
        by.retain(Part::speaks);
        worst_first(&mut by);
        let own = judged.evidence.iter().filter(|witness| witness.target == index && witness.unit == unit.id);
        let mut evidence: Vec<Evidence> = own.map(|witness| witness.evidence.clone()).collect();
        evidence.sort_by(|a, b| (&a.path, a.line).cmp(&(&b.path, b.line)));
        let touching = difference::all(&ctx.settings).into_iter().filter(|difference| difference.touches(target));
        Self {
            line,
            name: if unit.id.is_empty() { ctx.settings.name.clone() } else { unit.name.clone() },
            level: unit.level,
            unit: Arc::clone(&unit.id),
            year,
            reference: ctx.reference_date(year),
            period: ctx.period(),
            has_village_cells: unit.years.first().is_some_and(|year| year.strength.village_cells > 0),
            settings: touching.collect(),
            against: against.zip(compared),
            evidence,
            by,
        }
    }
}

/// The level of the sub-units that add up to a unit's figure; none where its own records do.
pub(crate) fn below(level: UnitLevel, target: &Target, deep: bool) -> Option<UnitLevel> {
    let lowest = match target.count {
        Count::Cell(_) | Count::CellFromCommuneUp(_) => UnitLevel::Cell,
        Count::Village(_) => UnitLevel::Village,
        Count::Commune(_) => UnitLevel::Commune,
        Count::District(_) => UnitLevel::District,
        Count::Province(_) => UnitLevel::Province,
    };
    match level {
        // Cells and villages stand side by side.
        UnitLevel::Cell | UnitLevel::Village => None,
        level if level >= lowest => None,
        level if deep || level == UnitLevel::Commune => Some(lowest),
        level => level.below(),
    }
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
