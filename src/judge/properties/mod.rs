//! What must hold for every register: findings and figures agree, figures add, and order and threads change nothing.

mod choices;
mod exported;
mod merged;
mod register;

use std::{collections::BTreeSet, fs, path::Path, sync::Arc};

use chrono::Datelike;
use proptest::{collection::vec, prelude::*};

use super::{Judgement, Traced, UnitFigures, Wanted, judge};
use crate::{
    context::Context,
    finding::{Finding, Level, settle},
    lang::Lang,
    register::{discover::UnitDir, open::open},
    render::{Checked, check_json},
    targets::{Count, Goal, Shortfalls, Status, TARGETS, Tally, Target},
    unit::UnitLevel,
};
use choices::Choices;
use register::{Files, register};

/// So many registers; each is written twice and judged several times.
const CASES: u32 = 24;

fn write<'f>(root: &Path, files: impl Iterator<Item = &'f (String, Vec<u8>)>) {
    for (path, bytes) in files {
        let file = root.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }
}

fn wanted(ctx: &Context, keep: UnitLevel) -> Wanted {
    let period = ctx.period();
    let years: Vec<i32> =
        if period.is_empty() { Vec::new() } else { (period.from.year()..=period.until.year()).collect() };
    Wanted {
        shortfall_years: years.clone(),
        years,
        keep,
        digest: true,
        trace: Traced::Nothing,
        ahead: false,
        only: None,
    }
}

fn context(root: &Path, as_of: crate::date::Date) -> Context {
    let Ok(opened) = open(root, Lang::En, Some(as_of), crate::date::ymd(2021, 6, 1)) else {
        panic!("the settings can be used");
    };
    opened.ctx
}

fn district() -> UnitDir {
    UnitDir { id: "".into(), level: UnitLevel::District }
}

fn of_target<'j>(judged: &'j Judgement, target: &Target, year: i32) -> Vec<&'j Finding> {
    let in_year =
        |finding: &&Finding| finding.period.as_ref().is_some_and(|period| period.starts_with(&year.to_string()));
    judged.findings.iter().filter(|finding| finding.id == target.id).filter(in_year).collect()
}

/// Targets of which a cell or village has several subjects, each with one shortfall at most.
const SEVERAL_SUBJECTS: [&str; 6] = [
    "announced-in-advance",
    "hcm-study",
    "member-elected-head",
    "mentor-assigned",
    "task-assignment",
    "theme-prepared",
];

/// How many subjects miss.
fn missing(target: &Target, tally: &Tally) -> u64 {
    if target.goal == Goal::None { tally.numerator } else { tally.denominator - tally.numerator }
}

fn status(ctx: &Context, target: &Target, unit: &UnitFigures, wanted: &Wanted, (index, at): (usize, usize)) -> Status {
    let previous = wanted.before(index).map(|before| &unit.years[before].tallies[at]);
    target.status(ctx, wanted.years[index], &unit.years[index].tallies[at], previous)
}

/// How many shortfalls follow from a unit's tally; `None` where it is one or more, for each thing that the subject lacks.
fn expected(
    ctx: &Context,
    target: &Target,
    unit: &UnitFigures,
    wanted: &Wanted,
    (index, at): (usize, usize),
) -> Option<u64> {
    let tally = &unit.years[index].tallies[at];
    let missed = status(ctx, target, unit, wanted, (index, at)) == Status::Missed;
    let is_here = match target.shortfalls {
        Shortfalls::EachSubject => match target.count {
            Count::Cell(_) | Count::CellFromCommuneUp(_) | Count::Village(_) => unit.level > UnitLevel::Commune,
            Count::Commune(_) => unit.level == UnitLevel::Commune,
            Count::District(_) => unit.level == UnitLevel::District,
            Count::Province(_) => unit.level == UnitLevel::Province,
        },
        Shortfalls::EachCommune => unit.level == UnitLevel::Commune,
        Shortfalls::ScopeRoot => unit.id.is_empty(),
        Shortfalls::None => false,
    };
    let is_share = !matches!(target.goal_in(ctx), Goal::All | Goal::None);
    let before = wanted.before(index).filter(|_| target.goal_in(ctx) == Goal::Falling);
    let previous = before.map(|before| &unit.years[before].tallies[at]);
    // With records left out, a share's shortfall would not be sure.
    let is_unsure = is_share && (tally.left_out > 0 || previous.is_some_and(|previous| previous.left_out > 0));
    if !is_here || !missed || is_unsure || ctx.settings.level(target.id, Level::Shortfall).is_none() {
        Some(0)
    } else if is_share {
        Some(1)
    } else if SEVERAL_SUBJECTS.contains(&target.id) {
        Some(missing(target, tally))
    } else {
        None
    }
}

/// Design: a missing subject gives its findings, a share one a unit and year; and nothing else does.
fn findings_follow_from_tallies(ctx: &Context, judged: &Judgement, kept: &BTreeSet<UnitLevel>, wanted: &Wanted) {
    for (index, &year) in wanted.years.iter().enumerate() {
        let mut sum = 0;
        for (target, at) in TARGETS.iter().zip(0..) {
            let findings = of_target(judged, target, year);
            sum += findings.len() as u64;
            for unit in judged.units.iter().filter(|unit| kept.contains(&unit.level)) {
                let tally = &unit.years[index].tallies[at];
                let count = findings.iter().filter(|finding| finding.unit == unit.id).count() as u64;
                match expected(ctx, target, unit, wanted, (index, at)) {
                    Some(expected) => assert_eq!(count, expected, "{} of {} in {year}: {tally:?}", target.id, unit.id),
                    None => assert!(count >= 1, "{} of {} in {year} misses: {tally:?}", target.id, unit.id),
                }
            }
        }
        assert_eq!(judged.shortfalls[index], sum, "as many shortfalls of {year} as are counted");
    }
}

/// For a goal of all, the subjects that miss are the difference between denominator and numerator.
fn subjects_are_the_difference(ctx: &Context, judged: &Judgement, wanted: &Wanted) {
    for (index, &year) in wanted.years.iter().enumerate() {
        for (target, at) in TARGETS.iter().zip(0..) {
            let (goal, level) = (target.goal_in(ctx), ctx.settings.level(target.id, Level::Shortfall));
            if !matches!(goal, Goal::All | Goal::None)
                || level.is_none()
                || target.shortfalls != Shortfalls::EachSubject
            {
                continue;
            }
            for unit in judged.units.iter().filter(|unit| unit.level <= UnitLevel::Commune) {
                let tally = &unit.years[index].tallies[at];
                let findings = of_target(judged, target, year);
                let below: Vec<&&Finding> =
                    findings.iter().filter(|finding| crate::unit::within(&finding.unit, &unit.id)).collect();
                let subjects = if SEVERAL_SUBJECTS.contains(&target.id) {
                    below.len()
                } else {
                    below.iter().map(|finding| &finding.unit).collect::<BTreeSet<_>>().len()
                };
                let missing = match status(ctx, target, unit, wanted, (index, at)) {
                    Status::Missed | Status::Met => missing(target, tally),
                    Status::Progress | Status::NoData | Status::Figure => 0,
                };
                assert_eq!(subjects as u64, missing, "{} of {} in {year}: {tally:?}", target.id, unit.id);
            }
        }
    }
}

fn sum<'u>(units: impl Iterator<Item = &'u UnitFigures>, year: usize, target: usize) -> Tally {
    let mut sum = Tally::default();
    units.for_each(|unit| sum += unit.years[year].tallies[target]);
    sum
}

/// A unit's tally is the sum of those below it. What the list of villages lacks is the commune's own.
fn tallies_add(cells: &Judgement, villages: &Judgement, wanted: &Wanted) {
    for year in 0..wanted.years.len() {
        for (at, target) in TARGETS.iter().enumerate() {
            // What units above the cells and villages count of themselves is no sum.
            if matches!(target.count, Count::Commune(_) | Count::District(_) | Count::Province(_)) {
                continue;
            }
            let communes = || cells.units.iter().filter(|unit| unit.level == UnitLevel::Commune);
            let whole = cells.units[0].years[year].tallies[at];
            assert_eq!(whole, sum(communes(), year, at), "{}: the district is its communes", target.id);
            for commune in communes() {
                let below = |judged: &Judgement, level| {
                    let of_commune = judged
                        .units
                        .iter()
                        .filter(|unit| unit.level == level && crate::unit::within(&unit.id, &commune.id));
                    sum(of_commune, year, at)
                };
                let mut parts = below(cells, UnitLevel::Cell);
                parts += below(villages, UnitLevel::Village);
                let own = commune.years[year].tallies[at];
                if matches!(target.count, Count::Village(_)) && own.left_out == parts.left_out + 1 {
                    parts.left_out += 1;
                }
                assert_eq!(own, parts, "{}: {} is its cells and villages", target.id, commune.id);
            }
        }
    }
}

fn shares_are_shares(ctx: &Context, judged: &Judgement, wanted: &Wanted) {
    for unit in &judged.units {
        for (index, figures) in unit.years.iter().enumerate() {
            for (at, (target, tally)) in TARGETS.iter().zip(&figures.tallies).enumerate() {
                let Tally { numerator, denominator, units, with_data, .. } = *tally;
                assert!(with_data <= units, "{} covers no more than there is", target.id);
                if target.id != "excellent-cap" {
                    assert!(numerator <= denominator, "{} of {}: {tally:?}", target.id, unit.id);
                }
                let goal = target.goal_in(ctx);
                let is_missed = status(ctx, target, unit, wanted, (index, at)) == Status::Missed;
                let previous = wanted.before(index).map(|before| &unit.years[before].tallies[at]);
                assert!(!is_missed || goal.needed(tally, previous) > 0, "a missed goal needs something: {tally:?}");
            }
        }
    }
}

fn json(judged: &Judgement) -> String {
    let mut findings = judged.findings.clone();
    settle(&mut findings);
    check_json::render(&Checked { findings, records: judged.records, units: judged.unit_count, ..Checked::default() })
}

/// Order on disk and number of threads change no byte.
fn order_and_threads_change_nothing(files: &Files, as_of: crate::date::Date, told: &str, figures: &str) {
    let place = tempfile::tempdir().unwrap();
    write(place.path(), files.iter().rev());
    let ctx = context(place.path(), as_of);
    for threads in [1, 4] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let judged = pool.install(|| judge(&ctx, &district(), &wanted(&ctx, UnitLevel::Cell)));
        assert_eq!(json(&judged), told, "with {threads} threads");
        assert_eq!(all_figures(&judged), figures, "with {threads} threads");
    }
}

fn all_figures(judged: &Judgement) -> String {
    format!("{:?} {:?} {}", judged.units, judged.shortfalls, judged.digest)
}

/// Asked alone, a commune has the figures that it has within its district.
fn a_commune_alone_is_the_same(ctx: &Context, judged: &Judgement, wanted: &Wanted) {
    let Some(commune) = judged.units.iter().find(|unit| unit.level == UnitLevel::Commune) else { return };
    let alone = judge(ctx, &UnitDir { id: Arc::clone(&commune.id), level: UnitLevel::Commune }, wanted);
    assert_eq!(format!("{:?}", alone.units[0]), format!("{commune:?}"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: CASES, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn findings_and_figures_are_one_computation(bytes in vec(any::<u8>(), 0..8000)) {
        let (files, as_of) = register(&mut Choices::new(&bytes));
        let place = tempfile::tempdir().unwrap();
        write(place.path(), files.iter());
        let ctx = context(place.path(), as_of);
        let by_cell = wanted(&ctx, UnitLevel::Cell);
        let cells = judge(&ctx, &district(), &by_cell);
        let villages = judge(&ctx, &district(), &wanted(&ctx, UnitLevel::Village));

        let above = [UnitLevel::District, UnitLevel::Commune];
        findings_follow_from_tallies(&ctx, &cells, &above.into_iter().chain([UnitLevel::Cell]).collect(), &by_cell);
        findings_follow_from_tallies(&ctx, &villages, &above.into_iter().chain([UnitLevel::Village]).collect(), &by_cell);
        subjects_are_the_difference(&ctx, &cells, &by_cell);
        tallies_add(&cells, &villages, &by_cell);
        shares_are_shares(&ctx, &cells, &by_cell);
        a_commune_alone_is_the_same(&ctx, &cells, &by_cell);
        let told = json(&cells);
        prop_assert_eq!(told.matches("\"level\": \"shortfall\"").count(), settled_shortfalls(&cells));
        order_and_threads_change_nothing(&files, as_of, &told, &all_figures(&cells));
    }
}

/// No two shortfalls are so alike that one is dropped.
fn settled_shortfalls(judged: &Judgement) -> usize {
    judged.findings.iter().filter(|finding| finding.level == Level::Shortfall).count()
}
