//! Ctrl-C in the middle of long work: its line is taken back, then the run ends as it would have without this.

use std::{sync::mpsc::channel, thread};

use signal_hook::{consts::SIGINT, iterator::Signals, low_level::emulate_default_handler};

/// Calls `last` on Ctrl-C, and hands it what ends the process.
pub(super) fn on_interrupt(last: impl Fn(&dyn Fn()) + Send + 'static) {
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
