//! Making safe all that was written to whole file systems, where the machine can.

use std::{io, path::Path};

pub(super) const fn can_sync() -> bool {
    cfg!(target_os = "linux")
}

/// Each file system of the directories once.
#[cfg(target_os = "linux")]
pub(super) fn sync(directories: &[&Path]) -> io::Result<()> {
    use std::{collections::BTreeSet, fs::File, os::unix::fs::MetadataExt};
    let mut systems = BTreeSet::new();
    for directory in directories {
        let directory = File::open(directory)?;
        if systems.insert(directory.metadata()?.dev()) {
            rustix::fs::syncfs(&directory)?;
        }
    }
    Ok(())
}

#[cfg(not(target_os = "linux"))]
pub(super) fn sync(_: &[&Path]) -> io::Result<()> {
    Ok(())
}
