//! `chibo report`: the plan's targets of a year.

mod board;
mod filing;
mod gathered;
mod official;
mod possible;
mod published;

use std::{collections::BTreeMap, sync::Arc};

use chrono::Datelike;

use crate::{
    cli::{By, Globals, ReportArgs, ReportForm, ReportFormat, Time},
    command::{Exit, Failure, Workplace, commit, deliver, no_village, open, plan_year},
    context::Context,
    difference,
    io::Io,
    judge::{Judgement, Traced, UnitFigures, Wanted, Witness, judge},
    lang::{Lang, say},
    public,
    register::{
        discover::UnitDir,
        open::{Broken, scope},
    },
    render,
    report::{Figures, Register, UnitReport, YearReport, names},
    targets::{self, Target},
    unit::{UnitLevel, within},
    watch::Stage,
    years::{self, YearsReport},
};

pub(super) fn run(globals: &Globals, args: &ReportArgs, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let place = open(globals, io)?;
    let ctx = &place.ctx;
    settings_are_sound(&place)?;
    possible::no_directory(args, ctx.lang, io)?;
    let units = scope(ctx, &place.here, &args.units)?;
    filing::possible(ctx, args, &units, io)?;
    let targets = args.targets.iter().map(|id| target(ctx, id)).collect::<Result<Vec<_>, _>>()?;
    let wanted = |target: &Target| targets.is_empty() || targets.iter().any(|wanted| wanted.id == target.id);
    let all = args.all || !targets.is_empty();
    // A file is as wide as its content; a terminal as it is.
    let width = if args.output.is_some() { None } else { io.width };

    let ReportForm::Text(format) = args.form else {
        let unit = possible::one_unit(args, &units, ctx.lang, io)?;
        return board::run(ctx, args, (unit, globals.names), (&wanted, all), io);
    };
    let (text, left_out, filed) = match args.time {
        Time::Year(year) => {
            // Above a commune no records are kept apart.
            let of_records = units.iter().all(|unit| unit.level >= UnitLevel::Commune);
            let traced = if filing::is_asked(args) && of_records { Traced::Every } else { Traced::Nothing };
            let asked = (args.by.map(level), traced, args.public);
            let (mut report, witnesses) = build(ctx, plan_year(ctx, year)?, &units, asked, &wanted)?;
            let filed = filing::run(ctx, args, &units, (&mut report, &witnesses), io)?;
            let _composing = ctx.watch.stage(Stage::Composing);
            (of_year(ctx.lang, format, &report, all, width), report.left_out_records, filed)
        }
        Time::Years { from, to } => {
            let report = build_years(ctx, plan_year(ctx, from)?, plan_year(ctx, to)?, &units, &wanted)?;
            let _composing = ctx.watch.stage(Stage::Composing);
            (of_years(ctx.lang, format, &report, all, width), report.left_out_records, None)
        }
    };
    deliver(&text, args.output.as_deref(), args.force, ctx.lang, io)?;
    filing::keep(ctx, args, filed.as_ref(), io)?;
    Ok(if left_out > 0 { Exit::Findings } else { Exit::Fine })
}

pub(super) fn of_year(lang: Lang, format: ReportFormat, report: &YearReport, all: bool, width: Option<u16>) -> String {
    match format {
        ReportFormat::Table => render::report_table::render(lang, report, all, width),
        ReportFormat::Csv => render::report_csv::render(lang, report),
        ReportFormat::Json => render::report_json::render(report),
        ReportFormat::Markdown => render::report_markdown::render(lang, report, all),
    }
}

fn of_years(lang: Lang, format: ReportFormat, report: &YearsReport, all: bool, width: Option<u16>) -> String {
    match format {
        ReportFormat::Table => render::report_years::table(lang, report, all, width),
        ReportFormat::Csv => render::report_years_data::csv(lang, report),
        ReportFormat::Json => render::report_years_data::json(report),
        ReportFormat::Markdown => render::report_years::markdown(lang, report, all),
    }
}

/// No figure from broken settings: they may be what counts it.
pub(super) fn settings_are_sound(place: &Workplace) -> Result<(), Failure> {
    let lang = place.ctx.lang;
    let Some(Broken { line, column, message }) = &place.broken else { return Ok(()) };
    Err(Failure::Usage(say!(
        lang,
        "chibo.toml:{line}:{column}: {message}\ngợi ý: sửa thiết lập trước khi báo cáo; chibo check cho biết thêm",
        "chibo.toml:{line}:{column}: {message}\nhint: mend the settings before you report; chibo check says more"
    )))
}

pub(super) fn target(ctx: &Context, id: &str) -> Result<&'static Target, Failure> {
    if let Some((_, target)) = targets::find(id) {
        return Ok(target);
    }
    let known: Vec<&str> = targets::TARGETS.iter().map(|target| target.id).collect();
    let lang = ctx.lang;
    let hint = match crate::text::nearest(id, &known) {
        Some(near) => say!(lang, "có phải là {near}?", "did you mean {near}?"),
        None => {
            let list = known.join(", ");
            say!(lang, "các chỉ tiêu: {list}", "the targets: {list}")
        }
    };
    Err(Failure::Usage(say!(
        lang,
        "không có chỉ tiêu `{id}`\ngợi ý: {hint}",
        "there is no target `{id}`\nhint: {hint}"
    )))
}

fn level(by: By) -> UnitLevel {
    match by {
        By::District => UnitLevel::District,
        By::Commune => UnitLevel::Commune,
        By::Cell => UnitLevel::Cell,
        By::Village => UnitLevel::Village,
    }
}

fn build(
    ctx: &Context,
    year: i32,
    units: &[UnitDir],
    (by, traced, is_public): (Option<UnitLevel>, Traced, bool),
    wanted_target: &dyn Fn(&Target) -> bool,
) -> Result<(YearReport, Vec<Witness>), Failure> {
    // The year before is counted beside it, where the plan has one; evidence is of the first that is asked for.
    let before = (year > ctx.settings.plan.from.year()).then(|| year - 1);
    let years: Vec<i32> = std::iter::once(year).chain(before).collect();
    let wanted = Wanted {
        years,
        shortfall_years: Vec::new(),
        // What is published of a register is decided over every unit and target, whatever is shown.
        keep: if is_public { UnitLevel::Village } else { by.unwrap_or(UnitLevel::Commune) },
        digest: true,
        trace: traced,
        ahead: false,
        only: if is_public { None } else { only(wanted_target) },
    };
    // What is published is decided over the whole register, once.
    let mut tree: Option<public::Tree> = None;
    let mut digest = 0u128;
    let (mut total, mut rows, mut witnesses) = (Figures::default(), Vec::new(), Vec::new());
    let mut unit_names = BTreeMap::new();
    let mut whole: Option<UnitFigures> = None;
    let mut parts = Vec::new();
    for scope in units {
        let mut judged = judge(ctx, scope, &wanted);
        witnesses.append(&mut judged.evidence);
        let root = root_of(ctx, scope, &judged)?;
        digest ^= judged.digest;
        // A unit within another that is asked for too is counted with it.
        if !units.iter().any(|other| other != scope && within(&scope.id, &other.id)) {
            total.add(&Figures::of(&root));
            parts.push(Arc::clone(&scope.id));
        }
        unit_names.extend(names(&judged.units));
        if is_public {
            tree.get_or_insert_with(|| published::tree(ctx, scope, &judged, &wanted.years));
        }
        rows.extend(rows_of(scope, by, units.len() > 1, &root, judged));
        whole = Some(root);
    }
    let several = units.len() > 1;
    let head = match whole {
        // The register's own name says what its root is: "Huyện Văn Giang".
        Some(root) if !several && root.id.is_empty() => (Some(root.id), ctx.settings.name.clone(), root.level),
        Some(root) if !several => (Some(root.id), root.name, root.level),
        _ => {
            let count = units.len();
            let level = units.iter().map(|unit| unit.level).min().unwrap_or(UnitLevel::Cell);
            (None, say!(ctx.lang, "{count} đơn vị", "{count} units"), level)
        }
    };
    let shown = rows.iter().map(|unit| {
        let head = (Some(Arc::clone(&unit.id)), unit.name.clone(), unit.level);
        UnitReport::new(ctx, year, head, &Figures::of(unit), wanted_target).below(&unit_names)
    });
    let mut report = YearReport {
        register: register(ctx, digest),
        year,
        as_of: ctx.as_of,
        reference: ctx.reference_date(year),
        left_out_records: total.year.left_out_records,
        whole: UnitReport::new(ctx, year, head, &total, wanted_target),
        by: shown.collect(),
        since: None,
        withheld: false,
    };
    if let Some(tree) = tree {
        let level = units.iter().map(|unit| unit.level).max().unwrap_or(UnitLevel::Cell);
        public::report(&mut report, &tree, &parts, level, by);
    }
    Ok((report, witnesses))
}

/// The places in the list of the targets that are asked for: what no figure rests on is left out of none.
fn only(wanted: &dyn Fn(&Target) -> bool) -> Option<Vec<usize>> {
    let places: Vec<usize> =
        targets::TARGETS.iter().enumerate().filter(|(_, target)| wanted(target)).map(|(place, _)| place).collect();
    (places.len() < targets::TARGETS.len()).then_some(places)
}

/// Several years of one unit.
fn build_years(
    ctx: &Context,
    from: i32,
    to: i32,
    units: &[UnitDir],
    wanted_target: &dyn Fn(&Target) -> bool,
) -> Result<YearsReport, Failure> {
    let [scope] = units else {
        return Err(Failure::Usage(say!(
            ctx.lang,
            "nhiều năm thì chỉ xem một đơn vị mỗi lần",
            "several years are shown for one unit at a time"
        )));
    };
    let years: Vec<i32> = (from..=to).collect();
    // What must fall is judged against the year before, where the plan has one.
    let first = if from > ctx.settings.plan.from.year() { from - 1 } else { from };
    let counted = (first..=to).collect();
    let wanted = Wanted {
        years: counted,
        shortfall_years: Vec::new(),
        keep: UnitLevel::Commune,
        digest: true,
        trace: Traced::Nothing,
        ahead: false,
        only: only(wanted_target),
    };
    let judged = judge(ctx, scope, &wanted);
    let root = root_of(ctx, scope, &judged)?;
    let name = if root.id.is_empty() { ctx.settings.name.clone() } else { root.name.clone() };
    Ok(years::build(ctx, register(ctx, judged.digest), &root, name, years, wanted_target))
}

fn register(ctx: &Context, digest: u128) -> Register {
    Register {
        name: ctx.settings.name.clone(),
        digest,
        commit: commit::of(&ctx.root),
        settings: difference::all(&ctx.settings),
    }
}

/// The figures of the unit that was asked about.
pub(super) fn root_of(ctx: &Context, scope: &UnitDir, judged: &Judgement) -> Result<UnitFigures, Failure> {
    match judged.units.iter().find(|unit| unit.id == scope.id && unit.level == scope.level) {
        Some(unit) => Ok(unit.clone()),
        None if scope.level == UnitLevel::Village => Err(no_village(ctx, &scope.id)),
        None => Err(Failure::Usage(say!(
            ctx.lang,
            "không đọc được tệp của đơn vị `{}`\ngợi ý: chibo check cho biết vì sao",
            "the file of unit `{}` cannot be read\nhint: chibo check says why",
            scope.id
        ))),
    }
}

/// The rows that go under `by`: units of the level that was asked for, below the scope; or the units of a union.
fn rows_of(
    scope: &UnitDir,
    by: Option<UnitLevel>,
    several: bool,
    root: &UnitFigures,
    judged: Judgement,
) -> Vec<UnitFigures> {
    match by {
        Some(level) if level > scope.level && scope.level < UnitLevel::Cell => {
            judged.units.into_iter().filter(|unit| unit.level == level).collect()
        }
        None if several => vec![root.clone()],
        _ => Vec::new(),
    }
}
