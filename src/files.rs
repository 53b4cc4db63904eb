//! The register's files as the operating system gives them: the entries of a directory, the bytes of a file.
//!
//! A province has some 180,000 small files, and to open one costs more than to read it. So on Linux a file is opened by
//! its name in a directory that is held open, and both files and directories are read into one buffer; elsewhere the
//! standard library does the same work with more calls.

mod at_once;
#[cfg(target_os = "linux")]
mod linux;
#[cfg_attr(target_os = "linux", cfg(test))]
mod portable;
#[cfg(all(test, target_os = "linux"))]
mod tests;

use std::{ffi::OsStr, ops::Range};

pub(crate) use at_once::{at_once, fetch_ahead};
#[cfg(target_os = "linux")]
pub(crate) use linux::Files;
#[cfg(not(target_os = "linux"))]
pub(crate) use portable::Files;

/// Holds nearly every record: with so much room each is read at once.
pub(crate) const ROOM: usize = 16 * 1024;

/// What stands in a directory, by name; a link is not followed. The names lie in one text: a province has 180,000 of them.
pub(crate) struct Entries {
    names: String,
    entries: Vec<Entry>,
}

struct Entry {
    name: Range<usize>,
    is_unicode: bool,
    kind: Kind,
}

impl Entries {
    /// With room for those of a cell's year.
    fn new() -> Self {
        Self { names: String::with_capacity(1024), entries: Vec::with_capacity(32) }
    }

    fn add(&mut self, name: &OsStr, kind: Kind) {
        let start = self.names.len();
        self.names.push_str(&name.to_string_lossy());
        self.entries.push(Entry { name: start..self.names.len(), is_unicode: name.to_str().is_some(), kind });
    }

    fn sorted(mut self) -> Self {
        let names = self.names.as_bytes();
        self.entries.sort_unstable_by(|one, other| names[one.name.clone()].cmp(&names[other.name.clone()]));
        self
    }

    /// Each with its name; where that is not Unicode, with what can be shown of it.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (Result<&str, &str>, Kind)> {
        self.entries.iter().map(|entry| {
            let name = &self.names[entry.name.clone()];
            (if entry.is_unicode { Ok(name) } else { Err(name) }, entry.kind)
        })
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    File,
    Directory,
    Link,
    /// A pipe, a socket, a device.
    Other,
}
