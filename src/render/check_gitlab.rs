//! The report that GitLab's Code Quality takes: a list, in its few fields. It has none for a finding that is explained, so
//! only the others are in it.

use serde_json::{Value, json};

use super::{Checked, Paths, said};
use crate::finding::Level;

pub(crate) fn render(checked: &Checked, paths: &Paths) -> String {
    let issues = checked.findings.iter().filter(|finding| !finding.is_explained()).map(|finding| {
        json!({
            "description": said(finding),
            "check_name": finding.id,
            "fingerprint": format!("{:016x}", finding.fingerprint),
            "severity": severity(finding.level),
            "location": {
                "path": paths.show(&finding.path),
                "lines": { "begin": finding.lines.line, "end": finding.lines.end_line },
            },
        })
    });
    super::json(&issues.collect::<Vec<Value>>())
}

/// Of GitLab's five words: none of ours is a blocker of the code, which `critical` and `blocker` would say.
fn severity(level: Level) -> &'static str {
    match level {
        Level::Error => "major",
        Level::Shortfall => "minor",
        Level::Warning => "info",
    }
}
