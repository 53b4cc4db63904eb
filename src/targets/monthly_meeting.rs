use crate::{
    date::{Date, Month, Span, ymd},
    finding::{Flaws, Place},
    lang::{Lang, say},
    records::meeting::{Kind, Meeting},
    register::{Cell, Commune, Record, meeting::Standing},
    targets::{Ask, Count, Goal, Miss, Sink, doubt, target},
};

target! {
    /// vi: Tỷ lệ chi bộ thôn họp đủ hằng tháng.
    /// en: The share of village cells that met every month.
    "monthly-meeting", ["2.I.2.1-1"], Goal::All, AtOnce, EachSubject,
    "Chi bộ sinh hoạt thường kỳ hằng tháng" / "Cells that meet every month", Count::Cell(count)
}

/// HD 12-HD/BTCTW of 06/7/2018: a thematic meeting no longer stands in for the month's regular one.
fn thematic_serves_before() -> Date {
    ymd(2018, 7, 6)
}

fn count(_: &Commune<'_>, cell: &Cell<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    let Some(life) = cell.sure_life() else {
        sink.cover(false);
        return sink.left_out(cell.place());
    };
    let life = life.meet(ask.ctx.period());
    let due: Vec<Month> = Month::of_year(ask.year)
        .filter(|month| ask.ctx.is_due(Span { from: month.first_day(), until: month.last_day() }, life))
        .collect();
    if due.is_empty() {
        return;
    }
    sink.cover(cell.meetings.iter().any(|meeting| speaks(meeting, ask)));
    let missing: Vec<Month> = due.into_iter().filter(|month| !has_meeting(cell, *month, ask)).collect();
    let doubtful: Vec<Place<'_>> = missing.iter().flat_map(|month| doubtful(cell, *month, ask)).collect();
    if !doubtful.is_empty() {
        return doubtful.into_iter().for_each(|place| sink.left_out(place));
    }
    sink.subject(missing.into_iter().map(|month| miss(cell, month, ask.ctx.lang)).collect());
}

/// Whether a record tells of a month of the year: that there was a meeting, or that there was none.
fn speaks(meeting: &Record<'_, Meeting<'_>>, ask: &Ask<'_>) -> bool {
    meeting.counts_for().year == ask.year && (meeting.counts(ask.ctx) || meeting.standing(ask.ctx) == Standing::NotHeld)
}

/// Whether a meeting is of a kind that serves as the month's.
fn serves(meeting: &Meeting<'_>) -> bool {
    match *meeting.kind {
        Kind::Regular | Kind::Combined => true,
        Kind::Thematic => meeting.date.0 < thematic_serves_before(),
        Kind::Extraordinary | Kind::Committee | Kind::Review | Kind::Congress => false,
    }
}

fn has_meeting(cell: &Cell<'_>, month: Month, ask: &Ask<'_>) -> bool {
    cell.meetings.iter().any(|meeting| {
        serves(meeting)
            && meeting.counts_for() == month
            && !meeting.month.is_unread()
            && meeting.counts(ask.ctx)
            && meeting.is_sound()
    })
}

/// Records that may be the month's meeting, but cannot be read, confirmed or placed.
fn doubtful<'c>(cell: &'c Cell<'_>, month: Month, ask: &Ask<'_>) -> Vec<Place<'c>> {
    let meetings = cell.meetings.iter().filter(|meeting| {
        if !meeting.month.is_absent() && !meeting.month.is_unread() {
            return meeting.counts_for() == month && doubt::is_doubtful(meeting, ask.ctx);
        }
        // Where `month` cannot be read, or an unknown key may be it, the record may count for a month beside its own.
        let misspelt = meeting.has(Flaws::KEYS) && serves(meeting);
        let is_near = doubt::days(meeting).any(|day| is_near(month, day));
        let is_own = doubt::days(meeting).any(|day| Month::of(day) == month);
        is_near && (meeting.month.is_unread() || misspelt) || is_own && doubt::is_doubtful(meeting, ask.ctx)
    });
    let unread = cell.unread_meetings.iter().filter(|unread| is_near(month, unread.date));
    meetings.map(|meeting| meeting.whole()).chain(unread.map(|unread| unread.place())).collect()
}

/// Whether a day lies in a month or in one beside it.
fn is_near(month: Month, day: Date) -> bool {
    let number = |month: Month| i64::from(month.year) * 12 + i64::from(month.month);
    number(month).abs_diff(number(Month::of(day))) <= 1
}

fn miss<'c>(cell: &'c Cell<'_>, month: Month, lang: Lang) -> Miss<'c> {
    let shown = month.show(lang);
    let is_of_month = |meeting: &&Record<'_, Meeting<'_>>| serves(meeting) && meeting.counts_for() == month;
    let not_held = cell.meetings.iter().filter(is_of_month).find(|meeting| meeting.held.copied() == Some(false));
    let (place, message) = match not_held {
        Some(meeting) => {
            let reason = meeting.reason.get().map(|reason| format!(": {}", &**reason)).unwrap_or_default();
            (
                meeting.place(meeting.held.at().unwrap_or(meeting.at)),
                say!(lang, "tháng {shown} không họp{reason}", "no meeting was held in {shown}{reason}"),
            )
        }
        None => (
            cell.place(),
            say!(
                lang,
                "tháng {shown} chưa có bản ghi sinh hoạt thường kỳ: không họp, hay chưa gửi?",
                "no regular meeting is recorded for {shown}: not held, or not sent yet?"
            ),
        ),
    };
    Miss { place, period: month.iso(), message }
}
