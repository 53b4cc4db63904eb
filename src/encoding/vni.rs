//! VNI for Windows: a plain letter and, behind it, a letter that stands for its marks.

use unicode_normalization::UnicodeNormalization;

/// What stands behind a vowel, with the marks that it stands for, small and capital alike.
const MARKS: [(char, &str); 16] = [
    ('ø', "\u{300}"),
    ('ù', "\u{301}"),
    ('û', "\u{309}"),
    ('õ', "\u{303}"),
    ('ï', "\u{323}"),
    ('â', "\u{302}"),
    ('à', "\u{302}\u{300}"),
    ('á', "\u{302}\u{301}"),
    ('å', "\u{302}\u{309}"),
    ('ã', "\u{302}\u{303}"),
    ('ä', "\u{302}\u{323}"),
    ('ê', "\u{306}"),
    ('è', "\u{306}\u{300}"),
    ('é', "\u{306}\u{301}"),
    ('ú', "\u{306}\u{309}"),
    ('ü', "\u{306}\u{303}"),
];
/// Of ă with a heavy tone; no other letter has it.
const BREVE_HEAVY: (char, &str) = ('ë', "\u{306}\u{323}");
/// Letters that are one sign.
const LETTERS: [(char, char); 9] =
    [('ñ', 'đ'), ('ô', 'ơ'), ('ö', 'ư'), ('î', 'ỵ'), ('æ', 'ỉ'), ('ó', 'ĩ'), ('ò', 'ị'), ('ì', 'ì'), ('í', 'í')];

/// Nothing where the text has a letter that no byte of an old font is.
pub(super) fn decode(text: &str) -> Option<String> {
    super::bytes(text)?;
    let (mut decoded, mut before) = (String::with_capacity(text.len()), ' ');
    for c in text.chars() {
        let small = c.to_lowercase().next().unwrap_or(c);
        match marks(small).filter(|marks| takes(before, marks)) {
            Some(marks) => {
                decoded.push_str(marks);
                before = ' ';
            }
            None => {
                let letter = LETTERS.iter().find(|(shown, _)| *shown == small).map_or(small, |(_, meant)| *meant);
                decoded.extend(if c == small { letter.to_lowercase().next() } else { letter.to_uppercase().next() });
                before = small;
            }
        }
    }
    Some(decoded.nfc().collect())
}

fn marks(c: char) -> Option<&'static str> {
    MARKS.iter().chain([&BREVE_HEAVY]).find(|(shown, _)| *shown == c).map(|(_, marks)| *marks)
}

/// Which marks a letter, as it is shown, can have behind it.
fn takes(letter: char, marks: &str) -> bool {
    match letter {
        'a' => true,
        'e' | 'o' => !marks.starts_with('\u{306}'),
        'u' | 'y' | 'ô' | 'ö' => !marks.starts_with(['\u{302}', '\u{306}']),
        _ => false,
    }
}

#[cfg(test)]
pub(super) fn encode(text: &str) -> String {
    let one = |c: char| -> String {
        let capital = |shown: char| if c.is_uppercase() { shown.to_uppercase().collect() } else { shown.to_string() };
        let small = c.to_lowercase().next().unwrap_or(c);
        if let Some((shown, _)) = LETTERS.iter().find(|(_, meant)| *meant == small) {
            return capital(*shown);
        }
        let parts: Vec<char> = small.to_string().nfd().collect();
        let horned = parts.contains(&'\u{31B}');
        let mut marks: String = parts[1..].iter().filter(|c| **c != '\u{31B}').collect();
        // The circumflex and the breve before the tone, as they are listed.
        if marks.starts_with('\u{323}') && marks.chars().count() > 1 {
            marks = marks.chars().rev().collect();
        }
        let letter = match (parts[0], horned) {
            ('o', true) => 'ô',
            ('u', true) => 'ö',
            (letter, _) => letter,
        };
        let behind = MARKS.iter().chain([&BREVE_HEAVY]).find(|(_, of)| *of == marks).map(|(shown, _)| *shown);
        capital(letter) + &behind.map(capital).unwrap_or_default()
    };
    text.chars().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_comes_back() {
        for text in [
            "aàáảãạ ăằắẳẵặ âầấẩẫậ eèéẻẽẹ êềếểễệ iìíỉĩị oòóỏõọ ôồốổỗộ ơờớởỡợ uùúủũụ ưừứửữự yỳýỷỹỵ đ",
            "Nguyễn Thị Hường",
            "ĐẢNG BỘ XÃ",
        ] {
            assert_eq!(decode(&encode(text)).as_deref(), Some(text));
        }
        assert_eq!(decode("Nguyeãn Vaên Thöôûng").as_deref(), Some("Nguyễn Văn Thưởng"));
        assert_eq!(decode("Chi boä thoân, ñaûng vieân").as_deref(), Some("Chi bộ thôn, đảng viên"));
    }
}
