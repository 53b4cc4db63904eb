//! Days from one to another.

use chrono::NaiveDate;

use crate::date::{Date, ymd};

/// Days from one to another, both included; an absent end is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) from: Date,
    pub(crate) until: Date,
}

impl Span {
    pub(crate) const ALWAYS: Self = Self { from: NaiveDate::MIN, until: NaiveDate::MAX };

    pub(crate) fn new(from: Option<Date>, until: Option<Date>) -> Self {
        Self { from: from.unwrap_or(NaiveDate::MIN), until: until.unwrap_or(NaiveDate::MAX) }
    }

    pub(crate) fn covers(self, date: Date) -> bool {
        self.from <= date && date <= self.until
    }

    /// Whether the whole of `other` lies inside.
    pub(crate) fn holds(self, other: Self) -> bool {
        self.from <= other.from && other.until <= self.until
    }

    pub(crate) fn meet(self, other: Self) -> Self {
        Self { from: self.from.max(other.from), until: self.until.min(other.until) }
    }

    pub(crate) fn is_empty(self) -> bool {
        self.from > self.until
    }

    pub(crate) fn overlaps(self, other: Self) -> bool {
        !self.meet(other).is_empty()
    }

    /// From the first day of a year to the last. It is asked for every row of every year, so the years of which anybody has
    /// records are worked out beforehand.
    pub(crate) fn year(year: i32) -> Self {
        const FIRST: i32 = 1920;
        static KNOWN: [Span; 160] = {
            let mut known = [Span::ALWAYS; 160];
            let (mut nth, mut year) = (0, FIRST);
            while nth < known.len() {
                known[nth] = Span::of_year(year);
                (nth, year) = (nth + 1, year + 1);
            }
            known
        };
        let known = KNOWN.get(year.wrapping_sub(FIRST).cast_unsigned() as usize);
        known.copied().unwrap_or_else(|| Self::of_year(year))
    }

    const fn of_year(year: i32) -> Self {
        Self { from: ymd(year, 1, 1), until: ymd(year, 12, 31) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_the_same_whether_it_was_known_or_not() {
        for year in (-400..2400).chain([i32::MIN, i32::MAX]) {
            assert_eq!(Span::year(year), Span::of_year(year));
        }
    }
}
