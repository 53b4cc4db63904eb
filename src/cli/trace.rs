//! `chibo trace`: what it takes, and what its help says.

use std::path::PathBuf;

use clap::{ArgMatches, Command};

use crate::{
    cli::{
        Command as Cli, Entry, ReportFormat,
        choice::{Choice, chosen, limited},
        page::{Example, Page, option, positional},
        report::{EXTENSIONS, FORMAT_HELP, FORMATS},
        values,
    },
    lang::{Lang, Words, say},
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TraceArgs {
    pub(crate) target: String,
    /// Absent: the unit that the command stands in.
    pub(crate) unit: Option<String>,
    pub(crate) year: i32,
    /// The year to compare with.
    pub(crate) against: Option<i32>,
    /// Down to cells or villages at once.
    pub(crate) deep: bool,
    pub(crate) format: ReportFormat,
    /// As typed. Absent: standard output.
    pub(crate) output: Option<PathBuf>,
    /// Write over an existing file.
    pub(crate) force: bool,
}

const DEPTHS: &[Choice<bool>] = &[
    Choice::new("next", false, Words::new("các đơn vị ngay bên dưới (mặc định)", "the units just below (the default)")),
    Choice::new("cell", true, Words::new("từng chi bộ hoặc thôn", "each cell or village")),
];

const PAGE: Page = Page {
    name: "trace",
    about: Words::new("Một con số từ đâu ra: các bản ghi làm nên nó", "Where a number comes from: its records"),
    usage: Words::new("[TÙY CHỌN] --year <NĂM> <CHỈ TIÊU> [ĐƠN VỊ]", "[OPTIONS] --year <YEAR> <TARGET> [UNIT]"),
    notes: Words::new(
        "Dòng đầu trả lời \"vì sao con số này?\", để chép vào văn bản. Đơn vị thiếu nhiều nhất đứng trước.",
        "The first lines answer \"why this number?\", ready to paste. Units that are short the most come first.",
    ),
    examples: &[
        Example {
            line: "chibo trace attendance van-giang --year 2018", what: Words::new("từng xã", "each commune")
        },
        Example {
            line: "chibo trace attendance van-giang/xuan-quan/chi-bo-thon-1 --year 2018",
            what: Words::new("từng bản ghi của một chi bộ", "each record of a cell"),
        },
        Example {
            line: "chibo trace head-membership --year 2018 --against 2017 --depth cell",
            what: Words::new("thôn nào làm thay đổi con số", "which villages moved it"),
        },
    ],
};

pub(super) const ENTRY: Entry =
    Entry { name: PAGE.name, command, read: |matches, lang| Ok(Cli::Trace(read(matches, lang)?)) };

fn command(lang: Lang) -> Command {
    const TARGET: Words = Words::new("mã chỉ tiêu, như attendance", "the target's id, such as attendance");
    const UNIT: Words =
        Words::new("đơn vị; không có thì đơn vị của thư mục hiện tại", "the unit; else the one you stand in");
    const AGAINST: Words = Words::new("so với năm này: đơn vị nào làm thay đổi", "compare with this year");
    const DEPTH: Words = Words::new("xuống đến đâu:", "how far down:");
    PAGE.command(lang)
        .arg(
            positional("target", Words::new("CHỈ TIÊU", "TARGET"), TARGET, lang)
                .required(true)
                .value_parser(move |text: &str| values::text(text, lang)),
        )
        .arg(
            positional("unit", Words::new("ĐƠN VỊ", "UNIT"), UNIT, lang)
                .value_parser(move |text: &str| values::text(text, lang)),
        )
        .arg(
            values::year_option(Words::new("năm của con số (bắt buộc)", "the figure's year (required)"), lang)
                .required(true),
        )
        .arg(values::year_named("against", AGAINST, lang))
        .arg(limited(option("depth", Words::new("CẤP", "DEPTH"), DEPTH, lang), DEPTHS, lang))
        .arg(limited(option("format", Words::new("DẠNG", "FORMAT"), FORMAT_HELP, lang), FORMATS, lang).short('O'))
        .args(values::file_options(lang))
}

fn read(matches: &ArgMatches, lang: Lang) -> Result<TraceArgs, String> {
    let missing = |what: &str| say!(lang, "thiếu {what}", "{what} is missing");
    Ok(TraceArgs {
        target: matches.get_one::<String>("target").cloned().ok_or_else(|| missing("TARGET"))?,
        unit: matches.get_one::<String>("unit").cloned(),
        year: matches.get_one::<i32>("year").copied().ok_or_else(|| missing("--year"))?,
        against: matches.get_one::<i32>("against").copied(),
        deep: chosen(matches, "depth", DEPTHS).unwrap_or(false),
        format: values::form(matches, FORMATS, &EXTENSIONS, ReportFormat::Table, lang)?,
        output: values::output(matches),
        force: matches.get_flag("force"),
    })
}
