use crate::{
    date::{self, Date, PartialDate, Span},
    finding::{Flaws, Report},
    lang::{Lang, say},
    parse::Vocabulary,
    records::{
        member::{Leaving, MemberRow},
        official::OfficialRow,
    },
    register::{Commune, Lookup, Record, posts::post_span},
    rules::{Check, Cites, rule},
    source::At,
};

rule! {
    /// vi: Trưởng thôn, phó trưởng thôn nối với một đảng viên thì hai bên cùng nói một điều.
    /// en: A village head or deputy who is linked to a member of a roster is the same there and here.
    ///
    /// vi: Cột cell, member trỏ đến chính người đó trong danh sách đảng viên. Ngày vào Đảng phải như nhau; đã vào Đảng trước khi
    /// thôi chức thì party_since không để trống; đã rời Đảng hoặc từ trần thì không nhận chức với tư cách đảng viên nữa. Sai một
    /// trong các điều ấy thì tỷ lệ trưởng thôn là đảng viên sai. Chuyển sinh hoạt đi nơi khác, kết nạp sau khi đã nhận chức thì
    /// không sao. Ngày chỉ có năm hoặc tháng thì chỉ báo khi chắc chắn.
    /// en: The columns cell and member point to the same person on a roster. The day of admission is one and the same; who was
    /// admitted before leaving the post has party_since; who left the Party or died takes no post as a member after it. Where
    /// this fails, the share of heads who are members is wrong. A transfer, or an admission while in post, is in order. Of dates
    /// with only a year or a month, only what is certain is reported.
    ///
    /// Fails:
    /// ```csv chi-bo-thon-1/members.csv
    /// id,admitted,official,from,until,leaving
    /// dv01,1990-02-03,1991-02-03,,,
    /// dv02,2010-05-19,2011-05-19,,,
    /// dv03,1975,1976,,,
    /// dv04,2018-05-19,,,,
    /// dv05,2005-09-02,2006-09-02,,2018-06-30,struck-off
    /// dv06,1969,1970,,2018-06-30,died
    /// ```
    /// ```csv officials.csv
    /// id,village,role,from,until,how,party_since,cell,member
    /// pt01,thon-1,deputy,2017-03-20,2018-05-19,recognised,,chi-bo-thon-1,dv04
    /// pt02,thon-1,deputy,2018-07-01,2018-12-31,recognised,2005-09-02,chi-bo-thon-1,dv05
    /// pt03,thon-2,deputy,2018-07-01,,recognised,,chi-bo-thon-1,dv06
    /// tt01,thon-1,head,2017-03-12,,elected,2010-05-20,chi-bo-thon-1,dv02
    /// tt02,thon-2,head,2017-03-12,,elected,1976,chi-bo-thon-1,dv03
    /// ```
    /// ```text
    /// officials.csv:2:68: lỗi[head-link-mismatch] `pt01` để trống party_since, nhưng `chi-bo-thon-1/dv04` trong members.csv ghi vào Đảng 19/05/2018
    /// officials.csv:3:78: lỗi[head-link-mismatch] `chi-bo-thon-1/dv05` không còn là đảng viên sau ngày 30/06/2018 (xóa tên), mà `pt02` nhận chức ngày 01/07/2018
    /// officials.csv:4:58: lỗi[head-link-mismatch] `chi-bo-thon-1/dv06` không còn là đảng viên sau ngày 30/06/2018 (từ trần), mà `pt03` nhận chức ngày 01/07/2018
    /// officials.csv:5:38: lỗi[head-link-mismatch] `tt01` ghi vào Đảng 20/05/2010 (party_since), nhưng `chi-bo-thon-1/dv02` trong members.csv ghi 19/05/2010
    /// officials.csv:6:38: lỗi[head-link-mismatch] `tt02` ghi vào Đảng 1976 (party_since), nhưng `chi-bo-thon-1/dv03` trong members.csv ghi 1975
    /// ```
    /// ```text
    /// officials.csv:2:68: error[head-link-mismatch] party_since of `pt01` is empty, but `chi-bo-thon-1/dv04` in members.csv was admitted 2018-05-19
    /// officials.csv:3:78: error[head-link-mismatch] `chi-bo-thon-1/dv05` is no member after 2018-06-30 (struck off), and `pt02` took the post on 2018-07-01
    /// officials.csv:4:58: error[head-link-mismatch] `chi-bo-thon-1/dv06` is no member after 2018-06-30 (died), and `pt03` took the post on 2018-07-01
    /// officials.csv:5:38: error[head-link-mismatch] party_since of `tt01` is 2010-05-20, but `chi-bo-thon-1/dv02` in members.csv was admitted 2010-05-19
    /// officials.csv:6:38: error[head-link-mismatch] party_since of `tt02` is 1976, but `chi-bo-thon-1/dv03` in members.csv was admitted 1975
    /// ```
    ///
    /// Passes:
    /// ```csv chi-bo-thon-1/members.csv
    /// id,admitted,official,from,until,leaving
    /// dv01,1990-02-03,1991-02-03,,,
    /// dv02,2010-05-19,2011-05-19,,,
    /// dv03,1975,1976,,,
    /// dv04,2018-05-19,,,,
    /// dv05,2005-09-02,2006-09-02,,2018-06-30,struck-off
    /// dv06,1969,1970,,2018-06-30,resigned
    /// dv07,1999-05-19,2000-05-19,,2016-06-30,transferred
    /// dv08,2019-01-01,,2019-01-01,,
    /// ```
    /// ```csv officials.csv
    /// id,village,role,from,until,how,party_since,cell,member
    /// pt01,thon-1,deputy,2017-03-20,2018-05-18,recognised,,chi-bo-thon-1,dv04
    /// pt02,thon-1,deputy,2018-06-30,2018-12-31,recognised,2005-09-02,chi-bo-thon-1,dv05
    /// pt03,thon-2,deputy,2018-07-01,,recognised,,chi-bo-thon-1,dv06
    /// pt04,thon-1,deputy,2018-07-01,,recognised,1999-05,chi-bo-thon-1,dv07
    /// pt05,thon-2,deputy,2018-07-01,,recognised,,chi-bo-thon-1,dv08
    /// tt01,thon-1,head,2017-03-12,,elected,2010,chi-bo-thon-1,dv02
    /// tt02,thon-2,head,2017-03-12,,elected,1975-12-31,chi-bo-thon-1,dv03
    /// ```
    "head-link-mismatch", Error, Cites::plan("2.I.2.2-3"), Check::Commune(check), spoils Flaws::WHOLE
}

fn check(commune: &Commune<'_>, report: &mut Report<'_>) {
    let (lang, today) = (report.ctx.lang, report.ctx.state_date());
    for row in &commune.officials.rows {
        let (Some(cell), Some((member, at))) = (row.cell.get(), row.member.said()) else { continue };
        let Lookup::Found(cell) = commune.cell(cell) else { continue };
        let (Lookup::Found(person), Some(held)) = (cell.person(member), post_span(commune, row)) else { continue };
        let until_today = Span { until: today, ..Span::ALWAYS };
        let linked: Vec<&Record<'_, MemberRow<'_>>> = person.memberships(&cell.members).collect();
        let link = format!("{}/{}", cell.id, &**member);
        if let Some((message, at)) = mismatch(row, at, &linked, &link, held.meet(until_today), lang) {
            let remedy = say!(
                lang,
                "sửa officials.csv hoặc members.csv theo hồ sơ đảng viên; nếu là người khác, sửa hay xóa cell, member",
                "mend officials.csv or members.csv by the member's file; where it is somebody else, mend cell and member"
            );
            report.add(&RULE, &commune.unit, row.place(at), message).remedy(remedy);
        }
    }
}

/// The first contradiction between an official and the rows of the member that it links to, and its place.
fn mismatch(
    row: &OfficialRow<'_>,
    at: At,
    linked: &[&Record<'_, MemberRow<'_>>],
    link: &str,
    held: Span,
    lang: Lang,
) -> Option<(String, At)> {
    let (id, member) = (&**row.id, linked.first()?);
    let admitted = member.admitted.show(lang);
    if let Some((since, at)) = row.party_since.said()
        && !linked.iter().any(|member| may_be_one(*since, *member.admitted))
    {
        let since = since.show(lang);
        let message = say!(
            lang,
            "`{id}` ghi vào Đảng {since} (party_since), nhưng `{link}` trong members.csv ghi {admitted}",
            "party_since of `{id}` is {since}, but `{link}` in members.csv was admitted {admitted}"
        );
        return Some((message, at));
    }
    if let Some((leaving, until)) = left_the_party(linked) {
        // Who is no member any more may hold a post, but not as a member; the dead hold none.
        if until < held.from && (!row.party_since.is_absent() || leaving == Leaving::Died) {
            let (leaving, until, from) =
                (leaving.label().of(lang), date::show(until, lang), date::show(held.from, lang));
            let message = say!(
                lang,
                "`{link}` không còn là đảng viên sau ngày {until} ({leaving}), mà `{id}` nhận chức ngày {from}",
                "`{link}` is no member after {until} ({leaving}), and `{id}` took the post on {from}"
            );
            return Some((message, at));
        }
    } else if row.party_since.is_absent() && linked.iter().all(|member| member.admitted.latest() <= held.until) {
        let message = say!(
            lang,
            "`{id}` để trống party_since, nhưng `{link}` trong members.csv ghi vào Đảng {admitted}",
            "party_since of `{id}` is empty, but `{link}` in members.csv was admitted {admitted}"
        );
        return Some((message, at));
    }
    None
}

/// Whether two dates, of which the paper may have only a year or a month, may be one day.
fn may_be_one(one: PartialDate, other: PartialDate) -> bool {
    one.earliest() <= other.latest() && other.earliest() <= one.latest()
}

/// How and when the latest membership ended, where it ended otherwise than by a transfer.
fn left_the_party(linked: &[&Record<'_, MemberRow<'_>>]) -> Option<(Leaving, Date)> {
    let last = linked.iter().max_by_key(|member| member.until.copied().map_or(Date::MAX, |until| until.0))?;
    let leaving = last.leaving.copied().filter(|leaving| *leaving != Leaving::Transferred)?;
    Some((leaving, last.until.copied()?.0))
}
