//! Where what a command made goes: standard output, a file, a directory of files.

use std::{io::ErrorKind, path::Path};

use anyhow::Context as _;

use super::Failure;
use crate::{
    io::Io,
    lang::{Lang, say},
    watch::Stage,
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
    deliver_bytes(text.as_bytes(), file, force, lang, io)
}

/// The same for what need not be text.
pub(super) fn deliver_bytes(
    bytes: &[u8],
    file: Option<&Path>,
    force: bool,
    lang: Lang,
    io: &mut Io<'_>,
) -> Result<(), Failure> {
    let _printing = io.watch.stage(Stage::Printing);
    match file {
        Some(file) => save(&io.working_dir, file, bytes, force, lang),
        None => io.print_bytes(bytes).map_err(Failure::Output),
    }
}

/// Writes one file, as it was named; an existing one stays unless it is to be written over.
pub(super) fn save(working_dir: &Path, file: &Path, content: &[u8], force: bool, lang: Lang) -> Result<(), Failure> {
    let over = if force { Over::Existing } else { Over::Nothing };
    let (path, shown) = (&working_dir.join(file), file.display().to_string());
    // A slip in a directory's name must not become a new place.
    if let Some(directory) = path.parent().filter(|directory| !directory.is_dir()) {
        let directory = directory.display();
        return Err(Failure::Work(anyhow::anyhow!(say!(
            lang,
            "không có thư mục {directory}; tạo thư mục hoặc sửa đường dẫn rồi chạy lại",
            "there is no directory {directory}; make it or mend the path, then run again"
        ))));
    }
    if path.is_dir() {
        return Err(Failure::Work(anyhow::anyhow!(say!(
            lang,
            "{shown} là thư mục; nêu cả tên tệp",
            "{shown} is a directory; name the file too"
        ))));
    }
    write::write(path, content, over).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => there_already(&shown, lang),
        _ => Failure::Work(anyhow::anyhow!(write::explain(&error, &shown, lang))),
    })
}

/// Refuses to write over a file unasked.
pub(super) fn there_already(shown: &str, lang: Lang) -> Failure {
    Failure::Work(anyhow::anyhow!(say!(
        lang,
        "{shown} đã có; thêm --force để ghi đè",
        "{shown} exists already; add --force to write over it"
    )))
}

/// Writes files into a directory, which is made where there is none, and names each.
pub(super) fn deliver_into(
    directory: &Path,
    files: &[(String, String)],
    force: bool,
    lang: Lang,
    io: &mut Io<'_>,
) -> Result<(), Failure> {
    make(&io.working_dir, directory, lang)?;
    for (name, text) in files {
        save(&io.working_dir, &directory.join(name), text.as_bytes(), force, lang)?;
        io.print(&format!("{}\n", directory.join(name).display())).map_err(Failure::Output)?;
    }
    Ok(())
}

/// Makes a directory, and those above it, where there is none.
pub(super) fn make(working_dir: &Path, directory: &Path, lang: Lang) -> Result<(), Failure> {
    let shown = directory.display();
    std::fs::create_dir_all(working_dir.join(directory))
        .with_context(|| say!(lang, "không tạo được thư mục {shown}", "the directory {shown} cannot be made"))?;
    Ok(())
}
