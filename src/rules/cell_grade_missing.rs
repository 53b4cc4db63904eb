use chrono::Datelike;

use crate::{
    finding::{Flaws, Report},
    lang::say,
    register::{Cell, Commune, Lookup},
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Hết năm, mọi chi bộ thôn đều có xếp loại.
    /// en: When a year is over, every village cell has its grade.
    ///
    /// vi: Chi bộ chưa xếp loại thì chưa biết có yếu kém hay không, và tỷ lệ chi bộ trong sạch, vững mạnh chưa đủ. Chỉ
    /// xét năm mà sổ ghi trọn và đã hết, chi bộ thành lập chậm nhất ngày 30/6 và còn đến ngày 31/12.
    /// en: Of a cell without a grade nobody knows whether it is weak, and the share of the best is not whole. Looked at in years
    /// that the records hold whole and that are over, for cells founded by 30 June and there on 31 December.
    ///
    /// Fails:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2017-01-01, until = 2018-12-31 }
    /// ```
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// candidates = 1
    /// ```
    /// ```toml chi-bo-thon-1/2017/year.toml
    /// grade = "tsvm"
    /// assessment_counts = { good = 3 }
    /// ```
    /// ```toml chi-bo-thon-2/cell.toml
    /// name = "Chi bộ thôn 2"
    /// kind = "village"
    /// villages = ["thon-2"]
    /// founded = 2017-06-30
    /// ```
    /// ```csv chi-bo-thon-2/roles.csv
    /// member,role,from
    /// dv01,secretary,2017-06-30
    /// ```
    /// ```toml chi-bo-thon-2/2018/year.toml
    /// grade = "good"
    /// assessment_counts = { good = 3 }
    /// ```
    /// ```csv chi-bo-thon-2/2017/assessments.csv
    /// member,grade
    /// dv01,good
    /// dv02,good
    /// dv03,good
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/year.toml:1:1: cảnh báo[cell-grade-missing] chi bộ chưa có xếp loại năm 2018
    /// chi-bo-thon-2/cell.toml:1:1: cảnh báo[cell-grade-missing] chi bộ chưa có xếp loại năm 2017
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/year.toml:1:1: warning[cell-grade-missing] the cell has no grade for 2018
    /// chi-bo-thon-2/cell.toml:1:1: warning[cell-grade-missing] the cell has no grade for 2017
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
    /// ```toml chi-bo-thon-2/cell.toml
    /// name = "Chi bộ thôn 2"
    /// kind = "village"
    /// villages = ["thon-2"]
    /// dissolved = 2018-12-30
    /// ```
    /// ```toml chi-bo-thon-3/cell.toml
    /// name = "Chi bộ thôn 2 mới"
    /// kind = "village"
    /// villages = ["thon-2"]
    /// founded = 2018-07-01
    /// ```
    /// ```toml chi-bo-tram-y-te/cell.toml
    /// name = "Chi bộ trạm y tế"
    /// kind = "health"
    /// ```
    "cell-grade-missing", Warning, Cites::plan("2.I.2.1-5"), Check::Cell(check)
}

fn check(_: &Commune<'_>, cell: &Cell<'_>, report: &mut Report<'_>) {
    let (ctx, lang, period) = (report.ctx, report.ctx.lang, report.ctx.period());
    for year in period.from.year()..=period.until.year() {
        if !cell.is_village_cell() || !cell.has_closed(ctx, year) {
            continue;
        }
        let place = match cell.years.get(&year).map(|book| &book.file) {
            Some(Lookup::Unread) => continue,
            Some(Lookup::Missing) | None => cell.place(),
            // An unknown key may be the grade, misspelt.
            Some(Lookup::Found(file)) if !file.grade.is_absent() || file.has(Flaws::KEYS) => continue,
            Some(Lookup::Found(file)) => file.whole(),
        };
        let message = say!(lang, "chi bộ chưa có xếp loại năm {year}", "the cell has no grade for {year}");
        let remedy =
            say!(lang, "ghi grade trong {year}/year.toml của chi bộ", "write grade in the cell's {year}/year.toml");
        report.add(&RULE, &cell.unit, place, message).remedy(remedy);
    }
}
