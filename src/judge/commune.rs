//! One commune: read, checked by every rule, counted by every target, and let go.

use std::sync::Arc;

use xxhash_rust::xxh3::Xxh3;

use super::{
    Judgement, UnitFigures, Wanted, YearFigures, add,
    count::{self, LeftOut, Questions},
    shares, update,
};
use crate::{
    context::Context,
    date::Date,
    files::Files,
    finding::{Place, Report},
    records::village::VillageRow,
    register::{
        Cell, Commune, Lookup, Record, build,
        discover::{RecordFile, UnitDir, list_by},
        load::{Bytes, Shelf, size},
    },
    rules,
    source::Source,
    targets::{
        Ask, Count, Sink,
        cell_in_year::CellInYear,
        strength::{self, Strength},
    },
    unit::{UnitLevel, join, within},
    watch::Part,
};

/// Reads one commune, checks it by every rule, and hands it over for as long as `look` takes.
pub(crate) fn read<'c, T>(ctx: &'c Context, top: &UnitDir, look: impl FnOnce(&Commune<'_>, &mut Report<'c>) -> T) -> T {
    read_and_sum(ctx, top, (), |(), _, _| (), |commune, (), report| look(commune, report))
}

/// As `read`, with a sum to which each text adds as it is read: later it would have to be fetched anew.
fn read_and_sum<'c, S, T>(
    ctx: &'c Context,
    top: &UnitDir,
    mut sum: S,
    mut add: impl FnMut(&mut S, &RecordFile, &Lookup<Source<'_>>),
    look: impl FnOnce(&Commune<'_>, S, &mut Report<'c>) -> T,
) -> T {
    let (mut report, mut laps) = (Report::new(ctx), ctx.watch.laps());
    let mut files = Files::listed_and_read(&ctx.root);
    let listing = list_by(&mut files, ctx, top, UnitLevel::Cell, &mut report);
    laps.end(Part::Listing);
    let bytes = Bytes::room_for(&listing);
    let loaded = Shelf::over(&bytes);
    let each = &mut |file: &RecordFile, text: &Lookup<Source<'_>>| add(&mut sum, file, text);
    let commune = build::read(&mut files, top, &listing, &loaded, each, &mut laps, &mut report);
    drop(files);
    rules::check(&commune, &mut report);
    let seen = look(&commune, sum, &mut report);
    laps.end(Part::Judging);
    ctx.watch.commune_read();
    ctx.watch.units_read(commune.cells.len());
    ctx.watch.files(|| size(loaded.iter()));
    seen
}

/// Judges the part of a scope that lies in one commune.
pub(super) fn judge(ctx: &Context, top: &UnitDir, scope: &UnitDir, wanted: &Wanted) -> Judgement {
    judge_and_look(ctx, top, scope, wanted, |_, _| ()).0
}

/// As `judge`, and hands over the commune with what was judged before it is let go.
pub(super) fn judge_and_look<T>(
    ctx: &Context,
    top: &UnitDir,
    scope: &UnitDir,
    wanted: &Wanted,
    look: impl FnOnce(&Commune<'_>, &mut Judgement) -> T,
) -> (Judgement, T) {
    let add = |(records, digest): &mut (u64, Xxh3), file: &RecordFile, text: &Lookup<Source<'_>>| {
        *records += u64::from(within(&file.unit, &scope.id));
        if wanted.digest {
            update(digest, &file.path, text);
        }
    };
    read_and_sum(ctx, top, (0, Xxh3::new()), add, |commune, (records, digest), report| {
        let mut judgement = Judgement {
            records,
            digest: if wanted.digest { digest.digest128() } else { 0 },
            unit_count: commune.units().filter(|unit| within(unit, &scope.id)).count() as u64,
            shortfalls: vec![0; wanted.years.len()],
            ..Judgement::default()
        };
        count(ctx, commune, scope, wanted, &mut judgement, report);
        judgement.findings = std::mem::take(&mut report.findings);
        judgement.explanations = std::mem::take(&mut report.explanations);
        let seen = look(commune, &mut judgement);
        (judgement, seen)
    })
}

/// A unit of which targets count something.
#[derive(Clone, Copy)]
enum Subject<'s> {
    Cell(&'s Cell<'s>),
    /// A cell of which only the directory is known; its own file cannot be read.
    UnreadCell(&'s str),
    Village(&'s Record<'s, VillageRow<'s>>),
    /// The list of villages, where a row of it cannot be read.
    UnreadVillages(&'s str),
    /// The commune by its own records, and the file that stands for it.
    Commune(Place<'s>),
}

fn count<'c>(
    ctx: &'c Context,
    commune: &Commune<'_>,
    scope: &UnitDir,
    wanted: &Wanted,
    judgement: &mut Judgement,
    report: &mut Report<'c>,
) {
    let mut whole = named(Arc::clone(&commune.unit), commune.name().to_owned(), UnitLevel::Commune);
    whole.years = vec![YearFigures::default(); wanted.years.len()];
    let cells = commune.cells.iter().map(|cell| {
        let name = cell.file.name.to_string();
        (Subject::Cell(cell), named(Arc::clone(&cell.unit), name, UnitLevel::Cell))
    });
    let unread_cells: Vec<(String, String)> = commune.unread_cells.iter().map(|name| unread(commune, name)).collect();
    let unread = unread_cells.iter().map(|(id, marker)| {
        let name = id.rsplit('/').next().unwrap_or_default().to_owned();
        (Subject::UnreadCell(marker), named(id.as_str().into(), name, UnitLevel::Cell))
    });
    let villages = commune.villages.rows.iter().map(|village| {
        let unit = commune.village_unit(&village.id);
        (Subject::Village(village), named(unit, village.name.to_string(), UnitLevel::Village))
    });
    let villages_file = join(&commune.unit, UnitLevel::Village.marker());
    let unread_villages = commune.villages.unread.then(|| {
        // What the list does not tell is the commune's own gap.
        (Subject::UnreadVillages(&villages_file), named(Arc::clone(&commune.unit), String::new(), UnitLevel::Commune))
    });
    let own = (!commune.outside).then(|| {
        let unit = Arc::clone(&commune.unit);
        (Subject::Commune(commune.place()), named(unit, String::new(), UnitLevel::Commune))
    });
    let mut below: Vec<UnitFigures> = Vec::new();
    let mut left_out = vec![LeftOut::new(); wanted.years.len()];
    let questions = Questions::of(ctx, wanted);
    let subjects = own.into_iter().chain(cells).chain(unread).chain(villages).chain(unread_villages);
    for (subject, mut unit) in subjects.filter(|(_, unit)| within(&unit.id, &scope.id)) {
        // The figures of most units only add to the commune's.
        let is_kept = unit.level > UnitLevel::Commune
            && (unit.level <= wanted.keep || unit.id == scope.id && unit.level == scope.level);
        unit.years = vec![YearFigures::default(); if is_kept { wanted.years.len() } else { 0 }];
        let mut sums = vec![&mut whole.years[..]];
        sums.extend(is_kept.then_some(&mut unit.years[..]));
        for (index, ask) in &questions.asks {
            let strength = strength(commune, subject, ask.reference);
            sums.iter_mut().for_each(|sum| sum[*index].strength += strength);
        }
        let asked = count::Unit {
            id: &unit.id,
            place: place(subject),
            report,
            sums: &mut sums,
            shortfalls: &mut judgement.shortfalls,
            evidence: &mut judgement.evidence,
        };
        let years = in_years(ctx, commune, subject, &questions);
        let of_unit = questions.ask(asked, |count| concerns(count, subject), &|count, nth, ask, sink| {
            of_subject(commune, (subject, years.get(nth)), ask, count, sink);
        });
        left_out.iter_mut().zip(of_unit).for_each(|(all, of_unit)| all.extend(of_unit));
        if is_kept {
            keep(&mut below, unit);
        }
    }
    for (figures, left_out) in whole.years.iter_mut().zip(&left_out) {
        // A record that several units rest on is one record.
        figures.left_out_records = left_out.len() as u64;
    }
    if scope.level <= UnitLevel::Commune {
        let missed = shares::of_commune(ctx, commune, &whole, wanted, report);
        judgement.shortfalls.iter_mut().zip(missed).for_each(|(sum, missed)| *sum += missed);
        judgement.units.push(whole);
    }
    judgement.units.append(&mut below);
}

/// A unit without figures.
fn named(id: Arc<str>, name: String, level: UnitLevel) -> UnitFigures {
    UnitFigures { id, name, level, years: Vec::new() }
}

/// The unit and the file of a cell of which only the directory is known.
fn unread(commune: &Commune<'_>, name: &str) -> (String, String) {
    let id = join(&commune.unit, name);
    let marker = join(&id, UnitLevel::Cell.marker());
    (id, marker)
}

/// A village that ended and came back has two rows, and is one unit.
fn keep(units: &mut Vec<UnitFigures>, unit: UnitFigures) {
    match units.iter_mut().find(|kept| kept.id == unit.id) {
        Some(kept) => {
            kept.name = unit.name;
            kept.years.iter_mut().zip(&unit.years).for_each(|(sum, year)| add(sum, year));
        }
        None => units.push(unit),
    }
}

/// A cell in each of the years; of other subjects no target asks anything that is found out beforehand.
fn in_years<'c>(
    ctx: &Context,
    commune: &'c Commune<'c>,
    subject: Subject<'c>,
    questions: &Questions<'c>,
) -> Vec<CellInYear<'c>> {
    match subject {
        Subject::Cell(cell) if cell.is_village_cell() => {
            CellInYear::each(commune, cell, ctx, questions.asks.iter().map(|(_, ask)| *ask))
        }
        _ => Vec::new(),
    }
}

/// Whether a target speaks of a subject.
fn concerns(count: Count, subject: Subject<'_>) -> bool {
    match subject {
        Subject::Cell(cell) if !cell.is_village_cell() => false,
        Subject::Cell(_) | Subject::UnreadCell(_) => matches!(count, Count::Cell(_) | Count::CellFromCommuneUp(_)),
        Subject::Village(_) | Subject::UnreadVillages(_) => matches!(count, Count::Village(_)),
        Subject::Commune(_) => matches!(count, Count::Commune(_)),
    }
}

/// What a target counts of a subject that it speaks of.
fn of_subject(
    commune: &Commune<'_>,
    (subject, cell): (Subject<'_>, Option<&CellInYear<'_>>),
    ask: &Ask<'_>,
    count: Count,
    sink: &mut Sink<'_, '_>,
) {
    match (count, subject, cell) {
        (Count::Cell(_) | Count::CellFromCommuneUp(_), Subject::Cell(cell), _)
            if cell.closed_years.contains(&ask.year) =>
        {
            sink.cover(false);
            sink.left_out(Place::path(&join(&cell.unit, &ask.year.to_string())));
        }
        (Count::Cell(count) | Count::CellFromCommuneUp(count), _, Some(cell)) => count(commune, cell, ask, sink),
        (Count::Cell(_) | Count::CellFromCommuneUp(_), Subject::UnreadCell(marker), _) => {
            sink.cover(false);
            sink.left_out(Place::path(marker));
        }
        (Count::Village(count), Subject::Village(village), _) => count(commune, village, ask, sink),
        (Count::Village(_), Subject::UnreadVillages(file), _) => sink.left_out(Place::path(file)),
        (Count::Commune(count), Subject::Commune(_), _) => count(commune, ask, sink),
        _ => {}
    }
}

/// The file or row that stands for a unit.
fn place(subject: Subject<'_>) -> Place<'_> {
    match subject {
        Subject::Cell(cell) => cell.place(),
        Subject::Village(village) => village.whole(),
        Subject::UnreadCell(file) | Subject::UnreadVillages(file) => Place::path(file),
        Subject::Commune(place) => place,
    }
}

fn strength(commune: &Commune<'_>, subject: Subject<'_>, day: Date) -> Strength {
    match subject {
        Subject::Cell(cell) => strength::of_cell(cell, day),
        Subject::Village(village) => strength::of_village(commune, village, day),
        Subject::Commune(_) => strength::of_commune(commune, day),
        Subject::UnreadCell(_) | Subject::UnreadVillages(_) => Strength::default(),
    }
}
