//! The blocks of an example, laid over a register.

use std::{fs, path::Path};

use super::page::Block;

/// Copies a directory with all that is in it.
pub(super) fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from).min_depth(1) {
        let entry = entry.unwrap();
        let target = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).unwrap();
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Makes one file, link or absence.
pub(super) fn apply(block: &Block, root: &Path) {
    let path = root.join(&block.path);
    if block.kind != "delete" {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
    }
    match block.kind.as_str() {
        "toml" | "csv" | "text" => fs::write(path, &block.text).unwrap(),
        "bytes" => fs::write(path, bytes(&block.text)).unwrap(),
        "size" => resize(&path, block.text.trim().parse().unwrap()),
        #[cfg(unix)]
        "link" => {
            fs::remove_file(&path).or_else(|_| fs::remove_dir_all(&path)).ok();
            std::os::unix::fs::symlink(block.text.trim(), path).unwrap();
        }
        #[cfg(unix)]
        "socket" => {
            fs::remove_file(&path).ok();
            drop(std::os::unix::net::UnixListener::bind(path).unwrap());
        }
        "delete" if path.is_dir() => fs::remove_dir_all(path).unwrap(),
        "delete" => fs::remove_file(path).unwrap(),
        kind => panic!("no block is called `{kind}`"),
    }
}

/// Blank lines are nothing to TOML and CSV: a file is brought to its size with them.
fn resize(path: &Path, size: usize) {
    let mut text = fs::read(path).unwrap_or_default();
    assert!(text.len() <= size, "{} is larger already", path.display());
    text.resize(size, b'\n');
    fs::write(path, text).unwrap();
}

/// `\xNN`, `\r`, `\t` and `\\`; a backslash at the end of a line takes its newline away.
fn bytes(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'\\' {
            bytes.push(byte);
            continue;
        }
        match rest.next() {
            Some(b'x') => {
                let digits = [rest.next().unwrap(), rest.next().unwrap()];
                bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap());
            }
            Some(b'r') => bytes.push(b'\r'),
            Some(b't') => bytes.push(b'\t'),
            Some(b'\\') => bytes.push(b'\\'),
            Some(b'\n') => {}
            other => panic!("no escape: {other:?}"),
        }
    }
    bytes
}
