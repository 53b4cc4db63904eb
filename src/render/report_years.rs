//! Several years side by side, for people; `report_years_data` has the forms for machines.

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Table, Width, presets::UTF8_FULL_CONDENSED};

use super::{markdown, report_notes as notes, report_words as words};
use crate::{
    date, difference,
    lang::{Lang, Words, say},
    number::{group, percent},
    years::{Baseline, Pace, Row, YearsReport},
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
    format!("{}\n\n{drawn}{}", title(lang, report), lines(&notes(lang, report, all)))
}

fn lines(notes: &[String]) -> String {
    notes.iter().map(|note| format!("{note}\n")).collect()
}

pub(crate) fn markdown(lang: Lang, report: &YearsReport, all: bool) -> String {
    let (header, rows) = rows(lang, report, all);
    let notes: String = notes(lang, report, all)
        .iter()
        .map(|note| format!("- {}\n", markdown::escape(note.trim_start_matches([' ', '*']))))
        .collect();
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
        cells.extend(row.years.iter().map(|line| words::stacked(lang, line)));
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
                "{id}: cần thêm {needed} từ {from} đến {until}, mỗi năm ít nhất {a_year}",
                "{id}: {needed} more needed from {from} to {until}, at least {a_year} a year"
            )
        })
        .collect();
    for row in shown(report, all) {
        for (year, line) in report.years.iter().zip(&row.years) {
            notes.extend(notes::of_line(lang, &format!("{} {year}", row.target.id), line));
        }
        // The remark holds from a year on.
        let last = report.years.last().zip(row.years.last());
        let remark = last.and_then(|(year, line)| notes::remark(lang, *year, line));
        notes.extend(remark.map(|remark| format!("  {}: {remark}", row.target.id)));
    }
    if report.rows.iter().any(|row| row.baseline.is_some()) {
        notes.push(say!(
            lang,
            "Đề án 2016: số liệu cả tỉnh ở Phần 1 của Đề án",
            "Plan 2016: the whole province's figures in Part 1 of the plan"
        ));
    }
    notes.extend(difference::lines(&report.register.settings, lang));
    notes.push(words::digest(lang, report.register.digest));
    notes.extend(notes::left_out_records(lang, report.left_out_records));
    notes
}
