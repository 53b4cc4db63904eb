//! A TOML record in the form that chibo writes: keys as they come, a blank line before each table.

use std::fmt::{Display, Write};

use crate::{date::Date, parse::Vocabulary, text::toml_string};

#[derive(Default)]
pub(super) struct Toml(String);

impl Toml {
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// Anything that stands as it is: days, numbers, flags, lists.
    pub(super) fn put(&mut self, key: &str, value: impl Display) -> &mut Self {
        // Writing to a string cannot fail.
        let _ = writeln!(self.0, "{key} = {value}");
        self
    }

    pub(super) fn text(&mut self, key: &str, text: &str) -> &mut Self {
        self.put(key, toml_string(text))
    }

    pub(super) fn word<W: Vocabulary>(&mut self, key: &str, word: W) -> &mut Self {
        self.text(key, word.word())
    }

    /// Nothing where there is no day.
    pub(super) fn day(&mut self, key: &str, day: Option<Date>) -> &mut Self {
        match day {
            Some(day) => self.put(key, day),
            None => self,
        }
    }

    pub(super) fn document(&mut self, key: &str, number: &str, date: Date) -> &mut Self {
        self.put(key, document(number, date))
    }

    pub(super) fn table(&mut self, name: &str) -> &mut Self {
        let _ = writeln!(self.0, "\n[{name}]");
        self
    }

    pub(super) fn element(&mut self, name: &str) -> &mut Self {
        let _ = writeln!(self.0, "\n[[{name}]]");
        self
    }

    pub(super) fn finish(&mut self) -> String {
        std::mem::take(&mut self.0)
    }
}

pub(super) fn document(number: &str, date: Date) -> String {
    format!("{{ number = {}, date = {date} }}", toml_string(number))
}

pub(super) fn list(texts: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    let texts: Vec<String> = texts.into_iter().map(|text| toml_string(text.as_ref())).collect();
    format!("[{}]", texts.join(", "))
}
