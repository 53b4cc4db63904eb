//! The records of a commune that a year rests on, so small that a province can keep them: by them a record that is
//! otherwise now is named, and one that is gone is counted.
//!
//! 32 bits tell one path from another, 16 what stands there: of 65,536 records that were edited one is not named. That its
//! commune is otherwise is still known, by a checksum of 64 bits over all of its records.

use std::{collections::BTreeMap, fmt};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use xxhash_rust::xxh3::xxh3_64;

/// By the checksum of a path, half that of what stands there: a commune whose records are otherwise is known by the
/// whole of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Checksums(BTreeMap<u32, u16>);

/// What is otherwise in a commune.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Otherwise {
    pub(crate) paths: Vec<String>,
    /// How many records are there no longer.
    pub(crate) gone: u64,
}

#[allow(clippy::cast_possible_truncation, reason = "a part of a checksum is a shorter checksum")]
fn of(path: &str, sum: u64) -> (u32, u16) {
    (xxh3_64(path.as_bytes()) as u32, sum as u16)
}

impl Checksums {
    pub(super) fn of_year(records: &[(String, u64)], year: i32) -> Self {
        let rests_on = records.iter().filter(|(path, _)| is_of(path, year));
        Self(rests_on.map(|(path, sum)| of(path, *sum)).collect())
    }

    /// What of these records is new or otherwise, and how many were there besides.
    pub(super) fn otherwise(&self, records: &[(String, u64)], year: i32) -> Otherwise {
        let now = Self::of_year(records, year);
        let is_other = |(path, sum): &&(String, u64)| {
            let (at, sum) = of(path, *sum);
            is_of(path, year) && self.0.get(&at) != Some(&sum)
        };
        Otherwise {
            paths: records.iter().filter(is_other).map(|(path, _)| path.clone()).collect(),
            gone: self.0.keys().filter(|at| !now.0.contains_key(*at)).count() as u64,
        }
    }
}

/// Whether a record is of a year, or of none: rosters, villages, a unit's own file.
pub(super) fn is_of(path: &str, year: i32) -> bool {
    let is_year = |part: &&str| part.len() == 4 && part.bytes().all(|digit| digit.is_ascii_digit());
    path.split('/').find(is_year).is_none_or(|part| part.parse() == Ok(year))
}

impl fmt::Display for Checksums {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|(path, sum)| write!(out, "{path:08x}{sum:04x}"))
    }
}

impl Serialize for Checksums {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Checksums {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let part = |part: &[u8]| {
            let part = std::str::from_utf8(part).ok()?;
            let (path, sum) = part.split_at_checked(8)?;
            Some((u32::from_str_radix(path, 16).ok()?, u16::from_str_radix(sum, 16).ok()?))
        };
        let read: Option<BTreeMap<u32, u16>> = text.as_bytes().chunks(12).map(part).collect();
        read.map(Self).ok_or_else(|| D::Error::custom("no list of checksums"))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_written_is_read(sums in proptest::collection::btree_map(any::<u32>(), any::<u16>(), 0..40)) {
            let text = serde_json::to_string(&Checksums(sums.clone())).expect("text");
            prop_assert_eq!(serde_json::from_str::<Checksums>(&text).expect("the same"), Checksums(sums));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,40}") {
            let _ = serde_json::from_value::<Checksums>(text.into());
        }
    }

    #[test]
    fn what_is_new_changed_and_gone_is_told_apart() {
        let records =
            |list: &[(&str, u64)]| list.iter().map(|(path, sum)| ((*path).to_owned(), *sum)).collect::<Vec<_>>();
        let was =
            Checksums::of_year(&records(&[("x/2018/a.toml", 1), ("x/2018/b.toml", 2), ("x/members.csv", 3)]), 2018);
        let now = records(&[("x/2017/c.toml", 9), ("x/2018/a.toml", 4), ("x/2018/d.toml", 5), ("x/members.csv", 3)]);
        let otherwise = Otherwise { paths: vec!["x/2018/a.toml".to_owned(), "x/2018/d.toml".to_owned()], gone: 1 };
        assert_eq!(was.otherwise(&now, 2018), otherwise);
    }
}
