//! The JSON form of a report as it is read back. Whatever is not of that form is refused at its line and column.
//!
//! Statuses, needs and percentages are not read: they are made again from the counts.

use std::{collections::BTreeMap, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{Error, Visitor, value::MapDeserializer},
};

use super::refusal::both;
use crate::{
    date::{Date, parse_iso},
    targets::{self, TARGETS, Tally, strength::Strength},
};

/// The most that can be counted: three times the people of the country, and small enough to be multiplied.
pub(super) const MOST: u64 = 300_000_000;

#[derive(Deserialize)]
pub(super) struct Form {
    #[expect(dead_code, reason = "reading it is the check")]
    pub(super) version: Version,
    pub(super) register: Register,
    pub(super) year: i32,
    pub(super) as_of: Day,
    /// Absent for several units.
    pub(super) unit: Option<String>,
    /// Absent in a report that chibo made before it printed it.
    pub(super) name: Option<String>,
    pub(super) settings: BTreeMap<String, String>,
    pub(super) left_out_records: Count,
    pub(super) strength: Counted,
    pub(super) targets: Vec<Target>,
    pub(super) by: Vec<Unit>,
}

#[derive(Deserialize)]
pub(super) struct Register {
    pub(super) name: String,
    pub(super) digest: Digest,
    pub(super) commit: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Unit {
    pub(super) unit: Option<String>,
    pub(super) name: String,
    /// Only in a merged report: where the unit's figures were made.
    pub(super) register: Option<Register>,
    pub(super) left_out_records: Option<Count>,
    pub(super) strength: Counted,
    pub(super) targets: Vec<Target>,
}

#[derive(Deserialize)]
pub(super) struct Target {
    pub(super) id: Known,
    goal: Goal,
    numerator: Count,
    denominator: Count,
    left_out: Count,
    unknown: Count,
    coverage: Coverage,
    previous: Option<Previous>,
    apart: Count,
    other_reading: Option<Share>,
    // What targets count apart, each under its own key.
    shares: Option<Parts>,
    areas: Option<Parts>,
    levels: Option<Parts>,
}

#[derive(Deserialize, Clone, PartialEq, Eq)]
pub(super) struct Goal {
    pub(super) kind: String,
    pub(super) percent: Option<u8>,
}

#[derive(Deserialize)]
struct Coverage {
    units: Count,
    with_data: Count,
}

#[derive(Deserialize)]
struct Previous {
    numerator: Count,
    denominator: Count,
    #[serde(default)]
    unknown: Count,
}

#[derive(Deserialize)]
struct Share {
    numerator: Count,
    denominator: Count,
}

type Parts = BTreeMap<String, Part>;

#[derive(Deserialize)]
#[serde(untagged)]
enum Part {
    Share { numerator: Count, previous: Option<Share> },
    Count(Count),
}

impl Target {
    pub(super) fn goal(&self) -> &Goal {
        &self.goal
    }

    pub(super) fn tally(&self) -> Tally {
        let other = self.other_reading.as_ref().map_or((0, 0), |share| (share.numerator.0, share.denominator.0));
        Tally {
            numerator: self.numerator.0,
            denominator: self.denominator.0,
            left_out: self.left_out.0,
            unknown: self.unknown.0,
            apart: self.apart.0,
            units: self.coverage.units.0,
            with_data: self.coverage.with_data.0,
            other,
            parts: self.parts(|part| match part {
                Part::Share { numerator, .. } | Part::Count(numerator) => numerator.0,
            }),
        }
    }

    /// What is known of the year before; absent in the plan's first year.
    pub(super) fn previous(&self) -> Option<Tally> {
        let Previous { numerator, denominator, unknown } = self.previous.as_ref()?;
        Some(Tally {
            numerator: numerator.0,
            denominator: denominator.0,
            unknown: unknown.0,
            parts: self.parts(|part| match part {
                Part::Share { previous: Some(previous), .. } => previous.numerator.0,
                Part::Share { previous: None, .. } | Part::Count(_) => 0,
            }),
            ..Tally::default()
        })
    }

    /// In the order of the target's own parts; what the report does not name is nought.
    fn parts<const N: usize>(&self, count: impl Fn(&Part) -> u64) -> [u64; N] {
        let mut counts = [0; N];
        let Some(parts) = TARGETS[self.id.0].parts else { return counts };
        let told = match parts.key {
            "shares" => &self.shares,
            "areas" => &self.areas,
            "levels" => &self.levels,
            _ => &None,
        };
        for (sum, (name, _)) in counts.iter_mut().zip((parts.names)()) {
            *sum = told.as_ref().and_then(|told| told.get(name)).map_or(0, &count);
        }
        counts
    }
}

/// The strength of a unit, in numbers that a report can hold.
pub(super) struct Counted(pub(super) Strength);

impl<'de> Deserialize<'de> for Counted {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let counts = BTreeMap::<String, Count>::deserialize(deserializer)?;
        Strength::deserialize(MapDeserializer::new(counts.into_iter().map(|(key, count)| (key, count.0)))).map(Self)
    }
}

/// The form that is read here: 1.
pub(super) struct Version;

impl<'de> Deserialize<'de> for Version {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match u64::deserialize(deserializer)? {
            1 => Ok(Self),
            other => Err(both(
                &format!("đây là dạng phiên bản {other}, chibo này đọc phiên bản 1"),
                &format!("this is version {other} of the form, and this chibo reads version 1"),
            )),
        }
    }
}

/// A target by its place in the list.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Known(pub(super) usize);

impl<'de> Deserialize<'de> for Known {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let id = String::deserialize(deserializer)?;
        targets::find(&id).map(|(place, _)| Self(place)).ok_or_else(|| {
            both(&format!("chibo này không có chỉ tiêu `{id}`"), &format!("this chibo has no target `{id}`"))
        })
    }
}

pub(super) struct Day(pub(super) Date);

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        parse_iso(&text).map(Self).ok_or_else(|| {
            both(
                &format!("`{text}` không phải ngày dạng 2018-12-31"),
                &format!("`{text}` is no day such as 2018-12-31"),
            )
        })
    }
}

pub(super) struct Digest(pub(super) u128);

impl<'de> Deserialize<'de> for Digest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let is_digest = text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let digest = is_digest.then(|| u128::from_str_radix(&text, 16).ok()).flatten();
        digest.map(Self).ok_or_else(|| {
            both(&format!("`{text}` không phải mã kiểm tra của chibo"), &format!("`{text}` is no digest of chibo's"))
        })
    }
}

/// A number that a report can hold.
#[derive(Clone, Copy, Default)]
pub(super) struct Count(pub(super) u64);

impl<'de> Deserialize<'de> for Count {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Number;
        impl Visitor<'_> for Number {
            type Value = Count;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a count")
            }

            fn visit_u64<E: Error>(self, number: u64) -> Result<Count, E> {
                if number <= MOST { Ok(Count(number)) } else { Err(too_great(number)) }
            }
        }
        deserializer.deserialize_u64(Number)
    }
}

fn too_great<E: Error>(number: u64) -> E {
    both(&format!("{number} lớn hơn mọi số đếm có thể có"), &format!("{number} is more than can have been counted"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_of_what_targets_count_apart_is_read() {
        let keys = TARGETS.iter().filter_map(|target| target.parts).map(|parts| parts.key);
        for key in keys {
            let text = format!(
                r#"{{"id": "{id}", "goal": {{"kind": "figure", "percent": null}}, "numerator": 0, "denominator": 0,
                "left_out": 0, "unknown": 0, "coverage": {{"units": 0, "with_data": 0}}, "apart": 0, "{key}": {{"{name}": 7}}}}"#,
                id = TARGETS.iter().find(|target| target.parts.is_some_and(|parts| parts.key == key)).unwrap().id,
                name = TARGETS
                    .iter()
                    .filter_map(|target| target.parts)
                    .find(|parts| parts.key == key)
                    .map(|parts| (parts.names)()[0].0)
                    .unwrap(),
            );
            let target: Target = serde_json::from_str(&text).unwrap();
            assert_eq!(target.tally().parts[0], 7, "{key}");
        }
    }
}
