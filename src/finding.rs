//! Findings: what is wrong with the records, and where the plan is not met.

use std::{cell::Cell, cmp::Ordering, sync::Arc};

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use crate::{
    context::Context,
    date::{self, Date},
    explanation::Explanation,
    lang::{Lang, Words, say},
    rules::Rule,
    source::{At, Lines, Source},
    text::visible,
};

/// How much a finding weighs; greater is worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) enum Level {
    /// Likely a mistake, or a matter to look into.
    Warning,
    /// The records are sound and the plan is not met.
    Shortfall,
    /// The records contradict themselves or cannot be read.
    Error,
}

impl Level {
    /// From the worst.
    pub(crate) const ALL: [Self; 3] = [Self::Error, Self::Shortfall, Self::Warning];

    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Shortfall => "shortfall",
            Self::Warning => "warning",
        }
    }

    pub(crate) const fn label(self) -> Words {
        match self {
            Self::Error => Words::new("lỗi", "error"),
            Self::Shortfall => Words::new("chưa đạt", "shortfall"),
            Self::Warning => Words::new("cảnh báo", "warning"),
        }
    }
}

/// The parts of a record that a finding can spoil. A figure that rests on a spoilt part leaves the record out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Flaws(u8);

impl Flaws {
    pub(crate) const NONE: Self = Self(0);
    /// The record says who attended wrongly; that it was held still stands.
    pub(crate) const ATTENDANCE: Self = Self(1);
    /// A key was not known: whatever is absent from the record may stand under it.
    pub(crate) const KEYS: Self = Self(2);
    /// When the thing held is wrong: no figure can use the row.
    pub(crate) const TIME: Self = Self(4);
    /// The record speaks of nothing that exists, or of the wrong thing.
    pub(crate) const WHOLE: Self = Self(8);
    /// What it says was carried cannot have been; that it was held, and who attended, still stands.
    pub(crate) const VOTES: Self = Self(16);
    /// A grade of the record cannot be; the rest of it still stands.
    pub(crate) const GRADE: Self = Self(32);

    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// A place in the register to which a finding points, and the record that it spoils.
#[derive(Clone, Copy)]
pub(crate) struct Place<'p> {
    path: &'p str,
    source: Option<&'p Source<'p>>,
    at: At,
    flaws: Option<&'p Cell<Flaws>>,
    takes_what_lacks: bool,
}

impl<'p> Place<'p> {
    pub(crate) fn in_source(source: &'p Source<'p>, at: At) -> Self {
        Self { path: &source.path, source: Some(source), at, flaws: None, takes_what_lacks: false }
    }

    /// A file or directory as a whole.
    pub(crate) fn path(path: &'p str) -> Self {
        Self { path, source: None, at: At::File, flaws: None, takes_what_lacks: false }
    }

    pub(crate) fn spoiling(self, flaws: &'p Cell<Flaws>) -> Self {
        Self { flaws: Some(flaws), ..self }
    }

    /// What is missing is to be written into this very file.
    pub(crate) fn taking_what_lacks(self) -> Self {
        Self { takes_what_lacks: true, ..self }
    }

    pub(crate) fn line(&self) -> u32 {
        self.source.map_or(1, |source| source.lines(self.at).line)
    }

    pub(crate) fn file(&self) -> &'p str {
        self.path
    }
}

/// An id or clause of the catalogue. By this name the reader of kept findings does not take it for text of its own.
type Known = &'static str;

/// One finding. `id` is of a rule or of a target.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Finding {
    /// Relative to the register's root.
    pub(crate) path: Arc<str>,
    pub(crate) lines: Lines,
    #[serde(deserialize_with = "crate::cache::form::known_id")]
    pub(crate) id: Known,
    pub(crate) level: Level,
    pub(crate) message: String,
    /// What to do, where that is not plain from the message.
    pub(crate) remedy: Option<String>,
    /// The plan's clause; absent where a finding is of form alone.
    #[serde(deserialize_with = "crate::cache::form::known_clause")]
    pub(crate) clause: Option<Known>,
    /// Whether what is missing is to be written into the file at which this points; else its paper is another.
    pub(crate) is_filled_here: bool,
    pub(crate) unit: Arc<str>,
    /// Year, quarter or month, as `2018`, `2018-Q1`, `2018-03`.
    pub(crate) period: Option<String>,
    /// An accepted explanation takes it off the exit code; it stays visible, and in every figure.
    pub(crate) explained: Option<Arc<Accepted>>,
    /// Does not depend on line numbers, language or settings.
    pub(crate) fingerprint: u64,
}

/// An explanation that was accepted, as explanations.csv has it.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Accepted {
    pub(crate) reason: String,
    pub(crate) approved_by: String,
    /// The last day that it holds; absent: no end.
    #[serde(with = "crate::cache::form::as_days")]
    pub(crate) until: Option<Date>,
}

impl Accepted {
    /// In one line: why, who accepted it, until when.
    pub(crate) fn said(&self, lang: Lang) -> String {
        let (reason, by) = (visible(&self.reason), visible(&self.approved_by));
        match self.until.map(|until| date::show(until, lang)) {
            Some(until) => say!(
                lang,
                "{reason}; {by} chấp nhận, đến hết ngày {until}",
                "{reason}; accepted by {by}, until {until}"
            ),
            None => say!(lang, "{reason}; {by} chấp nhận", "{reason}; accepted by {by}"),
        }
    }
}

impl Finding {
    pub(crate) fn is_explained(&self) -> bool {
        self.explained.is_some()
    }

    pub(crate) fn with_remedy(&mut self, remedy: String) -> &mut Self {
        self.remedy = Some(remedy);
        self
    }
}

/// Collects the findings of one unit of work.
pub(crate) struct Report<'c> {
    pub(crate) ctx: &'c Context,
    pub(crate) findings: Vec<Finding>,
    /// The accepted explanations that were read on the way.
    pub(crate) explanations: Vec<Explanation>,
}

impl<'c> Report<'c> {
    pub(crate) fn new(ctx: &'c Context) -> Self {
        Self { ctx, findings: Vec::new(), explanations: Vec::new() }
    }

    /// Adds a rule's finding; nothing where the register has set the rule off.
    pub(crate) fn add(&mut self, rule: &'static Rule, unit: &Arc<str>, place: Place<'_>, message: String) -> Draft<'_> {
        let Some(level) = self.ctx.settings.level(rule.id, rule.level) else { return Draft(None) };
        if level == Level::Error
            && let Some(flaws) = place.flaws
        {
            flaws.set(flaws.get().and(rule.spoils));
        }
        self.push(rule.id, level, rule.cites.clause, unit, place, message, None)
    }

    #[expect(clippy::too_many_arguments, reason = "the one constructor of a finding: each argument is a field of it")]
    pub(crate) fn push(
        &mut self,
        id: &'static str,
        level: Level,
        clause: Option<&'static str>,
        unit: &Arc<str>,
        place: Place<'_>,
        message: String,
        period: Option<String>,
    ) -> Draft<'_> {
        let excerpt = place.source.map_or("", |source| source.slice(place.at));
        self.findings.push(Finding {
            path: place.path.into(),
            lines: place.source.map_or(Lines::FIRST, |source| source.lines(place.at)),
            id,
            level,
            // Whatever it quotes, a message is one line.
            message: visible(&message).into_owned(),
            remedy: None,
            clause,
            is_filled_here: place.takes_what_lacks,
            unit: Arc::clone(unit),
            explained: None,
            fingerprint: fingerprint(&[id, place.path, unit, period.as_deref().unwrap_or(""), excerpt]),
            period,
        });
        Draft(self.findings.last_mut())
    }
}

/// A finding just made, to which a remedy may be added.
pub(crate) struct Draft<'f>(Option<&'f mut Finding>);

impl Draft<'_> {
    /// For a file that gave no text in which the place could be looked up.
    pub(crate) fn at(mut self, lines: Lines) -> Self {
        if let Some(finding) = &mut self.0 {
            finding.lines = lines;
        }
        self
    }

    pub(crate) fn remedy(self, remedy: String) {
        if let Some(finding) = self.0 {
            finding.with_remedy(remedy);
        }
    }
}

fn fingerprint(parts: &[&str]) -> u64 {
    let mut bytes = Vec::with_capacity(parts.iter().map(|part| part.len() + 1).sum());
    for part in parts {
        bytes.extend_from_slice(part.as_bytes());
        bytes.push(0);
    }
    xxh3_64(&bytes)
}

/// Sorts by place and drops what was found twice.
pub(crate) fn settle(findings: &mut Vec<Finding>) {
    findings.sort_by(|a, b| {
        let of_place = |finding: &Finding| (finding.lines, finding.id);

        let by_path = || a.path.split('/').cmp(b.path.split('/'));
        // Most neighbours are of one file, which is told sooner than how its parts stand to each other.
        let paths = if a.path == b.path { Ordering::Equal } else { by_path() };
        paths
            .then_with(|| of_place(a).cmp(&of_place(b)))
            .then_with(|| (&a.unit, &a.period, &a.message).cmp(&(&b.unit, &b.period, &b.message)))
    });
    findings.dedup();
    // The same words in the same file: told apart by their order, which lines that move do not change.
    let mut seen = std::collections::BTreeMap::new();
    for finding in findings {
        let nth = seen.entry(finding.fingerprint).and_modify(|n| *n += 1).or_insert(0u64);
        if *nth > 0 {
            finding.fingerprint = fingerprint(&[&finding.fingerprint.to_string(), &nth.to_string()]);
        }
    }
}
