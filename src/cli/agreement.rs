//! `chibo agreement`: what it takes, and what its help says.

use std::path::PathBuf;

use clap::{ArgMatches, Command, ValueHint, value_parser};

use crate::{
    cli::{
        Command as Cli, Entry, PaperOut,
        page::{Example, Page, positional},
        paper,
    },
    lang::{Lang, Words, say},
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

fn command(lang: Lang) -> Command {
    const FILE: Words = Words::new("tệp quy chế trong thư mục agreements của xã", "a file of the commune's agreements");
    PAGE.command(lang)
        .arg(
            positional("file", Words::new("TỆP", "FILE"), FILE, lang)
                .required(true)
                .value_hint(ValueHint::FilePath)
                .value_parser(value_parser!(PathBuf)),
        )
        .args(paper::options(lang))
}

fn read(matches: &ArgMatches, lang: Lang) -> Result<AgreementArgs, String> {
    let file = matches.get_one::<PathBuf>("file").cloned();
    Ok(AgreementArgs {
        file: file.ok_or_else(|| say!(lang, "thiếu TỆP", "FILE is missing"))?,
        out: paper::read(matches, lang)?,
    })
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
