use crate::{
    date::{Date, Quarter, Span},
    finding::{Flaws, Place},
    lang::say,
    register::{Cell, CellYearBook, Commune, Lookup, meeting::Standing},
    targets::{Ask, Count, Goal, Miss, Sink, target},
};

target! {
    /// vi: Tỷ lệ chi bộ thôn có kế hoạch và mỗi quý sinh hoạt chuyên đề ít nhất một lần.
    /// en: The share of village cells that planned themes and held at least one in every quarter.
    "thematic-quarterly", ["2.I.2.1-4"], Goal::All, AtOnce, EachSubject,
    "Chi bộ sinh hoạt chuyên đề mỗi quý" / "Cells with a thematic meeting each quarter", Count::Cell(count)
}

fn count(_: &Commune<'_>, cell: &Cell<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    let life = cell.life().meet(ask.ctx.period());
    let due: Vec<Quarter> = Quarter::of_year(ask.year)
        .filter(|quarter| ask.ctx.is_due(Span { from: quarter.first_day(), until: quarter.last_day() }, life))
        .collect();
    if due.is_empty() {
        return;
    }
    let book = cell.years.get(&ask.year);
    let missing: Vec<Quarter> = due.into_iter().filter(|quarter| !has_theme(cell, *quarter, ask)).collect();
    let mut doubtful: Vec<Place<'_>> = missing.iter().flat_map(|quarter| self::doubtful(cell, *quarter, ask)).collect();
    let plan = plan(cell, book, ask.reference);
    if let Plan::Doubtful(place) = plan {
        doubtful.push(place);
    }
    let in_year = |day: Date| Span::year(ask.year).covers(day);
    sink.cover(
        matches!(plan, Plan::Adopted)
            || cell.meetings.iter().any(|meeting| in_year(meeting.day()) && meeting.counts(ask.ctx)),
    );
    if !doubtful.is_empty() {
        doubtful.into_iter().for_each(|place| sink.left_out(place));
        return;
    }
    let lang = ask.ctx.lang;
    let mut misses = Vec::new();
    if let Plan::Missing(place) = plan {
        let year = ask.year;
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
        meeting.is_thematic()
            && Quarter::of(meeting.day()) == quarter
            && meeting.counts(ask.ctx)
            && !meeting.has(Flaws::WHOLE)
    })
}

/// Records of the quarter that may be its theme, but cannot be read or confirmed.
fn doubtful<'c>(cell: &'c Cell<'_>, quarter: Quarter, ask: &Ask<'_>) -> Vec<Place<'c>> {
    let unconfirmed = cell.meetings.iter().filter(|meeting| Quarter::of(meeting.day()) == quarter).filter(|meeting| {
        meeting.has(Flaws::WHOLE)
            || meeting.is_thematic() && matches!(meeting.standing(ask.ctx), Standing::Unconfirmed | Standing::Unclear)
    });
    let unread = cell.unread_meetings.iter().filter(|unread| Quarter::of(unread.date) == quarter);
    unconfirmed.map(|meeting| meeting.whole()).chain(unread.map(|unread| Place::path(&unread.path))).collect()
}

enum Plan<'c> {
    Adopted,
    Missing(Place<'c>),
    Doubtful(Place<'c>),
}

fn plan<'c>(cell: &'c Cell<'_>, book: Option<&'c CellYearBook<'_>>, reference: Date) -> Plan<'c> {
    let file = match book.map(|book| &book.file) {
        Some(Lookup::Found(file)) => file,
        Some(Lookup::Unread) => return Plan::Doubtful(cell.place()),
        Some(Lookup::Missing) | None => return Plan::Missing(cell.place()),
    };
    if file.thematic_plan.is_unread() || file.thematic_plan.get().is_some_and(|plan| plan.adopted.is_unread()) {
        return Plan::Doubtful(file.whole());
    }
    match file.thematic_plan.get().and_then(|plan| plan.adopted.copied()) {
        Some(adopted) if adopted.0 <= reference => Plan::Adopted,
        // An unknown key may be the plan, misspelt.
        None if file.has(Flaws::KEYS) => Plan::Doubtful(file.whole()),
        _ => Plan::Missing(file.whole()),
    }
}
