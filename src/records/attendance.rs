//! The attendance of a meeting: a line a member.

mod lines;

use std::{cell::OnceCell, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};
use serde_json::Value;

use lines::{Entry, NOBODY, plain_lines};

use crate::{
    lang::Lang,
    parse::{
        Entries, Field, Id, Shape,
        canonical::{self, Canonical, Declined, Taken},
    },
    records::meeting::Mark,
    register::{
        roster::{People, Sought},
        turnout::Turnout,
    },
    source::At,
};

/// The lines in the order of the file. A register has more lines than anything else, so they are kept small.
pub(crate) struct Attendance<'a> {
    /// The text in which the lines stand, and the place where it begins.
    text: &'a str,
    start: u32,
    entries: Vec<Entry>,
    /// The member of each line, where the lines are written in another way than the usual one.
    members: Vec<Field<Id<'a>>>,
    /// Whether a member or mark of a line could not be read.
    pub(crate) has_unread: bool,
    /// The places of the lines in the order of their members, where that is another than the order of the file.
    order: Vec<u32>,
    /// How many lines are nobody's of the roster; found with the places of the others when the first rule asks.
    strays: OnceCell<usize>,
    /// Found when the first rule asks.
    pub(crate) turnout: OnceCell<Turnout>,
}

/// One line, `member = "mark"`; either may be unread.
#[derive(Clone, Copy)]
pub(crate) struct Line<'l> {
    attendance: &'l Attendance<'l>,
    entry: &'l Entry,
    nth: usize,
}

impl<'l> Line<'l> {
    pub(crate) fn member(self) -> Field<&'l str> {
        match self.attendance.members.get(self.nth) {
            Some(Field::Said(id, at)) => Field::Said(id, *at),
            Some(Field::Unread(at)) => Field::Unread(*at),
            Some(Field::Absent) => Field::Absent,
            None => {
                let (start, letters) = (self.entry.start as usize, usize::from(self.entry.letters));
                let member = self.attendance.text.get(start..start + letters).unwrap_or_default();
                let at = self.attendance.start + self.entry.start;
                Field::Said(member, At::Bytes(at, at + u32::from(self.entry.letters)))
            }
        }
    }

    fn sought(self) -> Sought<'l> {
        match self.attendance.members.get(self.nth) {
            Some(member) => Sought::of(member.get().map_or("", |id| id)),
            None => {
                let text = self.attendance.text.get(self.entry.start as usize..).unwrap_or_default();
                Sought::in_front(text, self.entry.letters)
            }
        }
    }

    /// `None` where it could not be read.
    pub(crate) fn mark(self) -> Option<Mark> {
        self.entry.mark
    }

    /// The place of the member in the roster, after `Attendance::seat`; `None` where nobody has this id.
    pub(crate) fn place(self) -> Option<usize> {
        let place = self.entry.place.get();
        (place != NOBODY).then_some(place as usize)
    }
}

impl fmt::Debug for Line<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        (self.member(), self.mark()).fmt(formatter)
    }
}

impl<'a> Attendance<'a> {
    /// Lines in the usual form and order, at a place in the file.
    fn plain(text: &'a str, start: u32, entries: Vec<Entry>) -> Self {
        let (members, order, strays, turnout) = (Vec::new(), Vec::new(), OnceCell::new(), OnceCell::new());
        Self { text, start, entries, members, has_unread: false, order, strays, turnout }
    }

    /// Lines in any form and order.
    fn of(entries: Vec<Entry>, members: Vec<Field<Id<'a>>>) -> Self {
        let has_unread = entries.iter().any(|entry| entry.mark.is_none()) || members.iter().any(Field::is_unread);
        let mut order: Vec<u32> = (0..).zip(&members).filter(|(_, id)| id.get().is_some()).map(|(at, _)| at).collect();
        order.sort_by_key(|place| members[*place as usize].get());
        Self { entries, members, has_unread, order, ..Self::plain("", 0, Vec::new()) }
    }

    /// The line at a place among the others.
    pub(crate) fn line(&self, nth: usize) -> Option<Line<'_>> {
        self.entries.get(nth).map(|entry| Line { attendance: self, entry, nth })
    }

    pub(crate) fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        self.entries.iter().enumerate().map(|(nth, entry)| Line { attendance: self, entry, nth })
    }

    /// Whether a line says something; a mark that could not be read is a mark all the same.
    pub(crate) fn has_marks(&self) -> bool {
        self.has_unread || self.entries.iter().any(|entry| entry.mark.is_some_and(|mark| mark != Mark::Blank))
    }

    /// The marks that say something.
    pub(crate) fn marks(&self) -> impl Iterator<Item = (&str, Mark)> {
        let marked = self.lines().filter_map(|line| Some((line, line.mark()?)));
        let marked = marked.filter(|(_, mark)| *mark != Mark::Blank);
        marked.filter_map(|(line, mark)| Some((line.member().copied()?, mark)))
    }

    /// The lines whose member could be read, by member.
    pub(crate) fn by_member(&self) -> impl Iterator<Item = Line<'_>> {
        let count = if self.members.is_empty() { self.entries.len() } else { self.order.len() };
        (0..count).filter_map(|nth| self.line(self.order.get(nth).map_or(nth, |place| *place as usize)))
    }

    /// Gives each line its place in the roster of the cell, and says how many have none. Both go by id, so that one walk along
    /// them tells it.
    pub(crate) fn seat(&self, people: &People) -> usize {
        *self.strays.get_or_init(|| {
            let (mut in_order, mut strays) = (people.in_order(), 0);
            for line in self.by_member() {
                let place = in_order.place(line.sought()).and_then(|place| u32::try_from(place).ok());
                strays += usize::from(place.is_none());
                line.entry.place.set(place.unwrap_or(NOBODY));
            }
            strays
        })
    }
}

/// What the record says.
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
            type Value = Attendance<'de>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("table")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let (mut entries, mut members) = (Vec::new(), Vec::new());
                while let Some((member, mark)) = map.next_entry::<_, Field<Mark>>()? {
                    entries.push(Entry::new(0, 0, mark.copied()));
                    members.push(member);
                }
                Ok(Attendance::of(entries, members))
            }
        }

        deserializer.deserialize_map(Roll)
    }
}

/// There is no layer of serde around each line.
impl<'a> Canonical<'a> for Attendance<'a> {
    fn canonical(value: canonical::Value<'_, 'a>) -> Taken<Self> {
        let (text, At::Bytes(start, _)) = value.lines()? else { return Err(Declined) };
        Ok(Self::plain(text, start, plain_lines(text).ok_or(Declined)?))
    }
}

impl Shape for Attendance<'_> {
    fn schema(lang: Lang) -> Value {
        Entries::<Id<'_>, Mark>::schema(lang)
    }
}
