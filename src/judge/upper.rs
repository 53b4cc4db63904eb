//! The units above the communes: their own records read, counted and let go; the communes to judge are listed.

use std::sync::Arc;

use xxhash_rust::xxh3::Xxh3;

use super::{
    Judgement, UnitFigures, Wanted, YearFigures, commune_of,
    count::{self, Questions},
    update,
};
use crate::{
    context::Context,
    finding::{Place, Report},
    register::{
        discover::{UnitDir, list},
        load::{load, size},
        upper::Upper,
    },
    targets::Count,
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
    let questions = Questions::of(ctx, wanted);
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
        let marker = ctx.own_path(&unit.id, unit.level);
        let above = judgement.units.iter_mut().filter(|above| within(&unit.id, &above.id));
        let asked = count::Unit {
            id: &unit.id,
            place: Place::path(&marker),
            report,
            sums: &mut above.map(|above| &mut above.years[..]).collect::<Vec<_>>(),
            shortfalls: &mut judgement.shortfalls,
            evidence: &mut judgement.evidence,
        };
        let concerns = |count| match upper {
            Upper::District(_) => matches!(count, Count::District(_)),
            Upper::Province(_) => matches!(count, Count::Province(_)),
        };
        questions.ask(asked, concerns, &|count, _, ask, sink| match (count, &upper) {
            (Count::District(count), Upper::District(district)) => count(district, ask, sink),
            (Count::Province(count), Upper::Province(province)) => count(province, ask, sink),
            _ => {}
        });
    }
    (judgement, communes)
}
