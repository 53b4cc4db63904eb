//! CSV to rows, with every mistake of the file and its place.

use std::{
    borrow::Cow,
    cell::RefCell,
    io::{Cursor, SeekFrom},
};

use crate::{
    lang::say,
    parse::{
        Problems, Recorded,
        csv_cells::{Misquoted, misquoted},
        csv_plain,
        csv_row::Sheet,
        csv_rows::RawRows,
    },
    rules::csv_syntax,
    source::At,
};

/// What is kept of the rows of a file that could be read, and how many could not.
#[derive(Debug)]
pub(crate) struct Rows<T> {
    pub(crate) rows: Vec<T>,
    pub(crate) unread: usize,
}

/// Reads one file as a table, and shows each row with its place to who knows what to keep of it. `None` where its header or
/// its quotes tell nothing for sure; that is reported.
pub(crate) fn read<'a, T: Recorded<'a>, R>(
    problems: &Problems<'a>,
    mut keep: impl FnMut(At, T) -> Option<R>,
) -> Option<Rows<R>> {
    let text = &*problems.source.text;
    let delimiter = delimiter(text);
    let raw = raw_rows_of(text, delimiter, problems)?;
    let sheet = Sheet::of(&raw, delimiter, T::KEYS, problems)?;
    let raw = raw.iter().skip(1);
    let mut rows = Rows { rows: Vec::with_capacity(raw.len()), unread: 0 };
    for row in raw {
        match sheet.cells(row).and_then(|mut cells| T::read(&mut cells).ok()) {
            Some(value) => rows.rows.extend(keep(sheet.place(row).row_start(), value)),
            None => rows.unread += 1,
        }
    }
    Some(rows)
}

/// The rows of a file, its header among them; `None` where they cannot be told apart.
fn raw_rows_of<'t>(text: &'t str, delimiter: u8, problems: &Problems<'_>) -> Option<RawRows<'t>> {
    if super::syntax_words::control_character(&csv_syntax::RULE, problems) {
        return None;
    }
    let plain = csv_plain::rows(text, delimiter);
    plain.or_else(|| has_sound_quotes(text, delimiter, problems).then(|| raw_rows(text, delimiter)))
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

/// The rows that hold anything; the `csv` package passes over blank lines.
pub(super) fn raw_rows(text: &str, delimiter: u8) -> RawRows<'static> {
    with_package(text, delimiter, |reader| {
        let mut rows = RawRows::default();
        // The text is UTF-8 and in memory, so no row can fail.
        for cells in reader.records().map_while(Result::ok) {
            let looked = cells.position().map_or(0, |position| usize::try_from(position.byte()).unwrap_or(0));
            // The package gives the place from which it looked, before the newlines that it passed over.
            let newlines = text.as_bytes()[looked..].iter().take_while(|b| matches!(b, b'\r' | b'\n')).count();
            cells.iter().for_each(|cell| rows.add(Cow::Owned(cell.trim().to_owned())));
            rows.end_row(looked + newlines);
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
