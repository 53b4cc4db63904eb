//! What one row of a summary says.

use crate::{
    command::import::members::{is_blank, within},
    date::{self, Date},
    import::{
        column::Column,
        table::{Row, Table, kind},
    },
    lang::{Lang, say},
    records::meeting::Kind,
    sheet_file,
};

/// The keys of `[counts]` with the columns that say them.
const KEYS: [(&str, Column); 7] = [
    ("expected", Column::Expected),
    ("total", Column::Total),
    ("exempt", Column::Exempt),
    ("away", Column::Away),
    ("present", Column::Present),
    ("excused", Column::Excused),
    ("unexcused", Column::Unexcused),
];

/// A row that is a meeting's totals.
pub(super) struct Read {
    pub(super) row: Row,
    /// The cell by its words; empty where the table has no such column.
    pub(super) cell: String,
    pub(super) day: Date,
    pub(super) kind: Kind,
    pub(super) counts: Vec<(&'static str, u32)>,
}

impl Read {
    pub(super) fn of(found: &Table<'_>, row: Row, other_kind: Option<Kind>, lang: Lang) -> Result<Self, String> {
        let missing = || say!(lang, "thiếu ngày họp", "the day of the meeting is missing");
        let day = within(found.dates, found.cell(row, Column::Date).ok_or_else(missing)?, lang)?;
        let said = found.text(row, Column::Kind);
        let kind = if said.is_empty() {
            other_kind.unwrap_or(Kind::Regular)
        } else {
            kind(&said).ok_or_else(|| say!(lang, "không rõ loại họp `{said}`", "the kind `{said}` is not known"))?
        };
        let mut counts = Vec::new();
        for (name, column) in KEYS {
            if let Some(cell) = found.cell(row, column).filter(|cell| !is_blank(cell)) {
                counts.push((
                    name,
                    count(cell).ok_or_else(|| {
                        let (heading, shown) = (column_words(found, column), cell.show(lang));
                        say!(
                            lang,
                            "cột {heading}: `{shown}` không phải số người",
                            "column {heading}: `{shown}` is no number of people"
                        )
                    })?,
                ));
            }
        }
        let of = |name: &str| counts.iter().find(|(key, _)| *key == name).map(|(_, count)| u64::from(*count));
        let present =
            of("present").ok_or_else(|| say!(lang, "thiếu số có mặt", "the number of those present is missing"))?;
        let (exempt, away) = (of("exempt").unwrap_or(0), of("away").unwrap_or(0));
        let others = exempt + away;
        let says_why = of("exempt").or(of("away")).is_some();
        let expected = match (of("expected"), of("total")) {
            (Some(expected), Some(total)) if expected + others != total && (says_why || expected > total) => {
                return Err(say!(
                    lang,
                    "không khớp: tổng số {total} - miễn {exempt} - đi nơi khác {away} khác phải dự {expected}",
                    "it does not add up: {total} in all, {exempt} exempt, {away} away, {expected} expected"
                ));
            }
            (Some(expected), _) => expected,
            (None, Some(total)) => total.checked_sub(others).ok_or_else(|| {
                say!(lang, "số miễn và đi xa nhiều hơn tổng số", "more are exempt and away than there are")
            })?,
            (None, None) => {
                return Err(say!(
                    lang,
                    "cần số phải dự, hoặc tổng số đảng viên",
                    "the number of those expected, or of all members, is needed"
                ));
            }
        };
        if present > expected {
            return Err(say!(
                lang,
                "có mặt {present} nhiều hơn phải dự {expected}",
                "{present} present of {expected} expected"
            ));
        }
        let absent = found.cell(row, Column::Absent).and_then(count).map(u64::from);
        let apart = of("excused").zip(of("unexcused")).map(|(excused, unexcused)| excused + unexcused);
        if let Some(absent) = absent.or(apart).filter(|absent| present + absent != expected) {
            return Err(say!(
                lang,
                "không khớp: có mặt {present} + vắng {absent} khác phải dự {expected}",
                "it does not add up: {present} present and {absent} absent are not {expected} expected"
            ));
        }
        // Who of all was not expected has no column: the meeting rests on those who were.
        if of("total").is_some_and(|total| total != expected + others) {
            counts.retain(|(key, _)| *key != "total");
        }
        Ok(Self { row, cell: found.text(row, Column::Cell), day, kind, counts })
    }
}

fn column_words<'f>(found: &'f Table<'_>, column: Column) -> &'f str {
    found.column(column).map_or("", |number| found.heading(number))
}

/// A number of people, written as a number or as a text.
fn count(cell: &sheet_file::Cell) -> Option<u32> {
    match cell {
        sheet_file::Cell::Whole(number) => u32::try_from(*number).ok(),
        sheet_file::Cell::Text(text) => date::digits(text.trim_start_matches('\''))?.try_into().ok(),
        _ => None,
    }
}
