//! Which finding kept a record out of the figure that is traced.

use super::Witness;
use crate::{
    finding::{Finding, Level},
    lang::{Lang, say},
    targets::Evidence,
};

/// So many findings of one record are named.
const NAMED: usize = 3;

/// Puts rule and line into the notes of what was left out for an error.
pub(super) fn name(witnesses: &mut [Witness], findings: &[Finding], lang: Lang) {
    for left_out in witnesses.iter_mut().map(|witness| &mut witness.evidence).filter(|evidence| evidence.left_out) {
        if let Some(note) = note(left_out, findings, lang) {
            left_out.note = note;
        }
    }
}

/// Nothing where the register has set the rule to no error: then `check` shows no error to point at.
fn note(left_out: &Evidence, findings: &[Finding], lang: Lang) -> Option<String> {
    let of_file = || findings.iter().filter(|found| found.level == Level::Error && *found.path == *left_out.path);
    // A row is at fault by itself, a file by any line of it.
    let of_row = |found: &&Finding| found.lines.line == left_out.line;
    let mut causes: Vec<(u32, &str)> = of_file()
        .filter(|found| left_out.line == 1 || of_row(found))
        .map(|found| (found.lines.line, found.id))
        .collect();
    causes.sort_unstable();
    causes.dedup();
    let (named, more) = causes.split_at(causes.len().min(NAMED));
    let named: Vec<String> =
        named.iter().map(|(line, id)| say!(lang, "{id} (dòng {line})", "{id} (line {line})")).collect();
    let (named, more) = (named.join(", "), if more.is_empty() { "" } else { ", …" });
    (!causes.is_empty()).then(|| say!(lang, "để ngoài: lỗi {named}{more}", "left out: error {named}{more}"))
}
