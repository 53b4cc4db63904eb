//! Text as people of the register write it: normal form, tone position, nearest words, short quotations.

pub(crate) mod columns;

use std::{borrow::Cow, ops::Range};

use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::lang::{Lang, say};

/// Normal form C, borrowed where the text has it already.
pub(crate) fn nfc(text: &str) -> Cow<'_, str> {
    if is_nfc(text) { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}

/// The key under which two spellings of one word are the same: normal form, lower case, tone marks in one position
/// (`uỷ` = `ủy`, `hoá` = `hóa`, `thuý` = `thúy`).
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in nfc(text).to_lowercase().split_inclusive(|c: char| !c.is_alphabetic()) {
        fold_word(word, &mut folded);
    }
    folded
}

/// Tone marks of a word are taken off their letters and written behind it, so that their position no longer matters.
fn fold_word(word: &str, folded: &mut String) {
    let mut tone = None;
    let mut tail = String::new();
    let bare: String = word
        .nfd()
        .filter(|&c| {
            // Huyền, hỏi, ngã, sắc, nặng; the other marks belong to the letter.
            let is_tone = matches!(c, '\u{300}' | '\u{309}' | '\u{303}' | '\u{301}' | '\u{323}');
            if is_tone {
                tone = Some(c);
            } else if !c.is_alphabetic() && !('\u{300}'..='\u{36F}').contains(&c) {
                tail.push(c);
                return false;
            }
            !is_tone
        })
        .nfc()
        .collect();
    folded.push_str(&bare);
    folded.extend(tone);
    folded.push_str(&tail);
}

/// The key by which a word is looked for as it is typed without an input method: no marks, no tones, lower case.
pub(crate) fn search_key(text: &str) -> String {
    let bare = text.nfd().filter(|c| !('\u{300}'..='\u{36F}').contains(c));
    bare.flat_map(char::to_lowercase).map(|c| if c == 'đ' { 'd' } else { c }).collect()
}

/// Text on one line, in normal form, for a comment: TOML allows no control character there.
pub(crate) fn one_line(text: &str) -> String {
    nfc(text).chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// Text as a basic string of TOML 1.0, in normal form.
pub(crate) fn toml_string(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in nfc(text).chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            c if c.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// The same; a text of several lines stands on lines of its own.
pub(crate) fn toml_text(text: &str) -> String {
    let text = text.trim_end();
    if !text.contains('\n') {
        return toml_string(text);
    }
    let lines: Vec<String> = text.split('\n').map(toml_string).collect();
    // Each line is what a string of one line holds, without its quotation marks.
    let lines = lines.iter().map(|line| &line[1..line.len() - 1]);
    format!("\"\"\"\n{}\"\"\"", lines.collect::<Vec<_>>().join("\n"))
}

/// Text of others, such as a file's name, that may go to a terminal: on one line, without control characters and
/// without those that turn the direction of what follows.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    let is_hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    if text.contains(is_hidden) { Cow::Owned(text.replace(is_hidden, "\u{FFFD}")) } else { Cow::Borrowed(text) }
}

/// The nearest name of plain letters, digits and dashes: `Chi bộ Thôn 3` gives `chi-bo-thon-3`.
pub(crate) fn plain(name: &str) -> String {
    let letters = name.to_lowercase().replace('đ', "d");
    let letters = letters.nfd().filter(|c| !('\u{300}'..='\u{36F}').contains(c));
    let dashed: String = letters.map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    dashed.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

/// A quotation for a message: one line, control characters shown as spaces, cut after `most` characters.
pub(crate) fn shorten(text: &str, most: usize) -> String {
    let mut shown: String = text.chars().take(most).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.chars().nth(most).is_some() {
        shown.push('…');
    }
    shown
}

/// Ids for a message: the first few by name, the rest as a number.
pub(crate) fn list_ids(ids: &[&str], lang: Lang) -> String {
    const NAMED: usize = 8;
    let named: Vec<String> = ids.iter().take(NAMED).map(|id| format!("`{id}`")).collect();
    let (named, more) = (named.join(", "), ids.len().saturating_sub(NAMED));
    if more == 0 { named } else { say!(lang, "{named} và {more} người nữa", "{named} and {more} more") }
}

/// The words of a text with their places: letters, and marks that stand apart from their letter.
pub(crate) fn words(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let is_letter = |c: char| c.is_alphabetic() || ('\u{300}'..='\u{36F}').contains(&c);
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + text[rest..].find(is_letter)?;
        let end = text[start..].find(|c| !is_letter(c)).map_or(text.len(), |length| start + length);
        rest = end;
        Some((start..end, &text[start..end]))
    })
}

/// The word nearest to what was written, if it is near enough to be a slip of the hand.
pub(crate) fn nearest<'w>(written: &str, words: &[&'w str]) -> Option<&'w str> {
    let allowed = (written.chars().count() / 3).max(1);
    words
        .iter()
        .map(|word| (distance(written, word), *word))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word)
}

/// The number of letters to insert, remove, change or swap with their neighbour.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let width = b.len() + 1;
    let mut table: Vec<usize> = (0..(a.len() + 1) * width).collect();
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            table[i * width + j] = match (i, j) {
                (0, n) | (n, 0) => n,
                _ => {
                    let change = table[(i - 1) * width + j - 1] + usize::from(a[i - 1] != b[j - 1]);
                    let remove = table[(i - 1) * width + j] + 1;
                    let insert = table[i * width + j - 1] + 1;
                    let swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                    let swap = if swapped { table[(i - 2) * width + j - 2] + 1 } else { usize::MAX };
                    change.min(remove).min(insert).min(swap)
                }
            };
        }
    }
    table[a.len() * width + b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_word_fold_to_one_key() {
        assert_eq!(fold("Uỷ ban"), fold("ủy ban"));
        assert_eq!(fold("văn hoá"), fold("văn hóa"));
        assert_eq!(fold("To\u{300}a"), fold("tòa"));
        assert_ne!(fold("ba"), fold("bà"));
        assert_ne!(fold("ô"), fold("o"));
        assert_ne!(fold("hòa"), fold("hoá"));
    }

    #[test]
    fn a_plain_name_keeps_its_letters() {
        assert_eq!(plain("Chi bộ Thôn 3 (Đông)"), "chi-bo-thon-3-dong");
        assert_eq!(plain("–"), "");
    }

    #[test]
    fn the_nearest_word_is_a_slip_away_and_nothing_farther() {
        assert_eq!(nearest("reguler", &["regular", "thematic"]), Some("regular"));
        assert_eq!(nearest("unitl", &["from", "until"]), Some("until"));
        assert_eq!(nearest("xyz", &["from", "until"]), None);
    }

    #[test]
    fn what_a_terminal_would_obey_is_shown_instead() {
        assert_eq!(visible("a\n\u{1B}[31mb\u{202E}c"), "a\u{FFFD}\u{FFFD}[31mb\u{FFFD}c");
        assert_eq!(visible("Mễ Sở"), "Mễ Sở");
    }

    #[test]
    fn words_are_found_where_they_stand() {
        let found: Vec<_> = words("(Bí\u{323} thư, 2 ủy)").collect();
        assert_eq!(found, [(1..6, "Bí\u{323}"), (7..11, "thư"), (15..19, "ủy")]);
        assert_eq!(words("12, 3").count(), 0);
    }

    #[test]
    fn a_quotation_is_one_short_line() {
        assert_eq!(shorten("a\nb", 10), "a b");
        assert_eq!(shorten("ăâđê", 3), "ăâđ…");
    }

    #[test]
    fn what_is_typed_without_marks_finds_the_word() {
        assert_eq!(search_key("Đại hội"), "dai hoi");
        assert_eq!(search_key("chi uỷ"), "chi uy");
        assert_eq!(search_key("thu\u{30B}o\u{31B}"), "thuo");
    }

    #[test]
    fn any_text_is_a_string_of_toml() {
        assert_eq!(toml_string("nhà \"văn hóa\"\\\n\u{7}"), "\"nhà \\\"văn hóa\\\"\\\\\\n\\u0007\"");
        assert_eq!(one_line("a\r\nb"), "a  b");
        assert_eq!(toml_text("một \"dòng\"\n"), "\"một \\\"dòng\\\"\"");
        assert_eq!(toml_text("hai\n\n\"\"\"dòng\\"), "\"\"\"\nhai\n\n\\\"\\\"\\\"dòng\\\\\"\"\"");
    }
}
