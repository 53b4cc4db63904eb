//! The parts of tables and lists, as serde asks for them.

use serde::{
    Deserializer,
    de::{DeserializeSeed, MapAccess, SeqAccess, Visitor, value::UsizeDeserializer},
    forward_to_deserialize_any,
};

use super::{
    Declined, Taken,
    scanner::{Header, Scanner},
    value::{Placed, Value, ValueKind},
};
use crate::{parse::problem::bare, source::At};

/// How far the entries of a table go.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    /// To the end of the file, sections among them.
    File,
    /// To the next header.
    Section,
    /// To the closing brace.
    Braces,
}

/// The entries of a record.
pub(super) struct Record<'s, 'a> {
    scanner: &'s Scanner<'a>,
    scope: Scope,
    keys: &'static [&'static str],
    /// The keys that were there, a bit each.
    seen: u32,
    /// Where the key behind the last one stands among them: mostly it is the next, or a few behind it.
    next: usize,
    header: Option<Header<'a>>,
}

impl<'s, 'a> Record<'s, 'a> {
    pub(super) fn new(scanner: &'s Scanner<'a>, scope: Scope, keys: &'static [&'static str]) -> Taken<Self> {
        let fits = keys.len() <= u32::BITS as usize;
        if fits { Ok(Self { scanner, scope, keys, seen: 0, next: 0, header: None }) } else { Err(Declined) }
    }

    /// The place of the next key among those of the record.
    fn next(&mut self) -> Taken<Option<usize>> {
        if self.scope != Scope::Braces
            && let Some(place) = self.scanner.key_of(self.keys, self.next)
        {
            return self.saw(place).map(Some);
        }
        let Some(name) = self.name()? else { return Ok(None) };
        self.known(name).map(Some)
    }

    /// The next key, with its header where it is a section's.
    fn name(&mut self) -> Taken<Option<&'a str>> {
        if self.scope == Scope::Braces {
            self.scanner.spaces();
            if self.scanner.take(b'}') {
                return Ok(None);
            }
            if self.seen > 0 && !self.scanner.take(b',') {
                return Err(Declined);
            }
            self.scanner.spaces();
            return self.scanner.key().map(|(key, _)| Some(key));
        }
        if !self.scanner.blank_lines()? {
            return Ok(None);
        }
        if self.scanner.peek() != Some(b'[') {
            return self.scanner.key().map(|(key, _)| Some(key));
        }
        if self.scope == Scope::Section {
            return Ok(None);
        }
        let header = self.scanner.header()?;
        let name = header.name;
        self.header = Some(header);
        Ok(Some(name))
    }

    /// The place of a key among those of the record; declined where it has no such key, or had it before.
    fn known(&mut self, name: &str) -> Taken<usize> {
        let places = (self.next..self.keys.len()).chain(0..self.next);
        let place = { places }.find(|&place| bare(self.keys[place]) == name).ok_or(Declined)?;
        self.saw(place)
    }

    fn saw(&mut self, place: usize) -> Taken<usize> {
        if self.seen & 1 << place != 0 {
            return Err(Declined);
        }
        self.seen |= 1 << place;
        self.next = place + 1;
        Ok(place)
    }
}

impl<'a> MapAccess<'a> for Record<'_, 'a> {
    type Error = Declined;

    fn next_key_seed<S: DeserializeSeed<'a>>(&mut self, seed: S) -> Taken<Option<S::Value>> {
        let Some(place) = self.next()? else { return Ok(None) };
        seed.deserialize(UsizeDeserializer::new(place)).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'a>>(&mut self, seed: S) -> Taken<S::Value> {
        let scanner = self.scanner;
        if let Some(Header { name, is_element, at }) = self.header.take() {
            let kind = if is_element { ValueKind::Sections { name } } else { ValueKind::Table(Scope::Section) };
            return seed.deserialize(Value { scanner, kind, at });
        }
        let value = seed.deserialize(Value::next(scanner)?)?;
        if self.scope != Scope::Braces {
            scanner.line_end()?;
        }
        Ok(value)
    }
}

/// The entries of a section whose keys are the record's own, such as the goals of the settings.
pub(super) struct Entries<'s, 'a> {
    scanner: &'s Scanner<'a>,
    last: &'a str,
}

impl<'s, 'a> Entries<'s, 'a> {
    pub(super) fn new(scanner: &'s Scanner<'a>) -> Self {
        Self { scanner, last: "" }
    }
}

impl<'a> MapAccess<'a> for Entries<'_, 'a> {
    type Error = Declined;

    fn next_key_seed<S: DeserializeSeed<'a>>(&mut self, seed: S) -> Taken<Option<S::Value>> {
        if !self.scanner.blank_lines()? || self.scanner.peek() == Some(b'[') {
            return Ok(None);
        }
        let (name, at) = self.scanner.key()?;
        // In the order of the keys none can be there twice.
        if name <= self.last {
            return Err(Declined);
        }
        self.last = name;
        seed.deserialize(Key { name, at }).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'a>>(&mut self, seed: S) -> Taken<S::Value> {
        let value = seed.deserialize(Value::next(self.scanner)?)?;
        self.scanner.line_end()?;
        Ok(value)
    }
}

/// A key that is itself a value, with its place.
struct Key<'a> {
    name: &'a str,
    at: At,
}

impl<'a> Deserializer<'a> for Key<'a> {
    type Error = Declined;

    fn deserialize_any<V: Visitor<'a>>(self, visitor: V) -> Taken<V::Value> {
        visitor.visit_borrowed_str(self.name)
    }

    fn deserialize_tuple_struct<V: Visitor<'a>>(self, _: &'static str, _: usize, visitor: V) -> Taken<V::Value> {
        visitor.visit_seq(Placed { at: Some(self.at), value: Some(self) })
    }

    forward_to_deserialize_any! {
        <V: Visitor<'a>>
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        enum identifier ignored_any newtype_struct struct map option
    }
}

/// The elements of a list in brackets.
pub(super) struct Elements<'s, 'a> {
    scanner: &'s Scanner<'a>,
    is_first: bool,
}

impl<'s, 'a> Elements<'s, 'a> {
    pub(super) fn new(scanner: &'s Scanner<'a>) -> Self {
        Self { scanner, is_first: true }
    }
}

impl<'a> SeqAccess<'a> for Elements<'_, 'a> {
    type Error = Declined;

    fn next_element_seed<S: DeserializeSeed<'a>>(&mut self, seed: S) -> Taken<Option<S::Value>> {
        self.scanner.white_space()?;
        if !self.is_first && self.scanner.take(b',') {
            self.scanner.white_space()?;
        } else if !self.is_first && self.scanner.peek() != Some(b']') {
            return Err(Declined);
        }
        if self.scanner.take(b']') {
            return Ok(None);
        }
        self.is_first = false;
        seed.deserialize(Value::next(self.scanner)?).map(Some)
    }
}

/// The tables under `[[name]]`, one after the other.
pub(super) struct Sections<'s, 'a> {
    scanner: &'s Scanner<'a>,
    name: &'a str,
    /// The header of the table that comes next; the first has been passed.
    next: Option<At>,
}

impl<'s, 'a> Sections<'s, 'a> {
    pub(super) fn new(scanner: &'s Scanner<'a>, name: &'a str, first: At) -> Self {
        Self { scanner, name, next: Some(first) }
    }
}

impl<'a> SeqAccess<'a> for Sections<'_, 'a> {
    type Error = Declined;

    fn next_element_seed<S: DeserializeSeed<'a>>(&mut self, seed: S) -> Taken<Option<S::Value>> {
        let at = match self.next.take() {
            Some(at) => at,
            None => match self.scanner.next_element(self.name)? {
                Some(at) => at,
                None => return Ok(None),
            },
        };
        let table = Value { scanner: self.scanner, kind: ValueKind::Table(Scope::Section), at };
        seed.deserialize(table).map(Some)
    }
}
