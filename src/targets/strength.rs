//! How many units and people there are at a year's reference date.

use std::{collections::BTreeSet, ops::AddAssign};

use serde::{Deserialize, Serialize};

use crate::{
    date::Date,
    records::{official::Post, role::Role, shared::VillageKind, village::VillageRow},
    register::{Cell, Commune, Record},
};

/// The counts of Part 1 of the plan; the names are those of the JSON form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Strength {
    pub(crate) communes: u64,
    /// Đảng bộ bộ phận.
    pub(crate) sections: u64,
    pub(crate) villages: u64,
    pub(crate) thon: u64,
    pub(crate) khu_pho: u64,
    pub(crate) cells: u64,
    pub(crate) village_cells: u64,
    /// Official and probationary members, the away among them, the temporary not.
    pub(crate) members: u64,
    pub(crate) secretaries: u64,
    pub(crate) deputy_secretaries: u64,
    pub(crate) village_secretaries: u64,
    pub(crate) village_deputy_secretaries: u64,
    pub(crate) heads: u64,
    pub(crate) deputy_heads: u64,
}

impl AddAssign for Strength {
    fn add_assign(&mut self, other: Self) {
        let Self {
            communes,
            sections,
            villages,
            thon,
            khu_pho,
            cells,
            village_cells,
            members,
            secretaries,
            deputy_secretaries,
            village_secretaries,
            village_deputy_secretaries,
            heads,
            deputy_heads,
        } = other;
        self.communes += communes;
        self.sections += sections;
        self.villages += villages;
        self.thon += thon;
        self.khu_pho += khu_pho;
        self.cells += cells;
        self.village_cells += village_cells;
        self.members += members;
        self.secretaries += secretaries;
        self.deputy_secretaries += deputy_secretaries;
        self.village_secretaries += village_secretaries;
        self.village_deputy_secretaries += village_deputy_secretaries;
        self.heads += heads;
        self.deputy_heads += deputy_heads;
    }
}

/// What a cell adds.
pub(crate) fn of_cell(cell: &Cell<'_>, day: Date) -> Strength {
    if !cell.life().covers(day) {
        return Strength::default();
    }
    let members = cell
        .people
        .iter()
        .filter(
            |person| matches!(person.membership(&cell.members, day), Some(Some(membership)) if !membership.temporary),
        )
        .count() as u64;
    let secretaries = cell.in_role(Role::Secretary, day).count() as u64;
    let deputies = cell.in_role(Role::DeputySecretary, day).count() as u64;
    let of_village = u64::from(cell.is_village_cell());
    Strength {
        cells: 1,
        village_cells: of_village,
        members,
        secretaries,
        deputy_secretaries: deputies,
        village_secretaries: secretaries * of_village,
        village_deputy_secretaries: deputies * of_village,
        ..Strength::default()
    }
}

/// What a village adds.
pub(crate) fn of_village(commune: &Commune<'_>, village: &Record<'_, VillageRow<'_>>, day: Date) -> Strength {
    if Commune::is_alive(village, day) != Some(true) {
        return Strength::default();
    }
    let in_post = |post| commune.in_post(village, post, day).count() as u64;
    let thon = u64::from(*village.kind == VillageKind::Thon);
    Strength {
        villages: 1,
        thon,
        khu_pho: 1 - thon,
        heads: in_post(Post::Head),
        deputy_heads: in_post(Post::Deputy),
        ..Strength::default()
    }
}

/// What the commune itself adds, beside its cells and villages.
pub(crate) fn of_commune(commune: &Commune<'_>, day: Date) -> Strength {
    if commune.outside {
        return Strength::default();
    }
    let living = commune.cells.iter().filter(|cell| cell.life().covers(day));
    let sections: BTreeSet<&str> = living.filter_map(|cell| cell.file.section.get().map(|id| &**id)).collect();
    Strength { communes: 1, sections: sections.len() as u64, ..Strength::default() }
}
