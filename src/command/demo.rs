//! `chibo demo`: makes a register to train with, and says what to try in it.

use std::{io::ErrorKind, path::Path};

use crate::{
    cli::{DemoArgs, Globals},
    command::{Exit, Failure},
    demo::{self, Made, Wish},
    io::Io,
    lang::{Lang, plural, say},
    number::group,
    records::settings::RootLevel,
    register::open::find_root,
    text::visible,
    write,
};

pub(super) fn run(globals: &Globals, args: &DemoArgs, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let lang = globals.lang;
    let base = globals.dir.clone().unwrap_or_else(|| io.working_dir.clone());
    let directory = base.join(&args.directory);
    // As it is found from where the user stands.
    let shown = if globals.dir.is_some() { directory.display() } else { args.directory.display() }.to_string();
    // By its real path: the way there may lead through another register.
    let above = directory.parent().and_then(|above| above.canonicalize().ok());
    if let Some(root) = above.as_deref().and_then(find_root) {
        let root = root.display();
        return Err(Failure::Usage(say!(
            lang,
            "{shown} nằm trong sổ dữ liệu {root}; chọn thư mục ở ngoài sổ ấy",
            "{shown} lies inside the register {root}; choose a directory outside it"
        )));
    }
    let made = demo::make(&args.wish, &directory, &io.watch).map_err(|error| unwritten(&error, &shown, lang))?;
    let Some(made) = made else {
        return Err(Failure::Usage(say!(
            lang,
            "{shown} không trống, nên không ghi gì vào đó; chọn thư mục mới hoặc còn trống",
            "{shown} is not empty, so nothing was written; choose a new or an empty directory"
        )));
    };
    io.print(&told(&args.wish, &made, &shown, lang)).map_err(Failure::Output)?;
    Ok(Exit::Fine)
}

fn unwritten(error: &std::io::Error, shown: &str, lang: Lang) -> Failure {
    let text = match error.kind() {
        ErrorKind::NotFound => {
            let above = Path::new(shown).parent().unwrap_or(Path::new("")).display().to_string();
            say!(
                lang,
                "không có thư mục {above}; tạo thư mục hoặc sửa đường dẫn rồi chạy lại",
                "there is no directory {above}; make it or mend the path, then run again"
            )
        }
        ErrorKind::NotADirectory => {
            say!(lang, "{shown} không phải thư mục; chọn tên khác", "{shown} is no directory; choose another name")
        }
        _ => write::explain(error, shown, lang),
    };
    Failure::Work(anyhow::anyhow!(text))
}

/// What was made, and what to try.
fn told(wish: &Wish, made: &Made, shown: &str, lang: Lang) -> String {
    let number = |number: u64| group(number, lang);
    let Made { communes, villages, cells, members, files, .. } = *made;
    let years = match (wish.years.start(), wish.years.end()) {
        (first, last) if first == last => first.to_string(),
        (first, last) => format!("{first}–{last}"),
    };
    let size = match wish.level {
        RootLevel::Cell => {
            let members = number(members);
            say!(lang, "1 chi bộ, {members} đảng viên", "1 cell, {members} members")
        }
        _ => {
            let (shown, villages_shown) = (number(communes), number(villages));
            let (cells, members) = (number(cells), number(members));
            let commune = plural(communes, "commune", "communes");
            say!(
                lang,
                "{shown} xã, phường, thị trấn, {villages_shown} thôn, khu phố, {cells} chi bộ, {members} đảng viên",
                "{shown} {commune}, {villages_shown} villages, {cells} cells, {members} members"
            )
        }
    };
    let (files, year) = (number(files), wish.years.end());
    let mut text = say!(
        lang,
        "Đã ghi sổ mẫu vào {shown}: {size} (cuối năm 2016); bản ghi {years}, {files} tệp.\n",
        "Wrote a demo register to {shown}: {size} (end of 2016); records of {years}, {files} files.\n"
    );
    if !made.mistakes.is_empty() {
        let count: u64 = made.mistakes.values().sum();
        let (shown, record) = (number(count), plural(count, "record has", "records have"));
        let rules: Vec<String> =
            made.mistakes.iter().map(|(rule, count)| format!("{rule} {}", number(*count))).collect();
        let rules = rules.join(", ");
        text += &say!(
            lang,
            "{shown} bản ghi có chỗ sai, để chibo check tìm ra: {rules}.\n",
            "{shown} {record} a mistake, for chibo check to find: {rules}.\n"
        );
    }
    text += &say!(lang, "Con người trong đó là hư cấu. Thử tiếp:\n", "The people in it are invented. Next, try:\n");
    for line in next(wish, made, &quoted(shown), *year) {
        text += &format!("  {line}\n");
    }
    text
}

/// One commune of a large register is enough to begin with.
fn next(wish: &Wish, made: &Made, shown: &str, year: i32) -> Vec<String> {
    let by = match wish.level {
        RootLevel::Province => " --by district",
        RootLevel::District => " --by commune",
        RootLevel::Commune => " --by cell",
        RootLevel::Cell => "",
    };
    let unit = |path: &str| if path.is_empty() { String::new() } else { format!(" {path}") };
    let (cell, commune) = (unit(&made.cell), unit(made.cell.rsplit_once('/').map_or("", |(commune, _)| commune)));
    vec![
        format!("chibo -C {shown} check{commune} -O concise"),
        format!("chibo -C {shown} report --year {year}{by}"),
        format!("chibo -C {shown} trace attendance{cell} --year {year}"),
    ]
}

/// As a shell takes it.
fn quoted(path: &str) -> String {
    let path = visible(path);
    if path.contains(' ') { format!("\"{path}\"") } else { path.into_owned() }
}
