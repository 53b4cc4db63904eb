//! `chibo init`: a register that checks clean on its first day, with all that belongs around it.

mod ask;
mod files;
mod proof;
mod settings;
mod wish;

use std::path::{Path, PathBuf};

#[cfg(test)]
pub(super) use self::files::AROUND;
use self::{files::NewFile, wish::Wish};
use crate::{
    cli::{Globals, InitArgs},
    command::{Exit, Failure, ask::Asker, change, new_unit::kept_note},
    io::Io,
    lang::{Lang, say},
    register::open::find_root,
    render::Paths,
    text::visible,
    write::{self, Piece},
};

pub(super) fn run(globals: &Globals, args: &InitArgs, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let lang = globals.lang;
    let base = globals.dir.clone().unwrap_or_else(|| io.working_dir.clone());
    let directory = place(&base.join(&args.directory), io, lang)?;
    let paths = Paths::new(&directory, &io.working_dir);
    let today = globals.as_of.unwrap_or(io.today);
    let asker = Asker::new(globals, lang, io).filter(|_| args.level.is_none() || args.name.is_none());
    let wish = match &asker {
        Some(asker) => ask::ask(asker, args, today, io)?,
        None => Wish::of(args, today, lang)?,
    };
    let all = files::all(&wish, lang);
    let (files, kept) = files::missing(all, &directory)?;
    proof::sound(&files, &kept, &directory, io.today, lang)?;

    let mut text = if args.dry_run {
        change::shown(files.iter().map(NewFile::view), &paths)
    } else {
        write(&files, &directory, &paths, lang)?;
        change::named(files.iter().map(NewFile::view), &paths, lang)
    };
    text += &told(&wish, &paths, args, globals, lang);
    io.print(&text).map_err(Failure::Output)?;
    let label = say!(lang, "lưu ý", "note");
    let unwritten = args.dry_run.then(|| say!(lang, "chưa ghi gì (--dry-run)", "nothing was written (--dry-run)"));
    let notes = notes(&wish, &kept, &paths, &directory, lang);
    io.complain(&notes.iter().chain(&unwritten).map(|note| format!("{label}: {note}\n")).collect::<String>());
    Ok(Exit::Fine)
}

/// Where the register is to be: not in another, and not where one is already. The directory above has to be there.
fn place(directory: &Path, io: &Io<'_>, lang: Lang) -> Result<PathBuf, Failure> {
    let show = |path: &Path| {
        let path = path.strip_prefix(&io.working_dir).unwrap_or(path);
        visible(&if path.as_os_str().is_empty() { ".".to_owned() } else { path.display().to_string() }).into_owned()
    };
    let shown = show(directory);
    let real = match directory.canonicalize() {
        Ok(real) if real.is_dir() => real,
        Ok(_) => {
            return Err(Failure::Usage(say!(
                lang,
                "{shown} không phải thư mục; chọn tên khác",
                "{shown} is no directory; choose another name"
            )));
        }
        Err(_) => {
            let above = directory.parent().unwrap_or(Path::new("."));
            let Ok(above) = above.canonicalize() else {
                let above = show(above);
                return Err(Failure::Work(anyhow::anyhow!(say!(
                    lang,
                    "không có thư mục {above}; tạo thư mục hoặc sửa đường dẫn rồi chạy lại",
                    "there is no directory {above}; make it or mend the path, then run again"
                ))));
            };
            above.join(directory.file_name().unwrap_or_default())
        }
    };
    match find_root(&real) {
        None => Ok(real),
        Some(root) if root == real => {
            let at = if shown == "." { String::new() } else { format!(" -C {}", quoted(&shown)) };
            Err(Failure::Usage(say!(
                lang,
                "{shown} đã là sổ dữ liệu, không ghi gì; xem: chibo check{at}; thêm đơn vị: chibo new-commune{at} TÊN, chibo new-cell{at} TÊN",
                "{shown} is a register already, so nothing was written; see it: chibo check{at}; add units: chibo new-commune{at} NAME, chibo new-cell{at} NAME"
            )))
        }
        Some(root) => {
            let root = Paths::new(&root, &io.working_dir).show("");
            let root = root.trim_end_matches('/');
            Err(Failure::Usage(say!(
                lang,
                "{shown} nằm trong sổ dữ liệu {root}; thêm vào sổ ấy bằng chibo new-commune, chibo new-cell, hoặc chọn thư mục ở ngoài",
                "{shown} lies inside the register {root}; add to that with chibo new-commune, chibo new-cell, or choose a directory outside"
            )))
        }
    }
}

fn write(files: &[NewFile], directory: &Path, paths: &Paths, lang: Lang) -> Result<(), Failure> {
    let pieces: Vec<Piece<'_>> = files.iter().map(|file| file.piece(directory)).collect();
    write::write_together(&pieces).map_err(|(nth, error)| {
        let shown = paths.show(&files[nth].path);
        Failure::Work(anyhow::Error::msg(write::explain(&error, &shown, lang)))
    })
}

/// What was made, and what comes next.
fn told(wish: &Wish, paths: &Paths, args: &InitArgs, globals: &Globals, lang: Lang) -> String {
    let (name, level) = (wish.full_name(), wish.label(lang));
    let at = paths.show("");
    let at = at.trim_end_matches('/');
    let mut text = say!(lang, "Lập sổ dữ liệu: {name}\n", "Began the register of a {level}: {name}\n");
    text += &say!(lang, "lời ghi commit: Lập sổ dữ liệu {name}\n", "commit message: Begin the register of {name}\n");
    let here = globals.dir.is_none() && args.directory == Path::new(".");
    let dir = if here { String::new() } else { format!(" -C {}", quoted(at)) };
    let next = match wish.next() {
        Some(command) => format!("chibo {command}{dir}"),
        None => format!("chibo check{dir}"),
    };
    text + &say!(lang, "việc tiếp: {next}\n", "next: {next}\n")
}

fn quoted(path: &str) -> String {
    if path.contains(' ') { format!("\"{path}\"") } else { path.to_owned() }
}

fn notes(wish: &Wish, kept: &[String], paths: &Paths, directory: &Path, lang: Lang) -> Vec<String> {
    let mut notes = wish.notes(lang);
    let kept: Vec<String> = kept.iter().map(|path| paths.show(path)).collect();
    notes.extend(kept_note(&kept, lang));
    let repository = directory.ancestors().skip(1).find(|above| above.join(".git").exists());
    if let Some(repository) = repository.filter(|_| !directory.join(".git").exists()) {
        let repository = repository.display();
        notes.push(say!(
            lang,
            "kho git có gốc ở {repository}: chuyển .github và .gitlab-ci.yml lên đó, thêm -C vào các lệnh chibo",
            "the git repository's root is {repository}: move .github and .gitlab-ci.yml there, and add -C to their commands"
        ));
    }
    notes
}
