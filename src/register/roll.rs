//! The roll of a meeting: the lines of its attendance against the roster of its cell. Both go by id, so that one walk along
//! them finds who has a line, who has none, and which line is nobody's.

use std::cmp::Ordering;

use crate::{
    date::Date,
    parse::Vocabulary,
    records::{
        attendance::Line,
        meeting::{Mark, Meeting},
        status::Status,
    },
    register::{
        Cell, Lookup, Record,
        people::Person,
        roster::{Seat, Sought},
    },
};

/// What keeps a member from meetings, and out of the base of attendance.
const KEPT_AWAY: [Status; 5] =
    [Status::Exempt, Status::ExemptTemporarily, Status::Away, Status::Suspended, Status::SpecialDuty];

/// Who of those kept from meetings counts on coming all the same; the suspended and those on special duty do not.
pub(crate) const COUNT_ON_COMING: [Status; 3] = [Status::Exempt, Status::ExemptTemporarily, Status::Away];

/// One member against the roster and the record of a meeting.
#[derive(Debug)]
pub(crate) struct Called<'c> {
    pub(crate) person: &'c Person,
    pub(crate) expected: Expected,
    pub(crate) line: Option<Line<'c>>,
}

impl Called<'_> {
    /// `Missing` where the record has no line for the member.
    pub(crate) fn mark(&self) -> Lookup<Mark> {
        mark(self.line)
    }
}

fn mark(line: Option<Line<'_>>) -> Lookup<Mark> {
    line.map_or(Lookup::Missing, |line| line.mark().map_or(Lookup::Unread, Lookup::Found))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Expected {
    Yes,
    /// A member, but exempt, away, suspended or on special duty; who comes all the same counts.
    KeptAway,
    NotAMember,
    /// The rows that would tell could not be read.
    Unknown,
}

/// What is expected of a person at a meeting of the cell on a day.
pub(crate) fn expected(cell: &Cell<'_>, person: &Person, day: Date) -> Expected {
    let Some(stay) = person.only_stay(&cell.members, &cell.statuses) else { return expected_by_all(cell, person, day) };
    let expected = if stay.time.covers(day) { Expected::Yes } else { Expected::NotAMember };
    debug_assert_eq!(expected, expected_by_all(cell, person, day), "of {} on {day}", person.id);
    expected
}

/// The same by all the rows of a person.
fn expected_by_all(cell: &Cell<'_>, person: &Person, day: Date) -> Expected {
    match person.membership(&cell.members, day) {
        None => Expected::Unknown,
        Some(None) => Expected::NotAMember,
        Some(Some(_)) => match person.has_status(&cell.statuses, day, &KEPT_AWAY) {
            None => Expected::Unknown,
            Some(true) => Expected::KeptAway,
            Some(false) => Expected::Yes,
        },
    }
}

/// How many of a roll came, and what is wrong with it. All that is asked of nearly every meeting, many times over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Turnout {
    /// Of those who were expected, how many have each mark; the blank ones are unmarked.
    marks: [u32; Mark::WORDS.len()],
    /// Who was expected and has no mark.
    pub(crate) unmarked: u32,
    /// Who is kept from meetings, came all the same, and counts on coming.
    pub(crate) came_unexpected: u32,
    /// Who was no member on that day and has a mark.
    pub(crate) non_members: u32,
    /// Whether it could not be told of somebody if they were expected.
    pub(crate) is_unsure: bool,
    /// The official members who came; `None` where it could not be told of somebody who came.
    pub(crate) voters: Option<u32>,
}

impl Turnout {
    /// Who was expected and has a mark.
    pub(crate) fn of(&self, mark: Mark) -> u64 {
        u64::from(self.marks[mark as usize])
    }

    fn of_roll(cell: &Cell<'_>, meeting: &Record<'_, Meeting<'_>>) -> Self {
        Self::by_seats(cell, meeting, cell.people.seats(&cell.members, &cell.statuses))
    }

    /// Who has no seat here is counted by all their rows.
    fn by_seats(cell: &Cell<'_>, meeting: &Record<'_, Meeting<'_>>, seats: &[Option<Seat>]) -> Self {
        let mut turnout = Self { voters: Some(0), ..Self::default() };
        meeting.walk(cell, |place, line| {
            let mark = mark(line);
            match place.map(|place| (cell.people.get(place), seats.get(place))) {
                Some((_, Some(Some(seat)))) => turnout.add(*seat, meeting.day(), &mark),
                Some((Some(person), _)) => turnout.add_by_all(cell, person, meeting.day(), &mark),
                _ => turnout.add_voter(&mark, || None),
            }
        });
        turnout
    }

    /// Adds who had the one seat.
    fn add(&mut self, seat: Seat, day: Date, mark: &Lookup<Mark>) {
        let sits = seat.time.covers(day);
        match mark {
            Lookup::Missing | Lookup::Found(Mark::Blank) => self.unmarked += u32::from(sits),
            Lookup::Found(mark) if sits => self.marks[*mark as usize] += 1,
            Lookup::Found(_) => self.non_members += 1,
            Lookup::Unread => {}
        }
        self.add_voter(mark, || Some(sits && seat.votes_from <= day));
    }

    /// The same by all the rows of a person.
    fn add_by_all(&mut self, cell: &Cell<'_>, person: &Person, day: Date, mark: &Lookup<Mark>) {
        match (expected_by_all(cell, person, day), mark) {
            (Expected::Yes, Lookup::Missing | Lookup::Found(Mark::Blank)) => self.unmarked += 1,
            (Expected::Yes, Lookup::Found(mark)) => self.marks[*mark as usize] += 1,
            (Expected::KeptAway, mark) => {
                self.came_unexpected += u32::from(has_come(mark) && counts_on_coming(cell, person, day));
            }
            (Expected::NotAMember, Lookup::Found(mark)) => self.non_members += u32::from(*mark != Mark::Blank),
            (Expected::Yes, Lookup::Unread) | (Expected::NotAMember, _) => {}
            (Expected::Unknown, _) => self.is_unsure = true,
        }
        self.add_voter(mark, || {
            let official = person.votes_from(&cell.members, &cell.statuses, day)?;
            Some(official.is_some_and(|official| official.earliest() <= day))
        });
    }

    fn add_voter(&mut self, mark: &Lookup<Mark>, votes: impl FnOnce() -> Option<bool>) {
        if has_come(mark) {
            self.voters = self.voters.zip(votes()).map(|(voters, votes)| voters + u32::from(votes));
        }
    }
}

fn has_come(mark: &Lookup<Mark>) -> bool {
    matches!(mark, Lookup::Found(Mark::Present | Mark::Late))
}

/// Who is exempt or away and comes all the same counts.
pub(crate) fn counts_on_coming(cell: &Cell<'_>, person: &Person, day: Date) -> bool {
    person.has_status(&cell.statuses, day, &COUNT_ON_COMING) == Some(true)
}

impl<'a> Record<'a, Meeting<'a>> {
    /// Every person of the roster with what was expected of them and their mark.
    pub(crate) fn roll<'c>(&'c self, cell: &'c Cell<'a>) -> Vec<Called<'c>> {
        let mut roll = Vec::with_capacity(cell.people.len());
        self.walk(cell, |place, line| {
            let person = place.and_then(|place| cell.people.get(place));
            roll.extend(person.map(|person| Called { person, expected: expected(cell, person, self.day()), line }));
        });
        roll
    }

    /// The lines that are nobody's of the roster.
    pub(crate) fn strays<'c>(&'c self, cell: &'c Cell<'a>) -> Vec<Line<'c>> {
        let mut strays = Vec::new();
        self.walk(cell, |place, line| strays.extend(line.filter(|_| place.is_none())));
        strays
    }

    /// Of a meeting with attendance by lines. Asked for by rules that follow those which find the time of rows wrong, and by
    /// targets: it is found out once.
    pub(crate) fn turnout<'c>(&'c self, cell: &'c Cell<'a>) -> Option<&'c Turnout> {
        let turnout = self.attendance.get()?.turnout.get_or_init(|| Turnout::of_roll(cell, self));
        debug_assert_eq!(*turnout, Turnout::by_seats(cell, self, &[]), "of {} on {}", cell.id, self.day());
        Some(turnout)
    }

    /// Shows the place of each person of the roster beside their line, where there is one, and each line that is nobody's. A
    /// meeting is only ever held against the roster of its own cell.
    fn walk<'c>(&'c self, cell: &'c Cell<'a>, mut meet: impl FnMut(Option<usize>, Option<Line<'c>>)) {
        let mut next = 0;
        if let Some(attendance) = self.attendance.get() {
            for (id, line) in attendance.by_member() {
                let sought = Sought::of(id);
                let place = loop {
                    match cell.people.compare(next, sought) {
                        Some(Ordering::Less) => meet(Some(next), None),
                        Some(Ordering::Equal) => break Some(next),
                        Some(Ordering::Greater) | None => break None,
                    }
                    next += 1;
                };
                next += usize::from(place.is_some());
                meet(place, Some(line));
            }
        }
        (next..cell.people.len()).for_each(|place| meet(Some(place), None));
    }
}
