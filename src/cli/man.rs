//! `chibo man`: what it takes, and what its help says.

use std::path::PathBuf;

use clap::{ArgMatches, Command};

use crate::{
    cli::{
        Command as Cli, Entry,
        page::{Example, Page},
        values,
    },
    lang::{Lang, Words},
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ManArgs {
    /// A directory for a page a command, as typed. Absent: the program's page, to standard output.
    pub(crate) output: Option<PathBuf>,
    /// Write over existing files.
    pub(crate) force: bool,
}

const PAGE: Page = Page {
    name: "man",
    about: Words::new("In trang hướng dẫn cho lệnh man", "Print manual pages for man"),
    usage: Words::new("[TÙY CHỌN]", "[OPTIONS]"),
    notes: Words::new("", ""),
    examples: &[
        Example {
            line: "chibo man",
            what: Words::new("trang của chương trình, in ra", "the page of the program, printed"),
        },
        Example {
            line: "chibo man -o man1",
            what: Words::new(
                "mỗi lệnh một trang: chibo.1, chibo-check.1…",
                "a page a command: chibo.1, chibo-check.1…",
            ),
        },
    ],
};

pub(super) const ENTRY: Entry = Entry { name: PAGE.name, command, read: |matches, _| Ok(Cli::Man(read(matches))) };

fn command(lang: Lang) -> Command {
    PAGE.command(lang).args(values::directory_options(lang))
}

fn read(matches: &ArgMatches) -> ManArgs {
    ManArgs { output: values::output(matches), force: matches.get_flag("force") }
}
