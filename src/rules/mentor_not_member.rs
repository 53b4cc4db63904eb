use crate::{
    date::Span,
    finding::Report,
    lang::say,
    register::{Commune, Lookup, people::span, posts::post_span},
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Người giúp đỡ trưởng thôn, phó trưởng thôn là đảng viên của chi bộ ấy trong thời gian người được giúp giữ chức.
    /// en: The mentor of a village head or deputy is a member of the cell while the one they help is in post.
    ///
    /// vi: Chi bộ phân công đảng viên của mình giúp đỡ người chưa vào Đảng. Chỉ báo khi người giúp đỡ không ở chi bộ ấy ngày nào
    /// trong thời gian giữ chức, tính đến hôm nay: khi ấy mã người, mã chi bộ hoặc một ngày đã ghi sai. Người giúp đỡ đã chuyển
    /// đi giữa chừng không phải là lỗi của sổ; chỉ tiêu mentor-assigned sẽ tính.
    /// en: A cell assigns one of its own members to help somebody towards the Party. Reported only where the mentor is in that cell
    /// on no day of the post so far: then an id, the cell or a date is wrong. A mentor who left midway is no mistake of the
    /// records; mentor-assigned counts that.
    ///
    /// Fails:
    /// ```csv chi-bo-thon-2/members.csv
    /// id,admitted,official,from
    /// dv01,1988-05-19,1989-05-19,
    /// dv02,2003-02-03,2004-02-03,
    /// dv03,2012-09-02,2013-09-02,
    /// dv04,1996-05-19,1997-05-19,2019-01-01
    /// ```
    /// ```csv officials.csv
    /// id,village,role,from,until,how,mentor
    /// pt01,thon-1,deputy,2018-03-20,,recognised,chi-bo-thon-2/dv04
    /// tt01,thon-1,head,2017-03-12,,elected,
    /// tt02,thon-2,head,2018-07-01,,elected,chi-bo-thon-1/dv05
    /// ```
    /// ```text
    /// officials.csv:2:43: lỗi[mentor-not-member] người giúp đỡ `chi-bo-thon-2/dv04` không ở chi bộ ấy ngày nào trong thời gian `pt01` giữ chức
    /// officials.csv:4:38: lỗi[mentor-not-member] người giúp đỡ `chi-bo-thon-1/dv05` không ở chi bộ ấy ngày nào trong thời gian `tt02` giữ chức
    /// ```
    /// ```text
    /// officials.csv:2:43: error[mentor-not-member] the mentor `chi-bo-thon-2/dv04` is in that cell on no day of the time in post of `pt01`
    /// officials.csv:4:38: error[mentor-not-member] the mentor `chi-bo-thon-1/dv05` is in that cell on no day of the time in post of `tt02`
    /// ```
    ///
    /// Fails:
    /// ```toml chi-bo-thon-3/cell.toml
    /// name = "Chi bộ thôn 3"
    /// kind = "other"
    /// dissolved = 2017-03-11
    /// ```
    /// ```csv chi-bo-thon-3/members.csv
    /// id,admitted,official
    /// dv01,1988-05-19,1989-05-19
    /// ```
    /// ```csv officials.csv
    /// id,village,role,from,until,how,mentor
    /// pt01,thon-1,deputy,2017-03-20,,recognised,
    /// tt01,thon-1,head,2017-03-12,,elected,
    /// tt02,thon-2,head,2017-03-12,,elected,chi-bo-thon-3/dv01
    /// ```
    /// ```text
    /// officials.csv:4:38: lỗi[mentor-not-member] người giúp đỡ `chi-bo-thon-3/dv01` không ở chi bộ ấy ngày nào trong thời gian `tt02` giữ chức
    /// ```
    /// ```text
    /// officials.csv:4:38: error[mentor-not-member] the mentor `chi-bo-thon-3/dv01` is in that cell on no day of the time in post of `tt02`
    /// ```
    ///
    /// Passes:
    /// ```csv chi-bo-thon-2/members.csv
    /// id,admitted,official,from
    /// dv01,1988-05-19,1989-05-19,
    /// dv02,2003-02-03,2004-02-03,
    /// dv03,2012-09-02,2013-09-02,
    /// dv04,1996-05-19,1997-05-19,2018-12-31
    /// ```
    /// ```csv officials.csv
    /// id,village,role,from,until,how,mentor
    /// pt01,thon-1,deputy,2018-03-20,,recognised,chi-bo-thon-2/dv04
    /// pt02,thon-1,deputy,2019-01-15,,recognised,chi-bo-thon-1/dv05
    /// tt01,thon-1,head,2017-03-12,,elected,
    /// tt02,thon-2,head,2018-06-30,,elected,chi-bo-thon-1/dv05
    /// ```
    "mentor-not-member", Error, Cites::plan("2.III.1.9"), Check::Commune(check)
}

fn check(commune: &Commune<'_>, report: &mut Report<'_>) {
    let (lang, today) = (report.ctx.lang, report.ctx.state_date());
    for row in &commune.officials.rows {
        let Some((mentor, at)) = row.mentor.said() else { continue };
        let Lookup::Found(cell) = commune.cell(&mentor.cell) else { continue };
        let (Lookup::Found(person), Some(life)) = (cell.person(&mentor.member), cell.sure_life()) else { continue };
        let until_today = Span { until: today, ..Span::ALWAYS };
        let Some(held) = post_span(commune, row).map(|held| held.meet(until_today)) else { continue };
        let never = person.memberships(&cell.members).all(|member| {
            span(member, &member.from, &member.until).is_some_and(|time| !time.meet(life).overlaps(held))
        });
        if !held.is_empty() && never {
            let (id, cell, member) = (&**row.id, &mentor.cell, &mentor.member);
            let message = say!(
                lang,
                "người giúp đỡ `{cell}/{member}` không ở chi bộ ấy ngày nào trong thời gian `{id}` giữ chức",
                "the mentor `{cell}/{member}` is in that cell on no day of the time in post of `{id}`"
            );
            let remedy = say!(
                lang,
                "ghi đảng viên đang giúp đỡ vào cột mentor; nếu đúng người, xem lại from, until trong members.csv",
                "write the member who helps under mentor; where it is the right one, mend from or until in members.csv"
            );
            report.add(&RULE, &commune.unit, row.place(at), message).remedy(remedy);
        }
    }
}
