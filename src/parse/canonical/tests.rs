//! Both readers of TOML tell the same of whatever the canonical one takes.

use std::{fmt::Debug, fs, path::Path, sync::LazyLock};

use proptest::prelude::*;

use super::read;
use crate::{
    demo,
    lang::Lang,
    parse::{Problems, Recorded, toml_reader::read_any},
    records::{
        agreement::Agreement, cell::CellFile, cell_year::CellYear, commune::CommuneFile, commune::CommuneYear,
        district::DistrictFile, meeting::Meeting, province::ProvinceFile, settings::SettingsFile,
    },
    source::Source,
};

/// Whether the text is taken; if so, the other reader must give the same, places and all, and find nothing wrong.
fn same<'a, T: Recorded<'a> + Debug>(source: &'a Source) -> bool {
    let Some(taken) = read::<T>(&source.text) else { return false };
    let problems = Problems::new(Lang::En, source);
    let told = read_any::<T>(&source.text, &problems);
    let found = problems.take();
    assert!(found.is_empty(), "{}\n{found:?}", source.text);
    assert_eq!(format!("{:?}", Some(taken)), format!("{told:?}"), "{}", source.text);
    true
}

/// Whether one of the kinds of record takes the text.
fn is_taken(text: &str) -> bool {
    let source = Source::new("a.toml", text.to_owned());
    [
        same::<Meeting<'_>>(&source),
        same::<CellYear<'_>>(&source),
        same::<CellFile<'_>>(&source),
        same::<Agreement<'_>>(&source),
        same::<CommuneFile<'_>>(&source),
        same::<CommuneYear>(&source),
        same::<DistrictFile<'_>>(&source),
        same::<ProvinceFile<'_>>(&source),
        same::<SettingsFile<'_>>(&source),
    ]
    .contains(&true)
}

fn texts(directory: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(directory).unwrap().flatten() {
        if entry.path().is_dir() {
            texts(&entry.path(), found);
        } else if entry.path().extension().is_some_and(|extension| extension == "toml") {
            found.push(fs::read_to_string(entry.path()).unwrap_or_default());
        }
    }
}

/// The TOML files of the sound examples.
static EXAMPLES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut found = Vec::new();
    for part in ["clean", "van-giang"] {
        texts(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(part), &mut found);
    }
    found.sort();
    found
});

#[test]
fn every_sound_example_is_taken() {
    for text in EXAMPLES.iter() {
        assert!(is_taken(text), "{text}");
        // As an editor on Windows saves it.
        assert!(is_taken(&text.replace('\n', "\r\n")), "{text}");
    }
}

#[test]
fn every_record_of_a_made_register_is_taken() {
    let above = tempfile::tempdir().unwrap();
    let root = above.path().join("demo");
    let level = crate::records::settings::RootLevel::District;
    let wish = demo::Wish { level, communes: Some(1), years: 2017..=2018, seed: 1, mistakes: 0 };
    demo::make(&wish, &root, &crate::Watch::default()).unwrap().unwrap();
    let mut found = Vec::new();
    texts(&root, &mut found);
    assert!(found.len() > 200);
    for text in found {
        assert!(is_taken(&text), "{text}");
    }
}

#[test]
fn what_is_not_canonical_is_declined() {
    let meeting = "date = 2018-03-05\nkind = \"regular\"\n";
    assert!(is_taken(meeting));
    for wrong in [
        "date = 2018-03-05 # a note",
        "place = 'Nhà văn hóa'",
        "place = \"a\\tb\"",
        "place = \"\"\"a\"\"\"",
        "place = \"a\u{7F}\"",
        "place = \"a",
        "date = 2018-02-30",
        "start = 19:30",
        "start = 24:00:00",
        "held = True",
        "kind = \"regular\"",
        "plaec = \"a\"",
        "place.a = \"a\"",
        "place = \"a\" held = true",
        "[attendance]\ndv02 = \"x\"\ndv01 = \"x\"",
        "[attendance]\ndv01 = \"x\"\ndv01 = \"x\"",
        "[attendance]\ndv01 = \"y\"",
        "[counts]\npresent = 01",
        "[counts]\npresent = +1",
        "[counts]\npresent = 4294967296",
        "[counts]\nexpected = 1",
        "[[resolutions]]\nvotes = { for = 1, }",
        "[[resolutions]]\nvotes = { for = 1\n}",
        "[[resolutions]]\nvotes = { for = 1 for = 1 }",
        "[[resolutions]]\n[content]\n[[resolutions]]",
        "[content]\n[content]",
        "[content.a]",
        "[ content ]",
    ] {
        assert!(!is_taken(&format!("{meeting}{wrong}\n")), "{wrong}");
    }
}

proptest! {
    /// A character is lost, doubled, or another takes its place, some times over.
    #[test]
    fn of_a_damaged_record_both_tell_the_same(
        which in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), "[\\[\\]{}=,\"'# \n\ra0-9:-]?"), 1..4),
    ) {
        let mut text: Vec<char> = which.get(&EXAMPLES).chars().collect();
        for (place, new) in changes {
            let place = place.index(text.len());
            text.splice(place..=place, new.chars());
            prop_assume!(!text.is_empty());
        }
        is_taken(&text.into_iter().collect::<String>());
    }
}
