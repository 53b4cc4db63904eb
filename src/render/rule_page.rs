//! On what a rule or a finding rests.

use crate::lang::{Lang, Words, say};

/// On what a rule or finding rests.
pub(super) fn basis(lang: Lang, clause: Option<&str>, source: Option<Words>) -> Option<String> {
    match (clause, source) {
        (Some(clause), _) => Some(say!(lang, "Đề án 04-ĐA/TU, mục {clause}", "plan 04-ĐA/TU, clause {clause}")),
        (None, source) => source.map(|source| source.of(lang).to_owned()),
    }
}
