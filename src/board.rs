//! What the page of a report shows, as data: the year, the years of the plan, who met when, and the evidence of every
//! figure that is shown.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    alphabet,
    date::show_period,
    judge::Witness,
    lang::Lang,
    received::CellMonths,
    report::{Line, UnitReport, YearReport},
    targets,
    themes::Theme,
    trace::Trace,
    unit::{UnitLevel, above},
    years::YearsReport,
};

/// A unit and a year, to be looked at as a whole.
#[derive(Debug)]
pub(crate) struct Board {
    /// The year; its rows are the units of the heat map.
    pub(crate) report: YearReport,
    pub(crate) level: UnitLevel,
    /// The level of the rows; none for a cell or a village.
    pub(crate) rows: Option<UnitLevel>,
    pub(crate) years: YearsReport,
    pub(crate) cells: Vec<CellYear>,
    /// Whether the cells are to be shown commune by commune, there being too many for a reader.
    pub(crate) by_commune: bool,
    /// By target in the order of the plan, and within one by unit, the whole first.
    pub(crate) traces: Vec<Trace>,
    /// On which records the figures rest, where the page goes so deep.
    pub(crate) witnesses: Vec<Witness>,
    /// What `check` tells as missing in the year, by unit and target.
    pub(crate) missing: Vec<Gap>,
    /// Every target, duty and figure is to be shown, not only those of the plan's Part 2-I.
    pub(crate) all: bool,
    /// Whether rows of people are shown one by one.
    pub(crate) members: bool,
    /// The plan's last year.
    pub(crate) last_year: i32,
    /// What the units are called of which the page tells.
    pub(crate) names: BTreeMap<Arc<str>, String>,
    /// The units next below.
    pub(crate) children: Vec<(Arc<str>, String)>,
    /// The pages of the units below, in a directory of pages.
    pub(crate) pages: Vec<PageLink>,
    /// The page of the unit above, in a directory of pages.
    pub(crate) above: Option<PageLink>,
}

/// What is missing: a shortfall of `check`, or those of people in one, unless people are asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Gap {
    pub(crate) target: &'static str,
    pub(crate) unit: Arc<str>,
    pub(crate) period: Option<String>,
    pub(crate) message: String,
    pub(crate) clause: Option<&'static str>,
    /// Who accepted which explanation.
    pub(crate) explained: Option<String>,
    pub(crate) path: Arc<str>,
    pub(crate) line: Option<u32>,
    pub(crate) count: u64,
}

/// What is said of a gap wherever it is listed.
pub(crate) struct ToldGap {
    /// Empty where it is of no period.
    pub(crate) period: String,
    /// Of its target.
    pub(crate) title: &'static str,
    pub(crate) message: String,
    /// Empty where nobody explained it.
    pub(crate) explained: String,
}

impl Gap {
    pub(crate) fn told(&self, lang: Lang) -> ToldGap {
        ToldGap {
            period: self.period.as_deref().map(|period| show_period(period, lang)).unwrap_or_default(),
            title: targets::find(self.target).map_or(self.target, |(_, target)| target.title.of(lang)),
            message: self.message(),
            explained: self.explained.clone().unwrap_or_default(),
        }
    }

    /// Without the marks that a terminal sets about names.
    pub(crate) fn message(&self) -> String {
        self.message.replace('`', "")
    }
}

/// A page beside this one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PageLink {
    pub(crate) unit: Arc<str>,
    pub(crate) name: String,
    pub(crate) file: String,
}

/// A cell's year: its months, and the quarters of a village cell.
#[derive(Clone, Debug)]
pub(crate) struct CellYear {
    pub(crate) months: CellMonths,
    pub(crate) themes: Vec<Theme>,
}

impl Board {
    /// The targets that are shown.
    pub(crate) fn lines(&self) -> impl Iterator<Item = &Line> {
        self.report.whole.lines.iter().filter(|line| self.is_shown(line))
    }

    fn is_shown(&self, line: &Line) -> bool {
        self.all || line.is_foremost()
    }

    /// By unit as people look for it, then as `check` tells them.
    pub(crate) fn missing_in_order(&self) -> Vec<&Gap> {
        let name = |unit: &str| alphabet::key(self.names.get(unit).map_or(unit, String::as_str));
        let mut gaps: Vec<&Gap> = self.missing.iter().collect();
        gaps.sort_by_cached_key(|gap| {
            let next = above(&gap.unit);
            (name(next), next.to_owned(), name(&gap.unit), Arc::clone(&gap.unit))
        });
        gaps
    }

    /// A unit's figure of a target; none where the target does not speak of the unit.
    pub(crate) fn figure<'b>(unit: &'b UnitReport, target: &str) -> Option<&'b Line> {
        unit.lines.iter().find(|line| line.target.id == target && line.concerns_unit())
    }
}

/// The files in which a line is a person.
const OF_PEOPLE: [&str; 5] = ["members.csv", "assessments.csv", "statuses.csv", "roles.csv", "officials.csv"];

/// Whether what stands at a path is about one person.
pub(crate) fn is_of_people(path: &str) -> bool {
    OF_PEOPLE.iter().any(|name| path.rsplit('/').next() == Some(name))
}
