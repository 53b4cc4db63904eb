//! The work itself: communes are read, judged and let go, in parallel; what is kept is figures and findings.

mod causes;
mod commune;
mod count;
#[cfg(test)]
mod properties;
mod shares;
pub(crate) mod stream;
mod upper;
mod wanted;

use std::{
    hint::black_box,
    iter,
    panic::resume_unwind,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::Xxh3;

use crate::{
    cache::Cache,
    context::Context,
    explanation::Explanation,
    filed,
    finding::{Finding, Report},
    register::{
        Commune, Lookup, build,
        claim::Claim,
        discover::{RecordFile, UnitDir, list},
        load::load,
        read::source,
    },
    rules,
    source::Source,
    targets::{TARGETS, Tallies, Tally, strength::Strength},
    unit::{UnitLevel, join, within},
    watch::{Stage, Watch},
};

pub(crate) use commune::read as read_commune;
pub(crate) use wanted::{Traced, Wanted, Witness};

/// The figures of a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct UnitFigures {
    pub(crate) id: Arc<str>,
    pub(crate) name: String,
    pub(crate) level: UnitLevel,
    /// By year, as `Wanted::years`.
    pub(crate) years: Vec<YearFigures>,
}

/// The figures of a unit and year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct YearFigures {
    pub(crate) strength: Strength,
    #[serde(with = "crate::cache::form::as_list")]
    pub(crate) tallies: Tallies,
    pub(crate) left_out_records: u64,
}

impl Default for YearFigures {
    fn default() -> Self {
        Self { strength: Strength::default(), tallies: [Tally::default(); TARGETS.len()], left_out_records: 0 }
    }
}

/// What a part of the register gave.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Judgement {
    pub(crate) findings: Vec<Finding>,
    /// The explanations of the scope and of the units above it.
    pub(crate) explanations: Vec<Explanation>,
    /// Units by path; a unit above the communes holds what it counts of itself and the sum of those below.
    pub(crate) units: Vec<UnitFigures>,
    /// Shortfalls by year, as `Wanted::years`, reported or not.
    pub(crate) shortfalls: Vec<u64>,
    pub(crate) records: u64,
    pub(crate) unit_count: u64,
    pub(crate) digest: u128,
    /// What each unit added to the figures that are traced.
    pub(crate) evidence: Vec<Witness>,
}

/// Judges the units of a scope: one directory unit and what lies below, or a village.
pub(crate) fn judge(ctx: &Context, scope: &UnitDir, wanted: &Wanted) -> Judgement {
    let mut report = Report::new(ctx);
    let listing = ctx.watch.stage(Stage::Listing);
    let (mut judgement, communes) = upper::judge(ctx, scope, wanted, &mut report);
    drop(listing);
    let reading = ctx.watch.steps(Stage::Communes, communes.len());
    let cache = Cache::open(ctx, scope, wanted);
    let parts = each(&ctx.watch, &communes, |commune| match &cache {
        Some(cache) => cache.part(ctx, commune, || commune::judge(ctx, commune, scope, wanted)),
        None => commune::judge(ctx, commune, scope, wanted),
    });
    if let Some(cache) = cache {
        cache.keep();
    }
    drop(reading);
    let mut digest = Xxh3::new();
    digest.update(&ctx.settings_digest.to_le_bytes());
    digest.update(&judgement.digest.to_le_bytes());
    for part in parts {
        digest.update(&part.digest.to_le_bytes());
        add_up(&mut judgement, part);
    }
    judgement.digest = digest.digest128();
    if let Some(root) = judgement.units.first().filter(|root| root.id == scope.id) {
        let missed = shares::of_root(ctx, root, wanted, &mut report);
        judgement.shortfalls.iter_mut().zip(missed).for_each(|(sum, missed)| *sum += missed);
    }
    if !wanted.shortfall_years.is_empty() {
        filed::check(ctx, &judgement, wanted, &mut report);
    }
    judgement.explanations.append(&mut report.explanations);
    judgement.explanations.extend(above(ctx, scope));
    judgement.findings.append(&mut report.findings);
    causes::name(&mut judgement.evidence, &judgement.findings, ctx.lang);
    judgement.findings.retain(|finding| within(&finding.unit, &scope.id));
    judgement
}

/// The explanations of the units above what was read; what is wrong with them concerns those units.
fn above(ctx: &Context, scope: &UnitDir) -> Vec<Explanation> {
    let read = if scope.level > UnitLevel::Commune { commune_of(ctx, scope) } else { scope.clone() };
    let mut unheard = Report::new(ctx);
    let mut unit = &*read.id;
    while !unit.is_empty() {
        unit = unit.rsplit_once('/').map_or("", |(above, _)| above);
        let path = join(unit, "explanations.csv");
        if ctx.root.join(&path).is_file() {
            let file = RecordFile { path, unit: unit.into(), claim: Claim::Explanations, closed: false };
            let text = source(&file, &mut unheard);
            build::explanations(&file, &text, &file.unit, &mut unheard);
        }
    }
    unheard.explanations
}

/// Looks at every commune of a scope, in parallel; what each gives comes in the order of their paths.
pub(crate) fn over_communes<T: Send>(
    ctx: &Context,
    scope: &UnitDir,
    look: impl Fn(&Commune<'_>, &mut Report<'_>) -> T + Sync,
) -> Vec<T> {
    let nothing = Wanted {
        years: Vec::new(),
        shortfall_years: Vec::new(),
        keep: UnitLevel::Commune,
        digest: false,
        trace: Traced::Nothing,
        ahead: false,
        only: None,
    };
    let listing = ctx.watch.stage(Stage::Listing);
    let (_, communes) = upper::judge(ctx, scope, &nothing, &mut Report::new(ctx));
    drop(listing);
    let _reading = ctx.watch.steps(Stage::Communes, communes.len());
    each(&ctx.watch, &communes, |top| commune::read(ctx, top, &look))
}

/// As `over_communes`, of all but the meetings: most of a register is meetings, and the papers of a year do not rest on
/// them.
pub(crate) fn over_papers<T: Send>(ctx: &Context, scope: &UnitDir, look: impl Fn(&Commune<'_>) -> T + Sync) -> Vec<T> {
    let top = if scope.level < UnitLevel::Commune { scope.clone() } else { commune_of(ctx, scope) };
    let listing = list(ctx, &top, UnitLevel::Commune, &mut Report::new(ctx));
    let communes: Vec<UnitDir> = if top.level < UnitLevel::Commune {
        listing.units.into_iter().filter(|unit| unit.level == UnitLevel::Commune).collect()
    } else {
        vec![top]
    };
    let _reading = ctx.watch.steps(Stage::Communes, communes.len());
    each(&ctx.watch, &communes, |top| {
        let mut report = Report::new(ctx);
        let mut listing = list(ctx, top, UnitLevel::Cell, &mut report);
        listing.files.retain(|file| !matches!(file.claim, Claim::Meeting(_)));
        let loaded = load(&listing, &mut report);
        let commune = build::commune(top, &listing, &loaded, &mut report);
        rules::check(&commune, &mut report);
        look(&commune)
    })
}

/// Works on as many communes at once as there are processors; what each gives comes in their order. A thread that waits
/// for its commune's files must not begin with another, as one of rayon's would: no more than these are in memory.
fn each<T: Send>(watch: &Watch, communes: &[UnitDir], work: impl Fn(&UnitDir) -> T + Sync) -> Vec<T> {
    keep_memory();
    let others = rayon::current_num_threads().min(communes.len()).saturating_sub(1);
    let next = AtomicUsize::new(0);
    let take = || {
        let place = next.fetch_add(1, Ordering::Relaxed);
        communes.get(place).map(|commune| {
            let done = (place, work(commune));
            watch.step();
            done
        })
    };
    let mut done: Vec<(usize, T)> = thread::scope(|scope| {
        let taking = || iter::from_fn(take).collect::<Vec<_>>();
        // Where the system gives no more threads, this one does the work.
        let spawn = |_| thread::Builder::new().spawn_scoped(scope, taking).ok();
        let others: Vec<_> = (0..others).filter_map(spawn).collect();
        let mut done = taking();
        done.extend(others.into_iter().flat_map(|other| other.join().unwrap_or_else(|panic| resume_unwind(panic))));
        done
    });
    done.sort_by_key(|(place, _)| *place);
    done.into_iter().map(|(_, part)| part).collect()
}

/// glibc gives memory back to the system when 128 KiB are free at its end (M_TRIM_THRESHOLD), and asks for them again for the
/// next commune: 30,000 pages in a province. Once it has let go of a larger piece it keeps twice as much, more than any
/// commune takes (mallopt(3), M_MMAP_THRESHOLD). Elsewhere this does nothing.
fn keep_memory() {
    const OF_A_COMMUNE: usize = 8 * 1024 * 1024;
    drop(black_box(Vec::<u8>::with_capacity(OF_A_COMMUNE)));
}

/// The directory to read for a scope at or below a commune: the commune, or the root of a cell's own register.
pub(crate) fn commune_of(ctx: &Context, scope: &UnitDir) -> UnitDir {
    let path = scope.id.split_once('#').map_or(&*scope.id, |(commune, _)| commune);
    match scope.level {
        UnitLevel::Cell if ctx.root_level != UnitLevel::Cell => {
            let commune = path.rsplit_once('/').map_or("", |(commune, _)| commune);
            UnitDir { id: commune.into(), level: UnitLevel::Commune }
        }
        UnitLevel::Village => UnitDir { id: path.into(), level: UnitLevel::Commune },
        _ => scope.clone(),
    }
}

fn update(digest: &mut Xxh3, path: &str, text: &Lookup<Source>) {
    digest.update(path.as_bytes());
    digest.update(&[0]);
    digest.update(text.get().map_or(b"", |source| source.text.as_bytes()));
    digest.update(&[0]);
}

/// Adds a commune's figures to the units above it, and keeps those of its own units.
fn add_up(whole: &mut Judgement, part: Judgement) {
    let Judgement { findings, explanations, units, shortfalls, records, unit_count, digest: _, evidence } = part;
    whole.findings.extend(findings);
    whole.explanations.extend(explanations);
    whole.evidence.extend(evidence);
    whole.records += records;
    whole.unit_count += unit_count;
    for (sum, count) in whole.shortfalls.iter_mut().zip(shortfalls) {
        *sum += count;
    }
    sum_above(&mut whole.units, &units);
    whole.units.extend(units);
}

/// Adds a commune's figures, the first of its units', to the units above it.
fn sum_above(whole: &mut [UnitFigures], units: &[UnitFigures]) {
    let Some(commune) = units.first() else { return };
    for unit in whole.iter_mut().filter(|unit| unit.level < UnitLevel::Commune && within(&commune.id, &unit.id)) {
        for (sum, year) in unit.years.iter_mut().zip(&commune.years) {
            add(sum, year);
        }
    }
}

pub(crate) fn add(sum: &mut YearFigures, other: &YearFigures) {
    sum.strength += other.strength;
    sum.left_out_records += other.left_out_records;
    for (tally, other) in sum.tallies.iter_mut().zip(&other.tallies) {
        *tally += *other;
    }
}
