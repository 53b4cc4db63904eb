//! The evidence of a figure: first the answer, fit to be pasted, then the records or the sub-units.

use comfy_table::{CellAlignment, ContentArrangement, Table, presets::UTF8_FULL_CONDENSED};
use serde::Serialize;

use super::{csv_text, markdown as marked, report_notes as notes, report_words as words};
use crate::{
    date,
    lang::{Lang, Words, plural, say},
    number::{change, group, percent},
    page::Page,
    targets::{Goal, Status, Tally},
    trace::{Part, Trace},
};

/// "84,90% = 731/861 …": the figure, what it needs, and from how many units it comes; then how it is counted.
fn answer(lang: Lang, trace: &Trace) -> Vec<String> {
    let Trace { target, tally, goal, status, .. } = trace;
    let title = target.title.of(lang);
    let name = &trace.name;
    let day = trace.reference.map_or_else(|| trace.year.to_string(), |day| date::show(day, lang));
    let figure = if tally.denominator == 0 {
        status.label().of(lang).to_owned()
    } else {
        format!("{} = {}", share(lang, tally, *goal), count(lang, tally))
    };
    let needed = group(trace.needed, lang);
    let needed = match (status, goal) {
        _ if trace.needed == 0 => String::new(),
        (_, Goal::AtMost(_) | Goal::None) => say!(lang, "; vượt {needed}", "; {needed} too many"),
        _ => say!(lang, "; cần thêm {needed}", "; {needed} more needed"),
    };
    let (with_data, units) = (group(tally.with_data, lang), group(tally.units, lang));
    let covered = target.count.covered().of(lang);
    let asked = words::goal(lang, *goal);
    let verdict =
        if *goal == Goal::Figure { String::new() } else { format!(" ({asked}: {})", status.label().of(lang)) };
    let mut lines = vec![say!(
        lang,
        "{figure} — {title}, {name}, ngày {day}{verdict}{needed}; số liệu từ {with_data}/{units} {covered}",
        "{figure} — {title}, {name}, {day}{verdict}{needed}; based on {with_data}/{units} {covered}"
    )];
    lines.push(say!(lang, "Cách tính: {}", "How it is counted: {}", Page::of(target.doc).title(lang)));
    if let Some(reading) = trace.other_reading {
        let (n, d) = tally.other;
        let other = Tally { numerator: n, denominator: d, ..Tally::default() };
        let (reading, share, count) = (reading.of(lang), share(lang, &other, *goal), count(lang, &other));
        lines.push(say!(
            lang,
            "Cách hiểu khác, {reading}: {share} = {count}",
            "Other reading, {reading}: {share} = {count}"
        ));
    }
    if let Some((year, before)) = &trace.against {
        let (was, count) = (share(lang, before, *goal), count(lang, before));
        let moved = change((tally.numerator, tally.denominator), (before.numerator, before.denominator), lang);
        lines.push(say!(
            lang,
            "Năm {year}: {was} = {count}; thay đổi {moved}",
            "{year}: {was} = {count}; change {moved}"
        ));
    }
    if tally.units == 0 && trace.evidence.is_empty() && trace.by.is_empty() {
        lines.push(say!(
            lang,
            "Chỉ tiêu này đếm {covered}, mà {name} không có {covered} nào để đếm.",
            "This target counts {covered}, and there are none to count in {name}."
        ));
    }
    lines.extend(notes::parts(lang, target, tally, trace.before.as_ref()));
    if tally.left_out > 0 {
        let (n, records) = (group(tally.left_out, lang), plural(tally.left_out, "record", "records"));
        lines.push(say!(lang, "Để ngoài {n} bản ghi có lỗi.", "{n} {records} left out for an error."));
    }
    lines
}

fn share(lang: Lang, tally: &Tally, goal: Goal) -> String {
    percent(tally.numerator, tally.denominator, Some(goal), lang)
}

fn count(lang: Lang, tally: &Tally) -> String {
    format!("{}/{}", group(tally.numerator, lang), group(tally.denominator, lang))
}

fn rows(lang: Lang, trace: &Trace) -> (Vec<String>, Vec<Vec<String>>) {
    let words = |list: &[Words]| list.iter().map(|words| words.of(lang).to_owned()).collect::<Vec<String>>();
    let counted = [Words::new("Tử số", "Numerator"), Words::new("Mẫu số", "Denominator")];
    if trace.by.is_empty() {
        let mut header = words(&[Words::new("Bản ghi", "Record")]);
        header.extend(words(&counted));
        header.extend(words(&[Words::new("Ghi chú", "Note")]));
        let rows = trace.evidence.iter().map(|evidence| {
            vec![
                format!("{}:{}", evidence.path, evidence.line),
                evidence.numerator.to_string(),
                evidence.denominator.to_string(),
                evidence.note.clone(),
            ]
        });
        let mut rows: Vec<Vec<String>> = rows.collect();
        rows.push(total(lang, &trace.tally));
        return (header, rows);
    }
    let mut header = words(&[Words::new("Đơn vị", "Unit"), Words::new("Tên", "Name")]);
    header.extend(words(&counted));
    header.extend(words(&[
        Words::new("Tỷ lệ", "Share"),
        Words::new("Kết quả", "Status"),
        Words::new("Cần thêm", "Needed"),
    ]));
    header.extend(trace.against.iter().map(|(year, _)| say!(lang, "So {year}", "vs {year}")));
    let mut rows: Vec<Vec<String>> = trace.by.iter().map(|part| row(lang, trace, part)).collect();
    // What the unit's own records add.
    let own = trace.evidence.iter().filter(|evidence| evidence.denominator > 0 || !evidence.note.is_empty());
    rows.extend(own.map(|evidence| {
        let place = format!("{}:{}", evidence.path, evidence.line);
        vec![place, evidence.note.clone(), evidence.numerator.to_string(), evidence.denominator.to_string()]
    }));
    let mut sum = total(lang, &trace.tally);
    sum.insert(1, String::new());
    rows.push(sum);
    (header, rows)
}

fn row(lang: Lang, trace: &Trace, part: &Part) -> Vec<String> {
    let needed = if part.needed == 0 || part.status == Status::Met { String::new() } else { group(part.needed, lang) };
    let mut cells = vec![
        part.unit.to_string(),
        part.name.clone(),
        group(part.tally.numerator, lang),
        group(part.tally.denominator, lang),
        share(lang, &part.tally, trace.goal),
        part.status.label().of(lang).to_owned(),
        needed,
    ];
    if trace.against.is_some() {
        let before = part.against.unwrap_or_default();
        let now = (part.tally.numerator, part.tally.denominator);
        cells.push(format!("{} ({})", change(now, (before.numerator, before.denominator), lang), count(lang, &before)));
    }
    cells
}

fn total(lang: Lang, tally: &Tally) -> Vec<String> {
    vec![
        Words::new("Cộng", "Total").of(lang).to_owned(),
        group(tally.numerator, lang),
        group(tally.denominator, lang),
        String::new(),
    ]
}

pub(crate) fn table(lang: Lang, trace: &Trace, width: Option<u16>) -> String {
    let (header, rows) = rows(lang, trace);
    let mut table = Table::new();
    table.load_style(UTF8_FULL_CONDENSED);
    table.set_header(header);
    rows.iter().for_each(|row| {
        table.add_row(row);
    });
    if let Some(width) = width {
        table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
    }
    let numbers = if trace.by.is_empty() { 1..3 } else { 2..8 };
    for (index, column) in table.column_iter_mut().enumerate() {
        if numbers.contains(&index) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    let drawn: String = table.to_string().lines().map(|line| format!("{}\n", line.trim_end())).collect();
    format!("{}\n\n{drawn}", answer(lang, trace).join("\n"))
}

pub(crate) fn markdown(lang: Lang, trace: &Trace) -> String {
    let (header, rows) = rows(lang, trace);
    let answer: String = answer(lang, trace).iter().map(|line| format!("{}\n\n", marked::escape(line))).collect();
    format!("{answer}{}", marked::table(&header, &rows, if trace.by.is_empty() { 1 } else { 2 }))
}

pub(crate) fn csv(trace: &Trace) -> String {
    let own = trace.evidence.iter().map(|evidence| {
        [
            csv_text(&trace.unit),
            csv_text(&evidence.path),
            evidence.line.to_string(),
            evidence.numerator.to_string(),
            evidence.denominator.to_string(),
            csv_text(&evidence.note),
        ]
    });
    let by = trace.by.iter().map(|part| {
        let (n, d) = (part.tally.numerator.to_string(), part.tally.denominator.to_string());
        [csv_text(&part.unit), String::new(), String::new(), n, d, csv_text(&part.name)]
    });
    super::csv_file(&["unit", "path", "line", "numerator", "denominator", "note"], own.chain(by))
}

#[derive(Serialize)]
struct Form<'t> {
    version: u32,
    target: &'t str,
    unit: &'t str,
    year: i32,
    numerator: u64,
    denominator: u64,
    left_out: u64,
    unknown: u64,
    evidence: Vec<Record<'t>>,
    by: Vec<Unit<'t>>,
}

#[derive(Serialize)]
struct Record<'t> {
    path: &'t str,
    line: u32,
    numerator: u64,
    denominator: u64,
    note: &'t str,
}

#[derive(Serialize)]
struct Unit<'t> {
    unit: &'t str,
    numerator: u64,
    denominator: u64,
}

pub(crate) fn json(trace: &Trace) -> String {
    let evidence = trace.evidence.iter().map(|evidence| Record {
        path: &evidence.path,
        line: evidence.line,
        numerator: evidence.numerator,
        denominator: evidence.denominator,
        note: &evidence.note,
    });
    let by = trace.by.iter().map(|part| Unit {
        unit: &part.unit,
        numerator: part.tally.numerator,
        denominator: part.tally.denominator,
    });
    super::json(&Form {
        version: 1,
        target: trace.target.id,
        unit: &trace.unit,
        year: trace.year,
        numerator: trace.tally.numerator,
        denominator: trace.tally.denominator,
        left_out: trace.tally.left_out,
        unknown: trace.tally.unknown,
        evidence: evidence.collect(),
        by: by.collect(),
    })
}
