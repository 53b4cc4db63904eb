//! The files of a new register: units, what goes with git and with editors, the checks of platforms, chibo.toml last.

use std::{fs, io::ErrorKind, path::Path};

use super::{
    settings,
    wish::{Root, Wish},
};
use crate::{
    command::{
        Failure,
        change::View,
        new_unit::{self, cell_id},
        template::{Forms, forms},
    },
    lang::Lang,
    unit::join,
    write::Piece,
};

/// A file that is to be written.
#[derive(Debug)]
pub(super) struct NewFile {
    /// From the root, with `/`.
    pub(super) path: String,
    pub(super) text: String,
    /// What stands there and is added to; absent for a new file.
    pub(super) old: Option<Vec<u8>>,
}

impl NewFile {
    fn new(path: impl Into<String>, text: String) -> Self {
        Self { path: path.into(), text, old: None }
    }

    pub(super) fn view(&self) -> View<'_> {
        View { path: &self.path, old: self.old.as_ref().map(|old| String::from_utf8_lossy(old)), new: &self.text }
    }

    pub(super) fn piece(&self, directory: &Path) -> Piece<'_> {
        Piece { path: directory.join(&self.path), old: self.old.as_deref(), new: &self.text }
    }
}

/// What stands beside the records.
pub(in crate::command) static AROUND: [(&str, Forms); 6] = [
    (".gitignore", forms!("register/gitignore", "txt")),
    (".gitattributes", forms!("register/gitattributes", "txt")),
    (".editorconfig", forms!("register/editorconfig", "txt")),
    (".github/workflows/chibo.yml", forms!("register/github", "yml")),
    (".gitlab-ci.yml", forms!("register/gitlab", "yml")),
    ("chibo.cmd", forms!("register/chibo", "cmd")),
];

/// In the order in which they are written: chibo.toml comes last, so that half a register is none.
pub(super) fn all(wish: &Wish, lang: Lang) -> Vec<NewFile> {
    let mut files = units(wish, lang);
    files.extend(AROUND.iter().map(|(path, forms)| around(path, forms, lang)));
    files.push(NewFile::new("chibo.toml", settings::text(wish, lang)));
    files
}

fn around(path: &str, forms: &Forms, lang: Lang) -> NewFile {
    let code = match lang {
        Lang::Vi => "vi",
        Lang::En => "en",
    };
    let text = forms.of(lang).fill("file", &[("lang", code)]) + "\n";
    // The command interpreter of Windows wants its own line ends.
    let text = if path.ends_with(".cmd") { text.replace('\n', "\r\n") } else { text };
    NewFile::new(path, text)
}

fn units(wish: &Wish, lang: Lang) -> Vec<NewFile> {
    match &wish.root {
        Root::Province { name, code, districts, communes } => {
            let own = new_unit::province(name, *code, lang);
            let mut files = below("", vec![own]);
            for district in districts {
                let own = new_unit::district(district.name, district.kind, Some(district.code), lang);
                files.extend(below(district.id, vec![own]));
                for one in communes.iter().filter(|one| one.district == *district) {
                    let own = new_unit::commune(one.name, one.kind, Some(one.code), &[], lang);
                    files.extend(below(&join(district.id, one.id), own));
                }
            }
            files
        }
        Root::District { name, kind, code, communes } => {
            let own = new_unit::district(name, *kind, *code, lang);
            let mut files = below("", vec![own]);
            for one in communes {
                files.extend(below(one.id, new_unit::commune(one.name, one.kind, Some(one.code), &[], lang)));
            }
            files
        }
        Root::Commune { name, kind, code, villages } => {
            let mut files = below("", new_unit::commune(name, *kind, *code, villages, lang));
            for village in villages {
                files.extend(below(&cell_id(&village.id), village.cell().1.files(lang)));
            }
            files
        }
        Root::Cell(cell) => below("", cell.files(lang)),
    }
}

fn below(unit: &str, files: Vec<new_unit::NewFile>) -> Vec<NewFile> {
    files.into_iter().map(|file| NewFile::new(join(unit, &file.name), file.text)).collect()
}

/// Those that are not there yet, and the paths of those that stay as they are. A .gitignore that lets names of people
/// pass is added to.
pub(super) fn missing(files: Vec<NewFile>, directory: &Path) -> Result<(Vec<NewFile>, Vec<String>), Failure> {
    let (mut new, mut kept) = (Vec::new(), Vec::new());
    for file in files {
        let path = directory.join(&file.path);
        match fs::symlink_metadata(&path) {
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => new.push(file),
            Err(error) => return Err(Failure::Work(anyhow::Error::from(error).context(file.path))),
            Ok(found) if file.path == ".gitignore" && found.is_file() => match with_names(&path, file)? {
                Ok(more) => new.push(more),
                Err(path) => kept.push(path),
            },
            Ok(_) => kept.push(file.path),
        }
    }
    Ok((new, kept))
}

/// The file with the line that keeps names out of git; its path where that is there, or where it is no text.
fn with_names(path: &Path, file: NewFile) -> Result<Result<NewFile, String>, Failure> {
    let old = fs::read(path).map_err(|error| Failure::Work(anyhow::Error::from(error).context(file.path.clone())))?;
    let Ok(text) = String::from_utf8(old.clone()) else { return Ok(Err(file.path)) };
    let is_there = |line: &str| ["names.csv", "**/names.csv", "*.csv"].contains(&line.trim());
    if text.lines().any(is_there) {
        return Ok(Err(file.path));
    }
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let gap = if text.is_empty() || text.ends_with('\n') { "" } else { end };
    Ok(Ok(NewFile { text: format!("{text}{gap}names.csv{end}"), old: Some(old), ..file }))
}
