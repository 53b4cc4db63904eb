//! Workbooks by their own formats, read with `calamine`.

use std::io::Cursor;

use calamine::{
    Data, DataRef, ExcelDateTime, Ods, OdsError, Range, Reader, SheetVisible, Xls, XlsError, Xlsx, XlsxError,
};

use super::{Area, Book, BookKind, Cell, Fault, Grid, MAX_CELLS, Place, guard::guarded, ole};
use crate::date::{Date, parse_iso};

/// Cell by cell: a sheet whose only cell stands in the last row of the last column needs no room for the others.
pub(super) fn xlsx(bytes: &[u8]) -> Result<Book, Fault> {
    guarded(|| {
        let broken = |error: XlsxError| match error {
            XlsxError::Password => Fault::Locked,
            error => Fault::Broken(error.to_string()),
        };
        let mut book = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
        let (mut grids, mut left) = (Vec::new(), MAX_CELLS);
        for (name, hidden) in sheets(&book) {
            // A sheet of a chart alone has neither areas nor cells.
            let merged = merged(&book.merge_cells_by_sheet_name(&name).unwrap_or_default());
            let mut grid = Grid { name: name.clone(), hidden, merged, ..Grid::default() };
            let Ok(mut cells) = book.worksheet_cells_reader(&name) else { continue };
            while let Some(cell) = cells.next_cell().map_err(broken)? {
                let (row, column) = cell.get_position();
                let value = match cell.get_value() {
                    DataRef::SharedString(text) => Cell::text(text),
                    other => typed(&Data::from(other.clone())),
                };
                if let Some(value) = value {
                    left = left.checked_sub(1).ok_or(Fault::TooLarge)?;
                    grid.put(Place { row, column }, value);
                }
            }
            grids.push(grid);
        }
        Ok(Book { kind: BookKind::Xlsx, grids })
    })
}

pub(super) fn xls(bytes: &[u8]) -> Result<Book, Fault> {
    if !ole::fits(bytes)? {
        return Err(Fault::TooLarge);
    }
    guarded(|| {
        let mut book = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
            XlsError::Password => Fault::Locked,
            error => Fault::Broken(error.to_string()),
        })?;
        let mut grids = whole(&mut book, |error| Fault::Broken(error.to_string()))?;
        for grid in &mut grids {
            let areas = book.merge_cells_by_sheet_name(&grid.name).unwrap_or_default();
            grid.merged = merged(&areas);
        }
        Ok(Book { kind: BookKind::Xls, grids })
    })
}

pub(super) fn ods(bytes: &[u8]) -> Result<Book, Fault> {
    guarded(|| {
        let broken = |error: OdsError| match error {
            OdsError::Password => Fault::Locked,
            error => Fault::Broken(error.to_string()),
        };
        let mut book: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(broken)?;
        Ok(Book { kind: BookKind::Ods, grids: whole(&mut book, broken)? })
    })
}

type Bytes<'b> = Cursor<&'b [u8]>;

fn sheets<'b, R: Reader<Bytes<'b>>>(book: &R) -> Vec<(String, bool)> {
    let sheets = book.sheets_metadata().iter();
    sheets.map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible)).collect()
}

/// Every sheet of a book whose reader holds it in memory already.
fn whole<'b, R: Reader<Bytes<'b>>>(book: &mut R, broken: impl Fn(R::Error) -> Fault) -> Result<Vec<Grid>, Fault> {
    let (mut grids, mut left) = (Vec::new(), MAX_CELLS);
    for (name, hidden) in sheets(book) {
        let range: Range<Data> = book.worksheet_range(&name).map_err(&broken)?;
        let mut grid = Grid { name, hidden, ..Grid::default() };
        // What a range counts from is its first cell that holds anything.
        let (top, start) = range.start().unwrap_or((0, 0));
        for (row, column, value) in range.used_cells() {
            let (Ok(row), Ok(column)) = (u32::try_from(row), u32::try_from(column)) else { continue };
            if let Some(value) = typed(value) {
                left = left.checked_sub(1).ok_or(Fault::TooLarge)?;
                grid.put(Place { row: top + row, column: start + column }, value);
            }
        }
        grids.push(grid);
    }
    Ok(grids)
}

/// Those in which headings may stand; a sheet may have many more.
fn merged(areas: &[calamine::Dimensions]) -> Vec<Area> {
    const ROWS: u32 = 100;
    const MOST: usize = 2_000;
    let place = |(row, column)| Place { row, column };
    let areas = areas.iter().filter(|area| area.start.0 < ROWS).take(MOST);
    areas.map(|area| Area { first: place(area.start), last: place(area.end) }).collect()
}

fn typed(data: &Data) -> Option<Cell> {
    Some(match data {
        Data::Empty => return None,
        Data::String(text) | Data::DurationIso(text) => return Cell::text(text),
        Data::Int(number) => Cell::Whole(*number),
        Data::Float(number) => Cell::number(*number),
        Data::Bool(truth) => Cell::Truth(*truth),
        Data::DateTime(time) => moment(*time),
        // `2018-03-05` or `2018-03-05T19:30:00`.
        Data::DateTimeIso(text) => match text.get(..10).and_then(parse_iso) {
            Some(day) => Cell::Day(day),
            None => return Cell::text(text),
        },
        Data::Error(error) => Cell::Error(error.to_string()),
    })
}

/// A time of day alone, or a length of time, is shown as the number that it is.
fn moment(time: ExcelDateTime) -> Cell {
    let (year, month, day, ..) = time.to_ymd_hms_milli();
    let date = Date::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day));
    match date.filter(|_| time.is_datetime() && time.as_f64() >= 1.0) {
        Some(day) => Cell::Day(day),
        None => Cell::number(time.as_f64()),
    }
}
