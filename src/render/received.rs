//! Units × months: what has come in, as a table, and what has not, as a list to paste into a message.

use std::collections::BTreeMap;

use comfy_table::{CellAlignment, Table, presets::UTF8_FULL_CONDENSED};
use serde::Serialize;

use super::{csv_text, markdown::table as markdown_table};
use crate::{
    date::Month,
    lang::{Lang, Words, say},
    received::{CellMonths, Sent},
};

pub(crate) fn table(lang: Lang, year: i32, cells: &[CellMonths], by_commune: bool, width: Option<u16>) -> String {
    let (header, rows) = rows(lang, cells, by_commune);
    let mut table = Table::new();
    table.load_style(UTF8_FULL_CONDENSED);
    table.set_header(header);
    rows.iter().for_each(|row| {
        table.add_row(row);
    });
    if let Some(width) = width {
        table.set_content_arrangement(comfy_table::ContentArrangement::Dynamic).set_width(width);
    }
    table
        .column_iter_mut()
        .skip(if by_commune { 1 } else { 2 })
        .for_each(|column| column.set_cell_alignment(CellAlignment::Center));
    let title = say!(lang, "Bản ghi đã gửi năm {year}", "Records received for {year}");
    let mut text = format!("{title}\n{table}\n{}\n", legend(lang, by_commune));
    let missing = missing(lang, cells);
    if !missing.is_empty() {
        text.push_str(&say!(lang, "\nChưa gửi hoặc cần sửa:\n", "\nMissing or to be mended:\n"));
        missing.iter().for_each(|line| text.push_str(&format!("- {line}\n")));
    }
    text
}

pub(crate) fn markdown(lang: Lang, year: i32, cells: &[CellMonths], by_commune: bool) -> String {
    let (header, rows) = rows(lang, cells, by_commune);
    let title = say!(lang, "Bản ghi đã gửi năm {year}", "Records received for {year}");
    let mut text =
        format!("## {title}\n\n{}\n{}\n", markdown_table(&header, &rows, header.len()), legend(lang, by_commune));
    let missing = missing(lang, cells);
    if !missing.is_empty() {
        text.push_str(&say!(lang, "\n### Chưa gửi hoặc cần sửa\n\n", "\n### Missing or to be mended\n\n"));
        missing.iter().for_each(|line| text.push_str(&format!("- {line}\n")));
    }
    text
}

fn rows(lang: Lang, cells: &[CellMonths], by_commune: bool) -> (Vec<String>, Vec<Vec<String>>) {
    let mut header = vec![Words::new("Đơn vị", "Unit").of(lang).to_owned()];
    if !by_commune {
        header.push(Words::new("Đường dẫn", "Path").of(lang).to_owned());
    }
    header.extend((1..=12).map(|month| month.to_string()));
    if !by_commune {
        let rows = cells.iter().map(|cell| {
            let mut row = vec![cell.name.clone(), cell.unit.to_string()];
            row.extend(cell.months.iter().map(|(_, sent)| sent.sign().to_owned()));
            row
        });
        return (header, rows.collect());
    }
    let mut communes: BTreeMap<&str, Vec<&CellMonths>> = BTreeMap::new();
    for cell in cells {
        communes.entry(&cell.commune).or_default().push(cell);
    }
    let rows = communes.values().map(|cells| {
        let mut row = vec![cells[0].commune_name.clone()];
        row.extend((0..12).map(|month| share(cells, month)));
        row
    });
    (header, rows.collect())
}

/// How many of the cells that were to send a month have sent it.
fn share(cells: &[&CellMonths], month: usize) -> String {
    let sent: Vec<Sent> = cells.iter().filter_map(|cell| cell.months.get(month).map(|(_, sent)| *sent)).collect();
    let asked = sent.iter().filter(|sent| !matches!(sent, Sent::Outside | Sent::NotDue | Sent::Planned)).count();
    let come = sent.iter().filter(|sent| matches!(sent, Sent::Complete | Sent::TotalsOnly | Sent::NotHeld)).count();
    if asked == 0 { String::new() } else { format!("{come}/{asked}") }
}

fn legend(lang: Lang, by_commune: bool) -> String {
    if by_commune {
        return say!(
            lang,
            "Số chi bộ đã gửi trên số chi bộ phải gửi.",
            "Cells that have sent, of those that should have."
        );
    }
    let signs = Sent::ALL.iter().filter(|sent| !sent.sign().is_empty());
    signs.map(|sent| format!("{} {}", sent.sign(), sent.label().of(lang))).collect::<Vec<_>>().join(", ")
}

/// A line a cell: which months are missing, which have errors.
fn missing(lang: Lang, cells: &[CellMonths]) -> Vec<String> {
    let lines = cells.iter().filter_map(|cell| {
        let months = |wanted: Sent| {
            let months = cell.months.iter().filter(|(_, sent)| *sent == wanted).map(|(month, _)| month.show(lang));
            months.collect::<Vec<_>>().join(", ")
        };
        let (nothing, errors) = (months(Sent::Nothing), months(Sent::WithErrors));
        let mut parts = Vec::new();
        if !nothing.is_empty() {
            parts.push(say!(lang, "chưa gửi tháng {nothing}", "nothing for {nothing}"));
        }
        if !errors.is_empty() {
            parts.push(say!(lang, "cần sửa tháng {errors}", "to be mended for {errors}"));
        }
        let of = if cell.commune_name.is_empty() { String::new() } else { format!(" ({})", cell.commune_name) };
        (!parts.is_empty()).then(|| format!("{}{of}: {}", cell.name, parts.join("; ")))
    });
    lines.collect()
}

pub(crate) fn csv(cells: &[CellMonths]) -> String {
    let rows = cells.iter().flat_map(|cell| {
        cell.months.iter().map(|(month, sent)| {
            vec![
                csv_text(&cell.unit),
                csv_text(&cell.name),
                csv_text(&cell.commune_name),
                month.iso(),
                sent.word().to_owned(),
            ]
        })
    });
    super::csv_file(&["unit", "name", "commune", "month", "received"], rows)
}

#[derive(Serialize)]
struct Form<'c> {
    version: u32,
    year: i32,
    cells: Vec<Row<'c>>,
}

#[derive(Serialize)]
struct Row<'c> {
    unit: &'c str,
    name: &'c str,
    commune: &'c str,
    months: BTreeMap<String, &'static str>,
}

pub(crate) fn json(year: i32, cells: &[CellMonths]) -> String {
    let months = |months: &[(Month, Sent)]| months.iter().map(|(month, sent)| (month.iso(), sent.word())).collect();
    let cells = cells.iter().map(|cell| Row {
        unit: &cell.unit,
        name: &cell.name,
        commune: &cell.commune,
        months: months(&cell.months),
    });
    super::json(&Form { version: 1, year, cells: cells.collect() })
}
