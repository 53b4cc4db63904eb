//! What a file is not: told from its first bytes.

/// A page of a browser, whatever its name says.
pub(super) fn is_web_page(bytes: &[u8]) -> bool {
    let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let begins = |with: &str| start.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with.as_bytes()));
    ["<html", "<!doctype html", "<table", "<meta", "<?xml"].into_iter().any(begins)
}

/// Neither UTF-16 nor a text of any one-byte encoding: those have no zero bytes and few control characters.
pub(super) fn is_no_text(bytes: &[u8]) -> bool {
    if wide(bytes).is_some() {
        return false;
    }
    bytes.starts_with(b"%PDF") || bytes.iter().any(|byte| matches!(byte, 0..=8 | 0x0E..=0x1A | 0x1C..=0x1F))
}

/// How two bytes are a unit.
type Unit = fn([u8; 2]) -> u16;

/// How two bytes are a unit of UTF-16, and where the first begins: by the mark in front, or by the zeros that half of a
/// text of mostly plain letters consists of.
pub(super) fn wide(bytes: &[u8]) -> Option<(Unit, usize)> {
    match bytes {
        [0xFF, 0xFE, ..] => return Some((u16::from_le_bytes, 2)),
        [0xFE, 0xFF, ..] => return Some((u16::from_be_bytes, 2)),
        _ => {}
    }
    let pairs = bytes.as_chunks::<2>().0;
    let zeros = |side: usize| pairs.iter().filter(|pair| pair[side] == 0).count();
    match (zeros(0), zeros(1)) {
        (0, second) if second * 3 > pairs.len() => Some((u16::from_le_bytes, 0)),
        (first, 0) if first * 3 > pairs.len() => Some((u16::from_be_bytes, 0)),
        _ => None,
    }
}
