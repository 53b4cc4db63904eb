//! `chibo backup` and `chibo restore`: what they take, and what their help says.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, ValueHint, value_parser};

use crate::{
    cli::{
        Command as Cli, Entry,
        page::{Example, Page, positional},
        values,
    },
    lang::{Lang, Words},
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BackupArgs {
    /// As typed.
    pub(crate) output: PathBuf,
    /// Write over an existing file.
    pub(crate) force: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RestoreArgs {
    /// As typed, as the other.
    pub(crate) file: PathBuf,
    pub(crate) directory: PathBuf,
}

const BACKUP: Page = Page {
    name: "backup",
    about: Words::new(
        "Sao lưu cả sổ dữ liệu, kèm họ tên, vào một tệp zip",
        "Back up the whole register, names included, into one zip",
    ),
    usage: Words::new("[TÙY CHỌN] -o <TỆP.zip>", "[OPTIONS] -o <FILE.zip>"),
    notes: Words::new(
        "Có mọi tệp của sổ, cả names.csv, chibo.toml, .gitignore; không có .git và các thư mục bắt đầu bằng\n\
         dấu chấm. Tệp phải nằm ngoài sổ: ổ USB, ổ mạng nội bộ. Ngày sao lưu được nhớ trong .chibo của sổ;\n\
         quá 30 ngày thì chibo due nhắc.\n\n\
         Mã thoát:\n  0  đã ghi\n  1  đã ghi, nhưng có tệp không sao lưu được\n  2  không ghi\n  3  không có sổ dữ liệu",
        "It holds every file of the register, names.csv, chibo.toml and .gitignore too; not .git, nor any\n\
         directory that begins with a dot. The file must lie outside the register: on a USB stick, a drive\n\
         of the office. The day is kept in the register's .chibo; after 30 days chibo due reminds.\n\n\
         Exit codes:\n  0  written\n  1  written, and some file could not be backed up\n  2  not written\n  3  no register",
    ),
    examples: &[
        Example { line: "chibo backup -o E:/so-lieu.zip", what: Words::new("ra ổ USB", "to a USB stick") },
        Example {
            line: "chibo backup -o ../so-lieu.zip --force",
            what: Words::new("ghi đè bản cũ", "over the former one"),
        },
    ],
};

const RESTORE: Page = Page {
    name: "restore",
    about: Words::new(
        "Khôi phục sổ dữ liệu từ bản sao lưu vào thư mục trống",
        "Restore a register from its backup into an empty directory",
    ),
    usage: Words::new("[TÙY CHỌN] <TỆP.zip> <THƯ MỤC>", "[OPTIONS] <FILE.zip> <DIR>"),
    notes: Words::new(
        "Thư mục phải mới hoặc còn trống: không tệp nào bị ghi đè. Bản sao lưu bị sửa hay thiếu byte nào thì\n\
         không khôi phục gì.\n\n\
         Mã thoát:\n  0  đã khôi phục\n  2  không khôi phục",
        "The directory must be new or empty: nothing is written over. Where a byte of the backup was changed\n\
         or is missing, nothing is restored.\n\n\
         Exit codes:\n  0  restored\n  2  not restored",
    ),
    examples: &[
        Example {
            line: "chibo restore E:/so-lieu.zip so-moi",
            what: Words::new("vào thư mục mới", "into a new directory"),
        },
        Example {
            line: "chibo restore so-lieu.zip .",
            what: Words::new("vào thư mục trống đang đứng", "into the empty directory you stand in"),
        },
    ],
};

pub(super) const BACKUP_ENTRY: Entry =
    Entry { name: BACKUP.name, command: backup, read: |matches, _| Ok(Cli::Backup(read_backup(matches))) };

pub(super) const RESTORE_ENTRY: Entry =
    Entry { name: RESTORE.name, command: restore, read: |matches, _| Ok(Cli::Restore(read_restore(matches))) };

fn backup(lang: Lang) -> Command {
    BACKUP.command(lang).args(values::archive_options(lang))
}

fn read_backup(matches: &ArgMatches) -> BackupArgs {
    BackupArgs { output: values::archive(matches), force: matches.get_flag("force") }
}

fn restore(lang: Lang) -> Command {
    const FILE: Words = Words::new("bản sao lưu do chibo backup ghi", "a backup that chibo backup wrote");
    const DIR: Words = Words::new("thư mục mới hoặc còn trống", "a new or an empty directory");
    let path = |nth, id, name: Words, help, hint| -> Arg {
        positional(id, name, help, lang)
            .index(nth)
            .display_order(nth)
            .required(true)
            .value_hint(hint)
            .value_parser(value_parser!(PathBuf))
    };
    let file = path(1, "file", Words::new("TỆP.zip", "FILE.zip"), FILE, ValueHint::FilePath);
    let directory = path(2, "directory", Words::new("THƯ MỤC", "DIR"), DIR, ValueHint::DirPath);
    RESTORE.command(lang).arg(file).arg(directory)
}

fn read_restore(matches: &ArgMatches) -> RestoreArgs {
    let path = |id| matches.get_one::<PathBuf>(id).cloned().unwrap_or_default();
    RestoreArgs { file: path("file"), directory: path("directory") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::tests::{refused_en, run};

    #[test]
    fn a_backup_goes_to_a_file_and_comes_back_into_a_directory() {
        assert_eq!(run("backup -o a.zip"), Cli::Backup(BackupArgs { output: "a.zip".into(), force: false }));
        let expected = RestoreArgs { file: "a.zip".into(), directory: "b".into() };
        assert_eq!(run("restore a.zip b"), Cli::Restore(expected));
        assert_eq!(refused_en("restore a.zip"), "error: <DIR> is missing\nsee: chibo restore --help\n");
    }
}
