//! What is to be done now: told from what is missing, from what is planned, and from days that come.

mod ahead;
mod backup;
mod begin;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use chrono::Datelike;

pub(crate) use ahead::ahead;
pub(crate) use backup::backup;
use begin::{Paper, begin, paper};

use crate::{
    context::Context,
    date::{Date, digits, period_end, plus_days},
    finding::Finding,
    lang::say,
    number::group,
    render::Typed,
    targets::{self, Judged},
};

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Due {
    /// By which day.
    pub(crate) when: Date,
    pub(crate) unit: Arc<str>,
    pub(crate) what: String,
    pub(crate) clause: Option<&'static str>,
    /// The command that begins it, or the file to open.
    pub(crate) begin: Begin,
    /// How many more files ask for the same.
    pub(crate) more: u64,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Begin {
    /// `chibo new-meeting` in the unit, on a day, of a kind.
    Meeting { day: Date, kind: &'static str },
    /// A file of the register, there or not yet.
    Open(String),
    /// `chibo new-briefing` in the unit, on a day.
    Briefing { day: Date },
    /// `chibo backup`.
    Backup,
    /// `chibo new-agreement` of the unit: a village, or a cell.
    Agreement,
    /// `chibo official elect` in the unit, a village.
    Head,
    /// `chibo member elect` in the unit, a cell.
    Role,
    /// `chibo roll-call` of a record.
    RollCall(String),
    /// No file mends it: its evidence says where to begin.
    Trace { target: &'static str, year: i32 },
}

/// Rules whose findings are work that waits rather than a slip of the hand.
const WAITING: [&str; 7] = [
    "attendance-not-recorded",
    "attendance-mark-missing",
    "signatory-left",
    "status-expired",
    "probation-overdue",
    "interim-too-long",
    "cell-grade-missing",
];

/// Whether a rule's findings are work that waits.
pub(crate) fn waits(rule: &str) -> bool {
    WAITING.contains(&rule)
}

/// Targets whose misses are over: a meeting that was held, an election, a grade.
const OVER: [&str; 9] = [
    "announced-in-advance",
    "excellent-cap",
    "good-members",
    "hcm-study",
    "lower-grades-falling",
    "meeting-steps",
    "member-elected-head",
    "no-weak-cell",
    "top-grade-cap",
];

/// The years of which something may still be to do: the day's own and the one before, or the last that has records.
pub(crate) fn years(ctx: &Context) -> Vec<i32> {
    let last = ctx.last_year();
    let first = last.min(ctx.as_of.year() - 1);
    (first..=last).filter(|year| ctx.reference_date(*year).is_some()).collect()
}

/// What findings ask to be done. A month without a meeting lacks its resolution too: its meeting is the one thing to do.
pub(crate) fn of_findings(ctx: &Context, findings: &[Finding]) -> Vec<Due> {
    let key = |finding: &Finding| (Arc::clone(&finding.unit), finding.period.clone());
    let unheld: BTreeSet<_> = findings.iter().filter(|finding| finding.id == "monthly-meeting").map(key).collect();
    let follows = |finding: &Finding| finding.id == "monthly-resolution" && unheld.contains(&key(finding));
    let mut list: Vec<Due> = Vec::new();
    // Whose assignment is missing is written in one sitting, of a cell and year.
    let mut unassigned: BTreeMap<_, Vec<Due>> = BTreeMap::new();
    for finding in findings.iter().filter(|finding| !follows(finding)) {
        let Some(due) = of_finding(ctx, finding) else { continue };
        match finding.id {
            "task-assignment" => unassigned.entry((key(finding), due.begin.clone())).or_default().push(due),
            _ => list.push(due),
        }
    }
    list.extend(unassigned.into_iter().filter_map(|(((_, period), _), dues)| {
        let members = dues.len() as u64;
        let first = dues.into_iter().next()?;
        Some(if members > 1 { Due { what: without_assignment(ctx, members, period), ..first } } else { first })
    }));
    list
}

fn without_assignment(ctx: &Context, members: u64, period: Option<String>) -> String {
    let (lang, members, year) = (ctx.lang, group(members, ctx.lang), period.unwrap_or_default());
    say!(
        lang,
        "{members} đảng viên chưa được phân công nhiệm vụ năm {year}",
        "{members} members have no assignment for {year}"
    )
}

/// What a finding asks to be done, if it is one of work that waits or of a target and nobody has accepted it as it is.
fn of_finding(ctx: &Context, finding: &Finding) -> Option<Due> {
    let target = targets::find(finding.id).map(|(_, target)| target);
    let is_work = target.is_some() || waits(finding.id);
    // While the register runs, days that come tell of probations.
    let told = finding.id == "probation-overdue" && ctx.period().covers(ctx.as_of);
    if finding.is_explained() || !is_work || told || OVER.contains(&finding.id) {
        return None;
    }
    let paper = paper(finding.id);
    // A record of the month says that there was no meeting.
    if matches!(paper, Paper::Meeting) && !is_of_unit(&finding.path) {
        return None;
    }
    let period = finding.period.as_deref().unwrap_or_default();
    let is_year = period.len() == 4;
    let year = period.get(..4).and_then(digits);
    // What is so at a day is told of the last year alone; the papers of a year are owed until they come.
    if target.is_some() && is_year && !paper.is_of_year() && year < Some(ctx.last_year()) {
        return None;
    }
    let when = match (target, period_end(period)) {
        (Some(target), _) if target.judged == Judged::Yearly => target.deadline(ctx, year?),
        (Some(_), Some(end)) if !is_year => plus_days(end, ctx.settings.grace_days),
        // A share of the plan's last day is to be worked at now.
        (Some(target), _) if target.judged != Judged::AtPlanEnd => target.due_once(ctx).unwrap_or(ctx.as_of),
        _ => ctx.as_of,
    };
    let (unit, what) = (Arc::clone(&finding.unit), finding.message.clone());
    Some(Due { when, unit, what, clause: finding.clause, begin: begin(finding, paper, year), more: 0 })
}

/// Whether a place stands for the unit as a whole.
fn is_of_unit(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    ["cell.toml", "commune.toml", "district.toml", "province.toml"].contains(&name)
}

/// Sorts, and makes one of what several files of a unit ask alike.
pub(crate) fn settle(list: &mut Vec<Due>) {
    list.sort();
    list.dedup();
    list.dedup_by(|next, kept| {
        let is_file = |due: &Due| matches!(due.begin, Begin::Open(_) | Begin::RollCall(_));
        let same = is_file(next)
            && is_file(kept)
            && (next.when, &next.unit, &next.what) == (kept.when, &kept.unit, &kept.what);
        kept.more += u64::from(same);
        same
    });
}

/// Gives what is missing the command that begins it, and a missing meeting the one that says that there was none.
pub(crate) fn remedies(ctx: &Context, findings: &mut [Finding], typed: &Typed) {
    // Where a month has no resolution for want of a meeting, its meeting says so.
    let asks = |finding: &&mut Finding| {
        (finding.remedy.is_none() || begin::is_roll(finding.id)) && finding.id != "monthly-resolution"
    };
    for finding in findings.iter_mut().filter(asks) {
        // What is explained keeps its command.
        let asked = Finding { explained: None, ..finding.clone() };
        let Some(due) = of_finding(ctx, &asked) else { continue };
        let Some(command) = typed.beginning(&due, ctx.lang) else { continue };
        finding.remedy = match due.begin {
            Begin::Meeting { .. } => Some(say!(
                ctx.lang,
                "{command} (sửa ngày cho đúng); không họp thì thêm --not-held \"lý do\"",
                "{command} (with its right date); where there was none, add --not-held \"reason\""
            )),
            Begin::Briefing { .. } => {
                Some(say!(ctx.lang, "{command} (sửa ngày cho đúng)", "{command} (with its right date)"))
            }
            Begin::RollCall(_) if finding.id == "attendance-not-recorded" => Some(say!(
                ctx.lang,
                "{command}; không họp thì ghi held = false và reason",
                "{command}; if there was no meeting, write held = false and a reason"
            )),
            Begin::Open(_) | Begin::RollCall(_) | Begin::Agreement | Begin::Head | Begin::Role | Begin::Backup => {
                Some(command)
            }
            Begin::Trace { .. } => None,
        };
    }
}
