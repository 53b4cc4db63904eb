//! Chance that can be thrown again. Each unit, year and matter throws dice of its own, told from the seed and their name:
//! what happens in one place changes nothing elsewhere, whatever is written and on however many threads.

use xxhash_rust::xxh3::xxh3_64_with_seed;

use crate::date::{Date, Span, plus_days};

#[derive(Clone, Debug)]
pub(super) struct Dice(u64);

impl Dice {
    /// Those of a unit, by its path in the province, for one matter.
    pub(super) fn of(seed: u64, unit: &str, matter: &str) -> Self {
        Self(xxh3_64_with_seed(format!("{unit} {matter}").as_bytes(), seed))
    }

    /// SplitMix64: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014.
    fn throw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// From 0 to one less than the sides; 0 where there are none.
    pub(super) fn below(&mut self, sides: u32) -> u32 {
        let high = self.throw() >> 32;
        // Less than the sides, as the high half is less than 2^32.
        ((high * u64::from(sides)) >> 32) as u32
    }

    /// Both ends are among them.
    pub(super) fn between(&mut self, least: u32, most: u32) -> u32 {
        least + self.below(most.saturating_sub(least) + 1)
    }

    pub(super) fn chance(&mut self, in_thousand: u32) -> bool {
        self.below(1000) < in_thousand
    }

    /// One of a list that cannot be empty.
    pub(super) fn one_of<T: Copy, const N: usize>(&mut self, list: &[T; N]) -> T {
        const { assert!(N > 0) };
        list[self.below(N as u32) as usize]
    }

    /// One of a list; `None` where it is empty.
    pub(super) fn pick<T: Copy>(&mut self, list: &[T]) -> Option<T> {
        list.get(self.below(list.len() as u32) as usize).copied()
    }

    /// One day of a span.
    pub(super) fn day(&mut self, span: Span) -> Date {
        let days = (span.until - span.from).num_days().clamp(0, i64::from(u32::MAX - 1));
        plus_days(span.from, self.below(days as u32 + 1))
    }

    /// As many of the places of a list as are asked for, or all.
    pub(super) fn some_of(&mut self, length: usize, count: usize) -> Vec<bool> {
        let mut order: Vec<(u64, usize)> = (0..length).map(|place| (self.throw(), place)).collect();
        order.sort_unstable();
        let mut chosen = vec![false; length];
        order.into_iter().take(count).for_each(|(_, place)| chosen[place] = true);
        chosen
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::ymd;

    #[test]
    fn the_same_name_and_seed_throw_the_same_and_others_do_not() {
        let throw = |seed, unit, matter| {
            let mut dice = Dice::of(seed, unit, matter);
            [dice.throw(), dice.throw()]
        };
        let first = throw(1, "van-giang", "people");
        assert_eq!(first, throw(1, "van-giang", "people"));
        for other in [throw(2, "van-giang", "people"), throw(1, "van-lam", "people"), throw(1, "van-giang", "posts")] {
            assert_ne!(first, other);
        }
    }

    #[test]
    fn every_side_comes_and_no_other() {
        let mut dice = Dice::of(0, "", "");
        let mut seen = [0u32; 6];
        (0..6000).for_each(|_| seen[dice.below(6) as usize] += 1);
        assert!(seen.iter().all(|times| (850..1150).contains(times)), "{seen:?}");
        assert_eq!(dice.below(0), 0);
        assert_eq!(dice.pick::<u8>(&[]), None);
        assert!((0..100).all(|_| (3..=4).contains(&dice.between(3, 4))));
        let week = Span { from: ymd(2018, 1, 1), until: ymd(2018, 1, 7) };
        assert!((0..100).all(|_| week.covers(dice.day(week))));
    }

    #[test]
    fn as_many_are_chosen_as_asked_for() {
        let mut dice = Dice::of(0, "", "");
        for (count, expected) in [(0, 0), (3, 3), (10, 10), (11, 10)] {
            assert_eq!(dice.some_of(10, count).into_iter().filter(|chosen| *chosen).count(), expected);
        }
    }
}
