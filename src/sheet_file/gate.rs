//! What a file is not: told from its first bytes.

/// A page of a browser, whatever its name says.
pub(super) fn is_web_page(bytes: &[u8]) -> bool {
    let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let begins = |with: &str| start.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with.as_bytes()));
    ["<html", "<!doctype html", "<table", "<meta", "<?xml"].into_iter().any(begins)
}

/// Neither UTF-16 nor a text of any one-byte encoding: those have no zero bytes and few control characters.
pub(super) fn is_no_text(bytes: &[u8]) -> bool {
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return false;
    }
    bytes.starts_with(b"%PDF") || bytes.iter().any(|byte| matches!(byte, 0..=8 | 0x0E..=0x1A | 0x1C..=0x1F))
}
