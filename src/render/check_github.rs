//! Workflow commands that GitHub shows beside the lines of a change. It shows ten of a level, so the worst come first
//! and the rest is counted.

use std::fmt::Write;

use crate::{
    finding::{Finding, Level},
    lang::{Lang, say},
    render::{Checked, Paths, said, summary},
};

/// GitHub shows no more annotations of one level and step.
const SHOWN: usize = 10;

pub(crate) fn render(lang: Lang, checked: &Checked, paths: &Paths) -> String {
    let mut text = String::new();
    for level in Level::ALL {
        let of_level: Vec<&Finding> =
            checked.findings.iter().filter(|finding| finding.level == level && !finding.is_explained()).collect();
        for finding in of_level.iter().take(SHOWN) {
            line(&mut text, finding, lang, paths);
        }
        if let Some(more) = of_level.len().checked_sub(SHOWN).filter(|more| *more > 0) {
            let (command, label) = (command(level), level.label().of(lang));
            let message = say!(
                lang,
                "còn {more} phát hiện mức {label} nữa; chạy chibo check để xem hết",
                "{more} more of level {label}; run chibo check to see them all"
            );
            // Writing to a string cannot fail.
            let _ = writeln!(text, "::{command}::{}", data(&message));
        }
    }
    text.push_str(&summary::lines(lang, checked));
    text
}

fn command(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        // A shortfall fails the step by its exit code; beside a line it is a warning.
        Level::Shortfall => "warning",
        Level::Warning => "notice",
    }
}

fn line(text: &mut String, finding: &Finding, lang: Lang, paths: &Paths) {
    let label = finding.level.label().of(lang);
    let title = property(&format!("{label}[{}]", finding.id));
    let (command, lines) = (command(finding.level), finding.lines);
    let path = property(&paths.show(&finding.path));
    let message = data(&said(finding));
    let _ = writeln!(
        text,
        "::{command} file={path},line={},endLine={},col={},endColumn={},title={title}::{message}",
        lines.line, lines.end_line, lines.column, lines.end_column
    );
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
