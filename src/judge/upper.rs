//! The units above the communes: their own records read, counted and let go; the communes to judge are listed.

use std::{collections::BTreeSet, sync::Arc};

use xxhash_rust::xxh3::Xxh3;

use super::{Judgement, UnitFigures, Wanted, YearFigures, add, commune_of, count, update};
use crate::{
    context::Context,
    finding::{Place, Report},
    register::{
        build::load,
        discover::{UnitDir, list},
        upper::Upper,
    },
    targets::Evidence,
    targets::{Ask, Count},
    unit::{UnitLevel, join, within},
};

/// The units above the communes, with what they count of themselves; and the communes to judge.
pub(super) fn judge<'c>(
    ctx: &'c Context,
    scope: &UnitDir,
    wanted: &Wanted,
    report: &mut Report<'c>,
) -> (Judgement, Vec<UnitDir>) {
    let mut judgement = Judgement { shortfalls: vec![0; wanted.years.len()], ..Judgement::default() };
    if scope.level >= UnitLevel::Commune {
        return (judgement, vec![commune_of(ctx, scope)]);
    }
    let listing = list(ctx, scope, UnitLevel::Commune, report);
    let loaded = load(&listing, report);
    let mut digest = Xxh3::new();
    for (file, text) in &loaded {
        judgement.records += 1;
        update(&mut digest, &file.path, text);
    }
    judgement.digest = digest.digest128();
    let mut communes = Vec::new();
    for unit in &listing.units {
        if unit.level == UnitLevel::Commune {
            communes.push(unit.clone());
            continue;
        }
        let upper = Upper::read(unit, &loaded, report);
        judgement.unit_count += 1;
        judgement.units.push(UnitFigures {
            id: Arc::clone(&unit.id),
            name: upper.name(&ctx.settings.name),
            level: unit.level,
            years: vec![YearFigures::default(); wanted.years.len()],
        });
        for (index, &year) in wanted.years.iter().enumerate() {
            let mut evidence = Vec::new();
            let (own, shortfalls) = of_year(ctx, unit, &upper, year, wanted, report, &mut evidence);
            judgement.evidence.extend(evidence.into_iter().map(|evidence| (Arc::clone(&unit.id), evidence)));
            judgement.shortfalls[index] += shortfalls;
            for above in judgement.units.iter_mut().filter(|above| within(&unit.id, &above.id)) {
                add(&mut above.years[index], &own);
            }
        }
    }
    (judgement, communes)
}

/// What a unit's own records count, beside its communes.
fn of_year<'c>(
    ctx: &'c Context,
    unit: &UnitDir,
    upper: &Upper<'_>,
    year: i32,
    wanted: &Wanted,
    report: &mut Report<'c>,
    evidence: &mut Vec<Evidence>,
) -> (YearFigures, u64) {
    let Some(reference) = ctx.reference_date(year) else { return Default::default() };
    let ask = Ask { ctx, year, reference, ahead: wanted.ahead };
    let marker = join(&unit.id, unit.level.marker());
    let report = wanted.shortfall_years.contains(&year).then_some(report);
    let trace = wanted.trace.filter(|_| wanted.years.first() == Some(&year)).map(|target| (target, evidence));
    let only = wanted.only.as_deref();
    count::unit(&ask, &unit.id, Place::path(&marker), only, report, &mut BTreeSet::new(), trace, |count, sink| {
        match (count, upper) {
            (Count::District(count), Upper::District(district)) => count(district, &ask, sink),
            (Count::Province(count), Upper::Province(province)) => count(province, &ask, sink),
            _ => {}
        }
    })
}
