//! `chibo import`: what it takes, and what its help says.

use std::path::PathBuf;

use clap::{ArgMatches, Command, ValueHint, value_parser};

use crate::{
    cli::{
        Command as Cli, Entry,
        page::{Example, Page, flag, positional},
    },
    form::plan::Prevails,
    lang::{Lang, Words, say},
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ImportArgs {
    /// As typed.
    pub(crate) file: PathBuf,
    pub(crate) write: bool,
    pub(crate) prevails: Option<Prevails>,
}

const PAGE: Page = Page {
    name: "import",
    about: Words::new("Nhập biểu Excel do chibo form lập", "Read back a workbook that chibo form made"),
    usage: Words::new("[TÙY CHỌN] <TỆP>", "[OPTIONS] <FILE>"),
    notes: Words::new("", ""),
    examples: &[
        Example {
            line: "chibo import so-chi-bo.xlsx",
            what: Words::new("xem tệp làm thay đổi gì, chưa ghi", "what the file would change"),
        },
        Example {
            line: "chibo import so-chi-bo.xlsx --write", what: Words::new("ghi vào sổ dữ liệu", "write it")
        },
    ],
};

pub(super) const ENTRY: Entry =
    Entry { name: PAGE.name, command, read: |matches, lang| Ok(Cli::Import(read(matches, lang)?)) };

fn command(lang: Lang) -> Command {
    const FILE: Words = Words::new("tệp .xlsx đã ghi", "the filled .xlsx file");
    const WRITE: Words = Words::new("ghi vào sổ dữ liệu; không có thì chỉ xem", "write; else only show");
    const MINE: Words = Words::new("chỗ xung đột giữ điều sổ dữ liệu ghi", "conflicts: keep what the register has");
    const THEIRS: Words = Words::new("chỗ xung đột lấy điều tệp ghi", "conflicts: take what the file has");
    PAGE.command(lang)
        .arg(
            positional("file", Words::new("TỆP", "FILE"), FILE, lang)
                .required(true)
                .value_hint(ValueHint::FilePath)
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(flag("write", WRITE, lang))
        .arg(flag("mine", MINE, lang).conflicts_with("theirs"))
        .arg(flag("theirs", THEIRS, lang))
}

fn read(matches: &ArgMatches, lang: Lang) -> Result<ImportArgs, String> {
    let file = matches.get_one::<PathBuf>("file").cloned();
    let prevails = match (matches.get_flag("mine"), matches.get_flag("theirs")) {
        (true, _) => Some(Prevails::Mine),
        (_, true) => Some(Prevails::Theirs),
        _ => None,
    };
    Ok(ImportArgs {
        file: file.ok_or_else(|| say!(lang, "thiếu TỆP", "FILE is missing"))?,
        write: matches.get_flag("write"),
        prevails,
    })
}
