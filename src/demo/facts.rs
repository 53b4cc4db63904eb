//! What is true of the province in all its invented life: its units by name and code, and Part 1 of the plan.

use crate::records::{commune::CommuneKind, district::DistrictKind};

/// The districts and communes of Hưng Yên at the end of 2016, with the codes of the General Statistics Office.
const UNITS: &str = include_str!("facts/units-2016.csv");

pub(super) const PROVINCE: &str = "Hưng Yên";
/// The province's code in the same list.
pub(super) const PROVINCE_CODE: &str = "33";

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

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct District {
    pub(super) code: &'static str,
    /// Of its directory.
    pub(super) id: &'static str,
    pub(super) name: &'static str,
    pub(super) kind: DistrictKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Commune {
    pub(super) district: District,
    pub(super) code: &'static str,
    /// Of its directory.
    pub(super) id: &'static str,
    pub(super) name: &'static str,
    pub(super) kind: CommuneKind,
}

/// Every commune, district by district.
pub(super) fn communes() -> Vec<Commune> {
    UNITS.lines().skip(1).filter_map(commune).collect()
}

fn commune(line: &'static str) -> Option<Commune> {
    let mut cells = line.split(',');
    let mut cell = || cells.next();
    let district = District { code: cell()?, id: cell()?, name: cell()?, kind: DistrictKind::from_word(cell()?)? };
    Some(Commune { district, code: cell()?, id: cell()?, name: cell()?, kind: CommuneKind::from_word(cell()?)? })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::unit::is_unit_name;

    #[test]
    fn the_units_are_those_that_the_plan_counts() {
        let communes = communes();
        let of = |kind| communes.iter().filter(|commune| commune.kind == kind).count();
        assert_eq!((of(CommuneKind::Xa), of(CommuneKind::ThiTran), of(CommuneKind::Phuong)), (145, 9, 7));
        assert_eq!(communes.len() + 1, UNITS.lines().count(), "every line is read");
        let districts: BTreeSet<_> = communes.iter().map(|commune| commune.district.id).collect();
        assert_eq!(districts.len(), 10);
    }

    #[test]
    fn every_unit_can_be_a_directory_and_none_comes_twice() {
        let communes = communes();
        let paths: BTreeSet<_> = communes.iter().map(|commune| (commune.district.id, commune.id)).collect();
        let codes: BTreeSet<_> = communes.iter().map(|commune| commune.code).collect();
        assert_eq!((paths.len(), codes.len()), (communes.len(), communes.len()));
        assert!(paths.iter().all(|(district, commune)| is_unit_name(district) && is_unit_name(commune)));
    }
}
