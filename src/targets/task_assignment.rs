use crate::{
    register::{CellYearBook, Commune},
    targets::{
        Ask, CellInYear, Count, Goal, Sink,
        assigned::{Totals, by_rows, by_totals, leave_out, totals},
        target,
    },
};

target! {
    /// vi: Tỷ lệ đảng viên được phân công nhiệm vụ, trừ người được miễn.
    /// en: The share of members who have an assignment, the exempt left out.
    ///
    /// vi: Đề án yêu cầu 100% đảng viên được phân công nhiệm vụ rõ ràng. Mẫu số, khi năm đến hạn với chi bộ thôn (như
    /// leadership-resolution), là đảng viên chính thức và dự bị ở ngày chốt số liệu, trừ người được miễn, cả tạm miễn;
    /// người đi nơi khác vẫn tính, người sinh hoạt tạm thời thì không. Tử số là người có nhiệm vụ ở cột task của
    /// assessments.csv năm đó. [assignment_counts] thay cho các dòng không có.
    /// en: The plan asks that 100% of members have a clear assignment. The denominator, where the year is due for the
    /// village cell (as in leadership-resolution), is the official and probationary members on the reference date, less
    /// the exempt, for good or for a time; who is away counts, who is there temporarily does not. The numerator is
    /// those with a task in the year's assessments.csv. [assignment_counts] stand in for rows that are missing.
    ///
    /// vi: Trước hạn (31/12) việc chưa đủ là đang thực hiện. Dòng có lỗi để ngoài; dòng của người không có trong danh
    /// sách, hoặc tổng số không đọc được, có thể là của người đang thiếu nên cả chi bộ để ngoài.
    /// en: Before the deadline (31 December) what is not complete is in progress. A row with an error is left out; one
    /// of nobody on the roster, or totals that cannot be read, may be what is missing, and then the whole cell is left
    /// out.
    ///
    /// vi: Một người không có nhiệm vụ, một người không có dòng.
    /// en: One without a task, one without a row.
    ///
    /// Gives:
    /// ```csv chi-bo-thon-1/2018/assessments.csv
    /// member,task,grade
    /// dv01,Bí thư,
    /// dv02,Tổ hội,
    /// dv03,Hòa giải,
    /// dv04,,good
    /// ```
    /// ```text
    /// 2018: 3/5 missed needed 2 left-out 0 unknown 0 coverage 1/1
    /// chi-bo-thon-1/2018/assessments.csv:1:1: chưa đạt[task-assignment] `dv05` không có dòng phân công nhiệm vụ năm 2018 trong assessments.csv
    /// chi-bo-thon-1/2018/assessments.csv:5:1: chưa đạt[task-assignment] `dv04` chưa được phân công nhiệm vụ năm 2018 (cột task)
    /// chi-bo-thon-1/2018/assessments.csv:1:1: shortfall[task-assignment] `dv05` has no row with an assignment in assessments.csv of 2018
    /// chi-bo-thon-1/2018/assessments.csv:5:1: shortfall[task-assignment] `dv04` has no assignment for 2018 (column task)
    /// ```
    ///
    /// vi: Sổ hạ mức xuống 80%: là tỷ lệ của cả chi bộ, một phát hiện.
    /// en: The register lowers the goal to 80%: a share of the cell, one finding.
    ///
    /// Gives:
    /// ```csv chi-bo-thon-1/2018/assessments.csv
    /// member,task,grade
    /// dv01,Bí thư,
    /// dv02,Tổ hội,
    /// dv03,Hòa giải,
    /// ```
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2018-01-01, until = 2018-12-31 }
    /// goals = { task-assignment = 80 }
    /// ```
    /// ```text
    /// 2018: 3/5 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// chi-bo-thon-1/cell.toml:1:1: chưa đạt[task-assignment] Đảng viên được phân công nhiệm vụ, năm 2018: 3/5 = 60,00%, dưới mức 80%; cần thêm 1
    /// chi-bo-thon-1/cell.toml:1:1: shortfall[task-assignment] Members with an assignment, 2018: 3/5 = 60.00%, under 80%; 1 more needed
    /// ```
    ///
    /// vi: Mức 100% là mức của Đề án: mỗi người một phát hiện.
    /// en: A goal of 100% is the plan's: a finding each.
    ///
    /// Gives:
    /// ```csv chi-bo-thon-1/2018/assessments.csv
    /// member,task,grade
    /// dv01,Bí thư,
    /// dv02,Tổ hội,
    /// dv03,Hòa giải,
    /// ```
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2018-01-01, until = 2018-12-31 }
    /// goals = { task-assignment = 100 }
    /// ```
    /// ```text
    /// 2018: 3/5 missed needed 2 left-out 0 unknown 0 coverage 1/1
    /// chi-bo-thon-1/2018/assessments.csv:1:1: chưa đạt[task-assignment] `dv04` không có dòng phân công nhiệm vụ năm 2018 trong assessments.csv
    /// chi-bo-thon-1/2018/assessments.csv:1:1: chưa đạt[task-assignment] `dv05` không có dòng phân công nhiệm vụ năm 2018 trong assessments.csv
    /// chi-bo-thon-1/2018/assessments.csv:1:1: shortfall[task-assignment] `dv04` has no row with an assignment in assessments.csv of 2018
    /// chi-bo-thon-1/2018/assessments.csv:1:1: shortfall[task-assignment] `dv05` has no row with an assignment in assessments.csv of 2018
    /// ```
    ///
    /// vi: Trước hạn.
    /// en: Before the deadline.
    ///
    /// Gives, as of 2018-12-30:
    /// ```csv chi-bo-thon-1/2018/assessments.csv
    /// member,task,grade
    /// dv01,Bí thư,
    /// dv02,Tổ hội,
    /// dv03,Hòa giải,
    /// dv04,Đoàn thể,
    /// ```
    /// ```text
    /// 2018: 4/5 progress needed 1 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Miễn đến ngày chốt thì trừ, miễn hết hôm trước thì không; đi nơi khác vẫn tính.
    /// en: Who is exempt on the reference date is not expected; whose exemption ended the day before is, and so is who
    /// is away.
    ///
    /// Gives:
    /// ```csv chi-bo-thon-1/2018/assessments.csv
    /// member,task,grade
    /// dv01,Bí thư,
    /// dv02,Tổ hội,
    /// ```
    /// ```csv chi-bo-thon-1/statuses.csv
    /// member,status,from,until
    /// dv03,exempt,,2018-12-31
    /// dv04,exempt-temporarily,,2018-12-30
    /// dv05,away,,
    /// ```
    /// ```text
    /// 2018: 2/4 missed needed 2 left-out 0 unknown 0 coverage 1/1
    /// chi-bo-thon-1/2018/assessments.csv:1:1: chưa đạt[task-assignment] `dv04` không có dòng phân công nhiệm vụ năm 2018 trong assessments.csv
    /// chi-bo-thon-1/2018/assessments.csv:1:1: chưa đạt[task-assignment] `dv05` không có dòng phân công nhiệm vụ năm 2018 trong assessments.csv
    /// chi-bo-thon-1/2018/assessments.csv:1:1: shortfall[task-assignment] `dv04` has no row with an assignment in assessments.csv of 2018
    /// chi-bo-thon-1/2018/assessments.csv:1:1: shortfall[task-assignment] `dv05` has no row with an assignment in assessments.csv of 2018
    /// ```
    ///
    /// vi: Người đến trong ngày chốt thì tính, tạm thời thì không.
    /// en: Who joined on the reference date counts, who is there temporarily does not.
    ///
    /// Gives:
    /// ```csv chi-bo-thon-1/members.csv
    /// id,admitted,official,from,until,temporary
    /// dv01,2001-01-01,2002-01-01,,,
    /// dv02,2005-01-01,2006-01-01,,,
    /// dv03,2009-01-01,2010-01-01,2018-12-31,,
    /// dv04,2009-01-01,2010-01-01,,,yes
    /// dv05,2009-01-01,2010-01-01,,2018-12-30,
    /// ```
    /// ```csv chi-bo-thon-1/2018/assessments.csv
    /// member,task,grade
    /// dv01,Bí thư,
    /// dv02,Tổ hội,
    /// ```
    /// ```text
    /// 2018: 2/3 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// chi-bo-thon-1/2018/assessments.csv:1:1: chưa đạt[task-assignment] `dv03` không có dòng phân công nhiệm vụ năm 2018 trong assessments.csv
    /// chi-bo-thon-1/2018/assessments.csv:1:1: shortfall[task-assignment] `dv03` has no row with an assignment in assessments.csv of 2018
    /// ```
    ///
    /// vi: Chỉ có tổng số.
    /// en: Totals only.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018/assessments.csv
    /// ```
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// assignment_counts = { expected = 5, assigned = 4 }
    /// ```
    /// ```text
    /// 2018: 4/5 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// chi-bo-thon-1/2018/year.toml:1:1: chưa đạt[task-assignment] năm 2018, người thứ 1 trong 1 đảng viên chưa được phân công nhiệm vụ, theo [assignment_counts]
    /// chi-bo-thon-1/2018/year.toml:1:1: shortfall[task-assignment] in 2018, number 1 of 1 members without an assignment, says [assignment_counts]
    /// ```
    ///
    /// vi: Tổng số thay cho các dòng thiếu.
    /// en: Totals stand in for the rows that are missing.
    ///
    /// Gives:
    /// ```csv chi-bo-thon-1/2018/assessments.csv
    /// member,task,grade
    /// dv01,,
    /// dv02,Tổ hội,
    /// ```
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// assignment_counts = { expected = 5, assigned = 4 }
    /// ```
    /// ```text
    /// 2018: 4/5 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// chi-bo-thon-1/2018/assessments.csv:2:1: chưa đạt[task-assignment] `dv01` chưa được phân công nhiệm vụ năm 2018 (cột task)
    /// chi-bo-thon-1/2018/assessments.csv:2:1: shortfall[task-assignment] `dv01` has no assignment for 2018 (column task)
    /// ```
    ///
    /// vi: Đủ tất cả.
    /// en: All of them.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018/assessments.csv
    /// ```
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// assignment_counts = { expected = 5, assigned = 5 }
    /// ```
    /// ```text
    /// 2018: 5/5 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Tổng số tự mâu thuẫn.
    /// en: Totals that contradict themselves.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018/assessments.csv
    /// ```
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// assignment_counts = { expected = 5, assigned = 6 }
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 0/1
    /// ```
    ///
    /// vi: Tệp năm không đọc được, nhưng các dòng đã đủ.
    /// en: The year's file cannot be read, but the rows are complete.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// grade =
    /// ```
    /// ```text
    /// 2018: 5/5 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Khóa viết sai có thể là tổng số.
    /// en: A misspelt key may be the totals.
    ///
    /// Gives:
    /// ```csv chi-bo-thon-1/2018/assessments.csv
    /// member,task,grade
    /// dv01,Bí thư,
    /// dv02,Tổ hội,
    /// dv03,Hòa giải,
    /// dv04,Đoàn thể,
    /// ```
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// assignment_count = 5
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 0/1
    /// ```
    ///
    /// vi: Dòng của dv50 có thể là của dv05.
    /// en: The row of dv50 may be that of dv05.
    ///
    /// Gives:
    /// ```csv chi-bo-thon-1/2018/assessments.csv
    /// member,task,grade
    /// dv01,Bí thư,
    /// dv02,Tổ hội,
    /// dv03,Hòa giải,
    /// dv04,Đoàn thể,
    /// dv50,Khuyến học,
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 0/1
    /// ```
    ///
    /// vi: Dòng danh sách có lỗi về thời gian.
    /// en: A row of the roster with an error in its time.
    ///
    /// Gives:
    /// ```csv chi-bo-thon-1/members.csv
    /// id,admitted,official,from,until,temporary
    /// dv01,2001-01-01,2002-01-01,,,
    /// dv02,2005-01-01,2006-01-01,,,
    /// dv03,2009-01-01,2010-01-01,2018-05-01,2018-04-01,
    /// ```
    /// ```csv chi-bo-thon-1/2018/assessments.csv
    /// member,task,grade
    /// dv01,Bí thư,
    /// dv02,Tổ hội,
    /// dv03,Hòa giải,
    /// ```
    /// ```text
    /// 2018: 2/2 met needed 0 left-out 1 unknown 0 coverage 1/1
    /// ```
    "task-assignment", ["2.I.2.1-6", "2.III.1.2"], Goal::All, Yearly, EachSubject,
    "Đảng viên được phân công nhiệm vụ" / "Members with an assignment", Count::Cell(count)
}

fn count(_: &Commune<'_>, cell: &CellInYear<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    match cell.sure_life() {
        Some(life) if !ask.is_due_year(life) => return,
        None if ask.ctx.is_due_year(ask.year) => return leave_out(vec![cell.place()], sink),
        None => return,
        Some(_) => {}
    }
    let nothing = CellYearBook::default();
    let book = cell.years.get(&ask.year).unwrap_or(&nothing);
    match totals(book, cell.year_file()) {
        Totals::Given { assigned, expected, place } => by_totals(cell, book, (assigned, expected), place, ask, sink),
        Totals::Missing => by_rows(cell, book, None, ask, sink),
        Totals::Doubtful(place) => by_rows(cell, book, Some(place), ask, sink),
    }
}
