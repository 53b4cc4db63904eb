//! `chibo sign-in`: what it takes, and what its help says.

use clap::{ArgMatches, Command};

use crate::{
    cli::{
        Command as Cli, Entry, PaperOut,
        choice::{chosen, limited},
        new_meeting::KINDS,
        page::{Example, Page, option, positional},
        paper, values,
    },
    date::Date,
    lang::{Lang, Words},
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SignInArgs {
    /// Absent: the cell that the command stands in.
    pub(crate) cell: Option<String>,
    /// Absent: today.
    pub(crate) date: Option<Date>,
    /// Absent: that of the day's record, else regular.
    pub(crate) kind: Option<&'static str>,
    pub(crate) out: PaperOut,
}

const PAGE: Page = Page {
    name: "sign-in",
    about: Words::new(
        "In danh sách điểm danh một buổi sinh hoạt, để ký tên",
        "Print the attendance sheet of a meeting, to be signed",
    ),
    usage: Words::new("[TÙY CHỌN] [CHI BỘ]", "[OPTIONS] [CELL]"),
    notes: paper::NOTES,
    examples: &[
        Example {
            line: "chibo sign-in --date 05/03/2018 -o diem-danh.docx",
            what: Words::new("tệp Word để in", "a Word file to print"),
        },
        Example {
            line: "chibo sign-in xuan-quan/chi-bo-thon-1 --kind committee",
            what: Words::new("họp chi ủy hôm nay", "today's meeting of the committee"),
        },
    ],
};

pub(super) const ENTRY: Entry =
    Entry { name: PAGE.name, command, read: |matches, lang| Ok(Cli::SignIn(read(matches, lang)?)) };

fn command(lang: Lang) -> Command {
    const CELL: Words =
        Words::new("chi bộ; không có thì chi bộ của thư mục hiện tại", "the cell; else the one you stand in");
    const DATE: Words =
        Words::new("ngày họp: 2018-03-05 hoặc 05/03/2018; không có thì hôm nay", "the meeting's day; else today");
    const KIND: Words = Words::new(
        "loại cuộc họp; không có thì theo bản ghi của ngày đó:",
        "kind of meeting; else that of the day's record:",
    );
    PAGE.command(lang)
        .arg(
            positional("cell", Words::new("CHI BỘ", "CELL"), CELL, lang)
                .value_parser(move |text: &str| values::text(text, lang)),
        )
        .arg(values::date_named("date", DATE, lang))
        .arg(limited(option("kind", Words::new("LOẠI", "KIND"), KIND, lang), KINDS, lang))
        .args(paper::options(lang))
}

fn read(matches: &ArgMatches, lang: Lang) -> Result<SignInArgs, String> {
    Ok(SignInArgs {
        cell: matches.get_one::<String>("cell").cloned(),
        date: matches.get_one::<Date>("date").copied(),
        kind: chosen(matches, "kind", KINDS),
        out: paper::read(matches, lang)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        cli::{PaperFormat, tests::run},
        date::ymd,
    };

    #[test]
    fn every_option_is_read() {
        let out = PaperOut { format: PaperFormat::Docx, output: Some("a.docx".into()), force: true, lang: Lang::Vi };
        let all = SignInArgs { cell: Some("a".into()), date: Some(ymd(2018, 3, 5)), kind: Some("committee"), out };
        assert_eq!(run("sign-in a --date 05/03/2018 --kind committee -o a.docx --force"), Cli::SignIn(all));
        let out = PaperOut { format: PaperFormat::Text, output: None, force: false, lang: Lang::En };
        let none = SignInArgs { cell: None, date: None, kind: None, out };
        assert_eq!(run("--lang en sign-in"), Cli::SignIn(none));
    }
}
