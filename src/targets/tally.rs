//! A tally: what a target counted in a unit and year. Tallies add; percentages never do.

use std::ops::AddAssign;

use serde::{Deserialize, Serialize};

/// The most named parts that a target counts.
const PARTS: usize = 9;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Tally {
    pub(crate) numerator: u64,
    pub(crate) denominator: u64,
    /// Records with an error on which the target rests, in neither.
    pub(crate) left_out: u64,
    /// Subjects that the records do not speak of, in neither.
    pub(crate) unknown: u64,
    /// Subjects that stand apart by the counting rule (dual posts), in neither.
    pub(crate) apart: u64,
    /// Units in scope of which the target could speak.
    pub(crate) units: u64,
    /// Those of them whose records speak.
    pub(crate) with_data: u64,
    /// The other reading, where the target has one.
    pub(crate) other: (u64, u64),
    /// What is counted apart, in the order of the target's `Parts`; zero where it has none.
    pub(crate) parts: [u64; PARTS],
}

impl Tally {
    /// The greatest of its numbers.
    pub(crate) fn greatest(&self) -> u64 {
        let Self { numerator, denominator, left_out, unknown, apart, units, with_data, other: (n, d), parts } = *self;
        let counts = [numerator, denominator, left_out, unknown, apart, units, with_data, n, d];
        counts.into_iter().chain(parts).max().unwrap_or(0)
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        let Self { numerator, denominator, left_out, unknown, apart, units, with_data, other: (n, d), parts } = other;
        self.numerator += numerator;
        self.denominator += denominator;
        self.left_out += left_out;
        self.unknown += unknown;
        self.apart += apart;
        self.units += units;
        self.with_data += with_data;
        self.other.0 += n;
        self.other.1 += d;
        self.parts.iter_mut().zip(parts).for_each(|(sum, part)| *sum += part);
    }
}
