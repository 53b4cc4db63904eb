//! The values that records are made of: ids, dates as their carrier writes them, times, entries of a table.
//!
//! A date is written in two ways, bare in TOML and as Excel writes it in CSV; the type asks its reader for a newtype
//! struct of a name below and is handed the date as text in ISO form.

use std::{borrow::Cow, fmt, ops::Deref};

use serde::{
    Deserialize, Deserializer,
    de::{Error, MapAccess, Unexpected, Visitor},
};

use crate::{
    date::{self, Date, Month, PartialDate},
    parse::Field,
};

pub(crate) const DATE: &str = "chibo::Date";
pub(crate) const PARTIAL_DATE: &str = "chibo::PartialDate";
pub(crate) const TIME: &str = "chibo::Time";

/// Any text; empty text is text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Text<'a>(Cow<'a, str>);

impl Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Text<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Checked { wants: "text", check: |text| Some(Text(text)) })
    }
}

/// An opaque id: a letter, then letters, digits, dashes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Id<'a>(Cow<'a, str>);

impl Id<'_> {
    pub(crate) fn is_one(text: &str) -> bool {
        text.starts_with(|c: char| c.is_ascii_alphabetic())
            && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && text.len() <= 40
    }
}

impl Deref for Id<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Id<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Checked { wants: "id", check: |text| Id::is_one(&text).then_some(Id(text)) })
    }
}

/// A member of a cell of the commune, written `cell/member`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct MemberRef<'a> {
    pub(crate) cell: Cow<'a, str>,
    pub(crate) member: Cow<'a, str>,
}

impl<'de> Deserialize<'de> for MemberRef<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Checked {
            wants: "cell/member",
            check: |text| {
                let (cell, member) = text.split_once('/')?;
                (Id::is_one(cell) && Id::is_one(member))
                    .then(|| MemberRef { cell: cell.to_owned().into(), member: member.to_owned().into() })
            },
        })
    }
}

/// A time of day in whole minutes and seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Time {
    pub(crate) seconds: u32,
}

impl Time {
    pub(crate) fn new(hour: u8, minute: u8, second: u8) -> Self {
        Self { seconds: u32::from(hour) * 3600 + u32::from(minute) * 60 + u32::from(second) }
    }

    /// `19:30:00`, as TOML 1.0 has it.
    pub(crate) fn toml(self) -> String {
        format!("{self}:{:02}", self.seconds % 60)
    }
}

impl fmt::Display for Time {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:02}:{:02}", self.seconds / 3600, self.seconds / 60 % 60)
    }
}

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let seconds = deserializer
            .deserialize_newtype_struct(TIME, Checked { wants: "time", check: |text| text.parse().ok() })?;
        Ok(Self { seconds })
    }
}

/// Reads a date that its carrier may write in its own way; `wants` is the phrase for a refusal.
pub(crate) fn date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    deserializer.deserialize_newtype_struct(DATE, Checked { wants: "date", check: |text| date::parse_iso(&text) })
}

/// A whole date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day(pub(crate) Date);

impl Deref for Day {
    type Target = Date;

    fn deref(&self) -> &Date {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        date(deserializer).map(Self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(
            PARTIAL_DATE,
            Checked {
                wants: "partial date",
                check: |text| {
                    date::parse_iso(&text)
                        .map(PartialDate::Day)
                        .or_else(|| Month::parse(&text).map(PartialDate::Month))
                        .or_else(|| (text.len() == 4).then(|| date::digits(&text)).flatten().map(PartialDate::Year))
                },
            },
        )
    }
}

impl<'de> Deserialize<'de> for Month {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Checked { wants: "month", check: |text| Month::parse(&text) })
    }
}

/// A day of the year, written `12-31`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DayOfYear {
    pub(crate) month: u32,
    pub(crate) day: u32,
}

impl<'de> Deserialize<'de> for DayOfYear {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Checked {
            wants: "month and day",
            check: |text| {
                // Of a year without 29 February: a deadline must exist in every year.
                let day = date::parse_iso(&format!("2018-{text}"))?;
                Some(DayOfYear { month: chrono::Datelike::month(&day), day: chrono::Datelike::day(&day) })
            },
        })
    }
}

/// `yes` or `no` in a CSV cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct YesNo(pub(crate) bool);

impl<'de> Deserialize<'de> for YesNo {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Checked {
            wants: "yes",
            check: |text| match &*text {
                "yes" => Some(YesNo(true)),
                "no" => Some(YesNo(false)),
                _ => None,
            },
        })
    }
}

/// The entries of a table whose keys are the record's own, in the order of the file.
#[derive(Debug)]
pub(crate) struct Entries<K, V>(pub(crate) Vec<(Field<K>, Field<V>)>);

impl<'de, K: Deserialize<'de>, V: Deserialize<'de>> Deserialize<'de> for Entries<K, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Table<K, V>(std::marker::PhantomData<(K, V)>);

        impl<'de, K: Deserialize<'de>, V: Deserialize<'de>> Visitor<'de> for Table<K, V> {
            type Value = Entries<K, V>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("table")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::with_capacity(map.size_hint().unwrap_or(0));
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }

        deserializer.deserialize_map(Table(std::marker::PhantomData))
    }
}

/// A text that must pass a check; borrowed where the carrier can lend it.
struct Checked<'a, T> {
    wants: &'static str,
    check: fn(Cow<'a, str>) -> Option<T>,
}

impl<'de, T> Visitor<'de> for Checked<'de, T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.wants)
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<T, E> {
        (self.check)(Cow::Borrowed(text)).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self.wants))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        (self.check)(Cow::Owned(text.to_owned())).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self.wants))
    }
}

/// A whole percentage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Percent(pub(crate) u8);

impl<'de> Deserialize<'de> for Percent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Whole;

        impl Visitor<'_> for Whole {
            type Value = Percent;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("percent")
            }

            fn visit_i64<E: Error>(self, number: i64) -> Result<Percent, E> {
                match u8::try_from(number) {
                    Ok(percent @ 0..=100) => Ok(Percent(percent)),
                    _ => Err(E::invalid_value(Unexpected::Signed(number), &self)),
                }
            }
        }

        deserializer.deserialize_u8(Whole)
    }
}

/// A part of a meeting's content: its text, or only whether it was held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part<'a> {
    Text(Cow<'a, str>),
    /// `true`: held, and the text is in the paper book. `false`: not held.
    Held(bool),
}

impl Part<'_> {
    /// Empty text is a part that was not held.
    pub(crate) fn is_held(&self) -> bool {
        match self {
            Self::Text(text) => !text.trim().is_empty(),
            Self::Held(held) => *held,
        }
    }
}

impl<'de> Deserialize<'de> for Part<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextOrHeld;

        impl<'de> Visitor<'de> for TextOrHeld {
            type Value = Part<'de>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("part")
            }

            fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Part<'de>, E> {
                Ok(Part::Text(Cow::Borrowed(text)))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Part<'de>, E> {
                Ok(Part::Text(Cow::Owned(text.to_owned())))
            }

            fn visit_bool<E: Error>(self, held: bool) -> Result<Part<'de>, E> {
                Ok(Part::Held(held))
            }
        }

        deserializer.deserialize_any(TextOrHeld)
    }
}
