//! A value of the source beside the one that is recorded.

use crate::{
    date::PartialDate,
    lang::{Lang, Words},
};

/// A column as people call it.
pub(super) fn label(column: &'static str, lang: Lang) -> &'static str {
    let words = match column {
        "admitted" | "party_since" => Words::new("vào Đảng", "admitted"),
        "official" => Words::new("chính thức", "official"),
        "from" => Words::new("đến chi bộ", "from"),
        "until" => Words::new("ngày cuối", "until"),
        "leaving" => Words::new("lý do rời", "leaving"),
        "temporary" => Words::new("sinh hoạt tạm thời", "temporary"),
        "how" => Words::new("hình thức", "how"),
        other => Words::new(other, other),
    };
    words.of(lang)
}

/// `chính thức 1986 → 19/05/1986`.
pub(super) fn arrow(column: &'static str, old: Option<String>, new: &str, lang: Lang) -> String {
    let label = label(column, lang);
    match old {
        Some(old) => format!("{label} {old} → {new}"),
        None => format!("{label} {new}"),
    }
}

/// What becomes of a recorded value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// The source says nothing, or the same, or the same with less of it.
    None,
    /// Nothing was recorded.
    Filled,
    /// The source says something else, or more of it.
    Replaced,
}

/// A date of which either may have only the year.
pub(super) fn dates(recorded: Option<PartialDate>, source: Option<PartialDate>) -> Change {
    match (recorded, source) {
        (_, None) => Change::None,
        (None, Some(_)) => Change::Filled,
        (Some(recorded), Some(source)) => {
            let lies_in = source.earliest() <= recorded.earliest() && recorded.latest() <= source.latest();
            if lies_in { Change::None } else { Change::Replaced }
        }
    }
}

/// Any other value.
pub(super) fn values<T: PartialEq>(recorded: Option<T>, source: Option<T>) -> Change {
    match (recorded, source) {
        (_, None) => Change::None,
        (None, Some(_)) => Change::Filled,
        (Some(recorded), Some(source)) => {
            if recorded == source {
                Change::None
            } else {
                Change::Replaced
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::ymd;

    #[test]
    fn a_year_says_nothing_against_a_day_in_it() {
        let (day, year) = (PartialDate::Day(ymd(1985, 5, 19)), PartialDate::Year(1985));
        assert_eq!(dates(Some(day), Some(year)), Change::None);
        assert_eq!(dates(Some(year), Some(day)), Change::Replaced);
        assert_eq!(dates(Some(year), Some(PartialDate::Year(1986))), Change::Replaced);
        assert_eq!(dates(None, Some(year)), Change::Filled);
        assert_eq!(dates(Some(year), None), Change::None);
        assert_eq!(values(Some(1), Some(2)), Change::Replaced);
    }
}
