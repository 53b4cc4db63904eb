//! One CSV row as a record.

use std::borrow::Cow;

use serde::{
    Deserializer,
    de::{Error, Visitor},
    forward_to_deserialize_any,
};

use crate::{
    date,
    parse::{
        Field, Problems,
        canonical::Canonical,
        csv_dates::Dates,
        csv_reader::RawRow,
        dates::{DATE, PARTIAL_DATE},
        problem::bare,
        record::Fields,
        refusal::Refusal,
    },
    source::At,
};

/// The start of a row, from which the places of its cells follow.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) row: u32,
    pub(super) delimiter: u8,
}

impl Place {
    pub(super) fn of(row: &RawRow<'_>, delimiter: u8) -> Self {
        Self { row: row.start, delimiter }
    }

    pub(super) fn cell(self, column: u16) -> At {
        At::Cell { row: self.row, column, delimiter: self.delimiter }
    }

    pub(super) fn row_start(self) -> At {
        self.cell(0)
    }
}

/// One row: a record whose fields are the cells that hold something.
pub(super) struct Row<'p, 't> {
    /// Of each column, the place of its key.
    pub(super) columns: &'p [usize],
    pub(super) cells: Vec<Cow<'t, str>>,
    pub(super) keys: &'static [&'static str],
    pub(super) place: Place,
    pub(super) dates: &'p Dates,
    pub(super) problems: &'p Problems<'p>,
}

impl<'p, 't> Row<'p, 't> {
    /// The cells that hold something. Required ones that hold nothing are reported.
    pub(super) fn fields(self) -> Cells<'p, 't> {
        for (place, key) in self.keys.iter().enumerate() {
            let Some(key) = key.strip_prefix('*') else { continue };
            let column = self.columns.iter().position(|of_column| *of_column == place).unwrap_or(0);
            if self.cells.get(column).is_none_or(|cell| cell.is_empty()) {
                self.problems.empty_cell(key, self.place.cell(u16::try_from(column).unwrap_or(u16::MAX)));
            }
        }
        Cells { row: self, next: 0, given: None }
    }
}

/// The fields of a row.
pub(super) struct Cells<'p, 't> {
    row: Row<'p, 't>,
    /// The column that is looked at next.
    next: u16,
    /// The column whose key was given last, and the place of that key.
    given: Option<(u16, usize)>,
}

impl<'a> Fields<'a> for Cells<'_, 'a> {
    type Error = Refusal;

    fn next(&mut self) -> Result<Option<usize>, Refusal> {
        while let Some(cell) = self.row.cells.get(usize::from(self.next)) {
            let column = self.next;
            self.next += 1;
            if !cell.is_empty() {
                self.given = self.row.columns.get(usize::from(column)).map(|place| (column, *place));
                return Ok(self.given.map(|(_, place)| place));
            }
        }
        Ok(None)
    }

    /// A value that is refused is reported and left out.
    fn read<T: Canonical<'a>>(&mut self, field: &mut Field<T>) -> Result<(), Refusal> {
        let Some((column, place)) = self.given.take() else { return Ok(()) };
        let row = &mut self.row;
        let text = row.cells.get_mut(usize::from(column)).map(std::mem::take).unwrap_or_default();
        let (key, at) = (bare(row.keys.get(place).copied().unwrap_or_default()), row.place.cell(column));
        *field = match T::deserialize(Cell { text, dates: row.dates }) {
            Ok(value) => Field::Said(value, at),
            Err(refusal) => {
                row.problems.refused(key, at, refusal);
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
struct Cell<'p, 't> {
    text: Cow<'t, str>,
    dates: &'p Dates,
}

impl<'a> Cell<'_, 'a> {
    fn visit<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match self.text {
            Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
            Cow::Owned(text) => visitor.visit_string(text),
        }
    }
}

impl<'a> Deserializer<'a> for Cell<'_, 'a> {
    type Error = Refusal;

    fn deserialize_any<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Refusal> {
        self.visit(visitor)
    }

    fn deserialize_u32<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match date::digits(&self.text) {
            Some(number) => visitor.visit_i64(i64::from(number)),
            None => Err(Refusal::custom("u32")),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'a>>(self, name: &'static str, visitor: V) -> Result<V::Value, Refusal> {
        if !matches!(name, DATE | PARTIAL_DATE) {
            return self.visit(visitor);
        }
        match self.dates.iso(&self.text)? {
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
