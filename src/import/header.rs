//! Where the heading of a table is: below titles, of one line or up to three, with cells that are merged.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    What,
    column::{self, Column},
    dates::Dates,
    heading_date::{self, Heading, When},
};
use crate::{
    date::digits,
    sheet_file::{Cell, Grid},
};

/// How far down a heading is looked for, and of how many lines it may be.
pub(super) const ROWS: u32 = 60;
pub(super) const LINES: u32 = 3;
/// No list has more columns than a year has meetings, many times over.
pub(super) const COLUMNS: u32 = 400;

/// A heading that was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Header {
    /// Its first row and its last.
    pub(super) rows: (u32, u32),
    pub(super) columns: BTreeMap<u32, Column>,
    pub(super) meetings: BTreeMap<u32, Heading>,
    /// The words of each column, in one line.
    pub(super) words: BTreeMap<u32, String>,
}

/// The heading that tells the most; nothing where none tells what is needed. `year` is that of days without one.
pub(super) fn find(grid: &Grid, what: What, year: Option<i32>, dates: Dates) -> Option<Header> {
    let mut best: Option<(usize, Header)> = None;
    for first in 0..grid.rows().min(ROWS) {
        if grid.row(first).next().is_none() {
            continue;
        }
        let year = year.or_else(|| year_above(grid, first));
        for last in first..(first + LINES).min(grid.rows()) {
            let header = read(grid, (first, last), what, year, dates);
            let score = header.score();
            if header.suffices(what) && best.as_ref().is_none_or(|(most, _)| score > *most) {
                best = Some((score, header));
            }
        }
    }
    best.map(|(_, header)| header)
}

impl Header {
    fn score(&self) -> usize {
        let known: BTreeSet<Column> = self.columns.values().copied().filter(|c| *c != Column::Personal).collect();
        // A month alone does not say when its meeting was.
        let days = self.meetings.values().filter(|heading| matches!(heading.when, When::Day(_))).count();
        known.len() * 2 + self.meetings.len() + days
    }

    fn suffices(&self, what: What) -> bool {
        let has = |column: Column| self.columns.values().any(|own| *own == column);
        let person = has(Column::Name) || has(Column::Id);
        match what {
            What::Members => {
                use Column::{Admitted, AdmittedAndOfficial, Died, From, Official, Until};
                person && [Admitted, AdmittedAndOfficial, Died, From, Official, Until].into_iter().any(has)
            }
            What::Attendance => person && !self.meetings.is_empty(),
            What::Officials => person && has(Column::Village) && has(Column::Post),
            What::Summary => has(Column::Date) && has(Column::Present),
        }
    }
}

fn read(grid: &Grid, rows: (u32, u32), what: What, year: Option<i32>, dates: Dates) -> Header {
    let mut header = Header { rows, ..Header::default() };
    let headings = (rows.0..=rows.1).flat_map(|row| grid.row(row)).map(|(_, cell)| cell);
    let dates = if what == What::Attendance { dates.proved_by(headings) } else { dates };
    for column in 0..grid.columns().min(COLUMNS) {
        let cells = cells(grid, rows, column);
        if cells.is_empty() {
            continue;
        }
        let words = cells.iter().map(|cell| cell.show(crate::lang::Lang::Vi)).collect::<Vec<_>>().join(" ");
        header.words.insert(column, words.split_whitespace().collect::<Vec<_>>().join(" "));
        if what == What::Attendance
            && let Some(heading) = heading_date::read(&cells, year, dates)
        {
            header.meetings.insert(column, heading);
        } else if let Some(known) = column::of(&words, what) {
            header.columns.insert(column, known);
        }
    }
    // One of a kind: a second column of names is another person's, unless it goes on where the first stops.
    let mut seen: BTreeMap<Column, (u32, String)> = BTreeMap::new();
    let words = &header.words;
    header.columns.retain(|column, known| {
        let own = words.get(column).cloned().unwrap_or_default();
        let name_goes_on = |(before, first): &(u32, String)| {
            *known == Column::Name && before + 1 == *column && (*first == own || is_part_of_name(first, &own))
        };
        let stays = seen.get(known).is_none_or(name_goes_on) || *known == Column::Personal;
        if stays {
            seen.insert(*known, (*column, own));
        }
        stays
    });
    header
}

/// `Họ đệm` beside `Tên`, or below a `Họ và tên` over both.
pub(super) fn is_part_of_name(before: &str, words: &str) -> bool {
    const PARTS: [&str; 5] = ["ten", "ho", "ho dem", "ho va dem", "ten dem"];
    let (before, own) = (column::key(before), column::key(words));
    let is_below = |part: &str| {
        let over = own.strip_suffix(part).filter(|over| over.ends_with(' '));
        over.is_some_and(|over| before.starts_with(over.trim_end()))
    };
    PARTS.contains(&own.as_str()) || PARTS.into_iter().any(is_below)
}

/// The cells of a heading's column from above, each of a merged area once.
pub(super) fn cells(grid: &Grid, (first, last): (u32, u32), column: u32) -> Vec<&Cell> {
    let mut cells: Vec<&Cell> = Vec::new();
    for row in first..=last {
        let above = || row < last && grid.merged.is_empty();
        let cell = grid.shown(row, column).or_else(|| if above() { from_left(grid, row, last, column) } else { None });
        if let Some(cell) = cell
            && !cells.last().is_some_and(|before| std::ptr::eq(*before, cell))
        {
            cells.push(cell);
        }
    }
    cells
}

/// Where merged areas are not known: a word over several columns stands in the first, and something below each of them.
fn from_left(grid: &Grid, row: u32, last: u32, column: u32) -> Option<&Cell> {
    let below = |column: u32| (row + 1..=last).any(|row| grid.get(row, column).is_some());
    (0..column).rev().take_while(|left| below(*left + 1)).find_map(|left| grid.get(row, left).filter(|_| below(left)))
}

/// `NĂM 2018` in a title above, or in the name of the sheet.
fn year_above(grid: &Grid, first: u32) -> Option<i32> {
    let titles = (0..first).flat_map(|row| grid.row(row)).filter_map(|(_, cell)| match cell {
        Cell::Text(text) => Some(text.as_str()),
        _ => None,
    });
    let years = titles.chain([grid.name.as_str()]).filter_map(|title| {
        let key = column::key(title);
        let mut words = key.split(' ').rev();
        words.find_map(|word| digits(word).filter(|year| (1990..=2100).contains(year)))
    });
    years.last()
}
