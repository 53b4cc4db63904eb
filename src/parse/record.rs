//! `record!`: one declaration gives a record its type, its reader, its accepted keys and their documentation.

/// What is known of a record kind without a record.
pub(crate) trait Described {
    /// The keys, or columns, in canonical order; a required one begins with `*`.
    const KEYS: &'static [&'static str];
}

/// Declares a record. Fields are `Field<T>`, which may be absent, or `Must<T>`; the doc comment of each says what it
/// is in both languages, `Vietnamese / English`. A key that is no Rust name is given by `= "key"`.
///
/// The reader learns which keys are required from the list of names that serde hands it, where `*` marks them.
macro_rules! record {
    ($(#[doc = $doc:literal])+ $name:ident { $($fields:tt)+ }) => {
        $crate::parse::record! { @ [] ['de] [$(#[doc = $doc])+] $name { $($fields)+ } }
    };
    ($(#[doc = $doc:literal])+ $name:ident<$lt:lifetime> { $($fields:tt)+ }) => {
        $crate::parse::record! { @ [$lt] [$lt] [$(#[doc = $doc])+] $name { $($fields)+ } }
    };
    (@ [$($lt:lifetime)?] [$de:lifetime] [$(#[doc = $doc:literal])+] $name:ident {
        $( $(#[doc = $field_doc:literal])+ $field:ident $(= $key:literal)? : $type:ty ),+ $(,)?
    }) => {
        $(#[doc = $doc])+
        #[derive(Debug)]
        pub(crate) struct $name<$($lt)?> { $( $(#[doc = $field_doc])+ pub(crate) $field: $type ),+ }

        impl<$($lt)?> $crate::parse::Described for $name<$($lt)?> {
            const KEYS: &'static [&'static str] = &[$(
                if <$type as $crate::parse::field::Slot>::REQUIRED {
                    concat!("*", $crate::parse::record!(@key $field $($key)?))
                } else {
                    $crate::parse::record!(@key $field $($key)?)
                }
            ),+];
        }

        impl<$de> serde::Deserialize<$de> for $name<$($lt)?> {
            fn deserialize<D: serde::Deserializer<$de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Keys;

                impl<$de> serde::de::Visitor<$de> for Keys {
                    type Value = $name<$($lt)?>;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        formatter.write_str("table")
                    }

                    fn visit_map<A: serde::de::MapAccess<$de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                        $( let mut $field = $crate::parse::Field::<
                            <$type as $crate::parse::field::Slot>::Value>::Absent; )+
                        while let Some(key) = map.next_key::<&str>()? {
                            match key {
                                $( $crate::parse::record!(@key $field $($key)?) => $field = map.next_value()?, )+
                                _ => {
                                    map.next_value::<serde::de::IgnoredAny>()?;
                                }
                            }
                        }
                        match ($( <$type as $crate::parse::field::Slot>::settle($field), )+) {
                            ($( Some($field), )+) => Ok($name { $($field),+ }),
                            _ => Err(<A::Error as serde::de::Error>::custom("reported")),
                        }
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
