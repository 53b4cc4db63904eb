//! Many reads under way at once, where the disk is waited for.

use std::{
    sync::{
        LazyLock,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use rayon::{ThreadPool, ThreadPoolBuilder, prelude::*};

/// On a cold disk it is the number of reads under way that decides, not that of the processors.
const READERS: usize = 16;

/// The files of a cell's five years take a millisecond of pages that are in memory, and many of a disk.
const WAITED: Duration = Duration::from_millis(5);

/// Absent where the system gives no more threads.
static POOL: LazyLock<Option<ThreadPool>> =
    LazyLock::new(|| ThreadPoolBuilder::new().num_threads(READERS).build().ok());

/// Does the work of each of the parts; what they give comes in their order. Who calls waits and takes up nothing else meanwhile.
///
/// Handing pages that are in memory from thread to thread takes longer than to read them, so the other readers are only
/// called when a part has been waited for.
pub(crate) fn at_once<P: Sync, T: Send>(parts: &[P], read: impl Fn(&P) -> T + Sync + Send) -> Vec<T> {
    let mut done = Vec::with_capacity(parts.len());
    let rest = &parts[until_waited(parts, |part| done.push(read(part)))..];
    if rest.is_empty() {
        return done;
    }
    match &*POOL {
        Some(pool) => done.extend(pool.install(|| rest.par_iter().map(read).collect::<Vec<_>>())),
        None => done.extend(rest.iter().map(read)),
    }
    done
}

/// Reads one part after the other; where one has been waited for, the other readers fetch the parts behind it, so that
/// they are in memory when their turn comes.
///
/// What is read stays with who calls: each thread has a store of memory of its own, and sixteen that each hold what was
/// once a cell's texts take more of it than the register does.
pub(crate) fn fetch_ahead<P: Sync>(parts: &[P], fetch: impl Fn(&P) + Sync, mut read: impl FnMut(&P)) {
    let rest = &parts[until_waited(parts, &mut read)..];
    let Some(pool) = POOL.as_ref().filter(|_| !rest.is_empty()) else {
        return rest.iter().for_each(read);
    };
    let (reached, fetch) = (&AtomicUsize::new(0), &fetch);
    pool.in_place_scope(|readers| {
        for (place, part) in rest.iter().enumerate().skip(1) {
            readers.spawn(move |_| {
                // What has been read is not fetched any more.
                if place > reached.load(Ordering::Relaxed) {
                    fetch(part);
                }
            });
        }
        for (place, part) in rest.iter().enumerate() {
            reached.store(place, Ordering::Relaxed);
            read(part);
        }
    });
}

/// Reads parts until one has been waited for, and gives how many. What the parts before it have waited counts too: a disk
/// that keeps each of them a little is as slow as one that keeps one of them long.
fn until_waited<P>(parts: &[P], mut read: impl FnMut(&P)) -> usize {
    // There is nobody to call, and to ask the system how long this thread has slept is not for nothing.
    if let [] | [_] = parts {
        parts.iter().for_each(read);
        return parts.len();
    }
    let began = Moment::now();
    let has_waited = |part| {
        let start = Instant::now();
        read(part);
        start.elapsed() > WAITED && began.waited_until(&Moment::now()) > WAITED
    };
    parts.iter().position(has_waited).map_or(parts.len(), |waited| waited + 1)
}

/// A moment of a thread's life.
struct Moment {
    at: Instant,
    /// How long it has run or been ready to run. Absent where the system keeps no account of it.
    awake: Option<Duration>,
}

impl Moment {
    fn now() -> Self {
        Self { at: Instant::now(), awake: awake() }
    }

    /// How long the thread has slept until a later moment: waited for a disk, and not for a processor that others had. All
    /// the time where the system does not tell.
    fn waited_until(&self, later: &Self) -> Duration {
        let awake = self.awake.zip(later.awake).and_then(|(then, now)| now.checked_sub(then)).unwrap_or_default();
        later.at.saturating_duration_since(self.at).saturating_sub(awake)
    }
}

/// The first two numbers of what Linux keeps of a thread.
fn awake() -> Option<Duration> {
    let kept = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let mut numbers = kept.split_ascii_whitespace().map_while(|number| number.parse().ok());
    Some(Duration::from_nanos(numbers.next()?) + Duration::from_nanos(numbers.next()?))
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;

    #[test]
    fn what_is_waited_for_comes_in_order_too() {
        let parts: Vec<usize> = (0..40).collect();
        let read = |part: &usize| {
            if *part == 3 {
                std::thread::sleep(WAITED + Duration::from_millis(1));
            }
            (*part, std::thread::current().id())
        };
        let read = at_once(&parts, read);
        assert_eq!(read.iter().map(|(part, _)| *part).collect::<Vec<_>>(), parts);
        let here = std::thread::current().id();
        assert_eq!(read[0].1, here);
        // On a busy machine an earlier one may have been waited for too.
        assert!(read[4..].iter().all(|(_, thread)| *thread != here));
    }

    #[test]
    fn a_thread_waits_while_it_neither_runs_nor_could() {
        let (began, ms) = (Instant::now(), Duration::from_millis);
        let moment = |at, awake: Option<u64>| Moment { at: began + ms(at), awake: awake.map(ms) };
        let waited = |awake, later| moment(0, awake).waited_until(&moment(20, later));
        assert_eq!(waited(Some(3), Some(23)), ms(0));
        assert_eq!(waited(Some(3), Some(10)), ms(13));
        // Two clocks never agree wholly.
        assert_eq!(waited(Some(3), Some(24)), ms(0));
        assert_eq!(waited(Some(3), Some(2)), ms(20));
        assert_eq!(waited(None, Some(23)), ms(20));
        assert_eq!(waited(Some(3), None), ms(20));
    }

    #[test]
    fn sleep_is_waiting() {
        let began = Moment::now();
        std::thread::sleep(WAITED + Duration::from_millis(20));
        assert!(began.waited_until(&Moment::now()) > WAITED);
    }

    #[test]
    fn what_is_waited_for_is_fetched_ahead_and_read_here_in_order() {
        let parts: Vec<usize> = (0..40).collect();
        let fetched = Mutex::new(Vec::new());
        let mut read = Vec::new();
        let fetch = |part: &usize| fetched.lock().unwrap().push((*part, std::thread::current().id()));
        fetch_ahead(&parts, fetch, |part| {
            // Long enough for the others to fetch what comes next, on a busy machine too.
            let until = Instant::now() + Duration::from_secs(20);
            while *part == 4 && fetched.lock().unwrap().is_empty() && Instant::now() < until {
                std::thread::sleep(Duration::from_millis(1));
            }
            if *part == 3 {
                std::thread::sleep(WAITED + Duration::from_millis(1));
            }
            read.push(*part);
        });
        assert_eq!(read, parts);
        let (fetched, here) = (fetched.into_inner().unwrap(), std::thread::current().id());
        assert!(!fetched.is_empty());
        assert!(fetched.iter().all(|(_, thread)| *thread != here));
    }

    #[test]
    fn what_is_not_waited_for_is_not_fetched() {
        let mut read = 0;
        fetch_ahead(&[(); 1], |()| panic!("there is nothing behind it"), |()| read += 1);
        fetch_ahead(&[(); 0], |()| panic!("there is nothing"), |()| read += 1);
        assert_eq!(read, 1);
    }
}
