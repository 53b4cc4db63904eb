//! Delimited text, in whatever encoding: comma, semicolon or tab, told from the lines.

use encoding_rs::WINDOWS_1252;

use super::{Book, BookKind, Bytes, Cell, Fault, Grid, MAX_CELLS, Place, gate};

pub(super) fn read(bytes: &[u8]) -> Result<Book, Fault> {
    let (text, kind) = decoded(bytes)?;
    let mut grid = Grid::default();
    let mut reader = csv::ReaderBuilder::new();
    let mut reader = reader.has_headers(false).flexible(true).delimiter(delimiter(&text)).from_reader(text.as_bytes());
    let (mut left, mut row, mut counted) = (MAX_CELLS, 0u32, 0);
    for record in reader.records() {
        let record = record.map_err(|error| Fault::Broken(error.to_string()))?;
        // The line, and not the number of the record: blank lines are passed over, and people count lines. The package
        // gives the place from which it looked, before the line breaks that it passed over.
        let looked = record.position().map_or(0, |position| usize::try_from(position.byte()).unwrap_or(0));
        let bytes = text.as_bytes();
        let start = looked + bytes[looked..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let breaks = bytes[counted..start].iter().filter(|byte| **byte == b'\n').count();
        row = row.saturating_add(u32::try_from(breaks).map_err(|_| Fault::TooLarge)?);
        counted = start;
        for (column, text) in (0..).zip(&record) {
            if let Some(cell) = Cell::text(text) {
                left = left.checked_sub(1).ok_or(Fault::TooLarge)?;
                grid.put(Place { row, column }, cell);
            }
        }
    }
    Ok(Book { kind: BookKind::Text(kind), grids: vec![grid] })
}

fn decoded(bytes: &[u8]) -> Result<(String, Bytes), Fault> {
    if let Some((unit, start)) = gate::wide(bytes) {
        let units: Vec<u16> = bytes[start..].as_chunks::<2>().0.iter().map(|pair| unit(*pair)).collect();
        let text = String::from_utf16(&units).map_err(|error| Fault::Broken(error.to_string()))?;
        return Ok((text, Bytes::Utf16));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    Ok(match std::str::from_utf8(bytes) {
        Ok(text) => (text.to_owned(), Bytes::Utf8),
        Err(_) => (WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(), Bytes::Single),
    })
}

/// The one that most lines have most of; titles above the table have few or none.
fn delimiter(text: &str) -> u8 {
    let lines = || text.lines().take(200);
    let count = |delimiter: u8| lines().map(|line| line.bytes().filter(|&b| b == delimiter).count()).sum::<usize>();
    // A comma may well stand inside the cells of the others.
    let others = [b'\t', b';'].into_iter().filter(|&delimiter| {
        let having = lines().filter(|line| line.bytes().any(|b| b == delimiter)).count();
        having * 2 > lines().filter(|line| !line.trim().is_empty()).count()
    });
    others.max_by_key(|&delimiter| count(delimiter)).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_the_one_that_most_lines_have() {
        assert_eq!(delimiter("Danh sách, năm 2018\nSTT;Họ tên\n1;A, B\n"), b';');
        assert_eq!(delimiter("a\tb\nc\td"), b'\t');
        assert_eq!(delimiter("a,b\nc;d,e\n"), b',');
        assert_eq!(delimiter(""), b',');
    }

    #[test]
    fn utf_16_is_read_with_its_mark_and_without() {
        let units: Vec<u16> = "STT;Họ tên\n1;Lê Thị Hòa\n".encode_utf16().collect();
        for mark in [&[][..], &[0xFEFF]] {
            let bytes: Vec<u8> = mark.iter().chain(&units).flat_map(|unit| unit.to_le_bytes()).collect();
            let book = super::super::read(&bytes).unwrap();
            assert_eq!(book.kind, BookKind::Text(Bytes::Utf16));
            assert_eq!(book.grids[0].get(1, 1), Some(&Cell::Text("Lê Thị Hòa".into())));
        }
    }

    #[test]
    fn rows_keep_the_numbers_of_their_lines() {
        let book = read("a\n\n\"b\nc\",d\ne\n".as_bytes()).unwrap();
        let places: Vec<String> = book.grids[0].cells().map(|(place, _)| place.to_string()).collect();
        assert_eq!(places, ["A1", "A3", "B3", "A5"]);
    }
}
