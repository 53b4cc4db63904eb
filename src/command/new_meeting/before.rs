//! What earlier records give to the new one: the usual time and place, who kept the minutes, what was resolved, and the
//! quarter's theme.

use super::wish::Wish;
use crate::{
    context::Context,
    date::{Date, Month, Quarter, months_before},
    parse::dates::Time,
    records::{
        cell_year::Topic,
        meeting::{Kind, Meeting},
        role::Role,
    },
    register::{Cell, Commune, Record, meeting::Standing, people::Person},
};

/// The meetings held before a day, the latest first.
fn held_before<'c, 'a>(
    ctx: &'c Context,
    cell: &'c Cell<'a>,
    day: Date,
) -> impl Iterator<Item = &'c Record<'a, Meeting<'a>>> {
    let mut before: Vec<&Record<'a, Meeting<'a>>> = cell
        .meetings
        .iter()
        .filter(|meeting| meeting.day() < day && meeting.is_sound() && meeting.standing(ctx) == Standing::Held)
        .collect();
    // Of several on one day the one that began last; a stable sort leaves the rest in the order of their paths.
    before.sort_by_key(|meeting| (meeting.day(), meeting.start.copied()));
    before.into_iter().rev()
}

/// The last meeting of the same kind; a combined meeting is a regular one with a theme.
pub(super) fn last_alike<'c, 'a>(
    ctx: &'c Context,
    cell: &'c Cell<'a>,
    kind: Kind,
    day: Date,
) -> Option<&'c Record<'a, Meeting<'a>>> {
    let alike = |other: Kind| kind == other || is_monthly(kind) && is_monthly(other);
    let exact = held_before(ctx, cell, day).find(|meeting| *meeting.kind == kind);
    exact.or_else(|| held_before(ctx, cell, day).find(|meeting| alike(*meeting.kind)))
}

/// The time and place of the last meeting of the same kind.
#[derive(Debug, Default)]
pub(super) struct Usual {
    /// `19:30:00`.
    pub(super) start: Option<String>,
    pub(super) end: Option<String>,
    pub(super) place: Option<String>,
}

pub(super) fn usual(ctx: &Context, cell: &Cell<'_>, wish: &Wish<'_>) -> Usual {
    let Some(last) = last_alike(ctx, cell, wish.kind, wish.date) else { return Usual::default() };
    let start = last.start.copied().map(Time::toml);
    let end = last.end.copied().map(Time::toml);
    Usual {
        end: end.filter(|end| wish.start.as_ref().is_none_or(|start| end > start)),
        // It gives way to an end that was said and lies before it.
        start: start.filter(|start| wish.end.as_ref().is_none_or(|end| end > start)),
        place: last.place.get().map(|place| place.trim().to_owned()).filter(|place| !place.is_empty()),
    }
}

/// The last meeting that resolved something: what came of it is to be told at the next one.
pub(super) fn last_resolved<'c, 'a>(
    ctx: &'c Context,
    cell: &'c Cell<'a>,
    day: Date,
) -> Option<&'c Record<'a, Meeting<'a>>> {
    held_before(ctx, cell, day).find(|meeting| meeting.resolutions.each().next().is_some())
}

/// The regular meeting that was held for a month.
pub(super) fn held_for<'c, 'a>(ctx: &Context, cell: &'c Cell<'a>, month: Month) -> Option<&'c Record<'a, Meeting<'a>>> {
    let held = |meeting: &&Record<'a, Meeting<'a>>| meeting.is_regular() && meeting.standing(ctx) == Standing::Held;
    cell.meetings.iter().filter(held).find(|meeting| meeting.counts_for() == month)
}

/// Who kept the minutes last: of a meeting of the kind, else of any.
pub(super) fn last_minutes_by<'c>(ctx: &'c Context, cell: &'c Cell<'_>, kind: Kind, day: Date) -> Option<&'c str> {
    let alike = last_alike(ctx, cell, kind, day).and_then(|meeting| meeting.minutes_by.get());
    let any = || held_before(ctx, cell, day).find_map(|meeting| meeting.minutes_by.get());
    alike.or_else(any).map(|id| &**id)
}

/// What is due next: the month's meeting, then the quarter's theme.
pub(super) fn next_kind(ctx: &Context, cell: &Cell<'_>, day: Date) -> Kind {
    if held_for(ctx, cell, Month::of(day)).is_none() {
        Kind::Regular
    } else if quarter_without_theme(cell, day).is_some() {
        Kind::Thematic
    } else {
        Kind::Extraordinary
    }
}

/// The committee's own meeting in the month before a day.
pub(super) fn committee_met(ctx: &Context, cell: &Cell<'_>, day: Date) -> Option<Date> {
    let last = held_before(ctx, cell, day).find(|meeting| *meeting.kind == Kind::Committee)?;
    Some(last.day()).filter(|met| months_before(day, 1) <= *met)
}

/// The secretary in post, else the deputy; the first who passes.
pub(super) fn chair<'c>(cell: &'c Cell<'_>, day: Date, passes: impl Fn(&str) -> bool) -> Option<&'c str> {
    let in_role = [Role::Secretary, Role::DeputySecretary].into_iter().flat_map(|role| cell.in_role(role, day));
    in_role.map(|person: &Person| person.id.as_str()).find(|id| passes(id))
}

fn is_monthly(kind: Kind) -> bool {
    matches!(kind, Kind::Regular | Kind::Combined)
}

pub(super) fn is_thematic(kind: Kind) -> bool {
    matches!(kind, Kind::Thematic | Kind::Combined)
}

/// The quarter of a day, where no thematic meeting in it is recorded or planned.
pub(super) fn quarter_without_theme(cell: &Cell<'_>, day: Date) -> Option<Quarter> {
    let quarter = Quarter::of(day);
    let recorded = cell.meetings.iter().any(|meeting| {
        meeting.is_thematic() && Quarter::of(meeting.day()) == quarter && meeting.held.copied() != Some(false)
    });
    // What a record that cannot be read was about is in its name alone.
    let may_be = cell.unread_meetings.iter().any(|unread| {
        let name = unread.path.rsplit('/').next().unwrap_or_default();
        Quarter::of(unread.date) == quarter && (name.contains("thematic") || name.contains("combined"))
    });
    (!recorded && !may_be).then_some(quarter)
}

/// The theme that the year's plan has for the quarter of a day and no meeting of another day has had.
pub(super) fn planned_topic<'c, 'a>(cell: &'c Cell<'a>, day: Date) -> Option<&'c Topic<'a>> {
    let quarter = Quarter::of(day);
    let plan = cell.years.get(&quarter.year)?.file.get()?.thematic_plan.get()?;
    let had = |topic: &Topic<'_>| {
        let others = cell.meetings.iter().filter(|meeting| meeting.day() != day);
        let themes = others.filter_map(|meeting| meeting.theme.get()?.title.get());
        let mut titles = themes.map(|title| crate::text::fold(title));
        topic.title.get().is_some_and(|title| titles.any(|other| other == crate::text::fold(title)))
    };
    let mut topics = plan.topics.each().map(|(topic, _)| topic);
    topics.find(|topic| topic.quarter.copied() == Some(quarter.quarter) && !had(topic))
}

/// The heads of the cell's villages who are no members of the Party on a day: the village's name, the head's id.
pub(super) fn heads_outside_party<'c>(
    commune: &'c Commune<'_>,
    cell: &'c Cell<'_>,
    day: Date,
) -> Vec<(&'c str, &'c str)> {
    crate::records::cell::villages(&cell.file)
        .filter_map(|id| commune.village(id).get().copied())
        .flat_map(|village| {
            let heads = commune.in_post(village, crate::records::official::Post::Head, day);
            let outside = heads.filter(move |head| {
                !head.party_since.is_unread() && head.party_since.copied().is_none_or(|since| since.latest() > day)
            });
            outside.map(|head| (&**village.name, &**head.id))
        })
        .collect()
}
