//! `chibo take`: what it takes, and what its help says.

use std::path::PathBuf;

use clap::{ArgAction, ArgMatches, Command, ValueHint, value_parser};

use crate::{
    cli::{
        Command as Cli, Entry,
        page::{Example, Page, flag, option, positional},
        values,
    },
    lang::{Lang, Words, say},
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TakeArgs {
    /// Archives and folders, as typed.
    pub(crate) files: Vec<PathBuf>,
    /// The unit that takes them, as typed. Absent: it is told from what they hold.
    pub(crate) into: Option<String>,
    pub(crate) write: bool,
    /// What is done with a record in conflict; absent: nothing.
    pub(crate) conflicts: Option<Side>,
    /// Show what differs.
    pub(crate) diff: bool,
}

/// Whose version of a record in conflict is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Mine,
    Theirs,
}

const PAGE: Page = Page {
    name: "take",
    about: Words::new(
        "Nhận bản ghi người khác gửi (zip, thư mục, biểu Excel), so từng bản ghi với sổ",
        "Take what others sent (zip, folder, form), each record beside the register's",
    ),
    usage: Words::new("[TÙY CHỌN] <TỆP>...", "[OPTIONS] <FILE>..."),
    notes: Words::new(
        "Không có --write thì chỉ cho xem. Mỗi bản ghi là: mới (sổ chưa có); khác (chỉ bên gửi đã sửa, kể từ\n\
         bản mà hai bên cùng có); xung đột (hai bên cùng sửa, hoặc không rõ bản chung); cũ hơn (sổ đã nhận\n\
         rồi sửa tiếp: giữ của sổ); giống. --write ghi mới và khác; xung đột chờ --mine hoặc --theirs. Không\n\
         xóa gì. Bản chung: bản mà chibo pack ghi lại khi đóng gói, và bản nhận lần trước. Bản ghi làm cho sổ\n\
         dữ liệu sai thì không ghi gì cả, và nói vì sao.\n\n\
         Mã thoát:\n  0  không còn gì chờ quyết định\n  1  còn xung đột, hoặc có tệp bị từ chối\n  2  không ghi\n  3  không có sổ dữ liệu",
        "Without --write it only shows. Each record is: new (not here yet); different (only theirs changed\n\
         since a version that both had); in conflict (both changed, or no such version is known); older (it\n\
         was taken, and changed here since: ours stays); same. --write takes the new and the different; what\n\
         is in conflict waits for --mine or --theirs. Nothing is deleted. Versions that both had: what\n\
         chibo pack notes of the records, and what was taken last. Where the register would become wrong\n\
         nothing is written, and it is told why.\n\n\
         Exit codes:\n  0  nothing waits\n  1  conflicts are left, or entries were refused\n  2  not written\n  3  no register",
    ),
    examples: &[
        Example { line: "chibo take hop-thu", what: Words::new("xem có gì mới", "see what is new") },
        Example {
            line: "chibo take so-chi-bo.xlsx --write",
            what: Words::new("nhận biểu Excel đã ghi", "take a form that was filled in"),
        },
        Example {
            line: "chibo take gui.zip --into xuan-quan/chi-bo-thon-1 --write --theirs",
            what: Words::new("xung đột thì lấy bản gửi đến", "in a conflict, theirs"),
        },
    ],
};

pub(super) const ENTRY: Entry =
    Entry { name: PAGE.name, command, read: |matches, lang| Ok(Cli::Take(read(matches, lang)?)) };

fn command(lang: Lang) -> Command {
    const FILES: Words = Words::new(
        "tệp zip (của chibo pack, hoặc nén thư mục của đơn vị), thư mục, biểu Excel",
        "zip files (of chibo pack, or of a unit's folder), folders, forms of chibo form",
    );
    const INTO: Words =
        Words::new("đơn vị nhận; không có thì tự nhận ra", "the unit that takes it; else told from what it holds");
    const WRITE: Words = Words::new("ghi vào sổ, không chỉ cho xem", "write, do not only show");
    const MINE: Words = Words::new("xung đột: giữ bản của sổ này", "in conflict: ours stays");
    const THEIRS: Words = Words::new("xung đột: lấy bản gửi đến", "in conflict: take theirs");
    const DIFF: Words = Words::new("in những dòng khác nhau", "print the lines that differ");
    PAGE.command(lang)
        .arg(
            positional("files", Words::new("TỆP", "FILE"), FILES, lang)
                .action(ArgAction::Append)
                .num_args(1..)
                .required(true)
                .value_hint(ValueHint::AnyPath)
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(
            option("into", Words::new("ĐƠN VỊ", "UNIT"), INTO, lang)
                .value_parser(move |value: &str| values::text(value, lang)),
        )
        .arg(flag("write", WRITE, lang))
        .arg(flag("mine", MINE, lang))
        .arg(flag("theirs", THEIRS, lang))
        .arg(flag("diff", DIFF, lang))
}

fn read(matches: &ArgMatches, lang: Lang) -> Result<TakeArgs, String> {
    let conflicts = match (matches.get_flag("mine"), matches.get_flag("theirs")) {
        (true, true) => {
            return Err(say!(
                lang,
                "--mine và --theirs không đi cùng nhau: chọn một",
                "--mine and --theirs do not go together: choose one"
            ));
        }
        (true, false) => Some(Side::Mine),
        (false, true) => Some(Side::Theirs),
        (false, false) => None,
    };
    Ok(TakeArgs {
        files: values::many(matches, "files"),
        into: matches.get_one::<String>("into").cloned(),
        write: matches.get_flag("write"),
        conflicts,
        diff: matches.get_flag("diff"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::tests::{refused_en, run};

    #[test]
    fn a_conflict_has_one_side() {
        let Cli::Take(args) = run("take a.zip b --into c --write --theirs --diff") else { panic!("it is take") };
        assert_eq!((args.files.len(), args.into.as_deref(), args.write), (2, Some("c"), true));
        assert_eq!((args.conflicts, args.diff), (Some(Side::Theirs), true));
        let both = refused_en("take a.zip --mine --theirs");
        assert_eq!(both, "error: --mine and --theirs do not go together: choose one\nsee: chibo take --help\n");
    }
}
