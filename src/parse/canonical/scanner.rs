//! The words of a canonical file.

use std::cell::Cell;

use super::{Declined, Taken, plain::plain};
use crate::{parse::dates::Time, source::At};

/// A text and how far it has been read.
pub(super) struct Scanner<'a> {
    text: &'a str,
    at: Cell<usize>,
}

/// A value without parts, on the right of an equals sign or in a list.
pub(super) enum Token<'a> {
    Text(&'a str),
    Flag(bool),
    Number(i64),
    Date(&'a str),
    Time(Time),
}

/// `[name]` or `[[name]]`.
pub(super) struct Header<'a> {
    pub(super) name: &'a str,
    pub(super) is_element: bool,
    pub(super) at: At,
}

impl<'a> Scanner<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: Cell::new(0) }
    }

    /// How far the text has been read.
    pub(super) fn at(&self) -> usize {
        self.at.get()
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at.get()).copied()
    }

    pub(super) fn take(&self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        if there {
            self.at.set(self.at.get() + 1);
        }
        there
    }

    fn rest(&self) -> &'a [u8] {
        self.text.as_bytes().get(self.at.get()..).unwrap_or_default()
    }

    fn take_while(&self, wanted: impl Fn(u8) -> bool) -> &'a str {
        let start = self.at.get();
        let rest = self.rest();
        let end = start + rest.iter().position(|byte| !wanted(*byte)).unwrap_or(rest.len());
        self.at.set(end);
        // What is wanted is ASCII, so both ends lie between characters.
        &self.text[start..end]
    }

    /// The letters of a key.
    fn name(&self) -> &'a str {
        self.take_while(|byte| IN_KEY[usize::from(byte)])
    }

    pub(super) fn spaces(&self) {
        while self.take(b' ') {}
    }

    /// The end of a line; the end of the file is one.
    pub(super) fn line_end(&self) -> Taken<()> {
        if self.take(b'\n') {
            return Ok(());
        }
        self.spaces();
        let is_end = self.take(b'\n') || self.peek().is_none() || self.take(b'\r') && self.take(b'\n');
        if is_end { Ok(()) } else { Err(Declined) }
    }

    /// Passes over blank lines, and says whether anything follows.
    pub(super) fn blank_lines(&self) -> Taken<bool> {
        while matches!(self.peek(), Some(b'\n' | b'\r')) {
            self.line_end()?;
        }
        Ok(self.peek().is_some())
    }

    /// Passes over the spaces and line ends of a list.
    pub(super) fn white_space(&self) -> Taken<()> {
        loop {
            self.spaces();
            match self.peek() {
                Some(b'\n' | b'\r') => self.line_end()?,
                _ => return Ok(()),
            }
        }
    }

    pub(super) fn key(&self) -> Taken<(&'a str, At)> {
        let start = self.at.get();
        let key = self.name();
        let at = At::bytes(start..self.at.get());
        if self.rest().starts_with(b" = ") {
            self.at.set(self.at.get() + 3);
        } else {
            self.spaces();
            if !self.take(b'=') {
                return Err(Declined);
            }
        }
        self.spaces();
        if key.is_empty() { Err(Declined) } else { Ok((key, at)) }
    }

    /// Passes over a key that stands here as it is written by habit.
    #[inline]
    pub(super) fn take_key(&self, key: &'static str) -> bool {
        let after = self.rest().strip_prefix(key.as_bytes()).and_then(|rest| rest.strip_prefix(b" = "));
        if let Some(after) = after {
            self.at.set(self.text.len() - after.len());
        }
        after.is_some()
    }

    pub(super) fn header(&self) -> Taken<Header<'a>> {
        let start = self.at.get();
        self.take(b'[');
        let is_element = self.take(b'[');
        let name = self.name();
        if name.is_empty() || !self.take(b']') || is_element && !self.take(b']') {
            return Err(Declined);
        }
        let at = At::bytes(start..self.at.get());
        self.line_end()?;
        Ok(Header { name, is_element, at })
    }

    /// The next header, where it is `[[name]]` again.
    pub(super) fn next_element(&self, name: &str) -> Taken<Option<At>> {
        let before = self.at.get();
        if self.peek() != Some(b'[') {
            return Ok(None);
        }
        let header = self.header()?;
        if header.is_element && header.name == name {
            return Ok(Some(header.at));
        }
        self.at.set(before);
        Ok(None)
    }

    /// The lines to the next header.
    pub(super) fn section(&self) -> Taken<(&'a str, At)> {
        let (start, rest) = (self.at.get(), &self.text[self.at.get()..]);
        let section = &rest[..memchr::memchr(b'[', rest.as_bytes()).unwrap_or(rest.len())];
        // A bracket elsewhere than at the beginning of a line is no header.
        if !section.is_empty() && section.len() < rest.len() && !section.ends_with('\n') {
            return Err(Declined);
        }
        self.at.set(start + section.len());
        Ok((section, At::bytes(start..self.at.get())))
    }

    /// Whether an element of a list follows; the scanner stands before it, else behind the closing bracket.
    pub(super) fn has_element(&self, is_first: bool) -> Taken<bool> {
        self.white_space()?;
        if !is_first && self.take(b',') {
            self.white_space()?;
        } else if !is_first && self.peek() != Some(b']') {
            return Err(Declined);
        }
        Ok(!self.take(b']'))
    }

    pub(super) fn token(&self) -> Taken<Token<'a>> {
        match self.peek().ok_or(Declined)? {
            b'"' => self.text(),
            b't' | b'f' => match self.take_while(|b| b.is_ascii_lowercase()) {
                "true" => Ok(Token::Flag(true)),
                "false" => Ok(Token::Flag(false)),
                _ => Err(Declined),
            },
            _ => number_or_time(self.take_while(|b| b.is_ascii_digit() || matches!(b, b'-' | b':'))),
        }
    }

    fn text(&self) -> Taken<Token<'a>> {
        let start = self.at.get() + 1;
        let rest = &self.text.as_bytes()[start..];
        let length = plain(rest);
        // An escape, a line end, or the second of three quotes.
        if rest.get(length) != Some(&b'"') || length == 0 && rest.get(1) == Some(&b'"') {
            return Err(Declined);
        }
        self.at.set(start + length + 1);
        Ok(Token::Text(&self.text[start..start + length]))
    }
}

/// Whether a byte may stand in a key.
const IN_KEY: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        #[expect(clippy::cast_possible_truncation, reason = "it is below 256")]
        let letter = byte as u8;
        table[byte] = letter.is_ascii_alphanumeric() || letter == b'-' || letter == b'_';
        byte += 1;
    }
    table
};

fn number_or_time(word: &str) -> Taken<Token<'_>> {
    let bytes = word.as_bytes();
    match bytes {
        [b'0'] => Ok(Token::Number(0)),
        // As many digits as any number has.
        [b'1'..=b'9', rest @ ..] if rest.len() < 18 && rest.iter().all(u8::is_ascii_digit) => {
            word.parse().map(Token::Number).map_err(|_| Declined)
        }
        [_, _, b':', _, _, b':', _, _] => {
            let part = |from: usize, under: u8| {
                let number = word.get(from..from + 2)?.parse::<u8>().ok()?;
                (bytes[from].is_ascii_digit() && number < under).then_some(number)
            };
            let time = || Some(Time::new(part(0, 24)?, part(3, 60)?, part(6, 60)?));
            time().map(Token::Time).ok_or(Declined)
        }
        // Whether there is such a day is for its reader to say; what has another length could be half a date to it.
        _ if bytes.len() == 10 => Ok(Token::Date(word)),
        _ => Err(Declined),
    }
}
