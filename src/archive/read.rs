//! Reading an archive that comes from anywhere: what is too large, leads outside, or is not what it says is not unpacked.

use std::{
    collections::BTreeMap,
    fs::File,
    io::{self, BufReader, Read, Seek},
    path::Path,
};

use zip::ZipArchive;

use super::name::{folded, safe};
use crate::{
    lang::{Lang, Words, say},
    number::group,
};

/// What an archive may hold.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// Bytes of the archive itself.
    pub(crate) file: u64,
    pub(crate) entries: usize,
    /// Bytes of all that is unpacked.
    pub(crate) total: u64,
}

/// A province of five years has some 180,000 records, of 0.7 KB on average.
pub(crate) const LIMITS: Limits = Limits { file: 256 * MIB, entries: 400_000, total: 1024 * MIB };

const MIB: u64 = 1024 * 1024;

/// No text is packed so small: what claims to be is made to fill the disk. Small entries are no danger.
const MAX_RATIO: u64 = 200;
const SMALL: u64 = 64 * 1024;

pub(crate) const LINK: Words = Words::new("liên kết tượng trưng", "a symbolic link");
const LOCKED: Words =
    Words::new("có mật khẩu: bỏ mật khẩu rồi gửi lại", "it needs a password: take it off and send it again");
const DAMAGED: Words = Words::new("hỏng, không giải nén được", "damaged: it cannot be unpacked");
pub(crate) const TOO_LARGE: Words =
    Words::new("quá lớn: một bản ghi nhiều nhất 1 MiB", "too large: a record has at most 1 MiB");
const BOMB: Words = Words::new("giải nén ra lớn bất thường", "it unpacks to far more than it is");
pub(crate) const TWICE: Words = Words::new(
    "trùng tên với tệp khác trong gói, hoặc chỉ khác chữ hoa, thường",
    "another entry has this name, or the same in other letters",
);
pub(crate) const NO_UNICODE: Words = Words::new("tên tệp không phải UTF-8", "its name is not UTF-8");

/// Why an archive is not read at all.
#[derive(Debug)]
pub(crate) enum Unreadable {
    File(io::Error),
    /// It is not a zip, or is cut off.
    NoArchive,
    TooMuch,
    /// A name that stands twice is one entry to one program and another to the next.
    Twice,
    /// Entries share their bytes.
    Overlapping,
}

impl Unreadable {
    pub(crate) fn explain(&self, lang: Lang) -> String {
        let (mib, entries) = (group(LIMITS.total / MIB, lang), group(LIMITS.entries as u64, lang));
        match self {
            Self::File(error) => crate::os::reason(error, lang),
            Self::NoArchive => {
                say!(lang, "không phải tệp zip, hoặc tải về chưa đủ", "it is no zip file, or part of one")
            }
            Self::TooMuch => say!(
                lang,
                "quá lớn: nhiều nhất {entries} tệp, {mib} MiB khi giải nén",
                "it is too large: at most {entries} entries, {mib} MiB unpacked"
            ),
            Self::Twice => say!(
                lang,
                "có hai tệp bên trong cùng một tên, không rõ tệp nào là thật: nén lại rồi gửi lại",
                "two of its entries have one name, and which is meant is not clear: pack it again"
            ),
            Self::Overlapping => say!(
                lang,
                "các tệp bên trong chồng lên nhau: gói này không phải do phần mềm nén bình thường tạo ra",
                "its entries lie over each other: no ordinary archiver made it"
            ),
        }
    }
}

/// An archive that is open, its entries by their names.
pub(crate) struct Archive {
    zip: ZipArchive<BufReader<File>>,
    /// The number of each entry that may be unpacked, by its path.
    entries: BTreeMap<String, usize>,
    /// Entries that may not, by name, and why not.
    pub(crate) refused: Vec<(String, Words)>,
    limits: Limits,
    unpacked: u64,
}

impl Archive {
    pub(crate) fn open(path: &Path, limits: Limits) -> Result<Self, Unreadable> {
        let file = File::open(path).map_err(Unreadable::File)?;
        if !file.metadata().map_err(Unreadable::File)?.is_file() {
            return Err(Unreadable::NoArchive);
        }
        if file.metadata().map_err(Unreadable::File)?.len() > limits.file {
            return Err(Unreadable::TooMuch);
        }
        let mut zip = ZipArchive::new(BufReader::new(file)).map_err(|_| Unreadable::NoArchive)?;
        if zip.len() > limits.entries {
            return Err(Unreadable::TooMuch);
        }
        if zip.has_duplicate_names() {
            return Err(Unreadable::Twice);
        }
        if zip.has_overlapping_entries().map_err(|_| Unreadable::NoArchive)? {
            return Err(Unreadable::Overlapping);
        }
        let mut archive = Self { zip, entries: BTreeMap::new(), refused: Vec::new(), limits, unpacked: 0 };
        archive.look();
        Ok(archive)
    }

    /// Looks at every entry without unpacking it.
    fn look(&mut self) {
        let mut by_key: BTreeMap<String, Vec<(String, usize)>> = BTreeMap::new();
        for nth in 0..self.zip.len() {
            let (shown, judged) = looked_at(&mut self.zip, nth);
            match judged {
                Ok(Some(path)) => by_key.entry(folded(&path)).or_default().push((path, nth)),
                Ok(None) => {}
                Err(why) => self.refused.push((shown, why)),
            }
        }
        for mut same in by_key.into_values() {
            match same.pop() {
                Some((path, nth)) if same.is_empty() => drop(self.entries.insert(path, nth)),
                last => self.refused.extend(same.into_iter().chain(last).map(|(path, _)| (path, TWICE))),
            }
        }
        self.refused.sort_by(|one, other| one.0.cmp(&other.0));
    }

    /// In order.
    pub(crate) fn paths(&self) -> Vec<String> {
        self.entries.keys().cloned().collect()
    }

    /// Unpacks an entry of at most so many bytes.
    pub(crate) fn bytes(&mut self, path: &str, most: u64) -> Result<Vec<u8>, Words> {
        let left = self.limits.total.saturating_sub(self.unpacked);
        let nth = self.entries.get(path).copied().ok_or(DAMAGED)?;
        let mut entry = self.zip.by_index(nth).map_err(|_| DAMAGED)?;
        let packed = entry.compressed_size();
        // What the entry says of its size is not believed: it is read until it ends or is too much.
        let most = most.min(left);
        let mut bytes = Vec::new();
        let read = entry.by_ref().take(most + 1).read_to_end(&mut bytes);
        let length = bytes.len() as u64;
        self.unpacked += length;
        read.map_err(|_| DAMAGED)?;
        if length > SMALL && length / packed.max(1) > MAX_RATIO {
            return Err(BOMB);
        }
        if length > most { Err(TOO_LARGE) } else { Ok(bytes) }
    }
}

/// The name of an entry as it can be shown; its path, nothing for a directory, or why it is not taken.
fn looked_at(zip: &mut ZipArchive<impl Read + Seek>, nth: usize) -> (String, Result<Option<String>, Words>) {
    let entry = match zip.by_index_raw(nth) {
        Ok(entry) => entry,
        Err(_) => return (format!("#{nth}"), Err(DAMAGED)),
    };
    let raw = String::from_utf8_lossy(entry.name_raw()).into_owned();
    // Names in the code page of old Windows are read as what they are.
    let Ok(name) = entry.name().map(|name| name.into_owned()) else { return (raw, Err(NO_UNICODE)) };
    let is_directory = entry.is_dir() || name.ends_with(['/', '\\']);
    let judged = match safe(name.trim_end_matches(['/', '\\'])) {
        Err(why) => Err(why),
        Ok(_) if entry.is_symlink() => Err(LINK),
        Ok(_) if is_directory => Ok(None),
        Ok(_) if entry.encrypted() => Err(LOCKED),
        Ok(path) => Ok(Some(path)),
    };
    (name, judged)
}
