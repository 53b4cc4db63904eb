//! `chibo received`: what it takes, and what its help says.

use std::path::PathBuf;

use clap::{ArgMatches, Command};

use crate::{
    cli::{
        Command as Cli, Entry,
        choice::{Choice, chosen, limited},
        page::{Example, Page, option},
        values,
    },
    lang::{Lang, Words, say},
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ReceivedArgs {
    /// Empty: the unit that the command stands in.
    pub(crate) units: Vec<String>,
    pub(crate) year: i32,
    pub(crate) by_commune: bool,
    pub(crate) format: ReceivedFormat,
    /// As typed. Absent: standard output.
    pub(crate) output: Option<PathBuf>,
    /// Write over an existing file.
    pub(crate) force: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ReceivedFormat {
    Table,
    Csv,
    Json,
    Markdown,
}

const FORMATS: &[Choice<ReceivedFormat>] = &[
    Choice::new("table", ReceivedFormat::Table, Words::new("bảng để đọc (mặc định)", "a table to read (the default)")),
    Choice::new("csv", ReceivedFormat::Csv, Words::new("bảng tính", "for a spreadsheet")),
    Choice::new("json", ReceivedFormat::Json, Words::new("cho chương trình khác đọc", "for other programs")),
    Choice::new("markdown", ReceivedFormat::Markdown, Words::new("bảng Markdown", "a Markdown table")),
];

/// What a file name's ending says of its form.
const EXTENSIONS: [(&str, ReceivedFormat); 5] = [
    ("txt", ReceivedFormat::Table),
    ("csv", ReceivedFormat::Csv),
    ("json", ReceivedFormat::Json),
    ("md", ReceivedFormat::Markdown),
    ("markdown", ReceivedFormat::Markdown),
];

const LEVELS: &[Choice<bool>] = &[
    Choice::new("cell", false, Words::new("từng chi bộ (mặc định)", "each cell (the default)")),
    Choice::new(
        "commune",
        true,
        Words::new("số chi bộ đã gửi của từng xã", "how many cells of each commune have sent"),
    ),
];

const PAGE: Page = Page {
    name: "received",
    about: Words::new("Chi bộ nào đã gửi bản ghi của tháng nào", "Which cells have sent which months"),
    usage: Words::new("[TÙY CHỌN] --year <NĂM> [ĐƠN VỊ]...", "[OPTIONS] --year <YEAR> [UNIT]..."),
    notes: Words::new(
        "Dưới bảng là danh sách chưa gửi, để chép vào tin nhắn.",
        "Below the table is the list of what is missing, to paste into a message.",
    ),
    examples: &[
        Example {
            line: "chibo received --year 2018",
            what: Words::new("đơn vị của thư mục hiện tại", "the unit you stand in"),
        },
        Example {
            line: "chibo received van-giang --year 2018 --by commune",
            what: Words::new("số chi bộ đã gửi, theo xã", "how many cells have sent, by commune"),
        },
    ],
};

pub(super) const ENTRY: Entry =
    Entry { name: PAGE.name, command, read: |matches, lang| Ok(Cli::Received(read(matches, lang)?)) };

fn command(lang: Lang) -> Command {
    const BY_HELP: Words = Words::new("mỗi dòng một đơn vị ở cấp này:", "a row for each unit at this level:");
    const FORMAT_HELP: Words = Words::new(
        "dạng kết quả; không có thì theo đuôi của -o:",
        "form of the output; else told from the ending of -o:",
    );
    PAGE.command(lang)
        .arg(values::units(lang))
        .arg(values::year_option(Words::new("năm cần xem (bắt buộc)", "the year (required)"), lang).required(true))
        .arg(limited(option("by", Words::new("CẤP", "LEVEL"), BY_HELP, lang), LEVELS, lang))
        .arg(limited(option("format", Words::new("DẠNG", "FORMAT"), FORMAT_HELP, lang), FORMATS, lang).short('O'))
        .args(values::file_options(lang))
}

fn read(matches: &ArgMatches, lang: Lang) -> Result<ReceivedArgs, String> {
    let year = matches.get_one::<i32>("year").copied();
    Ok(ReceivedArgs {
        units: values::many(matches, "units"),
        year: year.ok_or_else(|| say!(lang, "thiếu --year", "--year is missing"))?,
        by_commune: chosen(matches, "by", LEVELS).unwrap_or(false),
        format: values::form(matches, FORMATS, &EXTENSIONS, ReceivedFormat::Table, lang)?,
        output: values::output(matches),
        force: matches.get_flag("force"),
    })
}
