//! What stands between the keys and values of a TOML file: blank lines, comments, indentation.

use crate::text::nfc;

/// One level of a list that runs over several lines.
pub(super) const INDENT: &str = "  ";

/// The lines above a key or header, each with its end: comments without indentation, no two blank lines in a row.
pub(super) fn above(prefix: &str) -> String {
    let Some((lines, _)) = prefix.rsplit_once('\n') else { return String::new() };
    collapsed(lines.split('\n'), "")
}

/// The lines above a header, which a blank line sets off from what is before; a comment right above it is its own.
pub(super) fn above_header(prefix: &str) -> String {
    let above = above(prefix);
    if above.starts_with('\n') || above.contains("\n\n") { above } else { format!("\n{above}") }
}

fn collapsed<'t>(lines: impl Iterator<Item = &'t str>, indent: &str) -> String {
    let (mut text, mut was_blank) = (String::new(), false);
    for line in lines.map(str::trim) {
        if !(line.is_empty() && was_blank) {
            text.push_str(if line.is_empty() { "" } else { indent });
            text.push_str(&nfc(line));
            text.push('\n');
        }
        was_blank = line.is_empty();
    }
    text
}

/// A comment behind a value or header, as far from it as it was written.
pub(super) fn behind(suffix: &str) -> String {
    let comment = suffix.trim();
    if comment.is_empty() {
        return String::new();
    }
    let gap = suffix.find('#').map_or("", |at| &suffix[..at]);
    let gap = if gap.is_empty() || gap.contains(['\t', '\n']) { " " } else { gap };
    format!("{gap}{}", nfc(comment))
}

/// What stands before an element of a list or its bracket: its line breaks stay, with the comments on them.
pub(super) fn inside(between: &str, indent: &str) -> Option<String> {
    let (first, rest) = between.split_once('\n')?;
    let lines = rest.rsplit_once('\n').map_or_else(String::new, |(lines, _)| collapsed(lines.split('\n'), indent));
    Some(format!("{}\n{lines}{indent}", behind(first)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_stay_with_what_they_stand_above() {
        assert_eq!(above("  \n\n \n # a\u{301} \n\t#b\n  "), "\n# á\n#b\n");
        assert_eq!(above("   "), "");
        assert_eq!(above_header("# of the header\n"), "\n# of the header\n");
        assert_eq!(above_header("# of what is above\n\n\n"), "# of what is above\n\n");
        assert_eq!(above_header(""), "\n");
    }

    #[test]
    fn a_comment_behind_keeps_its_column() {
        assert_eq!(behind("    # a  "), "    # a");
        assert_eq!(behind("\t# a"), " # a");
        assert_eq!(behind("# a"), " # a");
        assert_eq!(behind("  "), "");
    }

    #[test]
    fn the_lines_of_a_list_stay_lines() {
        assert_eq!(inside(" ", "  "), None);
        assert_eq!(inside("\n\t\t", "  ").as_deref(), Some("\n  "));
        assert_eq!(inside(" # one\n\n\n# two\n ", "  ").as_deref(), Some(" # one\n\n  # two\n  "));
    }
}
