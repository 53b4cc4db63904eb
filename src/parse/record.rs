//! `record!`: one declaration gives a record its type, its reader, its accepted keys, their documentation and schema.

use serde::{
    Deserialize,
    de::{IgnoredAny, MapAccess},
};
use serde_json::Value;

use crate::{
    lang::Lang,
    parse::{Field, canonical::Canonical, shape::CellForm},
};

/// What is known of a record kind without a record.
pub(crate) trait Described {
    /// The keys, or columns, in canonical order; a required one begins with `*`.
    const KEYS: &'static [&'static str];
    /// What one record is.
    const DOC: Doc;
    /// The same keys, with what stands under each.
    const FIELDS: &'static [FieldDoc];

    /// Whether nothing stands under any key: a record that waits to be filled.
    fn is_silent(&self) -> bool;
}

/// A record that is read field by field, wherever its fields come from.
pub(crate) trait Recorded<'a>: Described + Deserialize<'a> {
    fn read<F: Fields<'a>>(fields: &mut F) -> Result<Self, F::Error>;
}

/// The fields of a record as a reader gives them.
pub(crate) trait Fields<'a> {
    type Error: serde::de::Error;

    /// Whether the next key is this one, which has that place, as it is written by habit. Asked for each key in turn: most
    /// records have theirs in order, and one key is found sooner than one of many.
    fn is_next(&mut self, _place: usize, _key: &'static str) -> bool {
        false
    }

    /// The place of the next key among those of the record; behind the last one it is no key of the record.
    fn next(&mut self) -> Result<Option<usize>, Self::Error>;

    /// Whether the record ends here, as far as it can be told without looking for a key.
    fn is_end(&mut self) -> Result<bool, Self::Error> {
        Ok(false)
    }

    /// Reads what stands under the key that was given last.
    fn read<T: Canonical<'a>>(&mut self, field: &mut Field<T>) -> Result<(), Self::Error>;

    /// Passes over what stands under it.
    fn pass(&mut self) -> Result<(), Self::Error>;
}

/// The fields of a record as serde hands them over.
pub(crate) struct OfMap<A>(pub(crate) A);

impl<'a, A: MapAccess<'a>> Fields<'a> for OfMap<A> {
    type Error = A::Error;

    fn next(&mut self) -> Result<Option<usize>, A::Error> {
        self.0.next_key()
    }

    fn read<T: Canonical<'a>>(&mut self, field: &mut Field<T>) -> Result<(), A::Error> {
        *field = self.0.next_value()?;
        Ok(())
    }

    fn pass(&mut self) -> Result<(), A::Error> {
        self.0.next_value::<IgnoredAny>().map(|_| ())
    }
}

/// A doc comment of a record or field: `Vietnamese / English`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Doc(&'static str);

impl Doc {
    /// A comment in one language alone does not compile.
    pub(crate) const fn new(text: &'static str) -> Self {
        let bytes = text.as_bytes();
        let (mut at, mut both) = (0, false);
        while at + 2 < bytes.len() {
            both |= bytes[at] == b' ' && bytes[at + 1] == b'/' && bytes[at + 2] == b' ';
            at += 1;
        }
        assert!(both, "the doc comment of a record or field has both languages: `Vietnamese / English`");
        Self(text)
    }

    /// One sentence, without the stop at its end.
    pub(crate) fn of(self, lang: Lang) -> &'static str {
        let (vi, en) = self.0.split_once(" / ").unwrap_or((self.0, self.0));
        match lang {
            Lang::Vi => vi,
            Lang::En => en,
        }
        .trim()
        .trim_end_matches('.')
    }
}

/// What is known of a field without a record.
#[derive(Debug)]
pub(crate) struct FieldDoc {
    pub(crate) key: &'static str,
    pub(crate) required: bool,
    pub(crate) doc: Doc,
    /// How a cell writes its value.
    pub(crate) cell: CellForm,
    /// The JSON Schema of its value.
    pub(crate) schema: fn(Lang) -> Value,
}

/// Declares a record. Fields are `Field<T>`, which may be absent, or `Must<T>`; the doc comment of each, one line, says
/// what it is in both languages, `Vietnamese / English`. A key that is no Rust name is given by `= "key"`.
///
/// The reader learns the keys from the list of names that serde hands it, where `*` marks the required ones, and gives
/// each key by its place in that list.
macro_rules! record {
    ($(#[doc = $doc:literal])+ $name:ident { $($fields:tt)+ }) => {
        $crate::parse::record! { @ [] ['de] [$(#[doc = $doc])+] $name { $($fields)+ } }
    };
    ($(#[doc = $doc:literal])+ $name:ident<$lt:lifetime> { $($fields:tt)+ }) => {
        $crate::parse::record! { @ [$lt] [$lt] [$(#[doc = $doc])+] $name { $($fields)+ } }
    };
    (@ [$($lt:lifetime)?] [$de:lifetime] [#[doc = $doc:literal]] $name:ident {
        $( #[doc = $field_doc:literal] $field:ident $(= $key:literal)? : $type:ty ),+ $(,)?
    }) => {
        #[doc = $doc]
        #[derive(Debug)]
        #[allow(dead_code, reason = "every field is read for its mistakes, whoever needs its value")]
        pub(crate) struct $name<$($lt)?> { $( #[doc = $field_doc] pub(crate) $field: $type ),+ }

        impl<$($lt)?> $crate::parse::Described for $name<$($lt)?> {
            const KEYS: &'static [&'static str] = &[$(
                if <$type as $crate::parse::field::Slot>::REQUIRED {
                    concat!("*", $crate::parse::record!(@key $field $($key)?))
                } else {
                    $crate::parse::record!(@key $field $($key)?)
                }
            ),+];
            const DOC: $crate::parse::Doc = $crate::parse::Doc::new($doc);
            const FIELDS: &'static [$crate::parse::FieldDoc] = &[$( $crate::parse::FieldDoc {
                key: $crate::parse::record!(@key $field $($key)?),
                required: <$type as $crate::parse::field::Slot>::REQUIRED,
                doc: $crate::parse::Doc::new($field_doc),
                cell: <<$type as $crate::parse::field::Slot>::Value as $crate::parse::Shape>::CELL,
                schema: <<$type as $crate::parse::field::Slot>::Value as $crate::parse::Shape>::schema,
            } ),+];

            fn is_silent(&self) -> bool {
                [$( $crate::parse::field::Slot::is_empty(&self.$field) ),+].into_iter().all(|is_empty| is_empty)
            }
        }

        impl<$de> $crate::parse::Recorded<$de> for $name<$($lt)?> {
            fn read<F: $crate::parse::record::Fields<$de>>(fields: &mut F) -> Result<Self, F::Error> {
                /// The record while it is read.
                struct Draft<$($lt)?> { $( $field: $crate::parse::Field<<$type as $crate::parse::field::Slot>::Value> ),+ }

                #[expect(non_camel_case_types, reason = "they are the fields' names")]
                enum Key { $( $field ),+ }
                const KEYS: &[Key] = &[$( Key::$field ),+];

                /// What does not stand in the order of the keys. Hardly a record has any such field, so its code stays out
                /// of the way.
                #[cold]
                #[inline(never)]
                fn others<$de, F: $crate::parse::record::Fields<$de>>(
                    draft: &mut Draft<$($lt)?>,
                    fields: &mut F,
                ) -> Result<(), F::Error> {
                    while let Some(place) = fields.next()? {
                        match KEYS.get(place) {
                            $( Some(Key::$field) => fields.read(&mut draft.$field)?, )+
                            None => fields.pass()?,
                        }
                    }
                    Ok(())
                }

                let mut draft = Draft { $( $field: $crate::parse::Field::Absent ),+ };
                $( if fields.is_next(Key::$field as usize, $crate::parse::record!(@key $field $($key)?)) {
                    fields.read(&mut draft.$field)?;
                } )+
                if !fields.is_end()? {
                    others(&mut draft, fields)?;
                }
                let reported = || <F::Error as serde::de::Error>::custom("reported");
                Ok(Self { $( $field: <$type as $crate::parse::field::Slot>::settle(draft.$field).ok_or_else(reported)? ),+ })
            }
        }

        impl<$de> $crate::parse::canonical::Canonical<$de> for $name<$($lt)?> {
            fn canonical(value: $crate::parse::canonical::Value<'_, $de>) -> $crate::parse::canonical::Taken<Self> {
                $crate::parse::canonical::record(value)
            }
        }

        impl<$de> serde::Deserialize<$de> for $name<$($lt)?> {
            fn deserialize<D: serde::Deserializer<$de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Keys;

                impl<$de> serde::de::Visitor<$de> for Keys {
                    type Value = $name<$($lt)?>;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        formatter.write_str("table")
                    }

                    fn visit_map<A: serde::de::MapAccess<$de>>(self, map: A) -> Result<Self::Value, A::Error> {
                        $crate::parse::Recorded::read(&mut $crate::parse::record::OfMap(map))
                    }
                }

                deserializer.deserialize_struct(
                    stringify!($name),
                    <$name<$($lt)?> as $crate::parse::Described>::KEYS,
                    Keys,
                )
            }
        }
    };
    (@key $field:ident $key:literal) => { $key };
    (@key $field:ident) => { stringify!($field) };
}
pub(crate) use record;
