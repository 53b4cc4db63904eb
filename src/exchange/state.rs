//! What chibo keeps for itself beside the records: `.chibo` at the register's root. Every command passes it over, git is
//! told to, and nothing but a reminder or a question less is lost with it.

use std::{fs, io, path::Path};

use crate::write::{self, Over};

const DIRECTORY: &str = ".chibo";
/// The day of the last backup.
pub(crate) const BACKUP: &str = "backup";

const MOST_BYTES: u64 = 256 * 1024 * 1024;

/// A text that was kept; nothing where there is none that can be read.
pub(crate) fn read(root: &Path, name: &str) -> Option<String> {
    let path = root.join(DIRECTORY).join(name);
    let is_small = fs::symlink_metadata(&path).is_ok_and(|found| found.is_file() && found.len() <= MOST_BYTES);
    if is_small { fs::read_to_string(path).ok() } else { None }
}

/// Keeps a text.
pub(crate) fn write(root: &Path, name: &str, text: &str) -> io::Result<()> {
    let directory = root.join(DIRECTORY);
    let ignore = directory.join(".gitignore");
    if !ignore.exists() {
        write::write(&ignore, "*\n", Over::Existing)?;
    }
    write::write(&directory.join(name), text, Over::Existing)
}
