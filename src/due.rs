//! What is to be done now: told from what is missing, from what is planned, and from days that come.

use std::sync::Arc;

use chrono::Datelike;

use crate::{
    context::Context,
    date::{self, Date, Month, Quarter, Span, plus_days, ymd},
    finding::Finding,
    lang::{Lang, say},
    parse::Vocabulary,
    records::{member::MemberRow, status::Status},
    register::{Cell, Commune, Record, meeting::Standing, people::span, posts::DualPost},
    targets::{self, Judged},
    unit::join,
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
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Begin {
    /// `chibo new-meeting` in the unit, on a day, of a kind.
    Meeting { day: Date, kind: &'static str },
    /// A file of the register.
    Open(String),
}

/// How long before its day a probation's end or an exemption's is told.
const AHEAD_DAYS: u32 = 60;

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
const OVER: [&str; 5] = ["announced-in-advance", "hcm-study", "meeting-steps", "member-elected-head", "no-weak-cell"];

/// What a finding asks to be done, if it is one of work that waits or of a target.
pub(crate) fn of_finding(ctx: &Context, finding: &Finding) -> Option<Due> {
    let target = targets::find(finding.id).map(|(_, target)| target);
    if target.is_none() && !waits(finding.id) || OVER.contains(&finding.id) {
        return None;
    }
    let period = finding.period.as_deref().unwrap_or_default();
    let when = match (target, period_end(period)) {
        (Some(target), _) if target.judged == Judged::Yearly => target.deadline(ctx, year_of(period)?),
        (Some(_), Some(end)) => plus_days(end, ctx.settings.grace_days),
        // A share of the plan's last day is to be worked at now.
        (Some(target), None) if target.judged != Judged::AtPlanEnd => target.due_once(ctx).unwrap_or(ctx.as_of),
        _ => ctx.as_of,
    };
    let begin = match (finding.id, period_end(period)) {
        ("monthly-meeting", Some(day)) => Begin::Meeting { day, kind: "regular" },
        ("thematic-quarterly", Some(day)) if period.contains('Q') => Begin::Meeting { day, kind: "thematic" },
        _ => Begin::Open(finding.path.to_string()),
    };
    let (unit, what) = (Arc::clone(&finding.unit), finding.message.clone());
    Some(Due { when, unit, what, clause: finding.clause, begin })
}

/// Gives a missing meeting the command that records it, or records that there was none.
pub(crate) fn remedies(ctx: &Context, findings: &mut [Finding]) {
    let lang = ctx.lang;
    for finding in findings.iter_mut().filter(|finding| finding.remedy.is_none()) {
        // A record that says `held = false` is no gap to fill.
        let Some(due) = of_finding(ctx, finding).filter(|_| finding.path.ends_with("cell.toml")) else { continue };
        if let Begin::Meeting { .. } = due.begin {
            let command = begin(&due, lang);
            finding.remedy = Some(say!(
                lang,
                "{command} (sửa ngày cho đúng); không họp thì thêm --not-held \"lý do\"",
                "{command} (with its right date); where there was none, add --not-held \"reason\""
            ));
        }
    }
}

fn year_of(period: &str) -> Option<i32> {
    period.get(..4).and_then(date::digits)
}

/// The last day of `2018-03` or `2018-Q1`; a whole year has none of its own.
fn period_end(period: &str) -> Option<Date> {
    if let Some((year, quarter)) = period.split_once("-Q") {
        let quarter = date::digits(quarter)?.cast_unsigned();
        return Some(Quarter { year: date::digits(year)?, quarter }.last_day());
    }
    Month::parse(period).map(Month::last_day)
}

/// What comes in a commune: this month's meeting and briefing, the quarter's theme, days that run out.
pub(crate) fn ahead(ctx: &Context, commune: &Commune<'_>) -> Vec<Due> {
    let mut due = Vec::new();
    for cell in commune.cells.iter().filter(|cell| lives(ctx, cell)) {
        meetings(ctx, cell, &mut due);
        if cell.is_village_cell() && !matches!(commune.dual_post(cell, ctx.as_of), DualPost::Yes) {
            briefing(ctx, cell, &mut due);
        }
        probations(ctx, cell, &mut due);
        exemptions(ctx, cell, &mut due);
    }
    due
}

fn lives(ctx: &Context, cell: &Cell<'_>) -> bool {
    ctx.period().covers(ctx.as_of) && cell.life().covers(ctx.as_of)
}

fn meetings(ctx: &Context, cell: &Cell<'_>, due: &mut Vec<Due>) {
    let (lang, month, quarter) = (ctx.lang, Month::of(ctx.as_of), Quarter::of(ctx.as_of));
    let held = cell.meetings.iter().filter(|meeting| meeting.standing(ctx) != Standing::Planned);
    let mut unit = |when, what, clause, kind| {
        let begin = Begin::Meeting { day: when, kind };
        due.push(Due { when, unit: Arc::clone(&cell.unit), what, clause: Some(clause), begin });
    };
    if !held.clone().any(|meeting| meeting.is_regular() && meeting.counts_for() == month) {
        let shown = month.show(lang);
        let planned = planned(ctx, cell, |meeting| meeting.is_regular());
        let what = match planned {
            Some(day) => {
                let day = date::show(day, lang);
                say!(
                    lang,
                    "sinh hoạt thường kỳ tháng {shown}, dự kiến {day}",
                    "the regular meeting of {shown}, planned for {day}"
                )
            }
            None => say!(lang, "sinh hoạt thường kỳ tháng {shown}", "the regular meeting of {shown}"),
        };
        unit(planned.unwrap_or(month.last_day()), what, "2.I.2.1-1", "regular");
    }
    let themed = held.clone().any(|meeting| meeting.is_thematic() && Quarter::of(meeting.day()) == quarter);
    if cell.is_village_cell() && !themed {
        let shown = quarter.show(lang);
        let what = say!(lang, "sinh hoạt chuyên đề {shown}", "the thematic meeting of {shown}");
        unit(quarter.last_day(), what, "2.I.2.1-4", "thematic");
    }
}

/// The day of a meeting that lies ahead.
fn planned(
    ctx: &Context,
    cell: &Cell<'_>,
    of_kind: impl Fn(&Record<'_, crate::records::meeting::Meeting<'_>>) -> bool,
) -> Option<Date> {
    let ahead = cell.meetings.iter().filter(|meeting| meeting.standing(ctx) == Standing::Planned && of_kind(meeting));
    ahead.map(Record::day).min()
}

fn briefing(ctx: &Context, cell: &Cell<'_>, due: &mut Vec<Due>) {
    let (lang, month) = (ctx.lang, Month::of(ctx.as_of));
    let rows = cell.years.values().flat_map(|book| &book.briefings.rows);
    let counts_for = |row: &Record<'_, crate::records::briefing::BriefingRow<'_>>| {
        row.month.copied().unwrap_or_else(|| Month::of(row.date.0))
    };
    if rows.filter(|row| row.date.0 <= ctx.as_of).any(|row| counts_for(row) == month) {
        return;
    }
    let (when, shown) = (month.last_day(), month.show(lang));
    due.push(Due {
        when,
        unit: Arc::clone(&cell.unit),
        what: say!(
            lang,
            "giao ban tháng {shown} của bí thư với trưởng thôn",
            "the briefing of secretary and head of {shown}"
        ),
        clause: Some("2.III.2.1-1"),
        begin: Begin::Open(join(&cell.unit, &format!("{}/briefings.csv", month.year))),
    });
}

/// The cell considers official status when the twelve months are over.
fn probations(ctx: &Context, cell: &Cell<'_>, due: &mut Vec<Due>) {
    let lang = ctx.lang;
    let of =
        |row: &Record<'_, MemberRow<'_>>| span(row, &row.from, &row.until).is_some_and(|time| time.covers(ctx.as_of));
    for row in cell.members.rows.iter().filter(|row| row.official.is_absent() && of(row)) {
        let crate::date::PartialDate::Day(admitted) = *row.admitted else { continue };
        let when = a_year_later(admitted);
        if when > plus_days(ctx.as_of, AHEAD_DAYS) {
            continue;
        }
        let (id, shown) = (&**row.id, date::show(when, lang));
        due.push(Due {
            when,
            unit: Arc::clone(&cell.unit),
            what: say!(
                lang,
                "xét công nhận chính thức cho `{id}`: hết 12 tháng dự bị ngày {shown}",
                "consider official status of `{id}`: the twelve months of probation end on {shown}"
            ),
            clause: None,
            begin: Begin::Meeting { day: when.max(ctx.as_of), kind: "regular" },
        });
    }
}

/// The same day a year later, the month's last day where it has none.
fn a_year_later(day: Date) -> Date {
    Date::from_ymd_opt(day.year() + 1, day.month(), day.day()).unwrap_or(ymd(day.year() + 1, day.month(), 28))
}

fn exemptions(ctx: &Context, cell: &Cell<'_>, due: &mut Vec<Due>) {
    let lang = ctx.lang;
    let soon = Span { from: ctx.as_of, until: plus_days(ctx.as_of, AHEAD_DAYS) };
    for row in &cell.statuses.rows {
        let Some(until) = row.until.copied().map(|day| day.0).filter(|until| soon.covers(*until)) else { continue };
        if !matches!(*row.status, Status::ExemptTemporarily | Status::Away | Status::Exempt) {
            continue;
        }
        let (id, status, shown) = (&**row.member, row.status.label().of(lang), date::show(until, lang));
        due.push(Due {
            when: until,
            unit: Arc::clone(&cell.unit),
            what: say!(
                lang,
                "`{id}` hết {status} ngày {shown}: gia hạn hay trở lại?",
                "`{id}` is {status} until {shown}: longer, or back?"
            ),
            clause: None,
            begin: Begin::Open(row.source.path.clone()),
        });
    }
}

/// What to type, or which file to open.
pub(crate) fn begin(due: &Due, lang: Lang) -> String {
    match &due.begin {
        Begin::Meeting { day, kind } => {
            let unit = if due.unit.is_empty() { String::new() } else { format!(" {}", due.unit) };
            format!("chibo new-meeting{unit} --date {} --kind {kind}", day.format("%Y-%m-%d"))
        }
        Begin::Open(path) => say!(lang, "mở {path}", "open {path}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_probation_of_a_leap_day_ends_on_the_months_last_day() {
        assert_eq!(a_year_later(ymd(2016, 2, 29)), ymd(2017, 2, 28));
        assert_eq!(a_year_later(ymd(2017, 2, 3)), ymd(2018, 2, 3));
    }

    #[test]
    fn a_period_ends_with_its_last_day() {
        assert_eq!(period_end("2018-02"), Some(ymd(2018, 2, 28)));
        assert_eq!(period_end("2018-Q3"), Some(ymd(2018, 9, 30)));
        assert_eq!(period_end("2018"), None);
    }
}
