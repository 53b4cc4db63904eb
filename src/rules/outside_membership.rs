use crate::{
    date::Span,
    finding::{Flaws, Place, Report},
    lang::{Words, say},
    register::{Cell, Commune, Lookup, people::span},
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Chức vụ, tình trạng, xếp loại của một người thuộc thời gian người đó ở chi bộ.
    /// en: A role, status or grade belongs to a time at which its person is a member of the cell.
    "outside-membership", Error, Cites::FORM, Check::Cell(check), spoils Flaws::WHOLE
}

fn check(_: &Commune<'_>, cell: &Cell<'_>, report: &mut Report<'_>) {
    let what = Words::new("tình trạng", "the status");
    for row in &cell.statuses.rows {
        look(cell, &row.member, span(row, &row.from, &row.until), what, row.place(row.member.at), report);
    }
    let what = Words::new("chức vụ", "the role");
    for row in &cell.roles.rows {
        look(cell, &row.member, span(row, &row.from, &row.until), what, row.place(row.member.at), report);
    }
    let what = Words::new("đánh giá trong năm", "the year's assessment");
    for (year, book) in &cell.years {
        for row in &book.assessments.rows {
            look(cell, &row.member, Some(Span::year(*year)), what, row.place(row.member.at), report);
        }
    }
}

fn look(cell: &Cell<'_>, id: &str, time: Option<Span>, what: Words, place: Place<'_>, report: &mut Report<'_>) {
    let (Lookup::Found(person), Some(time)) = (cell.person(id), time.filter(|time| !time.is_empty())) else { return };
    let outside = person
        .memberships(&cell.members)
        .all(|row| span(row, &row.from, &row.until).is_some_and(|membership| !membership.overlaps(time)));
    if outside {
        let lang = report.ctx.lang;
        let what = what.of(lang);
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
