//! The lower bound: list the tree and read every byte of it, and do nothing with them, with as many threads as chibo and
//! the fewest calls that the system has for it.

#[cfg(target_os = "linux")]
pub(crate) use linux::all;
#[cfg(not(target_os = "linux"))]
pub(crate) use portable::all;

#[cfg(target_os = "linux")]
mod linux {
    use std::{ffi::CString, mem::MaybeUninit, os::fd::AsFd, path::Path};

    use anyhow::Result;
    use rayon::prelude::*;
    use rustix::{
        fs::{CWD, FileType, Mode, OFlags, RawDir, openat},
        io::read,
    };

    const DIRECTORY: OFlags = OFlags::RDONLY.union(OFlags::DIRECTORY).union(OFlags::CLOEXEC);

    /// How many bytes the files below a directory hold.
    pub(crate) fn all(root: &Path) -> Result<u64> {
        let mut buffer = vec![0; 1 << 16];
        let (mut bytes, districts) = entries(&openat(CWD, root, DIRECTORY, Mode::empty())?, &mut buffer)?;
        let mut communes = Vec::new();
        // A district's directories are communes and years: enough of them to share among threads.
        for district in districts {
            let path = root.join(district.to_str()?);
            let (own, below) = entries(&openat(CWD, &path, DIRECTORY, Mode::empty())?, &mut buffer)?;
            bytes += own;
            communes.extend(below.into_iter().map(|name| Ok(path.join(name.to_str()?))).collect::<Result<Vec<_>>>()?);
        }
        let below = communes.par_iter().map_init(|| vec![0; 1 << 16], |buffer, commune| below(CWD, commune, buffer));
        Ok(bytes + below.sum::<Result<u64>>()?)
    }

    fn below(parent: impl AsFd, name: impl rustix::path::Arg, buffer: &mut [u8]) -> Result<u64> {
        let directory = openat(parent, name, DIRECTORY, Mode::empty())?;
        let (mut bytes, directories) = entries(&directory, buffer)?;
        for name in directories {
            bytes += below(&directory, &*name, buffer)?;
        }
        Ok(bytes)
    }

    /// Reads the files of a directory, and names the directories in it.
    fn entries(directory: impl AsFd, buffer: &mut [u8]) -> Result<(u64, Vec<CString>)> {
        let mut listed = [MaybeUninit::uninit(); 1 << 15];
        let mut listed = RawDir::new(&directory, &mut listed);
        let (mut bytes, mut directories) = (0, Vec::new());
        while let Some(entry) = listed.next() {
            let entry = entry?;
            match entry.file_type() {
                FileType::Directory if entry.file_name().to_bytes().starts_with(b".") => {}
                FileType::Directory => directories.push(entry.file_name().to_owned()),
                _ => {
                    let file = openat(&directory, entry.file_name(), OFlags::RDONLY | OFlags::CLOEXEC, Mode::empty())?;
                    // A file gives less than there is room for only at its end.
                    loop {
                        let length = read(&file, &mut *buffer)?;
                        bytes += length as u64;
                        if length < buffer.len() {
                            break;
                        }
                    }
                }
            }
        }
        Ok((bytes, directories))
    }
}

#[cfg(not(target_os = "linux"))]
mod portable {
    use std::{fs, path::Path};

    use anyhow::Result;
    use rayon::prelude::*;

    /// How many bytes the files below a directory hold.
    pub(crate) fn all(directory: &Path) -> Result<u64> {
        let entries = fs::read_dir(directory)?.collect::<Result<Vec<_>, _>>()?;
        let bytes = entries.par_iter().map(|entry| {
            let is_directory = entry.file_type()?.is_dir();
            if is_directory { all(&entry.path()) } else { Ok(fs::read(entry.path())?.len() as u64) }
        });
        bytes.sum()
    }
}
