//! The register as fact tables that an analysis engine reads as they are. Communes are read some at a time, written, and
//! let go.
//!
//! Pseudonymous unless names are asked for: people are numbered anew in each export, cell by cell, in an order that the
//! ids do not tell; no name, no id of the register, no reason, no word of a finding or of minutes; and no day before the
//! plan's first.

mod facts;
mod package;
mod place;
pub(crate) mod rows;
mod tables;

use std::{io, path::Path};

use crate::{
    context::Context,
    explanation,
    finding::{Finding, settle},
    judge::{Judgement, Traced, Wanted, stream::Stream},
    register::discover::UnitDir,
    unit::{UnitLevel, within},
    watch::Stage,
};
use facts::{Above, Maker};
pub(crate) use place::{NoPlace, Place};
use rows::{Facts, Format, Numbers, Seq, Value};
use tables::{Of, TABLES};

/// What was written.
#[derive(Debug)]
pub(crate) struct Exported {
    /// The files, and how many rows each table has.
    pub(crate) files: Vec<(String, Option<u64>)>,
    pub(crate) left_out_records: u64,
}

/// Writes the tables of a scope into a place.
pub(crate) fn export(
    ctx: &Context,
    scope: &UnitDir,
    commit: Option<&str>,
    (format, private): (Format, bool),
    place: &Place,
) -> io::Result<Exported> {
    use chrono::Datelike;
    let period = ctx.period();
    let years: Vec<i32> =
        if period.is_empty() { Vec::new() } else { (period.from.year()..=period.until.year()).collect() };
    let wanted = Wanted {
        shortfall_years: years.clone(),
        years,
        keep: UnitLevel::Village,
        digest: true,
        trace: Traced::Nothing,
        ahead: false,
        only: None,
    };
    let mut stream = Stream::new(ctx, scope, &wanted);
    let above: Above = stream.above().iter().map(|unit| unit.id.clone()).zip(1..).collect();
    let maker = Maker { ctx, wanted: &wanted, above: &above, private };
    let mut files = place.begin(format, private)?;
    let mut next: Numbers = [1; _];
    next[Seq::Unit as usize] += above.len() as u64;

    // What refers to a unit follows it.
    let mut upper = Facts::new(private);
    stream.above().iter().for_each(|unit| maker.upper_unit(unit, &mut upper));
    files.append(&upper, &next)?;

    let explanations = stream.explanations();
    let mut explained = Vec::new();
    let mut left_out_records = 0;
    loop {
        let made = stream.next(rayon::current_num_threads(), |commune, judged| {
            let judged_scope = if scope.level > UnitLevel::Commune { &scope.id } else { &commune.unit };
            let explained = settle_findings(ctx, judged_scope, &explanations, judged);
            let left_out =
                judged.units.first().map_or(0, |unit| unit.years.iter().map(|year| year.left_out_records).sum());
            (maker.of_commune(commune, judged), explained, left_out)
        });
        if made.is_empty() {
            break;
        }
        for (facts, found, left_out) in made {
            let first = advance(&mut next, &facts.numbers);
            files.append(&facts, &first)?;
            explained.extend(found);
            left_out_records += left_out;
        }
    }

    let mut judged = stream.finish();
    let mut rest = Facts::new(private);
    judged.units.iter().for_each(|unit| maker.upper_tallies(unit, &mut rest));
    for finding in upper_findings(ctx, scope, &explanations, &mut judged, explained) {
        maker.upper_finding(&finding, &mut rest);
    }
    register_rows(ctx, commit, judged.digest, &maker, &mut rest);
    files.append(&rest, &next)?;
    let _keeping = ctx.watch.stage(Stage::Keeping);
    let files = place.finish(files, ctx, format, private)?;
    Ok(Exported { files, left_out_records })
}

/// Where each thing's numbers begin, having gone on by so many.
fn advance(next: &mut Numbers, by: &Numbers) -> Numbers {
    let first = *next;
    next.iter_mut().zip(by).for_each(|(next, by)| *next += by);
    first
}

/// Marks what is explained of a commune's findings and puts them in order. Gives the explained ones: those who explain
/// from above must know that they did.
fn settle_findings(
    ctx: &Context,
    scope: &str,
    above: &[explanation::Explanation],
    judged: &mut Judgement,
) -> Vec<Finding> {
    judged.findings.retain(|finding| within(&finding.unit, scope));
    let all: Vec<_> = judged.explanations.iter().chain(above).cloned().collect();
    explanation::apply(ctx, &all, scope, &mut judged.findings);
    settle(&mut judged.findings);
    judged.findings.iter().filter(|finding| finding.is_explained()).cloned().collect()
}

/// The findings of the units above the communes; an explanation is unused only if it explained nothing below either.
fn upper_findings(
    ctx: &Context,
    scope: &UnitDir,
    explanations: &[explanation::Explanation],
    judged: &mut Judgement,
    below: Vec<Finding>,
) -> Vec<Finding> {
    let mut findings = std::mem::take(&mut judged.findings);
    findings.retain(|finding| within(&finding.unit, &scope.id));
    let own = findings.len();
    let seen = below.len();
    findings.extend(below);
    explanation::apply(ctx, explanations, &scope.id, &mut findings);
    findings.drain(own..own + seen);
    settle(&mut findings);
    findings
}

fn register_rows(ctx: &Context, commit: Option<&str>, digest: u128, maker: &Maker<'_>, facts: &mut Facts) {
    let settings = &ctx.settings;
    let row = [
        Value::Count(1),
        Value::text(&settings.name),
        Value::text(&format!("{digest:032x}")),
        Value::text(commit.unwrap_or_default()),
        Value::Day(ctx.as_of),
        Value::Day(settings.plan.from),
        Value::Day(settings.plan.until),
        Value::Is(settings.counting.excused_in_base),
    ];
    facts.row(Of::Register, row);
    for ask in maker.asks() {
        facts.row(Of::Years, [Value::year(ask.year), Value::Day(ask.reference)]);
    }
}

/// Where an export would go, in the way of the register's own records?
pub(crate) fn is_in_register(ctx: &Context, directory: &Path) -> bool {
    let there = directory.ancestors().find_map(|part| part.canonicalize().ok());
    there.is_some_and(|there| there.starts_with(&ctx.root))
}

/// The names of all data files, in whatever format.
fn data_files() -> impl Iterator<Item = String> {
    let formats = [Format::Csv, Format::Ndjson];
    TABLES.iter().flat_map(move |table| formats.map(|format| format!("{}.{}", table.name, format.ending())))
}
