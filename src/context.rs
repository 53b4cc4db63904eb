//! What every step of a run knows: the register's root, its settings, the language, the day.

use std::path::PathBuf;

use crate::{
    cache,
    date::{Date, Span},
    lang::Lang,
    settings::Settings,
    unit::{UnitLevel, join},
    watch::Watch,
};

/// Fixed for one run; nothing below it asks the clock or the environment.
#[derive(Debug)]
pub(crate) struct Context {
    pub(crate) root: PathBuf,
    pub(crate) root_level: UnitLevel,
    pub(crate) settings: Settings,
    /// Of the text of chibo.toml, on which every figure rests.
    pub(crate) settings_digest: u128,
    pub(crate) lang: Lang,
    /// The day as of which everything is judged.
    pub(crate) as_of: Date,
    /// Where results of earlier runs are kept; absent: nowhere.
    pub(crate) cache: Option<cache::Place>,
    /// The real day, by which a thing done in the future is impossible.
    pub(crate) today: Date,
    /// Who wants to know how far the work is.
    pub(crate) watch: Watch,
}

impl Context {
    /// Whether what is dated so is not yet written, the run looking at the register as it was on an earlier day.
    pub(crate) fn is_unwritten(&self, date: Date) -> bool {
        self.as_of < self.today && date > self.as_of
    }

    /// The path that stands for a unit as a whole: its own file, and where there is none what names the unit, chibo.toml
    /// the root and its directory any other.
    pub(crate) fn own_path(&self, unit: &str, level: UnitLevel) -> String {
        let marker = join(unit, level.marker());
        match self.root.join(&marker).symlink_metadata() {
            Ok(_) => marker,
            Err(_) if unit.is_empty() => "chibo.toml".to_owned(),
            Err(_) => unit.to_owned(),
        }
    }

    /// The plan's time, the records' time, up to today.
    pub(crate) fn period(&self) -> Span {
        let span = self.settings.plan.meet(self.settings.records);
        Span { until: span.until.min(self.as_of), ..span }
    }

    /// The day on which the present state is taken: today, or the last day for which records are expected. Where none are,
    /// as in a register that begins after the plan's end, there is no such day before today.
    pub(crate) fn state_date(&self) -> Date {
        let period = self.period();
        if period.is_empty() { self.as_of } else { period.until }
    }

    /// The day on which the state of a year is taken; `None` where the period does not reach into the year.
    pub(crate) fn reference_date(&self, year: i32) -> Option<Date> {
        let reached = self.period().meet(Span::year(year));
        (!reached.is_empty()).then_some(reached.until)
    }

    /// Whether the period begins by the year's first day. A year that it does not hold whole is no due year.
    pub(crate) fn is_due_year(&self, year: i32) -> bool {
        self.period().from <= Span::year(year).from && self.reference_date(year).is_some()
    }

    /// Whether a span of the calendar lies in `life` and its paper may no longer be on the way.
    pub(crate) fn is_due(&self, span: Span, life: Span) -> bool {
        life.holds(span) && crate::date::plus_days(span.until, self.settings.grace_days) <= self.as_of
    }

    /// The year of the period's end, for which `check` reports shortfalls.
    pub(crate) fn last_year(&self) -> i32 {
        use chrono::Datelike;
        self.period().until.year()
    }
}
