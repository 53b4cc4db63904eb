//! `chibo init` and what follows it: a register of every level in both languages checks clean, the checks of platforms
//! are sound YAML whose commands run, and a cell goes from its first file to its first meeting.

#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod support;

use std::{collections::BTreeMap, fs, path::Path};

use chrono::NaiveDate;
use support::{chibo, chibo_on, copy, words};

/// Runs a line that has to succeed, and gives what it printed.
fn ran(line: &str, place: &Path) -> String {
    let run = chibo(&words(line), place);
    assert_eq!(run.code, 0, "chibo {line}\n{}{}", run.out, run.err);
    run.out
}

/// What a directory holds, by path.
fn files(directory: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(directory).into_iter().map(|entry| entry.expect("an entry"));
    let path = |path: &Path| path.strip_prefix(directory).expect("inside").to_string_lossy().into_owned();
    let file = |entry: walkdir::DirEntry| (path(entry.path()), fs::read(entry.path()).expect("a file"));
    entries.filter(|entry| entry.file_type().is_file()).map(file).collect()
}

const LEVELS: [(&str, &str, &str); 7] = [
    ("province", "Hưng Yên", ""),
    ("province", "Hưng Yên", "--units all"),
    ("district", "van giang", "--units all"),
    ("commune", "Xuân Quan", ""),
    ("commune", "Xuân Quan", "--units \"Thôn 1,Thôn 2,Khu phố Đông\""),
    ("cell", "Chi bộ thôn 1", ""),
    ("cell", "Chi bộ cơ quan", "--kind office"),
];

#[test]
fn the_first_check_of_every_register_finds_nothing() {
    for (level, name, more) in LEVELS {
        for lang in ["vi", "en"] {
            let place = tempfile::tempdir().expect("a temporary directory");
            ran(&format!("init so --level {level} --name \"{name}\" {more} --lang {lang}"), place.path());
            let check = ran("check -C so --fail-on warning --no-cache", place.path());
            assert!(check.contains("không có phát hiện nào") || check.contains("nothing found"), "{level}: {check}");
            ran("fmt --check -C so", place.path());
            for year in ["2019", "2020"] {
                ran(&format!("report -C so --year {year} --all --no-cache"), place.path());
            }
            // What is missing is told once the time to fill it is over.
            let last = NaiveDate::from_ymd_opt(2019, 2, 10).expect("a day");
            assert_eq!(chibo_on(last, &words("check -C so --no-cache"), place.path()).code, 0, "{level}");
            let later = NaiveDate::from_ymd_opt(2019, 2, 11).expect("a day");
            let check = chibo_on(later, &words("check -C so --no-cache"), place.path());
            assert_eq!(check.code, u8::from(name != "Chi bộ cơ quan"), "{level}: {}", check.out);
        }
    }
}

#[test]
fn a_register_after_the_plan_checks_clean_and_says_what_to_do() {
    let place = tempfile::tempdir().expect("a temporary directory");
    let today = NaiveDate::from_ymd_opt(2026, 5, 4).expect("a day");
    let run = chibo_on(today, &words("init so --level commune --name \"Xuân Quan\" --units \"Thôn 1\""), place.path());
    assert_eq!(run.code, 0);
    assert!(run.err.contains("sau ngày kết thúc Đề án (31/12/2020)"), "{}", run.err);
    assert_eq!(chibo_on(today, &words("check -C so"), place.path()).code, 0);
}

#[test]
fn what_is_there_stays_and_nothing_is_half_written() {
    let place = tempfile::tempdir().expect("a temporary directory");
    let so = place.path().join("so");
    fs::create_dir(&so).expect("a directory");
    for (name, text) in [("README.md", "của tôi"), (".gitlab-ci.yml", "a: 1\n"), (".gitignore", "x\r\nnames.csv\r\n")]
    {
        fs::write(so.join(name), text).expect("a file");
    }
    let before = files(&so);
    ran("init so --level cell --name \"Chi bộ thôn 1\"", place.path());
    let after = files(&so);
    assert!(before.iter().all(|(name, text)| after[name] == *text));
    // Another finds it taken, and changes nothing.
    let again = chibo(&words("init so --level commune --name \"Mễ Sở\""), place.path());
    assert_eq!((again.code, files(&so)), (2, after));
    // A file in the way of a directory: nothing is left behind.
    let other = place.path().join("khac");
    fs::create_dir(&other).expect("a directory");
    fs::write(other.join(".github"), "").expect("a file");
    let run = chibo(&words("init khac --level cell --name \"Chi bộ thôn 1\""), place.path());
    assert_eq!((run.code, files(&other).len()), (2, 1), "{}", run.err);
}

/// The lines of a YAML file as far as these use it: mappings, lists, plain and quoted scalars, by indentation.
fn sound_yaml(text: &str) -> Vec<String> {
    let mut commands = Vec::new();
    let mut indents = vec![0];
    for line in text.lines().filter(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#')) {
        let indent = line.len() - line.trim_start().len();
        assert!(indent % 2 == 0 && !line.contains('\t'), "{line}");
        let deepest = indents.last().copied().unwrap_or(0);
        assert!(indent <= deepest + 2, "a level is left out: {line}");
        indents.retain(|known| *known < indent);
        indents.push(indent);
        let item = line.trim_start();
        let (item, is_item) = item.strip_prefix("- ").map_or((item, false), |rest| (rest, true));
        match item.split_once(": ") {
            // The value of a command is one plain scalar: no colon with a blank, no mark of a comment.
            Some(("run", command)) => commands.push(command.to_owned()),
            Some((key, _)) if !is_item || !key.contains(' ') => assert!(!key.contains(['"', '{']), "{line}"),
            None if item.ends_with(':') => {}
            _ if is_item => commands.push(item.to_owned()),
            _ => panic!("no mapping and no item: {line}"),
        }
    }
    for command in &commands {
        assert!(!command.contains(": ") && !command.contains(" #"), "{command}");
        assert!(!command.starts_with(['"', '\'', '{', '[', '&', '*', '!', '|', '>', '%', '@']), "{command}");
    }
    commands.retain(|command| command.starts_with("chibo "));
    commands
}

#[test]
fn the_checks_of_both_platforms_run() {
    for lang in ["vi", "en"] {
        let place = tempfile::tempdir().expect("a temporary directory");
        let so = place.path().join("so");
        ran(&format!("init so --level commune --name \"Xuân Quan\" --units \"Thôn 1\" --lang {lang}"), place.path());
        let text = |name: &str| fs::read_to_string(so.join(name)).expect("a file");
        let (github, gitlab) = (text(".github/workflows/chibo.yml"), text(".gitlab-ci.yml"));
        assert!(github.contains("    - cron: \"0 1 1 * *\"\n") && github.contains("  push:\n"));
        let commands = [sound_yaml(&github), sound_yaml(&gitlab)].concat();
        assert_eq!(commands.len(), 5, "{commands:?}");
        assert_eq!(commands.iter().filter(|command| command.contains("--fail-on error")).count(), 2);
        for command in commands {
            let line = command.split(" >> ").next().expect("a command").strip_prefix("chibo ").expect("of chibo");
            ran(line, &so);
        }
        let quality: serde_json::Value = serde_json::from_str(&text("chibo-check.json")).expect("JSON");
        assert!(quality.is_array());
        // A mistake stops both.
        fs::write(so.join("chi-bo-thon-1/cell.toml"), "name = 1\n").expect("a file");
        for line in ["check -O github --fail-on error", "check -O concise --fail-on error"] {
            assert_eq!(chibo(&words(line), &so).code, 1);
        }
    }
}

#[test]
fn a_cell_goes_from_its_first_file_to_its_first_meeting() {
    let place = tempfile::tempdir().expect("a temporary directory");
    for line in [
        "init so --level commune --name \"Xuân Quan\"",
        "new-cell \"Chi bộ thôn 1\" -C so",
        "member admit chi-bo-thon-1 --admitted 1990-05-19 --official 1991-05-19 -C so",
        "member admit chi-bo-thon-1 --admitted 2001 --official 2002 -C so",
        "member admit chi-bo-thon-1 --admitted 2010-02-03 --official 2011-02-03 -C so",
        "official elect #thon-1 --date 2019-02-01 --member chi-bo-thon-1/dv02 -C so",
        "new-year -C so",
        "new-briefing chi-bo-thon-1 -C so",
        "new-meeting chi-bo-thon-1 --absent dv03:p -C so",
        "check -C so --fail-on warning",
        "fmt --check -C so",
    ] {
        ran(line, place.path());
    }
    let roles = place.path().join("so/chi-bo-thon-1/roles.csv");
    fs::write(roles, "member,role,from,until,how\ndv01,secretary,,,elected\n").expect("a file");
    ran("new-agreement #thon-1 -C so", place.path());
    ran("check -C so --fail-on warning", place.path());
}

/// The figures of a report, target by target and cell by cell.
fn figures(year: i32, place: &Path) -> Vec<String> {
    let run = chibo(&words(&format!("report -C so --year {year} --by cell -O csv --no-cache")), place);
    assert_eq!(run.code, 0, "{}", run.err);
    // The last column is the digest of the records, which new files do change.
    let figures = |line: &str| line.rsplit_once(',').map(|(figures, _)| figures.to_owned()).unwrap_or_default();
    run.out.lines().map(figures).collect()
}

#[test]
fn the_files_of_a_new_year_change_no_figure() {
    let place = tempfile::tempdir().expect("a temporary directory");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/van-giang"), &place.path().join("so"));
    let settings = place.path().join("so/chibo.toml");
    let text = fs::read_to_string(&settings).expect("settings").replace("2018-12-31", "2020-12-31");
    fs::write(&settings, text).expect("settings");
    let so = place.path().join("so");
    for (year, taken) in [(2019, ""), (2018, "xuan-quan/chi-bo-thon-1/2018/assessments.csv")] {
        for name in [taken].iter().filter(|name| !name.is_empty()) {
            fs::remove_file(so.join(name)).expect("a file");
        }
        let (before, told) = (files(&so), figures(year, place.path()));
        ran(&format!("new-year --year {year} -C so"), place.path());
        let (now, then) = (figures(year, place.path()), told);
        assert_eq!(now.iter().zip(&then).find(|(now, then)| now != then), None, "{year}");
        assert!(now.len() == then.len() && now.len() > 100);
        assert!(before.iter().all(|(name, text)| files(&so)[name] == *text));
        ran("fmt --check -C so", place.path());
    }
}

#[test]
fn nothing_is_written_where_one_file_cannot_be() {
    let place = tempfile::tempdir().expect("a temporary directory");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/van-giang"), &place.path().join("so"));
    let so = place.path().join("so");
    // In the place of one year's directory there is a file.
    fs::write(so.join("me-so/chi-bo-phu-thi/2019"), "").expect("a file");
    let before = files(&so);
    let run = chibo(&words("new-year --year 2019 -C so"), place.path());
    assert_eq!((run.code, files(&so)), (2, before), "{}", run.out);
    assert!(!so.join("2019").exists() && !so.join("me-so/2019").exists());
}

#[test]
fn a_name_of_its_own_says_no_kind() {
    for (typed, name, kind) in
        [("Tân  Mới", "Tân Mới", "xã"), ("Phương Mới", "Phương Mới", "xã"), ("phuong Mới", "Mới", "phường")]
    {
        let place = tempfile::tempdir().expect("a temporary directory");
        ran(&format!("init so --level commune --name \"{typed}\""), place.path());
        let commune = fs::read_to_string(place.path().join("so/commune.toml")).expect("the commune");
        assert!(commune.contains(&format!("\nname = \"{name}\"\n")), "{typed}: {commune}");
        assert!(commune.contains(&format!("\nkind = \"{kind}\"\n")), "{typed}: {commune}");
    }
}
