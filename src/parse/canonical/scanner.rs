//! The words of a canonical file.

use std::cell::Cell;

use super::{Declined, Taken, plain::plain};
use crate::{
    date::{self, Date},
    parse::dates::Time,
    source::At,
};

/// A text and how far it has been read.
pub(super) struct Scanner<'a> {
    text: &'a str,
    at: Cell<usize>,
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
            self.pass(1);
        }
        there
    }

    pub(super) fn rest(&self) -> &'a [u8] {
        self.text.as_bytes().get(self.at.get()..).unwrap_or_default()
    }

    /// Goes on by what has been looked at.
    pub(super) fn pass(&self, bytes: usize) {
        self.at.set(self.at.get() + bytes);
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
            self.pass(3);
        } else {
            self.spaces();
            if !self.take(b'=') {
                return Err(Declined);
            }
        }
        self.spaces();
        if key.is_empty() { Err(Declined) } else { Ok((key, at)) }
    }

    /// Passes over a key that stands here as it is written by habit. In line, where the key is known, to compare with it
    /// takes a few instructions.
    #[inline(always)]
    pub(super) fn take_key(&self, key: &'static str) -> bool {
        const IS: &[u8] = b" = ";
        let (key, rest) = (key.as_bytes(), self.rest());
        let is_it = rest.len() >= key.len() + IS.len()
            && rest[..key.len()] == *key
            && rest[key.len()..key.len() + IS.len()] == *IS;
        if is_it {
            self.pass(key.len() + IS.len());
        }
        is_it
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
        self.blank_lines()?;
        let behind = self.rest().strip_prefix(b"[[").and_then(|rest| rest.strip_prefix(name.as_bytes()));
        if !behind.is_some_and(|rest| rest.starts_with(b"]]")) {
            return Ok(None);
        }
        self.header().map(|header| Some(header.at))
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

    pub(super) fn text(&self) -> Taken<&'a str> {
        let [b'"', rest @ ..] = self.rest() else { return Err(Declined) };
        let length = plain(rest);
        // An escape, a line end, or the second of three quotes.
        if rest.get(length) != Some(&b'"') || length == 0 && rest.get(1) == Some(&b'"') {
            return Err(Declined);
        }
        let start = self.at.get() + 1;
        self.at.set(start + length + 1);
        self.text.get(start..start + length).ok_or(Declined)
    }

    pub(super) fn flag(&self) -> Taken<bool> {
        match self.take_while(|byte| byte.is_ascii_lowercase()) {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => Err(Declined),
        }
    }

    /// What stands behind it must be an end: a longer word is no such number.
    pub(super) fn number(&self) -> Taken<u64> {
        let rest = self.rest();
        let (mut number, mut length) = (0, 0);
        // As many digits as any number has.
        for digit in rest.iter().take(18).take_while(|byte| byte.is_ascii_digit()) {
            number = number * 10 + u64::from(digit - b'0');
            length += 1;
        }
        if length == 0 || length > 1 && rest.first() == Some(&b'0') {
            return Err(Declined);
        }
        self.pass(length);
        Ok(number)
    }

    /// What stands behind it must be an end: a longer word is no date.
    pub(super) fn date(&self) -> Taken<Date> {
        let date = self.rest().first_chunk().and_then(|written| date::of_iso(*written)).ok_or(Declined)?;
        self.pass(date::ISO);
        Ok(date)
    }

    pub(super) fn time(&self) -> Taken<Time> {
        let Some(&[h0, h1, b':', m0, m1, b':', s0, s1]) = self.rest().first_chunk() else { return Err(Declined) };
        let part = |tens: u8, ones: u8, under: u8| {
            let number = tens.wrapping_sub(b'0').wrapping_mul(10).wrapping_add(ones.wrapping_sub(b'0'));
            (tens.is_ascii_digit() && ones.is_ascii_digit() && number < under).then_some(number)
        };
        let time = || Some(Time::new(part(h0, h1, 24)?, part(m0, m1, 60)?, part(s0, s1, 60)?));
        let time = time().ok_or(Declined)?;
        self.pass(TIME);
        Ok(time)
    }
}

/// The letters of a time.
const TIME: usize = "19:30:00".len();

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
