//! A change as a unified diff, which people and programs read.

use similar::TextDiff;

/// The lines that change, three around each; empty where none does. `path` is as the reader is shown it; an `old` of
/// `None` is a file that is not there yet.
pub(crate) fn unified(path: &str, old: Option<&str>, new: &str) -> String {
    let before = if old.is_some() { path } else { "/dev/null" };
    let diff = TextDiff::from_lines(old.unwrap_or_default(), new);
    let text = diff.unified_diff().context_radius(3).header(before, path).to_string();
    // What ends a line is not what changed in it, and no terminal should obey it.
    text.replace('\r', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_changes_is_shown_with_its_surroundings() {
        let old = "a\nb\nc\nd\ne\n";
        let expected = "--- x.csv\n+++ x.csv\n@@ -2,4 +2,4 @@\n b\n c\n d\n-e\n+f\n";
        assert_eq!(unified("x.csv", Some(old), "a\nb\nc\nd\nf\n"), expected);
        assert_eq!(unified("x.csv", Some(old), old), "");
        assert_eq!(unified("x.csv", None, "a\n"), "--- /dev/null\n+++ x.csv\n@@ -0,0 +1 @@\n+a\n");
    }
}
