//! Some of the months of a year.

use chrono::Datelike;

use crate::date::{Date, Month, Quarter, Span};

/// A set of months of one year; gives them from January on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Months {
    year: i32,
    /// January is the lowest.
    bits: u16,
}

impl Months {
    /// Those of a year; a month of another is none of them.
    pub(super) fn of(year: i32, months: impl Iterator<Item = Month>) -> Self {
        let bits = months.filter(|month| month.year == year).fold(0, |bits, month| bits | bit(month));
        Self { year, bits }
    }

    /// Those that lie whole in a span. Each target on months asks this of each cell, and so no month's days are made up.
    pub(super) fn whole_in(year: i32, span: Span) -> Self {
        let number = |day: Date| day.year() * 12 + day.month0().cast_signed();
        let first = number(span.from) + i32::from(span.from.day() > 1);
        // The first month that is not over by the end of the span.
        let end = span.until.succ_opt().map_or(i32::MAX, number);
        let is_whole = |month: &i32| (first..end).contains(&(year * 12 + month));
        let bits = (0..12).filter(is_whole).fold(0, |bits, month| bits | 1 << month);
        Self { year, bits }
    }

    pub(super) fn is_empty(self) -> bool {
        self.bits == 0
    }

    pub(super) fn has(self, month: Month) -> bool {
        month.year == self.year && self.bits & bit(month) != 0
    }

    /// Whether every month of a quarter is one of them.
    pub(super) fn has_quarter(self, quarter: Quarter) -> bool {
        quarter.year == self.year && self.bits & bits(quarter) == bits(quarter)
    }

    /// Whether some month of a quarter is one of them.
    pub(super) fn touches(self, quarter: Quarter) -> bool {
        quarter.year == self.year && self.bits & bits(quarter) != 0
    }

    /// Both are of one year.
    pub(super) fn without(self, other: Self) -> Self {
        Self { bits: self.bits & !other.bits, ..self }
    }

    /// Whether one of them is one of the others too, which are of the same year.
    pub(super) fn meets(self, other: Self) -> bool {
        self.bits & other.bits != 0
    }
}

fn bit(month: Month) -> u16 {
    1 << (month.month - 1)
}

fn bits(quarter: Quarter) -> u16 {
    0b111 << (3 * (quarter.quarter - 1))
}

impl Iterator for Months {
    type Item = Month;

    fn next(&mut self) -> Option<Month> {
        let month = Month::new(self.year, self.bits.trailing_zeros() + 1)?;
        self.bits &= self.bits - 1;
        Some(month)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::ymd;

    #[test]
    fn a_month_is_whole_from_its_first_day_to_its_last() {
        let days: Vec<Date> = ymd(2017, 11, 28).iter_days().take(440).collect();
        for &from in days.iter().step_by(3) {
            for &until in days.iter().step_by(2) {
                let span = Span { from, until };
                let holds = |month: &Month| span.holds(Span { from: month.first_day(), until: month.last_day() });
                let slowly: Vec<Month> = Month::of_year(2018).filter(holds).collect();
                // Of days in the wrong order each is before the other.
                let slowly = if span.is_empty() { Vec::new() } else { slowly };
                assert_eq!(Months::whole_in(2018, span).collect::<Vec<_>>(), slowly, "{from} {until}");
            }
        }
        let all: Vec<Month> = Month::of_year(2018).collect();
        assert_eq!(Months::whole_in(2018, Span::ALWAYS).collect::<Vec<_>>(), all);
    }

    #[test]
    fn months_of_another_year_are_passed_over() {
        let month = |year, month| Month { year, month };
        let months = Months::of(2018, [month(2018, 12), month(2018, 1), month(2017, 5)].into_iter());
        assert!(months.has(month(2018, 1)) && !months.has(month(2017, 1)) && !months.has(month(2018, 5)));
        assert_eq!(months.collect::<Vec<_>>(), [month(2018, 1), month(2018, 12)]);
        let december = Months::of(2018, [month(2018, 12)].into_iter());
        assert_eq!(months.without(december).collect::<Vec<_>>(), [month(2018, 1)]);
        assert!(months.meets(december) && !months.without(december).meets(december));
    }

    #[test]
    fn a_quarter_is_there_with_its_three_months_and_touched_with_one() {
        let months = Months::whole_in(2018, Span { from: ymd(2018, 3, 2), until: ymd(2018, 11, 30) });
        let told = |is_it: fn(Months, Quarter) -> bool| -> Vec<u32> {
            let quarters = Quarter::of_year(2018).filter(|quarter| is_it(months, *quarter));
            quarters.map(|quarter| quarter.quarter).collect()
        };
        assert_eq!((told(Months::has_quarter), told(Months::touches)), (vec![2, 3], vec![2, 3, 4]));
        assert!(Quarter::of_year(2017).all(|quarter| !months.has_quarter(quarter) && !months.touches(quarter)));
    }
}
