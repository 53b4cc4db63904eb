//! The life of a commune from 2016 to 2020, wholly lived before anything is written: whatever years a register asks for
//! tell the same story.

mod agreements;
mod congresses;
mod merger;
mod model;
mod names;
mod officials;
mod people;

use crate::{
    date::{Span, ymd},
    demo::{
        dice::Dice,
        layout::{CellLayout, CommuneLayout},
    },
    records::cell::CellKind,
};

pub(super) use model::{
    Admitted, Agreement, Cell, CommuneLife, Member, Official, Person, PostTerm, Quality, RoleTerm, StatusTerm, Term,
    Village,
};

#[cfg(test)]
pub(super) const OTHERS: usize = names::OTHERS.len();

pub(super) const FIRST_YEAR: i32 = 2016;
pub(super) const LAST_YEAR: i32 = 2020;

pub(super) fn years() -> impl Iterator<Item = i32> {
    FIRST_YEAR..=LAST_YEAR
}

impl CommuneLife {
    pub(super) fn of(seed: u64, layout: &CommuneLayout) -> Self {
        let path = layout.path();
        let mut life = Self {
            place: layout.place,
            quality: Quality(layout.quality),
            villages: Vec::new(),
            cells: Vec::new(),
            officials: Vec::new(),
            agreements: Vec::new(),
            path,
        };
        life.settle(seed, layout);
        let mut dice = Dice::of(seed, &life.path, "commune");
        let merger = merger::choose(&life, &mut dice);
        congresses::hold(&mut life, &mut dice, layout);
        officials::elect(&mut life, &mut dice, layout, merger.as_ref());
        if let Some(merger) = merger {
            merger::merge(&mut life, &merger);
        }
        agreements::sign(&mut life, &mut dice);
        life
    }

    /// Villages and cells with their people.
    fn settle(&mut self, seed: u64, layout: &CommuneLayout) {
        for (number, village) in (1..).zip(&layout.villages) {
            let named = names::village(self.place.kind, number);
            let index = self.villages.len();
            let is_several = village.cells.len() > 1;
            let section = village.is_section.then_some(names::SECTION);
            let mut cells = Vec::new();
            for (letter, cell) in ('a'..).zip(&village.cells) {
                let letter = is_several.then_some(letter);
                let (id, name) = names::village_cell(&named, letter);
                cells.push(self.cells.len());
                self.cell(seed, cell, (id, name, CellKind::Village), Some((index, section, &named.name)));
            }
            let mut dice = Dice::of(seed, &format!("{}#{}", self.path, named.id), "village");
            let agreed = is_several && section.is_none() && !dice.chance(self.quality.slack(FIRST_YEAR) * 8);
            let span = Span { from: ymd(2014, 1, 1), until: ymd(2017, 12, 31) };
            self.villages.push(Village {
                id: named.id,
                name: named.name,
                kind: named.kind,
                merged: None,
                section,
                rules_among_cells: agreed.then(|| dice.day(span)),
                cells,
            });
        }
        for (cell, other) in layout.others.iter().zip(names::OTHERS) {
            let name = names::other(other, &self.place);
            self.cell(seed, cell, (other.id.to_owned(), name, other.kind), None);
        }
    }

    fn cell(
        &mut self,
        seed: u64,
        layout: &CellLayout,
        (id, name, kind): (String, String, CellKind),
        village: Option<(usize, Option<&'static str>, &str)>,
    ) {
        let mut dice = Dice::of(seed, &format!("{}/{id}", self.path), "people");
        let quality = self.quality.nearby(&mut dice);
        let (people, mainstays) = people::of_cell(layout.members, kind, &mut dice);
        self.cells.push(Cell {
            hall: village.map_or_else(|| names::OFFICE_HALL.to_owned(), |(.., name)| names::hall(name)),
            village: village.map(|(index, ..)| index),
            section: village.and_then(|(_, section, _)| section),
            merged: None,
            terms: Vec::new(),
            roles: Vec::new(),
            id,
            name,
            kind,
            quality,
            people,
            mainstays,
        });
    }
}
