//! The province at the end of 2016, unit by unit: the sums are Part 1 of the plan, whatever the seed.

use super::{
    dice::Dice,
    facts::{self, BASELINE, Commune},
    share::share,
};
use crate::records::commune::CommuneKind;

/// A commune at the end of 2016.
#[derive(Debug)]
pub(super) struct CommuneLayout {
    pub(super) place: Commune,
    /// Which of several provinces it belongs to, from 0; more than one are made for measuring only.
    pub(super) province: u32,
    /// How well it works, in percent.
    pub(super) quality: u32,
    pub(super) villages: Vec<VillageLayout>,
    /// Cells of offices, schools and the like.
    pub(super) others: Vec<CellLayout>,
}

#[derive(Debug, Default)]
pub(super) struct VillageLayout {
    pub(super) head_is_member: bool,
    /// One for each: whether a member.
    pub(super) deputies: Vec<bool>,
    /// Its cells are a section.
    pub(super) is_section: bool,
    pub(super) cells: Vec<CellLayout>,
}

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct CellLayout {
    pub(super) members: u32,
    pub(super) deputy_secretaries: u32,
}

impl CommuneLayout {
    /// The path in the province, by which its dice are told from others'.
    pub(super) fn path(&self) -> String {
        format!("{}/{}", self.district(), self.place.id)
    }

    /// The directory of its district.
    pub(super) fn district(&self) -> String {
        match self.province {
            0 => self.place.district.id.to_owned(),
            number => format!("{}-{}", self.place.district.id, number + 1),
        }
    }

    fn cells(&mut self) -> impl Iterator<Item = (bool, &mut CellLayout)> {
        let of_villages = self.villages.iter_mut().flat_map(|village| &mut village.cells);
        of_villages.map(|cell| (true, cell)).chain(self.others.iter_mut().map(|cell| (false, cell)))
    }
}

/// Every commune of one province.
pub(super) fn province(seed: u64, number: u32) -> Vec<CommuneLayout> {
    let matter = format!("layout {number}");
    let mut dice = Dice::of(seed, "", &matter);
    let mut communes: Vec<CommuneLayout> = facts::communes()
        .into_iter()
        .map(|place| {
            let quality = 60 + dice.below(38);
            CommuneLayout { place, province: number, quality, villages: Vec::new(), others: Vec::new() }
        })
        .collect();
    villages(&mut communes, &mut dice);
    cells(&mut communes, &mut dice);
    members(&mut communes, &mut dice);
    deputy_secretaries(&mut communes, &mut dice);
    officials(&mut communes, &mut dice);
    communes
}

/// Khu phố lie in wards and townships, thôn in the others.
fn villages(communes: &mut [CommuneLayout], dice: &mut Dice) {
    for (total, rural) in [(BASELINE.thon, true), (BASELINE.khu_pho, false)] {
        let is_here = |commune: &CommuneLayout| (commune.place.kind == CommuneKind::Xa) == rural;
        let weights: Vec<u32> =
            communes.iter().map(|commune| if is_here(commune) { dice.between(60, 140) } else { 0 }).collect();
        for (commune, count) in communes.iter_mut().zip(share(total, &weights)) {
            commune.villages.extend((0..count).map(|_| VillageLayout::default()));
        }
    }
}

fn cells(communes: &mut [CommuneLayout], dice: &mut Dice) {
    let mut villages: Vec<&mut VillageLayout> = communes.iter_mut().flat_map(|commune| &mut commune.villages).collect();
    let second = dice.some_of(villages.len(), (BASELINE.village_cells - BASELINE.villages()) as usize);
    let mut several = Vec::new();
    for (village, second) in villages.iter_mut().zip(second) {
        village.cells = vec![CellLayout::default(); 1 + usize::from(second)];
        if second {
            several.push(village);
        }
    }
    let sections = dice.some_of(several.len(), BASELINE.sections as usize);
    several.into_iter().zip(sections).for_each(|(village, is_section)| village.is_section = is_section);

    let weights: Vec<u32> = communes.iter().map(|_| dice.between(80, 130)).collect();
    for (commune, count) in communes.iter_mut().zip(share(BASELINE.cells - BASELINE.village_cells, &weights)) {
        commune.others = vec![CellLayout::default(); count as usize];
    }
}

/// A village cell has some 32 members, an office or a school some 20.
fn members(communes: &mut [CommuneLayout], dice: &mut Dice) {
    let mut cells: Vec<(bool, &mut CellLayout)> = communes.iter_mut().flat_map(CommuneLayout::cells).collect();
    let weights: Vec<u32> = cells
        .iter()
        .map(|(of_village, _)| if *of_village { dice.between(18, 46) } else { dice.between(10, 30) })
        .collect();
    for ((_, cell), members) in cells.iter_mut().zip(share(BASELINE.members, &weights)) {
        cell.members = members;
    }
}

/// Three village cells have none. The others have one more than there are cells: the smallest of some have none, and
/// as many and one of the largest have two.
fn deputy_secretaries(communes: &mut [CommuneLayout], dice: &mut Dice) {
    const OTHERS_WITHOUT: usize = 40;
    let (mut of_villages, mut others) = (Vec::new(), Vec::new());
    for (of_village, cell) in communes.iter_mut().flat_map(CommuneLayout::cells) {
        cell.deputy_secretaries = 1;
        if of_village { of_villages.push(cell) } else { others.push(cell) }
    }
    let without = of_villages.len() - BASELINE.village_deputy_secretaries as usize;
    let without = dice.some_of(of_villages.len(), without);
    let without = of_villages.into_iter().zip(without).filter(|(_, without)| *without);
    without.for_each(|(cell, _)| cell.deputy_secretaries = 0);

    let of_others = (BASELINE.deputy_secretaries - BASELINE.village_deputy_secretaries) as usize;
    let with_two = OTHERS_WITHOUT + of_others - others.len();
    others.sort_by_key(|cell| cell.members);
    others.iter_mut().take(OTHERS_WITHOUT).for_each(|cell| cell.deputy_secretaries = 0);
    others.iter_mut().rev().take(with_two).for_each(|cell| cell.deputy_secretaries = 2);
}

/// Where a commune works well, more of its heads are members.
fn officials(communes: &mut [CommuneLayout], dice: &mut Dice) {
    let mut villages: Vec<(u32, &mut VillageLayout)> = communes
        .iter_mut()
        .flat_map(|commune| {
            let quality = commune.quality;
            commune.villages.iter_mut().map(move |village| (quality, village))
        })
        .collect();
    let second = dice.some_of(villages.len(), (BASELINE.deputy_heads - BASELINE.villages()) as usize);
    let (mut heads, mut deputies) = (Vec::new(), Vec::new());
    for ((quality, village), second) in villages.iter_mut().zip(second) {
        let standing = |dice: &mut Dice| *quality * 2 + dice.below(100);
        heads.push((standing(dice), &mut village.head_is_member));
        village.deputies = vec![false; 1 + usize::from(second)];
        deputies.extend(village.deputies.iter_mut().map(|deputy| (standing(dice), deputy)));
    }
    for (mut posts, outside) in [(heads, BASELINE.heads_not_members), (deputies, BASELINE.deputy_heads_not_members)] {
        posts.sort_by_key(|(standing, _)| *standing);
        posts.into_iter().skip(outside as usize).for_each(|(_, is_member)| *is_member = true);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_the_seed_the_sums_are_those_of_the_plan() {
        for seed in [0, 1, 2016, u64::MAX] {
            let mut communes = province(seed, 0);
            let villages: Vec<_> = communes.iter().flat_map(|commune| &commune.villages).collect();
            assert_eq!(villages.len(), 861);
            assert_eq!(villages.iter().filter(|village| !village.head_is_member).count(), 239);
            assert_eq!(villages.iter().filter(|village| village.is_section).count(), 12);
            let deputies: Vec<_> = villages.iter().flat_map(|village| &village.deputies).collect();
            assert_eq!((deputies.len(), deputies.iter().filter(|member| !***member).count()), (868, 365));
            let cells: Vec<_> =
                communes.iter_mut().flat_map(CommuneLayout::cells).map(|(village, cell)| (village, *cell)).collect();
            assert_eq!((cells.len(), cells.iter().filter(|(village, _)| *village).count()), (1795, 1045));
            assert_eq!(cells.iter().map(|(_, cell)| cell.members).sum::<u32>(), 49_385);
            assert_eq!(cells.iter().map(|(_, cell)| cell.deputy_secretaries).sum::<u32>(), 1793);
        }
    }

    #[test]
    fn every_commune_has_villages_and_no_more_other_cells_than_have_a_name() {
        for commune in province(7, 0) {
            assert!((2..=9).contains(&commune.villages.len()), "{commune:?}");
            assert!((1..=super::super::life::OTHERS).contains(&commune.others.len()), "{commune:?}");
        }
    }
}
