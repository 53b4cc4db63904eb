//! `chibo merge-cells` and `chibo merge-villages`: what they take, and what their help says.

use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::{
    cli::{
        Command as Cli, Entry,
        page::{Example, Page, option, positional},
        values,
    },
    date::Date,
    lang::{Lang, Words, say},
};

/// Units that are merged into one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct MergeUnitsArgs {
    /// As typed.
    pub(crate) units: Vec<String>,
    /// One of them, another one, or the id of a new one; as typed.
    pub(crate) into: String,
    /// The last day of those that end.
    pub(crate) date: Date,
    /// Of a new one.
    pub(crate) name: Option<String>,
    pub(crate) dry_run: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct MergeCellsArgs {
    pub(crate) merged: MergeUnitsArgs,
    /// `cell/member`, as they are before the merger.
    pub(crate) secretary: Option<(String, String)>,
    pub(crate) deputy: Option<(String, String)>,
    pub(crate) committee: Vec<(String, String)>,
}

const CELLS: Page = Page {
    name: "merge-cells",
    about: Words::new(
        "Sáp nhập chi bộ: đảng viên, chức vụ, chi bộ kế thừa, quy chế, ghi một lần",
        "Merge cells: members, roles, successor and agreements, written at once",
    ),
    usage: Words::new(
        "[TÙY CHỌN] --into <CHI BỘ> --date <NGÀY> <CHI BỘ>...",
        "[OPTIONS] --into <CELL> --date <DATE> <CELL>...",
    ),
    notes: Words::new(
        "--date là ngày cuối của chi bộ cũ; đảng viên sang chi bộ mới từ hôm sau, trùng mã thì nhận mã mới.\n\
         Chi bộ cũ ghi dissolved, successor; chức vụ, tình trạng, quy chế phối hợp của nó kết thúc ngày đó.\n\
         --into một mã chưa có là lập chi bộ mới (--name). Còn bản ghi sau ngày ấy thì không ghi gì.\n\n\
         Mã thoát:\n  0  đã ghi, hoặc đã in (--dry-run)\n  2  không ghi\n  3  không có sổ dữ liệu hoặc chi bộ",
        "--date is the last day of the cells that end; members go over from the day after, under a new id\n\
         where theirs is taken. What ends gets dissolved and successor; its roles, statuses and agreements\n\
         end that day. --into an id that is not there founds a cell (--name). Where it has records of later\n\
         days nothing is written.\n\n\
         Exit codes:\n  0  written, or shown (--dry-run)\n  2  not written\n  3  no register, or no cell",
    ),
    examples: &[
        Example {
            line: "chibo merge-cells cb-3a cb-3b --into cb-3a --date 31/03/2019 --dry-run",
            what: Words::new("xem sẽ sửa gì", "what would be edited"),
        },
        Example {
            line: "chibo merge-cells a b --into c --name \"Chi bộ C\" --date 31/03/2019",
            what: Words::new("chi bộ mới", "a new cell"),
        },
    ],
};

const VILLAGES: Page = Page {
    name: "merge-villages",
    about: Words::new(
        "Sáp nhập thôn: thôn kế thừa, trưởng thôn, chi bộ, quy chế, ghi một lần",
        "Merge villages: successor, heads, cells and agreements, written at once",
    ),
    usage: Words::new(
        "[TÙY CHỌN] --into <THÔN> --date <NGÀY> [XÃ#]<THÔN>...",
        "[OPTIONS] --into <VILLAGE> --date <DATE> [COMMUNE#]<VILLAGE>...",
    ),
    notes: Words::new(
        "--date là ngày cuối của thôn cũ. Thôn cũ ghi until, successor; trưởng thôn, phó trưởng thôn và quy\n\
         chế phối hợp của nó kết thúc ngày đó; chi bộ của nó lãnh đạo thôn mới (villages). --into một mã\n\
         chưa có là lập thôn mới (--name). Chi bộ sáp nhập sau đó bằng chibo merge-cells.\n\n\
         Mã thoát:\n  0  đã ghi, hoặc đã in (--dry-run)\n  2  không ghi\n  3  không có sổ dữ liệu hoặc thôn",
        "--date is the last day of the villages that end. They get until and successor; their heads, deputy\n\
         heads and agreements end that day; their cells lead the other village too (villages). --into an id\n\
         that is not there founds a village (--name). The cells are merged after it by chibo merge-cells.\n\n\
         Exit codes:\n  0  written, or shown (--dry-run)\n  2  not written\n  3  no register, or no village",
    ),
    examples: &[
        Example {
            line: "chibo merge-villages xa#thon-2 --into thon-1 --date 31/03/2019 --dry-run",
            what: Words::new("xem sẽ sửa gì", "what would be edited"),
        },
        Example {
            line: "chibo merge-villages a b --into c --name \"Thôn C\" --date 31/03/2019",
            what: Words::new("thôn mới", "a new village"),
        },
    ],
};

pub(super) const CELLS_ENTRY: Entry =
    Entry { name: CELLS.name, command: cells, read: |matches, lang| Ok(Cli::MergeCells(read_cells(matches, lang)?)) };

pub(super) const VILLAGES_ENTRY: Entry = Entry {
    name: VILLAGES.name,
    command: villages,
    read: |matches, lang| Ok(Cli::MergeVillages(read(matches, lang)?)),
};

fn cells(lang: Lang) -> Command {
    const UNITS: Words = Words::new("các chi bộ sáp nhập, cùng một xã", "the cells that are merged, of one commune");
    const SECRETARY: Words = Words::new(
        "bí thư được chỉ định, theo chi bộ và mã trước sáp nhập",
        "the secretary who is appointed, by cell and id before the merger",
    );
    const DEPUTY: Words = Words::new("phó bí thư được chỉ định", "the deputy secretary who is appointed");
    const COMMITTEE: Words =
        Words::new("chi ủy viên được chỉ định; nêu nhiều lần được", "a committee member; may be given several times");
    let person = |id, help| {
        option(id, Words::new("CHI BỘ/MÃ", "CELL/ID"), help, lang)
            .value_parser(move |value: &str| values::on_roster(value, lang))
    };
    CELLS
        .command(lang)
        .args(common(Words::new("CHI BỘ", "CELL"), UNITS, lang))
        .arg(person("secretary", SECRETARY))
        .arg(person("deputy", DEPUTY))
        .arg(person("committee", COMMITTEE).action(ArgAction::Append))
        .arg(values::dry_run(lang))
}

fn villages(lang: Lang) -> Command {
    const UNITS: Words = Words::new(
        "các thôn sáp nhập, dạng THÔN hoặc XÃ#THÔN, cùng một xã",
        "the villages that are merged, as VILLAGE or COMMUNE#VILLAGE, of one commune",
    );
    VILLAGES.command(lang).args(common(Words::new("THÔN", "VILLAGE"), UNITS, lang)).arg(values::dry_run(lang))
}

fn common(unit: Words, units: Words, lang: Lang) -> [Arg; 4] {
    const INTO: Words =
        Words::new("một trong số đó, một đơn vị khác, hoặc mã mới", "one of them, another, or a new id");
    const DATE: Words = Words::new("ngày cuối của đơn vị cũ", "the last day of those that end");
    const NAME: Words = Words::new("tên của đơn vị mới", "the name of the new one");
    let text = move |value: &str| values::text(value, lang);
    [
        positional("units", unit, units, lang)
            .action(ArgAction::Append)
            .num_args(1..)
            .required(true)
            .value_parser(text),
        option("into", unit, INTO, lang).required(true).value_parser(text),
        values::date_named("date", DATE, lang).required(true),
        option("name", Words::new("TÊN", "NAME"), NAME, lang).value_parser(text),
    ]
}

fn read(matches: &ArgMatches, lang: Lang) -> Result<MergeUnitsArgs, String> {
    let missing = |what: &str| say!(lang, "thiếu {what}", "{what} is missing");
    Ok(MergeUnitsArgs {
        units: values::many(matches, "units"),
        into: matches.get_one::<String>("into").cloned().ok_or_else(|| missing("--into"))?,
        date: matches.get_one::<Date>("date").copied().ok_or_else(|| missing("--date"))?,
        name: matches.get_one::<String>("name").cloned(),
        dry_run: matches.get_flag("dry-run"),
    })
}

fn read_cells(matches: &ArgMatches, lang: Lang) -> Result<MergeCellsArgs, String> {
    let person = |id| matches.get_one::<(String, String)>(id).cloned();
    Ok(MergeCellsArgs {
        merged: read(matches, lang)?,
        secretary: person("secretary"),
        deputy: person("deputy"),
        committee: values::many(matches, "committee"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        cli::tests::{refused_vi, run},
        date::ymd,
    };

    #[test]
    fn a_merger_has_its_units_its_day_and_who_is_appointed() {
        let line = "merge-cells a x/b --into c --name \"Chi bộ C\" --date 31/03/2019 --secretary a/dv02 \
                    --committee a/dv03 --committee b/dv01 --dry-run";
        let Cli::MergeCells(args) = run(line) else { panic!("it is merge-cells") };
        assert_eq!((args.merged.units.len(), args.merged.into.as_str()), (2, "c"));
        assert_eq!((args.merged.date, args.merged.dry_run), (ymd(2019, 3, 31), true));
        assert_eq!(args.merged.name.as_deref(), Some("Chi bộ C"));
        assert_eq!((args.secretary.is_some(), args.deputy, args.committee.len()), (true, None, 2));
        let Cli::MergeVillages(args) = run("merge-villages #a #b --into b --date 2019-03-31") else {
            panic!("villages")
        };
        assert_eq!(args.units, ["#a", "#b"]);
    }

    #[test]
    fn the_day_is_required() {
        let refused = refused_vi("merge-villages #a --into b");
        assert_eq!(refused, "lỗi: thiếu --date <NGÀY>\nxem: chibo merge-villages --help\n");
    }
}
