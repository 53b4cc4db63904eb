//! The evidence of a figure for people: first the answer, then the records or the sub-units, and their sum.

use comfy_table::{CellAlignment, ContentArrangement, Table, presets::UTF8_FULL_CONDENSED};

use super::{
    Paths, markdown as marked, report_words as words,
    trace_words::{answer, count, share},
};
use crate::{
    lang::{Lang, Words, say},
    number::{change, group},
    targets::{Evidence, Tally},
    trace::{Part, Trace},
};

/// Header, rows, and which columns hold numbers.
struct Drawn {
    header: Vec<String>,
    rows: Vec<Vec<String>>,
    numbers: &'static [usize],
}

fn drawn(lang: Lang, trace: &Trace, paths: &Paths) -> Drawn {
    if trace.by.is_empty() { of_records(lang, trace, paths) } else { of_units(lang, trace, paths) }
}

fn header(lang: Lang, words: &[Words]) -> Vec<String> {
    words.iter().map(|words| words.of(lang).to_owned()).collect()
}

const NUMERATOR: Words = Words::new("Tử số", "Numerator");
const DENOMINATOR: Words = Words::new("Mẫu số", "Denominator");

fn of_records(lang: Lang, trace: &Trace, paths: &Paths) -> Drawn {
    let row = |evidence: &Evidence| {
        let counts = [group(evidence.numerator, lang), group(evidence.denominator, lang)];
        let [numerator, denominator] = counts;
        vec![place(evidence, paths), numerator, denominator, evidence.note.clone()]
    };
    let mut rows: Vec<Vec<String>> = trace.evidence.iter().map(row).collect();
    rows.push(total(lang, &trace.line.tally));
    let words = [Words::new("Bản ghi", "Record"), NUMERATOR, DENOMINATOR, Words::new("Ghi chú", "Note")];
    Drawn { header: header(lang, &words), rows, numbers: &[1, 2] }
}

fn of_units(lang: Lang, trace: &Trace, paths: &Paths) -> Drawn {
    let needed = if trace.line.goal.is_a_limit() {
        Words::new("Vượt", "Too many")
    } else {
        Words::new("Cần thêm", "Needed")
    };
    let (unit, name) = (Words::new("Đơn vị", "Unit"), Words::new("Tên", "Name"));
    let (share, status) = (Words::new("Tỷ lệ", "Share"), Words::new("Kết quả", "Status"));
    let mut header = header(lang, &[unit, name, NUMERATOR, DENOMINATOR, share, status, needed]);
    header.extend(trace.against.iter().map(|(year, _)| say!(lang, "So {year}", "vs {year}")));
    let mut rows: Vec<Vec<String>> = trace.by.iter().map(|part| row(lang, trace, part)).collect();
    // What the unit's own records add.
    let own = trace.evidence.iter().filter(|evidence| evidence.denominator > 0 || !evidence.note.is_empty());
    rows.extend(own.map(|evidence| {
        let counts = [group(evidence.numerator, lang), group(evidence.denominator, lang)];
        let [numerator, denominator] = counts;
        vec![place(evidence, paths), evidence.note.clone(), numerator, denominator]
    }));
    let mut sum = total(lang, &trace.line.tally);
    sum.insert(1, String::new());
    rows.push(sum);
    rows.iter_mut().for_each(|row| row.resize(header.len(), String::new()));
    Drawn { header, rows, numbers: &[2, 3, 4, 6, 7] }
}

fn place(evidence: &Evidence, paths: &Paths) -> String {
    format!("{}:{}", paths.show(&evidence.path), evidence.line)
}

fn row(lang: Lang, trace: &Trace, part: &Part) -> Vec<String> {
    let tally = &part.line.tally;
    let mut cells = vec![
        part.unit.to_string(),
        part.name.clone(),
        group(tally.numerator, lang),
        group(tally.denominator, lang),
        share(lang, tally, trace.line.goal),
        words::status(lang, &part.line),
        words::bare_needed(lang, &part.line),
    ];
    if trace.against.is_some() {
        let before = part.against.unwrap_or_default();
        let now = (tally.numerator, tally.denominator);
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

pub(crate) fn table(lang: Lang, trace: &Trace, paths: &Paths, width: Option<u16>) -> String {
    let Drawn { header, rows, numbers } = drawn(lang, trace, paths);
    let mut table = Table::new();
    table.load_style(UTF8_FULL_CONDENSED);
    table.set_header(header);
    rows.iter().for_each(|row| {
        table.add_row(row);
    });
    if let Some(width) = width {
        table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
    }
    for (_, column) in table.column_iter_mut().enumerate().filter(|(index, _)| numbers.contains(index)) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    let drawn: String = table.to_string().lines().map(|line| format!("{}\n", line.trim_end())).collect();
    format!("{}\n\n{drawn}", answer(lang, trace).join("\n"))
}

pub(crate) fn markdown(lang: Lang, trace: &Trace, paths: &Paths) -> String {
    let Drawn { header, rows, numbers } = drawn(lang, trace, paths);
    let answer: String = answer(lang, trace).iter().map(|line| format!("{}\n\n", marked::escape(line))).collect();
    format!("{answer}{}", marked::aligned(&header, &rows, |column| numbers.contains(&column)))
}
