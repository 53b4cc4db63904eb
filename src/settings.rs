//! The settings of a register, with the plan's own values where chibo.toml is silent.

mod defaults;
mod differing;

pub(crate) use defaults::{Setting, defaults};

use std::collections::BTreeMap;

use crate::{
    date::{Span, ymd},
    finding::Level,
    lang::Lang,
    parse::{Entries, Field, Text},
    records::{
        meeting::Kind,
        settings::{CountingTable, DualPosts, ExcellentBase, Language, NamesKept, SetLevel, SettingsFile},
    },
    rules::can_be_off,
};

/// Đề án 04-ĐA/TU is dated 28/10/2016 and holds from 11/2016 to 12/2020.
pub(crate) fn plan_period() -> Span {
    Span { from: ymd(2016, 11, 1), until: ymd(2020, 12, 31) }
}

/// Its number and the day of issue, as TOML has days.
const PLAN: (&str, &str) = ("04-ĐA/TU", "2016-10-28");

/// Month and day by which a yearly duty is due.
pub(crate) const DEADLINE: (u32, u32) = (12, 31);

/// How long after its end a month or quarter may wait for its paper.
const GRACE_DAYS: u32 = 10;

#[derive(Debug)]
pub(crate) struct Settings {
    pub(crate) name: String,
    /// Absent where chibo.toml does not choose.
    pub(crate) lang: Option<Lang>,
    pub(crate) plan: Span,
    /// Records are expected only inside.
    pub(crate) records: Span,
    pub(crate) grace_days: u32,
    /// Month and day by which a yearly duty is due, by target.
    pub(crate) deadlines: BTreeMap<String, (u32, u32)>,
    /// Goals in percent that differ from the plan's, by target.
    pub(crate) goals: BTreeMap<String, u8>,
    levels: BTreeMap<String, SetLevel>,
    pub(crate) counting: Counting,
    pub(crate) ignore: Vec<String>,
    /// names.csv is kept in git.
    pub(crate) names_are_tracked: bool,
}

#[derive(Debug)]
pub(crate) struct Counting {
    pub(crate) attendance_kinds: Vec<Kind>,
    pub(crate) excused_in_base: bool,
    pub(crate) excellent_base: ExcellentBase,
    pub(crate) dual_posts: DualPosts,
}

impl Default for Counting {
    /// As the plan counts.
    fn default() -> Self {
        Self {
            attendance_kinds: vec![Kind::Regular, Kind::Combined],
            excused_in_base: true,
            excellent_base: ExcellentBase::Good,
            dual_posts: DualPosts::Apart,
        }
    }
}

impl Counting {
    fn of(table: &CountingTable) -> Self {
        let plan = Self::default();
        let kinds = || table.attendance_kinds.each().map(|(kind, _)| *kind).collect();
        Self {
            attendance_kinds: if table.attendance_kinds.is_absent() { plan.attendance_kinds } else { kinds() },
            excused_in_base: table.excused_in_base.copied().unwrap_or(plan.excused_in_base),
            excellent_base: table.excellent_base.copied().unwrap_or(plan.excellent_base),
            dual_posts: table.dual_post_villages.copied().unwrap_or(plan.dual_posts),
        }
    }
}

impl Settings {
    /// The plan's own.
    pub(crate) fn of_the_plan(name: String) -> Self {
        Self {
            name,
            lang: None,
            plan: plan_period(),
            records: Span::new(None, None),
            grace_days: GRACE_DAYS,
            deadlines: BTreeMap::new(),
            goals: BTreeMap::new(),
            levels: BTreeMap::new(),
            counting: Counting::default(),
            names_are_tracked: false,
            ignore: Vec::new(),
        }
    }

    pub(crate) fn of(file: &SettingsFile<'_>) -> Self {
        let plan = file.plan.get();
        let records = file.records.get();
        let counting = file.counting.get();
        let day =
            |field: Option<&Field<crate::parse::dates::Day>>| field.and_then(|field| field.get()).map(|day| day.0);
        Self {
            name: file.name.to_string(),
            lang: file.language.copied().map(|language| match language {
                Language::Vi => Lang::Vi,
                Language::En => Lang::En,
            }),
            plan: Span {
                from: day(plan.map(|plan| &plan.from)).unwrap_or(plan_period().from),
                until: day(plan.map(|plan| &plan.until)).unwrap_or(plan_period().until),
            },
            records: Span::new(day(records.map(|records| &records.from)), day(records.map(|records| &records.until))),
            grace_days: records.and_then(|records| records.grace_days.copied()).unwrap_or(GRACE_DAYS),
            deadlines: by_name(&file.deadlines, |day| (day.month, day.day)),
            goals: by_name(&file.goals, |percent| percent.0),
            levels: by_name(&file.levels, |level| *level),
            counting: counting.map(Counting::of).unwrap_or_default(),
            ignore: file
                .ignore
                .get()
                .map(|ignore| ignore.paths.each().map(|(path, _)| path.to_string()).collect())
                .unwrap_or_default(),
            names_are_tracked: file.privacy.get().and_then(|privacy| privacy.names.copied())
                == Some(NamesKept::Tracked),
        }
    }

    /// The level of a rule or target in this register; `None` where it is off. What is not read is never silent.
    pub(crate) fn level(&self, id: &str, default: Level) -> Option<Level> {
        match self.levels.get(id) {
            None => Some(default),
            Some(SetLevel::Error) => Some(Level::Error),
            Some(SetLevel::Shortfall) => Some(Level::Shortfall),
            Some(SetLevel::Warning) => Some(Level::Warning),
            Some(SetLevel::Off) if can_be_off(id) => None,
            Some(SetLevel::Off) => Some(default),
        }
    }

    /// Whether the register passes over a file or directory: an exact path, a directory above it, or a pattern with `*`.
    pub(crate) fn ignores(&self, path: &str) -> bool {
        self.ignore.iter().any(|pattern| {
            let pattern = pattern.trim_end_matches('/');
            let depth = pattern.split('/').count();
            path.split('/').count() >= depth
                && pattern.split('/').zip(path.split('/')).all(|(pattern, name)| matches(pattern, name))
        })
    }
}

/// `*` stands for any part of one name.
fn matches(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == name,
        Some((head, tail)) => name
            .strip_prefix(head)
            .is_some_and(|rest| (0..=rest.len()).any(|at| rest.get(at..).is_some_and(|rest| matches(tail, rest)))),
    }
}

fn by_name<V, T>(field: &Field<Entries<Text<'_>, V>>, value: impl Fn(&V) -> T) -> BTreeMap<String, T> {
    let entries = field.get().map_or(&[][..], |entries| &entries.0);
    entries.iter().filter_map(|(key, set)| Some((key.get()?.to_string(), value(set.get()?)))).collect()
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn a_star_stands_for_part_of_one_name() {
        assert!(matches("*.xlsx", "a.xlsx") && matches("a*", "a") && matches("a*c*", "abcd"));
        assert!(!matches("*.xlsx", "a.xls") && !matches("a", "ab"));
    }
}
