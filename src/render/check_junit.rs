//! JUnit XML: a suite a unit, so that a CI server shows which units are sound. Errors and shortfalls fail, each as a
//! test of its own; warnings stand in the output of their suite; a unit without failures is one test that passed.

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

pub(crate) fn render(ctx: &Context, checked: &Checked, paths: &Paths) -> String {
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
        let name = if unit.is_empty() { &ctx.settings.name } else { *unit };
        let (suite, failed) = suite(ctx.lang, name, findings, paths);
        tests += failed.max(1);
        failures += failed;
        body.push_str(&suite);
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <testsuites name=\"chibo check\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\">\n{body}</testsuites>\n"
    )
}

/// A unit is sorted by the parts of its path, so that its own units follow it; the root goes before all.
fn parts(unit: &str) -> Vec<&str> {
    unit.split(['/', '#']).filter(|part| !part.is_empty()).collect()
}

/// The suite of a unit, and how many of its tests failed.
fn suite(lang: Lang, unit: &str, findings: &[&Finding], paths: &Paths) -> (String, usize) {
    let (failed, warned): (Vec<&Finding>, Vec<&Finding>) =
        findings.iter().partition(|finding| finding.level > Level::Warning);
    let (unit, tests, failures) = (escape(unit), failed.len().max(1), failed.len());
    let mut text =
        format!("  <testsuite name=\"{unit}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"0\">\n");
    if failed.is_empty() {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "    <testcase classname=\"{unit}\" name=\"chibo check\"/>");
    }
    let mut names = BTreeSet::new();
    for finding in failed {
        let (path, line) = (escape(&paths.show(&finding.path)), finding.lines.line);
        let name = name(finding, &mut names);
        let (kind, message) = (finding.level.word(), escape(&said(finding)));
        let place = escape(check_concise::line(lang, finding, paths).trim_end());
        let _ = writeln!(
            text,
            "    <testcase classname=\"{unit}\" name=\"{}\" file=\"{path}\" line=\"{line}\">\n      \
             <failure type=\"{kind}\" message=\"{message}\">{place}</failure>\n    </testcase>",
            escape(&name)
        );
    }
    if !warned.is_empty() {
        let lines: String = warned.iter().map(|finding| check_concise::line(lang, finding, paths)).collect();
        let _ = writeln!(text, "    <system-out>{}</system-out>", escape(&lines));
    }
    text.push_str("  </testsuite>\n");
    (text, failures)
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
