//! The commit at which the register stands, where git keeps it. git is never needed: without it there is none.

use std::{path::Path, process::Command};

pub(super) fn of(root: &Path) -> Option<String> {
    let output =
        Command::new("git").arg("-C").arg(root).args(["rev-parse", "--verify", "--quiet", "HEAD"]).output().ok()?;
    let commit = String::from_utf8(output.stdout).ok()?;
    let commit = commit.trim();
    (output.status.success() && !commit.is_empty()).then(|| commit.to_owned())
}
