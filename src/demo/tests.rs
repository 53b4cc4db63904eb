//! What holds of every made register.

use std::{collections::BTreeMap, fs, path::Path};

use walkdir::WalkDir;

use super::*;

/// Every file, by path.
type Tree = BTreeMap<String, String>;

fn tree(root: &Path) -> Tree {
    let entries = WalkDir::new(root).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    let path = |entry: &walkdir::DirEntry| {
        let path = entry.path().strip_prefix(root).unwrap();
        path.components().map(|part| part.as_os_str().to_str().unwrap()).collect::<Vec<_>>().join("/")
    };
    entries.map(|entry| (path(&entry), fs::read_to_string(entry.path()).unwrap())).collect()
}

fn made(wish: &Wish) -> Tree {
    let above = tempfile::tempdir().unwrap();
    let root = above.path().join("demo");
    let made = make(wish, &root, &crate::Watch::default()).unwrap().unwrap();
    let tree = tree(&root);
    assert_eq!(made.files, tree.len() as u64);
    assert_eq!(made.bytes, tree.values().map(|text| text.len() as u64).sum::<u64>());
    tree
}

fn commune_of(years: RangeInclusive<i32>, seed: u64) -> Wish {
    Wish { level: RootLevel::Commune, communes: None, years, seed, mistakes: 0 }
}

#[test]
fn the_same_seed_gives_the_same_bytes_on_any_number_of_threads_and_another_does_not() {
    let wish =
        |seed| Wish { level: RootLevel::District, communes: Some(3), mistakes: 5000, ..commune_of(2018..=2018, seed) };
    let one = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let three = rayon::ThreadPoolBuilder::new().num_threads(3).build().unwrap();
    let first = one.install(|| made(&wish(1)));
    assert!(first == three.install(|| made(&wish(1))), "the same seed gave two registers");
    assert!(first != made(&wish(2)), "two seeds gave one register");
}

#[test]
fn a_commune_is_the_same_in_its_own_register_and_in_its_districts() {
    let district = made(&Wish { level: RootLevel::District, ..commune_of(2018..=2018, 1) });
    let commune = made(&commune_of(2018..=2018, 1));
    let cell = made(&Wish { level: RootLevel::Cell, ..commune_of(2018..=2018, 1) });
    let own = |tree: &Tree| tree.keys().filter(|path| !matches!(path.as_str(), "chibo.toml" | ".gitignore")).count();
    assert!(own(&commune) > 100 && own(&cell) > 15);
    for (path, text) in commune.iter().filter(|(path, _)| path.contains('/')) {
        assert_eq!(district.get(&format!("xuan-quan/{path}")), Some(text), "{path}");
    }
    for (path, text) in cell.iter().filter(|(path, _)| path.contains('/')) {
        assert!(commune.iter().any(|(other, same)| other.ends_with(path.as_str()) && same == text), "{path}");
    }
}

#[test]
fn whatever_years_are_asked_for_the_meetings_of_one_are_the_same() {
    let (one, all) = (made(&commune_of(2018..=2018, 1)), made(&commune_of(2016..=2020, 1)));
    let of_2018 = |tree: &Tree| {
        let is_one = |path: &str| path.contains("/2018/") && !path.ends_with("/year.toml");
        tree.iter().filter(|(path, _)| is_one(path)).map(|(path, text)| (path.clone(), text.clone())).collect::<Tree>()
    };
    assert!(of_2018(&one).len() > 100);
    assert_eq!(of_2018(&one), of_2018(&all));
}

#[test]
fn nothing_is_dated_after_the_last_year_but_what_a_term_was_given_for() {
    let tree = made(&commune_of(2016..=2017, 1));
    for (path, text) in tree.iter().filter(|(path, _)| !path.ends_with("statuses.csv")) {
        for later in ["2018-", "2019-", "2020-"] {
            assert!(!text.contains(later), "{path} knows of {later}\n{text}");
        }
    }
}

#[test]
fn the_rows_of_a_table_stand_in_the_order_of_their_first_column() {
    for (path, text) in made(&commune_of(2016..=2020, 1)).iter().filter(|(path, _)| path.ends_with(".csv")) {
        let firsts: Vec<&str> = text.lines().skip(1).filter_map(|row| row.split(',').next()).collect();
        assert!(firsts.is_sorted(), "{path}\n{text}");
    }
}

#[test]
fn as_many_communes_are_chosen_as_are_asked_for() {
    let chosen = |level, count| {
        let communes = communes(&Wish { level, communes: count, ..commune_of(2018..=2018, 1) });
        let districts = districts(level, &communes);
        (communes.len(), districts.len())
    };
    assert_eq!(chosen(RootLevel::Province, None), (161, 10));
    assert_eq!(chosen(RootLevel::Province, Some(161)), (161, 10));
    assert_eq!(chosen(RootLevel::Province, Some(1)), (1, 1));
    assert_eq!(chosen(RootLevel::Province, Some(16)), (16, 10));
    assert_eq!(chosen(RootLevel::Province, Some(162)), (162, 11));
    assert_eq!(chosen(RootLevel::Province, Some(483)), (483, 30));
    assert_eq!(chosen(RootLevel::District, None), (11, 1));
    assert_eq!(chosen(RootLevel::District, Some(4)), (4, 1));
    assert_eq!(chosen(RootLevel::District, Some(40)), (11, 1));
    assert_eq!(chosen(RootLevel::Commune, None), (1, 0));
}
