//! Every setting with the value that it has where chibo.toml is silent, in the order of the record.

use super::{Counting, Settings};
use crate::{
    catalogue,
    date::Date,
    finding::Level,
    lang::Lang,
    parse::Vocabulary,
    records::settings::NamesKept,
    targets::{Judged, Shortfalls, TARGETS},
    text::toml_string,
};

/// A setting that a register may make otherwise.
#[derive(Debug)]
pub(crate) struct Setting {
    pub(crate) table: &'static str,
    pub(crate) key: String,
    /// As TOML.
    pub(crate) value: String,
    /// What the rule or target of the key is; empty where the key is one of the record's own.
    pub(crate) title: String,
}

/// The settings, table by table. `from` is the first day of the records.
pub(crate) fn defaults(from: Date, lang: Lang) -> Vec<Setting> {
    // Every field is named, so that a new one cannot be forgotten here.
    let Settings {
        name: _,
        lang: _,
        plan,
        records: _,
        grace_days,
        deadlines: _,
        goals: _,
        levels: _,
        counting: Counting { attendance_kinds, excused_in_base, excellent_base, dual_posts },
        ignore,
        names_are_tracked,
    } = Settings::of_the_plan(String::new());
    let own = |table, key: &str, value: String| Setting { table, key: key.to_owned(), value, title: String::new() };
    let (number, date) = super::PLAN;
    let kinds: Vec<String> = attendance_kinds.iter().map(|kind| toml_string(kind.word())).collect();
    let paths: Vec<String> = ignore.iter().map(|path| toml_string(path)).collect();
    let kept = if names_are_tracked { NamesKept::Tracked } else { NamesKept::Local };
    let mut settings = vec![
        own("plan", "number", toml_string(number)),
        own("plan", "date", date.to_owned()),
        own("plan", "from", plan.from.to_string()),
        own("plan", "until", plan.until.to_string()),
        // No paper is expected after the plan's end: to say so changes nothing.
        own("records", "until", plan.until.max(from).to_string()),
        own("records", "grace_days", grace_days.to_string()),
    ];
    settings.extend(deadlines(lang));
    settings.extend(goals(lang));
    settings.extend(levels(lang));
    settings.extend([
        own("counting", "attendance_kinds", format!("[{}]", kinds.join(", "))),
        own("counting", "excused_in_base", excused_in_base.to_string()),
        own("counting", "excellent_base", toml_string(excellent_base.word())),
        own("counting", "dual_post_villages", toml_string(dual_posts.word())),
        own("privacy", "names", toml_string(kept.word())),
        own("ignore", "paths", format!("[{}]", paths.join(", "))),
    ]);
    settings
}

fn deadlines(lang: Lang) -> impl Iterator<Item = Setting> {
    let (month, day) = super::DEADLINE;
    TARGETS.iter().filter(|target| target.judged == Judged::Yearly).map(move |target| Setting {
        table: "deadlines",
        key: target.id.to_owned(),
        value: format!("\"{month:02}-{day:02}\""),
        title: target.title.of(lang).to_owned(),
    })
}

fn goals(lang: Lang) -> impl Iterator<Item = Setting> {
    TARGETS.iter().filter_map(move |target| {
        Some(Setting {
            table: "goals",
            key: target.id.to_owned(),
            value: target.goal.percent()?.to_string(),
            title: target.title.of(lang).to_owned(),
        })
    })
}

fn levels(lang: Lang) -> impl Iterator<Item = Setting> {
    let setting = move |id: &str, level: Level, title: String| Setting {
        table: "levels",
        key: id.to_owned(),
        value: format!("\"{}\"", level.word()),
        title,
    };
    catalogue::entries().into_iter().filter_map(move |entry| match entry {
        catalogue::Entry::Rule(rule, _) => {
            Some(setting(rule.id, rule.level, entry.title(lang).trim_end_matches('.').to_owned()))
        }
        catalogue::Entry::Target(target) if target.shortfalls == Shortfalls::None => None,
        catalogue::Entry::Target(target) => {
            Some(setting(target.id, Level::Shortfall, target.title.of(lang).to_owned()))
        }
    })
}
