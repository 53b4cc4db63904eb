//! `chibo backup`: the whole register in one archive, names included.

use std::{ffi::OsStr, fs, path::Path};

use walkdir::WalkDir;

use crate::{
    archive::{
        name::{folded, safe},
        read::{LIMITS, LINK, NO_UNICODE, TWICE},
    },
    cli::{BackupArgs, Globals},
    command::{Exit, Failure, existing, save},
    exchange::{
        manifest::{BACKUP, FORMAT, Manifest, Register, VERSION, Whole},
        state,
    },
    io::Io,
    lang::{Lang, Words, plural, say},
    number::group,
    register::open::{NoRegister, Opened, find_root, open},
    text::visible,
};

pub(super) fn run(globals: &Globals, args: &BackupArgs, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let lang = globals.lang;
    let here = existing(&globals.dir.clone().unwrap_or_else(|| io.working_dir.clone()), lang)?;
    // A register whose settings are broken is one to back up.
    let (root, register) = match open(&here, lang, None, io.today) {
        Ok(Opened { ctx, .. }) => {
            let level = ctx.root_level.word().to_owned();
            (ctx.root, Register { name: ctx.settings.name, level })
        }
        Err(NoRegister::Unusable(_)) if find_root(&here).is_some() => {
            (find_root(&here).unwrap_or(here), Register { name: String::new(), level: String::new() })
        }
        Err(none) => return Err(none.into()),
    };
    let output = io.working_dir.join(&args.output);
    refuse_inside(&root, &output, lang)?;
    let files = Files::of(&root).map_err(|error| Failure::Work(error.into()))?;
    if files.total > LIMITS.total || files.found.len() > LIMITS.entries {
        let mib = group(LIMITS.total / (1024 * 1024), lang);
        return Err(Failure::Usage(say!(
            lang,
            "sổ có hơn {mib} MiB: nhiều tệp không phải bản ghi; chuyển chúng ra ngoài rồi sao lưu",
            "the register has over {mib} MiB: much of it is no record; move that out, then back up"
        )));
    }
    let mut whole = Whole::default();
    files.found.iter().for_each(|(path, bytes)| whole.add(path, bytes));
    let names = files.found.iter().filter(|(path, _)| is_names(path)).count() as u64;
    let manifest = Manifest {
        version: VERSION,
        format: FORMAT,
        register,
        unit: String::new(),
        names: names > 0,
        digest: whole.shown(),
        records: Vec::new(),
    };
    let bytes = manifest.archive(BACKUP, files.found.iter().map(|(path, bytes)| (&**path, &**bytes)))?;
    save(&io.working_dir, &args.output, &bytes, args.force, lang)?;
    let shown = args.output.display();
    let count = files.found.len() as u64;
    let (count, word) = (group(count, lang), plural(count, "file", "files"));
    let mut text = say!(lang, "{shown}: {count} tệp, cả sổ dữ liệu\n", "{shown}: {count} {word}, the whole register\n");
    if names > 0 {
        let (names, word) = (group(names, lang), plural(names, "file", "files"));
        text += &say!(
            lang,
            "CÓ HỌ TÊN: {names} tệp names.csv; cất nơi an toàn, không gửi đi, không để trên mạng công cộng\n",
            "NAMES ARE IN IT: {names} {word} names.csv; keep it safe, do not send it, nor leave it where others read\n"
        );
    }
    io.print(&text).map_err(Failure::Output)?;
    let day = globals.as_of.unwrap_or(io.today);
    if state::write(&root, state::BACKUP, &format!("{day}\n")).is_err() {
        io.complain(&say!(
            lang,
            "lưu ý: không ghi được ngày sao lưu vào .chibo của sổ, nên chibo due sẽ vẫn nhắc\n",
            "note: the day could not be kept in the register's .chibo, so chibo due will go on reminding\n"
        ));
    }
    for (path, why) in &files.left_out {
        let (path, why) = (visible(path), why.of(lang));
        io.complain(&say!(lang, "không sao lưu được: {path} ({why})\n", "not backed up: {path} ({why})\n"));
    }
    Ok(if files.left_out.is_empty() { Exit::Fine } else { Exit::Findings })
}

/// What lies in the register is lost with it.
fn refuse_inside(root: &Path, output: &Path, lang: Lang) -> Result<(), Failure> {
    let directory = output.parent().and_then(|directory| directory.canonicalize().ok());
    if !directory.is_some_and(|directory| directory.starts_with(root)) {
        return Ok(());
    }
    let name = output.file_name().unwrap_or_default().to_string_lossy();
    let root = root.display();
    Err(Failure::Usage(say!(
        lang,
        "bản sao lưu nằm trong chính sổ {root} thì mất cùng sổ; ghi ra ổ khác, hoặc ngoài sổ, như: ../{name}",
        "a backup inside the register {root} is lost with it; write it to another drive, or outside, such as ../{name}"
    )))
}

fn is_names(path: &str) -> bool {
    path == "names.csv" || path.ends_with("/names.csv")
}

/// The files of a register, by path, and those that no archive takes.
#[derive(Default)]
struct Files {
    found: Vec<(String, Vec<u8>)>,
    left_out: Vec<(String, Words)>,
    total: u64,
}

impl Files {
    fn of(root: &Path) -> std::io::Result<Self> {
        let mut files = Self::default();
        let is_rest = |name: &OsStr| name.to_string_lossy().starts_with(".chibo-");
        let walk = WalkDir::new(root).follow_links(false).min_depth(1).sort_by_file_name().into_iter();
        let mut keys = std::collections::BTreeSet::new();
        let kept = |entry: &walkdir::DirEntry| {
            !(entry.file_type().is_dir() && entry.file_name().to_string_lossy().starts_with('.'))
        };
        for entry in walk.filter_entry(kept) {
            let entry = entry?;
            let kind = entry.file_type();
            if kind.is_dir() || is_rest(entry.file_name()) {
                continue;
            }
            let inside = entry.path().strip_prefix(root).unwrap_or(entry.path());
            let lossy = inside.to_string_lossy().into_owned();
            let path = match inside.to_str().map(|path| safe(&slashes(path))) {
                None => Err(NO_UNICODE),
                Some(_) if !kind.is_file() => Err(LINK),
                Some(Ok(path)) if !keys.insert(folded(&path)) => Err(TWICE),
                Some(path) => path,
            };
            match path {
                Ok(path) => {
                    files.total += entry.metadata()?.len();
                    // More than can be restored is not even read.
                    if files.total <= LIMITS.total {
                        files.found.push((path, fs::read(entry.path())?));
                    }
                }
                Err(why) => files.left_out.push((lossy, why)),
            }
        }
        files.found.sort();
        Ok(files)
    }
}

/// As archives have it: elsewhere than on Windows `\` is a letter of a name.
fn slashes(path: &str) -> String {
    if cfg!(windows) { path.replace('\\', "/") } else { path.replace('\\', "?") }
}
