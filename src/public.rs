//! What may be published: no figure of fewer than five, and none that would let one compute such a figure; nothing that
//! tells who in a village is a member.

mod hidden;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use crate::{
    board::Board,
    report::{Figures, Line, UnitReport, YearReport},
    targets::{
        self, Status, TARGETS, Tally, deputy_membership, excellent_cap, good_members, head_membership, head_reporting,
        lower_grades_falling, member_elected_head, mentor_assigned,
    },
    unit::UnitLevel,
};
use hidden::{FEWEST, Shown, hidden};

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

/// The figures of every unit below the whole, whatever is shown of them: what is held back is the same at each level
/// that is asked for, so that two reports of a unit tell no more than one.
#[derive(Default)]
pub(crate) struct Tree(BTreeMap<Arc<str>, [Vec<Shown>; 2]>);

impl Tree {
    pub(crate) fn add(&mut self, unit: &Arc<str>, figures: &Figures) {
        let shown = |tally: &Tally| Shown { numerator: tally.numerator, denominator: tally.denominator };
        let year = figures.year.tallies.iter().map(shown).collect();
        let before = figures.previous.map(|before| before.tallies.iter().map(shown).collect());
        self.0.insert(Arc::clone(unit), [year, before.unwrap_or_default()]);
    }

    /// The units whose figures of these targets are held back, in the year or the one before.
    fn withheld(&self, group: &[&'static str], which: usize) -> BTreeSet<(&'static str, Arc<str>)> {
        let of_target = |target: &&str| -> BTreeMap<Arc<str>, Shown> {
            let index = targets::find(target).map_or(usize::MAX, |(index, _)| index);
            let shown =
                |(unit, years): (&Arc<str>, &[Vec<Shown>; 2])| Some((Arc::clone(unit), *years[which].get(index)?));
            self.0.iter().filter_map(shown).collect()
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

/// Which figures of a year, and of the year before, are not published: target and unit.
struct Withheld {
    now: BTreeSet<(&'static str, Arc<str>)>,
    before: BTreeSet<(&'static str, Arc<str>)>,
}

impl Withheld {
    fn of(tree: &Tree) -> Self {
        let alone = TARGETS.iter().map(|target| vec![target.id]).filter(|group| !TOGETHER.contains(&group[0]));
        let groups: Vec<Vec<&'static str>> = alone.chain([TOGETHER.to_vec()]).collect();
        let all = |which: usize| groups.iter().flat_map(|group| tree.withheld(group, which)).collect();
        Self { now: all(0), before: all(1) }
    }

    fn apply(&self, unit: &mut UnitReport, level: UnitLevel, is_whole: bool) {
        let id = unit.id.clone().unwrap_or_else(|| "".into());
        unit.lines.retain(|line| {
            let of_heads = level > UnitLevel::District && is_of_heads(line.target.id);
            // A nought for a unit among others would tell that all its posts are dual, and so who is a member.
            let is_nothing = !is_whole && line.tally.denominator == 0;
            !of_heads && !is_nothing && !self.now.contains(&(line.target.id, Arc::clone(&id)))
        });
        for line in &mut unit.lines {
            if self.before.contains(&(line.target.id, Arc::clone(&id))) {
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

/// Takes out of a report what is not published. `level` is that of the whole, `rows` that of the units beside it.
pub(crate) fn report(report: &mut YearReport, tree: &Tree, level: UnitLevel, rows: Option<UnitLevel>) {
    take(report, &Withheld::of(tree), level, rows);
}

fn take(report: &mut YearReport, withheld: &Withheld, level: UnitLevel, rows: Option<UnitLevel>) {
    withheld.apply(&mut report.whole, level, true);
    for unit in &mut report.by {
        withheld.apply(unit, rows.unwrap_or(level), false);
    }
    report.withheld = true;
}

/// Takes out of a page what is not published: figures of few, records, people, and who leads a village.
pub(crate) fn board(board: &mut Board, tree: &Tree) {
    let withheld = Withheld::of(tree);
    take(&mut board.report, &withheld, board.level, board.rows);
    for trace in &mut board.traces {
        trace.evidence.clear();
        trace.against = None;
        let target = trace.line.target.id;
        let is_open = |unit: &Arc<str>, level: UnitLevel| {
            let of_heads = level > UnitLevel::District && is_of_heads(target);
            !of_heads && !withheld.now.contains(&(target, Arc::clone(unit)))
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
        !of_heads && !withheld.now.contains(&(target, Arc::clone(&trace.unit)))
    });
    years(board, &withheld);
    board.cells.clear();
    board.missing.clear();
    board.witnesses.clear();
}

/// The whole's own years: a figure of few is none, nor is one that is held back above, and how many are still needed
/// tells of one.
fn years(board: &mut Board, withheld: &Withheld) {
    let (level, year) = (board.level, board.report.year);
    let whole = board.report.whole.id.clone().unwrap_or_else(|| "".into());
    let years = board.years.years.clone();
    board.years.rows.retain(|row| !(level > UnitLevel::District && is_of_heads(row.target.id)));
    for row in &mut board.years.rows {
        let key = (row.target.id, Arc::clone(&whole));
        for (of_year, line) in years.iter().zip(&mut row.years) {
            let is_held_back = *of_year == year && withheld.now.contains(&key)
                || *of_year == year - 1 && withheld.before.contains(&key);
            if is_held_back || (1..FEWEST).contains(&line.tally.denominator) {
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
            tree.0.insert(unit.into(), [shown, Vec::new()]);
        };
        let sum = |of: [(u64, u64); 3]| of.iter().fold((0, 0), |sum, (n, d)| (sum.0 + n, sum.1 + d));
        add("", [sum(good), sum(best), sum(lower)]);
        for (index, unit) in ["a", "b", "c"].into_iter().enumerate() {
            add(unit, [good[index], best[index], lower[index]]);
        }
        let alone = |target: &&'static str| {
            let held_back = tree.withheld(&[*target], 0);
            held_back.into_iter().map(|(_, unit)| unit.to_string()).collect::<Vec<_>>()
        };
        assert_ne!(alone(&TOGETHER[0]), alone(&TOGETHER[1]), "the example shows nothing");
        let withheld = Withheld::of(&tree).now;
        let of =
            |target: &str| withheld.iter().filter(|(id, _)| *id == target).map(|(_, unit)| &**unit).collect::<Vec<_>>();
        for target in TOGETHER {
            assert_eq!(of(target), ["a", "b", "c"], "{target}");
        }
    }
}
