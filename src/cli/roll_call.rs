//! `chibo roll-call`: what it takes, and what its help says.

use clap::{ArgAction, ArgMatches, Command};

use crate::{
    cli::{
        Command as Cli, Entry,
        choice::{Choice, chosen, limited},
        page::{Example, Page, option, positional},
        values,
    },
    lang::{Lang, Words, say},
    parse::Vocabulary,
    records::meeting::Mark,
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RollCallArgs {
    /// A record, or a unit whose records wait for marks. Absent: those of the unit that the command stands in.
    pub(crate) record: Option<String>,
    /// No member stands here twice, and no mark is blank.
    pub(crate) marks: Vec<(String, Mark)>,
    /// Of everyone who has no mark then.
    pub(crate) rest: Option<Mark>,
    /// Show the change, write nothing.
    pub(crate) dry_run: bool,
}

/// The options that take members, with the mark of each.
const MARKS: [(&str, Mark, Words); 4] = [
    ("present", Mark::Present, Words::new("có mặt (x)", "present (x)")),
    ("late", Mark::Late, Words::new("đến muộn (m)", "late (m)")),
    ("excused", Mark::Excused, Words::new("vắng có lý do (p)", "excused (p)")),
    ("absent", Mark::Absent, Words::new("vắng không lý do (k)", "absent without reason (k)")),
];

const REST: &[Choice<Mark>] = &[
    Choice::new("present", Mark::Present, MARKS[0].2),
    Choice::new("late", Mark::Late, MARKS[1].2),
    Choice::new("excused", Mark::Excused, MARKS[2].2),
    Choice::new("absent", Mark::Absent, MARKS[3].2),
];

const PAGE: Page = Page {
    name: "roll-call",
    about: Words::new(
        "Điểm danh một bản ghi đã có: chỉ sửa các dấu, mọi thứ khác giữ nguyên",
        "Call the roll of a record that is there: only its marks change",
    ),
    usage: Words::new("[TÙY CHỌN] [BẢN GHI]", "[OPTIONS] [RECORD]"),
    notes: Words::new(
        "Trên màn hình, không có tùy chọn dấu nào thì mở danh sách để điểm danh từng người:\n\
         dấu cách có mặt, dấu phẩy đến muộn, dấu chấm phẩy vắng có lý do, gạch chéo vắng không lý do,\n\
         Tab ghi tất cả người còn lại có mặt. Bộ gõ tiếng Việt để bật hay tắt đều được.",
        "In a terminal, without marks among the options, the roll is called on a full screen:\n\
         space present, comma late, semicolon excused, slash absent without reason,\n\
         Tab marks all the rest present. A Vietnamese input method may be on or off.",
    ),
    examples: &[
        Example {
            line: "chibo roll-call",
            what: Words::new("bản ghi đang chờ điểm danh", "the record that waits for its marks"),
        },
        Example {
            line: "chibo roll-call --excused dv02 --rest present",
            what: Words::new("vắng một người", "one was absent"),
        },
    ],
};

pub(super) const ENTRY: Entry =
    Entry { name: PAGE.name, command, read: |matches, lang| Ok(Cli::RollCall(read(matches, lang)?)) };

fn command(lang: Lang) -> Command {
    let members = MARKS.iter().map(|(id, _, help)| {
        option(id, Words::new("MÃ,...", "ID,..."), *help, lang)
            .action(ArgAction::Append)
            .num_args(1..)
            .value_delimiter(',')
            .value_parser(move |text: &str| values::text(text, lang))
    });
    PAGE.command(lang)
        .arg(
            positional("record", Words::new("BẢN GHI", "RECORD"), RECORD_HELP, lang)
                .value_hint(clap::ValueHint::FilePath)
                .value_parser(move |text: &str| values::text(text, lang)),
        )
        .args(members)
        .arg(limited(option("rest", Words::new("DẤU", "MARK"), REST_HELP, lang), REST, lang))
        .arg(values::dry_run(lang))
}

const RECORD_HELP: Words = Words::new(
    "tệp bản ghi, hoặc chi bộ có bản ghi chờ điểm danh",
    "the record's file, or a cell with one that waits for its marks",
);
const REST_HELP: Words = Words::new("dấu cho mọi người chưa có dấu:", "the mark of everyone who has none:");

/// The error is the sentence that refuses.
fn read(matches: &ArgMatches, lang: Lang) -> Result<RollCallArgs, String> {
    let mut record = matches.get_one::<String>("record").cloned();
    let mut marks: Vec<(String, Mark)> = Vec::new();
    for (option, mark, _) in MARKS {
        for word in values::many::<String>(matches, option) {
            // PowerShell tears `dv01,dv02` apart, so an option takes several words; the record's path is no member.
            if word.contains(['/', '\\', '.']) {
                if record.is_some() {
                    return Err(values::too_many(&word, lang));
                }
                record = Some(word);
                continue;
            }
            let name = format!("--{option}");
            let id = values::id(&word, lang).map_err(|reason| values::not_taken(&name, &word, &reason, lang))?;
            if marks.iter().any(|(other, _)| *other == id) {
                return Err(say!(lang, "{name} nhắc {id} lần nữa", "{name} names {id} once more"));
            }
            marks.push((id, mark));
        }
    }
    let rest = chosen(matches, "rest", REST);
    Ok(RollCallArgs { record, marks, rest, dry_run: matches.get_flag("dry-run") })
}

/// The option that gives a mark.
pub(crate) fn option_of_mark(mark: Mark) -> String {
    MARKS
        .iter()
        .find(|(_, other, _)| *other == mark)
        .map_or_else(|| mark.word().to_owned(), |(id, ..)| format!("--{id}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::tests::{refused_vi, run};

    fn roll(line: &str) -> RollCallArgs {
        match run(line) {
            Cli::RollCall(args) => args,
            other => panic!("{other:?}"),
        }
    }

    fn marks(marks: &[(&str, Mark)]) -> Vec<(String, Mark)> {
        marks.iter().map(|(id, mark)| ((*id).to_owned(), *mark)).collect()
    }

    #[test]
    fn nothing_is_required_and_every_option_is_read() {
        let nothing = RollCallArgs { record: None, marks: Vec::new(), rest: None, dry_run: false };
        assert_eq!(roll("roll-call"), nothing);
        let all = RollCallArgs {
            record: Some("2018/a.toml".to_owned()),
            marks: marks(&[
                ("dv01", Mark::Present),
                ("dv02", Mark::Present),
                ("dv03", Mark::Late),
                ("dv04", Mark::Excused),
                ("dv05", Mark::Absent),
            ]),
            rest: Some(Mark::Present),
            dry_run: true,
        };
        let line = "roll-call 2018/a.toml --present dv01,dv02 --late dv03 --excused dv04 --absent dv05 --rest present --dry-run";
        assert_eq!(roll(line), all);
    }

    #[test]
    fn a_list_that_powershell_tore_apart_is_whole_again() {
        let whole = roll("roll-call 2018/a.toml --excused dv01,dv02");
        assert_eq!(roll("roll-call 2018/a.toml --excused dv01 dv02"), whole);
        assert_eq!(roll("roll-call --excused dv01 dv02 2018/a.toml"), whole);
    }

    #[test]
    fn nobody_has_two_marks() {
        let help = "xem: chibo roll-call --help\n";
        let refused = refused_vi("roll-call --present dv01 --late dv01");
        assert_eq!(refused, format!("lỗi: --late nhắc dv01 lần nữa\n{help}"));
        let refused = refused_vi("roll-call --late đv01");
        assert!(refused.starts_with("lỗi: --late không nhận 'đv01': cần một chữ cái"), "{refused}");
    }
}
