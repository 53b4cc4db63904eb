//! `chibo new-agreement`: what it takes, and what its help says.

use clap::{ArgMatches, Command};

use crate::{
    cli::{
        Command as Cli, Entry,
        page::{Example, Page, option, positional},
        values,
    },
    date::Date,
    lang::{Lang, Words},
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NewAgreementArgs {
    /// `[COMMUNE]#VILLAGE`, or a cell. Absent: the cell that the command stands in.
    pub(crate) unit: Option<String>,
    /// Absent: today.
    pub(crate) signed: Option<Date>,
    /// The cells that sign, by their directories. Empty: those that lead the village.
    pub(crate) cells: Vec<String>,
    pub(crate) dry_run: bool,
}

const PAGE: Page = Page {
    name: "new-agreement",
    about: Words::new(
        "Ghi một quy chế phối hợp, điền sẵn bí thư và trưởng thôn giữ chức ngày ký",
        "Write a coordination agreement, to be signed by those in post that day",
    ),
    usage: Words::new(
        "[TÙY CHỌN] [XÃ]#<THÔN>\n          chibo new-agreement [TÙY CHỌN] [CHI BỘ]",
        "[OPTIONS] [COMMUNE]#<VILLAGE>\n       chibo new-agreement [OPTIONS] [CELL]",
    ),
    notes: Words::new(
        "Bí thư lấy trong roles.csv của chi bộ, trưởng thôn trong officials.csv của xã, theo ngày ký.\n\
         Trưởng thôn chưa là đảng viên thì có thêm chế độ báo cáo.\n\n\
         Mã thoát:\n  0  đã ghi, hoặc đã in (--dry-run)\n  2  không ghi\n  3  không có sổ dữ liệu hoặc thôn",
        "The secretaries are those of the cells' roles.csv, the head that of the commune's officials.csv,\n\
         on the day of signing. For a head who is no member of the Party it says how the head reports.\n\n\
         Exit codes:\n  0  written, or shown (--dry-run)\n  2  not written\n  3  no register, or no village",
    ),
    examples: &[
        Example {
            line: "chibo new-agreement xuan-quan#thon-1 --signed 10/02/2017",
            what: Words::new("quy chế của Thôn 1", "of Thôn 1"),
        },
        Example {
            line: "chibo new-agreement xuan-quan/chi-bo-thon-1",
            what: Words::new("thôn của chi bộ, ký hôm nay", "of the cell's village, signed today"),
        },
    ],
};

pub(super) const ENTRY: Entry =
    Entry { name: PAGE.name, command, read: |matches, _| Ok(Cli::NewAgreement(read(matches))) };

fn command(lang: Lang) -> Command {
    const UNIT: Words = Words::new(
        "thôn, dạng XÃ#THÔN hoặc #THÔN; hoặc chi bộ của thôn",
        "the village, as COMMUNE#VILLAGE or #VILLAGE; or a cell of it",
    );
    const SIGNED: Words = Words::new("ngày ký; không có thì hôm nay", "the day of signing; else today");
    const CELLS: Words = Words::new(
        "các chi bộ cùng ký; không có thì các chi bộ của thôn",
        "the cells that sign; else those that lead the village",
    );
    PAGE.command(lang)
        .arg(values::said(positional("unit", Words::new("THÔN", "VILLAGE"), UNIT, lang), lang))
        .arg(values::date_named("signed", SIGNED, lang))
        .arg(values::list(option("cells", Words::new("CHI BỘ,...", "CELL,..."), CELLS, lang), lang))
        .arg(values::dry_run(lang))
}

fn read(matches: &ArgMatches) -> NewAgreementArgs {
    NewAgreementArgs {
        unit: matches.get_one::<String>("unit").cloned(),
        signed: matches.get_one::<Date>("signed").copied(),
        cells: values::many(matches, "cells"),
        dry_run: matches.get_flag("dry-run"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{cli::tests::run, date::ymd};

    #[test]
    fn a_village_a_day_and_cells_are_read() {
        let expected = NewAgreementArgs {
            unit: Some("a#thon-1".to_owned()),
            signed: Some(ymd(2017, 2, 10)),
            cells: vec!["b".to_owned(), "c".to_owned()],
            dry_run: true,
        };
        assert_eq!(
            run("new-agreement a#thon-1 --signed 10/02/2017 --cells b,c --dry-run"),
            Cli::NewAgreement(expected)
        );
    }
}
