//! The day of a meeting in the titles above its list.

use crate::{
    date::Date,
    import::{
        column::key,
        dates::Dates,
        heading_date::{self, Heading, When},
    },
    lang::Lang,
    sheet_file::{Cell, Grid},
};

/// The one day that the titles say; of several, the one of a line that speaks of a meeting.
pub(super) fn in_titles(grid: &Grid, first: u32, dates: Dates) -> Option<Heading> {
    let above = || grid.cells().take_while(|(place, _)| place.row < first);
    // The form's own basis has a day too: `kèm theo Hướng dẫn số 12-HD/HU ngày …`.
    let own = above().filter(|(place, _)| !says(grid, place.row, &OF_BASIS));
    let all: Vec<(u32, Date)> =
        own.flat_map(|(place, cell)| dates.days_in(cell).into_iter().map(move |day| (place.row, day))).collect();
    let one = |days: Vec<Date>| days.first().copied().filter(|first| days.iter().all(|day| day == first));
    let day = one(all.iter().map(|(_, day)| *day).collect())
        .or_else(|| one(all.iter().filter(|(row, _)| of_meeting(grid, *row)).map(|(_, day)| *day).collect()))?;
    let kind = above().filter(|(place, _)| of_meeting(grid, place.row)).find_map(|(_, cell)| match cell {
        Cell::Text(text) => heading_date::kind(text),
        _ => None,
    });
    Some(Heading { when: When::Day(day), kind })
}

const OF_BASIS: [&str; 7] =
    [" kem theo ", " huong dan ", " cong van ", " quyet dinh ", " ke hoach ", " thong bao ", " mau so "];
const OF_MEETING: [&str; 4] = [" hop ", " sinh hoat ", " diem danh ", " du "];

/// Whether a row speaks of a meeting.
pub(super) fn of_meeting(grid: &Grid, row: u32) -> bool {
    says(grid, row, &OF_MEETING)
}

/// Whether a row holds one of these words.
fn says(grid: &Grid, row: u32, words: &[&str]) -> bool {
    grid.row(row).any(|(_, cell)| {
        let key = format!(" {} ", key(&cell.show(Lang::Vi)));
        words.iter().any(|words| key.contains(words))
    })
}
