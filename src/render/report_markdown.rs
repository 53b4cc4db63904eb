//! The report as Markdown, for a pull request or a page.

use super::{
    markdown::{escape, table},
    report_notes as notes, report_words as words,
};
use crate::{
    lang::{Lang, Words},
    report::{Line, YearReport},
};

pub(crate) fn render(lang: Lang, report: &YearReport, all: bool) -> String {
    let head = words::head(lang, report);
    let mut text = format!("## {}\n\n", escape(&head[0]));
    for line in &head[1..] {
        text.push_str(&format!("{}\n\n", escape(line)));
    }
    let shown: Vec<&Line> = report.whole.lines.iter().filter(|line| all || line.is_foremost()).collect();
    let rows: Vec<Vec<String>> = shown.iter().map(|line| words::cells(lang, line)).collect();
    text.push_str(&table(&words::header(lang, report), &rows, 4));
    let notes = notes::notes(lang, report, &shown);
    let summary = if all { None } else { notes::summary(lang, report) };
    let notes: Vec<String> = notes
        .into_iter()
        .chain(summary)
        .chain(notes::since(lang, report))
        .chain(notes::withheld(lang, report))
        .map(|note| format!("- {}\n", escape(note.trim_start_matches([' ', '*']))))
        .collect();
    if !notes.is_empty() {
        text.push('\n');
        text.push_str(&notes.concat());
    }
    for line in shown.iter().filter(|_| !report.by.is_empty()) {
        text.push_str(&by(lang, report, line));
    }
    text
}

/// A table a target, units in rows.
fn by(lang: Lang, report: &YearReport, line: &Line) -> String {
    let rows: Vec<Vec<String>> = report
        .by
        .iter()
        .filter_map(|unit| {
            let own = unit.lines.iter().find(|own| own.target.id == line.target.id && own.concerns_unit())?;
            let mut row = vec![unit.name.clone()];
            row.extend(words::cells(lang, own).into_iter().skip(4));
            Some(row)
        })
        .collect();
    if rows.is_empty() {
        return String::new();
    }
    let mut header = vec![Words::new("Đơn vị", "Unit").of(lang).to_owned()];
    header.extend(words::header(lang, report).into_iter().skip(4));
    let title = line.target.title.of(lang);
    format!("\n### {} (`{}`, {})\n\n{}", title, line.target.id, words::goal(lang, line.goal), table(&header, &rows, 1))
}
