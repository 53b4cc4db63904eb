//! Finished data in, text out: nothing here reads, counts or writes.

pub(crate) mod board;
pub(crate) mod check_concise;
pub(crate) mod check_full;
pub(crate) mod check_github;
pub(crate) mod check_gitlab;
pub(crate) mod check_json;
pub(crate) mod check_junit;
pub(crate) mod check_markdown;
pub(crate) mod check_sarif;
pub(crate) mod completions;
pub(crate) mod due;
mod example_figures;
pub(crate) mod man;
pub(crate) mod markdown;
pub(crate) mod official;
mod paths;
pub(crate) mod received;
pub(crate) mod report_csv;
pub(crate) mod report_json;
pub(crate) mod report_markdown;
mod report_notes;
pub(crate) mod report_table;
mod report_words;
pub(crate) mod report_years;
pub(crate) mod report_years_data;
mod rule_page;
pub(crate) mod rules;
pub(crate) mod summary;
pub(crate) mod take;
pub(crate) mod trace;
pub(crate) mod trace_data;
mod trace_words;
mod typed;
pub(crate) mod workbook;

use std::sync::Arc;

use crate::finding::{Finding, Level};
pub(crate) use paths::Paths;
pub(crate) use typed::Typed;

/// What `check` found, settled.
#[derive(Debug, Default)]
pub(crate) struct Checked {
    pub(crate) findings: Vec<Finding>,
    pub(crate) records: u64,
    pub(crate) units: u64,
    /// The units that were looked at, as far down as was asked.
    pub(crate) unit_ids: Vec<Arc<str>>,
    /// Years before those reported, with how many shortfalls each has.
    pub(crate) earlier: Vec<(i32, u64)>,
}

impl Checked {
    pub(crate) fn count(&self, level: Level) -> u64 {
        self.findings.iter().filter(|finding| finding.level == level).count() as u64
    }

    /// How many of all are taken off the exit code.
    pub(crate) fn explained(&self) -> u64 {
        self.findings.iter().filter(|finding| finding.is_explained()).count() as u64
    }
}

/// What a finding says and what to do about it, in one text.
fn said(finding: &Finding) -> String {
    let remedy = finding.remedy.as_deref().map(|remedy| format!(" — {remedy}")).unwrap_or_default();
    format!("{}{remedy}", finding.message)
}

/// JSON of a form made of strings and numbers, which cannot fail; one line break at the end.
pub(crate) fn json(form: &impl serde::Serialize) -> String {
    let mut text = serde_json::to_string_pretty(form).unwrap_or_default();
    text.push('\n');
    text
}

/// CSV that Excel opens rightly: a byte order mark, CRLF.
pub(crate) fn csv_file<R, C>(header: &[&str], rows: impl Iterator<Item = R>) -> String
where
    R: IntoIterator<Item = C>,
    C: AsRef<[u8]>,
{
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // Writing to memory cannot fail, and every row has the header's length.
    let _ = writer.write_record(header);
    for row in rows {
        let _ = writer.write_record(row);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    format!("\u{feff}{}", String::from_utf8_lossy(&bytes))
}

/// A text that a spreadsheet would take for a formula gets an apostrophe in front, and shows as it is.
pub(crate) fn csv_text(text: &str) -> String {
    if text.trim_start().starts_with(['=', '+', '-', '@']) || text.starts_with(['\t', '\r', '\n']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::csv_text;

    #[test]
    fn no_text_is_a_formula() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1"] {
            assert!(csv_text(formula).starts_with('\''), "{formula}");
        }
        assert_eq!(csv_text("Thôn 1"), "Thôn 1");
    }
}
