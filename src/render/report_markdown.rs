//! The report as Markdown, for a pull request or a page.

use super::{
    markdown::{escape, table},
    report_notes as notes,
    report_table::SIDE_BY_SIDE,
    report_words as words,
};
use crate::{
    lang::{Lang, Words, say},
    number::group,
    report::{Line, UnitReport, YearReport, in_order},
    targets::Status,
};

pub(crate) fn render(lang: Lang, report: &YearReport, all: bool) -> String {
    let head = words::head(lang, report);
    let mut text = format!("## {}\n\n", escape(&head[0]));
    for line in &head[1..] {
        text.push_str(&format!("{}\n\n", escape(line)));
    }
    let shown: Vec<&Line> = report.whole.lines.iter().filter(|line| all || line.is_foremost()).collect();
    let rows: Vec<Vec<String>> = shown.iter().map(|line| signed(lang, line)).collect();
    text.push_str(&table(&words::header(lang, report), &rows, words::OF_TARGET));
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
    text.push_str(&by(lang, report, &shown));
    text
}

/// The cells of a target, with the sign of its standing: Markdown has no colours.
fn signed(lang: Lang, line: &Line) -> Vec<String> {
    let mut cells = words::cells(lang, line);
    if let Some(status) = cells.get_mut(words::STATUS) {
        *status = format!("{} {status}", words::sign(line.status));
    }
    cells
}

fn by(lang: Lang, report: &YearReport, shown: &[&Line]) -> String {
    let units = in_order(&report.by);
    match units.len() {
        0 => String::new(),
        1..=SIDE_BY_SIDE => side_by_side(lang, shown, &units),
        _ => shown.iter().map(|line| folded(lang, report, line, &units)).collect(),
    }
}

fn of<'u>(unit: &'u UnitReport, line: &Line) -> Option<&'u Line> {
    unit.lines.iter().find(|own| own.target.id == line.target.id && own.concerns_unit())
}

/// Targets in rows, units in columns.
fn side_by_side(lang: Lang, shown: &[&Line], units: &[&UnitReport]) -> String {
    let mut header = vec![Words::new("Chỉ tiêu", "Target").of(lang).to_owned()];
    header.extend(units.iter().map(|unit| unit.name.clone()));
    let figure = |unit: &&UnitReport, line: &Line| {
        of(unit, line).map_or_else(String::new, |line| {
            let sign = words::sign(line.status);
            match line.tally.denominator {
                0 => format!("{sign} {}", words::status(lang, line)),
                _ => format!("{sign} {} = {}", words::count(lang, line), words::share(lang, line)),
            }
        })
    };
    let rows = shown.iter().filter(|line| units.iter().any(|unit| of(unit, line).is_some())).map(|line| {
        let title = format!("{} ({})", line.target.title.of(lang), words::goal(lang, line.goal));
        std::iter::once(title).chain(units.iter().map(|unit| figure(unit, line))).collect()
    });
    let rows: Vec<Vec<String>> = rows.collect();
    if rows.is_empty() { String::new() } else { format!("\n{}", table(&header, &rows, 1)) }
}

/// A table a target, units in rows, folded: a summary of a run is not a scroll of every unit.
fn folded(lang: Lang, report: &YearReport, line: &Line, units: &[&UnitReport]) -> String {
    let row = |unit: &&UnitReport| {
        let name = unit.name.clone();
        Some(std::iter::once(name).chain(signed(lang, of(unit, line)?).into_iter().skip(words::OF_TARGET)).collect())
    };
    let rows: Vec<Vec<String>> = units.iter().filter_map(row).collect();
    if rows.is_empty() {
        return String::new();
    }
    let missed = units.iter().filter(|unit| of(unit, line).is_some_and(|own| own.status == Status::Missed)).count();
    let (title, goal, id) = (line.target.title.of(lang), words::goal(lang, line.goal), line.target.id);
    let (all, missed) = (group(rows.len() as u64, lang), group(missed as u64, lang));
    let summary = say!(
        lang,
        "{title} (<code>{id}</code>, {goal}): {missed}/{all} đơn vị chưa đạt",
        "{title} (<code>{id}</code>, {goal}): {missed}/{all} units miss it"
    );
    let mut header = vec![Words::new("Đơn vị", "Unit").of(lang).to_owned()];
    header.extend(words::header(lang, report).into_iter().skip(words::OF_TARGET));
    format!("\n<details><summary>{summary}</summary>\n\n{}\n</details>\n", table(&header, &rows, 1))
}
