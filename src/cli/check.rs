//! `chibo check`: what it takes, and what its help says.

use std::path::PathBuf;

use clap::{ArgMatches, Command};

use crate::{
    cli::{
        Command as Cli, Entry,
        choice::{Choice, chosen, limited},
        page::{Example, Page, flag, option},
        values,
    },
    lang::{Lang, Words},
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CheckArgs {
    /// Empty: the unit that the command stands in.
    pub(crate) units: Vec<String>,
    pub(crate) format: CheckFormat,
    /// As typed. Absent: standard output.
    pub(crate) output: Option<PathBuf>,
    /// Write over an existing file.
    pub(crate) force: bool,
    pub(crate) fail_on: FailOn,
    /// Of the shortfalls. Absent: the year in which the period ends.
    pub(crate) year: Option<i32>,
    pub(crate) all_years: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CheckFormat {
    Full,
    Concise,
    Json,
    Github,
    Gitlab,
    Junit,
    Sarif,
    Markdown,
}

/// What a file name's ending says of its form.
const EXTENSIONS: [(&str, CheckFormat); 6] = [
    ("txt", CheckFormat::Full),
    ("json", CheckFormat::Json),
    ("sarif", CheckFormat::Sarif),
    ("xml", CheckFormat::Junit),
    ("md", CheckFormat::Markdown),
    ("markdown", CheckFormat::Markdown),
];

/// The lowest level that makes the exit code 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FailOn {
    Error,
    Shortfall,
    Warning,
    Never,
}

const FORMATS: &[Choice<CheckFormat>] = &[
    Choice::new(
        "full",
        CheckFormat::Full,
        Words::new(
            "mỗi phát hiện kèm đoạn bản ghi (mặc định)",
            "each finding with its lines of the record (the default)",
        ),
    ),
    Choice::new("concise", CheckFormat::Concise, Words::new("mỗi phát hiện một dòng", "each finding on one line")),
    Choice::new("json", CheckFormat::Json, Words::new("cho chương trình khác đọc", "for other programs")),
    Choice::new(
        "github",
        CheckFormat::Github,
        Words::new("ghi chú trong GitHub Actions", "annotations of GitHub Actions"),
    ),
    Choice::new(
        "gitlab",
        CheckFormat::Gitlab,
        Words::new("báo cáo Code Quality của GitLab", "report for GitLab Code Quality"),
    ),
    Choice::new(
        "junit",
        CheckFormat::Junit,
        Words::new("JUnit XML, mỗi đơn vị một bộ kiểm thử", "JUnit XML, a test suite a unit"),
    ),
    Choice::new(
        "sarif",
        CheckFormat::Sarif,
        Words::new("SARIF 2.1.0, cho code scanning của GitHub", "SARIF 2.1.0, for GitHub code scanning"),
    ),
    Choice::new(
        "markdown",
        CheckFormat::Markdown,
        Words::new("bảng Markdown, cho trang tóm tắt của CI", "Markdown tables, for the summary page of CI"),
    ),
];

const LEVELS: &[Choice<FailOn>] = &[
    Choice::new("error", FailOn::Error, Words::new("chỉ khi có lỗi", "errors only")),
    Choice::new(
        "shortfall",
        FailOn::Shortfall,
        Words::new("lỗi hoặc chưa đạt (mặc định)", "errors and shortfalls (the default)"),
    ),
    Choice::new(
        "warning",
        FailOn::Warning,
        Words::new("lỗi, chưa đạt hoặc cảnh báo", "errors, shortfalls and warnings"),
    ),
    Choice::new("never", FailOn::Never, Words::new("không bao giờ", "nothing")),
];

const PAGE: Page = Page {
    name: "check",
    about: Words::new(
        "Tìm lỗi trong bản ghi và những chỗ chưa đạt so với đề án",
        "Find what is wrong with the records and where the plan is not met",
    ),
    usage: Words::new("[TÙY CHỌN] [ĐƠN VỊ]...", "[OPTIONS] [UNIT]..."),
    notes: Words::new(
        "Mã thoát:\n  0  không có phát hiện nào từ mức --fail-on trở lên\n  1  có phát hiện như vậy\n  \
         2  không làm được việc: dòng lệnh, thiết lập, đọc hoặc ghi tệp\n  3  không có sổ dữ liệu hoặc không có đơn vị",
        "Exit codes:\n  0  no finding at or above --fail-on\n  1  there are such findings\n  \
         2  the work could not be done: command line, settings, reading or writing\n  3  no register, or no unit",
    ),
    examples: &[
        Example {
            line: "chibo check", what: Words::new("đơn vị của thư mục hiện tại", "the unit you stand in")
        },
        Example {
            line: "chibo check van-giang/xuan-quan --all-years",
            what: Words::new("một xã, chưa đạt của mọi năm", "one commune, shortfalls of every year"),
        },
        Example {
            line: "chibo check -O github --fail-on error",
            what: Words::new("trong CI, chỉ lỗi mới tính", "in CI, where only errors count"),
        },
    ],
};

pub(super) const ENTRY: Entry =
    Entry { name: PAGE.name, command, read: |matches, lang| Ok(Cli::Check(read(matches, lang)?)) };

fn command(lang: Lang) -> Command {
    PAGE.command(lang)
        .arg(values::units(lang))
        .arg(
            limited(
                option(
                    "format",
                    Words::new("DẠNG", "FORMAT"),
                    Words::new(
                        "dạng kết quả; không có thì theo đuôi của -o:",
                        "form of the output; else told from the ending of -o:",
                    ),
                    lang,
                ),
                FORMATS,
                lang,
            )
            .short('O'),
        )
        .args(values::file_options(lang))
        .arg(limited(option("fail-on", Words::new("MỨC", "LEVEL"), FAIL_ON_HELP, lang), LEVELS, lang))
        .arg(values::year_option(YEAR_HELP, lang))
        .arg(flag("all-years", ALL_YEARS_HELP, lang).conflicts_with("year"))
}

const FAIL_ON_HELP: Words = Words::new("điều gì làm mã thoát thành 1:", "what makes the exit code 1:");
const YEAR_HELP: Words = Words::new(
    "chưa đạt của năm này; không có thì năm kết thúc kỳ",
    "shortfalls of this year; else of the year in which the period ends",
);
const ALL_YEARS_HELP: Words = Words::new("chưa đạt của mọi năm", "shortfalls of every year");

/// The error is the sentence that refuses.
fn read(matches: &ArgMatches, lang: Lang) -> Result<CheckArgs, String> {
    Ok(CheckArgs {
        units: values::many(matches, "units"),
        format: values::form(matches, FORMATS, &EXTENSIONS, CheckFormat::Full, lang)?,
        output: values::output(matches),
        force: matches.get_flag("force"),
        fail_on: chosen(matches, "fail-on", LEVELS).unwrap_or(FailOn::Shortfall),
        year: matches.get_one::<i32>("year").copied(),
        all_years: matches.get_flag("all-years"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::tests::{refused_vi, run};

    fn check(line: &str) -> CheckArgs {
        match run(line) {
            Cli::Check(args) => args,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn without_options_everything_is_at_its_default() {
        let expected = CheckArgs {
            units: Vec::new(),
            format: CheckFormat::Full,
            output: None,
            force: false,
            fail_on: FailOn::Shortfall,
            year: None,
            all_years: false,
        };
        assert_eq!(check("check"), expected);
    }

    #[test]
    fn every_option_is_read() {
        let expected = CheckArgs {
            units: vec!["van-giang".to_owned(), "my-hao/nhan-hoa#thon-1".to_owned()],
            format: CheckFormat::Json,
            output: Some("a.sarif".into()),
            force: true,
            fail_on: FailOn::Never,
            year: Some(2018),
            all_years: false,
        };
        let line = "check van-giang -O json -o a.sarif --force --fail-on never --year 2018 my-hao/nhan-hoa#thon-1";
        assert_eq!(check(line), expected);
        assert!(check("check --all-years").all_years);
    }

    #[test]
    fn the_ending_of_the_file_tells_the_form() {
        let endings = [("a.sarif", CheckFormat::Sarif), ("a.XML", CheckFormat::Junit), ("a", CheckFormat::Full)];
        for (file, format) in endings {
            assert_eq!(check(&format!("check -o {file}")).format, format, "{file}");
        }
    }

    #[test]
    fn one_year_and_all_years_exclude_each_other() {
        let expected = "lỗi: --year không đi cùng --all-years\nxem: chibo check --help\n";
        assert_eq!(refused_vi("check --year 2018 --all-years"), expected);
    }
}
