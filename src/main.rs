//! The `chibo` binary: hands the process to the library.

use std::{io, process::ExitCode};

fn main() -> ExitCode {
    let args: Vec<_> = std::env::args_os().skip(1).collect();
    let mut out = io::BufWriter::new(io::stdout().lock());
    // Not locked: long work is shown on it from a thread of its own.
    let mut err = io::stderr();
    ExitCode::from(chibo::run(&args, &mut chibo::Io::of_process(&mut out, &mut err)))
}
