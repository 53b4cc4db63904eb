//! Every target of one unit and year.

use std::{collections::BTreeSet, sync::Arc};

use super::{YearFigures, shares};
use crate::{
    finding::{Place, Report},
    targets::{Ask, Count, Sink, TARGETS},
};

/// Counts every target by `count`, which knows the unit and passes over what does not speak of it; gives the figures and
/// how many shortfalls follow. What is left out joins `all_left_out`.
pub(super) fn unit<'c>(
    ask: &Ask<'c>,
    unit: &Arc<str>,
    place: Place<'_>,
    mut report: Option<&mut Report<'c>>,
    all_left_out: &mut BTreeSet<(String, u32)>,
    count: impl Fn(Count, &mut Sink<'_, '_>),
) -> (YearFigures, u64) {
    let mut figures = YearFigures::default();
    let (mut left_out, mut shortfalls) = (BTreeSet::new(), 0);
    for (target, tally) in TARGETS.iter().copied().zip(&mut figures.tallies) {
        let by_subject = target.goal_in(ask.ctx) == target.goal;
        let judged = by_subject && target.is_judged(ask.ctx, ask.year);
        let mut sink = Sink::new(target, unit, ask.ctx, judged, report.as_deref_mut(), &mut left_out);
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
