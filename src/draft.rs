//! Entries that wait to be finished. Each is one file in the user's own state directory, never in the register: what is
//! half said is nobody's record. It is written after every answer, so that no end of the program or of its terminal
//! loses more than the answer being typed.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use serde::{Serialize, de::DeserializeOwned};
use xxhash_rust::xxh3::xxh3_64;

use crate::{io::Io, text::plain};

/// The place of one entry; nowhere, where the surroundings name no directory.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    path: Option<PathBuf>,
}

impl Draft {
    /// Of a register, and what is entered in it: a cell's new meeting, the roll of a record.
    pub(crate) fn of(io: &Io<'_>, root: &Path, what: &str) -> Self {
        let key = xxh3_64(format!("{}\0{what}", root.display()).as_bytes());
        // The words are for whoever looks into the directory; the number tells registers apart.
        let words: String = plain(what).chars().take(60).collect();
        let path = io.state_dir().map(|directory| directory.join("drafts").join(format!("{words}-{key:016x}.json")));
        Self { path }
    }

    /// Nothing where there is none, or one that this version of chibo does not know.
    pub(crate) fn load<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_str(&fs::read_to_string(self.path.as_ref()?).ok()?).ok()
    }

    /// Whether it is safe there. That it is not is no reason to stop an entry.
    pub(crate) fn save<T: Serialize>(&self, entry: &T) -> bool {
        let Some(path) = &self.path else { return false };
        serde_json::to_vec_pretty(entry).is_ok_and(|json| put(path, &json).is_ok())
    }

    /// A file beside it for a text that is not yet an answer.
    pub(crate) fn beside(&self, extension: &str) -> Option<PathBuf> {
        self.path.as_ref().map(|path| path.with_extension(extension))
    }

    /// The entry has become a record, or is no longer wanted.
    pub(crate) fn remove(&self) {
        for path in [self.path.clone(), self.beside(TYPED), self.beside(EDITED)].into_iter().flatten() {
            // Mostly there is only one of them.
            let _ = fs::remove_file(path);
        }
    }
}

/// The line that is being typed.
pub(crate) const TYPED: &str = "typed";
/// The text that is open in an editor.
pub(crate) const EDITED: &str = "txt";

/// Whole or not at all, and for its owner alone.
pub(crate) fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let directory = path.parent().unwrap_or(Path::new("."));
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(directory)?;
    let mut file = tempfile::NamedTempFile::new_in(directory)?;
    file.write_all(bytes)?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_comes_back_until_it_is_removed() {
        let directory = tempfile::tempdir().unwrap();
        let draft = Draft { path: Some(directory.path().join("drafts/a.json")) };
        assert_eq!(draft.load::<Vec<String>>(), None);
        assert!(draft.save(&["một"]) && draft.save(&["hai"]));
        assert_eq!(draft.load::<Vec<String>>(), Some(vec!["hai".to_owned()]));
        // Of another version.
        assert_eq!(draft.load::<u32>(), None);
        fs::write(draft.beside(TYPED).unwrap(), "ba").unwrap();
        draft.remove();
        assert_eq!(draft.load::<Vec<String>>(), None);
        assert_eq!(fs::read_dir(directory.path().join("drafts")).unwrap().count(), 0);
        let nowhere = Draft { path: None };
        assert!(!nowhere.save(&1) && nowhere.load::<u32>().is_none());
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_reads_it() {
        use std::os::unix::fs::PermissionsExt;
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("drafts/a.json");
        put(&path, b"1").unwrap();
        for (path, mode) in [(path.parent().unwrap(), 0o700), (&*path, 0o600)] {
            assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o777, mode);
        }
    }
}
