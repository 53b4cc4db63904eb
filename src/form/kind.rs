//! What a box of a form takes: how a record's value is shown in it, and what is read back.
//!
//! Between the two stands the plain value: a date in ISO form, a time as `19:30:00`, a word as records write it, a text
//! in normal form with `\n` between its lines. An empty one says nothing.

use crate::{
    date::{self, Date, Month, digits, parse_iso, ymd},
    form::list::List,
    lang::{Lang, Words, say},
    parse::Id,
    sheet_file::Cell,
    text::{fold, nfc},
};

/// What a box takes.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    Text,
    /// A part of the content: a text, `true` (held; the paper book has the text) or `false`.
    Part,
    Date,
    Time,
    Month,
    Count,
    /// 1 to 4.
    Quarter,
    /// `true` or `false`.
    Bool,
    /// `yes` or `no`, as CSV has it.
    YesNo,
    Word(&'static List),
    /// The id of a member of the cell.
    Member,
    /// The id of a village head or deputy.
    Official,
    /// The number of a meeting in the form.
    Meeting,
}

/// What stands in a box.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Shown {
    Nothing,
    Text(String),
    Day(Date),
    /// Seconds of the day.
    Time(u32),
    Number(u32),
}

pub(crate) const YES: Words = Words::new("có", "yes");
pub(crate) const NO: Words = Words::new("không", "no");
/// A part whose text is in the paper book.
pub(crate) const HELD: Words = Words::new("có, xem sổ giấy", "held, see the paper book");
pub(crate) const NOT_HELD: Words = Words::new("không làm", "not held");

impl Kind {
    /// The plain value of what a record says.
    pub(crate) fn plain(self, raw: &str) -> String {
        let text = bare(raw);
        match self {
            Self::Month => Month::parse(&text).map_or(text, Month::iso),
            Self::Part if text.is_empty() => "false".to_owned(),
            _ => text,
        }
    }

    /// `of_id` gives the name of a person, where it is to be shown.
    pub(crate) fn shown<'n>(self, value: &str, lang: Lang, of_id: impl Fn(&str) -> Option<&'n str>) -> Shown {
        let words = |words: Words| Some(Shown::Text(words.of(lang).to_owned()));
        let told = match self {
            _ if value.is_empty() => Some(Shown::Nothing),
            Self::Text => None,
            Self::Part => match value {
                "true" => words(HELD),
                "false" => words(NOT_HELD),
                _ => None,
            },
            Self::Date => parse_iso(value).map(Shown::Day),
            Self::Time => seconds(value).map(Shown::Time),
            // With a letter in front no spreadsheet makes a day of it.
            Self::Month => Month::parse(value).map(|month| Shown::Text(format!("T{}/{}", month.month, month.year))),
            Self::Count | Self::Quarter | Self::Meeting => value.parse().ok().map(Shown::Number),
            Self::Bool | Self::YesNo => match value {
                "true" | "yes" => words(YES),
                "false" | "no" => words(NO),
                _ => None,
            },
            Self::Word(list) => list.shown(value, lang).map(|label| Shown::Text(label.to_owned())),
            Self::Member | Self::Official => of_id(value).map(|name| Shown::Text(format!("{value} – {name}"))),
        };
        told.unwrap_or_else(|| Shown::Text(value.to_owned()))
    }

    /// The plain value of what somebody wrote; else what the box takes.
    pub(crate) fn read(self, cell: &Cell, lang: Lang) -> Result<String, String> {
        if let Cell::Error(_) = cell {
            return Err(say!(
                lang,
                "công thức trong ô bị lỗi; ghi thẳng giá trị",
                "its formula failed; write the value itself"
            ));
        }
        let text = bare(&cell.show(lang));
        if text.is_empty() {
            return Ok(text);
        }
        self.meant(cell, &text).ok_or_else(|| self.wants(lang))
    }

    fn meant(self, cell: &Cell, text: &str) -> Option<String> {
        let is = |words: Words| fold(text) == fold(words.vi) || fold(text) == fold(words.en);
        let number = |count: Option<u32>| count.map(|count| count.to_string());
        match self {
            Self::Text => Some(text.to_owned()),
            Self::Part if is(HELD) || text == "true" => Some("true".to_owned()),
            Self::Part if is(NOT_HELD) || text == "false" => Some("false".to_owned()),
            Self::Part => Some(text.to_owned()),
            Self::Date => day_of(cell).map(|day| day.format("%Y-%m-%d").to_string()),
            Self::Time => match seconds_of(cell) {
                Some(seconds) => Some(clock(seconds)),
                None => crate::cli::time(text, Lang::Vi).ok(),
            },
            Self::Month => match cell {
                // A spreadsheet that has been told `3/2018` makes its first day of it.
                Cell::Day(day) => Some(Month::of(*day).iso()),
                _ => Month::parse(text).map(Month::iso),
            },
            Self::Count => number(count_of(cell)),
            Self::Quarter => number(count_of(cell).filter(|count| (1..=4).contains(count))),
            Self::Meeting => number(count_of(cell).filter(|count| *count > 0)),
            Self::Bool => yes(cell, text, is).map(|yes| yes.to_string()),
            Self::YesNo => yes(cell, text, is).map(|yes| if yes { "yes" } else { "no" }.to_owned()),
            Self::Word(list) => list.meant(text).map(str::to_owned),
            // A name may stand behind the id.
            Self::Member | Self::Official => {
                text.split_whitespace().next().filter(|id| Id::is_one(id)).map(str::to_owned)
            }
        }
    }

    fn wants(self, lang: Lang) -> String {
        match self {
            // Neither refuses anything.
            Self::Text | Self::Part => String::new(),
            Self::Date => say!(
                lang,
                "ghi một ngày có trên lịch, dạng 05/03/2018 (ngày/tháng/năm)",
                "write a day of the calendar as 05/03/2018 (day/month/year)"
            ),
            Self::Time => say!(lang, "ghi giờ dạng 19:30 hoặc 19h30", "write a time as 19:30 or 19h30"),
            Self::Month => say!(lang, "ghi tháng dạng T3/2018", "write a month as T3/2018"),
            Self::Count => say!(lang, "ghi một số nguyên, không âm", "write a whole number, zero or more"),
            Self::Quarter => say!(lang, "ghi 1, 2, 3 hoặc 4", "write 1, 2, 3 or 4"),
            Self::Bool | Self::YesNo => say!(lang, "chọn có hoặc không", "choose yes or no"),
            Self::Word(list) => {
                let words: Vec<String> = (list.all)()
                    .into_iter()
                    .map(|(word, label)| match list.bare {
                        true => format!("{word} {}", label.of(lang)),
                        false => label.of(lang).to_owned(),
                    })
                    .collect();
                let words = words.join("; ");
                say!(lang, "chọn trong danh sách của ô: {words}", "choose from the box's list: {words}")
            }
            Self::Member => say!(
                lang,
                "chọn trong danh sách của ô, hoặc ghi mã đảng viên như dv01",
                "choose from the box's list, or write a member's id such as dv01"
            ),
            Self::Official => say!(
                lang,
                "chọn trong danh sách của ô, hoặc ghi mã như tt01",
                "choose from the box's list, or write an id such as tt01"
            ),
            Self::Meeting => say!(
                lang,
                "ghi số của cuộc họp, như ở trang Điểm danh",
                "write the meeting's number, as the roll call has it"
            ),
        }
    }
}

/// Normal form C, `\n` between lines, and without the blanks around it that no one sees.
fn bare(text: &str) -> String {
    let blank = |c: char| c.is_whitespace() || matches!(c, '\u{200B}' | '\u{FEFF}');
    nfc(text.trim_matches(blank)).replace("\r\n", "\n").replace('\r', "\n")
}

fn yes(cell: &Cell, text: &str, is: impl Fn(Words) -> bool) -> Option<bool> {
    match cell {
        Cell::Truth(yes) => Some(*yes),
        _ if is(YES) || text == "true" => Some(true),
        _ if is(NO) || text == "false" => Some(false),
        _ => None,
    }
}

/// Serial numbers of the days that a date of a record can be: 1901 to 2099.
const DAYS: std::ops::Range<i64> = 367..73_051;

/// A number may be a day whose format was lost.
fn day_of(cell: &Cell) -> Option<Date> {
    match cell {
        Cell::Day(day) => Some(*day),
        Cell::Whole(number) if DAYS.contains(number) => {
            u32::try_from(*number).ok().map(|days| date::plus_days(ymd(1899, 12, 30), days))
        }
        Cell::Text(text) => day(text),
        _ => None,
    }
}

/// A time of day is a part of a day to a spreadsheet.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a part of a day, in seconds")]
fn seconds_of(cell: &Cell) -> Option<u32> {
    match cell {
        Cell::Whole(0) => Some(0),
        Cell::Decimal(part) => {
            let part: f64 = part.parse().ok().filter(|part| (0.0..1.0).contains(part))?;
            Some((part * 86_400.0).round() as u32 % 86_400)
        }
        _ => None,
    }
}

fn count_of(cell: &Cell) -> Option<u32> {
    match cell {
        Cell::Whole(number) => u32::try_from(*number).ok(),
        Cell::Text(text) => digits(text.trim()).and_then(|number| u32::try_from(number).ok()),
        _ => None,
    }
}

/// A day as a box of text may have it: the day always comes first, as the form says.
fn day(text: &str) -> Option<Date> {
    let parts: Vec<&str> = text.split(['/', '.', '-']).map(str::trim).collect();
    match parts[..] {
        [day, month, year] if year.len() == 4 && day.len() <= 2 && month.len() <= 2 => {
            parse_iso(&format!("{year}-{month:0>2}-{day:0>2}"))
        }
        _ => parse_iso(text),
    }
}

fn seconds(time: &str) -> Option<u32> {
    let mut parts = time.split(':').map(|part| digits(part.split('.').next().unwrap_or_default()));
    let (hour, minute, second) = (parts.next()??, parts.next()??, parts.next()??);
    u32::try_from(hour * 3600 + minute * 60 + second).ok()
}

fn clock(seconds: u32) -> String {
    format!("{:02}:{:02}:{:02}", seconds / 3600 % 24, seconds / 60 % 60, seconds % 60)
}

/// What a plain value is called in a message.
pub(crate) fn said(kind: Kind, value: &str, lang: Lang) -> String {
    match kind.shown(value, lang, |_| None) {
        Shown::Nothing => say!(lang, "(trống)", "(empty)"),
        Shown::Text(text) => crate::text::shorten(&text, 40),
        Shown::Day(day) => date::show(day, lang),
        Shown::Time(seconds) => clock(seconds).get(..5).unwrap_or_default().to_owned(),
        Shown::Number(number) => number.to_string(),
    }
}

#[cfg(test)]
mod tests;
