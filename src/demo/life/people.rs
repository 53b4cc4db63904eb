//! The people of a cell from 2016 to 2020: who was there, who was admitted, who came, went and died, who is exempt or away.

use crate::{
    date::{Date, Span, plus_days, plus_months, ymd},
    demo::{
        dice::Dice,
        life::{Admitted, FIRST_YEAR, Person, StatusTerm, years},
    },
    records::{
        cell::CellKind,
        member::Leaving,
        status::{Reason, Status},
    },
};

/// As many as roles and posts of one cell can need.
const MAINSTAYS: u32 = 10;

/// The days on which admissions are mostly dated.
const FEASTS: [(u32, u32); 5] = [(2, 3), (5, 19), (9, 2), (11, 7), (12, 22)];

/// The people of a cell of so many members at the end of 2016, the mainstays first, and how many those are.
pub(super) fn of_cell(members: u32, kind: CellKind, dice: &mut Dice) -> (Vec<Person>, usize) {
    let is_village = kind == CellKind::Village;
    let mainstays = members.min(MAINSTAYS);
    let mut rest = members - mainstays;
    let mut people: Vec<Person> = (0..mainstays).map(|_| since_long(1985, 2012, dice)).collect();
    // Who came in 2016 is among them; who left in 2016 is not.
    for came in [admission as fn(i32, &mut Dice) -> Person, arrival] {
        if rest > 0 && dice.chance(if is_village { 350 } else { 250 }) {
            people.push(came(FIRST_YEAR, dice));
            rest -= 1;
        }
    }
    for _ in 0..rest {
        let mut person = if is_village { since_long(1958, 2014, dice) } else { since_long(1985, 2014, dice) };
        person.statuses.extend(exemption(&person, dice));
        people.push(person);
    }
    if dice.chance(400) {
        let mut leaver = since_long(1958, 2010, dice);
        leaver.left = Some((dice.day(Span::year(FIRST_YEAR)), one_way_out(dice)));
        people.push(leaver);
    }
    for year in years() {
        pass(&mut people, mainstays as usize, year, is_village, dice);
    }
    (people, mainstays as usize)
}

/// Someone who was admitted to the Party on a day and is in the cell from a day on.
pub(super) fn person(admitted: Admitted, from: Option<Date>, dice: &mut Dice) -> Person {
    Person { admitted, from, left: None, temporary: false, statuses: Vec::new(), laxity: dice.below(61) }
}

fn since_long(first: u32, last: u32, dice: &mut Dice) -> Person {
    let day = feast(dice.between(first, last) as i32, dice);
    // Many papers of the sixties have no day.
    let admitted = if day < ymd(1970, 1, 1) { Admitted::MonthOf(day) } else { Admitted::Day(day) };
    person(admitted, None, dice)
}

fn feast(year: i32, dice: &mut Dice) -> Date {
    let (month, day) = dice.one_of(&FEASTS);
    ymd(year, month, day)
}

fn admission(year: i32, dice: &mut Dice) -> Person {
    let day = feast(year, dice);
    person(Admitted::Day(day), Some(day), dice)
}

fn arrival(year: i32, dice: &mut Dice) -> Person {
    let admitted = feast(dice.between(1990, 2012) as i32, dice);
    let day = dice.day(Span::year(year));
    person(Admitted::Day(admitted), Some(day), dice)
}

/// From some fifty years in the Party on one may ask to be exempt; from before the records, or within them.
fn exemption(person: &Person, dice: &mut Dice) -> Option<StatusTerm> {
    let admitted = person.admitted.day();
    if admitted >= ymd(1980, 1, 1) || !dice.chance(600) {
        return None;
    }
    let from = dice.day(Span { from: ymd(2008, 1, 1), until: ymd(2020, 12, 31) });
    let reason = if dice.chance(800) { Reason::Age } else { Reason::Illness };
    Some(StatusTerm { status: Status::Exempt, from, until: None, reason })
}

fn one_way_out(dice: &mut Dice) -> Leaving {
    dice.one_of(&[Leaving::Transferred, Leaving::Transferred, Leaving::Died])
}

/// What a year changes. Of those of 2016 who came and went is settled already.
fn pass(people: &mut Vec<Person>, mainstays: usize, year: i32, is_village: bool, dice: &mut Dice) {
    if year > FIRST_YEAR {
        if dice.chance(if is_village { 400 } else { 250 }) {
            people.push(admission(year, dice));
        }
        if dice.chance(350) {
            people.push(arrival(year, dice));
        }
        for (ways, chance) in [(&[Leaving::Died][..], 450), (&[Leaving::Transferred], 300), (&[Leaving::StruckOff], 15)]
        {
            if dice.chance(if is_village { chance } else { chance / 2 }) {
                leave(people, mainstays, year, ways[0], dice);
            }
        }
    }
    if dice.chance(300) {
        go_away(people, mainstays, year, dice);
    }
    if dice.chance(60) {
        people.push(sojourn(year, dice));
    }
}

/// Those who were there before the year began and stay past its end; the mainstays do not go.
fn settled(people: &[Person], mainstays: usize, year: i32) -> impl Iterator<Item = (usize, &Person)> {
    let year = Span::year(year);
    people
        .iter()
        .enumerate()
        .skip(mainstays)
        .filter(move |(_, person)| person.time().holds(year) && person.official() < year.from && !person.temporary)
}

fn leave(people: &mut [Person], mainstays: usize, year: i32, leaving: Leaving, dice: &mut Dice) {
    let first_day = ymd(year, 1, 1);
    // The old die; who goes elsewhere is not old.
    let is_one = |person: &Person| {
        let is_old = person.admitted.day() < ymd(1985, 1, 1);
        is_old == (leaving == Leaving::Died) && !person.statuses.iter().any(|status| status.from >= first_day)
    };
    let those: Vec<usize> =
        settled(people, mainstays, year).filter(|(_, person)| is_one(person)).map(|(index, _)| index).collect();
    if let Some(index) = dice.pick(&those) {
        let day = dice.day(Span { from: ymd(year, 1, 10), until: ymd(year, 12, 20) });
        people[index].left = Some((day, leaving));
    }
}

/// Some months elsewhere, to work or to study: a year at most.
fn go_away(people: &mut [Person], mainstays: usize, year: i32, dice: &mut Dice) {
    let from = dice.day(Span { from: ymd(year, 1, 15), until: ymd(year, 9, 30) });
    let until = plus_days(plus_months(from, dice.between(3, 11)), 14);
    let stays = |person: &Person| person.time().holds(Span { from, until }) && person.statuses.is_empty();
    let those: Vec<usize> =
        settled(people, mainstays, year).filter(|(_, person)| stays(person)).map(|(index, _)| index).collect();
    if let Some(index) = dice.pick(&those) {
        let reason = dice.one_of(&[Reason::WorkAway, Reason::WorkAway, Reason::Study]);
        people[index].statuses.push(StatusTerm { status: Status::Away, from, until: Some(until), reason });
    }
}

/// A member of another cell who sits here for some months.
fn sojourn(year: i32, dice: &mut Dice) -> Person {
    let mut guest = arrival(year, dice);
    let from = dice.day(Span { from: ymd(year, 1, 15), until: ymd(year, 9, 30) });
    guest.from = Some(from);
    guest.left = Some((plus_months(from, dice.between(3, 11)), Leaving::Transferred));
    guest.temporary = true;
    guest
}
