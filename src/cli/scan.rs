//! A first look at the arguments, before there is a language to complain in: it never fails, and what it does not
//! understand it leaves to clap.

use std::{ffi::OsString, path::PathBuf};

/// Global options whose value stands in the next argument. A value is no command: `-C report check` runs `check`.
const WITH_VALUE: [&str; 4] = ["-C", "--lang", "--color", "--as-of"];

#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Scan {
    pub(super) lang: Option<String>,
    pub(super) dir: Option<PathBuf>,
    /// What is neither an option nor the value of a global one; the command is among them.
    pub(super) words: Vec<String>,
}

impl Scan {
    pub(super) fn of(args: &[OsString]) -> Self {
        let mut scan = Self::default();
        let mut rest = args.iter();
        while let Some(arg) = rest.next() {
            // Only a directory glued to its `-C` could be lost here; clap still sees it.
            let Some(text) = arg.to_str() else { continue };
            if text == "--" {
                break;
            }
            let value = if WITH_VALUE.contains(&text) { rest.next() } else { None };
            match text {
                "-C" => scan.dir = value.map(PathBuf::from),
                "--lang" => scan.lang = value.and_then(|value| value.to_str()).map(str::to_owned),
                _ => scan.glued(text),
            }
        }
        scan
    }

    fn glued(&mut self, text: &str) {
        if let Some(lang) = text.strip_prefix("--lang=") {
            self.lang = Some(lang.to_owned());
        } else if let Some(dir) = text.strip_prefix("-C") {
            self.dir = Some(PathBuf::from(dir.strip_prefix('=').unwrap_or(dir)));
        } else if !text.starts_with('-') {
            self.words.push(text.to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scan(line: &str) -> Scan {
        Scan::of(&line.split_whitespace().map(OsString::from).collect::<Vec<_>>())
    }

    #[test]
    fn the_language_is_found_anywhere_and_in_both_forms() {
        assert_eq!(scan("check --lang en").lang.as_deref(), Some("en"));
        assert_eq!(scan("--lang=en check").lang.as_deref(), Some("en"));
        assert_eq!(scan("check -- --lang en").lang, None);
        assert_eq!(scan("check --lang").lang, None);
    }

    #[test]
    fn the_directory_is_found_in_its_three_forms() {
        for line in ["-C so check", "check -Cso", "-C=so check"] {
            assert_eq!(scan(line).dir, Some(PathBuf::from("so")), "{line}");
        }
    }

    #[test]
    fn the_value_of_a_global_option_is_no_word() {
        assert_eq!(scan("-C report --as-of check --lang en check xuan-quan").words, ["check", "xuan-quan"]);
    }
}
