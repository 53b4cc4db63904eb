//! The paper of a cell: attendance sheet, minutes, coordination agreement. Each is made from records into a document; no
//! name leaves a machine that has no names.csv.

pub(crate) mod agreement;
pub(crate) mod head;
pub(crate) mod minutes;
pub(crate) mod sign_in;
mod who;

pub(crate) use who::Who;
