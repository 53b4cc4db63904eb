//! The canonical form of a TOML record: `key = value` without indentation, a blank line before each header and never two
//! in a row, each value in its plainest spelling, text in normal form C. Keys stay in their order, comments where they
//! belong, and the lines of a list are its lines.

use toml_edit::{Array, DocumentMut, InlineTable, Item, RawString, Table, Value};

use crate::{
    date::Month,
    edit::toml_layout::{INDENT, above, above_header, behind, inside},
    text::{nfc, toml_string},
};

/// What a kind of record asks for beyond the form of all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TomlKind {
    /// The roll call is in the order of the ids, and the month that the meeting counts for in ISO form.
    Meeting,
    Other,
}

/// Writes a valid file anew; `None` where it is not valid.
pub(crate) fn canonical(text: &str, kind: TomlKind) -> Option<String> {
    // The package keeps the line ends of some places and not of others.
    let mut document: DocumentMut = text.replace("\r\n", "\n").parse().ok()?;
    if kind == TomlKind::Meeting {
        meeting(document.as_table_mut());
    }
    let trailing = above(&format!("{}\n", raw(Some(document.trailing()))));
    document.set_trailing(trailing);
    table(document.as_table_mut(), true);
    let written = document.to_string();
    let written = written.trim_start_matches('\n').trim_end_matches('\n');
    Some(if written.is_empty() { String::new() } else { format!("{written}\n") })
}

fn meeting(record: &mut Table) {
    if let Some(Item::Value(Value::String(month))) = record.get_mut("month")
        && let Some(iso) = Month::parse(month.value()).map(Month::iso)
        && iso != *month.value()
    {
        let decor = month.decor().clone();
        *month = toml_edit::Formatted::new(iso);
        *month.decor_mut() = decor;
    }
    if let Some(Item::Table(roll)) = record.get_mut("attendance") {
        if let Some((mut first, _)) = roll.iter_mut().next() {
            // The blank line that may follow a header is no part of the first line's own.
            let prefix = above(raw(first.leaf_decor().prefix()));
            first.leaf_decor_mut().set_prefix(prefix.trim_start_matches('\n'));
        }
        roll.sort_values_by(|a, _, b, _| a.get().cmp(b.get()));
    }
}

/// `starts` says that nothing stands between the entries and their header, or the beginning of the file.
fn table(table: &mut Table, mut starts: bool) {
    for (mut key, item) in table.iter_mut() {
        match item {
            Item::None => {}
            Item::Value(value) => {
                let prefix = above(raw(key.leaf_decor().prefix()));
                let prefix = if starts { prefix.trim_start_matches('\n') } else { &prefix };
                key.fmt();
                key.leaf_decor_mut().set_prefix(prefix);
                let suffix = behind(raw(value.decor().suffix()));
                plain(value, "");
                value.decor_mut().set_prefix(" ");
                value.decor_mut().set_suffix(suffix);
                starts = false;
            }
            Item::Table(below) if below.is_dotted() => {
                key.fmt();
                self::table(below, starts);
                starts = false;
            }
            Item::Table(below) => {
                key.fmt();
                section(below);
            }
            Item::ArrayOfTables(tables) => {
                key.fmt();
                tables.iter_mut().for_each(section);
            }
        }
    }
}

fn section(section: &mut Table) {
    let (above, behind) = (above_header(raw(section.decor().prefix())), behind(raw(section.decor().suffix())));
    section.decor_mut().set_prefix(above);
    section.decor_mut().set_suffix(behind);
    table(section, true);
}

/// The value in its plainest spelling; what stands around it is its holder's to set. `indent` is that of its line.
fn plain(value: &mut Value, indent: &str) {
    match value {
        Value::String(text) => {
            let as_written = text.as_repr().map(|repr| raw(Some(repr.as_raw())).to_owned()).unwrap_or_default();
            let runs_on = as_written.starts_with("\"\"\"") || as_written.starts_with("'''");
            let spelling = if runs_on && text.value().contains('\n') {
                nfc(&as_written).into()
            } else {
                toml_string(text.value())
            };
            // What is a string stays one in either spelling.
            if let Ok(spelt) = spelling.parse::<Value>() {
                *value = spelt;
            }
        }
        Value::Integer(number) => number.fmt(),
        Value::Boolean(flag) => flag.fmt(),
        // No record has a number with a point; one under a key that nobody knows is left alone.
        Value::Float(_) | Value::Datetime(_) => {}
        Value::Array(list) => array(list, indent),
        Value::InlineTable(braces) => inline_table(braces, indent),
    }
}

fn array(list: &mut Array, indent: &str) {
    let below = format!("{indent}{INDENT}");
    let mut flat = "";
    // Where no comma follows the last element, what is before the bracket stands behind that.
    let mut end = raw(Some(list.trailing())).to_owned();
    let last = if list.trailing_comma() { None } else { list.len().checked_sub(1) };
    for (nth, element) in list.iter_mut().enumerate() {
        let (prefix, suffix) = (raw(element.decor().prefix()).to_owned(), raw(element.decor().suffix()).to_owned());
        plain(element, &below);
        element.decor_mut().set_prefix(inside(&prefix, &below).unwrap_or_else(|| flat.to_owned()));
        flat = " ";
        let mut kept = None;
        if last == Some(nth) {
            end = suffix + &end;
        } else if suffix.contains('#') {
            // A comment may stand between an element and its comma.
            kept = inside(&suffix, &below);
        }
        element.decor_mut().set_suffix(kept.unwrap_or_default());
    }
    let bracket = inside(&end, indent);
    if bracket.is_none() {
        list.set_trailing_comma(false);
    }
    list.set_trailing(commented(bracket.unwrap_or_default(), &end, indent));
}

/// Comments before the closing bracket are indented as the elements are.
fn commented(end: String, written: &str, indent: &str) -> String {
    if !written.contains('#') {
        return end;
    }
    let below = format!("{indent}{INDENT}");
    let lines = inside(written, &below).unwrap_or_default();
    let lines = lines.strip_suffix(&below).unwrap_or(&lines);
    format!("{lines}{indent}")
}

fn inline_table(braces: &mut InlineTable, indent: &str) {
    let last = braces.get_values().len();
    let mut nth = 0;
    entries(braces, indent, last, &mut nth);
    braces.set_trailing_comma(false);
    braces.set_trailing("");
}

fn entries(braces: &mut InlineTable, indent: &str, last: usize, nth: &mut usize) {
    for (mut key, value) in braces.iter_mut() {
        key.fmt();
        if let Value::InlineTable(below) = value
            && below.is_dotted()
        {
            entries(below, indent, last, nth);
            continue;
        }
        *nth += 1;
        plain(value, indent);
        value.decor_mut().set_prefix(" ");
        value.decor_mut().set_suffix(if *nth == last { " " } else { "" });
    }
}

fn raw(text: Option<&RawString>) -> &str {
    text.and_then(RawString::as_str).unwrap_or_default()
}

#[cfg(test)]
mod tests;
