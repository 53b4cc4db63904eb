//! Directories that are no unit: whether one was meant to be, what stands in them, and those that do not open.

use std::{ffi::OsStr, io::ErrorKind, path::Path};

use walkdir::WalkDir;

use crate::{
    context::Context,
    finding::Report,
    os,
    register::{
        claim::{Found, claim},
        discover::UnitDir,
        misplaced::{linked, strange},
    },
    rules::unreadable_file,
    unit::UnitLevel,
};

/// Whether any record file stands below; only then is a directory without its marker a mistake.
pub(super) fn holds_records(ctx: &Context, directory: &Path) -> bool {
    let is_hidden = |name: &OsStr| name.to_string_lossy().starts_with(['.', '~']);
    let is_record = |extension: &OsStr| ["toml", "csv"].iter().any(|known| extension.eq_ignore_ascii_case(known));
    WalkDir::new(directory)
        .follow_links(false)
        .into_iter()
        .filter_entry(|entry| !is_hidden(entry.file_name()))
        .flatten()
        .filter(|entry| entry.file_type().is_file() && entry.path().extension().is_some_and(is_record))
        .any(|entry| below_root(entry.path(), &ctx.root).is_none_or(|path| !ctx.settings.ignores(&path)))
}

/// Files of a directory that is no unit are strange, one by one.
pub(super) fn strange_files(ctx: &Context, parent: &UnitDir, directory: &str, report: &mut Report<'_>) {
    let walk = WalkDir::new(ctx.root.join(directory)).follow_links(false).sort_by_file_name().into_iter();
    for entry in walk.filter_entry(|entry| !entry.file_name().to_string_lossy().starts_with('.')) {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = error.path().and_then(|path| below_root(path, &ctx.root)).unwrap_or(parent.id.to_string());
                // Without links that are followed there are no other errors.
                if let Some(error) = error.into_io_error() {
                    refused(ctx, parent, &path, &error, report);
                }
                continue;
            }
        };
        let Some(path) = below_root(entry.path(), &ctx.root) else { continue };
        if ctx.settings.ignores(&path) {
            continue;
        }
        if entry.file_type().is_symlink() {
            linked(parent, &path, ctx, report);
        } else if entry.file_type().is_file()
            && claim(UnitLevel::Village, false, &[path.rsplit('/').next().unwrap_or_default()]) == Found::Strange
        {
            strange(parent, &path, ctx, report);
        }
    }
}

/// Reports a directory that could not be entered, and says whether there was anything to report.
pub(super) fn refused(
    ctx: &Context,
    unit: &UnitDir,
    path: &str,
    error: &std::io::Error,
    report: &mut Report<'_>,
) -> bool {
    // What vanished while the tree was walked is as if it had never been.
    if error.kind() == ErrorKind::NotFound {
        return false;
    }
    unreadable_file::report(unit, path, &os::reason(error, ctx.lang), report);
    true
}

/// A path below a directory, with `/`; `None` where a name is not Unicode.
fn below_root(path: &Path, directory: &Path) -> Option<String> {
    let inside = path.strip_prefix(directory).ok()?;
    let parts: Option<Vec<&str>> = inside.components().map(|part| part.as_os_str().to_str()).collect();
    Some(parts?.join("/"))
}
