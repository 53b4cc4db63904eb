//! `examples/mistakes` has every mistake that there is a rule for, and what `check` says of it is pinned whole.

#![cfg(unix)]
#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod support;

use std::{fs, path::Path};

use support::{blessing, chibo, copy, words};

/// The register, with the mistakes that git and editors would not keep as they are.
fn lay_out(register: &Path) {
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/mistakes"), register);
    let write = |path: &str, bytes: &[u8]| fs::write(register.join(path), bytes).expect("a file can be written");
    let roles: Vec<u8> = "member,role\ndv01,secretary\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    write("chi-bo-thon-2/roles.csv", &[b"\xFF\xFE", &roles[..]].concat());
    write("chi-bo-thon-2/statuses.csv", b"member,status,from,reason\ndv01,away,2018-01-01,\xACn c\xF4\n");
    write("chi-bo-thon-2/2018/assessments.csv", &vec![b'\n'; 1024 * 1024 + 1]);
    fs::create_dir_all(register.join("chi-bo-thon-2/2017")).expect("a directory can be made");
    let year = register.join("chi-bo-thon-2/2017/year.toml");
    std::os::unix::fs::symlink("../../so-cu/year.toml", year).expect("a link can be made");
    // A socket is what even root cannot open as a file.
    let names = register.join("chi-bo-thon-2/names.csv");
    drop(std::os::unix::net::UnixListener::bind(names).expect("a socket can be made"));
}

#[test]
fn every_mistake_is_told_whole() {
    let place = tempfile::tempdir().expect("a temporary directory");
    let register = place.path().join("mistakes");
    lay_out(&register);
    for language in ["vi", "en"] {
        let run = chibo(&words(&format!("check --lang {language}")), &register);
        assert_eq!((run.code, run.err.as_str()), (1, ""));
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/mistakes.{language}.txt"));
        if blessing() {
            fs::write(&path, &run.out).expect("what is expected can be written");
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        let wrong = expected.lines().zip(run.out.lines()).find(|(expected, printed)| expected != printed);
        assert!(
            expected == run.out,
            "{}, first {wrong:?}: BLESS=1 cargo test accepts what is printed; review the diff",
            path.display()
        );
        for rule in rules() {
            assert!(run.out.contains(&format!("[{rule}]")), "no mistake in examples/mistakes is of {rule}");
        }
    }
}

/// Every rule is a file of its name.
fn rules() -> Vec<String> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules");
    let names = fs::read_dir(directory).expect("there are rules").flatten().map(|entry| entry.file_name());
    let stems = names.filter_map(|name| name.to_str()?.strip_suffix(".rs").map(|stem| stem.replace('_', "-")));
    stems.filter(|stem| !["mod", "list", "examples"].contains(&stem.as_str())).collect()
}
