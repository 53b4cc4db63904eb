//! Finished data in, text out: nothing here reads, counts or writes.

pub(crate) mod check_concise;
pub(crate) mod check_full;
pub(crate) mod check_github;
pub(crate) mod check_json;
mod paths;
pub(crate) mod report_csv;
pub(crate) mod report_json;
pub(crate) mod report_markdown;
pub(crate) mod report_table;
mod report_words;
mod summary;

use crate::finding::{Finding, Level};
pub(crate) use paths::Paths;

/// What `check` found, settled.
#[derive(Debug, Default)]
pub(crate) struct Checked {
    pub(crate) findings: Vec<Finding>,
    pub(crate) records: u64,
    pub(crate) units: u64,
    /// Years before those reported, with how many shortfalls each has.
    pub(crate) earlier: Vec<(i32, u64)>,
}

impl Checked {
    pub(crate) fn count(&self, level: Level) -> u64 {
        self.findings.iter().filter(|finding| finding.level == level).count() as u64
    }
}

/// JSON of a form made of strings and numbers, which cannot fail; one line break at the end.
fn json(form: &impl serde::Serialize) -> String {
    let mut text = serde_json::to_string_pretty(form).unwrap_or_default();
    text.push('\n');
    text
}
