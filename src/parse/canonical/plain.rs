//! Text in quotes, passed over many bytes at a time.

use crate::parse::abreast::{before, below, is, place};

/// How many bytes stand before the first that a text in quotes cannot hold as it is: a quote, a backslash, a control
/// character. An id or word mostly ends within eight bytes; of what is longer, as many bytes are looked at together as the
/// processor can.
pub(super) fn plain(bytes: &[u8]) -> usize {
    let Some((short, long)) = bytes.split_first_chunk() else { return before(bytes, special_bytes, is_special) };
    let found = special_bytes(u64::from_le_bytes(*short));
    if found != 0 {
        return place(found);
    }
    let is_plain = |block: &&[u8; BLOCK]| !block.iter().fold(false, |any, byte| any | is_special(*byte));
    let blocks = long.as_chunks().0.iter().take_while(is_plain).count() * BLOCK;
    short.len() + blocks + before(&long[blocks..], special_bytes, is_special)
}

const BLOCK: usize = 32;

/// Without a way out at the first thing that it is, so that a block of bytes can be looked at as one.
fn is_special(byte: u8) -> bool {
    (byte == b'"') | (byte == b'\\') | (byte == 0x7F) | (byte < 0x20)
}

fn special_bytes(word: u64) -> u64 {
    is(word, b'"') | is(word, b'\\') | is(word, 0x7F) | below(word, 0x20)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn many_bytes_at_once_find_what_one_at_a_time_does(
            bytes in prop::collection::vec(any::<u8>(), 0..120),
            rarely in 0..u8::MAX,
        ) {
            // Most bytes are not special.
            let letters: Vec<u8> = bytes.iter().map(|byte| if *byte < rarely { b'a' | *byte } else { *byte }).collect();
            for bytes in [bytes, letters] {
                let one_at_a_time = bytes.iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..=0x1F | 0x7F));
                prop_assert_eq!(plain(&bytes), one_at_a_time.unwrap_or(bytes.len()));
            }
        }
    }
}
