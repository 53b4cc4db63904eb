//! A table: its heading and the rows below it that are of somebody or something.

use std::collections::BTreeMap;

use super::{
    What,
    column::{self, Column},
    dates::Dates,
    header::{self, Header},
    heading_date::Heading,
};
use crate::{
    date::digits,
    lang::{Lang, say},
    sheet_file::{Cell, Grid, Origin},
    text::fold,
};

pub(crate) use super::heading_date::{Heading as Meeting, When, kind};

/// Rows after one another that hold nothing end a table.
const GAP: u32 = 30;

/// A table in a sheet.
#[derive(Clone, Debug)]
pub(crate) struct Table<'g> {
    grid: &'g Grid,
    header: Header,
    pub(crate) dates: Dates,
    pub(crate) rows: Vec<Row>,
    /// Rows that hold something and are of nobody: titles inside the table, sums, signatures; from 0.
    pub(crate) passed_over: Vec<u32>,
}

/// A row, or several where each person has more than one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// From 0.
    pub(crate) first: u32,
    pub(crate) last: u32,
}

impl<'g> Table<'g> {
    /// The table of a sheet; nothing where there is none of this kind.
    pub(crate) fn find(grid: &'g Grid, what: What, year: Option<i32>, day_first: bool) -> Option<Self> {
        let dates = Dates::of(grid, day_first);
        let header = header::find(grid, what, year, dates)?;
        let mut table = Self { grid, header, dates, rows: Vec::new(), passed_over: Vec::new() };
        table.find_rows(what);
        Some(table)
    }

    fn find_rows(&mut self, what: What) {
        let mut empty = 0;
        // From one that all the rest have, people are told from what stands below them.
        let numbered = self.is_numbered();
        for row in self.header.rows.1 + 1..self.grid.rows() {
            if self.grid.row(row).next().is_none() {
                empty += 1;
                if empty > GAP {
                    break;
                }
                continue;
            }
            empty = 0;
            match self.role(row, numbered, what) {
                Role::Row => self.rows.push(Row { first: row, last: row }),
                Role::GoesOn => match self.rows.last_mut() {
                    Some(above) if above.last + 1 == row => above.last = row,
                    _ => self.passed_over.push(row),
                },
                Role::PassedOver => self.passed_over.push(row),
                Role::Nothing => {}
            }
        }
    }

    fn is_numbered(&self) -> bool {
        let numbers = (self.header.rows.1 + 1..self.grid.rows()).filter(|row| self.has_number(*row));
        self.column(Column::Number).is_some() && numbers.take(1).count() > 0
    }

    fn has_number(&self, row: u32) -> bool {
        let cell = self.column(Column::Number).and_then(|column| self.grid.get(row, column));
        match cell {
            Some(Cell::Whole(number)) => *number > 0,
            Some(Cell::Text(text)) => {
                let digits = text.trim_start_matches('\'').trim_end_matches(['.', ')']);
                !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
            }
            _ => false,
        }
    }

    fn role(&self, row: u32, numbered: bool, what: What) -> Role {
        if self.repeats_heading(row) || self.counts_columns(row) {
            return Role::Nothing;
        }
        let has = |column: Column| !self.text(Row { first: row, last: row }, column).is_empty();
        let is_somebody = match what {
            What::Summary => has(Column::Cell) || has(Column::Date),
            What::Members | What::Attendance | What::Officials => has(Column::Id) || has(Column::Name),
        };
        let is_sum =
            self.grid.row(row).take(3).any(|(at, cell)| !self.header.meetings.contains_key(&at) && is_sum(cell));
        if numbered {
            return match (self.has_number(row), is_somebody) {
                (true, true) => Role::Row,
                // The number of a line that was left free.
                (true, false) => Role::Nothing,
                (false, _) if is_sum => Role::PassedOver,
                // Signatures stand apart; what goes on is right below, and says a day.
                (false, _) if self.says_a_date(row) => Role::GoesOn,
                (false, _) => Role::PassedOver,
            };
        }
        match is_somebody && !is_sum {
            true if what != What::Members || self.grid.row(row).count() > 1 => Role::Row,
            _ => Role::PassedOver,
        }
    }

    fn says_a_date(&self, row: u32) -> bool {
        let of_a_day = [Column::Admitted, Column::Official, Column::AdmittedAndOfficial, Column::From, Column::Until];
        let columns = self.header.columns.iter().filter(|(_, known)| of_a_day.contains(known));
        columns.filter_map(|(column, _)| self.grid.get(row, *column)).any(|cell| self.dates.partial(cell).is_ok())
    }

    /// On each printed page, for one.
    fn repeats_heading(&self, row: u32) -> bool {
        let (first, last) = self.header.rows;
        let texts: Vec<&Cell> =
            self.grid.row(row).map(|(_, cell)| cell).filter(|c| matches!(c, Cell::Text(_))).collect();
        texts.len() >= 2
            && (first..=last).any(|header| {
                let own: Vec<&Cell> = self.grid.row(header).map(|(_, cell)| cell).collect();
                texts.iter().all(|text| own.contains(text))
            })
    }

    /// `(1) (2) (3)` below the heading.
    fn counts_columns(&self, row: u32) -> bool {
        let numbers: Vec<Option<i64>> = self
            .grid
            .row(row)
            .map(|(_, cell)| match cell {
                Cell::Whole(number) => Some(*number),
                Cell::Text(text) => text.trim_matches(['(', ')']).parse().ok(),
                _ => None,
            })
            .collect();
        numbers.len() >= 3 && (1..).zip(&numbers).all(|(nth, number)| *number == Some(nth))
    }

    /// The number of a column; of one that there is more than once, the first.
    pub(crate) fn column(&self, column: Column) -> Option<u32> {
        self.header.columns.iter().find(|(_, known)| **known == column).map(|(number, _)| *number)
    }

    pub(crate) fn has(&self, column: Column) -> bool {
        self.column(column).is_some()
    }

    /// The first cell of a row's column that holds anything, from above.
    pub(crate) fn cell(&self, row: Row, column: Column) -> Option<&'g Cell> {
        self.at(row, self.column(column)?)
    }

    pub(crate) fn at(&self, row: Row, column: u32) -> Option<&'g Cell> {
        (row.first..=row.last).find_map(|row| self.grid.get(row, column))
    }

    /// Every line of a column, from above.
    pub(crate) fn lines(&self, row: Row, column: Column) -> Vec<&'g Cell> {
        let Some(column) = self.column(column) else { return Vec::new() };
        (row.first..=row.last).filter_map(|row| self.grid.get(row, column)).collect()
    }

    /// What a row's column says, in one line; a name in two columns is one. Empty where it says nothing.
    pub(crate) fn text(&self, row: Row, column: Column) -> String {
        let columns = self.header.columns.iter().filter(|(_, known)| **known == column).map(|(number, _)| *number);
        let columns = columns.take(if column == Column::Name { 2 } else { 1 });
        let parts: Vec<String> = columns
            .filter_map(|number| match self.at(row, number)? {
                // A second line of a name is the one of birth.
                Cell::Text(text) if column == Column::Name => text.lines().next().map(str::to_owned),
                cell => Some(cell.show(Lang::En)),
            })
            .collect();
        let joined = parts.join(" ");
        let words: Vec<&str> = joined.trim_start_matches('\'').split_whitespace().collect();
        words.join(" ")
    }

    /// The columns of marks.
    pub(crate) fn meetings(&self) -> impl Iterator<Item = (u32, Heading)> {
        self.header.meetings.iter().map(|(column, heading)| (*column, *heading))
    }

    /// The words of a column.
    pub(crate) fn heading(&self, column: u32) -> &str {
        self.header.words.get(&column).map_or("", String::as_str)
    }

    /// The headings of the columns that hold what the register keeps nowhere, and of those that are not understood.
    pub(crate) fn left_out(&self) -> (Vec<&str>, Vec<&str>) {
        let of = |wanted: fn(Option<&Column>) -> bool| {
            let columns = self.header.words.iter().filter(|(column, _)| {
                wanted(self.header.columns.get(column)) && !self.header.meetings.contains_key(column)
            });
            let mut words: Vec<&str> = columns.map(|(_, words)| words.as_str()).collect();
            words.dedup();
            words
        };
        (of(|known| known == Some(&Column::Personal)), of(|known| matches!(known, None | Some(Column::Role))))
    }

    /// `3/5` over a column, which is the third of May or the fifth of March.
    pub(crate) fn may_be_a_day(&self, heading: &str) -> bool {
        !self.header.meetings.is_empty()
            && heading.split_whitespace().any(|word| {
                let mut parts = word.split(['/', '-', '.']).map(digits);
                let small = |part: Option<Option<i32>>| matches!(part, Some(Some(1..=12)));
                small(parts.next()) && small(parts.next())
            })
    }

    /// The row as it stands, a text a column, as many as the sheet has.
    pub(crate) fn texts(&self, row: u32, lang: Lang) -> Vec<String> {
        (0..self.grid.columns())
            .map(|column| self.grid.get(row, column).map_or_else(String::new, |c| c.show(lang)))
            .collect()
    }

    /// The heading's words, a text a column; the days of meetings whole, for the year may stand in a title.
    pub(crate) fn headings(&self, lang: Lang) -> Vec<String> {
        let one = |column| match self.header.meetings.get(&column) {
            Some(meeting) => meeting.show(lang),
            None => self.heading(column).to_owned(),
        };
        (0..self.grid.columns()).map(one).collect()
    }

    /// Where rows stood in the file, where the table has been brought into another shape.
    pub(crate) fn origins(&self) -> &'g BTreeMap<u32, Origin> {
        &self.grid.origins
    }

    /// Where the heading stands, as people count.
    pub(crate) fn place(&self, lang: Lang) -> String {
        let origin = |row| self.grid.origin(row).show(lang);
        let (first, last) = (origin(self.header.rows.0), origin(self.header.rows.1));
        let name = &self.grid.name;
        let sheet =
            if name.is_empty() { String::new() } else { say!(lang, "trang tính `{name}`, ", "sheet `{name}`, ") };
        if first == last {
            say!(lang, "{sheet}dòng đầu bảng: {first}", "{sheet}heading: row {first}")
        } else {
            say!(lang, "{sheet}dòng đầu bảng: {first}–{last}", "{sheet}heading: rows {first}–{last}")
        }
    }
}

enum Role {
    Row,
    /// More of the row above.
    GoesOn,
    PassedOver,
    /// It says nothing that anyone misses.
    Nothing,
}

/// Words that begin a line of sums or remarks, and no name; the marks tell.
const OF_NOBODY: [&str; 14] = [
    "tổng",
    "cộng",
    "vắng",
    "có mặt",
    "có phép",
    "có lý do",
    "không phép",
    "không lý do",
    "số lượng",
    "tỷ lệ",
    "tỉ lệ",
    "ghi chú",
    "chủ trì",
    "nội dung",
];

/// `Tổng số: 25`, but not `Tống Văn Bình`.
pub(super) fn is_sum(cell: &Cell) -> bool {
    let Cell::Text(text) = cell else { return false };
    let (key, folded) = (column::key(text), fold(text));
    ["tong so", "tong cong", "total"].iter().any(|words| key.starts_with(words))
        || OF_NOBODY.iter().any(|words| {
            let rest = folded.strip_prefix(&fold(words));
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        })
}
