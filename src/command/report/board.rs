//! The page of a report: what is read and counted for it.

use std::sync::Arc;

use chrono::Datelike;

use super::{
    filing,
    gathered::{cells, missing, traces},
    level, official, only, published, register, root_of,
};
use crate::{
    board::{Board, PageLink},
    cli::{ReportArgs, ReportForm, Time},
    command::{Exit, Failure, deliver_bytes, deliver_into, plan_year},
    context::Context,
    io::Io,
    judge::{Traced, UnitFigures, Wanted, judge},
    names as people, public,
    register::discover::UnitDir,
    render,
    report::{Figures, UnitReport, YearReport, names as names_of},
    targets::Target,
    unit::UnitLevel,
    years,
};

/// Writes the page of a unit, or the directory of pages.
pub(super) fn run(
    ctx: &Context,
    args: &ReportArgs,
    (unit, people): (&UnitDir, bool),
    (wanted, all): (&dyn Fn(&Target) -> bool, bool),
    io: &mut Io<'_>,
) -> Result<Exit, Failure> {
    let (year, years) = match args.time {
        Time::Year(year) => (plan_year(ctx, year)?, plan_years(ctx, year)),
        Time::Years { from, to } => (plan_year(ctx, to)?, (plan_year(ctx, from)?, to)),
    };
    // A paper has a table of what is next below; all that a page can hold would be dozens of its pages.
    let by = args.by.map(level).or_else(|| unit.level.below().filter(|_| args.form == ReportForm::Official));
    let asked = Asked { unit, year, years, by, wanted, all, members: args.members, people, public: args.public };
    let mut whole = build(ctx, &asked)?;
    let witnesses = std::mem::take(&mut whole.witnesses);
    let filed = filing::run(ctx, args, std::slice::from_ref(unit), (&mut whole.report, &witnesses), io)?;
    let left_out = whole.report.left_out_records;
    let (ReportForm::Pages, Some(directory)) = (args.form, &args.output) else {
        let bytes = match args.form {
            ReportForm::Workbook => render::workbook::render(ctx.lang, &whole).map_err(anyhow::Error::from)?,
            ReportForm::Official => official::write(ctx, unit, &whole)?,
            _ => render::board::render(ctx.lang, &whole).into_bytes(),
        };
        deliver_bytes(&bytes, args.output.as_deref(), args.force, ctx.lang, io)?;
        filing::keep(ctx, args, filed.as_ref(), io)?;
        return Ok(if left_out > 0 { Exit::Findings } else { Exit::Fine });
    };
    whole.pages = below_of(&whole);
    let above = PageLink { unit: Arc::clone(&unit.id), name: whole.report.whole.name.clone(), file: INDEX.to_owned() };
    let mut files = vec![(INDEX.to_owned(), render::board::render(ctx.lang, &whole))];
    for page in &whole.pages {
        let unit = UnitDir { id: Arc::clone(&page.unit), level: unit.level.below().unwrap_or(UnitLevel::Cell) };
        // What stands in the rows of the whole is not below every unit.
        let by = asked.by.filter(|by| *by > unit.level);
        let board = Board { above: Some(above.clone()), ..build(ctx, &Asked { unit: &unit, by, ..asked })? };
        files.push((page.file.clone(), render::board::render(ctx.lang, &board)));
    }
    deliver_into(directory, &files, args.force, ctx.lang, io)?;
    filing::keep(ctx, args, filed.as_ref(), io)?;
    Ok(if left_out > 0 { Exit::Findings } else { Exit::Fine })
}

const INDEX: &str = "index.html";

/// The units next below, each with its page.
fn below_of(whole: &Board) -> Vec<PageLink> {
    whole
        .children
        .iter()
        .map(|(unit, name)| PageLink { unit: Arc::clone(unit), name: name.clone(), file: file_of(unit) })
        .collect()
}

/// The file of a unit's page.
fn file_of(unit: &str) -> String {
    format!("{}.html", unit.replace('/', "_"))
}

/// The plan's years up to the one that is judged, and those after it of which there is something.
fn plan_years(ctx: &Context, year: i32) -> (i32, i32) {
    let plan = ctx.settings.plan;
    (plan.from.year(), ctx.period().until.year().clamp(year, plan.until.year().max(year)))
}

/// What is asked of a page.
#[derive(Clone, Copy)]
struct Asked<'a> {
    unit: &'a UnitDir,
    /// The year that is judged, and the first and last of the years beside it.
    year: i32,
    years: (i32, i32),
    by: Option<UnitLevel>,
    wanted: &'a dyn Fn(&Target) -> bool,
    all: bool,
    members: bool,
    /// Names stand behind the ids of people.
    people: bool,
    public: bool,
}

/// Cells of more communes than this are summed by commune.
const MOST_COMMUNES: u64 = 20;

/// Reads a unit, and counts what its page shows.
fn build(ctx: &Context, asked: &Asked<'_>) -> Result<Board, Failure> {
    let Asked { unit, year, wanted, .. } = *asked;
    let rows =
        asked.by.or_else(|| rows_of(unit.level)).filter(|level| *level > unit.level && unit.level < UnitLevel::Cell);
    let counted = counted(ctx, asked);
    let judged = judge(
        ctx,
        unit,
        &Wanted {
            years: counted.clone(),
            shortfall_years: vec![year],
            keep: match asked.public {
                // What is published is decided over every unit and target, whatever is shown.
                true => UnitLevel::Village,
                false => rows.max(deepest(unit.level)).unwrap_or(unit.level),
            },
            digest: true,
            // Above a commune the evidence of a figure is its sub-units.
            trace: if unit.level >= UnitLevel::Commune { Traced::Every } else { Traced::Nothing },
            ahead: false,
            only: if asked.public { None } else { only(wanted) },
        },
    );
    let root = root_of(ctx, unit, &judged)?;
    let name = if root.id.is_empty() { ctx.settings.name.clone() } else { root.name.clone() };
    let figures = |unit: &UnitFigures| of_year(unit, &counted, year);
    let of_unit = |unit: &UnitFigures, name: String| {
        UnitReport::new(ctx, year, (Some(Arc::clone(&unit.id)), name, unit.level), &figures(unit), wanted)
    };
    let unit_names = names_of(&judged.units);
    let by = judged.units.iter().filter(|unit| Some(unit.level) == rows);
    let by = by.map(|unit| of_unit(unit, unit.name.clone()).below(&unit_names));
    let (from, to) = asked.years;
    let report = YearReport {
        register: register(ctx, judged.digest),
        year,
        as_of: ctx.as_of,
        reference: ctx.reference_date(year),
        left_out_records: figures(&root).year.left_out_records,
        by: by.collect(),
        whole: of_unit(&root, name.clone()),
        since: None,
        withheld: false,
    };
    let years = years::build(
        ctx,
        register(ctx, judged.digest),
        &in_order(&root, &counted, from),
        name,
        (from..=to).collect(),
        wanted,
    );
    let cells = cells(ctx, unit, year);
    let mut names = unit_names;
    names.extend(cells.iter().map(|cell| (Arc::clone(&cell.months.unit), cell.months.name.clone())));
    let mut board = Board {
        names,
        missing: missing(ctx, unit, &judged, asked.members),
        by_commune: report.whole.strength.communes > MOST_COMMUNES,
        level: unit.level,
        report,
        rows,
        years,
        cells,
        traces: Vec::new(),
        witnesses: Vec::new(),
        all: asked.all,
        members: asked.members,
        last_year: ctx.settings.plan.until.year().max(to),
        children: judged
            .units
            .iter()
            .filter(|child| Some(child.level) == unit.level.below() && child.level < UnitLevel::Village)
            .map(|child| (Arc::clone(&child.id), child.name.clone()))
            .collect(),
        pages: Vec::new(),
        above: None,
    };
    board.traces = traces(ctx, &board, &judged, &counted);
    // Before the evidence is moved out of what was judged.
    let tree = asked.public.then(|| published::tree(ctx, unit, &judged, &counted));
    board.witnesses = judged.evidence;
    if asked.people {
        let told = board.missing.iter_mut().map(|gap| (&gap.unit, &mut gap.message));
        people::show(ctx, told);
        for trace in &mut board.traces {
            let unit = &trace.unit;
            people::show(ctx, trace.evidence.iter_mut().map(|evidence| (unit, &mut evidence.note)));
        }
    }
    if let Some(tree) = tree {
        public::board(&mut board, &tree);
    }
    Ok(board)
}

/// The units that stand in the rows of the heat map unless others are asked for.
fn rows_of(level: UnitLevel) -> Option<UnitLevel> {
    match level {
        UnitLevel::Province | UnitLevel::District => Some(UnitLevel::Commune),
        UnitLevel::Commune => Some(UnitLevel::Cell),
        UnitLevel::Cell | UnitLevel::Village => None,
    }
}

/// The lowest units that the evidence of a figure names: below a commune, records.
fn deepest(level: UnitLevel) -> Option<UnitLevel> {
    match level {
        UnitLevel::Province => Some(UnitLevel::Commune),
        UnitLevel::District | UnitLevel::Commune => Some(UnitLevel::Village),
        UnitLevel::Cell | UnitLevel::Village => None,
    }
}

/// The year that is judged first, for its evidence is gathered; then the others, and the one before the first.
fn counted(ctx: &Context, asked: &Asked<'_>) -> Vec<i32> {
    let (from, to) = asked.years;
    let first = if from > ctx.settings.plan.from.year() { from - 1 } else { from };
    std::iter::once(asked.year).chain((first..=to).filter(|year| *year != asked.year)).collect()
}

fn of_year(unit: &UnitFigures, counted: &[i32], year: i32) -> Figures {
    let at = |year: i32| counted.iter().position(|known| *known == year).and_then(|at| unit.years.get(at)).copied();
    Figures { year: at(year).unwrap_or_default(), previous: at(year - 1) }
}

/// A unit with its years in their order, from the one before `from` where that was counted.
fn in_order(unit: &UnitFigures, counted: &[i32], from: i32) -> UnitFigures {
    let mut years: Vec<_> = counted.iter().zip(&unit.years).filter(|(year, _)| **year >= from - 1).collect();
    years.sort_by_key(|(year, _)| **year);
    UnitFigures { years: years.into_iter().map(|(_, figures)| *figures).collect(), ..unit.clone() }
}
