//! What stands recorded: a day, a document. `None` where that cannot be told. An unknown key of a record (`misspelt`) may
//! be what seems to be missing.

use crate::{
    date::{Date, Span},
    finding::Place,
    parse::{Field, dates::Day},
    records::shared::Document,
    targets::{Miss, Sink},
};

/// Whether a day is recorded that lies within a span.
pub(super) fn day(field: &Field<Day>, within: Span, misspelt: bool) -> Option<bool> {
    match field {
        Field::Unread(_) => None,
        Field::Absent => (!misspelt).then_some(false),
        Field::Said(day, _) => Some(within.covers(day.0)),
    }
}

/// Whether a document is recorded. It counts when its date is not after a day; one without a date counts by its number.
pub(super) fn document(field: &Field<Document<'_>>, by: Date, misspelt: bool) -> Option<bool> {
    within(field, misspelt, |document| {
        let (number, date) = (&document.number, &document.date);
        if number.is_unread() || date.is_unread() {
            return None;
        }
        match date.copied() {
            Some(day) => Some(day.0 <= by),
            None if number.get().is_some() => Some(true),
            None => (!misspelt).then_some(false),
        }
    })
}

/// Whether something is recorded in a table of the record.
pub(super) fn within<T>(table: &Field<T>, misspelt: bool, look: impl FnOnce(&T) -> Option<bool>) -> Option<bool> {
    match table {
        Field::Unread(_) => None,
        Field::Absent => (!misspelt).then_some(false),
        Field::Said(table, _) => look(table),
    }
}

/// Counts one subject by what is recorded of it; where that cannot be told, the record at `at` is left out.
pub(super) fn settle<'p>(at: Place<'p>, told: Option<bool>, sink: &mut Sink<'_, '_>, miss: impl FnOnce() -> Miss<'p>) {
    match told {
        Some(true) => sink.holds(at),
        Some(false) => sink.missing(at, 1, || vec![miss()]),
        None => sink.left_out(at),
    }
}
