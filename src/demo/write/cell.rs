//! A cell's own files: what it is, its people, their statuses and roles through time.

use std::io;

use super::{
    Scope,
    csv::{self, Csv},
    toml::{Toml, list},
    year::Plan,
};
use crate::{
    demo::{
        life::{Admitted, Cell, CommuneLife, Person},
        out::Out,
    },
    parse::Vocabulary,
    unit::join,
};

/// A year of a cell that is to be written.
pub(super) struct Year<'y> {
    pub(super) life: &'y CommuneLife,
    pub(super) index: usize,
    pub(super) year: i32,
    /// Of the cell.
    pub(super) directory: &'y str,
    /// The cell's path in the province.
    pub(super) name: &'y str,
    pub(super) plan: &'y Plan,
    pub(super) scope: &'y Scope,
    pub(super) out: &'y Out<'y>,
}

impl Year<'_> {
    pub(super) fn cell(&self) -> &Cell {
        &self.life.cells[self.index]
    }

    pub(super) fn slack(&self) -> u32 {
        self.cell().quality.slack(self.year)
    }

    /// Writes a file of the year.
    pub(super) fn file(&self, name: &str, text: String) -> io::Result<()> {
        self.out.file(&join(self.directory, &format!("{}/{name}", self.year)), text)
    }
}

pub(super) fn write(life: &CommuneLife, cell: usize, directory: &str, scope: &Scope, out: &Out<'_>) -> io::Result<()> {
    let write = |name: &str, text| out.file(&join(directory, name), text);
    let of = &life.cells[cell];
    write("cell.toml", file(life, of, scope))?;
    write("members.csv", members(of, scope))?;
    write("statuses.csv", statuses(of, scope))?;
    write("roles.csv", roles(of, scope))
}

fn file(life: &CommuneLife, cell: &Cell, scope: &Scope) -> String {
    let mut file = Toml::new();
    file.text("name", &cell.name).word("kind", cell.kind);
    if let Some(village) = cell.village {
        file.put("villages", list([&life.villages[village].id]));
    }
    if let Some(section) = cell.section {
        file.text("section", section);
    }
    if let Some((last_day, next)) = cell.merged.filter(|(last_day, _)| scope.known(*last_day).is_some()) {
        file.put("dissolved", last_day).text("successor", &life.cells[next].id);
    }
    for term in cell.terms.iter().filter(|term| scope.known(term.congress).is_some()) {
        file.element("terms")
            .put("congress", term.congress)
            .document("resolution", "01-NQ/ĐH", term.congress)
            .day("working_regulations", term.working_regulations.and_then(|day| scope.known(day)))
            .day("inspection_programme", scope.known(term.inspection_programme));
    }
    file.finish()
}

/// Who is known by the last day to have been there, with their ids.
fn people<'c>(cell: &'c Cell, scope: &'c Scope) -> impl Iterator<Item = (String, &'c Person)> {
    let people = cell.people.iter().enumerate();
    people
        .filter(|(_, person)| !person.time().is_empty() && person.from.is_none_or(|day| scope.known(day).is_some()))
        .map(|(index, person)| (cell.id_of(index), person))
}

fn members(cell: &Cell, scope: &Scope) -> String {
    let mut rows = Csv::new("id,admitted,official,from,until,leaving,temporary");
    for (id, person) in people(cell, scope) {
        let official = scope.known(person.official());
        let (admitted, official) = match person.admitted {
            Admitted::Day(day) => (day.to_string(), csv::day(official)),
            Admitted::MonthOf(day) => {
                let month = |day: crate::date::Date| day.format("%Y-%m").to_string();
                (month(day), official.map(month).unwrap_or_default())
            }
        };
        let left = person.left.filter(|(day, _)| scope.known(*day).is_some());
        let (until, leaving) = left.map_or_else(Default::default, |(day, why)| (day.to_string(), why.word()));
        let temporary = if person.temporary { "yes" } else { "" };
        rows.row([&id, &admitted, &official, &csv::day(person.from), &until, leaving, temporary]);
    }
    rows.finish()
}

fn statuses(cell: &Cell, scope: &Scope) -> String {
    let mut rows = Csv::new("member,status,from,until,reason");
    for (id, person) in people(cell, scope) {
        let mut statuses: Vec<_> = person.statuses.iter().filter(|status| scope.known(status.from).is_some()).collect();
        statuses.sort_by_key(|status| status.from);
        for status in statuses {
            let (from, until) = (status.from.to_string(), csv::day(status.until));
            rows.row([&id, status.status.word(), &from, &until, status.reason.word()]);
        }
    }
    rows.finish()
}

fn roles(cell: &Cell, scope: &Scope) -> String {
    let mut rows = Csv::new("member,role,from,until,how");
    let mut terms: Vec<_> = cell.roles.iter().filter(|term| scope.known(term.from).is_some()).collect();
    terms.sort_by_key(|term| (term.person, term.from));
    for term in terms {
        let until = term.until.and_then(|day| scope.known(day));
        rows.row([&cell.id_of(term.person), term.role.word(), &term.from.to_string(), &csv::day(until), "elected"]);
    }
    rows.finish()
}
