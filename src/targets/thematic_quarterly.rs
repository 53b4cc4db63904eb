use crate::{
    date::{Quarter, Span},
    finding::{Flaws, Place},
    lang::say,
    register::{Cell, Commune, Lookup},
    targets::{Ask, Count, Goal, Miss, Sink, doubt, target},
};

target! {
    /// vi: Tỷ lệ chi bộ thôn có kế hoạch và mỗi quý sinh hoạt chuyên đề ít nhất một lần.
    /// en: The share of village cells that planned themes and held at least one in every quarter.
    "thematic-quarterly", ["2.I.2.1-4"], Goal::All, AtOnce, EachSubject,
    "Chi bộ sinh hoạt chuyên đề mỗi quý" / "Cells with a thematic meeting each quarter", Count::Cell(count)
}

fn count(_: &Commune<'_>, cell: &Cell<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    let Some(life) = cell.sure_life() else {
        sink.cover(false);
        return sink.left_out(cell.place());
    };
    let life = life.meet(ask.ctx.period());
    let due: Vec<Quarter> = Quarter::of_year(ask.year)
        .filter(|quarter| ask.ctx.is_due(Span { from: quarter.first_day(), until: quarter.last_day() }, life))
        .collect();
    if due.is_empty() {
        return;
    }
    let year_file = doubt::year_file(cell, ask.year);
    let plan = plan(cell, &year_file, ask);
    let year = Span::year(ask.year);
    sink.cover(
        matches!(plan, Plan::Adopted)
            || cell.meetings.iter().any(|meeting| year.covers(meeting.day()) && meeting.counts(ask.ctx)),
    );
    let missing: Vec<Quarter> = due.into_iter().filter(|quarter| !has_theme(cell, *quarter, ask)).collect();
    let mut doubtful: Vec<Place<'_>> = missing.iter().flat_map(|quarter| doubtful(cell, *quarter, ask)).collect();
    if let Plan::Doubtful(place) = plan {
        doubtful.push(place);
    }
    if !doubtful.is_empty() {
        return doubtful.into_iter().for_each(|place| sink.left_out(place));
    }
    let (lang, year) = (ask.ctx.lang, ask.year);
    let mut misses = Vec::new();
    if let Plan::Missing(place) = plan {
        let message = say!(
            lang,
            "năm {year} chưa thông qua kế hoạch sinh hoạt chuyên đề ([thematic_plan] adopted)",
            "no plan of thematic meetings is adopted for {year} ([thematic_plan] adopted)"
        );
        misses.push(Miss { place, period: ask.year_period(), message });
    }
    misses.extend(missing.into_iter().map(|quarter| {
        let shown = quarter.show(lang);
        let message = say!(
            lang,
            "{shown} chưa có bản ghi sinh hoạt chuyên đề: không họp, hay chưa gửi?",
            "no thematic meeting is recorded for {shown}: not held, or not sent yet?"
        );
        Miss { place: cell.place(), period: quarter.iso(), message }
    }));
    sink.subject(misses);
}

fn has_theme(cell: &Cell<'_>, quarter: Quarter, ask: &Ask<'_>) -> bool {
    cell.meetings.iter().any(|meeting| {
        meeting.is_thematic() && Quarter::of(meeting.day()) == quarter && meeting.counts(ask.ctx) && meeting.is_sound()
    })
}

/// Records of the quarter that may be its theme, but cannot be read or confirmed.
fn doubtful<'c>(cell: &'c Cell<'_>, quarter: Quarter, ask: &Ask<'_>) -> Vec<Place<'c>> {
    let meetings = cell.meetings.iter().filter(|meeting| {
        doubt::days(meeting).any(|day| Quarter::of(day) == quarter)
            && doubt::is_doubtful(meeting, ask.ctx)
            && (meeting.is_thematic() || meeting.has(Flaws::WHOLE))
    });
    let unread = cell.unread_meetings.iter().filter(|unread| Quarter::of(unread.date) == quarter);
    meetings.map(|meeting| meeting.whole()).chain(unread.map(|unread| unread.place())).collect()
}

enum Plan<'c> {
    Adopted,
    Missing(Place<'c>),
    Doubtful(Place<'c>),
}

fn plan<'c>(cell: &'c Cell<'_>, year_file: &'c str, ask: &Ask<'_>) -> Plan<'c> {
    let file = match cell.years.get(&ask.year).map(|book| &book.file) {
        Some(Lookup::Found(file)) => file,
        Some(Lookup::Unread) => return Plan::Doubtful(Place::path(year_file)),
        Some(Lookup::Missing) | None => return Plan::Missing(cell.place()),
    };
    if file.thematic_plan.is_unread() || file.thematic_plan.get().is_some_and(|plan| plan.adopted.is_unread()) {
        return Plan::Doubtful(file.whole());
    }
    match file.thematic_plan.get().and_then(|plan| plan.adopted.copied()) {
        Some(adopted) if adopted.0 <= ask.reference => Plan::Adopted,
        // An unknown key may be the plan, misspelt.
        None if file.has(Flaws::KEYS) => Plan::Doubtful(file.whole()),
        _ => Plan::Missing(file.whole()),
    }
}
