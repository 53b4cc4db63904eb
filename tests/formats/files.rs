//! Commands that write files for other programs.

use crate::support::{chibo, words};

fn run(line: &str, directory: &std::path::Path) -> (u8, String, String) {
    let run = chibo(&words(line), directory);
    (run.code, run.out, run.err)
}

#[test]
fn a_directory_is_made_and_its_files_are_named() {
    let place = tempfile::tempdir().expect("a temporary directory");
    let (code, out, err) = run("schema -o a/schemas", place.path());
    assert_eq!((code, &*err), (0, ""));
    let written: Vec<_> = out.lines().map(|file| place.path().join(file)).collect();
    assert_eq!(written.len(), 10, "{out}");
    let all: serde_json::Value = serde_json::from_str(&run("schema", place.path()).1).expect("it is JSON");
    for file in written {
        let kind = file.file_name().and_then(|name| name.to_str()).and_then(|name| name.strip_suffix(".schema.json"));
        let text = std::fs::read_to_string(&file).expect("it was written");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&text).expect("JSON"), all[kind.expect("a kind")]);
    }
}

#[test]
fn a_file_that_is_there_is_written_over_only_when_asked() {
    let place = tempfile::tempdir().expect("a temporary directory");
    for line in ["schema cell -o s", "man -o m", "completions bash -o chibo.bash"] {
        assert_eq!(run(line, place.path()).0, 0, "{line}");
        let (code, _, err) = run(line, place.path());
        assert!(code == 2 && err.contains("--force"), "{line}: {err}");
        assert_eq!(run(&format!("{line} --force"), place.path()).0, 0, "{line}");
    }
}

#[test]
fn a_manual_has_a_page_a_command() {
    let place = tempfile::tempdir().expect("a temporary directory");
    let (_, out, _) = run("man -o man1 --lang en", place.path());
    for file in ["chibo.1", "chibo-check.1", "chibo-schema.1", "chibo-help.1"] {
        assert!(out.lines().any(|line| line.ends_with(file)), "{out}");
    }
    let page = std::fs::read_to_string(place.path().join("man1/chibo.1")).expect("it was written");
    assert_eq!(run("man --lang en", place.path()).1, page);
}
