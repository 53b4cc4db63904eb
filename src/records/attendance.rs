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

/// A register has more lines than anything else, so they are kept small.
pub(crate) struct Attendance<'a> {
    /// The text in which the lines stand, and the place where it begins.
    text: &'a str,
    start: u32,
    /// The lines by member; those whose member could not be read come last.
    entries: Vec<Entry>,
    /// The member of each line, where the lines are written in another way than the usual one.
    members: Vec<Field<Id<'a>>>,
    /// Whether a member or mark of a line could not be read.
    pub(crate) has_unread: bool,
    /// The lines in the order of the file, where that may be another.
    in_file: Vec<u32>,
    /// How many lines are nobody's of the roster; found with the places of the others when the roster has been read.
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
            None => self.entry.member(self.attendance.text),
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
        let (members, in_file, strays, turnout) = (Vec::new(), Vec::new(), OnceCell::new(), OnceCell::new());
        Self { text, start, entries, members, has_unread: false, in_file, strays, turnout }
    }

    /// Lines in any form and order.
    fn of(lines: Vec<(Field<Id<'a>>, Option<Mark>)>) -> Self {
        let has_unread = lines.iter().any(|(member, mark)| member.is_unread() || mark.is_none());
        let mut by_member: Vec<_> = (0..).zip(lines).collect();
        by_member.sort_by(|(_, (a, _)), (_, (b, _))| (a.is_unread(), a.get()).cmp(&(b.is_unread(), b.get())));
        let mut in_file: Vec<(u32, u32)> = by_member.iter().map(|(in_file, _)| *in_file).zip(0..).collect();
        in_file.sort_unstable();
        let (members, entries) =
            by_member.into_iter().map(|(_, (member, mark))| (member, Entry::new(0, 0, mark))).unzip();
        let in_file = in_file.into_iter().map(|(_, nth)| nth).collect();
        Self { entries, members, has_unread, in_file, ..Self::plain("", 0, Vec::new()) }
    }

    /// The lines in the order of the file.
    pub(crate) fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        let line = |nth| self.entries.get(nth).map(|entry| Line { attendance: self, entry, nth });
        (0..self.entries.len()).filter_map(move |nth| line(self.in_file.get(nth).map_or(nth, |nth| *nth as usize)))
    }

    /// The lines whose member could be read, by member.
    pub(crate) fn by_member(&self) -> impl Iterator<Item = Line<'_>> {
        let unread = self.members.iter().rev().take_while(|member| member.is_unread()).count();
        let read = &self.entries[..self.entries.len() - unread];
        read.iter().enumerate().map(|(nth, entry)| Line { attendance: self, entry, nth })
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

    /// Gives each line its place in the roster of the cell, and says how many have none. Both go by id, so that one walk along
    /// them tells it.
    pub(crate) fn seat(&self, people: &People) -> usize {
        *self.strays.get_or_init(|| {
            let (mut in_order, mut strays) = (people.in_order(), 0);
            let mut seat = |entry: &Entry, member| {
                let place = in_order.place(member);
                strays += usize::from(place.is_none());
                entry.place.set(place.unwrap_or(NOBODY));
            };
            if self.members.is_empty() {
                self.entries.iter().for_each(|entry| seat(entry, entry.member(self.text)));
            } else {
                self.by_member().for_each(|line| seat(line.entry, line.sought()));
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
                let mut lines = Vec::new();
                while let Some((member, mark)) = map.next_entry::<_, Field<Mark>>()? {
                    lines.push((member, mark.copied()));
                }
                Ok(Attendance::of(lines))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_in_any_order_are_found_by_member_too() {
        let said = |id| Field::Said(Id::in_front_of(id).unwrap().1, At::File);
        let (present, unread) = (Some(Mark::Present), None);
        let lines =
            vec![(said("c"), present), (Field::Unread(At::File), present), (said("a"), unread), (said("b"), present)];
        let attendance = Attendance::of(lines);
        let member = |line: Line<'_>| line.member().copied().unwrap_or("?").to_owned();
        assert!(attendance.has_unread);
        assert_eq!(attendance.lines().map(member).collect::<String>(), "c?ab");
        assert_eq!(attendance.by_member().map(member).collect::<String>(), "abc");
        assert_eq!(attendance.lines().map(Line::mark).collect::<Vec<_>>(), [present, present, unread, present]);
    }
}
