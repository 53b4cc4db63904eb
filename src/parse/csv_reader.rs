//! CSV to rows, with every mistake of the file and its place.

use std::{
    cell::RefCell,
    io::{Cursor, SeekFrom},
};

use serde::{
    Deserialize, Deserializer,
    de::{
        DeserializeSeed, Error, MapAccess, SeqAccess, Visitor,
        value::{BorrowedStrDeserializer, U64Deserializer},
    },
    forward_to_deserialize_any,
};

use crate::{
    date,
    lang::{plural, say},
    parse::{
        Described, Problems,
        csv_cells::{Misquoted, misquoted},
        csv_dates::Dates,
        field::FIELD,
        problem::bare,
        refusal::Refusal,
        value::{DATE, PARTIAL_DATE},
    },
    rules::{csv_header, csv_row_length, csv_syntax},
    source::At,
};

/// The rows of a file that could be read, each with the place of the whole row, and how many could not.
#[derive(Debug)]
pub(crate) struct Rows<T> {
    pub(crate) rows: Vec<(At, T)>,
    pub(crate) unread: usize,
}

/// One row as the file has it.
pub(super) struct RawRow {
    start: u32,
    pub(super) cells: csv::StringRecord,
}

/// Reads one file as a table. `None` where its header or its quotes tell nothing for sure; that is reported.
pub(crate) fn read<'a, T: Deserialize<'a> + Described>(problems: &Problems<'_>) -> Option<Rows<T>> {
    let text = problems.source.text.as_str();
    let delimiter = delimiter(text);
    if !is_sound(text, delimiter, problems) {
        return None;
    }
    let mut rows = raw_rows(text, delimiter);
    if rows.is_empty() {
        let list = columns(T::KEYS).collect::<Vec<_>>().join(",");
        let lang = problems.lang;
        let message = say!(lang, "tệp trống; dòng đầu là: {list}", "the file is empty; its first line is: {list}");
        problems.add(&csv_header::RULE, At::File, message, None);
        return None;
    }
    let header = rows.remove(0);
    let header = read_header(&header, T::KEYS, delimiter, problems)?;
    let dates = Dates::of(&rows, delimiter, problems);
    let (total, mut read) = (rows.len(), Vec::with_capacity(rows.len()));
    for row in &rows {
        let at = Place { row: row.start, delimiter };
        if row.cells.len() != header.len() {
            wrong_length(row, header.len(), at, problems);
            continue;
        }
        let value = Row { header: &header, cells: &row.cells, keys: T::KEYS, place: at, dates: &dates, problems };
        if let Ok(value) = T::deserialize(value) {
            read.push((at.row_start(), value));
        }
    }
    Some(Rows { unread: total - read.len(), rows: read })
}

/// The delimiter that the header has most of; a header of one column has none.
fn delimiter(text: &str) -> u8 {
    let header = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |delimiter: u8| header.bytes().filter(|&b| b == delimiter).count();
    [b';', b'\t'].into_iter().filter(|&d| count(d) > count(b',')).max_by_key(|&d| count(d)).unwrap_or(b',')
}

fn is_sound(text: &str, delimiter: u8, problems: &Problems<'_>) -> bool {
    let lang = problems.lang;
    if super::syntax_words::control_character(&csv_syntax::RULE, problems) {
        return false;
    }
    // Without a single quote there is nothing to quote wrongly.
    let Some((at, fault)) = text.contains('"').then(|| misquoted(text, delimiter)).flatten() else { return true };
    let message = match fault {
        Misquoted::Unclosed => {
            say!(lang, "ngoặc kép mở ra ở đây không được đóng", "the quote that opens here is never closed")
        }
        Misquoted::TextAfterQuote => say!(lang, "còn chữ sau ngoặc kép đóng", "text follows the closing quote"),
        Misquoted::QuoteInside => {
            say!(lang, "ngoặc kép ở giữa ô không có ngoặc kép bao ngoài", "a quote stands inside a cell without quotes")
        }
    };
    let remedy = say!(
        lang,
        "cả ô trong ngoặc kép, mỗi ngoặc kép bên trong viết hai lần: \"nói \"\"được\"\"\"",
        "quote the whole cell and double each quote inside: \"he said \"\"yes\"\"\""
    );
    problems.add(&csv_syntax::RULE, At::bytes(at..at + 1), message, Some(remedy));
    false
}

/// The rows that hold anything; the `csv` package passes over blank lines, and lines of separators alone go here.
fn raw_rows(text: &str, delimiter: u8) -> Vec<RawRow> {
    with_package(text, delimiter, |reader| {
        let mut rows = Vec::new();
        // The text is UTF-8 and in memory, so no row can fail.
        for cells in reader.records().map_while(Result::ok) {
            if cells.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            let looked = cells.position().map_or(0, |position| usize::try_from(position.byte()).unwrap_or(0));
            // The package gives the place from which it looked, before the newlines that it passed over.
            let newlines = text.as_bytes()[looked..].iter().take_while(|b| matches!(b, b'\r' | b'\n')).count();
            rows.push(RawRow { start: u32::try_from(looked + newlines).unwrap_or(u32::MAX), cells });
        }
        rows
    })
}

type Package = csv::Reader<Cursor<Vec<u8>>>;

/// Hands out the package's reader at the start of a text. To make one takes longer than to read a roster with it, so
/// each thread keeps its last one, with the delimiter for which it was made.
fn with_package<T>(text: &str, delimiter: u8, read: impl FnOnce(&mut Package) -> T) -> T {
    thread_local! {
        static LAST: RefCell<Option<(u8, Package)>> = const { RefCell::new(None) };
    }
    let last = LAST.take().filter(|(made_for, _)| *made_for == delimiter);
    let (_, mut reader) = last.unwrap_or_else(|| {
        let mut builder = csv::ReaderBuilder::new();
        (delimiter, builder.has_headers(false).flexible(true).delimiter(delimiter).from_reader(Cursor::default()))
    });
    let bytes = reader.get_mut().get_mut();
    bytes.clear();
    bytes.extend_from_slice(text.as_bytes());
    // Bytes in memory can always be gone back in.
    let _ = reader.seek_raw(SeekFrom::Start(0), csv::Position::new());
    let result = read(&mut reader);
    LAST.set(Some((delimiter, reader)));
    result
}

fn columns(keys: &'static [&'static str]) -> impl Iterator<Item = &'static str> {
    keys.iter().map(|key| bare(key))
}

/// The columns in the order of the file, or one finding that says all that is wrong with them.
fn read_header(
    row: &RawRow,
    keys: &'static [&'static str],
    delimiter: u8,
    problems: &Problems<'_>,
) -> Option<Vec<&'static str>> {
    let lang = problems.lang;
    let names: Vec<&str> = row.cells.iter().map(str::trim).collect();
    let mut faults = Vec::new();
    let mut place = None;
    for (column, name) in (0..).zip(&names) {
        let number = column + 1;
        let fault = if name.is_empty() {
            say!(lang, "cột thứ {number} không có tên", "column {number} has no name")
        } else if !columns(keys).any(|known| known == *name) {
            let accepted: Vec<&str> = columns(keys).collect();
            match super::super::text::nearest(name, &accepted) {
                Some(near) => {
                    say!(
                        lang,
                        "không nhận cột `{name}` (có phải là `{near}`?)",
                        "there is no column `{name}` (did you mean `{near}`?)"
                    )
                }
                None => say!(lang, "không nhận cột `{name}`", "there is no column `{name}`"),
            }
        } else if names[..usize::from(column)].contains(name) {
            say!(lang, "cột `{name}` có hai lần", "column `{name}` stands twice")
        } else {
            continue;
        };
        place.get_or_insert(At::Cell { row: row.start, column, delimiter });
        faults.push(fault);
    }
    for key in keys.iter().filter_map(|key| key.strip_prefix('*')).filter(|key| !names.contains(key)) {
        faults.push(say!(lang, "thiếu cột `{key}`", "column `{key}` is missing"));
    }
    if faults.is_empty() {
        return names.iter().map(|name| columns(keys).find(|known| known == name)).collect();
    }
    let faults = faults.join("; ");
    let list = columns(keys).collect::<Vec<_>>().join(",");
    let at = place.unwrap_or(At::Cell { row: row.start, column: 0, delimiter });
    let remedy = say!(lang, "dòng đầu nhận các cột: {list}", "the first line takes the columns: {list}");
    problems.add(&csv_header::RULE, at, faults, Some(remedy));
    None
}

fn wrong_length(row: &RawRow, wanted: usize, place: Place, problems: &Problems<'_>) {
    let (lang, has) = (problems.lang, row.cells.len());
    let (cell, column) = (plural(has as u64, "cell", "cells"), plural(wanted as u64, "column", "columns"));
    // Point at what is too much, or at the end where something is missing.
    let wrong = u16::try_from(has.min(wanted)).unwrap_or(u16::MAX);
    problems.add(
        &csv_row_length::RULE,
        place.cell(wrong),
        say!(
            lang,
            "dòng có {has} ô, dòng đầu có {wanted} cột",
            "the row has {has} {cell}, the header {wanted} {column}"
        ),
        Some(say!(
            lang,
            "ô có dấu phân cách bên trong phải đặt trong ngoặc kép; ô trống vẫn cần dấu phân cách",
            "quote a cell that holds a separator; an empty cell still needs its separator"
        )),
    );
}

/// The start of a row, from which the places of its cells follow.
#[derive(Clone, Copy)]
pub(super) struct Place {
    row: u32,
    delimiter: u8,
}

impl Place {
    pub(super) fn of(row: &RawRow, delimiter: u8) -> Self {
        Self { row: row.start, delimiter }
    }

    pub(super) fn cell(self, column: u16) -> At {
        At::Cell { row: self.row, column, delimiter: self.delimiter }
    }

    fn row_start(self) -> At {
        self.cell(0)
    }
}

/// One row as serde sees it: a struct whose fields are the cells that hold something.
struct Row<'p> {
    header: &'p [&'static str],
    cells: &'p csv::StringRecord,
    keys: &'static [&'static str],
    place: Place,
    dates: &'p Dates,
    problems: &'p Problems<'p>,
}

impl<'a> Deserializer<'a> for Row<'_> {
    type Error = Refusal;

    fn deserialize_any<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Refusal> {
        for key in self.keys.iter().filter_map(|key| key.strip_prefix('*')) {
            let column = self.header.iter().position(|name| *name == key).unwrap_or(0);
            if self.cells.get(column).is_none_or(|cell| cell.trim().is_empty()) {
                self.problems.empty_cell(key, self.place.cell(u16::try_from(column).unwrap_or(u16::MAX)));
            }
        }
        visitor.visit_map(Cells { row: self, column: 0 })
    }

    forward_to_deserialize_any! {
        <V: Visitor<'a>>
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct newtype_struct enum identifier ignored_any option map struct
    }
}

struct Cells<'p> {
    row: Row<'p>,
    /// The column after the one whose key was given last.
    column: u16,
}

impl<'a> MapAccess<'a> for Cells<'_> {
    type Error = Refusal;

    fn next_key_seed<S: DeserializeSeed<'a>>(&mut self, seed: S) -> Result<Option<S::Value>, Refusal> {
        while let Some(cell) = self.row.cells.get(usize::from(self.column)) {
            self.column += 1;
            if !cell.trim().is_empty() {
                let key = self.row.header[usize::from(self.column) - 1];
                return seed.deserialize(BorrowedStrDeserializer::new(key)).map(Some);
            }
        }
        Ok(None)
    }

    fn next_value_seed<S: DeserializeSeed<'a>>(&mut self, seed: S) -> Result<S::Value, Refusal> {
        let column = self.column - 1;
        let row = &self.row;
        let text = row.cells.get(usize::from(column)).unwrap_or_default().trim();
        let key = row.header.get(usize::from(column)).copied().unwrap_or_default();
        seed.deserialize(Cell { key, text, at: row.place.cell(column), dates: row.dates, problems: row.problems })
    }
}

/// One cell; its text goes to whatever type reads it.
struct Cell<'p> {
    key: &'static str,
    text: &'p str,
    at: At,
    dates: &'p Dates,
    problems: &'p Problems<'p>,
}

impl<'a> Deserializer<'a> for Cell<'_> {
    type Error = Refusal;

    fn deserialize_any<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Refusal> {
        visitor.visit_str(self.text)
    }

    fn deserialize_u32<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match date::digits(self.text) {
            Some(number) => visitor.visit_i64(i64::from(number)),
            None => Err(Refusal::custom("u32")),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'a>>(self, name: &'static str, visitor: V) -> Result<V::Value, Refusal> {
        if !matches!(name, DATE | PARTIAL_DATE) {
            return visitor.visit_str(self.text);
        }
        match self.dates.iso(self.text)? {
            Some(iso) => visitor.visit_str(&iso),
            None if name == PARTIAL_DATE => visitor.visit_str(self.text),
            None => visitor.visit_str(self.text).map_err(|_: Refusal| Refusal::custom("date cell")),
        }
    }

    fn deserialize_tuple_struct<V: Visitor<'a>>(
        self,
        name: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        debug_assert_eq!(name, FIELD, "a cell is read as a field");
        visitor.visit_seq(Placed { at: Some(self.at), cell: Some(self) })
    }

    forward_to_deserialize_any! {
        <V: Visitor<'a>>
        bool i8 i16 i32 i64 i128 u8 u16 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        enum identifier ignored_any option map struct
    }
}

/// The place of a cell, then its value, left out where it is refused.
struct Placed<'p> {
    at: Option<At>,
    cell: Option<Cell<'p>>,
}

impl<'a> SeqAccess<'a> for Placed<'_> {
    type Error = Refusal;

    fn next_element_seed<S: DeserializeSeed<'a>>(&mut self, seed: S) -> Result<Option<S::Value>, Refusal> {
        if let Some(at) = self.at.take() {
            return seed.deserialize(U64Deserializer::new(at.pack())).map(Some);
        }
        let Some(cell) = self.cell.take() else { return Ok(None) };
        let (key, at, problems) = (cell.key, cell.at, cell.problems);
        Ok(seed.deserialize(cell).map_err(|refusal| problems.refused(key, at, refusal)).ok())
    }
}
