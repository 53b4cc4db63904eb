//! What a run does, for whoever watches it: on a terminal how far long work is, and with `--verbose` what was read and
//! how long it took. Both go to standard error; nothing that is printed on standard output depends on them.
//!
//! Whoever works says which stage it has come to and, commune by commune, that one is done. Where nobody watches, each
//! of these is a look at an empty `Option`.

mod account;
#[cfg(unix)]
mod interrupt;
mod line;

use std::{
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use crate::lang::{Lang, Words};
use line::Line;

/// Whether and how a run is watched. By default nobody does.
#[derive(Clone, Debug, Default)]
pub struct Watch {
    is_terminal: bool,
    run: Option<Arc<Run>>,
}

/// A run that is watched.
#[derive(Debug)]
struct Run {
    lang: Lang,
    begun: Instant,
    /// Where standard error is a terminal.
    line: Option<Line>,
    /// Whether an account of it is wanted.
    verbose: bool,
    now: Arc<Counts>,
    ended: Mutex<Vec<Ended>>,
}

/// What the stage under way has come to.
#[derive(Debug, Default)]
struct Counts {
    /// Of the stage's total.
    done: AtomicU64,
    /// Communes that were read, not taken from an earlier run.
    read: AtomicU64,
    units: AtomicU64,
    files: AtomicU64,
    bytes: AtomicU64,
    /// By `Part`, in nanoseconds, of all threads together.
    parts: [AtomicU64; Part::ALL.len()],
}

/// A stage that is over.
#[derive(Debug, PartialEq, Eq)]
struct Ended {
    stage: Stage,
    took: Duration,
    done: u64,
    read: u64,
    units: u64,
    files: u64,
    bytes: u64,
    parts: [Duration; Part::ALL.len()],
}

/// The stages of a run, as far as one can be waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    /// The units above the communes are read, the communes found.
    Listing,
    /// Communes are read and judged.
    Communes,
    /// The files of some units are found.
    Finding,
    /// Files are read one by one.
    Files,
    /// What was found is put in order and into words.
    Composing,
    /// What was written is brought to its place and made safe there.
    Keeping,
    /// Communes are made up and written.
    Making,
    /// Standard output or a file takes the text. Nothing may be shown meanwhile.
    Printing,
}

impl Stage {
    const fn label(self) -> Words {
        match self {
            Self::Listing => Words::new("tìm các đơn vị", "finding the units"),
            Self::Communes => Words::new("đọc và xét các xã", "reading and judging communes"),
            Self::Finding => Words::new("tìm các tệp", "finding the files"),
            Self::Files => Words::new("đọc các tệp", "reading files"),
            Self::Composing => Words::new("soạn kết quả", "composing the result"),
            Self::Keeping => Words::new("lưu xuống đĩa", "saving to disk"),
            Self::Making => Words::new("ghi các xã", "writing communes"),
            Self::Printing => Words::new("in ra", "printing"),
        }
    }
}

/// The parts of the work on one commune.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Listing,
    Reading,
    Parsing,
    Judging,
}

impl Part {
    const ALL: [Self; 4] = [Self::Listing, Self::Reading, Self::Parsing, Self::Judging];

    const fn label(self) -> Words {
        match self {
            Self::Listing => Words::new("tìm tệp", "finding files"),
            Self::Reading => Words::new("đọc", "reading"),
            Self::Parsing => Words::new("phân tích", "parsing"),
            Self::Judging => Words::new("xét", "judging"),
        }
    }
}

impl Watch {
    /// Of a process whose standard error is a terminal, or is none.
    pub(crate) fn of_process(is_terminal: bool) -> Self {
        Self { is_terminal, run: None }
    }

    /// Of a run that begins. Work that lasts longer than `patience` is shown on the terminal; without one it never is.
    pub(crate) fn begin(&self, lang: Lang, patience: Option<Duration>, verbose: bool) -> Self {
        let (begun, now) = (Instant::now(), Arc::new(Counts::default()));
        let patience = patience.filter(|_| self.is_terminal);
        let line = patience.and_then(|patience| Line::start(begun + patience, Arc::clone(&now), lang));
        let run = (line.is_some() || verbose)
            .then(|| Arc::new(Run { lang, begun, line, verbose, now, ended: Mutex::default() }));
        Self { is_terminal: self.is_terminal, run }
    }

    /// Whether an account is wanted.
    pub(crate) fn is_verbose(&self) -> bool {
        self.run.as_ref().is_some_and(|run| run.verbose)
    }

    /// A stage that lasts until what is given back is dropped. Stages follow each other; they do not nest.
    #[must_use]
    pub(crate) fn stage(&self, stage: Stage) -> Running {
        self.begin_stage(stage, None)
    }

    /// A stage of so many steps.
    #[must_use]
    pub(crate) fn steps(&self, stage: Stage, total: usize) -> Running {
        self.begin_stage(stage, Some(total as u64))
    }

    fn begin_stage(&self, stage: Stage, total: Option<u64>) -> Running {
        if let Some(line) = self.line().filter(|_| stage != Stage::Printing) {
            line.begin(stage, total);
        }
        Running { run: self.run.clone(), stage, begun: Instant::now() }
    }

    fn line(&self) -> Option<&Line> {
        self.run.as_ref()?.line.as_ref()
    }

    /// One more step of the stage is done.
    pub(crate) fn step(&self) {
        self.count(|now| &now.done, 1);
    }

    /// A commune was read and not taken from an earlier run.
    pub(crate) fn commune_read(&self) {
        self.count(|now| &now.read, 1);
    }

    /// So many cells of communes, or units above them, were read.
    pub(crate) fn units_read(&self, units: usize) {
        self.count(|now| &now.units, units as u64);
    }

    /// Files were read or written: their number and bytes, which are only asked for where an account is wanted.
    pub(crate) fn files(&self, of: impl FnOnce() -> (u64, u64)) {
        if self.is_verbose() {
            let (files, bytes) = of();
            self.count(|now| &now.files, files);
            self.count(|now| &now.bytes, bytes);
        }
    }

    fn count(&self, counter: impl Fn(&Counts) -> &AtomicU64, by: u64) {
        if let Some(run) = &self.run {
            counter(&run.now).fetch_add(by, Ordering::Relaxed);
        }
    }

    /// Measures the parts of the work on one commune.
    pub(crate) fn laps(&self) -> Laps<'_> {
        Laps { run: self.run.as_deref().filter(|run| run.verbose), last: Instant::now() }
    }

    /// Lets something be printed in the middle of a stage.
    pub(crate) fn aside<T>(&self, print: impl FnOnce() -> T) -> T {
        match self.line() {
            Some(line) => line.aside(print),
            None => print(),
        }
    }

    /// What there is to say of the stages that are over, where an account is wanted.
    pub(crate) fn account(&self) -> Option<String> {
        let run = self.run.as_ref().filter(|run| run.verbose)?;
        let ended = run.ended.lock().unwrap_or_else(PoisonError::into_inner);
        Some(account::of(&ended, run.begun.elapsed(), run.lang))
    }
}

/// A stage under way.
#[derive(Debug)]
pub(crate) struct Running {
    run: Option<Arc<Run>>,
    stage: Stage,
    begun: Instant,
}

impl Drop for Running {
    fn drop(&mut self) {
        let Some(run) = &self.run else { return };
        if let Some(line) = &run.line {
            line.end();
        }
        let take = |counter: &AtomicU64| counter.swap(0, Ordering::Relaxed);
        let now = &run.now;
        let ended = Ended {
            stage: self.stage,
            took: self.begun.elapsed(),
            done: take(&now.done),
            read: take(&now.read),
            units: take(&now.units),
            files: take(&now.files),
            bytes: take(&now.bytes),
            parts: std::array::from_fn(|part| Duration::from_nanos(take(&now.parts[part]))),
        };
        run.ended.lock().unwrap_or_else(PoisonError::into_inner).push(ended);
    }
}

/// The time that the parts of the work on one commune take.
pub(crate) struct Laps<'w> {
    run: Option<&'w Run>,
    last: Instant,
}

impl Laps<'_> {
    /// Ends a part; the next begins.
    pub(crate) fn end(&mut self, part: Part) {
        if let Some(run) = self.run {
            let now = Instant::now();
            let took = u64::try_from((now - self.last).as_nanos()).unwrap_or(u64::MAX);
            run.now.parts[part as usize].fetch_add(took, Ordering::Relaxed);
            self.last = now;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_counted_belongs_to_the_stage_in_which_it_was() {
        let watch = Watch::default().begin(Lang::En, Some(Duration::ZERO), true);
        let stage = watch.steps(Stage::Communes, 3);
        (0..3).for_each(|_| watch.step());
        watch.commune_read();
        watch.files(|| (2, 15));
        drop(stage);
        drop(watch.stage(Stage::Composing));
        let ended = watch.run.as_ref().unwrap().ended.lock().unwrap();
        let counts: Vec<_> = ended.iter().map(|e| (e.stage, e.done, e.read, e.files, e.bytes)).collect();
        assert_eq!(counts, [(Stage::Communes, 3, 1, 2, 15), (Stage::Composing, 0, 0, 0, 0)]);
    }

    #[test]
    fn nobody_watches_unless_asked_or_on_a_terminal() {
        let begin = |is_terminal, patience, verbose| {
            Watch::of_process(is_terminal).begin(Lang::Vi, patience, verbose).run.is_some()
        };
        assert!(!begin(false, Some(Duration::ZERO), false), "standard error goes to a file");
        assert!(!begin(true, None, false), "it was switched off");
        assert!(begin(true, Some(Duration::from_secs(1)), false));
        assert!(begin(false, None, true));
        assert_eq!(Watch::default().begin(Lang::Vi, None, false).account(), None);
    }
}
