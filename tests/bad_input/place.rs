//! A register to spoil, and runs of chibo in it.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::mpsc,
    thread,
    time::Duration,
};

use tempfile::TempDir;

use crate::support::{self, Run};

/// What a run takes at most, on a busy machine and unoptimised; longer is hanging.
const PATIENCE: Duration = Duration::from_secs(60);

/// A directory of its own for one test.
pub(crate) struct Place(TempDir);

impl Place {
    pub(crate) fn empty() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// A copy of an example.
    pub(crate) fn copy_of(example: &str) -> Self {
        let place = Self::empty();
        support::copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(example), place.root());
        place
    }

    /// A cell's register without a flaw.
    pub(crate) fn clean() -> Self {
        Self::copy_of("clean")
    }

    pub(crate) fn root(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn path(&self, inside: &str) -> PathBuf {
        self.root().join(inside)
    }

    pub(crate) fn write(&self, inside: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.path(inside), bytes).unwrap();
    }

    pub(crate) fn read(&self, inside: &str) -> String {
        fs::read_to_string(self.path(inside)).unwrap()
    }

    pub(crate) fn append(&self, inside: &str, text: &str) {
        self.write(inside, self.read(inside) + text);
    }

    pub(crate) fn remove(&self, inside: &str) {
        fs::remove_file(self.path(inside)).unwrap();
    }

    /// `check` in every format and both languages: one exit code for all. Gives the concise English form.
    pub(crate) fn check(&self) -> Run {
        let concise = run(&["check", "--lang", "en", "-O", "concise"], self.root());
        for format in ["full", "concise", "json", "github"] {
            for (lang, label) in [("vi", "lỗi: "), ("en", "error: ")] {
                let run = run(&["check", "--lang", lang, "-O", format], self.root());
                assert_eq!(run.code, concise.code, "-O {format} --lang {lang}: {}{}", run.out, run.err);
                assert_eq!(run.code >= 2, run.err.starts_with(label), "{}", run.err);
                // Programs are told in their form what is wrong with settings that cannot be used.
                let is_told = run.code < 2 || run.code == 2 && matches!(format, "json" | "github");
                assert_eq!(is_told, !run.out.is_empty(), "-O {format}: {}", run.out);
            }
        }
        concise
    }

    /// `check` finds just this, and exits with 1 for an error, 0 for a warning.
    pub(crate) fn finds(&self, finding: &str) {
        let run = self.check();
        let found: Vec<&str> = run.out.lines().filter(|line| line.contains("]")).collect();
        assert!(found.len() == 1 && found[0].starts_with(finding), "wanted {finding}, found\n{}{}", run.out, run.err);
        assert_eq!(run.code, u8::from(finding.contains(": error[")), "{}", run.out);
    }

    /// The register cannot be used, and standard error says so.
    pub(crate) fn fails(&self, code: u8, error: &str) {
        let run = self.check();
        assert_eq!(run.code, code, "{}{}", run.out, run.err);
        assert!(run.err.contains(error), "wanted {error}, told\n{}", run.err);
    }
}

/// Runs one command line in a directory, in a thread that may be given up.
pub(crate) fn run(args: &[&str], directory: &Path) -> Run {
    let (sender, receiver) = mpsc::channel();
    let args: Vec<String> = args.iter().map(ToString::to_string).collect();
    let told = args.join(" ");
    let directory = directory.to_path_buf();
    thread::spawn(move || sender.send(support::chibo(&args, &directory)));
    receiver.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("chibo {told} panics or hangs"))
}
