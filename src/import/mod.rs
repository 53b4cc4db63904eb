//! Tables as clerks keep them, understood: where the header is, what its columns are, which rows are people or meetings,
//! which day a cell means. Nothing is guessed: what is not sure is a reason that stands beside its row.

pub(crate) mod bad;
pub(crate) mod column;
pub(crate) mod dates;
mod header;
mod heading_date;
pub(crate) mod mark;
pub(crate) mod people;
pub(crate) mod reshape;
pub(crate) mod table;

/// What a table is a table of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    Members,
    Attendance,
    Officials,
    Summary,
}
