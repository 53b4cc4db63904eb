//! `check -O json`, version 1: relied on from outside.

use serde::Serialize;

use crate::{finding::Level, render::Checked};

#[derive(Serialize)]
struct Form<'f> {
    version: u32,
    findings: Vec<Row<'f>>,
    summary: Summary,
}

#[derive(Serialize)]
struct Row<'f> {
    rule: &'f str,
    level: &'f str,
    path: &'f str,
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
    message: &'f str,
    clause: Option<&'f str>,
    unit: &'f str,
    period: Option<&'f str>,
    explained: bool,
    /// What was accepted, where it is.
    explanation: Option<Explanation<'f>>,
    fingerprint: String,
}

#[derive(Serialize)]
struct Explanation<'f> {
    reason: &'f str,
    approved_by: &'f str,
    until: Option<String>,
}

#[derive(Serialize)]
struct Summary {
    errors: u64,
    shortfalls: u64,
    warnings: u64,
    records: u64,
    units: u64,
}

pub(crate) fn render(checked: &Checked) -> String {
    let findings = checked.findings.iter().map(|finding| Row {
        rule: finding.id,
        level: finding.level.word(),
        path: &finding.path,
        line: finding.lines.line,
        column: finding.lines.column,
        end_line: finding.lines.end_line,
        end_column: finding.lines.end_column,
        message: &finding.message,
        clause: finding.clause,
        unit: &finding.unit,
        period: finding.period.as_deref(),
        explained: finding.is_explained(),
        explanation: finding.explained.as_deref().map(|accepted| Explanation {
            reason: &accepted.reason,
            approved_by: &accepted.approved_by,
            until: accepted.until.map(|until| until.to_string()),
        }),
        fingerprint: format!("{:016x}", finding.fingerprint),
    });
    let form = Form {
        version: 1,
        findings: findings.collect(),
        summary: Summary {
            errors: checked.count(Level::Error),
            shortfalls: checked.count(Level::Shortfall),
            warnings: checked.count(Level::Warning),
            records: checked.records,
            units: checked.units,
        },
    };
    super::json(&form)
}
