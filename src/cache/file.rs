//! The bytes of a cache file. Each entry carries a checksum over itself and the key of the run, so that a byte which
//! changed, or a piece of another file, is no entry.

use std::{collections::BTreeMap, fs, io, io::Write, ops::Range, path::Path, time::Duration};

use xxhash_rust::xxh3::Xxh3;

use super::Cache;

const LENGTH: usize = size_of::<u32>();
const HASH: usize = size_of::<u128>();

/// A run that has not been made for so long will hardly be made again.
const STALE: Duration = Duration::from_secs(90 * 24 * 3600);

/// The entries that can be trusted, up to the first that cannot.
pub(super) fn entries(bytes: &[u8], key: u128) -> BTreeMap<String, (u128, Range<usize>)> {
    let mut entries = BTreeMap::new();
    let mut at = 0;
    while let Some((path, stamp, body)) = entry(bytes, at, key) {
        at = body.end + HASH;
        entries.insert(path, (stamp, body));
    }
    entries
}

fn entry(bytes: &[u8], at: usize, key: u128) -> Option<(String, u128, Range<usize>)> {
    let length = |at: usize| -> Option<usize> {
        let bytes: [u8; LENGTH] = bytes.get(at..at.checked_add(LENGTH)?)?.try_into().ok()?;
        usize::try_from(u32::from_le_bytes(bytes)).ok()
    };
    let number = |at: usize| -> Option<u128> {
        Some(u128::from_le_bytes(bytes.get(at..at.checked_add(HASH)?)?.try_into().ok()?))
    };
    let path = at + 2 * LENGTH..(at + 2 * LENGTH).checked_add(length(at)?)?;
    let stamp = number(path.end)?;
    let body = path.end + HASH..(path.end + HASH).checked_add(length(at + LENGTH)?)?;
    let is_whole = number(body.end)? == checksum(bytes.get(at..body.end)?, key);
    let path = std::str::from_utf8(bytes.get(path)?).ok()?.to_owned();
    is_whole.then_some((path, stamp, body))
}

pub(super) fn push(text: &mut Vec<u8>, key: u128, path: &str, stamp: u128, body: &[u8]) {
    let start = text.len();
    // What does not fit is left out by its checksum: no path or result is as long.
    for length in [path.len(), body.len()] {
        text.extend_from_slice(&u32::try_from(length).unwrap_or(u32::MAX).to_le_bytes());
    }
    text.extend_from_slice(path.as_bytes());
    text.extend_from_slice(&stamp.to_le_bytes());
    text.extend_from_slice(body);
    let checksum = checksum(&text[start..], key);
    text.extend_from_slice(&checksum.to_le_bytes());
}

fn checksum(bytes: &[u8], key: u128) -> u128 {
    let mut hash = Xxh3::new();
    hash.update(&key.to_le_bytes());
    hash.update(bytes);
    hash.digest128()
}

/// Writes the fresh entries and the others beside them. Whoever reads meanwhile sees the old file or the new one.
pub(super) fn write(cache: &Cache) -> io::Result<()> {
    let fresh = cache.fresh();
    let mut text = Vec::new();
    for (path, (stamp, body)) in cache.kept.iter().filter(|(path, _)| !fresh.contains_key(*path)) {
        push(&mut text, cache.key, path, *stamp, cache.bytes.get(body.clone()).unwrap_or_default());
    }
    for (path, (stamp, body)) in fresh.iter() {
        push(&mut text, cache.key, path, *stamp, body);
    }
    let directory = cache.path.parent().unwrap_or(Path::new("."));
    make(directory)?;
    let mut file = tempfile::Builder::new().prefix(".chibo-").suffix(".tmp").tempfile_in(directory)?;
    file.write_all(&text)?;
    file.persist(&cache.path).map_err(|error| error.error)?;
    sweep(directory)
}

/// For the owner alone: findings quote records.
fn make(directory: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(directory)
}

/// Removes what no run has written for a long time.
fn sweep(directory: &Path) -> io::Result<()> {
    for entry in fs::read_dir(directory)?.flatten() {
        let name = entry.file_name();
        let is_ours = name.to_str().is_some_and(|name| {
            let is_result = |name: &str| name.len() == 32 && name.bytes().all(|b| b.is_ascii_hexdigit());
            name.strip_suffix(".cache").is_some_and(is_result) || name.starts_with(".chibo-")
        });
        let age = entry.metadata()?.modified()?.elapsed().unwrap_or_default();
        if is_ours && age > STALE {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}
