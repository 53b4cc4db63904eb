//! When a cell or village owes something: due years, due months, the day of the year's state; and the records of a year.

use chrono::Days;

use crate::{
    date::{Date, Month, Quarter, Span},
    finding::Place,
    records::{cell_year::CellYear, village::VillageRow, village_year::VillageYearRow},
    register::{Cell, Commune, Lookup, Record},
    targets::{Ask, Sink, months::Months},
    unit::join,
};

/// Whether the year is due for the cell. A cell whose time is not sure is left out of a year that may be due.
pub(super) fn year(cell: &Cell<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) -> bool {
    match cell.sure_life() {
        Some(life) => ask.is_due_year(life),
        None if ask.ctx.is_due_year(ask.year) => leave_out(cell, sink),
        None => false,
    }
}

/// Whether the cell is there on the reference date; one whose time is not sure is left out.
pub(super) fn alive(cell: &Cell<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) -> bool {
    match cell.sure_life() {
        Some(life) => life.covers(ask.reference),
        None => leave_out(cell, sink),
    }
}

/// The due months of the year; `None` where the cell's time is not sure, and then it is left out.
pub(super) fn months(cell: &Cell<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) -> Option<Months> {
    let Some(life) = cell.sure_life() else {
        leave_out(cell, sink);
        return None;
    };
    Some(due_months(life, ask))
}

/// The months of the year that are due of what existed for `life`.
pub(crate) fn due_months(life: Span, ask: &Ask<'_>) -> Months {
    let ctx = ask.ctx;
    let life = life.meet(ctx.period());
    let over = ctx.as_of.checked_sub_days(Days::new(ctx.settings.grace_days.into())).unwrap_or(Date::MIN);
    let months = Months::whole_in(ask.year, Span { until: life.until.min(over), ..life });
    let days = |month: Month| Span { from: month.first_day(), until: month.last_day() };
    debug_assert!(Month::of_year(ask.year).all(|month| months.has(month) == ctx.is_due(days(month), life)));
    months
}

/// As `due_months`, the quarters: those of which every month is due.
pub(crate) fn due_quarters(life: Span, ask: &Ask<'_>) -> impl Iterator<Item = Quarter> {
    let months = due_months(life, ask);
    Quarter::of_year(ask.year).filter(move |quarter| months.has_quarter(*quarter))
}

fn leave_out(cell: &Cell<'_>, sink: &mut Sink<'_, '_>) -> bool {
    sink.cover(false);
    sink.left_out(cell.place());
    false
}

/// The file of the cell's year.
pub(super) fn year_file<'c, 'a>(cell: &'c Cell<'a>, year: i32) -> Lookup<&'c Record<'a, CellYear<'a>>> {
    match cell.years.get(&year).map(|book| &book.file) {
        Some(Lookup::Found(file)) => Lookup::Found(file),
        Some(Lookup::Unread) => Lookup::Unread,
        Some(Lookup::Missing) | None => Lookup::Missing,
    }
}

/// Whether the village is there on the reference date; one whose time is not sure is left out.
pub(super) fn is_village_alive(village: &Record<'_, VillageRow<'_>>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) -> bool {
    let alive = Commune::is_alive(village, ask.reference);
    if alive.is_none() {
        leave_out_village(village, sink);
    }
    alive == Some(true)
}

pub(super) fn leave_out_village(village: &Record<'_, VillageRow<'_>>, sink: &mut Sink<'_, '_>) {
    sink.cover(false);
    sink.left_out(village.whole());
}

/// The village's row of the year, and whether there is one counts for its coverage. A village without it is unknown; one
/// whose villages.csv could not be read is left out.
pub(super) fn village_year<'c, 'a>(
    commune: &'c Commune<'a>,
    village: &Record<'_, VillageRow<'_>>,
    ask: &Ask<'_>,
    sink: &mut Sink<'_, '_>,
) -> Option<&'c Record<'a, VillageYearRow<'a>>> {
    let row = commune.years.get(&ask.year).map(|book| book.villages.find(|row| **row.village == **village.id));
    let found = match row {
        Some(Lookup::Found(row)) => Some(row),
        Some(Lookup::Unread) => {
            sink.left_out(Place::path(&join(&commune.unit, &format!("{}/villages.csv", ask.year))));
            None
        }
        Some(Lookup::Missing) | None => {
            sink.unknown(village.whole(), 1);
            None
        }
    };
    // A row that waits to be filled says nothing yet.
    sink.cover(found.is_some_and(|row| {
        let numbers = [&row.head_successors, &row.deputy_successors, &row.hot_spots, &row.mass_complaints];
        numbers.iter().any(|number| !number.is_absent())
    }));
    found
}
