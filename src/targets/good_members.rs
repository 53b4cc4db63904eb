use crate::{
    records::assessment::MemberGrade,
    register::Commune,
    targets::graded::Graded,
    targets::{Ask, CellInYear, Count, Goal, Sink, target},
};

target! {
    /// vi: Tỷ lệ đảng viên được đánh giá hoàn thành tốt nhiệm vụ trở lên.
    /// en: The share of assessed members who did well, the excellent among them.
    ///
    /// vi: Đề án yêu cầu từ 80% đảng viên được đánh giá hoàn thành tốt nhiệm vụ trở lên. Mẫu số là đảng viên của chi bộ
    /// thôn có xếp loại trong assessments.csv của năm, hoặc cộng [assessment_counts] của chi bộ chỉ gửi tổng số; tử số
    /// là người xếp loại xuất sắc hoặc tốt. Xếp loại tính cho năm của tệp, dù ghi ngày nào.
    /// en: The plan asks that at least 80% of the assessed did well. The denominator is the members of village cells
    /// with a grade in the year's assessments.csv, or the sum of [assessment_counts] where a cell sends totals only;
    /// the numerator is those graded excellent or good. A grade is of the year of its file, whenever it was written.
    ///
    /// vi: Hết năm mà chưa có xếp loại là chưa biết: người còn ở chi bộ ngày 31/12, không được miễn, từ 2018 vào Đảng
    /// đủ 6 tháng, từ 2019 không bị đình chỉ. Dòng có lỗi, của người không có trong danh sách hoặc chỉ sinh hoạt tạm
    /// thời để ngoài.
    /// en: Who has no grade once the year is over is unknown: a member on 31 December who is not exempt, from 2018
    /// admitted six months before, from 2019 not suspended. A row with an error, of nobody on the roster or of one
    /// there only temporarily is left out.
    ///
    /// vi: 4 trong 5 là đúng 80%.
    /// en: 4 of 5 is 80% exactly.
    ///
    /// Gives:
    /// ```csv chi-bo-thon-1/2018/assessments.csv
    /// member,task,grade
    /// dv01,,excellent
    /// dv02,,good
    /// dv03,,good
    /// dv04,,good
    /// dv05,,completed
    /// ```
    /// ```text
    /// 2018: 4/5 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Dưới 80%.
    /// en: Under 80%.
    ///
    /// Gives:
    /// ```csv chi-bo-thon-1/2018/assessments.csv
    /// member,task,grade
    /// dv01,,excellent
    /// dv02,,good
    /// dv03,,good
    /// dv04,,completed
    /// dv05,,not-completed
    /// ```
    /// ```text
    /// 2018: 3/5 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// commune.toml:1:1: chưa đạt[good-members] Đảng viên hoàn thành tốt nhiệm vụ trở lên, năm 2018: 3/5 = 60,00%, dưới mức 80%; cần thêm 1
    /// commune.toml:1:1: shortfall[good-members] Members graded good or excellent, 2018: 3/5 = 60.00%, under 80%; 1 more needed
    /// ```
    ///
    /// vi: Chi bộ chỉ gửi tổng số.
    /// en: A cell that sends totals only.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018/assessments.csv
    /// ```
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// assessment_counts = { excellent = 2, good = 13, completed = 4, not_completed = 0 }
    /// ```
    /// ```text
    /// 2018: 15/19 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// commune.toml:1:1: chưa đạt[good-members] Đảng viên hoàn thành tốt nhiệm vụ trở lên, năm 2018: 15/19 = 78,95%, dưới mức 80%; cần thêm 1
    /// commune.toml:1:1: shortfall[good-members] Members graded good or excellent, 2018: 15/19 = 78.95%, under 80%; 1 more needed
    /// ```
    ///
    /// vi: Tổng số tính cho mọi người, dù có dòng phân công nhiệm vụ.
    /// en: Totals speak of everyone, though rows tell their tasks.
    ///
    /// Gives:
    /// ```csv chi-bo-thon-1/2018/assessments.csv
    /// member,task,grade
    /// dv01,Bí thư,
    /// ```
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// assessment_counts = { good = 5 }
    /// ```
    /// ```text
    /// 2018: 5/5 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Người được miễn đến 31/12 không phải xếp loại; miễn đến 30/12 thì chưa biết, cũng như người không có dòng.
    /// en: Who is exempt on 31 December is not to be graded; whose exemption ended on the 30th is unknown, as is who
    /// has no row.
    ///
    /// Gives:
    /// ```csv chi-bo-thon-1/2018/assessments.csv
    /// member,task,grade
    /// dv01,,good
    /// dv02,,good
    /// ```
    /// ```csv chi-bo-thon-1/statuses.csv
    /// member,status,from,until
    /// dv03,exempt,,2018-12-31
    /// dv04,exempt,,2018-12-30
    /// ```
    /// ```text
    /// 2018: 2/2 met needed 0 left-out 0 unknown 2 coverage 1/1
    /// ```
    ///
    /// vi: Vào Đảng ngày 30/6 đủ 6 tháng, ngày 01/7 thì chưa; chỉ ghi năm thì lấy ngày muộn nhất.
    /// en: Admitted on 30 June is six months, on 1 July is not; where only the year is known its latest day is taken.
    ///
    /// Gives:
    /// ```csv chi-bo-thon-1/2018/assessments.csv
    /// member,task,grade
    /// dv01,,good
    /// dv02,,good
    /// ```
    /// ```csv chi-bo-thon-1/members.csv
    /// id,admitted,official,from,until,temporary
    /// dv01,2001-01-01,2002-01-01,,,
    /// dv02,2005-01-01,2006-01-01,,,
    /// dv03,2018-06-30,,,,
    /// dv04,2018-07-01,,,,
    /// dv05,2018,,,,
    /// ```
    /// ```text
    /// 2018: 2/2 met needed 0 left-out 0 unknown 1 coverage 1/1
    /// ```
    ///
    /// vi: Cả năm chưa có xếp loại nào.
    /// en: There is no grade at all.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 0 unknown 5 coverage 0/1
    /// ```
    ///
    /// vi: Chi bộ đã giải thể mà không có xếp loại thì không thuộc số đơn vị.
    /// en: A cell that was dissolved and has no grade is not one of the units.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018
    /// ```
    /// ```toml chi-bo-thon-1/cell.toml
    /// name = "Chi bộ thôn 1"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// dissolved = 2018-06-30
    /// [[terms]]
    /// congress = 2017-06-10
    /// resolution = { number = "01-NQ/CB" }
    /// working_regulations = 2017-07-01
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 0 unknown 0 coverage 0/0
    /// ```
    ///
    /// vi: Trước khi hết năm không ai bị coi là chưa xếp loại.
    /// en: Before the year is over nobody is late.
    ///
    /// Gives, as of 2018-12-30:
    /// ```delete chi-bo-thon-1/2018
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 0 unknown 0 coverage 0/1
    /// ```
    ///
    /// vi: Dòng xếp loại viết sai, người lạ, người sinh hoạt tạm thời.
    /// en: A grade that cannot be read, a stranger, one there temporarily.
    ///
    /// Gives:
    /// ```csv chi-bo-thon-1/members.csv
    /// id,admitted,official,from,until,temporary
    /// dv01,2001-01-01,2002-01-01,,,
    /// dv02,2005-01-01,2006-01-01,,,
    /// dv05,2009-01-01,2010-01-01,,,yes
    /// ```
    /// ```csv chi-bo-thon-1/2018/assessments.csv
    /// member,task,grade
    /// dv01,,good
    /// dv02,,tốt
    /// dv50,,good
    /// dv05,,good
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 3 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Chưa đạt mức mà còn dòng có lỗi: báo cáo nói chưa đạt, check chưa trách ai.
    /// en: Under the goal with a row in error: reports say so, check accuses nobody yet.
    ///
    /// Gives:
    /// ```csv chi-bo-thon-1/2018/assessments.csv
    /// member,task,grade
    /// dv01,,completed
    /// dv02,,tốt
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 1 unknown 3 coverage 1/1
    /// ```
    ///
    /// vi: Tệp năm không đọc được có thể là nơi ghi tổng số.
    /// en: The year's file cannot be read and may hold the totals.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018/assessments.csv
    /// ```
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// grade =
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 5 coverage 0/1
    /// ```
    ///
    /// vi: Năm 2019: người bị đình chỉ không phải xếp loại.
    /// en: In 2019 the suspended are not to be graded.
    ///
    /// Gives, as of 2020-01-31:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2018-01-01, until = 2019-12-31 }
    /// ```
    /// ```csv chi-bo-thon-1/2019/assessments.csv
    /// member,task,grade
    /// dv01,,good
    /// dv02,,good
    /// dv03,,good
    /// dv04,,good
    /// ```
    /// ```csv chi-bo-thon-1/statuses.csv
    /// member,status,from,until
    /// dv05,suspended,,
    /// ```
    /// ```text
    /// 2018: 4/5 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// 2019: 4/4 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    "good-members", ["2.I.2.1-6"], Goal::AtLeast(80), AtOnce, EachCommune,
    "Đảng viên hoàn thành tốt nhiệm vụ trở lên" / "Members graded good or excellent", Count::Cell(count),
    unknown "đảng viên chưa xếp loại" / "members without a grade"
}

fn count(_: &Commune<'_>, cell: &CellInYear<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    let grades = cell.grades();
    grades.tell(cell, ask, sink);
    for graded in grades.iter() {
        let Graded { grade, members, .. } = graded;
        let good = if matches!(grade, MemberGrade::Excellent | MemberGrade::Good) { *members } else { 0 };
        graded.count(good, *members, sink);
    }
}
