//! The roll of a meeting: the lines of its attendance against the roster of its cell. Both go by id, so that one walk along
//! them finds who has a line, who has none, and which line is nobody's.

use crate::{
    date::Date,
    records::{
        attendance::{Attendance, Line},
        meeting::{Mark, Meeting},
        status::Status,
    },
    register::{
        Cell, Lookup, Record,
        people::Person,
        seats::{Seat, Seats},
        turnout::Turnout,
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
        self.line.map_or(Lookup::Missing, |line| line.mark().map_or(Lookup::Unread, Lookup::Found))
    }
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

/// Who is exempt or away and comes all the same counts.
pub(crate) fn counts_on_coming(cell: &Cell<'_>, person: &Person, day: Date) -> bool {
    person.has_status(&cell.statuses, day, &COUNT_ON_COMING) == Some(true)
}

impl Cell<'_> {
    /// Only from when the time of rows has been judged.
    fn seats(&self) -> &Seats {
        self.people.seats.get_or_init(|| Seats::of(self))
    }
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
    pub(crate) fn strays<'c>(&'c self, cell: &'c Cell<'a>) -> impl Iterator<Item = Line<'c>> {
        let attendance = self.attendance.get().filter(|attendance| attendance.seat(&cell.people) > 0);
        attendance.into_iter().flat_map(Attendance::by_member).filter(|line| line.place().is_none())
    }

    /// Of a meeting with attendance by lines. Asked for by rules that follow those which find the time of rows wrong, and by
    /// targets: it is found out once.
    pub(crate) fn turnout<'c>(&'c self, cell: &'c Cell<'a>) -> Option<&'c Turnout> {
        let turnout = self.attendance.get()?.turnout.get_or_init(|| {
            let seats = cell.seats();
            Turnout::count(cell, self, |place| seats.on(place, self.day()))
        });
        let seat = |place| Some(Seat::on(cell, cell.people.get(place)?, self.day()));
        debug_assert_eq!(*turnout, Turnout::count(cell, self, seat), "of {} on {}", cell.id, self.day());
        Some(turnout)
    }

    /// The lines of those who were expected and have a mark, with their place in the roster. Only after the rules
    /// that find the time of rows wrong: seats are kept from the first asking.
    pub(crate) fn expected_with<'c>(
        &'c self,
        cell: &'c Cell<'a>,
        mark: Mark,
    ) -> impl Iterator<Item = (usize, Line<'c>)> {
        let attendance =
            self.attendance.get().filter(|_| self.turnout(cell).is_some_and(|turnout| turnout.of(mark) > 0));
        let lines =
            attendance.into_iter().flat_map(Attendance::by_member).filter(move |line| line.mark() == Some(mark));
        lines.filter_map(move |line| {
            let place = line.place()?;
            (cell.seats().on(place, self.day())?.expected == Expected::Yes).then_some((place, line))
        })
    }

    /// Who of some was expected and has no mark. After the same rules.
    pub(crate) fn unmarked<'c>(&'c self, cell: &'c Cell<'a>, among: impl Fn(&Person) -> bool) -> Vec<&'c Person> {
        let mut unmarked = Vec::new();
        self.walk(cell, |place, line| {
            let person = place.and_then(|place| Some((place, cell.people.get(place)?)));
            if let Some((place, person)) = person
                && line.is_none_or(|line| line.mark() == Some(Mark::Blank))
                && among(person)
                && cell.seats().on(place, self.day()).is_some_and(|seat| seat.expected == Expected::Yes)
            {
                unmarked.push(person);
            }
        });
        unmarked
    }

    /// Shows the place of each person of the roster beside their line, where there is one, and each line that is nobody's. A
    /// meeting is only ever held against the roster of its own cell.
    pub(super) fn walk<'c>(&'c self, cell: &'c Cell<'a>, mut meet: impl FnMut(Option<usize>, Option<Line<'c>>)) {
        let mut next = 0;
        if let Some(attendance) = self.attendance.get() {
            attendance.seat(&cell.people);
            for line in attendance.by_member() {
                if let Some(place) = line.place() {
                    (next..place).for_each(|place| meet(Some(place), None));
                    next = place + 1;
                }
                meet(line.place(), Some(line));
            }
        }
        (next..cell.people.len()).for_each(|place| meet(Some(place), None));
    }
}
