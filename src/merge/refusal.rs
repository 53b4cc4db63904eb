//! Why a text is no report, in the reader's language: serde speaks English, and passes on one text.

use serde::de::Error;
use serde_json::error::Category;

use crate::lang::Lang;

/// A reason in both languages, on two lines: split again by `reason`.
pub(super) fn both<E: Error>(vi: &str, en: &str) -> E {
    E::custom(format!("{}\n{}", one_line(vi), one_line(en)))
}

fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

/// Why a text is no report, in one language, without its place.
pub(super) fn reason(error: &serde_json::Error, lang: Lang) -> String {
    let text = error.to_string();
    // serde_json says the place last.
    let text = text.rfind(" at line ").map_or(text.as_str(), |place| &text[..place]);
    if let Some((vi, en)) = text.split_once('\n') {
        return match lang {
            Lang::Vi => vi.to_owned(),
            Lang::En => en.to_owned(),
        };
    }
    let key = text.split('`').nth(1).map(one_line).unwrap_or_default();
    match (lang, error.classify()) {
        (Lang::Vi, Category::Eof) => "tệp bị cắt cụt".to_owned(),
        (Lang::En, Category::Eof) => "the file is cut short".to_owned(),
        (Lang::Vi, Category::Syntax | Category::Io) => "sai cú pháp JSON".to_owned(),
        (Lang::En, Category::Syntax | Category::Io) => format!("it is no JSON: {}", one_line(text)),
        (Lang::Vi, Category::Data) if text.starts_with("missing field") => format!("thiếu khóa `{key}`"),
        (Lang::En, Category::Data) if text.starts_with("missing field") => format!("the key `{key}` is missing"),
        (Lang::Vi, Category::Data) if text.starts_with("duplicate field") => format!("khóa `{key}` có hai lần"),
        (Lang::En, Category::Data) if text.starts_with("duplicate field") => format!("the key `{key}` is there twice"),
        (Lang::Vi, Category::Data) => "giá trị không đúng kiểu".to_owned(),
        (Lang::En, Category::Data) => format!("a value of the wrong kind: {}", one_line(text)),
    }
}
