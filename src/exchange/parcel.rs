//! What somebody brings: an archive or a folder, as paths and bytes. Nothing is believed of it.

use std::{collections::BTreeMap, fs, io::Read, path::Path};

use walkdir::WalkDir;

use super::manifest::{Manifest, PACK};
use crate::{
    archive::{
        name::{folded, is_litter, safe},
        read::{Archive, LIMITS, LINK, Limits, NO_UNICODE, TOO_LARGE, TWICE, Unreadable},
    },
    lang::Words,
    source::MAX_BYTES,
};

/// All that comes is held in memory, and is never so much.
const TAKEN: Limits = Limits { total: LIMITS.total / 4, ..LIMITS };

/// The largest manifest: that of a province's records.
const MAX_MANIFEST: u64 = 128 * 1024 * 1024;

const NESTED: Words = Words::new("tệp nén nằm trong tệp nén", "an archive within an archive");
pub(super) const NO_RECORD: Words = Words::new("không phải bản ghi của sổ", "no record of a register");
const UNREAD: Words = Words::new("không đọc được", "it cannot be read");

#[derive(Debug, Default)]
pub(crate) struct Parcel {
    /// As the user named it.
    pub(crate) shown: String,
    /// With the directory of the parcel in which it stands: what is packed again is often one level deeper.
    pub(crate) manifest: Option<(String, Manifest)>,
    /// TOML and CSV files by path.
    pub(crate) files: BTreeMap<String, Vec<u8>>,
    /// What is not taken, by its name there, and why.
    pub(crate) passed: Vec<(String, Words)>,
}

impl Parcel {
    pub(crate) fn of_zip(path: &Path, shown: String) -> Result<Self, Unreadable> {
        let mut archive = Archive::open(path, TAKEN)?;
        let mut parcel = Self { shown, passed: std::mem::take(&mut archive.refused), ..Self::default() };
        parcel.passed.retain(|(name, _)| !is_litter(&name.replace('\\', "/")) || name.contains(".."));
        for path in archive.paths() {
            parcel.add(&path, |most| archive.bytes(&path, most));
        }
        Ok(parcel)
    }

    pub(crate) fn of_folder(path: &Path, shown: String) -> Result<Self, Unreadable> {
        let mut parcel = Self { shown, ..Self::default() };
        let is_hidden = |name: &std::ffi::OsStr| name.to_string_lossy().starts_with('.') && name != PACK;
        let walk = WalkDir::new(path).follow_links(false).min_depth(1).sort_by_file_name().into_iter();
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        let (mut found, mut total) = (Vec::new(), 0);
        for entry in walk.filter_entry(|entry| !is_hidden(entry.file_name())) {
            let entry = entry.map_err(|error| Unreadable::File(error.into()))?;
            let Ok(inside) = entry.path().strip_prefix(path) else { continue };
            let lossy = inside.to_string_lossy().into_owned();
            match (inside.to_str().map(safe), entry.file_type()) {
                (_, kind) if kind.is_dir() => {}
                (None, _) => parcel.passed.push((lossy, NO_UNICODE)),
                (_, kind) if kind.is_symlink() => parcel.passed.push((lossy, LINK)),
                (Some(Err(why)), _) => parcel.passed.push((lossy, why)),
                (Some(Ok(safe)), _) => {
                    *seen.entry(folded(&safe)).or_default() += 1;
                    found.push((safe, entry.into_path()));
                }
            }
            if found.len() > TAKEN.entries {
                return Err(Unreadable::TooMuch);
            }
        }
        for (inside, file) in found {
            if seen.get(&folded(&inside)).is_some_and(|count| *count > 1) {
                parcel.passed.push((inside, TWICE));
                continue;
            }
            parcel.add(&inside, |most| {
                let mut bytes = Vec::new();
                let file = fs::File::open(&file).map_err(|_| UNREAD)?;
                file.take(most + 1).read_to_end(&mut bytes).map_err(|_| UNREAD)?;
                total += bytes.len() as u64;
                if bytes.len() as u64 > most { Err(TOO_LARGE) } else { Ok(bytes) }
            });
            if total > TAKEN.total {
                return Err(Unreadable::TooMuch);
            }
        }
        Ok(parcel)
    }

    /// Takes up a file, if it may be a record.
    fn add(&mut self, path: &str, bytes: impl FnOnce(u64) -> Result<Vec<u8>, Words>) {
        let (directory, name) = path.rsplit_once('/').unwrap_or(("", path));
        if name == PACK && !directory.split('/').any(|part| part.starts_with('.')) {
            let manifest = bytes(MAX_MANIFEST).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
            // The outermost is that of the whole.
            if let Some(manifest) = manifest.filter(|_| self.manifest.is_none()) {
                self.manifest = Some((directory.to_owned(), manifest));
            }
            return;
        }
        if is_litter(path) {
            return;
        }
        let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_lowercase()).unwrap_or_default();
        match extension.as_str() {
            "toml" | "csv" => match bytes(MAX_BYTES) {
                Ok(bytes) => drop(self.files.insert(path.to_owned(), bytes)),
                Err(why) => self.passed.push((path.to_owned(), why)),
            },
            "zip" | "rar" | "7z" | "gz" | "tar" => self.passed.push((path.to_owned(), NESTED)),
            _ => self.passed.push((path.to_owned(), NO_RECORD)),
        }
    }

    /// The digests that the manifest has of a file: when it was packed, and of what that was made from.
    pub(crate) fn packed(&self, path: &str) -> impl Iterator<Item = &str> {
        let packed = self.manifest.as_ref().and_then(|(directory, manifest)| {
            let inside = if directory.is_empty() { path } else { path.strip_prefix(directory)?.strip_prefix('/')? };
            // In the order of their paths, as chibo writes them; where another hand has, there is no base to be found.
            let found = manifest.records.binary_search_by(|packed| packed.path.as_str().cmp(inside));
            manifest.records.get(found.ok()?)
        });
        packed.into_iter().flat_map(|packed| [Some(packed.digest.as_str()), packed.base.as_deref()]).flatten()
    }
}
