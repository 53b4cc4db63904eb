//! Tables that stand otherwise than most do, brought into the shape of those: an attendance book with its days in rows,
//! the list of one meeting with a column for each mark, a list with the head of a village and the deputy in one row. Each
//! row keeps the place that it came from.

mod people;
mod posts;
#[cfg(test)]
mod refused;
mod ticked;
mod titled;
mod turned;
mod two_posts;

pub(crate) use self::people::things;
use super::What;
use crate::sheet_file::{Cell, Grid, Place};

/// The table of a sheet in its usual shape; nothing where the sheet holds none of the other shape.
pub(crate) fn reshape(grid: &Grid, what: What, year: Option<i32>, day_first: bool) -> Option<Grid> {
    match what {
        What::Attendance => turned::turned(grid, year, day_first).or_else(|| ticked::ticked(grid, year, day_first)),
        What::Officials => two_posts::apart(grid),
        What::Members | What::Summary => None,
    }
}

/// Begins a sheet with what stands above a table: titles, where the year may be said.
fn titles(grid: &Grid, first: u32) -> Grid {
    let mut other = Grid::default();
    other.name.clone_from(&grid.name);
    other.hidden = grid.hidden;
    for (place, cell) in grid.cells().take_while(|(place, _)| place.row < first) {
        other.put(place, cell.clone());
    }
    other
}

fn put(grid: &mut Grid, row: u32, column: usize, cell: Option<Cell>) {
    if let (Some(cell), Ok(column)) = (cell, u32::try_from(column)) {
        grid.put(Place { row, column }, cell);
    }
}
