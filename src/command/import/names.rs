//! names.csv, which is the only place where a name meets an id: it is kept out of git unless the register says otherwise.

use std::{collections::BTreeMap, fs, io::ErrorKind, path::PathBuf};

use crate::{
    command::Failure,
    context::Context,
    import::people::{self, People},
    lang::{Lang, say},
    records::name::NameRow,
    register::Record,
};

/// Whom a unit knows: by name, by id, and those of its roster whose name it does not know.
pub(super) struct Acquainted<'c> {
    pub(super) people: People,
    /// The key of each name, by id.
    pub(super) names: BTreeMap<&'c str, String>,
    /// Every id that is taken.
    pub(super) ids: Vec<String>,
    pub(super) nameless: Vec<&'c str>,
}

impl<'c> Acquainted<'c> {
    pub(super) fn new(rows: &'c [Record<'_, NameRow<'_>>], roster: impl Iterator<Item = &'c str> + Clone) -> Self {
        let named = || rows.iter().map(|row| (&**row.id, &*row.name as &str));
        let names: BTreeMap<&str, String> = named().map(|(id, name)| (id, people::key(name))).collect();
        Self {
            people: People::of(named()),
            ids: roster.clone().chain(names.keys().copied()).map(str::to_owned).collect(),
            nameless: roster.filter(|id| !names.contains_key(id)).collect(),
            names,
        }
    }
}

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
