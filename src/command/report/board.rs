//! The page of a report: what is read and counted for it.

use std::sync::Arc;

use chrono::Datelike;

use super::{filing, level, official, only, register, root_of};
use crate::{
    board::{Board, CellYear, Gap, PageLink, is_of_people},
    cli::{ReportArgs, ReportForm, Time},
    command::{Exit, Failure, deliver_bytes, deliver_into, plan_year},
    context::Context,
    explanation,
    finding::{self, Finding, Level},
    io::Io,
    judge::{Judgement, Traced, UnitFigures, Wanted, judge, over_communes},
    lang::{plural, say},
    public, received,
    register::discover::UnitDir,
    render,
    report::{Figures, UnitReport, YearReport},
    targets::{self, Target},
    themes,
    trace::{Trace, below},
    unit::UnitLevel,
    years,
};

/// Writes the page of a unit, or the directory of pages.
pub(super) fn run(
    ctx: &Context,
    args: &ReportArgs,
    units: &[UnitDir],
    (wanted, all): (&dyn Fn(&Target) -> bool, bool),
    io: &mut Io<'_>,
) -> Result<Exit, Failure> {
    let [unit] = units else {
        return Err(Failure::Usage(say!(
            ctx.lang,
            "một trang chỉ nói về một đơn vị; chạy lại với từng đơn vị",
            "a page is of one unit; run again with one at a time"
        )));
    };
    let (year, years) = match args.time {
        Time::Year(year) => (plan_year(ctx, year)?, plan_years(ctx, year)),
        Time::Years { from, to } => (plan_year(ctx, to)?, (plan_year(ctx, from)?, to)),
    };
    // A paper has a table of what is next below; all that a page can hold would be dozens of its pages.
    let by = args.by.map(level).or_else(|| unit.level.below().filter(|_| args.form == ReportForm::Official));
    let asked = Asked { unit, year, years, by, wanted, all, members: args.members, public: args.public };
    let mut whole = build(ctx, &asked)?;
    let witnesses = std::mem::take(&mut whole.witnesses);
    filing::run(ctx, args, units, (&mut whole.report, &witnesses), io)?;
    let left_out = whole.report.left_out_records;
    let (ReportForm::Pages, Some(directory)) = (args.form, &args.output) else {
        let bytes = match args.form {
            ReportForm::Workbook => render::workbook::render(ctx.lang, &whole).map_err(anyhow::Error::from)?,
            ReportForm::Official => official::write(ctx, unit, &whole)?,
            _ => render::board::render(ctx.lang, &whole).into_bytes(),
        };
        deliver_bytes(&bytes, args.output.as_deref(), args.force, ctx.lang, io)?;
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
            keep: rows.max(deepest(unit.level)).unwrap_or(unit.level),
            digest: true,
            // Above a commune the evidence of a figure is its sub-units.
            trace: if unit.level >= UnitLevel::Commune { Traced::Every } else { Traced::Nothing },
            ahead: false,
            only: only(wanted),
        },
    );
    let root = root_of(ctx, unit, &judged)?;
    let name = if root.id.is_empty() { ctx.settings.name.clone() } else { root.name.clone() };
    let figures = |unit: &UnitFigures| of_year(unit, &counted, year);
    let of_unit = |unit: &UnitFigures, name: String| {
        UnitReport::new(ctx, year, (Some(Arc::clone(&unit.id)), name, unit.level), &figures(unit), wanted)
    };
    let by = judged.units.iter().filter(|unit| Some(unit.level) == rows).map(|unit| of_unit(unit, unit.name.clone()));
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
    let mut board = Board {
        missing: missing(ctx, unit, &judged, asked.members),
        by_commune: report.whole.strength.communes > MOST_COMMUNES,
        level: unit.level,
        report,
        rows,
        years,
        cells: cells(ctx, unit, year),
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
    board.witnesses = judged.evidence;
    if asked.public {
        public::board(&mut board);
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

/// The shortfalls of the year, with what is accepted of them; those of people summed unless they are asked for.
fn missing(ctx: &Context, unit: &UnitDir, judged: &Judgement, members: bool) -> Vec<Gap> {
    let mut findings: Vec<Finding> = judged.findings.clone();
    explanation::apply(ctx, &judged.explanations, &unit.id, &mut findings);
    findings.retain(|finding| finding.level == Level::Shortfall && targets::find(finding.id).is_some());
    finding::settle(&mut findings);
    let mut gaps: Vec<Gap> = Vec::new();
    for finding in findings {
        let of_person = !members && is_of_people(&finding.path);
        let gap = Gap {
            target: finding.id,
            explained: finding.explained.as_ref().map(|accepted| accepted.said(ctx.lang)),
            line: (!of_person).then_some(finding.lines.line),
            unit: finding.unit,
            period: finding.period,
            message: finding.message,
            clause: finding.clause,
            path: finding.path,
            count: 1,
        };
        let same = |other: &&mut Gap| {
            of_person
                && other.line.is_none()
                && (other.target, &other.unit, &other.period, &other.path)
                    == (gap.target, &gap.unit, &gap.period, &gap.path)
        };
        match gaps.iter_mut().find(same) {
            Some(known) => known.count += 1,
            None => gaps.push(gap),
        }
    }
    for gap in gaps.iter_mut().filter(|gap| gap.line.is_none()) {
        let n = gap.count;
        let people = plural(n, "person", "people");
        gap.message = say!(ctx.lang, "{n} người", "{n} {people}");
    }
    gaps
}

fn cells(ctx: &Context, unit: &UnitDir, year: i32) -> Vec<CellYear> {
    let found = over_communes(ctx, unit, |commune, report| {
        let mut cells = received::of_commune(ctx, commune, &report.findings, year);
        cells.retain(|cell| cell.is_of(&unit.id));
        let of_cell = |months: received::CellMonths| {
            let cell = commune.cells.iter().find(|cell| cell.unit == months.unit);
            CellYear { themes: cell.map(|cell| themes::of_cell(ctx, cell, year)).unwrap_or_default(), months }
        };
        cells.into_iter().map(of_cell).collect::<Vec<_>>()
    });
    let mut cells: Vec<CellYear> = found.into_iter().flatten().collect();
    cells.sort_by(|a, b| a.months.unit.cmp(&b.months.unit));
    cells
}

/// The evidence of what is shown: the whole, and every unit whose figure is made of smaller ones, or of records.
fn traces(ctx: &Context, board: &Board, judged: &Judgement, counted: &[i32]) -> Vec<Trace> {
    let is_traced = |unit: &&UnitFigures| match board.level {
        UnitLevel::Province => unit.level <= UnitLevel::District,
        UnitLevel::District => unit.level <= UnitLevel::Commune,
        _ => true,
    };
    let mut traces = Vec::new();
    for line in board.lines() {
        for unit in judged.units.iter().filter(is_traced) {
            let below = below(unit.level, line.target, false);
            let trace = Trace::new(ctx, line.target, (unit, judged), (counted, None), below);
            if trace.line.concerns_unit() || !trace.evidence.is_empty() || !trace.by.is_empty() {
                traces.push(trace);
            }
        }
    }
    traces
}
