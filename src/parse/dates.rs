//! Dates and times as their carrier writes them.
//!
//! A date is written in two ways, bare in TOML and as Excel writes it in CSV; the type asks its reader for a newtype
//! struct of a name below and is handed the date as text in ISO form, the time in seconds.

use std::{borrow::Cow, fmt, ops::Deref};

use serde::{
    Deserialize, Deserializer,
    de::{Error, Visitor},
};

use crate::{
    date::{self, Date, Month, PartialDate},
    parse::{
        canonical::{Canonical, Taken, Value},
        written::{Checked, Written, written},
    },
};

pub(crate) const DATE: &str = "chibo::Date";
pub(crate) const PARTIAL_DATE: &str = "chibo::PartialDate";
pub(crate) const TIME: &str = "chibo::Time";

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

impl<'a> Canonical<'a> for Time {
    fn canonical(value: Value<'_, 'a>) -> Taken<Self> {
        value.time()
    }
}

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Seconds;

        impl Visitor<'_> for Seconds {
            type Value = Time;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("time")
            }

            fn visit_u32<E: Error>(self, seconds: u32) -> Result<Time, E> {
                Ok(Time { seconds })
            }
        }

        deserializer.deserialize_newtype_struct(TIME, Seconds)
    }
}

/// Reads a date that its carrier may write in its own way; `wants` is the phrase for a refusal.
pub(crate) fn date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    deserializer.deserialize_newtype_struct(
        DATE,
        Checked { wants: "date", check: |text: Cow<'de, str>| date::parse_iso(&text) },
    )
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

impl<'a> Canonical<'a> for Day {
    fn canonical(value: Value<'_, 'a>) -> Taken<Self> {
        value.date().map(Self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(
            PARTIAL_DATE,
            Checked {
                wants: "partial date",
                check: |text: Cow<'de, str>| {
                    date::parse_iso(&text)
                        .map(PartialDate::Day)
                        .or_else(|| Month::parse(&text).map(PartialDate::Month))
                        .or_else(|| (text.len() == 4).then(|| date::digits(&text)).flatten().map(PartialDate::Year))
                },
            },
        )
    }
}

impl<'a> Canonical<'a> for PartialDate {
    fn canonical(value: Value<'_, 'a>) -> Taken<Self> {
        value.date().map(Self::Day)
    }
}

impl<'a> Written<'a> for Month {
    const WANTS: &'static str = "month";

    fn of_text(text: Cow<'a, str>) -> Option<Self> {
        Self::parse(&text)
    }
}

/// A day of the year, written `12-31`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DayOfYear {
    pub(crate) month: u32,
    pub(crate) day: u32,
}

impl<'a> Written<'a> for DayOfYear {
    const WANTS: &'static str = "month and day";

    fn of_text(text: Cow<'a, str>) -> Option<Self> {
        // Of a year without 29 February: a deadline must exist in every year.
        let day = date::parse_iso(&format!("2018-{text}"))?;
        Some(Self { month: chrono::Datelike::month(&day), day: chrono::Datelike::day(&day) })
    }
}

written!(Month, DayOfYear);
