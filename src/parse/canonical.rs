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

use access::Scope;
use scanner::Scanner;
use value::{Value, ValueKind};

/// This reader leaves the file to the other.
#[derive(Debug)]
struct Declined;

type Taken<T> = Result<T, Declined>;

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
pub(super) fn read<'a, T: Deserialize<'a>>(text: &'a str) -> Option<T> {
    let scanner = Scanner::new(text);
    T::deserialize(Value { scanner: &scanner, kind: ValueKind::Table(Scope::File), at: crate::source::At::File }).ok()
}

#[cfg(test)]
mod tests;
