use std::sync::Arc;

use crate::{
    finding::{Place, Report},
    lang::{Lang, say},
    parse::{Field, Vocabulary},
    records::{
        meeting::Kind,
        settings::{CountingTable, DualPosts, ExcellentBase, SettingsFile},
    },
    rules::{Check, Cites, rule},
    source::{At, Source},
    targets::{Goal, find},
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
    /// chibo.toml:12:20: cảnh báo[goal-changed] tỷ lệ dự họp tính ở các cuộc họp: thường kỳ, kết hợp, chuyên đề; Đề án tính ở thường kỳ và kết hợp
    /// chibo.toml:13:19: cảnh báo[goal-changed] người vắng có lý do không nằm trong mẫu số của tỷ lệ dự họp; Đề án tính cả họ
    /// chibo.toml:14:18: cảnh báo[goal-changed] tỷ lệ xuất sắc tính trên số hoàn thành tốt trở lên; mặc định tính trên số hoàn thành tốt
    /// chibo.toml:15:22: cảnh báo[goal-changed] thôn có bí thư kiêm trưởng thôn được tính vào quy chế phối hợp; mặc định để riêng
    /// ```
    /// ```text
    /// chibo.toml:7:14: warning[goal-changed] `attendance` is set to 84%; the plan says 85%
    /// chibo.toml:8:17: warning[goal-changed] `excellent-cap` is set to at most 20%; the plan says at most 15%
    /// chibo.toml:9:19: warning[goal-changed] `monthly-meeting` is set to 99%; the plan says 100%
    /// chibo.toml:12:20: warning[goal-changed] attendance counts these meetings: regular, combined, thematic; the plan counts regular and combined
    /// chibo.toml:13:19: warning[goal-changed] the excused are not in the base of attendance; the plan counts them
    /// chibo.toml:14:18: warning[goal-changed] the excellent are a share of the good or better; by default of the good
    /// chibo.toml:15:22: warning[goal-changed] villages whose secretary is the head are counted for agreements; by default they stand apart
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
    for (target, percent) in goals {
        let (Some(id), Some((percent, at))) = (target.get(), percent.said()) else { continue };
        // A name that is no target's is `unknown-rule`.
        let Some(goal) = find(id).map(|(_, target)| target.goal) else { continue };
        let Some(asked) = goal.percent().filter(|asked| *asked != percent.0) else { continue };
        let (lang, percent, id) = (report.ctx.lang, percent.0, &**id);
        let message = match goal {
            Goal::AtMost(_) => say!(
                lang,
                "`{id}` đặt tối đa {percent}%; Đề án quy định tối đa {asked}%",
                "`{id}` is set to at most {percent}%; the plan says at most {asked}%"
            ),
            _ => say!(
                lang,
                "`{id}` đặt {percent}%; Đề án yêu cầu {asked}%",
                "`{id}` is set to {percent}%; the plan says {asked}%"
            ),
        };
        report.add(&RULE, unit, Place::in_source(source, at), message).remedy(remedy(lang));
    }
    if let Some(counting) = file.counting.get() {
        look_at_counting(counting, source, unit, report);
    }
}

fn look_at_counting(counting: &CountingTable, source: &Source, unit: &Arc<str>, report: &mut Report<'_>) {
    let CountingTable { attendance_kinds, excused_in_base, excellent_base, dual_post_villages } = counting;
    let lang = report.ctx.lang;
    let kinds: Vec<Kind> = attendance_kinds.each().map(|(kind, _)| *kind).collect();
    let are_usual = kinds.len() == 2 && kinds.contains(&Kind::Regular) && kinds.contains(&Kind::Combined);
    let kinds_at = attendance_kinds.at().filter(|_| !(are_usual || attendance_kinds.has_unread()));
    let told = [
        (kinds_at, {
            let kinds: Vec<&str> = kinds.iter().map(|kind| kind.label().of(lang)).collect();
            let kinds = kinds.join(", ");
            say!(
                lang,
                "tỷ lệ dự họp tính ở các cuộc họp: {kinds}; Đề án tính ở thường kỳ và kết hợp",
                "attendance counts these meetings: {kinds}; the plan counts regular and combined"
            )
        }),
        (
            differs(excused_in_base, true),
            say!(
                lang,
                "người vắng có lý do không nằm trong mẫu số của tỷ lệ dự họp; Đề án tính cả họ",
                "the excused are not in the base of attendance; the plan counts them"
            ),
        ),
        (
            differs(excellent_base, ExcellentBase::Good),
            say!(
                lang,
                "tỷ lệ xuất sắc tính trên số hoàn thành tốt trở lên; mặc định tính trên số hoàn thành tốt",
                "the excellent are a share of the good or better; by default of the good"
            ),
        ),
        (
            differs(dual_post_villages, DualPosts::Apart),
            say!(
                lang,
                "thôn có bí thư kiêm trưởng thôn được tính vào quy chế phối hợp; mặc định để riêng",
                "villages whose secretary is the head are counted for agreements; by default they stand apart"
            ),
        ),
    ];
    for (at, message) in told {
        if let Some(at) = at {
            report.add(&RULE, unit, Place::in_source(source, at), message).remedy(remedy(lang));
        }
    }
}

fn remedy(lang: Lang) -> String {
    say!(lang, "bỏ dòng này để theo Đề án", "delete the line to follow the plan")
}

fn differs<T: PartialEq>(field: &Field<T>, usual: T) -> Option<At> {
    field.said().filter(|(said, _)| **said != usual).map(|(_, at)| at)
}
