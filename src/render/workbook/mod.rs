//! The report as a workbook: real numbers, real dates, formulas whose kept results agree, ready to be printed.

mod look;
mod missing;
mod notes;
mod targets;
mod units;

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, Formula, Workbook, Worksheet, XlsxError, utility::column_number_to_name,
};

use self::look::Look;
use crate::{
    board::Board,
    date::Date,
    lang::{Lang, Words},
    number::decimals,
    report::Line,
    targets::Goal,
};

/// The bytes of the file; the same for the same report.
pub(crate) fn render(lang: Lang, board: &Board) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let look = Look::new();
    let name = &board.report.whole.name;
    let properties = DocProperties::new()
        .set_title(format!("{name} — {}", board.report.year))
        .set_author("chibo")
        // The day of the figures: two runs give one file.
        .set_creation_datetime(&day(board.report.as_of)?);
    book.set_properties(&properties);
    targets::write(book.add_worksheet(), lang, board, &look)?;
    if board.report.whole.lines.iter().any(Line::is_foremost) {
        targets::chart(book.add_worksheet(), lang, board)?;
    }
    if !board.report.by.is_empty() {
        units::write(book.add_worksheet(), lang, board, &look)?;
    }
    // What is missing tells of single cells; a sheet that says nothing would say that nothing is.
    if !board.report.withheld {
        missing::write(book.add_worksheet(), lang, board, &look)?;
    }
    notes::write(book.add_worksheet(), lang, board, &look)?;
    book.save_to_buffer()
}

fn day(date: Date) -> Result<ExcelDateTime, XlsxError> {
    use chrono::Datelike;
    let part = |number: u32| u8::try_from(number).unwrap_or(1);
    ExcelDateTime::from_ymd(u16::try_from(date.year()).unwrap_or(1900), part(date.month()), part(date.day()))
}

/// A sheet's name, and how it is printed: A4, landscape, its heading on each page, as wide as one page.
fn set_up(sheet: &mut Worksheet, name: &str, heading: u32) -> Result<(), XlsxError> {
    sheet.set_name(name)?;
    sheet.set_landscape();
    sheet.set_paper_size(A4);
    sheet.set_margins(0.5, 0.5, 0.6, 0.6, 0.3, 0.3);
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(heading, heading)?;
    sheet.set_footer("&L&F — &A&R&P/&N");
    Ok(())
}

const A4: u8 = 9;

fn say(lang: Lang, vi: &'static str, en: &'static str) -> &'static str {
    Words::new(vi, en).of(lang)
}

/// A whole number in a box; no count of a register is near the 15 digits that a box holds.
#[allow(clippy::cast_precision_loss, reason = "a count below 2^53 is exact")]
fn number(count: u64) -> f64 {
    count as f64
}

/// 16.999 of 20.000 is shown as 84,995%: rounded to 85,00% a missed goal would look reached.
fn share_format(look: &Format, (numerator, denominator, goal): (u64, u64, Goal)) -> Format {
    let decimals = decimals(numerator, denominator, Some(goal)) as usize;
    look.clone().set_num_format(format!("0.{:0decimals$}%", 0))
}

/// A share as a formula over the two boxes to its left, with the result that a spreadsheet program would keep; where
/// nothing is counted the box is empty, for a program that does not calculate would read a nought there.
fn share(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    (numerator, denominator, goal): (u64, u64, Goal),
    format: &Format,
) -> Result<(), XlsxError> {
    if denominator == 0 {
        sheet.write_blank(row, column, format)?;
        return Ok(());
    }
    let format = &share_format(format, (numerator, denominator, goal));
    let (n, d, at) = (column_number_to_name(column - 2), column_number_to_name(column - 1), row + 1);
    let result = number(numerator) / number(denominator);
    let formula = Formula::new(format!(r#"=IF({d}{at}=0,"",{n}{at}/{d}{at})"#)).set_result(result.to_string());
    sheet.write_formula_with_format(row, column, formula, format)?;
    Ok(())
}
