//! The archives and folders that are named on the command line.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{
    command::Failure,
    exchange::parcel::Parcel,
    lang::{Lang, say},
};

/// Each of them; a folder of archives, as mail is saved in, brings each of its own.
pub(super) fn parcels(files: &[PathBuf], working_dir: &Path, lang: Lang) -> Result<Vec<Parcel>, Failure> {
    let mut parcels = Vec::new();
    for file in files {
        let path = working_dir.join(file);
        let shown = file.display().to_string();
        if !path.is_dir() {
            parcels.push(one(&path, shown, lang)?);
            continue;
        }
        let archives = archives(&path).map_err(|error| anyhow::Error::from(error).context(shown.clone()))?;
        let mut folder = Parcel::of_folder(&path, shown.clone()).map_err(|error| {
            let reason = error.explain(lang);
            Failure::Usage(format!("{shown}: {reason}"))
        })?;
        folder.passed.retain(|(name, _)| !archives.contains(name));
        for name in &archives {
            parcels.push(one(&path.join(name), format!("{}/{name}", shown.trim_end_matches(['/', '\\'])), lang)?);
        }
        // What lies beside archives is no reason to refuse them.
        if archives.is_empty() || !folder.files.is_empty() {
            parcels.push(folder);
        }
    }
    Ok(parcels)
}

/// The archives that stand in a folder itself, by name.
fn archives(folder: &Path) -> std::io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_file() && has_extension(&name, "zip") && !name.starts_with('.') {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

fn one(path: &Path, shown: String, lang: Lang) -> Result<Parcel, Failure> {
    if ["xlsx", "xls", "ods"].iter().any(|extension| has_extension(&shown, extension)) {
        return of_form(&shown, lang);
    }
    Parcel::of_zip(path, shown.clone()).map_err(|error| {
        let reason = error.explain(lang);
        Failure::Usage(format!("{shown}: {reason}"))
    })
}

/// A filled form of Excel has a reader of its own.
fn of_form(shown: &str, lang: Lang) -> Result<Parcel, Failure> {
    Err(Failure::Usage(say!(
        lang,
        "{shown} là bảng tính; nhận bằng: chibo import {shown}",
        "{shown} is a spreadsheet; take it with: chibo import {shown}"
    )))
}

fn has_extension(name: &str, extension: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, found)| found.eq_ignore_ascii_case(extension))
}
