use crate::{
    date,
    finding::{Flaws, Report},
    lang::say,
    register::{Cell, Commune},
    regulations::GradeRules,
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Từ năm 2018, người vào Đảng chưa đủ 6 tháng tính đến ngày 31/12 thì chưa xếp loại năm ấy.
    /// en: From 2018, who was admitted to the Party less than six months before 31 December is not graded for the year.
    ///
    /// vi: Người mới vào vẫn tự kiểm điểm, nhưng chưa xếp loại. Giấy tờ chỉ có năm hoặc tháng vào Đảng thì chỉ báo khi chắc chắn.
    /// en: The newly admitted give their own account, but no grade. Where the paper has only a year or a month of admission, only
    /// what is certain is reported.
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
    /// id,admitted,official
    /// dv01,1988-05-19,1989-05-19
    /// dv02,2003-02-03,2004-02-03
    /// dv03,2018-07-01,
    /// ```
    /// ```csv chi-bo-thon-2/2018/assessments.csv
    /// member,grade
    /// dv01,good
    /// dv03,good
    /// ```
    /// ```text
    /// chi-bo-thon-2/2018/assessments.csv:3:6: lỗi[assessed-too-soon] `dv03` được xếp loại năm 2018, mà mới vào Đảng 01/07/2018, sau ngày 30/06/2018
    /// ```
    /// ```text
    /// chi-bo-thon-2/2018/assessments.csv:3:6: error[assessed-too-soon] `dv03` is graded for 2018, but was admitted on 2018-07-01, after 2018-06-30
    /// ```
    ///
    /// Passes:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2018-10-01, until = 2018-12-31 }
    /// levels = { strength-below-three = "off", candidate-holds-role = "off" }
    /// ```
    /// ```csv chi-bo-thon-2/members.csv
    /// id,admitted,official
    /// dv01,2018-06-30,
    /// dv02,2018,
    /// dv03,2017-12-01,2018-12-01
    /// ```
    /// ```csv chi-bo-thon-2/2018/assessments.csv
    /// member,task,grade
    /// dv01,Chi đoàn,good
    /// dv02,Chi hội Nông dân,good
    /// ```
    /// ```csv chi-bo-thon-2/2017/assessments.csv
    /// member,grade
    /// dv03,good
    /// ```
    "assessed-too-soon", Error,
    Cites::regulation(
        "Hướng dẫn 16-HD/BTCTW ngày 24/9/2018; từ năm 2019, Hướng dẫn 21-HD/BTCTW ngày 18/10/2019",
        "Guidance 16-HD/BTCTW of 2018-09-24; from 2019 Guidance 21-HD/BTCTW of 2019-10-18",
    ), Check::Cell(check), spoils Flaws::GRADE
}

fn check(_: &Commune<'_>, cell: &Cell<'_>, report: &mut Report<'_>) {
    let lang = report.ctx.lang;
    for (&year, book) in &cell.years {
        let limit = GradeRules::of(year).admitted_until(year);
        for (row, person) in cell.assessed(book).filter(|(row, _)| !row.has(Flaws::WHOLE.and(Flaws::GRADE))) {
            let (Some((_, at)), Some(person)) = (row.grade.said(), person) else { continue };
            let admitted = person.memberships(&cell.members).map(|row| *row.admitted).min_by_key(|day| day.earliest());
            if let Some(admitted) = admitted.filter(|admitted| admitted.earliest() > limit) {
                let (id, admitted, limit) = (&**row.member, admitted.show(lang), date::show(limit, lang));
                let message = say!(
                    lang,
                    "`{id}` được xếp loại năm {year}, mà mới vào Đảng {admitted}, sau ngày {limit}",
                    "`{id}` is graded for {year}, but was admitted on {admitted}, after {limit}"
                );
                let remedy = say!(
                    lang,
                    "bỏ xếp loại của người này, hoặc sửa ngày vào Đảng trong members.csv",
                    "delete the grade, or mend the day of admission in members.csv"
                );
                report.add(&RULE, &cell.unit, row.place(at), message).remedy(remedy);
            }
        }
    }
}
