//! The meetings of a cell's year that a target looks at, and what their content says.

use crate::{
    date::Span,
    finding::{Flaws, Place},
    lang::{Words, say},
    parse::value::Part,
    parse::{Field, Vocabulary},
    records::meeting::{Content, Kind, Meeting},
    register::{
        Cell, Record,
        meeting::{Standing, Weighed},
    },
    source::At,
    targets::{Ask, CellInYear, Sink},
};

pub(super) const REGULAR: &[Kind] = &[Kind::Regular, Kind::Combined];
pub(super) const THEMATIC: &[Kind] = &[Kind::Thematic, Kind::Combined];
/// Those that members are called to by a plan.
pub(super) const PLANNED: &[Kind] = &[Kind::Regular, Kind::Thematic, Kind::Combined];
/// Those of the cell itself: a committee's own is none.
pub(super) const OF_THE_CELL: &[Kind] =
    &[Kind::Regular, Kind::Thematic, Kind::Combined, Kind::Extraordinary, Kind::Review, Kind::Congress];

/// The meetings of some kinds that belong to a year by their date.
pub(super) struct Meetings<'y, 'c> {
    cell: &'y CellInYear<'c>,
    kinds: &'y [Kind],
}

pub(super) fn of_year<'y, 'c>(cell: &'y CellInYear<'c>, kinds: &'y [Kind]) -> Meetings<'y, 'c> {
    Meetings { cell, kinds }
}

impl<'y, 'c> Meetings<'y, 'c> {
    pub(super) fn all(&self) -> impl Iterator<Item = &'y Weighed<'c>> {
        let (kinds, year) = (self.kinds, self.cell.year);
        self.cell.near.iter().filter(move |meeting| kinds.contains(&meeting.kind) && year.covers(meeting.day))
    }

    /// Those that count.
    pub(super) fn sound(&self) -> impl Iterator<Item = &'c Record<'c, Meeting<'c>>> {
        self.all().filter(|meeting| meeting.counts() && meeting.is_sound).map(|meeting| meeting.record)
    }

    /// Records that cannot be read, confirmed or believed.
    pub(super) fn doubtful(&self) -> impl Iterator<Item = Place<'c>> {
        let unsound = self.all().filter(|meeting| meeting.would_count() && !(meeting.counts() && meeting.is_sound));
        unsound.map(|meeting| meeting.record.whole()).chain(self.unread())
    }

    /// Those that cannot be read.
    pub(super) fn unread(&self) -> impl Iterator<Item = Place<'c>> {
        let (kinds, days) = (self.kinds, self.cell.days_within_period());
        let unread = self.cell.cell.unread_meetings.iter().filter(move |unread| days.covers(unread.date));
        let unread = unread.filter(move |unread| unread.kind().is_none_or(|kind| kinds.contains(&kind)));
        unread.map(|unread| unread.place())
    }

    /// Coverage: a cell that lived in the year, or that met all the same.
    pub(super) fn cover(&self, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
        cover(self.cell, self.sound().next().is_some(), sink);
        passed_over(self.cell, ask, |meeting| self.kinds.contains(&meeting.kind), sink);
    }
}

/// Covers a cell that lived in the year, or whose meetings say something all the same.
pub(super) fn cover(cell: &CellInYear<'_>, has_data: bool, sink: &mut Sink<'_, '_>) {
    if has_data || cell.sure_life().is_none_or(|life| cell.days_within_period().overlaps(life)) {
        sink.cover(has_data);
    }
}

/// Tells of each meeting of the year that a target does not count, and is not left out of it, why.
pub(super) fn passed_over(
    cell: &Cell<'_>,
    ask: &Ask<'_>,
    is_of_target: impl Fn(&Meeting<'_>) -> bool,
    sink: &mut Sink<'_, '_>,
) {
    if !sink.is_traced() {
        return;
    }
    let year = Span::year(ask.year);
    for meeting in cell.meetings.iter().filter(|meeting| year.covers(meeting.day())) {
        let why = if !ask.ctx.period().covers(meeting.day()) {
            Words::new("không tính: ngoài thời gian của sổ", "not counted: outside the time of the register")
        } else if !is_of_target(meeting) {
            let kind = meeting.kind.label();
            sink.seen(meeting.whole(), |lang| {
                let kind = kind.of(lang);
                say!(lang, "không tính: buổi {kind}", "not counted: a meeting of another kind ({kind})")
            });
            continue;
        } else {
            match meeting.standing(ask.ctx) {
                Standing::NotHeld => Words::new("không họp (held = false)", "not held (held = false)"),
                Standing::Planned => Words::new("chưa tính: mới dự kiến", "not counted yet: planned"),
                Standing::Unconfirmed | Standing::Unclear | Standing::Held => continue,
            }
        };
        sink.seen(meeting.whole(), |lang| why.of(lang).to_owned());
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
