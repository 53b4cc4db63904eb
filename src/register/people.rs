//! The people of a cell through time: who is a member on a day, who is kept from meetings, who holds a role.
//!
//! An answer is `None` where the rows that would tell it could not be read: nobody is counted on a guess.

use std::{cell::OnceCell, cmp::Ordering, collections::BTreeMap};

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
    memberships: Vec<usize>,
    statuses: Vec<usize>,
    roles: Vec<usize>,
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

/// The people of a cell, by id. Every mark of every meeting looks for one of them.
#[derive(Debug, Default)]
pub(crate) struct People {
    people: Vec<Person>,
    /// The head of each id: most ids are no longer, and a number is quicker to compare than a text.
    heads: Vec<u64>,
    /// Of each person the one stay. Only from when the time of rows has been judged.
    stays: OnceCell<Vec<Option<Stay>>>,
}

/// An id that is looked for, and its head. They are in the order of the ids.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Sought<'i> {
    head: u64,
    id: &'i str,
}

impl<'i> Sought<'i> {
    pub(crate) fn of(id: &'i str) -> Self {
        Self { head: head(id), id }
    }
}

/// The first letters of an id as a number, in the order of the ids; the rest of the number is zero.
fn head(id: &str) -> u64 {
    let letters = id.as_bytes();
    if let Some(all) = letters.first_chunk() {
        return u64::from_be_bytes(*all);
    }
    if let (Some(first), Some(last)) = (letters.first_chunk(), letters.last_chunk()) {
        // Where both hold a letter it is the same one.
        let half = |letters: &[u8; 4]| u64::from(u32::from_be_bytes(*letters));
        return half(first) << 32 | half(last) << (8 * (HEAD - letters.len()));
    }
    let mut head = [0; HEAD];
    head.iter_mut().zip(letters).for_each(|(place, letter)| *place = *letter);
    u64::from_be_bytes(head)
}

const HEAD: usize = size_of::<u64>();

impl People {
    pub(crate) fn of(
        members: &Table<'_, MemberRow<'_>>,
        statuses: &Table<'_, StatusRow<'_>>,
        roles: &Table<'_, RoleRow<'_>>,
    ) -> Self {
        let mut people: BTreeMap<&str, Person> = BTreeMap::new();
        for (index, row) in members.rows.iter().enumerate() {
            let person =
                people.entry(&row.id).or_insert_with(|| Person { id: row.id.to_string(), ..Person::default() });
            person.memberships.push(index);
        }
        for (index, row) in statuses.rows.iter().enumerate() {
            if let Some(person) = people.get_mut(&**row.member) {
                person.statuses.push(index);
            }
        }
        for (index, row) in roles.rows.iter().enumerate() {
            if let Some(person) = people.get_mut(&**row.member) {
                person.roles.push(index);
            }
        }
        let heads = people.keys().map(|id| head(id)).collect();
        Self { heads, people: people.into_values().collect(), stays: OnceCell::new() }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Person> {
        self.people.iter()
    }

    pub(crate) fn len(&self) -> usize {
        self.people.len()
    }

    pub(crate) fn get(&self, place: usize) -> Option<&Person> {
        self.people.get(place)
    }

    pub(crate) fn find(&self, id: &str) -> Option<&Person> {
        self.get(self.place(id)?)
    }

    /// The one stay of each person, as far as they have one. Asked for by rules that follow those which find the time of
    /// rows wrong, and by targets.
    pub(crate) fn stays(
        &self,
        members: &Table<'_, MemberRow<'_>>,
        statuses: &Table<'_, StatusRow<'_>>,
    ) -> &[Option<Stay>] {
        self.stays.get_or_init(|| self.iter().map(|person| person.only_stay(members, statuses)).collect())
    }

    /// How the id at a place stands to another; `None` behind the last.
    pub(crate) fn compare(&self, place: usize, sought: Sought<'_>) -> Option<Ordering> {
        let by_head = self.heads.get(place)?.cmp(&sought.head);
        // A head that is not full is the whole id.
        if by_head != Ordering::Equal || sought.id.len() < HEAD {
            return Some(by_head);
        }
        Some(self.get(place)?.id.as_str().cmp(sought.id))
    }

    /// The place of an id, which is likely `next` or a few behind it.
    pub(crate) fn place_from(&self, next: usize, id: &str) -> Option<usize> {
        const FEW: usize = 4;
        let head = head(id);
        if id.len() < HEAD && self.heads.get(next) == Some(&head) {
            return Some(next);
        }
        let near = self.heads.get(next..).unwrap_or_default().iter().take(FEW);
        let behind = near.take_while(|known| **known <= head).position(|known| *known == head);
        let found = behind.and_then(|behind| self.place_among(next + behind, head, id));
        found.or_else(|| self.place(id))
    }

    fn place(&self, id: &str) -> Option<usize> {
        let head = head(id);
        self.place_among(self.heads.partition_point(|known| *known < head), head, id)
    }

    /// The place of an id among those that begin alike, from the first of them on.
    fn place_among(&self, first: usize, head: u64, id: &str) -> Option<usize> {
        let mut alike = self.heads[first..].iter().take_while(|known| **known == head);
        // A head that is not full is the whole id.
        let is_it = |place: &usize| id.len() < HEAD || self.people[*place].id == id;
        (first..).zip(&mut alike).map(|(place, _)| place).find(is_it)
    }
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
    pub(crate) fn memberships<'t, 'a>(
        &self,
        members: &'t Table<'a, MemberRow<'a>>,
    ) -> impl Iterator<Item = &'t Record<'a, MemberRow<'a>>> {
        self.memberships.iter().map(|&index| &members.rows[index])
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_found_by_the_whole_id() {
        let ids = ["a", "abcdefgh", "abcdefgh-1", "abcdefgh-2", "dv01", "dv1"];
        let people = ids.iter().map(|id| Person { id: (*id).to_owned(), ..Person::default() }).collect();
        let people = People { people, heads: ids.iter().map(|id| head(id)).collect(), stays: OnceCell::new() };
        for id in ids {
            assert_eq!(people.find(id).map(|person| person.id.as_str()), Some(id));
        }
        for (place, id) in ids.iter().enumerate() {
            for next in 0..=ids.len() {
                assert_eq!(people.place_from(next, id), Some(place), "{id} from {next}");
            }
        }
        for (place, id) in ids.iter().enumerate() {
            for other in ids.into_iter().chain(["", "abcdefg", "abcdefgh-3", "dv", "dv010", "z"]) {
                assert_eq!(people.compare(place, Sought::of(other)), Some((*id).cmp(other)), "{id} and {other}");
            }
        }
        for id in ["", "abcdefg", "abcdefgh-3", "dv", "dv010", "z"] {
            assert!(people.find(id).is_none(), "{id}");
        }
    }
}
