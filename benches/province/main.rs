//! `cargo bench`: how chibo's time compares with the time to read the same bytes, and how much memory it takes, on a
//! made register of a province's size. Absolute times move from day to day; the ratios are what counts.
//!
//! `cargo bench -- --cells 1800 --years 1 --rounds 7`; `--at DIR` makes the register there and leaves it, for a profiler.
#![allow(clippy::print_stdout, reason = "a benchmark's result is what it prints")]

mod process;
mod read;
mod register;

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
    time::Instant,
};

use anyhow::{Context, Result, ensure};

/// What is made and how often it is measured.
struct Asked {
    cells: usize,
    years: usize,
    rounds: usize,
    at: Option<PathBuf>,
}

fn main() -> Result<()> {
    // `cargo test --benches` runs benchmarks as well, without this word; a test run shall not wait for them.
    let Some(asked) = asked()? else { return Ok(()) };
    let directory = tempfile::tempdir()?;
    let root = asked.at.as_deref().unwrap_or(directory.path());
    let size = register::write(root, asked.cells, asked.years)?;
    println!("{} cells, {} years: {} files, {:.1} MB", asked.cells, asked.years, size.files, megabytes(size.bytes));
    is_sound(root)?;
    measure(root, asked.rounds)?;
    for command in commands(root) {
        match process::peak_memory(&command.args)? {
            Some(peak) => println!("{:<7} peak {:.1} MiB", command.name, peak as f64 / 1024.0),
            None => println!("{:<7} peak not seen: over too soon, or there is no /proc", command.name),
        }
    }
    Ok(())
}

fn asked() -> Result<Option<Asked>> {
    let mut asked = Asked { cells: 1800, years: 1, rounds: 7, at: None };
    let mut wanted = false;
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        let number = match arg.as_str() {
            "--bench" => {
                wanted = true;
                continue;
            }
            "--at" => {
                asked.at = args.next().map(PathBuf::from);
                continue;
            }
            "--cells" => &mut asked.cells,
            "--years" => &mut asked.years,
            "--rounds" => &mut asked.rounds,
            _ => anyhow::bail!("{arg}: takes --cells N, --years N, --rounds N, --at DIR"),
        };
        *number = args.next().and_then(|value| value.parse().ok()).with_context(|| format!("{arg} takes a number"))?;
    }
    ensure!((1..=register::MOST_YEARS).contains(&asked.years), "--years takes 1 to {}", register::MOST_YEARS);
    Ok(wanted.then_some(asked))
}

/// A command line of chibo.
struct Command {
    name: &'static str,
    args: Vec<OsString>,
}

fn commands(root: &Path) -> [Command; 2] {
    let args = |words: &[&str]| {
        let words = words.iter().map(OsString::from);
        ["-C".into(), root.into()].into_iter().chain(words).collect()
    };
    [
        Command { name: "check", args: args(&["check", "-O", "concise"]) },
        Command { name: "report", args: args(&["report", "--year", "2018"]) },
    ]
}

/// What some work took in each round: by the clock, and of processor time, in which others on the machine do not show.
#[derive(Default)]
struct Took {
    clock: Vec<f64>,
    processor: f64,
}

impl Took {
    fn time(&mut self, work: impl FnOnce() -> Result<()>) -> Result<()> {
        let (start, before) = (Instant::now(), process::processor_time());
        work()?;
        self.clock.push(start.elapsed().as_secs_f64());
        self.processor += process::processor_time() - before;
        Ok(())
    }
}

/// Each round runs everything once, one after the other, so that a slow moment of the machine meets all alike.
fn measure(root: &Path, rounds: usize) -> Result<()> {
    let commands = commands(root);
    // The first round brings the files into memory and does not count.
    read::all(root)?;
    let mut read = Took::default();
    let mut runs: Vec<Took> = commands.iter().map(|_| Took::default()).collect();
    for _ in 0..rounds {
        read.time(|| read::all(root).map(drop))?;
        for (command, took) in commands.iter().zip(&mut runs) {
            took.time(|| run(&command.args))?;
        }
    }
    println!("read    {:.3} s", median(read.clock.iter().copied()));
    for (command, took) in commands.iter().zip(&runs) {
        let seconds = median(took.clock.iter().copied());
        let ratio = median(took.clock.iter().zip(&read.clock).map(|(time, read)| time / read));
        let processor = took.processor / read.processor;
        println!("{:<7} {seconds:.3} s = {ratio:.2} × read; of processor time {processor:.2} ×", command.name);
    }
    Ok(())
}

/// Errors would be found and told in the time that is measured.
fn is_sound(root: &Path) -> Result<()> {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let args = ["-C".into(), root.into()]
        .into_iter()
        .chain(["check", "-O", "concise", "--fail-on", "error"].map(OsString::from));
    let args: Vec<OsString> = args.collect();
    let exit = chibo::run(&args, &mut chibo::Io::of_process(&mut out, &mut err));
    let out = String::from_utf8_lossy(&out);
    let told: Vec<&str> = out.lines().filter(|line| line.contains("lỗi[")).take(3).collect();
    ensure!(exit == 0, "the made register is not sound:\n{}", told.join("\n"));
    Ok(())
}

/// Runs a command in this process; its output is made and let go.
fn run(args: &[OsString]) -> Result<()> {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let exit = chibo::run(args, &mut chibo::Io::of_process(&mut out, &mut err));
    ensure!(exit <= 1, "chibo ended with {exit}: {}", String::from_utf8_lossy(&err));
    Ok(())
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}
