//! Runs chibo in process, as a user would from a directory.
#![allow(dead_code, reason = "each test takes its part of it")]
#![allow(clippy::expect_used, reason = "a test that cannot go on has failed")]

pub(crate) mod paper;
pub(crate) mod place;

use std::path::Path;

use chrono::NaiveDate;

/// What a run gave.
pub(crate) struct Run {
    pub(crate) out: String,
    pub(crate) err: String,
    pub(crate) code: u8,
}

/// The day on which every test of whole output takes place.
pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2019, 2, 1).expect("it is a day")
}

/// Runs one command line in a directory: no terminal, no environment.
pub(crate) fn chibo(args: &[String], directory: &Path) -> Run {
    chibo_on(today(), args, directory)
}

/// The same on another day.
pub(crate) fn chibo_on(today: NaiveDate, args: &[String], directory: &Path) -> Run {
    let (code, out, err) = run_in(directory, today, args, None);
    Run { out: text(out), err, code }
}

/// Runs one command line from the project's directory, with the bytes that it prints: to a terminal as wide as this, or
/// into a pipe.
pub(crate) fn piped(line: &str, width: Option<u16>) -> (u8, Vec<u8>, String) {
    run_in(Path::new(env!("CARGO_MANIFEST_DIR")), today(), &words(line), width)
}

fn run_in(directory: &Path, today: NaiveDate, args: &[String], width: Option<u16>) -> (u8, Vec<u8>, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let args: Vec<_> = args.iter().map(Into::into).collect();
    let mut io = chibo::Io {
        out: &mut out,
        err: &mut err,
        working_dir: directory.to_path_buf(),
        var: |_| None,
        today,
        out_takes_colour: false,
        can_ask: false,
        width,
        watch: chibo::Watch::default(),
    };
    let code = chibo::run(&args, &mut io);
    (code, out, text(err))
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("chibo writes UTF-8")
}

/// The words of a command line, with quotes as a shell takes them.
pub(crate) fn words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quote) = (Vec::new(), None::<String>, None);
    for letter in line.chars() {
        match (quote, letter) {
            (Some(open), letter) if letter == open => quote = None,
            (None, '"' | '\'') => {
                quote = Some(letter);
                word.get_or_insert_default();
            }
            (None, ' ') => words.extend(word.take()),
            (_, letter) => word.get_or_insert_default().push(letter),
        }
    }
    words.extend(word);
    words
}

/// Whether expected output is to be accepted instead of compared.
pub(crate) fn blessing() -> bool {
    std::env::var_os("BLESS").is_some()
}

/// Copies a directory.
pub(crate) fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("the target can be made");
    for entry in std::fs::read_dir(from).expect("the source is there").flatten() {
        let target = to.join(entry.file_name());
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("a file can be copied");
        }
    }
}
