//! The one line of a terminal in which long work is shown, and which is empty again when it is over.
//!
//! A thread of its own draws it, from counters: those who work never wait for the terminal.

use std::{
    fmt::Write,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, atomic::Ordering},
    thread,
    time::{Duration, Instant},
};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};

use super::{Counts, Stage};
use crate::{
    lang::{Lang, say},
    number::group,
};

/// How often it is drawn: as often as an eye follows numbers.
const EVERY: Duration = Duration::from_millis(100);

/// Before so much of a stage is over, nobody can say how long the rest takes.
const KNOWN_AFTER: Duration = Duration::from_secs(2);

#[derive(Debug)]
pub(super) struct Line(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    /// From when on it is drawn.
    from: Instant,
    now: Arc<Counts>,
    lang: Lang,
    under_way: Mutex<Option<UnderWay>>,
    changed: Condvar,
}

/// The stage to show.
#[derive(Debug)]
struct UnderWay {
    stage: Stage,
    total: Option<u64>,
    begun: Instant,
    /// Absent until it is drawn the first time.
    bar: Option<ProgressBar>,
}

impl Line {
    /// Absent where the system gives no thread to draw it.
    pub(super) fn start(from: Instant, now: Arc<Counts>, lang: Lang) -> Option<Self> {
        let shared = Arc::new(Shared { from, now, lang, under_way: Mutex::default(), changed: Condvar::new() });
        let drawing = Arc::clone(&shared);
        // It ends with the process: between stages it waits and draws nothing.
        thread::Builder::new().spawn(move || drawing.draw_for_ever()).ok()?;
        Some(Self(shared))
    }

    pub(super) fn begin(&self, stage: Stage, total: Option<u64>) {
        let mut under_way = self.0.lock();
        // Of one there is nothing to count.
        let total = total.filter(|total| *total > 1);
        let begun = under_way.insert(UnderWay { stage, total, begun: Instant::now(), bar: None });
        if Instant::now() >= self.0.from {
            self.0.draw(begun);
        }
        self.0.changed.notify_all();
    }

    /// Leaves the line empty, if anything was in it.
    pub(super) fn end(&self) {
        if let Some(bar) = self.0.lock().take().and_then(|ended| ended.bar) {
            bar.finish_and_clear();
        }
    }

    pub(super) fn aside<T>(&self, print: impl FnOnce() -> T) -> T {
        let under_way = self.0.lock();
        match under_way.as_ref().and_then(|under_way| under_way.bar.as_ref()) {
            Some(bar) => bar.suspend(print),
            None => print(),
        }
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Option<UnderWay>> {
        self.under_way.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn draw_for_ever(&self) {
        let mut under_way = self.lock();
        loop {
            let early = self.from.saturating_duration_since(Instant::now());
            under_way = match under_way.as_mut() {
                None => self.changed.wait(under_way).unwrap_or_else(PoisonError::into_inner),
                Some(shown) => {
                    if early.is_zero() {
                        self.draw(shown);
                    }
                    let wait = early.max(EVERY);
                    self.changed.wait_timeout(under_way, wait).unwrap_or_else(PoisonError::into_inner).0
                }
            };
        }
    }

    fn draw(&self, shown: &mut UnderWay) {
        let UnderWay { stage, total, begun, bar } = shown;
        let bar = bar.get_or_insert_with(|| bar_of(*stage, *total, *begun, self.lang));
        let done = self.now.done.load(Ordering::Relaxed);
        bar.update(|state| state.set_pos(done));
    }
}

fn bar_of(stage: Stage, total: Option<u64>, begun: Instant, lang: Lang) -> ProgressBar {
    let form = if total.is_some() { "{msg} [{bar:24}] {far}" } else { "{msg}…" };
    let far = move |state: &ProgressState, line: &mut dyn Write| {
        // Writing to memory cannot fail.
        let _ = line.write_str(&how_far(state.pos(), state.len().unwrap_or_default(), begun.elapsed(), lang));
    };
    // The forms are right, as every line that is drawn shows; a wrong one would be drawn in indicatif's own.
    let style = ProgressStyle::with_template(form).unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::with_draw_target(total, ProgressDrawTarget::stderr())
        .with_style(style.progress_chars("=> ").with_key("far", far))
        .with_message(stage.label().of(lang))
}

fn how_far(done: u64, total: u64, took: Duration, lang: Lang) -> String {
    let (done_shown, total_shown) = (group(done, lang), group(total, lang));
    match left(done, total, took) {
        Some(left) => say!(
            lang,
            "{done_shown}/{total_shown}, còn khoảng {left} giây",
            "{done_shown}/{total_shown}, about {left} s left"
        ),
        None => format!("{done_shown}/{total_shown}"),
    }
}

/// How many seconds the rest takes if it goes on like this.
fn left(done: u64, total: u64, took: Duration) -> Option<u64> {
    let known = took >= KNOWN_AFTER && done > 0;
    let seconds = known.then(|| took.as_secs_f64() * total.saturating_sub(done) as f64 / done as f64)?;
    Some(seconds.ceil() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rest_is_told_once_it_can_be_known() {
        let seconds = Duration::from_secs;
        assert_eq!(how_far(0, 1795, seconds(9), Lang::Vi), "0/1.795");
        assert_eq!(how_far(1000, 1795, seconds(10), Lang::Vi), "1.000/1.795, còn khoảng 8 giây");
        assert_eq!(how_far(10, 161, seconds(2), Lang::En), "10/161, about 31 s left");
        assert_eq!(left(10, 20, seconds(1)), None);
        assert_eq!(left(0, 20, seconds(9)), None);
        assert_eq!(left(5, 20, seconds(2)), Some(6));
        assert_eq!(left(20, 20, seconds(8)), Some(0));
    }
}
