//! Shortfalls of shares and caps: one a unit and year, at the level where the target is judged.

use std::sync::Arc;

use super::{UnitFigures, Wanted};
use crate::{
    context::Context,
    finding::{Level, Place, Report},
    lang::{Lang, say},
    number,
    register::Commune,
    targets::{Ask, Goal, Shortfalls, Status, TARGETS, Tally, Target},
    unit::join,
};

/// Those of a commune; how many a year, as `Wanted::years`.
pub(super) fn of_commune(
    ctx: &Context,
    commune: &Commune<'_>,
    unit: &UnitFigures,
    wanted: &Wanted,
    report: &mut Report<'_>,
) -> Vec<u64> {
    let marker = join(&unit.id, unit.level.marker());
    let place = commune.file.get().map_or(Place::path(&marker), |file| file.whole());
    missed(ctx, unit, Shortfalls::EachCommune, place, wanted, report)
}

/// Those of the unit that was asked about; how many a year, as `Wanted::years`.
pub(super) fn of_root(ctx: &Context, unit: &UnitFigures, wanted: &Wanted, report: &mut Report<'_>) -> Vec<u64> {
    let directory = unit.id.split_once('#').map_or(&*unit.id, |(commune, _)| commune);
    let marker = join(directory, unit.level.marker());
    missed(ctx, unit, Shortfalls::ScopeRoot, Place::path(&marker), wanted, report)
}

/// Of a target whose goal of all this register has made a share: one a unit and year, at the lowest level.
pub(super) fn of_unit(
    ask: &Ask<'_>,
    target: &'static Target,
    unit: &Arc<str>,
    tally: &Tally,
    place: Place<'_>,
    report: Option<&mut Report<'_>>,
) -> u64 {
    let (ctx, year) = (ask.ctx, ask.year);
    if target.shortfalls != Shortfalls::EachSubject
        || target.status(ctx, year, tally) != Status::Missed
        || ctx.settings.level(target.id, Level::Shortfall).is_none()
    {
        return 0;
    }
    if let Some(report) = report {
        tell(ctx, target, unit, year, tally, place, report);
    }
    1
}

fn missed(
    ctx: &Context,
    unit: &UnitFigures,
    which: Shortfalls,
    place: Place<'_>,
    wanted: &Wanted,
    report: &mut Report<'_>,
) -> Vec<u64> {
    let mut counts = vec![0; wanted.years.len()];
    for ((&year, figures), count) in wanted.years.iter().zip(&unit.years).zip(&mut counts) {
        for (target, tally) in TARGETS.iter().copied().zip(&figures.tallies) {
            if target.shortfalls != which
                || target.status(ctx, year, tally) != Status::Missed
                || ctx.settings.level(target.id, Level::Shortfall).is_none()
            {
                continue;
            }
            *count += 1;
            if wanted.shortfall_years.contains(&year) {
                tell(ctx, target, &unit.id, year, tally, place, report);
            }
        }
    }
    counts
}

fn tell(
    ctx: &Context,
    target: &'static Target,
    unit: &Arc<str>,
    year: i32,
    tally: &Tally,
    place: Place<'_>,
    report: &mut Report<'_>,
) {
    let Some(level) = ctx.settings.level(target.id, Level::Shortfall) else { return };
    let message = message(target, target.goal_in(ctx), year, tally, ctx.lang);
    let clause = target.clauses.first().copied();
    report.push(target.id, level, clause, unit, place, message, Some(year.to_string()));
}

fn message(target: &Target, goal: Goal, year: i32, tally: &Tally, lang: Lang) -> String {
    let title = target.title.of(lang);
    let (n, d) = (number::group(tally.numerator, lang), number::group(tally.denominator, lang));
    let share = number::percent(tally.numerator, tally.denominator, Some(goal), lang);
    let needed = number::group(goal.needed(tally), lang);
    let percent = goal.percent().unwrap_or(100);
    match goal {
        Goal::AtMost(_) => say!(
            lang,
            "{title}, năm {year}: {n}/{d} = {share}, trên mức {percent}%; vượt {needed}",
            "{title}, {year}: {n}/{d} = {share}, over {percent}%; {needed} too many"
        ),
        _ => say!(
            lang,
            "{title}, năm {year}: {n}/{d} = {share}, dưới mức {percent}%; cần thêm {needed}",
            "{title}, {year}: {n}/{d} = {share}, under {percent}%; {needed} more needed"
        ),
    }
}
