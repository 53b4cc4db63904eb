//! The units above the communes: their own records read, counted and let go; the communes to judge are listed.

use std::{collections::BTreeSet, sync::Arc};

use xxhash_rust::xxh3::Xxh3;

use super::{Judgement, UnitFigures, Wanted, YearFigures, add, commune_of, count, update};
use crate::{
    context::Context,
    finding::{Place, Report},
    register::{
        discover::{UnitDir, list},
        load::{load, size},
        upper::Upper,
    },
    targets::{Ask, Count},
    unit::{UnitLevel, within},
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
    ctx.watch.files(|| size(&loaded));
    ctx.watch.units_read(listing.units.len());
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
        let upper = Upper::read(unit, &listing, &loaded, report);
        judgement.unit_count += 1;
        judgement.units.push(UnitFigures {
            id: Arc::clone(&unit.id),
            name: upper.name(&ctx.settings.name),
            level: unit.level,
            years: vec![YearFigures::default(); wanted.years.len()],
        });
        for (index, &year) in wanted.years.iter().enumerate() {
            let Some(reference) = ctx.reference_date(year) else { continue };
            let ask = Ask { ctx, year, reference, ahead: wanted.ahead };
            let marker = ctx.own_path(&unit.id, unit.level);
            let asked = count::Unit {
                ask: &ask,
                wanted,
                index,
                unit: &unit.id,
                place: Place::path(&marker),
                report,
                left_out: &mut BTreeSet::new(),
                evidence: &mut judgement.evidence,
            };
            let (own, shortfalls) = asked.count(|count, sink| match (count, &upper) {
                (Count::District(count), Upper::District(district)) => count(district, &ask, sink),
                (Count::Province(count), Upper::Province(province)) => count(province, &ask, sink),
                _ => {}
            });
            judgement.shortfalls[index] += shortfalls;
            for above in judgement.units.iter_mut().filter(|above| within(&unit.id, &above.id)) {
                add(&mut above.years[index], &own);
            }
        }
    }
    (judgement, communes)
}
