//! By the standard library.

use std::{
    ffi::OsStr,
    fs::{Metadata, read_dir, symlink_metadata},
    os::unix::{ffi::OsStrExt, fs::MetadataExt},
    path::Path,
};

use super::{Facts, Stamp, nanoseconds};

/// `None` where anything could not be looked at.
pub(in crate::cache) fn of(directory: &Path) -> Option<Stamp> {
    let mut stamp = Stamp::NOTHING;
    add(&mut stamp, 0, OsStr::new(""), directory, &symlink_metadata(directory).ok()?)?;
    Some(stamp)
}

fn add(stamp: &mut Stamp, above: u128, name: &OsStr, path: &Path, file: &Metadata) -> Option<()> {
    let facts = Facts {
        mode: file.mode(),
        size: file.size(),
        inode: file.ino(),
        device: file.dev(),
        modified: nanoseconds(file.mtime(), file.mtime_nsec()),
        changed: nanoseconds(file.ctime(), file.ctime_nsec()),
    };
    let own = stamp.add(above, name.as_bytes(), &facts)?;
    if file.is_dir() {
        for entry in read_dir(path).ok()? {
            let entry = entry.ok()?;
            add(stamp, own, &entry.file_name(), &entry.path(), &entry.metadata().ok()?)?;
        }
    }
    Some(())
}
