//! `chibo official`: what it takes, and what its help says.

use clap::{ArgMatches, Command};

use crate::{
    cli::{
        Command as Cli, Entry,
        choice::{Choice, chosen, limited},
        page::{Example, Page, option, positional},
        values,
    },
    date::{Date, PartialDate},
    lang::{Lang, Words, say},
    records::official::Post,
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OfficialArgs {
    pub(crate) event: OfficialEvent,
    /// `[COMMUNE]#VILLAGE` of who is elected or appointed, else `[COMMUNE/]OFFICIAL`. As typed.
    pub(crate) who: String,
    /// Absent: today.
    pub(crate) date: Option<Date>,
    /// The post of who is appointed.
    pub(crate) post: Post,
    /// Absent: the next that is free.
    pub(crate) id: Option<String>,
    pub(crate) party_since: Option<PartialDate>,
    /// `cell/member`: the same person on a roster.
    pub(crate) member: Option<(String, String)>,
    pub(crate) mentor: Option<(String, String)>,
    pub(crate) dry_run: bool,
}

/// One dated event in the life of a village head or deputy head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OfficialEvent {
    Elect,
    Appoint,
    Leave,
    Admit,
}

const EVENTS: &[Choice<OfficialEvent>] = &[
    Choice::new(
        "elect",
        OfficialEvent::Elect,
        Words::new("bầu trưởng thôn; người cũ thôi từ hôm trước", "a village head is elected; the former one leaves"),
    ),
    Choice::new(
        "appoint",
        OfficialEvent::Appoint,
        Words::new(
            "công nhận phó trưởng thôn; --as head là trưởng thôn lâm thời",
            "a deputy head is recognised; --as head, an interim head",
        ),
    ),
    Choice::new(
        "leave",
        OfficialEvent::Leave,
        Words::new("thôi giữ chức; ngày là ngày cuối", "leaves the post; the day is the last in it"),
    ),
    Choice::new("admit", OfficialEvent::Admit, Words::new("được kết nạp vào Đảng", "is admitted to the Party")),
];

const POSTS: &[Choice<Post>] = &[
    Choice::new("deputy", Post::Deputy, Words::new("phó trưởng thôn (mặc định)", "deputy head (the default)")),
    Choice::new("head", Post::Head, Words::new("trưởng thôn lâm thời", "interim head")),
];

const PAGE: Page = Page {
    name: "official",
    about: Words::new(
        "Ghi một việc của trưởng thôn, phó trưởng thôn: bầu, công nhận, thôi, vào Đảng",
        "Record an event of a village head or deputy: elected, recognised, gone, admitted",
    ),
    usage: Words::new(
        "[TÙY CHỌN] elect|appoint [XÃ]#<THÔN>\n          chibo official [TÙY CHỌN] leave|admit [XÃ/]<MÃ>",
        "[OPTIONS] elect|appoint [COMMUNE]#<VILLAGE>\n       chibo official [OPTIONS] leave|admit [COMMUNE/]<ID>",
    ),
    notes: Words::new(
        "Sửa officials.csv của xã, chỉ những dòng có liên quan. Bầu lại người cũ thì thêm --id: ngày vào Đảng\n\
         và chi bộ của người đó được chép sang. Việc làm cho sổ dữ liệu sai thì không ghi, và nói vì sao.\n\n\
         Mã thoát:\n  0  đã ghi, hoặc đã in (--dry-run)\n  2  không ghi\n  3  không có sổ dữ liệu hoặc thôn",
        "It edits the commune's officials.csv, only the rows concerned. For a person who is there add --id:\n\
         what is known of the person is copied. What would make the register wrong is not written.\n\n\
         Exit codes:\n  0  written, or shown (--dry-run)\n  2  not written\n  3  no register, or no village",
    ),
    examples: &[
        Example {
            line: "chibo official elect xuan-quan#thon-1 --id tt01 --date 12/03/2019",
            what: Words::new("bầu lại trưởng thôn", "the head is elected again"),
        },
        Example {
            line: "chibo official elect \"#thon-2\" --member chi-bo-thon-2/dv03",
            what: Words::new("người mới, là đảng viên", "a new head, who is a member"),
        },
        Example {
            line: "chibo official leave pt01 --dry-run",
            what: Words::new("xem sẽ sửa gì", "what would be edited"),
        },
    ],
};

pub(super) const ENTRY: Entry =
    Entry { name: PAGE.name, command, read: |matches, lang| Ok(Cli::Official(read(matches, lang)?)) };

fn command(lang: Lang) -> Command {
    const EVENT: Words = Words::new("việc cần ghi:", "what happened:");
    const WHO: Words = Words::new(
        "thôn, dạng XÃ#THÔN hoặc #THÔN (elect, appoint); mã, hoặc XÃ/MÃ (leave, admit)",
        "COMMUNE#VILLAGE or #VILLAGE (elect, appoint); the id, or COMMUNE/ID (leave, admit)",
    );
    const AS: Words = Words::new("chức danh (appoint):", "the post (appoint):");
    const ID: Words = Words::new("mã người đó; không có thì mã tiếp theo", "the person's id; else the next one");
    const SINCE: Words = Words::new(
        "ngày, tháng hoặc năm vào Đảng (elect, appoint)",
        "a member of the Party since this day, month or year (elect, appoint)",
    );
    const MEMBER: Words = Words::new("người đó trong danh sách chi bộ", "the same person on a cell's roster");
    const MENTOR: Words =
        Words::new("đảng viên giúp đỡ, nếu người đó chưa vào Đảng", "the member who helps, if not a member");
    let (id, on_roster) = (Words::new("MÃ", "ID"), Words::new("CHI BỘ/MÃ", "CELL/ID"));
    PAGE.command(lang)
        .arg(limited(positional("event", Words::new("VIỆC", "EVENT"), EVENT, lang), EVENTS, lang).required(true))
        .arg(values::said(positional("who", Words::new("AI", "WHO"), WHO, lang), lang).required(true))
        .arg(values::event_date(lang))
        .arg(limited(option("as", Words::new("CHỨC", "POST"), AS, lang), POSTS, lang))
        .arg(option("id", id, ID, lang).value_parser(move |value: &str| values::id(value, lang)))
        .arg(
            option("party-since", Words::new("NGÀY", "DATE"), SINCE, lang)
                .value_parser(move |value: &str| values::partial_date(value, lang)),
        )
        .arg(option("member", on_roster, MEMBER, lang).value_parser(move |v: &str| values::on_roster(v, lang)))
        .arg(option("mentor", on_roster, MENTOR, lang).value_parser(move |v: &str| values::on_roster(v, lang)))
        .arg(values::dry_run(lang))
}

fn takes(event: OfficialEvent) -> &'static [&'static str] {
    match event {
        OfficialEvent::Elect => &["id", "party-since", "member", "mentor"],
        OfficialEvent::Appoint => &["as", "id", "party-since", "member", "mentor"],
        OfficialEvent::Leave => &[],
        OfficialEvent::Admit => &["member"],
    }
}

fn read(matches: &ArgMatches, lang: Lang) -> Result<OfficialArgs, String> {
    let event = chosen(matches, "event", EVENTS).ok_or_else(|| say!(lang, "thiếu VIỆC", "EVENT is missing"))?;
    let word = matches.get_one::<String>("event").map(String::as_str).unwrap_or_default();
    values::only(matches, &["as", "id", "party-since", "member", "mentor"], takes(event), word, lang)?;
    let who = matches.get_one::<String>("who").cloned();
    Ok(OfficialArgs {
        event,
        who: who.ok_or_else(|| say!(lang, "thiếu AI", "WHO is missing"))?,
        date: matches.get_one::<Date>("date").copied(),
        post: chosen(matches, "as", POSTS).unwrap_or(Post::Deputy),
        id: matches.get_one::<String>("id").cloned(),
        party_since: matches.get_one::<PartialDate>("party-since").copied(),
        member: matches.get_one::<(String, String)>("member").cloned(),
        mentor: matches.get_one::<(String, String)>("mentor").cloned(),
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

    fn official(line: &str) -> OfficialArgs {
        match run(line) {
            Cli::Official(args) => args,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn an_event_has_its_day_and_what_goes_with_it() {
        let elect = official("official elect #thon-1 --date 2019-03-12 --id tt01 --member chi-bo/dv02");
        assert_eq!((elect.event, elect.who.as_str()), (OfficialEvent::Elect, "#thon-1"));
        assert_eq!((elect.date, elect.id.as_deref()), (Some(ymd(2019, 3, 12)), Some("tt01")));
        assert_eq!(elect.member, Some(("chi-bo".to_owned(), "dv02".to_owned())));
        assert_eq!(official("official appoint #a").post, Post::Deputy);
        assert_eq!(official("official appoint #a --as head").post, Post::Head);
    }

    #[test]
    fn what_does_not_go_with_an_event_is_refused() {
        let see = "\nxem: chibo official --help\n";
        let cases = [
            ("official elect #a --as head", "elect không dùng --as; chỉ dùng: --id, --party-since, --member, --mentor"),
            ("official leave tt01 --member a/b", "leave không dùng --member"),
            ("official elect #a --member dv02", "--member không nhận 'dv02': cần CHI_BỘ/MÃ, ví dụ chi-bo-thon-1/dv02"),
        ];
        for (line, reason) in cases {
            assert_eq!(refused_vi(line), format!("lỗi: {reason}{see}"), "{line}");
        }
    }
}
