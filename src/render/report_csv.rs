//! The report as CSV that Excel opens rightly: a byte order mark, CRLF, every number bare; and no cell is a formula.

use super::report_words as words;
use crate::{
    lang::Lang,
    report::{Line, UnitReport, YearReport},
};

const HEADER: [&str; 21] = [
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
];

pub(crate) fn render(lang: Lang, report: &YearReport) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // Writing to memory cannot fail, and every row has the header's length.
    let _ = writer.write_record(HEADER);
    for unit in std::iter::once(&report.whole).chain(&report.by) {
        for line in &unit.lines {
            let _ = writer.write_record(row(lang, report, unit, line));
        }
    }
    let bytes = writer.into_inner().unwrap_or_default();
    format!("\u{feff}{}", String::from_utf8_lossy(&bytes))
}

fn row(lang: Lang, report: &YearReport, unit: &UnitReport, line: &Line) -> [String; 21] {
    let tally = &line.tally;
    let previous = |part: fn((u64, u64)) -> u64| line.previous.map(part).map(|n| n.to_string()).unwrap_or_default();
    let percent = if tally.denominator == 0 {
        String::new()
    } else {
        words::share(Lang::En, line).trim_end_matches('%').to_owned()
    };
    let goal_percent = match line.goal {
        crate::targets::Goal::All => None,
        goal => goal.percent(),
    };
    [
        report.year.to_string(),
        text(unit.id.as_deref().unwrap_or_default()),
        text(&unit.name),
        line.target.id.to_owned(),
        text(line.target.title.of(lang)),
        line.target.clauses.first().copied().unwrap_or_default().to_owned(),
        line.goal.kind().to_owned(),
        goal_percent.map(|percent| percent.to_string()).unwrap_or_default(),
        tally.numerator.to_string(),
        tally.denominator.to_string(),
        percent,
        line.status.word().to_owned(),
        line.needed.to_string(),
        previous(|(n, _)| n),
        previous(|(_, d)| d),
        tally.left_out.to_string(),
        tally.unknown.to_string(),
        tally.apart.to_string(),
        tally.units.to_string(),
        tally.with_data.to_string(),
        report.as_of.to_string(),
    ]
}

/// A text that a spreadsheet would take for a formula gets an apostrophe in front, and shows as it is.
fn text(text: &str) -> String {
    if text.trim_start().starts_with(['=', '+', '-', '@']) || text.starts_with(['\t', '\r', '\n']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn no_text_is_a_formula() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1"] {
            assert!(text(formula).starts_with('\''), "{formula}");
        }
        assert_eq!(text("Thôn 1"), "Thôn 1");
    }
}
