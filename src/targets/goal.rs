//! Goals, and what a tally is against one. Integers only: no percentage is ever compared.

use crate::{
    context::Context,
    date::{Date, plus_days, ymd},
    lang::Words,
    records::settings::ExcellentBase,
    settings::DEADLINE,
    targets::{
        Judged, Tally, Target, excellent_cap,
        lower_grades_falling::{SHARES, is_given},
    },
};

/// What the plan asks of a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Goal {
    All,
    None,
    AtLeast(u8),
    AtMost(u8),
    /// Each of the shares that are counted apart is lower than the year before, or zero in both.
    Falling,
    /// Reported; the plan sets no goal.
    Figure,
}

/// What a tally is against its goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    Met,
    Missed,
    /// Judged at a later date, or before its deadline.
    Progress,
    NoData,
    Figure,
}

impl Status {
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Missed => "missed",
            Self::Progress => "progress",
            Self::NoData => "no-data",
            Self::Figure => "figure",
        }
    }

    pub(crate) const fn label(self) -> Words {
        match self {
            Self::Met => Words::new("đạt", "met"),
            Self::Missed => Words::new("chưa đạt", "missed"),
            Self::Progress => Words::new("đang thực hiện", "in progress"),
            Self::NoData => Words::new("chưa có số liệu", "no data"),
            Self::Figure => Words::new("theo dõi", "figure"),
        }
    }
}

impl Goal {
    pub(crate) const fn kind(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::None => "none",
            Self::AtLeast(_) => "at-least",
            Self::AtMost(_) => "at-most",
            Self::Falling => "falling",
            Self::Figure => "figure",
        }
    }

    pub(crate) const fn percent(self) -> Option<u8> {
        match self {
            Self::AtLeast(percent) | Self::AtMost(percent) => Some(percent),
            Self::All => Some(100),
            Self::None | Self::Falling | Self::Figure => None,
        }
    }

    /// Whether what misses the goal is too many, not too few.
    pub(crate) const fn is_a_limit(self) -> bool {
        match self {
            Self::AtMost(_) | Self::None | Self::Falling => true,
            Self::All | Self::AtLeast(_) | Self::Figure => false,
        }
    }

    /// Whether a register may set another share.
    pub(crate) const fn is_share(self) -> bool {
        self.percent().is_some()
    }

    /// Whether a share reaches the goal; no denominator is zero.
    fn is_met(self, tally: &Tally, previous: &Tally) -> bool {
        let (numerator, denominator) = (tally.numerator, tally.denominator);
        match self {
            Self::All => numerator == denominator,
            Self::None => numerator == 0,
            Self::AtLeast(percent) => numerator * 100 >= u64::from(percent) * denominator,
            Self::AtMost(percent) => numerator * 100 <= u64::from(percent) * denominator,
            Self::Falling => (0..SHARES).all(|share| falls(share, tally, previous)),
            Self::Figure => true,
        }
    }

    /// The fewest subjects that must change for the goal to be met, the denominator unchanged.
    pub(crate) fn needed(self, tally: &Tally, previous: Option<&Tally>) -> u64 {
        let (numerator, denominator) = (tally.numerator, tally.denominator);
        match self {
            Self::All => denominator.saturating_sub(numerator),
            Self::None => numerator,
            Self::AtLeast(percent) => (u64::from(percent) * denominator).div_ceil(100).saturating_sub(numerator),
            Self::AtMost(percent) => numerator.saturating_sub(u64::from(percent) * denominator / 100),
            Self::Falling => previous.map_or(0, |previous| {
                (0..SHARES).map(|share| tally.parts[share].saturating_sub(most(share, tally, previous))).sum()
            }),
            Self::Figure => 0,
        }
    }
}

/// Whether a share is lower than the year before, or zero in both.
pub(crate) fn falls(share: usize, tally: &Tally, previous: &Tally) -> bool {
    let (now, before) = (tally.parts[share], previous.parts[share]);
    now * previous.denominator < before * tally.denominator || now == 0 && before == 0
}

/// The most subjects of a share with which it falls.
fn most(share: usize, tally: &Tally, previous: &Tally) -> u64 {
    (previous.parts[share] * tally.denominator).div_ceil(previous.denominator.max(1)).saturating_sub(1)
}

impl Target {
    /// The goal in this register, which may differ from the plan's.
    pub(crate) fn goal_in(&self, ctx: &Context) -> Goal {
        match (self.goal, ctx.settings.goals.get(self.id)) {
            (Goal::AtLeast(_), Some(&percent)) => Goal::AtLeast(percent),
            (Goal::AtMost(_), Some(&percent)) => Goal::AtMost(percent),
            (Goal::All, Some(&percent)) if percent < 100 => Goal::AtLeast(percent),
            (goal, _) => goal,
        }
    }

    /// The day of a year on which a yearly duty is due.
    pub(crate) fn deadline(&self, ctx: &Context, year: i32) -> Date {
        let (month, day) = ctx.settings.deadlines.get(self.id).copied().unwrap_or(DEADLINE);
        ymd(year, month, day)
    }

    /// The one day by which it is due, whatever the year.
    pub(crate) fn due_once(&self, ctx: &Context) -> Option<Date> {
        match self.judged {
            Judged::AtOnce | Judged::Yearly => None,
            Judged::AtPlanEnd => Some(ctx.settings.plan.until),
            Judged::EndOf2016 => Some(ymd(2016, 12, 31)),
            Judged::MidOf2018 => Some(ymd(2018, 6, 30)),
            Judged::EndOf2018 => Some(ymd(2018, 12, 31)),
        }
    }

    /// Whether the goal of a year can be missed yet. A register that has just begun has the time that any paper has to be
    /// filled: until then nothing is missed.
    pub(crate) fn is_judged(&self, ctx: &Context, year: i32) -> bool {
        if ctx.as_of < plus_days(ctx.settings.records.from, ctx.settings.grace_days) {
            return false;
        }
        let Some(day) = self.due_once(ctx) else {
            // What is due after the period's end is never due: no paper of that time is expected.
            return self.judged != Judged::Yearly || ctx.period().until >= self.deadline(ctx, year);
        };
        ctx.reference_date(year).is_some_and(|reference| reference >= day)
    }

    /// What the tally of a year is against the goal. `previous` is the tally of the year before, where that was counted.
    pub(crate) fn status(&self, ctx: &Context, year: i32, tally: &Tally, previous: Option<&Tally>) -> Status {
        let goal = self.goal_in(ctx);
        if tally.denominator == 0 {
            return Status::NoData;
        }
        if goal == Goal::Figure {
            return Status::Figure;
        }
        let nothing = Tally::default();
        let previous = previous.unwrap_or(&nothing);
        if goal == Goal::Falling && previous.denominator == 0 {
            return Status::NoData;
        }
        let met = goal.is_met(tally, previous);
        // What must not be, or not rise, is so only where those of whom nothing is known could not break it.
        let could_break = match goal {
            Goal::None | Goal::AtMost(_) | Goal::Falling => {
                !goal.is_met(&self.worst(ctx, year, tally), &best_before(previous))
            }
            Goal::All | Goal::AtLeast(_) | Goal::Figure => false,
        };
        match (met, self.is_judged(ctx, year)) {
            (true, _) if could_break => Status::NoData,
            (true, true) => Status::Met,
            // What is done before its day is done; a state of the plan's last day may still change.
            (true, false) if self.judged != Judged::AtPlanEnd => Status::Met,
            (false, true) => Status::Missed,
            (_, false) => Status::Progress,
        }
    }

    /// The tally if all those of whom nothing is known turned out to count against the goal.
    fn worst(&self, ctx: &Context, year: i32, tally: &Tally) -> Tally {
        // Who turns out excellent is one of the good or better, and not one of the good.
        let good_or_better = ctx.settings.counting.excellent_base == ExcellentBase::GoodOrBetter;
        let joins = self.goal == Goal::Falling || self.id == excellent_cap::TARGET.id && good_or_better;
        let joined = if joins { tally.unknown } else { 0 };
        let mut worst =
            Tally { numerator: tally.numerator + tally.unknown, denominator: tally.denominator + joined, ..*tally };
        let given = |share: &usize| is_given(*share, year);
        (0..SHARES).filter(given).for_each(|share| worst.parts[share] += tally.unknown);
        worst
    }
}

/// The year before, if all those of whom nothing is known turned out well: then its shares were lower.
fn best_before(tally: &Tally) -> Tally {
    Tally { denominator: tally.denominator + tally.unknown, ..*tally }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(numerator: u64, denominator: u64) -> Tally {
        Tally { numerator, denominator, ..Tally::default() }
    }

    fn shares(completed: u64, not_completed: u64, denominator: u64) -> Tally {
        Tally { denominator, parts: [completed, not_completed, 0, 0, 0, 0, 0, 0, 0], ..Tally::default() }
    }

    fn is_met(goal: Goal, numerator: u64, denominator: u64) -> bool {
        goal.is_met(&tally(numerator, denominator), &Tally::default())
    }

    fn needed(goal: Goal, numerator: u64, denominator: u64) -> u64 {
        goal.needed(&tally(numerator, denominator), None)
    }

    #[test]
    fn shares_are_judged_on_integers_at_the_boundary() {
        assert!(!is_met(Goal::AtLeast(85), 731, 861));
        assert!(is_met(Goal::AtLeast(85), 732, 861));
        assert!(is_met(Goal::AtLeast(85), 17, 20));
        assert!(!is_met(Goal::AtMost(15), 6, 34));
        assert!(is_met(Goal::AtMost(15), 5, 35));
        assert!(is_met(Goal::AtMost(15), 3, 20));
        assert!(!is_met(Goal::All, 2, 3));
        assert!(is_met(Goal::None, 0, 3));
        assert!(!is_met(Goal::None, 1, 3));
    }

    #[test]
    fn what_is_needed_is_the_fewest_that_reach_the_goal() {
        assert_eq!(needed(Goal::AtLeast(85), 731, 861), 1);
        assert_eq!(needed(Goal::AtLeast(85), 732, 861), 0);
        assert_eq!(needed(Goal::AtMost(15), 6, 34), 1);
        assert_eq!(needed(Goal::AtMost(15), 3, 20), 0);
        assert_eq!(needed(Goal::All, 5, 7), 2);
        assert_eq!(needed(Goal::None, 2, 7), 2);
    }

    #[test]
    fn a_share_falls_when_it_is_lower_and_not_when_it_is_the_same() {
        let before = shares(4, 0, 20);
        for (now, met, needed) in [
            (shares(3, 0, 20), true, 0),
            (shares(4, 0, 20), false, 1),
            (shares(8, 0, 40), false, 1),
            (shares(7, 0, 40), true, 0),
            (shares(7, 0, 36), true, 0),
            (shares(3, 1, 20), false, 1),
            (shares(6, 2, 20), false, 5),
            (shares(0, 0, 20), true, 0),
        ] {
            assert_eq!(Goal::Falling.is_met(&now, &before), met, "{now:?}");
            assert_eq!(Goal::Falling.needed(&now, Some(&before)), needed, "{now:?}");
        }
    }
}
