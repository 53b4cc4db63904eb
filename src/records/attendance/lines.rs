//! The lines of an attendance, `member = "mark"`, as its text has them. There are more of them than of anything else.

use std::cell::Cell;

use crate::{
    parse::{
        Id, Vocabulary,
        abreast::{each, others, place, within},
    },
    records::meeting::Mark,
    register::roster::Sought,
};

/// What is kept of a line.
pub(super) struct Entry {
    /// Where in the text its member stands, and how long that is.
    pub(super) start: u32,
    pub(super) letters: u8,
    /// Where it was read.
    pub(super) mark: Option<Mark>,
    /// The place of the member in the roster of the cell, once looked for; `NOBODY` where there is none.
    pub(super) place: Cell<u32>,
}

pub(super) const NOBODY: u32 = u32::MAX;

impl Entry {
    pub(super) fn new(start: u32, letters: u8, mark: Option<Mark>) -> Self {
        Self { start, letters, mark, place: Cell::new(NOBODY) }
    }

    /// The member whose id stands in the text.
    pub(super) fn member<'t>(&self, text: &'t str) -> Sought<'t> {
        Sought::at(text, self.start as usize, self.letters)
    }
}

/// The lines of a text where each is `member = "mark"` and they go by member.
pub(super) fn plain_lines(text: &str) -> Option<Vec<Entry>> {
    let (bytes, end) = (text.as_bytes(), u32::try_from(text.len()).ok()?);
    let first = bytes.trim_ascii_start().iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |end| end + 1);
    let mut lines = Vec::with_capacity(bytes.len() / first.max(1));
    let (mut last, mut start) = (Sought::of(""), 0);
    while start < end {
        let (sought, letters, mark, length) = if let Some(line) = usual_line(&bytes[start as usize..]) {
            (line.member, line.letters, line.mark, u32::from(line.letters) + BEHIND_ID)
        } else {
            match any_line(text.get(start as usize..)?)? {
                AnyLine::Blank { length } => {
                    start += length;
                    continue;
                }
                AnyLine::Said { member, mark, length } => {
                    (Sought::of(member), u8::try_from(member.len()).ok()?, mark, length)
                }
            }
        };
        // In order, none can be there twice.
        if sought <= last {
            return None;
        }
        lines.push(Entry::new(start, letters, Some(mark)));
        last = sought;
        start += length;
    }
    Some(lines)
}

/// A line as nearly all are: an id shorter than its head, a mark of one letter, a line feed.
struct UsualLine {
    member: Sought<'static>,
    letters: u8,
    mark: Mark,
}

/// The length of ` = "x"` with its line feed.
const BEHIND_ID: u32 = 7;

/// The usual line with which a text begins, if it does. Eight bytes are looked at together: those in which the id stands,
/// then those that end the line.
fn usual_line(text: &[u8]) -> Option<UsualLine> {
    /// The last letter of the id, then what is behind it: all but that letter and the mark is always the same.
    const END: u64 = u64::from_le_bytes(*b"\0 = \"\0\"\n");
    const FIXED: u64 = u64::from_le_bytes([0, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0xFF, 0xFF]);
    let word = u64::from_le_bytes(*text.first_chunk()?);
    let letters = u8::try_from(letters_in_front(word)).ok()?;
    let end = text.get(..usize::from(letters) + BEHIND_ID as usize)?.last_chunk()?;
    let mark = MARK_OF[usize::from(end[5])]?;
    let is_usual = u64::from_le_bytes(*end) & FIXED == END && text[0].is_ascii_alphabetic() && letters < 8;
    is_usual.then(|| UsualLine { member: Sought::short(word.swap_bytes(), letters), letters, mark })
}

/// How many letters of an id stand before the first byte of a word that is none: letters, digits, dashes.
fn letters_in_front(word: u64) -> usize {
    let letters = within(word | each(0x20), b'a', b'z') | within(word, b'0', b'9') | within(word, b'-', b'-');
    place(others(letters))
}

/// The mark that a letter is.
const MARK_OF: [Option<Mark>; 256] = {
    let mut table = [None; 256];
    let mut index = 0;
    while index < Mark::WORDS.len() {
        if let [letter] = Mark::WORDS[index].as_bytes() {
            table[*letter as usize] = Some(Mark::ALL[index]);
        }
        index += 1;
    }
    table
};

/// What any line is, one byte after another.
enum AnyLine<'t> {
    Blank { length: u32 },
    Said { member: &'t str, mark: Mark, length: u32 },
}

/// The line with which a text begins.
fn any_line(text: &str) -> Option<AnyLine<'_>> {
    let behind = |rest: &str| u32::try_from(text.len() - rest.len()).ok();
    if let Some(rest) = after_line_end(text) {
        return Some(AnyLine::Blank { length: behind(rest)? });
    }
    let (member, _, rest) = Id::in_front_of(text)?;
    let (mark, rest) = rest.strip_prefix(" = \"")?.split_once('"')?;
    let rest = if rest.is_empty() { rest } else { after_line_end(rest)? };
    Some(AnyLine::Said { member, mark: Mark::from_word(mark)?, length: behind(rest)? })
}

fn after_line_end(text: &str) -> Option<&str> {
    text.strip_prefix('\n').or_else(|| text.strip_prefix("\r\n"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Texts that are nearly lines.
    fn text() -> impl Strategy<Value = String> {
        let id = prop_oneof!["[a-zA-Z][a-zA-Z0-9-]{0,9}", "[ -~é]{0,9}"];
        let mark = prop_oneof![Just("x"), Just("m"), Just("p"), Just("k"), Just(""), Just("xx"), Just("y"), Just("é")];
        let around = prop_oneof![20 => Just((" = \"", "\"")), 1 => Just(("=\"", "\"")), 1 => Just((" = \"", "\" "))];
        let end = prop_oneof![9 => Just("\n"), 1 => Just("\r\n"), 1 => Just(""), 1 => Just("\n\n")];
        let line =
            (id, mark, around, end).prop_map(|(id, mark, (open, close), end)| format!("{id}{open}{mark}{close}{end}"));
        prop::collection::vec(line, 1..4).prop_map(|lines| lines.concat())
    }

    #[test]
    fn members_go_in_order_and_none_comes_twice() {
        let members = |text| plain_lines(text).map(|lines| lines.len());
        assert_eq!(members("dv01 = \"x\"\n\ndv02 = \"\"\r\nmember-03 = \"k\"\nz = \"p\""), Some(4));
        for twice in ["dv01 = \"x\"\ndv01 = \"x\"\n", "dv01 = \"x\"\ndv01 = \"x\"\r\n", "b = \"\"\na = \"x\"\n"] {
            assert_eq!(members(twice), None, "{twice}");
        }
    }

    proptest! {
        #[test]
        fn a_usual_line_is_what_one_byte_after_another_says(text in text()) {
            let usual = usual_line(text.as_bytes());
            let any = any_line(&text).and_then(|line| match line {
                AnyLine::Said { member, mark, length } => Some((member, mark, length)),
                AnyLine::Blank { .. } => None,
            });
            // Seven bytes behind the id are one letter of a mark and a line feed.
            let is_usual = |(member, _, length): &(&str, Mark, u32)| {
                member.len() < 8 && *length as usize == member.len() + 7 && text[..*length as usize].ends_with("\"\n")
            };
            let any = any.filter(is_usual).filter(|(_, mark, _)| *mark != Mark::Blank);
            let usual = usual.map(|line| (line.member, usize::from(line.letters), line.mark));
            prop_assert!(usual == any.map(|(member, mark, _)| (Sought::of(member), member.len(), mark)), "{text:?}");
        }

        #[test]
        fn letters_of_an_id_are_found_eight_at_once(bytes in prop::array::uniform8(any::<u8>())) {
            let is_letter = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-';
            let ascii = bytes.map(|byte| byte & 0x7F);
            for bytes in [bytes, ascii, ascii.map(|byte| byte | 0x60)] {
                let letters = bytes.iter().position(|byte| !is_letter(byte)).unwrap_or(8);
                prop_assert_eq!(letters_in_front(u64::from_le_bytes(bytes)), letters);
            }
        }
    }
}
