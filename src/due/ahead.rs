//! What comes: this month's meeting and briefing, the quarter's theme, days that run out.

use std::sync::Arc;

use chrono::{Datelike, Days};

use super::{Begin, Due};
use crate::{
    context::Context,
    date::{self, Date, Month, PartialDate, Quarter, Span, plus_days, plus_months},
    lang::say,
    parse::Vocabulary,
    records::{meeting::Meeting, member::MemberRow, status::Status},
    register::{Cell, Commune, Record, meeting::Standing, people::span, posts::DualPost},
    rules::probation_length::PROBATION_MONTHS,
    targets::monthly_meeting::serves,
};

/// How long before its day a probation's end or an exemption's is told.
const AHEAD_DAYS: u32 = 60;

/// What comes in a commune: this month's meeting and briefing, the quarter's theme, days that run out.
pub(crate) fn ahead(ctx: &Context, commune: &Commune<'_>) -> Vec<Due> {
    let mut due = Vec::new();
    for cell in &commune.cells {
        let asked = cell.life().meet(ctx.settings.plan).meet(ctx.settings.records);
        meetings(ctx, cell, asked, &mut due);
        themes(ctx, cell, asked, &mut due);
        if cell.is_village_cell() && !matches!(commune.dual_post(cell, ctx.as_of), DualPost::Yes) {
            briefings(ctx, cell, asked, &mut due);
        }
        if cell.life().covers(ctx.as_of) && ctx.period().covers(ctx.as_of) {
            probations(ctx, cell, &mut due);
            exemptions(ctx, cell, &mut due);
        }
    }
    due
}

/// Whether something of a month or quarter is still to come or may be on the way: it has begun, and no finding tells of
/// it yet.
fn is_open(ctx: &Context, days: Span, asked: Span) -> bool {
    asked.holds(days) && days.from <= ctx.as_of && plus_days(days.until, ctx.settings.grace_days) > ctx.as_of
}

/// The months and quarters that can be open are of this year and of those that the grace reaches back to.
fn open_years(ctx: &Context) -> std::ops::RangeInclusive<i32> {
    let back = ctx.as_of.checked_sub_days(Days::new(ctx.settings.grace_days.into())).unwrap_or(ctx.as_of);
    back.year()..=ctx.as_of.year()
}

/// This month's, and those whose days are over and whose paper may still come.
fn open_months(ctx: &Context, asked: Span) -> impl Iterator<Item = Month> {
    open_years(ctx)
        .flat_map(Month::of_year)
        .filter(move |month| is_open(ctx, Span { from: month.first_day(), until: month.last_day() }, asked))
}

/// By which day, of what is done within a span: its last; where that is over, the last on which the paper may come.
fn by(ctx: &Context, until: Date) -> Date {
    if until >= ctx.as_of { until } else { plus_days(until, ctx.settings.grace_days) }
}

fn meetings(ctx: &Context, cell: &Cell<'_>, asked: Span, due: &mut Vec<Due>) {
    let lang = ctx.lang;
    for month in open_months(ctx, asked) {
        let of_month = |meeting: &Record<'_, Meeting<'_>>| serves(meeting) && meeting.counts_for() == month;
        let mut told = cell.meetings.iter().filter(|meeting| meeting.standing(ctx) != Standing::Planned);
        // What could not be read may be the month's.
        if told.any(of_month) || cell.unread_meetings.iter().any(|unread| Month::of(unread.date) == month) {
            continue;
        }
        let (shown, last) = (month.show(lang), month.last_day());
        let planned = planned(ctx, cell, of_month);
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
        let begin = Begin::Meeting { day: planned.unwrap_or(last), kind: "regular" };
        let when = by(ctx, planned.unwrap_or(last));
        due.push(Due { when, unit: Arc::clone(&cell.unit), what, clause: Some("2.I.2.1-1"), begin, more: 0 });
    }
}

fn themes(ctx: &Context, cell: &Cell<'_>, asked: Span, due: &mut Vec<Due>) {
    let lang = ctx.lang;
    let quarters = open_years(ctx)
        .flat_map(Quarter::of_year)
        .filter(|quarter| is_open(ctx, Span { from: quarter.first_day(), until: quarter.last_day() }, asked));
    for quarter in quarters.filter(|_| cell.is_village_cell()) {
        let mut told = cell.meetings.iter().filter(|meeting| meeting.standing(ctx) != Standing::Planned);
        if told.any(|meeting| meeting.is_thematic() && Quarter::of(meeting.day()) == quarter)
            || cell.unread_meetings.iter().any(|unread| Quarter::of(unread.date) == quarter)
        {
            continue;
        }
        let (shown, last) = (quarter.show(lang), quarter.last_day());
        due.push(Due {
            when: by(ctx, last),
            unit: Arc::clone(&cell.unit),
            what: say!(lang, "sinh hoạt chuyên đề {shown}", "the thematic meeting of {shown}"),
            clause: Some("2.I.2.1-4"),
            begin: Begin::Meeting { day: last, kind: "thematic" },
            more: 0,
        });
    }
}

/// The day of a meeting that lies ahead.
fn planned(ctx: &Context, cell: &Cell<'_>, is_it: impl Fn(&Record<'_, Meeting<'_>>) -> bool) -> Option<Date> {
    let ahead = cell.meetings.iter().filter(|meeting| meeting.standing(ctx) == Standing::Planned && is_it(meeting));
    ahead.map(Record::day).min()
}

fn briefings(ctx: &Context, cell: &Cell<'_>, asked: Span, due: &mut Vec<Due>) {
    let lang = ctx.lang;
    for month in open_months(ctx, asked) {
        let mut rows = cell.years.values().flat_map(|book| &book.briefings.rows).filter(|row| row.date.0 <= ctx.as_of);
        if rows.any(|row| row.month.copied().unwrap_or_else(|| Month::of(row.date.0)) == month) {
            continue;
        }
        let shown = month.show(lang);
        due.push(Due {
            when: by(ctx, month.last_day()),
            unit: Arc::clone(&cell.unit),
            what: say!(
                lang,
                "giao ban tháng {shown} của bí thư với trưởng thôn",
                "the briefing of secretary and head of {shown}"
            ),
            clause: Some("2.III.2.1-1"),
            begin: Begin::Briefing { day: month.last_day().min(ctx.as_of) },
            more: 0,
        });
    }
}

/// The cell considers official status when the twelve months are over.
fn probations(ctx: &Context, cell: &Cell<'_>, due: &mut Vec<Due>) {
    let lang = ctx.lang;
    let of =
        |row: &Record<'_, MemberRow<'_>>| span(row, &row.from, &row.until).is_some_and(|time| time.covers(ctx.as_of));
    for row in cell.members.rows.iter().filter(|row| row.official.is_absent() && of(row)) {
        let PartialDate::Day(admitted) = *row.admitted else { continue };
        let when = plus_months(admitted, PROBATION_MONTHS);
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
            more: 0,
        });
    }
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
            begin: Begin::Open(row.source.path.to_string()),
            more: 0,
        });
    }
}
