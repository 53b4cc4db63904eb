//! The order of Vietnamese words and names: letters first, then tones, then capitals; numbers by their value; of a
//! person the given name, which stands last, comes first.

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

/// The place of a person in a list: by name, then those whose name is not known, by id.
pub(crate) fn person_key(name: Option<&str>, id: &str) -> (bool, Option<(Key, Key)>, String) {
    let name = name.filter(|name| !name.trim().is_empty());
    (name.is_none(), name.map(name_key), id.to_owned())
}

pub(crate) fn key(text: &str) -> Key {
    let mut key = Key::default();
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut signs = words.join(" ").nfd().collect::<Vec<char>>().into_iter().peekable();
    while let Some(c) = signs.next() {
        if c.is_ascii_digit() {
            let mut number = vec![c];
            while let Some(next) = signs.next_if(char::is_ascii_digit) {
                number.push(next);
            }
            key.number(&number);
            continue;
        }
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
            key.push(letter(c), c.is_uppercase());
        }
    }
    key
}

impl Key {
    fn push(&mut self, letter: u32, is_capital: bool) {
        self.capitals.push(is_capital);
        self.tones.push(0);
        self.letters.push(letter);
    }

    /// `Thôn 10` stands after `Thôn 2`: the longer number is the greater.
    fn number(&mut self, digits: &[char]) {
        let zeros = digits.iter().take_while(|digit| **digit == '0').count();
        let digits = &digits[zeros..];
        self.push(letter('0'), false);
        self.push(u32::try_from(digits.len()).unwrap_or(u32::MAX), false);
        digits.iter().for_each(|digit| self.push(letter(*digit), false));
    }
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
    fn numbers_stand_by_their_value() {
        let mut units = ["Thôn 10", "Thôn 2", "Thôn Đông", "Thôn 3B", "Thôn 3A", "Thôn 1", "Thôn Cao", "Thôn Ấp"];
        units.sort_by_key(|unit| key(unit));
        let order = ["Thôn 1", "Thôn 2", "Thôn 3A", "Thôn 3B", "Thôn 10", "Thôn Ấp", "Thôn Cao", "Thôn Đông"];
        assert_eq!(units, order);
    }

    #[test]
    fn both_normal_forms_and_any_spaces_have_one_key() {
        for name in ["Nguyễn Thị Ngọc Ánh", "Đặng Thế Uỷ"] {
            assert_eq!(name_key(&name.nfd().collect::<String>()), name_key(name));
        }
        assert_eq!(name_key("  Nguyễn  Văn\tAn "), name_key("Nguyễn Văn An"));
        assert_eq!(name_key(" "), name_key(""));
    }

    #[test]
    fn those_without_a_name_stand_last() {
        let mut people = [(None, "dv01"), (Some("Bùi Văn An"), "dv03"), (Some(" "), "dv00"), (Some("Ân"), "dv02")];
        people.sort_by_key(|(name, id)| person_key(*name, id));
        assert_eq!(people.map(|(_, id)| id), ["dv03", "dv02", "dv00", "dv01"]);
    }

    #[test]
    fn people_stand_by_their_given_names() {
        let mut names = ["Nguyễn Văn Ước", "Trần Thị Ánh", "Đỗ Thị Ánh", "Lê Anh", "Bùi Văn An"];
        names.sort_by_key(|name| name_key(name));
        assert_eq!(names, ["Bùi Văn An", "Lê Anh", "Đỗ Thị Ánh", "Trần Thị Ánh", "Nguyễn Văn Ước"]);
    }
}
