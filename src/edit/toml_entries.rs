//! Texts set in one table of a TOML record: only the bytes of the values concerned change, and lines that are new follow
//! the order and the line ends of those that are there.

use std::{collections::BTreeMap, ops::Range};

use toml_edit::{Document, Item, TableLike};

use crate::text::toml_string;

/// Sets `key = "value"` in a table of the record; `None` where the record is no TOML, or the table no table.
pub(crate) fn set(text: &str, table: &str, values: &BTreeMap<String, String>) -> Option<String> {
    let document = Document::parse(text).ok()?;
    let mut changes: Vec<(Range<usize>, String)> = Vec::new();
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let Some(item) = document.get(table).filter(|item| !item.is_none()) else {
        let mut written = text.to_owned();
        if !written.is_empty() && !written.ends_with('\n') {
            written += line_end;
        }
        written += &format!("{line_end}[{table}]{line_end}");
        values.iter().for_each(|(key, value)| written += &format!("{key} = {}{line_end}", toml_string(value)));
        return Some(written);
    };
    let entries = item.as_table_like()?;
    let form = Form::of(item);
    let mut there: Vec<(&str, Range<usize>)> = Vec::new();
    for (key, value) in entries.iter() {
        there.push((key, value.span()?));
    }
    let ordered = there.is_sorted_by(|(a, _), (b, _)| a <= b);
    for (key, value) in values {
        let written = toml_string(value);
        if let Some((_, span)) = there.iter().find(|(known, _)| known == key) {
            if entries.get(key).and_then(Item::as_str) != Some(value) {
                changes.push((span.clone(), written));
            }
            continue;
        }
        let after = if ordered { there.iter().rfind(|(known, _)| known < &key.as_str()) } else { there.last() };
        changes.push(form.insertion(
            text,
            item,
            after.map(|(_, span)| span),
            &format!("{key} = {written}"),
            line_end,
            table,
        )?);
    }
    Some(apply(text, changes, line_end))
}

/// How a table is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// `[table]`, a line an entry.
    Headed,
    /// `table.key = "value"`, a line an entry.
    Dotted,
    /// `table = { key = "value" }`.
    Inline,
}

impl Form {
    fn of(item: &Item) -> Self {
        match item.as_table() {
            Some(table) if table.is_dotted() => Self::Dotted,
            Some(_) => Self::Headed,
            None => Self::Inline,
        }
    }

    /// Where a new entry goes: behind the entry `after`, else in front of all.
    fn insertion(
        self,
        text: &str,
        item: &Item,
        after: Option<&Range<usize>>,
        entry: &str,
        line_end: &str,
        table: &str,
    ) -> Option<(Range<usize>, String)> {
        if self == Self::Inline {
            return Some(match after {
                Some(span) => (span.end..span.end, format!(", {entry}")),
                None => {
                    let open = item.span()?.start + 1;
                    let comma = if item.as_table_like().is_some_and(TableLike::is_empty) { " " } else { "," };
                    (open..open, format!(" {entry}{comma}"))
                }
            });
        }
        let entry = if self == Self::Dotted { format!("{table}.{entry}") } else { entry.to_owned() };
        let from = match after {
            Some(span) => span.end,
            // The header's own line; entries with dots have none, so the new one goes above the first.
            None if self == Self::Headed => item.span()?.start,
            None => {
                let first = item.as_table_like()?.iter().find_map(|(_, value)| value.span())?.start;
                let line = text[..first].rfind('\n').map_or(0, |at| at + 1);
                return Some((line..line, format!("{entry}{line_end}")));
            }
        };
        Some(match text[from..].find('\n') {
            Some(at) => (from + at + 1..from + at + 1, format!("{entry}{line_end}")),
            None => (text.len()..text.len(), format!("{entry}{line_end}")),
        })
    }
}

/// Entries that go to one place keep their order among themselves.
fn apply(text: &str, mut changes: Vec<(Range<usize>, String)>, line_end: &str) -> String {
    changes.sort_by_key(|(range, _)| range.start);
    let (mut written, mut rest) = (String::with_capacity(text.len()), 0);
    for (range, new) in changes {
        written.push_str(&text[rest..range.start]);
        if range.start == text.len() && !written.ends_with('\n') {
            written.push_str(line_end);
        }
        written.push_str(&new);
        rest = range.end;
    }
    written.push_str(&text[rest..]);
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(values: &[(&str, &str)]) -> BTreeMap<String, String> {
        values.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
    }

    fn marked(text: &str, values: &[(&str, &str)]) -> String {
        let written = set(text, "attendance", &marks(values)).unwrap();
        let read: toml::Table = toml::from_str(&written).unwrap();
        for (key, value) in values {
            assert_eq!(read["attendance"][*key].as_str(), Some(*value), "{written}");
        }
        written
    }

    #[test]
    fn only_what_is_marked_changes() {
        let text = "# đầu\r\n  date=2018-03-05 # hôm nay\r\n[attendance]   # dấu\r\n# hai người\r\ndv01   =   ''  # bí thư\r\n\
                    dv03 = \"p\"\r\n\r\n[content]\r\nnews = true";
        let expected = text.replace("''", "\"x\"").replace("dv03 =", "dv02 = \"k\"\r\ndv03 =");
        assert_eq!(marked(text, &[("dv01", "x"), ("dv02", "k"), ("dv03", "p")]), expected);
    }

    #[test]
    fn new_lines_go_where_the_order_asks() {
        let text = "[attendance]\nb = \"x\"\nd = \"x\"";
        let all = marked(text, &[("a", "p"), ("c", "k"), ("e", "m"), ("f", "m")]);
        assert_eq!(all, "[attendance]\na = \"p\"\nb = \"x\"\nc = \"k\"\nd = \"x\"\ne = \"m\"\nf = \"m\"\n");
        // Without an order they follow.
        assert_eq!(
            marked("[attendance]\nd = \"\"\nb = \"\"\n", &[("c", "x")]),
            "[attendance]\nd = \"\"\nb = \"\"\nc = \"x\"\n"
        );
    }

    #[test]
    fn every_way_of_writing_the_table_is_kept() {
        assert_eq!(marked("a = 1\n", &[("dv01", "x")]), "a = 1\n\n[attendance]\ndv01 = \"x\"\n");
        assert_eq!(marked("[attendance]", &[("dv01", "x")]), "[attendance]\ndv01 = \"x\"\n");
        assert_eq!(
            marked("attendance.b = \"\"\n", &[("b", "x"), ("a", "p"), ("c", "k")]),
            "attendance.a = \"p\"\nattendance.b = \"x\"\nattendance.c = \"k\"\n"
        );
        assert_eq!(
            marked("attendance = { b = \"\" }\n", &[("b", "x"), ("c", "k")]),
            "attendance = { b = \"x\", c = \"k\" }\n"
        );
        assert_eq!(marked("attendance = { b = \"\" }\n", &[("a", "x")]), "attendance = { a = \"x\", b = \"\" }\n");
        assert_eq!(marked("attendance = {}\n", &[("a", "x")]), "attendance = { a = \"x\" }\n");
    }

    #[test]
    fn what_cannot_be_edited_is_left() {
        assert_eq!(set("a = ", "attendance", &marks(&[("a", "x")])), None);
        assert_eq!(set("attendance = 3\n", "attendance", &marks(&[("a", "x")])), None);
    }
}
