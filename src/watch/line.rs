//! The one line of a terminal in which long work is shown, and which is empty again when it is over.
//!
//! A thread of its own draws it, from counters: those who work never wait for the terminal.

use std::{
    io,
    sync::{Arc, Condvar, Mutex, MutexGuard, Once, PoisonError, atomic::Ordering},
    thread,
    time::{Duration, Instant},
};

use crossterm::{
    cursor::MoveToColumn,
    execute,
    style::Print,
    terminal::{self, Clear, ClearType},
};

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
    /// Whether somebody waits for Ctrl-C.
    #[cfg(unix)]
    guarded: Once,
}

/// The stage to show.
#[derive(Debug)]
struct UnderWay {
    stage: Stage,
    total: Option<u64>,
    begun: Instant,
    /// As it stands in the terminal; empty until it is drawn the first time.
    drawn: String,
}

impl Line {
    /// Absent where the system gives no thread to draw it.
    pub(super) fn start(from: Instant, now: Arc<Counts>, lang: Lang) -> Option<Self> {
        let shared = Arc::new(Shared {
            from,
            now,
            lang,
            under_way: Mutex::default(),
            changed: Condvar::new(),
            #[cfg(unix)]
            guarded: Once::new(),
        });
        let drawing = Arc::clone(&shared);
        // It ends with the process: between stages it waits and draws nothing.
        thread::Builder::new().spawn(move || drawing.draw_for_ever()).ok()?;
        Some(Self(shared))
    }

    pub(super) fn begin(&self, stage: Stage, total: Option<u64>) {
        let mut under_way = self.0.lock();
        // Of one there is nothing to count.
        let total = total.filter(|total| *total > 1);
        let begun = under_way.insert(UnderWay { stage, total, begun: Instant::now(), drawn: String::new() });
        if Instant::now() >= self.0.from {
            Shared::draw(&self.0, begun);
        }
        self.0.changed.notify_all();
    }

    /// Leaves the line empty, if anything was in it.
    pub(super) fn end(&self) {
        if let Some(mut ended) = self.0.lock().take() {
            ended.clear();
        }
    }

    pub(super) fn aside<T>(&self, print: impl FnOnce() -> T) -> T {
        let mut under_way = self.0.lock();
        if let Some(shown) = under_way.as_mut() {
            shown.clear();
        }
        // It is drawn again when its turn comes.
        print()
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Option<UnderWay>> {
        self.under_way.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes the line back; while what this gives is held, nothing is drawn. A terminal that takes no more text, and so
    /// holds the line, is not waited for.
    #[cfg(unix)]
    fn cleared(&self) -> Option<MutexGuard<'_, Option<UnderWay>>> {
        for _ in 0..20 {
            if let Ok(mut under_way) = self.under_way.try_lock() {
                if let Some(shown) = under_way.as_mut() {
                    shown.clear();
                }
                return Some(under_way);
            }
            thread::sleep(Duration::from_millis(10));
        }
        None
    }

    fn draw_for_ever(self: &Arc<Self>) {
        let mut under_way = self.lock();
        loop {
            let early = self.from.saturating_duration_since(Instant::now());
            under_way = match under_way.as_mut() {
                None => self.changed.wait(under_way).unwrap_or_else(PoisonError::into_inner),
                Some(shown) => {
                    if early.is_zero() {
                        Self::draw(self, shown);
                    }
                    let wait = early.max(EVERY);
                    self.changed.wait_timeout(under_way, wait).unwrap_or_else(PoisonError::into_inner).0
                }
            };
        }
    }

    fn draw(self: &Arc<Self>, shown: &mut UnderWay) {
        #[cfg(unix)]
        self.guarded.call_once(|| {
            let shared = Arc::clone(self);
            super::interrupt::on_interrupt(move |end| {
                let held = shared.cleared();
                end();
                drop(held);
            });
        });
        shown.draw(self.now.done.load(Ordering::Relaxed), self.lang);
    }
}

impl UnderWay {
    fn draw(&mut self, done: u64, lang: Lang) {
        let label = self.stage.label().of(lang);
        let line = match self.total {
            Some(total) => {
                let (bar, far) = (bar(done, total), how_far(done, total, self.begun.elapsed(), lang));
                format!("{label} [{bar}] {far}")
            }
            None => format!("{label}…"),
        };
        // The last column stays free: behind it a terminal would go on with what is typed in the line below.
        let width = terminal::size().map_or(80, |(columns, _)| usize::from(columns)).saturating_sub(1);
        let line: String = line.chars().take(width).collect();
        if line != self.drawn {
            // A terminal that is gone shows nothing, and the work goes on.
            let _ = execute!(io::stderr(), MoveToColumn(0), Print(&line), Clear(ClearType::UntilNewLine));
            self.drawn = line;
        }
    }

    fn clear(&mut self) {
        if !self.drawn.is_empty() {
            let _ = execute!(io::stderr(), MoveToColumn(0), Clear(ClearType::UntilNewLine));
            self.drawn.clear();
        }
    }
}

/// How far the work is, as a line of this many letters.
const BAR: u64 = 24;

fn bar(done: u64, total: u64) -> String {
    let filled = done.min(total).saturating_mul(BAR).checked_div(total).unwrap_or_default();
    let head = if done > 0 && filled < BAR { ">" } else { "" };
    let line = "=".repeat(filled as usize) + head;
    format!("{line:width$}", width = BAR as usize)
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

    #[test]
    fn the_bar_is_as_long_whatever_is_done() {
        assert_eq!(bar(0, 161), " ".repeat(24));
        assert_eq!(bar(1, 161), format!(">{}", " ".repeat(23)));
        assert_eq!(bar(80, 160), format!("{}>{}", "=".repeat(12), " ".repeat(11)));
        assert_eq!(bar(160, 161).trim_end(), format!("{}>", "=".repeat(23)));
        assert_eq!((bar(2, 2), bar(3, 2), bar(0, 0)), ("=".repeat(24), "=".repeat(24), " ".repeat(24)));
    }
}
