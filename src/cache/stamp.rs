//! What the file system says of everything below a directory: when any of it changes, so does the stamp.

#[cfg(target_os = "linux")]
mod linux;
#[cfg(unix)]
#[cfg_attr(target_os = "linux", cfg(test))]
mod portable;
#[cfg(all(test, target_os = "linux"))]
mod tests;

#[cfg(unix)]
use std::time::Duration;
use std::time::SystemTime;

#[cfg(target_os = "linux")]
pub(super) use linux::of;
#[cfg(all(unix, not(target_os = "linux")))]
pub(super) use portable::of;

/// A directory and all below it, as the file system describes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    /// Of every name, kind, size, inode and both times. The order in which a directory lists them is no part of it.
    pub(super) hash: u128,
    /// The latest of all the times.
    pub(super) newest: SystemTime,
}

/// `None` where anything could not be looked at, or the system does not tell enough.
#[cfg(not(unix))]
pub(super) fn of(_: &std::path::Path) -> Option<Stamp> {
    None
}

/// What the file system says of one file or directory; times in nanoseconds.
#[cfg(unix)]
struct Facts {
    mode: u32,
    size: u64,
    inode: u64,
    device: u64,
    modified: i128,
    changed: i128,
}

#[cfg(unix)]
impl Stamp {
    const NOTHING: Self = Self { hash: 0, newest: SystemTime::UNIX_EPOCH };

    /// Adds one file or directory by its name and the hash of the directory above it; gives its own.
    fn add(&mut self, above: u128, name: &[u8], facts: &Facts) -> Option<u128> {
        let Facts { mode, size, inode, device, modified, changed } = *facts;
        let mut bytes = Vec::with_capacity(128);
        bytes.extend_from_slice(&above.to_le_bytes());
        [u64::from(mode), size, inode, device].iter().for_each(|fact| bytes.extend_from_slice(&fact.to_le_bytes()));
        [modified, changed].iter().for_each(|time| bytes.extend_from_slice(&time.to_le_bytes()));
        bytes.extend_from_slice(name);
        let hash = xxhash_rust::xxh3::xxh3_128(&bytes);
        self.hash = self.hash.wrapping_add(hash);
        let newest = Duration::from_nanos(u64::try_from(modified.max(changed)).ok()?);
        self.newest = self.newest.max(SystemTime::UNIX_EPOCH.checked_add(newest)?);
        Some(hash)
    }

    fn join(&mut self, part: Self) {
        self.hash = self.hash.wrapping_add(part.hash);
        self.newest = self.newest.max(part.newest);
    }
}

#[cfg(unix)]
fn nanoseconds(seconds: impl Into<i128>, nanoseconds: impl Into<i128>) -> i128 {
    seconds.into() * 1_000_000_000 + nanoseconds.into()
}
