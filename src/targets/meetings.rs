//! The meetings of a cell's year that a target looks at, and what their content says.

use crate::{
    date::Span,
    finding::{Flaws, Place},
    parse::Field,
    parse::value::Part,
    records::meeting::{Content, Kind, Meeting},
    register::{Cell, Record},
    source::At,
    targets::{Ask, Sink},
};

pub(super) const REGULAR: &[Kind] = &[Kind::Regular, Kind::Combined];
pub(super) const THEMATIC: &[Kind] = &[Kind::Thematic, Kind::Combined];
/// Those that members are called to by a plan.
pub(super) const PLANNED: &[Kind] = &[Kind::Regular, Kind::Thematic, Kind::Combined];
/// Those of the cell itself: a committee's own is none.
pub(super) const OF_THE_CELL: &[Kind] =
    &[Kind::Regular, Kind::Thematic, Kind::Combined, Kind::Extraordinary, Kind::Review, Kind::Congress];

/// The meetings of a year.
pub(super) struct Meetings<'c, 'a> {
    pub(super) sound: Vec<&'c Record<'a, Meeting<'a>>>,
    /// Records that cannot be read, confirmed or believed.
    pub(super) doubtful: Vec<Place<'c>>,
}

/// A meeting belongs to the year of its date.
pub(super) fn of_year<'c, 'a>(cell: &'c Cell<'a>, ask: &Ask<'_>, kinds: &[Kind]) -> Meetings<'c, 'a> {
    let year = Span::year(ask.year);
    let mut found = Meetings { sound: Vec::new(), doubtful: Vec::new() };
    let of_kind = |meeting: &&Record<'_, Meeting<'_>>| kinds.contains(&meeting.kind) && year.covers(meeting.day());
    for meeting in cell.meetings.iter().filter(of_kind) {
        if meeting.counts(ask.ctx) && meeting.is_sound() {
            found.sound.push(meeting);
        } else if meeting.would_count(ask.ctx) {
            found.doubtful.push(meeting.whole());
        }
    }
    let unread = cell.unread_meetings.iter().filter(|unread| year.meet(ask.ctx.period()).covers(unread.date));
    let unread = unread.filter(|unread| unread.kind().is_none_or(|kind| kinds.contains(&kind)));
    found.doubtful.extend(unread.map(|unread| unread.place()));
    found
}

impl Meetings<'_, '_> {
    /// Coverage: a cell that lived in the year, or that met all the same.
    pub(super) fn cover(&self, cell: &Cell<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
        let lives = cell.sure_life().is_none_or(|life| Span::year(ask.year).meet(ask.ctx.period()).overlaps(life));
        if lives || !self.sound.is_empty() {
            sink.cover(!self.sound.is_empty());
        }
    }
}

/// A part of the content.
pub(super) type Pick = for<'m, 'a> fn(&'m Content<'a>) -> &'m Field<Part<'a>>;

/// What a meeting's record says of a part.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    Held,
    NotHeld(At),
    /// No key: neither held nor not held.
    NotRecorded,
    /// It cannot be read, or an unknown key may be it.
    Unclear,
}

pub(super) fn told(meeting: &Record<'_, Meeting<'_>>, pick: Pick) -> Told {
    let absent = if meeting.has(Flaws::KEYS) { Told::Unclear } else { Told::NotRecorded };
    let part = match &meeting.content {
        Field::Unread(_) => return Told::Unclear,
        Field::Absent => return absent,
        Field::Said(content, _) => pick(content),
    };
    match part {
        Field::Unread(_) => Told::Unclear,
        Field::Absent => absent,
        Field::Said(part, _) if part.is_held() => Told::Held,
        Field::Said(_, at) => Told::NotHeld(*at),
    }
}
