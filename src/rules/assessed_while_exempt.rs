use crate::{
    date::{self, Span},
    finding::{Flaws, Report},
    lang::say,
    parse::Vocabulary,
    register::{Cell, Commune},
    regulations::{GRADES, GradeRules},
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Người đang được miễn vào ngày 31/12 thì không xếp loại năm ấy; từ năm 2019, người bị đình chỉ sinh hoạt cũng vậy.
    /// en: Who is exempt on 31 December is not graded for the year; from 2019, nor is who is suspended.
    ///
    /// vi: Miễn công tác và sinh hoạt hay tạm miễn đều được miễn đánh giá. Tính cả họ thì tỷ lệ xếp loại sai.
    /// en: The exempt are excused from the annual assessment, for good or for a time. With them in it the shares of the grades
    /// are wrong.
    ///
    /// Fails:
    /// ```csv chi-bo-thon-1/statuses.csv
    /// member,status,from,until,reason
    /// dv02,exempt-temporarily,2018-12-31,2019-02-28,illness
    /// dv03,exempt,2015-01-01,,age
    /// ```
    /// ```csv chi-bo-thon-1/2018/assessments.csv
    /// member,task,grade
    /// dv01,Bí thư,good
    /// dv02,Trưởng thôn,good
    /// dv03,,completed
    /// ```
    /// ```csv chi-bo-thon-2/statuses.csv
    /// member,status,from
    /// dv03,suspended,2019-01-20
    /// ```
    /// ```csv chi-bo-thon-2/2019/assessments.csv
    /// member,grade
    /// dv03,completed
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/assessments.csv:3:18: lỗi[assessed-while-exempt] `dv02` được xếp loại năm 2018, mà ngày 31/12/2018 ở diện tạm miễn
    /// chi-bo-thon-1/2018/assessments.csv:4:7: lỗi[assessed-while-exempt] `dv03` được xếp loại năm 2018, mà ngày 31/12/2018 ở diện miễn công tác và sinh hoạt
    /// chi-bo-thon-2/2019/assessments.csv:2:6: lỗi[assessed-while-exempt] `dv03` được xếp loại năm 2019, mà ngày 31/12/2019 ở diện đình chỉ sinh hoạt
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/assessments.csv:3:18: error[assessed-while-exempt] `dv02` is graded for 2018, but was exempt temporarily on 2018-12-31
    /// chi-bo-thon-1/2018/assessments.csv:4:7: error[assessed-while-exempt] `dv03` is graded for 2018, but was exempt on 2018-12-31
    /// chi-bo-thon-2/2019/assessments.csv:2:6: error[assessed-while-exempt] `dv03` is graded for 2019, but was suspended on 2019-12-31
    /// ```
    ///
    /// Passes:
    /// ```csv chi-bo-thon-1/statuses.csv
    /// member,status,from,until,reason
    /// dv01,exempt-temporarily,2019-01-01,,illness
    /// dv02,exempt,2018-12-06,2018-12-30,illness
    /// dv03,exempt,2015-01-01,,age
    /// dv04,away,2018-12-06,,study
    /// ```
    /// ```csv chi-bo-thon-1/2018/assessments.csv
    /// member,task,grade
    /// dv01,Bí thư,good
    /// dv02,Trưởng thôn,good
    /// dv03,Trông nhà văn hóa,
    /// dv04,Chi đoàn Thanh niên,completed
    /// ```
    /// ```csv chi-bo-thon-2/statuses.csv
    /// member,status,from
    /// dv03,suspended,2018-12-20
    /// ```
    /// ```csv chi-bo-thon-2/2018/assessments.csv
    /// member,grade
    /// dv03,completed
    /// ```
    "assessed-while-exempt", Error, Cites::by(GRADES), Check::Cell(check), spoils Flaws::GRADE
}

fn check(_: &Commune<'_>, cell: &Cell<'_>, report: &mut Report<'_>) {
    let lang = report.ctx.lang;
    for (&year, book) in &cell.years {
        let (rules, year_end) = (GradeRules::of(year), Span::year(year).until);
        for (row, person) in cell.assessed(book) {
            let (Some((_, at)), Some(person)) = (row.grade.said(), person) else { continue };
            // Hardly anybody has a status; of the others nothing more is asked.
            if person.statuses(&cell.statuses).next().is_none() {
                continue;
            }
            // Who is only temporarily here is `assessed-temporary`.
            let is_member = matches!(
                person.membership(&cell.members, year_end),
                Some(Some(membership)) if !membership.temporary
            );
            if !is_member || row.has(Flaws::WHOLE.and(Flaws::GRADE)) {
                continue;
            }
            let status = rules
                .excused
                .iter()
                .find(|status| person.has_status(&cell.statuses, year_end, &[**status]) == Some(true));
            if let Some(status) = status {
                let (id, status, day) = (&**row.member, status.label().of(lang), date::show(year_end, lang));
                let message = say!(
                    lang,
                    "`{id}` được xếp loại năm {year}, mà ngày {day} ở diện {status}",
                    "`{id}` is graded for {year}, but was {status} on {day}"
                );
                let remedy = say!(
                    lang,
                    "bỏ xếp loại của người này, hoặc sửa thời gian trong statuses.csv",
                    "delete the grade, or mend the dates in statuses.csv"
                );
                report.add(&RULE, &cell.unit, row.place(at), message).remedy(remedy);
            }
        }
    }
}
