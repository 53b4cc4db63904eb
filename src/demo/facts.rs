//! What is true of the province in all its invented life: its units by name and code, and Part 1 of the plan.

pub(super) use crate::places::{Commune, District, PROVINCE, PROVINCE_CODE, communes};

/// Part 1 of the plan of 28/10/2016: what is counted of communes, xã, phường and thị trấn alike.
pub(super) struct Baseline {
    /// Đảng bộ bộ phận.
    pub(super) sections: u32,
    pub(super) cells: u32,
    pub(super) village_cells: u32,
    pub(super) deputy_secretaries: u32,
    pub(super) village_deputy_secretaries: u32,
    pub(super) members: u32,
    pub(super) thon: u32,
    pub(super) khu_pho: u32,
    pub(super) heads_not_members: u32,
    pub(super) deputy_heads: u32,
    pub(super) deputy_heads_not_members: u32,
}

pub(super) const BASELINE: Baseline = Baseline {
    sections: 12,
    cells: 1795,
    village_cells: 1045,
    deputy_secretaries: 1793,
    village_deputy_secretaries: 1042,
    members: 49_385,
    thon: 808,
    khu_pho: 53,
    heads_not_members: 239,
    deputy_heads: 868,
    deputy_heads_not_members: 365,
};

impl Baseline {
    pub(super) const fn villages(&self) -> u32 {
        self.thon + self.khu_pho
    }
}
