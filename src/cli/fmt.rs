//! `chibo fmt`: what it takes, and what its help says.

use clap::{ArgMatches, Command};

use crate::{
    cli::{
        Command as Cli, Entry,
        page::{Example, Page, flag},
        values,
    },
    lang::{Lang, Words},
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FmtArgs {
    /// Empty: the unit that the command stands in.
    pub(crate) units: Vec<String>,
    pub(crate) mode: FmtMode,
}

/// What is done with the files that are not in canonical form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FmtMode {
    Write,
    /// Name them.
    Check,
    /// Show what would change.
    Diff,
}

const PAGE: Page = Page {
    name: "fmt",
    about: Words::new("Viết lại bản ghi theo một dạng thống nhất", "Write records in their one canonical form"),
    usage: Words::new("[TÙY CHỌN] [ĐƠN VỊ]...", "[OPTIONS] [UNIT]..."),
    notes: Words::new(
        "CSV: dấu phẩy, ngày 2018-03-05, cột và dòng theo thứ tự chuẩn. TOML: mỗi khóa một dòng, điểm danh\n\
         theo mã, ghi chú giữ nguyên chỗ. Cả hai: UTF-8, xuống dòng LF, chữ Unicode dựng sẵn. Nội dung không\n\
         đổi; tệp còn lỗi khi đọc thì để nguyên.\n\n\
         Mã thoát:\n  0  mọi tệp đã đúng dạng, hoặc vừa được viết lại\n  \
         1  có tệp chưa đúng dạng (--check, --diff), hoặc có tệp lỗi nên để nguyên\n  2  không làm được việc\n  \
         3  không có sổ dữ liệu hoặc không có đơn vị",
        "CSV: commas, dates as 2018-03-05, columns and rows in their order. TOML: a key a line, the roll call\n\
         by id, comments where they belong. Both: UTF-8, LF, composed letters. What they say does not change;\n\
         a file that cannot be read without an error is left as it is.\n\n\
         Exit codes:\n  0  every file was in form, or has just been written\n  \
         1  a file is not in form (--check, --diff), or was left for its errors\n  \
         2  the work could not be done\n  3  no register, or no unit",
    ),
    examples: &[
        Example {
            line: "chibo fmt", what: Words::new("đơn vị của thư mục hiện tại", "the unit you stand in")
        },
        Example {
            line: "chibo fmt van-giang/xuan-quan --diff",
            what: Words::new("xem một xã sẽ đổi gì, chưa ghi", "what would change in a commune; nothing is written"),
        },
        Example { line: "chibo fmt --check", what: Words::new("trong CI", "in CI") },
    ],
};

pub(super) const ENTRY: Entry = Entry { name: PAGE.name, command, read: |matches, _| Ok(Cli::Fmt(read(matches))) };

fn command(lang: Lang) -> Command {
    const CHECK: Words = Words::new(
        "chỉ kể những tệp chưa đúng dạng, không ghi",
        "name the files that are not in form, and write nothing",
    );
    const DIFF: Words = Words::new("chỉ in những chỗ sẽ đổi, không ghi", "print what would change, and write nothing");
    PAGE.command(lang)
        .arg(values::units(lang))
        .arg(flag("check", CHECK, lang).conflicts_with("diff"))
        .arg(flag("diff", DIFF, lang))
}

fn read(matches: &ArgMatches) -> FmtArgs {
    let mode = match (matches.get_flag("check"), matches.get_flag("diff")) {
        (true, _) => FmtMode::Check,
        (_, true) => FmtMode::Diff,
        _ => FmtMode::Write,
    };
    FmtArgs { units: values::many(matches, "units"), mode }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::tests::{refused_vi, run};

    #[test]
    fn it_writes_unless_it_is_asked_to_look() {
        let args = |mode, units: &[&str]| {
            Cli::Fmt(FmtArgs { units: units.iter().map(|unit| (*unit).to_owned()).collect(), mode })
        };
        assert_eq!(run("fmt"), args(FmtMode::Write, &[]));
        assert_eq!(run("fmt me-so --check"), args(FmtMode::Check, &["me-so"]));
        assert_eq!(run("fmt --diff"), args(FmtMode::Diff, &[]));
        assert_eq!(refused_vi("fmt --check --diff"), "lỗi: --check không đi cùng --diff\nxem: chibo fmt --help\n");
    }
}
