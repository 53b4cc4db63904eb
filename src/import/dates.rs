//! Days as clerks write them. A date with slashes is day and month only where the file proves it, as in the register's own
//! tables: both with their zeros, or some first part over 12 and no second one.

use crate::{
    date::{Date, Month, PartialDate, digits, parse_iso, ymd},
    lang::{Lang, say},
    sheet_file::{Cell, Grid},
};

/// What the dates of one sheet say of their order.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Dates {
    /// Some first part is over 12 and no second part is, or whoever owns the file says so.
    day_first: bool,
    /// A second part is over 12: some of the dates were written month first.
    condemned: bool,
}

/// Why a cell is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoDate {
    /// It has another form, or there is no such day.
    Other,
    /// Which part is the day is not known.
    Ambiguous,
    /// The year has two digits.
    ShortYear,
    /// It is a year or a month, where a day is needed.
    NotWhole,
}

impl Dates {
    pub(crate) fn of(grid: &Grid, day_first: bool) -> Self {
        let mut dates = Self { day_first, condemned: false };
        for (_, cell) in grid.cells() {
            let Cell::Text(text) = cell else { continue };
            for line in text.lines() {
                let Some([(first, _), (second, _), (_, 4)]) = parts(bare(line)) else { continue };
                dates.day_first |= (13..=31).contains(&first);
                dates.condemned |= (13..=31).contains(&second) && first <= 12;
            }
        }
        dates
    }

    /// A day, or as much of it as the cell has.
    pub(crate) fn partial(self, cell: &Cell) -> Result<PartialDate, NoDate> {
        match cell {
            Cell::Day(day) => Ok(PartialDate::Day(*day)),
            Cell::Whole(number) => whole(*number),
            Cell::Text(text) => self.text(text),
            Cell::Decimal(_) | Cell::Truth(_) | Cell::Error(_) => Err(NoDate::Other),
        }
    }

    /// A whole day.
    pub(crate) fn day(self, cell: &Cell) -> Result<Date, NoDate> {
        match self.partial(cell)? {
            PartialDate::Day(day) => Ok(day),
            PartialDate::Year(_) | PartialDate::Month(_) => Err(NoDate::NotWhole),
        }
    }

    /// The days that stand among other words, in figures or in words.
    pub(super) fn days_in(self, cell: &Cell) -> Vec<Date> {
        let text = match cell {
            Cell::Day(day) => return vec![*day],
            Cell::Text(text) => text,
            _ => return Vec::new(),
        };
        let parts = text.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ',' | ';' | ':'));
        let in_figures =
            parts.map(|part| part.trim_end_matches('.').to_owned()).filter(|part| part.contains(['/', '-', '.']));
        let key = super::column::key(text);
        let words: Vec<&str> = key.split(' ').collect();
        let in_words = words.windows(5).filter(|words| words[1] == "thang" && words[3] == "nam");
        let all = in_figures.chain(in_words.map(|words| words.join(" ")));
        all.filter_map(|text| self.day(&Cell::Text(text)).ok()).collect()
    }

    fn text(self, text: &str) -> Result<PartialDate, NoDate> {
        let text = bare(text);
        if let Some(day) = text.get(..10).and_then(parse_iso).filter(|_| text.len() == 10 || text.contains(' ')) {
            return Ok(PartialDate::Day(day));
        }
        if let Some(number) = digits(text) {
            return whole(i64::from(number));
        }
        if let Some(month) = Month::parse(text) {
            return Ok(PartialDate::Month(month));
        }
        if let Some(date) = in_words(text) {
            return Ok(date);
        }
        match parts(text) {
            Some([(first, a), (second, b), (year, 4)]) => {
                let is_sure = !self.condemned && (self.day_first || a == 2 && b == 2);
                if first <= 12 && !is_sure {
                    return Err(NoDate::Ambiguous);
                }
                Date::from_ymd_opt(year, second.cast_unsigned(), first.cast_unsigned())
                    .map(PartialDate::Day)
                    .ok_or(NoDate::Other)
            }
            Some([_, _, (_, 2)]) => Err(NoDate::ShortYear),
            _ => Err(NoDate::Other),
        }
    }

    /// The same where dates of two parts, such as those of a heading, prove their order among themselves.
    pub(super) fn proved_by<'c>(mut self, cells: impl Iterator<Item = &'c Cell>) -> Self {
        let mut day_first = false;
        for word in cells.filter_map(|cell| if let Cell::Text(text) = cell { Some(text) } else { None }) {
            for word in word.split_whitespace() {
                let Some((Some(first), Some(second))) = word.split_once('/').map(|(a, b)| (digits(a), digits(b)))
                else {
                    continue;
                };
                day_first |= (13..=31).contains(&first) && (1..=12).contains(&second);
                self.condemned |= (13..=31).contains(&second) && (1..=12).contains(&first);
            }
        }
        self.day_first |= day_first;
        self
    }

    /// Whether day comes before month in a date of two parts.
    pub(super) fn is_day_first(self) -> bool {
        self.day_first && !self.condemned
    }
}

impl NoDate {
    pub(crate) fn explain(self, shown: &str, lang: Lang) -> String {
        match self {
            Self::Other => say!(lang, "`{shown}` không phải ngày", "`{shown}` is no date"),
            Self::Ambiguous => say!(
                lang,
                "`{shown}`: chưa rõ ngày trước hay tháng trước; ghi đủ hai chữ số, hoặc thêm --day-first",
                "`{shown}`: day first or month first? write two digits each, or add --day-first"
            ),
            Self::ShortYear => {
                say!(lang, "`{shown}`: năm ghi hai chữ số; ghi đủ bốn", "`{shown}`: the year needs its four digits")
            }
            Self::NotWhole => {
                say!(lang, "`{shown}`: cần cả ngày, tháng và năm", "`{shown}`: a whole day is needed")
            }
        }
    }
}

/// A year, or a day as Excel counts it where its cell has no form of a date. Any other number is none.
fn whole(number: i64) -> Result<PartialDate, NoDate> {
    // 05/03/1905 to 31/12/2050: years, as numbers, are far from it.
    const DAYS: std::ops::RangeInclusive<i64> = 7_000..=55_152;
    match (u32::try_from(number), i32::try_from(number)) {
        (Ok(days), _) if DAYS.contains(&number) => {
            Ok(PartialDate::Day(crate::date::plus_days(ymd(1899, 12, 30), days)))
        }
        (_, Ok(year)) if (1900..=2100).contains(&year) => Ok(PartialDate::Year(year)),
        _ => Err(NoDate::Other),
    }
}

/// Without the apostrophe that keeps a spreadsheet from reading a number, and without `ngày` before it.
fn bare(text: &str) -> &str {
    let text = text.trim().trim_start_matches('\'').trim();
    let rest = text.strip_prefix("ngày").or_else(|| text.strip_prefix("Ngày"));
    rest.unwrap_or(text).trim()
}

/// `19 tháng 5 năm 1985`, `tháng 5 năm 1985`, `năm 1985`.
fn in_words(text: &str) -> Option<PartialDate> {
    let key = super::column::key(text);
    let (before, year) = key.rsplit_once("nam ")?;
    let year = digits(year.trim()).filter(|year| (1900..=2100).contains(year))?;
    let before = before.trim();
    if before.is_empty() {
        return Some(PartialDate::Year(year));
    }
    let (day, month) = before.split_once("thang ")?;
    let month = digits(month.trim())?.cast_unsigned();
    match day.trim() {
        "" => Month::new(year, month).map(PartialDate::Month),
        day => Date::from_ymd_opt(year, month, digits(day)?.cast_unsigned()).map(PartialDate::Day),
    }
}

/// Three numbers between slashes, dashes or points, each with how many digits it has.
fn parts(text: &str) -> Option<[(i32, usize); 3]> {
    let mut parts = text.split(['/', '-', '.']).map(str::trim);
    let mut part = || parts.next().and_then(|part| Some((digits(part)?, part.len())));
    let three = [part()?, part()?, part()?];
    (parts.next().is_none() && three[0].1 <= 2 && three[1].1 <= 2).then_some(three)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str, dates: Dates) -> Result<PartialDate, NoDate> {
        dates.partial(&Cell::Text(text.to_owned()))
    }

    #[test]
    fn a_date_is_taken_in_each_way_of_writing_it() {
        let day = PartialDate::Day(ymd(1985, 5, 19));
        for written in [
            "19/5/1985",
            "19/05/1985",
            "19-5-1985",
            "19.05.1985",
            "1985-05-19",
            "'19/5/1985",
            "ngày 19/5/1985",
            "19 tháng 5 năm 1985",
            "31186",
        ] {
            assert_eq!(text(written, Dates::default()), Ok(day), "{written}");
        }
        assert_eq!(Dates::default().partial(&Cell::Whole(31186)), Ok(day));
        assert_eq!(text("1985", Dates::default()), Ok(PartialDate::Year(1985)));
        assert_eq!(text("5/1985", Dates::default()), Ok(PartialDate::Month(Month { year: 1985, month: 5 })));
        assert_eq!(text("năm 1985", Dates::default()), Ok(PartialDate::Year(1985)));
    }

    #[test]
    fn what_is_not_sure_is_no_date() {
        assert_eq!(text("3/5/2018", Dates::default()), Err(NoDate::Ambiguous));
        assert_eq!(
            text("3/5/2018", Dates { day_first: true, condemned: false }),
            Ok(PartialDate::Day(ymd(2018, 5, 3)))
        );
        assert_eq!(text("03/05/2018", Dates { day_first: true, condemned: true }), Err(NoDate::Ambiguous));
        assert_eq!(text("19/5/85", Dates::default()), Err(NoDate::ShortYear));
        for wrong in ["30/2/2018", "x", "12", "0", "5/13", "1985-13-01", "19/5"] {
            assert_eq!(text(wrong, Dates::default()), Err(NoDate::Other), "{wrong}");
        }
        assert_eq!(Dates::default().day(&Cell::Whole(1985)), Err(NoDate::NotWhole));
    }
}
