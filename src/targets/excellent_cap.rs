use crate::{
    records::assessment::MemberGrade,
    records::settings::ExcellentBase,
    register::Commune,
    targets::graded::Graded,
    targets::{Ask, CellInYear, Count, Goal, Sink, target},
};

target! {
    /// vi: Số đảng viên hoàn thành xuất sắc không quá 15% số hoàn thành tốt nhiệm vụ.
    /// en: The excellent are at most 15% of those who did well.
    ///
    /// vi: Đề án yêu cầu số đảng viên hoàn thành xuất sắc không quá 15% số đảng viên hoàn thành tốt nhiệm vụ. Tử số là
    /// người xếp loại xuất sắc, mẫu số là người xếp loại tốt, cộng từ cấp xã trở lên, không tính riêng từng chi bộ. Xếp
    /// loại đếm như good-members.
    /// en: The plan asks that the excellent are at most 15% of the members who did well. The numerator is those graded
    /// excellent, the denominator those graded good, summed from the commune up and never for one cell. Grades are
    /// counted as in good-members.
    ///
    /// vi: Còn người chưa xếp loại mà có thể làm vượt mức thì là chưa có số liệu, không phải đạt. Bản ghi có lỗi để
    /// ngoài.
    /// en: Where those without a grade could break the cap there is no data rather than a cap that is kept. Records
    /// with an error are left out.
    ///
    /// vi: Cách hiểu khác, lấy mẫu số là số hoàn thành tốt trở lên, in bên cạnh; [counting] excellent_base =
    /// "good-or-better" lấy cách ấy làm chính.
    /// en: The other reading, over the good and the excellent, is printed beside it; [counting] excellent_base =
    /// "good-or-better" makes it the first.
    ///
    /// vi: 3 trên 20 là đúng 15%.
    /// en: 3 over 20 is 15% exactly.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018/assessments.csv
    /// ```
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// assessment_counts = { excellent = 3, good = 20 }
    /// ```
    /// ```text
    /// 2018: 3/20 met needed 0 left-out 0 unknown 0 coverage 1/1 apart 0 other 3/23
    /// ```
    ///
    /// vi: Vượt một người.
    /// en: One too many.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018/assessments.csv
    /// ```
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// assessment_counts = { excellent = 4, good = 20 }
    /// ```
    /// ```text
    /// 2018: 4/20 missed needed 1 left-out 0 unknown 0 coverage 1/1 apart 0 other 4/24
    /// commune.toml:1:1: chưa đạt[excellent-cap] Đảng viên hoàn thành xuất sắc (không quá), năm 2018: 4/20 = 20,00%, trên mức 15%; vượt 1
    /// commune.toml:1:1: shortfall[excellent-cap] Members graded excellent (at most), 2018: 4/20 = 20.00%, over 15%; 1 too many
    /// ```
    ///
    /// vi: Không ai xếp loại tốt.
    /// en: Nobody is graded good.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018/assessments.csv
    /// ```
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// assessment_counts = { excellent = 3, completed = 5 }
    /// ```
    /// ```text
    /// 2018: 3/0 no-data needed 3 left-out 0 unknown 0 coverage 1/1 apart 0 other 3/3
    /// ```
    ///
    /// vi: Người chưa xếp loại có thể làm vượt mức.
    /// en: Who has no grade could break the cap.
    ///
    /// Gives:
    /// ```csv chi-bo-thon-1/2018/assessments.csv
    /// member,task,grade
    /// dv01,,good
    /// dv02,,good
    /// dv03,,good
    /// dv04,,good
    /// ```
    /// ```text
    /// 2018: 0/4 no-data needed 0 left-out 0 unknown 1 coverage 1/1 apart 0 other 0/4
    /// ```
    ///
    /// vi: Sáu người tốt, một người chưa xếp loại: nếu xuất sắc là 1/6.
    /// en: Six good, one without a grade: excellent, it would be 1/6.
    ///
    /// Gives:
    /// ```csv chi-bo-thon-1/members.csv
    /// id,admitted,official
    /// dv01,2001-01-01,2002-01-01
    /// dv02,2001-01-01,2002-01-01
    /// dv03,2001-01-01,2002-01-01
    /// dv04,2001-01-01,2002-01-01
    /// dv05,2001-01-01,2002-01-01
    /// dv06,2001-01-01,2002-01-01
    /// dv07,2001-01-01,2002-01-01
    /// ```
    /// ```csv chi-bo-thon-1/2018/assessments.csv
    /// member,task,grade
    /// dv01,,good
    /// dv02,,good
    /// dv03,,good
    /// dv04,,good
    /// dv05,,good
    /// dv06,,good
    /// ```
    /// ```text
    /// 2018: 0/6 no-data needed 0 left-out 0 unknown 1 coverage 1/1 apart 0 other 0/6
    /// ```
    ///
    /// vi: Tính trên số hoàn thành tốt trở lên thì là 1/7, không vượt mức.
    /// en: Over the good and the excellent it would be 1/7, which keeps the cap.
    ///
    /// Gives:
    /// ```csv chi-bo-thon-1/members.csv
    /// id,admitted,official
    /// dv01,2001-01-01,2002-01-01
    /// dv02,2001-01-01,2002-01-01
    /// dv03,2001-01-01,2002-01-01
    /// dv04,2001-01-01,2002-01-01
    /// dv05,2001-01-01,2002-01-01
    /// dv06,2001-01-01,2002-01-01
    /// dv07,2001-01-01,2002-01-01
    /// ```
    /// ```csv chi-bo-thon-1/2018/assessments.csv
    /// member,task,grade
    /// dv01,,good
    /// dv02,,good
    /// dv03,,good
    /// dv04,,good
    /// dv05,,good
    /// dv06,,good
    /// ```
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2018-01-01, until = 2018-12-31 }
    /// counting = { excellent_base = "good-or-better" }
    /// ```
    /// ```text
    /// 2018: 0/6 met needed 0 left-out 0 unknown 1 coverage 1/1 apart 0 other 0/6
    /// ```
    ///
    /// vi: Lấy số hoàn thành tốt trở lên làm mẫu số.
    /// en: Over the good and the excellent.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018/assessments.csv
    /// ```
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// assessment_counts = { excellent = 3, good = 17 }
    /// ```
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2018-01-01, until = 2018-12-31 }
    /// counting = { excellent_base = "good-or-better" }
    /// ```
    /// ```text
    /// 2018: 3/20 met needed 0 left-out 0 unknown 0 coverage 1/1 apart 0 other 3/17
    /// ```
    "excellent-cap", ["2.I.2.1-6"], Goal::AtMost(15), AtOnce, EachCommune,
    "Đảng viên hoàn thành xuất sắc (không quá)" / "Members graded excellent (at most)", Count::CellFromCommuneUp(count),
    other "tính trên số hoàn thành tốt trở lên" / "over the good and the excellent",
    unknown "đảng viên chưa xếp loại" / "members without a grade"
}

fn count(_: &Commune<'_>, cell: &CellInYear<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    let grades = cell.grades();
    grades.tell(cell, ask, sink);
    for graded in grades.iter() {
        let Graded { grade, members, .. } = graded;
        let excellent = if *grade == MemberGrade::Excellent { *members } else { 0 };
        let good = if *grade == MemberGrade::Good { *members } else { 0 };
        let (base, other) = match ask.ctx.settings.counting.excellent_base {
            ExcellentBase::Good => (good, good + excellent),
            ExcellentBase::GoodOrBetter => (good + excellent, good),
        };
        graded.count(excellent, base, sink);
        sink.other(excellent, other);
    }
}
