//! A whole number handed out by weight: nothing is lost, nothing is added.

/// The parts of `total` by weight; what does not come out even goes to the largest remainders, the first among equals.
pub(super) fn share(total: u32, weights: &[u32]) -> Vec<u32> {
    let sum: u64 = weights.iter().map(|weight| u64::from(*weight)).sum();
    if sum == 0 {
        return vec![0; weights.len()];
    }
    let exact = weights.iter().map(|weight| u64::from(*weight) * u64::from(total));
    let (mut parts, mut rest): (Vec<u32>, Vec<(u64, usize)>) =
        exact.enumerate().map(|(place, exact)| ((exact / sum) as u32, (exact % sum, place))).unzip();
    rest.sort_by_key(|(remainder, place)| (std::cmp::Reverse(*remainder), *place));
    let missing = total - parts.iter().sum::<u32>();
    rest.into_iter().take(missing as usize).for_each(|(_, place)| parts[place] += 1);
    parts
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_left_goes_to_the_largest_remainders() {
        assert_eq!(share(10, &[1, 1, 1]), [4, 3, 3]);
        assert_eq!(share(7, &[10, 5, 20]), [2, 1, 4]);
        assert_eq!(share(7, &[]), [0u32; 0]);
        assert_eq!(share(7, &[0, 0]), [0, 0]);
    }

    proptest! {
        #[test]
        fn the_parts_add_up_and_none_is_a_whole_off(total in 0u32..100_000, weights in prop::collection::vec(1u32..1000, 1..50)) {
            let parts = share(total, &weights);
            prop_assert_eq!(parts.iter().sum::<u32>(), total);
            let sum: u64 = weights.iter().map(|weight| u64::from(*weight)).sum();
            for (part, weight) in parts.iter().zip(&weights) {
                let exact = u64::from(*weight) * u64::from(total);
                prop_assert!((u64::from(*part) * sum).abs_diff(exact) < sum);
            }
        }
    }
}
