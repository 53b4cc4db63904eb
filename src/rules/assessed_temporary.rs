use crate::{
    date::Span,
    finding::{Flaws, Report},
    lang::say,
    records::member::MemberRow,
    register::{Cell, Commune, Record, people::span},
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Đảng viên sinh hoạt tạm thời được xếp loại ở nơi sinh hoạt chính thức, không ở đây.
    /// en: A member who is here for a time is graded by their own cell, not by this one.
    ///
    /// vi: Xếp loại ở cả hai nơi thì một người được đếm hai lần. Chi bộ nơi sinh hoạt tạm thời chỉ nhận xét bằng văn
    /// bản. Người trong năm có lúc sinh hoạt chính thức ở chi bộ này thì được xếp loại ở đây.
    /// en: Graded by both, one person counts twice. The cell in which they sit for a time gives a written comment only. Who was
    /// a member of this cell for some of the year may be graded here.
    ///
    /// Fails:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2018-10-01, until = 2018-12-31 }
    /// levels = { strength-below-three = "off" }
    /// ```
    /// ```csv chi-bo-thon-2/members.csv
    /// id,admitted,official,from,until,temporary
    /// dv01,1988-05-19,1989-05-19,,,
    /// dv02,2003-02-03,2004-02-03,,2017-12-31,
    /// dv02,2003-02-03,2004-02-03,2018-01-01,,yes
    /// dv03,2012-09-02,2013-09-02,,,
    /// ```
    /// ```csv chi-bo-thon-2/2018/assessments.csv
    /// member,grade
    /// dv01,good
    /// dv02,good
    /// ```
    /// ```text
    /// chi-bo-thon-2/2018/assessments.csv:3:6: lỗi[assessed-temporary] `dv02` chỉ sinh hoạt tạm thời ở chi bộ này trong năm 2018 mà được xếp loại ở đây
    /// ```
    /// ```text
    /// chi-bo-thon-2/2018/assessments.csv:3:6: error[assessed-temporary] `dv02` was only temporarily in this cell in 2018, and is graded here
    /// ```
    ///
    /// Passes:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2018-10-01, until = 2018-12-31 }
    /// levels = { strength-below-three = "off" }
    /// ```
    /// ```csv chi-bo-thon-2/members.csv
    /// id,admitted,official,from,until,temporary
    /// dv01,1988-05-19,1989-05-19,,,
    /// dv02,2003-02-03,2004-02-03,,2018-01-01,
    /// dv02,2003-02-03,2004-02-03,2018-01-02,,yes
    /// dv03,2012-09-02,2013-09-02,,,yes
    /// ```
    /// ```csv chi-bo-thon-2/2018/assessments.csv
    /// member,task,grade
    /// dv02,Chi hội Nông dân,good
    /// dv03,Tổ hòa giải,
    /// ```
    "assessed-temporary", Error,
    Cites::regulation("Quy định 29-QĐ/TW ngày 25/7/2016", "Quy định 29-QĐ/TW of 2016-07-25"),
    Check::Cell(check), spoils Flaws::GRADE
}

fn check(_: &Commune<'_>, cell: &Cell<'_>, report: &mut Report<'_>) {
    let lang = report.ctx.lang;
    for (&year, book) in &cell.years {
        for (row, person) in cell.assessed(book).filter(|(row, _)| !row.has(Flaws::WHOLE.and(Flaws::GRADE))) {
            let (Some((_, at)), Some(person)) = (row.grade.said(), person) else { continue };
            let is_temporary = |membership: &Record<'_, MemberRow<'_>>| {
                membership.temporary.copied().is_some_and(|temporary| temporary.0)
            };
            // Hardly anybody is here for a time only; of the others nothing more is asked.
            if !person.memberships(&cell.members).any(is_temporary) {
                continue;
            }
            let mut of_year = person
                .memberships(&cell.members)
                .filter(|membership| {
                    let time = span(membership, &membership.from, &membership.until);
                    time.is_none_or(|time| time.overlaps(Span::year(year)))
                })
                .peekable();
            let has_some = of_year.peek().is_some();
            if has_some && of_year.all(|row| span(row, &row.from, &row.until).is_some() && is_temporary(row)) {
                let id = &**row.member;
                let message = say!(
                    lang,
                    "`{id}` chỉ sinh hoạt tạm thời ở chi bộ này trong năm {year} mà được xếp loại ở đây",
                    "`{id}` was only temporarily in this cell in {year}, and is graded here"
                );
                let remedy = say!(
                    lang,
                    "bỏ xếp loại ở đây; gửi nhận xét về chi bộ nơi sinh hoạt chính thức",
                    "delete the grade here, and send a comment to the member's own cell"
                );
                report.add(&RULE, &cell.unit, row.place(at), message).remedy(remedy);
            }
        }
    }
}
