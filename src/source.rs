//! A file of the register as text, and the lines and columns of its bytes.
//!
//! The text never begins with a byte order mark. Offsets are bytes of the text; what a user sees are lines and columns
//! from 1, columns in code points.

use std::{borrow::Cow, cell::OnceCell, io::ErrorKind, iter, path::Path};

use serde::{Deserialize, Serialize};

use crate::{
    files::Files,
    lang::{Lang, say},
    os,
    parse::csv_cells,
};

/// A record is a small text file; one over this size is something else.
pub(crate) const MAX_BYTES: u64 = 1024 * 1024;

/// The text of one file.
#[derive(Debug)]
pub(crate) struct Source<'t> {
    /// Relative to the register's root, with `/`.
    pub(crate) path: Cow<'t, str>,
    pub(crate) text: Cow<'t, str>,
    /// The file is UTF-16 (Notepad's "Unicode", Excel's "Unicode Text").
    pub(crate) utf16: bool,
    /// The file begins with a byte order mark of UTF-8, as Excel writes it.
    pub(crate) bom: bool,
    /// Where each line begins; found when the first finding asks, for a file may have thousands of them.
    starts: OnceCell<Vec<u32>>,
}

/// A place in a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum At {
    /// The file as a whole.
    File,
    /// From one byte to another, the latter not included.
    Bytes(u32, u32),
    /// A cell of the CSV row that begins at a byte; resolved only when a finding needs it.
    Cell { row: u32, column: u16, delimiter: u8 },
}

impl At {
    pub(crate) fn bytes(range: std::ops::Range<usize>) -> Self {
        // A source is at most MAX_BYTES long, decoded to at most twice that.
        Self::Bytes(u32::try_from(range.start).unwrap_or(u32::MAX), u32::try_from(range.end).unwrap_or(u32::MAX))
    }
}

/// Lines and columns from 1; the end is the column after the last character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Lines {
    pub(crate) line: u32,
    pub(crate) column: u32,
    pub(crate) end_line: u32,
    pub(crate) end_column: u32,
}

impl Lines {
    pub(crate) const FIRST: Self = Self { line: 1, column: 1, end_line: 1, end_column: 1 };
}

/// Why a file gave no text.
pub(crate) enum NoText {
    /// It was there when the directory was listed, and is gone: as if it had never been.
    Vanished,
    TooLarge(u64),
    /// Where the first byte stands that is not UTF-8, and what the encoding looks like.
    NotUtf8 {
        at: Lines,
        looks_like: &'static str,
    },
    /// The operating system did not let it be read.
    Refused(std::io::Error),
}

impl<'t> Source<'t> {
    pub(crate) fn new(path: impl Into<Cow<'t, str>>, text: impl Into<Cow<'t, str>>) -> Self {
        Self { path: path.into(), text: text.into(), utf16: false, bom: false, starts: OnceCell::new() }
    }

    /// Reads one file alone.
    pub(crate) fn read(root: &Path, path: String) -> Result<Source<'static>, NoText> {
        let mut bytes = Vec::new();
        read(&mut Files::below(root), &path, &mut bytes)?;
        decode(path, &bytes).map(Source::into_owned)
    }

    /// The same, for longer than what it was read from.
    pub(crate) fn into_owned(self) -> Source<'static> {
        let Self { path, text, utf16, bom, starts } = self;
        Source { path: path.into_owned().into(), text: text.into_owned().into(), utf16, bom, starts }
    }

    /// The text at a place; empty for a place of the whole file.
    pub(crate) fn slice(&self, at: At) -> &str {
        let (start, end) = self.range(at);
        self.text.get(start..end).unwrap_or_default()
    }

    pub(crate) fn lines(&self, at: At) -> Lines {
        if at == At::File {
            return Lines::FIRST;
        }
        let (start, end) = self.range(at);
        let (line, column) = self.line_column(start);
        let (end_line, end_column) = self.line_column(end.max(start));
        Lines { line, column, end_line, end_column }
    }

    fn range(&self, at: At) -> (usize, usize) {
        match at {
            At::File => (0, 0),
            At::Bytes(start, end) => (start as usize, end as usize),
            At::Cell { row, column, delimiter } => csv_cells::cell(&self.text, row as usize, column, delimiter),
        }
    }

    /// The text of lines from one to another, both among them, and where it begins.
    pub(crate) fn span_of_lines(&self, first: u32, last: u32) -> Option<(usize, &str)> {
        let start = *self.starts().get(first.checked_sub(1)? as usize)? as usize;
        let end = self.starts().get(last as usize).map_or(self.text.len(), |next| *next as usize);
        Some((start, self.text.get(start..end)?))
    }

    fn line_column(&self, offset: usize) -> (u32, u32) {
        let offset = self.text.floor_char_boundary(offset.min(self.text.len()));
        let line = self.starts().partition_point(|start| *start as usize <= offset);
        let start = self.starts()[line - 1] as usize;
        let column = self.text[start..offset].chars().count() + 1;
        (u32::try_from(line).unwrap_or(u32::MAX), u32::try_from(column).unwrap_or(u32::MAX))
    }

    fn starts(&self) -> &[u32] {
        self.starts.get_or_init(|| {
            let ends = self.text.bytes().zip(1..).filter(|(byte, _)| *byte == b'\n').map(|(_, after)| after);
            iter::once(0).chain(ends).collect()
        })
    }
}

/// Puts the bytes of a file behind others; none where it is too large for a record.
pub(crate) fn read(files: &mut Files<'_>, path: &str, bytes: &mut Vec<u8>) -> Result<(), NoText> {
    let before = bytes.len();
    files.read(path, MAX_BYTES as usize + 1, bytes).map_err(|error| match error.kind() {
        ErrorKind::NotFound => NoText::Vanished,
        _ => NoText::Refused(error),
    })?;
    let length = (bytes.len() - before) as u64;
    if length > MAX_BYTES {
        bytes.truncate(before);
        return Err(NoText::TooLarge(files.size(path).unwrap_or(length)));
    }
    Ok(())
}

/// The text of a file's bytes, in whichever of the encodings that are read.
pub(crate) fn decode<'t>(path: impl Into<Cow<'t, str>>, bytes: &'t [u8]) -> Result<Source<'t>, NoText> {
    let wide = match bytes.get(..2) {
        Some([0xFF, 0xFE]) => Some(u16::from_le_bytes as fn([u8; 2]) -> u16),
        Some([0xFE, 0xFF]) => Some(u16::from_be_bytes as fn([u8; 2]) -> u16),
        _ => None,
    };
    if let Some(unit) = wide {
        let (pairs, rest) = bytes[2..].as_chunks::<2>();
        let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
        return match String::from_utf16(&units) {
            Ok(text) if rest.is_empty() => Ok(Source { utf16: true, ..Source::new(path, text) }),
            _ => Err(NoText::NotUtf8 { at: Lines::FIRST, looks_like: "UTF-16" }),
        };
    }
    let bom = bytes.starts_with(b"\xEF\xBB\xBF");
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match simdutf8::compat::from_utf8(bytes) {
        Ok(text) => Ok(Source { bom, ..Source::new(path, text) }),
        Err(error) => {
            let good = error.valid_up_to();
            let before = Source::new(path, String::from_utf8_lossy(&bytes[..good]));
            let (line, column) = before.line_column(good);
            let at = Lines { line, column, end_line: line, end_column: column + 1 };
            Err(NoText::NotUtf8 { at, looks_like: guess_encoding(bytes) })
        }
    }
}

/// A guess that helps its reader to save the file again: only old Vietnamese files are not UTF-8 in practice.
fn guess_encoding(bytes: &[u8]) -> &'static str {
    // Windows-1258 writes tones as combining bytes (CC, D2, DE, EC, F2) after a plain vowel; TCVN3 puts whole letters
    // into A8-AE and B5-FE and so rarely has a plain vowel before one.
    let tones = bytes
        .windows(2)
        .filter(|pair| is_vowel(pair[0]) && matches!(pair[1], 0xCC | 0xD2 | 0xDE | 0xEC | 0xF2))
        .count();
    let high = bytes.iter().filter(|b| !b.is_ascii()).count();
    if tones * 4 >= high { "Windows-1258" } else { "TCVN3 (ABC)" }
}

/// A vowel of Windows-1258: a plain one, or one of Ă Â Ê Ô Ơ Ư.
fn is_vowel(byte: u8) -> bool {
    let plain = matches!(byte.to_ascii_lowercase(), b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    plain || matches!(byte, 0xC2 | 0xC3 | 0xCA | 0xD4 | 0xD5 | 0xDD | 0xE2 | 0xE3 | 0xEA | 0xF4 | 0xF5 | 0xFD)
}

impl NoText {
    /// What the operating system refused, for a one-line error outside the register's findings.
    pub(crate) fn explain(&self, lang: Lang) -> String {
        match self {
            Self::Vanished => say!(lang, "tệp không còn ở đó", "the file is no longer there"),
            Self::TooLarge(bytes) => say!(
                lang,
                "tệp lớn {bytes} byte, quá {MAX_BYTES}: đây không phải tệp cài đặt",
                "the file has {bytes} bytes, over {MAX_BYTES}: these are no settings"
            ),
            Self::NotUtf8 { .. } => say!(
                lang,
                "tệp không phải UTF-8; lưu lại với mã hóa UTF-8",
                "the file is not UTF-8; save it again as UTF-8"
            ),
            Self::Refused(error) => os::reason(error, lang),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, range: std::ops::Range<usize>) -> (u32, u32, u32, u32) {
        let lines = Source::new("a", text).lines(At::bytes(range));
        (lines.line, lines.column, lines.end_line, lines.end_column)
    }

    #[test]
    fn columns_count_code_points_so_a_combining_mark_is_one() {
        let text = "e\u{301}x = 1";
        let x = text.find('x').unwrap();
        assert_eq!(lines(text, x..x + 1), (1, 3, 1, 4));
    }

    #[test]
    fn crlf_and_a_last_line_without_newline_keep_their_numbers() {
        let text = "a = 1\r\n\r\nb = 2";
        let b = text.find('b').unwrap();
        assert_eq!(lines(text, b..b + 5), (3, 1, 3, 6));
    }

    #[test]
    fn a_byte_order_mark_is_no_column() {
        let Ok(source) = decode("a", b"\xEF\xBB\xBFab") else { panic!("it is UTF-8") };
        assert_eq!(source.lines(At::Bytes(1, 2)).column, 2);
    }

    #[test]
    fn utf16_with_a_mark_is_read_and_an_odd_byte_is_not() {
        let Ok(source) = decode("a", b"\xFF\xFEa\0") else { panic!("it is UTF-16") };
        assert!(source.utf16 && source.text == "a");
        assert!(matches!(decode("a", b"\xFF\xFEa\0b"), Err(NoText::NotUtf8 { .. })));
    }

    #[test]
    fn the_first_bad_byte_is_named_by_line_and_column() {
        let Err(NoText::NotUtf8 { at, looks_like }) = decode("a", b"x = 1\nt = \"Xu\xE2n th\xECng\"") else {
            panic!("it is not UTF-8")
        };
        assert_eq!((at.line, at.column), (2, 8));
        assert_eq!(looks_like, "TCVN3 (ABC)");
    }
}
