//! Several years side by side, for machines: everything that the report on one year says of a target, year by year.

use serde::Serialize;

use super::{
    csv_text,
    report_csv::settings as settings_of,
    report_json::{Coverage, GoalForm, Parts, Settings, Share, parts, settings},
    report_words as words,
};
use crate::{
    lang::Lang,
    report::Line,
    years::{Baseline, Row, YearsReport},
};

const COLUMNS: [&str; 24] = [
    "unit",
    "target",
    "title",
    "clause",
    "year",
    "numerator",
    "denominator",
    "percent",
    "status",
    "goal",
    "goal_percent",
    "needed",
    "left_out",
    "unknown",
    "apart",
    "coverage_units",
    "coverage_with_data",
    "baseline_numerator",
    "baseline_denominator",
    "pace_needed",
    "pace_until",
    "pace_a_year",
    "settings",
    "digest",
];

pub(crate) fn csv(lang: Lang, report: &YearsReport) -> String {
    let rows = report.rows.iter().flat_map(|row| {
        report.years.iter().zip(&row.years).map(move |(year, line)| {
            let tally = &line.tally;
            let baseline = row.baseline.map(baseline);
            let of_baseline = |part: fn(&Share) -> u64| baseline.as_ref().map(part).map(text).unwrap_or_default();
            let pace = row.pace.as_ref();
            [
                csv_text(&report.unit),
                row.target.id.to_owned(),
                csv_text(row.target.title.of(lang)),
                row.target.clauses[0].to_owned(),
                year.to_string(),
                text(tally.numerator),
                text(tally.denominator),
                words::bare_share(line),
                line.status.word().to_owned(),
                row.goal.kind().to_owned(),
                words::goal_percent(row.goal).map(|percent| percent.to_string()).unwrap_or_default(),
                text(line.needed),
                text(tally.left_out),
                text(tally.unknown),
                text(tally.apart),
                text(tally.units),
                text(tally.with_data),
                of_baseline(|share| share.numerator),
                of_baseline(|share| share.denominator),
                pace.map(|pace| text(pace.needed)).unwrap_or_default(),
                pace.map(|pace| pace.until.to_string()).unwrap_or_default(),
                pace.map(|pace| text(pace.a_year)).unwrap_or_default(),
                settings_of(&report.register.settings, row.target),
                format!("{:032x}", report.register.digest),
            ]
        })
    });
    super::csv_file(&COLUMNS, rows)
}

fn text(number: u64) -> String {
    number.to_string()
}

/// A share that the plan prints only in percent is so many of ten thousand.
fn baseline(baseline: Baseline) -> Share {
    match baseline {
        Baseline::Count(numerator, denominator) => Share { numerator, denominator },
        Baseline::Percent(hundredths) => Share { numerator: hundredths, denominator: 10_000 },
    }
}

#[derive(Serialize)]
struct Form<'r> {
    version: u32,
    register: &'r str,
    digest: String,
    commit: Option<&'r str>,
    as_of: String,
    unit: &'r str,
    settings: Settings,
    years: &'r [i32],
    left_out_records: u64,
    targets: Vec<TargetForm<'r>>,
}

#[derive(Serialize)]
struct TargetForm<'r> {
    id: &'r str,
    clauses: &'r [&'r str],
    goal: GoalForm,
    baseline: Option<Share>,
    years: Vec<YearForm>,
    pace: Option<PaceForm>,
}

#[derive(Serialize)]
struct YearForm {
    year: i32,
    numerator: u64,
    denominator: u64,
    left_out: u64,
    unknown: u64,
    coverage: Coverage,
    status: &'static str,
    needed: u64,
    apart: u64,
    other_reading: Option<Share>,
    #[serde(flatten)]
    parts: Parts,
}

#[derive(Serialize)]
struct PaceForm {
    needed: u64,
    from: String,
    until: String,
    a_year: u64,
}

pub(crate) fn json(report: &YearsReport) -> String {
    super::json(&Form {
        version: 1,
        register: &report.register.name,
        digest: format!("{:032x}", report.register.digest),
        commit: report.register.commit.as_deref(),
        as_of: report.as_of.to_string(),
        unit: &report.unit,
        settings: settings(&report.register.settings),
        years: &report.years,
        left_out_records: report.left_out_records,
        targets: report.rows.iter().map(|row| target(row, &report.years)).collect(),
    })
}

fn target<'r>(row: &'r Row, years: &[i32]) -> TargetForm<'r> {
    TargetForm {
        id: row.target.id,
        clauses: row.target.clauses,
        goal: GoalForm::of(row.goal),
        baseline: row.baseline.map(baseline),
        years: years.iter().zip(&row.years).map(|(&year, line)| of_year(row, year, line)).collect(),
        pace: row.pace.map(|pace| PaceForm {
            needed: pace.needed,
            from: pace.from.to_string(),
            until: pace.until.to_string(),
            a_year: pace.a_year,
        }),
    }
}

fn of_year(row: &Row, year: i32, line: &Line) -> YearForm {
    let tally = &line.tally;
    YearForm {
        parts: parts(row.target, tally, line.previous.as_ref()),
        year,
        numerator: tally.numerator,
        denominator: tally.denominator,
        left_out: tally.left_out,
        unknown: tally.unknown,
        coverage: Coverage::of(tally),
        status: line.status.word(),
        needed: line.needed,
        apart: tally.apart,
        other_reading: line.other_reading.map(|_| Share::of_other(tally)),
    }
}
