//! The people of a cell, found by id.

use std::{cell::OnceCell, cmp::Ordering, collections::BTreeMap};

use crate::{
    records::{assessment::AssessmentRow, member::MemberRow, role::RoleRow, status::StatusRow},
    register::{Cell, CellYearBook, Lookup, Record, people::Person, read::Table, seats::Seats},
};

/// The people of a cell, by id. Every mark of every meeting looks for one of them.
#[derive(Debug, Default)]
pub(crate) struct People {
    people: Vec<Person>,
    /// The head of each id: most ids are no longer, and a number is quicker to compare than a text.
    heads: Vec<u64>,
    pub(super) seats: OnceCell<Seats>,
}

/// An id that is looked for, by its head. They are in the order of the ids.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Sought<'i> {
    head: u64,
    /// Empty where the head holds all of it.
    id: &'i str,
}

impl<'i> Sought<'i> {
    pub(crate) fn of(id: &'i str) -> Self {
        Self { head: head(id), id: if id.len() < HEAD { "" } else { id } }
    }

    /// The id of so many letters at a place of a text. Where eight bytes can be looked at, it is the quicker way.
    pub(crate) fn at(text: &'i str, start: usize, letters: u8) -> Self {
        match text.as_bytes().get(start..).and_then(<[u8]>::first_chunk) {
            Some(word) if usize::from(letters) < HEAD => Self::short(u64::from_be_bytes(*word), letters),
            _ => Self::by_letters(text, start, letters),
        }
    }

    /// The same of any id. Apart, so that the quicker way has the processor's registers for itself.
    #[cold]
    fn by_letters(text: &'i str, start: usize, letters: u8) -> Self {
        Self::of(text.get(start..start + usize::from(letters)).unwrap_or_default())
    }

    /// The id that is the first letters of a word, fewer than all; the first is the highest byte.
    pub(crate) fn short(word: u64, letters: u8) -> Self {
        Self { head: word & !(u64::MAX >> (8 * letters)), id: "" }
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

/// Looks for ids that go in order, along the roster.
pub(crate) struct InOrder<'p> {
    people: &'p People,
    next: u32,
}

impl InOrder<'_> {
    pub(crate) fn place(&mut self, sought: Sought<'_>) -> Option<u32> {
        while let Some(head) = self.people.heads.get(self.next as usize) {
            let by_id = || self.people.people[self.next as usize].id.as_str().cmp(sought.id);
            let ordering = match head.cmp(&sought.head) {
                Ordering::Equal if !sought.id.is_empty() => by_id(),
                by_head => by_head,
            };
            if ordering == Ordering::Greater {
                break;
            }
            self.next += 1;
            if ordering == Ordering::Equal {
                return Some(self.next - 1);
            }
        }
        None
    }
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

    /// Looks for one id after another, in their order.
    pub(crate) fn in_order(&self) -> InOrder<'_> {
        InOrder { people: self, next: 0 }
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

impl<'a> Cell<'a> {
    /// A person of the roster by id.
    pub(crate) fn person(&self, id: &str) -> Lookup<&Person> {
        match self.people.find(id) {
            Some(person) => Lookup::Found(person),
            None if self.members.unread || self.members.unwritten => Lookup::Unread,
            None => Lookup::Missing,
        }
    }

    /// The rows of a year's assessments, each with its person. They mostly go as the roster does.
    pub(crate) fn assessed<'c>(
        &'c self,
        book: &'c CellYearBook<'a>,
    ) -> impl Iterator<Item = (&'c Record<'a, AssessmentRow<'a>>, Option<&'c Person>)> {
        let mut next = 0;
        book.assessments.rows.iter().map(move |row| {
            let place = self.people.place_from(next, &row.member);
            next = place.map_or(next, |place| place + 1);
            (row, place.and_then(|place| self.people.get(place)))
        })
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
        let others = ["", "abcdefg", "abcdefgh-3", "dv", "dv010", "z"];
        let mut all: Vec<_> = ids.into_iter().chain(others).collect();
        all.sort_unstable();
        let mut in_order = people.in_order();
        for id in all {
            let line = format!("\n{id} = \"x\"\n");
            let sought = Sought::at(&line, 1, u8::try_from(id.len()).unwrap());
            assert!(sought == Sought::of(id), "{id}");
            assert_eq!(in_order.place(sought).map(|place| place as usize), people.place(id), "{id}");
        }
        for id in others {
            assert!(people.find(id).is_none(), "{id}");
        }
    }
}
