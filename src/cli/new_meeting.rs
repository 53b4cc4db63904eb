//! `chibo new-meeting`: what it takes, and what its help says. How the marks are given is one of three ways, or none:
//! who was absent, how many came, or that the meeting was not held.

use clap::{ArgAction, ArgMatches, Command};

use crate::{
    cli::{
        Command as Cli, Entry,
        choice::{Choice, chosen, limited},
        page::{Example, Page, flag, option, positional},
        values,
    },
    date::Date,
    lang::{Lang, Words},
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NewMeetingArgs {
    /// Absent: the cell that the command stands in.
    pub(crate) cell: Option<String>,
    /// Absent: today.
    pub(crate) date: Option<Date>,
    /// A kind as records write it. Absent: regular.
    pub(crate) kind: Option<String>,
    /// `2018-03`, however it was typed. Absent: the month of the date.
    pub(crate) month: Option<String>,
    /// Member and mark: `p` excused, `k` without reason, `m` late. No member stands here twice.
    pub(crate) absent: Vec<(String, char)>,
    /// Present, expected; the first is never the greater.
    pub(crate) counts: Option<(u32, u32)>,
    /// The reason, never empty.
    pub(crate) not_held: Option<String>,
    /// `19:30:00`, however it was typed.
    pub(crate) start: Option<String>,
    pub(crate) end: Option<String>,
    pub(crate) place: Option<String>,
    pub(crate) force: bool,
}

pub(super) const KINDS: &[Choice<&str>] = &[
    Choice::new("regular", "regular", Words::new("thường kỳ (mặc định)", "the month's meeting (the default)")),
    Choice::new("thematic", "thematic", Words::new("chuyên đề", "on one theme")),
    Choice::new("combined", "combined", Words::new("thường kỳ kết hợp chuyên đề", "the month's and thematic in one")),
    Choice::new("extraordinary", "extraordinary", Words::new("bất thường", "called out of turn")),
    Choice::new("committee", "committee", Words::new("họp chi ủy", "of the committee")),
    Choice::new("review", "review", Words::new("kiểm điểm, đánh giá cuối năm", "the yearly review")),
    Choice::new("congress", "congress", Words::new("đại hội", "a congress")),
];

const PAGE: Page = Page {
    name: "new-meeting",
    about: Words::new(
        "Ghi một cuộc họp chi bộ, điền sẵn những người phải dự",
        "Write the record of a meeting, with those who should attend already in it",
    ),
    usage: Words::new("[TÙY CHỌN] [CHI BỘ]", "[OPTIONS] [CELL]"),
    notes: Words::new(
        "Trên màn hình, thiếu ngày hoặc loại thì hỏi từng mục, điểm danh mỗi người một phím, rồi cho xem\n\
         trước khi ghi; Esc lùi một bước; nghỉ giữa chừng thì lần sau nhập tiếp.",
        "In a terminal, without a day or a kind, it asks for each thing, calls the roll with one key a\n\
         member, and shows the whole before it is written; Esc goes back, and an\n\
         interrupted entry is offered again.",
    ),
    examples: &[
        Example {
            line: "chibo new-meeting --absent \"dv02:p,dv09:k\"",
            what: Words::new("hôm nay, vắng hai người", "today, two absent"),
        },
        Example {
            line: "chibo new-meeting --date 05/03/2018 --counts 24/27",
            what: Words::new("sổ giấy chỉ ghi số người", "the paper holds numbers only"),
        },
        Example {
            line: "chibo new-meeting --month T9/2018 --not-held \"mưa bão\"",
            what: Words::new("tháng không họp được", "a month without a meeting"),
        },
    ],
};

pub(super) const ENTRY: Entry =
    Entry { name: PAGE.name, command, read: |matches, lang| Ok(Cli::NewMeeting(read(matches, lang)?)) };

fn command(lang: Lang) -> Command {
    PAGE.command(lang)
        .arg(cell(lang))
        .arg(
            option("date", Words::new("NGÀY", "DATE"), DATE_HELP, lang)
                .value_parser(move |text: &str| values::date(text, lang)),
        )
        .arg(limited(
            option("kind", Words::new("LOẠI", "KIND"), Words::new("loại cuộc họp:", "kind of meeting:"), lang),
            KINDS,
            lang,
        ))
        .arg(
            option("month", Words::new("THÁNG", "MONTH"), MONTH_HELP, lang)
                .value_parser(move |text: &str| values::month(text, lang)),
        )
        .arg(
            option("absent", Words::new("MÃ:DẤU,...", "ID:MARK,..."), ABSENT_HELP, lang)
                .action(ArgAction::Append)
                .value_delimiter(',')
                .value_parser(move |text: &str| values::absence(text, lang))
                .conflicts_with_all(["counts", "not-held"]),
        )
        .arg(
            option("counts", Words::new("CÓ MẶT/PHẢI DỰ", "PRESENT/EXPECTED"), COUNTS_HELP, lang)
                .value_parser(move |text: &str| values::counts(text, lang))
                .conflicts_with("not-held"),
        )
        .arg(values::said(option("not-held", Words::new("LÝ DO", "REASON"), NOT_HELD_HELP, lang), lang))
        .arg(
            option("start", Words::new("GIỜ", "TIME"), START_HELP, lang)
                .value_parser(move |text: &str| values::time(text, lang)),
        )
        .arg(
            option("end", Words::new("GIỜ", "TIME"), END_HELP, lang)
                .value_parser(move |text: &str| values::time(text, lang)),
        )
        .arg(values::said(option("place", Words::new("NƠI", "PLACE"), PLACE_HELP, lang), lang))
        .arg(flag("force", Words::new("ghi đè bản ghi đã có", "write over an existing record"), lang))
}

/// At most one cell; why more are let in is told at `apart`.
fn cell(lang: Lang) -> clap::Arg {
    positional("cell", Words::new("CHI BỘ", "CELL"), CELL_HELP, lang)
        .action(ArgAction::Append)
        .num_args(0..)
        .value_parser(move |text: &str| values::text(text, lang))
}

const CELL_HELP: Words = Words::new(
    "đường dẫn của chi bộ; không có thì chi bộ của thư mục hiện tại",
    "the cell's path; else the cell you stand in",
);
const DATE_HELP: Words = Words::new(
    "ngày họp: 2018-03-05 hoặc 05/03/2018; không có thì hôm nay",
    "day of the meeting: 2018-03-05 or 05/03/2018; else today",
);
const MONTH_HELP: Words = Words::new(
    "họp cho tháng nào, nếu khác tháng của ngày họp: 2018-03, T3/2018",
    "month it counts for, if not that of its day: 2018-03, T3/2018",
);
const ABSENT_HELP: Words = Words::new(
    "ai vắng hoặc đến muộn, còn lại coi như có mặt;\np vắng có lý do, k vắng không lý do, m đến muộn",
    "who was absent or late, all others being present;\np excused, k absent without reason, m late",
);
const COUNTS_HELP: Words = Words::new(
    "chỉ ghi số người có mặt và phải dự, ví dụ 24/27",
    "only how many came of those expected, for example 24/27",
);
const NOT_HELD_HELP: Words = Words::new("tháng này không họp, và vì sao", "no meeting was held for the month, and why");
const START_HELP: Words = Words::new("giờ bắt đầu: 19:30 hoặc 19h30", "when it began: 19:30 or 19h30");
const END_HELP: Words = Words::new("giờ kết thúc: 21:15 hoặc 21h15", "when it ended: 21:15 or 21h15");
const PLACE_HELP: Words = Words::new("nơi họp", "where it was held");

/// The error is the sentence that refuses.
fn read(matches: &ArgMatches, lang: Lang) -> Result<NewMeetingArgs, String> {
    let text = |id: &str| matches.get_one::<String>(id).cloned();
    let (cell, absent) = apart(matches, lang)?;
    Ok(NewMeetingArgs {
        cell,
        date: matches.get_one::<Date>("date").copied(),
        kind: chosen(matches, "kind", KINDS).map(str::to_owned),
        month: text("month"),
        absent,
        counts: matches.get_one::<(u32, u32)>("counts").copied(),
        not_held: text("not-held"),
        start: text("start"),
        end: text("end"),
        place: text("place"),
        force: matches.get_flag("force"),
    })
}

/// PowerShell makes two arguments of an unquoted `dv02:p,dv09:k`. The second looks like the cell then; but no unit has
/// a colon in its path, so it is told apart and goes back to `--absent`.
fn apart(matches: &ArgMatches, lang: Lang) -> Result<(Option<String>, Vec<values::Absence>), String> {
    let mut absent: Vec<values::Absence> = values::many(matches, "absent");
    let torn = !absent.is_empty();
    let mut cell = None;
    for word in values::many::<String>(matches, "cell") {
        if torn && word.contains(':') {
            let mark = values::absence(&word, lang);
            absent.push(mark.map_err(|reason| values::not_taken("--absent", &word, &reason, lang))?);
        } else if cell.is_some() {
            return Err(values::too_many(&word, lang));
        } else {
            cell = Some(word);
        }
    }
    Ok((cell, values::each_once(absent, lang)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        cli::tests::{refused_vi, run},
        date::ymd,
    };

    fn meeting(line: &str) -> NewMeetingArgs {
        match run(line) {
            Cli::NewMeeting(args) => args,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn nothing_is_required() {
        let expected = NewMeetingArgs {
            cell: None,
            date: None,
            kind: None,
            month: None,
            absent: Vec::new(),
            counts: None,
            not_held: None,
            start: None,
            end: None,
            place: None,
            force: false,
        };
        assert_eq!(meeting("new-meeting"), expected);
    }

    #[test]
    fn every_option_is_read() {
        let expected = NewMeetingArgs {
            cell: Some("xuan-quan/chi-bo-thon-1".to_owned()),
            date: Some(ymd(2018, 3, 5)),
            kind: Some("combined".to_owned()),
            month: Some("2018-02".to_owned()),
            absent: vec![("dv02".to_owned(), 'p'), ("dv09".to_owned(), 'k'), ("dv11".to_owned(), 'm')],
            counts: None,
            not_held: None,
            start: Some("19:30:00".to_owned()),
            end: Some("21:15:00".to_owned()),
            place: Some("nhà".to_owned()),
            force: true,
        };
        let line = "new-meeting xuan-quan/chi-bo-thon-1 --date 05/03/2018 --kind combined --month T2/2018 --absent \
                    dv02:p,dv09:k --absent dv11:m --start 19h30 --end 21:15 --place nhà --force";
        assert_eq!(meeting(line), expected);
        assert_eq!(meeting("new-meeting --counts 24/27").counts, Some((24, 27)));
        assert_eq!(meeting("new-meeting --not-held bão").not_held.as_deref(), Some("bão"));
    }

    #[test]
    fn the_three_ways_exclude_one_another() {
        let help = "xem: chibo new-meeting --help\n";
        for (line, sentence) in [
            ("--absent dv02:p --counts 24/27", "--absent không đi cùng --counts"),
            ("--absent dv02:p --not-held bão", "--absent không đi cùng --not-held"),
            ("--counts 24/27 --not-held bão", "--counts không đi cùng --not-held"),
        ] {
            assert_eq!(refused_vi(&format!("new-meeting {line}")), format!("lỗi: {sentence}\n{help}"));
        }
    }

    #[test]
    fn a_list_that_powershell_tore_apart_is_whole_again() {
        let torn = meeting("new-meeting --absent dv02:p dv09:k dv11:m chi-bo-1");
        assert_eq!(torn, meeting("new-meeting chi-bo-1 --absent dv02:p,dv09:k,dv11:m"));
        let help = "xem: chibo new-meeting --help\n";
        assert_eq!(
            refused_vi("new-meeting --absent dv02:p dv09:x"),
            format!(
                "lỗi: --absent không nhận 'dv09:x': cần MÃ:DẤU, ví dụ dv02:p; dấu: p có lý do, k không lý do, \
                 m đến muộn\n\
                 {help}"
            )
        );
        assert_eq!(
            refused_vi("new-meeting --absent dv02:p,dv02:k"),
            format!("lỗi: --absent nhắc dv02 hai lần\n{help}")
        );
    }
}
