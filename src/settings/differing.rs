//! The settings of a register from what its report prints of them: the way back from `difference`.

use std::collections::BTreeMap;

use chrono::Datelike;

use super::Settings;
use crate::{
    date::{Date, parse_iso, ymd},
    records::{
        meeting::Kind,
        settings::{DualPosts, ExcellentBase},
    },
    targets,
};

/// A key of a report's settings that this chibo does not know, or a value that it does not take.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Unknown {
    pub(crate) key: String,
    pub(crate) value: String,
}

impl Settings {
    /// The settings by which a report was judged, from what it prints of them: enough to judge its tallies again.
    pub(crate) fn of_differing(name: &str, differing: &BTreeMap<String, String>) -> Result<Self, Unknown> {
        let mut settings = Self::of_the_plan(name.to_owned());
        for (key, value) in differing {
            if settings.set(key, value).is_none() {
                return Err(Unknown { key: key.clone(), value: value.clone() });
            }
        }
        Ok(settings)
    }

    /// Sets one key; nothing where there is no such key, or no such value.
    fn set(&mut self, key: &str, value: &str) -> Option<()> {
        let target = |id: &str| targets::find(id).map(|_| id.to_owned());
        match key.split_once('.')? {
            ("goals", id) => {
                let percent = value.parse().ok().filter(|percent| *percent <= 100)?;
                self.goals.insert(target(id)?, percent);
            }
            ("deadlines", id) => {
                // A leap year has every day that a year may have.
                let day = parse_iso(&format!("2000-{value}"))?;
                self.deadlines.insert(target(id)?, (day.month(), day.day()));
            }
            ("counting", "attendance_kinds") => {
                let kinds = value.split(", ").filter(|word| !word.is_empty()).map(Kind::from_word);
                self.counting.attendance_kinds = kinds.collect::<Option<_>>()?;
            }
            ("counting", "dual_post_villages") => self.counting.dual_posts = DualPosts::from_word(value)?,
            ("counting", "excellent_base") => self.counting.excellent_base = ExcellentBase::from_word(value)?,
            ("counting", "excused_in_base") => self.counting.excused_in_base = value.parse().ok()?,
            ("plan", "from") => self.plan.from = day(value)?,
            ("plan", "until") => self.plan.until = day(value)?,
            _ => return None,
        }
        Some(())
    }
}

/// A day of a time in which a plan can lie.
fn day(text: &str) -> Option<Date> {
    parse_iso(text).filter(|day| (ymd(1900, 1, 1)..ymd(2200, 1, 1)).contains(day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::difference;

    fn keys(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
        pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn what_a_report_prints_of_the_settings_gives_them_back() {
        let told = keys(&[
            ("counting.attendance_kinds", "regular, thematic"),
            ("counting.dual_post_villages", "count"),
            ("counting.excellent_base", "good-or-better"),
            ("counting.excused_in_base", "false"),
            ("deadlines.leadership-resolution", "03-31"),
            ("goals.attendance", "90"),
            ("plan.from", "2017-01-01"),
            ("plan.until", "2018-12-31"),
        ]);
        let settings = Settings::of_differing("a", &told).unwrap();
        let printed = difference::all(&settings).into_iter().map(|difference| (difference.key(), difference.value()));
        assert_eq!(printed.collect::<BTreeMap<_, _>>(), told);
        assert!(difference::all(&Settings::of_differing("a", &keys(&[])).unwrap()).is_empty());
    }

    #[test]
    fn what_is_not_known_is_refused() {
        for (key, value) in [
            ("goals.attendance", "101"),
            ("goals.unheard-of", "50"),
            ("deadlines.attendance", "02-30"),
            ("counting.excellent_base", "all"),
            ("counting.attendance_kinds", "regular, party"),
            ("plan.from", "0001-01-01"),
            ("plan.number", "4"),
            ("colour", "red"),
        ] {
            let unknown = Unknown { key: key.to_owned(), value: value.to_owned() };
            assert_eq!(Settings::of_differing("a", &keys(&[(key, value)])).unwrap_err(), unknown);
        }
    }
}
