//! A field as serde takes it: its place, then its value.

use serde::{
    Deserializer,
    de::{DeserializeSeed, SeqAccess, value::U64Deserializer},
};

use crate::{
    parse::{Problems, refusal::Refusal},
    source::At,
};

/// The two elements by which a `Field` is read. A value that is refused is reported and left out.
pub(super) struct Placed<'p, V> {
    key: &'p str,
    at: At,
    is_place_given: bool,
    value: Option<V>,
    problems: &'p Problems<'p>,
}

impl<'p, V> Placed<'p, V> {
    pub(super) fn new(key: &'p str, at: At, problems: &'p Problems<'p>, value: V) -> Self {
        Self { key, at, is_place_given: false, value: Some(value), problems }
    }
}

impl<'a, V: Deserializer<'a, Error = Refusal>> SeqAccess<'a> for Placed<'_, V> {
    type Error = Refusal;

    fn next_element_seed<S: DeserializeSeed<'a>>(&mut self, seed: S) -> Result<Option<S::Value>, Refusal> {
        if !self.is_place_given {
            self.is_place_given = true;
            return seed.deserialize(U64Deserializer::new(self.at.pack())).map(Some);
        }
        let Some(value) = self.value.take() else { return Ok(None) };
        Ok(seed.deserialize(value).map_err(|refusal| self.problems.refused(self.key, self.at, refusal)).ok())
    }
}
