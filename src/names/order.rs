//! The Vietnamese order of people: by given name, the last word, then by what stands before it. Letters come before
//! tones, and tones before case: `Ân` after `An`, `ba bà bả bã bá bạ`.

use unicode_normalization::UnicodeNormalization;

/// The letters in their order; each base letter is followed by those that its marks make of it.
const LETTERS: &str = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
/// Huyền, hỏi, ngã, sắc, nặng; before them stands no tone.
const TONES: [char; 5] = ['\u{300}', '\u{309}', '\u{303}', '\u{301}', '\u{323}'];

/// What a word is compared by: its letters, then its tones, then its capitals.
type Word = (Vec<(usize, char)>, Vec<usize>, Vec<bool>);

/// The key under which a person's name stands in a list.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct NameKey {
    given: Word,
    before: Word,
}

pub(crate) fn key(name: &str) -> NameKey {
    let words: Vec<&str> = name.split_whitespace().collect();
    let (given, before) = words.split_last().map_or(("", String::new()), |(given, before)| (*given, before.join(" ")));
    NameKey { given: word(given), before: word(&before) }
}

fn word(text: &str) -> Word {
    let (mut letters, mut tones, mut capitals) = (Vec::new(), Vec::new(), Vec::new());
    // Tones apart from their letters, the other marks on them.
    for c in text.nfd().filter(|c| !TONES.contains(c)).nfc() {
        let small = c.to_lowercase().next().unwrap_or(c);
        // A letter of another language comes after all of ours; what is no letter, such as a space, before them.
        let place = LETTERS.chars().position(|letter| letter == small);
        let place = place.map_or(if small.is_alphabetic() { usize::MAX } else { 0 }, |place| place + 1);
        letters.push((place, small));
        capitals.push(c.is_uppercase());
    }
    for c in text.nfd() {
        match TONES.iter().position(|tone| *tone == c) {
            Some(tone) => tones.last_mut().into_iter().for_each(|last| *last = tone + 1),
            None if ('\u{300}'..='\u{36F}').contains(&c) => {}
            None => tones.push(0),
        }
    }
    (letters, tones, capitals)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(names: &[&str]) -> Vec<String> {
        let mut names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        names.sort_by_key(|name| key(name));
        names
    }

    #[test]
    fn people_stand_by_their_given_names() {
        let order = ["Trần Văn An", "Lê Thị Ánh", "Đỗ Văn Ân", "Nguyễn Văn Dũng", "Lê Đạt", "Nguyễn Thị Hoa"];
        let mixed = ["Nguyễn Thị Hoa", "Đỗ Văn Ân", "Lê Đạt", "Nguyễn Văn Dũng", "Trần Văn An", "Lê Thị Ánh"];
        assert_eq!(sorted(&mixed), order);
        assert_eq!(sorted(&["Trần Thị Hoa", "Lê Văn Hoa", "Đỗ Hoa"]), ["Đỗ Hoa", "Lê Văn Hoa", "Trần Thị Hoa"]);
    }

    #[test]
    fn tones_come_after_letters_in_the_order_of_the_dictionary() {
        let order = ["ba", "bà", "bả", "bã", "bá", "bạ", "bac", "bă", "bâ", "bo", "bô", "bơ", "bu", "bư"];
        let mut mixed = order;
        mixed.reverse();
        assert_eq!(sorted(&mixed), order);
        assert_eq!(sorted(&["Dung", "Đan", "dung"]), ["dung", "Dung", "Đan"]);
    }

    #[test]
    fn both_normal_forms_of_a_name_have_one_key() {
        for name in ["Nguyễn Thị Ngọc Ánh", "Đặng Thế Uỷ"] {
            assert_eq!(key(&name.nfd().collect::<String>()), key(name));
        }
        assert_eq!(key(" "), key(""));
    }
}
