//! In 2019 some villages are merged, and their cells with them: the smaller follows into the other.

use crate::{
    date::{Date, ymd},
    demo::{
        dice::Dice,
        life::{CommuneLife, Person, StatusTerm},
    },
    records::member::Leaving,
};

/// A village that ends and the one that goes on, each with its only cell.
pub(super) struct Merger {
    ends: usize,
    goes_on: usize,
    /// The last day of the one that ends.
    last_day: Date,
}

impl Merger {
    /// The last day of a village, where it ends.
    pub(super) fn end_of(&self, village: usize) -> Option<Date> {
        (village == self.ends).then_some(self.last_day)
    }
}

/// In one commune of four.
pub(super) fn choose(life: &CommuneLife, dice: &mut Dice) -> Option<Merger> {
    let has_one_cell = |village: &usize| life.villages[*village].cells.len() == 1;
    let mut villages: Vec<usize> = (0..life.villages.len()).filter(has_one_cell).collect();
    villages.sort_by_key(|village| life.cells[life.villages[*village].cells[0]].people.len());
    let last_day = dice.one_of(&[ymd(2019, 3, 31), ymd(2019, 6, 30), ymd(2019, 9, 30)]);
    match villages[..] {
        [ends, goes_on, _, ..] if dice.chance(250) => Some(Merger { ends, goes_on, last_day }),
        _ => None,
    }
}

pub(super) fn merge(life: &mut CommuneLife, merger: &Merger) {
    let Merger { ends, goes_on, last_day } = *merger;
    let (old, new) = (life.villages[ends].cells[0], life.villages[goes_on].cells[0]);
    life.villages[ends].merged = Some((last_day, goes_on));
    let cell = &mut life.cells[old];
    cell.merged = Some((last_day, new));
    cell.terms.retain(|term| term.congress <= last_day);
    cell.roles.retain(|term| term.from <= last_day);
    for term in &mut cell.roles {
        // An open end ends with the cell.
        term.until = term.until.filter(|until| *until <= last_day);
    }
    let mut moved = Vec::new();
    for person in &mut cell.people {
        if person.time().covers(last_day) && !person.temporary {
            moved.push(move_on(person, last_day));
        }
        // Who would have come later has no day left here; the place among the people stays, and with it every id.
        if person.time().until > last_day {
            person.left = Some((last_day, Leaving::Transferred));
        }
        person.statuses.retain(|status| status.from <= last_day);
    }
    life.cells[new].people.extend(moved);
}

/// The same person in the cell that goes on.
fn move_on(person: &Person, last_day: Date) -> Person {
    let first_day = last_day.succ_opt().unwrap_or(last_day);
    let goes_on = |status: &&StatusTerm| status.until.is_none_or(|until| until > last_day);
    let statuses = person.statuses.iter().filter(goes_on).cloned();
    let statuses = statuses.map(|status| StatusTerm { from: status.from.max(first_day), ..status }).collect();
    Person {
        admitted: person.admitted,
        from: Some(first_day),
        left: person.left.filter(|(until, _)| *until > last_day),
        temporary: false,
        statuses,
        laxity: person.laxity,
    }
}
