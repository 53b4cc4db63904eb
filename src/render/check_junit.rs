//! JUnit XML: a suite a unit, so that a CI server shows which units are sound. What counts for the exit code fails, each
//! as a test of its own, skipped where it is explained; the rest stands in the output of its suite; a unit of which
//! nothing counts is one test that passed.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

use super::{Checked, Paths, check_concise, said};
use crate::{
    context::Context,
    finding::{Finding, Level},
    lang::Lang,
};

/// `fails` tells which levels count for the exit code.
pub(crate) fn render(ctx: &Context, checked: &Checked, paths: &Paths, fails: impl Fn(Level) -> bool) -> String {
    let mut suites: BTreeMap<Vec<&str>, (&str, Vec<&Finding>)> = BTreeMap::new();
    for unit in &checked.unit_ids {
        suites.entry(parts(unit)).or_insert((unit, Vec::new()));
    }
    for finding in &checked.findings {
        suites.entry(parts(&finding.unit)).or_insert((&finding.unit, Vec::new())).1.push(finding);
    }
    let (mut body, mut tests, mut failures) = (String::new(), 0, 0);
    for (unit, findings) in suites.values() {
        // The root's unit has no path; the register's name says what it is.
        let suite = Suite::of(if unit.is_empty() { &ctx.settings.name } else { unit }, findings, &fails);
        tests += suite.tests();
        failures += suite.failed();
        suite.write(&mut body, ctx.lang, paths);
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <testsuites name=\"chibo check\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\">\n{body}</testsuites>\n"
    )
}

/// A unit is sorted by the parts of its path, so that its own units follow it; the root goes before all.
fn parts(unit: &str) -> Vec<&str> {
    unit.split('/').filter(|part| !part.is_empty()).collect()
}

struct Suite<'f> {
    unit: String,
    /// What counts for the exit code. What is explained counts as skipped.
    serious: Vec<&'f Finding>,
    rest: Vec<&'f Finding>,
}

impl<'f> Suite<'f> {
    fn of(unit: &str, findings: &[&'f Finding], fails: impl Fn(Level) -> bool) -> Self {
        let (serious, rest) = findings.iter().partition(|finding| fails(finding.level));
        Self { unit: escape(unit), serious, rest }
    }

    fn tests(&self) -> usize {
        self.serious.len().max(1)
    }

    fn failed(&self) -> usize {
        self.serious.iter().filter(|finding| !finding.is_explained()).count()
    }

    /// Writing to a string cannot fail.
    fn write(&self, text: &mut String, lang: Lang, paths: &Paths) {
        let Self { unit, serious, rest } = self;
        let (tests, failed) = (self.tests(), self.failed());
        let skipped = serious.len() - failed;
        let _ = writeln!(
            text,
            "  <testsuite name=\"{unit}\" tests=\"{tests}\" failures=\"{failed}\" errors=\"0\" skipped=\"{skipped}\">"
        );
        if serious.is_empty() {
            let _ = writeln!(text, "    <testcase classname=\"{unit}\" name=\"chibo check\"/>");
        }
        let mut names = BTreeSet::new();
        for finding in serious {
            let (name, path) = (escape(&name(finding, &mut names)), escape(&paths.show(&finding.path)));
            let (line, result) = (finding.lines.line, result(lang, finding, paths));
            let _ = writeln!(
                text,
                "    <testcase classname=\"{unit}\" name=\"{name}\" file=\"{path}\" line=\"{line}\">\n      \
                 {result}\n    </testcase>"
            );
        }
        if !rest.is_empty() {
            let lines: String = rest.iter().map(|finding| check_concise::line(lang, finding, paths)).collect();
            let _ = writeln!(text, "    <system-out>{}</system-out>", escape(&lines));
        }
        text.push_str("  </testsuite>\n");
    }
}

fn result(lang: Lang, finding: &Finding, paths: &Paths) -> String {
    let (kind, message) = (finding.level.word(), escape(&said(finding)));
    let place = escape(check_concise::line(lang, finding, paths).trim_end());
    if finding.is_explained() {
        return format!("<skipped message=\"{place}\"/>");
    }
    format!("<failure type=\"{kind}\" message=\"{message}\">{place}</failure>")
}

/// Servers follow a test from run to run by its name, so no line number is in it; the same words twice are counted.
fn name(finding: &Finding, names: &mut BTreeSet<String>) -> String {
    let plain = format!("{}: {}", finding.id, finding.message);
    let mut name = plain.clone();
    let mut count = 1;
    while !names.insert(name.clone()) {
        count += 1;
        name = format!("{plain} ({count})");
    }
    name
}

/// For text and for attributes. XML has no way to write most control characters.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' => escaped.push_str("&#10;"),
            '\r' => escaped.push_str("&#13;"),
            '\t' => escaped.push_str("&#9;"),
            '\u{FFFE}' | '\u{FFFF}' => escaped.push(char::REPLACEMENT_CHARACTER),
            letter if letter.is_control() => escaped.push(char::REPLACEMENT_CHARACTER),
            letter => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn what_xml_cannot_hold_is_replaced() {
        assert_eq!(
            escape("<a b=\"1\">&\n\u{1b}[31m\u{FFFF}"),
            "&lt;a b=&quot;1&quot;&gt;&amp;&#10;\u{FFFD}[31m\u{FFFD}"
        );
    }
}
