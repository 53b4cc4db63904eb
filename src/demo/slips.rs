//! Mistakes on purpose, for training and for measuring: each is one slip of a hand, and one rule finds it.

use std::sync::atomic::{AtomicU64, Ordering};

use super::dice::Dice;

/// Puts a slip into some of the records.
pub(super) struct Slips {
    seed: u64,
    /// Of a million records.
    rate: u32,
    count: AtomicU64,
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
    #[cfg(test)]
    rule: &'static str,
    kind: Kind,
    /// The text with the slip; nothing where the text has no place for it.
    make: fn(&str) -> Option<String>,
}

macro_rules! slips {
    ($($rule:literal $kind:ident $make:expr;)+) => {
        [$(Slip { #[cfg(test)] rule: $rule, kind: Kind::$kind, make: $make }),+]
    };
}

/// Kinds of record with the slips that each gets.
static SLIPS: [Slip; 25] = slips! {
    "toml-syntax" Meeting |text| text.strip_suffix('\n').map(|text| format!("{text}\""));
    "unknown-key" Meeting |text| replace(text, "minutes_by = ", "minuted_by = ");
    "missing-key" Meeting |text| without_line(text, "kind = ");
    "file-name-mismatch" Meeting |text| replace(text, "kind = \"thematic\"", "kind = \"review\"");
    "wrong-value" Meeting |text| replace(text, " = \"p\"\n", " = \"P\"\n");
    "attendance-mark-missing" Meeting |text| replace(text, " = \"p\"\n", " = \"\"\n");
    "unknown-member" Meeting |text| replace(text, "chair = \"dv", "chair = \"dv9");
    "end-before-start" Meeting |text| swap(text, "start = ", "end = ");
    "votes-exceed-present" Meeting |text| replace(text, "votes = { for = ", "votes = { for = 1");
    "counts-do-not-add-up" Meeting |text| replace(text, "\nunexcused = 0", "\nunexcused = 7");
    "grade-not-of-year" CellYear |text| {
        replace(text, "\"tsvm\"", "\"excellent\"").or_else(|| replace(text, "\"excellent\"", "\"tsvm\""))
    };
    "unknown-key" CellYear |text| replace(text, "adopted = ", "adopt = ");
    "unknown-village" Cell |text| replace(text, "villages = [\"", "villages = [\"lang-");
    "missing-key" Cell |text| without_line(text, "kind = ");
    "approved-before-signed" Agreement |text| replace(text, "QĐ/ĐU\", date = 201", "QĐ/ĐU\", date = 200");
    "unknown-official" Agreement |text| replace(text, "head = \"tt", "head = \"tt9");
    "duplicate-id" Members |text| twice(text);
    "csv-row-length" Members |text| last_row(text, |row| Some(format!("{row},")));
    "interval-reversed" Statuses |text| last_row(text, reversed);
    "wrong-value" Statuses |text| replace(text, ",exempt,", ",miễn,");
    "csv-header" Roles |text| replace(text, "member,role,", "member,chức vụ,");
    "unknown-member" Assessments |text| last_row(text, |row| row.strip_prefix("dv").map(|rest| format!("dv9{rest}")));
    "wrong-value" Assessments |text| replace(text, ",good,", ",tốt,");
    "wrong-value" Briefings |text| replace(text, ",yes,", ",có,");
    "unknown-village" Officials |text| replace(text, ",thon-", ",lang-");
};

impl Slips {
    pub(super) fn new(seed: u64, rate: u32) -> Self {
        Self { seed, rate, count: AtomicU64::new(0) }
    }

    /// How many there are.
    pub(super) fn count(&self) -> u64 {
        self.count.load(Ordering::Relaxed)
    }

    /// The text, in some records with a slip.
    pub(super) fn perhaps(&self, path: &str, text: String) -> String {
        let Some(kind) = kind(path) else { return text };
        let mut dice = Dice::of(self.seed, path, "slip");
        if dice.below(1_000_000) >= self.rate {
            return text;
        }
        let mut slips: Vec<&Slip> = SLIPS.iter().filter(|slip| slip.kind == kind).collect();
        while !slips.is_empty() {
            let slip = slips.swap_remove(dice.below(slips.len() as u32) as usize);
            if let Some(wrong) = (slip.make)(&text) {
                self.count.fetch_add(1, Ordering::Relaxed);
                return wrong;
            }
        }
        text
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
