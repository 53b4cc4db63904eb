//! `chibo check`: every mistake at once, each with its place.

use std::path::Path;

use chrono::Datelike;

use crate::{
    cli::{CheckArgs, CheckFormat, Color, FailOn, Globals},
    command::{Exit, Failure, deliver, open, plan_year, typed},
    context::Context,
    date::digits,
    due, explanation, filed,
    finding::{self, Level},
    io::Io,
    judge::{Judgement, Traced, Wanted, judge},
    names,
    register::{
        discover::UnitDir,
        open::{NoRegister, scope},
        unusable::Unusable,
    },
    render::{self, Checked, Paths, check_markdown::Site},
    targets,
    unit::{UnitLevel, within},
    watch::Stage,
};

pub(super) fn run(globals: &Globals, args: &CheckArgs, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let place = match open(globals, io) {
        Err(Failure::Register(NoRegister::Unusable(unusable))) => {
            return unusable_settings(globals, args, *unusable, io);
        }
        place => place?,
    };
    let ctx = &place.ctx;
    let units = scope(ctx, &place.here, &args.units)?;
    let wanted = wanted(ctx, args)?;

    let mut checked = Checked::default();
    // What is wrong with chibo.toml concerns every unit.
    checked.findings.extend(place.findings.iter().cloned());
    let mut earlier = vec![0; wanted.years.len()];
    for unit in &units {
        let mut judged = judge(ctx, unit, &wanted);
        explain(ctx, unit, &wanted, &mut judged);
        if unit.level == UnitLevel::Village && !judged.units.iter().any(|found| found.id == unit.id) {
            return Err(super::no_village(ctx, &unit.id));
        }
        checked.findings.extend(judged.findings);
        checked.unit_ids.extend(judged.units.into_iter().map(|unit| unit.id));
        // A unit within another that is asked for too is counted with it.
        if !units.iter().any(|other| other != unit && within(&unit.id, &other.id)) {
            checked.records += judged.records;
            checked.units += judged.unit_count;
            earlier.iter_mut().zip(judged.shortfalls).for_each(|(sum, count)| *sum += count);
        }
    }
    let composing = ctx.watch.stage(Stage::Composing);
    finding::settle(&mut checked.findings);
    let typed = typed(globals, &place, io);
    due::remedies(ctx, &mut checked.findings, &typed);
    filed::remedies(ctx, &mut checked.findings, &typed);
    // Names are for eyes alone: what programs read has ids.
    if globals.names && matches!(args.format, CheckFormat::Full | CheckFormat::Concise) {
        names::show(ctx, checked.findings.iter_mut().map(|finding| (&finding.unit, &mut finding.message)));
    }
    let first = wanted.shortfall_years.first().copied().unwrap_or(i32::MAX);
    checked.earlier = wanted.years.iter().copied().zip(earlier).filter(|(year, n)| *year < first && *n > 0).collect();

    let text = render(ctx, globals, args, &checked, io);
    drop(composing);
    deliver(&text, args.output.as_deref(), args.force, ctx.lang, io)?;
    if args.output.is_some() {
        io.print(&render::summary::lines(ctx.lang, &checked)).map_err(Failure::Output)?;
    }
    Ok(if checked.findings.iter().any(|finding| !finding.is_explained() && fails(finding.level, args.fail_on)) {
        Exit::Findings
    } else {
        Exit::Fine
    })
}

/// What is wrong with a chibo.toml for which nothing can be checked: told to programs in their form, and to people as
/// every command tells it.
fn unusable_settings(
    globals: &Globals,
    args: &CheckArgs,
    mut unusable: Unusable,
    io: &mut Io<'_>,
) -> Result<Exit, Failure> {
    if !matches!(args.format, CheckFormat::Full | CheckFormat::Concise) {
        let checked = Checked { findings: std::mem::take(&mut unusable.findings), records: 1, ..Checked::default() };
        let text = render(&unusable.ctx, globals, args, &checked, io);
        deliver(&text, args.output.as_deref(), args.force, unusable.ctx.lang, io)?;
    }
    Err(NoRegister::Unusable(Box::new(unusable)).into())
}

/// Applies the accepted explanations. One that speaks of a year that is not reported must still find what it explains.
fn explain(ctx: &Context, unit: &UnitDir, wanted: &Wanted, judged: &mut Judgement) {
    if judged.explanations.is_empty() {
        return;
    }
    let reported = |year: i32| wanted.shortfall_years.contains(&year);
    if judged.explanations.iter().any(|explanation| explanation.year().is_none_or(|year| !reported(year))) {
        *judged = judge(ctx, unit, &Wanted { shortfall_years: wanted.years.clone(), ..wanted.clone() });
    }
    explanation::apply(ctx, &judged.explanations, &unit.id, &mut judged.findings);
    judged.findings.retain(|finding| {
        let year = finding.period.as_deref().and_then(|period| period.get(..4)).and_then(digits);
        targets::find(finding.id).is_none() || year.is_none_or(reported)
    });
}

fn wanted(ctx: &Context, args: &CheckArgs) -> Result<Wanted, Failure> {
    let asked = args.year.map(|year| plan_year(ctx, year)).transpose()?;
    let period = ctx.period();
    let years: Vec<i32> =
        if period.is_empty() { Vec::new() } else { (period.from.year()..=period.until.year()).collect() };
    let shortfall_years = match asked {
        _ if args.all_years => years.clone(),
        Some(year) => vec![year],
        None => vec![ctx.last_year()],
    };
    let keep = if args.format == CheckFormat::Junit { UnitLevel::Village } else { UnitLevel::Commune };
    Ok(Wanted { years, shortfall_years, keep, digest: false, trace: Traced::Nothing, ahead: false, only: None })
}

fn render(ctx: &Context, globals: &Globals, args: &CheckArgs, checked: &Checked, io: &Io<'_>) -> String {
    let paths = Paths::new(&ctx.root, &io.working_dir);
    match args.format {
        CheckFormat::Full => {
            let to_terminal = args.output.is_none();
            let styled = match globals.color {
                Color::Always => true,
                Color::Never => false,
                Color::Auto => to_terminal && io.out_takes_colour,
            };
            render::check_full::render(ctx, checked, &paths, styled, io.width.filter(|_| to_terminal))
        }
        CheckFormat::Concise => render::check_concise::render(ctx.lang, checked, &paths),
        CheckFormat::Json => render::check_json::render(checked),
        CheckFormat::Github => render::check_github::render(ctx.lang, checked, &paths),
        CheckFormat::Gitlab => render::check_gitlab::render(checked, &paths),
        CheckFormat::Junit => render::check_junit::render(ctx, checked, &paths, |level| fails(level, args.fail_on)),
        CheckFormat::Sarif => render::check_sarif::render(ctx.lang, checked, &paths),
        CheckFormat::Markdown => render::check_markdown::render(ctx.lang, checked, &paths, &site(ctx, io)),
    }
}

/// Where the pages of CI find a file: in the commit that it runs on. Elsewhere a link is a path.
fn site(ctx: &Context, io: &Io<'_>) -> Site {
    let var = io.var;
    let github = || {
        let (server, repository, sha) = (var("GITHUB_SERVER_URL")?, var("GITHUB_REPOSITORY")?, var("GITHUB_SHA")?);
        Some((format!("{server}/{repository}/blob/{sha}/"), var("GITHUB_WORKSPACE")?))
    };
    let gitlab = || {
        let (project, sha) = (var("CI_PROJECT_URL")?, var("CI_COMMIT_SHA")?);
        Some((format!("{project}/-/blob/{sha}/"), var("CI_PROJECT_DIR")?))
    };
    match github().or_else(gitlab) {
        Some((base, checkout)) => Site { base, paths: Paths::new(&ctx.root, Path::new(&checkout)) },
        None => Site { base: String::new(), paths: Paths::new(&ctx.root, &io.working_dir) },
    }
}

fn fails(level: Level, fail_on: FailOn) -> bool {
    match fail_on {
        FailOn::Error => level >= Level::Error,
        FailOn::Shortfall => level >= Level::Shortfall,
        FailOn::Warning => level >= Level::Warning,
        FailOn::Never => false,
    }
}
