//! The evidence of a figure for machines. `trace -O json`, version 1, is relied on from outside.

use serde::Serialize;

use super::{
    csv_text,
    report_json::{Coverage, GoalForm, Settings, Share, settings},
    report_words as words,
    trace_words::figure,
};
use crate::{
    lang::Lang,
    report::Line,
    targets::{Evidence, Tally},
    trace::{Part, Trace},
};

const COLUMNS: [&str; 14] = [
    "kind",
    "unit",
    "name",
    "path",
    "line",
    "numerator",
    "denominator",
    "percent",
    "status",
    "needed",
    "against_year",
    "against_numerator",
    "against_denominator",
    "note",
];

/// A row of the figure itself, then one a record and one a sub-unit, which add up to it; `kind` says which is which.
pub(crate) fn csv(lang: Lang, trace: &Trace) -> String {
    let against = trace.against.as_ref().map(|(_, tally)| tally);
    let whole = figure_row(trace, "total", (&trace.unit, &trace.name), &trace.line, (against, figure(lang, trace)));
    let own = trace.evidence.iter().map(|evidence| evidence_row(trace, evidence));
    let by = trace.by.iter().map(|part| {
        let Part { unit, name, line, against } = part;
        figure_row(trace, "unit", (unit, name), line, (against.as_ref(), String::new()))
    });
    super::csv_file(&COLUMNS, std::iter::once(whole).chain(own).chain(by))
}

fn figure_row(
    trace: &Trace,
    kind: &str,
    (unit, name): (&str, &str),
    line: &Line,
    (against, note): (Option<&Tally>, String),
) -> [String; 14] {
    let of_against = |part: fn(&Tally) -> u64| against.map(part).map(|number| number.to_string()).unwrap_or_default();
    let year = trace.against.as_ref().map(|(year, _)| year.to_string()).unwrap_or_default();
    [
        kind.to_owned(),
        csv_text(unit),
        csv_text(name),
        String::new(),
        String::new(),
        line.tally.numerator.to_string(),
        line.tally.denominator.to_string(),
        words::bare_share(line),
        line.status.word().to_owned(),
        line.needed.to_string(),
        year,
        of_against(|tally| tally.numerator),
        of_against(|tally| tally.denominator),
        csv_text(&note),
    ]
}

fn evidence_row(trace: &Trace, evidence: &Evidence) -> [String; 14] {
    let mut row: [String; 14] = std::array::from_fn(|_| String::new());
    let cells = [
        (0, "record".to_owned()),
        (1, csv_text(&trace.unit)),
        (2, csv_text(&trace.name)),
        (3, csv_text(&evidence.path)),
        (4, evidence.line.to_string()),
        (5, evidence.numerator.to_string()),
        (6, evidence.denominator.to_string()),
        (13, csv_text(&evidence.note)),
    ];
    cells.into_iter().for_each(|(at, cell)| row[at] = cell);
    row
}

#[derive(Serialize)]
struct Form<'t> {
    version: u32,
    target: &'t str,
    unit: &'t str,
    name: &'t str,
    year: i32,
    /// Null where the period does not reach into the year.
    as_of: Option<String>,
    goal: GoalForm,
    settings: Settings,
    numerator: u64,
    denominator: u64,
    left_out: u64,
    unknown: u64,
    apart: u64,
    coverage: Coverage,
    status: &'static str,
    needed: u64,
    other_reading: Option<Share>,
    against: Option<Against>,
    evidence: Vec<Record<'t>>,
    by: Vec<Unit<'t>>,
}

#[derive(Serialize)]
struct Against {
    year: i32,
    #[serde(flatten)]
    share: Share,
}

#[derive(Serialize)]
struct Record<'t> {
    path: &'t str,
    line: u32,
    numerator: u64,
    denominator: u64,
    note: &'t str,
}

#[derive(Serialize)]
struct Unit<'t> {
    unit: &'t str,
    name: &'t str,
    numerator: u64,
    denominator: u64,
    status: &'static str,
    needed: u64,
    against: Option<Share>,
}

pub(crate) fn json(trace: &Trace) -> String {
    let evidence = trace.evidence.iter().map(|evidence| Record {
        path: &evidence.path,
        line: evidence.line,
        numerator: evidence.numerator,
        denominator: evidence.denominator,
        note: &evidence.note,
    });
    let by = trace.by.iter().map(|part| Unit {
        unit: &part.unit,
        name: &part.name,
        numerator: part.line.tally.numerator,
        denominator: part.line.tally.denominator,
        status: part.line.status.word(),
        needed: part.line.needed,
        against: part.against.as_ref().map(Share::of),
    });
    let Line { target, goal, tally, status, needed, other_reading, previous: _ } = &trace.line;
    super::json(&Form {
        version: 1,
        target: target.id,
        unit: &trace.unit,
        name: &trace.name,
        year: trace.year,
        as_of: trace.reference.map(|day| day.to_string()),
        goal: GoalForm::of(*goal),
        settings: settings(&trace.settings),
        numerator: tally.numerator,
        denominator: tally.denominator,
        left_out: tally.left_out,
        unknown: tally.unknown,
        apart: tally.apart,
        coverage: Coverage::of(tally),
        status: status.word(),
        needed: *needed,
        other_reading: other_reading.map(|_| Share::of_other(tally)),
        against: trace.against.as_ref().map(|(year, tally)| Against { year: *year, share: Share::of(tally) }),
        evidence: evidence.collect(),
        by: by.collect(),
    })
}
