//! The attendance of a meeting: a line a member, and which line is whose.

use std::{cell::OnceCell, fmt};

use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::{
    lang::Lang,
    parse::{Entries, Field, Id, Shape},
    records::meeting::Mark,
    register::people::People,
};

/// One line, `member = "mark"`; either may be unread.
pub(crate) type Line<'a> = (Field<Id<'a>>, Field<Mark>);

/// The lines in the order of the file.
pub(crate) struct Attendance<'a> {
    pub(crate) lines: Vec<Line<'a>>,
    /// Found when the first rule asks: a meeting has one roster, and many rules.
    matched: OnceCell<Matched>,
}

/// Which line is which person's, by their places in the attendance and in the roster.
pub(crate) struct Matched {
    persons: Vec<Option<u32>>,
    lines: Vec<Option<u32>>,
}

impl Matched {
    /// The line of a person.
    pub(crate) fn line(&self, person: usize) -> Option<usize> {
        self.lines.get(person).copied().flatten().map(|line| line as usize)
    }

    /// The person of a line.
    pub(crate) fn person(&self, line: usize) -> Option<usize> {
        self.persons.get(line).copied().flatten().map(|person| person as usize)
    }
}

impl Attendance<'_> {
    /// Matches the lines with the roster of the meeting's cell.
    pub(crate) fn matched(&self, roster: &People) -> &Matched {
        self.matched.get_or_init(|| {
            let mut matched = Matched { persons: vec![None; self.lines.len()], lines: vec![None; roster.len()] };
            // Mostly both go by id, so that the person of a line stands next to that of the line before.
            let mut next = 0;
            for ((number, (id, _)), person_of) in (0u32..).zip(&self.lines).zip(&mut matched.persons) {
                let Some(person) = id.get().and_then(|id| roster.place_from(next, id)) else { continue };
                next = person + 1;
                *person_of = u32::try_from(person).ok();
                matched.lines[person] = Some(number);
            }
            matched
        })
    }
}

/// What the record says; which line is whose is found out beside it.
impl fmt::Debug for Attendance<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Attendance").field(&self.lines).finish()
    }
}

impl<'de> Deserialize<'de> for Attendance<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Entries::deserialize(deserializer).map(|Entries(lines)| Self { lines, matched: OnceCell::new() })
    }
}

impl Shape for Attendance<'_> {
    fn schema(lang: Lang) -> Value {
        Entries::<Id<'_>, Mark>::schema(lang)
    }
}
