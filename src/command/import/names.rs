//! names.csv, which is the only place where a name meets an id: it is kept out of git unless the register says otherwise.

use std::{fs, io::ErrorKind, path::PathBuf};

use crate::{
    command::Failure,
    context::Context,
    lang::{Lang, say},
};

/// Why a table of names cannot be taken without it.
pub(super) fn missing(path: &str, lang: Lang) -> Failure {
    Failure::Usage(say!(
        lang,
        "tệp chỉ ghi tên, mà chưa có {path} để biết tên nào là mã nào; chép {path} về (tệp này không vào git), hoặc thêm cột Mã vào tệp",
        "the file has names only, and there is no {path} to tell whose id is whose; copy {path} here (it is not in git), or add a column Id to the file"
    ))
}

/// A line for names.csv in the register's `.gitignore`, where there is none: the file, its text before and after.
pub(super) fn ignored(ctx: &Context) -> Option<(PathBuf, Option<Vec<u8>>, String)> {
    if ctx.settings.names_are_tracked {
        return None;
    }
    let path = ctx.root.join(".gitignore");
    let old = match fs::read(&path) {
        Ok(bytes) => Some(bytes),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        // What cannot be read is left alone.
        Err(_) => return None,
    };
    let text = String::from_utf8(old.clone().unwrap_or_default()).ok()?;
    if text.lines().any(|line| matches!(line.trim(), "names.csv" | "**/names.csv" | "*.csv")) {
        return None;
    }
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let gap = if text.is_empty() || text.ends_with('\n') { "" } else { line_end };
    Some((path, old, format!("{text}{gap}names.csv{line_end}")))
}
