use crate::{
    lang::say,
    parse::Vocabulary,
    register::Commune,
    targets::{
        Ask, CellInYear, Count, Goal, Miss, Sink,
        cell_grade::{self, Told},
        due, target,
    },
};

target! {
    /// vi: Số chi bộ xếp loại yếu kém; Đề án yêu cầu không còn chi bộ nào.
    /// en: The cells graded weak; the plan wants none.
    ///
    /// vi: Đề án yêu cầu không còn chi bộ yếu kém. Mẫu số là chi bộ thôn đã xếp loại trong tệp năm, tử số là chi bộ xếp
    /// loại yếu kém. Từ năm 2018 không còn xếp loại yếu kém nên tính không hoàn thành nhiệm vụ.
    /// en: The plan asks that there is no weak cell. The denominator is the village cells with a grade in the year's
    /// file, the numerator those graded weak. From 2018 weak is no longer given, and not completed is counted.
    ///
    /// vi: Chi bộ đang hoạt động ở ngày chốt số liệu mà chưa xếp loại là chưa biết; còn chi bộ chưa biết thì chưa thể
    /// coi là đạt. Tệp năm không đọc được, hoặc xếp loại không phải của năm, thì chi bộ để ngoài.
    /// en: A cell that exists on the reference date and has no grade is unknown; where there is one the goal cannot
    /// count as met. Where the year's file cannot be read, or the grade is none of that year, the cell is left out.
    ///
    /// vi: Chi bộ hoàn thành nhiệm vụ.
    /// en: A cell that completed its tasks.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// grade = "completed"
    /// ```
    /// ```text
    /// 2018: 0/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Chi bộ không hoàn thành nhiệm vụ.
    /// en: A cell that did not.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// grade = "not-completed"
    /// ```
    /// ```text
    /// 2018: 1/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// chi-bo-thon-1/2018/year.toml:1:1: chưa đạt[no-weak-cell] năm 2018 chi bộ xếp loại không hoàn thành nhiệm vụ
    /// chi-bo-thon-1/2018/year.toml:1:1: shortfall[no-weak-cell] in 2018 the cell is graded not completed
    /// ```
    ///
    /// vi: Một chi bộ tốt, một chưa xếp loại.
    /// en: One good cell, one without a grade.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// grade = "good"
    /// ```
    /// ```toml chi-bo-thon-1b/cell.toml
    /// name = "Chi bộ thôn 1b"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// ```
    /// ```text
    /// 2018: 0/1 no-data needed 0 left-out 0 unknown 1 coverage 1/2
    /// ```
    ///
    /// vi: Yếu kém không phải xếp loại của năm 2018; năm 2017 thì tính.
    /// en: Weak is no grade of 2018; in 2017 it counts.
    ///
    /// Gives:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2017-01-01, until = 2018-12-31 }
    /// ```
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// grade = "weak"
    /// ```
    /// ```toml chi-bo-thon-1/2017/year.toml
    /// grade = "weak"
    /// ```
    /// ```text
    /// 2017: 1/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 0/1
    /// chi-bo-thon-1/2017/year.toml:1:1: chưa đạt[no-weak-cell] năm 2017 chi bộ xếp loại yếu kém
    /// chi-bo-thon-1/2017/year.toml:1:1: shortfall[no-weak-cell] in 2017 the cell is graded weak
    /// ```
    ///
    /// vi: Khóa viết sai có thể là xếp loại.
    /// en: A misspelt key may be the grade.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// grades = "good"
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 0/1
    /// ```
    ///
    /// vi: Tệp năm không đọc được.
    /// en: The year's file cannot be read.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// grade =
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 0/1
    /// ```
    ///
    /// vi: Giải thể trước ngày chốt, chưa xếp loại.
    /// en: Dissolved before the reference date, without a grade.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018/year.toml
    /// ```
    /// ```toml chi-bo-thon-1/cell.toml
    /// name = "Chi bộ thôn 1"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// dissolved = 2018-12-30
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 0 unknown 0 coverage 0/0
    /// ```
    "no-weak-cell", ["2.I.2.1-5"], Goal::None, AtOnce, EachSubject,
    "Chi bộ yếu kém (không có)" / "Weak cells (none)",
    Count::Cell(count),
    unknown "chi bộ chưa xếp loại" / "cells without a grade",
    remark cell_grade::remark_on_bottom
}

fn count(_: &Commune<'_>, cell: &CellInYear<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    let told = cell_grade::of_cell(cell, ask);
    if matches!(told, Told::Unknown) && !due::alive(cell, ask, sink) {
        return;
    }
    sink.cover(matches!(told, Told::Grade(..)));
    match told {
        Told::Grade(grade, place) if cell_grade::is_bottom(grade, ask.year) => {
            let (lang, year, label) = (ask.ctx.lang, ask.year, grade.label().of(ask.ctx.lang));
            let message = say!(lang, "năm {year} chi bộ xếp loại {label}", "in {year} the cell is graded {label}");
            sink.subject(place, vec![Miss { place, period: ask.year_period(), message }]);
        }
        Told::Grade(_, place) => sink.holds(place),
        Told::LeftOut(place) => sink.left_out(place),
        Told::Unknown => sink.unknown(cell.place(), 1),
    }
}
