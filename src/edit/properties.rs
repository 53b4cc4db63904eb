//! What must hold of the canonical form of every record: it says the same, it is its own canonical form, and the quick
//! reader of TOML takes it.

use std::{path::Path, sync::LazyLock};

use proptest::prelude::*;
use regex_lite::Regex;

use super::kind::{Kind, canonical, read};
use crate::{
    date::ymd,
    finding::Report,
    lang::Lang,
    parse::Problems,
    register::{
        claim::Claim,
        discover::{UnitDir, list},
        open,
    },
    source::Source,
    text::nfc,
    unit::UnitLevel,
};

/// Every record of the sound examples and of the base of the rules' examples, with its kind.
static RECORDS: LazyLock<Vec<(Claim, String)>> = LazyLock::new(|| {
    let mut found = Vec::new();
    for register in ["examples/clean", "examples/van-giang", "tests/base"] {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(register).canonicalize().unwrap();
        let opened = open::open(&root, Lang::En, None, ymd(2019, 2, 1)).ok().unwrap();
        let top = UnitDir { id: "".into(), level: opened.ctx.root_level };
        for file in list(&opened.ctx, &top, UnitLevel::Cell, &mut Report::new(&opened.ctx)).files {
            found.push((file.claim, std::fs::read_to_string(root.join(&file.path)).unwrap()));
        }
    }
    found
});

fn source(text: &str) -> Source<'static> {
    Source::new("a", text.to_owned())
}

/// What a text says, places left out, rows of CSV in one order; `None` where something is wrong with it.
fn said(claim: Claim, text: &str) -> Option<(Vec<String>, Kind)> {
    let source = source(text);
    let problems = Problems::new(Lang::En, &source);
    let (kind, read) = read(claim, &problems);
    if problems.count() > 0 {
        return None;
    }
    static PLACE: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"Bytes\(\d+, \d+\)|Cell \{[^}]*\}|\bFile\b").unwrap());
    let shown = format!("{read:?}").replace("\\r\\n", "\\n");
    let shown = PLACE.replace_all(&shown, "@");
    // A row of a table and a mark of a roll call each begin anew: their order is no part of what they say.
    let mut parts: Vec<String> = shown
        .split("(@, ")
        .flat_map(|row| row.split("(Said(Id("))
        .flat_map(|row| row.split("(Said(\""))
        .flat_map(|part| part.split("counts: "))
        .map(bare)
        .collect();
    parts.sort();
    Some((parts, kind))
}

/// Without what joins it to the next.
fn bare(part: &str) -> String {
    part.replace("unread: 0", "").replace(['(', ')', '[', ']', '{', '}', ',', '@'], "").trim().to_owned()
}

fn form(text: &str, kind: Kind) -> String {
    let source = source(text);
    canonical(kind, &Problems::new(Lang::En, &source)).unwrap()
}

/// Whether there was something to hold.
fn holds(claim: Claim, text: &str) -> bool {
    let Some((before, kind)) = said(claim, &nfc(text)) else { return false };
    let written = form(text, kind);
    let Some((after, _)) = said(claim, &written) else { panic!("no longer read:\n{text}\n---\n{written}") };
    assert_eq!(before, after, "{text}\n---\n{written}");
    assert_eq!(form(&written, kind), written, "{text}");
    assert!(!written.contains("\n\n\n") || written.contains("\"\"\"") || matches!(kind, Kind::Csv(_)), "{written}");
    true
}

#[test]
fn every_kind_of_record_is_among_the_examples() {
    use std::collections::BTreeSet;
    let kinds: BTreeSet<_> =
        RECORDS.iter().map(|(claim, _)| std::mem::discriminant(claim)).map(|d| format!("{d:?}")).collect();
    // The province, names and explanations stand in no sound example; their forms are held by name below.
    assert!(kinds.len() >= 14, "{kinds:?}");
    assert!(holds(Claim::Province, "name=\"Hưng Yên\"\n"));
    assert!(holds(Claim::Names, "name;id\nLê Văn A;dv02\nLê Thị B;dv01\n"));
    let explanation = "unit,finding,reason,approved_by\nb,x,lũ,huyện\na,x,\"lũ, bão\",huyện\n";
    assert!(holds(Claim::Explanations, explanation));
    assert!(holds(Claim::DistrictYear(2018), " conference = 2018-01-05#a"));
}

#[test]
fn every_sound_record_is_canonical_already() {
    for (claim, text) in RECORDS.iter() {
        let (_, kind) = said(*claim, text).unwrap();
        assert_eq!(&form(text, kind), text);
        assert!(holds(*claim, &text.replace('\n', "\r\n")));
    }
}

/// What an editor, a hand or a spreadsheet makes of a line of TOML without changing what it says.
fn disturbed_line(line: &str, how: u8) -> String {
    let plain = |line: &str| line.split_once(" = ").is_some_and(|(_, value)| !value.ends_with('['));
    match how % 10 {
        0 if plain(line) => line.replacen(" = ", "=", 1),
        1 if plain(line) => format!("   {}\t", line.replacen(" = ", "  =\t", 1)),
        2 => format!("\n\n# lời ghi \n\n{line}"),
        3 => format!("{line}  # sau"),
        4 if plain(line) && !line.contains(['\'', '{', '[']) => line.replace('"', "'"),
        5 => line.replace(" = [", "=[ ").replace("\"]", "\" , ]"),
        6 => format!("{line}\n\n\n"),
        7 if line.starts_with('[') => {
            line.replace('[', "[ ").replace("[ [ ", "[[ ").replace(']', "\t]").replace("\t]\t]", "]]")
        }
        8 => line.replace("ế", "e\u{302}\u{301}").replace('ố', "o\u{302}\u{301}"),
        _ => line.to_owned(),
    }
}

/// What a spreadsheet makes of a table.
fn disturbed_table(text: &str, how: &[u8]) -> String {
    let how = |at: usize| how.get(at).copied().unwrap_or(0);
    let separator = [',', ';', '\t'][usize::from(how(0) % 3)];
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let mut rows: Vec<Vec<String>> =
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    if how(1) % 2 == 1 {
        rows.iter_mut().for_each(|row| row.reverse());
    }
    if how(2) % 2 == 1 {
        rows[1..].reverse();
    }
    let date = Regex::new(r"^(\d{4})-(\d\d)-(\d\d)$").unwrap();
    let mut written = String::new();
    for (nth, row) in rows.iter().enumerate() {
        let cells = row.iter().map(|cell| {
            let cell = if how(3) % 2 == 1 { date.replace(cell, "$3/$2/$1").into_owned() } else { cell.clone() };
            if how(4 + nth) % 3 == 1 || cell.contains([',', ';', '"', '\n']) {
                format!("\"{}\"", cell.replace('"', "\"\""))
            } else {
                format!("{cell} ")
            }
        });
        written += &cells.collect::<Vec<_>>().join(&separator.to_string());
        written += ["\n", "\r\n"][usize::from(how(1) / 2 % 2)];
        if how(4 + nth) % 5 == 4 {
            written += &format!("{}\n\n", separator.to_string().repeat(row.len() - 1));
        }
    }
    written
}

proptest! {
    #[test]
    fn a_record_in_another_form_says_the_same_in_its_canonical_one(
        which in any::<prop::sample::Index>(),
        how in prop::collection::vec(any::<u8>(), 0..60),
    ) {
        let (claim, text) = which.get(&RECORDS);
        let (_, kind) = said(*claim, text).unwrap();
        let other = match kind {
            Kind::Csv(_) => disturbed_table(text, &how),
            // What stands inside of a list is its own line.
            Kind::Toml(_) => {
                let lines = text.lines().zip(how.iter().chain(std::iter::repeat(&9)));
                lines.map(|(line, how)| disturbed_line(line, *how) + if how % 2 == 0 { "\n" } else { "\r\n" }).collect()
            }
        };
        prop_assert!(holds(*claim, &other), "{}", other);
        if let Kind::Toml(_) = kind {
            let written = form(&other, kind);
            if !written.contains('#') {
                prop_assert_eq!(&written.replace("\n\n", "\n"), &text.replace("\n\n", "\n"));
            }
        }
    }

    #[test]
    fn whatever_is_read_without_a_mistake_says_the_same_in_its_canonical_form(
        which in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), "[\\[\\]{}=,;\"'#. \n\r\t/a0-9:-]{0,3}"), 1..5),
    ) {
        let (claim, text) = which.get(&RECORDS);
        let mut text: Vec<char> = text.chars().collect();
        for (place, new) in changes {
            let place = place.index(text.len());
            text.splice(place..=place, new.chars());
            prop_assume!(!text.is_empty());
        }
        holds(*claim, &text.into_iter().collect::<String>());
    }
}
