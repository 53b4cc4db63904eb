use std::sync::Arc;

use crate::{
    finding::{Flaws, Place, Report},
    lang::{Lang, say},
    parse::Vocabulary,
    records::assessment::MemberGrade,
    register::{Cell, Commune},
    regulations::{GRADES, GradeRules},
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Mức xếp loại là mức của năm ấy.
    /// en: A grade is one of those that its year has.
    ///
    /// vi: Năm 2016 và 2017 chi bộ xếp tsvm, good, completed, weak và đảng viên có mức unworthy; từ năm 2018 cả hai xếp
    /// excellent, good, completed, not-completed. Dùng mức của năm khác thì con số không so được; mức sai không được tính, phần
    /// còn lại của bản ghi vẫn được tính.
    /// en: For 2016 and 2017 a cell is tsvm, good, completed or weak, and a member may be unworthy; from 2018 both are excellent,
    /// good, completed or not-completed. With the word of another year figures cannot be compared; the grade is not counted, the
    /// rest of the record is.
    ///
    /// Fails:
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// grade = "tsvm"
    /// ```
    /// ```csv chi-bo-thon-1/2018/assessments.csv
    /// member,task,grade
    /// dv01,Bí thư,good
    /// dv02,Trưởng thôn,unworthy
    /// ```
    /// ```toml chi-bo-thon-2/2018/year.toml
    /// grade = "weak"
    /// assessment_counts = { good = 2, unworthy = 1 }
    /// ```
    /// ```toml chi-bo-thon-2/2017/year.toml
    /// grade = "excellent"
    /// ```
    /// ```toml chi-bo-thon-2/2016/year.toml
    /// grade = "not-completed"
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/assessments.csv:3:18: lỗi[grade-not-of-year] năm 2018 không có mức xếp loại `unworthy`, theo Hướng dẫn 16-HD/BTCTW ngày 24/9/2018
    /// chi-bo-thon-1/2018/year.toml:1:9: lỗi[grade-not-of-year] năm 2018 không có mức xếp loại `tsvm`, theo Hướng dẫn 16-HD/BTCTW ngày 24/9/2018
    /// chi-bo-thon-2/2016/year.toml:1:9: lỗi[grade-not-of-year] năm 2016 không có mức xếp loại `not-completed`, theo Hướng dẫn 27-HD/BTCTW ngày 25/9/2014
    /// chi-bo-thon-2/2017/year.toml:1:9: lỗi[grade-not-of-year] năm 2017 không có mức xếp loại `excellent`, theo Hướng dẫn 27-HD/BTCTW ngày 25/9/2014
    /// chi-bo-thon-2/2018/year.toml:1:9: lỗi[grade-not-of-year] năm 2018 không có mức xếp loại `weak`, theo Hướng dẫn 16-HD/BTCTW ngày 24/9/2018
    /// chi-bo-thon-2/2018/year.toml:2:44: lỗi[grade-not-of-year] năm 2018 không có mức xếp loại `unworthy`, theo Hướng dẫn 16-HD/BTCTW ngày 24/9/2018
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/assessments.csv:3:18: error[grade-not-of-year] 2018 has no grade `unworthy`, by guidance 16-HD/BTCTW of 2018-09-24
    /// chi-bo-thon-1/2018/year.toml:1:9: error[grade-not-of-year] 2018 has no grade `tsvm`, by guidance 16-HD/BTCTW of 2018-09-24
    /// chi-bo-thon-2/2016/year.toml:1:9: error[grade-not-of-year] 2016 has no grade `not-completed`, by guidance 27-HD/BTCTW of 2014-09-25
    /// chi-bo-thon-2/2017/year.toml:1:9: error[grade-not-of-year] 2017 has no grade `excellent`, by guidance 27-HD/BTCTW of 2014-09-25
    /// chi-bo-thon-2/2018/year.toml:1:9: error[grade-not-of-year] 2018 has no grade `weak`, by guidance 16-HD/BTCTW of 2018-09-24
    /// chi-bo-thon-2/2018/year.toml:2:44: error[grade-not-of-year] 2018 has no grade `unworthy`, by guidance 16-HD/BTCTW of 2018-09-24
    /// ```
    ///
    /// Passes:
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// grade = "excellent"
    /// ```
    /// ```toml chi-bo-thon-2/2018/year.toml
    /// grade = "not-completed"
    /// assessment_counts = { good = 3, unworthy = 0 }
    /// ```
    /// ```toml chi-bo-thon-2/2017/year.toml
    /// grade = "tsvm"
    /// assessment_counts = { good = 2, unworthy = 1 }
    /// ```
    /// ```csv chi-bo-thon-1/2017/assessments.csv
    /// member,task,grade
    /// dv02,Trưởng thôn,unworthy
    /// ```
    /// ```toml chi-bo-thon-1/2016/year.toml
    /// grade = "weak"
    /// ```
    "grade-not-of-year", Error, Cites::by(GRADES), Check::Cell(check), spoils Flaws::GRADE
}

fn check(_: &Commune<'_>, cell: &Cell<'_>, report: &mut Report<'_>) {
    for (&year, book) in &cell.years {
        let rules = GradeRules::of(year);
        if let Some(file) = book.file.get() {
            if let Some((grade, at)) = file.grade.said()
                && !rules.cells.contains(grade)
            {
                told(rules.cells, *grade, year, &cell.unit, file.place(at), report);
            }
            let unworthy = file.assessment_counts.get().and_then(|counts| counts.unworthy.said());
            if let Some((_, at)) = unworthy.filter(|(count, _)| **count > 0)
                && !rules.members.contains(&MemberGrade::Unworthy)
            {
                told(rules.members, MemberGrade::Unworthy, year, &cell.unit, file.place(at), report);
            }
        }
        for row in &book.assessments.rows {
            // Of whom the row speaks is another finding.
            if let Some((grade, at)) = row.grade.said()
                && !row.has(Flaws::WHOLE.and(Flaws::ATTENDANCE))
                && !rules.members.contains(grade)
            {
                told(rules.members, *grade, year, &cell.unit, row.place(at), report);
            }
        }
    }
}

fn told<G: Vocabulary>(
    accepted: &[G],
    grade: G,
    year: i32,
    unit: &Arc<str>,
    place: Place<'_>,
    report: &mut Report<'_>,
) {
    let lang = report.ctx.lang;
    let (word, by) = (grade.word(), GradeRules::of(year).title.of(lang));
    let message =
        say!(lang, "năm {year} không có mức xếp loại `{word}`, theo {by}", "{year} has no grade `{word}`, by {by}");
    let list: Vec<String> = accepted
        .iter()
        .map(|grade| match lang {
            Lang::Vi => format!("{} ({})", grade.word(), grade.label().vi),
            Lang::En => grade.word().to_owned(),
        })
        .collect();
    let list = list.join(", ");
    let remedy = say!(lang, "các mức của năm {year}: {list}", "the grades of {year}: {list}");
    report.add(&RULE, unit, place, message).remedy(remedy);
}
