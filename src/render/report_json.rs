//! `report -O json`, version 1: relied on from outside.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::{
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
    settings: BTreeMap<&'r str, &'r str>,
    left_out_records: u64,
    strength: &'r Strength,
    targets: Vec<Target<'r>>,
    by: Vec<Unit<'r>>,
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
    previous: Option<Share>,
    /// Subjects that stand apart by the counting rule.
    apart: u64,
    /// The other reading of the clause, where it has one.
    other_reading: Option<Share>,
    /// What the target counts apart, under its own key.
    #[serde(flatten)]
    parts: Parts,
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

#[derive(Serialize)]
struct GoalForm {
    kind: &'static str,
    percent: Option<u8>,
}

#[derive(Serialize)]
struct Coverage {
    units: u64,
    with_data: u64,
}

#[derive(Serialize)]
pub(super) struct Share {
    numerator: u64,
    denominator: u64,
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
        settings: register.settings.iter().map(|(key, value)| (&**key, &**value)).collect(),
        left_out_records: report.left_out_records,
        strength: &report.whole.strength,
        targets: targets(&report.whole),
        by: report.by.iter().map(unit).collect(),
    })
}

fn unit(unit: &UnitReport) -> Unit<'_> {
    Unit { unit: unit.id.as_deref(), name: &unit.name, strength: &unit.strength, targets: targets(unit) }
}

fn targets(unit: &UnitReport) -> Vec<Target<'_>> {
    unit.lines.iter().map(target).collect()
}

fn target(line: &Line) -> Target<'_> {
    let Line { target, goal, tally, status, needed, previous, other_reading } = line;
    let percent = if *goal == Goal::All { None } else { goal.percent() };
    let share = |(numerator, denominator)| Share { numerator, denominator };
    Target {
        id: target.id,
        clause: target.clauses.first().copied(),
        clauses: target.clauses,
        goal: GoalForm { kind: goal.kind(), percent },
        numerator: tally.numerator,
        denominator: tally.denominator,
        left_out: tally.left_out,
        unknown: tally.unknown,
        coverage: Coverage { units: tally.units, with_data: tally.with_data },
        status: status.word(),
        needed: *needed,
        previous: previous.map(|tally| share((tally.numerator, tally.denominator))),
        apart: tally.apart,
        other_reading: other_reading.map(|_| share(tally.other)),
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
