//! The commands that write into records, as transcripts: each file of `tests/edit` is run from top to bottom in a copy of
//! the examples, with the files of other programs (`tests/import`) and
//! forms that came back (`tests/forms`) beside them. `$ chibo …` prints what it printed and, unless it is 0, its exit code; `$ cat FILE` shows a file, its
//! carriage returns as `\r` and its byte order mark as `\u{feff}`; `$ write FILE TEXT` makes one, with `\n`, `\r`, `\t`
//! `\u{feff}` and `\u{27}` for themselves, `$ wide FILE` turns one into UTF-16. `BLESS=1 cargo test --test edit` accepts.

#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod support;

use std::{fmt::Write, fs, path::Path};

use support::{blessing, chibo, copy, words};

#[test]
fn every_transcript_is_as_it_was() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut scripts: Vec<_> = fs::read_dir(root.join("tests/edit"))
        .expect("there are transcripts")
        .flatten()
        .map(|entry| entry.path())
        .collect();
    scripts.sort();
    let mut broken = String::new();
    for script in scripts {
        let expected = fs::read_to_string(&script).expect("a transcript can be read");
        let place = tempfile::tempdir().expect("a temporary directory");
        copy(&root.join("examples"), place.path());
        copy(&root.join("tests/forms"), &place.path().join("forms"));
        copy(&root.join("tests/import"), &place.path().join("import"));
        let told = run(&expected, place.path());
        if blessing() {
            fs::write(&script, told).expect("a transcript can be written");
        } else if told != expected {
            write!(broken, "{}:\n{told}\n", script.display()).expect("a text takes text");
        }
    }
    assert!(broken.is_empty(), "{broken}BLESS=1 cargo test --test edit accepts; review the diff");
}

/// The transcript with the output of each command as it is now; its first lines, a comment, stay.
fn run(script: &str, place: &Path) -> String {
    let mut told = String::new();
    for line in script.lines().take_while(|line| line.starts_with('#')) {
        writeln!(told, "{line}").expect("a text takes text");
    }
    for line in script.lines().filter(|line| line.starts_with("$ ")) {
        let mut args = words(&line[2..]);
        let command = args.remove(0);
        let printed = match command.as_str() {
            "chibo" => {
                let ran = chibo(&args, place);
                let exit = if ran.code == 0 { String::new() } else { format!("[exit {}]\n", ran.code) };
                format!("{}{}{exit}", ran.out, ran.err)
            }
            "cat" => shown(&fs::read_to_string(place.join(&args[0])).expect("the file is there")),
            "write" => {
                fs::write(place.join(&args[0]), meant(&args[1])).expect("the file can be written");
                String::new()
            }
            "wide" => {
                let text = fs::read_to_string(place.join(&args[0])).expect("the file is there");
                let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
                fs::write(place.join(&args[0]), units.flat_map(u16::to_le_bytes).collect::<Vec<u8>>())
                    .expect("the file can be written");
                String::new()
            }
            other => panic!("no such command: {other}"),
        };
        write!(told, "\n{line}\n{printed}").expect("a text takes text");
    }
    told
}

const ESCAPES: [(&str, &str); 5] =
    [("\\u{27}", "'"), ("\\n", "\n"), ("\\r", "\r"), ("\\t", "\t"), ("\\u{feff}", "\u{FEFF}")];

fn meant(text: &str) -> String {
    ESCAPES.iter().fold(text.to_owned(), |text, (escape, letter)| text.replace(escape, letter))
}

fn shown(text: &str) -> String {
    text.replace('\r', "\\r").replace('\u{FEFF}', "\\u{feff}")
}
