//! TCVN3, the letters of the ABC fonts (.VnTime, .VnArial): TCVN 5712:1993, its third set. Capitals with a tone have no
//! letters of their own: a font of capitals (.VnTimeH) shows the small ones.

/// What Windows-1252 has in the place of a letter, and the letter.
const LETTERS: [(char, char); 74] = [
    ('¡', 'Ă'),
    ('¢', 'Â'),
    ('£', 'Ê'),
    ('¤', 'Ô'),
    ('¥', 'Ơ'),
    ('¦', 'Ư'),
    ('§', 'Đ'),
    ('¨', 'ă'),
    ('©', 'â'),
    ('ª', 'ê'),
    ('«', 'ô'),
    ('¬', 'ơ'),
    ('\u{AD}', 'ư'),
    ('®', 'đ'),
    ('µ', 'à'),
    ('¶', 'ả'),
    ('·', 'ã'),
    ('¸', 'á'),
    ('¹', 'ạ'),
    ('»', 'ằ'),
    ('¼', 'ẳ'),
    ('½', 'ẵ'),
    ('¾', 'ắ'),
    ('Æ', 'ặ'),
    ('Ç', 'ầ'),
    ('È', 'ẩ'),
    ('É', 'ẫ'),
    ('Ê', 'ấ'),
    ('Ë', 'ậ'),
    ('Ì', 'è'),
    ('Î', 'ẻ'),
    ('Ï', 'ẽ'),
    ('Ð', 'é'),
    ('Ñ', 'ẹ'),
    ('Ò', 'ề'),
    ('Ó', 'ể'),
    ('Ô', 'ễ'),
    ('Õ', 'ế'),
    ('Ö', 'ệ'),
    ('×', 'ì'),
    ('Ø', 'ỉ'),
    ('Ü', 'ĩ'),
    ('Ý', 'í'),
    ('Þ', 'ị'),
    ('ß', 'ò'),
    ('á', 'ỏ'),
    ('â', 'õ'),
    ('ã', 'ó'),
    ('ä', 'ọ'),
    ('å', 'ồ'),
    ('æ', 'ổ'),
    ('ç', 'ỗ'),
    ('è', 'ố'),
    ('é', 'ộ'),
    ('ê', 'ờ'),
    ('ë', 'ở'),
    ('ì', 'ỡ'),
    ('í', 'ớ'),
    ('î', 'ợ'),
    ('ï', 'ù'),
    ('ñ', 'ủ'),
    ('ò', 'ũ'),
    ('ó', 'ú'),
    ('ô', 'ụ'),
    ('õ', 'ừ'),
    ('ö', 'ử'),
    ('÷', 'ữ'),
    ('ø', 'ứ'),
    ('ù', 'ự'),
    ('ú', 'ỳ'),
    ('û', 'ỷ'),
    ('ü', 'ỹ'),
    ('ý', 'ý'),
    ('þ', 'ỵ'),
];

/// Nothing where the text has a letter that no byte of an old font is.
pub(super) fn decode(text: &str) -> Option<String> {
    super::bytes(text)?;
    let meant = |c: char| LETTERS.iter().find(|(shown, _)| *shown == c).map_or(c, |(_, meant)| *meant);
    Some(text.chars().map(meant).collect())
}

#[cfg(test)]
pub(super) fn encode(text: &str) -> String {
    let shown = |c: char| {
        let of = |wanted: char| LETTERS.iter().find(|(_, meant)| *meant == wanted).map(|(shown, _)| *shown);
        of(c).or_else(|| c.to_lowercase().next().and_then(of)).unwrap_or(c)
    };
    text.chars().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_is_one_of_vietnamese_and_stands_once() {
        let mut meant: Vec<char> = LETTERS.iter().map(|(_, meant)| *meant).collect();
        meant.sort_unstable();
        meant.dedup();
        assert_eq!(meant.len(), LETTERS.len());
        assert_eq!(decode("NguyÔn V¨n ¸i").as_deref(), Some("Nguyễn Văn ái"));
        assert_eq!(decode("Nguyễn"), None);
    }
}
