//! `24/27`: how many came of those who should have. More than all cannot come.

use crate::{
    date::digits,
    lang::{Lang, say},
};

/// Present, expected.
pub(crate) fn counts(text: &str, lang: Lang) -> Result<(u32, u32), String> {
    let number = |text: &str| digits(text.trim()).map(i32::cast_unsigned);
    let numbers = text.split_once('/').and_then(|(present, expected)| Some((number(present)?, number(expected)?)));
    match numbers {
        Some((present, expected)) if present > expected => Err(say!(
            lang,
            "số có mặt ({present}) lớn hơn số phải dự ({expected}); viết có mặt trước, ví dụ 24/27",
            "{present} present are more than {expected} expected; those present come first, for example 24/27"
        )),
        Some((_, 0)) | None => Err(say!(
            lang,
            "cần số có mặt và số phải dự, ví dụ 24/27",
            "give the number present and the number expected, for example 24/27"
        )),
        Some(counts) => Ok(counts),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn from_nobody_to_everybody_may_come() {
        assert_eq!(counts("24/27", Lang::Vi), Ok((24, 27)));
        assert_eq!(counts("0/27", Lang::Vi), Ok((0, 27)));
        assert_eq!(counts("27 / 27", Lang::Vi), Ok((27, 27)));
    }

    #[test]
    fn more_than_expected_cannot_come() {
        let expected = "số có mặt (27) lớn hơn số phải dự (24); viết có mặt trước, ví dụ 24/27";
        assert_eq!(counts("27/24", Lang::Vi), Err(expected.to_owned()));
        let expected = "27 present are more than 24 expected; those present come first, for example 24/27";
        assert_eq!(counts("27/24", Lang::En), Err(expected.to_owned()));
    }

    #[test]
    fn anything_else_is_told_the_form() {
        for wrong in ["24", "24-27", "24/", "0/0", "-1/3", "24/27/30", "99999999999/1"] {
            assert_eq!(counts(wrong, Lang::Vi), Err("cần số có mặt và số phải dự, ví dụ 24/27".to_owned()), "{wrong}");
        }
        let expected = "give the number present and the number expected, for example 24/27";
        assert_eq!(counts("all", Lang::En), Err(expected.to_owned()));
    }
}
