//! The parts of tables and lists.

use super::{
    Canonical, Declined, Taken,
    scanner::{Header, Scanner},
    value::Value,
};
use crate::{
    parse::{Entries, Field, Text, problem::bare, record::Fields},
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

/// The entries of a record. The scanner stands before the next one, or before what ends them.
pub(super) struct Keys<'s, 'a> {
    scanner: &'s Scanner<'a>,
    scope: Scope,
    keys: &'static [&'static str],
    /// The keys that were there, a bit each.
    seen: u32,
    /// The next entry's, where it is a section of the file; the scanner stands behind it.
    header: Option<Header<'a>>,
}

impl<'s, 'a> Keys<'s, 'a> {
    pub(super) fn new(scanner: &'s Scanner<'a>, scope: Scope, keys: &'static [&'static str]) -> Taken<Self> {
        if keys.len() > u32::BITS as usize {
            return Err(Declined);
        }
        let mut fields = Self { scanner, scope, keys, seen: 0, header: None };
        match scope {
            Scope::File => fields.open()?,
            Scope::Section => {}
            Scope::Braces => scanner.spaces(),
        }
        Ok(fields)
    }

    /// Goes to the next entry of a file.
    fn open(&mut self) -> Taken<()> {
        if self.scanner.blank_lines()? && self.scanner.peek() == Some(b'[') {
            self.header = Some(self.scanner.header()?);
        }
        Ok(())
    }

    /// Goes behind a value to the next entry, mostly by the way in which everybody writes it.
    fn pass_end(&mut self) -> Taken<()> {
        let scanner = self.scanner;
        match (self.scope, scanner.rest()) {
            (Scope::File, [b'\n', b'a'..=b'z', ..])
            | (Scope::Section, [b'\n', ..])
            | (Scope::Braces, [b' ', b'}', ..]) => {
                scanner.pass(1);
            }
            (Scope::Braces, [b',', b' ', b'a'..=b'z', ..]) => scanner.pass(2),
            (Scope::File, _) => {
                scanner.line_end()?;
                self.open()?;
            }
            (Scope::Section, _) => scanner.line_end()?,
            (Scope::Braces, _) => {
                scanner.spaces();
                let is_last = !scanner.take(b',');
                scanner.spaces();
                if is_last != (scanner.peek() == Some(b'}')) {
                    return Err(Declined);
                }
            }
        }
        Ok(())
    }
}

impl<'a> Fields<'a> for Keys<'_, 'a> {
    type Error = Declined;

    #[inline(always)]
    fn is_next(&mut self, place: usize, key: &'static str) -> bool {
        let is_it = match &self.header {
            None => self.scanner.take_key(key),
            Some(header) => header.name == key,
        };
        if is_it {
            self.seen |= 1 << place;
        }
        is_it
    }

    fn is_end(&mut self) -> Taken<bool> {
        Ok(match self.scope {
            Scope::File => self.header.is_none() && self.scanner.peek().is_none(),
            Scope::Section => !self.scanner.blank_lines()? || self.scanner.peek() == Some(b'['),
            Scope::Braces => self.scanner.take(b'}'),
        })
    }

    /// Declined where the record has no such key, or had it before.
    fn next(&mut self) -> Taken<Option<usize>> {
        if self.is_end()? {
            return Ok(None);
        }
        let name = match &self.header {
            None => self.scanner.key()?.0,
            Some(header) => header.name,
        };
        let place = self.keys.iter().position(|key| bare(key) == name).ok_or(Declined)?;
        if self.seen & 1 << place != 0 {
            return Err(Declined);
        }
        self.seen |= 1 << place;
        Ok(Some(place))
    }

    /// One piece of code for all fields of a type: what reads a whole register has to fit into the processor's own memory.
    #[inline(never)]
    fn read<T: Canonical<'a>>(&mut self, field: &mut Field<T>) -> Taken<()> {
        let scanner = self.scanner;
        if let Some(header) = &self.header {
            *field = Field::Said(T::canonical(Value { scanner, header: Some(header) })?, header.at);
            self.header = None;
            return self.open();
        }
        *field = in_line(scanner)?;
        self.pass_end()
    }

    fn pass(&mut self) -> Taken<()> {
        Err(Declined)
    }
}

/// The value at which the scanner stands, with its place.
fn in_line<'a, T: Canonical<'a>>(scanner: &Scanner<'a>) -> Taken<Field<T>> {
    let start = scanner.at();
    let value = T::canonical(Value::in_line(scanner))?;
    Ok(Field::Said(value, At::bytes(start..scanner.at())))
}

/// The tables under `[[name]]`, one after the other, or the elements of a list in brackets.
impl<'a, T: Canonical<'a>> Canonical<'a> for Vec<Field<T>> {
    fn canonical(value: Value<'_, 'a>) -> Taken<Self> {
        let scanner = value.scanner;
        // Most lists have one element.
        let mut elements = Self::with_capacity(1);
        match value.header {
            Some(Header { name, is_element: true, at }) => {
                let mut next = Some(*at);
                while let Some(at) = next {
                    let header = Header { name, is_element: false, at };
                    let table = T::canonical(Value { scanner, header: Some(&header) })?;
                    elements.push(Field::Said(table, at));
                    next = scanner.next_element(name)?;
                }
            }
            None if scanner.take(b'[') => {
                while scanner.has_element(elements.is_empty())? {
                    elements.push(in_line(scanner)?);
                }
            }
            _ => return Err(Declined),
        }
        Ok(elements)
    }
}

/// The entries of a section whose keys are texts of the record's own, such as the goals of the settings.
impl<'a, V: Canonical<'a>> Canonical<'a> for Entries<Text<'a>, V> {
    fn canonical(value: Value<'_, 'a>) -> Taken<Self> {
        let (scanner, mut entries, mut last) = (value.section()?, Vec::new(), "");
        while scanner.blank_lines()? && scanner.peek() != Some(b'[') {
            let (name, at) = scanner.key()?;
            // In the order of the keys none can be there twice.
            if name <= last {
                return Err(Declined);
            }
            last = name;
            entries.push((Field::Said(Text::from(name), at), in_line(scanner)?));
            scanner.line_end()?;
        }
        Ok(Self(entries))
    }
}
