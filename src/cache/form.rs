//! The parts of a result that serde does not know how to keep by itself.

use std::{collections::BTreeSet, sync::LazyLock};

use serde::{Deserialize, Deserializer, de::Error};

use crate::{
    catalogue::{Entry, entries},
    clauses::CLAUSES,
};

/// Reads an id back as the one that is known here; any other is refused.
pub(crate) fn known_id<'de, D: Deserializer<'de>>(deserializer: D) -> Result<&'static str, D::Error> {
    static IDS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| entries().iter().map(Entry::id).collect());
    let id = <&str>::deserialize(deserializer)?;
    IDS.get(id).copied().ok_or_else(|| D::Error::custom("no rule or target"))
}

/// Reads a clause back as the plan's own; any other is refused.
pub(crate) fn known_clause<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<&'static str>, D::Error> {
    let Some(id) = Option::<&str>::deserialize(deserializer)? else { return Ok(None) };
    let known = CLAUSES.iter().find(|clause| clause.id == id).map(|clause| clause.id);
    known.map(Some).ok_or_else(|| D::Error::custom("no clause"))
}

/// A day that may be absent, as the cache keeps it: days since the common era began.
pub(crate) mod as_days {
    use chrono::Datelike;
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    use crate::date::Date;

    pub(crate) fn serialize<S: Serializer>(day: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
        day.map(|day| day.num_days_from_ce()).serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
        let Some(days) = Option::<i32>::deserialize(deserializer)? else { return Ok(None) };
        Date::from_num_days_from_ce_opt(days).map(Some).ok_or_else(|| D::Error::custom("no day"))
    }
}

/// Tallies in a row, as the cache keeps them: serde knows no array of this length.
pub(crate) mod as_list {
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    use crate::targets::{Tallies, Tally};

    pub(crate) fn serialize<S: Serializer>(tallies: &Tallies, serializer: S) -> Result<S::Ok, S::Error> {
        tallies.as_slice().serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Tallies, D::Error> {
        let list = Vec::<Tally>::deserialize(deserializer)?;
        list.try_into().map_err(|_| D::Error::custom("other targets"))
    }
}
