//! One field of a record: not there, there but unreadable, or said, with its place.
//!
//! A record is an ordinary serde type whose fields are `Field` or `Must`. Both are read through one small protocol, so
//! that a mistake in one field is reported and the rest of the record is still read: `Field::deserialize` asks for a
//! tuple struct of the name `FIELD`, and a reader answers with a sequence of the place and the value, the value left
//! out where it was refused (and reported).

use std::{fmt, marker::PhantomData, ops::Deref};

use serde::{
    Deserialize, Deserializer,
    de::{SeqAccess, Visitor},
};

use crate::source::At;

pub(crate) const FIELD: &str = "chibo::Field";

/// What a record says in one field that may be absent.
#[derive(Debug)]
pub(crate) enum Field<T> {
    Absent,
    /// Reported while reading; whoever needs it stays silent.
    Unread(At),
    Said(T, At),
}

/// A list in a record; an element that could not be read stays in its place as unread.
pub(crate) type List<T> = Field<Vec<Field<T>>>;

impl<T> Field<T> {
    pub(crate) fn get(&self) -> Option<&T> {
        match self {
            Self::Said(value, _) => Some(value),
            Self::Absent | Self::Unread(_) => None,
        }
    }

    pub(crate) fn at(&self) -> Option<At> {
        match self {
            Self::Said(_, at) | Self::Unread(at) => Some(*at),
            Self::Absent => None,
        }
    }

    pub(crate) fn said(&self) -> Option<(&T, At)> {
        match self {
            Self::Said(value, at) => Some((value, *at)),
            Self::Absent | Self::Unread(_) => None,
        }
    }

    pub(crate) fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    pub(crate) fn is_unread(&self) -> bool {
        matches!(self, Self::Unread(_))
    }
}

impl<T: Copy> Field<T> {
    pub(crate) fn copied(&self) -> Option<T> {
        self.get().copied()
    }

    pub(crate) fn said_copied(&self) -> Option<(T, At)> {
        self.said().map(|(value, at)| (*value, at))
    }
}

impl<T> Field<Vec<Field<T>>> {
    /// The elements that could be read, each with its place.
    pub(crate) fn each(&self) -> impl Iterator<Item = (&T, At)> {
        self.get().into_iter().flatten().filter_map(Field::said)
    }

    /// Whether the list or one of its elements could not be read.
    pub(crate) fn has_unread(&self) -> bool {
        self.is_unread() || self.get().into_iter().flatten().any(Field::is_unread)
    }
}

/// What a record must say: a record without it is not read at all.
#[derive(Debug)]
pub(crate) struct Must<T> {
    value: T,
    pub(crate) at: At,
}

impl<T> Deref for Must<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// How `record!` settles a field at the end of its record.
pub(crate) trait Slot: Sized {
    type Value;
    const REQUIRED: bool;
    /// `None` where the record cannot stand without the field.
    fn settle(field: Field<Self::Value>) -> Option<Self>;
    /// Whether nothing stands in its place.
    fn is_empty(&self) -> bool;
}

impl<T> Slot for Field<T> {
    type Value = T;
    const REQUIRED: bool = false;

    fn settle(field: Self) -> Option<Self> {
        Some(field)
    }

    fn is_empty(&self) -> bool {
        self.is_absent()
    }
}

impl<T> Slot for Must<T> {
    type Value = T;
    const REQUIRED: bool = true;

    fn settle(field: Field<T>) -> Option<Self> {
        match field {
            Field::Said(value, at) => Some(Self { value, at }),
            Field::Absent | Field::Unread(_) => None,
        }
    }

    fn is_empty(&self) -> bool {
        false
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Field<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Placed<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for Placed<T> {
            type Value = Field<T>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a place and a value")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Field<T>, A::Error> {
                let at = seq.next_element::<At>()?.unwrap_or(At::File);
                Ok(match seq.next_element::<T>()? {
                    Some(value) => Field::Said(value, at),
                    None => Field::Unread(at),
                })
            }
        }

        deserializer.deserialize_tuple_struct(FIELD, 2, Placed(PhantomData))
    }
}

impl<'de> Deserialize<'de> for At {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        u64::deserialize(deserializer).map(Self::unpack)
    }
}

impl At {
    const CELL: u64 = 1 << 63;

    /// One number, so that a place passes through serde as a value like any other.
    pub(crate) fn pack(self) -> u64 {
        match self {
            Self::File => u64::MAX,
            Self::Bytes(start, end) => u64::from(start) << 32 | u64::from(end),
            Self::Cell { row, column, delimiter } => {
                Self::CELL | u64::from(row) << 24 | u64::from(column) << 8 | u64::from(delimiter)
            }
        }
    }

    #[expect(clippy::cast_possible_truncation, reason = "each part is cut out of the number that `pack` made of it")]
    fn unpack(packed: u64) -> Self {
        match packed {
            u64::MAX => Self::File,
            _ if packed & Self::CELL == 0 => Self::Bytes((packed >> 32) as u32, packed as u32),
            _ => Self::Cell { row: (packed >> 24) as u32, column: (packed >> 8) as u16, delimiter: packed as u8 },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_survives_its_packing() {
        for at in [
            At::File,
            At::Bytes(0, 0),
            At::Bytes(7, 1 << 21),
            At::Cell { row: 2 << 20, column: 65_535, delimiter: b'\t' },
        ] {
            assert_eq!(At::unpack(at.pack()), at);
        }
    }
}
