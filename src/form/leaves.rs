//! A TOML record as its leaves: every value by its path, `resolutions[0].votes.for`, as plain text.

use toml_edit::{Document, Item, Table, Value};

/// One value of a record.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Leaf {
    pub(crate) path: String,
    /// A string without its quotes, anything else as it is written.
    pub(crate) raw: String,
    /// Where in the text the value begins.
    pub(crate) start: usize,
}

/// In the order of the file; `None` where the text is no TOML. Elements of a list that are no tables are left out.
pub(crate) fn leaves(text: &str) -> Option<Vec<Leaf>> {
    let document = Document::parse(text).ok()?;
    let mut leaves = Vec::new();
    table("", document.as_table(), &mut leaves);
    Some(leaves)
}

fn table(prefix: &str, table: &Table, leaves: &mut Vec<Leaf>) {
    for (key, item) in table.iter() {
        let path = format!("{prefix}{key}");
        match item {
            Item::None => {}
            Item::Value(of) => value(path, of, leaves),
            Item::Table(below) => self::table(&format!("{path}."), below, leaves),
            Item::ArrayOfTables(list) => {
                for (nth, below) in list.iter().enumerate() {
                    self::table(&format!("{path}[{nth}]."), below, leaves);
                }
            }
        }
    }
}

fn value(path: String, value: &Value, leaves: &mut Vec<Leaf>) {
    let raw = match value {
        Value::String(text) => text.value().clone(),
        Value::Integer(number) => number.value().to_string(),
        Value::Float(number) => number.value().to_string(),
        Value::Boolean(yes) => yes.value().to_string(),
        Value::Datetime(moment) => moment.value().to_string(),
        Value::InlineTable(braces) => {
            for (key, of) in braces.iter() {
                self::value(format!("{path}.{key}"), of, leaves);
            }
            return;
        }
        Value::Array(list) => {
            for (nth, of) in list.iter().enumerate().filter(|(_, of)| of.is_inline_table()) {
                self::value(format!("{path}[{nth}]"), of, leaves);
            }
            return;
        }
    };
    leaves.push(Leaf { path, raw, start: value.span().map_or(0, |span| span.start) });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_writing_a_table_gives_the_same_paths() {
        let text = "a = 2018-03-05\nb.c = true\nd = { e = 1, f.g = \"h\" }\nl = [{ m = 19:30:00 }, { m = 2 }]\nn = [1]\n[o]\np = 'q'\n[[r]]\ns = 1\n[[r]]\ns = 2\n";
        let found: Vec<(String, String)> =
            leaves(text).unwrap().into_iter().map(|leaf| (leaf.path, leaf.raw)).collect();
        let expected = [
            ("a", "2018-03-05"),
            ("b.c", "true"),
            ("d.e", "1"),
            ("d.f.g", "h"),
            ("l[0].m", "19:30:00"),
            ("l[1].m", "2"),
            ("o.p", "q"),
            ("r[0].s", "1"),
            ("r[1].s", "2"),
        ];
        let expected: Vec<_> = expected.map(|(path, raw)| (path.to_owned(), raw.to_owned())).into();
        assert_eq!(found, expected);
        assert_eq!(leaves(text).unwrap()[1].start, text.find("true").unwrap());
        assert!(leaves("a =").is_none());
    }
}
