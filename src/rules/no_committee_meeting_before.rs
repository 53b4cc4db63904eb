use crate::{
    date::{self, Date},
    finding::{Flaws, Report},
    lang::say,
    parse::Vocabulary,
    records::{
        meeting::{Kind, Meeting},
        role::Role,
    },
    register::{Cell, Commune, Record, meeting::Standing, people::span},
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Nơi có chi ủy, chi ủy họp trước cuộc họp thường kỳ của chi bộ.
    /// en: Where a cell has a committee, the committee meets before the cell's regular meeting.
    ///
    /// vi: Chi ủy đánh giá tháng trước, dự kiến việc tháng sau và chuẩn bị nội dung; không có cuộc ấy thì chi bộ họp mà chưa
    /// chuẩn bị. Cả Hướng dẫn 09 và 12 đều yêu cầu, nên xét mọi cuộc họp thường kỳ, kết hợp. Có chi ủy là có người giữ chức
    /// vụ chi ủy viên trong ngày họp, hoặc có từ 9 đảng viên chính thức. Ghi ngày ở committee_met, hoặc bằng bản ghi cuộc họp
    /// chi ủy sau cuộc họp thường kỳ trước đó.
    /// en: The committee weighs the past month, plans the next and prepares the meeting; without it the cell meets unprepared.
    /// Guidance 09 and 12 both ask for it, so every regular and combined meeting is looked at. A cell has a committee where
    /// somebody holds the role of committee member on the day, or it has 9 official members or more. It is recorded under
    /// committee_met, or by a record of the committee's own meeting since the regular meeting before.
    ///
    /// Fails:
    /// ```csv chi-bo-thon-2/members.csv
    /// id,admitted,official
    /// dv01,1988-05-19,1989-05-19
    /// dv02,2003-02-03,2004-02-03
    /// dv03,2012-09-02,2013-09-02
    /// dv04,2012-09-02,2013-09-02
    /// dv05,2012-09-02,2013-09-02
    /// dv06,2012-09-02,2013-09-02
    /// dv07,2012-09-02,2013-09-02
    /// dv08,2012-09-02,2013-09-02
    /// dv09,2017-11-06,2018-11-06
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-11-06-regular.toml
    /// date = 2018-11-06
    /// kind = "regular"
    /// counts = { expected = 9, present = 9 }
    /// ```
    /// ```csv chi-bo-thon-1/roles.csv
    /// member,role,from,until
    /// dv01,secretary,2017-02-20,
    /// dv02,committee,2017-02-20,2018-12-05
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-11-05-committee.toml
    /// date = 2018-11-05
    /// kind = "committee"
    ///
    /// [attendance]
    /// dv01 = "x"
    /// dv02 = "x"
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/2018-12-05-combined.toml:1:8: cảnh báo[no-committee-meeting-before] chưa ghi chi ủy họp trước cuộc họp kết hợp ngày 05/12/2018
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:1:8: cảnh báo[no-committee-meeting-before] chưa ghi chi ủy họp trước cuộc họp thường kỳ ngày 06/11/2018
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/2018-12-05-combined.toml:1:8: warning[no-committee-meeting-before] no meeting of the committee is recorded before the combined meeting of 2018-12-05
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:1:8: warning[no-committee-meeting-before] no meeting of the committee is recorded before the regular meeting of 2018-11-06
    /// ```
    ///
    /// Passes:
    /// ```csv chi-bo-thon-2/members.csv
    /// id,admitted,official
    /// dv01,1988-05-19,1989-05-19
    /// dv02,2003-02-03,2004-02-03
    /// dv03,2012-09-02,2013-09-02
    /// dv04,2012-09-02,2013-09-02
    /// dv05,2012-09-02,2013-09-02
    /// dv06,2012-09-02,2013-09-02
    /// dv07,2012-09-02,2013-09-02
    /// dv08,2012-09-02,2013-09-02
    /// dv09,2017-11-07,2018-11-07
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-11-06-regular.toml
    /// date = 2018-11-06
    /// kind = "regular"
    /// counts = { expected = 9, present = 9 }
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-12-06-regular.toml
    /// date = 2018-12-06
    /// kind = "regular"
    /// committee_met = 2018-12-04
    /// counts = { expected = 9, present = 9 }
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-12-20-thematic.toml
    /// date = 2018-12-20
    /// kind = "thematic"
    /// counts = { expected = 9, present = 9 }
    /// ```
    /// ```csv chi-bo-thon-1/roles.csv
    /// member,role,from,until
    /// dv01,secretary,2017-02-20,
    /// dv02,committee,2017-02-20,
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-11-05-committee.toml
    /// date = 2018-11-05
    /// kind = "committee"
    ///
    /// [attendance]
    /// dv01 = "x"
    /// dv02 = "x"
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-11-06-committee.toml
    /// date = 2018-11-06
    /// kind = "committee"
    ///
    /// [attendance]
    /// dv01 = "x"
    /// dv02 = "x"
    /// ```
    "no-committee-meeting-before", Warning,
    Cites::regulation(
        "Hướng dẫn 09-HD/BTCTW ngày 02/3/2012; từ ngày 06/7/2018, Hướng dẫn 12-HD/BTCTW",
        "guidance 09-HD/BTCTW of 2012-03-02; from 2018-07-06, guidance 12-HD/BTCTW"
    ),
    Check::Cell(check)
}

/// Điều lệ Đảng: a cell of nine official members or more elects a committee.
const OFFICIAL_WITH_COMMITTEE: usize = 9;

fn check(_: &Commune<'_>, cell: &Cell<'_>, report: &mut Report<'_>) {
    let (ctx, lang) = (report.ctx, report.ctx.lang);
    let is_told = |meeting: &&Record<'_, Meeting<'_>>| {
        meeting.is_regular() && meeting.is_sound() && meeting.standing(ctx) == Standing::Held
    };
    for meeting in cell.meetings.iter().filter(is_told) {
        // An unknown key may be `committee_met`, misspelt.
        if !meeting.committee_met.is_absent() || meeting.has(Flaws::KEYS) || !has_committee(cell, meeting.day()) {
            continue;
        }
        let before = cell.meetings.iter().filter(is_told).map(|other| other.day()).filter(|day| *day < meeting.day());
        if has_met(cell, before.max(), meeting.day()) {
            continue;
        }
        let (kind, day) = (meeting.kind.label().of(lang), date::show(meeting.day(), lang));
        let message = say!(
            lang,
            "chưa ghi chi ủy họp trước cuộc họp {kind} ngày {day}",
            "no meeting of the committee is recorded before the {kind} meeting of {day}"
        );
        let remedy = say!(
            lang,
            "nếu chi ủy đã họp, ghi ngày ở committee_met",
            "if the committee did meet, write the day under committee_met"
        );
        report.add(&RULE, &cell.unit, meeting.place(meeting.date.at), message).remedy(remedy);
    }
}

fn has_committee(cell: &Cell<'_>, day: Date) -> bool {
    let is_member = |id: &str| {
        cell.people.find(id).is_some_and(|person| matches!(person.membership(&cell.members, day), Some(Some(_))))
    };
    let holds = cell.roles.rows.iter().any(|row| {
        *row.role == Role::Committee
            && span(row, &row.from, &row.until).is_some_and(|span| span.covers(day))
            && is_member(&row.member)
    });
    let official = cell.people.iter().filter(|person| {
        matches!(
            person.membership(&cell.members, day),
            Some(Some(membership)) if !membership.temporary && !membership.probationary
        )
    });
    holds || official.count() >= OFFICIAL_WITH_COMMITTEE
}

/// Whether the committee met, or may have met, after the regular meeting before and up to a day.
fn has_met(cell: &Cell<'_>, before: Option<Date>, day: Date) -> bool {
    let is_between = |other: Date| before.is_none_or(|before| before < other) && other <= day;
    let met = |other: &Record<'_, Meeting<'_>>| {
        *other.kind == Kind::Committee && other.held.copied() != Some(false) && is_between(other.day())
    };
    cell.meetings.iter().any(met) || cell.unread_meetings.iter().any(|unread| is_between(unread.date))
}
