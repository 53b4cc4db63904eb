//! `report -O json`, version 1: relied on from outside.

use std::collections::BTreeMap;

use serde::Serialize;

use super::report_words as words;
use crate::{
    difference::Difference,
    filed,
    report::{Line, UnitReport, YearReport},
    targets::{self, Goal, Tally, strength::Strength},
};

#[derive(Serialize)]
struct Form<'r> {
    version: u32,
    register: Register<'r>,
    year: i32,
    as_of: String,
    /// Null for a union of several units.
    unit: Option<&'r str>,
    /// Null for a union of several units.
    name: Option<&'r str>,
    settings: Settings,
    left_out_records: u64,
    strength: &'r Strength,
    targets: Vec<Target<'r>>,
    by: Vec<Unit<'r>>,
    /// Only where filed figures are compared.
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<Since<'r>>,
}

#[derive(Serialize)]
struct Since<'r> {
    reference: &'r str,
    changes: Vec<Change<'r>>,
}

#[derive(Serialize)]
struct Change<'r> {
    target: &'r str,
    filed: Share,
    now: Share,
    cause: &'static str,
    by: &'r [String],
    /// Records beside those that are there no longer.
    #[serde(skip_serializing_if = "is_none")]
    gone: u64,
}

#[derive(Serialize)]
struct Register<'r> {
    name: &'r str,
    digest: String,
    commit: Option<&'r str>,
}

#[derive(Serialize)]
struct Unit<'r> {
    unit: Option<&'r str>,
    name: &'r str,
    /// Where the unit's figures were made; only in a report that was merged from several.
    #[serde(skip_serializing_if = "Option::is_none")]
    register: Option<Register<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    left_out_records: Option<u64>,
    strength: &'r Strength,
    targets: Vec<Target<'r>>,
}

#[derive(Serialize)]
struct Target<'r> {
    id: &'r str,
    clause: Option<&'r str>,
    clauses: &'r [&'r str],
    goal: GoalForm,
    numerator: u64,
    denominator: u64,
    left_out: u64,
    unknown: u64,
    coverage: Coverage,
    status: &'r str,
    needed: u64,
    previous: Option<Previous>,
    /// Subjects that stand apart by the counting rule.
    apart: u64,
    /// The other reading of the clause, where it has one.
    other_reading: Option<Share>,
    /// What the target counts apart, under its own key.
    #[serde(flatten)]
    parts: Parts,
}

/// What the register sets otherwise, by its key in chibo.toml.
pub(super) type Settings = BTreeMap<String, String>;

pub(super) fn settings(differences: &[Difference]) -> Settings {
    differences.iter().map(|difference| (difference.key(), difference.value())).collect()
}

/// Under its key, by name.
pub(super) type Parts = BTreeMap<&'static str, BTreeMap<&'static str, Part>>;

/// One of the parts: a share of the target's denominator where its shares must fall, else a count.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Part {
    Share { numerator: u64, denominator: u64, previous: Option<Share> },
    Count(u64),
}

/// The year before, as far as this year is judged by it.
#[derive(Serialize)]
struct Previous {
    numerator: u64,
    denominator: u64,
    unknown: u64,
}

#[derive(Serialize)]
pub(super) struct GoalForm {
    kind: &'static str,
    percent: Option<u8>,
}

impl GoalForm {
    pub(super) fn of(goal: Goal) -> Self {
        Self { kind: goal.kind(), percent: words::goal_percent(goal) }
    }
}

#[derive(Serialize)]
pub(super) struct Coverage {
    units: u64,
    with_data: u64,
}

impl Coverage {
    pub(super) fn of(tally: &Tally) -> Self {
        Self { units: tally.units, with_data: tally.with_data }
    }
}

#[derive(Serialize)]
pub(super) struct Share {
    pub(super) numerator: u64,
    pub(super) denominator: u64,
}

impl Share {
    pub(super) fn of(tally: &Tally) -> Self {
        Self { numerator: tally.numerator, denominator: tally.denominator }
    }

    /// By the other reading of the clause.
    pub(super) fn of_other(tally: &Tally) -> Self {
        let (numerator, denominator) = tally.other;
        Self { numerator, denominator }
    }
}

pub(crate) fn render(report: &YearReport) -> String {
    let register = &report.register;
    super::json(&Form {
        version: 1,
        register: Register {
            name: &register.name,
            digest: format!("{:032x}", register.digest),
            commit: register.commit.as_deref(),
        },
        year: report.year,
        as_of: report.reference.unwrap_or(report.as_of).to_string(),
        unit: report.whole.id.as_deref(),
        name: report.whole.id.as_ref().map(|_| report.whole.name.as_str()),
        settings: settings(&register.settings),
        left_out_records: report.left_out_records,
        strength: &report.whole.strength,
        targets: targets(&report.whole),
        by: report.by.iter().map(unit).collect(),
        since: report
            .since
            .as_ref()
            .map(|since| Since { reference: &since.reference, changes: since.changes.iter().map(change).collect() }),
    })
}

fn change(change: &filed::Change) -> Change<'_> {
    let share = |(numerator, denominator): (u64, u64)| Share { numerator, denominator };
    Change {
        target: change.target,
        filed: share(change.was),
        now: share(change.now),
        cause: change.cause.word(),
        by: &change.by,
        gone: change.gone,
    }
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn is_none(count: &u64) -> bool {
    *count == 0
}

fn unit(unit: &UnitReport) -> Unit<'_> {
    let register = unit.origin.as_ref().map(|origin| Register {
        name: &origin.register,
        digest: format!("{:032x}", origin.digest),
        commit: origin.commit.as_deref(),
    });
    Unit {
        unit: unit.id.as_deref(),
        name: &unit.name,
        register,
        left_out_records: unit.origin.as_ref().map(|origin| origin.left_out_records),
        strength: &unit.strength,
        targets: targets(unit),
    }
}

fn targets(unit: &UnitReport) -> Vec<Target<'_>> {
    unit.lines.iter().map(target).collect()
}

fn target(line: &Line) -> Target<'_> {
    let Line { target, goal, tally, status, needed, previous, other_reading } = line;
    Target {
        id: target.id,
        clause: target.clauses.first().copied(),
        clauses: target.clauses,
        goal: GoalForm::of(*goal),
        numerator: tally.numerator,
        denominator: tally.denominator,
        left_out: tally.left_out,
        unknown: tally.unknown,
        coverage: Coverage::of(tally),
        status: status.word(),
        needed: *needed,
        previous: previous.map(|Tally { numerator, denominator, unknown, .. }| Previous {
            numerator,
            denominator,
            unknown,
        }),
        apart: tally.apart,
        other_reading: other_reading.map(|_| Share::of_other(tally)),
        parts: parts(target, tally, previous.as_ref()),
    }
}

/// What a target counts apart, in a year and in the one before.
pub(super) fn parts(target: &targets::Target, tally: &Tally, previous: Option<&Tally>) -> Parts {
    let Some(parts) = target.parts else { return Parts::new() };
    let share = |tally: &Tally, index: usize| Share { numerator: tally.parts[index], denominator: tally.denominator };
    let named = (parts.names)().into_iter().enumerate().map(|(index, (name, _))| {
        let Share { numerator, denominator } = share(tally, index);
        let part = match target.goal {
            Goal::Falling => {
                Part::Share { numerator, denominator, previous: previous.map(|previous| share(previous, index)) }
            }
            _ => Part::Count(numerator),
        };
        (name, part)
    });
    Parts::from([(parts.key, named.collect())])
}
