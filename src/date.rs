//! Civil dates, months, quarters and, in `span`, spans of days. No time zone enters here; the clock is read in one place,
//! `today`.

mod span;

use chrono::{Datelike, Days, FixedOffset, Months, NaiveDate, Utc, Weekday};

pub(crate) use span::Span;

use crate::lang::Lang;

pub(crate) type Date = NaiveDate;

/// Today in Vietnam (+07:00), the same on every machine.
pub(crate) fn today() -> Date {
    const VIETNAM: i32 = 7 * 3600;
    match FixedOffset::east_opt(VIETNAM) {
        Some(zone) => Utc::now().with_timezone(&zone).date_naive(),
        None => Utc::now().date_naive(),
    }
}

/// A day that is known to exist; anything else is clamped to the first day that chrono can hold.
pub(crate) const fn ymd(year: i32, month: u32, day: u32) -> Date {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(date) => date,
        None => NaiveDate::MIN,
    }
}

/// The same day, `days` later.
pub(crate) fn plus_days(date: Date, days: u32) -> Date {
    date.checked_add_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MAX)
}

/// The same day of the month, `months` later; the month's last day where it has no such day.
pub(crate) fn plus_months(date: Date, months: u32) -> Date {
    date.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}

/// The last of the `days` working days, Monday to Friday, that follow a day. Holidays are not known here.
pub(crate) fn plus_working_days(date: Date, days: u32) -> Date {
    let working = |day: &Date| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let following = date.iter_days().skip(1).filter(working).take(days as usize);
    following.last().unwrap_or(date)
}

/// The same day, `months` earlier; the month's last day where it has none.
pub(crate) fn months_before(date: Date, months: u32) -> Date {
    date.checked_sub_months(Months::new(months)).unwrap_or(NaiveDate::MIN)
}

/// `05/03/2018` in Vietnamese, `2018-03-05` in English.
pub(crate) fn show(date: Date, lang: Lang) -> String {
    match lang {
        Lang::Vi => date.format("%d/%m/%Y").to_string(),
        Lang::En => date.format("%Y-%m-%d").to_string(),
    }
}

/// A calendar month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Month {
    pub(crate) year: i32,
    pub(crate) month: u32,
}

impl Month {
    pub(crate) fn new(year: i32, month: u32) -> Option<Self> {
        ((1..=12).contains(&month) && (1..=9999).contains(&year)).then_some(Self { year, month })
    }

    pub(crate) fn of(date: Date) -> Self {
        Self { year: date.year(), month: date.month() }
    }

    /// `2018-03`, `3/2018` or `T3/2018`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        if let Some((year, month)) = text.split_once('-') {
            return (year.len() == 4 && month.len() == 2)
                .then(|| Self::new(digits(year)?, digits(month)?.cast_unsigned()))
                .flatten();
        }
        let (month, year) = text.strip_prefix(['T', 't']).unwrap_or(text).split_once('/')?;
        (year.len() == 4 && month.len() <= 2)
            .then(|| Self::new(digits(year)?, digits(month)?.cast_unsigned()))
            .flatten()
    }

    pub(crate) fn first_day(self) -> Date {
        ymd(self.year, self.month, 1)
    }

    pub(crate) fn last_day(self) -> Date {
        match self.next() {
            Some(next) => next.first_day().pred_opt().unwrap_or(NaiveDate::MIN),
            None => ymd(self.year, self.month, 31),
        }
    }

    fn next(self) -> Option<Self> {
        if self.month == 12 { Self::new(self.year + 1, 1) } else { Self::new(self.year, self.month + 1) }
    }

    /// The twelve months of a year.
    pub(crate) fn of_year(year: i32) -> impl Iterator<Item = Self> {
        (1..=12).filter_map(move |month| Self::new(year, month))
    }

    /// `2018-03`, in machine formats and paths of thought alike.
    pub(crate) fn iso(self) -> String {
        format!("{:04}-{:02}", self.year, self.month)
    }

    /// `03/2018` in Vietnamese, `2018-03` in English.
    pub(crate) fn show(self, lang: Lang) -> String {
        match lang {
            Lang::Vi => format!("{:02}/{}", self.month, self.year),
            Lang::En => self.iso(),
        }
    }
}

/// A quarter of a year, 1 to 4.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Quarter {
    pub(crate) year: i32,
    pub(crate) quarter: u32,
}

impl Quarter {
    pub(crate) fn of(date: Date) -> Self {
        Self { year: date.year(), quarter: date.month0() / 3 + 1 }
    }

    pub(crate) fn of_year(year: i32) -> impl Iterator<Item = Self> {
        (1..=4).map(move |quarter| Self { year, quarter })
    }

    pub(crate) fn first_day(self) -> Date {
        ymd(self.year, self.quarter * 3 - 2, 1)
    }

    pub(crate) fn last_day(self) -> Date {
        Month { year: self.year, month: self.quarter * 3 }.last_day()
    }

    pub(crate) fn iso(self) -> String {
        format!("{}-Q{}", self.year, self.quarter)
    }

    /// `Quý I/2018` in Vietnamese, `2018-Q1` in English.
    pub(crate) fn show(self, lang: Lang) -> String {
        const ROMAN: [&str; 4] = ["I", "II", "III", "IV"];
        match lang {
            Lang::Vi => format!("Quý {}/{}", ROMAN[(self.quarter as usize - 1) % 4], self.year),
            Lang::En => self.iso(),
        }
    }
}

/// A date of which the paper may give only the year or the month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PartialDate {
    Year(i32),
    Month(Month),
    Day(Date),
}

impl PartialDate {
    /// The earliest day that it can be.
    pub(crate) fn earliest(self) -> Date {
        match self {
            Self::Year(year) => Span::year(year).from,
            Self::Month(month) => month.first_day(),
            Self::Day(date) => date,
        }
    }

    /// The latest day that it can be: what a comparison takes.
    pub(crate) fn latest(self) -> Date {
        match self {
            Self::Year(year) => Span::year(year).until,
            Self::Month(month) => month.last_day(),
            Self::Day(date) => date,
        }
    }

    pub(crate) fn show(self, lang: Lang) -> String {
        match self {
            Self::Year(year) => year.to_string(),
            Self::Month(month) => month.show(lang),
            Self::Day(date) => show(date, lang),
        }
    }
}

/// The last day of a finding's period: `2018`, `2018-Q1` or `2018-03`.
pub(crate) fn period_end(period: &str) -> Option<Date> {
    if let Some((year, quarter)) = period.split_once("-Q") {
        let quarter = digits(quarter)?.cast_unsigned();
        return (1..=4).contains(&quarter).then_some(Quarter { year: digits(year)?, quarter }.last_day());
    }
    match period.len() {
        4 => Some(Span::year(digits(period)?).until),
        _ => Month::parse(period).map(Month::last_day),
    }
}

/// A finding's period as people write it: `2018`, `Quý I/2018` or `03/2018`.
pub(crate) fn show_period(period: &str, lang: Lang) -> String {
    if let Some((year, quarter)) = period.split_once("-Q")
        && let (Some(year), Some(quarter @ 1..=4)) = (digits(year), digits(quarter))
    {
        return Quarter { year, quarter: quarter.cast_unsigned() }.show(lang);
    }
    Month::parse(period).map_or_else(|| period.to_owned(), |month| month.show(lang))
}

/// Only digits, as a number: no sign, no blank.
pub(crate) fn digits(text: &str) -> Option<i32> {
    (!text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

/// The letters of a date in ISO form.
pub(crate) const ISO: usize = "2018-03-05".len();

/// `2018-03-05`, and nothing else.
pub(crate) fn parse_iso(text: &str) -> Option<Date> {
    of_iso(*text.as_bytes().as_array()?)
}

/// The same of as many bytes as a date has.
pub(crate) fn of_iso(written: [u8; ISO]) -> Option<Date> {
    let [y0, y1, y2, y3, b'-', m0, m1, b'-', d0, d1] = written else { return None };
    let digits = [y0, y1, y2, y3, m0, m1, d0, d1].map(|digit| u32::from(digit.wrapping_sub(b'0')));
    // Without a way out on the way the digits are looked at together.
    if digits.iter().fold(false, |any, digit| any | (*digit > 9)) {
        return None;
    }
    let [y0, y1, y2, y3, m0, m1, d0, d1] = digits;
    let year = ((y0 * 10 + y1) * 10 + y2) * 10 + y3;
    NaiveDate::from_ymd_opt(year.cast_signed(), m0 * 10 + m1, d0 * 10 + d1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_without_the_day_gives_its_last() {
        assert_eq!(plus_months(ymd(2016, 2, 29), 12), ymd(2017, 2, 28));
        assert_eq!(plus_months(ymd(2015, 2, 28), 12), ymd(2016, 2, 28));
        assert_eq!(plus_months(ymd(2018, 8, 31), 6), ymd(2019, 2, 28));
    }

    #[test]
    fn a_date_has_ten_letters_and_is_in_the_calendar() {
        assert_eq!(parse_iso("2018-03-05"), Some(ymd(2018, 3, 5)));
        assert_eq!(parse_iso("2020-02-29"), Some(ymd(2020, 2, 29)));
        for wrong in [
            "",
            "2018-3-5",
            "2018-03-050",
            "2018/03/05",
            "2018-02-29",
            "2018-13-01",
            "2018-0:-05",
            "2018-03-0 ",
            "-018-03-05",
        ] {
            assert_eq!(parse_iso(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_period_ends_with_its_last_day() {
        assert_eq!(period_end("2018-02"), Some(ymd(2018, 2, 28)));
        assert_eq!(period_end("2018-Q3"), Some(ymd(2018, 9, 30)));
        assert_eq!(period_end("2018"), Some(ymd(2018, 12, 31)));
        assert_eq!(["", "2018-Q5", "2018-1", "năm"].map(period_end), [None; 4]);
    }

    #[test]
    fn saturdays_and_sundays_are_no_working_days() {
        assert_eq!(plus_working_days(ymd(2018, 11, 19), 30), ymd(2018, 12, 31));
        assert_eq!(plus_working_days(ymd(2018, 11, 18), 30), ymd(2018, 12, 28));
        assert_eq!(plus_working_days(ymd(2018, 11, 16), 30), ymd(2018, 12, 28));
    }
}
