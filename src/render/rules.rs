//! The catalogue, the plan clause by clause, and the page of one rule or target.

use comfy_table::{ContentArrangement, Table, presets::UTF8_FULL_CONDENSED};
use serde::Serialize;

use super::{example_figures, markdown as marked, report_words as words, rule_page};
use crate::{
    catalogue::{self, Entry, entries},
    clauses,
    lang::{Lang, Words, say},
    rules,
    targets::{Goal, Judged, Shortfalls},
};

/// Where standard output is no terminal, prose is wrapped at this width.
const WIDTH: u16 = 120;

pub(crate) fn table(lang: Lang, by_clause: bool, width: Option<u16>) -> String {
    let (header, rows) = rows(lang, by_clause);
    let mut table = Table::new();
    table.load_style(UTF8_FULL_CONDENSED);
    table.set_header(header);
    rows.iter().for_each(|row| {
        table.add_row(row);
    });
    table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width.unwrap_or(WIDTH));
    table.to_string().lines().map(|line| format!("{}\n", line.trim_end())).collect()
}

pub(crate) fn markdown(lang: Lang, by_clause: bool) -> String {
    let (header, rows) = rows(lang, by_clause);
    marked::table(&header, &rows, header.len())
}

fn rows(lang: Lang, by_clause: bool) -> (Vec<String>, Vec<Vec<String>>) {
    let header = |words: &[Words]| words.iter().map(|words| words.of(lang).to_owned()).collect();
    if by_clause {
        let rows = catalogue::clauses().map(|(clause, answer)| {
            let answer = match answer {
                Ok(ids) => ids.join(", "),
                Err(why) => format!("— {}", why.of(lang)),
            };
            vec![clauses::shown(clause.id, lang), clause.asks.of(lang).to_owned(), answer]
        });
        let header = header(&[
            Words::new("Mục", "Clause"),
            Words::new("Đề án yêu cầu", "The plan asks"),
            Words::new("chibo tính bằng", "Answered by"),
        ]);
        return (header, rows.collect());
    }
    let rows = entries()
        .into_iter()
        .map(|entry| vec![entry.id().to_owned(), weight(lang, &entry), shown_clauses(&entry, lang), entry.title(lang)]);
    let header = header(&[
        Words::new("Mã", "Id"),
        Words::new("Mức", "Level or goal"),
        Words::new("Mục", "Clause"),
        Words::new("Khi mọi việc đúng", "What holds, or is counted"),
    ]);
    (header, rows.collect())
}

fn weight(lang: Lang, entry: &Entry) -> String {
    match entry {
        Entry::Rule(rule, _) => rule.level.label().of(lang).to_owned(),
        Entry::Target(target) => words::goal(lang, target.goal),
    }
}

#[derive(Serialize)]
struct Row<'r> {
    id: &'r str,
    kind: &'static str,
    level: Option<&'static str>,
    goal: Option<GoalForm>,
    clause: Option<&'r str>,
    clauses: Vec<&'r str>,
    title: String,
    family: &'static str,
}

#[derive(Serialize)]
struct GoalForm {
    kind: &'static str,
    percent: Option<u8>,
}

pub(crate) fn json(lang: Lang) -> String {
    let rows: Vec<Row<'_>> = entries()
        .iter()
        .map(|entry| {
            let (kind, level, goal) = match entry {
                Entry::Rule(rule, _) => ("rule", Some(rule.level.word()), None),
                Entry::Target(target) => ("target", None, Some(goal_form(target.goal))),
            };
            let clauses = entry.clauses();
            Row {
                id: entry.id(),
                kind,
                level,
                goal,
                clause: clauses.first().copied(),
                clauses,
                title: entry.title(lang),
                family: entry.family().of(lang),
            }
        })
        .collect();
    super::json(&rows)
}

fn goal_form(goal: Goal) -> GoalForm {
    GoalForm { kind: goal.kind(), percent: if goal == Goal::All { None } else { goal.percent() } }
}

#[derive(Serialize)]
struct ClauseRow {
    clause: &'static str,
    asks: &'static str,
    answered_by: Vec<&'static str>,
    not_counted: Option<&'static str>,
}

pub(crate) fn clauses_json(lang: Lang) -> String {
    let rows: Vec<ClauseRow> = catalogue::clauses()
        .map(|(clause, answer)| ClauseRow {
            clause: clause.id,
            asks: clause.asks.of(lang),
            not_counted: answer.as_ref().err().map(|why| why.of(lang)),
            answered_by: answer.unwrap_or_default(),
        })
        .collect();
    super::json(&rows)
}

/// One page: what holds or is counted, why, examples, how to set it.
pub(crate) fn page(lang: Lang, entry: &Entry) -> String {
    let page = entry.page();
    let mut text = format!("{} — {}\n", entry.id(), entry.family().of(lang));
    text.push_str(&format!("{}\n\n", basis(lang, entry)));
    for paragraph in page.prose(lang) {
        text.push_str(&format!("{paragraph}\n\n"));
    }
    for example in &page.examples {
        text.push_str(&heading(lang, &example.heading, example.caption(lang)));
        for (index, block) in example.blocks.iter().enumerate() {
            // The same lines follow in the other language.
            let printed = example.blocks[..=index].iter().filter(|block| block.info == "text").count();
            let other =
                matches!(entry, Entry::Rule(..)) && block.info == "text" && (printed == 2) == (lang == Lang::Vi);
            if other {
                continue;
            }
            if block.info != "text" {
                text.push_str(&format!("\n  {}\n", change(lang, &block.info)));
            } else {
                text.push('\n');
            }
            let lines = block.text.lines().filter(|line| block.info != "text" || in_language(line, lang));
            let figure = |line: &str| match entry {
                Entry::Target(target) if block.info == "text" => example_figures::said(lang, target, line),
                _ => line.to_owned(),
            };
            lines.for_each(|line| text.push_str(&format!("    {}\n", figure(line))));
        }
        text.push('\n');
    }
    text.push_str(&setting(lang, entry));
    text
}

/// What a block does to the register of the examples.
fn change(lang: Lang, info: &str) -> String {
    match info.split_once(' ') {
        Some(("delete", path)) => say!(lang, "xóa {path}", "without {path}"),
        Some(("link", path)) => say!(lang, "liên kết {path}, đến", "the link {path}, to"),
        Some(("size", path)) => say!(lang, "tệp {path}, số byte", "the file {path}, so many bytes"),
        Some(("bytes", path)) => say!(lang, "tệp {path} (\\x.. là một byte)", "the file {path} (\\x.. is a byte)"),
        Some((_, path)) => say!(lang, "tệp {path}", "the file {path}"),
        None => info.to_owned(),
    }
}

/// A target's example prints both languages in one block; the label tells which.
fn in_language(line: &str, lang: Lang) -> bool {
    let other = match lang {
        Lang::Vi => [": error[", ": shortfall[", ": warning["],
        Lang::En => [": lỗi[", ": chưa đạt[", ": cảnh báo["],
    };
    !other.iter().any(|label| line.contains(label))
}

fn basis(lang: Lang, entry: &Entry) -> String {
    let weight = weight(lang, entry);
    let basis = match entry {
        Entry::Rule(rule, _) => rule_page::basis(lang, rule.cites.clause, Some(rule.cites.source)).unwrap_or_default(),
        Entry::Target(target) => rule_page::plan(lang, target.clauses),
    };
    say!(lang, "Mức: {weight}. Căn cứ: {basis}.", "Level or goal: {weight}. Basis: {basis}.")
}

fn shown_clauses(entry: &Entry, lang: Lang) -> String {
    let shown: Vec<String> = entry.clauses().into_iter().map(|clause| clauses::shown(clause, lang)).collect();
    shown.join("; ")
}

fn heading(lang: Lang, heading: &str, caption: Option<&str>) -> String {
    let (word, rest) = heading.split_once(',').unwrap_or((heading, ""));
    let word = match word {
        "Fails" => Words::new("Sai", "Fails"),
        "Passes" => Words::new("Đúng", "Passes"),
        _ => Words::new("Ví dụ", "Example"),
    };
    let day = rest.trim().strip_prefix("as of ").map(|day| say!(lang, " (ngày {day})", " (as of {day})"));
    let caption = caption.map(|caption| format!(" {caption}")).unwrap_or_default();
    format!("{}{}:{caption}\n", word.of(lang), day.unwrap_or_default())
}

/// How a register sets it otherwise.
fn setting(lang: Lang, entry: &Entry) -> String {
    let id = entry.id();
    let level = match entry {
        Entry::Rule(..) if rules::can_be_off(id) => "\"error\" | \"warning\" | \"off\"",
        Entry::Rule(..) => "\"error\" | \"warning\"",
        Entry::Target(target) if target.shortfalls == Shortfalls::None => "",
        Entry::Target(_) => "\"error\" | \"shortfall\" | \"warning\" | \"off\"",
    };
    let mut text = String::new();
    if !level.is_empty() {
        text.push_str(&format!("  [levels]\n  {id} = {level}\n"));
    }
    if let Entry::Target(target) = entry {
        if let Some(percent) = target.goal.percent() {
            text.push_str(&format!("  [goals]\n  {id} = {percent}\n"));
        }
        if target.judged == Judged::Yearly {
            text.push_str(&format!("  [deadlines]\n  {id} = \"12-31\"\n"));
        }
        let keys = counting(id);
        if !keys.is_empty() {
            text.push_str("  [counting]\n");
            keys.iter().for_each(|key| text.push_str(&format!("  {key}\n")));
        }
    }
    if text.is_empty() {
        return say!(lang, "Không có gì để đặt lại trong chibo.toml.\n", "Nothing in chibo.toml sets it otherwise.\n");
    }
    say!(lang, "Đặt lại trong chibo.toml:\n{text}", "To set it otherwise, in chibo.toml:\n{text}")
}

/// The keys of [counting] on which a target rests, each at its usual value.
fn counting(target: &str) -> &'static [&'static str] {
    match target {
        "attendance" | "attendance-by-cell" => {
            &["attendance_kinds = [\"regular\", \"combined\"]", "excused_in_base = true"]
        }
        "excellent-cap" => &["excellent_base = \"good\"  # \"good-or-better\""],
        "agreement-in-force-cell" | "agreement-in-force-village" | "monthly-briefing" => {
            &["dual_post_villages = \"apart\"  # \"count\""]
        }
        _ => &[],
    }
}
