//! On what a rule or a finding rests.

use crate::{
    clauses,
    lang::{Lang, Words, say},
};

/// On what a rule or finding rests.
pub(super) fn basis(lang: Lang, clause: Option<&str>, source: Option<Words>) -> Option<String> {
    match (clause, source) {
        (Some(clause), _) => Some(plan(lang, &[clause])),
        (None, source) => source.map(|source| source.of(lang).to_owned()),
    }
}

/// The clauses of the plan on which a target rests.
pub(super) fn plan(lang: Lang, clauses: &[&str]) -> String {
    let shown = clauses.iter().map(|clause| {
        let shown = clauses::shown(clause, lang);
        let numbered = shown.starts_with(|c: char| c.is_ascii_digit());
        if numbered { say!(lang, "mục {shown}", "clause {shown}") } else { shown }
    });
    let shown: Vec<String> = shown.collect();
    let shown = shown.join("; ");
    say!(lang, "Đề án 04-ĐA/TU, {shown}", "plan 04-ĐA/TU, {shown}")
}
