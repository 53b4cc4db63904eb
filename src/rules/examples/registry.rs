//! What holds for every rule: what is forgotten in one is found here.

use std::{collections::BTreeSet, fs, path::Path};

use super::page::Page;
use crate::{finding::Flaws, rules};

#[test]
fn ids_are_unique_and_name_the_flaw_in_kebab_case() {
    let mut seen = BTreeSet::new();
    for rule in rules::all() {
        let id = rule.id;
        assert!(seen.insert(id), "{id} is listed twice");
        let parts: Vec<&str> = id.split('-').collect();
        let plain =
            |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        assert!(parts.iter().all(plain), "{id} is not kebab-case");
        // It must read right as "allow ID": a remedy does not.
        const REMEDIES: [&str; 8] = ["avoid", "use", "must", "check", "require", "prefer", "forbid", "valid"];
        assert!(!REMEDIES.contains(&parts[0]), "{id} names a remedy, not the flaw");
    }
}

/// Who sits in a cell is kept from when the first rule asks for it, so what finds the time of members and statuses wrong
/// stands before that one.
#[test]
fn what_finds_the_time_of_members_wrong_stands_before_what_counts_them() {
    let behind = rules::all().skip_while(|rule| rule.id != "absent-three-months");
    let behind: Vec<_> = behind.filter(|rule| rule.spoils.has(Flaws::TIME)).map(|rule| rule.id).collect();
    assert_eq!(behind, ["approved-before-signed", "rolled-out-before-approved"], "these find that of agreements wrong");
}

#[test]
fn every_file_beside_this_one_is_a_listed_rule() {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules");
    let files: BTreeSet<String> = fs::read_dir(directory)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter_map(|name| name.strip_suffix(".rs").map(|stem| stem.replace('_', "-")))
        .filter(|stem| !["mod", "list", "examples"].contains(&stem.as_str()))
        .collect();
    let listed: BTreeSet<String> = rules::all().map(|rule| rule.id.to_owned()).collect();
    assert_eq!(files, listed, "a rule's file is named as its id, and FAMILIES lists it");
}

#[test]
fn every_page_says_what_holds_and_why_in_both_languages() {
    for rule in rules::all() {
        let (id, page) = (rule.id, Page::of(rule.doc));
        assert_eq!((page.vi.len(), page.en.len()), (2, 2), "{id}: what holds, then why, in each language");
        for paragraph in page.vi.iter().chain(&page.en) {
            assert!(paragraph.ends_with('.'), "{id}: {paragraph}");
            assert_eq!(*paragraph, *crate::text::nfc(paragraph), "{id}: not in normal form C");
        }
    }
}

#[test]
fn every_page_has_examples_that_fail_by_its_rule_and_that_pass() {
    for rule in rules::all() {
        let (id, page) = (rule.id, Page::of(rule.doc));
        assert!(page.examples.iter().any(|example| !example.fails), "{id} has no passing example");
        let fails: Vec<_> = page.examples.iter().filter(|example| example.fails).collect();
        assert!(!fails.is_empty(), "{id} has no failing example");
        for example in fails {
            let [vi, en] = &example.printed;
            let named = format!("[{id}]");
            assert!(vi.contains(&named) && en.contains(&named), "{id}, line {}: names another rule", example.line);
            assert_ne!(vi, en, "{id}, line {}: one language twice", example.line);
        }
    }
}

#[test]
fn every_rule_cites_what_it_rests_on() {
    for rule in rules::all() {
        let source = rule.cites.source;
        assert!(!source.vi.is_empty() && !source.en.is_empty(), "{} cites nothing", rule.id);
        // A clause looks like 2.I.2.1-6.
        let clause = rule.cites.clause.unwrap_or("2.I");
        let known =
            |part: &str| part.bytes().all(|b| b.is_ascii_digit()) || part.bytes().all(|b| b == b'I' || b == b'V');
        assert!(clause.split(['.', '-']).all(known), "{}: {clause} is no clause", rule.id);
    }
}
