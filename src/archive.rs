//! Zip archives, as they are sent around: written with the same bytes each time, read without trusting a byte of them.

pub(crate) mod name;
pub(crate) mod read;
pub(crate) mod write;
