//! One key of a TOML record, set where it stands: everything else stays as it is, byte by byte.

use toml_edit::{Document, Item};

/// Sets a key of the record itself, above its tables; `value` is written as TOML has it. Nothing where the text is no TOML,
/// or the key is a table there.
pub(crate) fn set(text: &str, key: &str, value: &str) -> Option<String> {
    let document = Document::parse(text).ok()?;
    let mut edited = text.to_owned();
    match document.get(key) {
        Some(item) => edited.replace_range(item.as_value()?.span()?, value),
        None => {
            let is_own = |item: &Item| item.is_value() || item.as_table().is_some_and(|table| table.is_dotted());
            let ends = document.iter().filter(|(_, item)| is_own(item)).filter_map(|(_, item)| end(item));
            let line = format!("{key} = {value}");
            let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
            // Behind the last of the others, and the comment on its line.
            let Some(last) = ends.max() else { return Some(format!("{line}{newline}{text}")) };
            match text[last..].find('\n') {
                Some(end) => edited.insert_str(last + end + 1, &format!("{line}{newline}")),
                None => edited.push_str(&format!("{newline}{line}{newline}")),
            }
        }
    }
    Document::parse(edited.as_str()).is_ok().then_some(edited)
}

/// Where a value ends, or the last of those that stand under one key with points.
fn end(item: &Item) -> Option<usize> {
    match item.as_table() {
        Some(table) => table.iter().filter_map(|(_, item)| end(item)).max(),
        None => item.span().map(|span| span.end),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_key_stands_behind_the_others_and_before_the_tables() {
        let text = "# a\nname = \"x\" # b\nlist = [\n  1,\n] # c\n\n# of the table\n[t]\nname = 1\n";
        let expected =
            "# a\nname = \"x\" # b\nlist = [\n  1,\n] # c\nended = 2019-01-01\n\n# of the table\n[t]\nname = 1\n";
        assert_eq!(set(text, "ended", "2019-01-01").as_deref(), Some(expected));
        assert_eq!(set("a = 1\r\n[t]\r\n", "b", "2").as_deref(), Some("a = 1\r\nb = 2\r\n[t]\r\n"));
        assert_eq!(set("a = 1", "b", "2").as_deref(), Some("a = 1\nb = 2\n"));
        assert_eq!(set("a.b = 1\n", "c", "2").as_deref(), Some("a.b = 1\nc = 2\n"));
        assert_eq!(set("[t]\n", "a", "2").as_deref(), Some("a = 2\n[t]\n"));
    }

    #[test]
    fn a_key_that_is_there_keeps_its_place_and_comment() {
        let text = "a = [ 1,\n 2 ] # x\r\nb = 1\n";
        assert_eq!(set(text, "a", "[3]").as_deref(), Some("a = [3] # x\r\nb = 1\n"));
        assert_eq!(set("[t]\nb = 1\n", "t", "1"), None);
        assert_eq!(set("a = ", "b", "1"), None);
    }
}
