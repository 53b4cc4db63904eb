//! `chibo init`: what it takes, and what its help says.

use std::path::PathBuf;

use clap::{ArgMatches, Command, ValueHint, value_parser};

use crate::{
    cli::{
        Command as Cli, Entry,
        choice::{Choice, chosen, limited},
        page::{Example, Page, option, positional},
        values,
    },
    date::Date,
    lang::{Lang, Words, say},
    parse::Vocabulary,
    records::{cell::CellKind, commune::CommuneKind, district::DistrictKind, settings::RootLevel},
    text::{plain, search_key},
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct InitArgs {
    pub(crate) directory: PathBuf,
    /// Asked for where it is absent.
    pub(crate) level: Option<RootLevel>,
    pub(crate) name: Option<String>,
    /// As typed; what it can be depends on the level.
    pub(crate) kind: Option<String>,
    /// The district of a commune, where the name alone does not tell it.
    pub(crate) district: Option<String>,
    /// The units below, by name; `all` is those of the list.
    pub(crate) units: Vec<String>,
    /// The first day of the records. Absent: today.
    pub(crate) from: Option<Date>,
    pub(crate) dry_run: bool,
}

/// The kind of the unit at the root; a province has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum InitKind {
    District(DistrictKind),
    Commune(CommuneKind),
    Cell(CellKind),
}

const LEVELS: &[Choice<RootLevel>] = &[
    Choice::new("province", RootLevel::Province, Words::new("tỉnh", "a province")),
    Choice::new("district", RootLevel::District, Words::new("huyện, thị xã, thành phố", "a district")),
    Choice::new("commune", RootLevel::Commune, Words::new("xã, phường, thị trấn", "a commune")),
    Choice::new("cell", RootLevel::Cell, Words::new("một chi bộ", "one cell")),
];

const PAGE: Page = Page {
    name: "init",
    about: Words::new("Lập một sổ dữ liệu mới", "Begin a register"),
    usage: Words::new("[TÙY CHỌN] [THƯ MỤC]", "[OPTIONS] [DIR]"),
    notes: Words::new(
        "Trên màn hình thì hỏi những gì chưa ghi; có --level và --name thì không hỏi gì.\n\
         Ghi chibo.toml (mọi thiết lập, kèm giá trị mặc định), tệp của đơn vị, .gitignore (để names.csv\n\
         ở lại máy), .gitattributes, .editorconfig, việc kiểm tra tự động cho GitHub và GitLab,\n\
         chibo.cmd cho Windows.\n\
         Tệp đã có thì giữ nguyên; thư mục đã là sổ dữ liệu thì không ghi gì.\n\n\
         Mã thoát:\n  0  đã ghi, hoặc đã in (--dry-run)\n  2  không ghi",
        "On a terminal it asks for what is missing; with --level and --name it asks nothing.\n\
         It writes chibo.toml (every setting, with its default), the unit's files, .gitignore (names.csv\n\
         stays here), .gitattributes, .editorconfig, the checks for GitHub and GitLab, chibo.cmd for Windows.\n\
         A file that is there stays as it is; in a directory that is a register nothing is written.\n\n\
         Exit codes:\n  0  written, or shown (--dry-run)\n  2  not written",
    ),
    examples: &[
        Example {
            line: "chibo init so --level commune --name \"Xuân Quan\"",
            what: Words::new("sổ của một xã", "of a commune"),
        },
        Example {
            line: "chibo init so --level commune --name \"Xuân Quan\" --units \"Thôn 1,Thôn 2\"",
            what: Words::new("kèm thôn, chi bộ", "with its villages"),
        },
        Example {
            line: "chibo init so --level district --name \"Văn Giang\" --units all",
            what: Words::new("kèm mọi xã của huyện", "with all its communes"),
        },
    ],
};

pub(super) const ENTRY: Entry =
    Entry { name: PAGE.name, command, read: |matches, lang| Ok(Cli::Init(read(matches, lang)?)) };

fn command(lang: Lang) -> Command {
    const DIR: Words =
        Words::new("thư mục của sổ; không có thì thư mục hiện tại", "the register's directory; else this one");
    const LEVEL: Words = Words::new("cấp của sổ:", "the level of the register:");
    const NAME: Words = Words::new("tên đơn vị, ví dụ \"Xuân Quan\"", "the unit's name, such as \"Xuân Quan\"");
    const KIND: Words = Words::new(
        "huyen, thi-xa, thanh-pho; xa, phuong, thi-tran; chi bộ: như ở new-cell",
        "huyen, thi-xa, thanh-pho; xa, phuong, thi-tran; a cell: as in new-cell",
    );
    const DISTRICT: Words = Words::new(
        "huyện của xã, khi hai huyện có xã trùng tên",
        "the commune's district, where two districts have the name",
    );
    const UNITS: Words = Words::new(
        "tên các huyện, xã hoặc thôn bên dưới; all: theo danh sách của tỉnh",
        "names of the districts, communes or villages below; all: of the list",
    );
    const FROM: Words =
        Words::new("ngày đầu mà sổ có ghi; không có thì hôm nay", "the first day of the records; else today");
    PAGE.command(lang)
        .arg(
            positional("directory", Words::new("THƯ MỤC", "DIR"), DIR, lang)
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::DirPath),
        )
        .arg(limited(option("level", Words::new("CẤP", "LEVEL"), LEVEL, lang), LEVELS, lang))
        .arg(values::said(option("name", Words::new("TÊN", "NAME"), NAME, lang), lang))
        .arg(values::said(option("kind", Words::new("LOẠI", "KIND"), KIND, lang), lang))
        .arg(values::said(option("district", Words::new("HUYỆN", "DISTRICT"), DISTRICT, lang), lang))
        .arg(values::list(option("units", Words::new("TÊN,...", "NAME,..."), UNITS, lang), lang))
        .arg(values::date_named("from", FROM, lang))
        .arg(values::dry_run(lang))
}

fn read(matches: &ArgMatches, lang: Lang) -> Result<InitArgs, String> {
    let text = |id: &str| matches.get_one::<String>(id).cloned();
    let (level, kind) = (chosen(matches, "level", LEVELS), text("kind"));
    if let (Some(level), Some(kind)) = (level, &kind) {
        init_kind(level, kind, lang).map_err(|reason| values::not_taken("--kind", kind, &reason, lang))?;
    }
    Ok(InitArgs {
        directory: matches.get_one::<PathBuf>("directory").cloned().unwrap_or_else(|| PathBuf::from(".")),
        level,
        name: text("name"),
        kind,
        district: text("district"),
        units: values::many(matches, "units"),
        from: matches.get_one::<Date>("from").copied(),
        dry_run: matches.get_flag("dry-run"),
    })
}

/// The kind that a word is at a level, with its marks or without; the error is the reason alone.
pub(crate) fn init_kind(level: RootLevel, typed: &str, lang: Lang) -> Result<InitKind, String> {
    fn find<K: Vocabulary>(typed: &str) -> Option<K> {
        let key = plain(&search_key(typed));
        K::ALL.iter().copied().find(|kind| plain(kind.word()) == key || plain(kind.label().vi) == key)
    }
    let (found, words) = match level {
        RootLevel::Province => (None, String::new()),
        RootLevel::District => (find(typed).map(InitKind::District), list::<DistrictKind>()),
        RootLevel::Commune => (find(typed).map(InitKind::Commune), list::<CommuneKind>()),
        RootLevel::Cell => (find(typed).map(InitKind::Cell), list::<CellKind>()),
    };
    found.ok_or_else(|| match level {
        RootLevel::Province => say!(lang, "tỉnh không có loại", "a province has no kind"),
        _ => say!(lang, "cần một trong: {words}", "give one of: {words}"),
    })
}

fn list<K: Vocabulary>() -> String {
    K::ALL.iter().map(|kind| plain(kind.word())).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        cli::tests::{refused_vi, run},
        date::ymd,
    };

    #[test]
    fn nothing_is_required_and_everything_is_read() {
        let none = InitArgs {
            directory: ".".into(),
            level: None,
            name: None,
            kind: None,
            district: None,
            units: Vec::new(),
            from: None,
            dry_run: false,
        };
        assert_eq!(run("init"), Cli::Init(none.clone()));
        let line = "init so --level commune --name \"Xuân Quan\" --kind xã --district \"văn giang\" \
                    --units \"Thôn 1,Thôn 2\" --from 01/01/2018 --dry-run";
        let all = InitArgs {
            directory: "so".into(),
            level: Some(RootLevel::Commune),
            name: Some("Xuân Quan".to_owned()),
            kind: Some("xã".to_owned()),
            district: Some("văn giang".to_owned()),
            units: vec!["Thôn 1".to_owned(), "Thôn 2".to_owned()],
            from: Some(ymd(2018, 1, 1)),
            dry_run: true,
        };
        assert_eq!(run(line), Cli::Init(all));
    }

    #[test]
    fn a_kind_is_one_of_its_level() {
        let kind = |level, typed| init_kind(level, typed, Lang::Vi).ok();
        assert_eq!(kind(RootLevel::District, "thi-xa"), Some(InitKind::District(DistrictKind::ThiXa)));
        assert_eq!(kind(RootLevel::Commune, "Thị trấn"), Some(InitKind::Commune(CommuneKind::ThiTran)));
        assert_eq!(kind(RootLevel::Cell, "trường học"), Some(InitKind::Cell(CellKind::School)));
        assert_eq!(kind(RootLevel::Province, "tỉnh"), None);
        let expected = "lỗi: --kind không nhận 'huyện': cần một trong: xa, phuong, thi-tran\nxem: chibo init --help\n";
        assert_eq!(refused_vi("init --level commune --kind huyện"), expected);
    }
}
