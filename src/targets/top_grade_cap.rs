use crate::{
    register::Commune,
    targets::{
        Ask, CellInYear, Count, Goal, Sink,
        cell_grade::{self, Told},
        due, target,
    },
};

target! {
    /// vi: Số chi bộ xếp loại trong sạch, vững mạnh không quá 50% tổng số chi bộ.
    /// en: The cells graded TSVM (pure and strong) are at most 50% of all cells.
    ///
    /// vi: Đề án yêu cầu tối đa 50% tổng số chi bộ xếp loại TSVM. Mẫu số là mọi chi bộ thôn đang hoạt động ở ngày chốt
    /// số liệu, tử số là chi bộ xếp loại TSVM trong tệp năm; cộng từ cấp xã trở lên, không tính riêng từng chi bộ. Từ
    /// năm 2018 không còn xếp loại TSVM nên tính hoàn thành xuất sắc nhiệm vụ.
    /// en: The plan asks that at most 50% of all cells are graded TSVM. The denominator is all village cells that exist
    /// on the reference date, the numerator those graded TSVM in the year's file; summed from the commune up and never
    /// for one cell. From 2018 TSVM is no longer given, and excellent is counted.
    ///
    /// vi: Chi bộ chưa xếp loại là chưa biết và vẫn ở mẫu số; còn chi bộ chưa biết mà có thể làm vượt mức thì là chưa
    /// có số liệu. Tệp năm không đọc được, hoặc xếp loại không phải của năm, thì chi bộ để ngoài.
    /// en: A cell without a grade is unknown, and stays in the denominator; where those could break the cap there is no
    /// data. Where the year's file cannot be read, or the grade is none of that year, the cell is left out.
    ///
    /// vi: Một trong hai chi bộ là đúng 50%.
    /// en: One of two cells is 50% exactly.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// grade = "excellent"
    /// ```
    /// ```toml chi-bo-thon-1b/cell.toml
    /// name = "Chi bộ thôn 1b"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// ```
    /// ```toml chi-bo-thon-1b/2018/year.toml
    /// grade = "good"
    /// ```
    /// ```text
    /// 2018: 1/2 met needed 0 left-out 0 unknown 0 coverage 2/2
    /// ```
    ///
    /// vi: Cả hai chi bộ.
    /// en: Both cells.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// grade = "excellent"
    /// ```
    /// ```toml chi-bo-thon-1b/cell.toml
    /// name = "Chi bộ thôn 1b"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// ```
    /// ```toml chi-bo-thon-1b/2018/year.toml
    /// grade = "excellent"
    /// ```
    /// ```text
    /// 2018: 2/2 missed needed 1 left-out 0 unknown 0 coverage 2/2
    /// commune.toml:1:1: chưa đạt[top-grade-cap] Chi bộ xếp loại TSVM (không quá), năm 2018: 2/2 = 100,00%, trên mức 50%; vượt 1 (từ năm 2018 không còn xếp loại TSVM, tính hoàn thành xuất sắc nhiệm vụ)
    /// commune.toml:1:1: shortfall[top-grade-cap] Cells graded TSVM (at most), 2018: 2/2 = 100.00%, over 50%; 1 too many (from 2018 TSVM is no longer given; excellent is counted)
    /// ```
    ///
    /// vi: Một xuất sắc, một chưa xếp loại có thể làm vượt mức.
    /// en: One excellent; one without a grade could break the cap.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// grade = "excellent"
    /// ```
    /// ```toml chi-bo-thon-1b/cell.toml
    /// name = "Chi bộ thôn 1b"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// ```
    /// ```text
    /// 2018: 1/2 no-data needed 0 left-out 0 unknown 1 coverage 1/2
    /// ```
    ///
    /// vi: Chưa xếp loại mà không thể làm vượt mức.
    /// en: One without a grade that could not.
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
    /// 2018: 0/2 met needed 0 left-out 0 unknown 1 coverage 1/2
    /// ```
    ///
    /// vi: TSVM không phải xếp loại của năm 2018, xuất sắc không phải của năm 2017.
    /// en: TSVM is no grade of 2018, nor excellent of 2017.
    ///
    /// Gives:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2017-01-01, until = 2018-12-31 }
    /// ```
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// grade = "tsvm"
    /// ```
    /// ```toml chi-bo-thon-1/2017/year.toml
    /// grade = "excellent"
    /// ```
    /// ```text
    /// 2017: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 0/1
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 0/1
    /// ```
    ///
    /// vi: Năm 2017 tính TSVM.
    /// en: TSVM counts in 2017.
    ///
    /// Gives:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2017-01-01, until = 2018-12-31 }
    /// ```
    /// ```toml chi-bo-thon-1/2017/year.toml
    /// grade = "tsvm"
    /// ```
    /// ```text
    /// 2017: 1/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// 2018: 0/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// commune.toml:1:1: chưa đạt[top-grade-cap] Chi bộ xếp loại TSVM (không quá), năm 2017: 1/1 = 100,00%, trên mức 50%; vượt 1
    /// commune.toml:1:1: shortfall[top-grade-cap] Cells graded TSVM (at most), 2017: 1/1 = 100.00%, over 50%; 1 too many
    /// ```
    ///
    /// vi: Chi bộ giải thể trước ngày chốt.
    /// en: The cell was dissolved before the reference date.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/cell.toml
    /// name = "Chi bộ thôn 1"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// dissolved = 2018-12-30
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 0 unknown 0 coverage 0/0
    /// ```
    "top-grade-cap", ["2.I.2.1-5"], Goal::AtMost(50), AtOnce, EachCommune,
    "Chi bộ xếp loại TSVM (không quá)" / "Cells graded TSVM (at most)",
    Count::CellFromCommuneUp(count),
    unknown "chi bộ chưa xếp loại" / "cells without a grade",
    remark cell_grade::remark_on_top
}

fn count(_: &Commune<'_>, cell: &CellInYear<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    if !due::alive(cell, ask, sink) {
        return;
    }
    let told = cell_grade::of_cell(cell, ask);
    sink.cover(matches!(told, Told::Grade(..)));
    match told {
        Told::Grade(grade, place) => sink.add(place, u64::from(cell_grade::is_top(grade, ask.year)), 1),
        Told::LeftOut(place) => sink.left_out(place),
        // The cap is a share of all cells, graded or not.
        Told::Unknown => {
            sink.unknown(cell.place(), 1);
            sink.add(cell.place(), 0, 1);
        }
    }
}
