use crate::{
    lang::Words,
    parse::Vocabulary,
    records::assessment::MemberGrade,
    register::Commune,
    regulations::GradeRules,
    targets::{Ask, CellInYear, Count, Goal, Parts, Sink, target},
};

target! {
    /// vi: Tỷ lệ đảng viên hoàn thành, không hoàn thành nhiệm vụ và vi phạm tư cách, so với năm trước.
    /// en: The shares of members who completed, did not complete, or are unworthy, against the year before.
    ///
    /// vi: Đề án yêu cầu các tỷ lệ ấy giảm. Mẫu số là đảng viên được đánh giá, đếm như good-members; tử số là tổng ba
    /// loại, và từng loại đếm riêng. Đạt khi từng tỷ lệ thấp hơn năm trước, hoặc cả hai năm đều bằng không; so bằng
    /// phép nhân chéo các số đếm, không so phần trăm đã làm tròn. Cộng từ cấp xã trở lên, không tính riêng từng chi bộ.
    /// en: The plan asks that these shares fall. The denominator is the assessed, counted as in good-members; the
    /// numerator is the three grades together, and each is counted apart. It is met when each share is lower than the
    /// year before, or zero in both years; counts are multiplied crosswise, and no rounded percentage is compared. It
    /// is summed from the commune up and never for one cell.
    ///
    /// vi: Năm trước không có xếp loại thì chưa có số liệu; còn người chưa xếp loại ở một trong hai năm mà có thể làm
    /// tỷ lệ không giảm thì cũng vậy. Từ năm 2018 không còn loại vi phạm tư cách. Bản ghi có lỗi để ngoài.
    /// en: Where the year before has no grades there is no data; nor where those without a grade, in either year, could
    /// keep a share from falling. From 2018 nobody is graded unworthy. Records with an error are left out.
    ///
    /// vi: Hoàn thành giảm từ 4/20 xuống 7/36; hai loại kia hết hẳn hoặc vẫn không có.
    /// en: Completed falls from 4/20 to 7/36; the others vanish, or were not there.
    ///
    /// Gives:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2017-01-01, until = 2018-12-31 }
    /// ```
    /// ```delete chi-bo-thon-1/2018/assessments.csv
    /// ```
    /// ```toml chi-bo-thon-1/2017/year.toml
    /// assessment_counts = { good = 15, completed = 4, unworthy = 1 }
    /// ```
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// assessment_counts = { good = 29, completed = 7 }
    /// ```
    /// ```text
    /// 2017: 5/20 no-data needed 0 left-out 0 unknown 0 coverage 1/1 completed 4 unworthy 1
    /// 2018: 7/36 met needed 0 left-out 0 unknown 0 coverage 1/1 completed 7
    /// ```
    ///
    /// vi: Bằng nhau thì chưa giảm.
    /// en: The same is not lower.
    ///
    /// Gives:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2017-01-01, until = 2018-12-31 }
    /// ```
    /// ```delete chi-bo-thon-1/2018/assessments.csv
    /// ```
    /// ```toml chi-bo-thon-1/2017/year.toml
    /// assessment_counts = { good = 16, completed = 4 }
    /// ```
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// assessment_counts = { good = 32, completed = 8 }
    /// ```
    /// ```text
    /// 2017: 4/20 no-data needed 0 left-out 0 unknown 0 coverage 1/1 completed 4
    /// 2018: 8/40 missed needed 1 left-out 0 unknown 0 coverage 1/1 completed 8
    /// commune.toml:1:1: chưa đạt[lower-grades-falling] Đảng viên hoàn thành nhiệm vụ trở xuống, năm 2018, không giảm: hoàn thành nhiệm vụ 8/40 = 20,00% (năm 2017: 4/20 = 20,00%)
    /// commune.toml:1:1: shortfall[lower-grades-falling] Members graded completed or lower, 2018, did not fall: completed 8/40 = 20.00% (2017: 4/20 = 20.00%)
    /// ```
    ///
    /// vi: Một loại mới xuất hiện.
    /// en: One grade appears.
    ///
    /// Gives:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2017-01-01, until = 2018-12-31 }
    /// ```
    /// ```delete chi-bo-thon-1/2018/assessments.csv
    /// ```
    /// ```toml chi-bo-thon-1/2017/year.toml
    /// assessment_counts = { good = 16, completed = 4 }
    /// ```
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// assessment_counts = { good = 19, not_completed = 1 }
    /// ```
    /// ```text
    /// 2017: 4/20 no-data needed 0 left-out 0 unknown 0 coverage 1/1 completed 4
    /// 2018: 1/20 missed needed 1 left-out 0 unknown 0 coverage 1/1 not-completed 1
    /// commune.toml:1:1: chưa đạt[lower-grades-falling] Đảng viên hoàn thành nhiệm vụ trở xuống, năm 2018, không giảm: không hoàn thành nhiệm vụ 1/20 = 5,00% (năm 2017: 0/20 = 0,00%)
    /// commune.toml:1:1: shortfall[lower-grades-falling] Members graded completed or lower, 2018, did not fall: not completed 1/20 = 5.00% (2017: 0/20 = 0.00%)
    /// ```
    ///
    /// vi: Người chưa xếp loại năm nay có thể làm tỷ lệ không giảm.
    /// en: Who has no grade this year could keep a share from falling.
    ///
    /// Gives:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2017-01-01, until = 2018-12-31 }
    /// ```
    /// ```csv chi-bo-thon-1/2018/assessments.csv
    /// member,task,grade
    /// dv01,,good
    /// dv02,,good
    /// dv03,,good
    /// dv04,,completed
    /// ```
    /// ```toml chi-bo-thon-1/2017/year.toml
    /// assessment_counts = { good = 6, completed = 4 }
    /// ```
    /// ```text
    /// 2017: 4/10 no-data needed 0 left-out 0 unknown 0 coverage 1/1 completed 4
    /// 2018: 1/4 no-data needed 0 left-out 0 unknown 1 coverage 1/1 completed 1
    /// ```
    ///
    /// vi: Người chưa xếp loại không thể làm tỷ lệ nào không giảm: nhiều nhất 2/5 so với 45/100; từ năm 2018 không còn
    /// loại vi phạm tư cách.
    /// en: Who has no grade could not: at most 2/5 against 45/100; from 2018 nobody is graded unworthy.
    ///
    /// Gives:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2017-01-01, until = 2018-12-31 }
    /// ```
    /// ```csv chi-bo-thon-1/2018/assessments.csv
    /// member,task,grade
    /// dv01,,good
    /// dv02,,good
    /// dv03,,good
    /// dv04,,completed
    /// ```
    /// ```toml chi-bo-thon-1/2017/year.toml
    /// assessment_counts = { good = 25, completed = 45, not_completed = 30 }
    /// ```
    /// ```text
    /// 2017: 75/100 no-data needed 0 left-out 0 unknown 0 coverage 1/1 completed 45 not-completed 30
    /// 2018: 1/4 met needed 0 left-out 0 unknown 1 coverage 1/1 completed 1
    /// ```
    ///
    /// vi: Người chưa xếp loại năm trước: nếu tốt thì tỷ lệ năm trước là 2/5, không phải 2/4.
    /// en: Who had no grade the year before: done well, that year's share is 2/5 and not 2/4.
    ///
    /// Gives:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2017-01-01, until = 2018-12-31 }
    /// ```
    /// ```csv chi-bo-thon-1/2017/assessments.csv
    /// member,task,grade
    /// dv01,,good
    /// dv02,,good
    /// dv03,,completed
    /// dv04,,completed
    /// ```
    /// ```delete chi-bo-thon-1/2018/assessments.csv
    /// ```
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// assessment_counts = { good = 11, completed = 9 }
    /// ```
    /// ```text
    /// 2017: 2/4 no-data needed 0 left-out 0 unknown 1 coverage 1/1 completed 2
    /// 2018: 9/20 no-data needed 0 left-out 0 unknown 0 coverage 1/1 completed 9
    /// ```
    ///
    /// vi: Năm trước không có xếp loại.
    /// en: The year before has no grades.
    ///
    /// Gives:
    /// ```text
    /// 2018: 1/5 no-data needed 0 left-out 0 unknown 0 coverage 1/1 completed 1
    /// ```
    "lower-grades-falling", ["2.I.2.1-6"], Goal::Falling, AtOnce, EachCommune,
    "Đảng viên hoàn thành nhiệm vụ trở xuống" / "Members graded completed or lower",
    Count::CellFromCommuneUp(count),
    unknown "đảng viên chưa xếp loại" / "members without a grade",
    parts Parts { key: "shares", label: Words::new("từng mức", "each share"), names: shares }
}

/// How many shares must fall.
pub(super) const SHARES: usize = GRADES.len();

const GRADES: [MemberGrade; 3] = [MemberGrade::Completed, MemberGrade::NotCompleted, MemberGrade::Unworthy];

/// Whether a member can be graded so in a year: from 2018 nobody is unworthy.
pub(super) fn is_given(share: usize, year: i32) -> bool {
    GradeRules::of(year).members.contains(&GRADES[share])
}

fn shares() -> Vec<(&'static str, Words)> {
    GRADES.iter().map(|grade| (grade.word(), grade.label())).collect()
}

fn count(_: &Commune<'_>, cell: &CellInYear<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    let grades = cell.grades();
    grades.tell(cell, ask, sink);
    for graded in grades.iter() {
        let share = GRADES.iter().position(|grade| *grade == graded.grade);
        share.into_iter().for_each(|share| sink.part(share, graded.members));
        graded.count(if share.is_some() { graded.members } else { 0 }, graded.members, sink);
    }
}
