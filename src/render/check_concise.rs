//! `path:line:col: level[rule] message`, a finding a line.

use std::fmt::Write;

use crate::{
    lang::Lang,
    render::{Checked, Paths, summary},
};

pub(crate) fn render(lang: Lang, checked: &Checked, paths: &Paths) -> String {
    let mut text = String::new();
    for finding in &checked.findings {
        let (path, lines, level) = (paths.show(&finding.path), finding.lines, finding.level.label().of(lang));
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{path}:{}:{}: {level}[{}] {}", lines.line, lines.column, finding.id, finding.message);
    }
    text.push_str(&summary::lines(lang, checked));
    text
}
