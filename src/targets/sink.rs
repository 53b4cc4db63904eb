//! Where a target's count goes: into the tally, and, where `check` asks, into findings.

use std::{collections::BTreeSet, sync::Arc};

use serde::{Deserialize, Serialize};

use crate::{
    finding::{Level, Place, Report},
    lang::{Lang, Words, say},
    number::group,
    targets::{Goal, Shortfalls, Tally, Target},
};

/// One thing that a subject lacks: the place of the record that is wrong, else the unit's own file.
pub(crate) struct Miss<'p> {
    pub(crate) place: Place<'p>,
    /// Year, quarter or month.
    pub(crate) period: String,
    pub(crate) message: String,
}

/// One record that a tally rests on, and what it added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Evidence {
    pub(crate) path: String,
    pub(crate) line: u32,
    pub(crate) numerator: u64,
    pub(crate) denominator: u64,
    /// What is to be said of it, why it did not count above all; empty where nothing is.
    pub(crate) note: String,
    /// Whether an error kept it out; the note then waits for the finding that says which.
    pub(crate) left_out: bool,
}

/// Receives one target's count of one unit.
pub(crate) struct Sink<'s, 'c> {
    pub(crate) tally: Tally,
    target: &'static Target,
    unit: &'s Arc<str>,
    judged: bool,
    /// Absent where the register has set the target off: then it gives no shortfall at all.
    level: Option<Level>,
    /// Where shortfalls are wanted.
    report: Option<&'s mut Report<'c>>,
    /// Where the evidence is wanted, in the language of its notes.
    evidence: Option<(&'s mut Vec<Evidence>, Lang)>,
    /// How many shortfalls the unit gives, reported or not.
    pub(crate) shortfalls: u64,
    /// What the subjects miss, where that is told of the unit as a whole: the register has made the goal a share.
    untold: Option<Vec<String>>,
    /// The records that this target left out, by path and line; each is one, whatever rests on it.
    own_left_out: BTreeSet<(String, u32)>,
    /// Those that any target of the unit left out.
    left_out: &'s mut BTreeSet<(String, u32)>,
}

impl<'s, 'c> Sink<'s, 'c> {
    pub(crate) fn new(
        target: &'static Target,
        unit: &'s Arc<str>,
        level: Option<Level>,
        judged: bool,
        report: Option<&'s mut Report<'c>>,
        left_out: &'s mut BTreeSet<(String, u32)>,
    ) -> Self {
        let own_left_out = BTreeSet::new();
        Self {
            tally: Tally::default(),
            target,
            unit,
            judged,
            level,
            report,
            evidence: None,
            shortfalls: 0,
            untold: None,
            own_left_out,
            left_out,
        }
    }

    /// Keeps what the subjects miss, for one finding of the unit.
    pub(crate) fn told_as_share(self) -> Self {
        Self { judged: false, untold: Some(Vec::new()), ..self }
    }

    /// What the one subject of the unit misses; nothing where there are more, which only their share tells of.
    pub(crate) fn of_the_only_subject(&mut self) -> Option<String> {
        let untold = self.untold.take().filter(|untold| self.tally.denominator == 1 && !untold.is_empty())?;
        Some(untold.join("; "))
    }

    /// Gathers the evidence of the count too.
    pub(crate) fn traced(self, evidence: &'s mut Vec<Evidence>, lang: Lang) -> Self {
        Self { evidence: Some((evidence, lang)), ..self }
    }

    fn witness(&mut self, at: Place<'_>, numerator: u64, denominator: u64, note: impl FnOnce(Lang) -> String) {
        if let Some((evidence, lang)) = &mut self.evidence {
            let (path, line) = (at.file().to_owned(), at.line());
            evidence.push(Evidence { path, line, numerator, denominator, note: note(*lang), left_out: false });
        }
    }

    /// Whether the evidence is wanted: what is looked up for its sake alone is looked up only then.
    pub(crate) fn is_traced(&self) -> bool {
        self.evidence.is_some()
    }

    /// A record that a subject rests on, beside what the subject itself counts.
    pub(crate) fn seen(&mut self, at: Place<'_>, note: impl FnOnce(Lang) -> String) {
        self.witness(at, 0, 0, note);
    }

    /// One subject, told by the record at `at`; in the numerator when it misses nothing, or, where the goal is that there
    /// be none, when it is one.
    pub(crate) fn subject(&mut self, at: Place<'_>, misses: Vec<Miss<'_>>) {
        self.missing(at, misses.len(), || misses);
    }

    /// One subject that misses nothing.
    pub(crate) fn holds(&mut self, at: Place<'_>) {
        self.missing(at, 0, Vec::new);
    }

    /// One subject that misses so many things. What they are is said only where somebody is to hear it: most years are
    /// counted in silence, and words take longer than the count.
    pub(crate) fn missing<'m>(&mut self, at: Place<'_>, count: usize, misses: impl FnOnce() -> Vec<Miss<'m>>) {
        let found = u64::from((count == 0) != (self.target.goal == Goal::None));
        self.tally.denominator += 1;
        self.tally.numerator += found;
        let level = self.level.filter(|_| self.judged && self.target.shortfalls == Shortfalls::EachSubject);
        self.shortfalls += level.map_or(0, |_| count as u64);
        let is_told = self.untold.is_some() || level.is_some() && self.report.is_some();
        if self.evidence.is_some() || is_told && count > 0 {
            let misses = misses();
            debug_assert_eq!(misses.len(), count, "of {}", self.target.id);
            self.tell(at, found, level, misses);
        }
    }

    fn tell(&mut self, at: Place<'_>, found: u64, level: Option<Level>, misses: Vec<Miss<'_>>) {
        self.witness(at, found, 1, |_| misses.iter().map(|miss| miss.message.as_str()).collect::<Vec<_>>().join("; "));
        if let Some(untold) = &mut self.untold {
            untold.extend(misses.iter().map(|miss| miss.message.clone()));
        }
        let (Some(level), Some(report)) = (level, &mut self.report) else { return };
        for Miss { place, period, message } in misses {
            let clause = self.target.clauses.first().copied();
            report.push(self.target.id, level, clause, self.unit, place, message, Some(period));
        }
    }

    /// Counts that the record at `at` adds.
    pub(crate) fn add(&mut self, at: Place<'_>, numerator: u64, denominator: u64) {
        self.add_as(at, numerator, denominator, |_| String::new());
    }

    /// Counts that the record at `at` adds, and as what.
    pub(crate) fn add_as(
        &mut self,
        at: Place<'_>,
        numerator: u64,
        denominator: u64,
        note: impl FnOnce(Lang) -> String,
    ) {
        self.witness(at, numerator, denominator, note);
        self.tally.numerator += numerator;
        self.tally.denominator += denominator;
    }

    /// Adds to a named part of the target.
    pub(crate) fn part(&mut self, index: usize, count: u64) {
        if let Some(part) = self.tally.parts.get_mut(index) {
            *part += count;
        }
    }

    /// What the other reading of the clause counts.
    pub(crate) fn other(&mut self, numerator: u64, denominator: u64) {
        self.tally.other.0 += numerator;
        self.tally.other.1 += denominator;
    }

    /// A record with an error on which the target rests.
    pub(crate) fn left_out(&mut self, place: Place<'_>) {
        let record = (place.file().to_owned(), place.line());
        if self.own_left_out.insert(record.clone()) {
            self.tally.left_out += 1;
            self.left_out.insert(record);
            self.witness(place, 0, 0, |lang| {
                let words = Words::new(
                    "để ngoài: bản ghi có lỗi, xem chibo check",
                    "left out: the record has an error, see chibo check",
                );
                words.of(lang).to_owned()
            });
            if let Some(evidence) = self.evidence.as_mut().and_then(|(evidence, _)| evidence.last_mut()) {
                evidence.left_out = true;
            }
        }
    }

    /// Subjects that the records do not speak of; they would stand at `at`.
    pub(crate) fn unknown(&mut self, at: Place<'_>, subjects: u64) {
        self.tally.unknown += subjects;
        if subjects > 0 {
            let what = self.target.unknown.unwrap_or(Words::new("chưa ghi", "not recorded"));
            self.witness(at, 0, 0, |lang| {
                let (subjects, what) = (group(subjects, lang), what.of(lang));
                say!(lang, "chưa tính được: {subjects} {what}", "cannot be counted: {subjects} {what}")
            });
        }
    }

    /// A subject that the counting rule sets apart.
    pub(crate) fn apart(&mut self, at: Place<'_>) {
        self.tally.apart += 1;
        self.witness(at, 0, 0, |lang| {
            Words::new("để riêng: bí thư kiêm trưởng thôn", "apart: the secretary is the head").of(lang).to_owned()
        });
    }

    /// The unit is one of which the target speaks; `has_data` where its records do.
    pub(crate) fn cover(&mut self, has_data: bool) {
        self.tally.units += 1;
        self.tally.with_data += u64::from(has_data);
    }
}
