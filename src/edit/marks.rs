//! Marks and totals put into a meeting's record that is there: keys in their table, everything else as it stands.

use toml_edit::{DocumentMut, Item, Table, TableLike, Value};

/// Fills keys of a table of the record, which is added behind the others where there is none; `None` where the text is no
/// such record. Line ends stay.
pub(crate) fn fill(text: &str, table: &str, values: &[(String, Value)]) -> Option<String> {
    let is_crlf = text.contains("\r\n");
    let mut document: DocumentMut = text.replace("\r\n", "\n").parse().ok()?;
    let item = document.entry(table).or_insert_with(|| {
        let mut new = Table::new();
        // Behind whatever stands in the file already.
        new.set_position(Some(isize::MAX));
        Item::Table(new)
    });
    put(item.as_table_like_mut()?, values);
    let written = document.to_string();
    Some(if is_crlf { written.replace('\n', "\r\n") } else { written })
}

fn put(table: &mut dyn TableLike, values: &[(String, Value)]) {
    let was_sorted = table.iter().map(|(key, _)| key).is_sorted();
    let mut has_new = false;
    for (key, value) in values {
        match table.get_mut(key).and_then(Item::as_value_mut) {
            Some(there) => {
                let decor = there.decor().clone();
                *there = value.clone();
                *there.decor_mut() = decor;
            }
            None => {
                table.insert(key, Item::Value(value.clone()));
                has_new = true;
            }
        }
    }
    if has_new && was_sorted {
        table.sort_values();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(marks: &[(&str, &str)]) -> Vec<(String, Value)> {
        marks.iter().map(|(id, mark)| ((*id).to_owned(), Value::from(*mark))).collect()
    }

    #[test]
    fn marks_go_into_their_lines_and_all_else_stays() {
        let text = "# họp\ndate = 2018-03-05\r\n\n[attendance] # điểm danh\ndv01 = \"\" # đến sau\ndv03 = \"x\"\n\n[content]\nnews = true\n";
        let filled = fill(&text.replace('\r', ""), "attendance", &marks(&[("dv01", "m"), ("dv02", "p")])).unwrap();
        let expected = "# họp\ndate = 2018-03-05\n\n[attendance] # điểm danh\ndv01 = \"m\" # đến sau\ndv02 = \"p\"\ndv03 = \"x\"\n\n[content]\nnews = true\n";
        assert_eq!(filled, expected);
    }

    #[test]
    fn a_record_without_the_table_gets_it_at_its_end() {
        let text = "date = 2018-03-05\r\nkind = \"regular\"\r\n\r\n[content]\r\nnews = true\r\n";
        let filled = fill(text, "counts", &[("present".to_owned(), Value::from(24))]).unwrap();
        assert_eq!(filled, format!("{text}\r\n[counts]\r\npresent = 24\r\n"));
        assert_eq!(fill("x = ", "counts", &[]), None);
        assert_eq!(fill("counts = 1", "counts", &[]), None);
    }
}
