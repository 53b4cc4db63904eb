use crate::{
    date::Span,
    finding::{Flaws, Place, Report},
    lang::{Words, say},
    register::{
        Cell, Commune,
        people::{Person, span},
    },
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Chức vụ, tình trạng, đánh giá của một người thuộc thời gian người đó ở chi bộ.
    /// en: A role, status or assessment of a person belongs to a time at which they are a member of the cell.
    ///
    /// vi: Người đã chuyển đi mà còn giữ chức vụ hay được đánh giá ở đây là do quên ghi ngày đi hoặc ngày đến. Chỉ báo
    /// khi cả thời gian ấy không có ngày nào nằm trong thời gian ở chi bộ.
    /// en: Who has left and still holds a role or is assessed here has a day of leaving or coming forgotten. Reported only where
    /// no day of it falls into a membership.
    ///
    /// Fails:
    /// ```csv chi-bo-thon-1/statuses.csv
    /// member,status,from,until,reason
    /// dv03,exempt,2015-01-01,,age
    /// dv05,away,2018-07-01,,work-away
    /// ```
    /// ```csv chi-bo-thon-1/roles.csv
    /// member,role,from,until
    /// dv01,secretary,2017-02-20,
    /// dv05,committee,2018-07-01,
    /// ```
    /// ```csv chi-bo-thon-1/2019/assessments.csv
    /// member,task,grade
    /// dv05,Tổ hòa giải,good
    /// ```
    /// ```text
    /// chi-bo-thon-1/2019/assessments.csv:2:1: lỗi[outside-membership] đánh giá trong năm của `dv05` nằm ngoài thời gian người đó ở chi bộ, theo members.csv
    /// chi-bo-thon-1/roles.csv:3:1: lỗi[outside-membership] chức vụ của `dv05` nằm ngoài thời gian người đó ở chi bộ, theo members.csv
    /// chi-bo-thon-1/statuses.csv:3:1: lỗi[outside-membership] tình trạng của `dv05` nằm ngoài thời gian người đó ở chi bộ, theo members.csv
    /// ```
    /// ```text
    /// chi-bo-thon-1/2019/assessments.csv:2:1: error[outside-membership] the year's assessment of `dv05` lies outside their time in the cell, by members.csv
    /// chi-bo-thon-1/roles.csv:3:1: error[outside-membership] the role of `dv05` lies outside their time in the cell, by members.csv
    /// chi-bo-thon-1/statuses.csv:3:1: error[outside-membership] the status of `dv05` lies outside their time in the cell, by members.csv
    /// ```
    ///
    /// Passes:
    /// ```csv chi-bo-thon-1/statuses.csv
    /// member,status,from,until,reason
    /// dv03,exempt,2015-01-01,,age
    /// dv05,away,2018-06-30,,work-away
    /// ```
    /// ```csv chi-bo-thon-1/roles.csv
    /// member,role,from,until
    /// dv01,secretary,2017-02-20,
    /// dv05,committee,2018-06-30,
    /// ```
    /// ```csv chi-bo-thon-1/2018/assessments.csv
    /// member,task,grade
    /// dv05,Tổ hòa giải,good
    /// ```
    "outside-membership", Error, Cites::FORM, Check::Cell(check), spoils Flaws::WHOLE
}

fn check(_: &Commune<'_>, cell: &Cell<'_>, report: &mut Report<'_>) {
    let what = Words::new("tình trạng", "the status");
    for row in &cell.statuses.rows {
        let (person, time) = (cell.people.find(&row.member), span(row, &row.from, &row.until));
        look(cell, person, time, what, row.place(row.member.at), report);
    }
    let what = Words::new("chức vụ", "the role");
    for row in &cell.roles.rows {
        let (person, time) = (cell.people.find(&row.member), span(row, &row.from, &row.until));
        look(cell, person, time, what, row.place(row.member.at), report);
    }
    let what = Words::new("đánh giá trong năm", "the year's assessment");
    for (year, book) in &cell.years {
        let year = Span::year(*year);
        for (row, person) in cell.assessed(book) {
            look(cell, person, Some(year), what, row.place(row.member.at), report);
        }
    }
}

fn look(
    cell: &Cell<'_>,
    person: Option<&Person>,
    time: Option<Span>,
    what: Words,
    place: Place<'_>,
    report: &mut Report<'_>,
) {
    let (Some(person), Some(time)) = (person, time.filter(|time| !time.is_empty())) else { return };
    let outside = person
        .memberships(&cell.members)
        .all(|row| span(row, &row.from, &row.until).is_some_and(|membership| !membership.overlaps(time)));
    if outside {
        let lang = report.ctx.lang;
        let (what, id) = (what.of(lang), &person.id);
        let message = say!(
            lang,
            "{what} của `{id}` nằm ngoài thời gian người đó ở chi bộ, theo members.csv",
            "{what} of `{id}` lies outside their time in the cell, by members.csv"
        );
        let remedy = say!(
            lang,
            "bỏ dòng này, hoặc sửa ngày đến, ngày đi trong members.csv",
            "delete the row, or mend the dates in members.csv"
        );
        report.add(&RULE, &cell.unit, place, message).remedy(remedy);
    }
}
