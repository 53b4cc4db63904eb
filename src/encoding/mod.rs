//! Text that was typed in the fonts of before Unicode. Their letters are bytes that every other font shows as something
//! else, so that a table may hold `NguyÔn V¨n ¸i` and mean Nguyễn Văn Ái. Nothing in a file says so: a text is believed to
//! be what makes the most syllables of Vietnamese, and whoever owns it is asked.
//!
//! In all of this a letter of the old fonts is the character that Windows-1252 has for its byte, as workbooks keep it.

mod syllable;
mod tcvn3;
mod vni;

use encoding_rs::{WINDOWS_1252, WINDOWS_1258};

use crate::text::nfc;

/// What a text may have been typed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// It is what it seems.
    Unicode,
    Tcvn3,
    Vni,
    Windows1258,
}

const OLD: [Encoding; 3] = [Encoding::Tcvn3, Encoding::Vni, Encoding::Windows1258];

impl Encoding {
    /// As people call it.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Unicode => "Unicode",
            Self::Tcvn3 => "TCVN3 (ABC)",
            Self::Vni => "VNI",
            Self::Windows1258 => "Windows-1258",
        }
    }

    /// As the command line takes it.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Unicode => "utf-8",
            Self::Tcvn3 => "tcvn3",
            Self::Vni => "vni",
            Self::Windows1258 => "windows-1258",
        }
    }

    /// What was meant; the text itself where it cannot have been typed so.
    pub(crate) fn decode(self, text: &str) -> String {
        let decoded = match self {
            Self::Unicode => None,
            Self::Tcvn3 => tcvn3::decode(text),
            Self::Vni => vni::decode(text),
            Self::Windows1258 => windows_1258(text),
        };
        decoded.map_or_else(|| text.to_owned(), |decoded| nfc(&decoded).into_owned())
    }

    /// The same, for one text among others: one that is right as it stands stays, for a table may hold both.
    pub(crate) fn decode_among(self, text: &str) -> String {
        let decoded = self.decode(text);
        if Score::of(&decoded).share() < Score::of(text).share() { text.to_owned() } else { decoded }
    }
}

/// What some texts are typed in, all together: an old encoding only where it makes clearly more sense than none.
pub(crate) fn guess<'t>(texts: impl Iterator<Item = &'t str> + Clone) -> Encoding {
    let total = |encoding: Encoding| {
        texts.clone().map(|text| Score::of(&encoding.decode(text))).fold(Score::default(), Score::plus)
    };
    let plain = total(Encoding::Unicode);
    let best = OLD.into_iter().map(|encoding| (total(encoding), encoding)).max_by_key(|(score, _)| score.share());
    match best {
        // Two syllables more, so that one stray sign turns no table.
        Some((score, encoding)) if score.share() > plain.share() && score.right > plain.right + 1 => encoding,
        _ => Encoding::Unicode,
    }
}

/// How much of a text reads as Vietnamese, by its words that are not plain ASCII.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Score {
    right: usize,
    wrong: usize,
}

impl Score {
    fn of(text: &str) -> Self {
        let mut score = Self::default();
        for word in text.split(|c: char| c.is_ascii() && !c.is_ascii_alphabetic()) {
            if word.is_ascii() {
                continue;
            }
            if syllable::is_one(word.trim_matches(['–', '“', '”', '‘', '’', '…'])) {
                score.right += 1;
            } else {
                score.wrong += 1;
            }
        }
        score
    }

    fn plus(self, other: Self) -> Self {
        Self { right: self.right + other.right, wrong: self.wrong + other.wrong }
    }

    /// Per thousand.
    fn share(self) -> usize {
        (self.right * 1000).checked_div(self.right + self.wrong).unwrap_or(1000)
    }
}

/// The bytes of which the characters are the letters in Windows-1252.
fn bytes(text: &str) -> Option<Vec<u8>> {
    let (bytes, _, lost) = WINDOWS_1252.encode(text);
    (!lost).then(|| bytes.into_owned())
}

fn windows_1258(text: &str) -> Option<String> {
    Some(WINDOWS_1258.decode_without_bom_handling(&bytes(text)?).0.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 4] = ["Nguyễn Thị Hường", "Đỗ Văn Quyết", "Trần Đức Thuận", "Phạm Thị Tuyết Nhung"];

    fn garbled(encoding: Encoding, text: &str) -> String {
        match encoding {
            Encoding::Tcvn3 => tcvn3::encode(text),
            Encoding::Vni => vni::encode(text),
            Encoding::Windows1258 | Encoding::Unicode => text.to_owned(),
        }
    }

    #[test]
    fn each_old_encoding_is_told_by_its_syllables() {
        for encoding in [Encoding::Tcvn3, Encoding::Vni] {
            let typed = NAMES.map(|name| garbled(encoding, name));
            assert_eq!(guess(typed.iter().map(String::as_str)), encoding, "{typed:?}");
            let decoded = typed.map(|typed| encoding.decode_among(&typed).to_lowercase());
            assert_eq!(decoded, NAMES.map(str::to_lowercase));
        }
        assert_eq!(guess(NAMES.into_iter()), Encoding::Unicode);
    }

    #[test]
    fn windows_1258_writes_tones_behind_their_letters() {
        // Nguyễn Thị, as a reader of Windows-1252 has it.
        let typed = ["NguyêÞn Thiò Hôìng", "Ðôì Vãn Quyêìt", "Lê Thiò Haò"];
        let decoded = typed.map(|typed| Encoding::Windows1258.decode(typed));
        assert_eq!(decoded[0], "Nguyễn Thị Hống");
        assert_eq!(guess(typed.into_iter()), Encoding::Windows1258);
    }

    #[test]
    fn what_is_right_already_stays() {
        for encoding in OLD {
            for text in ["Chi bộ thôn 1", "Nguyễn Văn An", "2018", "x", "Họ và tên"] {
                let among = encoding.decode_among(text);
                assert_eq!(among, text, "{}", encoding.name());
            }
        }
        assert_eq!(guess(["Chi bộ", "Hà", "Vũ", "Lê Thị Hà", "Mã số"].into_iter()), Encoding::Unicode);
        assert_eq!(guess(["x", "p", "", "2018"].into_iter()), Encoding::Unicode);
    }
}
