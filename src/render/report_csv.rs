//! The report as CSV that Excel opens rightly: a byte order mark, CRLF, every number bare; and no cell is a formula.

use super::{csv_text, report_words as words};
use crate::{
    difference::Difference,
    filed::Change,
    lang::Lang,
    report::{Line, UnitReport, YearReport},
    targets::{Tally, Target},
};

const HEADER: [&str; 23] = [
    "year",
    "unit",
    "name",
    "target",
    "title",
    "clause",
    "goal",
    "goal_percent",
    "numerator",
    "denominator",
    "percent",
    "status",
    "needed",
    "previous_numerator",
    "previous_denominator",
    "left_out",
    "unknown",
    "apart",
    "coverage_units",
    "coverage_with_data",
    "as_of",
    "settings",
    "digest",
];

pub(crate) fn render(lang: Lang, report: &YearReport) -> String {
    let units = std::iter::once(&report.whole).chain(&report.by);
    let rows = units.flat_map(|unit| unit.lines.iter().map(move |line| (unit, line)));
    let rows = rows.map(|(unit, line)| (unit, line, row(lang, report, unit, line)));
    let Some(since) = &report.since else {
        return super::csv_file(&HEADER, rows.map(|(_, _, row)| row));
    };
    // What was filed is of the whole; columns that nobody asked for would be new to every reader of the file.
    let rows = rows.map(|(unit, line, row)| {
        let of_whole = unit.id == report.whole.id;
        let change = since.changes.iter().find(|change| of_whole && change.target == line.target.id);
        row.into_iter().chain(filed(change))
    });
    super::csv_file(&[&HEADER[..], &SINCE].concat(), rows)
}

const SINCE: [&str; 5] = ["filed_numerator", "filed_denominator", "cause", "changed_by", "records_gone"];

/// What was filed of a figure that is another now; empty where it is the same.
fn filed(change: Option<&Change>) -> [String; 5] {
    change.map_or_else(Default::default, |change| {
        let (numerator, denominator) = change.was;
        [
            numerator.to_string(),
            denominator.to_string(),
            change.cause.word().to_owned(),
            csv_text(&change.by.join("; ")),
            change.gone.to_string(),
        ]
    })
}

fn row(lang: Lang, report: &YearReport, unit: &UnitReport, line: &Line) -> [String; 23] {
    let tally = &line.tally;
    let previous =
        |part: fn(&Tally) -> u64| line.previous.as_ref().map(part).map(|n| n.to_string()).unwrap_or_default();
    [
        report.year.to_string(),
        csv_text(unit.id.as_deref().unwrap_or_default()),
        csv_text(&unit.name),
        line.target.id.to_owned(),
        csv_text(line.target.title.of(lang)),
        line.target.clauses.first().copied().unwrap_or_default().to_owned(),
        line.goal.kind().to_owned(),
        words::goal_percent(line.goal).map(|percent| percent.to_string()).unwrap_or_default(),
        tally.numerator.to_string(),
        tally.denominator.to_string(),
        words::bare_share(line),
        line.status.word().to_owned(),
        line.needed.to_string(),
        previous(|tally| tally.numerator),
        previous(|tally| tally.denominator),
        tally.left_out.to_string(),
        tally.unknown.to_string(),
        tally.apart.to_string(),
        tally.units.to_string(),
        tally.with_data.to_string(),
        report.reference.unwrap_or(report.as_of).to_string(),
        settings(&report.register.settings, line.target),
        format!("{:032x}", report.register.digest),
    ]
}

/// What the register sets otherwise and the target is touched by, as chibo.toml has it.
pub(super) fn settings(differences: &[Difference], target: &Target) -> String {
    let touching = differences.iter().filter(|difference| difference.touches(target));
    touching.map(|difference| format!("{} = {}", difference.key(), difference.value())).collect::<Vec<_>>().join("; ")
}
