use crate::{
    date::{self, Date, Span},
    finding::Report,
    lang::say,
    parse::Vocabulary,
    records::member::MemberRow,
    register::{Cell, Commune, Lookup, people::span, posts::role_span},
    rules::{Check, Cites, probation_length::PROBATION_MONTHS, rule},
};

rule! {
    /// vi: Người giữ chức vụ trong chi bộ là đảng viên chính thức.
    /// en: Who holds a role in a cell is an official member.
    ///
    /// vi: Đảng viên dự bị không có quyền biểu quyết, ứng cử và bầu cử, nên không thể là bí thư, phó bí thư hay chi ủy viên: ngày
    /// nhận chức hoặc ngày chính thức đã ghi sai. Chức vụ có từ trước khi có sổ thì xét vào ngày đầu của sổ. Hết 12 tháng mà ngày
    /// chính thức để trống thì đó là việc của probation-overdue.
    /// en: On probation a member neither votes nor stands nor elects, and so is no secretary, deputy or committee member: the day
    /// of taking the role is wrong, or that of official status. A role from before the records is judged on their first day.
    /// After 12 months an empty official date is the matter of probation-overdue.
    ///
    /// Fails:
    /// ```delete chi-bo-thon-2/2018/2018-11-06-regular.toml
    /// ```
    /// ```csv chi-bo-thon-2/members.csv
    /// id,admitted,official,from
    /// dv01,1988-05-19,1989-05-19,
    /// dv02,2003-02-03,2004-02-03,
    /// dv03,2012-09-02,2013-09-02,
    /// dv04,2017-02-22,2018-02-22,
    /// dv05,2017-10-02,2018-10-02,
    /// dv06,2017-12-19,,
    /// ```
    /// ```csv chi-bo-thon-2/roles.csv
    /// member,role,from,until
    /// dv01,secretary,2017-02-22,
    /// dv04,deputy-secretary,2018-02-21,
    /// dv05,committee,,
    /// dv06,committee,2018-12-18,
    /// ```
    /// ```text
    /// chi-bo-thon-2/roles.csv:3:6: lỗi[candidate-holds-role] `dv04` giữ chức phó bí thư vào ngày 21/02/2018, khi chưa là đảng viên chính thức (chính thức từ 22/02/2018)
    /// chi-bo-thon-2/roles.csv:4:6: lỗi[candidate-holds-role] `dv05` giữ chức chi ủy viên vào ngày 01/10/2018, khi chưa là đảng viên chính thức (chính thức từ 02/10/2018)
    /// chi-bo-thon-2/roles.csv:5:6: lỗi[candidate-holds-role] `dv06` giữ chức chi ủy viên vào ngày 18/12/2018, khi chưa là đảng viên chính thức (chưa có ngày chính thức)
    /// ```
    /// ```text
    /// chi-bo-thon-2/roles.csv:3:6: error[candidate-holds-role] `dv04` holds the role of deputy secretary on 2018-02-21 while not yet an official member (official from 2018-02-22)
    /// chi-bo-thon-2/roles.csv:4:6: error[candidate-holds-role] `dv05` holds the role of committee member on 2018-10-01 while not yet an official member (official from 2018-10-02)
    /// chi-bo-thon-2/roles.csv:5:6: error[candidate-holds-role] `dv06` holds the role of committee member on 2018-12-18 while not yet an official member (no official date)
    /// ```
    ///
    /// Fails:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2018-10-01, until = 2018-12-31 }
    /// levels = { no-committee-meeting-before = "off" }
    /// ```
    /// ```csv chi-bo-thon-1/roles.csv
    /// member,role,from,until
    /// dv01,secretary,2017-02-20,
    /// dv04,committee,2018-06-01,
    /// ```
    /// ```csv chi-bo-thon-2/members.csv
    /// id,admitted,official
    /// dv01,1988-05-19,1989-05-19
    /// dv02,2003-02-03,2004-02-03
    /// dv03,2018-05-19,dự bị
    /// ```
    /// ```csv chi-bo-thon-2/roles.csv
    /// member,role,from,until
    /// dv01,secretary,2017-02-22,
    /// dv03,deputy-secretary,2018-06-01,
    /// ```
    /// ```text
    /// chi-bo-thon-1/roles.csv:3:6: lỗi[candidate-holds-role] `dv04` giữ chức chi ủy viên vào ngày 01/06/2018, khi chưa là đảng viên chính thức (chưa có ngày chính thức)
    /// chi-bo-thon-2/members.csv:4:17: lỗi[wrong-value] `official` ghi dự bị; cần một ngày (2018-03-05 hoặc 05/03/2018), một tháng (1985-06) hoặc một năm (1985)
    /// ```
    /// ```text
    /// chi-bo-thon-1/roles.csv:3:6: error[candidate-holds-role] `dv04` holds the role of committee member on 2018-06-01 while not yet an official member (no official date)
    /// chi-bo-thon-2/members.csv:4:17: error[wrong-value] `official` is dự bị; it takes a date (2018-03-05 or 05/03/2018), a month (1985-06) or a year (1985)
    /// ```
    ///
    /// Passes:
    /// ```delete chi-bo-thon-2/2018/2018-11-06-regular.toml
    /// ```
    /// ```csv chi-bo-thon-2/members.csv
    /// id,admitted,official,from
    /// dv01,1988-05-19,1989-05-19,
    /// dv02,2003-02-03,2004-02-03,
    /// dv03,2012-09-02,2013,
    /// dv04,2017-02-22,2018-02-22,2018-02-22
    /// dv05,2017-10-01,2018-10-01,
    /// dv06,2017-12-19,,
    /// dv07,2018-01-05,2019-01-05,
    /// ```
    /// ```csv chi-bo-thon-2/roles.csv
    /// member,role,from,until
    /// dv01,secretary,2017-02-22,
    /// dv03,committee,2013-03-05,2014-03-05
    /// dv04,deputy-secretary,2018-02-21,
    /// dv05,committee,,
    /// dv06,committee,2018-12-19,
    /// dv07,committee,,2018-09-30
    /// ```
    "candidate-holds-role", Error,
    Cites::regulation("Điều lệ Đảng ngày 19/01/2011, Điều 3", "the Party's Charter of 2011-01-19, article 3"), Check::Cell(check)
}

fn check(_: &Commune<'_>, cell: &Cell<'_>, report: &mut Report<'_>) {
    let lang = report.ctx.lang;
    let records = report.ctx.period().from;
    for row in &cell.roles.rows {
        let (Lookup::Found(person), Some(held)) = (cell.person(&row.member), role_span(row)) else { continue };
        // An empty `from` is before the records; who is a member since when then is not asked.
        let held = if row.from.is_absent() { held.meet(Span { from: records, ..Span::ALWAYS }) } else { held };
        let early = person.memberships(&cell.members).find_map(|member| {
            let common = held.meet(span(member, &member.from, &member.until)?);
            (!common.is_empty() && is_candidate(member, common.from)).then_some((member, common.from))
        });
        let Some((member, day)) = early else { continue };
        let (id, role, day) = (&**row.member, row.role.label().of(lang), date::show(day, lang));
        let official = member.official.copied().map_or_else(
            || say!(lang, "chưa có ngày chính thức", "no official date"),
            |official| {
                let official = official.show(lang);
                say!(lang, "chính thức từ {official}", "official from {official}")
            },
        );
        let message = say!(
            lang,
            "`{id}` giữ chức {role} vào ngày {day}, khi chưa là đảng viên chính thức ({official})",
            "`{id}` holds the role of {role} on {day} while not yet an official member ({official})"
        );
        let remedy = say!(
            lang,
            "xem lại ngày nhận chức ở đây và ngày chính thức trong members.csv; đảng viên dự bị không giữ chức vụ",
            "look at the day here and the official date in members.csv again; nobody on probation holds a role"
        );
        report.add(&RULE, &cell.unit, row.place(row.role.at), message).remedy(remedy);
    }
}

/// Whether someone is on probation on a day for certain.
fn is_candidate(member: &MemberRow<'_>, day: Date) -> bool {
    if member.official.is_unread() {
        return false;
    }
    let ends = date::plus_months(member.admitted.earliest(), PROBATION_MONTHS);
    day < member.official.copied().map_or(ends, |official| official.earliest())
}
