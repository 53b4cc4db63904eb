//! `chibo new-briefing`: what it takes, and what its help says.

use clap::{ArgMatches, Command};

use crate::{
    cli::{
        Command as Cli, Entry,
        choice::{Choice, chosen, limited},
        page::{Example, Page, option, positional},
        values,
    },
    date::Date,
    lang::{Lang, Words},
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NewBriefingArgs {
    /// As typed. Absent: the one that the command stands in.
    pub(crate) cell: Option<String>,
    /// Absent: today.
    pub(crate) date: Option<Date>,
    /// `2018-03`, however it was typed. Absent: the month of the date.
    pub(crate) month: Option<String>,
    pub(crate) secretary: bool,
    pub(crate) head: bool,
    /// Absent: not recorded.
    pub(crate) deputy: Option<bool>,
    pub(crate) topics: Option<String>,
    pub(crate) dry_run: bool,
}

const YES_NO: &[Choice<bool>] = &[
    Choice::new("yes", true, Words::new("có dự", "attended")),
    Choice::new("no", false, Words::new("vắng", "absent")),
];

const PAGE: Page = Page {
    name: "new-briefing",
    about: Words::new(
        "Ghi một buổi giao ban của bí thư với trưởng thôn vào briefings.csv của năm",
        "Record a briefing of secretary and village head in the year's briefings.csv",
    ),
    usage: Words::new("[TÙY CHỌN] [CHI BỘ]", "[OPTIONS] [CELL]"),
    notes: Words::new(
        "Không ghi gì khác thì là hôm nay, bí thư và trưởng thôn đều dự.\n\
         Tháng đã có giao ban thì không ghi nữa.\n\n\
         Mã thoát:\n  0  đã ghi, hoặc đã in (--dry-run)\n  2  không ghi\n  3  không có sổ dữ liệu hoặc chi bộ",
        "Unless told otherwise it was today, and both came. A month that has a briefing gets no second one.\n\n\
         Exit codes:\n  0  written, or shown (--dry-run)\n  2  not written\n  3  no register, or no cell",
    ),
    examples: &[
        Example {
            line: "chibo new-briefing chi-bo-thon-1",
            what: Words::new("hôm nay, hai người đều dự", "today, both came"),
        },
        Example {
            line: "chibo new-briefing --date 01/03/2018 --month T2/2018 --deputy yes",
            what: Words::new("giao ban của tháng 2", "the briefing of February"),
        },
    ],
};

pub(super) const ENTRY: Entry =
    Entry { name: PAGE.name, command, read: |matches, _| Ok(Cli::NewBriefing(read(matches))) };

fn command(lang: Lang) -> Command {
    const CELL: Words = Words::new(
        "đường dẫn của chi bộ; không có thì chi bộ của thư mục hiện tại",
        "the cell's path; else the cell you stand in",
    );
    const MONTH: Words = Words::new(
        "của tháng nào, nếu khác tháng của ngày: 2018-03, T3/2018",
        "month it counts for, if not that of its day: 2018-03, T3/2018",
    );
    const SECRETARY: Words = Words::new("bí thư (mặc định có dự):", "the secretary (attended by default):");
    const HEAD: Words = Words::new("trưởng thôn (mặc định có dự):", "the village head (attended by default):");
    const DEPUTY: Words =
        Words::new("phó trưởng thôn (mặc định không ghi):", "the deputy head (not recorded by default):");
    const TOPICS: Words = Words::new("nội dung", "what was discussed");
    let attended = Words::new("CÓ", "CAME");
    PAGE.command(lang)
        .arg(values::said(positional("cell", Words::new("CHI BỘ", "CELL"), CELL, lang), lang))
        .arg(values::event_date(lang))
        .arg(
            option("month", Words::new("THÁNG", "MONTH"), MONTH, lang)
                .value_parser(move |v: &str| values::month(v, lang)),
        )
        .arg(limited(option("secretary", attended, SECRETARY, lang), YES_NO, lang))
        .arg(limited(option("head", attended, HEAD, lang), YES_NO, lang))
        .arg(limited(option("deputy", attended, DEPUTY, lang), YES_NO, lang))
        .arg(values::said(option("topics", Words::new("NỘI DUNG", "TEXT"), TOPICS, lang), lang))
        .arg(values::dry_run(lang))
}

fn read(matches: &ArgMatches) -> NewBriefingArgs {
    NewBriefingArgs {
        cell: matches.get_one::<String>("cell").cloned(),
        date: matches.get_one::<Date>("date").copied(),
        month: matches.get_one::<String>("month").cloned(),
        secretary: chosen(matches, "secretary", YES_NO).unwrap_or(true),
        head: chosen(matches, "head", YES_NO).unwrap_or(true),
        deputy: chosen(matches, "deputy", YES_NO),
        topics: matches.get_one::<String>("topics").cloned(),
        dry_run: matches.get_flag("dry-run"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{cli::tests::run, date::ymd};

    #[test]
    fn both_came_unless_it_is_told_otherwise() {
        let plain = NewBriefingArgs {
            cell: None,
            date: None,
            month: None,
            secretary: true,
            head: true,
            deputy: None,
            topics: None,
            dry_run: false,
        };
        assert_eq!(run("new-briefing"), Cli::NewBriefing(plain.clone()));
        let told = NewBriefingArgs {
            cell: Some("a".to_owned()),
            date: Some(ymd(2018, 3, 1)),
            month: Some("2018-02".to_owned()),
            head: false,
            deputy: Some(true),
            topics: Some("an ninh".to_owned()),
            dry_run: true,
            ..plain
        };
        let line =
            "new-briefing a --date 01/03/2018 --month T2/2018 --head no --deputy yes --topics \"an ninh\" --dry-run";
        assert_eq!(run(line), Cli::NewBriefing(told));
    }
}
