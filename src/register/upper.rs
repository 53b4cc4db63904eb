//! The units above the communes, in memory: what a district and the province say of themselves.

use std::{collections::BTreeMap, sync::Arc};

use super::{
    Lookup, Record,
    build::{closed, explanations, read_toml},
    claim::Claim,
    discover::{Listing, UnitDir},
    load::Loaded,
};
use crate::{
    finding::Report,
    records::{
        district::{DistrictFile, DistrictYear},
        province::ProvinceFile,
    },
    unit::UnitLevel,
};

/// A district's own records.
#[derive(Debug)]
pub(crate) struct District<'a> {
    pub(crate) unit: Arc<str>,
    pub(crate) file: Lookup<Record<'a, DistrictFile<'a>>>,
    pub(crate) years: BTreeMap<i32, Lookup<Record<'a, DistrictYear>>>,
}

/// The province's own record.
#[derive(Debug)]
pub(crate) struct Province<'a> {
    pub(crate) unit: Arc<str>,
    pub(crate) file: Lookup<Record<'a, ProvinceFile<'a>>>,
}

/// A unit above the communes.
#[derive(Debug)]
pub(crate) enum Upper<'a> {
    District(District<'a>),
    Province(Province<'a>),
}

impl<'a> Upper<'a> {
    /// From the listed files of the unit.
    pub(crate) fn read(unit: &UnitDir, listing: &Listing, loaded: &'a Loaded<'_>, report: &mut Report<'_>) -> Self {
        let id = &unit.id;
        let mut district = District { unit: Arc::clone(id), file: Lookup::Missing, years: BTreeMap::new() };
        let mut province = Province { unit: Arc::clone(id), file: Lookup::Missing };
        for (file, text) in loaded.iter().filter(|(file, _)| file.unit == *id) {
            match file.claim {
                Claim::District => district.file = read_toml(text, id, report),
                Claim::DistrictYear(year) => drop(district.years.insert(year, read_toml(text, id, report))),
                Claim::Province => province.file = read_toml(text, id, report),
                Claim::Explanations => explanations(file, text, id, report),
                // chibo.toml is read before anything else.
                _ => {}
            }
        }
        // What a directory that did not open holds is not known.
        district.years.extend(closed(listing, id).into_iter().map(|year| (year, Lookup::Unread)));
        if unit.level == UnitLevel::Province { Self::Province(province) } else { Self::District(district) }
    }

    /// The name in its own file, else its directory's; of the root without one, the register's.
    pub(crate) fn name(&self, register: &str) -> String {
        let (unit, name) = match self {
            Self::District(district) => (&district.unit, district.file.get().map(|file| file.name.to_string())),
            Self::Province(province) => (&province.unit, province.file.get().map(|file| file.name.to_string())),
        };
        let directory = || unit.rsplit('/').next().filter(|name| !name.is_empty()).unwrap_or(register).to_owned();
        name.unwrap_or_else(directory)
    }
}
