//! What is gathered for a page beside the figures: what is missing, who met when, and the evidence.

use crate::{
    board::{Board, CellYear, Gap, is_of_people},
    context::Context,
    explanation,
    finding::{self, Finding, Level},
    judge::{Judgement, UnitFigures, over_communes},
    lang::{plural, say},
    received,
    register::discover::UnitDir,
    targets::{self, monthly_meeting},
    themes,
    trace::{Trace, below},
    unit::UnitLevel,
};

/// The shortfalls of the year, with what is accepted of them; those of people summed unless they are asked for.
pub(super) fn missing(ctx: &Context, unit: &UnitDir, judged: &Judgement, members: bool) -> Vec<Gap> {
    let mut findings: Vec<Finding> = judged.findings.clone();
    explanation::apply(ctx, &judged.explanations, &unit.id, &mut findings);
    findings.retain(|finding| finding.level == Level::Shortfall && targets::find(finding.id).is_some());
    finding::settle(&mut findings);
    let mut gaps: Vec<Gap> = Vec::new();
    for finding in findings {
        let of_person = !members && is_of_people(&finding.path);
        let message = without_reason(&finding).unwrap_or(&finding.message).to_owned();
        let gap = Gap {
            target: finding.id,
            explained: finding.explained.as_ref().map(|accepted| accepted.said(ctx.lang)),
            line: (!of_person).then_some(finding.lines.line),
            unit: finding.unit,
            period: finding.period,
            message,
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

/// Why a month had no meeting was written for the cell's own record, and may tell of a person: a document does not
/// repeat it. Nothing where the finding tells of no such month.
fn without_reason(finding: &Finding) -> Option<&str> {
    let is_not_held = finding.id == monthly_meeting::TARGET.id && !finding.path.ends_with("cell.toml");
    Some(finding.message.split_once(": ").filter(|_| is_not_held)?.0)
}

/// What is missing stands in the notes of the evidence as `check` says it.
fn hide_reasons(findings: &[Finding], trace: &mut Trace) {
    let told = findings.iter().filter_map(|finding| Some((finding.message.as_str(), without_reason(finding)?)));
    let mut told: Vec<(&str, &str)> = told.collect();
    // Where one reason begins another, the shorter would leave the other's end behind.
    told.sort_by_key(|(message, _)| std::cmp::Reverse(message.len()));
    for (message, said) in told {
        let notes = trace.evidence.iter_mut().filter(|evidence| evidence.note.contains(message));
        notes.for_each(|evidence| evidence.note = evidence.note.replace(message, said));
    }
}

pub(super) fn cells(ctx: &Context, unit: &UnitDir, year: i32) -> Vec<CellYear> {
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
pub(super) fn traces(ctx: &Context, board: &Board, judged: &Judgement, counted: &[i32]) -> Vec<Trace> {
    let is_traced = |unit: &&UnitFigures| match board.level {
        UnitLevel::Province => unit.level <= UnitLevel::District,
        UnitLevel::District => unit.level <= UnitLevel::Commune,
        _ => true,
    };
    let mut traces = Vec::new();
    for line in board.lines() {
        for unit in judged.units.iter().filter(is_traced) {
            let below = below(unit.level, line.target, false);
            let mut trace = Trace::new(ctx, line.target, (unit, judged), (counted, None), below);
            if line.target.id == monthly_meeting::TARGET.id {
                hide_reasons(&judged.findings, &mut trace);
            }
            if trace.line.concerns_unit() || !trace.evidence.is_empty() || !trace.by.is_empty() {
                traces.push(trace);
            }
        }
    }
    traces
}
