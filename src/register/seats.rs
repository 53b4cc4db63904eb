//! What each person of a roster is to its meetings, day by day. Of every meeting it is asked who was expected and who could
//! vote, and little happens to a person in all their years: so it is found out once for each stretch of days.

use crate::{
    date::Date,
    parse::{Field, dates::Day},
    register::{
        Cell,
        people::Person,
        roll::{Expected, counts_on_coming, expected},
    },
};

/// What a person is to a roll on a day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seat {
    pub(super) expected: Expected,
    /// Kept from meetings, and counts on coming.
    pub(super) counts_on_coming: bool,
    /// Whether this is for sure an official member; `None` where it cannot be told.
    pub(super) votes: Option<bool>,
}

impl Seat {
    pub(super) fn on(cell: &Cell<'_>, person: &Person, day: Date) -> Self {
        let expected = expected(cell, person, day);
        let official = person.votes_from(&cell.members, &cell.statuses, day);
        Self {
            expected,
            counts_on_coming: expected == Expected::KeptAway && counts_on_coming(cell, person, day),
            votes: official.map(|official| official.is_some_and(|official| official.earliest() <= day)),
        }
    }
}

/// The seats of a roster.
#[derive(Debug, Default)]
pub(super) struct Seats {
    /// Each person's last seat with its first day: most meetings ask for that.
    last: Vec<(Date, Seat)>,
    /// The seats that each person had before it, from the last to the first.
    earlier: Vec<(Date, Seat)>,
    /// Where in them each person's begin.
    starts: Vec<usize>,
}

impl Seats {
    pub(super) fn of(cell: &Cell<'_>) -> Self {
        let (mut seats, mut days) = (Self::default(), Vec::new());
        for person in cell.people.iter() {
            days.clear();
            days.push(Date::MIN);
            add_days_of_change(cell, person, &mut days);
            days.sort_unstable();
            let mut from_last = days.iter().rev().map(|day| (*day, Seat::on(cell, person, *day)));
            seats.last.extend(from_last.next());
            seats.starts.push(seats.earlier.len());
            seats.earlier.extend(from_last);
        }
        seats
    }

    /// The seat of the person at a place of the roster.
    pub(super) fn on(&self, place: usize, day: Date) -> Option<Seat> {
        let (from, seat) = *self.last.get(place)?;
        if from <= day {
            return Some(seat);
        }
        let earlier = self.earlier.get(*self.starts.get(place)?..)?;
        earlier.iter().find(|(from, _)| *from <= day).map(|(_, seat)| *seat)
    }
}

/// The days of which a person's rows speak: between them nothing changes.
fn add_days_of_change(cell: &Cell<'_>, person: &Person, days: &mut Vec<Date>) {
    let ends = |from: &Field<Day>, until: &Field<Day>| {
        let behind = until.copied().and_then(|until| until.succ_opt());
        from.copied().map(|from| from.0).into_iter().chain(behind)
    };
    for row in person.memberships(&cell.members) {
        days.extend(ends(&row.from, &row.until));
        days.extend(row.official.copied().map(|official| official.earliest()));
    }
    for row in person.statuses(&cell.statuses) {
        days.extend(ends(&row.from, &row.until));
    }
}
