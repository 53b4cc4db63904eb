//! Names of files that nobody would give on purpose.
#![cfg(unix)]

use std::{ffi::OsStr, fs, os::unix::ffi::OsStrExt, path::Path};

use crate::place::{Place, run};

const NAMES: [&[u8]; 8] = [
    b"a\nb.toml",
    b"c\x1B[31mred.csv",
    "d\u{202E}txt.csv".as_bytes(),
    "e\u{2028}f.toml".as_bytes(),
    b"g\xFF.toml",
    b"h\xFFi",
    b"::error file=x::y.toml",
    b"%0A::warning::z.csv",
];

fn strange() -> Place {
    let place = Place::clean();
    for name in NAMES {
        fs::write(place.root().join(Path::new(OsStr::from_bytes(name))), "").unwrap();
    }
    fs::create_dir(place.root().join(Path::new(OsStr::from_bytes(b"2018/\xFE")))).unwrap();
    place
}

#[test]
fn each_is_one_finding() {
    let run = strange().check();
    assert_eq!(run.code, 1);
    assert_eq!(run.out.matches(": error[").count(), NAMES.len() + 1, "{}", run.out);
}

#[test]
fn none_of_them_commands_the_terminal_or_the_platform() {
    let place = strange();
    for format in ["full", "concise", "github"] {
        let out = run(&["check", "--lang", "en", "-O", format], place.root()).out;
        let obeyed = |c: char| c.is_control() && c != '\n' || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2028}');
        assert!(!out.contains(obeyed), "-O {format}: {out:?}");
        // A line of a name is no line of its own.
        assert!(!out.lines().any(|line| line.starts_with("b.toml") || line.starts_with("::error file=x::")), "{out}");
    }
}

#[test]
fn json_tells_the_name_as_it_is() {
    let out = run(&["check", "-O", "json"], strange().root()).out;
    assert!(out.contains(r#""path": "a\nb.toml""#), "{out}");
}
