//! `chibo demo`: the plan's own figures, a sound life, and nothing lost.
#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod support;

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
};

use chrono::NaiveDate;
use serde_json::Value;
use support::{Run, chibo_on, words};

/// After the last year of any made register.
fn chibo(line: &str, directory: &Path) -> Run {
    chibo_on(NaiveDate::from_ymd_opt(2021, 3, 1).expect("it is a day"), &words(line), directory)
}

fn json(line: &str, directory: &Path) -> Value {
    let run = chibo(line, directory);
    assert!(run.code <= 1, "{line}: {}", run.err);
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{line}: {error}"))
}

#[test]
fn the_province_of_2016_has_every_figure_of_part_1_of_the_plan() {
    let place = tempfile::tempdir().expect("a temporary directory");
    let run = chibo("demo p --years 2016", place.path());
    assert_eq!(run.code, 0, "{}", run.err);
    let report = json("-C p report --year 2016 -O json", place.path());
    let strength = &report["strength"];
    for (name, count) in [
        ("communes", 161),
        ("sections", 12),
        ("villages", 861),
        ("thon", 808),
        ("khu_pho", 53),
        ("cells", 1795),
        ("village_cells", 1045),
        ("members", 49_385),
        ("secretaries", 1795),
        ("deputy_secretaries", 1793),
        ("village_secretaries", 1045),
        ("village_deputy_secretaries", 1042),
        ("heads", 861),
        ("deputy_heads", 868),
    ] {
        assert_eq!(strength[name], count, "{name}");
    }
    let target = |id: &str| {
        let targets = report["targets"].as_array().expect("a report has targets");
        let target = targets.iter().find(|target| target["id"] == id).expect("the target is there");
        (target["denominator"].as_u64().expect("a number"), target["numerator"].as_u64().expect("a number"))
    };
    let (heads, members) = target("head-membership");
    assert_eq!((heads, heads - members), (861, 239), "heads, those who are not members");
    let (deputies, members) = target("deputy-membership");
    assert_eq!((deputies, deputies - members), (868, 365), "deputy heads, those who are not members");
    // The report counts xã, phường and thị trấn together.
    assert_eq!(kinds_of_communes(&place.path().join("p")), [145, 9, 7]);
}

/// How many are xã, thị trấn, phường.
fn kinds_of_communes(root: &Path) -> [usize; 3] {
    let directories = |directory: &Path| -> Vec<_> {
        let entries = fs::read_dir(directory).expect("the directory is there").flatten();
        entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect()
    };
    let communes = directories(root).into_iter().flat_map(|district| directories(&district));
    let files: Vec<String> =
        communes.filter_map(|commune| fs::read_to_string(commune.join("commune.toml")).ok()).collect();
    ["xã", "thị trấn", "phường"].map(|kind| {
        let line = format!("kind = \"{kind}\"");
        files.iter().filter(|text| text.lines().any(|found| found == line)).count()
    })
}

#[test]
fn without_mistakes_there_is_no_error_and_hardly_a_warning() {
    let place = tempfile::tempdir().expect("a temporary directory");
    for (index, options) in [
        "--communes 4",
        "--communes 3 --seed 1 --years 2016-2017",
        "--communes 3 --seed 18446744073709551615 --years 2018-2019",
        "--level district --communes 3 --seed 2 --years 2019-2020",
        "--level district --communes 2 --seed 3 --years 2016",
        "--level commune --seed 4",
        "--level commune --seed 5 --years 2020",
        "--level cell --seed 6",
        "--level cell --years 2018",
    ]
    .into_iter()
    .enumerate()
    {
        let run = chibo(&format!("demo {index} {options}"), place.path());
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{options}");
        let found = json(&format!("-C {index} check --all-years --fail-on never -O json"), place.path());
        let count = |key: &str| found["summary"][key].as_u64().expect("a count");
        assert_eq!(count("errors"), 0, "{options}: {:#}", found["findings"]);
        assert!(count("warnings") * 200 <= count("records") + 200, "{options}: {} warnings", count("warnings"));
        assert!(count("records") > 15, "{options}");
    }
}

#[test]
fn life_goes_on_heads_change_cells_merge_and_quality_grows() {
    let place = tempfile::tempdir().expect("a temporary directory");
    let run = chibo("demo d --level district --communes 6 --seed 2", place.path());
    assert_eq!(run.code, 0, "{}", run.err);
    let reports: Vec<Value> =
        (2017..=2020).map(|year| json(&format!("-C d report --year {year} -O json"), place.path())).collect();
    let [first, second, third, last] = &reports[..] else { panic!("four years have four reports") };
    let tally = |report: &Value, id: &str| {
        let targets = report["targets"].as_array().expect("a report has targets");
        let target = targets.iter().find(|target| target["id"] == id).expect("the target is there");
        let count = |key: &str| target[key].as_u64().expect("a count");
        (count("numerator"), count("denominator"))
    };
    for id in ["attendance", "head-membership", "good-members"] {
        let ((before, of), (now, of_now)) = (tally(first, id), tally(last, id));
        assert!(now * of > before * of_now, "{id} grows: {before}/{of}, {now}/{of_now}");
    }
    let cells = |report: &Value| report["strength"]["cells"].as_u64();
    assert!(cells(second) > cells(third), "cells merge in 2019");
    assert!(tally(second, "member-elected-head").1 > 20, "heads are elected in 2018");
    let congresses = |year: i32| {
        let names = walk(&place.path().join("d"));
        names.iter().filter(|name| name.starts_with(&format!("{year}-")) && name.ends_with("-congress.toml")).count()
    };
    assert!(congresses(2017) > 40 && congresses(2020) > 40 && congresses(2018) == 0);
}

/// The names of all files below a directory.
fn walk(directory: &Path) -> Vec<String> {
    let mut names = Vec::new();
    for entry in fs::read_dir(directory).expect("the directory is there").flatten() {
        match entry.path() {
            path if path.is_dir() => names.extend(walk(&path)),
            _ => names.push(entry.file_name().to_string_lossy().into_owned()),
        }
    }
    names
}

#[test]
fn with_a_rate_there_are_errors_of_many_rules() {
    let place = tempfile::tempdir().expect("a temporary directory");
    let run = chibo("--lang en demo m --level commune --years 2017-2018 --mistakes 0.2", place.path());
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.out.contains(" records have a mistake, for chibo check to find: "), "{}", run.out);
    let found = json("-C m check -O json", place.path());
    let findings = found["findings"].as_array().expect("there are findings");
    let errors = findings.iter().filter(|finding| finding["level"] == "error");
    let mut rules: Vec<&str> = errors.filter_map(|error| error["rule"].as_str()).collect();
    rules.sort_unstable();
    rules.dedup();
    assert!(rules.len() >= 10, "{rules:?}");
}

#[test]
fn what_is_there_stays_and_the_refusal_says_so() {
    let place = tempfile::tempdir().expect("a temporary directory");
    let at = |path: &str| place.path().join(path);
    fs::create_dir(at("full")).expect("it can be made");
    fs::write(at("full/a.txt"), "a").expect("it can be written");
    let told = |line: &str| {
        let run = chibo(line, place.path());
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{line}");
        run.err
    };
    let expected = "lỗi: full không trống, nên không ghi gì vào đó; chọn thư mục mới hoặc còn trống\n";
    assert_eq!(told("demo full --level cell"), expected);
    let expected = "error: full is not empty, so nothing was written; choose a new or an empty directory\n";
    assert_eq!(told("--lang en demo full --level cell"), expected);
    assert_eq!(walk(&at("full")), ["a.txt"]);
    assert!(told("demo a/b --level cell").contains("không có thư mục a;"));
    assert!(told("--lang en demo full/a.txt --level cell").contains("full/a.txt is no directory"));

    fs::create_dir(at("empty")).expect("it can be made");
    assert_eq!(chibo("demo empty --level cell --years 2018", place.path()).code, 0);
    assert!(at("empty/chibo.toml").is_file());
    assert!(told("-C empty demo within --level cell").contains("nằm trong sổ dữ liệu"));
    assert!(!at("empty/within").exists());
    assert_eq!(chibo("-C empty demo ../beside --level cell --years 2018", place.path()).code, 0);
}

/// Whoever stops it with Ctrl-C, or switches the machine off, types the same line again.
#[test]
fn a_demo_that_was_stopped_half_way_can_be_made_again() {
    let place = tempfile::tempdir().expect("a temporary directory");
    let there = place.path().join("so");
    let left = || {
        let entries = fs::read_dir(&there).into_iter().flatten().flatten();
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect::<Vec<_>>()
    };
    let mut stopped = Command::new(env!("CARGO_BIN_EXE_chibo"))
        .args(words("demo so --communes 1000"))
        .current_dir(place.path())
        .stdout(Stdio::null())
        .spawn()
        .expect("chibo runs");
    while left().is_empty() {
        assert!(stopped.try_wait().expect("it can be asked").is_none(), "it ended before it was stopped");
        std::thread::yield_now();
    }
    stopped.kill().and_then(|()| stopped.wait()).expect("it can be stopped");
    let names = left();
    assert!(names.len() == 1 && names[0].starts_with(".chibo-"), "{names:?}");

    let again = chibo("demo so --level cell", place.path());
    assert_eq!(again.code, 0, "{}", again.err);
    assert!(left().iter().all(|name| !name.starts_with(".chibo-")), "{:?}", left());
    assert_eq!(chibo("-C so check -O concise --fail-on error", place.path()).code, 0);
}
