//! One value. What has no parts is handed to serde, as every reader does.

use serde::{Deserializer, de::Visitor, forward_to_deserialize_any};

use super::{
    Declined, Taken,
    access::{Keys, Scope},
    scanner::{Scanner, Token},
};
use crate::{
    parse::dates::{DATE, PARTIAL_DATE, TIME},
    source::At,
};

/// A value; the scanner stands where its parts begin.
pub(crate) struct Value<'s, 'a> {
    pub(super) scanner: &'s Scanner<'a>,
    pub(super) kind: ValueKind<'a>,
}

pub(super) enum ValueKind<'a> {
    Plain(Token<'a>),
    Table(Scope),
    List,
    /// The tables under `[[name]]`; the scanner stands behind the first header.
    Sections {
        name: &'a str,
        at: At,
    },
}

impl<'s, 'a> Value<'s, 'a> {
    /// The value at which the scanner stands.
    pub(super) fn next(scanner: &'s Scanner<'a>) -> Taken<Self> {
        let kind = if scanner.take(b'{') {
            ValueKind::Table(Scope::Braces)
        } else if scanner.take(b'[') {
            ValueKind::List
        } else {
            ValueKind::Plain(scanner.token()?)
        };
        Ok(Self { scanner, kind })
    }

    pub(super) fn text(scanner: &'s Scanner<'a>, text: &'a str) -> Self {
        Self { scanner, kind: ValueKind::Plain(Token::Text(text)) }
    }

    /// The fields of a record with these keys.
    pub(super) fn fields(self, keys: &'static [&'static str]) -> Taken<Keys<'s, 'a>> {
        match self.kind {
            ValueKind::Table(scope) => Keys::new(self.scanner, scope, keys),
            _ => Err(Declined),
        }
    }

    /// The lines of a section, not looked at, and where they stand.
    pub(crate) fn lines(self) -> Taken<(&'a str, At)> {
        match self.kind {
            ValueKind::Table(Scope::Section) => self.scanner.section(),
            _ => Err(Declined),
        }
    }
}

impl<'a> Deserializer<'a> for Value<'_, 'a> {
    type Error = Declined;

    fn deserialize_any<V: Visitor<'a>>(self, visitor: V) -> Taken<V::Value> {
        match self.kind {
            ValueKind::Plain(Token::Text(text)) => visitor.visit_borrowed_str(text),
            ValueKind::Plain(Token::Flag(flag)) => visitor.visit_bool(flag),
            ValueKind::Plain(Token::Number(number)) => visitor.visit_i64(number),
            _ => Err(Declined),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'a>>(self, name: &'static str, visitor: V) -> Taken<V::Value> {
        match (name, self.kind) {
            (DATE | PARTIAL_DATE, ValueKind::Plain(Token::Date(date))) => visitor.visit_borrowed_str(date),
            (TIME, ValueKind::Plain(Token::Time(time))) => visitor.visit_u32(time.seconds),
            _ => Err(Declined),
        }
    }

    forward_to_deserialize_any! {
        <V: Visitor<'a>>
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct enum identifier ignored_any option
    }
}
