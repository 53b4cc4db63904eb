//! Goals, and what a tally is against one. Integers only: no percentage is ever compared.

use crate::{
    context::Context,
    date::{Date, ymd},
    lang::Words,
    records::settings::ExcellentBase,
    targets::{Judged, Tally, Target, excellent_cap},
};

/// What the plan asks of a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Goal {
    All,
    AtLeast(u8),
    AtMost(u8),
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
            Self::AtLeast(_) => "at-least",
            Self::AtMost(_) => "at-most",
            Self::Figure => "figure",
        }
    }

    pub(crate) const fn percent(self) -> Option<u8> {
        match self {
            Self::AtLeast(percent) | Self::AtMost(percent) => Some(percent),
            Self::All => Some(100),
            Self::Figure => None,
        }
    }

    /// Whether a share reaches the goal; the denominator is not zero.
    fn is_met(self, tally: &Tally) -> bool {
        let (numerator, denominator) = (tally.numerator, tally.denominator);
        match self {
            Self::All => numerator == denominator,
            Self::AtLeast(percent) => numerator * 100 >= u64::from(percent) * denominator,
            Self::AtMost(percent) => numerator * 100 <= u64::from(percent) * denominator,
            Self::Figure => true,
        }
    }

    /// The fewest subjects that must change for the goal to be met, the denominator unchanged.
    pub(crate) fn needed(self, tally: &Tally) -> u64 {
        let (numerator, denominator) = (tally.numerator, tally.denominator);
        match self {
            Self::All => denominator.saturating_sub(numerator),
            Self::AtLeast(percent) => (u64::from(percent) * denominator).div_ceil(100).saturating_sub(numerator),
            Self::AtMost(percent) => numerator.saturating_sub(u64::from(percent) * denominator / 100),
            Self::Figure => 0,
        }
    }
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
        let (month, day) = ctx.settings.deadlines.get(self.id).copied().unwrap_or((12, 31));
        ymd(year, month, day)
    }

    /// Whether the goal of a year can be missed yet.
    pub(crate) fn is_judged(&self, ctx: &Context, year: i32) -> bool {
        match self.judged {
            Judged::AtOnce => true,
            // What is due after the period's end is never due: no paper of that time is expected.
            Judged::Yearly => ctx.period().until >= self.deadline(ctx, year),
            Judged::AtPlanEnd => ctx.reference_date(year).is_some_and(|reference| reference >= ctx.settings.plan.until),
        }
    }

    pub(crate) fn status(&self, ctx: &Context, year: i32, tally: &Tally) -> Status {
        let goal = self.goal_in(ctx);
        if tally.denominator == 0 {
            return Status::NoData;
        }
        if goal == Goal::Figure {
            return Status::Figure;
        }
        // A cap holds only where those of whom nothing is known could not break it.
        let worst = self.worst(ctx, tally);
        match (goal.is_met(tally), self.is_judged(ctx, year), goal) {
            (true, _, Goal::AtMost(_)) if !goal.is_met(&worst) => Status::NoData,
            (true, true, _) => Status::Met,
            (true, false, _) if self.judged == Judged::Yearly => Status::Met,
            (false, true, _) => Status::Missed,
            (_, false, _) => Status::Progress,
        }
    }
}

impl Target {
    /// The tally if all those of whom nothing is known turned out to count against a cap.
    fn worst(&self, ctx: &Context, tally: &Tally) -> Tally {
        // Who turns out excellent is one of the good or better, and not one of the good.
        let joins =
            self.id == excellent_cap::TARGET.id && ctx.settings.counting.excellent_base == ExcellentBase::GoodOrBetter;
        let joined = if joins { tally.unknown } else { 0 };
        Tally { numerator: tally.numerator + tally.unknown, denominator: tally.denominator + joined, ..*tally }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(numerator: u64, denominator: u64) -> Tally {
        Tally { numerator, denominator, ..Tally::default() }
    }

    #[test]
    fn shares_are_judged_on_integers_at_the_boundary() {
        assert!(!Goal::AtLeast(85).is_met(&tally(731, 861)));
        assert!(Goal::AtLeast(85).is_met(&tally(732, 861)));
        assert!(Goal::AtLeast(85).is_met(&tally(17, 20)));
        assert!(!Goal::AtMost(15).is_met(&tally(6, 34)));
        assert!(Goal::AtMost(15).is_met(&tally(5, 35)));
        assert!(Goal::AtMost(15).is_met(&tally(3, 20)));
        assert!(!Goal::All.is_met(&tally(2, 3)));
    }

    #[test]
    fn what_is_needed_is_the_fewest_that_reach_the_goal() {
        assert_eq!(Goal::AtLeast(85).needed(&tally(731, 861)), 1);
        assert_eq!(Goal::AtLeast(85).needed(&tally(732, 861)), 0);
        assert_eq!(Goal::AtMost(15).needed(&tally(6, 34)), 1);
        assert_eq!(Goal::AtMost(15).needed(&tally(3, 20)), 0);
        assert_eq!(Goal::All.needed(&tally(5, 7)), 2);
    }
}
