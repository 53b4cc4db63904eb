//! `chibo new-cell`: what it takes, and what its help says.

use clap::{ArgMatches, Command};

use crate::{
    cli::{
        Command as Cli, Entry,
        choice::{Choice, chosen, limited},
        page::{Example, Page, option, positional},
        values,
    },
    date::Date,
    lang::{Lang, Words, say},
    records::cell::CellKind,
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NewCellArgs {
    pub(crate) name: String,
    /// The commune, as typed. Absent: the one that the command stands in.
    pub(crate) commune: Option<String>,
    /// Absent: told from the name.
    pub(crate) kind: Option<CellKind>,
    /// Ids or names. Empty: told from the name.
    pub(crate) villages: Vec<String>,
    /// The name of its directory. Absent: made of the name.
    pub(crate) id: Option<String>,
    pub(crate) section: Option<String>,
    pub(crate) founded: Option<Date>,
    pub(crate) dry_run: bool,
}

pub(super) const KINDS: &[Choice<CellKind>] = &[
    Choice::new("village", CellKind::Village, Words::new("thôn, khu phố", "of a village")),
    Choice::new("office", CellKind::Office, Words::new("cơ quan", "of an office")),
    Choice::new("school", CellKind::School, Words::new("trường học", "of a school")),
    Choice::new("health", CellKind::Health, Words::new("trạm y tế", "of a health station")),
    Choice::new("police", CellKind::Police, Words::new("công an", "of the police")),
    Choice::new("military", CellKind::Military, Words::new("quân sự", "of the military")),
    Choice::new("enterprise", CellKind::Enterprise, Words::new("doanh nghiệp", "of an enterprise")),
    Choice::new("other", CellKind::Other, Words::new("khác", "another")),
];

const PAGE: Page = Page {
    name: "new-cell",
    about: Words::new(
        "Thêm một chi bộ: hồ sơ, danh sách đảng viên, chức vụ còn trống để điền",
        "Add a cell: its file, and tables of members and roles that wait to be filled",
    ),
    usage: Words::new("[TÙY CHỌN] <TÊN>", "[OPTIONS] <NAME>"),
    notes: Words::new(
        "Tên có thôn, khu phố thì chi bộ lãnh đạo thôn ấy; thôn chưa có trong villages.csv thì thêm vào.\n\
         Chi bộ đã có thì giữ nguyên, không ghi gì.\n\n\
         Mã thoát:\n  0  đã ghi, hoặc đã in (--dry-run)\n  2  không ghi\n  3  không có sổ dữ liệu hoặc xã",
        "A cell named after a village leads it; a village that villages.csv lacks is added.\n\
         A cell that is there stays as it is, and nothing is written.\n\n\
         Exit codes:\n  0  written, or shown (--dry-run)\n  2  not written\n  3  no register, or no commune",
    ),
    examples: &[
        Example {
            line: "chibo new-cell \"Chi bộ thôn 1\"",
            what: Words::new("chi bộ của Thôn 1, ở xã đang đứng", "of Thôn 1, in the commune you stand in"),
        },
        Example {
            line: "chibo new-cell \"Chi bộ Trường Tiểu học\" --in xuan-quan",
            what: Words::new("ở xã Xuân Quan", "in the commune of Xuân Quan"),
        },
        Example {
            line: "chibo new-cell \"Chi bộ 5\" --villages thon-5,thon-6",
            what: Words::new("lãnh đạo hai thôn", "leads two villages"),
        },
    ],
};

pub(super) const ENTRY: Entry =
    Entry { name: PAGE.name, command, read: |matches, lang| Ok(Cli::NewCell(read(matches, lang)?)) };

fn command(lang: Lang) -> Command {
    const NAME: Words = Words::new("tên chi bộ", "the cell's name");
    const IN: Words = Words::new("xã; không có thì xã của thư mục hiện tại", "the commune; else the one you stand in");
    const KIND: Words = Words::new("loại chi bộ; không có thì đoán theo tên:", "kind of cell; else told by its name:");
    const VILLAGES: Words = Words::new(
        "mã hoặc tên các thôn, khu phố mà chi bộ lãnh đạo",
        "ids or names of the villages that the cell leads",
    );
    const ID: Words =
        Words::new("tên thư mục; không có thì lấy theo tên chi bộ", "name of its directory; else made of the name");
    const SECTION: Words = Words::new("đảng bộ bộ phận", "the section");
    const FOUNDED: Words =
        Words::new("ngày thành lập, nếu sau khi lập sổ", "the day of founding, if that was after the records begin");
    PAGE.command(lang)
        .arg(values::said(positional("name", Words::new("TÊN", "NAME"), NAME, lang), lang).required(true))
        .arg(values::said(option("in", Words::new("XÃ", "COMMUNE"), IN, lang), lang))
        .arg(limited(option("kind", Words::new("LOẠI", "KIND"), KIND, lang), KINDS, lang))
        .arg(values::list(option("villages", Words::new("THÔN,...", "VILLAGE,..."), VILLAGES, lang), lang))
        .arg(
            option("id", Words::new("MÃ", "ID"), ID, lang).value_parser(move |v: &str| values::directory_name(v, lang)),
        )
        .arg(option("section", Words::new("MÃ", "ID"), SECTION, lang).value_parser(move |v: &str| values::id(v, lang)))
        .arg(values::date_named("founded", FOUNDED, lang))
        .arg(values::dry_run(lang))
}

fn read(matches: &ArgMatches, lang: Lang) -> Result<NewCellArgs, String> {
    let text = |id: &str| matches.get_one::<String>(id).cloned();
    let villages = values::many::<String>(matches, "villages");
    let kind = chosen(matches, "kind", KINDS);
    if !villages.is_empty() && kind.is_some_and(|kind| kind != CellKind::Village) {
        return Err(say!(
            lang,
            "--villages chỉ đi cùng chi bộ thôn, khu phố (--kind village)",
            "--villages goes with a cell of villages only (--kind village)"
        ));
    }
    Ok(NewCellArgs {
        name: text("name").ok_or_else(|| say!(lang, "thiếu TÊN", "NAME is missing"))?,
        commune: text("in"),
        kind,
        villages,
        id: text("id"),
        section: text("section"),
        founded: matches.get_one::<Date>("founded").copied(),
        dry_run: matches.get_flag("dry-run"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        cli::tests::{refused_vi, run},
        date::ymd,
    };

    fn cell(line: &str) -> NewCellArgs {
        match run(line) {
            Cli::NewCell(args) => args,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_cell_has_a_name_and_what_is_told_of_it() {
        let args = cell("new-cell \"Chi bộ 5\" --in xuan-quan --villages thon-5,thon-6 --founded 05/03/2018 --id cb-5");
        assert_eq!((args.name.as_str(), args.commune.as_deref()), ("Chi bộ 5", Some("xuan-quan")));
        assert_eq!((args.villages.len(), args.founded, args.id.as_deref()), (2, Some(ymd(2018, 3, 5)), Some("cb-5")));
        let plain = cell("new-cell \"Chi bộ cơ quan\" --kind office --section dbbp-1 --dry-run");
        assert_eq!(
            (plain.kind, plain.section.as_deref(), plain.dry_run),
            (Some(CellKind::Office), Some("dbbp-1"), true)
        );
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let see = "\nxem: chibo new-cell --help\n";
        let cases = [
            (
                "new-cell a --kind school --villages thon-1",
                "--villages chỉ đi cùng chi bộ thôn, khu phố (--kind village)",
            ),
            (
                "new-cell a --id \"Chi bộ\"",
                "--id không nhận 'Chi bộ': cần chữ thường không dấu, chữ số, gạch nối, nhiều nhất 40 ký tự, ví dụ chi-bo-thon-1",
            ),
        ];
        for (line, reason) in cases {
            assert_eq!(refused_vi(line), format!("lỗi: {reason}{see}"), "{line}");
        }
    }
}
