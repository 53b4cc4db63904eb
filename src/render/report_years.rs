//! Several years side by side, in every format.

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Table, Width, presets::UTF8_FULL_CONDENSED};
use serde::Serialize;

use super::{
    csv_text, markdown,
    report_json::{Parts, parts},
    report_words as words,
};
use crate::{
    date,
    lang::{Lang, Words, say},
    number::{group, percent},
    targets::Goal,
    years::{Baseline, Pace, Row, Year, YearsReport},
};

pub(crate) fn table(lang: Lang, report: &YearsReport, all: bool, width: Option<u16>) -> String {
    let (header, rows) = rows(lang, report, all);
    let mut table = Table::new();
    table.load_style(UTF8_FULL_CONDENSED);
    table.set_header(header);
    rows.iter().for_each(|row| {
        table.add_row(row);
    });
    if let Some(width) = width {
        table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
    }
    // Ids and figures are never broken; the title is.
    for (_, column) in table.column_iter_mut().enumerate().filter(|(index, _)| *index != 1) {
        column.set_constraint(ColumnConstraint::ContentWidth);
    }
    if let Some(title) = table.column_mut(1) {
        title.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(16)));
    }
    table.column_iter_mut().skip(3).for_each(|column| column.set_cell_alignment(CellAlignment::Right));
    let drawn: String = table.to_string().lines().map(|line| format!("{}\n", line.trim_end())).collect();
    format!("{}\n\n{drawn}{}", title(lang, report), notes(lang, report, all).concat())
}

pub(crate) fn markdown(lang: Lang, report: &YearsReport, all: bool) -> String {
    let (header, rows) = rows(lang, report, all);
    let notes: String =
        notes(lang, report, all).iter().map(|note| format!("- {}\n", markdown::escape(note.trim()))).collect();
    let title = markdown::escape(&title(lang, report));
    let notes = if notes.is_empty() { notes } else { format!("\n{notes}") };
    format!("## {title}\n\n{}{notes}", markdown::table(&header, &rows, 3))
}

fn title(lang: Lang, report: &YearsReport) -> String {
    let (name, from, to) = (&report.name, report.years.first(), report.years.last());
    let (from, to) = (from.copied().unwrap_or_default(), to.copied().unwrap_or_default());
    say!(lang, "{name} — các năm {from}–{to}", "{name} — {from}–{to}")
}

fn rows(lang: Lang, report: &YearsReport, all: bool) -> (Vec<String>, Vec<Vec<String>>) {
    let mut header: Vec<String> = [
        Words::new("Mã", "Id"),
        Words::new("Chỉ tiêu", "Target"),
        Words::new("Mức", "Goal"),
        Words::new("Đề án 2016", "Plan 2016"),
    ]
    .map(|words| words.of(lang).to_owned())
    .into();
    header.extend(report.years.iter().map(ToString::to_string));
    let rows = shown(report, all).map(|row| {
        let mut cells =
            vec![row.target.id.to_owned(), row.target.title.of(lang).to_owned(), words::goal(lang, row.goal)];
        cells.push(row.baseline.map_or_else(String::new, |baseline| show_baseline(lang, baseline)));
        cells.extend(row.years.iter().map(|year| cell(lang, row.goal, year)));
        cells
    });
    (header, rows.collect())
}

/// The targets of the plan's Part 2-I are shown unasked.
fn shown(report: &YearsReport, all: bool) -> impl Iterator<Item = &Row> {
    report.rows.iter().filter(move |row| all || row.target.clauses[0].starts_with("2.I."))
}

fn show_baseline(lang: Lang, baseline: Baseline) -> String {
    match baseline {
        Baseline::Count(n, d) => format!("{}/{}\n{}", group(n, lang), group(d, lang), percent(n, d, None, lang)),
        Baseline::Percent(hundredths) => percent(hundredths, 10_000, None, lang),
    }
}

fn cell(lang: Lang, goal: Goal, year: &Year) -> String {
    let tally = &year.tally;
    if tally.denominator == 0 {
        return year.status.label().of(lang).to_owned();
    }
    let (n, d) = (group(tally.numerator, lang), group(tally.denominator, lang));
    let mark = if tally.left_out > 0 { " *" } else { "" };
    let share = percent(tally.numerator, tally.denominator, Some(goal), lang);
    format!("{n}/{d} = {share}\n{}{mark}", year.status.label().of(lang))
}

fn notes(lang: Lang, report: &YearsReport, all: bool) -> Vec<String> {
    let mut notes: Vec<String> = report
        .rows
        .iter()
        .filter_map(|row| Some((row.target.id, row.pace?)))
        .map(|(id, Pace { needed, from, until, a_year })| {
            let (from, until) = (date::show(from, lang), date::show(until, lang));
            let (needed, a_year) = (group(needed, lang), group(a_year, lang));
            say!(
                lang,
                "{id}: cần thêm {needed} từ {from} đến {until}, mỗi năm ít nhất {a_year}\n",
                "{id}: {needed} more needed from {from} to {until}, at least {a_year} a year\n"
            )
        })
        .collect();
    let last = report.years.last().copied().unwrap_or_default();
    let remarks = shown(report, all).filter_map(|row| Some((row.target.id, row.target.remark?(last)?)));
    notes.extend(remarks.map(|(id, remark)| format!("{id}: {}\n", remark.of(lang))));
    if report.rows.iter().any(|row| row.baseline.is_some()) {
        notes.push(say!(
            lang,
            "Đề án 2016: số liệu cả tỉnh ở Phần 1 của Đề án\n",
            "Plan 2016: the whole province's figures in Part 1 of the plan\n"
        ));
    }
    for (key, value) in &report.register.settings {
        notes.push(say!(lang, "Khác Đề án: {key} = {value}\n", "Otherwise than the plan: {key} = {value}\n"));
    }
    if report.left_out_records > 0 {
        let n = group(report.left_out_records, lang);
        notes.push(say!(
            lang,
            "* Có {n} bản ghi lỗi không tính được vào số liệu; xem bằng chibo check --fail-on error.\n",
            "* {n} records with errors are left out; see them with chibo check --fail-on error.\n"
        ));
    }
    notes
}

const COLUMNS: [&str; 9] =
    ["unit", "target", "title", "clause", "year", "numerator", "denominator", "percent", "status"];

pub(crate) fn csv(lang: Lang, report: &YearsReport) -> String {
    let rows = report.rows.iter().flat_map(|row| {
        report.years.iter().zip(&row.years).map(move |(year, figures)| {
            let tally = &figures.tally;
            let share = percent(tally.numerator, tally.denominator, Some(row.goal), Lang::En);
            let share = if tally.denominator == 0 { String::new() } else { share.trim_end_matches('%').to_owned() };
            [
                csv_text(&report.unit),
                row.target.id.to_owned(),
                csv_text(row.target.title.of(lang)),
                row.target.clauses[0].to_owned(),
                year.to_string(),
                tally.numerator.to_string(),
                tally.denominator.to_string(),
                share,
                figures.status.word().to_owned(),
            ]
        })
    });
    super::csv_file(&COLUMNS, rows)
}

#[derive(Serialize)]
struct Form<'r> {
    version: u32,
    register: &'r str,
    digest: String,
    commit: Option<&'r str>,
    as_of: String,
    unit: &'r str,
    years: &'r [i32],
    left_out_records: u64,
    targets: Vec<TargetForm<'r>>,
}

#[derive(Serialize)]
struct TargetForm<'r> {
    id: &'r str,
    clauses: &'r [&'r str],
    baseline: Option<Share>,
    years: Vec<YearForm>,
    pace: Option<PaceForm>,
}

#[derive(Serialize)]
struct Share {
    numerator: u64,
    denominator: u64,
}

#[derive(Serialize)]
struct YearForm {
    year: i32,
    numerator: u64,
    denominator: u64,
    left_out: u64,
    unknown: u64,
    status: &'static str,
    needed: u64,
    #[serde(flatten)]
    parts: Parts,
}

#[derive(Serialize)]
struct PaceForm {
    needed: u64,
    from: String,
    until: String,
    a_year: u64,
}

pub(crate) fn json(report: &YearsReport) -> String {
    super::json(&Form {
        version: 1,
        register: &report.register.name,
        digest: format!("{:032x}", report.register.digest),
        commit: report.register.commit.as_deref(),
        as_of: report.as_of.to_string(),
        unit: &report.unit,
        years: &report.years,
        left_out_records: report.left_out_records,
        targets: report.rows.iter().map(|row| target(row, &report.years)).collect(),
    })
}

fn target<'r>(row: &'r Row, years: &[i32]) -> TargetForm<'r> {
    TargetForm {
        id: row.target.id,
        clauses: row.target.clauses,
        baseline: row.baseline.map(|baseline| match baseline {
            Baseline::Count(numerator, denominator) => Share { numerator, denominator },
            Baseline::Percent(hundredths) => Share { numerator: hundredths, denominator: 10_000 },
        }),
        years: years
            .iter()
            .zip(&row.years)
            .zip(std::iter::once(None).chain(row.years.iter().map(Some)))
            .map(|((&year, figures), before)| YearForm {
                parts: parts(row.target, &figures.tally, before.map(|before| &before.tally)),
                year,
                numerator: figures.tally.numerator,
                denominator: figures.tally.denominator,
                left_out: figures.tally.left_out,
                unknown: figures.tally.unknown,
                status: figures.status.word(),
                needed: figures.needed,
            })
            .collect(),
        pace: row.pace.map(|pace| PaceForm {
            needed: pace.needed,
            from: pace.from.to_string(),
            until: pace.until.to_string(),
            a_year: pace.a_year,
        }),
    }
}
