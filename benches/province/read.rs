//! The lower bound: list the tree and read every byte of it, and do nothing with them, with as many threads as chibo.

use std::{
    fs::{self, File},
    io::Read,
    path::{Path, PathBuf},
};

use anyhow::Result;
use rayon::prelude::*;

/// How many bytes the files below a directory hold.
pub(crate) fn all(root: &Path) -> Result<u64> {
    let mut communes = Vec::new();
    let mut bytes = 0;
    // A district's directories are communes and years: enough of them to share among threads.
    for district in directories_of(root, &mut bytes)? {
        communes.extend(directories_of(&district, &mut bytes)?);
    }
    let below: u64 = communes.par_iter().map(|commune| below(commune, &mut Vec::new())).sum::<Result<u64>>()?;
    Ok(bytes + below)
}

fn directories_of(directory: &Path, bytes: &mut u64) -> Result<Vec<PathBuf>> {
    let mut directories = Vec::new();
    for entry in fs::read_dir(directory)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            directories.push(entry.path());
        } else {
            *bytes += file(&entry.path(), &mut Vec::new())?;
        }
    }
    Ok(directories)
}

fn below(directory: &Path, buffer: &mut Vec<u8>) -> Result<u64> {
    let mut bytes = 0;
    for entry in fs::read_dir(directory)? {
        let entry = entry?;
        bytes += if entry.file_type()?.is_dir() { below(&entry.path(), buffer)? } else { file(&entry.path(), buffer)? };
    }
    Ok(bytes)
}

fn file(path: &Path, buffer: &mut Vec<u8>) -> Result<u64> {
    // A record fits at once; `fs::read` would ask for its size first.
    buffer.resize(1 << 16, 0);
    let mut file = File::open(path)?;
    let mut bytes = 0;
    loop {
        match file.read(buffer)? {
            0 => return Ok(bytes),
            read => bytes += read as u64,
        }
    }
}
