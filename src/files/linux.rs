//! Files by the calls of Linux.

use std::{
    collections::BTreeMap,
    ffi::OsStr,
    io::Result,
    os::{fd::OwnedFd, unix::ffi::OsStrExt},
    path::Path,
};

use rustix::{
    buffer::spare_capacity,
    fs::{AtFlags, FileType, Mode, OFlags, RawDir, open, openat, statat},
    io::{Errno, read},
};

use super::{Entries, Kind, ROOM};

/// How many directories are held open by all threads together, enough for a commune each on a small machine; a process may
/// open a thousand files.
pub(super) const KEPT: usize = 320;

/// Holds many entries of a directory.
const BUFFER: usize = 32 * 1024;

/// The files below a directory.
pub(crate) struct Files<'r> {
    root: &'r Path,
    buffer: Vec<u8>,
    /// The directory of the last file: the next is mostly beside it.
    last: Option<(String, OwnedFd)>,
    /// Directories that were listed, whose files come next.
    listed: BTreeMap<String, OwnedFd>,
    /// How many of them are kept.
    most: usize,
}

impl<'r> Files<'r> {
    pub(crate) fn below(root: &'r Path) -> Self {
        Self { root, buffer: Vec::with_capacity(BUFFER), last: None, listed: BTreeMap::new(), most: 0 }
    }

    /// For a tree that is listed first and read then: its directories stay open in between.
    pub(crate) fn listed_and_read(root: &'r Path) -> Self {
        Self { most: KEPT / rayon::current_num_threads().max(1), ..Self::below(root) }
    }

    /// The entries of a directory, by name; the path is relative to the root, which is the empty one.
    pub(crate) fn entries(&mut self, directory: &str) -> Result<Entries> {
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        let (above, name) = directory.rsplit_once('/').unwrap_or(("", directory));
        let opened = match self.listed.get(above) {
            Some(above) if !name.is_empty() => openat(above, name, flags, Mode::empty())?,
            _ => open(self.root.join(directory), flags, Mode::empty())?,
        };
        self.buffer.clear();
        let mut entries = Entries::new();
        let mut read = RawDir::new(&opened, self.buffer.spare_capacity_mut());
        while let Some(entry) = read.next() {
            let entry = entry?;
            let name = OsStr::from_bytes(entry.file_name().to_bytes());
            if name == "." || name == ".." {
                continue;
            }
            let found = match entry.file_type() {
                // Some file systems do not tell it with the name.
                FileType::Unknown => match statat(&opened, entry.file_name(), AtFlags::SYMLINK_NOFOLLOW) {
                    Ok(stat) => FileType::from_raw_mode(stat.st_mode),
                    Err(Errno::NOENT) => continue,
                    Err(error) => return Err(error.into()),
                },
                found => found,
            };
            entries.add(name, kind(found));
        }
        if self.listed.len() < self.most {
            self.listed.insert(directory.to_owned(), opened);
        }
        Ok(entries.sorted())
    }

    /// How many bytes a file has.
    pub(crate) fn size(&self, path: &str) -> Result<u64> {
        self.root.join(path).metadata().map(|metadata| metadata.len())
    }

    /// Puts the first bytes of a file, `most` of them at most, behind others.
    pub(crate) fn read(&mut self, path: &str, most: usize, bytes: &mut Vec<u8>) -> Result<()> {
        let file = self.open(path)?;
        let before = bytes.len();
        loop {
            bytes.reserve(ROOM);
            let room = bytes.capacity() - bytes.len();
            match read(&file, spare_capacity(bytes)) {
                // A file gives less than there is room for only at its end.
                Ok(length) if length < room || bytes.len() - before >= most => break,
                Ok(_) | Err(Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            }
        }
        bytes.truncate(before + most);
        Ok(())
    }

    fn open(&mut self, path: &str) -> Result<OwnedFd> {
        let flags = OFlags::RDONLY | OFlags::CLOEXEC;
        let beside = self.last.as_ref().and_then(|(last, opened)| Some((name_in(last, path)?, opened)));
        if let Some((name, directory)) = beside {
            return Ok(openat(directory, name, flags, Mode::empty())?);
        }
        let (directory, name) = path.rsplit_once('/').unwrap_or(("", path));
        let opened = match self.listed.remove(directory) {
            Some(opened) => opened,
            // Only to stand in: that takes no right to list it.
            None => {
                let stand = OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC;
                open(self.root.join(directory), stand, Mode::empty())?
            }
        };
        let file = openat(&opened, name, flags, Mode::empty());
        self.last = Some((directory.to_owned(), opened));
        Ok(file?)
    }
}

/// The name of a file that stands in a directory itself, by the paths of both.
fn name_in<'p>(directory: &str, path: &'p str) -> Option<&'p str> {
    let name = if directory.is_empty() { path } else { path.strip_prefix(directory)?.strip_prefix('/')? };
    (!name.contains('/')).then_some(name)
}

fn kind(found: FileType) -> Kind {
    match found {
        FileType::RegularFile => Kind::File,
        FileType::Directory => Kind::Directory,
        FileType::Symlink => Kind::Link,
        _ => Kind::Other,
    }
}
