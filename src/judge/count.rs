//! Every target of one unit and year.

use std::{collections::BTreeSet, sync::Arc};

use super::{Wanted, Witness, YearFigures, shares};
use crate::{
    finding::{Place, Report},
    targets::{Ask, Count, Sink, TARGETS},
};

/// What is asked of a unit and year, and where the answers go.
pub(super) struct Unit<'u, 'c> {
    pub(super) ask: &'u Ask<'c>,
    pub(super) wanted: &'u Wanted,
    /// The place in `Wanted::years` of the year that is asked about.
    pub(super) index: usize,
    pub(super) unit: &'u Arc<str>,
    /// What stands for the unit where no record of its own is at fault.
    pub(super) place: Place<'u>,
    pub(super) report: &'u mut Report<'c>,
    /// Every record that is left out joins these.
    pub(super) left_out: &'u mut BTreeSet<(String, u32)>,
    /// What the unit adds to the figures that are traced joins this.
    pub(super) evidence: &'u mut Vec<Witness>,
}

impl Unit<'_, '_> {
    /// Counts every target that is wanted by `count`, which passes over what does not speak of the unit. Gives the
    /// figures, and how many shortfalls follow.
    pub(super) fn count(self, count: impl Fn(Count, &mut Sink<'_, '_>)) -> (YearFigures, u64) {
        let Self { ask, wanted, index, unit, place, report, left_out: all_left_out, evidence: all_evidence } = self;
        let mut report = wanted.shortfall_years.contains(&ask.year).then_some(report);
        let mut figures = YearFigures::default();
        let (mut left_out, mut shortfalls) = (BTreeSet::new(), 0);
        for (at, (target, tally)) in TARGETS.iter().copied().zip(&mut figures.tallies).enumerate() {
            if wanted.only.as_ref().is_some_and(|only| !only.contains(&at)) {
                continue;
            }
            let by_subject = target.goal_in(ask.ctx) == target.goal;
            let judged = ask.ahead || target.is_judged(ask.ctx, ask.year);
            let mut evidence = Vec::new();
            let mut sink = Sink::new(target, unit, ask.ctx, judged, report.as_deref_mut(), &mut left_out);
            if wanted.trace.has(at) && index == 0 {
                sink = sink.traced(&mut evidence, ask.ctx.lang);
            }
            if !by_subject {
                sink = sink.told_as_share();
            }
            count(target.count, &mut sink);
            let only = sink.of_the_only_subject();
            *tally = sink.tally;
            shortfalls += sink.shortfalls;
            if !by_subject {
                shortfalls += shares::of_unit(ask, target, (unit, place), (tally, only), report.as_deref_mut());
            }
            let of_unit = |evidence| Witness { target: at, unit: Arc::clone(unit), evidence };
            all_evidence.extend(evidence.into_iter().map(of_unit));
        }
        figures.left_out_records = left_out.len() as u64;
        all_left_out.extend(left_out);
        (figures, shortfalls)
    }
}
