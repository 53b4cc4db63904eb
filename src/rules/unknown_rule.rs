use std::sync::Arc;

use crate::{
    finding::{Place, Report},
    lang::say,
    records::explanation::ExplanationRow,
    register::Record,
    rules::{self, Check, Cites, rule},
    targets::{self, Judged, Shortfalls, TARGETS, attendance, attendance_by_cell},
};

rule! {
    /// vi: Tên trong [levels], [goals], [deadlines] và explanations.csv là một quy tắc hoặc chỉ tiêu có thật.
    /// en: A name in [levels], [goals], [deadlines] and explanations.csv is a rule or target that exists.
    ///
    /// vi: Tên gõ sai thì mức, chỉ tiêu hoặc hạn đặt ra không có tác dụng mà không ai hay. [levels] nhận những gì cho phát hiện,
    /// [goals] nhận chỉ tiêu có mức phấn đấu, [deadlines] nhận nhiệm vụ hằng năm.
    /// en: Under a misspelt name a level, goal or deadline has no effect, and nobody notices. [levels] takes what gives
    /// findings, [goals] takes targets that have a goal, [deadlines] takes yearly duties.
    ///
    /// Fails:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2018-10-01, until = 2018-12-31 }
    ///
    /// [levels]
    /// attendence = "warning"
    /// "mọi thứ" = "off"
    /// attendance = "off"
    /// deputy-membership = "warning"
    ///
    /// [goals]
    /// deputy-membership = 50
    ///
    /// [deadlines]
    /// monthly-meeting = "12-15"
    /// ```
    /// ```csv explanations.csv
    /// finding,unit,period,reason,approved_by
    /// monthly-meetings,chi-bo-thon-1,2018-10,Lũ lụt,Đảng ủy xã
    /// ```
    /// ```csv chi-bo-thon-2/explanations.csv
    /// finding,unit,period,reason,approved_by
    /// hop-thang,chi-bo-thon-2,2018-10,Lũ lụt,Đảng ủy xã
    /// ```
    /// ```text
    /// chi-bo-thon-2/explanations.csv:2:1: lỗi[unknown-rule] ở đây không nhận tên `hop-thang`
    /// chibo.toml:7:1: lỗi[unknown-rule] ở đây không nhận tên `attendence`
    /// chibo.toml:8:1: lỗi[unknown-rule] ở đây không nhận tên `mọi thứ`
    /// chibo.toml:9:1: lỗi[unknown-rule] `attendance` không cho phát hiện nào nên không có mức
    /// chibo.toml:10:1: lỗi[unknown-rule] `deputy-membership` không cho phát hiện nào nên không có mức
    /// chibo.toml:13:1: lỗi[unknown-rule] ở đây không nhận tên `deputy-membership`
    /// chibo.toml:16:1: lỗi[unknown-rule] ở đây không nhận tên `monthly-meeting`
    /// explanations.csv:2:1: lỗi[unknown-rule] ở đây không nhận tên `monthly-meetings`
    /// ```
    /// ```text
    /// chi-bo-thon-2/explanations.csv:2:1: error[unknown-rule] the name `hop-thang` is not accepted here
    /// chibo.toml:7:1: error[unknown-rule] the name `attendence` is not accepted here
    /// chibo.toml:8:1: error[unknown-rule] the name `mọi thứ` is not accepted here
    /// chibo.toml:9:1: error[unknown-rule] `attendance` gives no finding, and so it has no level
    /// chibo.toml:10:1: error[unknown-rule] `deputy-membership` gives no finding, and so it has no level
    /// chibo.toml:13:1: error[unknown-rule] the name `deputy-membership` is not accepted here
    /// chibo.toml:16:1: error[unknown-rule] the name `monthly-meeting` is not accepted here
    /// explanations.csv:2:1: error[unknown-rule] the name `monthly-meetings` is not accepted here
    /// ```
    ///
    /// Passes:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2018-10-01, until = 2018-12-31 }
    ///
    /// [levels]
    /// utf16 = "error"
    /// attendance-by-cell = "off"
    ///
    /// [goals]
    /// attendance = 85
    ///
    /// [deadlines]
    /// leadership-resolution = "02-28"
    /// ```
    /// ```csv explanations.csv
    /// finding,unit,period,reason,approved_by
    /// monthly-meeting,chi-bo-thon-1,2018-10,Lũ lụt,Đảng ủy xã
    /// ```
    "unknown-rule", Error, Cites::FORM, Check::Reading
}

/// An explanation explains a finding of a rule or target.
pub(crate) fn in_explanations(rows: &[Record<'_, ExplanationRow<'_>>], unit: &Arc<str>, report: &mut Report<'_>) {
    let known = names();
    for row in rows {
        look(&row.finding, &known, unit, row.place(row.finding.at), report);
    }
}

/// A level can be set for every rule, and for every target that gives findings of its own.
pub(crate) fn in_levels(id: &str, unit: &Arc<str>, place: Place<'_>, report: &mut Report<'_>) {
    if !targets::find(id).is_some_and(|(_, target)| target.shortfalls == Shortfalls::None) {
        return look(id, &names(), unit, place, report);
    }
    let lang = report.ctx.lang;
    let message = say!(
        lang,
        "`{id}` không cho phát hiện nào nên không có mức",
        "`{id}` gives no finding, and so it has no level"
    );
    let draft = report.add(&RULE, unit, place, message);
    let below = (id == attendance::TARGET.id).then_some(attendance_by_cell::TARGET.id);
    draft.remedy(match below {
        Some(below) => say!(lang, "phát hiện là của `{below}`", "the findings are those of `{below}`"),
        None => say!(lang, "bỏ dòng này", "delete the line"),
    });
}

/// A goal can be set where the plan has one.
pub(crate) fn in_goals(id: &str, unit: &Arc<str>, place: Place<'_>, report: &mut Report<'_>) {
    let known: Vec<&str> = TARGETS.iter().filter(|target| target.goal.is_share()).map(|target| target.id).collect();
    look(id, &known, unit, place, report);
}

/// A deadline can be set for a yearly duty.
pub(crate) fn in_deadlines(id: &str, unit: &Arc<str>, place: Place<'_>, report: &mut Report<'_>) {
    let known: Vec<&str> =
        TARGETS.iter().filter(|target| target.judged == Judged::Yearly).map(|target| target.id).collect();
    look(id, &known, unit, place, report);
}

/// Whether a rule or target is called so.
pub(crate) fn is_known(id: &str) -> bool {
    names().contains(&id)
}

fn names() -> Vec<&'static str> {
    let rules = rules::all().map(|rule| rule.id);
    rules.chain(TARGETS.iter().map(|target| target.id)).collect()
}

fn look(id: &str, known: &[&str], unit: &Arc<str>, place: Place<'_>, report: &mut Report<'_>) {
    if known.contains(&id) {
        return;
    }
    let lang = report.ctx.lang;
    let message = say!(lang, "ở đây không nhận tên `{id}`", "the name `{id}` is not accepted here");
    let draft = report.add(&RULE, unit, place, message);
    let list = known.join(", ");
    draft.remedy(match crate::text::nearest(id, known) {
        Some(near) => say!(lang, "có phải là `{near}`?", "did you mean `{near}`?"),
        None => say!(lang, "các tên được nhận: {list}", "accepted: {list}"),
    });
}
