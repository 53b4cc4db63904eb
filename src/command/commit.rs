//! The commit at which the register stands, where git keeps it. git is never needed: without it there is none.

use std::{path::Path, process::Command};

pub(super) fn of(root: &Path) -> Option<String> {
    let output =
        Command::new("git").arg("-C").arg(root).args(["rev-parse", "--verify", "--quiet", "HEAD"]).output().ok()?;
    let commit = String::from_utf8(output.stdout).ok()?;
    let commit = commit.trim();
    (output.status.success() && !commit.is_empty()).then(|| commit.to_owned())
}

/// In how many commits a file of the register was written; nothing where git does not keep the register.
pub(super) fn of_file(root: &Path, path: &str) -> Option<u64> {
    let output =
        Command::new("git").arg("-C").arg(root).args(["rev-list", "--all", "--count", "--", path]).output().ok()?;
    let count = String::from_utf8(output.stdout).ok()?;
    if output.status.success() { count.trim().parse().ok() } else { None }
}
