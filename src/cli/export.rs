//! `chibo export`: what it takes, and what its help says.

use std::path::PathBuf;

use clap::{ArgMatches, Command, ValueHint, value_parser};

use crate::{
    cli::{
        Command as Cli, Entry,
        choice::{Choice, chosen, limited},
        page::{Example, Page, flag, option, positional},
    },
    export::rows::Format,
    lang::{Lang, Words, say},
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ExportArgs {
    /// As typed, from the working directory.
    pub(crate) directory: PathBuf,
    pub(crate) format: Format,
    /// Write over an earlier export.
    pub(crate) force: bool,
}

const FORMATS: &[Choice<Format>] = &[
    Choice::new("csv", Format::Csv, Words::new("mỗi bảng một tệp CSV (mặc định)", "a CSV file a table (the default)")),
    Choice::new("ndjson", Format::Ndjson, Words::new("mỗi dòng một đối tượng JSON", "a JSON object a line")),
];

const PAGE: Page = Page {
    name: "export",
    about: Words::new(
        "Xuất bảng dữ kiện cho công cụ phân tích (DuckDB, Spark, bảng tính)",
        "Write fact tables for analysis engines (DuckDB, Spark, spreadsheets)",
    ),
    usage: Words::new("[TÙY CHỌN] <THƯ MỤC>", "[OPTIONS] <DIR>"),
    notes: Words::new(
        "Xuất đơn vị của thư mục hiện tại, mọi năm. datapackage.json mô tả các bảng, schema.sql tạo bảng,\n\
         sql/ tính chỉ tiêu. Không có tên người, mã trong sổ, lý do, lời văn; đảng viên đánh số lại theo\n\
         từng lần xuất. --names thêm tên và mã: khi đó bản xuất là tài liệu nội bộ.\n\
         Mã thoát như chibo report: 1 khi có bản ghi lỗi phải để ngoài số liệu.",
        "Writes the unit you stand in, all years. datapackage.json describes the tables, schema.sql makes\n\
         them, sql/ counts targets. No names, no ids of the register, no reasons, no words of minutes;\n\
         people are numbered anew in each export. --names adds names and ids: it is internal then.\n\
         Exit codes are those of chibo report: 1 where records with errors had to be left out.",
    ),
    examples: &[
        Example { line: "chibo export ../ban-xuat", what: Words::new("các bảng CSV", "the tables as CSV") },
        Example {
            line: "chibo export ../ban-xuat -O ndjson --force",
            what: Words::new("dạng khác, ghi đè lần xuất trước", "another form, over the earlier export"),
        },
    ],
};

pub(super) const ENTRY: Entry =
    Entry { name: PAGE.name, command, read: |matches, lang| Ok(Cli::Export(read(matches, lang)?)) };

fn command(lang: Lang) -> Command {
    const DIRECTORY: Words = Words::new(
        "thư mục trống hoặc chưa có, ở ngoài sổ dữ liệu",
        "a directory that is empty or not there yet, outside the register",
    );
    const FORMAT: Words = Words::new("dạng của các bảng:", "form of the tables:");
    const FORCE: Words = Words::new("ghi đè lần xuất trước", "write over an earlier export");
    PAGE.command(lang)
        .arg(
            positional("directory", Words::new("THƯ MỤC", "DIR"), DIRECTORY, lang)
                .required(true)
                .value_hint(ValueHint::DirPath)
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(limited(option("format", Words::new("DẠNG", "FORMAT"), FORMAT, lang), FORMATS, lang).short('O'))
        .arg(flag("force", FORCE, lang))
}

fn read(matches: &ArgMatches, lang: Lang) -> Result<ExportArgs, String> {
    let directory = matches.get_one::<PathBuf>("directory").cloned();
    Ok(ExportArgs {
        directory: directory.ok_or_else(|| say!(lang, "thiếu THƯ MỤC", "DIR is missing"))?,
        format: chosen(matches, "format", FORMATS).unwrap_or(Format::Csv),
        force: matches.get_flag("force"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::tests::run;

    #[test]
    fn every_option_is_read() {
        let plain = ExportArgs { directory: "a".into(), format: Format::Csv, force: false };
        assert_eq!(run("export a"), Cli::Export(plain));
        let all = ExportArgs { directory: "a".into(), format: Format::Ndjson, force: true };
        assert_eq!(run("export a -O ndjson --force"), Cli::Export(all));
    }
}
