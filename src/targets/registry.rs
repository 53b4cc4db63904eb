//! What holds of every target: its id, its file, its citations, its page.

use std::{collections::BTreeSet, fs, path::Path};

use crate::targets::{Goal, TARGETS, Target};

/// Files beside the targets that are no target.
const MACHINERY: [&str; 22] = [
    "agreements",
    "assigned",
    "attended",
    "briefings",
    "cell-grade",
    "cell-in-year",
    "doubt",
    "dual-posts",
    "due",
    "examples",
    "examples-base",
    "goal",
    "graded",
    "list",
    "meetings",
    "mod",
    "months",
    "recorded",
    "registry",
    "sink",
    "strength",
    "tally",
];

#[test]
fn ids_are_kebab_case_and_unique() {
    let mut seen = BTreeSet::new();
    for target in TARGETS {
        let id = target.id;
        let is_word =
            |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        assert!(id.split('-').all(is_word), "{id} is kebab-case");
        assert!(seen.insert(id), "{id} is listed once");
    }
}

#[test]
fn every_file_beside_this_one_is_a_listed_target() {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/targets");
    let files: BTreeSet<String> = fs::read_dir(directory)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .map(|name| name.strip_suffix(".rs").expect("a Rust file").replace('_', "-"))
        .filter(|name| !MACHINERY.contains(&name.as_str()))
        .collect();
    let listed: BTreeSet<String> = TARGETS.iter().map(|target| target.id.to_owned()).collect();
    assert_eq!(files, listed, "a target is a file, a `mod` line and a line of TARGETS");
}

#[test]
fn every_target_is_found_by_its_id() {
    for (index, target) in TARGETS.iter().enumerate() {
        let found = crate::targets::find(target.id).map(|(index, target)| (index, target.id));
        assert_eq!(found, Some((index, target.id)));
    }
}

#[test]
fn every_target_cites_clauses_of_the_plan() {
    for Target { id, clauses, .. } in TARGETS {
        assert!(!clauses.is_empty(), "{id} cites a clause");
        for clause in *clauses {
            assert!(is_clause(clause), "{id} cites `{clause}`, which is no clause");
            assert_eq!(clauses.iter().filter(|other| *other == clause).count(), 1, "{id} cites `{clause}` once");
        }
    }
}

/// `2.I.2.1-4`: part, section, items, dash; `2.II.1.1 ¶2`: a paragraph; `Part 3-3-1`.
fn is_clause(clause: &str) -> bool {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let (clause, paragraph) = clause.split_once(" ¶").unwrap_or((clause, "1"));
    if let Some(items) = clause.strip_prefix("Part ") {
        return items.split('-').all(is_number) && is_number(paragraph);
    }
    let (items, dash) = clause.split_once('-').unwrap_or((clause, "1"));
    let mut items = items.split('.');
    let part = items.next().is_some_and(|part| matches!(part, "1" | "2" | "3"));
    let section = items.next().is_some_and(|section| matches!(section, "I" | "II" | "III"));
    part && section && items.all(is_number) && is_number(dash) && is_number(paragraph)
}

#[test]
fn every_page_speaks_both_languages_and_shows_examples() {
    for Target { id, doc, title, goal, .. } in TARGETS {
        let lines: Vec<&str> = doc.lines().map(str::trim).collect();
        let count = |prefix: &str| lines.iter().filter(|line| line.starts_with(prefix)).count();
        assert!(lines[0].starts_with("vi: "), "{id} says first in Vietnamese what it counts");
        assert!(count("vi: ") >= 3, "{id} says what the plan asks and what is left out");
        assert_eq!(count("vi: "), count("en: "), "{id} says everything in both languages");
        assert!(count("Gives") >= 2, "{id} has two examples or more");
        assert_eq!(count("Gives"), count("```text"), "each example of {id} ends with what it gives");
        for figure in [" no-data ", if *goal == Goal::Figure { " figure " } else { " met " }] {
            assert!(doc.contains(figure), "an example of {id} gives{figure}");
        }
        assert_ne!(title.vi, title.en, "{id} has a title in both languages");
    }
}

#[test]
fn what_is_no_clause_is_told() {
    for clause in ["2.I.2.1-4", "1.II.2.1-5", "2.II.2.3", "2.II.1.1 ¶2", "Part 3-3-1", "Part 3-2 ¶3", "1.I"] {
        assert!(is_clause(clause), "{clause}");
    }
    for clause in ["", "2", "2.I.2.1-", "4.I.1", "2.IV.1", "2.I.a", "Part", "2.I.1 ¶"] {
        assert!(!is_clause(clause), "{clause}");
    }
}
