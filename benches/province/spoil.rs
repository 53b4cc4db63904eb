//! Makes a register worse, so that there is much to tell.

use std::{fs, path::Path};

use anyhow::Result;

/// Meetings of a cell and year in the made register, and marks of a meeting: each mark of somebody who is on no roster
/// is a finding.
const MEETINGS: usize = 16;
const MARKS: usize = 26;

/// Empties the rosters of as many cells as give so many findings.
pub(crate) fn roster(root: &Path, years: usize, findings: usize) -> Result<()> {
    let mut cells = findings.div_ceil(years * MEETINGS * MARKS);
    empty(root, &mut cells)
}

fn empty(directory: &Path, cells: &mut usize) -> Result<()> {
    for entry in fs::read_dir(directory)? {
        let entry = entry?;
        if *cells == 0 {
            break;
        } else if entry.file_type()?.is_dir() {
            empty(&entry.path(), cells)?;
        } else if entry.file_name() == "members.csv" {
            let roster = fs::read_to_string(entry.path())?;
            fs::write(entry.path(), roster.lines().take(1).collect::<String>() + "\n")?;
            *cells -= 1;
        }
    }
    Ok(())
}
