//! The report as tables in a terminal or a text file.

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Table, Width, presets::UTF8_FULL_CONDENSED};

use super::{report_notes as notes, report_words as words};
use crate::{
    lang::{Lang, Words},
    report::{Line, UnitReport, YearReport, in_order},
};

/// So many units stand side by side; more go below each other.
pub(super) const SIDE_BY_SIDE: usize = 8;

pub(crate) fn render(lang: Lang, report: &YearReport, all: bool, width: Option<u16>) -> String {
    let mut text = words::head(lang, report).join("\n");
    text.push_str("\n\n");
    let shown: Vec<&Line> = report.whole.lines.iter().filter(|line| all || line.is_foremost()).collect();
    let rows: Vec<Vec<String>> = shown.iter().map(|line| words::cells(lang, line)).collect();
    let header = words::header(lang, report);
    if is_narrow(width) {
        let stacked: Vec<Vec<String>> = rows.iter().map(|row| stack(row)).collect();
        text.push_str(&table(&stack(&header), &stacked, 1, width));
    } else {
        text.push_str(&table(&header, &rows, 4, width));
    }
    let notes = notes::notes(lang, report, &shown);
    let summary = if all { None } else { notes::summary(lang, report) };
    for line in notes.into_iter().chain(summary).chain(notes::since(lang, report)).chain(notes::withheld(lang, report))
    {
        text.push_str(&line);
        text.push('\n');
    }
    if !report.by.is_empty() {
        text.push('\n');
        text.push_str(&by(lang, report, &shown, width));
    }
    text
}

/// Under so many columns the ten of the table do not fit side by side.
const WIDE: u16 = 150;

fn is_narrow(width: Option<u16>) -> bool {
    width.is_some_and(|width| width < WIDE)
}

/// Cells in pairs, one above the other, so that nothing is broken inside a word.
fn stack(cells: &[String]) -> Vec<String> {
    let [id, title, clause, goal, count, share, status, since, needed, coverage] = cells else { return cells.to_vec() };
    vec![
        format!("{id}\n{title}"),
        format!("{clause}\n{goal}"),
        format!("{count} = {share}\n{status}"),
        format!("{since}\n{needed}"),
        coverage.clone(),
    ]
}

/// As `stack`, for a unit's row in a block.
fn stack_unit(cells: &[String]) -> Vec<String> {
    let [unit, name, count, share, status, since, needed, coverage] = cells else { return cells.to_vec() };
    vec![
        format!("{name}\n{unit}"),
        format!("{count} = {share}\n{status}"),
        format!("{since}\n{needed}"),
        coverage.clone(),
    ]
}

fn by(lang: Lang, report: &YearReport, shown: &[&Line], width: Option<u16>) -> String {
    if report.by.len() <= SIDE_BY_SIDE {
        side_by_side(lang, report, shown, width)
    } else {
        blocks(lang, report, shown, width)
    }
}

/// Targets in rows, units in columns.
fn side_by_side(lang: Lang, report: &YearReport, shown: &[&Line], width: Option<u16>) -> String {
    let mut header = vec![Words::new("Mã", "Id").of(lang).to_owned()];
    let units = in_order(&report.by);
    header.extend(units.iter().map(|unit| unit.name.clone()));
    let rows = shown.iter().filter_map(|line| {
        let mut row = vec![line.target.id.to_owned()];
        row.extend(units.iter().map(|unit| match of(unit, line) {
            Some(line) => words::stacked(lang, line),
            None => String::new(),
        }));
        // A target that none of these units has is no row.
        row.iter().skip(1).any(|cell| !cell.is_empty()).then_some(row)
    });
    table(&header, &rows.collect::<Vec<_>>(), 1, width)
}

/// A block a target, units in rows.
fn blocks(lang: Lang, report: &YearReport, shown: &[&Line], width: Option<u16>) -> String {
    let mut text = String::new();
    let units = in_order(&report.by);
    for line in shown {
        let rows: Vec<Vec<String>> = units
            .iter()
            .filter_map(|unit| {
                let line = of(unit, line).filter(|line| line.concerns_unit())?;
                let mut row = vec![unit.id.as_deref().unwrap_or_default().to_owned(), unit.name.clone()];
                row.extend(words::cells(lang, line).into_iter().skip(words::OF_TARGET));
                Some(row)
            })
            .collect();
        if rows.is_empty() {
            continue;
        }
        let mut header =
            vec![Words::new("Đơn vị", "Unit").of(lang).to_owned(), Words::new("Tên", "Name").of(lang).to_owned()];
        header.extend(words::header(lang, report).into_iter().skip(words::OF_TARGET));
        let (id, title, goal) = (line.target.id, line.target.title.of(lang), words::goal(lang, line.goal));
        text.push_str(&format!("{id} — {title} ({goal})\n"));
        if is_narrow(width) {
            let stacked: Vec<Vec<String>> = rows.iter().map(|row| stack_unit(row)).collect();
            text.push_str(&table(&stack_unit(&header), &stacked, 1, width));
        } else {
            text.push_str(&table(&header, &rows, 2, width));
        }
        text.push('\n');
    }
    text
}

fn of<'u>(unit: &'u UnitReport, line: &Line) -> Option<&'u Line> {
    unit.lines.iter().find(|own| own.target.id == line.target.id)
}

/// The longest id of a target, and a cell's padding: ids are never broken.
const ID_WIDTH: u16 = 29;

/// Draws a table; columns from `numbers` on are aligned to the right, and only the second column wraps.
fn table(header: &[String], rows: &[Vec<String>], numbers: usize, width: Option<u16>) -> String {
    let mut table = Table::new();
    table.load_style(UTF8_FULL_CONDENSED);
    table.set_header(header);
    rows.iter().for_each(|row| {
        table.add_row(row);
    });
    if let Some(width) = width {
        table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
    }
    for (index, column) in table.column_iter_mut().enumerate() {
        if index >= numbers {
            column.set_cell_alignment(CellAlignment::Right);
        }
        // Only prose wraps: the title, which stands second, or in the first cell where they are stacked.
        if index != usize::from(numbers > 1) {
            column.set_constraint(ColumnConstraint::ContentWidth);
        } else if numbers == 1 {
            column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(ID_WIDTH)));
        }
    }
    let mut text: String = table.to_string().lines().map(|line| format!("{}\n", line.trim_end())).collect();
    if rows.is_empty() {
        text.clear();
    }
    text
}
