//! TOML as chibo writes it, read in one pass without a tree in between.
//!
//! It takes what it is sure of and declines everything else, every mistake too: then `toml_reader` reads the file from
//! its beginning and says what is wrong. So nothing is decided here but speed; a test holds both readers together.

mod access;
mod plain;
mod scanner;
mod value;

use std::fmt;

use serde::{Deserialize, de::Error};

use access::{Keys, Scope};
use scanner::Scanner;
pub(crate) use value::Value;

use crate::parse::record::Recorded;

/// This reader leaves the file to the other.
#[derive(Debug)]
pub(crate) struct Declined;

pub(crate) type Taken<T> = Result<T, Declined>;

/// What can stand under a key. It is read without serde: its layers around every field take longer than to look at the
/// text.
pub(crate) trait Canonical<'a>: Deserialize<'a> {
    fn canonical(value: Value<'_, 'a>) -> Taken<Self>;
}

impl<'a> Canonical<'a> for bool {
    fn canonical(value: Value<'_, 'a>) -> Taken<Self> {
        value.flag()
    }
}

impl<'a> Canonical<'a> for u32 {
    fn canonical(value: Value<'_, 'a>) -> Taken<Self> {
        value.number()?.try_into().map_err(|_| Declined)
    }
}

impl std::error::Error for Declined {}

impl fmt::Display for Declined {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("not in canonical form")
    }
}

impl Error for Declined {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// Reads one file as a record; `None` where it is declined.
pub(super) fn read<'a, T: Recorded<'a>>(text: &'a str) -> Option<T> {
    let scanner = Scanner::new(text);
    T::read(&mut Keys::new(&scanner, Scope::File, T::KEYS).ok()?).ok()
}

/// Reads a value as a record.
pub(crate) fn record<'a, T: Recorded<'a>>(value: Value<'_, 'a>) -> Taken<T> {
    T::read(&mut value.fields(T::KEYS)?)
}

#[cfg(test)]
mod tests;
