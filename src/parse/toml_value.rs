//! TOML values as serde sees them.

use std::borrow::Cow;

use serde::{
    Deserializer,
    de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor, value::UsizeDeserializer},
    forward_to_deserialize_any,
};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::{
    parse::{
        Problems,
        dates::{DATE, PARTIAL_DATE, TIME, Time},
        field::FIELD,
        placed::Placed,
        problem::bare,
        refusal::Refusal,
    },
    source::At,
    text::nearest,
};

enum ValueRef<'p, 'a> {
    Table(&'p DeTable<'a>),
    Value(&'p DeValue<'a>),
}

/// A value at a place, under a key (an element of a list: under the list's); its parts report their own mistakes.
pub(super) struct Value<'p, 'a> {
    key: &'p str,
    value: ValueRef<'p, 'a>,
    at: At,
    problems: &'p Problems<'p>,
}

impl<'p, 'a> Value<'p, 'a> {
    pub(super) fn of_file(table: &'p DeTable<'a>, problems: &'p Problems<'p>) -> Self {
        Self { key: "", value: ValueRef::Table(table), at: At::File, problems }
    }

    fn new(key: &'p str, spanned: &'p Spanned<DeValue<'a>>, problems: &'p Problems<'p>) -> Self {
        let value = match spanned.get_ref() {
            DeValue::Table(table) => ValueRef::Table(table),
            value => ValueRef::Value(value),
        };
        Self { key, value, at: At::bytes(spanned.span()), problems }
    }

    fn table(self) -> Result<&'p DeTable<'a>, Self> {
        match self.value {
            ValueRef::Table(table) => Ok(table),
            ValueRef::Value(_) => Err(self),
        }
    }
}

impl<'p, 'a> Deserializer<'a> for Value<'p, 'a> {
    type Error = Refusal;

    fn deserialize_any<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Refusal> {
        let value = match self.value {
            ValueRef::Table(_) => return self.deserialize_map(visitor),
            ValueRef::Value(value) => value,
        };
        match value {
            DeValue::String(Cow::Borrowed(text)) => visitor.visit_borrowed_str(text),
            DeValue::String(Cow::Owned(text)) => visitor.visit_str(text),
            DeValue::Boolean(flag) => visitor.visit_bool(*flag),
            DeValue::Integer(integer) => match i64::from_str_radix(integer.as_str(), integer.radix()) {
                Ok(number) => visitor.visit_i64(number),
                Err(_) => visitor.visit_f64(f64::INFINITY),
            },
            DeValue::Float(_) => visitor.visit_f64(0.0),
            // Only a type that asks for a date takes one: to any other it is a value of another type.
            DeValue::Datetime(_) => visitor.visit_bytes(b"date"),
            DeValue::Array(array) => {
                visitor.visit_seq(Elements { key: self.key, elements: array.iter(), problems: self.problems })
            }
            DeValue::Table(_) => Err(Refusal::custom("table")),
        }
    }

    fn deserialize_tuple_struct<V: Visitor<'a>>(
        self,
        name: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        debug_assert_eq!(name, FIELD, "a field outside of a table or list");
        visitor.visit_seq(Placed::new(self.key, self.at, self.problems, self))
    }

    fn deserialize_newtype_struct<V: Visitor<'a>>(self, name: &'static str, visitor: V) -> Result<V::Value, Refusal> {
        let ValueRef::Value(DeValue::Datetime(datetime)) = self.value else {
            return Err(Refusal::custom(match name {
                TIME => "time",
                _ => "date",
            }));
        };
        match (name, datetime.date, datetime.time, datetime.offset) {
            (DATE | PARTIAL_DATE, Some(date), None, None) => visitor.visit_str(&date.to_string()),
            (TIME, None, Some(time), None) => {
                visitor.visit_u32(Time::new(time.hour, time.minute, time.second.unwrap_or(0)).seconds)
            }
            (TIME, ..) => Err(Refusal::custom("time")),
            _ => Err(Refusal::custom("date")),
        }
    }

    fn deserialize_struct<V: Visitor<'a>>(
        self,
        _: &'static str,
        keys: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        let (at, problems) = (self.at, self.problems);
        let table = match self.table() {
            Ok(table) => table,
            Err(value) => return value.deserialize_any(visitor),
        };
        for key in keys.iter().filter_map(|key| key.strip_prefix('*')) {
            if !table.contains_key(key) && !is_misspelt(key, table, keys) {
                problems.missing_key(key, at);
            }
        }
        visitor.visit_map(Keys { entries: table.iter(), keys, next: None, problems })
    }

    fn deserialize_map<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Refusal> {
        let problems = self.problems;
        match self.table() {
            Ok(table) => visitor.visit_map(OwnKeys { entries: table.iter(), next: None, problems }),
            Err(value) => value.deserialize_any(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Refusal> {
        visitor.visit_some(self)
    }

    forward_to_deserialize_any! {
        <V: Visitor<'a>>
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        enum identifier ignored_any
    }
}

/// Whether an unknown key of the table is told with this one as what was meant; it is not told as missing too.
fn is_misspelt(key: &str, table: &DeTable<'_>, keys: &'static [&'static str]) -> bool {
    let known: Vec<&str> = keys.iter().map(|known| bare(known)).collect();
    let unknown = table.iter().map(|(written, _)| written.get_ref()).filter(|written| !known.contains(&&***written));
    unknown.into_iter().any(|written| nearest(written, &known) == Some(key))
}

type Entries<'p, 'a> = <&'p DeTable<'a> as IntoIterator>::IntoIter;

/// The entries of a record: known keys only; the others are reported.
struct Keys<'p, 'a> {
    entries: Entries<'p, 'a>,
    keys: &'static [&'static str],
    next: Option<(&'static str, &'p Spanned<DeValue<'a>>)>,
    problems: &'p Problems<'p>,
}

impl<'p, 'a> MapAccess<'a> for Keys<'p, 'a> {
    type Error = Refusal;

    fn next_key_seed<S: DeserializeSeed<'a>>(&mut self, seed: S) -> Result<Option<S::Value>, Refusal> {
        for (key, value) in self.entries.by_ref() {
            let Some(place) = self.keys.iter().position(|known| bare(known) == key.get_ref()) else {
                self.problems.unknown_key(key.get_ref(), At::bytes(key.span()), self.keys);
                continue;
            };
            self.next = Some((bare(self.keys[place]), value));
            return seed.deserialize(UsizeDeserializer::new(place)).map(Some);
        }
        Ok(None)
    }

    fn next_value_seed<S: DeserializeSeed<'a>>(&mut self, seed: S) -> Result<S::Value, Refusal> {
        let (key, value) = self.next.take().ok_or(Refusal::Reported)?;
        seed.deserialize(Value::new(key, value, self.problems))
    }
}

/// The entries of a table whose keys are the record's own, such as the members of an attendance.
struct OwnKeys<'p, 'a> {
    entries: Entries<'p, 'a>,
    next: Option<(&'p str, &'p Spanned<DeValue<'a>>)>,
    problems: &'p Problems<'p>,
}

impl<'p, 'a> MapAccess<'a> for OwnKeys<'p, 'a> {
    type Error = Refusal;

    fn next_key_seed<S: DeserializeSeed<'a>>(&mut self, seed: S) -> Result<Option<S::Value>, Refusal> {
        let Some((key, value)) = self.entries.next() else { return Ok(None) };
        self.next = Some((key.get_ref(), value));
        let key = Key { key, problems: self.problems };
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'a>>(&mut self, seed: S) -> Result<S::Value, Refusal> {
        let (key, value) = self.next.take().ok_or(Refusal::Reported)?;
        seed.deserialize(Value::new(key, value, self.problems))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.entries.len())
    }
}

/// A key that is itself a value, with its place.
struct Key<'p, 'a> {
    key: &'p Spanned<Cow<'a, str>>,
    problems: &'p Problems<'p>,
}

impl<'a> Deserializer<'a> for Key<'_, 'a> {
    type Error = Refusal;

    fn deserialize_any<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match self.key.get_ref() {
            Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
            Cow::Owned(text) => visitor.visit_str(text),
        }
    }

    fn deserialize_tuple_struct<V: Visitor<'a>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        let (at, problems) = (At::bytes(self.key.span()), self.problems);
        visitor.visit_seq(Placed::new("", at, problems, self))
    }

    forward_to_deserialize_any! {
        <V: Visitor<'a>>
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        enum identifier ignored_any newtype_struct struct map option
    }
}

/// The elements of a list.
struct Elements<'p, 'a> {
    key: &'p str,
    elements: std::slice::Iter<'p, Spanned<DeValue<'a>>>,
    problems: &'p Problems<'p>,
}

impl<'a> SeqAccess<'a> for Elements<'_, 'a> {
    type Error = Refusal;

    fn next_element_seed<S: DeserializeSeed<'a>>(&mut self, seed: S) -> Result<Option<S::Value>, Refusal> {
        self.elements.next().map(|element| seed.deserialize(Value::new(self.key, element, self.problems))).transpose()
    }
}
