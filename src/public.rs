//! What may be published: no figure of fewer than five, and none that would let one compute such a figure; nothing that
//! tells who in a village is a member.

mod hidden;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use crate::{
    board::Board,
    report::{Line, UnitReport, YearReport},
    targets::{Status, Tally, deputy_membership, head_membership, member_elected_head},
    trace::Part,
    unit::UnitLevel,
};
use hidden::{FEWEST, Shown, hidden};

/// Figures that tell of a few persons in villages who is a member.
fn is_of_heads(target: &str) -> bool {
    [head_membership::TARGET.id, deputy_membership::TARGET.id, member_elected_head::TARGET.id].contains(&target)
}

/// Which figures of a year, and of the year before, are not published: target and unit.
struct Withheld {
    now: BTreeSet<(&'static str, Arc<str>)>,
    before: BTreeSet<(&'static str, Arc<str>)>,
}

impl Withheld {
    fn of<'u>(units: impl Iterator<Item = &'u UnitReport> + Clone, parts: &[&Part]) -> Self {
        let root: Arc<str> = "".into();
        let mut targets: BTreeMap<&'static str, [BTreeMap<Arc<str>, Shown>; 2]> = BTreeMap::new();
        let mut add = |unit: &Arc<str>, target: &'static str, now: &Tally, before: Option<&Tally>| {
            let figures = targets.entry(target).or_default();
            let shown = |tally: &Tally| Shown { numerator: tally.numerator, denominator: tally.denominator };
            figures[0].insert(Arc::clone(unit), shown(now));
            if let Some(before) = before {
                figures[1].insert(Arc::clone(unit), shown(before));
            }
        };
        for unit in units {
            for line in &unit.lines {
                add(unit.id.as_ref().unwrap_or(&root), line.target.id, &line.tally, line.previous.as_ref());
            }
        }
        for part in parts {
            let line = &part.line;
            add(&part.unit, line.target.id, &line.tally, line.previous.as_ref());
        }
        let all = |which: usize| {
            let of_target = |(target, figures): (&&'static str, &[BTreeMap<Arc<str>, Shown>; 2])| {
                hidden(&figures[which]).into_iter().map(|unit| (*target, unit)).collect::<Vec<_>>()
            };
            targets.iter().flat_map(of_target).collect()
        };
        Self { now: all(0), before: all(1) }
    }

    fn apply(&self, unit: &mut UnitReport, level: UnitLevel) {
        let id = unit.id.clone().unwrap_or_else(|| "".into());
        unit.lines.retain(|line| {
            let of_heads = level > UnitLevel::District && is_of_heads(line.target.id);
            !of_heads && !self.now.contains(&(line.target.id, Arc::clone(&id)))
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
pub(crate) fn report(report: &mut YearReport, level: UnitLevel, rows: Option<UnitLevel>) {
    let withheld = Withheld::of(std::iter::once(&report.whole).chain(&report.by), &[]);
    take(report, &withheld, level, rows);
}

fn take(report: &mut YearReport, withheld: &Withheld, level: UnitLevel, rows: Option<UnitLevel>) {
    withheld.apply(&mut report.whole, level);
    for unit in &mut report.by {
        withheld.apply(unit, rows.unwrap_or(level));
    }
    report.withheld = true;
}

/// Takes out of a page what is not published: figures of few, records, people, and who leads a village.
pub(crate) fn board(board: &mut Board) {
    let parts: Vec<&Part> = board.traces.iter().flat_map(|trace| &trace.by).collect();
    let withheld = Withheld::of(std::iter::once(&board.report.whole).chain(&board.report.by), &parts);
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
        trace.by.retain(|part| is_open(&part.unit, below));
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
    years(board);
    board.cells.clear();
    board.missing.clear();
    board.witnesses.clear();
}

/// The whole's own years, each by itself: a figure of few is none, and how many are still needed tells of one.
fn years(board: &mut Board) {
    let level = board.level;
    board.years.rows.retain(|row| !(level > UnitLevel::District && is_of_heads(row.target.id)));
    for row in &mut board.years.rows {
        for line in &mut row.years {
            if (1..FEWEST).contains(&line.tally.denominator) {
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
