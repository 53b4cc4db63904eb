//! Both ways give the same, and walkdir the same entries.

use std::{fs, io::ErrorKind, path::Path};

use proptest::prelude::*;
use walkdir::WalkDir;

use super::{Entries, Files, Kind, linux::KEPT, portable};

/// What is there stays.
const BEFORE: &[u8] = b"before";

macro_rules! read {
    ($files:expr, $path:expr, $most:expr) => {{
        let mut bytes = BEFORE.to_vec();
        $files.read($path, $most, &mut bytes).map(|()| bytes)
    }};
}

fn each(entries: &Entries) -> Vec<(String, Kind)> {
    entries.iter().map(|(name, kind)| (name.unwrap_or_else(|shown| shown).to_owned(), kind)).collect()
}

fn by_walkdir(directory: &Path) -> walkdir::Result<Vec<(String, Kind)>> {
    let walk = WalkDir::new(directory).min_depth(1).max_depth(1).sort_by_file_name();
    let entry = |entry: walkdir::DirEntry| {
        let found = entry.file_type();
        let kind = if found.is_file() {
            Kind::File
        } else if found.is_dir() {
            Kind::Directory
        } else {
            Kind::Link
        };
        (entry.file_name().to_string_lossy().into_owned(), kind)
    };
    walk.into_iter().map(|found| found.map(entry)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn directories_have_the_same_entries(names in prop::collection::btree_map("[a-c.ộ ]{1,3}", 0..3, 0..12)) {
        let root = tempfile::tempdir().unwrap();
        for (name, kind) in names.iter().filter(|(name, _)| !matches!(name.as_str(), "." | "..")) {
            let path = root.path().join("in").join(name);
            fs::create_dir_all(root.path().join("in")).unwrap();
            match kind {
                0 => fs::write(path, "").unwrap(),
                1 => fs::create_dir(path).unwrap(),
                _ => std::os::unix::fs::symlink("nowhere", path).unwrap(),
            }
        }
        let (mut here, mut there) = (Files::below(root.path()), portable::Files::below(root.path()));
        for directory in ["", "in", "none"] {
            let entries = here.entries(directory).map(|entries| each(&entries)).map_err(|error| error.kind());
            let others = there.entries(directory).map(|entries| each(&entries)).map_err(|error| error.kind());
            prop_assert_eq!(&entries, &others);
            if let Ok(entries) = entries {
                prop_assert_eq!(entries, by_walkdir(&root.path().join(directory)).unwrap());
            }
        }
    }

    #[test]
    fn files_have_the_same_bytes(lengths in prop::collection::vec(0usize..200_000, 1..4), most in 0usize..150_000) {
        let root = tempfile::tempdir().unwrap();
        let (mut here, mut there) = (Files::below(root.path()), portable::Files::below(root.path()));
        for (nth, length) in (0u8..).zip(lengths) {
            let directory = format!("d{}", nth % 2);
            fs::create_dir_all(root.path().join(&directory)).unwrap();
            let path = format!("{directory}/{nth}");
            let bytes: Vec<u8> = (0..=u8::MAX).cycle().skip(usize::from(nth)).take(length).collect();
            fs::write(root.path().join(&path), bytes).unwrap();
            prop_assert_eq!(read!(here, &path, most).unwrap(), read!(there, &path, most).unwrap());
            prop_assert_eq!(here.size(&path).unwrap(), there.size(&path).unwrap());
        }
    }
}

#[test]
fn what_does_not_open_is_told_alike() {
    let root = tempfile::tempdir().unwrap();
    fs::write(root.path().join("a"), "").unwrap();
    let (mut here, mut there) = (Files::below(root.path()), portable::Files::below(root.path()));
    for (path, kind) in [("b", ErrorKind::NotFound), ("b/c", ErrorKind::NotFound), ("a/b", ErrorKind::NotADirectory)] {
        assert_eq!(read!(here, path, 1).unwrap_err().kind(), kind);
        assert_eq!(read!(there, path, 1).unwrap_err().kind(), kind);
        assert_eq!(here.entries(path).err().unwrap().kind(), kind);
        assert_eq!(there.entries(path).err().unwrap().kind(), kind);
    }
}

/// A directory with more entries than one call gives.
#[test]
fn a_directory_of_many_calls_is_read_whole() {
    let root = tempfile::tempdir().unwrap();
    for n in 0..3000 {
        fs::write(root.path().join(format!("{n:060}")), "").unwrap();
    }
    let entries = Files::below(root.path()).entries("").unwrap();
    assert_eq!(each(&entries), by_walkdir(root.path()).unwrap());
}

/// More directories than are held open, listed before anything is read.
#[test]
fn files_of_listed_directories_are_read() {
    let root = tempfile::tempdir().unwrap();
    let directories: Vec<String> = (0..KEPT + 3).map(|n| format!("above/{n}")).collect();
    for directory in &directories {
        fs::create_dir_all(root.path().join(directory)).unwrap();
        fs::write(root.path().join(directory).join("a"), directory).unwrap();
    }
    let mut files = Files::listed_and_read(root.path());
    assert_eq!(files.entries("above").unwrap().iter().count(), directories.len());
    for directory in &directories {
        assert_eq!(each(&files.entries(directory).unwrap()), by_walkdir(&root.path().join(directory)).unwrap());
    }
    for directory in directories.iter().chain(&directories) {
        let read = read!(files, &format!("{directory}/a"), 100).unwrap();
        assert_eq!(read.strip_prefix(BEFORE), Some(directory.as_bytes()));
    }
}

/// A name that is not Unicode is told by what can be shown of it.
#[test]
fn a_name_that_is_not_unicode_is_shown_as_far_as_it_can_be() {
    use std::os::unix::ffi::OsStrExt;

    let root = tempfile::tempdir().unwrap();
    fs::write(root.path().join(std::ffi::OsStr::from_bytes(b"b\xE2")), "").unwrap();
    fs::write(root.path().join("a"), "").unwrap();
    let named = [(Ok("a"), Kind::File), (Err("b\u{FFFD}"), Kind::File)];
    assert!(Files::below(root.path()).entries("").unwrap().iter().eq(named));
    assert!(portable::Files::below(root.path()).entries("").unwrap().iter().eq(named));
}
