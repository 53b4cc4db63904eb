//! One commune: read, checked by every rule, counted by every target, and let go.

use std::{collections::BTreeSet, sync::Arc};

use xxhash_rust::xxh3::Xxh3;

use super::{Judgement, UnitFigures, Wanted, YearFigures, add, shares, update};
use crate::{
    context::Context,
    date::Date,
    finding::Report,
    records::village::VillageRow,
    register::{
        Cell, Commune, Record,
        build::{self, Loaded, load},
        discover::{UnitDir, list},
    },
    rules,
    targets::{
        Ask, Count, Sink, TARGETS,
        strength::{self, Strength},
    },
    unit::{UnitLevel, within},
};

/// Reads one commune, checks it by every rule, and hands it over for as long as `look` takes.
pub(crate) fn read<'c, T>(
    ctx: &'c Context,
    top: &UnitDir,
    look: impl FnOnce(&Commune<'_>, &Loaded<'_>, &mut Report<'c>) -> T,
) -> T {
    let mut report = Report::new(ctx);
    let listing = list(ctx, top, UnitLevel::Cell, &mut report);
    let loaded = load(&listing, &mut report);
    let commune = build::commune(top, &listing, &loaded, &mut report);
    rules::check(&commune, &mut report);
    look(&commune, &loaded, &mut report)
}

/// Judges the part of a scope that lies in one commune.
pub(super) fn judge(ctx: &Context, top: &UnitDir, scope: &UnitDir, wanted: &Wanted) -> Judgement {
    read(ctx, top, |commune, loaded, report| {
        let mut judgement = Judgement {
            records: loaded.iter().filter(|(file, _)| within(&file.unit, &scope.id)).count() as u64,
            unit_count: commune.units().filter(|unit| within(unit, &scope.id)).count() as u64,
            shortfalls: vec![0; wanted.years.len()],
            ..Judgement::default()
        };
        if wanted.digest {
            let mut digest = Xxh3::new();
            loaded.iter().for_each(|(file, text)| update(&mut digest, &file.path, text));
            judgement.digest = digest.digest128();
        }
        count(ctx, commune, scope, wanted, &mut judgement, report);
        judgement.findings = std::mem::take(&mut report.findings);
        judgement.explanations = std::mem::take(&mut report.explanations);
        judgement
    })
}

/// A unit of which targets count something.
#[derive(Clone, Copy)]
enum Subject<'s, 'a> {
    Cell(&'s Cell<'a>),
    Village(&'s Record<'a, VillageRow<'a>>),
}

fn count<'c>(
    ctx: &'c Context,
    commune: &Commune<'_>,
    scope: &UnitDir,
    wanted: &Wanted,
    judgement: &mut Judgement,
    report: &mut Report<'c>,
) {
    let mut whole = figures(Arc::clone(&commune.unit), commune.name().to_owned(), UnitLevel::Commune, wanted);
    for (year, figures) in wanted.years.iter().zip(&mut whole.years) {
        if let Some(reference) = ctx.reference_date(*year) {
            figures.strength = strength::of_commune(commune, reference);
        }
    }
    let cells = commune.cells.iter().map(|cell| {
        let name = cell.file.name.to_string();
        (Subject::Cell(cell), figures(Arc::clone(&cell.unit), name, UnitLevel::Cell, wanted))
    });
    let villages = commune.villages.rows.iter().map(|village| {
        let unit = commune.village_unit(&village.id);
        (Subject::Village(village), figures(unit, village.name.to_string(), UnitLevel::Village, wanted))
    });
    let mut below = Vec::new();
    for (subject, mut unit) in cells.chain(villages).filter(|(_, unit)| within(&unit.id, &scope.id)) {
        for (index, &year) in wanted.years.iter().enumerate() {
            let Some(reference) = ctx.reference_date(year) else { continue };
            let ask = Ask { ctx, year, reference };
            let report = wanted.shortfall_years.contains(&year).then_some(&mut *report);
            let (counted, shortfalls) = count_unit(commune, subject, &unit.id, &ask, report);
            judgement.shortfalls[index] += shortfalls;
            add(&mut whole.years[index], &counted);
            unit.years[index] = counted;
        }
        if unit.level == wanted.keep || unit.id == scope.id && unit.level == scope.level {
            below.push(unit);
        }
    }
    if scope.level <= UnitLevel::Commune {
        let missed = shares::of_commune(ctx, commune, &whole, wanted, report);
        judgement.shortfalls.iter_mut().zip(missed).for_each(|(sum, missed)| *sum += missed);
        judgement.units.push(whole);
    }
    judgement.units.append(&mut below);
}

fn figures(id: Arc<str>, name: String, level: UnitLevel, wanted: &Wanted) -> UnitFigures {
    UnitFigures { id, name, level, years: vec![YearFigures::default(); wanted.years.len()] }
}

/// Counts every target of one unit and year, and how many shortfalls that gives.
fn count_unit<'c>(
    commune: &Commune<'_>,
    subject: Subject<'_, '_>,
    unit: &Arc<str>,
    ask: &Ask<'c>,
    mut report: Option<&mut Report<'c>>,
) -> (YearFigures, u64) {
    let mut figures = YearFigures { strength: strength(commune, subject, ask.reference), ..YearFigures::default() };
    let (mut left_out, mut shortfalls) = (BTreeSet::new(), 0);
    for (target, tally) in TARGETS.iter().copied().zip(&mut figures.tallies) {
        let judged = target.is_judged(ask.ctx, ask.year);
        let mut sink = Sink::new(target, unit, judged, report.as_deref_mut(), &mut left_out);
        match (target.count, subject) {
            (Count::Cell(count) | Count::CellFromCommuneUp(count), Subject::Cell(cell)) if cell.is_village_cell() => {
                count(commune, cell, ask, &mut sink);
            }
            (Count::Village(count), Subject::Village(village)) => count(commune, village, ask, &mut sink),
            _ => {}
        }
        *tally = sink.tally;
        shortfalls += sink.shortfalls;
    }
    figures.left_out_records = left_out.len() as u64;
    (figures, shortfalls)
}

fn strength(commune: &Commune<'_>, subject: Subject<'_, '_>, day: Date) -> Strength {
    match subject {
        Subject::Cell(cell) => strength::of_cell(cell, day),
        Subject::Village(village) => strength::of_village(commune, village, day),
    }
}
