//! The attendance of a meeting: a line a member, and which line is whose.

use std::cell::OnceCell;

use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::{
    lang::Lang,
    parse::{Entries, Field, Id, Shape},
    records::meeting::Mark,
};

/// One line, `member = "mark"`; either may be unread.
pub(crate) type Line<'a> = (Field<Id<'a>>, Field<Mark>);

/// The lines in the order of the file.
#[derive(Debug)]
pub(crate) struct Attendance<'a> {
    pub(crate) lines: Vec<Line<'a>>,
    /// Found when the first rule asks: a meeting has one roster, and many rules.
    matched: OnceCell<Matched>,
}

/// Which line is which person's, by their places in the attendance and in the roster.
#[derive(Debug)]
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
    /// Matches the lines with the ids of the meeting's roster, which stand in their order.
    pub(crate) fn matched<'r>(&self, roster: impl ExactSizeIterator<Item = &'r str>) -> &Matched {
        self.matched.get_or_init(|| {
            let ids = (0u32..).zip(&self.lines).filter_map(|(line, (id, _))| Some((&**id.get()?, line)));
            let mut ids: Vec<(&str, u32)> = ids.collect();
            // Mostly they stand so already.
            ids.sort();
            let mut ids = ids.into_iter().peekable();
            let mut matched = Matched { persons: vec![None; self.lines.len()], lines: vec![None; roster.len()] };
            for ((person, wanted), line_of) in (0u32..).zip(roster).zip(&mut matched.lines) {
                while ids.next_if(|(id, _)| *id < wanted).is_some() {}
                *line_of = ids.next_if(|(id, _)| *id == wanted).map(|(_, line)| line);
                if let Some(line) = *line_of {
                    matched.persons[line as usize] = Some(person);
                }
            }
            matched
        })
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
