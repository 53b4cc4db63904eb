//! Filed figures: what a unit has reported of a year, kept beside its records, and what has changed since.

mod change;
mod check;
mod checksums;
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
    lang::{Lang, say},
    report::YearReport,
    targets,
    unit::join,
};
pub(crate) use change::{Cause, Change};
pub(crate) use check::{check, remedies};
pub(crate) use checksums::{Checksums, Otherwise};
use places::Places;
pub(crate) use state::{State, otherwise};

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
    /// The records of each of those communes, in short; none in the file of a commune or cell.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) checksums: BTreeMap<String, Checksums>,
}

/// What is otherwise in the communes of a unit, and on which records their figures rest now.
#[derive(Debug, Default)]
pub(crate) struct InCommunes {
    pub(crate) otherwise: BTreeMap<String, Otherwise>,
    pub(crate) witnesses: Vec<Witness>,
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
            let index = targets::find(line.target.id).map(|(index, _)| index);
            let rests_on: BTreeSet<usize> = witnesses
                .iter()
                .filter(|witness| Some(witness.target) == index)
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
            checksums: state.checksums.clone(),
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

    /// The communes of which records are otherwise now, each with what was kept of them.
    pub(crate) fn communes_otherwise<'s>(&'s self, now: &'s Self) -> Vec<(&'s str, Checksums)> {
        let sums = |unit: &'s str| match self.checksums.get(unit) {
            Some(sums) => Some((unit, sums.clone())),
            // A commune that is new; of one that was there something must have been kept.
            None => (now.checksums.contains_key(unit) && !self.records.contains_key(unit))
                .then(|| (unit, Checksums::default())),
        };
        changed(&self.records, &now.records).filter_map(sums).collect()
    }

    /// What is no longer as it was sent, target by target. `communes` tell what is otherwise in them, where that is known.
    pub(crate) fn changes(&self, now: &Self, communes: &InCommunes) -> Vec<Change> {
        let otherwise: BTreeSet<&str> = changed(&self.records, &now.records).collect();
        // To another day figures are others without a record that was edited.
        let is_same_day = self.reference == now.reference;
        let of_records = self.targets.iter().chain(&now.targets).any(|figure| !figure.evidence.is_empty());
        let change = |figure: &Figure| {
            let (index, target) = targets::find(&figure.id)?;
            let own = now.targets.iter().find(|own| own.id == figure.id)?;
            let (was, is) = ((figure.numerator, figure.denominator), (own.numerator, own.denominator));
            if was == is {
                return None;
            }
            let rests_on: BTreeSet<&str> = self.paths(figure).chain(now.paths(own)).collect();
            let (by, gone) = if !is_same_day {
                (Vec::new(), 0)
            } else if of_records {
                let own: Vec<&str> = rests_on.into_iter().filter(|path| otherwise.contains(path)).collect();
                // What took a record out of the figure may stand in another: a roster, a cell's own file.
                (if own.is_empty() { of_year(&otherwise, self.year) } else { own }, 0)
            } else {
                communes.made(index, &otherwise)
            };
            // Above communes what stands among the records by itself is a file of the unit's own, or a commune.
            let named = |path: &&str| !self.checksums.contains_key(*path) && !now.checksums.contains_key(*path);
            let cause = match (by.is_empty() && gone == 0, of_records || by.iter().all(named)) {
                (false, true) => Cause::Records,
                (false, false) => Cause::Communes,
                (true, _) if !is_same_day => Cause::Day,
                (true, _) if self.settings != now.settings => Cause::Settings,
                (true, _) => Cause::Release,
            };
            Some(Change {
                target: target.id,
                was,
                now: is,
                by: by.into_iter().map(str::to_owned).collect(),
                gone,
                cause,
            })
        };
        self.targets.iter().filter_map(change).collect()
    }

    /// The records that a figure rests on.
    fn paths<'f>(&'f self, figure: &'f Figure) -> impl Iterator<Item = &'f str> {
        let all: Vec<&str> = self.records.keys().map(String::as_str).collect();
        figure.evidence.0.iter().filter_map(move |place| all.get(*place).copied())
    }
}

impl InCommunes {
    /// What made the difference of a target among what is otherwise: records, communes of which no record is known to
    /// be, and how many records are gone.
    fn made<'m>(&'m self, target: usize, otherwise: &BTreeSet<&'m str>) -> (Vec<&'m str>, u64) {
        let rests_on: BTreeSet<&str> =
            self.witnesses.iter().filter(|own| own.target == target).map(|own| own.evidence.path.as_str()).collect();
        let known = |unit: &str| self.otherwise.get(unit);
        let of_target: Vec<&str> = otherwise
            .iter()
            .filter_map(|unit| known(unit))
            .flat_map(|known| known.paths.iter().map(String::as_str).filter(|path| rests_on.contains(path)))
            .collect();
        if !of_target.is_empty() {
            return (of_target, 0);
        }
        let named = otherwise.iter().flat_map(|unit| match known(unit) {
            // Where it is of another year alone that something changed, that is not named.
            Some(known) => known.paths.iter().map(String::as_str).collect(),
            None => vec![*unit],
        });
        let (named, gone): (Vec<&str>, u64) =
            (named.collect(), otherwise.iter().filter_map(|unit| known(unit)).map(|known| known.gone).sum());
        if named.is_empty() && gone == 0 { (otherwise.iter().copied().collect(), 0) } else { (named, gone) }
    }
}

/// Of records that are otherwise, those of a year or of none, where there are such.
fn of_year<'s>(otherwise: &BTreeSet<&'s str>, year: i32) -> Vec<&'s str> {
    let of_year: Vec<&str> = otherwise.iter().copied().filter(|path| checksums::is_of(path, year)).collect();
    if of_year.is_empty() { otherwise.iter().copied().collect() } else { of_year }
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
