use std::sync::Arc;

use crate::{
    finding::{Place, Report},
    lang::say,
    records::explanation::ExplanationRow,
    register::Record,
    rules::{Check, Cites, RULES, rule},
    targets::{Goal, Judged, TARGETS},
};

rule! {
    /// vi: Tên trong [levels], [goals], [deadlines] và explanations.csv là quy tắc hoặc chỉ tiêu có thật.
    /// en: A name in [levels], [goals], [deadlines] and explanations.csv is a rule or target that exists.
    "unknown-rule", Error, Cites::FORM, Check::Reading
}

/// An explanation explains a finding of a rule or target.
pub(crate) fn in_explanations(rows: &[Record<'_, ExplanationRow<'_>>], unit: &Arc<str>, report: &mut Report<'_>) {
    let known = names();
    for row in rows {
        look(&row.finding, &known, unit, row.place(row.finding.at), report);
    }
}

/// A level can be set for every rule and target.
pub(crate) fn in_levels(id: &str, unit: &Arc<str>, place: Place<'_>, report: &mut Report<'_>) {
    look(id, &names(), unit, place, report);
}

/// A goal can be set where the plan has one.
pub(crate) fn in_goals(id: &str, unit: &Arc<str>, place: Place<'_>, report: &mut Report<'_>) {
    let known: Vec<&str> =
        TARGETS.iter().filter(|target| target.goal != Goal::Figure).map(|target| target.id).collect();
    look(id, &known, unit, place, report);
}

/// A deadline can be set for a yearly duty.
pub(crate) fn in_deadlines(id: &str, unit: &Arc<str>, place: Place<'_>, report: &mut Report<'_>) {
    let known: Vec<&str> =
        TARGETS.iter().filter(|target| target.judged == Judged::Yearly).map(|target| target.id).collect();
    look(id, &known, unit, place, report);
}

fn names() -> Vec<&'static str> {
    let rules = RULES.iter().map(|rule| rule.id);
    rules.chain(TARGETS.iter().map(|target| target.id)).collect()
}

fn look(id: &str, known: &[&str], unit: &Arc<str>, place: Place<'_>, report: &mut Report<'_>) {
    if known.contains(&id) {
        return;
    }
    let lang = report.ctx.lang;
    let message = say!(lang, "ở đây không nhận tên `{id}`", "the name `{id}` is not accepted here");
    let draft = report.add(&RULE, unit, place, message);
    let list = known.join(", ");
    draft.remedy(match crate::text::nearest(id, known) {
        Some(near) => say!(lang, "có phải là `{near}`?", "did you mean `{near}`?"),
        None => say!(lang, "các tên được nhận: {list}", "accepted: {list}"),
    });
}
