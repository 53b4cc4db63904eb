//! One broken record is told once, and makes nothing else look wrong: not in its file, not elsewhere.
#![allow(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod support;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use rayon::prelude::*;

use support::{chibo, copy, words};

/// What the reader of files tells; whatever else is told of a broken record is a knock-on.
const READING: [&str; 9] = [
    "ambiguous-date",
    "csv-header",
    "csv-row-length",
    "csv-syntax",
    "file-name-mismatch",
    "missing-key",
    "toml-syntax",
    "unknown-key",
    "wrong-value",
];

/// A finding without its line, which a broken file moves, and how often it is told.
type Findings = BTreeMap<(String, String), usize>;

/// A way to break a file: what it is called, and the file's new text.
struct Break {
    path: String,
    name: String,
    text: String,
}

#[test]
fn a_broken_record_is_told_once_and_nothing_else_with_it() {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let (mut breaks, mut wrong) = (0, Vec::new());
    for register in ["clean", "van-giang", "mistakes"] {
        let register = examples.join(register);
        let mut seen = BTreeSet::new();
        let all: Vec<Break> = files(&register).iter().flat_map(|file| broken(&register, file, &mut seen)).collect();
        let share = all.len().div_ceil(rayon::current_num_threads());
        let found: Vec<(usize, Vec<String>)> = all.par_chunks(share).map(|share| try_all(&register, share)).collect();
        for (told, knock_ons) in found {
            breaks += told;
            wrong.extend(knock_ons);
        }
    }
    assert!(wrong.is_empty(), "{} knock-ons of {breaks} breaks:\n{}", wrong.len(), wrong.join("\n"));
    assert!(breaks > 500, "only {breaks} breaks were told");
}

/// How many of the breaks were told, each in a register that is otherwise whole, and what else they brought.
fn try_all(register: &Path, breaks: &[Break]) -> (usize, Vec<String>) {
    let place = tempfile::tempdir().expect("a temporary directory");
    let root = place.path();
    copy(register, root);
    let before = check(root);
    let (mut told, mut wrong) = (0, Vec::new());
    for Break { path, name, text } in breaks {
        let file = root.join(path);
        let whole = fs::read(&file).expect("an example can be read");
        fs::write(&file, text).expect("a file can be written");
        let after = check(root);
        told += usize::from(after != before);
        if let Some(knock_on) = knock_on(path, &before, &after) {
            wrong.push(format!("{}: {path}: {name}:\n{knock_on}", register.display()));
        }
        fs::write(&file, whole).expect("a file can be written");
    }
    assert_eq!(check(root), before, "{} is whole again", register.display());
    (told, wrong)
}

/// What the break should not have brought. A break that the reader takes for another sound record brings what it likes.
fn knock_on(path: &str, before: &Findings, after: &Findings) -> Option<String> {
    let more = |(finding, times): (&(String, String), &usize)| {
        let added = times.saturating_sub(before.get(finding).copied().unwrap_or(0));
        std::iter::repeat_n(finding.clone(), added).collect::<Vec<_>>()
    };
    let mut new: Vec<(String, String)> = after.iter().flat_map(more).collect();
    // What was told before and is told in other words, such as another count of the same thing, is not new.
    for (at, said) in before.iter().filter(|(finding, _)| !after.contains_key(finding)).map(|(finding, _)| finding) {
        let is_same = |(path, now): &(String, String)| path == at && rule(now) == rule(said);
        if let Some(same) = new.iter().position(is_same) {
            new.swap_remove(same);
        }
    }
    let is_reading = |(at, said): &(String, String)| {
        at == path && READING.iter().any(|rule| said.contains(&format!("error[{rule}]")))
    };
    let told = new.iter().filter(|finding| is_reading(finding)).count();
    let shown = || new.iter().map(|(path, said)| format!("    {path}: {said}\n")).collect();
    (told > 0 && new.len() > 1).then(shown)
}

fn rule(said: &str) -> Option<&str> {
    Some(said.split_once('[')?.1.split_once(']')?.0)
}

fn check(root: &Path) -> Findings {
    let run = chibo(&words("--lang en check -O concise --fail-on never --all-years"), root);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let mut findings = Findings::new();
    for line in run.out.lines() {
        // path:line:column: level[rule] message; the closing lines have no place.
        let Some((place, said)) = line.split_once(": ").filter(|(place, _)| place.matches(':').count() == 2) else {
            continue;
        };
        let path = place.split(':').next().unwrap_or_default();
        *findings.entry((path.to_owned(), said.to_owned())).or_default() += 1;
    }
    findings
}

/// The records of a register; its settings are none.
fn files(directory: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut entries: Vec<PathBuf> = fs::read_dir(directory)
        .expect("an example is a directory")
        .map(|entry| entry.expect("an entry can be read").path())
        .collect();
    entries.sort();
    for entry in entries {
        if entry.is_dir() {
            files.extend(self::files(&entry));
        } else if entry.extension().is_some_and(|end| end == "toml" || end == "csv") && !entry.ends_with("chibo.toml") {
            files.push(entry);
        }
    }
    files
}

fn relative(root: &Path, file: &Path) -> String {
    file.strip_prefix(root).expect("the file is in it").to_str().expect("its name is UTF-8").to_owned()
}

/// Every key of every kind of record once: by the first file of the register that has it.
fn broken(register: &Path, file: &Path, seen: &mut BTreeSet<String>) -> Vec<Break> {
    let path = &relative(register, file);
    let text = &fs::read_to_string(file).expect("an example is UTF-8");
    let (directory, name) = path.rsplit_once('/').unwrap_or(("", path));
    let kind = match name.split_once('-') {
        Some(_) if directory.ends_with("agreements") => "agreement".to_owned(),
        Some((year, _)) if year.len() == 4 => format!("meeting {}", name.rsplit('-').next().unwrap_or_default()),
        // A year's record is another kind in a cell than in a commune.
        _ => format!("{} {name}", directory.matches('/').count()),
    };
    let broken = if name.ends_with(".csv") { broken_csv(&kind, text, seen) } else { broken_toml(&kind, text, seen) };
    broken.into_iter().map(|(name, text)| Break { path: path.clone(), name, text }).collect()
}

fn broken_toml(kind: &str, text: &str, seen: &mut BTreeSet<String>) -> Vec<(String, String)> {
    let (mut section, mut breaks) = (String::new(), Vec::new());
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let (before, after) = (&text[..start], &text[start + line.len()..]);
        start += line.len();
        if line.starts_with('[') {
            line.trim().clone_into(&mut section);
        }
        let Some((key, value)) = line.split_once(" = ").filter(|_| line.starts_with(|c: char| c.is_alphanumeric()))
        else {
            continue;
        };
        // A list over several lines is broken at its first; the rest of it would be a mistake of its own.
        let is_whole = value.matches(['[', '{']).count() == value.matches([']', '}']).count();
        let name = if section == "[attendance]" { "a mark" } else { key };
        if !is_whole || !seen.insert(format!("{kind} {section} {name}")) {
            continue;
        }
        let broken = |what: &str, line: String| (format!("{what} {section} {key}"), format!("{before}{line}{after}"));
        breaks.push(broken("delete", String::new()));
        breaks.push(broken("garble", format!("{key} = ?\n")));
        breaks.push(broken("of another type", format!("{key} = [[]]\n")));
        breaks.push(broken("misspell", format!("{key}x = {value}")));
        breaks.push((format!("truncate at {section} {key}"), format!("{before}{key} =")));
    }
    breaks
}

fn broken_csv(kind: &str, text: &str, seen: &mut BTreeSet<String>) -> Vec<(String, String)> {
    let mut lines: Vec<&str> = text.lines().collect();
    let header: Vec<&str> = lines.remove(0).split(',').collect();
    let mut breaks = Vec::new();
    for (column, key) in header.iter().enumerate() {
        let cell = |line: &&str| line.split(',').nth(column).is_some_and(|cell| !cell.is_empty());
        // A quoted cell would have to be taken apart first.
        let Some(row) = lines.iter().position(|line| !line.contains('"') && cell(line)) else { continue };
        if !seen.insert(format!("{kind} {key}")) {
            continue;
        }
        let cells: Vec<&str> = lines[row].split(',').collect();
        let whole = |header: &[&str], row_now: String| {
            let rows =
                lines.iter().enumerate().map(|(n, line)| if n == row { row_now.clone() } else { (*line).to_owned() });
            format!("{}\n{}\n", header.join(","), rows.collect::<Vec<_>>().join("\n"))
        };
        let with = |cell: &str| {
            let mut cells = cells.clone();
            cells[column] = cell;
            whole(&header, cells.join(","))
        };
        breaks.push((format!("empty {key}"), with("")));
        breaks.push((format!("garble {key}"), with("?!")));
        breaks.push((format!("row too long after {key}"), whole(&header, format!("{},?", lines[row]))));
        let mut misspelt = header.clone();
        let name = format!("{key}x");
        misspelt[column] = &name;
        breaks.push((format!("misspell {key}"), whole(&misspelt, lines[row].to_owned())));
    }
    breaks
}
