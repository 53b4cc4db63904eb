//! Why a reader refused a value: serde's error type, kept as data until its place and key are known.

use std::fmt;

use serde::de::{Error, Expected, Unexpected};

use crate::lang::{Lang, Words};

#[derive(Debug)]
pub(crate) enum Refusal {
    /// The value holds mistakes that have been reported in their own places.
    Reported,
    /// A date of which the file does not tell the day from the month.
    Ambiguous,
    /// Not a word of the vocabulary.
    Word { word: String, accepted: &'static [&'static str] },
    /// Of another type or form; `wants` is a phrase of `expected`.
    Value { wants: String },
}

impl std::error::Error for Refusal {}

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{self:?}")
    }
}

impl Error for Refusal {
    fn custom<T: fmt::Display>(message: T) -> Self {
        match message.to_string().as_str() {
            "reported" => Self::Reported,
            "ambiguous" => Self::Ambiguous,
            wants => Self::Value { wants: wants.to_owned() },
        }
    }

    fn invalid_type(_: Unexpected<'_>, wants: &dyn Expected) -> Self {
        Self::Value { wants: wants.to_string() }
    }

    fn invalid_value(_: Unexpected<'_>, wants: &dyn Expected) -> Self {
        Self::Value { wants: wants.to_string() }
    }

    fn unknown_variant(word: &str, accepted: &'static [&'static str]) -> Self {
        Self::Word { word: word.to_owned(), accepted }
    }
}

/// What each phrase of a visitor's `expecting` is in both languages.
#[rustfmt::skip]
const PHRASES: &[(&str, Words)] = &[
    ("date", Words::new("một ngày, viết 2018-03-05 (không có ngoặc kép)", "a date, written 2018-03-05 (without quotes)")),
    ("date cell", Words::new("một ngày, viết 2018-03-05 hoặc 05/03/2018", "a date, written 2018-03-05 or 05/03/2018")),
    ("partial date", Words::new("một ngày (2018-03-05 hoặc 05/03/2018), một tháng (1985-06) hoặc một năm (1985)", "a date (2018-03-05 or 05/03/2018), a month (1985-06) or a year (1985)")),
    ("month", Words::new("một tháng, viết 2018-03 hoặc 3/2018", "a month, written 2018-03 or 3/2018")),
    ("time", Words::new("một giờ, viết 19:30:00 (không có ngoặc kép)", "a time, written 19:30:00 (without quotes)")),
    ("text", Words::new("một đoạn chữ trong ngoặc kép", "text in quotes")),
    ("id", Words::new("một mã như `dv07`: một chữ cái, rồi chữ cái không dấu, chữ số, gạch nối", "an id such as `dv07`: a letter of A–Z, then such letters, digits, dashes")),
    ("cell/member", Words::new("chi bộ và đảng viên, viết `chi-bo-thon-1/dv01`", "a cell and a member, written `chi-bo-thon-1/dv01`")),
    ("part", Words::new("một đoạn chữ, hoặc true (có làm), false (không làm)", "text, or true (held), false (not held)")),
    ("yes", Words::new("yes (có) hoặc no (không)", "yes or no")),
    ("month and day", Words::new("tháng và ngày trong năm, viết \"12-31\"", "a day of the year, written \"12-31\"")),
    ("percent", Words::new("một số phần trăm nguyên từ 0 đến 100", "a whole percentage from 0 to 100")),
    ("u32", Words::new("một số nguyên không âm", "a whole number, not negative")),
    ("u8", Words::new("một số nguyên từ 0 đến 255", "a whole number from 0 to 255")),
    ("i32", Words::new("một số nguyên", "a whole number")),
    ("a boolean", Words::new("true hoặc false", "true or false")),
    ("a sequence", Words::new("một danh sách: các giá trị trong [ ], hoặc các bảng có tên trong [[ ]]", "a list: values in [ ], or tables named in [[ ]]")),
    ("table", Words::new("một bảng gồm các khóa", "a table of keys")),
];

/// The phrase in a language; a phrase that nobody listed is shown as it is.
pub(crate) fn expected(phrase: &str, lang: Lang) -> String {
    let known = PHRASES.iter().find(|(known, _)| *known == phrase);
    debug_assert!(known.is_some(), "no words for {phrase}");
    known.map_or_else(|| phrase.to_owned(), |(_, words)| words.of(lang).to_owned())
}
