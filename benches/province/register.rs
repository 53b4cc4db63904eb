//! The register that is measured: what `chibo demo` makes, so that anyone can make the same.

use std::{ffi::OsString, path::Path};

use anyhow::{Result, ensure};
use walkdir::WalkDir;

/// The years to make, by how many: the one of the report first.
const YEARS: [&str; 5] = ["2018", "2017-2018", "2017-2019", "2017-2020", "2016-2020"];
pub(crate) const MOST_YEARS: usize = YEARS.len();

/// The province has so many.
const COMMUNES: usize = 161;
const CELLS: usize = 1795;

/// What was written.
#[derive(Default)]
pub(crate) struct Size {
    pub(crate) files: u64,
    pub(crate) bytes: u64,
}

/// Writes a register of about so many cells, as whole communes have them, and so many years.
pub(crate) fn write(root: &Path, cells: usize, years: usize) -> Result<Size> {
    let communes = (cells * COMMUNES).div_ceil(CELLS).max(1).to_string();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let words = ["--communes", &communes, "--years", YEARS[years - 1]].map(OsString::from);
    let args: Vec<OsString> = ["demo".into(), root.into()].into_iter().chain(words).collect();
    let exit = chibo::run(&args, &mut chibo::Io::of_process(&mut out, &mut err));
    ensure!(exit == 0, "the register was not made: {}", String::from_utf8_lossy(&err));
    let mut size = Size::default();
    for entry in WalkDir::new(root) {
        let entry = entry?;
        if entry.file_type().is_file() {
            size.files += 1;
            size.bytes += entry.metadata()?.len();
        }
    }
    Ok(size)
}
