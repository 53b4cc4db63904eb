//! The values that records are made of: texts, ids, entries of a table. Dates and times are in `dates`.

use std::{borrow::Cow, fmt, ops::Deref};

use serde::{
    Deserialize, Deserializer,
    de::{Error, MapAccess, Unexpected, Visitor},
};

use crate::parse::{
    Field,
    canonical::{Canonical, Declined, Taken, Value},
    written::{Written, written},
};

/// Any text; empty text is text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Text<'a>(Cow<'a, str>);

impl Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

written!(Text<'a>, Id<'a>, MemberRef<'a>, YesNo);

impl<'a> From<&'a str> for Text<'a> {
    fn from(text: &'a str) -> Self {
        Self(Cow::Borrowed(text))
    }
}

impl<'a> Written<'a> for Text<'a> {
    const WANTS: &'static str = "text";

    fn of_text(text: Cow<'a, str>) -> Option<Self> {
        Some(Self(text))
    }
}

/// An opaque id: a letter, then letters, digits, dashes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Id<'a>(Cow<'a, str>);

impl<'a> Id<'a> {
    /// The id with which a text begins, as long as it can be, and the rest of the text.
    pub(crate) fn in_front_of(text: &'a str) -> Option<(&'a str, Self, &'a str)> {
        let length = text.bytes().position(|letter| !IN_ID[usize::from(letter)]).unwrap_or(text.len());
        let (id, rest) = text.split_at_checked(length)?;
        (id.as_bytes().first()?.is_ascii_alphabetic() && length <= MOST_LETTERS).then_some((
            id,
            Id(Cow::Borrowed(id)),
            rest,
        ))
    }

    pub(crate) fn is_one(text: &str) -> bool {
        Id::in_front_of(text).is_some_and(|(.., rest)| rest.is_empty())
    }
}

const MOST_LETTERS: usize = 40;

/// Whether a byte may stand in an id.
const IN_ID: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        #[expect(clippy::cast_possible_truncation, reason = "it is below 256")]
        let letter = byte as u8;
        table[byte] = letter.is_ascii_alphanumeric() || letter == b'-';
        byte += 1;
    }
    table
};

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

impl<'a> Written<'a> for Id<'a> {
    const WANTS: &'static str = "id";

    fn of_text(text: Cow<'a, str>) -> Option<Self> {
        Self::is_one(&text).then_some(Id(text))
    }
}

/// A member of a cell of the commune, written `cell/member`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct MemberRef<'a> {
    pub(crate) cell: Cow<'a, str>,
    pub(crate) member: Cow<'a, str>,
}

impl<'a> Written<'a> for MemberRef<'a> {
    const WANTS: &'static str = "cell/member";

    fn of_text(text: Cow<'a, str>) -> Option<Self> {
        let (cell, member) = text.split_once('/')?;
        (Id::is_one(cell) && Id::is_one(member))
            .then(|| Self { cell: cell.to_owned().into(), member: member.to_owned().into() })
    }
}

/// `yes` or `no` in a CSV cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct YesNo(pub(crate) bool);

impl<'a> Written<'a> for YesNo {
    const WANTS: &'static str = "yes";

    fn of_text(text: Cow<'a, str>) -> Option<Self> {
        match &*text {
            "yes" => Some(Self(true)),
            "no" => Some(Self(false)),
            _ => None,
        }
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

impl<'a> Canonical<'a> for Percent {
    fn canonical(value: Value<'_, 'a>) -> Taken<Self> {
        match u8::try_from(value.number()?) {
            Ok(percent @ 0..=100) => Ok(Self(percent)),
            _ => Err(Declined),
        }
    }
}

/// A part of a meeting's content: its text, or only whether it was held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part<'a> {
    Text(Cow<'a, str>),
    /// A text of white space: the part was not held.
    Blank,
    /// `true`: held, and the text is in the paper book. `false`: not held.
    Held(bool),
}

impl<'a> Part<'a> {
    fn of(text: Cow<'a, str>) -> Self {
        let is_blank = text.chars().all(char::is_whitespace);
        if is_blank { Self::Blank } else { Self::Text(text) }
    }

    pub(crate) fn is_held(&self) -> bool {
        matches!(self, Self::Text(_) | Self::Held(true))
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
                Ok(Part::of(Cow::Borrowed(text)))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Part<'de>, E> {
                Ok(Part::of(Cow::Owned(text.to_owned())))
            }

            fn visit_bool<E: Error>(self, held: bool) -> Result<Part<'de>, E> {
                Ok(Part::Held(held))
            }
        }

        deserializer.deserialize_any(TextOrHeld)
    }
}

impl<'a> Canonical<'a> for Part<'a> {
    fn canonical(value: Value<'_, 'a>) -> Taken<Self> {
        if value.is_text() {
            value.text().map(|text| Self::of(Cow::Borrowed(text)))
        } else {
            value.flag().map(Self::Held)
        }
    }
}
