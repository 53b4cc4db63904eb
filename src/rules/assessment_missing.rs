use chrono::Datelike;

use crate::{
    finding::{Flaws, Place, Report},
    lang::say,
    register::{Cell, Commune, Lookup},
    rules::{Check, Cites, rule},
    source::At,
    targets::graded::ungraded,
    text::list_ids,
};

rule! {
    /// vi: Hết năm, mọi đảng viên thuộc diện đánh giá đều có xếp loại.
    /// en: When a year is over, every member who is to be assessed has a grade.
    ///
    /// vi: Người chưa xếp loại không nằm trong tỷ lệ nào; báo cáo in số ấy ở “chưa xếp loại”. Thuộc diện đánh giá là
    /// đảng viên của chi bộ vào ngày 31/12, không phải người sinh hoạt tạm thời, không ở diện được miễn; từ năm 2018
    /// phải vào Đảng đủ 6 tháng, từ năm 2019 không bị đình chỉ. Chỉ xét chi bộ thôn như cell-grade-missing; chi bộ đã
    /// gửi tổng số ([assessment_counts] lớn hơn 0) thì không xét.
    /// en: Who has no grade is in no share; reports print their number. To be assessed are the members on 31 December
    /// who are not temporary and not exempt; from 2018 those admitted at least six months before, from 2019 not the
    /// suspended. Looked at for village cells as in cell-grade-missing; a cell that has sent totals
    /// ([assessment_counts] over 0) is not looked at.
    ///
    /// Fails:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2018-01-01, until = 2018-12-31 }
    /// ```
    /// ```csv chi-bo-thon-1/2018/assessments.csv
    /// member,task,grade
    /// dv01,Bí thư,good
    /// dv02,Trưởng thôn,
    /// ```
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// grade = "good"
    /// ```
    /// ```toml chi-bo-thon-2/2018/year.toml
    /// grade = "good"
    /// assessment_counts = { good = 0 }
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/assessments.csv:1:1: cảnh báo[assessment-missing] năm 2018 còn 2 đảng viên chưa xếp loại: `dv02`, `dv04`
    /// chi-bo-thon-2/cell.toml:1:1: cảnh báo[assessment-missing] năm 2018 còn 3 đảng viên chưa xếp loại: `dv01`, `dv02`, `dv03`
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/assessments.csv:1:1: warning[assessment-missing] no grade of 2018 for 2 of the members: `dv02`, `dv04`
    /// chi-bo-thon-2/cell.toml:1:1: warning[assessment-missing] no grade of 2018 for 3 of the members: `dv01`, `dv02`, `dv03`
    /// ```
    ///
    /// Passes:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2018-01-01 }
    /// ```
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// grade = "good"
    /// ```
    /// ```csv chi-bo-thon-1/members.csv
    /// id,admitted,official,from,until,leaving,temporary
    /// dv01,1990-02-03,1991-02-03,,,,
    /// dv02,2010-05-19,2011-05-19,,,,
    /// dv03,1975,1976,,,,
    /// dv04,2018-05-19,,,,,
    /// dv05,2005-09-02,2006-09-02,,2018-12-30,transferred,
    /// dv06,2018-07-01,,,,,
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-11-05-regular.toml
    /// date = 2018-11-05
    /// kind = "regular"
    /// attendance = { dv01 = "x", dv02 = "x", dv04 = "x", dv05 = "x", dv06 = "x" }
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-12-05-combined.toml
    /// date = 2018-12-05
    /// kind = "combined"
    /// attendance = { dv01 = "x", dv02 = "x", dv04 = "x", dv05 = "x", dv06 = "x" }
    /// ```
    /// ```toml chi-bo-thon-2/2018/year.toml
    /// grade = "good"
    /// assessment_counts = { good = 3 }
    /// ```
    "assessment-missing", Warning, Cites::plan("2.I.2.1-6"), Check::Cell(check)
}

fn check(_: &Commune<'_>, cell: &Cell<'_>, report: &mut Report<'_>) {
    let (ctx, lang, period) = (report.ctx, report.ctx.lang, report.ctx.period());
    if !cell.is_village_cell() || cell.members.unread || cell.statuses.unread {
        return;
    }
    for year in period.from.year()..=period.until.year() {
        if !cell.has_closed(ctx, year) || may_be_elsewhere(cell, year) {
            continue;
        }
        let missing: Vec<&str> = ungraded(cell, year).collect();
        if missing.is_empty() {
            continue;
        }
        let rows = cell.years.get(&year).map(|book| &book.assessments);
        // A grade under an id that nobody has may be theirs: that is one finding already.
        let strays =
            rows.map_or(0, |rows| rows.rows.iter().filter(|row| cell.person(&row.member).is_missing()).count());
        if missing.len() <= strays {
            continue;
        }
        let source = rows.and_then(|rows| rows.source);
        let place = source.map_or(cell.place(), |source| Place::in_source(source, At::File));
        let (named, count) = (list_ids(&missing, lang), missing.len());
        let message = say!(
            lang,
            "năm {year} còn {count} đảng viên chưa xếp loại: {named}",
            "no grade of {year} for {count} of the members: {named}"
        );
        let remedy =
            say!(lang, "ghi cột grade trong {year}/assessments.csv", "fill the column grade in {year}/assessments.csv");
        report.add(&RULE, &cell.unit, place, message).remedy(remedy);
    }
}

/// Whether the grades are given as totals, or stand where they could not be read.
fn may_be_elsewhere(cell: &Cell<'_>, year: i32) -> bool {
    let Some(book) = cell.years.get(&year) else { return false };
    let by_totals = match &book.file {
        Lookup::Missing => false,
        Lookup::Unread => true,
        Lookup::Found(file) => match file.assessment_counts.get() {
            None => file.assessment_counts.is_unread() || file.has(Flaws::KEYS),
            Some(counts) => {
                let counts =
                    [&counts.excellent, &counts.good, &counts.completed, &counts.not_completed, &counts.unworthy];
                counts.iter().any(|count| count.is_unread() || count.copied().is_some_and(|count| count > 0))
            }
        },
    };
    by_totals || book.assessments.unread
}
