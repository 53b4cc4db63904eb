//! The attendance of a meeting: a line a member, and which line is whose.

use std::{cell::OnceCell, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{Error, MapAccess, SeqAccess, Visitor},
};
use serde_json::Value;

use crate::{
    lang::Lang,
    parse::{Entries, Field, Id, LINES, Shape},
    records::meeting::Mark,
    register::{meeting::Expected, people::People},
    source::At,
};

/// One line, `member = "mark"`; either may be unread.
pub(crate) type Line<'a> = (Field<Id<'a>>, Field<Mark>);

/// The lines in the order of the file.
pub(crate) struct Attendance<'a> {
    pub(crate) lines: Vec<Line<'a>>,
    /// Whether a member or mark of a line could not be read.
    pub(crate) has_unread: bool,
    /// Found when the first rule asks: a meeting has one roster, and many rules.
    matched: OnceCell<Matched>,
    /// Of each person of the roster what was expected of them. Only from when the time of rows has been judged.
    pub(crate) expected: OnceCell<Vec<Expected>>,
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

impl<'a> Attendance<'a> {
    fn new(lines: Vec<Line<'a>>) -> Self {
        let has_unread = lines.iter().any(|(member, mark)| member.is_unread() || mark.is_unread());
        Self { lines, has_unread, matched: OnceCell::new(), expected: OnceCell::new() }
    }

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
        struct Roll;

        impl<'de> Visitor<'de> for Roll {
            type Value = Vec<Line<'de>>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("table")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut lines = Vec::with_capacity(map.size_hint().unwrap_or(0));
                while let Some(line) = map.next_entry()? {
                    lines.push(line);
                }
                Ok(lines)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                let (at, text) = (seq.next_element()?, seq.next_element()?);
                let lines = at.zip(text).and_then(|(at, text)| plain_lines(text, at));
                lines.ok_or_else(|| A::Error::custom("not all of them are plain"))
            }
        }

        deserializer.deserialize_newtype_struct(LINES, Roll).map(Self::new)
    }
}

/// The lines of a text that stands at a place, where each is `member = "mark"` and they go by member. A register has more
/// marks than anything else: so there is no layer of serde around each of them.
fn plain_lines(text: &str, at: At) -> Option<Vec<Line<'_>>> {
    let At::Bytes(start, _) = at else { return None };
    let first = text.bytes().position(|byte| byte == b'\n').map_or(text.len(), |end| end + 1);
    let mut lines = Vec::with_capacity(text.len() / first.max(1));
    let (mut last, mut rest) = ("", text);
    while !rest.is_empty() {
        if let Some(next) = rest.strip_prefix('\n').or_else(|| rest.strip_prefix("\r\n")) {
            rest = next;
            continue;
        }
        let (member, id, value) = Id::in_front_of(rest)?;
        // In order, none can be there twice.
        if member <= last {
            return None;
        }
        let (mark, next) = match value.as_bytes() {
            [b' ', b'=', b' ', b'"', b'"', ..] => ("", 5),
            [b' ', b'=', b' ', b'"', _, b'"', ..] => (value.get(4..5)?, 6),
            _ => return None,
        };
        let key = start + u32::try_from(text.len() - rest.len()).ok()?;
        let end = key + u32::try_from(member.len()).ok()?;
        let quoted = At::Bytes(end + 3, end + 5 + u32::try_from(mark.len()).ok()?);
        lines.push((Field::Said(id, At::Bytes(key, end)), Field::Said(Mark::from_word(mark)?, quoted)));
        last = member;
        rest = value.get(next..)?;
        rest = rest.strip_prefix('\n').or_else(|| rest.strip_prefix("\r\n")).or(rest.is_empty().then_some(rest))?;
    }
    Some(lines)
}

impl Shape for Attendance<'_> {
    fn schema(lang: Lang) -> Value {
        Entries::<Id<'_>, Mark>::schema(lang)
    }
}
