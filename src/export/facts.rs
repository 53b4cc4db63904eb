//! From a commune and what was judged of it to the rows of the tables.

mod cell;
mod village;

use std::{collections::BTreeMap, sync::Arc};

use super::{
    rows::{Facts, Seq, Value},
    tables::Of,
};
use crate::{
    context::Context,
    date::{Date, Span},
    finding::Finding,
    judge::{Judgement, UnitFigures, Wanted},
    register::Commune,
    targets::{Ask, Status, TARGETS, Tally},
};

/// The units above the communes, each with its number.
pub(super) type Above = BTreeMap<Arc<str>, u64>;

/// What writing facts knows.
pub(super) struct Maker<'m> {
    pub(super) ctx: &'m Context,
    pub(super) wanted: &'m Wanted,
    pub(super) above: &'m Above,
    /// Whether names and the register's own ids are asked for.
    pub(super) private: bool,
}

/// The units of one commune by their ids, each with its number within.
struct Units<'m> {
    above: &'m Above,
    own: BTreeMap<Arc<str>, u32>,
}

impl Units<'_> {
    fn value(&self, id: &str) -> Value {
        match (self.own.get(id), self.above.get(id)) {
            (Some(number), _) => Value::Key(Seq::Unit, *number),
            (None, Some(number)) => Value::Count(*number),
            (None, None) => Value::Nothing,
        }
    }

    /// The units above one, the nearest first, as far up as the export goes.
    fn above<'i>(&self, id: &'i str) -> impl Iterator<Item = Value> + use<'_, 'i> {
        ancestors(id).map(|id| self.value(id)).filter(|value| *value != Value::Nothing)
    }
}

/// The paths above one, the nearest first; the last is the root's, which is empty.
fn ancestors(id: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(id), |id| match id.rsplit_once(['#', '/']) {
        Some((above, _)) => Some(above),
        None if id.is_empty() => None,
        None => Some(""),
    })
    .skip(1)
}

/// The root's path is empty, which a CSV file cannot tell from none at all.
fn path(id: &str) -> Value {
    Value::text(if id.is_empty() { "." } else { id })
}

impl Maker<'_> {
    /// The rows of one commune.
    pub(super) fn of_commune(&self, commune: &Commune<'_>, judged: &Judgement) -> Facts {
        let mut facts = Facts::new(self.private);
        let mut units = Units { above: self.above, own: BTreeMap::new() };
        for unit in &judged.units {
            let number = facts.number(Seq::Unit);
            units.own.insert(Arc::clone(&unit.id), number);
        }
        let is_village_cell = |id: &str| commune.cells.iter().any(|cell| *cell.unit == *id && cell.is_village_cell());
        for unit in &judged.units {
            self.unit(unit, &units, is_village_cell(&unit.id), &mut facts);
            self.tallies(unit, &units.value(&unit.id), &mut facts);
        }
        let mut people = BTreeMap::new();
        for cell in commune.cells.iter().filter(|cell| units.own.contains_key(&cell.unit)) {
            let numbers = self.people(cell, &units, &mut facts);
            self.cell(cell, &numbers, &units, &mut facts);
            people.insert(Arc::clone(&cell.unit), numbers);
        }
        self.villages(commune, &units, &mut facts);
        for finding in &judged.findings {
            finding_row(finding, units.value(&finding.unit), &mut facts);
        }
        facts
    }

    /// What a unit above the communes is.
    pub(super) fn upper_unit(&self, unit: &UnitFigures, facts: &mut Facts) {
        let units = Units { above: self.above, own: BTreeMap::new() };
        self.unit(unit, &units, false, facts);
    }

    /// What is counted of a unit above the communes, once all below are summed.
    pub(super) fn upper_tallies(&self, unit: &UnitFigures, facts: &mut Facts) {
        let units = Units { above: self.above, own: BTreeMap::new() };
        self.tallies(unit, &units.value(&unit.id), facts);
    }

    /// The row of a finding of a unit above the communes.
    pub(super) fn upper_finding(&self, finding: &Finding, facts: &mut Facts) {
        let units = Units { above: self.above, own: BTreeMap::new() };
        finding_row(finding, units.value(&finding.unit), facts);
    }

    fn unit(&self, unit: &UnitFigures, units: &Units<'_>, village_cell: bool, facts: &mut Facts) {
        let own = units.value(&unit.id);
        let row = [
            own.clone(),
            path(&unit.id),
            Value::Word(unit.level.word()),
            Value::text(&unit.name),
            units.above(&unit.id).next().unwrap_or(Value::Nothing),
            Value::Is(village_cell),
        ];
        facts.row(Of::Units, row);
        facts.row(Of::UnitAbove, [own.clone(), own.clone()]);
        for above in units.above(&unit.id) {
            facts.row(Of::UnitAbove, [own.clone(), above]);
        }
    }

    /// What is counted of a unit; of what is nought throughout there is no row.
    fn tallies(&self, unit: &UnitFigures, own: &Value, facts: &mut Facts) {
        for (index, &year) in self.wanted.years.iter().enumerate() {
            for (at, target) in TARGETS.iter().enumerate() {
                let tally = &unit.years[index].tallies[at];
                if *tally == Tally::default() || !target.count.is_measured_at(unit.level) {
                    continue;
                }
                let previous = self.wanted.before(index).map(|before| &unit.years[before].tallies[at]);
                let status = target.status(self.ctx, year, tally, previous);
                let needed =
                    if status == Status::NoData { 0 } else { target.goal_in(self.ctx).needed(tally, previous) };
                let Tally { numerator, denominator, left_out, unknown, apart, units, with_data, .. } = *tally;
                let counts = [numerator, denominator, left_out, unknown, apart, units, with_data].map(Value::Count);
                let [numerator, denominator, left_out, unknown, apart, units, with_data] = counts;
                let row = [
                    own.clone(),
                    Value::year(year),
                    Value::Word(target.id),
                    numerator,
                    denominator,
                    left_out,
                    unknown,
                    apart,
                    units,
                    with_data,
                    Value::Word(status.word()),
                    Value::Count(needed),
                ];
                facts.row(Of::Tallies, row);
            }
        }
    }

    /// The years that the register reaches, each with the day on which its state is taken.
    pub(super) fn asks(&self) -> impl Iterator<Item = Ask<'_>> {
        let ask = |year: i32| {
            let reference = self.ctx.reference_date(year)?;
            Some(Ask { ctx: self.ctx, year, reference, ahead: false })
        };
        self.wanted.years.iter().filter_map(move |year| ask(*year))
    }

    /// No day before the plan's first is told: whoever joined earlier did so "before the plan".
    fn not_before_plan(&self, day: Date) -> Value {
        Value::Day(day.max(self.ctx.settings.plan.from))
    }

    /// The two ends of a time; nothing where it was over before the plan began.
    fn span(&self, span: Span) -> Option<[Value; 2]> {
        let until = (span.until != Span::ALWAYS.until).then_some(span.until);
        let is_told = span.until >= self.ctx.settings.plan.from;
        is_told.then(|| [self.not_before_plan(span.from), Value::day(until)])
    }
}

fn finding_row(finding: &Finding, unit: Value, facts: &mut Facts) {
    let number = facts.number(Seq::Finding);
    let row = [
        Value::Key(Seq::Finding, number),
        Value::Word(finding.id),
        Value::Word(finding.level.word()),
        finding.clause.map_or(Value::Nothing, Value::Word),
        unit,
        Value::text(finding.period.as_deref().unwrap_or_default()),
        Value::text(&finding.path),
        Value::Is(finding.is_explained()),
    ];
    facts.row(Of::Findings, row);
}

#[cfg(test)]
mod tests {
    use super::ancestors;

    #[test]
    fn the_units_above_one_end_at_the_root() {
        let above = |id| ancestors(id).collect::<Vec<_>>();
        assert_eq!(above("van-giang/me-so#thon-1"), ["van-giang/me-so", "van-giang", ""]);
        assert_eq!(above("#thon-1"), [""]);
        assert!(above("").is_empty());
    }
}
