//! What an archive of chibo says of itself.

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::{Xxh3, xxh3_128};

use crate::archive::write::zip;

/// The entry of a pack; the point in front lets every command pass it over where somebody unpacks it into a register.
pub(crate) const PACK: &str = ".chibo-pack.json";
/// The entry of a backup.
pub(crate) const BACKUP: &str = ".chibo-backup.json";
/// Of the manifest.
pub(crate) const VERSION: u32 = 1;
/// Of the records, as chibo.toml says it.
pub(crate) const FORMAT: u32 = 1;

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Manifest {
    pub(crate) version: u32,
    pub(crate) format: u32,
    pub(crate) register: Register,
    /// The path of the unit in that register; empty for its root.
    pub(crate) unit: String,
    /// Whether files of names are among the records.
    pub(crate) names: bool,
    /// Of all records with their paths.
    pub(crate) digest: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) records: Vec<Packed>,
}

impl Manifest {
    /// The archive of some files, with the manifest in front under its name.
    pub(crate) fn archive<'f>(
        &self,
        name: &str,
        files: impl Iterator<Item = (&'f str, &'f [u8])>,
    ) -> anyhow::Result<Vec<u8>> {
        let text = serde_json::to_string_pretty(self)? + "\n";
        let entries = std::iter::once((name, text.as_bytes()));
        Ok(zip(entries.chain(files.map(|(path, bytes): (&str, &[u8])| (path, bytes))))?)
    }
}

/// The register that an archive comes from.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Register {
    pub(crate) name: String,
    /// `province`, `district`, `commune` or `cell`.
    pub(crate) level: String,
}

/// A record when it was packed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Packed {
    /// From that register's root, as in the archive.
    pub(crate) path: String,
    pub(crate) digest: String,
    /// Of the version that the packing register itself took last, if it took any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) base: Option<String>,
}

/// What tells one version of a record from another: a mark in front and the kind of line ends are no difference.
pub(crate) fn digest(bytes: &[u8]) -> String {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut plain = Vec::with_capacity(bytes.len());
    for (nth, byte) in bytes.iter().enumerate() {
        if *byte != b'\r' || bytes.get(nth + 1) != Some(&b'\n') {
            plain.push(*byte);
        }
    }
    format!("{:032x}", xxh3_128(&plain))
}

/// Of files in order, path by path and byte by byte.
#[derive(Default)]
pub(crate) struct Whole(Xxh3);

impl Whole {
    pub(crate) fn add(&mut self, path: &str, bytes: &[u8]) {
        for part in [path.as_bytes(), bytes] {
            self.0.update(&(part.len() as u64).to_le_bytes());
            self.0.update(part);
        }
    }

    pub(crate) fn shown(&self) -> String {
        format!("{:032x}", self.0.digest128())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_and_a_mark_in_front_are_no_difference() {
        assert_eq!(digest(b"\xEF\xBB\xBFa\r\nb\r\n"), digest(b"a\nb\n"));
        assert_ne!(digest(b"a\rb"), digest(b"ab"));
        assert_ne!(digest(b"a\n"), digest(b"a"));
    }

    #[test]
    fn what_stands_in_another_file_is_another_whole() {
        let whole = |files: &[(&str, &[u8])]| {
            let mut whole = Whole::default();
            files.iter().for_each(|(path, bytes)| whole.add(path, bytes));
            whole.shown()
        };
        assert_ne!(whole(&[("a", b"bc")]), whole(&[("ab", b"c")]));
        assert_ne!(whole(&[("a", b""), ("b", b"")]), whole(&[("a", b"b")]));
    }
}
