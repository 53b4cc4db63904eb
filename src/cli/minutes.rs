//! `chibo minutes`: what it takes, and what its help says.

use std::path::PathBuf;

use clap::{ArgMatches, Command};

use crate::{
    cli::{
        Command as Cli, Entry, PaperOut,
        page::{Example, Page},
        paper,
    },
    lang::{Lang, Words},
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct MinutesArgs {
    /// The file, as typed.
    pub(crate) record: PathBuf,
    pub(crate) out: PaperOut,
}

const PAGE: Page = Page {
    name: "minutes",
    about: Words::new("In biên bản của một cuộc họp từ bản ghi", "Print the minutes of a meeting from its record"),
    usage: Words::new("[TÙY CHỌN] <BẢN GHI>", "[OPTIONS] <RECORD>"),
    notes: paper::NOTES,
    examples: &[
        Example {
            line: "chibo minutes 2018/2018-03-05-regular.toml -o bien-ban.docx",
            what: Words::new("tệp Word để ký", "a Word file to sign"),
        },
        Example {
            line: "chibo minutes 2018/2018-03-05-regular.toml -O html -o bien-ban.html",
            what: Words::new("một trang để in", "a page to print"),
        },
    ],
};

pub(super) const ENTRY: Entry =
    Entry { name: PAGE.name, command, read: |matches, lang| Ok(Cli::Minutes(read(matches, lang)?)) };

const SHOWN: Words = Words::new("BẢN GHI", "RECORD");

fn command(lang: Lang) -> Command {
    const RECORD: Words = Words::new("tệp bản ghi của cuộc họp", "the file of the meeting's record");
    PAGE.command(lang).arg(paper::record("record", SHOWN, RECORD, lang)).args(paper::options(lang))
}

fn read(matches: &ArgMatches, lang: Lang) -> Result<MinutesArgs, String> {
    Ok(MinutesArgs { record: paper::record_of("record", SHOWN, matches, lang)?, out: paper::read(matches, lang)? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::{PaperFormat, tests::run};

    #[test]
    fn every_option_is_read() {
        let plain = PaperOut { format: PaperFormat::Text, output: None, force: false, lang: Lang::Vi };
        assert_eq!(run("minutes a.toml"), Cli::Minutes(MinutesArgs { record: "a.toml".into(), out: plain }));
        let all = PaperOut { format: PaperFormat::Html, output: Some("b.html".into()), force: true, lang: Lang::En };
        let line = "minutes a.toml -o b.html --force --lang en";
        assert_eq!(run(line), Cli::Minutes(MinutesArgs { record: "a.toml".into(), out: all }));
    }
}
