//! `chibo report`: what it takes, and what its help says.

mod form;
mod together;

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::{
    cli::{
        Command as Cli, Entry,
        choice::{Choice, chosen, limited},
        page::{Example, Page, flag, option},
        values,
    },
    lang::{Lang, Words, say},
};

pub(super) use form::{EXTENSIONS, FORMATS, form};
use form::{FORMS, report_form};
pub(crate) use form::{ReportForm, ReportFormat};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ReportArgs {
    /// Empty: the unit that the command stands in.
    pub(crate) units: Vec<String>,
    pub(crate) time: Time,
    pub(crate) by: Option<By>,
    pub(crate) form: ReportForm,
    /// As typed, from the working directory. Absent: standard output, which `-o -` asks for too.
    pub(crate) output: Option<PathBuf>,
    /// Empty: the targets that the format shows unasked.
    pub(crate) targets: Vec<String>,
    pub(crate) all: bool,
    /// Rows of people one by one, in a form that has them.
    pub(crate) members: bool,
    /// Only what may be published.
    pub(crate) public: bool,
    /// Keep the figures beside the unit's records.
    pub(crate) file: bool,
    /// Filed figures to compare with, as typed.
    pub(crate) against: Option<PathBuf>,
    /// Write over an existing file.
    pub(crate) force: bool,
}

/// One year, or several side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Time {
    Year(i32),
    Years { from: i32, to: i32 },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum By {
    District,
    Commune,
    Cell,
    Village,
}

const LEVELS: &[Choice<By>] = &[
    Choice::new("district", By::District, Words::new("huyện, thị xã, thành phố", "huyện, thị xã or thành phố")),
    Choice::new("commune", By::Commune, Words::new("xã, phường, thị trấn", "xã, phường or thị trấn")),
    Choice::new("cell", By::Cell, Words::new("chi bộ", "Party cell (chi bộ)")),
    Choice::new("village", By::Village, Words::new("thôn, khu phố", "thôn or khu phố")),
];

const PAGE: Page = Page {
    name: "report",
    about: Words::new("Tính các chỉ tiêu của đề án cho một năm", "Compute the plan's targets for a year"),
    usage: Words::new("[TÙY CHỌN] --year <NĂM> [ĐƠN VỊ]...", "[OPTIONS] --year <YEAR> [UNIT]..."),
    notes: Words::new(
        "Mã thoát:\n  0  báo cáo đầy đủ, dù chỉ tiêu đạt hay chưa\n  1  có bản ghi lỗi phải để ngoài số liệu\n  \
         2  không làm được việc: dòng lệnh, thiết lập, đọc hoặc ghi tệp\n  3  không có sổ dữ liệu hoặc không có đơn vị",
        "Exit codes:\n  0  the report is complete, whether targets are met or not\n  \
         1  records with errors had to be left out of the figures\n  \
         2  the work could not be done: command line, settings, reading or writing\n  3  no register, or no unit",
    ),
    examples: &[
        Example {
            line: "chibo report --year 2018",
            what: Words::new("đơn vị của thư mục hiện tại", "the unit you stand in"),
        },
        Example {
            line: "chibo report van-giang --year 2018 --by commune -o bao-cao.csv",
            what: Words::new("từng xã, ra bảng tính", "each commune, for a spreadsheet"),
        },
        Example {
            line: "chibo report xuan-quan --year 2018 -o bao-cao.docx",
            what: Words::new("dự thảo báo cáo của Đảng ủy xã", "a draft of the commune's report"),
        },
    ],
};

pub(super) const ENTRY: Entry =
    Entry { name: PAGE.name, command, read: |matches, lang| Ok(Cli::Report(read(matches, lang)?)) };

fn command(lang: Lang) -> Command {
    PAGE.command(lang)
        .arg(values::units(lang))
        .arg(
            values::year_option(
                Words::new(
                    "năm báo cáo; nhiều năm thì --from và --to",
                    "the year to report on; several by --from and --to",
                ),
                lang,
            )
            .required_unless_present_any(["from", "to"]),
        )
        .arg(
            values::year_named(
                "from",
                Words::new("nhiều năm cạnh nhau, từ năm này", "years side by side, from this"),
                lang,
            )
            .requires("to")
            .conflicts_with("year"),
        )
        .arg(values::year_named("to", Words::new("đến hết năm này", "to this year"), lang).requires("from"))
        .arg(limited(option("by", Words::new("CẤP", "LEVEL"), BY_HELP, lang), LEVELS, lang))
        .arg(limited(option("format", Words::new("DẠNG", "FORMAT"), FORMAT_HELP, lang), FORMS, lang).short('O'))
        .arg(
            option("target", Words::new("MÃ", "ID"), TARGET_HELP, lang)
                .action(ArgAction::Append)
                .value_parser(move |text: &str| values::text(text, lang)),
        )
        .arg(all_option(lang))
        .arg(flag("members", MEMBERS_HELP, lang))
        .arg(flag("public", PUBLIC_HELP, lang))
        .arg(flag("file", FILE_HELP, lang))
        .arg(
            option("against", Words::new("TỆP", "FILE"), AGAINST_HELP, lang).value_parser(clap::value_parser!(PathBuf)),
        )
        .args(values::file_options(lang))
}

const BY_HELP: Words =
    Words::new("kèm số liệu của từng đơn vị ở cấp này:", "with the figures of each unit at this level:");
pub(super) const FORMAT_HELP: Words =
    Words::new("dạng kết quả; không có thì theo đuôi của -o:", "form of the output; else told from the ending of -o:");
const PUBLIC_HELP: Words = Words::new(
    "để công bố: bỏ số liệu có mẫu số dưới 5, người, bản ghi",
    "for publication: without figures of fewer than 5, people, records",
);
const FILE_HELP: Words = Words::new(
    "chốt số liệu: giữ vào <đơn vị>/<năm>/filed.json",
    "file the figures: keep them in <unit>/<year>/filed.json",
);
const AGAINST_HELP: Words = Words::new(
    "so với số liệu đã chốt ở tệp này: chỉ tiêu nào khác, do bản ghi nào",
    "compare with the figures filed here: which differ, by which records",
);
const MEMBERS_HELP: Words =
    Words::new("html, xlsx, docx: có cả dòng của từng người", "html, xlsx, docx: with rows of people, one by one");
const TARGET_HELP: Words =
    Words::new("chỉ chỉ tiêu này; dùng được nhiều lần", "only this target; may be given several times");

/// `-O FORMAT`.
pub(super) fn format_option(lang: Lang) -> Arg {
    limited(option("format", Words::new("DẠNG", "FORMAT"), FORMAT_HELP, lang), FORMATS, lang).short('O')
}

/// `--all`.
pub(super) fn all_option(lang: Lang) -> Arg {
    flag("all", Words::new("mọi chỉ tiêu, nhiệm vụ và số liệu", "every target, duty and figure"), lang)
}

/// The error is the sentence that refuses.
fn read(matches: &ArgMatches, lang: Lang) -> Result<ReportArgs, String> {
    let year = |id: &str| matches.get_one::<i32>(id).copied();
    let time = match (year("year"), year("from"), year("to")) {
        (Some(year), ..) => Time::Year(year),
        (None, Some(from), Some(to)) if from <= to => Time::Years { from, to },
        (None, Some(from), Some(to)) => {
            return Err(say!(lang, "--from {from} sau --to {to}", "--from {from} is after --to {to}"));
        }
        _ => return Err(say!(lang, "thiếu --year", "--year is missing")),
    };
    let args = ReportArgs {
        units: values::many(matches, "units"),
        time,
        by: chosen(matches, "by", LEVELS),
        form: report_form(matches, lang)?,
        output: values::output(matches),
        targets: values::many(matches, "target"),
        all: matches.get_flag("all"),
        members: matches.get_flag("members"),
        public: matches.get_flag("public"),
        file: matches.get_flag("file"),
        against: matches.get_one::<PathBuf>("against").cloned(),
        force: matches.get_flag("force"),
    };
    together::sound(&args, matches.get_flag("names"), lang)?;
    Ok(args)
}

#[cfg(test)]
mod tests;
