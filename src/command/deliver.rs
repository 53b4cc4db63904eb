//! Handing a text over: to standard output, to a file, to a directory of files.

use std::{fs, io::ErrorKind, path::Path};

use anyhow::Context as _;

use crate::{
    command::Failure,
    io::Io,
    lang::{Lang, say},
    write::{self, Over},
};

/// Prints a text, or writes it to the file that was asked for.
pub(super) fn deliver(
    text: &str,
    file: Option<&Path>,
    force: bool,
    lang: Lang,
    io: &mut Io<'_>,
) -> Result<(), Failure> {
    match file {
        Some(file) => save(lang, &io.working_dir.join(file), text, force),
        None => Ok(io.print(text).map_err(anyhow::Error::from)?),
    }
}

/// Writes files into a directory, which is made where there is none, and names each.
pub(super) fn deliver_into(
    directory: &Path,
    files: &[(String, String)],
    force: bool,
    lang: Lang,
    io: &mut Io<'_>,
) -> Result<(), Failure> {
    let target = io.working_dir.join(directory);
    let shown = directory.display();
    fs::create_dir_all(&target)
        .with_context(|| say!(lang, "không tạo được thư mục {shown}", "the directory {shown} cannot be made"))?;
    for (name, text) in files {
        save(lang, &target.join(name), text, force)?;
        io.print(&format!("{}\n", directory.join(name).display())).map_err(anyhow::Error::from)?;
    }
    Ok(())
}

fn save(lang: Lang, path: &Path, text: &str, force: bool) -> Result<(), Failure> {
    let over = if force { Over::Existing } else { Over::Nothing };
    let shown = path.display().to_string();
    write::write(path, text, over).map_err(|error| {
        Failure::Work(anyhow::anyhow!(match error.kind() {
            ErrorKind::AlreadyExists => {
                say!(
                    lang,
                    "{shown} đã có; thêm --force để ghi đè",
                    "{shown} exists already; add --force to write over it"
                )
            }
            _ => write::explain(&error, &shown, lang),
        }))
    })
}
