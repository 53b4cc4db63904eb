//! The sheet of what is still missing, one line a shortfall.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::{look::Look, number, say, set_up};
use crate::{board::Board, clauses, date::show_period, lang::Lang, targets};

const HEADING: u32 = 0;

pub(super) fn write(sheet: &mut Worksheet, lang: Lang, board: &Board, look: &Look) -> Result<(), XlsxError> {
    set_up(sheet, say(lang, "Chưa đạt", "Shortfalls"), HEADING)?;
    let heads = [
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
        let title = targets::find(gap.target).map_or(gap.target, |(_, target)| target.title.of(lang));
        let texts = [
            (0, gap.unit.to_string()),
            (1, board.names.get(&gap.unit).cloned().unwrap_or_default()),
            (2, gap.period.as_deref().map(|period| show_period(period, lang)).unwrap_or_default()),
            (3, title.to_owned()),
            (4, gap.message.replace('`', "")),
            (6, gap.clause.map(|clause| clauses::shown(clause, lang)).unwrap_or_default()),
            (7, gap.explained.clone().unwrap_or_default()),
            (8, gap.path.to_string()),
        ];
        for (column, text) in &texts {
            sheet.write_string_with_format(row, *column, text, &look.text)?;
        }
        let widths = texts.iter().map(|(column, text)| (text.as_str(), heads[usize::from(*column)].1));
        sheet.set_row_height(row, Look::height(&widths.collect::<Vec<_>>()))?;
        sheet.write_number_with_format(row, 5, number(gap.count), &look.count)?;
        match gap.line {
            Some(line) => sheet.write_number_with_format(row, LAST, f64::from(line), &look.count)?,
            None => sheet.write_blank(row, LAST, &look.count)?,
        };
    }
    let last = u32::try_from(board.missing.len()).unwrap_or(0);
    if last > 0 {
        sheet.autofilter(HEADING, 0, HEADING + last, LAST)?;
    } else {
        let none = say(lang, "Không có việc nào còn thiếu.", "Nothing is missing.");
        sheet.write_string_with_format(HEADING + 1, 0, none, &look.plain)?;
    }
    sheet.set_freeze_panes(HEADING + 1, 2)?;
    Ok(())
}

const LAST: u16 = 9;
