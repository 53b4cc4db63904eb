//! How what comes stands to what is here, record by record.
//!
//! Two versions that differ have a *base* where one is known that both sides had: what this register took last, what the
//! sender took last, and what was packed where the pack was edited afterwards. Ours is the base: only theirs changed, and
//! it is taken. Theirs is one that was taken before: only ours changed since, and it stays. Else both changed, or no base
//! is known: that is a conflict, and somebody has to decide.

use similar::{ChangeTag, TextDiff};

use super::{history::History, manifest::digest, parcel::Parcel, place::Placed};
use crate::{
    lang::{Lang, Words},
    source::{Source, decode},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    New,
    Different,
    Conflict,
    /// What comes is a version that was here before, and this register has gone on since.
    Older,
    Same,
}

impl Kind {
    pub(crate) const ALL: [Self; 5] = [Self::New, Self::Different, Self::Conflict, Self::Older, Self::Same];

    pub(crate) const fn label(self) -> Words {
        match self {
            Self::New => Words::new("mới", "new"),
            Self::Different => Words::new("khác", "different"),
            Self::Conflict => Words::new("xung đột", "in conflict"),
            Self::Older => Words::new("cũ hơn", "older"),
            Self::Same => Words::new("giống", "same"),
        }
    }
}

/// A record that came, beside the one that is here.
#[derive(Debug)]
pub(crate) struct Compared {
    pub(crate) placed: Placed,
    pub(crate) kind: Kind,
    pub(crate) theirs: Source<'static>,
    /// Of theirs.
    pub(crate) digest: String,
    /// Absent where there is no such record here.
    pub(crate) ours: Option<Vec<u8>>,
    /// As text; empty where there is none.
    pub(crate) ours_text: String,
}

impl Compared {
    /// Lines that theirs has and ours has not, and the other way.
    pub(crate) fn lines(&self) -> (usize, usize) {
        let (ours, theirs) = (self.ours_text.replace('\r', ""), self.theirs.text.replace('\r', ""));
        let diff = TextDiff::from_lines(&ours, &theirs);
        let count = |tag| diff.iter_all_changes().filter(|change| change.tag() == tag).count();
        (count(ChangeTag::Insert), count(ChangeTag::Delete))
    }
}

/// Compares a record of a parcel with the one that is here; the error says why theirs cannot be read.
pub(crate) fn compare(
    placed: Placed,
    parcel: &Parcel,
    ours: Option<Vec<u8>>,
    history: &History,
    lang: Lang,
) -> Result<Compared, String> {
    let bytes = parcel.files.get(&placed.theirs).map_or(&[][..], Vec::as_slice);
    let theirs = decode(placed.path.clone(), bytes).map(Source::into_owned).map_err(|no_text| no_text.explain(lang))?;
    let packed: Vec<&str> = parcel.packed(&placed.theirs).collect();
    let (digest, kind) = kind(bytes, ours.as_deref(), &packed, history.of(&placed.path));
    let text = |bytes: &[u8]| match decode("", bytes) {
        Ok(source) => source.text.into_owned(),
        Err(_) => String::from_utf8_lossy(bytes).into_owned(),
    };
    let ours_text = ours.as_deref().map(text).unwrap_or_default();
    Ok(Compared { placed, kind, theirs, digest, ours, ours_text })
}

/// `packed` are the digests that the pack's manifest has of the record, `taken` those of the versions that came before.
fn kind(theirs: &[u8], ours: Option<&[u8]>, packed: &[&str], taken: &[String]) -> (String, Kind) {
    let theirs = digest(theirs);
    let ours = ours.map(digest);
    let was_taken = |digest: &String| taken.contains(digest);
    // What was packed as it comes says nothing of what was before.
    let is_base = |ours: &String| taken.last() == Some(ours) || packed.iter().any(|base| base == ours);
    let kind = match &ours {
        Some(ours) if *ours == theirs => Kind::Same,
        _ if was_taken(&theirs) => Kind::Older,
        None if taken.is_empty() => Kind::New,
        // It was taken once, and deleted here since.
        None => Kind::Conflict,
        Some(ours) if is_base(ours) => Kind::Different,
        Some(_) => Kind::Conflict,
    };
    (theirs, kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(theirs: &str, ours: Option<&str>, packed: &[&str], taken: &[&str]) -> Kind {
        let of = |texts: &[&str]| texts.iter().map(|text| digest(text.as_bytes())).collect::<Vec<_>>();
        let (packed, taken) = (of(packed), of(taken));
        let packed: Vec<&str> = packed.iter().map(String::as_str).collect();
        kind(theirs.as_bytes(), ours.map(str::as_bytes), &packed, &taken).1
    }

    #[test]
    fn where_ours_is_the_base_only_theirs_changed() {
        // Of the pack that was edited, of what the sender took, of what was taken here.
        assert_eq!(told("2", Some("1"), &["1"], &[]), Kind::Different);
        assert_eq!(told("2", Some("1"), &["2", "1"], &[]), Kind::Different);
        assert_eq!(told("2", Some("1"), &[], &["0", "1"]), Kind::Different);
    }

    #[test]
    fn without_a_base_or_where_both_changed_somebody_decides() {
        assert_eq!(told("2", Some("1"), &[], &[]), Kind::Conflict);
        assert_eq!(told("2", Some("1"), &["2"], &[]), Kind::Conflict);
        assert_eq!(told("2", Some("3"), &["2", "1"], &["1"]), Kind::Conflict);
        assert_eq!(told("2", None, &[], &["1"]), Kind::Conflict);
    }

    #[test]
    fn what_was_taken_before_is_never_taken_again() {
        assert_eq!(told("1", Some("2"), &["1"], &["1", "2"]), Kind::Older);
        assert_eq!(told("1", Some("3"), &[], &["1"]), Kind::Older);
        assert_eq!(told("1", None, &[], &["1"]), Kind::Older);
    }

    #[test]
    fn what_is_not_here_is_new_and_line_ends_are_no_change() {
        assert_eq!(told("1", None, &[], &[]), Kind::New);
        assert_eq!(told("1\r\n2", Some("1\n2"), &[], &[]), Kind::Same);
        assert_eq!(told("1", Some("1"), &[], &["1", "2"]), Kind::Same);
    }
}
