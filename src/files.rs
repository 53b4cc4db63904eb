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

use std::ffi::OsString;

pub(crate) use at_once::{at_once, fetch_ahead};
#[cfg(target_os = "linux")]
pub(crate) use linux::Files;
#[cfg(not(target_os = "linux"))]
pub(crate) use portable::Files;

/// Holds nearly every record: with so much room each is read at once.
pub(crate) const ROOM: usize = 16 * 1024;

/// What stands in a directory under one name; a link is not followed.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Entry {
    pub(crate) name: OsString,
    pub(crate) kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    File,
    Directory,
    Link,
    /// A pipe, a socket, a device.
    Other,
}
