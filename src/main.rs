//! The `chibo` binary: hands the process to the library.

use std::{io, process::ExitCode};

fn main() -> ExitCode {
    let args: Vec<_> = std::env::args_os().skip(1).collect();
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut err = io::stderr().lock();
    ExitCode::from(chibo::run(&args, &mut chibo::Io::of_process(&mut out, &mut err)))
}
