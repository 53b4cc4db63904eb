//! What a register has taken before. A version that was taken is one that both sides had: what differs from it was changed
//! since, here or there.

use std::{collections::BTreeMap, io, path::Path};

use serde::{Deserialize, Serialize};

use super::state;

const FILE: &str = "taken.json";
const VERSION: u32 = 1;
/// Who sends a record monthly for years has an older one told as older.
const KEPT: usize = 60;

/// The digests of the versions of each record that came, oldest first.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct History {
    version: u32,
    records: BTreeMap<String, Vec<String>>,
}

impl History {
    pub(crate) fn read(root: &Path) -> Self {
        let kept = state::read(root, FILE).and_then(|text| serde_json::from_str::<Self>(&text).ok());
        kept.filter(|kept| kept.version == VERSION).unwrap_or_default()
    }

    pub(crate) fn keep(&self, root: &Path) -> io::Result<()> {
        let text = serde_json::to_string(&Self { version: VERSION, records: self.records.clone() })?;
        state::write(root, FILE, &(text + "\n"))
    }

    pub(crate) fn of(&self, path: &str) -> &[String] {
        self.records.get(path).map_or(&[], Vec::as_slice)
    }

    /// The records that ever came.
    pub(crate) fn paths(&self) -> impl Iterator<Item = &str> {
        self.records.keys().map(String::as_str)
    }

    /// A version came.
    pub(crate) fn add(&mut self, path: &str, digest: String) {
        let known = self.records.entry(path.to_owned()).or_default();
        known.retain(|other| *other != digest);
        known.push(digest);
        let over = known.len().saturating_sub(KEPT);
        known.drain(..over);
    }
}
