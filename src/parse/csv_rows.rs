//! The rows of a CSV file as they stand there, before anyone knows what they say.

use std::borrow::Cow;

/// The rows that hold anything. Their cells lie one behind the other: a register has many thousands of rows.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct RawRows<'t> {
    cells: Vec<Cow<'t, str>>,
    /// Where each row begins in the text, and where its cells end.
    rows: Vec<(u32, usize)>,
}

/// One row, its cells without the white space around them.
#[derive(Clone, Copy)]
pub(super) struct RawRow<'r, 't> {
    pub(super) start: u32,
    pub(super) cells: &'r [Cow<'t, str>],
}

impl<'t> RawRows<'t> {
    /// With room for what a text of so many bytes mostly holds.
    pub(super) fn with_room(bytes: usize) -> Self {
        Self { cells: Vec::with_capacity(bytes / 6), rows: Vec::with_capacity(bytes / 24) }
    }

    /// Adds a cell to the row that is going to end next.
    pub(super) fn add(&mut self, cell: Cow<'t, str>) {
        self.cells.push(cell);
    }

    /// Ends a row that begins at a byte of the text. Without anything in its cells it is none.
    pub(super) fn end_row(&mut self, start: usize) {
        let begin = self.rows.last().map_or(0, |(_, end)| *end);
        if self.cells[begin..].iter().all(|cell| cell.is_empty()) {
            self.cells.truncate(begin);
        } else {
            self.rows.push((u32::try_from(start).unwrap_or(u32::MAX), self.cells.len()));
        }
    }

    pub(super) fn iter(&self) -> impl ExactSizeIterator<Item = RawRow<'_, 't>> + Clone {
        let mut begin = 0;
        self.rows.iter().map(move |(start, end)| {
            let cells = &self.cells[begin..*end];
            begin = *end;
            RawRow { start: *start, cells }
        })
    }
}
