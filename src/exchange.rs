//! Records that go from one register to another: what is packed, what comes, and how the two differ.

pub(crate) mod compare;
pub(crate) mod history;
pub(crate) mod manifest;
pub(crate) mod parcel;
pub(crate) mod place;
pub(crate) mod state;
