//! The kinds of record: what each may say, one file a kind. Names are the register's keys.
//!
//! The doc comment of a field says what it is in both languages: `Vietnamese / English`.

pub(crate) mod agreement;
pub(crate) mod assessment;
pub(crate) mod attendance;
pub(crate) mod briefing;
pub(crate) mod cell;
pub(crate) mod cell_year;
pub(crate) mod commune;
pub(crate) mod district;
pub(crate) mod explanation;
pub(crate) mod kinds;
pub(crate) mod meeting;
pub(crate) mod member;
pub(crate) mod name;
pub(crate) mod official;
pub(crate) mod province;
mod refine;
pub(crate) mod role;
pub(crate) mod settings;
pub(crate) mod shared;
pub(crate) mod status;
pub(crate) mod village;
pub(crate) mod village_year;
