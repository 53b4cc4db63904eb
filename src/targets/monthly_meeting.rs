use crate::{
    date::{Month, Span, ymd},
    finding::{Flaws, Place},
    lang::{Lang, say},
    records::meeting::Kind,
    register::{Cell, Commune, meeting::Standing},
    targets::{Ask, Count, Goal, Miss, Sink, target},
};

target! {
    /// vi: Tỷ lệ chi bộ thôn họp đủ hằng tháng.
    /// en: The share of village cells that met every month.
    "monthly-meeting", ["2.I.2.1-1"], Goal::All, AtOnce, EachSubject,
    "Chi bộ sinh hoạt thường kỳ hằng tháng" / "Cells that meet every month", Count::Cell(count)
}

/// HD 12-HD/BTCTW of 06/7/2018: a thematic meeting no longer stands in for the month's regular one.
fn thematic_serves_before() -> crate::date::Date {
    ymd(2018, 7, 6)
}

fn count(_: &Commune<'_>, cell: &Cell<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    let life = cell.life().meet(ask.ctx.period());
    let due: Vec<Month> = Month::of_year(ask.year)
        .filter(|month| ask.ctx.is_due(Span { from: month.first_day(), until: month.last_day() }, life))
        .collect();
    if due.is_empty() {
        return;
    }
    let missing: Vec<Month> = due.iter().copied().filter(|month| !has_meeting(cell, *month, ask)).collect();
    let doubtful: Vec<Place<'_>> = missing.iter().flat_map(|month| doubtful(cell, *month, ask)).collect();
    sink.cover(cell.meetings.iter().any(|meeting| meeting.counts(ask.ctx) && meeting.counts_for().year == ask.year));
    if !doubtful.is_empty() {
        doubtful.into_iter().for_each(|place| sink.left_out(place));
        return;
    }
    sink.subject(missing.into_iter().map(|month| miss(cell, month, ask.ctx.lang)).collect());
}

fn has_meeting(cell: &Cell<'_>, month: Month, ask: &Ask<'_>) -> bool {
    cell.meetings.iter().any(|meeting| {
        let serves =
            meeting.is_regular() || *meeting.kind == Kind::Thematic && meeting.day() < thematic_serves_before();
        serves && meeting.counts_for() == month && meeting.counts(ask.ctx) && !meeting.has(Flaws::WHOLE)
    })
}

/// Records of the month that may be its meeting, but cannot be read or confirmed.
fn doubtful<'c>(cell: &'c Cell<'_>, month: Month, ask: &Ask<'_>) -> Vec<Place<'c>> {
    let unconfirmed = cell.meetings.iter().filter(|meeting| meeting.counts_for() == month).filter(|meeting| {
        meeting.has(Flaws::WHOLE)
            || matches!(meeting.standing(ask.ctx), Standing::Unconfirmed | Standing::Unclear)
            || meeting.month.is_unread()
    });
    let unread = cell.unread_meetings.iter().filter(|unread| Month::of(unread.date) == month);
    unconfirmed.map(|meeting| meeting.whole()).chain(unread.map(|unread| Place::path(&unread.path))).collect()
}

fn miss<'c>(cell: &'c Cell<'_>, month: Month, lang: Lang) -> Miss<'c> {
    let shown = month.show(lang);
    let not_held =
        cell.meetings.iter().find(|meeting| meeting.counts_for() == month && meeting.held.copied() == Some(false));
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
