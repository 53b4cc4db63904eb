//! The results: a table of the targets by the plan's own parts, and how the units below stand.

use super::{Names, Part, unit_name};
use crate::{
    board::Board,
    document::{Align, Block, Body, Column, Depth, Line as Text, Table, phrases},
    lang::{Lang, Words, say},
    render::{report_notes as notes, report_words as words},
    report::{Line, UnitReport, in_order},
    targets::Status,
    unit::UnitLevel,
};

pub(super) fn write(body: &mut Body, lang: Lang, board: &Board, names: &Names) {
    // Numbered through all tables, so that a note or another table can name one.
    let numbered: Vec<(usize, &Line)> = board.lines().enumerate().map(|(index, line)| (index + 1, line)).collect();
    let mut tables = 0;
    for part in Part::ALL {
        let of_part: Vec<(usize, &Line)> =
            numbered.iter().copied().filter(|(_, line)| Part::of(line) == part).collect();
        if of_part.is_empty() {
            continue;
        }
        body.heading(Depth::Section, &phrases::both(part.title(), lang));
        body.paragraph(standing(lang, part, &of_part));
        tables += 1;
        body.push(Block::Table(targets(lang, board, &of_part, tables)));
        for (number, line) in &of_part {
            remarks(lang, board, *number, line).into_iter().for_each(|note| body.item(note));
        }
    }
    let rows: Vec<&UnitReport> =
        in_order(&board.report.by).into_iter().filter(|unit| unit.lines.iter().any(Line::concerns_unit)).collect();
    if !rows.is_empty() {
        body.heading(Depth::Section, &phrases::both(title_of_rows(board.rows), lang));
        let table = units(lang, board, (&rows, &numbered), names, tables + 1);
        body.push(Block::Table(table));
    }
}

/// How many targets stand how.
fn standing(lang: Lang, part: Part, lines: &[(usize, &Line)]) -> String {
    let all = lines.len();
    let what = match part {
        Part::Duties => Words::new("nhiệm vụ, số liệu", "duties and figures"),
        Part::Cells | Part::Coordination => Words::new("chỉ tiêu", "targets"),
    };
    let what = what.of(lang);
    let parts = [Status::Met, Status::Missed, Status::Progress, Status::NoData, Status::Figure].map(|status| {
        let count = lines.iter().filter(|(_, line)| line.status == status).count();
        (count > 0).then(|| format!("{count} {}", status.label().of(lang)))
    });
    let parts = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    say!(lang, "Trong {all} {what}: {parts}.", "Of {all} {what}: {parts}.")
}

fn column(title: &str, share: u32, align: Align) -> Column {
    Column { title: Text::said(title), share, align }
}

fn caption(lang: Lang, number: u32, text: &str) -> Option<Text> {
    Some(say!(lang, "Biểu {number}. {text}", "Table {number}. {text}").into())
}

fn targets(lang: Lang, board: &Board, lines: &[(usize, &Line)], number: u32) -> Table {
    let (year, before) = (board.report.year, board.report.year - 1);
    let row = |(number, line): &(usize, &Line)| -> Vec<Text> {
        let (count, share) = match line.tally.denominator {
            0 => ("—".to_owned(), "—".to_owned()),
            _ => (words::count(lang, line), words::share(lang, line)),
        };
        vec![
            number.to_string().into(),
            line.target.title.of(lang).into(),
            words::goal(lang, line.goal).into(),
            count.into(),
            share.into(),
            words::since(lang, line).into(),
            words::status(lang, line).into(),
        ]
    };
    let rows: Vec<Vec<Text>> = lines.iter().map(row).collect();
    let longest = lines.iter().map(|(_, line)| words::count(lang, line).chars().count()).max().unwrap_or(0);
    // A number is never cut in two: `319.474/355.063` takes of the title's room.
    let (title, count) = if longest > SHORT_COUNT { (25, 24) } else { (33, 16) };
    Table {
        caption: caption(lang, number, &say!(lang, "Kết quả thực hiện các chỉ tiêu năm {year}", "Results of {year}")),
        columns: vec![
            column(Words::new("TT", "No.").of(lang), 7, Align::Centre),
            column(Words::new("Chỉ tiêu", "Target").of(lang), title, Align::Left),
            column(Words::new("Mức", "Goal").of(lang), 10, Align::Centre),
            column(Words::new("Đạt/tổng", "Count").of(lang), count, Align::Right),
            column(Words::new("Tỷ lệ", "Share").of(lang), 13, Align::Right),
            column(&say!(lang, "So với {before} (điểm\u{a0}%)", "vs {before} (points)"), 14, Align::Right),
            column(Words::new("Đánh giá", "Status").of(lang), 14, Align::Centre),
        ],
        rows,
        is_for_hand: false,
    }
}

/// The letters of a count that its column takes without more room: `9.999/9.999`.
const SHORT_COUNT: usize = 11;

/// What must be said beside a figure: from how many units it comes, what is counted apart, what is left out.
fn remarks(lang: Lang, board: &Board, number: usize, line: &Line) -> Vec<String> {
    let label = say!(lang, "Chỉ tiêu {number}", "Target {number}");
    let mut told = Vec::new();
    if line.tally.with_data < line.tally.units {
        let coverage = words::coverage(lang, line);
        told.push(say!(lang, "{label}: số liệu từ {coverage}.", "{label}: figures from {coverage}."));
    }
    let notes = notes::of_line(lang, &label, line).into_iter();
    told.extend(notes.map(|note| format!("{}.", note.trim_start_matches([' ', '*']))));
    told.extend(notes::remark(lang, board.report.year, line).map(|remark| format!("{label}: {remark}.")));
    told
}

const fn title_of_rows(rows: Option<UnitLevel>) -> Words {
    match rows {
        Some(UnitLevel::District) => Words::new("Kết quả của từng huyện, thị xã, thành phố", "District by district"),
        Some(UnitLevel::Commune) => Words::new("Kết quả của từng xã, phường, thị trấn", "Commune by commune"),
        Some(UnitLevel::Village) => Words::new("Kết quả của từng thôn, khu phố", "Village by village"),
        _ => Words::new("Kết quả của từng chi bộ", "Cell by cell"),
    }
}

/// The units below: how many targets stand how, and the numbers of those that are missed.
fn units(
    lang: Lang,
    board: &Board,
    (rows, numbered): (&[&UnitReport], &[(usize, &Line)]),
    names: &Names,
    number: u32,
) -> Table {
    let whole = board.report.whole.id.as_deref().unwrap_or_default();
    let row = |(index, unit): (usize, &&UnitReport)| -> Vec<Text> {
        let own = || numbered.iter().filter_map(|(number, line)| Some((*number, Board::figure(unit, line.target.id)?)));
        let count = |status: Status| own().filter(|(_, line)| line.status == status).count().to_string();
        let missed = own().filter(|(_, line)| line.status == Status::Missed).map(|(number, _)| number.to_string());
        let id = unit.id.as_deref().unwrap_or_default();
        let name = if names.contains_key(id) { unit_name(id, whole, names) } else { unit.name.clone() };
        vec![
            (index + 1).to_string().into(),
            name.into(),
            count(Status::Met).into(),
            count(Status::Missed).into(),
            count(Status::Progress).into(),
            count(Status::NoData).into(),
            missed.collect::<Vec<_>>().join(", ").into(),
        ]
    };
    let label = |status: Status| {
        let label = status.label().of(lang);
        let mut letters = label.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>()).unwrap_or_default()
    };
    Table {
        caption: caption(
            lang,
            number,
            Words::new("Số chỉ tiêu đạt, chưa đạt của từng đơn vị", "Targets met and missed, unit by unit").of(lang),
        ),
        columns: vec![
            column(Words::new("TT", "No.").of(lang), 7, Align::Centre),
            column(Words::new("Đơn vị", "Unit").of(lang), 33, Align::Left),
            column(&label(Status::Met), 9, Align::Right),
            column(&label(Status::Missed), 10, Align::Right),
            column(&label(Status::Progress), 12, Align::Right),
            column(&label(Status::NoData), 12, Align::Right),
            column(Words::new("Chỉ tiêu chưa đạt", "Missed, by number").of(lang), 19, Align::Left),
        ],
        rows: rows.iter().enumerate().map(row).collect(),
        is_for_hand: false,
    }
}
