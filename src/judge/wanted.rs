//! What a run wants to know of a register.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::{targets::Evidence, unit::UnitLevel};

/// What a run wants to know.
#[derive(Clone, Debug)]
pub(crate) struct Wanted {
    /// The years to count, in order.
    pub(crate) years: Vec<i32>,
    /// The years for which shortfalls become findings; for the others they are counted.
    pub(crate) shortfall_years: Vec<i32>,
    /// The level down to which units are kept apart.
    pub(crate) keep: UnitLevel,
    /// Whether the register's digest is wanted.
    pub(crate) digest: bool,
    /// Of which targets the evidence of the first of the years is wanted.
    pub(crate) trace: Traced,
    /// Whether what is not due yet is told as missing.
    pub(crate) ahead: bool,
    /// The targets to count, by their place in the list; absent: all.
    pub(crate) only: Option<Vec<usize>>,
}

/// The targets of which the evidence is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Traced {
    Nothing,
    /// One, by its place in the list.
    One(usize),
    /// All that are counted.
    Every,
}

impl Traced {
    pub(super) fn has(self, place: usize) -> bool {
        match self {
            Self::Nothing => false,
            Self::One(one) => one == place,
            Self::Every => true,
        }
    }
}

/// What a unit added to a figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Witness {
    /// The place of the target in the list.
    pub(crate) target: usize,
    pub(crate) unit: Arc<str>,
    pub(crate) evidence: Evidence,
}

impl Wanted {
    /// Where the year before is counted too.
    pub(crate) fn before(&self, index: usize) -> Option<usize> {
        self.years.iter().position(|year| year + 1 == self.years[index])
    }
}
