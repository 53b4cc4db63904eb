//! `chibo pack`: what it takes, and what its help says.

use std::path::PathBuf;

use clap::{ArgMatches, Command};

use crate::{
    cli::{
        Command as Cli, Entry,
        page::{Example, Page, positional},
        values,
    },
    lang::{Lang, Words},
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PackArgs {
    /// As typed. Absent: the unit that the command stands in.
    pub(crate) unit: Option<String>,
    /// As typed.
    pub(crate) output: PathBuf,
    /// Write over an existing file.
    pub(crate) force: bool,
}

const PAGE: Page = Page {
    name: "pack",
    about: Words::new(
        "Đóng bản ghi của một chi bộ, một xã vào một tệp zip để gửi đi",
        "Pack the records of a cell or commune into one zip file, to be sent",
    ),
    usage: Words::new("[TÙY CHỌN] -o <TỆP.zip> [ĐƠN VỊ]", "[OPTIONS] -o <FILE.zip> [UNIT]"),
    notes: Words::new(
        "Không có họ tên: names.csv chỉ đi theo khi thêm --names, và lệnh nói rõ điều đó. Nơi nhận dùng\n\
         chibo take. Cùng bản ghi thì cùng từng byte.\n\n\
         Mã thoát:\n  0  đã ghi\n  2  không ghi\n  3  không có sổ dữ liệu hoặc đơn vị",
        "Without names: names.csv goes along with --names only, and is then told. Who receives it runs\n\
         chibo take. Same records, same bytes.\n\n\
         Exit codes:\n  0  written\n  2  not written\n  3  no register, or no unit",
    ),
    examples: &[
        Example {
            line: "chibo pack xuan-quan/chi-bo-thon-1 -o thon-1.zip",
            what: Words::new("một chi bộ, gửi lên xã", "one cell, for its commune"),
        },
        Example {
            line: "chibo pack -o gui.zip --names",
            what: Words::new("đơn vị đang đứng, kèm họ tên", "the unit you stand in, with names"),
        },
    ],
};

pub(super) const ENTRY: Entry = Entry { name: PAGE.name, command, read: |matches, _| Ok(Cli::Pack(read(matches))) };

fn command(lang: Lang) -> Command {
    const UNIT: Words = Words::new(
        "chi bộ, xã, huyện; không có thì đơn vị của thư mục hiện tại",
        "the unit; else the one you stand in",
    );
    PAGE.command(lang)
        .arg(values::said(positional("unit", Words::new("ĐƠN VỊ", "UNIT"), UNIT, lang), lang))
        .args(values::archive_options(lang))
}

fn read(matches: &ArgMatches) -> PackArgs {
    PackArgs {
        unit: matches.get_one::<String>("unit").cloned(),
        output: values::archive(matches),
        force: matches.get_flag("force"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::tests::{refused_vi, run};

    #[test]
    fn the_unit_is_one_and_the_file_is_required() {
        let expected = PackArgs { unit: Some("a/b".to_owned()), output: "c.zip".into(), force: true };
        assert_eq!(run("pack a/b -o c.zip --force"), Cli::Pack(expected));
        assert_eq!(refused_vi("pack"), "lỗi: thiếu --output <TỆP.zip>\nxem: chibo pack --help\n");
    }
}
