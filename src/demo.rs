//! A made register: the province's real units with invented people, who live from 2016 to 2020 as the plan would have it
//! and as people do. The end of 2016 is Part 1 of the plan, figure by figure; the same seed gives the same bytes.

mod dice;
mod facts;
mod layout;
mod life;
mod out;
mod share;
mod slips;
mod texts;
mod write;

use std::{collections::BTreeMap, io, ops::RangeInclusive, path::Path};

use rayon::prelude::*;

use crate::{
    date::ymd,
    demo::{
        layout::CommuneLayout,
        life::CommuneLife,
        out::{Out, Place},
        slips::Slips,
        write::Scope,
    },
    records::{commune::CommuneKind, district::DistrictKind, settings::RootLevel},
    unit::join,
    watch::{Stage, Watch},
};

pub(crate) const FIRST_YEAR: i32 = life::FIRST_YEAR;
pub(crate) const LAST_YEAR: i32 = life::LAST_YEAR;

/// The communes of the province.
pub(crate) const COMMUNES: u32 = 161;

/// What a register of one district, commune or cell is of.
const DISTRICT: &str = "van-giang";
const COMMUNE: &str = "xuan-quan";

/// What is to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wish {
    pub(crate) level: RootLevel,
    /// Of the province or the district, spread over it; absent: all. More than the province has come from further
    /// provinces of the same units, numbered.
    pub(crate) communes: Option<u32>,
    pub(crate) years: RangeInclusive<i32>,
    pub(crate) seed: u64,
    /// How many of a million records get a mistake.
    pub(crate) mistakes: u32,
}

/// What was made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Made {
    pub(crate) communes: u64,
    pub(crate) villages: u64,
    pub(crate) cells: u64,
    /// At the end of 2016.
    pub(crate) members: u64,
    pub(crate) files: u64,
    pub(crate) bytes: u64,
    /// How many records got a mistake, by the rule that finds it.
    pub(crate) mistakes: BTreeMap<&'static str, u64>,
    /// The path of one cell, for examples.
    pub(crate) cell: String,
}

/// Makes a register in a directory that is empty or not there; nothing where it is not empty.
pub(crate) fn make(wish: &Wish, directory: &Path, watch: &Watch) -> io::Result<Option<Made>> {
    let Some(place) = Place::open(directory)? else { return Ok(None) };
    let slips = (wish.mistakes > 0).then(|| Slips::new(wish.seed, wish.mistakes));
    let out = Out::new(place.stage(), slips.as_ref());
    let scope = Scope { seed: wish.seed, years: wish.years.clone() };
    let communes = communes(wish);
    write::settings(wish.level, &name(wish.level, communes.first()), &scope, &out)?;
    write::upper(wish.level == RootLevel::Province, &districts(wish.level, &communes), &scope, &out)?;
    let making = watch.steps(Stage::Making, communes.len());
    let make = |layout| {
        let made = commune(wish, layout, &scope, &out);
        watch.step();
        made
    };
    let parts: io::Result<Vec<Made>> = communes.par_iter().map(make).collect();
    watch.files(|| (out.files(), out.bytes()));
    drop(making);
    let mut made = Made { files: out.files(), bytes: out.bytes(), ..Made::default() };
    made.mistakes = slips.as_ref().map(Slips::made).unwrap_or_default();
    for part in parts? {
        made.communes += part.communes;
        made.villages += part.villages;
        made.cells += part.cells;
        made.members += part.members;
        if made.cell.is_empty() {
            made.cell = part.cell;
        }
    }
    place.keep()?;
    Ok(Some(made))
}

/// The communes to write, in the order of the province.
fn communes(wish: &Wish) -> Vec<CommuneLayout> {
    let count = wish.communes.unwrap_or(match wish.level {
        RootLevel::Province => COMMUNES,
        _ => u32::MAX,
    });
    let provinces = if wish.level == RootLevel::Province { count.div_ceil(COMMUNES).max(1) } else { 1 };
    let mut all: Vec<CommuneLayout> = (0..provinces).flat_map(|number| layout::province(wish.seed, number)).collect();
    match wish.level {
        RootLevel::Province => {}
        RootLevel::District => all.retain(|commune| commune.place.district.id == DISTRICT),
        RootLevel::Commune | RootLevel::Cell => {
            all.retain(|commune| commune.place.district.id == DISTRICT && commune.place.id == COMMUNE);
        }
    }
    // Whole provinces stay whole; of the last, communes are taken at even distances.
    let last = all.len().saturating_sub(if provinces > 1 { COMMUNES as usize } else { all.len() });
    let rest = all.split_off(last);
    let wanted = (count as usize - last.min(count as usize)).min(rest.len());
    let taken: Vec<bool> = (0..rest.len()).map(|place| (place * wanted) % rest.len() < wanted).collect();
    all.extend(rest.into_iter().zip(taken).filter(|(_, taken)| *taken).map(|(commune, _)| commune));
    all
}

fn name(level: RootLevel, first: Option<&CommuneLayout>) -> String {
    use crate::parse::Vocabulary;
    let kind = |text: &str| {
        let mut letters = text.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>()).unwrap_or_default()
    };
    let name = match (level, first) {
        (RootLevel::District, Some(first)) => {
            format!("{} {}", kind(DistrictKind::word(first.place.district.kind)), first.place.district.name)
        }
        (RootLevel::Commune | RootLevel::Cell, Some(first)) => {
            format!("{} {}", kind(CommuneKind::word(first.place.kind)), first.place.name)
        }
        _ => format!("Tỉnh {}", facts::PROVINCE),
    };
    format!("{name} (sổ mẫu)")
}

/// Each district once, with its directory.
fn districts(level: RootLevel, communes: &[CommuneLayout]) -> Vec<(String, facts::District)> {
    let mut districts = Vec::new();
    for commune in communes {
        let directory = match level {
            RootLevel::Province => commune.district(),
            RootLevel::District => String::new(),
            RootLevel::Commune | RootLevel::Cell => continue,
        };
        if districts.last().is_none_or(|(last, _)| *last != directory) {
            districts.push((directory, commune.place.district));
        }
    }
    districts
}

fn commune(wish: &Wish, layout: &CommuneLayout, scope: &Scope, out: &Out<'_>) -> io::Result<Made> {
    let life = CommuneLife::of(wish.seed, layout);
    let directory = match wish.level {
        RootLevel::Province => layout.path(),
        RootLevel::District => layout.place.id.to_owned(),
        RootLevel::Commune | RootLevel::Cell => String::new(),
    };
    let day = ymd(2016, 12, 31);
    let members = |cell: &life::Cell| {
        let people = cell.people.iter();
        people.filter(|person| person.time().covers(day) && !person.temporary).count() as u64
    };
    let first = life.cells.first();
    if wish.level == RootLevel::Cell {
        write::cell(&life, 0, &directory, scope, out)?;
        let members = first.map_or(0, members);
        return Ok(Made { cells: 1, members, ..Made::default() });
    }
    write::commune(&life, &directory, scope, out)?;
    Ok(Made {
        communes: 1,
        villages: life.villages.len() as u64,
        cells: life.cells.len() as u64,
        members: life.cells.iter().map(members).sum(),
        cell: first.map(|cell| join(&directory, &cell.id)).unwrap_or_default(),
        ..Made::default()
    })
}

#[cfg(test)]
mod tests;
