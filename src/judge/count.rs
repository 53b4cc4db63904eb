//! Every target of one unit, in every year.

use std::{collections::BTreeSet, sync::Arc};

use super::{Wanted, Witness, YearFigures, shares};
use crate::{
    context::Context,
    finding::{Level, Place, Report},
    targets::{Ask, Count, Sink, TARGETS, Target},
};

/// What a run asks of every unit: found out once, for it does not depend on the unit.
pub(super) struct Questions<'c> {
    wanted: &'c Wanted,
    /// The years into which the records reach, each with its place in `Wanted::years`.
    pub(super) asks: Vec<(usize, Ask<'c>)>,
    questions: Vec<Question>,
}

/// A target that is wanted.
struct Question {
    /// Its place in the list.
    at: usize,
    target: &'static Target,
    /// Whether its shortfalls are told of each subject; else the register has made a share of its goal.
    by_subject: bool,
    /// Absent where the register has set the target off.
    level: Option<Level>,
    /// Whether it is judged in a year, as `Questions::asks`.
    judged: Vec<bool>,
}

/// A unit that is asked, and where its answers go.
pub(super) struct Unit<'u, 'c> {
    pub(super) id: &'u Arc<str>,
    /// What stands for the unit where no record of its own is at fault.
    pub(super) place: Place<'u>,
    pub(super) report: &'u mut Report<'c>,
    /// The figures to which the unit's own add; each has the years of `Wanted::years`.
    pub(super) sums: &'u mut [&'u mut [YearFigures]],
    /// How many shortfalls follow, as `Wanted::years`.
    pub(super) shortfalls: &'u mut [u64],
    /// What the unit adds to the figures that are traced joins this.
    pub(super) evidence: &'u mut Vec<Witness>,
}

/// The records that a unit leaves out of a year, by path and line.
pub(super) type LeftOut = BTreeSet<(String, u32)>;

impl<'c> Questions<'c> {
    pub(super) fn of(ctx: &'c Context, wanted: &'c Wanted) -> Self {
        let ask = |year| Some(Ask { ctx, year, reference: ctx.reference_date(year)?, ahead: wanted.ahead });
        let asks: Vec<_> =
            wanted.years.iter().enumerate().filter_map(|(index, &year)| Some((index, ask(year)?))).collect();
        let is_wanted = |at: &usize| wanted.only.as_ref().is_none_or(|only| only.contains(at));
        let question = |(at, target): (usize, &'static Target)| Question {
            at,
            target,
            by_subject: target.goal_in(ctx) == target.goal,
            level: ctx.settings.level(target.id, Level::Shortfall),
            judged: asks.iter().map(|(_, ask)| ask.ahead || target.is_judged(ctx, ask.year)).collect(),
        };
        let listed = TARGETS.iter().copied().enumerate().filter(|(at, _)| is_wanted(at));
        let questions = listed.map(question).collect();
        Self { wanted, asks, questions }
    }

    /// Counts every target that `concerns` the unit, by `count`, which is told the place of the year among `asks`: target
    /// by target and not year by year, so that the code of each is at hand. Gives what is left out, as `Wanted::years`.
    pub(super) fn ask(
        &self,
        unit: Unit<'_, '_>,
        concerns: impl Fn(Count) -> bool,
        count: &dyn Fn(Count, usize, &Ask<'_>, &mut Sink<'_, '_>),
    ) -> Vec<LeftOut> {
        let Unit { id, place, report, sums, shortfalls, evidence: all_evidence } = unit;
        let mut left_out = vec![LeftOut::new(); self.wanted.years.len()];
        for question in self.questions.iter().filter(|question| concerns(question.target.count)) {
            let Question { at, target, by_subject, level, ref judged } = *question;
            for (nth, ((index, ask), &judged)) in self.asks.iter().zip(judged).enumerate() {
                let index = *index;
                let mut report = self.wanted.shortfall_years.contains(&ask.year).then_some(&mut *report);
                let mut evidence = Vec::new();
                let mut sink = Sink::new(target, id, level, judged, report.as_deref_mut(), &mut left_out[index]);
                if self.wanted.trace.has(at) && index == 0 {
                    sink = sink.traced(&mut evidence, ask.ctx.lang);
                }
                if !by_subject {
                    sink = sink.told_as_share();
                }
                count(target.count, nth, ask, &mut sink);
                let only = sink.of_the_only_subject();
                let tally = sink.tally;
                shortfalls[index] += sink.shortfalls;
                if !by_subject {
                    shortfalls[index] += shares::of_unit(ask, target, (id, place), (&tally, only), report);
                }
                sums.iter_mut().for_each(|sum| sum[index].tallies[at] += tally);
                let of_unit = |evidence| Witness { target: at, unit: Arc::clone(id), evidence };
                all_evidence.extend(evidence.into_iter().map(of_unit));
            }
        }
        for (index, left_out) in left_out.iter().enumerate() {
            sums.iter_mut().for_each(|sum| sum[index].left_out_records += left_out.len() as u64);
        }
        left_out
    }
}
