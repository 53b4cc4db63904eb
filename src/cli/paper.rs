//! What the commands that print paper take alike: the form, the file, the language of the paper.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, ValueHint, value_parser};

use crate::{
    cli::{
        choice::{Choice, limited},
        page::{option, positional},
        values,
    },
    lang::{Lang, Words, say},
};

/// How a paper is put out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PaperOut {
    pub(crate) format: PaperFormat,
    /// As typed. Absent: standard output.
    pub(crate) output: Option<PathBuf>,
    /// Write over an existing file.
    pub(crate) force: bool,
    /// An office's paper is Vietnamese, whatever the language of messages; English only where the command line asks.
    pub(crate) lang: Lang,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PaperFormat {
    Docx,
    Html,
    Markdown,
    Text,
}

const FORMATS: &[Choice<PaperFormat>] = &[
    Choice::new("docx", PaperFormat::Docx, Words::new("tệp Word", "a Word file")),
    Choice::new("html", PaperFormat::Html, Words::new("một trang web, in ra khổ A4", "a page, printed on A4")),
    Choice::new(
        "markdown",
        PaperFormat::Markdown,
        Words::new("Markdown, cho trang của kho git", "Markdown, for a page of a forge"),
    ),
    Choice::new("text", PaperFormat::Text, Words::new("chữ thường (mặc định)", "plain text (the default)")),
];

/// What a file name's ending says of its form.
const EXTENSIONS: [(&str, PaperFormat); 5] = [
    ("docx", PaperFormat::Docx),
    ("html", PaperFormat::Html),
    ("htm", PaperFormat::Html),
    ("md", PaperFormat::Markdown),
    ("txt", PaperFormat::Text),
];

/// In every help.
pub(super) const NOTES: Words = Words::new(
    "Văn bản là dự thảo theo thể thức của Đảng vào ngày của nó; số để trống, chỗ chưa ghi để điền tay.\n\
     Họ tên lấy từ names.csv; không có thì để dòng trống kèm mã. Giấy luôn bằng tiếng Việt, trừ khi ghi\n\
     --lang en: đó là bản dịch để đọc.",
    "A draft in the Party's official layout of its day; the number is blank, and what is not recorded is\n\
     left to be filled in. Names come from names.csv; else a line to fill in, with the id. The paper is\n\
     Vietnamese whatever the machine speaks; --lang en gives a rendering for English readers.",
);

pub(super) fn options(lang: Lang) -> [Arg; 3] {
    const FORMAT: Words = Words::new(
        "dạng kết quả; không có thì theo đuôi của -o:",
        "form of the output; else told from the ending of -o:",
    );
    let format = limited(option("format", Words::new("DẠNG", "FORMAT"), FORMAT, lang), FORMATS, lang).short('O');
    let [output, force] = values::file_options(lang);
    [format, output, force]
}

/// The record that is printed, as one argument.
pub(super) fn record(name: &'static str, shown: Words, help: Words, lang: Lang) -> Arg {
    positional(name, shown, help, lang)
        .required(true)
        .value_hint(ValueHint::FilePath)
        .value_parser(value_parser!(PathBuf))
}

/// The record that was named.
pub(super) fn record_of(name: &str, shown: Words, matches: &ArgMatches, lang: Lang) -> Result<PathBuf, String> {
    let shown = shown.of(lang);
    matches.get_one::<PathBuf>(name).cloned().ok_or_else(|| say!(lang, "thiếu {shown}", "{shown} is missing"))
}

pub(super) fn read(matches: &ArgMatches, lang: Lang) -> Result<PaperOut, String> {
    let asks_english = matches.get_one::<String>("lang").is_some_and(|lang| lang == "en");
    Ok(PaperOut {
        format: values::form(matches, FORMATS, &EXTENSIONS, PaperFormat::Text, lang)?,
        output: values::output(matches),
        force: matches.get_flag("force"),
        lang: if asks_english { Lang::En } else { Lang::Vi },
    })
}
