//! Filed figures: what a unit has reported of a year, kept beside its records, and what has changed since.

mod check;
mod places;
mod state;

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use serde::{Deserialize, Serialize};

use crate::{
    difference,
    judge::Witness,
    lang::{Lang, plural, say},
    number::group,
    report::YearReport,
    targets,
    unit::join,
};
pub(crate) use check::check;
use places::Places;
pub(crate) use state::State;

/// What was sent, as its file keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Filed {
    pub(crate) version: u32,
    /// The release that counted.
    pub(crate) chibo: String,
    pub(crate) unit: String,
    pub(crate) year: i32,
    /// The day to which was counted.
    pub(crate) reference: String,
    /// The state of the records, as the header of every report prints it.
    pub(crate) digest: String,
    /// What the register counted otherwise than the plan.
    pub(crate) settings: BTreeMap<String, String>,
    pub(crate) targets: Vec<Figure>,
    /// What the figures were counted from, to name what changes: the records of a commune or cell, above them the
    /// communes; each with its checksum.
    pub(crate) records: BTreeMap<String, String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Figure {
    pub(crate) id: String,
    pub(crate) numerator: u64,
    pub(crate) denominator: u64,
    /// The records that the figure rests on, by their place among `records`: `70-85,89`; none where communes stand there.
    #[serde(default, skip_serializing_if = "Places::is_empty")]
    pub(crate) evidence: Places,
}

/// What every form of the file has.
#[derive(Deserialize)]
struct Form {
    version: u32,
}

/// The form of the file that this release writes.
const VERSION: u32 = 1;

/// One figure that is no longer what was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    pub(crate) target: &'static str,
    pub(crate) was: (u64, u64),
    pub(crate) now: (u64, u64),
    /// What made the difference: records or communes that are new, gone or otherwise; empty where none is known.
    pub(crate) by: Vec<String>,
    pub(crate) cause: Cause,
}

/// Where a change comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cause {
    Records,
    Communes,
    /// The same records, counted otherwise by chibo.toml.
    Settings,
    /// The same records and settings, counted by another release.
    Release,
}

impl Cause {
    /// The word of machine formats.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Records => "records",
            Self::Communes => "communes",
            Self::Settings => "settings",
            Self::Release => "release",
        }
    }
}

/// The path of a unit's filed figures from the register's root.
pub(crate) fn path_of(unit: &str, year: i32) -> String {
    join(unit, &format!("{year}/filed.json"))
}

impl Filed {
    /// Of a report on one unit. `witnesses` say on which records each figure rests.
    pub(crate) fn new(report: &YearReport, unit: &str, state: &State, witnesses: &[Witness]) -> Self {
        let places: BTreeMap<&str, usize> =
            state.parts.keys().enumerate().map(|(place, path)| (path.as_str(), place)).collect();
        let figure = |line: &crate::report::Line| {
            let index = targets::find(line.target.id).map_or(usize::MAX, |(index, _)| index);
            let rests_on: BTreeSet<usize> = witnesses
                .iter()
                .filter(|witness| witness.target == index)
                .filter_map(|witness| places.get(witness.evidence.path.as_str()).copied())
                .collect();
            Figure {
                id: line.target.id.to_owned(),
                numerator: line.tally.numerator,
                denominator: line.tally.denominator,
                evidence: Places(rests_on),
            }
        };
        Self {
            version: VERSION,
            chibo: env!("CARGO_PKG_VERSION").to_owned(),
            unit: unit.to_owned(),
            year: report.year,
            reference: report.reference.map(|day| day.to_string()).unwrap_or_default(),
            digest: format!("{:032x}", report.register.digest),
            settings: settings(&report.register.settings),
            targets: report.whole.lines.iter().map(figure).collect(),
            records: state.parts.clone(),
        }
    }

    /// Reads what was filed; the error says in words why it cannot be believed.
    pub(crate) fn read(path: &Path, lang: Lang) -> Result<Self, String> {
        let text = std::fs::read_to_string(path).map_err(|error| crate::os::reason(&error, lang))?;
        let strange = |error: serde_json::Error| {
            let (line, column) = (error.line(), error.column());
            say!(
                lang,
                "không phải số liệu đã chốt của chibo (dòng {line}, cột {column})",
                "it is no filed figures of chibo (line {line}, column {column})"
            )
        };
        // Another form may lack what this one has.
        let Form { version } = serde_json::from_str(&text).map_err(strange)?;
        if version == VERSION {
            return serde_json::from_str(&text).map_err(strange);
        }
        Err(say!(
            lang,
            "dạng {version} của số liệu đã chốt; bản chibo này đọc dạng {VERSION}",
            "form {version} of filed figures; this chibo reads form {VERSION}"
        ))
    }

    /// The file's text.
    pub(crate) fn text(&self) -> String {
        crate::render::json(self)
    }

    /// What is no longer as it was sent, target by target.
    pub(crate) fn changes(&self, now: &Self) -> Vec<Change> {
        let otherwise: BTreeSet<&str> = changed(&self.records, &now.records).collect();
        let of_records = self.targets.iter().chain(&now.targets).any(|figure| !figure.evidence.is_empty());
        let paths = |filed: &Self, figure: &Figure| -> Vec<String> {
            let path = |place: &usize| filed.records.keys().nth(*place).cloned();
            figure.evidence.0.iter().filter_map(path).collect()
        };
        let change = |figure: &Figure| {
            let (_, target) = targets::find(&figure.id)?;
            let own = now.targets.iter().find(|own| own.id == figure.id)?;
            let (was, is) = ((figure.numerator, figure.denominator), (own.numerator, own.denominator));
            if was == is {
                return None;
            }
            let rests_on: BTreeSet<String> = paths(self, figure).into_iter().chain(paths(now, own)).collect();
            let by: Vec<String> = if of_records {
                let own: Vec<String> = rests_on.into_iter().filter(|path| otherwise.contains(path.as_str())).collect();
                // What took a record out of the figure may stand in another: a roster, a cell's own file.
                if own.is_empty() { otherwise.iter().map(|path| (*path).to_owned()).collect() } else { own }
            } else {
                otherwise.iter().map(|path| (*path).to_owned()).collect()
            };
            let cause = match (by.is_empty(), of_records) {
                (false, true) => Cause::Records,
                (false, false) => Cause::Communes,
                (true, _) if self.settings != now.settings => Cause::Settings,
                (true, _) => Cause::Release,
            };
            Some(Change { target: target.id, was, now: is, by, cause })
        };
        self.targets.iter().filter_map(change).collect()
    }
}

/// What is in one and not in the other, or otherwise there.
fn changed<'s>(was: &'s BTreeMap<String, String>, now: &'s BTreeMap<String, String>) -> impl Iterator<Item = &'s str> {
    let gone_or_other = was.iter().filter(|(path, sum)| now.get(*path) != Some(sum));
    let new = now.iter().filter(|(path, _)| !was.contains_key(*path));
    gone_or_other.chain(new).map(|(path, _)| path.as_str())
}

fn settings(differences: &[difference::Difference]) -> BTreeMap<String, String> {
    differences.iter().map(|difference| (difference.key(), difference.value())).collect()
}

/// So many records are named.
const NAMED: usize = 10;

impl Change {
    /// "đã báo cáo 1.190/1.400; nay 1.203/1.400, do 3 bản ghi: …"
    pub(crate) fn said(&self, lang: Lang) -> String {
        let n = |count: u64| group(count, lang);
        let ((a, b), (c, d)) = (self.was, self.now);
        let (was, now) = (format!("{}/{}", n(a), n(b)), format!("{}/{}", n(c), n(d)));
        let count = n(self.by.len() as u64);
        let more = if self.by.len() > NAMED { ", …" } else { "" };
        let named: Vec<&str> = self.by.iter().take(NAMED).map(String::as_str).collect();
        let named = format!("{}{more}", named.join(", "));
        match self.cause {
            Cause::Records => {
                let records = plural(self.by.len() as u64, "record", "records");
                say!(
                    lang,
                    "đã báo cáo {was}; nay {now}, do {count} bản ghi: {named}",
                    "reported {was}; now {now}, by {count} {records}: {named}"
                )
            }
            Cause::Communes => {
                let communes = plural(self.by.len() as u64, "commune", "communes");
                say!(
                    lang,
                    "đã báo cáo {was}; nay {now}, do bản ghi của {count} đơn vị: {named}",
                    "reported {was}; now {now}, by records of {count} {communes}: {named}"
                )
            }
            Cause::Settings => say!(
                lang,
                "đã báo cáo {was}; nay {now}, do thiết lập của chibo.toml đã khác",
                "reported {was}; now {now}, by other settings in chibo.toml"
            ),
            Cause::Release => {
                say!(
                    lang,
                    "đã báo cáo {was}; nay {now}, do bản chibo khác",
                    "reported {was}; now {now}, by another chibo"
                )
            }
        }
    }
}
