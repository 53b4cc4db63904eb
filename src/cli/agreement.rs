//! `chibo agreement`: what it takes, and what its help says.

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
pub(crate) struct AgreementArgs {
    /// The file, as typed.
    pub(crate) file: PathBuf,
    pub(crate) out: PaperOut,
}

const PAGE: Page = Page {
    name: "agreement",
    about: Words::new(
        "In quy chế phối hợp của bí thư và trưởng thôn thành văn bản",
        "Print a coordination agreement as a document",
    ),
    usage: Words::new("[TÙY CHỌN] <TỆP>", "[OPTIONS] <FILE>"),
    notes: paper::NOTES,
    examples: &[
        Example {
            line: "chibo agreement agreements/thon-1-2017-02-10.toml",
            what: Words::new("xem trên màn hình", "to look at"),
        },
        Example {
            line: "chibo agreement agreements/thon-1-2017-02-10.toml -o quy-che.docx",
            what: Words::new("tệp Word để ký", "a Word file to sign"),
        },
    ],
};

pub(super) const ENTRY: Entry =
    Entry { name: PAGE.name, command, read: |matches, lang| Ok(Cli::Agreement(read(matches, lang)?)) };

const SHOWN: Words = Words::new("TỆP", "FILE");

fn command(lang: Lang) -> Command {
    const FILE: Words = Words::new("tệp quy chế trong thư mục agreements của xã", "a file of the commune's agreements");
    PAGE.command(lang).arg(paper::record("file", SHOWN, FILE, lang)).args(paper::options(lang))
}

fn read(matches: &ArgMatches, lang: Lang) -> Result<AgreementArgs, String> {
    Ok(AgreementArgs { file: paper::record_of("file", SHOWN, matches, lang)?, out: paper::read(matches, lang)? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::{PaperFormat, tests::run};

    #[test]
    fn every_option_is_read() {
        let plain = PaperOut { format: PaperFormat::Text, output: None, force: false, lang: Lang::Vi };
        assert_eq!(run("agreement a.toml"), Cli::Agreement(AgreementArgs { file: "a.toml".into(), out: plain }));
        let all = PaperOut { format: PaperFormat::Html, output: Some("b.html".into()), force: true, lang: Lang::En };
        let line = "agreement a.toml -o b.html --force --lang en";
        assert_eq!(run(line), Cli::Agreement(AgreementArgs { file: "a.toml".into(), out: all }));
    }
}
