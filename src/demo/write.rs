//! The lived life as records: what a register of the asked years would hold, and nothing that its last day cannot know.

mod agreement;
mod cell;
mod commune;
mod csv;
mod meeting;
mod toml;
mod upper;
mod year;

use std::{io, ops::RangeInclusive};

use crate::{
    date::{Date, Span, ymd},
    demo::{dice::Dice, life::CommuneLife, out::Out},
};

pub(super) use upper::{settings, upper};

/// What of the life is written.
pub(super) struct Scope {
    pub(super) seed: u64,
    pub(super) years: RangeInclusive<i32>,
}

impl Scope {
    /// The days of which the register has records.
    pub(super) fn days(&self) -> Span {
        Span { from: ymd(*self.years.start(), 1, 1), until: ymd(*self.years.end(), 12, 31) }
    }

    /// What is dated after the last day has not happened.
    fn known(&self, day: Date) -> Option<Date> {
        (day <= self.days().until).then_some(day)
    }

    fn years(&self) -> impl Iterator<Item = i32> {
        self.years.clone()
    }
}

/// A commune with its cells, under a directory; `""` is the register's root.
pub(super) fn commune(life: &CommuneLife, directory: &str, scope: &Scope, out: &Out<'_>) -> io::Result<()> {
    commune::write(life, directory, scope, out)?;
    (0..life.cells.len()).try_for_each(|cell| {
        let directory = crate::unit::join(directory, &life.cells[cell].id);
        self::cell(life, cell, &directory, scope, out)
    })
}

/// One cell under a directory.
pub(super) fn cell(life: &CommuneLife, cell: usize, directory: &str, scope: &Scope, out: &Out<'_>) -> io::Result<()> {
    cell::write(life, cell, directory, scope, out)?;
    for year in scope.years().filter(|year| life.cells[cell].is_alive(ymd(*year, 1, 1))) {
        let name = format!("{}/{}", life.path, life.cells[cell].id);
        let plan = year::Plan::of(Dice::of(scope.seed, &name, &format!("plan {year}")));
        let at = cell::Year { life, index: cell, year, directory, name: &name, plan: &plan, scope, out };
        year::write(&at)?;
        meeting::write_all(&at)?;
    }
    Ok(())
}
