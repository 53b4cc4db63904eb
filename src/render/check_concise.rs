//! `path:line:col: level[rule] message`, a finding a line.

use std::fmt::Write;

use crate::{
    lang::{Lang, Words},
    render::{Checked, Paths, summary},
};

pub(crate) fn render(lang: Lang, checked: &Checked, paths: &Paths) -> String {
    let mut text = String::new();
    for finding in &checked.findings {
        let (path, lines, level) = (paths.show(&finding.path), finding.lines, finding.level.label().of(lang));
        let explained =
            if finding.explained { Words::new(" (đã giải trình)", " (explained)").of(lang) } else { "" };
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "{path}:{}:{}: {level}[{}]{explained} {}",
            lines.line, lines.column, finding.id, finding.message
        );
    }
    text.push_str(&summary::lines(lang, checked));
    text
}
