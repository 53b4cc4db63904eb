//! Tables of other programs, read: workbooks (xlsx, xls, ods) and delimited text, each as grids of typed cells with their
//! places. What a cell means is for whoever asked; nothing here knows a record.
//!
//! Files come from anywhere: sizes are bounded before anything is unpacked, and a reader that gives up on a broken file
//! is a `Fault`, never the end of the program.

mod delimited;
mod gate;
mod guard;
mod ole;
mod packed;
mod workbook;

use std::{collections::BTreeMap, fmt, path::Path};

use crate::{
    date::{self, Date},
    lang::{Lang, say},
};

/// A file over this size is no table that a clerk keeps.
pub(crate) const MAX_BYTES: u64 = 16 * 1024 * 1024;
/// How much a workbook may hold when it is unpacked.
const MAX_UNPACKED: u64 = 128 * 1024 * 1024;
/// How many cells may hold anything, in all sheets together.
const MAX_CELLS: usize = 500_000;
/// How many cells the area of a sheet may have, for readers that hold the whole of it.
const MAX_AREA: u64 = 4_000_000;

/// A file of tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Book {
    pub(crate) kind: BookKind,
    /// In the order of the file; the hidden ones too.
    pub(crate) grids: Vec<Grid>,
}

/// What a file is, by its content and not its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BookKind {
    Xlsx,
    Xls,
    Ods,
    /// Delimited text; `Bytes` says how its bytes were taken.
    Text(Bytes),
}

/// How the bytes of a text became letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bytes {
    Utf8,
    Utf16,
    /// Not UTF-8: each byte is the letter that Windows-1252 has for it, so that what was meant can still be found out.
    Single,
}

/// One sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Grid {
    /// Empty for a text.
    pub(crate) name: String,
    pub(crate) hidden: bool,
    cells: BTreeMap<Place, Cell>,
    width: u32,
    /// Areas of cells that are shown as one, near the top, where headings are; only the first cell of each holds
    /// anything. Not known of ods.
    pub(crate) merged: Vec<Area>,
    /// Where rows stood, for a sheet that has been brought into another shape.
    pub(crate) origins: BTreeMap<u32, Origin>,
}

/// Where a row came from, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    Row(u32),
    Column(u32),
}

/// A cell's place, from 0: row first, so that places sort as they are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub(crate) row: u32,
    pub(crate) column: u32,
}

/// From one cell to another, both among it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Area {
    pub(crate) first: Place,
    pub(crate) last: Place,
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Cell {
    /// In normal form C, without the spaces around it; never empty.
    Text(String),
    Whole(i64),
    /// A number that is not whole, as it would be written with a point.
    Decimal(String),
    Day(Date),
    Truth(bool),
    /// What the program could not compute, as it shows it: `#REF!`.
    Error(String),
}

/// Why a file gave no tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    TooLarge,
    /// A workbook that asks for a password.
    Locked,
    /// A page of a browser under the name of a workbook, as web programs export it.
    WebPage,
    /// No format that is known here, such as docx or pdf.
    Unknown,
    /// Its format is known and its content is broken; what the reader said of it.
    Broken(String),
}

/// Reads a file that has been read into memory.
pub(crate) fn read(bytes: &[u8]) -> Result<Book, Fault> {
    if bytes.len() as u64 > MAX_BYTES {
        return Err(Fault::TooLarge);
    }
    match bytes {
        [b'P', b'K', 3 | 5, ..] => packed::read(bytes),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => workbook::xls(bytes),
        _ if gate::is_web_page(bytes) => Err(Fault::WebPage),
        _ if gate::is_no_text(bytes) => Err(Fault::Unknown),
        _ => delimited::read(bytes),
    }
}

impl Grid {
    pub(crate) fn get(&self, row: u32, column: u32) -> Option<&Cell> {
        self.cells.get(&Place { row, column })
    }

    /// The cell that is shown at a place: of a merged area, its first.
    pub(crate) fn shown(&self, row: u32, column: u32) -> Option<&Cell> {
        let place = Place { row, column };
        let area = self.merged.iter().find(|area| area.holds(place));
        self.cells.get(&area.map_or(place, |area| area.first))
    }

    /// One more than the last row that holds anything.
    pub(crate) fn rows(&self) -> u32 {
        self.cells.last_key_value().map_or(0, |(place, _)| place.row + 1)
    }

    /// One more than the last column that holds anything.
    pub(crate) fn columns(&self) -> u32 {
        self.width
    }

    /// The cells of a row that hold anything, by column.
    pub(crate) fn row(&self, row: u32) -> impl Iterator<Item = (u32, &Cell)> {
        let from = Place { row, column: 0 };
        let until = Place { row, column: u32::MAX };
        self.cells.range(from..=until).map(|(place, cell)| (place.column, cell))
    }

    pub(crate) fn cells(&self) -> impl Iterator<Item = (Place, &Cell)> + Clone {
        self.cells.iter().map(|(place, cell)| (*place, cell))
    }

    /// Puts other letters in the place of those of every text.
    pub(crate) fn reword(&mut self, reword: impl Fn(&str) -> String) {
        for cell in self.cells.values_mut() {
            if let Cell::Text(text) = cell {
                *text = reword(text);
            }
        }
    }

    /// Where a row stands in the file.
    pub(crate) fn origin(&self, row: u32) -> Origin {
        self.origins.get(&row).copied().unwrap_or(Origin::Row(row))
    }

    pub(crate) fn put(&mut self, place: Place, cell: Cell) {
        self.width = self.width.max(place.column.saturating_add(1));
        self.cells.insert(place, cell);
    }
}

impl Area {
    pub(crate) fn holds(self, place: Place) -> bool {
        (self.first.row..=self.last.row).contains(&place.row)
            && (self.first.column..=self.last.column).contains(&place.column)
    }
}

impl Cell {
    /// A text, unless nothing is left of it without the spaces around it.
    pub(crate) fn text(text: &str) -> Option<Self> {
        // Spaces that no one sees: the hard one of web pages, the one without width.
        let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{A0}' | '\u{200B}' | '\u{FEFF}'));
        (!text.is_empty()).then(|| Self::Text(crate::text::nfc(text).into_owned()))
    }

    /// A number, whole where it is.
    fn number(number: f64) -> Self {
        if number.fract() == 0.0 && number.abs() < 1e15 {
            Self::Whole(number as i64)
        } else {
            Self::Decimal(number.to_string())
        }
    }

    /// As a reader of the file sees it; days as the language writes them.
    pub(crate) fn show(&self, lang: Lang) -> String {
        match self {
            Self::Text(text) | Self::Decimal(text) | Self::Error(text) => text.clone(),
            Self::Whole(number) => number.to_string(),
            Self::Day(day) => date::show(*day, lang),
            Self::Truth(true) => say!(lang, "ĐÚNG", "TRUE"),
            Self::Truth(false) => say!(lang, "SAI", "FALSE"),
        }
    }
}

impl Origin {
    /// A row's number as people count; a column with its word.
    pub(crate) fn show(self, lang: Lang) -> String {
        match self {
            Self::Row(row) => (row + 1).to_string(),
            Self::Column(column) => {
                let letters = letters(column);
                say!(lang, "cột {letters}", "column {letters}")
            }
        }
    }
}

/// As spreadsheets name columns.
fn letters(column: u32) -> String {
    let (mut letters, mut rest) = (Vec::new(), column + 1);
    while rest > 0 {
        letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or(0)));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// As spreadsheets name places: `B7`.
impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}{}", letters(self.column), self.row + 1)
    }
}

impl Fault {
    /// Why, and what to do, in one sentence behind the file's name.
    pub(crate) fn explain(&self, path: &Path, lang: Lang) -> String {
        let shown = path.display();
        let shown = crate::text::visible(&shown.to_string()).into_owned();
        match self {
            Self::TooLarge => say!(
                lang,
                "{shown} quá lớn để là một danh sách: xóa những trang tính và vùng định dạng thừa, lưu lại rồi chạy lại",
                "{shown} is too large to be a list: delete the sheets and formatted areas not needed, save, run again"
            ),
            Self::Locked => say!(
                lang,
                "{shown} có mật khẩu: mở trong Excel, bỏ mật khẩu, lưu lại rồi chạy lại",
                "{shown} has a password: open it in Excel, take the password off, save, run again"
            ),
            Self::WebPage => say!(
                lang,
                "{shown} là trang web mang tên tệp Excel: mở trong Excel rồi lưu thành .xlsx",
                "{shown} is a web page under the name of a workbook: open it in Excel and save it as .xlsx"
            ),
            Self::Unknown => say!(
                lang,
                "{shown} không phải .xlsx, .xls, .ods hay .csv",
                "{shown} is neither .xlsx, .xls, .ods nor .csv"
            ),
            Self::Broken(reason) => say!(
                lang,
                "không đọc được {shown}: tệp hỏng; mở trong Excel hoặc LibreOffice, lưu lại rồi chạy lại ({reason})",
                "{shown} cannot be read, it is broken: open it in Excel or LibreOffice, save it again, run again ({reason})"
            ),
        }
    }
}

#[cfg(test)]
mod tests;
