//! Text against the columns of a terminal.

use super::nfc;

/// Columns that a text takes: the names of the field have no wide letters, and marks that stand apart take none.
pub(crate) fn columns(text: &str) -> usize {
    text.chars().filter(|c| !('\u{300}'..='\u{36F}').contains(c)).count()
}

/// A text that fits, with `…` where it was cut.
pub(crate) fn cut(text: &str, width: usize) -> String {
    let text = nfc(text);
    if columns(&text) <= width {
        return text.into_owned();
    }
    let mut cut: String = text.chars().take(width.saturating_sub(1)).collect();
    cut.push('…');
    cut
}

/// The parts one after the other on as few lines as hold them; a part too long for a line is broken at its spaces.
pub(crate) fn wrapped(parts: &[String], between: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut add = |text: &str, between: &str| match lines.last_mut() {
        Some(line) if columns(line) + columns(between) + columns(text) <= width => {
            line.push_str(between);
            line.push_str(text);
        }
        _ => lines.push(cut(text, width)),
    };
    for part in parts {
        if columns(part) <= width {
            add(part, between);
            continue;
        }
        for (nth, word) in part.split(' ').enumerate() {
            add(word, if nth == 0 { between } else { " " });
        }
    }
    lines
}

/// A text on lines of its own that fit.
pub(crate) fn folded(text: &str, width: usize) -> String {
    wrapped(&[text.to_owned()], " ", width).join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_that_stand_apart_take_no_column() {
        assert_eq!(columns("Nguye\u{302}\u{303}n"), 6);
        assert_eq!(cut("Nguye\u{302}\u{303}n Ánh", 8), "Nguyễn …");
        assert_eq!(cut("Ánh", 3), "Ánh");
    }

    #[test]
    fn parts_share_a_line_while_they_fit() {
        let parts = ["một".to_owned(), "hai".to_owned(), "ba bốn năm".to_owned()];
        assert_eq!(wrapped(&parts, " · ", 9), ["một · hai", "ba bốn", "năm"]);
        assert_eq!(folded("có mặt mười một", 7), "có mặt\nmười\nmột");
        assert_eq!(folded("mộthaiba", 4), "một…");
    }
}
