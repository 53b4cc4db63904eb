//! What came, as a table: the records that are not the same on both sides, and what was not taken.

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Table, presets::UTF8_FULL_CONDENSED};

use crate::{
    exchange::{compare::Kind, place::is_harmless},
    lang::{Lang, Words, say},
    number::group,
    text::visible,
};

/// A record that came.
pub(crate) struct Row {
    pub(crate) kind: Kind,
    pub(crate) path: String,
    /// That theirs has and ours has not, and the other way.
    pub(crate) lines: (usize, usize),
    /// The archive or folder.
    pub(crate) from: String,
}

/// More of what is passed over, or refused, is only counted.
const NAMED: usize = 20;
const REFUSED: usize = 200;

pub(crate) fn list(lang: Lang, rows: &[Row], passed: &[(String, Words)], width: Option<u16>) -> String {
    let mut text = String::new();
    let differ: Vec<&Row> = Kind::ALL
        .into_iter()
        .filter(|kind| *kind != Kind::Same)
        .flat_map(|kind| rows.iter().filter(move |row| row.kind == kind))
        .collect();
    if !differ.is_empty() {
        text += &table(lang, &differ, width);
    }
    let counts = Kind::ALL.map(|kind| {
        let number = group(rows.iter().filter(|row| row.kind == kind).count() as u64, lang);
        format!("{number} {}", kind.label().of(lang))
    });
    text += &format!("{}\n", counts.join(", "));
    text + &left(passed, REFUSED, lang)
}

/// Why nothing of an archive is taken, below the line that says so.
pub(crate) fn none(passed: &[(String, Words)], lang: Lang) -> String {
    let left = left(passed, NAMED, lang);
    if left.is_empty() { left } else { format!("\n{}", left.trim_end()) }
}

fn left(passed: &[(String, Words)], most: usize, lang: Lang) -> String {
    let (harmless, refused): (Vec<_>, Vec<_>) = passed.iter().partition(|(_, why)| is_harmless(*why));
    told(&refused, &say!(lang, "từ chối", "refused"), most, lang)
        + &told(&harmless, &say!(lang, "bỏ qua", "passed over"), NAMED, lang)
}

fn told(passed: &[&(String, Words)], label: &str, most: usize, lang: Lang) -> String {
    let line = |(name, why): &&(String, Words)| format!("{label}: {} ({})\n", visible(name), why.of(lang));
    let mut text: String = passed.iter().take(most).map(line).collect();
    if let Some(more) = passed.len().checked_sub(most).filter(|more| *more > 0) {
        let more = group(more as u64, lang);
        text += &say!(lang, "{label}: và {more} tệp nữa\n", "{label}: and {more} more\n");
    }
    text
}

fn table(lang: Lang, rows: &[&Row], width: Option<u16>) -> String {
    let mut table = Table::new();
    table.load_style(UTF8_FULL_CONDENSED);
    let header = [
        Words::new("So với sổ", "Beside ours"),
        Words::new("Bản ghi", "Record"),
        Words::new("Dòng", "Lines"),
        Words::new("Từ", "From"),
    ];
    table.set_header(header.map(|words| words.of(lang)));
    for row in rows {
        let (more, less) = (group(row.lines.0 as u64, lang), group(row.lines.1 as u64, lang));
        let lines = format!("+{more} −{less}");
        table.add_row([row.kind.label().of(lang), &row.path, &lines, &visible(&row.from)]);
    }
    if let Some(width) = width {
        table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
    }
    for (nth, column) in table.column_iter_mut().enumerate() {
        if nth == 2 {
            column.set_cell_alignment(CellAlignment::Right);
        }
        if nth == 0 || nth == 2 {
            column.set_constraint(ColumnConstraint::ContentWidth);
        }
    }
    format!("{table}\n")
}
