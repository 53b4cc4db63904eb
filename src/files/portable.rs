//! Files by the standard library.

use std::{
    fs::{self, File, FileType},
    io::{Read, Result},
    path::Path,
};

use super::{Entries, Kind};

/// The files below a directory.
pub(crate) struct Files<'r> {
    root: &'r Path,
}

impl<'r> Files<'r> {
    pub(crate) fn below(root: &'r Path) -> Self {
        Self { root }
    }

    /// For a tree that is listed first and read then; here that is the same.
    #[cfg_attr(target_os = "linux", expect(dead_code, reason = "tests hold the rest of this way beside that of Linux"))]
    pub(crate) fn listed_and_read(root: &'r Path) -> Self {
        Self::below(root)
    }

    /// The entries of a directory, by name; the path is relative to the root, which is the empty one.
    pub(crate) fn entries(&mut self, directory: &str) -> Result<Entries> {
        let mut entries = Entries::new();
        for entry in fs::read_dir(self.root.join(directory))? {
            let entry = entry?;
            entries.add(&entry.file_name(), kind(entry.file_type()?));
        }
        Ok(entries.sorted())
    }

    /// How many bytes a file has.
    pub(crate) fn size(&self, path: &str) -> Result<u64> {
        self.root.join(path).metadata().map(|metadata| metadata.len())
    }

    /// Puts the first bytes of a file, `most` of them at most, behind others.
    pub(crate) fn read(&mut self, path: &str, most: usize, bytes: &mut Vec<u8>) -> Result<()> {
        File::open(self.root.join(path))?.take(most as u64).read_to_end(bytes).map(|_| ())
    }
}

fn kind(found: FileType) -> Kind {
    if found.is_file() {
        Kind::File
    } else if found.is_dir() {
        Kind::Directory
    } else if found.is_symlink() {
        Kind::Link
    } else {
        Kind::Other
    }
}
