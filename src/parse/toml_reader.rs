//! TOML to records, with every mistake of the file and its place.

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::{
    lang::say,
    parse::{Problems, Recorded, canonical, syntax_words, toml_value::Value, toml_version},
    rules::toml_syntax,
    source::At,
};

/// Tables nested deeper than any record needs are refused before anything walks them.
const MAX_DEPTH: usize = 32;

/// Reads one file as a record. `None` where it has no valid syntax or lacks what it must have; either is reported.
pub(crate) fn read<'a, T: Recorded<'a>>(text: &'a str, problems: &Problems<'_>) -> Option<T> {
    let taken = canonical::read(text);
    if taken.is_some() { taken } else { read_any(text, problems) }
}

/// Reads a file of any form.
pub(super) fn read_any<'a, T: Recorded<'a>>(text: &'a str, problems: &Problems<'_>) -> Option<T> {
    if syntax_words::control_character(&toml_syntax::RULE, problems) {
        return None;
    }
    let (table, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        syntax_words::report(&errors, text, problems);
        return None;
    }
    if let Some(at) = table.get_ref().values().find_map(|value| too_deep(value, MAX_DEPTH)) {
        let lang = problems.lang;
        let message = say!(
            lang,
            "bảng hoặc danh sách lồng nhau quá {MAX_DEPTH} tầng",
            "tables or lists are nested deeper than {MAX_DEPTH} levels"
        );
        problems.add(&toml_syntax::RULE, at, message, None);
        return None;
    }
    if !toml_version::check(table.get_ref(), text, problems) {
        return None;
    }
    let file = Value::of_file(table.get_ref(), problems);
    T::deserialize(file).ok()
}

/// The first value that lies deeper than `room` levels of tables and lists.
fn too_deep(value: &Spanned<DeValue<'_>>, room: usize) -> Option<At> {
    match (value.get_ref(), room.checked_sub(1)) {
        (DeValue::Table(_) | DeValue::Array(_), None) => Some(At::bytes(value.span())),
        (DeValue::Table(table), Some(room)) => table.values().find_map(|child| too_deep(child, room)),
        (DeValue::Array(array), Some(room)) => array.iter().find_map(|element| too_deep(element, room)),
        _ => None,
    }
}
