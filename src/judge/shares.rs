//! Shortfalls of shares and caps: one a unit and year, at the level where the target is judged.

use std::sync::Arc;

use super::{UnitFigures, Wanted};
use crate::{
    context::Context,
    finding::{Level, Place, Report},
    lang::{Lang, say},
    number,
    register::Commune,
    targets::{Ask, Goal, Shortfalls, Status, TARGETS, Tally, Target, goal::falls},
};

/// Those of a commune; how many a year, as `Wanted::years`.
pub(super) fn of_commune(
    ctx: &Context,
    commune: &Commune<'_>,
    unit: &UnitFigures,
    wanted: &Wanted,
    report: &mut Report<'_>,
) -> Vec<u64> {
    missed(ctx, unit, Shortfalls::EachCommune, commune.place(), wanted, report)
}

/// Those of the unit that was asked about; how many a year, as `Wanted::years`.
pub(super) fn of_root(ctx: &Context, unit: &UnitFigures, wanted: &Wanted, report: &mut Report<'_>) -> Vec<u64> {
    let directory = unit.id.split_once('#').map_or(&*unit.id, |(commune, _)| commune);
    let marker = ctx.own_path(directory, unit.level);
    missed(ctx, unit, Shortfalls::ScopeRoot, Place::path(&marker), wanted, report)
}

/// Of a target whose goal of all this register has made a share: one a unit and year, at the lowest level. `only` is what
/// the unit's one subject misses, where it has one: of that no share is told.
pub(super) fn of_unit(
    ask: &Ask<'_>,
    target: &'static Target,
    (unit, place): (&Arc<str>, Place<'_>),
    (tally, only): (&Tally, Option<String>),
    report: Option<&mut Report<'_>>,
) -> u64 {
    let (ctx, year) = (ask.ctx, ask.year);
    let level = ctx.settings.level(target.id, Level::Shortfall);
    let Some(level) = level.filter(|_| target.shortfalls == Shortfalls::EachSubject) else { return 0 };
    if !is_missed_for_sure(ctx, target, year, (tally, None)) {
        return 0;
    }
    if let Some(report) = report {
        match only {
            Some(message) => {
                let clause = target.clauses.first().copied();
                report.push(target.id, level, clause, unit, place, message, Some(year.to_string()));
            }
            None => tell(ctx, target, unit, year, (tally, None), place, report),
        }
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
    for (index, (&year, count)) in wanted.years.iter().zip(&mut counts).enumerate() {
        for (at, target) in TARGETS.iter().copied().enumerate() {
            let tally = &unit.years[index].tallies[at];
            let previous = wanted.before(index).map(|before| &unit.years[before].tallies[at]);
            if target.shortfalls != which
                || !is_missed_for_sure(ctx, target, year, (tally, previous))
                || ctx.settings.level(target.id, Level::Shortfall).is_none()
            {
                continue;
            }
            *count += 1;
            if wanted.shortfall_years.contains(&year) {
                tell(ctx, target, &unit.id, year, (tally, previous), place, report);
            }
        }
    }
    counts
}

/// A share that misses its goal with records left out may reach it with them: reports say both, `check` accuses nobody.
fn is_missed_for_sure(ctx: &Context, target: &Target, year: i32, (tally, previous): (&Tally, Option<&Tally>)) -> bool {
    let is_whole = |tally: &Tally| tally.left_out == 0;
    // The year before matters only to what must fall.
    let before = previous.filter(|_| target.goal_in(ctx) == Goal::Falling);
    is_whole(tally) && before.is_none_or(is_whole) && target.status(ctx, year, tally, previous) == Status::Missed
}

fn tell(
    ctx: &Context,
    target: &'static Target,
    unit: &Arc<str>,
    year: i32,
    (tally, previous): (&Tally, Option<&Tally>),
    place: Place<'_>,
    report: &mut Report<'_>,
) {
    let Some(level) = ctx.settings.level(target.id, Level::Shortfall) else { return };
    let mut message = message(target, target.goal_in(ctx), year, (tally, previous), ctx.lang);
    if let Some(remark) = target.remark.and_then(|remark| remark(year)) {
        message = format!("{message} ({})", remark.of(ctx.lang));
    }
    let clause = target.clauses.first().copied();
    report.push(target.id, level, clause, unit, place, message, Some(year.to_string()));
}

fn message(target: &Target, goal: Goal, year: i32, (tally, previous): (&Tally, Option<&Tally>), lang: Lang) -> String {
    let title = target.title.of(lang);
    if let (Goal::Falling, Some(previous)) = (goal, previous) {
        return risen(target, year, tally, previous, lang);
    }
    let (n, d) = (number::group(tally.numerator, lang), number::group(tally.denominator, lang));
    let share = number::percent(tally.numerator, tally.denominator, Some(goal), lang);
    let needed = number::group(goal.needed(tally, previous), lang);
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

/// The shares that did not fall, each beside the year before.
fn risen(target: &Target, year: i32, tally: &Tally, previous: &Tally, lang: Lang) -> String {
    let names = target.parts.map_or_else(Vec::new, |parts| (parts.names)());
    let share = |tally: &Tally, index: usize| {
        let (n, d) = (tally.parts[index], tally.denominator);
        format!("{}/{} = {}", number::group(n, lang), number::group(d, lang), number::percent(n, d, None, lang))
    };
    let risen =
        names.iter().enumerate().filter(|(index, _)| !falls(*index, tally, previous)).map(|(index, (_, name))| {
            let (name, now, then) = (name.of(lang), share(tally, index), share(previous, index));
            let before = year - 1;
            say!(lang, "{name} {now} (năm {before}: {then})", "{name} {now} ({before}: {then})")
        });
    let risen: Vec<String> = risen.collect();
    let (title, risen) = (target.title.of(lang), risen.join(", "));
    say!(lang, "{title}, năm {year}, không giảm: {risen}", "{title}, {year}, did not fall: {risen}")
}
