//! SARIF 2.1.0, as GitHub's code scanning takes it: paths from the working directory, which in CI is the repository's;
//! nothing of the machine; a fingerprint that outlives changes of lines.

use serde_json::{Value, json};

use super::{Checked, Paths, paths::percent, rule_page, said};
use crate::{
    finding::{Finding, Level},
    lang::{Lang, Words},
    page::Page,
    rules::{self, Rule},
    source::Lines,
    targets::{Shortfalls, TARGETS, Target},
};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

pub(crate) fn render(lang: Lang, checked: &Checked, paths: &Paths) -> String {
    let targets = TARGETS.iter().filter(|target| target.shortfalls != Shortfalls::None);
    let rules: Vec<(&str, Value)> = rules::all()
        .map(|rule| (rule.id, of_rule(rule, lang)))
        .chain(targets.map(|target| (target.id, of_target(target, lang))))
        .collect();
    let results: Vec<Value> = checked
        .findings
        .iter()
        .map(|finding| {
            let index = rules.iter().position(|(id, _)| *id == finding.id);
            result(lang, finding, index, paths)
        })
        .collect();
    let rules: Vec<Value> = rules.into_iter().map(|(_, rule)| rule).collect();
    let language = Words::new("vi", "en").of(lang);
    super::json(&json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "chibo",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "language": language,
                "rules": rules,
            } },
            "language": language,
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    }))
}

fn of_rule(rule: &Rule, lang: Lang) -> Value {
    let page = Page::of(rule.doc).prose(lang).to_vec();
    let basis = rule_page::basis(lang, rule.cites.clause, Some(rule.cites.source));
    let short = page.first().cloned().unwrap_or_default();
    descriptor(rule.id, rule.level, &short, &page, basis, lang)
}

fn of_target(target: &Target, lang: Lang) -> Value {
    let page = Page::of(target.doc).prose(lang).to_vec();
    let basis = rule_page::basis(lang, target.clauses.first().copied(), None);
    descriptor(target.id, Level::Shortfall, target.title.of(lang), &page, basis, lang)
}

fn descriptor(id: &str, own: Level, short: &str, page: &[String], basis: Option<String>, lang: Lang) -> Value {
    let full = page.join("\n\n");
    let label = Words::new("Căn cứ", "Basis").of(lang);
    let help = basis.map_or_else(|| full.clone(), |basis| format!("{full}\n\n{label}: {basis}"));
    json!({
        "id": id,
        "shortDescription": { "text": short },
        "fullDescription": { "text": full },
        "help": { "text": help },
        "defaultConfiguration": { "level": level(own) },
    })
}

/// SARIF has no word for a plan that is not met.
fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Shortfall => "warning",
        Level::Warning => "note",
    }
}

fn result(lang: Lang, finding: &Finding, rule_index: Option<usize>, paths: &Paths) -> Value {
    let fingerprint = format!("{:016x}", finding.fingerprint);
    let mut result = json!({
        "ruleId": finding.id,
        "level": level(finding.level),
        "message": { "text": plain(&said(finding)) },
        "locations": [{ "physicalLocation": {
            "artifactLocation": { "uri": percent(&paths.show(&finding.path)) },
            "region": region(finding.lines),
        } }],
        // The second is the one that GitHub looks at; without it, it would count lines again.
        "partialFingerprints": { "chibo/v1": fingerprint, "primaryLocationLineHash": format!("{fingerprint}:1") },
        "properties": {
            "level": finding.level.word(),
            "unit": &*finding.unit,
            "period": finding.period,
            "clause": finding.clause,
        },
    });
    if let Some(accepted) = &finding.explained {
        let justification = plain(&accepted.said(lang));
        result["suppressions"] = json!([{ "kind": "external", "status": "accepted", "justification": justification }]);
    }
    if let Some(index) = rule_index {
        result["ruleIndex"] = index.into();
    }
    result
}

/// A finding of the whole file has only its first line.
fn region(lines: Lines) -> Value {
    if lines == Lines::FIRST {
        return json!({ "startLine": 1 });
    }
    json!({
        "startLine": lines.line,
        "startColumn": lines.column,
        "endLine": lines.end_line,
        "endColumn": lines.end_column,
    })
}

/// Even a plain message may hold a link, `[text](target)`; what a record says is none.
fn plain(text: &str) -> String {
    if text.contains("](") { text.replace('[', "\\[").replace(']', "\\]") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn no_record_makes_a_link() {
        assert_eq!(plain("[x](http://y)"), "\\[x\\](http://y)");
        assert_eq!(plain("[counts]"), "[counts]");
    }
}
