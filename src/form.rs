//! A cell's year as a workbook that goes both ways: written with what the register says, filled in by hand, read back.
//!
//! Every box belongs to a record and a key. A record is known in the workbook by a short key of its own (`m3`, the third
//! meeting), and which file that is stands on a hidden sheet, with a digest of each value that was written. So a box
//! that nobody touched is told from one that was filled in, wherever its row has been moved, and a value that has changed
//! in the register since is told from both.

pub(crate) mod apply;
pub(crate) mod compare;
pub(crate) mod fields;
pub(crate) mod filled;
pub(crate) mod kind;
pub(crate) mod leaves;
pub(crate) mod list;
pub(crate) mod model;
pub(crate) mod now;
pub(crate) mod plan;
#[cfg(test)]
mod properties;
pub(crate) mod section;
pub(crate) mod xlsx;
