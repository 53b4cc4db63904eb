//! xlsx and ods are zip archives. How much they unpack to is measured before a reader is let at them: what the archive
//! itself says of its sizes need not be true.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::{Book, Fault, MAX_AREA, MAX_UNPACKED, workbook};

/// A workbook of the formats that are archives.
pub(super) fn read(bytes: &[u8]) -> Result<Book, Fault> {
    let broken = |error: zip::result::ZipError| Fault::Broken(error.to_string());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    let (mut left, mut content, mut is_excel) = (MAX_UNPACKED, None, false);
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(|error| match error {
            zip::result::ZipError::UnsupportedArchive(zip::result::ZipError::PASSWORD_REQUIRED) => Fault::Locked,
            error => broken(error),
        })?;
        let named = |name: &str| entry.name().is_ok_and(|own| own == name);
        is_excel |= named("xl/workbook.xml");
        let is_content = named("content.xml");
        let mut text = Vec::new();
        let unreadable = |error: std::io::Error| Fault::Broken(error.to_string());
        let read = if is_content {
            entry.by_ref().take(left + 1).read_to_end(&mut text).map(|length| length as u64).map_err(unreadable)?
        } else {
            std::io::copy(&mut entry.by_ref().take(left + 1), &mut std::io::sink()).map_err(unreadable)?
        };
        left = left.checked_sub(read).ok_or(Fault::TooLarge)?;
        if is_content {
            content = Some(text);
        }
    }
    match content {
        _ if is_excel => workbook::xlsx(bytes),
        Some(content) if area(&content) > MAX_AREA => Err(Fault::TooLarge),
        Some(_) => workbook::ods(bytes),
        None => Err(Fault::Unknown),
    }
}

/// How many cells the reader of ods will hold: one element may stand for many cells and rows, and does where nothing is
/// in them. Empty ones at the end of a row or sheet are passed over by it.
fn area(content: &[u8]) -> u64 {
    let mut rows = Rows::default();
    let mut rest = content;
    while let Some(start) = rest.iter().position(|byte| *byte == b'<') {
        rest = &rest[start + 1..];
        let tag = &rest[..rest.iter().position(|byte| *byte == b'>').unwrap_or(rest.len())];
        let repeats = |key: &[u8]| attribute(tag, key).unwrap_or(1);
        if tag.starts_with(b"table:table-row") {
            rows.begin(repeats(b"table:number-rows-repeated=\""));
        } else if tag.starts_with(b"/table:table-row") {
            rows.end();
        } else if tag.starts_with(b"table:table-cell") || tag.starts_with(b"table:covered-table-cell") {
            let holds = [&b"value-type"[..], b"table:formula"].iter().any(|key| find(tag, key).is_some());
            rows.cell(repeats(b"table:number-columns-repeated=\""), holds || !tag.ends_with(b"/"));
        }
    }
    rows.widest.saturating_mul(rows.all)
}

#[derive(Default)]
struct Rows {
    /// Up to the last row that holds anything.
    all: u64,
    widest: u64,
    /// Of the row that is open: how often it stands, its cells so far, and those up to the last that holds anything.
    repeats: u64,
    cells: u64,
    used: u64,
    /// Empty rows since the last that holds anything.
    empty: u64,
}

impl Rows {
    fn begin(&mut self, repeats: u64) {
        (self.repeats, self.cells, self.used) = (repeats, 0, 0);
    }

    fn cell(&mut self, repeats: u64, holds: bool) {
        self.cells = self.cells.saturating_add(repeats);
        if holds {
            self.used = self.cells;
        }
    }

    fn end(&mut self) {
        if self.used == 0 {
            self.empty = self.empty.saturating_add(self.repeats);
            return;
        }
        self.all = self.all.saturating_add(self.empty).saturating_add(self.repeats);
        self.empty = 0;
        self.widest = self.widest.max(self.used);
    }
}

fn attribute(tag: &[u8], key: &[u8]) -> Option<u64> {
    let value = &tag[find(tag, key)? + key.len()..];
    let digits = &value[..value.iter().position(|byte| *byte == b'"')?];
    // A number too great for a number is too great.
    Some(std::str::from_utf8(digits).ok()?.parse().unwrap_or(u64::MAX))
}

fn find(text: &[u8], part: &[u8]) -> Option<usize> {
    text.windows(part.len()).position(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeated_cells_are_counted_and_empty_ends_are_not() {
        let row = |cells: &str, repeats: &str| format!("<table:table-row{repeats}>{cells}</table:table-row>");
        let cell = "<table:table-cell office:value-type=\"string\"><text:p>a</text:p></table:table-cell>";
        let end = "<table:table-cell table:number-columns-repeated=\"16000\"/>";
        let many = "<table:table-cell office:value-type=\"float\" table:number-columns-repeated=\"1000\"/>";
        let empty = row(end, " table:number-rows-repeated=\"1048000\"");
        assert_eq!(area(format!("{}{empty}", row(&format!("{cell}{end}"), "")).as_bytes()), 1);
        assert_eq!(area(row(many, " table:number-rows-repeated=\"1000\"").as_bytes()), 1_000_000);
        assert_eq!(area(format!("{empty}{}", row(many, "")).as_bytes()), 1_048_001_000);
    }
}
