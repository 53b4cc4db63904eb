//! `chibo merge`: what it takes, and what its help says.

use std::path::PathBuf;

use clap::{ArgAction, ArgMatches, Command, ValueHint, value_parser};

use crate::{
    cli::{
        Command as Cli, Entry, ReportFormat,
        page::{Example, Page, positional},
        report, values,
    },
    lang::{Lang, Words},
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct MergeArgs {
    /// JSON reports of a year, as typed.
    pub(crate) files: Vec<PathBuf>,
    pub(crate) format: ReportFormat,
    /// As typed. Absent: standard output.
    pub(crate) output: Option<PathBuf>,
    pub(crate) all: bool,
    /// Write over an existing file.
    pub(crate) force: bool,
}

const PAGE: Page = Page {
    name: "merge",
    about: Words::new(
        "Cộng báo cáo JSON của nhiều huyện, nhiều tỉnh lập ở nơi khác thành một báo cáo",
        "Add the JSON reports of districts or provinces, made elsewhere, into one",
    ),
    usage: Words::new("[TÙY CHỌN] <BÁO CÁO.json>...", "[OPTIONS] <REPORT.json>..."),
    notes: Words::new(
        "Các báo cáo phải cùng năm, cùng ngày tính đến, cùng thiết lập, cùng chỉ tiêu; không đơn vị nào\n\
         được có hai lần. Số đếm thì cộng; kết quả, tỷ lệ, số cần thêm tính lại từ tổng. Bảng theo đơn vị\n\
         (--by) của từng báo cáo không giữ. Báo cáo đã cộng (-O json) lại cộng tiếp được.\n\
         Mã thoát như chibo report.",
        "The reports must agree in year, day, settings and targets, and no unit may be there twice.\n\
         Counts add; statuses, shares and needs are made again from the sums. The rows of a report's --by\n\
         are not kept. A merged report (-O json) can be merged again. Exit codes are those of chibo report.",
    ),
    examples: &[
        Example {
            line: "chibo report --year 2018 -o van-giang.json",
            what: Words::new("ở từng huyện, lập báo cáo để gửi", "in each district: the report to send"),
        },
        Example {
            line: "chibo merge van-giang.json my-hao.json",
            what: Words::new("số của các huyện cộng lại, và từng huyện", "the districts' sum, and each of them"),
        },
        Example {
            line: "chibo merge *.json -o tinh.json",
            what: Words::new("để cộng tiếp ở cấp trên", "to be merged again above"),
        },
    ],
};

pub(super) const ENTRY: Entry =
    Entry { name: PAGE.name, command, read: |matches, lang| Ok(Cli::Merge(read(matches, lang)?)) };

fn command(lang: Lang) -> Command {
    const FILES: Words = Words::new(
        "báo cáo JSON của một năm, do chibo report hoặc merge lập",
        "JSON reports of a year, by chibo report or merge",
    );
    PAGE.command(lang)
        .arg(
            positional("files", Words::new("BÁO CÁO.json", "REPORT.json"), FILES, lang)
                .action(ArgAction::Append)
                .num_args(1..)
                .required(true)
                .value_hint(ValueHint::FilePath)
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(report::format_option(lang))
        .arg(report::all_option(lang))
        .args(values::file_options(lang))
}

/// The error is the sentence that refuses.
fn read(matches: &ArgMatches, lang: Lang) -> Result<MergeArgs, String> {
    Ok(MergeArgs {
        files: values::many(matches, "files"),
        format: report::form(matches, lang)?,
        output: values::output(matches),
        all: matches.get_flag("all"),
        force: matches.get_flag("force"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::tests::{refused_en, run};

    #[test]
    fn every_option_is_read() {
        let expected = MergeArgs {
            files: vec!["a.json".into(), "b.json".into()],
            format: ReportFormat::Json,
            output: Some("c.json".into()),
            all: true,
            force: true,
        };
        assert_eq!(run("merge a.json b.json -o c.json --all --force"), Cli::Merge(expected));
    }

    #[test]
    fn a_report_is_required() {
        assert_eq!(refused_en("merge"), "error: <REPORT.json>... is missing\nsee: chibo merge --help\n");
    }
}
