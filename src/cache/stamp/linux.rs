//! By the calls of Linux: a file is looked at by its name in a directory that is open, for to go through a whole path each
//! time takes longer than to look.

use std::{ffi::CString, mem::MaybeUninit, path::Path};

use rustix::{
    fd::{AsFd, OwnedFd},
    fs::{AtFlags, CWD, FileType, Mode, OFlags, RawDir, Stat, openat, statat},
    path::Arg,
};

use super::{Facts, Stamp, nanoseconds};
use crate::files::at_once;

/// A directory below one that is open: its name, and its hash.
type Below = (CString, u128);

/// `None` where anything could not be looked at.
pub(in crate::cache) fn of(directory: &Path) -> Option<Stamp> {
    let mut stamp = Stamp::NOTHING;
    let (own, _) = look(&mut stamp, CWD, directory, b"", 0)?;
    let opened = open(CWD, directory)?;
    let below = entries(&mut stamp, &opened, own)?;
    // A commune's cells are many, and on a cold disk it is waited for each.
    for part in at_once(&below, |below| of_below(&opened, below)) {
        stamp.join(part?);
    }
    Some(stamp)
}

fn of_below(parent: &OwnedFd, (name, own): &Below) -> Option<Stamp> {
    let mut stamp = Stamp::NOTHING;
    let opened = open(parent, name)?;
    for below in entries(&mut stamp, &opened, *own)? {
        stamp.join(of_below(&opened, &below)?);
    }
    Some(stamp)
}

/// Adds what stands in a directory, and gives the directories among it.
fn entries(stamp: &mut Stamp, opened: &OwnedFd, own: u128) -> Option<Vec<Below>> {
    let mut listed = [MaybeUninit::uninit(); 8 * 1024];
    let mut listed = RawDir::new(opened, &mut listed);
    let mut below = Vec::new();
    while let Some(entry) = listed.next() {
        let entry = entry.ok()?;
        let name = entry.file_name();
        if matches!(name.to_bytes(), b"." | b"..") {
            continue;
        }
        let (hash, kind) = look(stamp, opened, name, name.to_bytes(), own)?;
        if kind == FileType::Directory {
            below.push((name.to_owned(), hash));
        }
    }
    Some(below)
}

fn look(stamp: &mut Stamp, directory: impl AsFd, path: impl Arg, name: &[u8], above: u128) -> Option<(u128, FileType)> {
    let Stat { st_mode, st_size, st_ino, st_dev, st_mtime, st_mtime_nsec, st_ctime, st_ctime_nsec, .. } =
        statat(directory, path, AtFlags::SYMLINK_NOFOLLOW).ok()?;
    let facts = Facts {
        mode: st_mode,
        size: u64::try_from(st_size).ok()?,
        inode: st_ino,
        device: st_dev,
        modified: nanoseconds(st_mtime, st_mtime_nsec),
        changed: nanoseconds(st_ctime, st_ctime_nsec),
    };
    Some((stamp.add(above, name, &facts)?, FileType::from_raw_mode(st_mode)))
}

fn open(parent: impl AsFd, name: impl Arg) -> Option<OwnedFd> {
    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    openat(parent, name, flags, Mode::empty()).ok()
}
