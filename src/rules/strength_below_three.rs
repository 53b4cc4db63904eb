use crate::{
    date::{self, Date},
    finding::{Place, Report},
    lang::{plural, say},
    register::{Cell, Commune},
    rules::{Check, Cites, rule},
    source::At,
};

rule! {
    /// vi: Chi bộ có ít nhất ba đảng viên chính thức.
    /// en: A cell has at least three official members.
    ///
    /// vi: Dưới ba người thì không còn đủ điều kiện là chi bộ: cấp trên phải bổ sung hoặc sáp nhập. Cũng có khi một ngày chính thức
    /// chưa ghi, hay một ngày rời chi bộ ghi nhầm. Người được miễn, đi nơi khác vẫn tính; người sinh hoạt tạm thời thì không. Chi
    /// bộ chưa có danh sách, chưa thành lập hoặc đã giải thể thì không xét. Sổ bắt đầu sau ngày kết thúc Đề án thì xét ở hôm nay.
    /// en: With fewer than three it can no longer be a cell: the committee above must strengthen or merge it. Or a day of official
    /// status is missing, or one of leaving is wrong. The exempt and those away count, those here temporarily do not. A cell
    /// without a roster, not founded yet or dissolved is not judged. A register that begins after the plan's end is judged today.
    ///
    /// Fails:
    /// ```delete chi-bo-thon-2/2018/2018-11-06-regular.toml
    /// ```
    /// ```toml chi-bo-thon-2/cell.toml
    /// name = "Chi bộ thôn 2"
    /// kind = "village"
    /// villages = ["thon-2"]
    /// dissolved = 2018-12-31
    /// ```
    /// ```csv chi-bo-thon-2/members.csv
    /// id,admitted,official,from,until,temporary
    /// dv01,1988-05-19,1989-05-19,,,
    /// dv02,2003-02-03,2004-02-03,,,
    /// dv03,2018-01-01,2019-01-01,,,
    /// dv04,1996-05-19,1997-05-19,,2018-12-30,
    /// dv05,1998-05-19,1999-05-19,,,yes
    /// ```
    /// ```text
    /// chi-bo-thon-2/members.csv:1:1: cảnh báo[strength-below-three] chi bộ có 2 đảng viên chính thức vào ngày 31/12/2018; ít nhất phải có 3
    /// ```
    /// ```text
    /// chi-bo-thon-2/members.csv:1:1: warning[strength-below-three] the cell has 2 official members on 2018-12-31; it needs at least 3
    /// ```
    ///
    /// Fails:
    /// ```delete chi-bo-thon-2/2018/2018-11-06-regular.toml
    /// ```
    /// ```csv chi-bo-thon-2/members.csv
    /// id,admitted,official
    /// dv01,1988-05-19,1989-05-19
    /// ```
    /// ```text
    /// chi-bo-thon-2/members.csv:1:1: cảnh báo[strength-below-three] chi bộ có 1 đảng viên chính thức vào ngày 31/12/2018; ít nhất phải có 3
    /// ```
    /// ```text
    /// chi-bo-thon-2/members.csv:1:1: warning[strength-below-three] the cell has 1 official member on 2018-12-31; it needs at least 3
    /// ```
    ///
    /// Fails:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// plan = { until = 2017-12-31 }
    /// records = { from = 2018-03-01 }
    /// ```
    /// ```delete chi-bo-thon-2/2018/2018-11-06-regular.toml
    /// ```
    /// ```csv chi-bo-thon-2/members.csv
    /// id,admitted,official,from,until
    /// dv01,1988-05-19,1989-05-19,,2019-02-01
    /// dv02,2003-02-03,2004-02-03,,
    /// dv03,1997-05-19,1998-05-19,2018-04-01,2019-01-31
    /// ```
    /// ```text
    /// chi-bo-thon-2/members.csv:1:1: cảnh báo[strength-below-three] chi bộ có 2 đảng viên chính thức vào ngày 01/02/2019; ít nhất phải có 3
    /// ```
    /// ```text
    /// chi-bo-thon-2/members.csv:1:1: warning[strength-below-three] the cell has 2 official members on 2019-02-01; it needs at least 3
    /// ```
    ///
    /// Passes:
    /// ```delete chi-bo-thon-2/2018/2018-11-06-regular.toml
    /// ```
    /// ```csv chi-bo-thon-2/members.csv
    /// id,admitted,official,from,until
    /// dv01,1988-05-19,1989-05-19,,
    /// dv02,2003-02-03,2004-02-03,,2018-12-31
    /// dv03,2017-12-31,2018-12-31,,
    /// ```
    ///
    /// Passes:
    /// ```delete chi-bo-thon-2/2018/2018-11-06-regular.toml
    /// ```
    /// ```toml chi-bo-thon-2/cell.toml
    /// name = "Chi bộ thôn 2"
    /// kind = "village"
    /// villages = ["thon-2"]
    /// dissolved = 2018-12-30
    /// ```
    /// ```csv chi-bo-thon-2/members.csv
    /// id,admitted,official
    /// dv01,1988-05-19,1989-05-19
    /// dv02,2003-02-03,2004-02-03
    /// ```
    ///
    /// Passes:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2018-01-01, until = 2018-12-01 }
    /// ```
    /// ```delete chi-bo-thon-2/2018/2018-11-06-regular.toml
    /// ```
    /// ```csv chi-bo-thon-2/members.csv
    /// id,admitted,official
    /// dv01,1988-05-19,1989-05-19
    /// dv02,2003-02-03,2004-02-03
    /// dv03,2017-12,2018-12
    /// ```
    ///
    /// Passes:
    /// ```toml chi-bo-thon-3/cell.toml
    /// name = "Chi bộ thôn 3"
    /// kind = "other"
    /// ```
    /// ```csv chi-bo-thon-3/members.csv
    /// id,admitted,official
    /// ```
    "strength-below-three", Warning,
    Cites::regulation("Điều lệ Đảng ngày 19/01/2011, Điều 24", "the Party's Charter of 2011-01-19, article 24"), Check::Cell(check)
}

/// The Charter, article 24: a cell has at least three official members.
const LEAST: usize = 3;

fn check(_: &Commune<'_>, cell: &Cell<'_>, report: &mut Report<'_>) {
    let (lang, today) = (report.ctx.lang, report.ctx.state_date());
    let is_alive = cell.sure_life().is_some_and(|life| life.covers(today));
    let Some(roster) =
        cell.members.source.filter(|_| is_alive && !cell.members.unread && !cell.members.rows.is_empty())
    else {
        return;
    };
    // Who may be an official member counts here, and is told where nobody doubts it.
    let count = cell.people.iter().filter(|person| may_be_official(cell, person, today)).count();
    if count < LEAST {
        let (day, members) = (date::show(today, lang), plural(count as u64, "member", "members"));
        let message = say!(
            lang,
            "chi bộ có {count} đảng viên chính thức vào ngày {day}; ít nhất phải có {LEAST}",
            "the cell has {count} official {members} on {day}; it needs at least {LEAST}"
        );
        let remedy = say!(
            lang,
            "xem lại các ngày official, until trong members.csv; nếu đúng, báo đảng ủy xã để bổ sung hoặc sáp nhập",
            "look at official and until in members.csv again; where they are right, \
             ask the commune's Party committee to strengthen or merge the cell"
        );
        report.add(&RULE, &cell.unit, Place::in_source(roster, At::File), message).remedy(remedy);
    }
}

fn may_be_official(cell: &Cell<'_>, person: &crate::register::people::Person, day: Date) -> bool {
    match person.membership(&cell.members, day) {
        None => true,
        Some(None) => false,
        Some(Some(membership)) => {
            // A date that could not be read, or has only a year, may be past.
            let doubtful = person.memberships(&cell.members).any(|row| {
                row.official.is_unread() || row.official.copied().is_some_and(|official| official.earliest() <= day)
            });
            !membership.temporary && (!membership.probationary || doubtful)
        }
    }
}
