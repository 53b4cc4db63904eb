//! The districts and communes of the province by name and code, as they were at the end of 2016.

use crate::{
    parse::Vocabulary,
    records::{commune::CommuneKind, district::DistrictKind},
    text::{fold, search_key},
};

/// With the codes of the General Statistics Office.
const UNITS: &str = include_str!("places/units-2016.csv");

pub(crate) const PROVINCE: &str = "Hưng Yên";
/// The province's code in the same list.
pub(crate) const PROVINCE_CODE: &str = "33";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct District {
    pub(crate) code: &'static str,
    /// Of its directory.
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    pub(crate) kind: DistrictKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Commune {
    pub(crate) district: District,
    pub(crate) code: &'static str,
    /// Of its directory.
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    pub(crate) kind: CommuneKind,
}

/// Every commune, district by district.
pub(crate) fn communes() -> Vec<Commune> {
    UNITS.lines().skip(1).filter_map(commune).collect()
}

fn commune(line: &'static str) -> Option<Commune> {
    let mut cells = line.split(',');
    let mut cell = || cells.next();
    let district = District { code: cell()?, id: cell()?, name: cell()?, kind: DistrictKind::from_word(cell()?)? };
    Some(Commune { district, code: cell()?, id: cell()?, name: cell()?, kind: CommuneKind::from_word(cell()?)? })
}

/// Every district, once.
pub(crate) fn districts() -> Vec<District> {
    let mut districts: Vec<District> = communes().into_iter().map(|commune| commune.district).collect();
    districts.dedup();
    districts
}

/// The communes of a name, however it is typed: without marks, with the kind in front. Where marks tell one from
/// another, those that were typed decide.
pub(crate) fn communes_named(name: &str) -> Vec<Commune> {
    let found = communes().into_iter().filter(|commune| is_named(name, commune.name, commune.kind.word()));
    exact(found.collect(), name, |commune| (commune.name, commune.kind.word()))
}

/// As the communes.
pub(crate) fn districts_named(name: &str) -> Vec<District> {
    let found = districts().into_iter().filter(|district| is_named(name, district.name, district.kind.word()));
    exact(found.collect(), name, |district| (district.name, district.kind.word()))
}

/// `Xã Mới` is the xã Mới: what stands behind the kind in front, where it is this one. Marks that were typed are meant:
/// Phương Mới is no phường.
pub(crate) fn behind_kind(typed: &str, kind: &str) -> Option<String> {
    let mut words = typed.split_whitespace();
    let is_word = |own: &str| words.next().is_some_and(|typed| [fold(own), search_key(own)].contains(&fold(typed)));
    let is_kind = kind.split(' ').all(is_word);
    let rest = words.collect::<Vec<_>>().join(" ");
    (is_kind && !rest.is_empty()).then_some(rest)
}

/// A name without the kind in front, where it has this one.
pub(crate) fn without_kind(typed: &str, kind: &str) -> String {
    behind_kind(typed, kind).unwrap_or_else(|| typed.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn is_named(typed: &str, name: &str, kind: &str) -> bool {
    let typed = search_key(typed.trim());
    [search_key(name), search_key(&format!("{kind} {name}"))].contains(&typed)
}

fn exact<T: Copy>(found: Vec<T>, typed: &str, name: impl Fn(T) -> (&'static str, &'static str)) -> Vec<T> {
    let typed = fold(typed.trim());
    let is_exact = |place: &T| {
        let (name, kind) = name(*place);
        [fold(name), fold(&format!("{kind} {name}"))].contains(&typed)
    };
    let exact: Vec<T> = found.iter().copied().filter(is_exact).collect();
    if !exact.is_empty() {
        return exact;
    }
    // Marks that were typed are meant: Đông Thành is not Đồng Thanh, whatever their letters.
    let agrees = |place: &T| {
        let (name, kind) = name(*place);
        let own = fold(&format!("{kind} {name}"));
        let mut pairs = typed.split_whitespace().rev().zip(own.split_whitespace().rev());
        pairs.all(|(typed, own)| typed == own || typed.is_ascii())
    };
    found.into_iter().filter(agrees).collect()
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
        assert_eq!(super::districts().len(), 10);
    }

    #[test]
    fn a_name_is_found_without_marks_and_with_its_kind() {
        let named = |name: &str| -> Vec<String> {
            communes_named(name).iter().map(|found| format!("{}/{}", found.district.id, found.id)).collect()
        };
        assert_eq!(named("xuan quan"), ["van-giang/xuan-quan"]);
        assert_eq!(named(" Xã Xuân Quan "), ["van-giang/xuan-quan"]);
        assert_eq!(named("Tan Tien"), ["van-giang/tan-tien"]);
        assert!(named("Xuân").is_empty());
        assert_eq!(named("xã xuan quan"), ["van-giang/xuan-quan"]);
        assert_eq!(named("Dong Thanh"), ["kim-dong/dong-thanh"]);
        assert!(named("Đông Thành").is_empty(), "another place's name");
        assert_eq!(without_kind("Thị trấn  Mới", "thị trấn"), "Mới");
        assert_eq!(without_kind("Xã", "xã"), "Xã");
        assert_eq!(behind_kind("THI TRAN Mới", "thị trấn").as_deref(), Some("Mới"));
        assert_eq!(behind_kind("Tân  Mới", "thị trấn"), None, "two blanks are no kind");
        assert_eq!(without_kind("Phương Mới", "phường"), "Phương Mới", "a name of its own");
        assert_eq!(without_kind("Xạ  Mới", "xã"), "Xạ Mới");
        assert_eq!(without_kind("Thônxyz 1", "thôn"), "Thônxyz 1");
        assert_eq!(districts_named("van giang").len(), 1);
        assert_eq!(districts_named("thành phố hưng yên").len(), 1);
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
