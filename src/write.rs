//! Writing a record: whole or not at all. The text goes to a temporary file beside its place, is synced, then renamed.

mod whole_systems;

use std::{
    collections::BTreeSet,
    fs,
    io::{self, ErrorKind, Write},
    path::{Path, PathBuf},
};

use tempfile::NamedTempFile;

use crate::{
    files::at_once,
    lang::{Lang, say},
};

/// What may stand in the place already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Over {
    Nothing,
    /// Asked for with `--force`.
    Existing,
}

/// Writes a file, making its directory (not those above it) where that is missing. A failure leaves nothing behind.
pub(crate) fn write(path: &Path, bytes: impl AsRef<[u8]>, over: Over) -> io::Result<()> {
    let directory = path.parent().unwrap_or(Path::new("."));
    let made = make(directory)?;
    let written = put(path, directory, bytes.as_ref(), over);
    if written.is_err() && made {
        // Only an empty directory goes; what another writer put there meanwhile stays.
        let _ = fs::remove_dir(directory);
    }
    written
}

/// Whether the directory had to be made. Links are not followed: nothing behind one is read as the register's.
fn make(directory: &Path) -> io::Result<bool> {
    match fs::symlink_metadata(directory) {
        Ok(found) if found.is_dir() => Ok(false),
        Ok(_) => Err(ErrorKind::NotADirectory.into()),
        Err(error) if error.kind() == ErrorKind::NotFound => match fs::create_dir(directory) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(false),
            made => made.map(|()| true),
        },
        Err(error) => Err(error),
    }
}

fn put(path: &Path, directory: &Path, bytes: &[u8], over: Over) -> io::Result<()> {
    take_place(stage(directory, bytes, true)?, path, directory, over)
}

/// What is written, beside its place, and safe there where that is asked for.
fn stage(directory: &Path, bytes: &[u8], safe: bool) -> io::Result<NamedTempFile> {
    // The dot in front: should the machine stop here, no command takes the rest for a record.
    let mut builder = tempfile::Builder::new();
    builder.prefix(".chibo-").suffix(".tmp");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(directory)?;
    file.write_all(bytes)?;
    if safe {
        file.as_file().sync_all()?;
    }
    Ok(file)
}

fn take_place(file: NamedTempFile, path: &Path, directory: &Path, over: Over) -> io::Result<()> {
    take_name(file, path, over)?;
    sync(directory);
    Ok(())
}

fn take_name(file: NamedTempFile, path: &Path, over: Over) -> io::Result<()> {
    match over {
        Over::Nothing => file.persist_noclobber(path),
        Over::Existing => file.persist(path),
    }
    .map_err(|error| error.error)?;
    Ok(())
}

/// A name is as safe as the text only when its directory is; some file systems have no such thing.
fn sync(directory: &Path) {
    if let Ok(directory) = fs::File::open(directory) {
        let _ = directory.sync_all();
    }
}

/// One of several files that change together.
#[derive(Debug)]
pub(crate) struct Piece<'p> {
    pub(crate) path: PathBuf,
    /// What stood there when the change was thought out; absent for a new file.
    pub(crate) old: Option<&'p [u8]>,
    pub(crate) new: &'p str,
}

/// From so many files on, one word to the file system makes them safe sooner than one to each file.
const MANY: usize = 64;

/// Writes files that belong together: each is safe beside its place before the first takes its name, and where one
/// fails those that took theirs get back what stood there. Directories that are missing are made, and unmade where that
/// was in vain. A file that somebody changed meanwhile is one that fails. The error comes with the number of its file.
pub(crate) fn write_together(pieces: &[Piece<'_>]) -> Result<(), (usize, io::Error)> {
    let mut made = Vec::new();
    let written = all_or_none(pieces, &mut made);
    if written.is_err() {
        for directory in made.iter().rev() {
            let _ = fs::remove_dir(directory);
        }
    }
    written
}

fn all_or_none(pieces: &[Piece<'_>], made: &mut Vec<PathBuf>) -> Result<(), (usize, io::Error)> {
    let numbered: Vec<(usize, &Piece<'_>, &Path)> = pieces
        .iter()
        .enumerate()
        .map(|(nth, piece)| (nth, piece, piece.path.parent().unwrap_or(Path::new("."))))
        .collect();
    for (nth, _, directory) in &numbered {
        make_all(directory, made).map_err(|error| (*nth, error))?;
    }
    let directories: BTreeSet<&Path> = numbered.iter().map(|(_, _, directory)| *directory).collect();
    let directories: Vec<&Path> = directories.into_iter().collect();
    let at_one_word = pieces.len() >= MANY && whole_systems::can_sync();
    // The disk is waited for once a file, so many are on their way at once.
    let staged = at_once(&numbered, |(nth, piece, directory)| {
        let bytes = piece.new.as_bytes();
        is_as_it_was(piece).and_then(|()| stage(directory, bytes, !at_one_word)).map_err(|error| (*nth, error))
    });
    let staged = staged.into_iter().collect::<Result<Vec<NamedTempFile>, _>>()?;
    if at_one_word {
        whole_systems::sync(&directories).map_err(|error| (0, error))?;
    }
    for (nth, (file, piece)) in staged.into_iter().zip(pieces).enumerate() {
        let over = if piece.old.is_some() { Over::Existing } else { Over::Nothing };
        if let Err(error) = take_name(file, &piece.path, over) {
            pieces[..nth].iter().for_each(put_back);
            return Err((nth, error));
        }
    }
    if at_one_word {
        // The names are taken: what is told of them is told by the next word to the disk at the latest.
        let _ = whole_systems::sync(&directories);
    } else {
        at_once(&directories, |directory| sync(directory));
    }
    Ok(())
}

/// Makes a directory and those above it that are missing; each that was made is noted.
fn make_all(directory: &Path, made: &mut Vec<PathBuf>) -> io::Result<()> {
    if let Some(above) = directory.parent()
        && fs::symlink_metadata(above).is_err_and(|error| error.kind() == ErrorKind::NotFound)
    {
        make_all(above, made)?;
    }
    if make(directory)? {
        made.push(directory.to_path_buf());
    }
    Ok(())
}

fn is_as_it_was(piece: &Piece<'_>) -> io::Result<()> {
    let now = match fs::read(&piece.path) {
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        read => Some(read?),
    };
    if now.as_deref() == piece.old { Ok(()) } else { Err(ErrorKind::AlreadyExists.into()) }
}

/// As far as that can be done: the error that led here is the one that is told.
fn put_back(piece: &Piece<'_>) {
    let _ = match piece.old {
        Some(old) => fs::write(&piece.path, old),
        None => fs::remove_file(&piece.path),
    };
}

/// Why a file could not be written, and what to do, in one line. The reason of the system itself comes last: it may
/// be in the machine's language.
pub(crate) fn explain(error: &io::Error, shown: &str, lang: Lang) -> String {
    let advice = match error.kind() {
        ErrorKind::AlreadyExists => say!(
            lang,
            "vừa có người khác ghi tệp này; mở xem rồi hãy chạy lại",
            "somebody has just written it; look at it before running this again"
        ),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => say!(
            lang,
            "không được phép ghi, hoặc tệp đang mở trong chương trình khác; đóng tệp, xem lại quyền ghi rồi chạy lại",
            "writing is not allowed, or another program has the file open; close it, look at the permissions, run again"
        ),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            say!(lang, "ổ đĩa đã đầy; xóa bớt rồi chạy lại", "the disk is full; make room and run again")
        }
        ErrorKind::NotADirectory => say!(
            lang,
            "thư mục chứa nó là một tệp hoặc liên kết; thay bằng thư mục thật rồi chạy lại",
            "its directory is a file or a link; put a real directory there and run again"
        ),
        _ => say!(lang, "xem lại ổ đĩa rồi chạy lại", "look at the disk and run again"),
    };
    say!(lang, "chưa ghi được {shown}: {advice} ({error})", "{shown} was not written: {advice} ({error})")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(directory: &Path) -> Vec<String> {
        fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    #[test]
    fn an_existing_file_stays_unless_writing_over_it_was_asked_for() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("2018/a.toml");
        write(&path, "một", Over::Nothing).unwrap();
        let again = write(&path, "hai", Over::Nothing).unwrap_err();
        assert_eq!(again.kind(), ErrorKind::AlreadyExists);
        assert_eq!(fs::read_to_string(&path).unwrap(), "một");
        write(&path, "ba", Over::Existing).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "ba");
        assert_eq!(names(path.parent().unwrap()), ["a.toml"]);
    }

    #[test]
    fn a_failed_write_leaves_nothing_behind() {
        let directory = tempfile::tempdir().unwrap();
        // A name that no file system takes.
        let path = directory.path().join("2018").join("a".repeat(300));
        assert!(write(&path, "một", Over::Nothing).is_err());
        assert!(names(directory.path()).is_empty());
        fs::write(directory.path().join("2019"), "").unwrap();
        let error = write(&directory.path().join("2019/a.toml"), "một", Over::Nothing).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::NotADirectory);
    }

    #[test]
    fn files_that_belong_together_are_written_all_or_none() {
        let directory = tempfile::tempdir().unwrap();
        let path = |name: &str| directory.path().join(name);
        fs::write(path("a"), "một").unwrap();
        let piece = |name: &str, old, new| Piece { path: path(name), old, new };
        write_together(&[piece("a", Some("một".as_bytes()), "hai"), piece("b", None, "ba")]).unwrap();
        assert_eq!(fs::read_to_string(path("a")).unwrap(), "hai");
        assert_eq!(fs::read_to_string(path("b")).unwrap(), "ba");
        // Somebody else wrote the second meanwhile.
        let pieces = [piece("a", Some("hai".as_bytes()), "bốn"), piece("b", Some(b"?"), "năm")];
        let (nth, error) = write_together(&pieces).unwrap_err();
        assert_eq!((nth, error.kind()), (1, ErrorKind::AlreadyExists));
        // The second cannot take its name: a directory is there.
        fs::create_dir(path("c")).unwrap();
        let staged = [piece("a", Some("hai".as_bytes()), "bốn"), piece("c", None, "năm")];
        assert_eq!(write_together(&staged).unwrap_err().0, 1);
        assert_eq!(fs::read_to_string(path("a")).unwrap(), "hai");
        // What was made on the way goes with what failed.
        let below = [piece("d/e/f", None, "năm"), piece("d/e/g/h", None, "sáu"), piece("c", None, "bảy")];
        assert_eq!(write_together(&below).unwrap_err().0, 2);
        assert!(!path("d").exists());
        write_together(&below[..2]).unwrap();
        assert_eq!(fs::read_to_string(path("d/e/g/h")).unwrap(), "sáu");
        fs::remove_dir_all(path("d")).unwrap();
        fs::remove_dir(path("c")).unwrap();
        assert_eq!(names(directory.path()).len(), 2);
    }

    #[test]
    fn many_files_are_written_as_few_are() {
        let directory = tempfile::tempdir().unwrap();
        let path = |nth: usize| directory.path().join(format!("{}/{nth}", nth % 7));
        let pieces: Vec<Piece<'_>> =
            (0..MANY + 1).map(|nth| Piece { path: path(nth), old: None, new: "một" }).collect();
        write_together(&pieces).unwrap();
        assert!((0..=MANY).all(|nth| fs::read_to_string(path(nth)).unwrap() == "một"));
        assert_eq!(names(&directory.path().join("0")).len(), MANY / 7 + 1);
        let error = write_together(&pieces).unwrap_err();
        assert_eq!(error.1.kind(), ErrorKind::AlreadyExists);
    }

    #[test]
    fn the_reason_is_one_line_with_a_remedy_in_both_languages() {
        let error: io::Error = ErrorKind::StorageFull.into();
        let vi = explain(&error, "2018/a.toml", Lang::Vi);
        assert!(vi.starts_with("chưa ghi được 2018/a.toml: ổ đĩa đã đầy; xóa bớt rồi chạy lại ("), "{vi}");
        let en = explain(&error, "2018/a.toml", Lang::En);
        assert!(en.starts_with("2018/a.toml was not written: the disk is full; make room and run again ("), "{en}");
    }
}
