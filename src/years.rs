//! What `report --from --to` says, as data: one row a target, one column a year, the plan's starting figure beside them.

use chrono::Datelike;

use crate::{
    context::Context,
    date::Date,
    judge::UnitFigures,
    report::{Line, Register},
    targets::{Goal, Judged, TARGETS, Tally, Target},
    unit::UnitLevel,
};

/// The report on several years of one unit.
#[derive(Debug)]
pub(crate) struct YearsReport {
    pub(crate) register: Register,
    pub(crate) unit: std::sync::Arc<str>,
    pub(crate) name: String,
    pub(crate) as_of: Date,
    pub(crate) years: Vec<i32>,
    pub(crate) left_out_records: u64,
    pub(crate) rows: Vec<Row>,
}

/// One target over the years.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) target: &'static Target,
    pub(crate) goal: Goal,
    pub(crate) baseline: Option<Baseline>,
    /// As `YearsReport::years`.
    pub(crate) years: Vec<Line>,
    pub(crate) pace: Option<Pace>,
}

/// A figure of Part 1 of the plan, 2016, for the whole province.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Baseline {
    /// Recomputed from the plan's counts: it prints the share of those who are not members, once truncated.
    Count(u64, u64),
    /// The plan prints only a percentage, in hundredths of a percent.
    Percent(u64),
}

/// What is still needed for a goal that is judged at the plan's end, and the pace that reaches it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Pace {
    pub(crate) needed: u64,
    pub(crate) from: Date,
    pub(crate) until: Date,
    /// At least so many each year.
    pub(crate) a_year: u64,
}

/// Part 1 of the plan (1.II.2.1): 239 of 861 heads and 365 of 868 deputies are not members; 15.21% of cells keep the
/// regime badly; 0.53% of members are disciplined a year.
const BASELINE: [(&str, Baseline); 4] = [
    ("head-membership", Baseline::Count(861 - 239, 861)),
    ("deputy-membership", Baseline::Count(868 - 365, 868)),
    ("meeting-order", Baseline::Percent(1521)),
    ("discipline", Baseline::Percent(53)),
];

pub(crate) fn build(
    ctx: &Context,
    register: Register,
    unit: &UnitFigures,
    name: String,
    years: Vec<i32>,
    wanted: impl Fn(&Target) -> bool,
) -> YearsReport {
    let targets = TARGETS.iter().copied().enumerate();
    let targets = targets.filter(|(_, target)| target.count.is_measured_at(unit.level) && wanted(target));
    // The year before the first is counted too, where the plan has one.
    let before = unit.years.len() - years.len();
    let rows = targets.map(|(index, target)| {
        let tallies: Vec<Tally> = unit.years.iter().map(|year| year.tallies[index]).collect();
        row(ctx, target, unit.level, &tallies, &years)
    });
    YearsReport {
        register,
        unit: std::sync::Arc::clone(&unit.id),
        name,
        as_of: ctx.as_of.min(ctx.period().until),
        left_out_records: unit.years.iter().skip(before).map(|year| year.left_out_records).sum(),
        rows: rows.collect(),
        years,
    }
}

fn row(ctx: &Context, target: &'static Target, level: UnitLevel, tallies: &[Tally], years: &[i32]) -> Row {
    let before = tallies.len() - years.len();
    let columns = years.iter().zip(before..).map(|(&year, at)| {
        let previous = at.checked_sub(1).map(|before| tallies[before]);
        Line::new(ctx, target, level, year, (tallies[at], previous))
    });
    let columns: Vec<Line> = columns.collect();
    let latest = years.iter().zip(&columns).rfind(|(_, line)| line.tally.denominator > 0);
    Row {
        target,
        goal: target.goal_in(ctx),
        baseline: BASELINE.iter().find(|(id, _)| *id == target.id).map(|(_, baseline)| *baseline),
        pace: latest.filter(|_| target.judged == Judged::AtPlanEnd).and_then(|(&at, line)| pace(ctx, at, line.needed)),
        years: columns,
    }
}

/// The pace from a year's reference date to the plan's last day, in whole years, the one begun included.
fn pace(ctx: &Context, year: i32, needed: u64) -> Option<Pace> {
    let (from, until) = (ctx.reference_date(year)?, ctx.settings.plan.until);
    if needed == 0 || from >= until {
        return None;
    }
    let years = u64::try_from(until.year() - from.year()).unwrap_or(0).max(1);
    Some(Pace { needed, from, until, a_year: needed.div_ceil(years) })
}
