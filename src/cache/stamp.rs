//! What the file system says of everything below a directory: when any of it changes, so does the stamp.

use std::{path::Path, time::SystemTime};

/// A directory and all below it, as the file system describes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    /// Of every name, kind, size, inode and both times. The order in which a directory lists them is no part of it.
    pub(super) hash: u128,
    /// The latest of all the times.
    pub(super) newest: SystemTime,
}

/// `None` where anything could not be looked at, or the system does not tell enough.
#[cfg(unix)]
pub(super) fn of(directory: &Path) -> Option<Stamp> {
    let mut stamp = Stamp { hash: 0, newest: SystemTime::UNIX_EPOCH };
    stamp.add("", &std::fs::symlink_metadata(directory).ok()?)?;
    stamp.add_all(directory, "")?;
    Some(stamp)
}

#[cfg(not(unix))]
pub(super) fn of(_: &Path) -> Option<Stamp> {
    None
}

#[cfg(unix)]
impl Stamp {
    fn add_all(&mut self, directory: &Path, below: &str) -> Option<()> {
        for entry in std::fs::read_dir(directory).ok()? {
            let entry = entry.ok()?;
            let path = format!("{below}/{}", entry.file_name().to_str()?);
            let file = entry.metadata().ok()?;
            self.add(&path, &file)?;
            if file.is_dir() {
                self.add_all(&entry.path(), &path)?;
            }
        }
        Some(())
    }

    fn add(&mut self, path: &str, file: &std::fs::Metadata) -> Option<()> {
        use std::{os::unix::fs::MetadataExt, time::Duration};
        let facts = [
            i128::from(file.mode()),
            i128::from(file.size()),
            i128::from(file.ino()),
            i128::from(file.dev()),
            nanoseconds(file.mtime(), file.mtime_nsec()),
            nanoseconds(file.ctime(), file.ctime_nsec()),
        ];
        let mut hash = xxhash_rust::xxh3::Xxh3::new();
        facts.iter().for_each(|fact| hash.update(&fact.to_le_bytes()));
        hash.update(path.as_bytes());
        self.hash = self.hash.wrapping_add(hash.digest128());
        let newest = u64::try_from(nanoseconds(file.ctime(), file.ctime_nsec())).ok()?;
        let changed = SystemTime::UNIX_EPOCH.checked_add(Duration::from_nanos(newest))?;
        self.newest = self.newest.max(changed).max(file.modified().ok()?);
        Some(())
    }
}

#[cfg(unix)]
fn nanoseconds(seconds: i64, nanoseconds: i64) -> i128 {
    i128::from(seconds) * 1_000_000_000 + i128::from(nanoseconds)
}
