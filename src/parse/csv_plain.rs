//! CSV rows whose cells are slices of the text. Nearly every file has no others.

use std::borrow::Cow;

use crate::parse::{
    abreast::{before, is},
    csv_rows::RawRows,
};

/// The rows that hold anything; `None` where a quote stands anywhere but around a cell: then it is wrong, or the cell is
/// no slice.
pub(super) fn rows(text: &str, delimiter: u8) -> Option<RawRows<'_>> {
    let bytes = text.as_bytes();
    let (mut rows, mut at) = (RawRows::with_room(bytes.len()), 0);
    loop {
        at += bytes[at..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        if at == bytes.len() {
            return Some(rows);
        }
        let start = at;
        loop {
            let (cell, end) = cell(text, at, delimiter)?;
            rows.add(Cow::Borrowed(trim(cell)));
            at = end;
            if bytes.get(at) != Some(&delimiter) {
                break;
            }
            at += 1;
        }
        rows.end_row(start);
    }
}

/// A cell without the white space around it. Hardly one has any, and to look at characters is slow.
fn trim(cell: &str) -> &str {
    let is_bare = |end: Option<&u8>| end.is_none_or(u8::is_ascii_graphic);
    if is_bare(cell.as_bytes().first()) && is_bare(cell.as_bytes().last()) { cell } else { cell.trim() }
}

/// The cell that begins at a place, and where it ends.
fn cell(text: &str, start: usize, delimiter: u8) -> Option<(&str, usize)> {
    let bytes = text.as_bytes();
    let ends = |byte: &u8| *byte == delimiter || matches!(byte, b'\r' | b'\n');
    if bytes.get(start) != Some(&b'"') {
        let stops = |word: u64| is(word, delimiter) | is(word, b'\n') | is(word, b'\r') | is(word, b'"');
        let end = start + before(&bytes[start..], stops, |byte| ends(&byte) || byte == b'"');
        return (bytes.get(end) != Some(&b'"')).then(|| (&text[start..end], end));
    }
    let close = start + 1 + before(&bytes[start + 1..], |word| is(word, b'"'), |byte| byte == b'"');
    if close == bytes.len() {
        return None;
    }
    let is_end = bytes.get(close + 1).is_none_or(ends);
    is_end.then(|| (&text[start + 1..close], close + 1))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::parse::{csv_cells::misquoted, csv_reader::raw_rows};

    fn agree(text: &str, delimiter: u8) -> bool {
        let Some(rows) = rows(text, delimiter) else { return false };
        assert_eq!(misquoted(text, delimiter), None, "{text:?}");
        assert_eq!(rows, raw_rows(text, delimiter), "{text:?}");
        true
    }

    #[test]
    fn slices_are_taken_and_a_quote_inside_is_not() {
        for text in ["", "\n\n", "a", "a,\n", ",\r\n\r\nb", "a,b\n\"c,\n\r\",d", "\"\",b\r,", "a;b"] {
            assert!(agree(text, b','), "{text:?}");
        }
        for text in ["a,\"b\"\"c\"\n", "a,b\"c\n", "a,\"b", "\"a\"b"] {
            assert!(!agree(text, b','), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn the_package_reads_the_same(text in "([aộ ,;\n]|\r\n?|\"[aộ,;\r\n]{0,3}\"?){0,12}", delimiter in prop::sample::select(vec![b',', b';'])) {
            agree(&text, delimiter);
        }
    }
}
