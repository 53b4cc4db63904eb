//! The state of what a report is counted from, so small that it can be kept with the figures.

use std::collections::BTreeMap;

use xxhash_rust::xxh3::{Xxh3, xxh3_64};

use super::checksums::{Checksums, Otherwise};
use crate::{
    context::Context,
    finding::Report,
    judge::commune_of,
    register::{
        claim::Claim,
        discover::{UnitDir, list},
    },
    unit::{UnitLevel, within},
};

/// The records of a commune or cell, or the communes of a unit above, each with its checksum.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct State {
    pub(crate) parts: BTreeMap<String, String>,
    /// Above a commune: the records of each, that one may be named.
    pub(crate) checksums: BTreeMap<String, Checksums>,
}

impl State {
    /// Reads every record of a unit. One that cannot be read has no checksum; `check` says why.
    pub(crate) fn of(ctx: &Context, unit: &UnitDir, year: i32) -> Self {
        // What is wrong with the tree is told by `check`.
        let mut unheard = Report::new(ctx);
        let mut parts = BTreeMap::new();
        if unit.level >= UnitLevel::Commune {
            let top = commune_of(ctx, unit);
            for (path, sum) in records(ctx, &top, &mut unheard) {
                let is_own = within(&path, &unit.id) || unit.level == UnitLevel::Village;
                // The roster of officials and the villages stand with the commune, and a cell's figures rest on them too.
                if is_own || !path[top.id.len()..].trim_start_matches('/').contains('/') {
                    parts.insert(path, format!("{sum:016x}"));
                }
            }
            return Self { parts, checksums: BTreeMap::new() };
        }
        let mut of_records = BTreeMap::new();
        let above = list(ctx, unit, UnitLevel::Commune, &mut unheard);
        for commune in above.units.iter().filter(|unit| unit.level == UnitLevel::Commune) {
            let mut sums = Xxh3::new();
            let records = records(ctx, commune, &mut unheard);
            for (path, sum) in &records {
                sums.update(path.as_bytes());
                sums.update(&sum.to_le_bytes());
            }
            parts.insert(commune.id.to_string(), format!("{:016x}", sums.digest()));
            of_records.insert(commune.id.to_string(), Checksums::of_year(&records, year));
        }
        let own = above.files.iter().filter(|file| is_counted(file.claim));
        for file in own {
            let sum = std::fs::read(ctx.root.join(&file.path)).map(|bytes| xxh3_64(&bytes)).unwrap_or(0);
            parts.insert(file.path.clone(), format!("{sum:016x}"));
        }
        Self { parts, checksums: of_records }
    }
}

/// What is otherwise in a commune than it was.
pub(crate) fn otherwise(ctx: &Context, commune: &UnitDir, was: &Checksums, year: i32) -> Otherwise {
    was.otherwise(&records(ctx, commune, &mut Report::new(ctx)), year)
}

fn records(ctx: &Context, commune: &UnitDir, unheard: &mut Report<'_>) -> Vec<(String, u64)> {
    let files = list(ctx, commune, UnitLevel::Cell, unheard).files;
    let read = |path: &str| std::fs::read(ctx.root.join(path)).map(|bytes| xxh3_64(&bytes)).unwrap_or(0);
    let counted = files.into_iter().filter(|file| is_counted(file.claim));
    counted.map(|file| (read(&file.path), file.path)).map(|(sum, path)| (path, sum)).collect()
}

/// Names and explanations change no figure; settings are kept by themselves.
fn is_counted(claim: Claim) -> bool {
    !matches!(claim, Claim::Names | Claim::Explanations | Claim::Settings)
}
