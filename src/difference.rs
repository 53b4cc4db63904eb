//! What a register counts otherwise than the plan, or than chibo does unasked: one sentence each, said wherever a figure
//! that it touches is shown.

use crate::{
    date::{Date, show},
    lang::{Lang, Words, say},
    parse::Vocabulary,
    records::{
        meeting::Kind,
        settings::{DualPosts, ExcellentBase},
    },
    settings::{Counting, DEADLINE, Settings, plan_period},
    targets::{Goal, Judged, Target, attendance, attendance_by_cell, excellent_cap, find},
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Difference {
    /// Another percentage than the plan's.
    Goal {
        target: &'static str,
        goal: Goal,
        percent: u8,
    },
    AttendanceKinds(Vec<Kind>),
    ExcusedOutOfBase,
    ExcellentBase(ExcellentBase),
    DualPosts(DualPosts),
    /// Another month and day of the year by which a yearly duty is due.
    Deadline {
        target: &'static str,
        month: u32,
        day: u32,
    },
    PlanFrom(Date),
    PlanUntil(Date),
}

/// The kinds of meeting whose attendance counts unless a register says otherwise; the plan names none.
const ATTENDANCE_KINDS: [Kind; 2] = [Kind::Regular, Kind::Combined];

/// All of a register, goals by target first: whatever a figure or its status rests on.
pub(crate) fn all(settings: &Settings) -> Vec<Difference> {
    let goals = settings.goals.iter().filter_map(|(target, percent)| Difference::of_goal(target, *percent));
    let Counting { attendance_kinds, excused_in_base, excellent_base, dual_posts } = &settings.counting;
    let counting = [
        Difference::of_kinds(attendance_kinds.clone()),
        Difference::of_excused(*excused_in_base),
        Difference::of_excellent_base(*excellent_base),
        Difference::of_dual_posts(*dual_posts),
    ];
    let deadlines = settings.deadlines.iter().filter_map(|(target, day)| Difference::of_deadline(target, *day));
    let (plan, own) = (plan_period(), settings.plan);
    let days = [
        (own.from != plan.from).then_some(Difference::PlanFrom(own.from)),
        (own.until != plan.until).then_some(Difference::PlanUntil(own.until)),
    ];
    goals.chain(counting.into_iter().flatten()).chain(deadlines).chain(days.into_iter().flatten()).collect()
}

impl Difference {
    /// Nothing for a name that no target with a percentage has, or for the plan's own percentage.
    pub(crate) fn of_goal(target: &str, percent: u8) -> Option<Self> {
        let (_, target) = find(target)?;
        let asked = target.goal.percent()?;
        (asked != percent).then_some(Self::Goal { target: target.id, goal: target.goal, percent })
    }

    /// The order in which they are written says nothing.
    pub(crate) fn of_kinds(kinds: Vec<Kind>) -> Option<Self> {
        let same = kinds.len() == ATTENDANCE_KINDS.len() && ATTENDANCE_KINDS.iter().all(|kind| kinds.contains(kind));
        (!same).then_some(Self::AttendanceKinds(kinds))
    }

    pub(crate) fn of_excused(in_base: bool) -> Option<Self> {
        (!in_base).then_some(Self::ExcusedOutOfBase)
    }

    pub(crate) fn of_excellent_base(base: ExcellentBase) -> Option<Self> {
        (base != ExcellentBase::Good).then_some(Self::ExcellentBase(base))
    }

    pub(crate) fn of_dual_posts(posts: DualPosts) -> Option<Self> {
        (posts != DualPosts::Apart).then_some(Self::DualPosts(posts))
    }

    /// Nothing for a name that no yearly duty has, or for the year's last day.
    pub(crate) fn of_deadline(target: &str, (month, day): (u32, u32)) -> Option<Self> {
        let (_, target) = find(target)?;
        let is_other = target.judged == Judged::Yearly && (month, day) != DEADLINE;
        is_other.then_some(Self::Deadline { target: target.id, month, day })
    }

    /// As chibo.toml has it.
    pub(crate) fn key(&self) -> String {
        match self {
            Self::Goal { target, .. } => format!("goals.{target}"),
            Self::AttendanceKinds(_) => "counting.attendance_kinds".to_owned(),
            Self::ExcusedOutOfBase => "counting.excused_in_base".to_owned(),
            Self::ExcellentBase(_) => "counting.excellent_base".to_owned(),
            Self::DualPosts(_) => "counting.dual_post_villages".to_owned(),
            Self::Deadline { target, .. } => format!("deadlines.{target}"),
            Self::PlanFrom(_) => "plan.from".to_owned(),
            Self::PlanUntil(_) => "plan.until".to_owned(),
        }
    }

    pub(crate) fn value(&self) -> String {
        match self {
            Self::Goal { percent, .. } => percent.to_string(),
            Self::AttendanceKinds(kinds) => kinds.iter().map(|kind| kind.word()).collect::<Vec<_>>().join(", "),
            Self::ExcusedOutOfBase => "false".to_owned(),
            Self::ExcellentBase(base) => base.word().to_owned(),
            Self::DualPosts(posts) => posts.word().to_owned(),
            Self::Deadline { month, day, .. } => format!("{month:02}-{day:02}"),
            Self::PlanFrom(day) | Self::PlanUntil(day) => day.to_string(),
        }
    }

    /// What is set, and what it is otherwise.
    pub(crate) fn sentence(&self, lang: Lang) -> String {
        match self {
            Self::Goal { target, goal, percent } => {
                let asked = goal.percent().unwrap_or(100);
                match goal {
                    Goal::AtMost(_) => say!(
                        lang,
                        "`{target}` đặt tối đa {percent}%; Đề án quy định tối đa {asked}%",
                        "`{target}` is set to at most {percent}%; the plan says at most {asked}%"
                    ),
                    _ => say!(
                        lang,
                        "`{target}` đặt {percent}%; Đề án yêu cầu {asked}%",
                        "`{target}` is set to {percent}%; the plan says {asked}%"
                    ),
                }
            }
            Self::AttendanceKinds(kinds) => {
                let kinds = kinds.iter().map(|kind| kind.label().of(lang)).collect::<Vec<_>>().join(", ");
                say!(
                    lang,
                    "tỷ lệ dự họp tính ở các cuộc họp: {kinds}; mặc định tính ở thường kỳ và kết hợp",
                    "attendance counts these meetings: {kinds}; by default regular and combined count"
                )
            }
            Self::ExcusedOutOfBase => say!(
                lang,
                "người vắng có lý do không nằm trong mẫu số của tỷ lệ dự họp; mặc định tính cả họ",
                "the excused are not in the base of attendance; by default they count"
            ),
            Self::ExcellentBase(_) => say!(
                lang,
                "tỷ lệ xuất sắc tính trên số hoàn thành tốt trở lên; mặc định tính trên số hoàn thành tốt",
                "the excellent are a share of the good or better; by default of the good"
            ),
            Self::DualPosts(_) => say!(
                lang,
                "thôn có bí thư kiêm trưởng thôn được tính vào quy chế phối hợp và giao ban hằng tháng; mặc định để riêng",
                "villages whose secretary is the head are counted for agreements and monthly briefings; by default they stand apart"
            ),
            Self::Deadline { target, month, day } => say!(
                lang,
                "`{target}` đến hạn ngày {day:02}/{month:02}; mặc định ngày 31/12",
                "`{target}` is due on {month:02}-{day:02}; by default on 12-31"
            ),
            Self::PlanFrom(day) => {
                let (day, plan) = (show(*day, lang), show(plan_period().from, lang));
                say!(lang, "tính từ ngày {day}; Đề án từ ngày {plan}", "counted from {day}; the plan begins on {plan}")
            }
            Self::PlanUntil(day) => {
                let (day, plan) = (show(*day, lang), show(plan_period().until, lang));
                say!(lang, "tính đến ngày {day}; Đề án đến ngày {plan}", "counted until {day}; the plan ends on {plan}")
            }
        }
    }

    /// Whose word it departs from: where the plan is silent or leaves two readings, chibo's choice is no word of the plan.
    pub(crate) const fn departs_from(&self) -> Words {
        match self {
            Self::Goal { .. } | Self::PlanFrom(_) | Self::PlanUntil(_) => {
                Words::new("Khác Đề án", "Otherwise than the plan")
            }
            Self::AttendanceKinds(_)
            | Self::ExcusedOutOfBase
            | Self::ExcellentBase(_)
            | Self::DualPosts(_)
            | Self::Deadline { .. } => Words::new("Khác mặc định", "Otherwise than by default"),
        }
    }

    /// Whether a target's figure, or what is asked of it, is another one for it.
    pub(crate) fn touches(&self, target: &Target) -> bool {
        let of_attendance = target.id == attendance::TARGET.id || target.id == attendance_by_cell::TARGET.id;
        match self {
            // The goal of attendance is the one that a cell has to reach, too.
            Self::Goal { target: id, .. } => *id == target.id || *id == attendance::TARGET.id && of_attendance,
            Self::AttendanceKinds(_) | Self::ExcusedOutOfBase => of_attendance,
            Self::ExcellentBase(_) => target.id == excellent_cap::TARGET.id,
            Self::Deadline { target: id, .. } => *id == target.id,
            Self::PlanFrom(_) | Self::PlanUntil(_) => true,
            Self::DualPosts(_) => target.other_reading.is_some() && target.id != excellent_cap::TARGET.id,
        }
    }
}

/// Lines such as "Khác Đề án: goals.attendance = 92", one a kind of departure.
pub(crate) fn lines(differences: &[Difference], lang: Lang) -> Vec<String> {
    let mut lines: Vec<(&'static str, Vec<String>)> = Vec::new();
    for difference in differences {
        let label = difference.departs_from().of(lang);
        let told = format!("{} = {}", difference.key(), difference.value());
        match lines.iter_mut().find(|(known, _)| *known == label) {
            Some((_, list)) => list.push(told),
            None => lines.push((label, vec![told])),
        }
    }
    lines.into_iter().map(|(label, list)| format!("{label}: {}", list.join("; "))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::targets::TARGETS;

    fn touched(difference: &Difference) -> Vec<&'static str> {
        TARGETS.iter().filter(|target| difference.touches(target)).map(|target| target.id).collect()
    }

    #[test]
    fn each_difference_touches_the_targets_that_count_by_it() {
        let goal = |id| Difference::of_goal(id, 50);
        assert_eq!(goal("attendance").as_ref().map(touched), Some(vec!["attendance", "attendance-by-cell"]));
        assert_eq!(goal("good-members").as_ref().map(touched), Some(vec!["good-members"]));
        assert_eq!(touched(&Difference::ExcusedOutOfBase), ["attendance", "attendance-by-cell"]);
        assert_eq!(touched(&Difference::ExcellentBase(ExcellentBase::GoodOrBetter)), ["excellent-cap"]);
        let dual = touched(&Difference::DualPosts(DualPosts::Count));
        assert_eq!(dual, ["agreement-in-force-village", "agreement-in-force-cell", "monthly-briefing"]);
    }

    #[test]
    fn what_is_as_the_plan_has_it_or_has_no_percentage_is_no_difference() {
        assert_eq!(Difference::of_goal("attendance", 85), None);
        assert_eq!(Difference::of_goal("no-weak-cell", 5), None);
        assert_eq!(Difference::of_goal("attendence", 5), None);
        assert_eq!(Difference::of_kinds(vec![Kind::Combined, Kind::Regular]), None);
        assert_eq!(Difference::of_deadline("commune-report", (12, 31)), None);
        assert_eq!(Difference::of_deadline("attendance", (6, 30)), None);
        assert!(Difference::of_deadline("commune-report", (6, 30)).is_some());
        assert!(Difference::of_kinds(vec![Kind::Regular]).is_some());
    }
}
