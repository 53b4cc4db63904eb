//! `chibo schema`: what it takes, and what its help says.

use std::path::PathBuf;

use clap::{ArgMatches, Command};

use crate::{
    cli::{
        Command as Cli, Entry,
        choice::one_of,
        page::{Example, Page, positional},
        values,
    },
    lang::{Lang, Words},
    records::kinds::KINDS,
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SchemaArgs {
    /// Absent: every kind.
    pub(crate) kind: Option<String>,
    /// A directory, as typed. Absent: standard output.
    pub(crate) output: Option<PathBuf>,
    /// Write over existing files.
    pub(crate) force: bool,
}

const PAGE: Page = Page {
    name: "schema",
    about: Words::new(
        "In JSON Schema của bản ghi TOML, để trình soạn thảo gợi ý khóa và báo lỗi khi gõ",
        "Print the JSON Schema of TOML records, for editors to suggest keys and mark errors",
    ),
    usage: Words::new("[TÙY CHỌN] [LOẠI]", "[OPTIONS] [KIND]"),
    notes: Words::new(
        "Trong VS Code, cài tiện ích Even Better TOML, rồi ghi ở dòng đầu của bản ghi, ví dụ cell.toml:\n  \
         #:schema ../schemas/cell.schema.json",
        "In VS Code, install the extension Even Better TOML, then begin the record, such as cell.toml, with:\n  \
         #:schema ../schemas/cell.schema.json",
    ),
    examples: &[
        Example {
            line: "chibo schema meeting", what: Words::new("của cuộc họp, in ra", "of a meeting, printed")
        },
        Example {
            line: "chibo schema -o schemas",
            what: Words::new("của mọi loại, mỗi loại một tệp", "of every kind, a file each"),
        },
    ],
};

pub(super) const ENTRY: Entry = Entry { name: PAGE.name, command, read: |matches, _| Ok(Cli::Schema(read(matches))) };

fn command(lang: Lang) -> Command {
    let kinds: Vec<_> = KINDS.iter().map(|kind| (kind.name, kind.doc.of(lang))).collect();
    let kind = positional("kind", Words::new("LOẠI", "KIND"), KIND_HELP, lang);
    PAGE.command(lang).arg(one_of(kind, &kinds)).args(values::directory_options(lang))
}

const KIND_HELP: Words = Words::new("loại bản ghi; không có thì mọi loại:", "kind of record; else every kind:");

fn read(matches: &ArgMatches) -> SchemaArgs {
    SchemaArgs {
        kind: matches.get_one::<String>("kind").cloned(),
        output: values::output(matches),
        force: matches.get_flag("force"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::tests::run;

    fn schema(line: &str) -> SchemaArgs {
        match run(line) {
            Cli::Schema(args) => args,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn every_option_is_read() {
        let none = SchemaArgs { kind: None, output: None, force: false };
        assert_eq!(schema("schema"), none);
        assert_eq!(schema("schema -o -"), none);
        let all = SchemaArgs { kind: Some("cell-year".to_owned()), output: Some("s".into()), force: true };
        assert_eq!(schema("schema cell-year -o s --force"), all);
    }
}
