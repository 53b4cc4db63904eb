//! The sheet of notes: from what the figures come, what the register counts otherwise, and how each target is counted.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::{super::report_notes, day, look::Look, say, set_up};
use crate::{board::Board, clauses, lang::Lang, page::Page, report::Line};

/// The widths of the columns.
const ITEM: f64 = 44.0;
const CONTENT: f64 = 100.0;

pub(super) fn write(sheet: &mut Worksheet, lang: Lang, board: &Board, look: &Look) -> Result<(), XlsxError> {
    set_up(sheet, say(lang, "Ghi chú", "Notes"), 0)?;
    sheet.set_column_width(0, ITEM)?;
    sheet.set_column_width(1, CONTENT)?;
    for (column, head) in [(0, say(lang, "Mục", "Item")), (1, say(lang, "Nội dung", "Content"))] {
        sheet.write_string_with_format(0, column, head, &look.head)?;
    }
    let report = &board.report;
    let mut row = 1;
    let mut line = |item: &str, content: &str| -> Result<(), XlsxError> {
        sheet.write_string_with_format(row, 0, item, &look.text)?;
        sheet.write_string_with_format(row, 1, content, &look.text)?;
        sheet.set_row_height(row, Look::height(&[(item, ITEM), (content, CONTENT)]))?;
        row += 1;
        Ok(())
    };
    line(say(lang, "Sổ dữ liệu", "Register"), &report.register.name)?;
    line(say(lang, "Đơn vị", "Unit"), &report.whole.name)?;
    line(say(lang, "Năm", "Year"), &report.year.to_string())?;
    line(say(lang, "Mã số liệu", "Digest"), &format!("{:032x}", report.register.digest))?;
    if let Some(commit) = &report.register.commit {
        line(say(lang, "Bản git", "Commit"), commit)?;
    }
    for difference in &report.register.settings {
        let (key, value) = (difference.key(), difference.value());
        line(difference.departs_from().of(lang), &format!("{} ({key} = {value})", difference.sentence(lang)))?;
    }
    let lines: Vec<&Line> = report.whole.lines.iter().collect();
    for told in report_notes::since(lang, report) {
        line(say(lang, "So với số đã chốt", "Since it was filed"), told.trim())?;
    }
    for note in report_notes::withheld(lang, report).into_iter().chain(report_notes::notes(lang, report, &lines)) {
        line(say(lang, "Lưu ý", "Note"), note.trim_start_matches([' ', '*']))?;
    }
    for counted in &lines {
        let clause = counted.target.clauses.first().map(|clause| clauses::shown(clause, lang)).unwrap_or_default();
        let page = Page::of(counted.target.doc);
        line(&format!("{} ({clause})", counted.target.title.of(lang)), page.title(lang))?;
    }
    for (item, date) in
        [(say(lang, "Ngày tính", "As of"), Some(report.as_of)), (say(lang, "Tính đến", "Counted to"), report.reference)]
    {
        if let Some(date) = date {
            sheet.write_string_with_format(row, 0, item, &look.text)?;
            sheet.write_datetime_with_format(row, 1, &day(date)?, &look.date)?;
            row += 1;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}
