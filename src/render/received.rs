//! Units × months: what has come in, as a table, and what has not, as a list to paste into a message.

use std::collections::BTreeMap;

use comfy_table::{CellAlignment, Table, presets::UTF8_FULL_CONDENSED};
use serde::Serialize;

use super::{csv_text, markdown::table as markdown_table};
use crate::{
    date::Month,
    lang::{Lang, Words, say},
    received::{self, CellMonths, Sent, Share},
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
    let mut text = format!("{title}\n{table}\n{}\n", legend(lang, cells, by_commune));
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
    let mut text = format!(
        "## {title}\n\n{}\n{}\n",
        markdown_table(&header, &rows, header.len()),
        legend(lang, cells, by_commune)
    );
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
    let communes = received::by_commune(cells);
    let rows = communes.iter().map(|cells| {
        let mut row = vec![cells[0].commune_name.clone()];
        row.extend((0..12).map(|month| match Share::of(cells, month) {
            Share { asked: 0, .. } => String::new(),
            Share { sent, asked } => format!("{sent}/{asked}"),
        }));
        row
    });
    (header, rows.collect())
}

fn legend(lang: Lang, cells: &[CellMonths], by_commune: bool) -> String {
    if by_commune {
        return say!(
            lang,
            "Số chi bộ đã gửi trên số chi bộ phải gửi; ô trống: chưa chi bộ nào phải gửi.",
            "Cells that have sent, of those that should have; blank: none should have yet."
        );
    }
    let signs = Sent::ALL.iter().filter(|sent| !sent.sign().is_empty());
    let mut words: Vec<String> = signs.map(|sent| format!("{} {}", sent.sign(), sent.label().of(lang))).collect();
    if cells.iter().flat_map(|cell| &cell.months).any(|(_, sent)| *sent == Sent::Outside) {
        words.push(say!(
            lang,
            "ô trống ngoài thời gian của chi bộ hoặc của sổ",
            "blank outside the time of the cell or the register"
        ));
    }
    words.join(", ")
}

/// A line a cell: which months are missing, which have errors.
fn missing(lang: Lang, cells: &[CellMonths]) -> Vec<String> {
    let lines = cells.iter().filter_map(|cell| {
        let months = |wanted: Sent| {
            let months = cell.months.iter().filter(|(_, sent)| *sent == wanted).map(|(month, _)| *month);
            runs(lang, &months.collect::<Vec<_>>())
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

/// Months of one year, those that follow one another as one: `01/2018, 03–05/2018`.
fn runs(lang: Lang, months: &[Month]) -> String {
    let runs = months.chunk_by(|month, next| month.month + 1 == next.month).filter_map(|run| {
        let (first, last) = (run.first()?, run.last()?);
        let (number, shown) = (first.month, last.show(lang));
        Some(match (run.len(), lang) {
            (1, _) => shown,
            (_, Lang::Vi) => format!("{number:02}–{shown}"),
            (_, Lang::En) => format!("{} to {shown}", first.show(lang)),
        })
    });
    runs.collect::<Vec<_>>().join(", ")
}

pub(crate) fn csv(cells: &[CellMonths], by_commune: bool) -> String {
    if by_commune {
        let communes = received::by_commune(cells);
        let rows = communes.iter().flat_map(|cells| {
            cells[0].months.iter().enumerate().map(|(index, (month, _))| {
                let (commune, share) = (cells[0], Share::of(cells, index));
                vec![
                    csv_text(&commune.commune),
                    csv_text(&commune.commune_name),
                    month.iso(),
                    share.sent.to_string(),
                    share.asked.to_string(),
                ]
            })
        });
        return super::csv_file(&["unit", "name", "month", "sent", "asked"], rows);
    }
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
    #[serde(skip_serializing_if = "Option::is_none")]
    cells: Option<Vec<Row<'c>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    communes: Option<Vec<CommuneRow<'c>>>,
}

#[derive(Serialize)]
struct CommuneRow<'c> {
    unit: &'c str,
    name: &'c str,
    months: BTreeMap<String, ShareForm>,
}

#[derive(Serialize)]
struct ShareForm {
    sent: u64,
    asked: u64,
}

#[derive(Serialize)]
struct Row<'c> {
    unit: &'c str,
    name: &'c str,
    commune: &'c str,
    months: BTreeMap<String, &'static str>,
}

pub(crate) fn json(year: i32, cells: &[CellMonths], by_commune: bool) -> String {
    if by_commune {
        let communes = received::by_commune(cells);
        let rows = communes.iter().map(|cells| {
            let months = cells[0].months.iter().enumerate().map(|(index, (month, _))| {
                let Share { sent, asked } = Share::of(cells, index);
                (month.iso(), ShareForm { sent, asked })
            });
            CommuneRow { unit: &cells[0].commune, name: &cells[0].commune_name, months: months.collect() }
        });
        return super::json(&Form { version: 1, year, cells: None, communes: Some(rows.collect()) });
    }
    let months = |months: &[(Month, Sent)]| months.iter().map(|(month, sent)| (month.iso(), sent.word())).collect();
    let cells = cells.iter().map(|cell| Row {
        unit: &cell.unit,
        name: &cell.name,
        commune: &cell.commune,
        months: months(&cell.months),
    });
    super::json(&Form { version: 1, year, cells: Some(cells.collect()), communes: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_that_follow_one_another_are_one() {
        let months = |months: &[u32]| months.iter().filter_map(|month| Month::new(2018, *month)).collect::<Vec<_>>();
        assert_eq!(runs(Lang::Vi, &Month::of_year(2018).collect::<Vec<_>>()), "01–12/2018");
        assert_eq!(runs(Lang::Vi, &months(&[1, 3, 4, 5, 10, 12])), "01/2018, 03–05/2018, 10/2018, 12/2018");
        assert_eq!(runs(Lang::En, &months(&[1, 2, 4])), "2018-01 to 2018-02, 2018-04");
        assert_eq!(runs(Lang::En, &[]), "");
    }
}
