//! Bytes looked at eight at a time: most of a record is letters, of which none has to be looked at by itself.

/// Sets the high bit of the first byte of a word that is below a limit of at most 128, and maybe of bytes behind it: a
/// subtraction in one byte borrows from the next.
pub(super) fn below(word: u64, limit: u8) -> u64 {
    word.wrapping_sub(EACH * u64::from(limit)) & !word & HIGH
}

/// The same of a byte that is this one.
pub(super) fn is(word: u64, byte: u8) -> u64 {
    below(word ^ (EACH * u64::from(byte)), 1)
}

/// Sets the high bit of each byte of a word that lies between two below 128, both among them, and of no other.
pub(crate) fn within(word: u64, first: u8, last: u8) -> u64 {
    // Without the high bits nothing is carried from byte to byte.
    let from = |limit: u8| (word & !HIGH) + EACH * u64::from(0x80 - limit);
    from(first) & !from(last + 1) & !word & HIGH
}

/// A word that is this byte eight times.
pub(crate) fn each(byte: u8) -> u64 {
    EACH * u64::from(byte)
}

/// The high bit of each byte that a search has not found.
pub(crate) fn others(found: u64) -> u64 {
    !found & HIGH
}

const EACH: u64 = u64::from_le_bytes([1; 8]);
const HIGH: u64 = EACH << 7;

/// The place of the byte of which the high bit is the first that is set.
pub(crate) fn place(found: u64) -> usize {
    found.trailing_zeros() as usize / 8
}

/// How many bytes stand before the first that is looked for; `in_word` says of eight of them what `is_it` says of one.
#[inline(always)]
pub(super) fn before(bytes: &[u8], in_word: impl Fn(u64) -> u64, is_it: impl Fn(u8) -> bool) -> usize {
    let (mut passed, mut rest) = (0, bytes);
    while let Some((word, behind)) = rest.split_first_chunk() {
        let found = in_word(u64::from_le_bytes(*word));
        if found != 0 {
            return passed + place(found);
        }
        (passed, rest) = (passed + word.len(), behind);
    }
    passed + rest.iter().position(|byte| is_it(*byte)).unwrap_or(rest.len())
}
