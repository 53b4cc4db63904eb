//! Many reads under way at once, where the disk is waited for.

use std::{
    sync::LazyLock,
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

/// Reads each of the parts; what they give comes in their order. Who calls waits and takes up nothing else meanwhile.
///
/// Handing pages that are in memory from thread to thread takes longer than to read them, so the other readers are only
/// called when a part has been waited for.
pub(crate) fn at_once<P: Sync, T: Send>(parts: &[P], read: impl Fn(&P) -> T + Sync + Send) -> Vec<T> {
    let mut done = Vec::with_capacity(parts.len());
    let mut has_waited = false;
    while let Some(part) = parts.get(done.len()).filter(|_| !has_waited) {
        let start = Instant::now();
        done.push(read(part));
        has_waited = start.elapsed() > WAITED;
    }
    let rest = &parts[done.len()..];
    if rest.is_empty() {
        return done;
    }
    match &*POOL {
        Some(pool) => done.extend(pool.install(|| rest.par_iter().map(read).collect::<Vec<_>>())),
        None => done.extend(rest.iter().map(read)),
    }
    done
}

#[cfg(test)]
mod tests {
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
}
