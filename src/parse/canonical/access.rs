//! The parts of tables and lists.

use super::{
    Canonical, Declined, Taken,
    scanner::{Header, Scanner},
    value::{Value, ValueKind},
};
use crate::{
    parse::{Entries, Field, problem::bare, record::Fields},
    source::At,
};

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
pub(super) struct Keys<'s, 'a> {
    scanner: &'s Scanner<'a>,
    scope: Scope,
    keys: &'static [&'static str],
    /// The keys that were there, a bit each.
    seen: u32,
    /// Where the key behind the last one stands among them: mostly it is the next, or a few behind it.
    next: usize,
    header: Option<Header<'a>>,
}

impl<'s, 'a> Keys<'s, 'a> {
    pub(super) fn new(scanner: &'s Scanner<'a>, scope: Scope, keys: &'static [&'static str]) -> Taken<Self> {
        let fits = keys.len() <= u32::BITS as usize;
        if fits { Ok(Self { scanner, scope, keys, seen: 0, next: 0, header: None }) } else { Err(Declined) }
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

impl<'a> Fields<'a> for Keys<'_, 'a> {
    type Error = Declined;

    #[inline]
    fn is_next(&mut self, place: usize, key: &'static str) -> bool {
        let is_it = self.scope != Scope::Braces && self.scanner.take_key(key);
        if is_it {
            self.seen |= 1 << place;
            self.next = place + 1;
        }
        is_it
    }

    fn next(&mut self) -> Taken<Option<usize>> {
        let Some(name) = self.name()? else { return Ok(None) };
        self.known(name).map(Some)
    }

    fn read<T: Canonical<'a>>(&mut self) -> Taken<Field<T>> {
        let scanner = self.scanner;
        if let Some(Header { name, is_element, at }) = self.header.take() {
            let kind = if is_element { ValueKind::Sections { name, at } } else { ValueKind::Table(Scope::Section) };
            return T::canonical(Value { scanner, kind }).map(|value| Field::Said(value, at));
        }
        let field = field(scanner)?;
        if self.scope != Scope::Braces {
            scanner.line_end()?;
        }
        Ok(field)
    }

    fn pass(&mut self) -> Taken<()> {
        Err(Declined)
    }
}

/// The value at which the scanner stands, with its place.
fn field<'a, T: Canonical<'a>>(scanner: &Scanner<'a>) -> Taken<Field<T>> {
    let start = scanner.at();
    let value = T::canonical(Value::next(scanner)?)?;
    Ok(Field::Said(value, At::bytes(start..scanner.at())))
}

/// The tables under `[[name]]`, one after the other, or the elements of a list in brackets.
impl<'a, T: Canonical<'a>> Canonical<'a> for Vec<Field<T>> {
    fn canonical(value: Value<'_, 'a>) -> Taken<Self> {
        let scanner = value.scanner;
        let mut elements = Self::new();
        match value.kind {
            ValueKind::Sections { name, at } => {
                let mut next = Some(at);
                while let Some(at) = next {
                    let table = Value { scanner, kind: ValueKind::Table(Scope::Section) };
                    elements.push(Field::Said(T::canonical(table)?, at));
                    next = scanner.next_element(name)?;
                }
            }
            ValueKind::List => {
                while scanner.has_element(elements.is_empty())? {
                    elements.push(field(scanner)?);
                }
            }
            ValueKind::Plain(_) | ValueKind::Table(_) => return Err(Declined),
        }
        Ok(elements)
    }
}

/// The entries of a section whose keys are the record's own, such as the goals of the settings.
impl<'a, K: Canonical<'a>, V: Canonical<'a>> Canonical<'a> for Entries<K, V> {
    fn canonical(value: Value<'_, 'a>) -> Taken<Self> {
        let (scanner, mut entries, mut last) = (value.scanner, Vec::new(), "");
        let ValueKind::Table(Scope::Section) = value.kind else { return Err(Declined) };
        while scanner.blank_lines()? && scanner.peek() != Some(b'[') {
            let (name, at) = scanner.key()?;
            // In the order of the keys none can be there twice.
            if name <= last {
                return Err(Declined);
            }
            last = name;
            let key = Field::Said(K::canonical(Value::text(scanner, name))?, at);
            entries.push((key, field(scanner)?));
            scanner.line_end()?;
        }
        Ok(Self(entries))
    }
}
