//! Places in a list, written as a printer is told its pages: `70-85,89`.

use std::{collections::BTreeSet, fmt};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Places(pub(super) BTreeSet<usize>);

impl Places {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Nothing for what is no such list, or is longer than any register.
    fn parse(text: &str) -> Option<Self> {
        let mut places = BTreeSet::new();
        for part in text.split(',').filter(|part| !part.is_empty()) {
            let (first, last) = part.split_once('-').unwrap_or((part, part));
            let (first, last): (usize, usize) = (first.parse().ok()?, last.parse().ok()?);
            if first > last || last > MOST {
                return None;
            }
            places.extend(first..=last);
        }
        Some(Self(places))
    }
}

/// More records than any unit has.
const MOST: usize = 1_000_000;

impl fmt::Display for Places {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut places = self.0.iter().copied().peekable();
        let mut separator = "";
        while let Some(first) = places.next() {
            let mut last = first;
            while places.next_if_eq(&(last + 1)).is_some() {
                last += 1;
            }
            write!(out, "{separator}{first}")?;
            if last > first {
                write!(out, "-{last}")?;
            }
            separator = ",";
        }
        Ok(())
    }
}

impl Serialize for Places {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Places {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| D::Error::custom("no list of places"))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_written_is_read(places in proptest::collection::btree_set(0usize..300, 0..80)) {
            let places = Places(places);
            prop_assert_eq!(Places::parse(&places.to_string()), Some(places));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "[0-9,\\-x]{0,20}") {
            let _ = Places::parse(&text);
        }
    }

    #[test]
    fn neighbours_are_joined() {
        assert_eq!(Places((70..=85).chain([89]).collect()).to_string(), "70-85,89");
    }
}
