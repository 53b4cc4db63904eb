//! Which of figures that are shown together are not to be published, that none of few be told or computed.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use crate::unit;

/// The fewest subjects of a figure that is published.
const FEWEST: u64 = 5;

/// One figure among those of a target and year that are shown together, by unit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shown {
    pub(super) numerator: u64,
    pub(super) denominator: u64,
}

/// The units whose figure is not to be published: those of fewer than five, those that another figure gives away, and as
/// many beside and above them as keep them from being computed, a unit's figure being the sum of those next below it
/// that are shown.
pub(super) fn hidden(figures: &BTreeMap<Arc<str>, Shown>, also: &BTreeSet<Arc<str>>) -> BTreeSet<Arc<str>> {
    let is_hidden = |(unit, figure): &(&Arc<str>, &Shown)| is_few(**figure) || also.contains(*unit);
    let mut hidden: BTreeSet<Arc<str>> = figures.iter().filter(is_hidden).map(|(unit, _)| Arc::clone(unit)).collect();
    let sums = sums(figures);
    // What is hidden for one sum may stand alone in another: until none does.
    loop {
        let more: Vec<Arc<str>> = sums.iter().filter_map(|sum| sum.lacks(&hidden, figures)).collect();
        if more.is_empty() {
            return hidden;
        }
        hidden.extend(more);
    }
}

/// A unit and those next below it of whose figures its own is the sum.
struct Sum {
    whole: Arc<str>,
    below: Vec<Arc<str>>,
}

/// The sums of which a reader knows.
fn sums(figures: &BTreeMap<Arc<str>, Shown>) -> Vec<Sum> {
    // Cells and villages stand side by side: each kind adds up by itself.
    let mut sums: BTreeMap<(&Arc<str>, bool), Vec<Arc<str>>> = BTreeMap::new();
    for (unit, figure) in figures {
        // A figure of nothing is known to be nothing.
        if let Some(whole) = parent(figures, unit).filter(|_| figure.denominator > 0) {
            sums.entry((whole, unit.contains('#'))).or_default().push(Arc::clone(unit));
        }
    }
    sums.into_iter().map(|((whole, _), below)| Sum { whole: Arc::clone(whole), below }).collect()
}

impl Sum {
    /// One more that must be hidden for the hidden ones of the sum to stay so; nothing where they do.
    fn lacks(&self, hidden: &BTreeSet<Arc<str>>, figures: &BTreeMap<Arc<str>, Shown>) -> Option<Arc<str>> {
        let below: Vec<&Arc<str>> = self.below.iter().filter(|unit| hidden.contains(*unit)).collect();
        let smallest = || {
            let open = self.below.iter().filter(|unit| !hidden.contains(*unit));
            open.min_by_key(|unit| (figures[*unit].denominator, Arc::clone(unit))).map(Arc::clone)
        };
        match (hidden.contains(&self.whole), below.as_slice()) {
            (false, []) => None,
            // The sum of all that is shown is the whole.
            (true, []) => smallest(),
            (true, _) => None,
            (false, below) if is_safe(below, figures) => None,
            (false, below) => smallest().or_else(|| (below.len() == 1).then(|| Arc::clone(&self.whole))),
        }
    }
}

fn is_few(figure: Shown) -> bool {
    (1..FEWEST).contains(&figure.denominator)
}

/// Whether the sum of what is hidden, which the whole gives away, tells of none of them.
fn is_safe(hidden: &[&Arc<str>], figures: &BTreeMap<Arc<str>, Shown>) -> bool {
    let n: u64 = hidden.iter().map(|unit| figures[*unit].numerator).sum();
    let d: u64 = hidden.iter().map(|unit| figures[*unit].denominator).sum();
    hidden.len() >= 2 && d >= FEWEST && n > 0 && n < d
}

/// The next unit above that is shown too.
fn parent<'f>(figures: &'f BTreeMap<Arc<str>, Shown>, unit: &str) -> Option<&'f Arc<str>> {
    let mut above = unit;
    while !above.is_empty() {
        above = unit::above(above);
        if let Some((found, _)) = figures.get_key_value(above) {
            return Some(found);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A province of districts, communes and cells with their figures; those above are sums.
    fn figures() -> impl Strategy<Value = BTreeMap<Arc<str>, Shown>> {
        let cell = (0u64..12).prop_flat_map(|d| (0..=d, Just(d)));
        let commune = proptest::collection::vec(cell, 1..5);
        let district = proptest::collection::vec(commune, 1..4);
        proptest::collection::vec(district, 1..4).prop_map(|province| {
            let mut figures: BTreeMap<Arc<str>, Shown> = BTreeMap::new();
            for (d, district) in province.iter().enumerate() {
                for (c, commune) in district.iter().enumerate() {
                    for (cell, (n, of)) in commune.iter().enumerate() {
                        for unit in ["".to_owned(), format!("d{d}"), format!("d{d}/c{c}"), format!("d{d}/c{c}/{cell}")]
                        {
                            let figure = figures.entry(unit.into()).or_insert(Shown { numerator: 0, denominator: 0 });
                            figure.numerator += n;
                            figure.denominator += of;
                        }
                    }
                }
            }
            figures
        })
    }

    /// What a reader can compute: again and again the one unknown of a sum whose others are known.
    fn computed(figures: &BTreeMap<Arc<str>, Shown>, hidden: &BTreeSet<Arc<str>>) -> BTreeSet<Arc<str>> {
        let mut known: BTreeSet<Arc<str>> =
            figures.keys().filter(|unit| !hidden.contains(*unit)).map(Arc::clone).collect();
        loop {
            let before = known.len();
            for whole in figures.keys() {
                let below: Vec<&Arc<str>> =
                    figures.keys().filter(|unit| parent(figures, unit) == Some(whole)).collect();
                if below.is_empty() {
                    continue;
                }
                let unknown: Vec<&&Arc<str>> = below.iter().filter(|unit| !known.contains(**unit)).collect();
                match (known.contains(whole), unknown.as_slice()) {
                    (true, [one]) => {
                        known.insert(Arc::clone(one));
                    }
                    (false, []) => {
                        known.insert(Arc::clone(whole));
                    }
                    _ => {}
                }
            }
            if known.len() == before {
                return known;
            }
        }
    }

    proptest! {
        #[test]
        fn no_figure_of_few_can_be_computed(figures in figures()) {
            let hidden = hidden(&figures, &BTreeSet::new());
            let known = computed(&figures, &hidden);
            for (unit, figure) in &figures {
                prop_assert!(!(is_few(*figure) && known.contains(unit)), "{unit}: {figure:?}, hidden {hidden:?}");
            }
        }

        /// Where nobody is few nothing is withheld.
        #[test]
        fn what_is_large_is_published(figures in figures()) {
            if figures.values().all(|figure| !is_few(*figure)) {
                prop_assert!(hidden(&figures, &BTreeSet::new()).is_empty());
            }
        }
    }

    #[test]
    fn five_are_published_and_four_are_not() {
        let of = |list: &[(&str, u64, u64)]| -> BTreeMap<Arc<str>, Shown> {
            list.iter()
                .map(|(unit, numerator, denominator)| {
                    ((*unit).into(), Shown { numerator: *numerator, denominator: *denominator })
                })
                .collect()
        };
        assert!(hidden(&of(&[("", 12, 15), ("a", 4, 5), ("b", 8, 10)]), &BTreeSet::new()).is_empty());
        // The other is hidden with it: the whole less the one would tell the other.
        let told = hidden(&of(&[("", 11, 14), ("a", 3, 4), ("b", 8, 10)]), &BTreeSet::new());
        assert_eq!(told, BTreeSet::from(["a".into(), "b".into()]));
        // One alone is its whole.
        let told = hidden(&of(&[("", 3, 4), ("a", 3, 4)]), &BTreeSet::new());
        assert_eq!(told, BTreeSet::from(["".into(), "a".into()]));
    }
}
