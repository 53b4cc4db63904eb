use crate::{
    lang::{plural, say},
    number,
    register::Commune,
    targets::{Ask, CellInYear, Count, Goal, Miss, Sink, attendance, target},
};

target! {
    /// vi: Tỷ lệ chi bộ thôn có tỷ lệ dự sinh hoạt trong năm từ 85% trở lên.
    /// en: The share of village cells whose own attendance over the year is at least 85%.
    ///
    /// vi: Là cách hiểu thứ hai của yêu cầu dự sinh hoạt từ 85%: tính riêng từng chi bộ. Mẫu số là chi bộ thôn có ít
    /// nhất một buổi ghi được số người dự trong năm; tử số là chi bộ mà số lượt dự trên số lượt phải dự cả năm đạt mức
    /// của attendance. Cách đếm từng buổi như attendance.
    /// en: The second reading of the 85% attendance: cell by cell. The denominator is the village cells with at least
    /// one meeting whose attendance is known in the year; the numerator is those whose own attendance over the year
    /// reaches the goal of attendance. Each meeting is counted as there.
    ///
    /// vi: Chi bộ không có buổi nào ghi được thì không ở mẫu số. Chi bộ có buổi phải để ngoài vì lỗi cũng vậy: thiếu buổi
    /// ấy thì chưa biết cả năm có đạt không.
    /// en: A cell without such a meeting is not in the denominator. Nor is one with a meeting that an error leaves out:
    /// without it nobody knows whether the year reaches the goal.
    ///
    /// vi: Đúng 85%.
    /// en: 85% exactly.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// date = 2018-03-05
    /// kind = "combined"
    /// counts = { expected = 20, present = 17 }
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Dưới 85%.
    /// en: Under 85%.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// date = 2018-03-05
    /// kind = "combined"
    /// counts = { expected = 39, present = 33 }
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// chi-bo-thon-1/cell.toml:1:1: chưa đạt[attendance-by-cell] năm 2018 dự sinh hoạt 33/39 = 84,62%, dưới 85%; cần thêm 1 lượt
    /// chi-bo-thon-1/cell.toml:1:1: shortfall[attendance-by-cell] attendance in 2018 is 33/39 = 84.62%, under 85%; 1 more was needed
    /// ```
    ///
    /// vi: Sổ đặt mức 86% cho attendance.
    /// en: The register sets attendance at 86%.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018
    /// ```
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2018-01-01, until = 2018-12-31 }
    /// goals = { attendance = 86 }
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// date = 2018-03-05
    /// kind = "combined"
    /// counts = { expected = 20, present = 17 }
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// chi-bo-thon-1/cell.toml:1:1: chưa đạt[attendance-by-cell] năm 2018 dự sinh hoạt 17/20 = 85,00%, dưới 86%; cần thêm 1 lượt
    /// chi-bo-thon-1/cell.toml:1:1: shortfall[attendance-by-cell] attendance in 2018 is 17/20 = 85.00%, under 86%; 1 more was needed
    /// ```
    ///
    /// vi: Một buổi có lỗi: chi bộ để ngoài.
    /// en: A meeting has an error: the cell is left out.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// date = 2018-03-05
    /// kind = "combined"
    /// counts = { expected = 39, present = 33 }
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-04-05-regular.toml
    /// date = 2018-04-05
    /// kind = "regular"
    /// counts = { expected = 39, present = 40 }
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Không có buổi nào.
    /// en: There is no meeting.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 0 unknown 0 coverage 0/1
    /// ```
    ///
    /// vi: Chi bộ chưa thành lập trong kỳ.
    /// en: The cell does not exist in the period.
    ///
    /// Gives:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2018-03-01, until = 2018-03-31 }
    /// ```
    /// ```delete chi-bo-thon-1/2018
    /// ```
    /// ```toml chi-bo-thon-1/cell.toml
    /// name = "Chi bộ thôn 1"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// founded = 2018-04-01
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 0 unknown 0 coverage 0/0
    /// ```
    ///
    /// vi: Chi bộ thành lập ngày cuối kỳ.
    /// en: The cell begins on the period's last day.
    ///
    /// Gives:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2018-03-01, until = 2018-03-31 }
    /// ```
    /// ```delete chi-bo-thon-1/2018
    /// ```
    /// ```toml chi-bo-thon-1/cell.toml
    /// name = "Chi bộ thôn 1"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// founded = 2018-03-31
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 0 unknown 0 coverage 0/1
    /// ```
    "attendance-by-cell", ["2.I.2.1-6"], Goal::All, AtOnce, EachSubject,
    "Chi bộ có tỷ lệ dự sinh hoạt đạt mức" / "Cells whose attendance reaches the goal", Count::Cell(count)
}

fn count(_: &Commune<'_>, cell: &CellInYear<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    let sum = cell.attendance();
    sum.tell(cell, ask, sink);
    // A meeting that cannot be counted could be the one that lifts the cell over the goal.
    if sum.expected == 0 || sum.left_something_out() {
        return;
    }
    sum.records().for_each(|(place, present, expected)| sink.seen(place, |_| format!("{present}/{expected}")));
    let goal = attendance::TARGET.goal_in(ask.ctx);
    let percent = u64::from(goal.percent().unwrap_or(100));
    let (present, expected) = (sum.present, sum.expected);
    if present * 100 >= percent * expected {
        sink.holds(cell.place());
        return;
    }
    sink.missing(cell.place(), 1, || vec![miss(cell, (present, expected), goal, ask)]);
}

fn miss<'y>(cell: &'y CellInYear<'_>, (present, expected): (u64, u64), goal: Goal, ask: &Ask<'_>) -> Miss<'y> {
    let (lang, year, percent) = (ask.ctx.lang, ask.year, goal.percent().unwrap_or(100));
    let share = number::percent(present, expected, Some(goal), lang);
    let tally = crate::targets::Tally { numerator: present, denominator: expected, ..Default::default() };
    let needed = goal.needed(&tally, None);
    let was = plural(needed, "was", "were");
    let (present, expected) = (number::group(present, lang), number::group(expected, lang));
    let message = say!(
        lang,
        "năm {year} dự sinh hoạt {present}/{expected} = {share}, dưới {percent}%; cần thêm {needed} lượt",
        "attendance in {year} is {present}/{expected} = {share}, under {percent}%; {needed} more {was} needed"
    );
    Miss { place: cell.place(), period: ask.year_period(), message }
}
