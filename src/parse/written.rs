//! Values that are written as text.

use std::{borrow::Cow, fmt};

use serde::de::{Error, Unexpected, Visitor};

/// A value that is written as text and must pass a check.
pub(crate) trait Written<'a>: Sized {
    /// The phrase for a refusal.
    const WANTS: &'static str;

    fn of_text(text: Cow<'a, str>) -> Option<Self>;
}

/// Lets every reader take such a value.
macro_rules! written {
    ($($name:ty),+) => { $(
        impl<'a> serde::Deserialize<'a> for $name {
            fn deserialize<D: serde::Deserializer<'a>>(deserializer: D) -> Result<Self, D::Error> {
                let wants = <Self as $crate::parse::written::Written>::WANTS;
                deserializer.deserialize_str($crate::parse::written::Checked { wants, check: Self::of_text })
            }
        }

        impl<'a> $crate::parse::canonical::Canonical<'a> for $name {
            fn canonical(value: $crate::parse::canonical::Value<'_, 'a>) -> $crate::parse::canonical::Taken<Self> {
                Self::of_text(std::borrow::Cow::Borrowed(value.text()?)).ok_or($crate::parse::canonical::Declined)
            }
        }
    )+ };
}
pub(crate) use written;

/// A text that must pass a check; borrowed where the carrier can lend it.
pub(super) struct Checked<C> {
    pub(super) wants: &'static str,
    pub(super) check: C,
}

impl<'de, T, C: FnOnce(Cow<'de, str>) -> Option<T>> Visitor<'de> for Checked<C> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.wants)
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<T, E> {
        (self.check)(Cow::Borrowed(text)).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self.wants))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        (self.check)(Cow::Owned(text.to_owned())).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self.wants))
    }
}
