//! From the text of one file to a typed record, with every mistake of the file collected in one pass.
//!
//! Parsing never fails: what cannot be read becomes a problem with its place, and a record or field that is not there.

pub(crate) mod abreast;
pub(crate) mod canonical;
pub(crate) mod csv_canonical;
pub(crate) mod csv_cells;
mod csv_dates;
mod csv_header;
mod csv_plain;
pub(crate) mod csv_reader;
mod csv_row;
mod csv_rows;
pub(crate) mod dates;
pub(crate) mod field;
mod placed;
mod problem;
pub(crate) mod record;
mod refusal;
pub(crate) mod shape;
mod syntax_words;
pub(crate) mod toml_reader;
mod toml_value;
mod toml_version;
pub(crate) mod value;
mod words;
mod written;

pub(crate) use dates::Time;
pub(crate) use field::{Field, List, Must};
pub(crate) use problem::{Problem, Problems};
pub(crate) use record::{Described, Doc, FieldDoc, Recorded, record};
pub(crate) use shape::CellForm;
pub(crate) use shape::Shape;
pub(crate) use value::{Entries, Id, Text};
pub(crate) use words::{Vocabulary, words};
