//! Markdown in which text is text.

/// A table; columns from `numbers` on are aligned to the right.
pub(super) fn table(header: &[String], rows: &[Vec<String>], numbers: usize) -> String {
    aligned(header, rows, |column| column >= numbers)
}

/// A table; the columns that hold numbers are aligned to the right.
pub(super) fn aligned(header: &[String], rows: &[Vec<String>], is_number: impl Fn(usize) -> bool) -> String {
    let row = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| escape(cell)).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let marks: Vec<&str> = (0..header.len()).map(|column| if is_number(column) { "---:" } else { "---" }).collect();
    let rule = format!("| {} |\n", marks.join(" | "));
    let rows: String = rows.iter().map(|cells| row(cells)).collect();
    format!("{}{rule}{rows}", row(header))
}

/// Nothing in a name starts a table, a link or an HTML element.
pub(super) fn escape(text: &str) -> String {
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
