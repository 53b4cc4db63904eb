//! Registers to work in, and archives as anybody makes them.

use std::{
    collections::BTreeMap,
    fs,
    io::{Cursor, Write as _},
    path::{Path, PathBuf},
};

use zip::{ZipWriter, write::SimpleFileOptions};

use super::{Run, chibo, copy, words};

/// A place to work in, with copies of registers of the examples.
pub(crate) struct Place(pub(crate) tempfile::TempDir);

impl Place {
    pub(crate) fn with(registers: &[(&str, &str)]) -> Self {
        let place = tempfile::tempdir().expect("a temporary directory");
        for (example, name) in registers {
            copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(example), &place.path().join(name));
        }
        Self(place)
    }

    pub(crate) fn path(&self, inside: &str) -> PathBuf {
        self.0.path().join(inside)
    }

    pub(crate) fn run(&self, line: &str) -> Run {
        chibo(&words(line), self.0.path())
    }

    /// A run that ends as it should.
    pub(crate) fn ends(&self, code: u8, line: &str) -> Run {
        let run = self.run(line);
        assert_eq!(run.code, code, "{line}\n{}{}", run.out, run.err);
        run
    }

    pub(crate) fn change(&self, inside: &str, change: impl Fn(&str) -> String) {
        let text = fs::read_to_string(self.path(inside)).expect("the record is there");
        fs::write(self.path(inside), change(&text)).expect("it can be written");
    }

    pub(crate) fn zip(&self, name: &str, entries: &[(&str, &[u8])]) {
        fs::write(self.path(name), zip(entries)).expect("the archive can be written");
    }
}

pub(crate) fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        zip.start_file(*name, SimpleFileOptions::default()).expect("an entry begins");
        zip.write_all(bytes).expect("an entry takes bytes");
    }
    zip.finish().expect("the archive ends").into_inner()
}

/// Every file below a directory, what chibo keeps for itself left out.
pub(crate) fn tree(directory: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut below = vec![directory.to_path_buf()];
    while let Some(next) = below.pop() {
        for entry in fs::read_dir(next).expect("a directory").flatten() {
            let path = entry.path();
            if path.is_dir() {
                below.extend((entry.file_name() != ".chibo").then_some(path));
            } else {
                let inside = path.strip_prefix(directory).expect("it is below").to_string_lossy().into_owned();
                files.insert(inside, fs::read(path).expect("a file"));
            }
        }
    }
    files
}
