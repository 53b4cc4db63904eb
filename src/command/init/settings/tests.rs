use std::{collections::BTreeSet, fs, path::Path};

use super::*;
use crate::{
    catalogue,
    cli::InitArgs,
    date::{Span, ymd},
    difference,
    finding::Level,
    parse::Shape,
    records::settings::RootLevel,
    register::open::{Opened, open},
    targets::{Judged, TARGETS},
};

fn wish(from: crate::date::Date) -> Wish {
    let args = InitArgs {
        directory: ".".into(),
        level: Some(RootLevel::Commune),
        name: Some("Xuân Quan".to_owned()),
        kind: None,
        district: None,
        units: Vec::new(),
        from: None,
        dry_run: false,
    };
    match Wish::of(&args, from, Lang::Vi) {
        Ok(wish) => wish,
        Err(error) => panic!("{error:?}"),
    }
}

fn opened(directory: &Path, text: &str) -> Opened {
    fs::write(directory.join("chibo.toml"), text).unwrap();
    match open(directory, Lang::En, None, ymd(2019, 2, 1)) {
        Ok(opened) => opened,
        Err(_) => panic!("{text}"),
    }
}

/// What a register makes of its settings: all that any figure or finding rests on.
fn effect(opened: &Opened) -> String {
    let settings = &opened.ctx.settings;
    let usual = |entry: &catalogue::Entry| match entry {
        catalogue::Entry::Rule(rule, _) => rule.level,
        catalogue::Entry::Target(_) => Level::Shortfall,
    };
    let levels: Vec<_> = catalogue::entries().iter().map(|entry| settings.level(entry.id(), usual(entry))).collect();
    let deadlines: Vec<_> = TARGETS.iter().map(|target| target.deadline(&opened.ctx, 2018)).collect();
    let goals: Vec<_> = TARGETS.iter().map(|target| target.goal_in(&opened.ctx)).collect();
    let differing: Vec<_> = difference::all(settings).iter().map(difference::Difference::key).collect();
    let (plan, period) = (settings.plan, settings.plan.meet(settings.records));
    let rest = (&settings.name, settings.lang, settings.grace_days, &settings.ignore, settings.names_are_tracked);
    format!("{plan:?} {period:?} {levels:?} {deadlines:?} {goals:?} {differing:?} {rest:?}")
}

#[test]
fn every_setting_is_there_and_its_default_changes_nothing() {
    let place = tempfile::tempdir().unwrap();
    let directory = place.path().canonicalize().unwrap();
    for (from, lang) in [(ymd(2018, 1, 1), Lang::Vi), (ymd(2026, 1, 1), Lang::En)] {
        let text = text(&wish(from), lang);
        let as_written = opened(&directory, &text);
        assert!(as_written.findings.is_empty());
        let expected = effect(&as_written);
        let lines: Vec<&str> = text.lines().collect();
        let mut settings = 0;
        for (nth, line) in lines.iter().enumerate() {
            let Some(setting) = line.strip_prefix('#').filter(|rest| !rest.starts_with(' ')) else { continue };
            settings += 1;
            let mut changed = lines.clone();
            changed[nth] = setting;
            let opened = opened(&directory, &changed.join("\n"));
            let found: Vec<_> = opened.findings.iter().map(|finding| &finding.message).collect();
            assert!(found.is_empty() && opened.broken.is_none(), "{setting}: {found:?}");
            assert_eq!(effect(&opened), expected, "{setting}");
        }
        let all: Vec<&str> = lines
            .iter()
            .map(|line| line.strip_prefix('#').filter(|rest| !rest.starts_with(' ')).unwrap_or(line))
            .collect();
        assert_eq!(effect(&opened(&directory, &all.join("\n"))), expected);
        assert!(settings > 150, "{settings}");
        assert!(as_written.ctx.settings.records == Span::new(Some(from), None));
    }
}

/// The keys of each table as the record has them; a table whose keys are rules or targets has those that may be set.
#[test]
fn no_key_of_the_record_is_missing() {
    let text = text(&wish(ymd(2018, 1, 1)), Lang::Vi);
    let uncommented: String = text
        .lines()
        .map(|line| line.strip_prefix('#').filter(|rest| !rest.starts_with(' ')).unwrap_or(line).to_owned() + "\n")
        .collect();
    let read: toml::Table = uncommented.parse().unwrap();
    let schema = SettingsFile::schema(Lang::Vi);
    for (key, of_key) in schema["properties"].as_object().unwrap() {
        let value = read.get(key).unwrap_or_else(|| panic!("{key} is missing"));
        let Some(keys) = of_key["properties"].as_object() else { continue };
        let written: BTreeSet<&String> = value.as_table().unwrap().keys().collect();
        assert_eq!(written, keys.keys().collect(), "{key}");
    }
    let keys = |table: &str| read[table].as_table().unwrap().keys().cloned().collect::<BTreeSet<String>>();
    let yearly = TARGETS.iter().filter(|target| target.judged == Judged::Yearly).map(|target| target.id.to_owned());
    assert_eq!(keys("deadlines"), yearly.collect());
    let shares = TARGETS.iter().filter(|target| target.goal.is_share()).map(|target| target.id.to_owned());
    assert_eq!(keys("goals"), shares.collect());
    assert!(catalogue::entries().iter().all(|entry| {
        let is_silent =
            matches!(entry, catalogue::Entry::Target(target) if target.shortfalls == crate::targets::Shortfalls::None);
        keys("levels").contains(entry.id()) != is_silent
    }));
}

#[test]
fn each_key_of_the_record_has_its_words_in_both_languages() {
    for lang in [Lang::Vi, Lang::En] {
        let text = text(&wish(ymd(2018, 1, 1)), lang);
        assert!(!text.contains("# \n"), "{text}");
    }
}
