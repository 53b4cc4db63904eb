//! `chibo due`: what it takes, and what its help says.

use std::path::PathBuf;

use clap::{ArgMatches, Command};

use crate::{
    cli::{
        Command as Cli, Entry,
        choice::{Choice, limited},
        page::{Example, Page, option},
        values,
    },
    lang::{Lang, Words, say},
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DueArgs {
    /// Empty: the unit that the command stands in.
    pub(crate) units: Vec<String>,
    pub(crate) format: DueFormat,
    /// As typed. Absent: standard output.
    pub(crate) output: Option<PathBuf>,
    /// Write over an existing file.
    pub(crate) force: bool,
    /// Of a list, no more than these. Absent: all.
    pub(crate) first: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DueFormat {
    List,
    Csv,
    Json,
}

const FORMATS: &[Choice<DueFormat>] = &[
    Choice::new("list", DueFormat::List, Words::new("danh sách để đọc (mặc định)", "a list to read (the default)")),
    Choice::new("csv", DueFormat::Csv, Words::new("bảng tính", "for a spreadsheet")),
    Choice::new("json", DueFormat::Json, Words::new("cho chương trình khác đọc", "for other programs")),
];

/// What a file name's ending says of its form.
const EXTENSIONS: [(&str, DueFormat); 3] =
    [("txt", DueFormat::List), ("csv", DueFormat::Csv), ("json", DueFormat::Json)];

const PAGE: Page = Page {
    name: "due",
    about: Words::new("Việc cần làm bây giờ, việc gấp đứng trước", "What is to be done now, soonest first"),
    usage: Words::new("[TÙY CHỌN] [ĐƠN VỊ]...", "[OPTIONS] [UNIT]..."),
    notes: Words::new(
        "Mỗi việc có hạn, điều khoản và lệnh để bắt đầu; việc đã được chấp nhận giải trình thì không kể.\n\
         Việc quá hạn của năm trước còn ở lại; năm cũ hơn xem bằng chibo check --year.\n\
         Xem vào một ngày khác: --as-of 2018-03-20.",
        "Each has its day, its clause and the command that begins it; what is explained is left out.\n\
         What is late from last year stays; for older years see chibo check --year.\n\
         As of another day: --as-of 2018-03-20.",
    ),
    examples: &[
        Example {
            line: "chibo due", what: Words::new("đơn vị của thư mục hiện tại", "the unit you stand in")
        },
        Example {
            line: "chibo due van-giang/xuan-quan --as-of 2018-03-20",
            what: Words::new("một xã, vào một ngày", "one commune, on a day"),
        },
    ],
};

pub(super) const ENTRY: Entry =
    Entry { name: PAGE.name, command, read: |matches, lang| Ok(Cli::Due(read(matches, lang)?)) };

fn command(lang: Lang) -> Command {
    const FORMAT: Words = Words::new(
        "dạng kết quả; không có thì theo đuôi của -o:",
        "form of the output; else told from the ending of -o:",
    );
    const FIRST: Words = Words::new("chỉ in chừng này việc, gấp nhất trước", "print no more than these, soonest first");
    PAGE.command(lang)
        .arg(values::units(lang))
        .arg(
            option("first", Words::new("SỐ", "NUMBER"), FIRST, lang).value_parser(move |text: &str| number(text, lang)),
        )
        .arg(limited(option("format", Words::new("DẠNG", "FORMAT"), FORMAT, lang), FORMATS, lang).short('O'))
        .args(values::file_options(lang))
}

fn number(text: &str, lang: Lang) -> Result<usize, String> {
    let number = text.parse().ok().filter(|number| *number > 0);
    number.ok_or_else(|| say!(lang, "cần một số từ 1 trở lên", "give a number from 1 on"))
}

fn read(matches: &ArgMatches, lang: Lang) -> Result<DueArgs, String> {
    let format = values::form(matches, FORMATS, &EXTENSIONS, DueFormat::List, lang)?;
    let first = matches.get_one::<usize>("first").copied();
    if first.is_some() && format != DueFormat::List {
        return Err(say!(
            lang,
            "--first chỉ dùng cho list; csv và json luôn đủ mọi việc",
            "--first is for list only; csv and json hold everything"
        ));
    }
    Ok(DueArgs {
        units: values::many(matches, "units"),
        format,
        first,
        output: values::output(matches),
        force: matches.get_flag("force"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::tests::{refused_vi, run};

    #[test]
    fn a_list_may_be_cut_short_and_nothing_else() {
        let Cli::Due(args) = run("due a --first 5") else { panic!("due") };
        assert_eq!((args.first, args.units), (Some(5), vec!["a".to_owned()]));
        for (line, reason) in [
            ("due --first 0", "--first không nhận '0': cần một số từ 1 trở lên"),
            ("due --first 5 -O csv", "--first chỉ dùng cho list; csv và json luôn đủ mọi việc"),
        ] {
            assert_eq!(refused_vi(line), format!("lỗi: {reason}\nxem: chibo due --help\n"), "{line}");
        }
    }
}
