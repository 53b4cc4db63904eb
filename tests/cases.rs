//! Whole commands against whole output: each directory of `tests/cases` has a `cmd`, one line of arguments given at the
//! root of the repository, and `expected`, all that it prints and its exit code.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod support;

use std::{fs, path::Path};

use support::{Run, blessing, chibo, words};

#[test]
fn every_case_prints_what_is_expected() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).canonicalize().expect("the repository is there");
    let mut cases: Vec<_> = fs::read_dir(root.join("tests/cases"))
        .expect("there are cases")
        .map(|entry| entry.expect("a case can be listed").path())
        .collect();
    cases.sort();
    let broken: String = cases.iter().filter_map(|case| run(case, &root)).collect();
    assert!(broken.is_empty(), "{broken}BLESS=1 cargo test accepts what is printed; review the diff");
}

/// What is wrong with a case, if anything.
fn run(case: &Path, root: &Path) -> Option<String> {
    let cmd = fs::read_to_string(case.join("cmd")).expect("a case has its `cmd`");
    let printed = told(&chibo(&words(cmd.trim_end()), root), root);
    let expected = fs::read_to_string(case.join("expected")).unwrap_or_default();
    if printed == expected {
        return None;
    }
    if blessing() {
        fs::write(case.join("expected"), printed).expect("`expected` can be written");
        return None;
    }
    let name = case.file_name().unwrap_or_default().to_string_lossy();
    Some(format!("{name}: chibo {cmd}--- expected\n{expected}--- printed\n{printed}\n"))
}

/// All of a run as one text; the repository's own path is no part of it.
fn told(run: &Run, root: &Path) -> String {
    let Run { out, err, code } = run;
    let err = if err.is_empty() { String::new() } else { format!("--- stderr\n{err}") };
    format!("{out}{err}--- exit {code}\n").replace(&root.display().to_string(), "[ROOT]")
}
