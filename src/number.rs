//! Numbers for people: grouped, and percentages that never flatter.

use crate::{lang::Lang, targets::Goal};

/// `1.795` in Vietnamese, `1,795` in English.
pub(crate) fn group(number: u64, lang: Lang) -> String {
    let separator = match lang {
        Lang::Vi => '.',
        Lang::En => ',',
    };
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    grouped
}

/// The most decimals that a percentage is given: enough for any denominator of a register.
const MOST_DECIMALS: u32 = 9;

/// A share in percent, two decimals, rounded half up; `—` for a zero denominator. Where rounding would make a missed
/// goal look reached, or a kept cap broken, decimals are added until it does not.
pub(crate) fn percent(numerator: u64, denominator: u64, goal: Option<Goal>, lang: Lang) -> String {
    if denominator == 0 {
        return "—".to_owned();
    }
    let decimals = decimals(numerator, denominator, goal);
    let scaled = rounded(numerator, denominator, decimals);
    let unit = 10u128.pow(decimals);
    let point = match lang {
        Lang::Vi => ',',
        Lang::En => '.',
    };
    let width = decimals as usize;
    format!("{}{point}{:0width$}%", scaled / unit, scaled % unit)
}

/// How many decimals a share in percent is given, beside its goal; of a denominator that is not zero.
pub(crate) fn decimals(numerator: u64, denominator: u64, goal: Option<Goal>) -> u32 {
    let misleads = |decimals: u32| goal.is_some_and(|goal| misleads(numerator, denominator, decimals, goal));
    (2..MOST_DECIMALS).find(|decimals| !misleads(*decimals)).unwrap_or(MOST_DECIMALS)
}

/// The change of a share in percentage points, signed, two decimals, rounded half away from zero.
pub(crate) fn change(now: (u64, u64), before: (u64, u64), lang: Lang) -> String {
    let ((n, d), (m, e)) = (now, before);
    if d == 0 || e == 0 {
        return "—".to_owned();
    }
    let wide = |number: u64| i128::from(number);
    let (difference, unit) = ((wide(n) * wide(e) - wide(m) * wide(d)) * 10_000, wide(d) * wide(e));
    let rounded = (2 * difference.abs() + unit) / (2 * unit);
    let sign = match difference.signum() {
        _ if rounded == 0 => "",
        -1 => "−",
        _ => "+",
    };
    let point = match lang {
        Lang::Vi => ',',
        Lang::En => '.',
    };
    format!("{sign}{}{point}{:02}", rounded / 100, rounded % 100)
}

/// The percentage in units of its last decimal.
fn rounded(numerator: u64, denominator: u64, decimals: u32) -> u128 {
    let scale = 100 * 10u128.pow(decimals);
    let (numerator, denominator) = (u128::from(numerator), u128::from(denominator));
    (2 * numerator * scale + denominator) / (2 * denominator)
}

/// Whether the rounded percentage stands on the other side of the goal.
fn misleads(numerator: u64, denominator: u64, decimals: u32, goal: Goal) -> bool {
    let shown = rounded(numerator, denominator, decimals);
    let percent = match goal {
        Goal::None => 0,
        Goal::Falling | Goal::Figure => return false,
        Goal::All | Goal::AtLeast(_) | Goal::AtMost(_) => goal.percent().unwrap_or(100),
    };
    let bound = u128::from(percent) * 10u128.pow(decimals);
    let (exact, limit) = (u128::from(numerator) * 100, u128::from(percent) * u128::from(denominator));
    match goal {
        Goal::AtLeast(_) | Goal::All => exact < limit && shown >= bound,
        // A broken cap must not look kept, nor a kept one broken.
        Goal::AtMost(_) | Goal::None => exact > limit && shown <= bound || exact <= limit && shown > bound,
        Goal::Falling | Goal::Figure => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_as_each_language_does() {
        assert_eq!(group(1795, Lang::Vi), "1.795");
        assert_eq!(group(49385, Lang::En), "49,385");
        assert_eq!(group(861, Lang::Vi), "861");
    }

    #[test]
    fn a_missed_goal_never_looks_reached() {
        let goal = Some(Goal::AtLeast(85));
        assert_eq!(percent(16_999, 20_000, goal, Lang::Vi), "84,995%");
        assert_eq!(percent(731, 861, goal, Lang::Vi), "84,90%");
        assert_eq!(percent(732, 861, goal, Lang::En), "85.02%");
        assert_eq!(percent(99_999, 100_000, Some(Goal::All), Lang::Vi), "99,999%");
        assert_eq!(percent(239, 861, None, Lang::Vi), "27,76%");
        assert_eq!(percent(0, 0, goal, Lang::Vi), "—");
    }

    #[test]
    fn a_change_is_in_points_with_its_sign() {
        assert_eq!(change((904, 992), (894, 985), Lang::Vi), "+0,37");
        assert_eq!(change((1, 2), (2, 3), Lang::En), "−16.67");
        assert_eq!(change((1, 2), (2, 4), Lang::Vi), "0,00");
        assert_eq!(change((1, 2), (0, 0), Lang::Vi), "—");
    }

    #[test]
    fn a_broken_cap_never_looks_kept() {
        assert_eq!(percent(15_001, 100_000, Some(Goal::AtMost(15)), Lang::Vi), "15,001%");
        assert_eq!(percent(3, 20, Some(Goal::AtMost(15)), Lang::Vi), "15,00%");
        assert_eq!(percent(1, 30_000, Some(Goal::None), Lang::Vi), "0,003%");
        assert_eq!(percent(0, 30_000, Some(Goal::None), Lang::Vi), "0,00%");
    }
}
