//! One CSV row as a record.

use std::borrow::Cow;

use serde::{
    Deserializer,
    de::{Error, Visitor},
    forward_to_deserialize_any,
};

use crate::{
    date,
    lang::{plural, say},
    parse::{
        Field, Problems,
        canonical::Canonical,
        csv_dates::Dates,
        csv_header::{Columns, read_header, report_empty},
        csv_rows::{RawRow, RawRows},
        dates::{DATE, PARTIAL_DATE},
        problem::bare,
        record::Fields,
        refusal::Refusal,
    },
    rules::csv_row_length,
    source::At,
};

/// The start of a row, from which the places of its cells follow.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) row: u32,
    pub(super) delimiter: u8,
}

impl Place {
    pub(super) fn of(row: RawRow<'_, '_>, delimiter: u8) -> Self {
        Self { row: row.start, delimiter }
    }

    pub(super) fn cell(self, column: u16) -> At {
        At::Cell { row: self.row, column, delimiter: self.delimiter }
    }

    pub(super) fn row_start(self) -> At {
        self.cell(0)
    }
}

/// What the rows of one file are read by.
pub(super) struct Sheet<'p> {
    columns: Columns,
    dates: Dates,
    delimiter: u8,
    problems: &'p Problems<'p>,
}

impl<'p> Sheet<'p> {
    /// Of rows of which the first is the header.
    pub(super) fn of(
        raw: &RawRows<'_>,
        delimiter: u8,
        keys: &'static [&'static str],
        problems: &'p Problems<'p>,
    ) -> Option<Self> {
        let mut rows = raw.iter();
        let Some(header) = rows.next() else {
            report_empty(keys, problems);
            return None;
        };
        let columns = read_header(header, keys, delimiter, problems)?;
        Some(Self { columns, dates: Dates::of(rows, delimiter, problems), delimiter, problems })
    }

    pub(super) fn place(&self, row: RawRow<'_, '_>) -> Place {
        Place::of(row, self.delimiter)
    }

    /// The fields of a row; `None` where it has too many or too few. Required cells that hold nothing are reported.
    pub(super) fn cells<'r, 't>(&'r self, row: RawRow<'r, 't>) -> Option<Cells<'r, 't>> {
        let place = self.place(row);
        if row.cells.len() != self.columns.places.len() {
            self.wrong_length(row);
            return None;
        }
        for (column, key) in &self.columns.required {
            if row.cells[usize::from(*column)].is_empty() {
                self.problems.empty_cell(key, place.cell(*column));
            }
        }
        Some(Cells { sheet: self, cells: row.cells, place, next: 0, given: 0 })
    }

    fn wrong_length(&self, row: RawRow<'_, '_>) {
        let (lang, has, wanted) = (self.problems.lang, row.cells.len(), self.columns.places.len());
        let (cell, column) = (plural(has as u64, "cell", "cells"), plural(wanted as u64, "column", "columns"));
        // Point at what is too much, or at the end where something is missing.
        let wrong = u16::try_from(has.min(wanted)).unwrap_or(u16::MAX);
        self.problems.add(
            &csv_row_length::RULE,
            self.place(row).cell(wrong),
            say!(
                lang,
                "dòng có {has} ô, dòng đầu có {wanted} cột",
                "the row has {has} {cell}, the header {wanted} {column}"
            ),
            Some(say!(
                lang,
                "ô có dấu phân cách bên trong phải đặt trong ngoặc kép; ô trống vẫn cần dấu phân cách",
                "quote a cell that holds a separator; an empty cell still needs its separator"
            )),
        );
    }
}

/// One row: a record whose fields are the cells that hold something.
pub(super) struct Cells<'r, 't> {
    sheet: &'r Sheet<'r>,
    cells: &'r [Cow<'t, str>],
    place: Place,
    /// The column that is looked at next.
    next: u16,
    /// The column whose key was given last.
    given: u16,
}

impl<'a> Fields<'a> for Cells<'_, 'a> {
    type Error = Refusal;

    /// Columns are mostly in the order of their keys.
    #[inline(always)]
    fn is_next(&mut self, place: usize, _: &'static str) -> bool {
        let column = usize::from(self.next);
        if self.sheet.columns.places.get(column) != Some(&place) {
            return false;
        }
        self.given = self.next;
        self.next += 1;
        self.cells.get(column).is_some_and(|cell| !cell.is_empty())
    }

    fn is_end(&mut self) -> Result<bool, Refusal> {
        Ok(usize::from(self.next) == self.cells.len())
    }

    fn next(&mut self) -> Result<Option<usize>, Refusal> {
        while let Some(cell) = self.cells.get(usize::from(self.next)) {
            self.given = self.next;
            self.next += 1;
            if !cell.is_empty() {
                return Ok(self.sheet.columns.places.get(usize::from(self.given)).copied());
            }
        }
        Ok(None)
    }

    /// A value that is refused is reported and left out.
    #[inline(never)]
    fn read<T: Canonical<'a>>(&mut self, field: &mut Field<T>) -> Result<(), Refusal> {
        let Some(text) = self.cells.get(usize::from(self.given)) else { return Ok(()) };
        let at = self.place.cell(self.given);
        *field = match T::deserialize(Cell { text, dates: &self.sheet.dates }) {
            Ok(value) => Field::Said(value, at),
            Err(refusal) => {
                let Columns { keys, places, .. } = &self.sheet.columns;
                let key = places.get(usize::from(self.given)).and_then(|place| keys.get(*place));
                self.sheet.problems.refused(bare(key.copied().unwrap_or_default()), at, refusal);
                Field::Unread(at)
            }
        };
        Ok(())
    }

    fn pass(&mut self) -> Result<(), Refusal> {
        Ok(())
    }
}

/// One cell; its text goes to whatever type reads it.
struct Cell<'r, 't> {
    text: &'r Cow<'t, str>,
    dates: &'r Dates,
}

impl<'a> Cell<'_, 'a> {
    fn visit<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match self.text {
            Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
            Cow::Owned(text) => visitor.visit_str(text),
        }
    }
}

impl<'a> Deserializer<'a> for Cell<'_, 'a> {
    type Error = Refusal;

    fn deserialize_any<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Refusal> {
        self.visit(visitor)
    }

    fn deserialize_u32<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match date::digits(self.text) {
            Some(number) => visitor.visit_i64(i64::from(number)),
            None => Err(Refusal::custom("u32")),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'a>>(self, name: &'static str, visitor: V) -> Result<V::Value, Refusal> {
        if !matches!(name, DATE | PARTIAL_DATE) {
            return self.visit(visitor);
        }
        match self.dates.iso(self.text)? {
            Some(iso) => visitor.visit_str(&iso),
            None if name == PARTIAL_DATE => self.visit(visitor),
            None => self.visit(visitor).map_err(|_: Refusal| Refusal::custom("date cell")),
        }
    }

    forward_to_deserialize_any! {
        <V: Visitor<'a>>
        bool i8 i16 i32 i64 i128 u8 u16 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct enum identifier ignored_any option map struct
    }
}
