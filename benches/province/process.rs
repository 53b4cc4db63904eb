//! What a process takes of the machine.

use std::{
    ffi::{OsStr, OsString},
    fs,
    path::PathBuf,
    process::{Command, Stdio},
    thread,
    time::Duration,
};

use anyhow::Result;

/// The peak of the resident memory of a run of the binary, in KiB. The kernel keeps the peak itself, so looking now and then misses only what
/// the last millisecond added; `None` where there was no time to look even once.
pub(crate) fn peak_memory(args: &[OsString], kept: Option<&PathBuf>) -> Result<Option<u64>> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_chibo"))
        .args(args)
        .env("CHIBO_CACHE", kept.map_or(OsStr::new("off"), |kept| kept.as_os_str()))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::inherit())
        .spawn()?;
    let status = format!("/proc/{}/status", child.id());
    let mut peak = None;
    while child.try_wait()?.is_none() {
        let seen = fs::read_to_string(&status).ok().and_then(|status| high_water(&status));
        peak = peak.max(seen);
        thread::sleep(Duration::from_millis(1));
    }
    Ok(peak)
}

fn high_water(status: &str) -> Option<u64> {
    status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.trim().strip_suffix("kB")?.trim().parse().ok()
}

/// The seconds that the processors gave this process; 0 where there is no /proc.
pub(crate) fn processor_time() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // Behind the name of the program, which may hold anything, the 12th and 13th words are in hundredths of a second.
    let words = stat.rsplit_once(')').map_or("", |(_, words)| words).split_whitespace();
    words.skip(11).take(2).filter_map(|word| word.parse::<f64>().ok()).sum::<f64>() / 100.0
}
