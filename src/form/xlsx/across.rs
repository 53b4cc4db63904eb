//! Sheets whose records are columns: the roll call, members by meetings; and the year, one column.

use rust_xlsxwriter::{Formula, Worksheet, XlsxError};

use super::{
    ACROSS,
    boxes::Boxes,
    look::{State, height},
};
use crate::{
    date::Span,
    form::{
        fields::{HEAD, YEAR},
        kind::Kind,
        list::MARKS,
        model::Line,
        section::{MARK, Section},
    },
    lang::{Words, say},
    register::roll::Expected,
};

pub(super) const ROLL_CALL: Words = Words::new("Điểm danh", "Roll call");
const YEAR_SHEET: Words = Words::new("Văn bản năm", "Year");

/// The numbers by which other sheets speak of the meetings.
const NUMBER_ROW: u32 = 3;
const HEAD_ROW: u32 = 4;
/// Their days and kinds stand first.
pub(super) const DAY_ROW: u32 = HEAD_ROW;
pub(super) const KIND_ROW: u32 = HEAD_ROW + 1;
/// The first meeting.
pub(super) const FIRST_COLUMN: u16 = 3;
/// Columns of meetings on one page.
const ON_A_PAGE: u16 = 13;

pub(super) fn roll_call(sheet: &mut Worksheet, boxes: Boxes<'_>) -> Result<(), XlsxError> {
    let Boxes { form, look, .. } = boxes;
    let lang = form.lang;
    sheet.set_name(ROLL_CALL.of(lang))?;
    let title = say!(lang, "ĐIỂM DANH NĂM {}", "ROLL CALL OF {}", form.made.year);
    let hint = say!(
        lang,
        "x có mặt · m đến muộn · p vắng có lý do · k vắng không lý do. Cuộc họp mới: ghi ngày và loại vào cột trống kế tiếp, rồi điểm danh.",
        "x present · m late · p excused · k absent without reason. A new meeting: its day and kind in the next empty column, then the marks."
    );
    boxes.begin(sheet, Some(ACROSS), &format!("{title} – {}", form.cell_name), &hint)?;
    sheet.set_column_width(1, 10)?.set_column_width(2, if form.has_names { 26 } else { 12 })?;
    sheet.write_string_with_format(NUMBER_ROW, 1, say!(lang, "Cuộc họp số", "Meeting"), &look.head)?;
    sheet.write_blank(NUMBER_ROW, 2, &look.head)?;
    for (field, row) in HEAD.iter().zip(HEAD_ROW..) {
        sheet.write_string(row, 0, field.key)?;
        sheet.merge_range(row, 1, row, 2, field.label.of(lang), &look.head)?;
        let value = |meeting: &Line| meeting.fields.get(field.key).map(|value| boxes.text(field.kind, value));
        let texts = form.meetings.iter().filter_map(|meeting| Some((value(meeting)?, field.width)));
        sheet.set_row_height(row, height(texts))?;
    }
    let first = HEAD_ROW + rows(HEAD.len());
    for (member, row) in form.members.iter().zip(first..) {
        sheet.write_string(row, 0, format!("{MARK}{}", member.who.id))?;
        sheet.write_string_with_format(row, 1, &member.who.id, &look.lead)?;
        sheet.write_string_with_format(row, 2, member.who.name.as_deref().unwrap_or_default(), &look.lead)?;
    }
    for (nth, meeting) in form.meetings.iter().enumerate() {
        let column = FIRST_COLUMN + columns(nth);
        sheet.set_column_width(column, 12)?;
        sheet.write_string(0, column, &meeting.key)?;
        sheet.write_number_with_format(NUMBER_ROW, column, rows(nth + 1), &look.head)?;
        one_meeting(sheet, boxes, (nth, meeting), column)?;
    }
    let last_row = first + rows(form.members.len());
    let last_column = FIRST_COLUMN + columns(form.meetings.len().saturating_sub(1));
    let year = Span::year(form.made.year);
    for (field, row) in HEAD.iter().zip(HEAD_ROW..) {
        let within = (field.key == "date").then_some((year.from, year.until));
        boxes.ask(sheet, (row, FIRST_COLUMN, row, last_column), field.kind, within)?;
    }
    if last_row > first {
        boxes.ask(sheet, (first, FIRST_COLUMN, last_row - 1, last_column), Kind::Word(&MARKS), None)?;
        totals(sheet, boxes, (first, last_row))?;
    }
    sheet.set_freeze_panes(first, FIRST_COLUMN)?;
    sheet.set_repeat_rows(NUMBER_ROW, first - 1)?.set_repeat_columns(1, 2)?;
    sheet.set_print_fit_to_pages((last_column - FIRST_COLUMN) / ON_A_PAGE + 1, 0);
    Ok(())
}

fn one_meeting(
    sheet: &mut Worksheet,
    boxes: Boxes<'_>,
    (nth, meeting): (usize, &Line),
    column: u16,
) -> Result<(), XlsxError> {
    let value = |key: &str| meeting.fields.get(key).map_or("", String::as_str);
    for (field, row) in HEAD.iter().zip(HEAD_ROW..) {
        // The name of a record's file holds its day and kind.
        let is_fixed = meeting.home.is_some() && matches!(field.key, "date" | "kind");
        let state = if is_fixed { State::Closed } else { State::Open };
        boxes.put(sheet, (row, column), field.kind, value(field.key), state)?;
    }
    for (member, row) in boxes.form.members.iter().zip(HEAD_ROW + rows(HEAD.len())..) {
        let mark = value(&format!("{MARK}{}", member.who.id));
        let state = match member.expected.get(nth) {
            // A mark that is wrong there must be seen, and can be put right.
            Some(Expected::NotAMember) if mark.is_empty() => State::NotAMember,
            Some(Expected::NotAMember | Expected::KeptAway) => State::KeptAway,
            Some(Expected::Yes | Expected::Unknown) | None => State::Open,
        };
        boxes.put(sheet, (row, column), Kind::Word(&MARKS), mark, state)?;
    }
    Ok(())
}

/// How many came and stayed away, below the marks.
fn totals(sheet: &mut Worksheet, boxes: Boxes<'_>, (first, end): (u32, u32)) -> Result<(), XlsxError> {
    let Boxes { form, look, .. } = boxes;
    let sums: [(Words, &[&str]); 3] = [
        (Words::new("Có mặt (cả đến muộn)", "Present (the late too)"), &["x", "m"]),
        (Words::new("Vắng có lý do", "Excused"), &["p"]),
        (Words::new("Vắng không lý do", "Absent without reason"), &["k"]),
    ];
    for ((label, marks), row) in sums.into_iter().zip(end..) {
        sheet.merge_range(row, 1, row, 2, label.of(form.lang), &look.head)?;
        for (nth, meeting) in form.meetings.iter().enumerate() {
            let column = FIRST_COLUMN + columns(nth);
            let letter = rust_xlsxwriter::utility::column_number_to_name(column);
            let counts: Vec<String> =
                marks.iter().map(|mark| format!("COUNTIF({letter}{}:{letter}{end},\"{mark}\")", first + 1)).collect();
            let is_one = |(key, mark): &(&String, &String)| key.starts_with(MARK) && marks.contains(&mark.as_str());
            let count = meeting.fields.iter().filter(is_one).count();
            let formula = Formula::new(format!("={}", counts.join("+"))).set_result(count.to_string());
            sheet.write_formula_with_format(row, column, formula, &look.head)?;
        }
    }
    Ok(())
}

pub(super) fn year(sheet: &mut Worksheet, boxes: Boxes<'_>) -> Result<(), XlsxError> {
    let Boxes { form, look, .. } = boxes;
    let lang = form.lang;
    sheet.set_name(YEAR_SHEET.of(lang))?;
    let title = say!(lang, "VĂN BẢN, XẾP LOẠI NĂM {}", "PAPERS AND GRADE OF {}", form.made.year);
    let hint = say!(
        lang,
        "Tổng số xếp loại, phân công chỉ ghi khi không có danh sách từng người ở trang Đánh giá.",
        "Totals of grades and assignments only where the sheet Assessments has no rows."
    );
    boxes.begin(sheet, Some(ACROSS), &format!("{title} – {}", form.cell_name), &hint)?;
    sheet.set_column_width(1, 56)?.set_column_width(2, 40)?;
    let empty = Line { key: "y1".to_owned(), home: None, fields: crate::form::now::Fields::new() };
    let line = form.lines.get(&Section::Year).and_then(|lines| lines.first()).unwrap_or(&empty);
    sheet.write_string(0, 2, &line.key)?;
    for (field, row) in YEAR.iter().zip(NUMBER_ROW..) {
        sheet.write_string(row, 0, field.key)?;
        sheet.write_string_with_format(row, 1, field.label.of(lang), &look.lead)?;
        let value = line.fields.get(field.key).map_or("", String::as_str);
        boxes.put(sheet, (row, 2), field.kind, value, State::Open)?;
        boxes.ask(sheet, (row, 2, row, 2), field.kind, None)?;
    }
    sheet.set_freeze_panes(NUMBER_ROW, 2)?.set_print_fit_to_pages(1, 0);
    Ok(())
}

/// Forms are small: a year has no more meetings than columns.
pub(super) fn columns(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX / 2)
}

pub(super) fn rows(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX / 2)
}
