//! The file that is imported: read, its letters made Unicode, the one table in it found.

use std::{fs::File, io::Read, path::Path};

use super::letters;
use crate::{
    cli::{Globals, ImportArgs},
    command::Failure,
    encoding::Encoding,
    import::{What, reshape::reshape, table::Table},
    io::Io,
    lang::{Lang, say},
    os,
    sheet_file::{self, Book, Grid},
};

/// What was read of the file.
pub(super) struct Source {
    book: Book,
    /// The tables that stood otherwise than most do, as most stand.
    reshaped: Vec<Grid>,
    /// As the file was typed.
    pub(super) encoding: Encoding,
}

/// Reads the file; it need not lie in the register.
pub(super) fn read(file: &Path, lang: Lang, io: &Io<'_>) -> Result<Book, Failure> {
    sheet_file::read(&bytes(file, lang, io)?).map_err(|fault| Failure::Usage(fault.explain(file, lang)))
}

pub(super) fn bytes(file: &Path, lang: Lang, io: &Io<'_>) -> Result<Vec<u8>, Failure> {
    let unreadable = |error: std::io::Error| {
        let (shown, reason) = (file.display(), os::reason(&error, lang));
        Failure::Usage(say!(lang, "không mở được {shown}: {reason}", "{shown} cannot be opened: {reason}"))
    };
    let path = io.working_dir.join(file);
    if path.is_dir() {
        let shown = file.display();
        return Err(Failure::Usage(say!(
            lang,
            "{shown} là thư mục, không phải tệp",
            "{shown} is a directory, not a file"
        )));
    }
    let mut bytes = Vec::new();
    let opened = File::open(&path).map_err(unreadable)?;
    opened.take(sheet_file::MAX_BYTES + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    Ok(bytes)
}

impl Source {
    pub(super) fn of(
        mut book: Book,
        args: &ImportArgs,
        globals: &Globals,
        lang: Lang,
        io: &mut Io<'_>,
    ) -> Result<Self, Failure> {
        let encoding = letters::settle(&book, args, globals, lang, io)?;
        if encoding != Encoding::Unicode {
            book.grids.iter_mut().for_each(|grid| grid.reword(|text| encoding.decode_among(text)));
        }
        let reshaped = args.what.map_or_else(Vec::new, |what| {
            let grids = book.grids.iter();
            grids.filter_map(|grid| reshape(grid, what, args.year, args.day_first)).collect()
        });
        Ok(Self { book, reshaped, encoding })
    }

    /// The table of a kind, and the only one.
    pub(super) fn table<'s>(&'s self, what: What, args: &ImportArgs, lang: Lang) -> Result<Table<'s>, Failure> {
        let chosen = args.sheet.as_ref().map(|name| self.sheet(name, lang)).transpose()?;
        let is_meant = |grid: &&Grid| chosen.map_or(!grid.hidden, |chosen| chosen.name == grid.name);
        let find = |grid: &'s Grid| Some((grid, Table::find(grid, what, args.year, args.day_first)?));
        let mut found: Vec<(&Grid, Table<'s>)> = self.book.grids.iter().filter(is_meant).filter_map(find).collect();
        if found.is_empty() {
            found = self.reshaped.iter().filter(is_meant).filter_map(find).collect();
        }
        if found.len() > 1 {
            found.retain(|(_, table)| !table.rows.is_empty());
        }
        if found.len() > 1 {
            let names: Vec<String> = found.iter().map(|(grid, _)| format!("`{}`", grid.name)).collect();
            let names = names.join(", ");
            return Err(Failure::Usage(say!(
                lang,
                "nhiều trang tính có bảng: {names}; chọn một bằng --sheet TÊN",
                "several sheets hold a table: {names}; choose one with --sheet NAME"
            )));
        }
        // No list of people is as long; a year of a province's meetings is.
        const PEOPLE: usize = 5_000;
        if what != What::Summary && found.first().is_some_and(|(_, table)| table.rows.len() > PEOPLE) {
            return Err(Failure::Usage(say!(
                lang,
                "bảng quá {PEOPLE} dòng: không phải danh sách của một đơn vị",
                "the table has over {PEOPLE} rows: it is no list of one unit"
            )));
        }
        found.pop().map(|(_, table)| table).ok_or_else(|| Failure::Usage(no_table(what, &args.file, lang)))
    }

    fn sheet(&self, name: &str, lang: Lang) -> Result<&Grid, Failure> {
        let same = |grid: &&Grid| crate::text::fold(&grid.name) == crate::text::fold(name);
        self.book.grids.iter().find(same).ok_or_else(|| {
            let names: Vec<String> = self.book.grids.iter().map(|grid| format!("`{}`", grid.name)).collect();
            let names = names.join(", ");
            Failure::Usage(say!(
                lang,
                "không có trang tính `{name}`; có: {names}",
                "there is no sheet `{name}`; there are: {names}"
            ))
        })
    }
}

/// What a heading must say.
fn no_table(what: What, file: &Path, lang: Lang) -> String {
    let shown = file.display();
    let needs = match what {
        What::Members => say!(
            lang,
            "cần cột Họ và tên (hoặc Mã) và ít nhất một cột ngày: Ngày vào Đảng, Ngày chính thức",
            "it needs a column Name (or Id) and a day: Ngày vào Đảng, Ngày chính thức"
        ),
        What::Attendance => say!(
            lang,
            "cần cột Họ và tên (hoặc Mã) và ít nhất một cột có ngày họp ở dòng đầu bảng; hoặc cột Ngày họp và mỗi đảng viên một cột; hoặc cột Có mặt, Vắng và ngày họp ở tiêu đề; ngày thiếu năm thì thêm --year",
            "it needs a column Name (or Id) and a column headed by the day of a meeting; or a column Ngày họp and a column a member; or columns Có mặt and Vắng below a title with the day; for days without a year add --year"
        ),
        What::Officials => say!(
            lang,
            "cần cột Họ và tên (hoặc Mã), Thôn, Chức danh; hoặc cột Thôn, Trưởng thôn, Phó trưởng thôn",
            "it needs columns Name (or Id), Thôn and Chức danh; or Thôn, Trưởng thôn and Phó trưởng thôn"
        ),
        What::Summary => {
            say!(lang, "cần cột Ngày họp, Có mặt, và Chi bộ", "it needs columns Ngày họp, Có mặt and Chi bộ")
        }
    };
    say!(lang, "không thấy bảng nào trong {shown}: {needs}", "no table was found in {shown}: {needs}")
}
