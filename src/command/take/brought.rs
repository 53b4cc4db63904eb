//! The archives, folders and forms that are named on the command line.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{command::Failure, exchange::parcel::Parcel, lang::Lang};

/// What was brought.
#[derive(Default)]
pub(super) struct Brought {
    pub(super) parcels: Vec<Parcel>,
    /// Workbooks, as they are named: forms of Excel have a reader of their own.
    pub(super) forms: Vec<PathBuf>,
}

/// Each of them; a folder of archives and forms, as mail is saved in, brings each of its own.
pub(super) fn brought(files: &[PathBuf], working_dir: &Path, lang: Lang) -> Result<Brought, Failure> {
    let mut brought = Brought::default();
    for file in files {
        let path = working_dir.join(file);
        let shown = file.display().to_string();
        if !path.is_dir() {
            brought.add(&path, shown, lang)?;
            continue;
        }
        let sent = sent(&path).map_err(|error| anyhow::Error::from(error).context(shown.clone()))?;
        let mut folder = Parcel::of_folder(&path, shown.clone()).map_err(|error| {
            let reason = error.explain(lang);
            Failure::Usage(format!("{shown}: {reason}"))
        })?;
        folder.passed.retain(|(name, _)| !sent.contains(name));
        for name in &sent {
            brought.add(&path.join(name), format!("{}/{name}", shown.trim_end_matches(['/', '\\'])), lang)?;
        }
        // What lies beside archives is no reason to refuse them.
        if sent.is_empty() || !folder.files.is_empty() {
            brought.parcels.push(folder);
        }
    }
    Ok(brought)
}

impl Brought {
    fn add(&mut self, path: &Path, shown: String, lang: Lang) -> Result<(), Failure> {
        if is_workbook(&shown) {
            self.forms.push(shown.into());
            return Ok(());
        }
        let parcel = Parcel::of_zip(path, shown.clone()).map_err(|error| {
            let reason = error.explain(lang);
            Failure::Usage(format!("{shown}: {reason}"))
        })?;
        self.parcels.push(parcel);
        Ok(())
    }
}

/// The archives and workbooks that stand in a folder itself, by name.
fn sent(folder: &Path) -> std::io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        // `~$` is what Excel keeps beside a file that is open.
        let is_hidden = name.starts_with('.') || name.starts_with("~$");
        if entry.file_type()?.is_file() && (has_extension(&name, "zip") || is_workbook(&name)) && !is_hidden {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

fn is_workbook(name: &str) -> bool {
    ["xlsx", "xls", "ods"].iter().any(|extension| has_extension(name, extension))
}

fn has_extension(name: &str, extension: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, found)| found.eq_ignore_ascii_case(extension))
}
