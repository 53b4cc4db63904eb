//! `path:line:col: level[rule] message`, a finding a line.

use crate::{
    finding::Finding,
    lang::{Lang, Words},
    render::{Checked, Paths, summary},
};

pub(crate) fn render(lang: Lang, checked: &Checked, paths: &Paths) -> String {
    let mut text = String::new();
    for finding in &checked.findings {
        text.push_str(&line(lang, finding, paths));
    }
    text.push_str(&summary::lines(lang, checked));
    text
}

pub(super) fn line(lang: Lang, finding: &Finding, paths: &Paths) -> String {
    let (path, lines, level) = (paths.show(&finding.path), finding.lines, finding.level.label().of(lang));
    let explained =
        if finding.is_explained() { Words::new(" (đã giải trình)", " (explained)").of(lang) } else { "" };
    let Finding { id, message, .. } = finding;
    format!("{path}:{}:{}: {level}[{id}]{explained} {message}\n", lines.line, lines.column)
}
