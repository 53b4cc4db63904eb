//! Records are TOML 1.0, which every editor and library reads. The parser also takes what 1.1 added; that is refused here.

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::{
    lang::{Words, say},
    parse::Problems,
    rules::toml_syntax,
    source::At,
};

/// Reports what only TOML 1.1 allows; says whether there was nothing.
pub(crate) fn check(table: &DeTable<'_>, text: &str, problems: &Problems<'_>) -> bool {
    let before = problems.count();
    for value in table.values() {
        check_value(value, text, problems);
    }
    problems.count() == before
}

fn check_value(value: &Spanned<DeValue<'_>>, text: &str, problems: &Problems<'_>) {
    let span = value.span();
    let raw = text.get(span.clone()).unwrap_or_default();
    match value.get_ref() {
        DeValue::Datetime(datetime) if datetime.time.is_some_and(|time| time.second.is_none()) => {
            let lang = problems.lang;
            let message = say!(lang, "giờ {raw} thiếu giây", "the time {raw} lacks its seconds");
            let remedy = say!(lang, "viết {raw}:00", "write {raw}:00");
            problems.add(&toml_syntax::RULE, At::bytes(span), message, Some(remedy));
        }
        DeValue::String(_) if raw.starts_with('"') && has_new_escape(raw) => refuse(
            Words::new("`\\e` và `\\x` chưa có trong TOML 1.0", "`\\e` and `\\x` are not in TOML 1.0"),
            span,
            problems,
        ),
        DeValue::Array(array) => array.iter().for_each(|element| check_value(element, text, problems)),
        DeValue::Table(table) => {
            if raw.starts_with('{') && has_new_layout(table, raw, span.start) {
                let words = Words::new(
                    "bảng trong `{ }` phải nằm trên một dòng và không có dấu phẩy cuối",
                    "a table in `{ }` stands on one line and has no comma at its end",
                );
                refuse(words, span, problems);
            }
            table.values().for_each(|child| check_value(child, text, problems));
        }
        _ => {}
    }
}

fn refuse(words: Words, span: std::ops::Range<usize>, problems: &Problems<'_>) {
    problems.add(&toml_syntax::RULE, At::bytes(span), words.of(problems.lang).to_owned(), None);
}

fn has_new_escape(raw: &str) -> bool {
    let mut letters = raw.bytes();
    while let Some(letter) = letters.next() {
        if letter == b'\\' && matches!(letters.next(), Some(b'e' | b'x')) {
            return true;
        }
    }
    false
}

/// Whether a newline or a trailing comma stands between the braces, outside of the values (where they may stand).
fn has_new_layout(table: &DeTable<'_>, raw: &str, start: usize) -> bool {
    let mut between = String::new();
    let mut at = 0;
    for value in table.values() {
        let span = value.span();
        // A dotted key's own table has the key's place, not a value's.
        if let (Some(from), Some(to)) = (span.start.checked_sub(start), span.end.checked_sub(start))
            && from >= at
            && to <= raw.len()
        {
            between.push_str(&raw[at..from]);
            at = to;
        }
    }
    between.push_str(&raw[at..]);
    between.contains('\n') || between.trim_end_matches('}').trim_end().ends_with(',')
}
