//! The order of Vietnamese words and names: letters first, then tones, then capitals; of a person the given name, which
//! stands last, comes first.

use unicode_normalization::UnicodeNormalization;

/// A key by which words sort as a Vietnamese dictionary has them.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key {
    letters: Vec<u32>,
    tones: Vec<u8>,
    capitals: Vec<bool>,
}

/// `Trần Thị Ánh` stands by `Ánh`, then by `Trần Thị`.
pub(crate) fn name_key(name: &str) -> (Key, Key) {
    let name = name.trim();
    let (rest, given) = name.rsplit_once(char::is_whitespace).unwrap_or(("", name));
    (key(given), key(rest.trim_end()))
}

pub(crate) fn key(text: &str) -> Key {
    let mut key = Key::default();
    for c in text.nfd() {
        if let Some(tone) = tone(c) {
            // It is of the letter before it.
            if let Some(last) = key.tones.last_mut() {
                *last = tone;
            }
        } else if let Some(form) = form(c) {
            if let Some(last) = key.letters.last_mut() {
                *last += form;
            }
        } else {
            key.capitals.push(c.is_uppercase());
            key.tones.push(0);
            key.letters.push(letter(c));
        }
    }
    key
}

/// Steps between two letters, so that those with a hat, a horn or a breve have room between them.
const STEP: u32 = 8;

fn letter(c: char) -> u32 {
    let small = c.to_lowercase().next().unwrap_or(c);
    match small {
        'đ' => u32::from('d') * STEP + 4,
        _ => u32::from(small) * STEP,
    }
}

/// The breve of ă, the hat of â ê ô, the horn of ơ ư, in the order of the alphabet.
fn form(c: char) -> Option<u32> {
    match c {
        '\u{306}' => Some(1),
        '\u{302}' => Some(2),
        '\u{31B}' => Some(3),
        _ => None,
    }
}

/// Ngang, huyền, hỏi, ngã, sắc, nặng.
fn tone(c: char) -> Option<u8> {
    let tones = ['\u{300}', '\u{309}', '\u{303}', '\u{301}', '\u{323}'];
    (1..).zip(tones).find(|(_, tone)| *tone == c).map(|(nth, _)| nth)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_as_a_dictionary_has_them() {
        let words = [
            "a", "à", "ả", "ã", "á", "ạ", "an", "ă", "ắn", "â", "ấn", "da", "đa", "e", "ê", "o", "ô", "ơ", "u", "ư",
            "y",
        ];
        let mut sorted = words;
        sorted.reverse();
        sorted.sort_by_key(|word| key(word));
        assert_eq!(sorted, words);
        assert!(key("hoa") < key("Hoa"));
    }

    #[test]
    fn people_stand_by_their_given_names() {
        let mut names = ["Nguyễn Văn Ước", "Trần Thị Ánh", "Đỗ Thị Ánh", "Lê Anh", "Bùi Văn An"];
        names.sort_by_key(|name| name_key(name));
        assert_eq!(names, ["Bùi Văn An", "Lê Anh", "Đỗ Thị Ánh", "Trần Thị Ánh", "Nguyễn Văn Ước"]);
    }
}
