//! Accepted explanations: they take findings off the exit code, never out of a figure. No command writes one.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::{
    context::Context,
    date::{self, Date},
    finding::{Accepted, Finding, Flaws, Place, Report},
    lang::say,
    records::explanation::ExplanationRow,
    register::Record,
    rules::{explanation_expired, explanation_unused, unknown_rule},
    source::{Lines, Source},
    unit::within,
};

/// One row of an explanations.csv, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Explanation {
    finding: String,
    /// The unit's path from the root.
    unit: String,
    /// Year, quarter or month; absent: any.
    period: Option<String>,
    accepted: Arc<Accepted>,
    /// Whether the row was read whole; of another nothing is told, and it explains nothing.
    is_whole: bool,
    /// The unit whose directory holds the file.
    owner: Arc<str>,
    path: String,
    lines: Lines,
}

impl Explanation {
    pub(crate) fn of(row: &Record<'_, ExplanationRow<'_>>, owner: &Arc<str>) -> Self {
        let source: &Source = row.source;
        let (unit, period, until) = (&row.unit, &row.period, &row.until);
        let misspelt = row.has(Flaws::KEYS) && (unit.is_absent() || period.is_absent() || until.is_absent());
        Self {
            finding: row.finding.to_string(),
            unit: unit.get().map_or("", |unit| path(unit)).to_owned(),
            period: period.get().map(|period| period.to_string()),
            accepted: Arc::new(Accepted {
                reason: row.reason.to_string(),
                approved_by: row.approved_by.to_string(),
                until: until.copied().map(|day| day.0),
            }),
            is_whole: !misspelt && !unit.is_unread() && !period.is_unread() && !until.is_unread(),
            owner: Arc::clone(owner),
            path: source.path.to_string(),
            lines: source.lines(row.finding.at),
        }
    }

    /// The plan year of which it speaks, where it says one.
    pub(crate) fn year(&self) -> Option<i32> {
        self.period.as_deref().and_then(|period| period.get(..4)).and_then(date::digits)
    }

    fn explains(&self, finding: &Finding) -> bool {
        self.speaks_of(finding) && *finding.unit == *self.unit
    }

    /// Whether, seen from an earlier day, what it explains may be yet to come: it is no mistake then.
    fn may_speak_of_later(&self, ctx: &Context) -> bool {
        let end = match &self.period {
            None => Some(Date::MAX),
            Some(period) => date::period_end(period),
        };
        ctx.as_of < ctx.today && end.is_some_and(|end| date::plus_days(end, ctx.settings.grace_days) > ctx.as_of)
    }

    /// Whether the finding is one of those meant, whatever its unit.
    fn speaks_of(&self, finding: &Finding) -> bool {
        let period = match (&self.period, &finding.period) {
            (None, _) => true,
            // A year explains its quarters and months.
            (Some(said), Some(period)) => {
                period.strip_prefix(said.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
            }
            (Some(_), None) => false,
        };
        period && *finding.id == *self.finding
    }

    /// The unit that is meant where only the end of its path is written.
    fn meant<'f>(&self, findings: &'f [Finding]) -> Option<&'f str> {
        let is_end = |unit: &str| unit.strip_suffix(&*self.unit).is_some_and(|above| above.ends_with(['/', '#']));
        let mut units = findings.iter().filter(|finding| self.speaks_of(finding)).map(|finding| &*finding.unit);
        units.find(|unit| !self.unit.is_empty() && within(unit, &self.owner) && is_end(unit))
    }
}

/// A unit's path as units are called: the root's is empty.
fn path(written: &str) -> &str {
    let path = written.strip_prefix("./").unwrap_or(written).trim_end_matches('/');
    if path == "." { "" } else { path }
}

/// Marks what is explained, and adds a finding for each explanation in `scope` that is past its day or explains nothing.
pub(crate) fn apply(ctx: &Context, explanations: &[Explanation], scope: &str, findings: &mut Vec<Finding>) {
    let mut report = Report::new(ctx);
    for explanation in explanations.iter().filter(|explanation| explanation.is_whole) {
        let expired = explanation.accepted.until.filter(|until| *until < ctx.as_of);
        let mut used = false;
        if expired.is_none() {
            for finding in findings.iter_mut().filter(|finding| explanation.explains(finding)) {
                finding.explained = Some(Arc::clone(&explanation.accepted));
                used = true;
            }
        }
        // A name that is no rule's or target's is `unknown-rule`'s to report.
        if used || !within(&explanation.owner, scope) || !unknown_rule::is_known(&explanation.finding) {
            continue;
        }
        if expired.is_none() && explanation.may_speak_of_later(ctx) {
            continue;
        }
        tell(explanation, expired, explanation.meant(findings), &mut report);
    }
    findings.append(&mut report.findings);
}

fn tell(explanation: &Explanation, expired: Option<Date>, meant: Option<&str>, report: &mut Report<'_>) {
    let lang = report.ctx.lang;
    let (id, unit) = (&explanation.finding, &explanation.unit);
    let unit = if unit.is_empty() { "." } else { unit };
    let period =
        explanation.period.as_ref().map(|period| say!(lang, " kỳ {period}", " in {period}")).unwrap_or_default();
    let place = Place::path(&explanation.path);
    let before = report.findings.len();
    match expired {
        Some(until) => {
            let until = date::show(until, lang);
            let message = say!(
                lang,
                "giải trình cho `{id}` của `{unit}`{period} đã hết hạn ngày {until}",
                "the explanation of `{id}` for `{unit}`{period} held until {until}"
            );
            let remedy = say!(
                lang,
                "giải trình lại và gia hạn, hoặc xóa dòng này",
                "explain it anew with a later day, or delete the row"
            );
            report.add(&explanation_expired::RULE, &explanation.owner, place, message).remedy(remedy);
        }
        None => {
            let message = say!(
                lang,
                "giải trình cho `{id}` của `{unit}`{period} không ứng với phát hiện nào",
                "the explanation of `{id}` for `{unit}`{period} matches no finding"
            );
            let remedy = match meant {
                Some(meant) => say!(
                    lang,
                    "có phải là `{meant}`? đơn vị ghi đủ đường dẫn từ gốc sổ",
                    "did you mean `{meant}`? a unit is written with its whole path from the root"
                ),
                None => say!(
                    lang,
                    "nếu việc đã xong thì xóa dòng này; nếu chưa, xem lại mã, đơn vị, kỳ",
                    "delete the row if the matter is settled; else look at its id, unit and period again"
                ),
            };
            report.add(&explanation_unused::RULE, &explanation.owner, place, message).remedy(remedy);
        }
    }
    if let Some(finding) = report.findings.get_mut(before) {
        finding.lines = explanation.lines;
    }
}
