//! `words!`: a closed vocabulary of a record, each word with what it is called in both languages.

use crate::lang::Words;

/// A closed list of words.
pub(crate) trait Vocabulary: Copy + 'static {
    const ALL: &'static [Self];
    /// The words as records write them.
    const WORDS: &'static [&'static str];

    fn word(self) -> &'static str;

    /// What a reader calls it.
    fn label(self) -> Words;
}

/// `words! { /// doc  Kind { Village = "village" ("thôn", "village"), … } }`
macro_rules! words {
    ($(#[doc = $doc:literal])+ $name:ident { $( $variant:ident = $word:literal ($vi:literal, $en:literal) ),+ $(,)? }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum $name { $( $variant ),+ }

        impl $name {
            pub(crate) fn from_word(word: &str) -> Option<Self> {
                match word {
                    $( $word => Some(Self::$variant), )+
                    _ => None,
                }
            }
        }

        impl $crate::parse::Vocabulary for $name {
            const ALL: &'static [Self] = &[$( Self::$variant ),+];
            const WORDS: &'static [&'static str] = &[$( $word ),+];

            fn word(self) -> &'static str {
                match self { $( Self::$variant => $word ),+ }
            }

            fn label(self) -> $crate::lang::Words {
                match self { $( Self::$variant => $crate::lang::Words::new($vi, $en) ),+ }
            }
        }

        impl $crate::parse::Shape for $name {
            fn schema(lang: $crate::lang::Lang) -> serde_json::Value {
                $crate::parse::shape::of_words::<Self>(lang)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str($crate::parse::Vocabulary::word(*self))
            }
        }

        impl<'a> $crate::parse::canonical::Canonical<'a> for $name {
            fn canonical(value: $crate::parse::canonical::Value<'_, 'a>) -> $crate::parse::canonical::Taken<Self> {
                Self::from_word(value.text()?).ok_or($crate::parse::canonical::Declined)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Word;

                impl serde::de::Visitor<'_> for Word {
                    type Value = $name;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        formatter.write_str("text")
                    }

                    fn visit_str<E: serde::de::Error>(self, word: &str) -> Result<$name, E> {
                        $name::from_word(word)
                            .ok_or_else(|| E::unknown_variant(word, <$name as $crate::parse::Vocabulary>::WORDS))
                    }
                }

                deserializer.deserialize_str(Word)
            }
        }
    };
}
pub(crate) use words;
