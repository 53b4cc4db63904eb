//! What a run that was stopped half way left behind in the directory that it was to fill: chibo's own temporary files and
//! directories, known by their names. The next run removes them, but for those that a run still going on holds.

use std::{
    fs::{self, File},
    io,
    path::Path,
};

const PREFIX: &str = ".chibo-";
const SUFFIX: &str = ".tmp";

/// Within a temporary directory, the file by which it is held.
pub(crate) const HELD: &str = ".held";

/// Makes temporary files and directories whose rest is known again.
pub(crate) fn builder<'b>() -> tempfile::Builder<'b, 'b> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    builder
}

/// Holds a temporary file as long as it is open.
pub(crate) fn hold(file: &File) {
    // Some file systems have no locks: there what is left stays.
    let _ = file.try_lock();
}

/// Holds a temporary directory as long as the file that is given back is open.
pub(crate) fn hold_directory(directory: &Path) -> io::Result<File> {
    let file = File::create_new(directory.join(HELD))?;
    hold(&file);
    Ok(file)
}

/// Removes what earlier runs left in a directory, and tells whether it is empty now.
pub(crate) fn sweep(directory: &Path) -> io::Result<bool> {
    let mut is_empty = true;
    for entry in fs::read_dir(directory)? {
        let entry = entry?;
        let (path, name) = (entry.path(), entry.file_name());
        let is_ours = name.to_str().is_some_and(|name| name.starts_with(PREFIX) && name.ends_with(SUFFIX));
        let removed = is_ours
            && if entry.file_type()?.is_dir() {
                let held = path.join(HELD);
                // One that was stopped before it could hold its directory left that empty.
                if held.exists() {
                    is_let_go(&held) && fs::remove_dir_all(&path).is_ok()
                } else {
                    fs::remove_dir(&path).is_ok()
                }
            } else {
                is_let_go(&path) && fs::remove_file(&path).is_ok()
            };
        is_empty &= removed;
    }
    Ok(is_empty)
}

/// Whether nobody holds a file any more.
fn is_let_go(path: &Path) -> bool {
    File::options().read(true).write(true).open(path).is_ok_and(|file| file.try_lock().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_goes_and_what_is_held_or_of_others_stays() {
        let place = tempfile::tempdir().unwrap();
        let at = |name: &str| place.path().join(name);
        // As a run that was stopped leaves them: nobody holds them, nobody removes them.
        fs::write(at(".chibo-a.tmp"), "a").unwrap();
        fs::create_dir(at(".chibo-b.tmp")).unwrap();
        drop(hold_directory(&at(".chibo-b.tmp")).unwrap());
        fs::create_dir(at(".chibo-d.tmp")).unwrap();
        assert!(sweep(place.path()).unwrap());
        assert_eq!(fs::read_dir(place.path()).unwrap().count(), 0);

        fs::create_dir(at(".chibo-c.tmp")).unwrap();
        let held = hold_directory(&at(".chibo-c.tmp")).unwrap();
        assert!(!sweep(place.path()).unwrap(), "another run is at work");
        drop(held);
        let file = builder().tempfile_in(place.path()).unwrap();
        hold(file.as_file());
        assert!(!sweep(place.path()).unwrap());
        assert!(file.path().exists() && !at(".chibo-c.tmp").exists());
        drop(file);
        fs::write(at(".chibo.tmp"), "mine").unwrap();
        fs::write(at("a.tmp"), "mine").unwrap();
        assert!(!sweep(place.path()).unwrap());
        assert_eq!(fs::read_dir(place.path()).unwrap().count(), 2);
    }
}
