//! The sheet of units: for each target what is reached, of how many, and the share; sums that follow the filter.

use rust_xlsxwriter::{Formula, Worksheet, XlsxError, utility::column_number_to_name};

use super::{look::Look, number, say, set_up, share};
use crate::{
    board::Board,
    lang::Lang,
    report::{Line, UnitReport, in_order},
};

/// Targets stand above, their three columns below.
const HEADING: u32 = 1;
/// The unit's path and name.
const FIRST: u16 = 2;
/// Targets on a printed page.
const ON_A_PAGE: usize = 5;

pub(super) fn write(sheet: &mut Worksheet, lang: Lang, board: &Board, look: &Look) -> Result<(), XlsxError> {
    set_up(sheet, say(lang, "Từng đơn vị", "By unit"), HEADING)?;
    sheet.set_print_scale(60);
    // A row of every target is no page wide; the names of the units stand on each page instead.
    sheet.set_repeat_rows(0, HEADING)?;
    sheet.set_repeat_columns(0, 1)?;
    let has = |line: &&Line| board.report.by.iter().any(|unit| Board::figure(unit, line.target.id).is_some());
    let columns: Vec<&Line> = board.report.whole.lines.iter().filter(has).collect();
    for (column, head, width) in [(0, say(lang, "Đơn vị", "Unit"), 22.0), (1, say(lang, "Tên", "Name"), 18.0)] {
        sheet.merge_range(0, column, HEADING, column, head, &look.head)?;
        sheet.set_column_width(column, width)?;
    }
    for (column, line) in (FIRST..).step_by(3).zip(&columns) {
        sheet.merge_range(0, column, 0, column + 2, line.target.title.of(lang), &look.head)?;
        let heads = [say(lang, "Đạt", "Count"), say(lang, "Tổng", "Of"), say(lang, "Tỷ lệ", "Share")];
        for (column, head) in (column..).zip(heads) {
            sheet.write_string_with_format(HEADING, column, head, &look.head)?;
            sheet.set_column_width(column, 8.5)?;
        }
    }
    sheet.set_row_height(0, 48)?;
    // A target's three columns stay on one page.
    let breaks = (FIRST..).step_by(3 * ON_A_PAGE).skip(1).take(columns.len().saturating_sub(1) / ON_A_PAGE);
    sheet.set_vertical_page_breaks(&breaks.map(u32::from).collect::<Vec<_>>())?;
    let units: Vec<&UnitReport> =
        in_order(&board.report.by).into_iter().filter(|unit| unit.lines.iter().any(Line::concerns_unit)).collect();
    for (row, unit) in (HEADING + 1..).zip(&units) {
        sheet.write_string_with_format(row, 0, unit.id.as_deref().unwrap_or_default(), &look.text)?;
        sheet.write_string_with_format(row, 1, &unit.name, &look.text)?;
        for (column, line) in (FIRST..).step_by(3).zip(&columns) {
            match Board::figure(unit, line.target.id) {
                Some(line) => {
                    let (n, d) = (line.tally.numerator, line.tally.denominator);
                    sheet.write_number_with_format(row, column, number(n), &look.count)?;
                    sheet.write_number_with_format(row, column + 1, number(d), &look.count)?;
                    share(sheet, (row, column + 2), (n, d, line.goal), &look.share)?;
                }
                // No figure is no nought.
                None => {
                    for column in column..column + 3 {
                        sheet.write_blank(row, column, &look.count)?;
                    }
                }
            }
        }
    }
    let last = HEADING + u32::try_from(units.len()).unwrap_or(0);
    sums(sheet, lang, (last, &columns, &units), look)?;
    let width = FIRST + 3 * u16::try_from(columns.len()).unwrap_or(0);
    if last > HEADING && width > FIRST {
        sheet.autofilter(HEADING, 0, last, width - 1)?;
    }
    sheet.set_freeze_panes(HEADING + 1, FIRST)?;
    Ok(())
}

/// The sum of the rows that the filter shows.
fn sums(
    sheet: &mut Worksheet,
    lang: Lang,
    (last, columns, units): (u32, &[&Line], &[&UnitReport]),
    look: &Look,
) -> Result<(), XlsxError> {
    let row = last + 1;
    sheet.write_string_with_format(
        row,
        0,
        say(lang, "Cộng các dòng đang hiện", "Sum of the rows shown"),
        &look.sum_text,
    )?;
    sheet.write_blank(row, 1, &look.sum_text)?;
    for (column, line) in (FIRST..).step_by(3).zip(columns) {
        let figures = || units.iter().filter_map(|unit| Board::figure(unit, line.target.id));
        let n: u64 = figures().map(|line| line.tally.numerator).sum();
        let d: u64 = figures().map(|line| line.tally.denominator).sum();
        for (column, sum) in [(column, n), (column + 1, d)] {
            let (name, from, to) = (column_number_to_name(column), HEADING + 2, last + 1);
            let formula = Formula::new(format!("=SUBTOTAL(109,{name}{from}:{name}{to})")).set_result(sum.to_string());
            sheet.write_formula_with_format(row, column, formula, &look.sum)?;
        }
        share(sheet, (row, column + 2), (n, d, line.goal), &look.sum_share)?;
    }
    Ok(())
}
