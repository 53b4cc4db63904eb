//! The words and cells of a report, the same in every format that people read.

use crate::{
    clauses, date, difference,
    lang::{Lang, Words, plural, say},
    number::{change, group, percent},
    report::{Line, YearReport},
    targets::{Goal, Status, Tally, strength::Strength},
};

/// The columns of the table of targets, the first one the id.
pub(super) fn header(lang: Lang, report: &YearReport) -> Vec<String> {
    let before = report.year - 1;
    let has_previous = report.whole.lines.iter().any(|line| line.previous.is_some());
    vec![
        Words::new("Mã", "Id").of(lang).to_owned(),
        Words::new("Chỉ tiêu", "Target").of(lang).to_owned(),
        Words::new("Mục", "Clause").of(lang).to_owned(),
        Words::new("Mức", "Goal").of(lang).to_owned(),
        Words::new("Đạt/tổng", "Count").of(lang).to_owned(),
        Words::new("Tỷ lệ", "Share").of(lang).to_owned(),
        Words::new("Kết quả", "Status").of(lang).to_owned(),
        if has_previous { say!(lang, "So {before}", "vs {before}") } else { "—".to_owned() },
        Words::new("Cần", "Needed").of(lang).to_owned(),
        Words::new("Số liệu từ", "Based on").of(lang).to_owned(),
    ]
}

/// The share without its sign, for machines; empty where there is none.
pub(super) fn bare_share(line: &Line) -> String {
    if line.tally.denominator == 0 {
        return String::new();
    }
    share(Lang::En, line).trim_end_matches('%').to_owned()
}

/// The goal's percentage for machines; a goal of all has none.
pub(super) fn goal_percent(goal: Goal) -> Option<u8> {
    goal.percent().filter(|_| goal != Goal::All)
}

/// So many of the cells say which target it is and what it asks; the others how it stands.
pub(super) const OF_TARGET: usize = 4;

/// The place of the standing among the cells.
pub(super) const STATUS: usize = 6;

/// The cells of one target, under `header`.
pub(super) fn cells(lang: Lang, line: &Line) -> Vec<String> {
    vec![
        line.target.id.to_owned(),
        line.target.title.of(lang).to_owned(),
        line.target.clauses.first().map(|clause| clauses::shown(clause, lang)).unwrap_or_default(),
        goal(lang, line.goal),
        count(lang, line),
        share(lang, line),
        status(lang, line),
        since(lang, line),
        needed(lang, line),
        coverage(lang, line),
    ]
}

pub(super) fn goal(lang: Lang, goal: Goal) -> String {
    match goal {
        Goal::All => "100%".to_owned(),
        Goal::AtLeast(percent) => format!("≥ {percent}%"),
        Goal::AtMost(percent) => format!("≤ {percent}%"),
        Goal::None => "0".to_owned(),
        Goal::Falling => Words::new("giảm", "falling").of(lang).to_owned(),
        Goal::Figure => "—".to_owned(),
    }
}

pub(super) fn count(lang: Lang, line: &Line) -> String {
    format!("{}/{}", group(line.tally.numerator, lang), group(line.tally.denominator, lang))
}

pub(super) fn share(lang: Lang, line: &Line) -> String {
    percent(line.tally.numerator, line.tally.denominator, Some(line.goal), lang)
}

/// A figure from which records with errors are left out carries a mark.
pub(super) fn status(lang: Lang, line: &Line) -> String {
    let mark = if line.tally.left_out > 0 { " *" } else { "" };
    format!("{}{mark}", line.status.label().of(lang))
}

/// The sign that tells a standing without colour.
pub(super) const fn sign(status: Status) -> &'static str {
    match status {
        Status::Met => "✓",
        Status::Missed => "✗",
        Status::Progress => "…",
        Status::NoData => "–",
        Status::Figure => "•",
    }
}

pub(super) fn since(lang: Lang, line: &Line) -> String {
    let counts = |tally: &Tally| (tally.numerator, tally.denominator);
    line.previous
        .as_ref()
        .map_or_else(|| "—".to_owned(), |previous| change(counts(&line.tally), counts(previous), lang))
}

/// How many more a goal needs, or a limit fewer.
fn needed(lang: Lang, line: &Line) -> String {
    let n = bare_needed(lang, line);
    match line.goal.is_a_limit() {
        _ if n.is_empty() => n,
        true => say!(lang, "bớt {n}", "{n} fewer"),
        false => say!(lang, "thêm {n}", "{n} more"),
    }
}

/// Under a heading that says which way.
pub(super) fn bare_needed(lang: Lang, line: &Line) -> String {
    match line.status {
        Status::Missed | Status::Progress if line.needed > 0 => group(line.needed, lang),
        _ => String::new(),
    }
}

/// `3/7 chi bộ`.
pub(super) fn coverage(lang: Lang, line: &Line) -> String {
    let what = line.target.count.covered().of(lang);
    format!("{}/{} {what}", group(line.tally.with_data, lang), group(line.tally.units, lang))
}

/// Title, day, register, strength: what stands above the figures.
pub(super) fn head(lang: Lang, report: &YearReport) -> Vec<String> {
    let (name, year) = (&report.whole.name, report.year);
    let mut lines = vec![match report.reference {
        Some(day) => {
            let day = date::show(day, lang);
            say!(lang, "{name} — năm {year}, tính đến {day}", "{name} — {year}, as of {day}")
        }
        None => say!(
            lang,
            "{name} — năm {year}: ngoài thời gian của sổ dữ liệu",
            "{name} — {year}: outside the time of the register"
        ),
    }];
    lines.push(strength(lang, &report.whole.strength));
    lines.extend(difference::lines(&report.register.settings, lang));
    lines.push(digest(lang, report.register.digest));
    lines
}

/// The state of the records, by which two who hold a report know that it is the same.
pub(super) fn digest(lang: Lang, digest: u128) -> String {
    say!(lang, "Mã số liệu: {digest:032x}", "Digest: {digest:032x}")
}

fn strength(lang: Lang, strength: &Strength) -> String {
    let n = |count: u64| group(count, lang);
    let Strength { communes, villages, thon, khu_pho, cells, village_cells, members, heads, deputy_heads, .. } =
        *strength;
    let mut parts = Vec::new();
    if communes > 0 {
        let (n, commune) = (n(communes), plural(communes, "commune", "communes"));
        parts.push(say!(lang, "{n} xã, phường, thị trấn", "{n} {commune}"));
    }
    if villages > 0 {
        let (count, village) = (n(villages), plural(villages, "village", "villages"));
        let (thon, khu_pho) = (n(thon), n(khu_pho));
        parts.push(say!(
            lang,
            "{count} thôn, khu phố ({thon} thôn, {khu_pho} khu phố)",
            "{count} {village} ({thon} thôn, {khu_pho} khu phố)"
        ));
    }
    if cells > 0 {
        let (count, cell, of) = (n(cells), plural(cells, "cell", "cells"), n(village_cells));
        parts.push(say!(lang, "{count} chi bộ ({of} chi bộ thôn)", "{count} {cell} ({of} of villages)"));
    }
    if members > 0 {
        let (count, member) = (n(members), plural(members, "member", "members"));
        parts.push(say!(lang, "{count} đảng viên", "{count} {member}"));
    }
    if heads > 0 {
        let (head, deputy) = (plural(heads, "head", "heads"), plural(deputy_heads, "deputy", "deputies"));
        let (heads, deputies) = (n(heads), n(deputy_heads));
        parts.push(say!(
            lang,
            "{heads} trưởng thôn, {deputies} phó trưởng thôn",
            "{heads} {head}, {deputies} {deputy}"
        ));
    }
    parts.join(" · ")
}

/// Count and share, status, and the coverage where it is not whole.
pub(super) fn stacked(lang: Lang, line: &Line) -> String {
    let mut cell = if line.tally.denominator == 0 {
        status(lang, line)
    } else {
        format!("{} = {}\n{}", count(lang, line), share(lang, line), status(lang, line))
    };
    if line.tally.with_data < line.tally.units {
        cell.push_str(&format!("\n({})", coverage(lang, line)));
    }
    cell
}
