//! The roll of a meeting. Nobody is missing so often that it would be a matter for the cell to look into.

use crate::{
    date::Date,
    demo::{dice::Dice, write::cell::Year},
    records::meeting::{Kind, Mark},
};

/// Three months of a year without reason would be `absent-three-months`.
const MOST_ABSENT: u8 = 2;
/// More than three excuses in a row would be `excused-in-a-row`.
const MOST_EXCUSED: u8 = 3;

/// What the year has seen of each person so far.
pub(super) struct Roll {
    absent: Vec<u8>,
    excused: Vec<u8>,
}

/// Who was called, in the order of their ids.
pub(super) struct Called {
    pub(super) marks: Vec<(usize, Mark)>,
    /// Of these, members who vote.
    pub(super) voters: u64,
    /// Of the voters, those who came.
    pub(super) voters_present: u64,
}

impl Roll {
    pub(super) fn new(at: &Year<'_>) -> Self {
        let people = at.cell().people.len();
        Self { absent: vec![0; people], excused: vec![0; people] }
    }

    pub(super) fn call(&mut self, at: &Year<'_>, day: Date, kind: Kind, dice: &mut Dice) -> Called {
        let cell = at.cell();
        // A congress and the review at the year's end bring more of them.
        let missing = 25 + at.slack() * if matches!(kind, Kind::Congress | Kind::Review) { 1 } else { 3 };
        let mut called = Called { marks: Vec::with_capacity(cell.people.len()), voters: 0, voters_present: 0 };
        for index in cell.expected(day) {
            let person = &cell.people[index];
            let mark = match dice.below(1000) {
                throw if throw < missing + person.laxity => self.missing(index, dice),
                throw if throw >= 975 => Mark::Late,
                _ => Mark::Present,
            };
            // Only these meetings make a row, or break it.
            if mark != Mark::Excused && matches!(kind, Kind::Regular | Kind::Combined) {
                self.excused[index] = 0;
            }
            let came = matches!(mark, Mark::Present | Mark::Late);
            let votes = !person.temporary && person.official() <= day;
            called.voters += u64::from(votes);
            called.voters_present += u64::from(votes && came);
            called.marks.push((index, mark));
        }
        called
    }

    fn missing(&mut self, person: usize, dice: &mut Dice) -> Mark {
        if dice.chance(80) && self.absent[person] < MOST_ABSENT {
            self.absent[person] += 1;
            Mark::Absent
        } else if self.excused[person] < MOST_EXCUSED {
            self.excused[person] += 1;
            Mark::Excused
        } else {
            Mark::Present
        }
    }
}

impl Called {
    pub(super) fn came(&self, person: usize) -> bool {
        self.marks.iter().any(|(called, mark)| *called == person && matches!(mark, Mark::Present | Mark::Late))
    }

    pub(super) fn count(&self, wanted: &[Mark]) -> usize {
        self.marks.iter().filter(|(_, mark)| wanted.contains(mark)).count()
    }
}
