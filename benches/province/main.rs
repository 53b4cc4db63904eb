//! `cargo bench`: how chibo's time compares with the time to read the same bytes, and how much memory it takes, on a
//! made register of a province's size. Absolute times move from day to day; the ratios are what counts.
//!
//! `cargo bench -- --cells 1800 --years 1 --rounds 7`; `--at DIR` makes the register there and leaves it, for a profiler.
//! `--linear` measures a tenth and three times as many cells too; `--findings 300000` how much longer `check` takes when
//! it has so many to tell. `again` is a check that takes what the one before has kept.
#![allow(clippy::print_stdout, reason = "a benchmark's result is what it prints")]

mod process;
mod read;
mod register;
mod spoil;

use std::{
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    sync::OnceLock,
    time::Instant,
};

use anyhow::{Context, Result, ensure};

/// What is made and how often it is measured.
struct Asked {
    cells: usize,
    years: usize,
    rounds: usize,
    at: Option<PathBuf>,
    linear: bool,
    findings: usize,
}

fn main() -> Result<()> {
    // `cargo test --benches` runs benchmarks as well, without this word; a test run shall not wait for them.
    let Some(asked) = asked()? else { return Ok(()) };
    let directory = tempfile::tempdir()?;
    let kept = tempfile::tempdir()?;
    KEPT.get_or_init(|| kept.path().to_path_buf());
    let root = asked.at.as_deref().unwrap_or(directory.path());
    make(root, asked.cells, asked.years)?;
    measure(root, root, &commands(root), asked.rounds)?;
    let commune = a_commune(root)?;
    println!("one commune, beside its own bytes:");
    measure(root, &commune, &commands(&commune), asked.rounds)?;
    if asked.findings > 0 {
        spoil::roster(root, asked.years, asked.findings)?;
        println!("some {} findings:", asked.findings);
        measure(root, root, &commands(root)[..1], asked.rounds)?;
    }
    if asked.linear {
        for cells in [asked.cells / 10, asked.cells * 3] {
            let directory = tempfile::tempdir()?;
            make(directory.path(), cells, asked.years)?;
            measure(directory.path(), directory.path(), &commands(directory.path()), asked.rounds)?;
        }
    }
    Ok(())
}

fn make(root: &Path, cells: usize, years: usize) -> Result<()> {
    let size = register::write(root, cells, years)?;
    println!("{cells} cells, {years} years: {} files, {:.1} MB", size.files, megabytes(size.bytes));
    is_sound(root)
}

/// The first commune of the first district.
fn a_commune(root: &Path) -> Result<PathBuf> {
    let first = |directory: &Path, marker: &str| -> Result<PathBuf> {
        let entries = fs::read_dir(directory)?.map(|entry| entry.map(|entry| entry.path()));
        let units = entries.filter(|path| path.as_ref().map_or(true, |path| path.join(marker).is_file()));
        units.collect::<Result<Vec<_>, _>>()?.into_iter().min().context("there is no unit")
    };
    first(&first(root, "district.toml")?, "commune.toml")
}

fn asked() -> Result<Option<Asked>> {
    let mut asked = Asked { cells: 1800, years: 1, rounds: 7, at: None, linear: false, findings: 0 };
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
            "--linear" => {
                asked.linear = true;
                continue;
            }
            "--cells" => &mut asked.cells,
            "--years" => &mut asked.years,
            "--rounds" => &mut asked.rounds,
            "--findings" => &mut asked.findings,
            _ => anyhow::bail!("{arg}: takes --cells N, --years N, --rounds N, --findings N, --linear, --at DIR"),
        };
        *number = args.next().and_then(|value| value.parse().ok()).with_context(|| format!("{arg} takes a number"))?;
    }
    ensure!((1..=register::MOST_YEARS).contains(&asked.years), "--years takes 1 to {}", register::MOST_YEARS);
    Ok(wanted.then_some(asked))
}

/// Where results are kept between the runs of this benchmark, and nowhere else.
static KEPT: OnceLock<PathBuf> = OnceLock::new();

/// A command line of chibo.
struct Command {
    name: &'static str,
    args: Vec<OsString>,
}

fn commands(place: &Path) -> [Command; 3] {
    let args = |words: &[&str]| {
        let words = words.iter().map(OsString::from);
        ["-C".into(), place.into()].into_iter().chain(words).collect()
    };
    [
        Command { name: "check", args: args(&["check", "-O", "concise", "--no-cache"]) },
        Command { name: "report", args: args(&["report", "--year", "2018", "--no-cache"]) },
        // All but the first of its runs find what the one before has kept.
        Command { name: "again", args: args(&["check", "-O", "concise"]) },
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
fn measure(root: &Path, place: &Path, commands: &[Command], rounds: usize) -> Result<()> {
    // The first round brings the files into memory and does not count.
    read::all(root)?;
    let mut read = Took::default();
    let mut runs: Vec<Took> = commands.iter().map(|_| Took::default()).collect();
    for _ in 0..rounds {
        read.time(|| read::all(place).map(drop))?;
        for (command, took) in commands.iter().zip(&mut runs) {
            took.time(|| run(&command.args))?;
        }
    }
    println!("read    {:.3} s", median(read.clock.iter().copied()));
    for (command, took) in commands.iter().zip(&runs) {
        let seconds = median(took.clock.iter().copied());
        let ratio = median(took.clock.iter().zip(&read.clock).map(|(time, read)| time / read));
        let processor = took.processor / read.processor;
        let peak = process::peak_memory(&command.args, KEPT.get())?;
        let peak = peak.map_or("not seen".to_owned(), |peak| format!("{:.1} MiB", peak as f64 / 1024.0));
        println!(
            "{:<7} {seconds:.3} s = {ratio:.2} × read; of processor time {processor:.2} ×; peak memory {peak}",
            command.name
        );
    }
    Ok(())
}

/// Errors would be found and told in the time that is measured.
fn is_sound(root: &Path) -> Result<()> {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let args = ["-C".into(), root.into()]
        .into_iter()
        .chain(["check", "-O", "concise", "--fail-on", "error", "--no-cache"].map(OsString::from));
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
    let mut io = chibo::Io::of_process(&mut out, &mut err);
    io.var = |name| KEPT.get().filter(|_| name == "CHIBO_CACHE")?.to_str().map(str::to_owned);
    let exit = chibo::run(args, &mut io);
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
