//! `chibo member`: what it takes, and what its help says.

mod choices;

use clap::{ArgMatches, Command};

use self::choices::{EVENTS, LEAVINGS, REASONS, ROLES};
use crate::{
    cli::{
        Command as Cli, Entry,
        choice::{chosen, limited},
        page::{Example, Page, flag, option, positional},
        values,
    },
    date::{Date, PartialDate},
    lang::{Lang, Words, say},
    records::{
        member::Leaving,
        role::{Role, RoleHow},
        status::Reason,
    },
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct MemberArgs {
    pub(crate) event: MemberEvent,
    /// `[CELL/]MEMBER`; of an admission, the cell. As typed.
    pub(crate) who: Option<String>,
    /// Absent: today.
    pub(crate) date: Option<Date>,
    /// The last day of a status.
    pub(crate) until: Option<Date>,
    pub(crate) reason: Option<Reason>,
    pub(crate) leaving: Option<Leaving>,
    /// The cell to which a member goes, as typed.
    pub(crate) to: Option<String>,
    /// The id that a new member gets. Absent: the next that is free.
    pub(crate) id: Option<String>,
    /// Of who was admitted to the Party elsewhere, and came later.
    pub(crate) admitted: Option<PartialDate>,
    pub(crate) official: Option<PartialDate>,
    pub(crate) temporary: bool,
    /// In the cell since before the records: no day of coming is written.
    pub(crate) already: bool,
    pub(crate) role: Option<Role>,
    /// Goes to names.csv.
    pub(crate) name: Option<String>,
    pub(crate) dry_run: bool,
}

/// One dated event in a member's life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MemberEvent {
    Admit,
    Official,
    Transfer,
    Exempt,
    Return,
    Away,
    Suspend,
    Leave,
    Elect,
    Appoint,
    Relieve,
    Forget,
}

const PAGE: Page = Page {
    name: "member",
    about: Words::new(
        "Ghi một việc của đảng viên: kết nạp, chính thức, chuyển, miễn, chức vụ",
        "Record an event of a member: admitted, official, moved, exempt, a role",
    ),
    usage: Words::new(
        "[TÙY CHỌN] <VIỆC> [CHI BỘ/]<MÃ>\n          chibo member admit [TÙY CHỌN] [CHI BỘ]",
        "[OPTIONS] <EVENT> [CELL/]<MEMBER>\n       chibo member admit [OPTIONS] [CELL]",
    ),
    notes: Words::new(
        "Sửa members.csv, statuses.csv, roles.csv, names.csv của chi bộ, chỉ những dòng có liên quan.\n\
         Việc làm cho sổ dữ liệu sai thì không ghi, và nói vì sao.\n\n\
         Mã thoát:\n  0  đã ghi, hoặc đã in (--dry-run)\n  2  không ghi\n  3  không có sổ dữ liệu hoặc chi bộ",
        "It edits members.csv, statuses.csv, roles.csv and names.csv of the cell, only the rows concerned.\n\
         What would make the register wrong is not written, and is told why.\n\n\
         Exit codes:\n  0  written, or shown (--dry-run)\n  2  not written\n  3  no register, or no cell",
    ),
    examples: &[
        Example {
            line: "chibo member transfer dv05 --date 30/06/2018 --dry-run",
            what: Words::new("xem sẽ sửa gì", "what would be edited"),
        },
        Example {
            line: "chibo member elect dv01 --as secretary --date 10/06/2017",
            what: Words::new("bầu bí thư", "a secretary is elected"),
        },
        Example {
            line: "chibo member admit chi-bo-thon-1 --admitted 1985 --already",
            what: Words::new("lập danh sách buổi đầu", "the roster, at the beginning"),
        },
    ],
};

pub(super) const ENTRY: Entry =
    Entry { name: PAGE.name, command, read: |matches, lang| Ok(Cli::Member(read(matches, lang)?)) };

fn command(lang: Lang) -> Command {
    const EVENT: Words = Words::new("việc cần ghi:", "what happened:");
    const WHO: Words = Words::new(
        "mã đảng viên, hoặc CHI BỘ/MÃ; với admit là chi bộ",
        "the member's id, or CELL/ID; for admit the cell",
    );
    const UNTIL: Words = Words::new("ngày cuối của thời gian miễn, đi hoặc đình chỉ", "the last day of the status");
    const REASON: Words = Words::new("lý do miễn hoặc đi:", "why exempt or away:");
    const LEAVING: Words = Words::new("vì sao ra (leave):", "why the member leaves (leave):");
    const TO: Words =
        Words::new("chi bộ nhận, nếu có trong sổ (transfer)", "the cell that takes the member (transfer)");
    const ID: Words = Words::new("mã mới; không có thì mã tiếp theo (admit)", "the new id; else the next one (admit)");
    const ADMITTED: Words = Words::new(
        "ngày, tháng hoặc năm vào Đảng, nếu kết nạp ở nơi khác (admit)",
        "when admitted to the Party, if elsewhere: a day, month or year (admit)",
    );
    const OFFICIAL: Words = Words::new("ngày chính thức, nếu đã có (admit)", "when official, if so already (admit)");
    const TEMPORARY: Words = Words::new("sinh hoạt tạm thời (admit)", "attends for a time only (admit)");
    const ALREADY: Words = Words::new(
        "đã ở chi bộ từ trước khi lập sổ; thay cho --date (admit)",
        "in the cell since before the records; in place of --date (admit)",
    );
    const AS: Words = Words::new("chức vụ (elect, appoint, relieve):", "the role (elect, appoint, relieve):");
    const NAME: Words = Words::new("họ tên, ghi vào names.csv (admit)", "the name, for names.csv (admit)");
    let day = Words::new("NGÀY", "DATE");
    let id = Words::new("MÃ", "ID");
    PAGE.command(lang)
        .arg(limited(positional("event", Words::new("VIỆC", "EVENT"), EVENT, lang), EVENTS, lang).required(true))
        .arg(values::said(positional("who", id, WHO, lang), lang))
        .arg(values::event_date(lang))
        .arg(values::date_named("until", UNTIL, lang))
        .arg(limited(option("reason", Words::new("LÝ DO", "REASON"), REASON, lang), REASONS, lang))
        .arg(limited(option("leaving", Words::new("LÝ DO", "REASON"), LEAVING, lang), LEAVINGS, lang))
        .arg(values::said(option("to", Words::new("CHI BỘ", "CELL"), TO, lang), lang))
        .arg(option("id", id, ID, lang).value_parser(move |value: &str| values::id(value, lang)))
        .arg(option("admitted", day, ADMITTED, lang).value_parser(move |v: &str| values::partial_date(v, lang)))
        .arg(option("official", day, OFFICIAL, lang).value_parser(move |v: &str| values::partial_date(v, lang)))
        .arg(flag("temporary", TEMPORARY, lang))
        .arg(flag("already", ALREADY, lang).conflicts_with("date").requires("admitted"))
        .arg(limited(option("as", Words::new("CHỨC VỤ", "ROLE"), AS, lang), ROLES, lang))
        .arg(values::said(option("name", Words::new("HỌ TÊN", "NAME"), NAME, lang), lang))
        .arg(values::dry_run(lang))
}

/// The options that go with an event beside its date.
fn takes(event: MemberEvent) -> &'static [&'static str] {
    match event {
        MemberEvent::Admit => &["date", "id", "admitted", "official", "temporary", "already", "name"],
        MemberEvent::Transfer => &["date", "to", "id"],
        MemberEvent::Exempt | MemberEvent::Away => &["date", "until", "reason"],
        MemberEvent::Suspend => &["date", "until"],
        MemberEvent::Leave => &["date", "leaving"],
        MemberEvent::Elect | MemberEvent::Appoint | MemberEvent::Relieve => &["date", "as"],
        MemberEvent::Official | MemberEvent::Return => &["date"],
        MemberEvent::Forget => &[],
    }
}

fn read(matches: &ArgMatches, lang: Lang) -> Result<MemberArgs, String> {
    let event = chosen(matches, "event", EVENTS).ok_or_else(|| say!(lang, "thiếu VIỆC", "EVENT is missing"))?;
    let word = matches.get_one::<String>("event").map(String::as_str).unwrap_or_default();
    let all = [
        "date",
        "until",
        "reason",
        "leaving",
        "to",
        "id",
        "admitted",
        "official",
        "temporary",
        "already",
        "as",
        "name",
    ];
    values::only(matches, &all, takes(event), word, lang)?;
    let who = matches.get_one::<String>("who").cloned();
    if who.is_none() && event != MemberEvent::Admit {
        return Err(say!(lang, "thiếu mã đảng viên: {word} [CHI BỘ/]MÃ", "the member is missing: {word} [CELL/]ID"));
    }
    let leaving = chosen(matches, "leaving", LEAVINGS);
    if event == MemberEvent::Leave && leaving.is_none() {
        return Err(say!(
            lang,
            "leave cần --leaving: struck-off, expelled, resigned hoặc died; chuyển đi là transfer",
            "leave needs --leaving: struck-off, expelled, resigned or died; who moves away is a transfer"
        ));
    }
    let role = chosen(matches, "as", ROLES);
    let how = match event {
        MemberEvent::Elect => Some(RoleHow::Elected),
        MemberEvent::Appoint => Some(RoleHow::Appointed),
        _ => None,
    };
    if let Some(how) = how.filter(|_| role.is_none()) {
        return Err(role_is_missing(how, lang));
    }
    Ok(MemberArgs {
        event,
        who,
        date: matches.get_one::<Date>("date").copied(),
        until: matches.get_one::<Date>("until").copied(),
        reason: chosen(matches, "reason", REASONS),
        leaving,
        to: matches.get_one::<String>("to").cloned(),
        id: matches.get_one::<String>("id").cloned(),
        admitted: matches.get_one::<PartialDate>("admitted").copied(),
        official: matches.get_one::<PartialDate>("official").copied(),
        temporary: matches.get_flag("temporary"),
        already: matches.get_flag("already"),
        role,
        name: matches.get_one::<String>("name").cloned(),
        dry_run: matches.get_flag("dry-run"),
    })
}

/// Why who is elected or appointed to nothing is refused.
pub(crate) fn role_is_missing(how: RoleHow, lang: Lang) -> String {
    let event = match how {
        RoleHow::Elected => "elect",
        RoleHow::Appointed => "appoint",
    };
    say!(
        lang,
        "{event} cần --as: secretary, deputy-secretary hoặc committee",
        "{event} needs --as: secretary, deputy-secretary or committee"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        cli::tests::{refused_vi, run},
        date::ymd,
    };

    fn member(line: &str) -> MemberArgs {
        match run(line) {
            Cli::Member(args) => args,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn an_event_has_its_day_and_what_goes_with_it() {
        let exempt = member("member exempt a/dv03 --date 05/03/2018 --until 2018-06-30 --reason illness --dry-run");
        assert_eq!((exempt.event, exempt.who.as_deref()), (MemberEvent::Exempt, Some("a/dv03")));
        assert_eq!((exempt.date, exempt.until), (Some(ymd(2018, 3, 5)), Some(ymd(2018, 6, 30))));
        assert_eq!((exempt.reason, exempt.dry_run), (Some(Reason::Illness), true));
        let admit = member("member admit --id dv12 --admitted 1985 --official 1986-02 --temporary");
        assert_eq!((admit.who, admit.id.as_deref(), admit.temporary), (None, Some("dv12"), true));
        assert_eq!(admit.admitted, Some(PartialDate::Year(1985)));
        assert_eq!(member("member leave dv01 --leaving died").leaving, Some(Leaving::Died));
        assert!(member("member admit --admitted 1985 --already").already);
        let elect = member("member elect dv01 --as secretary");
        assert_eq!((elect.event, elect.role), (MemberEvent::Elect, Some(Role::Secretary)));
        assert_eq!(member("member relieve dv01").role, None);
    }

    #[test]
    fn what_does_not_go_with_an_event_is_refused() {
        let see = "\nxem: chibo member --help\n";
        let cases = [
            ("member forget dv01 --date 2018-01-01", "forget không dùng --date"),
            ("member official dv01 --until 2018-01-01 --to x", "official không dùng --until, --to; chỉ dùng: --date"),
            ("member transfer", "thiếu mã đảng viên: transfer [CHI BỘ/]MÃ"),
            (
                "member leave dv01",
                "leave cần --leaving: struck-off, expelled, resigned hoặc died; chuyển đi là transfer",
            ),
            ("member appoint dv01", "appoint cần --as: secretary, deputy-secretary hoặc committee"),
            ("member leave dv01 --leaving died --as committee", "leave không dùng --as; chỉ dùng: --date, --leaving"),
            (
                "member admit --id 7",
                "--id không nhận '7': cần một chữ cái, rồi chữ cái không dấu, chữ số, gạch nối, ví dụ dv07",
            ),
        ];
        for (line, reason) in cases {
            assert_eq!(refused_vi(line), format!("lỗi: {reason}{see}"), "{line}");
        }
    }
}
