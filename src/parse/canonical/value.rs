//! One value, as serde asks for it.

use serde::{
    Deserializer,
    de::{
        DeserializeSeed, SeqAccess, Visitor,
        value::{BorrowedStrDeserializer, U64Deserializer},
    },
    forward_to_deserialize_any,
};

use super::{
    Declined, Taken,
    access::{Elements, Entries, Record, Scope, Sections},
    scanner::{Scanner, Token},
};
use crate::{
    parse::{
        dates::{DATE, PARTIAL_DATE, TIME},
        field::LINES,
    },
    source::At,
};

/// A value and its place; the scanner stands where its parts begin.
pub(super) struct Value<'s, 'a> {
    pub(super) scanner: &'s Scanner<'a>,
    pub(super) kind: ValueKind<'a>,
    pub(super) at: At,
}

pub(super) enum ValueKind<'a> {
    Plain(Token<'a>),
    Table(Scope),
    /// The tables under `[[name]]`; the scanner stands behind the first header.
    Sections {
        name: &'a str,
    },
}

impl<'s, 'a> Value<'s, 'a> {
    /// The value at which the scanner stands.
    pub(super) fn next(scanner: &'s Scanner<'a>) -> Taken<Self> {
        let (token, at) = scanner.token()?;
        let kind = match token {
            Token::Table => ValueKind::Table(Scope::Braces),
            token => ValueKind::Plain(token),
        };
        Ok(Self { scanner, kind, at })
    }
}

impl<'a> Deserializer<'a> for Value<'_, 'a> {
    type Error = Declined;

    fn deserialize_any<V: Visitor<'a>>(self, visitor: V) -> Taken<V::Value> {
        match self.kind {
            ValueKind::Plain(Token::Text(text)) => visitor.visit_borrowed_str(text),
            ValueKind::Plain(Token::Flag(flag)) => visitor.visit_bool(flag),
            ValueKind::Plain(Token::Number(number)) => visitor.visit_i64(number),
            ValueKind::Plain(Token::List) => visitor.visit_seq(Elements::new(self.scanner)),
            ValueKind::Sections { name } => visitor.visit_seq(Sections::new(self.scanner, name, self.at)),
            ValueKind::Plain(Token::Date(_) | Token::Time(_) | Token::Table) | ValueKind::Table(_) => Err(Declined),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'a>>(self, name: &'static str, visitor: V) -> Taken<V::Value> {
        match (name, self.kind) {
            (DATE | PARTIAL_DATE, ValueKind::Plain(Token::Date(date))) => visitor.visit_borrowed_str(date),
            (LINES, ValueKind::Table(Scope::Section)) => {
                let (text, at) = self.scanner.section()?;
                visitor.visit_seq(Placed { at: Some(at), value: Some(BorrowedStrDeserializer::new(text)) })
            }
            (TIME, ValueKind::Plain(Token::Time(time))) => visitor.visit_u32(time.seconds),
            _ => Err(Declined),
        }
    }

    fn deserialize_tuple_struct<V: Visitor<'a>>(self, _: &'static str, _: usize, visitor: V) -> Taken<V::Value> {
        visitor.visit_seq(Placed { at: Some(self.at), value: Some(self) })
    }

    fn deserialize_struct<V: Visitor<'a>>(
        self,
        _: &'static str,
        keys: &'static [&'static str],
        visitor: V,
    ) -> Taken<V::Value> {
        match self.kind {
            ValueKind::Table(scope) => visitor.visit_map(Record::new(self.scanner, scope, keys)?),
            _ => Err(Declined),
        }
    }

    fn deserialize_map<V: Visitor<'a>>(self, visitor: V) -> Taken<V::Value> {
        match self.kind {
            ValueKind::Table(Scope::Section) => visitor.visit_map(Entries::new(self.scanner)),
            _ => Err(Declined),
        }
    }

    forward_to_deserialize_any! {
        <V: Visitor<'a>>
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        enum identifier ignored_any option
    }
}

/// The two elements by which a `Field` is read: its place, then its value.
pub(super) struct Placed<V> {
    pub(super) at: Option<At>,
    pub(super) value: Option<V>,
}

impl<'a, V: Deserializer<'a, Error = Declined>> SeqAccess<'a> for Placed<V> {
    type Error = Declined;

    fn next_element_seed<S: DeserializeSeed<'a>>(&mut self, seed: S) -> Taken<Option<S::Value>> {
        if let Some(at) = self.at.take() {
            return seed.deserialize(U64Deserializer::new(at.pack())).map(Some);
        }
        self.value.take().map(|value| seed.deserialize(value)).transpose()
    }
}
