//! Mistakes on purpose, for training and for measuring: each is one slip of a hand, and one rule finds it.

use std::{
    collections::BTreeMap,
    sync::atomic::{AtomicU64, Ordering},
};

use super::dice::Dice;

/// Puts a slip into some of the records.
pub(super) struct Slips {
    seed: u64,
    /// Of a million records.
    rate: u32,
    /// How often each was made.
    counts: [AtomicU64; SLIPS.len()],
}

/// A kind of record that gets slips.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Meeting,
    CellYear,
    Cell,
    Agreement,
    Members,
    Roles,
    Statuses,
    Assessments,
    Briefings,
    Officials,
}

struct Slip {
    /// The rule that finds it.
    rule: &'static str,
    kind: Kind,
    /// The text with the slip; nothing where the text has no place for it.
    make: fn(&str) -> Option<String>,
}

const fn slip(rule: &'static str, kind: Kind, make: fn(&str) -> Option<String>) -> Slip {
    Slip { rule, kind, make }
}

static SLIPS: [Slip; 25] = [
    slip("toml-syntax", Kind::Meeting, |text| replace(text, "\"\nminutes_by = ", "\nminutes_by = ")),
    slip("unknown-key", Kind::Meeting, |text| replace(text, "minutes_by = ", "minuted_by = ")),
    slip("missing-key", Kind::Meeting, |text| without_line(text, "kind = ")),
    slip("file-name-mismatch", Kind::Meeting, |text| replace(text, "kind = \"thematic\"", "kind = \"review\"")),
    slip("wrong-value", Kind::Meeting, |text| replace(text, " = \"p\"\n", " = \"P\"\n")),
    slip("attendance-mark-missing", Kind::Meeting, |text| replace(text, " = \"p\"\n", " = \"\"\n")),
    slip("unknown-member", Kind::Meeting, |text| replace(text, "chair = \"dv", "chair = \"dv9")),
    slip("end-before-start", Kind::Meeting, |text| swap(text, "start = ", "end = ")),
    slip("votes-exceed-present", Kind::Meeting, |text| replace(text, "votes = { for = ", "votes = { for = 1")),
    slip("counts-do-not-add-up", Kind::Meeting, |text| replace(text, "\nunexcused = 0", "\nunexcused = 7")),
    slip("grade-not-of-year", Kind::CellYear, |text| {
        replace(text, "\"tsvm\"", "\"excellent\"").or_else(|| replace(text, "\"excellent\"", "\"tsvm\""))
    }),
    slip("unknown-key", Kind::CellYear, |text| replace(text, "adopted = ", "adopt = ")),
    slip("unknown-village", Kind::Cell, |text| replace(text, "villages = [\"", "villages = [\"lang-")),
    slip("missing-key", Kind::Cell, |text| without_line(text, "kind = ")),
    slip("approved-before-signed", Kind::Agreement, |text| replace(text, "QĐ/ĐU\", date = 201", "QĐ/ĐU\", date = 200")),
    slip("unknown-official", Kind::Agreement, |text| replace(text, "head = \"tt", "head = \"tt9")),
    slip("duplicate-id", Kind::Members, twice),
    slip("csv-row-length", Kind::Members, |text| last_row(text, |row| Some(format!("{row},")))),
    slip("interval-reversed", Kind::Statuses, |text| last_row(text, reversed)),
    slip("wrong-value", Kind::Statuses, |text| replace(text, ",exempt,", ",miễn,")),
    slip("csv-header", Kind::Roles, |text| replace(text, "member,role,", "member,chức vụ,")),
    slip("unknown-member", Kind::Assessments, |text| {
        last_row(text, |row| row.strip_prefix("dv").map(|rest| format!("dv9{rest}")))
    }),
    slip("wrong-value", Kind::Assessments, |text| replace(text, ",good,", ",tốt,")),
    slip("wrong-value", Kind::Briefings, |text| replace(text, ",yes,", ",có,")),
    slip("unknown-village", Kind::Officials, |text| replace(text, ",thon-", ",lang-")),
];

impl Slips {
    pub(super) fn new(seed: u64, rate: u32) -> Self {
        Self { seed, rate, counts: [const { AtomicU64::new(0) }; SLIPS.len()] }
    }

    /// How many were made, by the rule that finds them.
    pub(super) fn made(&self) -> BTreeMap<&'static str, u64> {
        let mut made = BTreeMap::new();
        for (slip, count) in SLIPS.iter().zip(&self.counts) {
            *made.entry(slip.rule).or_default() += count.load(Ordering::Relaxed);
        }
        made.retain(|_, count| *count > 0);
        made
    }

    /// The text, in some records with a slip.
    pub(super) fn perhaps(&self, path: &str, text: String) -> String {
        let Some(kind) = kind(path) else { return text };
        let mut dice = Dice::of(self.seed, path, "slip");
        if dice.below(1_000_000) >= self.rate {
            return text;
        }
        let slips = SLIPS.iter().zip(&self.counts).filter(|(slip, _)| slip.kind == kind);
        let mut fitting: Vec<_> = slips.filter_map(|(slip, count)| Some(((slip.make)(&text)?, count))).collect();
        if fitting.is_empty() {
            return text;
        }
        let (wrong, count) = fitting.swap_remove(dice.below(fitting.len() as u32) as usize);
        count.fetch_add(1, Ordering::Relaxed);
        wrong
    }
}

/// The units above the cells stay sound, so that what is below them is read.
fn kind(path: &str) -> Option<Kind> {
    let name = path.rsplit('/').next().unwrap_or(path);
    match name {
        "cell.toml" => Some(Kind::Cell),
        "members.csv" => Some(Kind::Members),
        "roles.csv" => Some(Kind::Roles),
        "statuses.csv" => Some(Kind::Statuses),
        "assessments.csv" => Some(Kind::Assessments),
        "briefings.csv" => Some(Kind::Briefings),
        "officials.csv" => Some(Kind::Officials),
        "year.toml" => Some(Kind::CellYear),
        _ if path.contains("agreements/") => Some(Kind::Agreement),
        _ if name.starts_with("20") && name.ends_with(".toml") => Some(Kind::Meeting),
        _ => None,
    }
}

/// The first place only.
fn replace(text: &str, from: &str, to: &str) -> Option<String> {
    text.contains(from).then(|| text.replacen(from, to, 1))
}

fn without_line(text: &str, start: &str) -> Option<String> {
    let line = text.lines().find(|line| line.starts_with(start))?;
    Some(text.replacen(&format!("{line}\n"), "", 1))
}

/// The values of two lines.
fn swap(text: &str, one: &str, other: &str) -> Option<String> {
    let value = |start| text.lines().find_map(|line| line.strip_prefix(start));
    let (first, second) = (value(one)?, value(other)?);
    let text = text.replacen(&format!("{one}{first}\n"), &format!("{one}{second}\n"), 1);
    Some(text.replacen(&format!("{other}{second}\n"), &format!("{other}{first}\n"), 1))
}

/// Changes the last row of a table that has any.
fn last_row(text: &str, change: impl Fn(&str) -> Option<String>) -> Option<String> {
    let (above, row) = text.trim_end().rsplit_once('\n')?;
    Some(format!("{above}\n{}\n", change(row)?))
}

fn twice(text: &str) -> Option<String> {
    last_row(text, |row| Some(format!("{row}\n{row}")))
}

/// A status whose end comes before its beginning.
fn reversed(row: &str) -> Option<String> {
    let cells: Vec<&str> = row.split(',').collect();
    let [member, status, from, until, reason] = cells[..] else { return None };
    // An open end becomes one before any beginning.
    let (from, until) = if until.is_empty() { (from, "2001-01-01") } else { (until, from) };
    Some([member, status, from, until, reason].join(","))
}

#[cfg(test)]
mod tests {
    use std::{ffi::OsString, fs, path::Path};

    use walkdir::WalkDir;

    use super::*;
    use crate::{
        Io,
        demo::{Wish, make},
        records::settings::RootLevel,
    };

    /// What `check` finds wrong, by rule and path.
    fn errors(root: &Path) -> Vec<(String, String)> {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let args: Vec<OsString> = ["check", "-O", "json"].map(OsString::from).into();
        let mut io = Io { working_dir: root.to_owned(), ..Io::of_process(&mut out, &mut err) };
        assert!(crate::run(&args, &mut io) <= 1);
        let told: serde_json::Value = serde_json::from_slice(&out).unwrap();
        let errors = told["findings"].as_array().unwrap().iter().filter(|finding| finding["level"] == "error");
        let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
        errors.map(|error| (text(&error["rule"]), text(&error["path"]))).collect()
    }

    #[test]
    fn every_slip_is_one_mistake_and_its_rule_finds_it() {
        let above = tempfile::tempdir().unwrap();
        let root = above.path().join("commune");
        let wish = Wish { level: RootLevel::Commune, communes: None, years: 2017..=2017, seed: 3, mistakes: 0 };
        make(&wish, &root, &crate::Watch::default()).unwrap().unwrap();
        assert_eq!(errors(&root), []);
        let mut paths: Vec<_> = WalkDir::new(&root).into_iter().map(|entry| entry.unwrap().into_path()).collect();
        paths.sort();
        let path_of = |path: &Path| path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
        for slip in &SLIPS {
            let hit = paths.iter().filter(|path| kind(&path_of(path)) == Some(slip.kind)).find_map(|path| {
                let text = fs::read_to_string(path).unwrap();
                (slip.make)(&text).map(|wrong| (path, text, wrong))
            });
            let (path, sound, wrong) = hit.unwrap_or_else(|| panic!("no record takes {}", slip.rule));
            fs::write(path, wrong).unwrap();
            let found = errors(&root);
            assert!(found.contains(&(slip.rule.to_owned(), path_of(path))), "{} in {path:?}: {found:?}", slip.rule);
            assert_eq!(found.len(), 1, "{} in {path:?}: {found:?}", slip.rule);
            fs::write(path, sound).unwrap();
        }
    }
}
