//! The briefings of secretary and head: of which month each is, and who came.

use crate::{
    date::Month,
    finding::{Flaws, Place},
    records::briefing::BriefingRow,
    register::{Cell, Record},
    targets::{Ask, doubt},
};

/// The briefings of every year: one early in a year may count for the year before.
fn rows<'c, 'a>(cell: &'c Cell<'a>) -> impl Iterator<Item = &'c Record<'a, BriefingRow<'a>>> {
    cell.years.values().flat_map(|book| &book.briefings.rows)
}

/// The briefings of the months of a year, each with its month, within the period.
pub(super) fn of_year<'c, 'a>(
    cell: &'c Cell<'a>,
    ask: &Ask<'_>,
) -> impl Iterator<Item = (Month, &'c Record<'a, BriefingRow<'a>>)> {
    let (year, period) = (ask.year, ask.ctx.period());
    let months = rows(cell).map(|row| (row.month.copied().unwrap_or_else(|| Month::of(row.date.0)), row));
    months.filter(move |(month, row)| {
        month.year == year && !row.month.is_unread() && !is_wrong(row) && period.covers(row.date.0)
    })
}

fn is_wrong(row: &Record<'_, BriefingRow<'_>>) -> bool {
    row.has(Flaws::WHOLE.and(Flaws::TIME))
}

/// Whether secretary and head were both there; `None` where it is not recorded.
pub(super) fn both_came(row: &BriefingRow<'_>) -> Option<bool> {
    let came = [&row.secretary, &row.head].map(|came| came.copied().map(|came| came.0));
    match came {
        [Some(false), _] | [_, Some(false)] => Some(false),
        [Some(true), Some(true)] => Some(true),
        _ => None,
    }
}

/// Records that may be the month's briefing, but cannot be read or placed.
pub(super) fn doubtful<'c>(cell: &'c Cell<'_>, month: Month) -> impl Iterator<Item = Place<'c>> {
    let unclear = rows(cell).filter(move |row| {
        let unread = row.month.is_unread() || row.secretary.is_unread() || row.head.is_unread();
        (unread || is_wrong(row)) && doubt::is_near(month, row.date.0)
    });
    // A row of December may stand among those of the next year.
    let near = move |year: i32| year == month.year || year == month.year + 1 && month.month == 12;
    let unread = cell.years.iter().filter(move |(year, book)| near(**year) && book.briefings.unread);
    let files = unread.map(move |(_, book)| book.briefings.place().unwrap_or(cell.place()));
    unclear.map(|row| row.whole()).chain(files)
}
