//! Text in quotes, passed over eight bytes at a time.

/// How many bytes stand before the first that a text in quotes cannot hold as it is: a quote, a backslash, a control
/// character. Most of a record is such text, so eight bytes are looked at together.
pub(super) fn plain(bytes: &[u8]) -> usize {
    let (words, rest) = bytes.as_chunks::<8>();
    for (index, word) in words.iter().enumerate() {
        let found = special_bytes(u64::from_le_bytes(*word));
        if found != 0 {
            return index * 8 + found.trailing_zeros() as usize / 8;
        }
    }
    let special = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..=0x1F | 0x7F);
    words.len() * 8 + rest.iter().position(special).unwrap_or(rest.len())
}

/// Sets the high bit of the first such byte of a word, and maybe of bytes behind it: a subtraction in one byte borrows
/// from the next.
fn special_bytes(word: u64) -> u64 {
    const EACH: u64 = u64::from_le_bytes([1; 8]);
    const HIGH: u64 = EACH << 7;
    let below = |word: u64, limit: u64| word.wrapping_sub(EACH * limit) & !word & HIGH;
    let is = |byte: u8| below(word ^ (EACH * u64::from(byte)), 1);
    is(b'"') | is(b'\\') | is(0x7F) | below(word, 0x20)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn eight_bytes_at_once_find_what_one_at_a_time_does(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
            let special = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..=0x1F | 0x7F);
            prop_assert_eq!(plain(&bytes), bytes.iter().position(special).unwrap_or(bytes.len()));
            // Most bytes are not special.
            let letters: Vec<u8> = bytes.iter().map(|byte| byte | 0x60).collect();
            prop_assert_eq!(plain(&letters), letters.iter().position(special).unwrap_or(letters.len()));
        }
    }
}
