use std::sync::Arc;

use crate::{
    difference::Difference,
    finding::{Place, Report},
    lang::say,
    records::settings::{CountingTable, SettingsFile},
    rules::{Check, Cites, rule},
    source::{At, Source},
};

rule! {
    /// vi: Mức phấn đấu và cách tính là của Đề án.
    /// en: Goals and counting are the plan's.
    ///
    /// vi: Sổ được đặt khác, và báo cáo in rõ chỗ khác; quy tắc này nhắc để không ai đọc con số mà tưởng là theo Đề án. Ghi
    /// đúng mức của Đề án thì không phải là khác.
    /// en: A register may set them otherwise, and reports print what it set; this rule sees to it that nobody takes such a figure
    /// for the plan's. To write down the plan's own value changes nothing.
    ///
    /// Fails:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2018-10-01, until = 2018-12-31 }
    ///
    /// [goals]
    /// attendance = 84
    /// excellent-cap = 20
    /// monthly-meeting = 99
    ///
    /// [counting]
    /// attendance_kinds = ["regular", "combined", "thematic"]
    /// excused_in_base = false
    /// excellent_base = "good-or-better"
    /// dual_post_villages = "count"
    /// ```
    /// ```text
    /// chibo.toml:7:14: cảnh báo[goal-changed] `attendance` đặt 84%; Đề án yêu cầu 85%
    /// chibo.toml:8:17: cảnh báo[goal-changed] `excellent-cap` đặt tối đa 20%; Đề án quy định tối đa 15%
    /// chibo.toml:9:19: cảnh báo[goal-changed] `monthly-meeting` đặt 99%; Đề án yêu cầu 100%
    /// chibo.toml:12:20: cảnh báo[goal-changed] tỷ lệ dự họp tính ở các cuộc họp: thường kỳ, kết hợp, chuyên đề; mặc định tính ở thường kỳ và kết hợp
    /// chibo.toml:13:19: cảnh báo[goal-changed] người vắng có lý do không nằm trong mẫu số của tỷ lệ dự họp; mặc định tính cả họ
    /// chibo.toml:14:18: cảnh báo[goal-changed] tỷ lệ xuất sắc tính trên số hoàn thành tốt trở lên; mặc định tính trên số hoàn thành tốt
    /// chibo.toml:15:22: cảnh báo[goal-changed] thôn có bí thư kiêm trưởng thôn được tính vào quy chế phối hợp và giao ban hằng tháng; mặc định để riêng
    /// ```
    /// ```text
    /// chibo.toml:7:14: warning[goal-changed] `attendance` is set to 84%; the plan says 85%
    /// chibo.toml:8:17: warning[goal-changed] `excellent-cap` is set to at most 20%; the plan says at most 15%
    /// chibo.toml:9:19: warning[goal-changed] `monthly-meeting` is set to 99%; the plan says 100%
    /// chibo.toml:12:20: warning[goal-changed] attendance counts these meetings: regular, combined, thematic; by default regular and combined count
    /// chibo.toml:13:19: warning[goal-changed] the excused are not in the base of attendance; by default they count
    /// chibo.toml:14:18: warning[goal-changed] the excellent are a share of the good or better; by default of the good
    /// chibo.toml:15:22: warning[goal-changed] villages whose secretary is the head are counted for agreements and monthly briefings; by default they stand apart
    /// ```
    ///
    /// Passes:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2018-10-01, until = 2018-12-31 }
    ///
    /// [goals]
    /// attendance = 85
    /// excellent-cap = 15
    /// monthly-meeting = 100
    ///
    /// [counting]
    /// attendance_kinds = ["regular", "combined"]
    /// excused_in_base = true
    /// excellent_base = "good"
    /// dual_post_villages = "apart"
    /// ```
    "goal-changed", Warning,
    Cites::regulation("Đề án 04-ĐA/TU ngày 28/10/2016, phần 2, mục I", "plan 04-ĐA/TU of 2016-10-28, part 2, I"),
    Check::Reading
}

/// Reports what chibo.toml sets otherwise than the plan.
pub(crate) fn look(file: &SettingsFile<'_>, source: &Source, unit: &Arc<str>, report: &mut Report<'_>) {
    let goals = file.goals.get().map_or(&[][..], |entries| &entries.0);
    let goals = goals.iter().filter_map(|(target, percent)| {
        let (percent, at) = percent.said()?;
        Some((Difference::of_goal(target.get()?, percent.0), at))
    });
    let counting = file.counting.get().map(of_counting).into_iter().flatten();
    for (difference, at) in goals.chain(counting) {
        let Some(difference) = difference else { continue };
        let lang = report.ctx.lang;
        let remedy = say!(lang, "bỏ dòng này để theo Đề án", "delete the line to follow the plan");
        report.add(&RULE, unit, Place::in_source(source, at), difference.sentence(lang)).remedy(remedy);
    }
}

fn of_counting(counting: &CountingTable) -> Vec<(Option<Difference>, At)> {
    let CountingTable { attendance_kinds, excused_in_base, excellent_base, dual_post_villages } = counting;
    let kinds = attendance_kinds.each().map(|(kind, _)| *kind).collect();
    let kinds_at = attendance_kinds.at().filter(|_| !attendance_kinds.has_unread());
    let told = [
        kinds_at.map(|at| (Difference::of_kinds(kinds), at)),
        excused_in_base.said().map(|(said, at)| (Difference::of_excused(*said), at)),
        excellent_base.said().map(|(said, at)| (Difference::of_excellent_base(*said), at)),
        dual_post_villages.said().map(|(said, at)| (Difference::of_dual_posts(*said), at)),
    ];
    told.into_iter().flatten().collect()
}
