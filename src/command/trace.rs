//! `chibo trace`: the evidence of one figure.

use chrono::Datelike;

use crate::{
    cli::{Globals, ReportFormat, TraceArgs},
    command::{
        Exit, Failure, open, plan_year,
        report::{root_of, settings_are_sound, target},
    },
    context::Context,
    io::Io,
    judge::{Wanted, judge},
    register::{discover::UnitDir, open::scope},
    render::trace as render,
    targets::{self, Count, Goal, Target},
    trace::{Part, Trace, worst_first},
    unit::UnitLevel,
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
    let trace = build(ctx, target, &unit, (year, against), args.deep)?;
    let text = match args.format {
        ReportFormat::Table => render::table(ctx.lang, &trace, io.width),
        ReportFormat::Markdown => render::markdown(ctx.lang, &trace),
        ReportFormat::Csv => render::csv(&trace),
        ReportFormat::Json => render::json(&trace),
    };
    io.print(&text).map_err(Failure::Output)?;
    Ok(if trace.tally.left_out > 0 { Exit::Findings } else { Exit::Fine })
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
    let whole = Part::new(ctx, target, &root, index, (&years, against)).unwrap_or_else(|| Part::empty(&root));
    let children = judged.units.iter().filter(|child| Some(child.level) == below && child.id != root.id);
    let mut by: Vec<Part> =
        children.filter_map(|child| Part::new(ctx, target, child, index, (&years, against))).collect();
    by.retain(Part::speaks);
    worst_first(&mut by);
    let own = judged.evidence.into_iter().filter(|(of, _)| *of == unit.id);
    Ok(Trace {
        target,
        name: if root.id.is_empty() { ctx.settings.name.clone() } else { root.name },
        unit: root.id,
        year,
        reference: ctx.reference_date(year),
        goal: target.goal_in(ctx),
        tally: whole.tally,
        status: whole.status,
        needed: whole.needed,
        other_reading: target.other_reading_in(ctx),
        against: against.zip(whole.against),
        before: whole.before,
        evidence: own.map(|(_, evidence)| evidence).collect(),
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
