//! Where a register is put. It is written beside its place, inside the directory, and moved up when it is whole; its
//! chibo.toml comes last, so that half a register is none. A failure leaves the directory as it was; what a run that was
//! stopped has left there goes with the next.

use std::{
    ffi::OsStr,
    fs,
    io::{self, ErrorKind},
    path::{Path, PathBuf},
    sync::atomic::{AtomicU64, Ordering},
};

use super::slips::Slips;
use crate::leftovers;

/// Takes the files of a register, from several threads.
pub(super) struct Out<'o> {
    root: &'o Path,
    slips: Option<&'o Slips>,
    files: AtomicU64,
    bytes: AtomicU64,
}

impl<'o> Out<'o> {
    pub(super) fn new(root: &'o Path, slips: Option<&'o Slips>) -> Self {
        Self { root, slips, files: AtomicU64::new(0), bytes: AtomicU64::new(0) }
    }

    /// The path is relative to the register's root, with `/`.
    pub(super) fn file(&self, path: &str, text: String) -> io::Result<()> {
        let text = match self.slips {
            Some(slips) => slips.perhaps(path, text),
            None => text,
        };
        let place = self.root.join(path);
        match fs::write(&place, &text) {
            // Most directories are there already, and asking first would cost as much as writing.
            Err(error) if error.kind() == ErrorKind::NotFound => {
                fs::create_dir_all(place.parent().unwrap_or(self.root))?;
                fs::write(&place, &text)?;
            }
            written => written?,
        }
        self.files.fetch_add(1, Ordering::Relaxed);
        self.bytes.fetch_add(text.len() as u64, Ordering::Relaxed);
        Ok(())
    }

    pub(super) fn files(&self) -> u64 {
        self.files.load(Ordering::Relaxed)
    }

    pub(super) fn bytes(&self) -> u64 {
        self.bytes.load(Ordering::Relaxed)
    }
}

/// An empty directory, made where there was none.
pub(super) struct Place {
    directory: PathBuf,
    made: bool,
    stage: Option<tempfile::TempDir>,
    /// By which the stage is held against another run.
    held: Option<fs::File>,
}

impl Place {
    /// Nothing where something is in the directory already. The directory above has to be there.
    pub(super) fn open(directory: &Path) -> io::Result<Option<Self>> {
        let made = match fs::create_dir(directory) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => false,
            made => made.map(|()| true)?,
        };
        if !made && !leftovers::sweep(directory)? {
            return Ok(None);
        }
        let mut place = Self { directory: directory.to_owned(), made, stage: None, held: None };
        let mut builder = leftovers::builder();
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o777));
        let stage = builder.tempdir_in(directory)?;
        place.held = Some(leftovers::hold_directory(stage.path())?);
        place.stage = Some(stage);
        Ok(Some(place))
    }

    pub(super) fn stage(&self) -> &Path {
        self.stage.as_ref().map_or(&self.directory, tempfile::TempDir::path)
    }

    /// Moves everything up, or nothing.
    pub(super) fn keep(mut self) -> io::Result<()> {
        let mut names = Vec::new();
        for entry in fs::read_dir(self.stage())? {
            names.push(entry?.file_name());
        }
        names.retain(|name| name != leftovers::HELD);
        names.sort_by_key(|name| (name == "chibo.toml", name.clone()));
        for (nth, name) in names.iter().enumerate() {
            let moved = move_to(&self.directory, self.stage(), name);
            if moved.is_err() {
                names[..nth].iter().for_each(|name| drop(move_to(self.stage(), &self.directory, name)));
                return moved;
            }
        }
        self.made = false;
        Ok(())
    }
}

/// Never over what another has put there meanwhile.
fn move_to(there: &Path, from: &Path, name: &OsStr) -> io::Result<()> {
    let to = there.join(name);
    if to.symlink_metadata().is_ok() {
        return Err(ErrorKind::AlreadyExists.into());
    }
    fs::rename(from.join(name), to)
}

impl Drop for Place {
    fn drop(&mut self) {
        // An open file keeps its directory on some systems.
        drop(self.held.take());
        // First what is in it, then the directory itself; what another put there meanwhile stays.
        drop(self.stage.take());
        if self.made {
            let _ = fs::remove_dir(&self.directory);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_leaves_the_directory_as_it_was() {
        let above = tempfile::tempdir().unwrap();
        let directory = above.path().join("demo");
        let place = Place::open(&directory).unwrap().unwrap();
        let out = Out::new(place.stage(), None);
        out.file("a/b/cell.toml", "name = \"a\"\n".to_owned()).unwrap();
        drop(place);
        assert!(!directory.exists());
        fs::create_dir(&directory).unwrap();
        drop(Place::open(&directory).unwrap().unwrap());
        assert_eq!(fs::read_dir(&directory).unwrap().count(), 0);
    }

    #[test]
    fn what_cannot_be_moved_leaves_the_directory_as_it_was() {
        let above = tempfile::tempdir().unwrap();
        let place = Place::open(above.path()).unwrap().unwrap();
        let out = Out::new(place.stage(), None);
        for path in ["a/cell.toml", "b/cell.toml", "chibo.toml"] {
            out.file(path, "name = \"a\"\n".to_owned()).unwrap();
        }
        // Another writes there meanwhile.
        fs::write(above.path().join("b"), "mine").unwrap();
        assert_eq!(place.keep().unwrap_err().kind(), ErrorKind::AlreadyExists);
        let names: Vec<_> = fs::read_dir(above.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(names, ["b"]);
        assert_eq!(fs::read_to_string(above.path().join("b")).unwrap(), "mine");
    }

    #[test]
    fn what_a_stopped_run_left_goes_with_the_next() {
        let above = tempfile::tempdir().unwrap();
        let stopped = Place::open(above.path()).unwrap().unwrap();
        Out::new(stopped.stage(), None).file("a/cell.toml", String::new()).unwrap();
        assert!(Place::open(above.path()).unwrap().is_none(), "it is still at work");
        // The system lets go of what a process held; nobody cleans up after it.
        let mut stopped = stopped;
        drop(stopped.held.take());
        let left = stopped.stage.take().unwrap().keep();
        drop(stopped);
        let place = Place::open(above.path()).unwrap().unwrap();
        assert!(!left.exists());
        Out::new(place.stage(), None).file("chibo.toml", String::new()).unwrap();
        place.keep().unwrap();
        assert_eq!(fs::read_dir(above.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_is_kept_stands_in_the_directory_and_nothing_else() {
        let above = tempfile::tempdir().unwrap();
        let directory = above.path().join("demo");
        let place = Place::open(&directory).unwrap().unwrap();
        let out = Out::new(place.stage(), None);
        out.file("chibo.toml", "format = 1\n".to_owned()).unwrap();
        out.file("a/cell.toml", "name = \"a\"\n".to_owned()).unwrap();
        assert_eq!((out.files(), out.bytes()), (2, 22));
        place.keep().unwrap();
        let mut names: Vec<_> = fs::read_dir(&directory).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        assert_eq!(names, ["a", "chibo.toml"]);
        assert!(Place::open(&directory).unwrap().is_none(), "it is not empty any more");
    }
}
