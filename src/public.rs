//! What may be published: no figure of fewer than five, and none that would let one compute such a figure; nothing that
//! tells who in a village is a member.

mod hidden;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use crate::{
    board::Board,
    judge::UnitFigures,
    report::{Line, UnitReport, YearReport},
    targets::{
        self, Status, TARGETS, Tally, Target, deputy_membership, excellent_cap, good_members, head_membership,
        head_reporting, lower_grades_falling, member_elected_head, mentor_assigned,
    },
    unit::UnitLevel,
};
use hidden::{Shown, hidden};

/// Figures that tell of a few persons in villages who is a member: by what they count, or by of how many.
fn is_of_heads(target: &str) -> bool {
    let of_heads = [
        head_membership::TARGET.id,
        deputy_membership::TARGET.id,
        member_elected_head::TARGET.id,
        // Those who are no members.
        head_reporting::TARGET.id,
        mentor_assigned::TARGET.id,
    ];
    of_heads.contains(&target)
}

/// Targets of which one gives another: those graded good or better are all that are graded less those below, and the
/// base of the cap on the best.
const TOGETHER: &[&str] = &[good_members::TARGET.id, excellent_cap::TARGET.id, lower_grades_falling::TARGET.id];

/// The figures of every unit of the register by year, whatever is shown of them and of which unit: what is held back is
/// the same in every report, so that two reports tell no more than one.
#[derive(Default)]
pub(crate) struct Tree(BTreeMap<i32, BTreeMap<Arc<str>, Vec<Shown>>>);

impl Tree {
    /// Of all the units of a register, which were counted for these years.
    pub(crate) fn of(units: &[UnitFigures], years: &[i32]) -> Self {
        let shown = |tally: &Tally| Shown { numerator: tally.numerator, denominator: tally.denominator };
        let mut tree = Self::default();
        for unit in units {
            for (year, figures) in years.iter().zip(&unit.years) {
                let figures = figures.tallies.iter().map(shown).collect();
                tree.0.entry(*year).or_default().insert(Arc::clone(&unit.id), figures);
            }
        }
        tree
    }

    /// The units whose figures of these targets are held back in a year.
    fn withheld(&self, group: &[&'static str], year: i32) -> BTreeSet<(&'static str, Arc<str>)> {
        let of_target = |target: &&str| -> BTreeMap<Arc<str>, Shown> {
            let Some((index, _)) = targets::find(target) else { return BTreeMap::new() };
            let units = self.0.get(&year).into_iter().flatten();
            units.filter_map(|(unit, figures)| Some((Arc::clone(unit), *figures.get(index)?))).collect()
        };
        let figures: Vec<BTreeMap<Arc<str>, Shown>> = group.iter().map(of_target).collect();
        let mut units = BTreeSet::new();
        loop {
            let more: BTreeSet<Arc<str>> = figures.iter().flat_map(|figures| hidden(figures, &units)).collect();
            if more == units {
                return group.iter().flat_map(|target| units.iter().map(|unit| (*target, Arc::clone(unit)))).collect();
            }
            units = more;
        }
    }
}

/// Which figures are not published, by year: target and unit.
struct Withheld(BTreeMap<i32, BTreeSet<(&'static str, Arc<str>)>>);

impl Withheld {
    fn of(tree: &Tree) -> Self {
        let alone = TARGETS.iter().map(|target| vec![target.id]).filter(|group| !TOGETHER.contains(&group[0]));
        let groups: Vec<Vec<&'static str>> = alone.chain([TOGETHER.to_vec()]).collect();
        let of_year = |year: &i32| groups.iter().flat_map(|group| tree.withheld(group, *year)).collect();
        Self(tree.0.keys().map(|year| (*year, of_year(year))).collect())
    }

    fn holds(&self, year: i32, target: &'static str, unit: &Arc<str>) -> bool {
        self.0.get(&year).is_some_and(|held_back| held_back.contains(&(target, Arc::clone(unit))))
    }

    /// `parts` are the units whose sum this is: itself, or those of a union. Where one of them is held back, so is the sum,
    /// which less the others would tell it.
    fn apply(&self, year: i32, unit: &mut UnitReport, parts: &[Arc<str>], level: UnitLevel) {
        let is_held_back = |year: i32, target: &Target| parts.iter().any(|part| self.holds(year, target.id, part));
        let may_be_nought = level <= UnitLevel::District && unit.id.as_deref().is_some_and(str::is_empty);
        unit.lines.retain(|line| {
            let of_heads = level > UnitLevel::District && is_of_heads(line.target.id);
            // A nought of a commune, or of one unit of a register, would tell that all its posts are dual, and so who is
            // a member.
            let is_nothing = !may_be_nought && line.tally.denominator == 0;
            !of_heads && !is_nothing && !is_held_back(year, line.target)
        });
        for line in &mut unit.lines {
            // A nought of the year before tells as much as one of the year.
            let was_nothing = !may_be_nought && line.previous.is_some_and(|before| before.denominator == 0);
            if was_nothing || is_held_back(year - 1, line.target) {
                line.previous = None;
            }
            strip(line);
        }
    }
}

/// The other reading has another denominator, which would need a look of its own. Parts have the figure's.
fn strip(line: &mut Line) {
    line.other_reading = None;
    for tally in std::iter::once(&mut line.tally).chain(&mut line.previous) {
        *tally = Tally { apart: 0, other: (0, 0), ..*tally };
    }
}

/// Takes out of a report what is not published. `parts` are the units whose sum the whole is, `level` their lowest; `rows`
/// is that of the units beside it.
pub(crate) fn report(
    report: &mut YearReport,
    tree: &Tree,
    parts: &[Arc<str>],
    level: UnitLevel,
    rows: Option<UnitLevel>,
) {
    take(report, &Withheld::of(tree), parts, (level, rows));
}

fn take(
    report: &mut YearReport,
    withheld: &Withheld,
    parts: &[Arc<str>],
    (level, rows): (UnitLevel, Option<UnitLevel>),
) {
    withheld.apply(report.year, &mut report.whole, parts, level);
    for unit in &mut report.by {
        let itself = unit.id.clone();
        withheld.apply(report.year, unit, itself.as_slice(), rows.unwrap_or(level));
    }
    report.withheld = true;
}

/// Takes out of a page what is not published: figures of few, records, people, and who leads a village.
pub(crate) fn board(board: &mut Board, tree: &Tree) {
    let withheld = Withheld::of(tree);
    let (year, whole) = (board.report.year, board.report.whole.id.clone());
    take(&mut board.report, &withheld, whole.as_slice(), (board.level, board.rows));
    for trace in &mut board.traces {
        trace.evidence.clear();
        trace.against = None;
        let target = trace.line.target.id;
        let is_open = |unit: &Arc<str>, level: UnitLevel| {
            let of_heads = level > UnitLevel::District && is_of_heads(target);
            !of_heads && !withheld.holds(year, target, unit)
        };
        let below = trace.level.below().unwrap_or(UnitLevel::Cell);
        trace.by.retain(|part| part.line.tally.denominator > 0 && is_open(&part.unit, below));
        for part in &mut trace.by {
            part.line.previous = None;
            strip(&mut part.line);
        }
        trace.line.previous = None;
        strip(&mut trace.line);
    }
    board.traces.retain(|trace| {
        let target = trace.line.target.id;
        let of_heads = trace.level > UnitLevel::District && is_of_heads(target);
        trace.line.tally.denominator > 0 && !of_heads && !withheld.holds(year, target, &trace.unit)
    });
    years(board, &withheld);
    board.cells.clear();
    board.missing.clear();
    board.witnesses.clear();
}

/// The whole's own years: a figure that is held back is none, and how many are still needed tells of one.
fn years(board: &mut Board, withheld: &Withheld) {
    let level = board.level;
    let whole = board.report.whole.id.clone().unwrap_or_else(|| "".into());
    board.years.rows.retain(|row| !(level > UnitLevel::District && is_of_heads(row.target.id)));
    for row in &mut board.years.rows {
        for (year, line) in board.years.years.iter().zip(&mut row.years) {
            if withheld.holds(*year, row.target.id, &whole) {
                line.tally = Tally::default();
                line.status = Status::NoData;
                line.needed = 0;
                row.pace = None;
            }
            line.previous = None;
            strip(line);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of three communes one has four who are graded. By itself each target would hold back another one beside it, and
    /// the base of the cap on the best, which is how many are good, would give away what the other holds back.
    #[test]
    fn what_one_target_holds_back_no_other_tells() {
        let [good, best, lower] = [[(3, 4), (10, 10), (6, 11)], [(1, 3), (1, 10), (1, 6)], [(1, 4), (0, 10), (5, 11)]];
        let mut tree = Tree::default();
        let mut add = |unit: &str, figures: [(u64, u64); 3]| {
            let mut shown = vec![Shown { numerator: 0, denominator: 0 }; TARGETS.len()];
            for (target, (numerator, denominator)) in TOGETHER.iter().zip(figures) {
                let index = targets::find(target).expect("a target").0;
                shown[index] = Shown { numerator, denominator };
            }
            tree.0.entry(2018).or_default().insert(unit.into(), shown);
        };
        let sum = |of: [(u64, u64); 3]| of.iter().fold((0, 0), |sum, (n, d)| (sum.0 + n, sum.1 + d));
        add("", [sum(good), sum(best), sum(lower)]);
        for (index, unit) in ["a", "b", "c"].into_iter().enumerate() {
            add(unit, [good[index], best[index], lower[index]]);
        }
        let alone = |target: &&'static str| {
            let held_back = tree.withheld(&[*target], 2018);
            held_back.into_iter().map(|(_, unit)| unit.to_string()).collect::<Vec<_>>()
        };
        assert_ne!(alone(&TOGETHER[0]), alone(&TOGETHER[1]), "the example shows nothing");
        let withheld = &Withheld::of(&tree).0[&2018];
        let of =
            |target: &str| withheld.iter().filter(|(id, _)| *id == target).map(|(_, unit)| &**unit).collect::<Vec<_>>();
        for target in TOGETHER {
            assert_eq!(of(target), ["a", "b", "c"], "{target}");
        }
    }
}
