//! Names in an archive: which of them may become files below a directory, on every system.

use crate::lang::Words;

/// The longest path that is taken, in bytes; Windows stops at 260, the directory above included.
const MAX_PATH: usize = 240;

pub(crate) const OUTSIDE: Words = Words::new("đường dẫn đi ra ngoài", "its path leads outside");
pub(crate) const NO_NAME: Words = Words::new("Windows không nhận tên này", "Windows does not take this name");
pub(crate) const TOO_LONG: Words = Words::new("đường dẫn quá dài", "its path is too long");

/// The path of an entry below a directory, with `/`; or why it cannot be one. Old archivers write `\`.
pub(crate) fn safe(name: &str) -> Result<String, Words> {
    let name = name.replace('\\', "/");
    let is_drive = name.as_bytes().get(1) == Some(&b':') && name.as_bytes()[0].is_ascii_alphabetic();
    let parts: Vec<&str> = name.split('/').filter(|part| *part != ".").collect();
    if name.starts_with('/') || is_drive || parts.contains(&"..") {
        return Err(OUTSIDE);
    }
    if parts.is_empty() || parts.iter().any(|part| !is_file_name(part)) {
        return Err(NO_NAME);
    }
    let path = parts.join("/");
    if path.len() > MAX_PATH { Err(TOO_LONG) } else { Ok(path) }
}

/// Whether every system takes a name for a file or directory as it is written.
fn is_file_name(name: &str) -> bool {
    let is_bad = |c: char| c.is_control() || matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*');
    !name.is_empty() && !name.contains(is_bad) && !name.ends_with(['.', ' ']) && !is_device(name)
}

/// Names that Windows keeps for devices, whatever stands behind their first point.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let numbered = |prefix: &str| stem.strip_prefix(prefix).is_some_and(|rest| rest.chars().count() == 1);
    let has_number = stem.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '¹' | '²' | '³'));
    ["con", "prn", "aux", "nul", "conin$", "conout$"].contains(&stem.as_str())
        || has_number && (numbered("com") || numbered("lpt"))
}

/// The key under which two names are one to Windows and macOS.
pub(crate) fn folded(path: &str) -> String {
    crate::text::nfc(&path.to_lowercase()).into_owned()
}

/// What archivers and systems leave behind: nobody needs to hear of it.
pub(crate) fn is_litter(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    path.split('/').any(|part| part == "__MACOSX" || part.starts_with('.'))
        || name.starts_with("~$")
        || ["thumbs.db", "desktop.ini"].contains(&name.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_stays_below_its_directory() {
        for (name, path) in [("a/b.toml", "a/b.toml"), ("a\\b.toml", "a/b.toml"), ("./a/./b", "a/b")] {
            assert_eq!(safe(name).as_deref(), Ok(path), "{name}");
        }
        let outside = ["../a", "a/../../b", "/etc/passwd", "C:\\a", "c:a", "\\\\server\\a", "a/..", "..\\a", "//a"];
        for name in outside {
            assert_eq!(safe(name), Err(OUTSIDE), "{name}");
        }
    }

    #[test]
    fn a_name_that_a_system_would_change_is_not_taken() {
        let names =
            ["", "a//b", "a/b.toml ", "a./b", "con", "a/NUL.txt", "com1.toml", "LPT9", "ab:c", "a?b", "a\u{7}", "."];
        for name in names {
            assert_eq!(safe(name), Err(NO_NAME), "{name}");
        }
        assert_eq!(safe(&"a/".repeat(200)), Err(NO_NAME));
        assert_eq!(safe(&format!("{}b", "a/".repeat(200))), Err(TOO_LONG));
        assert!(safe("com/common.toml").is_ok() && safe("console/nullus").is_ok());
    }

    #[test]
    fn litter_is_known() {
        for path in ["__MACOSX/a/._b.toml", "a/.DS_Store", "a/Thumbs.db", "~$so.xlsx", ".git/config"] {
            assert!(is_litter(path), "{path}");
        }
        assert!(!is_litter("a/b.toml"));
    }
}
