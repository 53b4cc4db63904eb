//! Ctrl-C in the middle of long work: its line is taken back, then the run ends as it would have without this. A run that
//! was started so that Ctrl-C does not end it, as a script starts one in the background, goes on.

use std::{sync::mpsc::channel, thread};

use signal_hook::{consts::SIGINT, iterator::Signals, low_level::emulate_default_handler};

/// Calls `last` on Ctrl-C, and hands it what ends the process.
pub(super) fn on_interrupt(last: impl Fn(&dyn Fn()) + Send + 'static) {
    if std::fs::read_to_string("/proc/self/status").is_ok_and(|status| is_ignored(&status)) {
        return;
    }
    let (ready, wait) = channel();
    let listen = move || {
        // Begun in the thread that listens: a signal that nobody hears would end nothing.
        let Ok(mut signals) = Signals::new([SIGINT]) else { return };
        drop(ready);
        for signal in signals.forever() {
            last(&|| {
                // Where even this fails, the next Ctrl-C tries again.
                let _ = emulate_default_handler(signal);
            });
        }
    };
    // Without a thread for it the line stays, as it does where there are no signals.
    if thread::Builder::new().spawn(listen).is_ok() {
        // Nothing is ever sent: what ends the wait is that the thread lets go, listening or not.
        let _: Result<(), _> = wait.recv();
    }
}

/// Whether Ctrl-C is ignored, by what Linux says of the process: a bit a signal.
fn is_ignored(status: &str) -> bool {
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let bits = ignored.and_then(|bits| u64::from_str_radix(bits.trim(), 16).ok());
    bits.is_some_and(|bits| bits & 1 << (SIGINT - 1) != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_ignores_ctrl_c_is_left_to_it() {
        assert!(is_ignored("Name:\tchibo\nSigIgn:\t0000000000001002\nSigCgt:\t0000000000000000\n"));
        assert!(!is_ignored("Name:\tchibo\nSigIgn:\t0000000000001000\nSigCgt:\t0000000000000002\n"));
        assert!(!is_ignored(""));
    }
}
