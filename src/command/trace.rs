//! `chibo trace`: the evidence of one figure.

use chrono::Datelike;

use crate::{
    cli::{Globals, ReportFormat, TraceArgs},
    command::{
        Exit, Failure, deliver, open, plan_year,
        report::{root_of, settings_are_sound, target},
    },
    context::Context,
    difference,
    io::Io,
    judge::{Wanted, judge},
    names,
    register::{discover::UnitDir, open::scope},
    render::{Paths, trace as render, trace_data},
    report::Line,
    targets::{self, Count, Evidence, Goal, Tally, Target},
    trace::{Part, Trace, worst_first},
    unit::UnitLevel,
    watch::Stage,
};

pub(super) fn run(globals: &Globals, args: &TraceArgs, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let place = open(globals, io)?;
    let ctx = &place.ctx;
    settings_are_sound(&place)?;
    let target = target(ctx, &args.target)?;
    let year = plan_year(ctx, args.year)?;
    let against = args.against.map(|year| plan_year(ctx, year)).transpose()?;
    let units: Vec<String> = args.unit.iter().cloned().collect();
    // One unit is named, or the one in which the command stands.
    let Some(unit) = scope(ctx, &place.here, &units)?.into_iter().next() else { return Ok(Exit::Fine) };
    let mut trace = build(ctx, target, &unit, (year, against), args.deep)?;
    // Names are for eyes alone: what programs read, and what is passed on, has ids.
    if globals.names && args.format == ReportFormat::Table {
        let unit = &trace.unit;
        names::show(ctx, trace.evidence.iter_mut().map(|evidence| (unit, &mut evidence.note)));
    }
    let paths = Paths::new(&ctx.root, &io.working_dir);
    // A file is as wide as its content; a terminal as it is.
    let width = if args.output.is_some() { None } else { io.width };
    let composing = ctx.watch.stage(Stage::Composing);
    let text = match args.format {
        ReportFormat::Table => render::table(ctx.lang, &trace, &paths, width),
        ReportFormat::Markdown => render::markdown(ctx.lang, &trace, &paths),
        ReportFormat::Csv => trace_data::csv(ctx.lang, &trace),
        ReportFormat::Json => trace_data::json(&trace),
    };
    drop(composing);
    deliver(&text, args.output.as_deref(), args.force, ctx.lang, io)?;
    Ok(if trace.line.tally.left_out > 0 { Exit::Findings } else { Exit::Fine })
}

fn build(
    ctx: &Context,
    target: &'static Target,
    unit: &UnitDir,
    (year, against): (i32, Option<i32>),
    deep: bool,
) -> Result<Trace, Failure> {
    // What must fall is judged against the year before, where the plan has one.
    let before = (target.goal == Goal::Falling && year > ctx.settings.plan.from.year()).then(|| year - 1);
    let years: Vec<i32> = std::iter::once(year).chain(against).chain(before.filter(|_| against != before)).collect();
    let index = targets::find(target.id).map_or(0, |(index, _)| index);
    let below = below(unit.level, target, deep);
    let wanted = Wanted {
        years: years.clone(),
        shortfall_years: Vec::new(),
        keep: below.unwrap_or(unit.level),
        digest: false,
        trace: Some(index),
        ahead: false,
        only: None,
    };
    let judged = judge(ctx, unit, &wanted);
    let root = root_of(ctx, unit, &judged)?;
    let nothing = Line::new(ctx, target, root.level, year, (Tally::default(), None));
    let whole = Part::new(ctx, target, &root, index, (&years, against));
    let (line, compared) = whole.map_or((nothing, None), |whole| (whole.line, whole.against));
    let children = judged.units.iter().filter(|child| Some(child.level) == below && child.id != root.id);
    let mut by: Vec<Part> =
        children.filter_map(|child| Part::new(ctx, target, child, index, (&years, against))).collect();
    by.retain(Part::speaks);
    worst_first(&mut by);
    let own = judged.evidence.into_iter().filter(|(of, _)| *of == unit.id);
    let mut evidence: Vec<Evidence> = own.map(|(_, evidence)| evidence).collect();
    evidence.sort_by(|a, b| (&a.path, a.line).cmp(&(&b.path, b.line)));
    let touching = difference::all(&ctx.settings).into_iter().filter(|difference| difference.touches(target));
    Ok(Trace {
        line,
        name: if root.id.is_empty() { ctx.settings.name.clone() } else { root.name },
        level: root.level,
        unit: root.id,
        year,
        reference: ctx.reference_date(year),
        period: ctx.period(),
        has_village_cells: root.years.first().is_some_and(|year| year.strength.village_cells > 0),
        settings: touching.collect(),
        against: against.zip(compared),
        evidence,
        by,
    })
}

/// The level of the sub-units that add up to a unit's figure; none where its own records do.
fn below(level: UnitLevel, target: &Target, deep: bool) -> Option<UnitLevel> {
    let lowest = match target.count {
        Count::Cell(_) | Count::CellFromCommuneUp(_) => UnitLevel::Cell,
        Count::Village(_) => UnitLevel::Village,
        Count::Commune(_) => UnitLevel::Commune,
        Count::District(_) => UnitLevel::District,
        Count::Province(_) => UnitLevel::Province,
    };
    match level {
        // Cells and villages stand side by side.
        UnitLevel::Cell | UnitLevel::Village => None,
        level if level >= lowest => None,
        level if deep || level == UnitLevel::Commune => Some(lowest),
        level => level.below(),
    }
}
