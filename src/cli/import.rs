//! `chibo import`: what it takes, and what its help says.

use std::path::PathBuf;

use clap::{ArgAction, ArgMatches, Command, ValueHint, value_parser};

use crate::{
    cli::{
        Command as Cli, Entry,
        choice::{Choice, chosen, limited},
        page::{Example, Page, flag, option, positional},
        values,
    },
    form::plan::Prevails,
    import::What,
    lang::{Lang, Words, say},
    parse::Vocabulary,
    records::meeting::{Kind, Mark},
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ImportArgs {
    /// Absent: the file is one that chibo wrote itself, and says what it is.
    pub(crate) what: Option<What>,
    pub(crate) file: PathBuf,
    /// As typed. Absent: the unit that the command stands in.
    pub(crate) unit: Option<String>,
    /// The sheet by its name. Absent: the only one that holds such a table.
    pub(crate) sheet: Option<String>,
    /// Of days that the file writes without one.
    pub(crate) year: Option<i32>,
    /// Of meetings whose heading says none.
    pub(crate) kind: Option<Kind>,
    pub(crate) encoding: Option<TextEncoding>,
    /// A mark as it stands in the book, and what it means.
    pub(crate) marks: Vec<(String, Mark)>,
    pub(crate) day_first: bool,
    /// Absent: only shown.
    pub(crate) write: bool,
    /// Which side prevails where a form and the register have both changed a value; absent: nothing is written then.
    pub(crate) prevails: Option<Prevails>,
}

/// What the letters of a file are, where its owner knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TextEncoding {
    Tcvn3,
    Vni,
    Windows1258,
    Utf8,
    Utf16,
}

const WHATS: &[Choice<What>] = &[
    Choice::new("members", What::Members, Words::new("danh sách đảng viên của một chi bộ", "the roster of a cell")),
    Choice::new(
        "attendance",
        What::Attendance,
        Words::new(
            "sổ điểm danh, mỗi buổi họp một cột hoặc một dòng",
            "an attendance book, a column or a row a meeting",
        ),
    ),
    Choice::new(
        "officials",
        What::Officials,
        Words::new("trưởng thôn, phó trưởng thôn của một xã", "village heads and deputies of a commune"),
    ),
    Choice::new(
        "summary",
        What::Summary,
        Words::new("mỗi dòng một buổi họp, chỉ có số lượng", "totals, a row a meeting"),
    ),
];

const ENCODINGS: &[Choice<TextEncoding>] = &[
    Choice::new(
        "tcvn3",
        TextEncoding::Tcvn3,
        Words::new("phông ABC: .VnTime, .VnArial", "ABC fonts: .VnTime, .VnArial"),
    ),
    Choice::new("vni", TextEncoding::Vni, Words::new("phông VNI-Times", "VNI fonts")),
    Choice::new(
        "windows-1258",
        TextEncoding::Windows1258,
        Words::new("bảng mã của Windows", "the code page of Windows"),
    ),
    Choice::new("utf-8", TextEncoding::Utf8, Words::new("Unicode, giữ nguyên", "Unicode, as it stands")),
    Choice::new(
        "utf-16",
        TextEncoding::Utf16,
        Words::new("Unicode hai byte, giữ nguyên", "Unicode of two bytes, as it stands"),
    ),
];

const PAGE: Page = Page {
    name: "import",
    about: Words::new(
        "Nhập danh sách, sổ điểm danh từ Excel, LibreOffice hoặc CSV của cơ quan",
        "Take rosters and attendance books from Excel, LibreOffice or CSV",
    ),
    usage: Words::new(
        "[TÙY CHỌN] <members|attendance|officials|summary> <TỆP>\n          chibo import [TÙY CHỌN] <TỆP>   (biểu do chibo form lập)",
        "[OPTIONS] <members|attendance|officials|summary> <FILE>\n       chibo import [OPTIONS] <FILE>   (made by chibo form)",
    ),
    notes: Words::new(
        "Không có --write thì chỉ in ra sẽ thêm, sửa, bỏ qua gì, từng dòng, và vì sao. Dòng không nhận được\n\
         ghi ra tệp TÊN.loi.csv cạnh tệp nguồn, lý do ở cột cuối; sửa ở đó rồi nhập tệp đó. Nhập lại không\n\
         đổi gì. Ô trống không xóa điều đã ghi. Ngày sinh, dân tộc, tôn giáo, địa chỉ, điện thoại, số định\n\
         danh: bỏ.\n\n\
         Dấu điểm danh: x + 1 ✓ có mặt; m muộn; p cp có phép, có lý do; k kp 0 không phép, không lý do;\n\
         v vắng là không lý do, khi sổ có dấu có mặt khác; miễn, đi xa: không ghi. Dấu khác là dòng lỗi,\n\
         hoặc nói rõ bằng --mark, ghi được nhiều lần.\n\n\
         Mã thoát:\n  0  nhận mọi dòng\n  1  có dòng không nhận\n  2  không làm được việc\n  3  không có sổ dữ liệu hoặc đơn vị",
        "Without --write it only prints what would be added, changed and skipped, row by row, and why. Rows\n\
         not taken go to NAME.bad.csv beside the source, the reason in the last column; mend it there and\n\
         import that. To import again changes nothing. An empty cell erases nothing. Birth, ethnicity,\n\
         religion, address, telephone and identity numbers are dropped.\n\n\
         Marks: x + 1 ✓ present; m late; p cp excused; k kp 0 absent without reason; v is that too where\n\
         the book has another mark of presence; exempt, away: none. Any other is a bad row, or is told\n\
         with --mark, which may be repeated.\n\n\
         Exit codes:\n  0  every row was taken\n  1  some rows were not\n  2  the work could not be done\n  3  no register, or no unit",
    ),
    examples: &[
        Example {
            line: "chibo import members \"danh sach.xls\" --cell xuan-quan/chi-bo-thon-1",
            what: Words::new("xem trước", "look first"),
        },
        Example {
            line: "chibo import attendance \"so diem danh 2018.xlsx\" --write",
            what: Words::new("ghi", "write"),
        },
        Example {
            line: "chibo import so-chi-bo.xlsx",
            what: Words::new("biểu do chibo form lập", "a form that was filled in"),
        },
    ],
};

pub(super) const ENTRY: Entry = Entry { name: PAGE.name, command, read: |matches, _| Ok(Cli::Import(read(matches))) };

fn command(lang: Lang) -> Command {
    const WHAT: Words = Words::new("tệp ghi gì:", "what the file holds:");
    const FILE: Words = Words::new("tệp .xlsx, .xls, .ods hoặc .csv", "an .xlsx, .xls, .ods or .csv file");
    const UNIT: Words = Words::new(
        "chi bộ; của officials là xã, của summary là cả đơn vị trên",
        "the cell; of officials the commune, of summary any unit above",
    );
    const SHEET: Words =
        Words::new("tên trang tính, khi nhiều trang có bảng", "the sheet by name, where several hold a table");
    const YEAR: Words = Words::new("năm của những ngày ghi thiếu năm", "the year of days written without one");
    const KIND: Words = Words::new(
        "loại của buổi họp mà tệp không ghi, nếu khác regular:",
        "the kind of meetings that the file does not say, else regular:",
    );
    const ENCODING: Words = Words::new("bảng mã của chữ trong tệp:", "what the letters of the file are:");
    const MARK: Words = Words::new(
        "dấu của sổ là gì: x có mặt, m muộn, p có lý do, k không",
        "what a mark is: x present, m late, p excused, k absent",
    );
    const DAY_FIRST: Words = Words::new("trong tệp, 3/5/2018 là ngày 3 tháng 5", "in the file, 3/5/2018 is 3 May");
    const WRITE: Words = Words::new("ghi vào sổ dữ liệu", "write into the register");
    const DRY_RUN: Words = Words::new("chỉ in ra, không ghi (mặc định)", "only print, write nothing (the default)");
    const MINE: Words = Words::new(
        "biểu: chỗ cả hai cùng đổi thì giữ điều sổ dữ liệu ghi",
        "a form: where both changed, keep what the register has",
    );
    const THEIRS: Words = Words::new(
        "biểu: chỗ cả hai cùng đổi thì lấy điều tệp ghi",
        "a form: where both changed, take what the file has",
    );
    let name = Words::new("TÊN", "NAME");
    let (path, unit) = (Words::new("TỆP", "FILE"), Words::new("ĐƠN VỊ", "UNIT"));
    let kinds: Vec<_> =
        Kind::WORDS.iter().filter_map(|word| Some((*word, Kind::from_word(word)?.label().of(lang)))).collect();
    PAGE.command(lang)
        .allow_missing_positional(true)
        .arg(limited(positional("what", Words::new("LOẠI", "WHAT"), WHAT, lang), WHATS, lang))
        .arg(
            positional("file", path, FILE, lang)
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::FilePath),
        )
        .arg(
            option("cell", unit, UNIT, lang)
                .alias("unit")
                .value_hint(ValueHint::DirPath)
                .value_parser(move |value: &str| values::text(value, lang)),
        )
        .arg(option("sheet", name, SHEET, lang).value_parser(move |value: &str| values::text(value, lang)))
        .arg(values::year_option(YEAR, lang))
        .arg(crate::cli::choice::one_of(option("kind", Words::new("LOẠI", "KIND"), KIND, lang), &kinds))
        .arg(limited(option("encoding", Words::new("BẢNG MÃ", "ENCODING"), ENCODING, lang), ENCODINGS, lang))
        .arg(
            option("mark", Words::new("DẤU=x|m|p|k", "MARK=x|m|p|k"), MARK, lang)
                .action(ArgAction::Append)
                .value_parser(move |value: &str| mark(value, lang)),
        )
        .arg(flag("day-first", DAY_FIRST, lang))
        .arg(flag("write", WRITE, lang).conflicts_with("dry-run"))
        .arg(flag("dry-run", DRY_RUN, lang))
        .arg(flag("mine", MINE, lang).conflicts_with_all(["theirs", "what"]))
        .arg(flag("theirs", THEIRS, lang).conflicts_with("what"))
}

fn mark(text: &str, lang: Lang) -> Result<(String, Mark), String> {
    let told = text.rsplit_once('=').and_then(|(mark, means)| {
        let means = Mark::from_word(means.trim()).filter(|mark| *mark != Mark::Blank)?;
        (!mark.trim().is_empty()).then(|| (mark.trim().to_owned(), means))
    });
    told.ok_or_else(|| say!(lang, "cần DẤU=x, m, p hoặc k, ví dụ v=p", "give MARK=x, m, p or k, for example v=p"))
}

fn read(matches: &ArgMatches) -> ImportArgs {
    let text = |id| matches.get_one::<String>(id).cloned();
    ImportArgs {
        what: chosen(matches, "what", WHATS),
        file: matches.get_one::<PathBuf>("file").cloned().unwrap_or_default(),
        unit: text("cell"),
        sheet: text("sheet"),
        year: matches.get_one::<i32>("year").copied(),
        kind: text("kind").as_deref().and_then(Kind::from_word),
        encoding: chosen(matches, "encoding", ENCODINGS),
        marks: values::many(matches, "mark"),
        day_first: matches.get_flag("day-first"),
        write: matches.get_flag("write"),
        prevails: match (matches.get_flag("mine"), matches.get_flag("theirs")) {
            (true, _) => Some(Prevails::Mine),
            (_, true) => Some(Prevails::Theirs),
            _ => None,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::tests::{refused_vi, run};

    fn import(line: &str) -> ImportArgs {
        match run(line) {
            Cli::Import(args) => args,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_file_comes_with_what_it_holds_or_says_it_itself() {
        let args = import("import attendance so.xlsx --cell a/b --mark v=p --mark o=k --year 2018 --kind thematic");
        assert_eq!((args.what, args.file), (Some(What::Attendance), PathBuf::from("so.xlsx")));
        assert_eq!(args.marks, [("v".to_owned(), Mark::Excused), ("o".to_owned(), Mark::Absent)]);
        assert_eq!((args.unit.as_deref(), args.year, args.kind), (Some("a/b"), Some(2018), Some(Kind::Thematic)));
        assert!(!args.write);
        let form = import("import so.xlsx --write");
        assert_eq!((form.what, form.file, form.write), (None, PathBuf::from("so.xlsx"), true));
        assert_eq!(import("import summary a.csv --unit x --encoding tcvn3").encoding, Some(TextEncoding::Tcvn3));
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let see = "\nxem: chibo import --help\n";
        for (line, reason) in [
            ("import members a.xlsx --write --dry-run", "--write không đi cùng --dry-run"),
            ("import members a.xlsx --mark v", "--mark không nhận 'v': cần DẤU=x, m, p hoặc k, ví dụ v=p"),
        ] {
            assert_eq!(refused_vi(line), format!("lỗi: {reason}{see}"), "{line}");
        }
        assert!(refused_vi("import people a.xlsx").contains("people"));
        assert!(refused_vi("import").contains("xem: chibo import --help"));
    }
}
