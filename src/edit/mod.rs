//! Writing into records that are there: their canonical form, rows that are changed or added, what a change looks like.
//!
//! Nothing here touches a file: a text goes in, a text comes out.

pub(crate) mod diff;
pub(crate) mod kind;
pub(crate) mod marks;
pub(crate) mod proof;
#[cfg(test)]
mod properties;
pub(crate) mod sheet;
pub(crate) mod toml_entries;
pub(crate) mod toml_form;
pub(crate) mod toml_keys;
mod toml_layout;
pub(crate) mod toml_record;
