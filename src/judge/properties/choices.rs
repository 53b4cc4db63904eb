//! Random choices that shrink well: a list of bytes, each deciding one thing, where 0 is always the plainest.

use crate::date::{Date, plus_days, ymd};

pub(super) struct Choices<'b> {
    bytes: std::slice::Iter<'b, u8>,
}

impl<'b> Choices<'b> {
    pub(super) fn new(bytes: &'b [u8]) -> Self {
        Self { bytes: bytes.iter() }
    }

    fn byte(&mut self) -> u8 {
        self.bytes.next().copied().unwrap_or(0)
    }

    /// A number below `n`.
    pub(super) fn below(&mut self, n: u8) -> u8 {
        self.byte() % n
    }

    /// One time in `n`.
    pub(super) fn one_in(&mut self, n: u8) -> bool {
        self.below(n) == n - 1
    }

    pub(super) fn of<T: Copy>(&mut self, items: &[T]) -> T {
        items[usize::from(self.byte()) % items.len()]
    }

    /// Mostly one of the first, one time in forty the last.
    pub(super) fn mostly<T: Copy>(&mut self, items: &[T], rarely: T) -> T {
        if self.one_in(40) { rarely } else { self.of(items) }
    }

    /// A day from the end of 2016 to the beginning of 2020, often on a boundary.
    pub(super) fn day(&mut self) -> Date {
        let year = 2017 + i32::from(self.below(3));
        match self.below(6) {
            0 => ymd(year, 1, 1),
            1 => ymd(year, 6, 30),
            2 => ymd(year, 7, 1),
            3 => ymd(year, 12, 31),
            4 => ymd(year, 7, 6),
            _ => plus_days(ymd(2016, 11, 1), u32::from(self.byte()) * 5),
        }
    }

    /// A date of a CSV cell: empty half of the time, rarely no date at all.
    pub(super) fn cell_day(&mut self) -> String {
        match self.below(8) {
            0..4 => String::new(),
            7 if self.one_in(8) => "31-12".to_owned(),
            _ => self.day().to_string(),
        }
    }

    /// A line of TOML with a day, or none.
    pub(super) fn line(&mut self, key: &str) -> String {
        match self.below(8) {
            0..3 => String::new(),
            7 if self.one_in(8) => format!("{key} = \"31-12\"\n"),
            _ => format!("{key} = {}\n", self.day()),
        }
    }
}
