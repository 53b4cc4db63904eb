//! How the work that a finding asks for begins: with a meeting, with a paper of a year, with a new agreement.

use super::{Begin, is_of_unit};
use crate::{date::period_end, finding::Finding, unit::join};

/// What is to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Paper {
    /// The record of a meeting.
    Meeting,
    /// The record at which the finding points.
    Place,
    /// The year's file of a cell, a commune or a district.
    Year,
    Assessments,
    Briefings,
    Roles,
    Officials,
    /// The year's rows of the villages.
    VillageYear,
    Agreement,
    /// None: the evidence says where to begin.
    Evidence,
}

impl Paper {
    /// Whether it is owed for a year, and so until it comes.
    pub(super) const fn is_of_year(self) -> bool {
        matches!(self, Self::Year | Self::Assessments | Self::Briefings | Self::VillageYear)
    }
}

/// By the finding's rule or target.
pub(super) fn paper(id: &str) -> Paper {
    match id {
        "monthly-meeting" | "monthly-resolution" => Paper::Meeting,
        "agreement-review-commune"
        | "agreement-review-district"
        | "annual-training"
        | "cell-grade-missing"
        | "commune-report"
        | "emulation-registered"
        | "inspection-programme"
        | "leadership-resolution"
        | "thematic-quarterly" => Paper::Year,
        "task-assignment" => Paper::Assessments,
        "monthly-briefing" => Paper::Briefings,
        "committee-complete" => Paper::Roles,
        "mentor-assigned" | "village-head-in-post" => Paper::Officials,
        "succession-planned" => Paper::VillageYear,
        "agreement-in-force-cell" | "agreement-in-force-village" | "head-reporting" => Paper::Agreement,
        "admission-gap" | "attendance-by-cell" | "head-membership" | "no-hot-spot" | "superior-attendance" => {
            Paper::Evidence
        }
        _ => Paper::Place,
    }
}

/// Whether a rule asks for marks in a record that is there.
pub(super) fn is_roll(id: &str) -> bool {
    ["attendance-not-recorded", "attendance-mark-missing"].contains(&id)
}

pub(super) fn begin(finding: &Finding, paper: Paper, year: Option<i32>) -> Begin {
    if is_roll(finding.id) {
        return Begin::RollCall(finding.path.to_string());
    }
    let (unit, period) = (&*finding.unit, finding.period.as_deref().unwrap_or_default());
    let there = || Begin::Open(finding.path.to_string());
    let (commune, village) = match unit.split_once('#') {
        Some((commune, village)) => (commune, Some(village)),
        None => (unit.rsplit_once('/').map_or("", |(commune, _)| commune), None),
    };
    let Some(year) = year else { return there() };
    let of_year = |unit: &str, name: &str| Begin::Open(join(unit, &format!("{year}/{name}")));
    match paper {
        Paper::Evidence => Begin::Trace { target: finding.id, year },
        // A table of roles that is empty is no record that says too little.
        Paper::Roles => Begin::Role,
        _ if finding.is_filled_here => there(),
        // A record that is there and says too little.
        _ if !(is_of_unit(&finding.path) || village.is_some() && *finding.path == join(commune, "villages.csv")) => {
            there()
        }
        Paper::Meeting => match period_end(period) {
            Some(day) => Begin::Meeting { day, kind: "regular" },
            None => there(),
        },
        Paper::Year if period.contains("-Q") => match period_end(period) {
            Some(day) => Begin::Meeting { day, kind: "thematic" },
            None => there(),
        },
        Paper::Year => of_year(unit, "year.toml"),
        Paper::Assessments => of_year(unit, "assessments.csv"),
        Paper::Briefings => match period_end(period) {
            Some(day) => Begin::Briefing { day },
            None => of_year(unit, "briefings.csv"),
        },
        Paper::VillageYear => of_year(commune, "villages.csv"),
        Paper::Officials if finding.id == "village-head-in-post" => Begin::Head,
        Paper::Officials => Begin::Open(join(commune, "officials.csv")),
        Paper::Agreement => Begin::Agreement,
        Paper::Place => there(),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{date::ymd, finding::Level, source::Lines};

    fn asked(id: &'static str, unit: &str, path: &str, period: &str) -> Begin {
        begins(&finding(id, unit, path, period))
    }

    fn begins(finding: &Finding) -> Begin {
        let year = finding.period.as_deref().and_then(|period| period.get(..4)).and_then(crate::date::digits);
        begin(finding, paper(finding.id), year)
    }

    fn finding(id: &'static str, unit: &str, path: &str, period: &str) -> Finding {
        Finding {
            path: path.into(),
            lines: Lines::FIRST,
            id,
            level: Level::Shortfall,
            message: String::new(),
            remedy: None,
            clause: None,
            is_filled_here: false,
            unit: Arc::from(unit),
            period: Some(period.to_owned()),
            explained: None,
            fingerprint: 0,
        }
    }

    fn open(path: &str) -> Begin {
        Begin::Open(path.to_owned())
    }

    #[test]
    fn what_is_missing_of_a_term_is_written_where_terms_stand() {
        let missing = finding("leadership-resolution", "x/c", "x/c/cell.toml", "2018");
        assert_eq!(begins(&missing), open("x/c/2018/year.toml"));
        assert_eq!(begins(&Finding { is_filled_here: true, ..missing }), open("x/c/cell.toml"));
    }

    #[test]
    fn a_thing_begins_where_it_is_written() {
        let (own, commune, villages) = ("x/c/cell.toml", "x/commune.toml", "x/villages.csv");
        for (id, unit, path, period, begins) in [
            ("monthly-resolution", "x/c", own, "2018-02", Begin::Meeting { day: ymd(2018, 2, 28), kind: "regular" }),
            ("thematic-quarterly", "x/c", own, "2018-Q1", Begin::Meeting { day: ymd(2018, 3, 31), kind: "thematic" }),
            ("thematic-quarterly", "x/c", own, "2018", open("x/c/2018/year.toml")),
            ("task-assignment", "x/c", own, "2018", open("x/c/2018/assessments.csv")),
            ("monthly-briefing", "x/c", own, "2018-02", Begin::Briefing { day: ymd(2018, 2, 28) }),
            ("commune-report", "x", commune, "2018", open("x/2018/year.toml")),
            ("village-head-in-post", "x#v", villages, "2018", Begin::Head),
            ("mentor-assigned", "x#v", villages, "2018", open("x/officials.csv")),
            ("committee-complete", "x/c", own, "2018", Begin::Role),
            ("committee-complete", "x/c", "x/c/roles.csv", "2018", Begin::Role),
            ("succession-planned", "x#v", "x/2018/villages.csv", "2018", open("x/2018/villages.csv")),
            ("head-reporting", "x#v", "x/agreements/v-2017-02-10.toml", "2018", open("x/agreements/v-2017-02-10.toml")),
            ("attendance-by-cell", "x/c", own, "2018", Begin::Trace { target: "attendance-by-cell", year: 2018 }),
            ("monthly-resolution", "x/c", "x/c/2018/m.toml", "2018-02", open("x/c/2018/m.toml")),
            ("leadership-resolution", "", "cell.toml", "2018", open("2018/year.toml")),
        ] {
            assert_eq!(asked(id, unit, path, period), begins, "{id} {path}");
        }
        assert_eq!(
            asked("attendance-not-recorded", "x/c", "x/c/2018/m.toml", ""),
            Begin::RollCall("x/c/2018/m.toml".into())
        );
        assert_eq!(asked("agreement-in-force-village", "x#v", villages, "2018"), Begin::Agreement);
        assert_eq!(asked("agreement-in-force-cell", "x/c", own, "2018"), Begin::Agreement);
    }
}
