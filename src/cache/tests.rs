use std::{fs, path::Path, thread, time::Duration};

use proptest::prelude::*;

use super::*;
use crate::{
    date::{Date, ymd},
    judge::{Traced, judge},
    lang::Lang,
    register::open::open,
    unit::UnitLevel,
};

/// Longer than a tick of the clock by which the kernel stamps files.
const DOUBT: Duration = Duration::from_millis(15);

const TODAY: fn() -> Date = || ymd(2019, 2, 1);

fn context(root: &Path, cache: Option<&Path>) -> Context {
    let Ok(mut opened) = open(root, Lang::En, None, TODAY()) else { panic!("a register can be opened") };
    opened.ctx.cache = cache.map(|directory| Place { directory: directory.to_path_buf(), doubt: DOUBT });
    opened.ctx
}

fn district() -> UnitDir {
    UnitDir { id: "".into(), level: UnitLevel::District }
}

fn wanted() -> Wanted {
    Wanted {
        years: vec![2016, 2017, 2018],
        shortfall_years: vec![2018],
        keep: UnitLevel::Cell,
        digest: true,
        trace: Traced::Nothing,
        ahead: false,
        only: None,
    }
}

fn judged(root: &Path, cache: Option<&Path>) -> Judgement {
    judge(&context(root, cache), &district(), &wanted())
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let place = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &place);
        } else {
            fs::write(place, fs::read(entry.path()).unwrap()).unwrap();
        }
    }
}

fn register() -> tempfile::TempDir {
    let place = tempfile::tempdir().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/van-giang"), &place.path().join("register"));
    settle();
    place
}

fn settle() {
    thread::sleep(2 * DOUBT);
}

fn files(directory: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        walkdir::WalkDir::new(directory).into_iter().map(|entry| entry.unwrap().into_path()).collect();
    files.retain(|file| file.is_file());
    files.sort();
    files
}

/// The one file of a cache that has served one kind of run.
fn kept(cache: &Path) -> PathBuf {
    files(cache).pop().unwrap()
}

#[test]
fn a_commune_that_has_not_changed_is_not_read() {
    let place = register();
    let (root, cache) = (place.path().join("register"), place.path().join("cache"));
    let first = judged(&root, Some(&cache));
    let ctx = context(&root, Some(&cache));
    let open = Cache::open(&ctx, &district(), &wanted()).unwrap();
    let commune = UnitDir { id: "me-so".into(), level: UnitLevel::Commune };
    let taken = open.part(&ctx, &commune, || panic!("the commune is read again"));
    assert!(first.findings.iter().filter(|finding| finding.unit.starts_with("me-so")).eq(&taken.findings));
    fs::write(root.join("me-so/chi-bo-me-so/roles.csv"), "member,role\n").unwrap();
    let mut read = false;
    open.part(&ctx, &commune, || {
        read = true;
        Judgement::default()
    });
    assert!(read);
}

#[test]
fn what_changed_a_moment_ago_is_not_kept() {
    let place = register();
    let (root, cache) = (place.path().join("register"), place.path().join("cache"));
    let mut ctx = context(&root, Some(&cache));
    let kept = |ctx: &Context| Cache::open(ctx, &district(), &wanted()).unwrap().kept.len();
    ctx.cache = Some(Place { doubt: Duration::from_secs(3600), directory: cache.clone() });
    judge(&ctx, &district(), &wanted());
    assert_eq!(kept(&ctx), 0);
    ctx.cache = Some(Place { doubt: DOUBT, directory: cache });
    judge(&ctx, &district(), &wanted());
    assert_eq!(kept(&ctx), 2);
}

#[test]
fn settings_day_and_language_are_part_of_the_key() {
    let place = register();
    let (root, cache) = (place.path().join("register"), place.path().join("cache"));
    judged(&root, Some(&cache));
    let is_kept = |ctx: &Context| !Cache::open(ctx, &district(), &wanted()).unwrap().kept.is_empty();
    assert!(is_kept(&context(&root, Some(&cache))));
    let changes: [fn(&mut Context); 3] =
        [|ctx| ctx.settings_digest += 1, |ctx| ctx.as_of = ymd(2019, 1, 31), |ctx| ctx.lang = Lang::Vi];
    for change in changes {
        let mut ctx = context(&root, Some(&cache));
        change(&mut ctx);
        assert!(!is_kept(&ctx));
    }
}

#[test]
fn runs_at_the_same_time_do_each_other_no_harm() {
    let place = register();
    let (root, cache) = (place.path().join("register"), place.path().join("cache"));
    let plain = judged(&root, None);
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..3 {
                    assert_eq!(judged(&root, Some(&cache)), plain);
                    let _ = fs::remove_dir_all(&cache);
                }
            });
        }
    });
}

#[test]
fn a_cache_that_cannot_be_written_is_none() {
    let place = register();
    let root = place.path().join("register");
    let file = place.path().join("file");
    fs::write(&file, "").unwrap();
    assert_eq!(judged(&root, Some(&file)), judged(&root, None));
    assert_eq!(judged(&root, Some(&root.join("cache"))), judged(&root, None));
    assert!(!root.join("cache").exists(), "nothing is kept in the register itself");
}

/// A way to damage bytes.
fn damage() -> impl Strategy<Value = fn(&mut Vec<u8>, usize, u8)> {
    let ways: [fn(&mut Vec<u8>, usize, u8); 4] = [
        |bytes, at, with| bytes[at] ^= with.max(1),
        |bytes, at, _| bytes.truncate(at),
        |bytes, at, with| bytes.insert(at, with),
        |bytes, at, _| {
            bytes.remove(at);
        },
    ];
    proptest::sample::select(ways.to_vec())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) })]

    #[test]
    fn damaged_entries_are_none(way in damage(), at in any::<proptest::sample::Index>(), with in any::<u8>()) {
        let mut bytes = Vec::new();
        for (path, body) in [("a/b", &b"what was judged of it"[..]), ("", b""), ("a/c", &[7; 300])] {
            file::push(&mut bytes, 42, path, 7, body);
        }
        let whole = bytes.clone();
        let sound = file::entries(&whole, 42);
        prop_assert_eq!(sound.len(), 3);
        prop_assert!(file::entries(&whole, 43).is_empty());
        way(&mut bytes, at.index(whole.len()), with);
        for (path, (stamp, body)) in file::entries(&bytes, 42) {
            let (stamped, range) = &sound[&path];
            prop_assert_eq!((stamp, &bytes[body]), (*stamped, &whole[range.clone()]));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(6) })]

    #[test]
    fn with_the_cache_and_without_nothing_differs(
        edits in proptest::collection::vec((any::<proptest::sample::Index>(), 0..5, any::<proptest::sample::Index>()), 1..6),
        damages in proptest::collection::vec((damage(), any::<proptest::sample::Index>(), any::<u8>()), 2),
    ) {
        let place = register();
        let (root, cache) = (place.path().join("register"), place.path().join("cache"));
        judged(&root, Some(&cache));
        for (which, kind, at) in edits {
            let communes: Vec<PathBuf> = files(&root).into_iter().filter(|file| !file.ends_with("chibo.toml")).collect();
            let file = which.get(&communes);
            let mut bytes = fs::read(file).unwrap();
            match kind {
                0 => fs::remove_file(file).unwrap(),
                1 => fs::rename(file, file.with_extension("old")).unwrap(),
                2 => fs::write(file.with_file_name("moi.csv"), &bytes).unwrap(),
                // The same size: only the times tell.
                _ if !bytes.is_empty() => {
                    let at = at.index(bytes.len());
                    bytes[at] = if bytes[at] == b'1' { b'2' } else { b'1' };
                    fs::write(file, bytes).unwrap();
                }
                _ => {}
            }
            let plain = judged(&root, None);
            prop_assert_eq!(&judged(&root, Some(&cache)), &plain, "right after the edit");
            settle();
            for _ in 0..2 {
                prop_assert_eq!(&judged(&root, Some(&cache)), &plain);
            }
            for (way, at, with) in &damages {
                let file = kept(&cache);
                let mut bytes = fs::read(&file).unwrap();
                let at = at.index(bytes.len());
                way(&mut bytes, at, *with);
                fs::write(&file, bytes).unwrap();
                prop_assert_eq!(&judged(&root, Some(&cache)), &plain, "with a damaged cache");
            }
        }
    }
}
