//! What the communes of a register gave in an earlier run, kept outside of it, and taken again where nothing below a
//! commune's directory has changed since. Wherever there is any doubt, the commune is read again.
//!
//! A file holds one kind of run on one register: a key for everything on which a result depends beside the tree, then
//! each commune with its stamp, what was judged, and a checksum over both.

mod file;
pub(crate) mod form;
mod stamp;
#[cfg(test)]
mod tests;

use std::{
    collections::BTreeMap,
    ops::Range,
    path::PathBuf,
    sync::{Mutex, PoisonError},
    time::{Duration, SystemTime},
};

use xxhash_rust::xxh3::{Xxh3, xxh3_128};

use crate::{
    context::Context,
    judge::{Judgement, Traced, Wanted},
    register::discover::UnitDir,
};
use stamp::Stamp;

/// A file that changed so short a time before it was looked at may change again without its times telling. Two
/// seconds is the coarsest clock of a file system (FAT).
const DOUBT: Duration = Duration::from_secs(2);

/// Results larger than this are not worth keeping: to tell so many findings takes longer than to find them.
const MOST_BYTES: usize = 1 << 20;

/// Where results are kept, and for how long a changed file is not trusted.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    directory: PathBuf,
    doubt: Duration,
}

impl Place {
    pub(crate) fn new(directory: PathBuf) -> Self {
        Self { directory, doubt: DOUBT }
    }
}

/// The results of earlier runs of one kind on one register, and those of this run.
pub(crate) struct Cache {
    path: PathBuf,
    key: u128,
    doubt: Duration,
    bytes: Vec<u8>,
    /// Of each commune, its stamp and where in `bytes` its result stands.
    kept: BTreeMap<String, (u128, Range<usize>)>,
    fresh: Mutex<BTreeMap<String, (u128, Vec<u8>)>>,
}

impl Cache {
    /// The cache of runs such as this one, in the directory that the context names; `None` where there is to be none.
    pub(crate) fn open(ctx: &Context, scope: &UnitDir, wanted: &Wanted) -> Option<Self> {
        let Place { directory, doubt } = ctx.cache.as_ref().filter(|_| wanted.trace == Traced::Nothing)?;
        // Within the register its files would be strange ones.
        if directory.starts_with(&ctx.root) {
            return None;
        }
        let run = format!("{:?} {:?} {scope:?} {wanted:?}", ctx.root, ctx.lang);
        let path = directory.join(format!("{:032x}.cache", xxh3_128(run.as_bytes())));
        let mut key = Xxh3::new();
        key.update(run.as_bytes());
        let (settings, days) = (ctx.settings_digest, (ctx.as_of, ctx.today));
        key.update(format!("{settings} {:?} {days:?} {}", ctx.root_level, program()?).as_bytes());
        let key = key.digest128();
        let bytes = std::fs::read(&path).unwrap_or_default();
        let kept = file::entries(&bytes, key);
        Some(Self { path, key, doubt: *doubt, bytes, kept, fresh: Mutex::default() })
    }

    /// What a commune gives: as it gave before, or judged now.
    pub(crate) fn part(&self, ctx: &Context, commune: &UnitDir, judge: impl FnOnce() -> Judgement) -> Judgement {
        let looked = SystemTime::now();
        // Taken before anything is read: what changes meanwhile has another stamp the next time.
        let Some(Stamp { hash, newest }) = stamp::of(&ctx.root.join(&*commune.id)) else { return judge() };
        if let Some((stamped, range)) = self.kept.get(&*commune.id)
            && *stamped == hash
            && let Some(judged) = self.bytes.get(range.clone()).and_then(|body| postcard::from_bytes(body).ok())
        {
            return judged;
        }
        let judged = judge();
        let is_settled = newest.checked_add(self.doubt).is_some_and(|settled| settled < looked);
        if let Some(body) = postcard::to_stdvec(&judged).ok().filter(|body| is_settled && body.len() <= MOST_BYTES) {
            self.fresh().insert(commune.id.to_string(), (hash, body));
        }
        judged
    }

    /// Writes what this run added; where that fails, the next run reads again.
    pub(crate) fn keep(self) {
        if !self.fresh().is_empty() {
            // No more than time is lost with it.
            let _ = file::write(&self);
        }
    }

    fn fresh(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, (u128, Vec<u8>)>> {
        self.fresh.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The program itself: another build may judge otherwise, whatever its version says.
fn program() -> Option<String> {
    let file = std::fs::metadata(std::env::current_exe().ok()?).ok()?;
    Some(format!("{} {} {:?}", env!("CARGO_PKG_VERSION"), file.len(), file.modified().ok()?))
}
