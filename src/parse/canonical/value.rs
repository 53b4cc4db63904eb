//! One value: the type that stands for it says what it must be, so nothing is looked at twice.

use super::{
    Declined, Taken,
    access::{Keys, Scope},
    scanner::{Header, Scanner},
};
use crate::{date::Date, parse::dates::Time, source::At};

/// A value; the scanner stands where it begins.
#[derive(Clone, Copy)]
pub(crate) struct Value<'s, 'a> {
    pub(super) scanner: &'s Scanner<'a>,
    /// What it stands under, where that is no key before it on its line.
    pub(super) header: Option<&'s Header<'a>>,
}

impl<'s, 'a> Value<'s, 'a> {
    /// The value on the right of an equals sign or in a list.
    pub(super) fn in_line(scanner: &'s Scanner<'a>) -> Self {
        Self { scanner, header: None }
    }

    fn plain(self) -> Taken<&'s Scanner<'a>> {
        if self.header.is_none() { Ok(self.scanner) } else { Err(Declined) }
    }

    pub(crate) fn is_text(self) -> bool {
        self.header.is_none() && self.scanner.peek() == Some(b'"')
    }

    pub(crate) fn text(self) -> Taken<&'a str> {
        self.plain()?.text()
    }

    pub(crate) fn flag(self) -> Taken<bool> {
        self.plain()?.flag()
    }

    pub(crate) fn number(self) -> Taken<u64> {
        self.plain()?.number()
    }

    pub(crate) fn date(self) -> Taken<Date> {
        self.plain()?.date()
    }

    pub(crate) fn time(self) -> Taken<Time> {
        self.plain()?.time()
    }

    /// Whether it is the lines under `[name]`.
    fn is_section(self) -> bool {
        self.header.is_some_and(|header| !header.is_element)
    }

    /// The fields of a record with these keys.
    pub(super) fn fields(self, keys: &'static [&'static str]) -> Taken<Keys<'s, 'a>> {
        if self.is_section() {
            Keys::new(self.scanner, Scope::Section, keys)
        } else if self.plain()?.take(b'{') {
            Keys::new(self.scanner, Scope::Braces, keys)
        } else {
            Err(Declined)
        }
    }

    /// Goes into the lines under `[name]`.
    pub(super) fn section(self) -> Taken<&'s Scanner<'a>> {
        if self.is_section() { Ok(self.scanner) } else { Err(Declined) }
    }

    /// The lines of a section, not looked at, and where they stand.
    pub(crate) fn lines(self) -> Taken<(&'a str, At)> {
        self.section()?.section()
    }
}
