//! Markdown in which text is text.

/// A table; columns from `numbers` on are aligned to the right.
pub(super) fn table(header: &[String], rows: &[Vec<String>], numbers: usize) -> String {
    aligned(header, rows, |column| column >= numbers)
}

/// A table; the columns that hold numbers are aligned to the right.
pub(super) fn aligned(header: &[String], rows: &[Vec<String>], is_number: impl Fn(usize) -> bool) -> String {
    let escaped = |cells: &[String]| cells.iter().map(|cell| escape(cell)).collect::<Vec<_>>();
    let rows: Vec<Vec<String>> = rows.iter().map(|cells| escaped(cells)).collect();
    aligned_by(&escaped(header), &rows, |column| if is_number(column) { "---:" } else { "---" })
}

/// A table of cells that are Markdown already, with the mark of each column.
pub(crate) fn aligned_by(header: &[String], rows: &[Vec<String>], mark: impl Fn(usize) -> &'static str) -> String {
    let row = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let marks: Vec<&str> = (0..header.len()).map(mark).collect();
    let rows: String = rows.iter().map(|cells| row(cells)).collect();
    format!("{}| {} |\n{rows}", row(header), marks.join(" | "))
}

/// Nothing in a name starts a table, a link or an HTML element.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' | '\r' => escaped.push(' '),
            '|' | '*' | '_' | '`' | '<' | '>' | '[' | ']' | '#' | '\\' | '&' | '~' | '$' => {
                escaped.push('\\');
                escaped.push(letter);
            }
            _ => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn text_is_text() {
        assert_eq!(escape("a|b\n[c](d) <e>"), "a\\|b \\[c\\](d) \\<e\\>");
    }
}
