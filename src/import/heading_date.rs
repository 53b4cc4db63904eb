//! The heading of a column of marks: the day of a meeting, or at least its month, and its kind.

use super::{column::key, dates::Dates};
use crate::{
    date::{self, Date, Month, PartialDate, digits},
    lang::Lang,
    records::meeting::Kind,
    sheet_file::Cell,
};

/// When the meeting of a column was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    Day(Date),
    Month(Month),
}

/// The meeting of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Heading {
    pub(crate) when: When,
    /// Absent where the heading does not say it.
    pub(crate) kind: Option<Kind>,
}

impl Heading {
    /// As it can be read again.
    pub(super) fn show(self, lang: Lang) -> String {
        use crate::parse::Vocabulary;
        let when = match self.when {
            When::Day(day) => date::show(day, lang),
            When::Month(month) => month.show(lang),
        };
        self.kind.map_or_else(|| when.clone(), |kind| format!("{when} {}", kind.label().vi))
    }
}

/// The words for kinds, before those that they begin with.
const KINDS: [(&str, Kind); 9] = [
    ("ket hop", Kind::Combined),
    ("chuyen de", Kind::Thematic),
    ("cd", Kind::Thematic),
    ("bat thuong", Kind::Extraordinary),
    ("chi uy", Kind::Committee),
    ("dai hoi", Kind::Congress),
    ("kiem diem", Kind::Review),
    ("thuong ky", Kind::Regular),
    ("tk", Kind::Regular),
];

/// Words that may stand beside a date.
const BESIDE: [&str; 14] =
    ["ngay", "thang", "nam", "hop", "ky", "phien", "buoi", "lan", "cuoc", "dinh", "thu", "cn", "quy", "t"];

/// A kind as it is written: the register's own word, or the usual one.
pub(crate) fn kind(text: &str) -> Option<Kind> {
    let key = key(text);
    let has = |words: &str| format!(" {key} ").contains(&format!(" {words} "));
    Kind::from_word(text.trim()).or_else(|| KINDS.iter().find(|(words, _)| has(words)).map(|(_, kind)| *kind))
}

/// What the cells of a heading, from above, say; nothing where they are no date.
pub(super) fn read(cells: &[&Cell], year: Option<i32>, dates: Dates) -> Option<Heading> {
    let texts: Vec<String> = cells.iter().filter_map(|cell| text(cell)).collect();
    let kind = texts.iter().find_map(|text| kind(text));
    let mut key = key(&texts.join(" "));
    for words in KINDS.into_iter().map(|(words, _)| words).chain(["sinh hoat"]) {
        key = format!(" {key} ").replace(&format!(" {words} "), " ").trim().to_owned();
    }
    // Nothing but a date may be left of it.
    let is_beside = |word: &str| BESIDE.contains(&word) || month_word(word).is_some() || digits(word).is_some();
    if !key.split_whitespace().all(is_beside) {
        return None;
    }
    if let Some(day) = cells.iter().find_map(|cell| if let Cell::Day(day) = cell { Some(*day) } else { None }) {
        return Some(Heading { when: When::Day(day), kind });
    }
    when(&texts, &key, year, dates).map(|when| Heading { when, kind })
}

fn text(cell: &Cell) -> Option<String> {
    match cell {
        Cell::Text(text) => Some(text.clone()),
        Cell::Whole(number) => Some(number.to_string()),
        Cell::Day(_) | Cell::Decimal(_) | Cell::Truth(_) | Cell::Error(_) => None,
    }
}

/// `t3`.
fn month_word(word: &str) -> Option<u32> {
    digits(word.strip_prefix('t')?).map(i32::cast_unsigned).filter(|month| (1..=12).contains(month))
}

fn when(texts: &[String], key: &str, year: Option<i32>, dates: Dates) -> Option<When> {
    // A date in one of the cells, with words or lines around it.
    for word in
        texts.iter().flat_map(|text| text.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ',' | ';')))
    {
        match dates.partial(&Cell::Text(word.to_owned())) {
            Ok(PartialDate::Day(day)) => return Some(When::Day(day)),
            Ok(PartialDate::Month(month)) if texts.len() == 1 && key.split(' ').count() <= 3 => {
                return Some(When::Month(month));
            }
            // A date that is not sure is none of this year either.
            Err(super::dates::NoDate::Ambiguous | super::dates::NoDate::ShortYear) => return None,
            _ => {}
        }
        if let Some((first, second)) = word.split_once('/')
            && let (Some(day), Some(month), Some(year)) = (digits(first), digits(second), year)
            && (day > 12 || dates.is_day_first() || first.len() == 2 && second.len() == 2 || stands_below(month, key))
        {
            return Date::from_ymd_opt(year, month.cast_unsigned(), day.cast_unsigned()).map(When::Day);
        }
    }
    in_words(key, year)
}

/// `4/1` below `Tháng 1` is the fourth of January.
fn stands_below(month: i32, key: &str) -> bool {
    key.strip_prefix("thang ").and_then(|rest| digits(rest.split(' ').next()?)) == Some(month)
}

/// `Tháng 3` above `5`, `ngày 5 tháng 3`, `T3`.
fn in_words(key: &str, year: Option<i32>) -> Option<When> {
    let (mut month, mut said_year, mut others) = (None, None, Vec::new());
    let mut words = key.split(' ').peekable();
    while let Some(word) = words.next() {
        let mut next = || words.next_if(|next| digits(next).is_some()).and_then(digits);
        match word {
            "thang" | "t" => month = next().map(i32::cast_unsigned).or(month),
            "nam" => said_year = next().or(said_year),
            // The third time, or the first quarter, is no day.
            "lan" | "buoi" | "ky" | "quy" | "thu" => drop(next()),
            word if month_word(word).is_some() => month = month_word(word),
            word => others.extend(digits(word)),
        }
    }
    if let Some(last) = others.last().copied().filter(|last| (1900..=2100).contains(last)) {
        said_year = Some(last);
        others.pop();
    }
    let month = Month::new(said_year.or(year)?, month?)?;
    match others.as_slice() {
        [] => Some(When::Month(month)),
        [day] => Date::from_ymd_opt(month.year, month.month, day.cast_unsigned()).map(When::Day),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::ymd;

    fn of(texts: &[&str]) -> Option<Heading> {
        let cells: Vec<Cell> = texts.iter().map(|text| Cell::Text((*text).to_owned())).collect();
        read(&cells.iter().collect::<Vec<_>>(), Some(2018), Dates::default())
    }

    #[test]
    fn a_heading_is_a_day_in_each_way_of_writing_it() {
        let day = When::Day(ymd(2018, 3, 5));
        for texts in [
            &["05/03/2018"][..],
            &["05/03"],
            &["Tháng 3", "5"],
            &["Tháng 3", "ngày 5"],
            &["T3", "05"],
            &["Ngày 5 tháng 3"],
            &["Tháng 3", "5/3"],
            &["5 tháng 3 năm 2018"],
            &["Họp thường kỳ\n05/03/2018"],
        ] {
            assert_eq!(of(texts).map(|heading| heading.when), Some(day), "{texts:?}");
        }
        let shown = of(&["Chuyên đề", "20/03"]).map(|heading| heading.show(Lang::Vi));
        assert_eq!(of(&[&shown.unwrap_or_default()]), of(&["Chuyên đề", "20/03"]));
        assert_eq!(of(&["Chuyên đề", "20/03"]).and_then(|heading| heading.kind), Some(Kind::Thematic));
        let march = When::Month(Month { year: 2018, month: 3 });
        for texts in [&["Tháng 3"][..], &["T3"], &["3/2018"], &["Tháng 3 năm 2018"]] {
            assert_eq!(of(texts).map(|heading| heading.when), Some(march), "{texts:?}");
        }
    }

    #[test]
    fn what_is_no_day_is_none() {
        for texts in [
            &["Lần 3"][..],
            &["3/5"],
            &["5"],
            &["Ngày sinh 05/03/1950"],
            &["Tổng số"],
            &["%"],
            &["31/02"],
            &["Tháng 5", "5/3"],
        ] {
            assert_eq!(of(texts), None, "{texts:?}");
        }
    }
}
