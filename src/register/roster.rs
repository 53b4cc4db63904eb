//! The people of a cell, found by id.

use std::{cell::OnceCell, cmp::Ordering, collections::BTreeMap};

use crate::{
    date::{Date, PartialDate, Span},
    records::{member::MemberRow, role::RoleRow, status::StatusRow},
    register::{
        people::{Person, Stay},
        read::Table,
    },
};

/// A stay as rolls ask for it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Seat {
    pub(crate) time: Span,
    /// From when on this person has a vote for sure.
    pub(crate) votes_from: Date,
}

impl Seat {
    fn of(stay: Stay) -> Self {
        Self { time: stay.time, votes_from: stay.votes_from.map_or(Date::MAX, PartialDate::earliest) }
    }
}

/// The people of a cell, by id. Every mark of every meeting looks for one of them.
#[derive(Debug, Default)]
pub(crate) struct People {
    people: Vec<Person>,
    /// The head of each id: most ids are no longer, and a number is quicker to compare than a text.
    heads: Vec<u64>,
    /// Of each person the one stay. Only from when the time of rows has been judged.
    seats: OnceCell<Vec<Option<Seat>>>,
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

    /// One that is shorter than its head: an id of fewer than eight letters.
    pub(crate) fn short(head: u64) -> Self {
        Self { head, id: "" }
    }

    #[cfg(test)]
    pub(crate) fn head(self) -> u64 {
        self.head
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
            let person = people.entry(&row.id).or_insert_with(|| Person::of(&row.id));
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
        Self { heads, people: people.into_values().collect(), seats: OnceCell::new() }
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
    pub(crate) fn seats(
        &self,
        members: &Table<'_, MemberRow<'_>>,
        statuses: &Table<'_, StatusRow<'_>>,
    ) -> &[Option<Seat>] {
        self.seats.get_or_init(|| self.iter().map(|person| person.only_stay(members, statuses).map(Seat::of)).collect())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_found_by_the_whole_id() {
        let ids = ["a", "abcdefgh", "abcdefgh-1", "abcdefgh-2", "dv01", "dv1"];
        let people = ids.into_iter().map(Person::of).collect();
        let people = People { people, heads: ids.iter().map(|id| head(id)).collect(), seats: OnceCell::new() };
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
