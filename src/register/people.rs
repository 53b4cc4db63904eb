//! The people of a cell through time: who is a member on a day, who is kept from meetings, who holds a role.
//!
//! An answer is `None` where the rows that would tell it could not be read: nobody is counted on a guess.

use std::cell::OnceCell;

use crate::{
    date::{Date, PartialDate, Span},
    finding::Flaws,
    parse::{Field, dates::Day},
    records::{
        member::MemberRow,
        role::{Role, RoleRow},
        status::{Status, StatusRow},
    },
    register::read::{Record, Table},
};

/// One person of the roster: the indices of their rows in the cell's tables.
#[derive(Debug, Default)]
pub(crate) struct Person {
    pub(crate) id: String,
    pub(super) memberships: Vec<usize>,
    pub(super) statuses: Vec<usize>,
    pub(super) roles: Vec<usize>,
    /// The one membership, where all that is known of this person is one row that could be read.
    only_stay: OnceCell<Option<Stay>>,
}

/// A time in the cell that nothing changes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stay {
    pub(crate) time: Span,
    /// Since when the person is an official member and has a vote here; who is here for a time only has none.
    pub(crate) votes_from: Option<PartialDate>,
}

/// The time that a row speaks of; `None` where an end of it could not be read or is known to be wrong.
pub(crate) fn span<T>(row: &Record<'_, T>, from: &Field<Day>, until: &Field<Day>) -> Option<Span> {
    if from.is_unread() || until.is_unread() || row.has(Flaws::TIME) {
        return None;
    }
    Some(Span::new(from.copied().map(|day| day.0), until.copied().map(|day| day.0)))
}

fn is_temporary(row: &MemberRow<'_>) -> bool {
    row.temporary.copied().is_some_and(|temporary| temporary.0)
}

/// A membership on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Membership {
    pub(crate) temporary: bool,
    pub(crate) probationary: bool,
}

impl Person {
    pub(super) fn of(id: &str) -> Self {
        Self { id: id.to_owned(), ..Self::default() }
    }

    pub(crate) fn memberships<'t, 'a>(
        &self,
        members: &'t Table<'a, MemberRow<'a>>,
    ) -> impl Iterator<Item = &'t Record<'a, MemberRow<'a>>> {
        self.memberships.iter().map(|&index| &members.rows[index])
    }

    /// Whether more than one row tells of memberships.
    pub(crate) fn has_returned(&self) -> bool {
        self.memberships.len() > 1
    }

    pub(crate) fn statuses<'t, 'a>(
        &self,
        statuses: &'t Table<'a, StatusRow<'a>>,
    ) -> impl Iterator<Item = &'t Record<'a, StatusRow<'a>>> {
        self.statuses.iter().map(|&index| &statuses.rows[index])
    }

    /// Whether this person is a member of the cell on a day, and how.
    pub(crate) fn membership(&self, members: &Table<'_, MemberRow<'_>>, day: Date) -> Option<Option<Membership>> {
        let mut sure = true;
        for row in self.memberships(members) {
            match span(row, &row.from, &row.until) {
                Some(span) if span.covers(day) => {
                    if row.temporary.is_unread() {
                        return None;
                    }
                    return Some(Some(Membership {
                        temporary: is_temporary(row),
                        probationary: row.official.copied().is_none_or(|official| official.latest() > day),
                    }));
                }
                Some(_) => {}
                None => sure = false,
            }
        }
        sure.then_some(None)
    }

    /// When this person sits in the cell, where one sound row tells it and no status can change it. Of nearly everybody it
    /// does, and it is asked of everybody at each meeting, many times over.
    pub(crate) fn only_stay(
        &self,
        members: &Table<'_, MemberRow<'_>>,
        statuses: &Table<'_, StatusRow<'_>>,
    ) -> Option<Stay> {
        let &[index] = &*self.memberships else { return None };
        let row = &members.rows[index];
        let stay = *self.only_stay.get_or_init(|| {
            let is_read = !row.temporary.is_unread() && !row.official.is_unread();
            let time = span(row, &row.from, &row.until).filter(|_| is_read)?;
            let votes_from = row.official.copied().filter(|_| !is_temporary(row));
            (self.statuses.is_empty() && !statuses.unread).then_some(Stay { time, votes_from })
        });
        // A rule may have found it wrong since.
        stay.filter(|_| !row.has(Flaws::TIME))
    }

    /// Since when this person, where they sit in the cell on a day and not for a time only, is an official member; a paper
    /// may tell that by the year or month alone.
    pub(crate) fn votes_from(
        &self,
        members: &Table<'_, MemberRow<'_>>,
        statuses: &Table<'_, StatusRow<'_>>,
        day: Date,
    ) -> Option<Option<PartialDate>> {
        let Some(stay) = self.only_stay(members, statuses) else { return self.votes_from_by_all(members, day) };
        let votes_from = stay.votes_from.filter(|_| stay.time.covers(day));
        debug_assert_eq!(Some(votes_from), self.votes_from_by_all(members, day), "of {} on {day}", self.id);
        Some(votes_from)
    }

    /// The same by all the rows.
    fn votes_from_by_all(&self, members: &Table<'_, MemberRow<'_>>, day: Date) -> Option<Option<PartialDate>> {
        let mut sure = true;
        for row in self.memberships(members) {
            match span(row, &row.from, &row.until) {
                Some(span) if span.covers(day) => {
                    let is_read = !row.temporary.is_unread() && !row.official.is_unread();
                    return is_read.then(|| row.official.copied().filter(|_| !is_temporary(row)));
                }
                Some(_) => {}
                None => sure = false,
            }
        }
        sure.then_some(None)
    }

    /// Whether a status of one of these kinds covers a day.
    pub(crate) fn has_status(&self, statuses: &Table<'_, StatusRow<'_>>, day: Date, kinds: &[Status]) -> Option<bool> {
        // A row that could not be read may be this person's.
        if statuses.unread {
            return None;
        }
        let mut sure = true;
        for row in self.statuses.iter().map(|&index| &statuses.rows[index]).filter(|row| kinds.contains(&row.status)) {
            match span(row, &row.from, &row.until) {
                Some(span) if span.covers(day) => return Some(true),
                Some(_) => {}
                None => sure = false,
            }
        }
        sure.then_some(false)
    }

    /// Whether this person holds a role on a day; an unreadable row holds none.
    pub(crate) fn holds(&self, roles: &Table<'_, RoleRow<'_>>, day: Date, role: Option<Role>) -> bool {
        self.roles
            .iter()
            .map(|&index| &roles.rows[index])
            .filter(|row| role.is_none_or(|role| *row.role == role))
            .any(|row| span(row, &row.from, &row.until).is_some_and(|span| span.covers(day)))
    }
}
