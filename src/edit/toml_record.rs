//! A TOML record in which values are set: by path, each where its record would have it. Comments, the order of keys, the
//! way a table is written and line ends stay as they were.

use std::collections::BTreeMap;

use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, Value};

use crate::{edit::toml_layout::INDENT, source::Source, text::toml_string};

/// A value to be set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Scalar {
    Text(String),
    /// Written without quotes: a date, a time, a number, `true` or `false`.
    Bare(String),
}

/// One step of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step<'s> {
    Key(&'s str),
    /// Of a list; the one behind its last is a new element.
    Nth(usize),
}

/// Where a key stands among others: those of a record by its number, others behind them as they sort. The first argument
/// says whether it is a key of the file's own table.
pub(crate) type Order<'o> = &'o dyn Fn(bool, &str) -> usize;

/// The text of a record in which nothing is wrong.
#[derive(Debug)]
pub(crate) struct TomlRecord {
    document: DocumentMut,
    crlf: bool,
}

impl TomlRecord {
    /// `None` where the text is no TOML.
    pub(crate) fn of(source: &Source) -> Option<Self> {
        // The package keeps the line ends of some places and not of others.
        let document = source.text.replace("\r\n", "\n").parse().ok()?;
        Some(Self { document, crlf: source.text.contains("\r\n") })
    }

    /// A file that is not there yet.
    pub(crate) fn new() -> Self {
        Self { document: DocumentMut::new(), crlf: false }
    }

    /// Sets one value; `order` ranks the keys of every table on the way. False where something else than a table is in
    /// the way.
    pub(crate) fn set(&mut self, path: &[Step<'_>], value: &Scalar, order: Order<'_>) -> bool {
        let Some(value) = value.written() else { return false };
        set(Node::Table(self.document.as_table_mut()), path, value, order, true)
    }

    /// What a reader is handed: the text, without the mark in front.
    pub(crate) fn text(&self) -> String {
        let text = self.document.to_string();
        if self.crlf { text.replace('\n', "\r\n") } else { text }
    }
}

impl Scalar {
    fn written(&self) -> Option<Value> {
        match self {
            Self::Text(text) if text.contains('\n') => lines(text).parse().ok(),
            Self::Text(text) => toml_string(text).parse().ok(),
            Self::Bare(text) => text.parse().ok(),
        }
    }
}

/// A text of several lines, each on its own.
fn lines(text: &str) -> String {
    let lines: Vec<String> = text
        .split('\n')
        .map(|line| {
            let quoted = toml_string(line);
            // Of quotation marks only three in a row, or one at the very end, would end the text.
            quoted[1..quoted.len() - 1].replace("\\\"", "\"").replace("\"\"", "\\\"\\\"")
        })
        .collect();
    let text = lines.join("\n");
    let text = text.strip_suffix('"').map_or(text.clone(), |text| format!("{text}\\\""));
    format!("\"\"\"\n{text}\"\"\"")
}

/// The order of the keys of one table.
type Rank<'r> = &'r dyn Fn(&str) -> usize;

/// A table, however it is written.
enum Node<'t> {
    Table(&'t mut Table),
    Inline(&'t mut InlineTable),
}

fn set(node: Node<'_>, path: &[Step<'_>], value: Value, order: Order<'_>, is_root: bool) -> bool {
    match path {
        [Step::Key(key)] => put(node, key, Item::Value(value), &|key| order(is_root, key)),
        [Step::Key(key), Step::Nth(nth), rest @ ..] => {
            match there(node, key, &|key| order(is_root, key), || list(is_root)) {
                Some(Item::ArrayOfTables(tables)) => {
                    while tables.len() <= *nth {
                        tables.push(Table::new());
                    }
                    tables.get_mut(*nth).is_some_and(|table| set(Node::Table(table), rest, value, order, false))
                }
                Some(Item::Value(Value::Array(array))) => {
                    while array.len() <= *nth {
                        push(array);
                    }
                    let element = array.get_mut(*nth).and_then(Value::as_inline_table_mut);
                    element.is_some_and(|table| set(Node::Inline(table), rest, value, order, false))
                }
                _ => false,
            }
        }
        [Step::Key(key), rest @ ..] => match there(node, key, &|key| order(is_root, key), || table(is_root)) {
            Some(Item::Table(table)) => set(Node::Table(table), rest, value, order, false),
            Some(Item::Value(Value::InlineTable(table))) => set(Node::Inline(table), rest, value, order, false),
            _ => false,
        },
        [] | [Step::Nth(_), ..] => false,
    }
}

/// Below the root a table is written on the line of its key, and a list in brackets.
fn table(is_root: bool) -> Item {
    if is_root { Item::Table(Table::new()) } else { Item::Value(Value::InlineTable(InlineTable::new())) }
}

fn list(is_root: bool) -> Item {
    if is_root { Item::ArrayOfTables(ArrayOfTables::new()) } else { Item::Value(Value::Array(Array::new())) }
}

/// A new element on a line of its own, unless the others share one.
fn push(array: &mut Array) {
    let on_lines = array.iter().all(|element| {
        element.decor().prefix().and_then(toml_edit::RawString::as_str).is_some_and(|prefix| prefix.contains('\n'))
    });
    let mut element = Value::InlineTable(InlineTable::new());
    if on_lines {
        element.decor_mut().set_prefix(format!("\n{INDENT}"));
        if array.is_empty() {
            array.set_trailing("\n");
        }
        array.set_trailing_comma(true);
    } else {
        element.decor_mut().set_prefix(" ");
    }
    array.push_formatted(element);
}

/// What stands under a key, or is put there.
fn there<'t>(mut node: Node<'t>, key: &str, order: Rank<'_>, new: impl Fn() -> Item) -> Option<&'t mut Item> {
    if !node.has(key) {
        put(node.again(), key, new(), order);
    }
    match node {
        Node::Table(table) => table.get_mut(key),
        // Its values are items inside, and only so can a table of either kind be handed on.
        Node::Inline(table) => toml_edit::TableLike::get_mut(table, key),
    }
}

fn put(node: Node<'_>, key: &str, item: Item, order: Rank<'_>) -> bool {
    let mut node = node;
    if let Some(old) = node.value(key) {
        let Ok(mut new) = item.into_value() else { return false };
        *new.decor_mut() = old.decor().clone();
        *old = new;
        return true;
    }
    if node.has(key) {
        return false;
    }
    let mut keys = node.keys();
    let before =
        keys.iter().rposition(|other| (order(other), other.as_str()) <= (order(key), key)).map_or(0, |last| last + 1);
    keys.insert(before, key.to_owned());
    let ranks: BTreeMap<String, usize> = keys.into_iter().zip(0..).collect();
    let rank = |key: &str| ranks.get(key).copied().unwrap_or(usize::MAX);
    match node {
        Node::Table(table) => {
            table.insert(key, item);
            table.sort_values_by(|a, _, b, _| rank(a.get()).cmp(&rank(b.get())));
        }
        Node::Inline(table) => {
            let Ok(value) = item.into_value() else { return false };
            table.insert(key, value);
            table.sort_values_by(|a, _, b, _| rank(a.get()).cmp(&rank(b.get())));
            space(table);
        }
    }
    true
}

/// The blank before the closing brace stands behind the last value, which may now be another.
fn space(table: &mut InlineTable) {
    let last = table.len().saturating_sub(1);
    for (nth, (_, value)) in table.iter_mut().enumerate() {
        let decor = value.decor_mut();
        // A comment is no blank; TOML 1.0 allows none here.
        if decor.suffix().and_then(toml_edit::RawString::as_str).is_none_or(|suffix| suffix.trim().is_empty()) {
            decor.set_suffix(if nth == last { " " } else { "" });
        }
    }
}

impl<'t> Node<'t> {
    fn again(&mut self) -> Node<'_> {
        match self {
            Self::Table(table) => Node::Table(table),
            Self::Inline(table) => Node::Inline(table),
        }
    }

    fn has(&self, key: &str) -> bool {
        match self {
            Self::Table(table) => table.contains_key(key),
            Self::Inline(table) => table.contains_key(key),
        }
    }

    fn keys(&self) -> Vec<String> {
        match self {
            Self::Table(table) => table.iter().map(|(key, _)| key.to_owned()).collect(),
            Self::Inline(table) => table.iter().map(|(key, _)| key.to_owned()).collect(),
        }
    }

    fn value(&mut self, key: &str) -> Option<&mut Value> {
        match self {
            Self::Table(table) => table.get_mut(key).and_then(Item::as_value_mut),
            Self::Inline(table) => table.get_mut(key),
        }
    }
}

#[cfg(test)]
mod tests;
