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
pub(crate) type Line<'l> = (Field<&'l str>, Field<Mark>);

/// The lines in the order of the file.
pub(crate) struct Attendance<'a> {
    lines: Lines<'a>,
    /// Whether a member or mark of a line could not be read.
    pub(crate) has_unread: bool,
    /// Found when the first rule asks: a meeting has one roster, and many rules.
    matched: OnceCell<Matched>,
    /// Of each person of the roster what was expected of them. Only from when the time of rows has been judged.
    pub(crate) expected: OnceCell<Vec<Expected>>,
}

/// A register has more lines than anything else, so they are kept small.
enum Lines<'a> {
    /// The text in which they stand, the place where it begins, and where in it each line stands.
    Plain(&'a str, u32, Vec<Plain>),
    Any(Vec<(Field<Id<'a>>, Field<Mark>)>),
}

/// A line that is written `member = "mark"`, with these spaces and no others.
#[derive(Clone, Copy)]
struct Plain {
    start: u32,
    letters: u8,
    mark: Mark,
}

impl Plain {
    fn member<'a>(self, text: &'a str) -> &'a str {
        text.get(self.start as usize..).and_then(|rest| rest.get(..usize::from(self.letters))).unwrap_or_default()
    }

    /// Where the mark stands, in its quotes.
    fn mark_at(self, text_start: u32) -> At {
        let quote = text_start + self.start + u32::from(self.letters) + 3;
        At::Bytes(quote, quote + 2 + u32::from(self.mark != Mark::Blank))
    }
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
    fn new(lines: Lines<'a>) -> Self {
        let has_unread = match &lines {
            Lines::Plain(..) => false,
            Lines::Any(lines) => lines.iter().any(|(member, mark)| member.is_unread() || mark.is_unread()),
        };
        Self { lines, has_unread, matched: OnceCell::new(), expected: OnceCell::new() }
    }

    fn len(&self) -> usize {
        match &self.lines {
            Lines::Plain(.., lines) => lines.len(),
            Lines::Any(lines) => lines.len(),
        }
    }

    fn member(&self, line: usize) -> Field<&str> {
        match &self.lines {
            Lines::Plain(text, text_start, lines) => lines.get(line).map_or(Field::Absent, |line| {
                let start = text_start + line.start;
                Field::Said(line.member(text), At::Bytes(start, start + u32::from(line.letters)))
            }),
            Lines::Any(lines) => match lines.get(line) {
                Some((Field::Said(id, at), _)) => Field::Said(id, *at),
                Some((Field::Unread(at), _)) => Field::Unread(*at),
                Some((Field::Absent, _)) | None => Field::Absent,
            },
        }
    }

    /// The mark of a line, by its place; absent where there is no such line.
    pub(crate) fn mark(&self, line: usize) -> Field<Mark> {
        match &self.lines {
            Lines::Plain(_, start, lines) => {
                lines.get(line).map_or(Field::Absent, |line| Field::Said(line.mark, line.mark_at(*start)))
            }
            Lines::Any(lines) => match lines.get(line) {
                Some((_, Field::Said(mark, at))) => Field::Said(*mark, *at),
                Some((_, Field::Unread(at))) => Field::Unread(*at),
                Some((_, Field::Absent)) | None => Field::Absent,
            },
        }
    }

    pub(crate) fn line(&self, line: usize) -> Line<'_> {
        (self.member(line), self.mark(line))
    }

    pub(crate) fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        (0..self.len()).map(|line| self.line(line))
    }

    /// Whether a line says something; a mark that could not be read is a mark all the same.
    pub(crate) fn has_marks(&self) -> bool {
        self.has_unread || self.marks().next().is_some()
    }

    /// The marks that say something.
    pub(crate) fn marks(&self) -> impl Iterator<Item = (&str, Mark)> {
        let marked = (0..self.len()).filter_map(|line| Some((line, self.mark(line).copied()?)));
        let marked = marked.filter(|(_, mark)| *mark != Mark::Blank);
        marked.filter_map(|(line, mark)| Some((self.member(line).copied()?, mark)))
    }

    /// Matches the lines with the roster of the meeting's cell.
    pub(crate) fn matched(&self, roster: &People) -> &Matched {
        self.matched.get_or_init(|| {
            let mut matched = Matched { persons: vec![None; self.len()], lines: vec![None; roster.len()] };
            // Mostly both go by id, so that the person of a line stands next to that of the line before.
            let mut next = 0;
            for (line, person_of) in matched.persons.iter_mut().enumerate() {
                let Some(person) = self.member(line).get().and_then(|id| roster.place_from(next, id)) else { continue };
                next = person + 1;
                *person_of = u32::try_from(person).ok();
                matched.lines[person] = u32::try_from(line).ok();
            }
            matched
        })
    }
}

/// What the record says; which line is whose is found out beside it.
impl fmt::Debug for Attendance<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Attendance")?;
        formatter.debug_list().entries(self.lines()).finish()
    }
}

impl<'de> Deserialize<'de> for Attendance<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Roll;

        impl<'de> Visitor<'de> for Roll {
            type Value = Lines<'de>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("table")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut lines = Vec::with_capacity(map.size_hint().unwrap_or(0));
                while let Some(line) = map.next_entry()? {
                    lines.push(line);
                }
                Ok(Lines::Any(lines))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                let (at, text) = (seq.next_element()?, seq.next_element()?);
                let At::Bytes(start, _) = at.unwrap_or(At::File) else {
                    return Err(A::Error::custom("it has no place"));
                };
                let lines = text.and_then(|text| Some(Lines::Plain(text, start, plain_lines(text)?)));
                lines.ok_or_else(|| A::Error::custom("not all of them are plain"))
            }
        }

        deserializer.deserialize_newtype_struct(LINES, Roll).map(Self::new)
    }
}

/// The lines of a text where each is `member = "mark"` and they go by member. There is no layer of serde around each.
fn plain_lines(text: &str) -> Option<Vec<Plain>> {
    let first = text.bytes().position(|byte| byte == b'\n').map_or(text.len(), |end| end + 1);
    let mut lines = Vec::with_capacity(text.len() / first.max(1));
    let (mut last, mut rest) = ("", text);
    while !rest.is_empty() {
        if let Some(next) = rest.strip_prefix('\n').or_else(|| rest.strip_prefix("\r\n")) {
            rest = next;
            continue;
        }
        let (member, _, value) = Id::in_front_of(rest)?;
        // In order, none can be there twice.
        if member <= last {
            return None;
        }
        let (mark, next) = match value.as_bytes() {
            [b' ', b'=', b' ', b'"', b'"', ..] => ("", 5),
            [b' ', b'=', b' ', b'"', _, b'"', ..] => (value.get(4..5)?, 6),
            _ => return None,
        };
        let start = u32::try_from(text.len() - rest.len()).ok()?;
        lines.push(Plain { start, letters: u8::try_from(member.len()).ok()?, mark: Mark::from_word(mark)? });
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
