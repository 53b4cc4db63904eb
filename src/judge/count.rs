//! Every target of one unit and year.

use std::{collections::BTreeSet, sync::Arc};

use super::{YearFigures, shares};
use crate::{
    finding::{Place, Report},
    targets::{Ask, Count, Evidence, Sink, TARGETS},
};

#[expect(
    clippy::too_many_arguments,
    reason = "what is asked, how it is counted, and the three places where answers go"
)]
/// Counts every target by `count`, which knows the unit and passes over what does not speak of it; gives the figures and
/// how many shortfalls follow. What is left out joins `all_left_out`.
pub(super) fn unit<'c>(
    ask: &Ask<'c>,
    unit: &Arc<str>,
    place: Place<'_>,
    only: Option<&[usize]>,
    mut report: Option<&mut Report<'c>>,
    all_left_out: &mut BTreeSet<(String, u32)>,
    mut trace: Option<(usize, &mut Vec<Evidence>)>,
    count: impl Fn(Count, &mut Sink<'_, '_>),
) -> (YearFigures, u64) {
    let mut figures = YearFigures::default();
    let (mut left_out, mut shortfalls) = (BTreeSet::new(), 0);
    for (index, (target, tally)) in TARGETS.iter().copied().zip(&mut figures.tallies).enumerate() {
        if only.is_some_and(|only| !only.contains(&index)) {
            continue;
        }
        let by_subject = target.goal_in(ask.ctx) == target.goal;
        let judged = by_subject && (ask.ahead || target.is_judged(ask.ctx, ask.year));
        let mut sink = Sink::new(target, unit, ask.ctx, judged, report.as_deref_mut(), &mut left_out);
        if let Some((_, evidence)) = trace.as_mut().filter(|(traced, _)| *traced == index) {
            sink = sink.traced(evidence, ask.ctx.lang);
        }
        count(target.count, &mut sink);
        *tally = sink.tally;
        shortfalls += sink.shortfalls;
        if !by_subject {
            shortfalls += shares::of_unit(ask, target, unit, tally, place, report.as_deref_mut());
        }
    }
    figures.left_out_records = left_out.len() as u64;
    all_left_out.extend(left_out);
    (figures, shortfalls)
}
