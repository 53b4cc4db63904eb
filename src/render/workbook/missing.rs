//! The sheet of what is still missing, one line a shortfall.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::{look::Look, number, say, set_up};
use crate::{
    board::{Board, ToldGap},
    clauses,
    lang::Lang,
};

const HEADING: u32 = 0;

const COLUMNS: usize = 10;

/// What stands in a box.
enum Value {
    Text(String),
    /// Absent: an empty box.
    Number(Option<f64>),
}

pub(super) fn write(sheet: &mut Worksheet, lang: Lang, board: &Board, look: &Look) -> Result<(), XlsxError> {
    set_up(sheet, say(lang, "Chưa đạt", "Shortfalls"), HEADING)?;
    let heads: [(&str, f64); COLUMNS] = [
        (say(lang, "Đơn vị", "Unit"), 24.0),
        (say(lang, "Tên", "Name"), 22.0),
        (say(lang, "Kỳ", "Period"), 11.0),
        (say(lang, "Chỉ tiêu", "Target"), 28.0),
        (say(lang, "Nội dung", "What is missing"), 48.0),
        (say(lang, "Số việc", "Count"), 7.0),
        (say(lang, "Mục", "Clause"), 10.0),
        (say(lang, "Giải trình", "Explained"), 16.0),
        (say(lang, "Tệp", "File"), 32.0),
        (say(lang, "Dòng", "Line"), 7.0),
    ];
    for (column, (head, width)) in (0u16..).zip(heads) {
        sheet.write_string_with_format(HEADING, column, head, &look.head)?;
        sheet.set_column_width(column, width)?;
    }
    for (row, gap) in (HEADING + 1..).zip(board.missing_in_order()) {
        let ToldGap { period, title, message, explained } = gap.told(lang);
        let values: [Value; COLUMNS] = [
            Value::Text(gap.unit.to_string()),
            Value::Text(board.names.get(&gap.unit).cloned().unwrap_or_default()),
            Value::Text(period),
            Value::Text(title.to_owned()),
            Value::Text(message),
            Value::Number(Some(number(gap.count))),
            Value::Text(gap.clause.map(|clause| clauses::shown(clause, lang)).unwrap_or_default()),
            Value::Text(explained),
            Value::Text(gap.path.to_string()),
            Value::Number(gap.line.map(f64::from)),
        ];
        let mut widths = Vec::new();
        for ((column, value), (_, width)) in (0u16..).zip(&values).zip(heads) {
            match value {
                Value::Text(text) => {
                    sheet.write_string_with_format(row, column, text, &look.text)?;
                    widths.push((text.as_str(), width));
                }
                Value::Number(Some(number)) => {
                    sheet.write_number_with_format(row, column, *number, &look.count)?;
                }
                Value::Number(None) => {
                    sheet.write_blank(row, column, &look.count)?;
                }
            }
        }
        sheet.set_row_height(row, Look::height(&widths))?;
    }
    let last = u32::try_from(board.missing.len()).unwrap_or(0);
    if last > 0 {
        let last_column = u16::try_from(COLUMNS - 1).unwrap_or(u16::MAX);
        sheet.autofilter(HEADING, 0, HEADING + last, last_column)?;
    } else {
        let none = say(lang, "Không có việc nào còn thiếu.", "Nothing is missing.");
        sheet.write_string_with_format(HEADING + 1, 0, none, &look.plain)?;
    }
    sheet.set_freeze_panes(HEADING + 1, 2)?;
    Ok(())
}
