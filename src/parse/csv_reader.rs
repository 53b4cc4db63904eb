//! CSV to rows, with every mistake of the file and its place.

use std::{
    borrow::Cow,
    cell::RefCell,
    io::{Cursor, SeekFrom},
};

use crate::{
    lang::{plural, say},
    parse::{
        Problems, Recorded,
        csv_cells::{Misquoted, misquoted},
        csv_dates::Dates,
        csv_header::{columns, read_header},
        csv_plain,
        csv_row::{Place, Row},
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

/// One row as the file has it, its cells without the white space around them.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct RawRow<'t> {
    pub(super) start: u32,
    pub(super) cells: Vec<Cow<'t, str>>,
}

/// Reads one file as a table. `None` where its header or its quotes tell nothing for sure; that is reported.
pub(crate) fn read<'a, T: Recorded<'a>>(problems: &Problems<'a>) -> Option<Rows<T>> {
    let text = &*problems.source.text;
    let delimiter = delimiter(text);
    if super::syntax_words::control_character(&csv_syntax::RULE, problems) {
        return None;
    }
    let mut rows = match csv_plain::rows(text, delimiter) {
        Some(rows) => rows,
        None if !has_sound_quotes(text, delimiter, problems) => return None,
        None => raw_rows(text, delimiter),
    };
    if rows.is_empty() {
        let list = columns(T::KEYS).collect::<Vec<_>>().join(",");
        let lang = problems.lang;
        let message = say!(lang, "tệp trống; dòng đầu là: {list}", "the file is empty; its first line is: {list}");
        problems.add(&csv_header::RULE, At::File, message, None);
        return None;
    }
    let header = rows.remove(0);
    let columns = read_header(&header, T::KEYS, delimiter, problems)?;
    let dates = Dates::of(&rows, delimiter, problems);
    let (total, mut read) = (rows.len(), Vec::with_capacity(rows.len()));
    for row in rows {
        let at = Place { row: row.start, delimiter };
        if row.cells.len() != columns.len() {
            wrong_length(&row, columns.len(), at, problems);
            continue;
        }
        let row = Row { columns: &columns, cells: row.cells, keys: T::KEYS, place: at, dates: &dates, problems };
        if let Ok(value) = T::read(&mut row.fields()) {
            read.push((at.row_start(), value));
        }
    }
    Some(Rows { unread: total - read.len(), rows: read })
}

/// The delimiter that the header has most of; a header of one column has none.
pub(crate) fn delimiter(text: &str) -> u8 {
    let header = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |delimiter: u8| header.bytes().filter(|&b| b == delimiter).count();
    [b';', b'\t'].into_iter().filter(|&d| count(d) > count(b',')).max_by_key(|&d| count(d)).unwrap_or(b',')
}

fn has_sound_quotes(text: &str, delimiter: u8, problems: &Problems<'_>) -> bool {
    let lang = problems.lang;
    let Some((at, fault)) = misquoted(text, delimiter) else { return true };
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
pub(super) fn raw_rows(text: &str, delimiter: u8) -> Vec<RawRow<'static>> {
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
            let cells = cells.iter().map(|cell| Cow::Owned(cell.trim().to_owned())).collect();
            rows.push(RawRow { start: u32::try_from(looked + newlines).unwrap_or(u32::MAX), cells });
        }
        rows
    })
}

/// Where the rows that hold anything begin.
pub(crate) fn starts(text: &str, delimiter: u8) -> Vec<usize> {
    raw_rows(text, delimiter).iter().map(|row| row.start as usize).collect()
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

fn wrong_length(row: &RawRow<'_>, wanted: usize, place: Place, problems: &Problems<'_>) {
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
