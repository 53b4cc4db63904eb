//! Paths as a reader of the output can open them: relative to the working directory.

use std::path::{Component, Path, PathBuf};

use crate::text::visible;

/// From the register's root to where the reader stands.
pub(crate) struct Paths {
    pub(crate) root: PathBuf,
    prefix: String,
}

impl Paths {
    pub(crate) fn new(root: &Path, working_dir: &Path) -> Self {
        let here = working_dir.canonicalize().unwrap_or_else(|_| working_dir.to_path_buf());
        Self { root: root.to_path_buf(), prefix: relative(root, &here) }
    }

    /// A path of the register, which is relative to its root.
    pub(crate) fn show(&self, path: &str) -> String {
        let shown = if self.prefix.is_empty() || self.prefix.ends_with('>') {
            from_inside(path, self.below())
        } else {
            format!("{}{path}", self.prefix)
        };
        match visible(&shown) {
            shown if shown.is_empty() => ".".to_owned(),
            // GitHub takes a line that begins with two colons for a command.
            shown if shown.starts_with(':') => format!("./{shown}"),
            shown => shown.into_owned(),
        }
    }

    /// Whether the directory from which paths are shown is that of this unit, below the root.
    pub(super) fn is_inside(&self, unit: &str) -> bool {
        !unit.is_empty() && self.below().strip_suffix('/') == Some(unit)
    }

    fn below(&self) -> &str {
        self.prefix.strip_suffix('>').unwrap_or("")
    }
}

/// A path as seen from a directory of the register, which ends with `/`.
fn from_inside(path: &str, directory: &str) -> String {
    let common = path.split_inclusive('/').zip(directory.split_inclusive('/')).take_while(|(a, b)| a == b);
    let common: usize = common.map(|(part, _)| part.len()).sum();
    format!("{}{}", "../".repeat(directory[common..].matches('/').count()), &path[common..])
}

/// A path as part of an address.
pub(super) fn percent(path: &str) -> String {
    let mut address = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => address.push(byte.into()),
            _ => address.push_str(&format!("%{byte:02X}")),
        }
    }
    address
}

/// What stands before a path of the register; `inside/>` where the reader stands inside the register.
fn relative(root: &Path, here: &Path) -> String {
    if let Ok(inside) = here.strip_prefix(root) {
        let parts = slashes(inside);
        return if parts.is_empty() { String::new() } else { format!("{parts}>") };
    }
    let common = root.components().zip(here.components()).take_while(|(a, b)| a == b).count();
    // On another drive there is no relative path.
    if common == 0 {
        return slashes(root);
    }
    let up = "../".repeat(here.components().count() - common);
    let down: PathBuf = root.components().skip(common).collect();
    format!("{up}{}", slashes(&down))
}

fn slashes(path: &Path) -> String {
    let mut shown = String::new();
    for part in path.components() {
        match part {
            Component::RootDir => shown.push('/'),
            _ => {
                shown.push_str(&part.as_os_str().to_string_lossy());
                shown.push('/');
            }
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(root: &str, here: &str, path: &str) -> String {
        let paths = Paths { root: root.into(), prefix: relative(Path::new(root), Path::new(here)) };
        paths.show(path)
    }

    #[test]
    fn paths_are_relative_to_where_the_reader_stands() {
        assert_eq!(show("/r", "/r", "a/b.toml"), "a/b.toml");
        assert_eq!(show("/w/r", "/w", "a/b.toml"), "r/a/b.toml");
        assert_eq!(show("/w/r", "/w/x", "a/b.toml"), "../r/a/b.toml");
        assert_eq!(show("/r", "/r/a", "a/b.toml"), "b.toml");
        assert_eq!(show("/r", "/r/a/c", "a/b.toml"), "../b.toml");
        assert_eq!(show("/r", "/r/ab", "a/b.toml"), "../a/b.toml");
    }

    #[test]
    fn an_address_holds_no_letter_that_needs_a_code() {
        assert_eq!(percent("xã a/b,c (1).toml"), "x%C3%A3%20a/b%2Cc%20%281%29.toml");
    }
}
