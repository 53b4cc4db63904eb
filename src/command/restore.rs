//! `chibo restore`: a register from its backup, into a directory of its own.

use std::{
    fs,
    io::{self, ErrorKind},
    path::{Path, PathBuf},
};

use crate::{
    archive::{
        name::OUTSIDE,
        read::{Archive, LIMITS},
    },
    cli::{Globals, RestoreArgs},
    command::{Exit, Failure},
    exchange::manifest::{BACKUP, FORMAT, Manifest, PACK, Whole},
    io::Io,
    lang::{Lang, plural, say},
    number::group,
    os,
    register::open::find_root,
    text::visible,
    write,
};

/// Of one file.
const MOST_BYTES: u64 = LIMITS.total;

pub(super) fn run(globals: &Globals, args: &RestoreArgs, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let lang = globals.lang;
    let shown = args.file.display().to_string();
    let mut archive = Archive::open(&io.working_dir.join(&args.file), LIMITS).map_err(|error| {
        let reason = error.explain(lang);
        Failure::Usage(format!("{shown}: {reason}"))
    })?;
    let manifest = manifest(&mut archive, &shown, lang)?;
    let directory = io.working_dir.join(&args.directory);
    let target = args.directory.display().to_string();
    let made = make(&directory, &target, lang)?;
    let restored = unpack(&mut archive, &manifest, &directory);
    let count = restored.map_err(|error| {
        if made {
            let _ = fs::remove_dir(&directory);
        }
        match error {
            Torn::Entry(path) => {
                let path = visible(&path).into_owned();
                Failure::Usage(say!(
                    lang,
                    "không khôi phục gì: {path} trong {shown} hỏng",
                    "nothing was restored: {path} in {shown} is damaged"
                ))
            }
            Torn::Changed => Failure::Usage(say!(
                lang,
                "không khôi phục gì: {shown} đã bị sửa hoặc thiếu tệp từ khi sao lưu",
                "nothing was restored: {shown} was changed since it was made, or lacks files"
            )),
            Torn::Disk(error) => Failure::Work(anyhow::Error::msg(write::explain(&error, &target, lang))),
        }
    })?;
    let (number, word) = (group(count, lang), plural(count, "file", "files"));
    let name = visible(&manifest.register.name);
    let mut text = say!(
        lang,
        "{target}: đã khôi phục {number} tệp của sổ {name}\n",
        "{target}: {number} {word} of the register {name} restored\n"
    );
    if manifest.names {
        text += &say!(
            lang,
            "CÓ HỌ TÊN (names.csv): chỉ để trong máy, không gửi đi\n",
            "NAMES ARE IN IT (names.csv): keep them on this machine\n"
        );
    }
    io.print(&text).map_err(Failure::Output)?;
    Ok(Exit::Fine)
}

fn manifest(archive: &mut Archive, shown: &str, lang: Lang) -> Result<Manifest, Failure> {
    let text = archive.bytes(BACKUP, MOST_BYTES).ok();
    let manifest = text.and_then(|text| serde_json::from_slice::<Manifest>(&text).ok());
    let Some(manifest) = manifest else {
        if let Some((_, why)) = archive.refused.iter().find(|(name, _)| name == BACKUP) {
            return Err(Failure::Usage(format!("{shown}: {BACKUP}: {}", why.of(lang))));
        }
        let is_pack = archive.paths().iter().any(|path| path == PACK);
        return Err(Failure::Usage(if is_pack {
            say!(
                lang,
                "{shown} là gói bản ghi, không phải bản sao lưu; nhận bằng: chibo take {shown}",
                "{shown} is a pack of records, not a backup; take it with: chibo take {shown}"
            )
        } else {
            say!(lang, "{shown} không phải bản sao lưu do chibo ghi", "{shown} is no backup that chibo wrote")
        }));
    };
    if manifest.format > FORMAT {
        let format = manifest.format;
        return Err(Failure::Usage(say!(
            lang,
            "{shown} ghi theo format = {format}; bản chibo này chỉ đọc format = {FORMAT}\ngợi ý: dùng bản chibo mới hơn",
            "{shown} is of format = {format}; this version of chibo reads format = {FORMAT} only\nhint: use a newer chibo"
        )));
    }
    // A directory that begins with a dot is none of the register's; git would run what lies in its own.
    let hidden = archive.paths().into_iter().find(|path| is_hidden(path)).map(|path| (path, OUTSIDE));
    if let Some((name, why)) = archive.refused.first().cloned().or(hidden) {
        let (name, why) = (visible(&name), why.of(lang));
        return Err(Failure::Usage(say!(
            lang,
            "không khôi phục gì: {shown} có tệp không nhận được: {name} ({why})",
            "nothing was restored: {shown} has an entry that cannot be taken: {name} ({why})"
        )));
    }
    Ok(manifest)
}

fn is_hidden(path: &str) -> bool {
    path.rsplit_once('/').is_some_and(|(directories, _)| directories.split('/').any(|part| part.starts_with('.')))
}

/// Whether the directory had to be made. It must be empty, and in no other register.
fn make(directory: &Path, shown: &str, lang: Lang) -> Result<bool, Failure> {
    let above = directory.ancestors().find_map(|above| above.canonicalize().ok());
    if let Some(root) = above.as_deref().and_then(find_root) {
        if above.as_ref() == Some(&root) && directory.exists() {
            return Err(Failure::Usage(say!(
                lang,
                "{shown} đã là một sổ dữ liệu; chọn thư mục mới hoặc còn trống",
                "{shown} is a register already; choose a new or an empty directory"
            )));
        }
        let root = root.display();
        return Err(Failure::Usage(say!(
            lang,
            "{shown} nằm trong sổ dữ liệu {root}; chọn thư mục ở ngoài sổ ấy",
            "{shown} lies inside the register {root}; choose a directory outside it"
        )));
    }
    let failed = |error: io::Error| {
        let reason = os::reason(&error, lang);
        Failure::Work(anyhow::anyhow!(say!(
            lang,
            "không khôi phục được vào {shown}: {reason}",
            "nothing can be restored into {shown}: {reason}"
        )))
    };
    match fs::read_dir(directory).map(|mut entries| entries.next().is_none()) {
        Ok(true) => Ok(false),
        Ok(false) => Err(Failure::Usage(say!(
            lang,
            "{shown} không trống, nên không ghi gì vào đó; chọn thư mục mới hoặc còn trống",
            "{shown} is not empty, so nothing was written; choose a new or an empty directory"
        ))),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            fs::create_dir(directory).map_err(failed)?;
            Ok(true)
        }
        Err(error) => Err(failed(error)),
    }
}

/// Why nothing was restored.
enum Torn {
    Entry(String),
    Changed,
    Disk(io::Error),
}

impl From<io::Error> for Torn {
    fn from(error: io::Error) -> Self {
        Self::Disk(error)
    }
}

/// Unpacks all beside their places, and moves them there when every byte is right.
fn unpack(archive: &mut Archive, manifest: &Manifest, directory: &Path) -> Result<u64, Torn> {
    let beside = tempfile::Builder::new().prefix(".chibo-").tempdir_in(directory)?;
    let mut whole = Whole::default();
    let mut count = 0;
    for path in archive.paths().into_iter().filter(|path| path != BACKUP) {
        let bytes = archive.bytes(&path, MOST_BYTES).map_err(|_| Torn::Entry(path.clone()))?;
        whole.add(&path, &bytes);
        let file = beside.path().join(&path);
        file.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(file, bytes)?;
        count += 1;
    }
    if whole.shown() != manifest.digest {
        return Err(Torn::Changed);
    }
    let mut moved: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(beside.path())? {
        let entry = entry?;
        let place = directory.join(entry.file_name());
        if let Err(error) = fs::rename(entry.path(), &place) {
            for done in moved {
                let _ = fs::remove_dir_all(&done).or_else(|_| fs::remove_file(&done));
            }
            return Err(error.into());
        }
        moved.push(place);
    }
    Ok(count)
}
