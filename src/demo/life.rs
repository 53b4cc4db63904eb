//! The life of a commune from 2016 to 2020, wholly lived before anything is written: whatever years a register asks for
//! tell the same story.

mod agreements;
mod congresses;
mod merger;
mod names;
mod officials;
mod people;

use crate::{
    date::{Date, Span, ymd},
    demo::{
        dice::Dice,
        facts::Commune,
        layout::{CellLayout, CommuneLayout},
    },
    records::{
        cell::CellKind,
        member::Leaving,
        official::{Post, PostHow},
        role::Role,
        shared::VillageKind,
        status::{Reason, Status},
    },
};

#[cfg(test)]
pub(super) const OTHERS: usize = names::OTHERS.len();

pub(super) const FIRST_YEAR: i32 = 2016;
pub(super) const LAST_YEAR: i32 = 2020;

pub(super) fn years() -> impl Iterator<Item = i32> {
    FIRST_YEAR..=LAST_YEAR
}

/// A commune with all that happens in it.
pub(super) struct CommuneLife {
    pub(super) place: Commune,
    /// In the province.
    pub(super) path: String,
    pub(super) quality: Quality,
    pub(super) villages: Vec<Village>,
    pub(super) cells: Vec<Cell>,
    pub(super) officials: Vec<Official>,
    pub(super) agreements: Vec<Agreement>,
}

pub(super) struct Village {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) kind: VillageKind,
    /// The last day, where it was merged, and the village that follows it.
    pub(super) merged: Option<(Date, usize)>,
    pub(super) section: Option<&'static str>,
    pub(super) rules_among_cells: Option<Date>,
    pub(super) cells: Vec<usize>,
}

pub(super) struct Cell {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) kind: CellKind,
    /// Where it meets.
    pub(super) hall: String,
    pub(super) village: Option<usize>,
    pub(super) section: Option<&'static str>,
    pub(super) quality: Quality,
    /// The last day, where it was merged, and the cell that follows it.
    pub(super) merged: Option<(Date, usize)>,
    pub(super) terms: Vec<Term>,
    pub(super) people: Vec<Person>,
    /// The first of the people, who stay, and from whom roles and posts are filled.
    pub(super) mainstays: usize,
    pub(super) roles: Vec<RoleTerm>,
}

pub(super) struct Term {
    pub(super) congress: Date,
    pub(super) working_regulations: Option<Date>,
    pub(super) inspection_programme: Date,
}

/// A member, for one time in the cell.
pub(super) struct Person {
    pub(super) admitted: Admitted,
    /// Absent: from before the records.
    pub(super) from: Option<Date>,
    pub(super) left: Option<(Date, Leaving)>,
    pub(super) temporary: bool,
    pub(super) statuses: Vec<StatusTerm>,
    /// In how many of a thousand meetings the person is missing beyond the others.
    pub(super) laxity: u32,
}

/// Of the old the paper has the month only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Admitted {
    Day(Date),
    MonthOf(Date),
}

#[derive(Clone)]
pub(super) struct StatusTerm {
    pub(super) status: Status,
    pub(super) from: Date,
    pub(super) until: Option<Date>,
    pub(super) reason: Reason,
}

pub(super) struct RoleTerm {
    pub(super) person: usize,
    pub(super) role: Role,
    pub(super) from: Date,
    pub(super) until: Option<Date>,
}

/// Head or deputy head of a village, for all the time in post.
pub(super) struct Official {
    pub(super) id: String,
    pub(super) village: usize,
    pub(super) post: Post,
    pub(super) terms: Vec<PostTerm>,
    /// Absent while not a member.
    pub(super) member: Option<Member>,
    /// Of an outsider.
    pub(super) mentor: Option<Member>,
}

/// A member, by cell and place among its people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Member {
    pub(super) cell: usize,
    pub(super) person: usize,
}

pub(super) struct PostTerm {
    pub(super) from: Date,
    pub(super) until: Option<Date>,
    pub(super) how: PostHow,
}

pub(super) struct Agreement {
    pub(super) village: usize,
    pub(super) secretaries: Vec<Member>,
    pub(super) head: usize,
    pub(super) signed: Date,
    pub(super) ended: Option<Date>,
    pub(super) needs_reporting: bool,
}

/// How well a unit works, in percent; it grows better with the years.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quality(u32);

impl Quality {
    /// How much is left to wish for, from 0 to 60: by 2020 a third of what it was.
    pub(super) fn slack(self, year: i32) -> u32 {
        let passed = year.clamp(FIRST_YEAR, LAST_YEAR).abs_diff(FIRST_YEAR);
        (100 - self.0) * (24 - 4 * passed) / 24
    }

    fn nearby(self, dice: &mut Dice) -> Self {
        Self((self.0 + dice.below(17)).saturating_sub(8).clamp(40, 99))
    }
}

impl Admitted {
    pub(super) const fn day(self) -> Date {
        match self {
            Self::Day(day) | Self::MonthOf(day) => day,
        }
    }
}

impl Person {
    pub(super) fn time(&self) -> Span {
        Span::new(self.from, self.left.map(|(until, _)| until))
    }

    /// A year after the admission.
    pub(super) fn official(&self) -> Date {
        crate::date::plus_months(self.admitted.day(), 12)
    }

    pub(super) fn has_status(&self, day: Date) -> bool {
        self.statuses.iter().any(|status| Span::new(Some(status.from), status.until).covers(day))
    }

    pub(super) fn is_exempt(&self, day: Date) -> bool {
        let covers = |status: &StatusTerm| Span::new(Some(status.from), status.until).covers(day);
        self.statuses.iter().any(|status| status.status == Status::Exempt && covers(status))
    }
}

impl Cell {
    pub(super) fn is_village_cell(&self) -> bool {
        self.kind == CellKind::Village
    }

    pub(super) fn is_alive(&self, day: Date) -> bool {
        self.merged.is_none_or(|(until, _)| day <= until)
    }

    /// Who holds a role on a day, the first elected first.
    pub(super) fn in_role(&self, role: Role, day: Date) -> impl Iterator<Item = usize> {
        let covers = move |term: &&RoleTerm| Span::new(Some(term.from), term.until).covers(day);
        self.roles.iter().filter(move |term| term.role == role).filter(covers).map(|term| term.person)
    }

    /// Who should come on a day.
    pub(super) fn expected(&self, day: Date) -> impl Iterator<Item = usize> {
        let is_expected = move |person: &Person| person.time().covers(day) && !person.has_status(day);
        self.people.iter().enumerate().filter(move |(_, person)| is_expected(person)).map(|(index, _)| index)
    }

    /// The id of a person: all of a cell are as long, so that they sort as they are numbered.
    pub(super) fn id_of(&self, person: usize) -> String {
        let number = person + 1;
        if self.people.len() < 100 { format!("dv{number:02}") } else { format!("dv{number:03}") }
    }
}

impl Official {
    pub(super) fn is_in_post(&self, day: Date) -> bool {
        self.terms.iter().any(|term| Span::new(Some(term.from), term.until).covers(day))
    }
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
