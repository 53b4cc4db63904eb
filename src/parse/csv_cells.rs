//! Where the cells of a CSV row stand in its text. The `csv` package reads the values; this finds their places, and the
//! quotes that RFC 4180 does not allow and that the package takes silently.

/// The bytes of one cell, quotes included; an empty range at the row's end where the row has no such column.
pub(crate) fn cell(text: &str, row: usize, column: u16, delimiter: u8) -> (usize, usize) {
    let bytes = text.as_bytes();
    let mut start = row;
    for _ in 0..column {
        let end = cell_end(bytes, start, delimiter).0;
        if bytes.get(end) != Some(&delimiter) {
            return (end, end);
        }
        start = end + 1;
    }
    (start, cell_end(bytes, start, delimiter).0)
}

/// The first place in the text whose quotes are not RFC 4180's, with what is wrong there.
pub(crate) fn misquoted(text: &str, delimiter: u8) -> Option<(usize, Misquoted)> {
    let bytes = text.as_bytes();
    let mut start = 0;
    loop {
        let (end, fault) = cell_end(bytes, start, delimiter);
        if let Some(fault) = fault {
            return Some((start, fault));
        }
        if end >= bytes.len() {
            return None;
        }
        start = end + 1;
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Misquoted {
    /// The quote that opens the cell is never closed.
    Unclosed,
    /// Text follows the closing quote.
    TextAfterQuote,
    /// A quote inside a cell that does not begin with one.
    QuoteInside,
}

/// The end of the cell that begins at `start`: its delimiter, its line's end or the text's.
fn cell_end(bytes: &[u8], start: usize, delimiter: u8) -> (usize, Option<Misquoted>) {
    let ends = |at: usize| bytes.get(at).is_none_or(|&b| b == delimiter || b == b'\n' || b == b'\r');
    let mut at = start;
    if bytes.get(at) != Some(&b'"') {
        let mut fault = None;
        while !ends(at) {
            if bytes[at] == b'"' {
                fault = Some(Misquoted::QuoteInside);
            }
            at += 1;
        }
        return (at, fault);
    }
    at += 1;
    loop {
        match (bytes.get(at), bytes.get(at + 1)) {
            (None, _) => return (at, Some(Misquoted::Unclosed)),
            (Some(b'"'), Some(b'"')) => at += 2,
            (Some(b'"'), _) => break,
            _ => at += 1,
        }
    }
    at += 1;
    let closed = ends(at);
    while !ends(at) {
        at += 1;
    }
    (at, (!closed).then_some(Misquoted::TextAfterQuote))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quoted_newline_stays_inside_its_cell() {
        let text = "a,\"b\n\"\"c\",d\r\n";
        assert_eq!(cell(text, 0, 1, b','), (2, 9));
        assert_eq!(cell(text, 0, 2, b','), (10, 11));
        assert_eq!(cell(text, 0, 3, b','), (11, 11));
        assert_eq!(misquoted(text, b','), None);
    }

    #[test]
    fn quotes_that_rfc_4180_refuses_are_named_where_they_begin() {
        assert_eq!(misquoted("a,\"b", b','), Some((2, Misquoted::Unclosed)));
        assert_eq!(misquoted("a\n\"b\"c,d", b','), Some((2, Misquoted::TextAfterQuote)));
        assert_eq!(misquoted("a,b\"c", b','), Some((2, Misquoted::QuoteInside)));
        assert_eq!(misquoted("a,b\n", b','), None);
    }
}
