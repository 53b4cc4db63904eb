//! `chibo new-meeting` on a copy of `examples/van-giang`. Every file beside this one under `new_meeting/` is a case: the
//! day, the directory and the command in its first lines, then everything that the command printed and wrote. After a
//! change that is meant, `BLESS=1 cargo test --test new_meeting` writes them anew; look at the difference.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use std::{
    collections::{BTreeMap, BTreeSet},
    ffi::OsString,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

use chibo::Io;
use chrono::{Days, NaiveDate};

/// What a run printed, and its exit code.
struct Ran {
    exit: u8,
    out: String,
    err: String,
}

fn run(working_dir: &Path, today: NaiveDate, args: &[&str]) -> Ran {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let exit = chibo::run(
        &args.iter().map(OsString::from).collect::<Vec<_>>(),
        &mut Io {
            out: &mut out,
            err: &mut err,
            working_dir: working_dir.to_path_buf(),
            var: |_| None,
            today,
            out_takes_colour: false,
            can_ask: false,
            width: None,
            watch: chibo::Watch::default(),
        },
    );
    Ran { exit, out: String::from_utf8(out).unwrap(), err: String::from_utf8(err).unwrap() }
}

/// A register that a test may write to.
struct Register(tempfile::TempDir);

impl Register {
    fn new() -> Self {
        let register = Self(tempfile::tempdir().unwrap());
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/van-giang"), register.root());
        register
    }

    fn root(&self) -> &Path {
        self.0.path()
    }

    fn files(&self) -> BTreeMap<PathBuf, String> {
        let entries = walkdir::WalkDir::new(self.root()).into_iter().map(Result::unwrap);
        let files = entries.filter(|entry| !entry.file_type().is_dir()).map(walkdir::DirEntry::into_path);
        files.map(|path| (path.clone(), fs::read_to_string(path).unwrap())).collect()
    }

    /// Writes a meeting and gives its path.
    fn meeting(&self, today: NaiveDate, args: &[&str]) -> PathBuf {
        let ran = run(self.root(), today, &[&["new-meeting"], args].concat());
        assert_eq!(ran.exit, 0, "{args:?}: {}", ran.err);
        self.root().join(ran.out.lines().next().unwrap())
    }

    /// What `check` finds in a unit, seen on a day: rule, level, path, message.
    fn findings(&self, unit: &str, day: NaiveDate) -> BTreeSet<[String; 4]> {
        let ran = run(self.root(), day, &["check", "-O", "json", "--all-years", "--fail-on", "never", unit]);
        let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        let finding = |finding: &serde_json::Value| {
            ["rule", "level", "path", "message"].map(|key| finding[key].as_str().unwrap().to_owned())
        };
        json["findings"].as_array().unwrap().iter().map(finding).collect()
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from).min_depth(1).into_iter().map(Result::unwrap) {
        let target = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir(target).unwrap();
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

fn day(iso: &str) -> NaiveDate {
    iso.parse().unwrap()
}

/// Words apart at blanks, but not inside single quotation marks.
fn words(line: &str) -> Vec<String> {
    let quoted = line.split('\'').enumerate().map(|(n, part)| (n % 2 == 1, part));
    let mut words = vec![String::new()];
    for (quoted, part) in quoted {
        for c in part.chars() {
            match (quoted, c) {
                (false, ' ') => words.push(String::new()),
                _ => words.last_mut().unwrap().push(c),
            }
        }
    }
    words
}

/// Runs a case and tells it as its file should be.
fn told(case: &str) -> String {
    let register = Register::new();
    let mut told = String::new();
    let (mut today, mut directory) = (day("2018-12-20"), register.root().to_path_buf());
    for line in case.lines() {
        let known = if let Some(date) = line.strip_prefix("today: ") {
            today = day(date);
            true
        } else if let Some(inside) = line.strip_prefix("in: ") {
            directory = register.root().join(inside);
            true
        } else if let Some(file) = line.strip_prefix("append: ") {
            let (path, text) = file.split_once(' ').unwrap();
            let path = register.root().join(path);
            let before = fs::read_to_string(&path).unwrap_or_default();
            fs::write(path, format!("{before}{text}\n")).unwrap();
            true
        } else if let Some(file) = line.strip_prefix("prepend: ") {
            let (path, text) = file.split_once(' ').unwrap();
            let path = register.root().join(path);
            let after = fs::read_to_string(&path).unwrap();
            fs::write(path, format!("{text}\n{after}")).unwrap();
            true
        } else {
            line.starts_with('$')
        };
        if !known {
            continue;
        }
        writeln!(told, "{line}").unwrap();
        let Some(command) = line.strip_prefix("$ chibo ") else { continue };
        let before = register.files();
        let args = words(command);
        let ran = run(&directory, today, &args.iter().map(String::as_str).collect::<Vec<_>>());
        let root = register.root().display().to_string();
        for text in [ran.out, ran.err] {
            text.lines().for_each(|line| writeln!(told, "| {}", line.replace(&root, "ROOT")).unwrap());
        }
        writeln!(told, "exit {}", ran.exit).unwrap();
        for (path, text) in register.files() {
            if before.get(&path) != Some(&text) {
                writeln!(told, "wrote {}", path.strip_prefix(register.root()).unwrap().display()).unwrap();
                text.lines().for_each(|line| writeln!(told, "> {line}").unwrap());
            }
        }
    }
    told
}

#[test]
fn every_case_prints_and_writes_what_its_file_says() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/new_meeting");
    let mut differing = Vec::new();
    for entry in walkdir::WalkDir::new(cases).min_depth(1).sort_by_file_name().into_iter().map(Result::unwrap) {
        let case = fs::read_to_string(entry.path()).unwrap();
        let told = told(&case);
        if told != case {
            if std::env::var_os("BLESS").is_some() {
                fs::write(entry.path(), told).unwrap();
            } else {
                differing.push(format!("{}:\n{told}", entry.file_name().display()));
            }
        }
    }
    assert!(differing.is_empty(), "BLESS=1 accepts; look at the difference\n{}", differing.join("\n"));
}

const CELLS: [&str; 9] = [
    "me-so/chi-bo-hoang-trach",
    "me-so/chi-bo-me-so",
    "me-so/chi-bo-nhan-thap",
    "me-so/chi-bo-phu-thi",
    "xuan-quan/chi-bo-co-quan",
    "xuan-quan/chi-bo-thon-1",
    "xuan-quan/chi-bo-thon-2",
    "xuan-quan/chi-bo-thon-3a",
    "xuan-quan/chi-bo-thon-3b",
];
const KINDS: [&str; 7] = ["regular", "thematic", "combined", "extraordinary", "committee", "review", "congress"];
const DAYS: [&str; 4] = ["2016-11-19", "2017-05-21", "2018-07-20", "2018-12-30"];

/// Each cell with one kind, each kind at least once, on one of the days.
fn meetings() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    let pairs = CELLS.iter().enumerate().flat_map(|(c, cell)| {
        KINDS.iter().enumerate().filter(move |(k, _)| (c + k) % 7 == 0).map(move |(_, kind)| (*cell, *kind))
    });
    pairs.enumerate().map(|(n, (cell, kind))| (cell, kind, DAYS[n % DAYS.len()]))
}

#[test]
fn a_new_record_gives_no_finding_until_its_day_has_passed_and_then_asks_for_its_marks() {
    let register = Register::new();
    for (cell, kind, date) in meetings() {
        let on = day(date);
        let after = on + Days::new(1);
        let before = [register.findings(cell, on), register.findings(cell, after)];
        let path = register.meeting(on, &[cell, "--date", date, "--kind", kind]);
        let new = register.findings(cell, on);
        assert!(new.is_subset(&before[0]), "{path:?}: {:?}", new.difference(&before[0]));

        let unfilled = register.findings(cell, after);
        let errors: Vec<&str> = unfilled.difference(&before[1]).map(|finding| finding[0].as_str()).collect();
        assert_eq!(errors, ["attendance-not-recorded"], "{path:?}");

        let text = fs::read_to_string(&path).unwrap();
        let filled = text.lines().map(|line| match line.strip_suffix("= \"\"") {
            Some(key) if !line.starts_with('#') => format!("{key}= \"x\"\n"),
            _ => format!("{line}\n"),
        });
        fs::write(&path, filled.collect::<String>()).unwrap();
        let filled = register.findings(cell, after);
        let errors = filled.difference(&before[1]).filter(|finding| finding[1] == "error");
        assert_eq!(errors.collect::<Vec<_>>(), Vec::<&[String; 4]>::new(), "{path:?}");
        fs::remove_file(path).unwrap();
    }
}

#[test]
fn a_record_of_the_past_with_its_marks_or_totals_is_in_order() {
    let register = Register::new();
    for (cell, kind, date) in meetings().filter(|(_, kind, _)| *kind != "committee") {
        let today = day("2018-12-31");
        let before = register.findings(cell, today);
        for how in [["--absent", "dv01:p"], ["--counts", "5/9"], ["--not-held", "mưa \"bão\""]] {
            let path = register.meeting(today, &[&[cell, "--date", date, "--kind", kind][..], &how].concat());
            let new = register.findings(cell, today);
            let errors = new.difference(&before).filter(|finding| finding[1] == "error");
            assert_eq!(errors.collect::<Vec<_>>(), Vec::<&[String; 4]>::new(), "{path:?} {how:?}");
            fs::remove_file(path).unwrap();
        }
    }
}

#[test]
fn what_waits_to_be_filled_is_what_a_record_takes() {
    let register = Register::new();
    let (cell, date) = ("xuan-quan/chi-bo-thon-2", day("2018-09-29"));
    for lang in ["vi", "en"] {
        for kind in KINDS {
            let path = register.meeting(date, &[cell, "--date", "2018-09-29", "--kind", kind, "--lang", lang]);
            let text = fs::read_to_string(&path).unwrap();
            let waiting = |line: &str| {
                line.strip_prefix('#').filter(|rest| !rest.is_empty() && !rest.starts_with(' ')).map(str::to_owned)
            };
            let filled = text.lines().map(|line| match waiting(line) {
                None => line.to_owned(),
                Some(key) => match key.split_once(" =") {
                    Some((key @ ("start" | "end"), "")) => format!("{key} = 23:30:00"),
                    Some((key, "")) => format!("{key} = 2018-09-20"),
                    Some((key @ ("prepared_by" | "chair" | "minutes_by" | "author"), " \"\"")) => {
                        format!("{key} = \"dv01\"")
                    }
                    Some(("area", " \"\"")) => "area = \"other\"".to_owned(),
                    Some((key, " \"\"")) => format!("{key} = \"đã làm\""),
                    _ => key,
                },
            });
            let filled = filled.collect::<Vec<_>>().join("\n");
            assert!(filled.contains("[[resolutions]]") && filled.contains("\nconclusion = "), "{filled}");
            fs::write(&path, filled).unwrap();
            let relative = path.strip_prefix(register.root()).unwrap().display().to_string();
            let found = register.findings(cell, date).into_iter();
            let errors: Vec<_> = found.filter(|finding| finding[1] == "error" && finding[2] == relative).collect();
            assert_eq!(errors, Vec::<[String; 4]>::new(), "{kind} {lang}");
            fs::remove_file(path).unwrap();
        }
    }
}

#[test]
fn no_name_is_left_in_the_form_and_no_line_is_wide() {
    let register = Register::new();
    for (cell, kind, date) in meetings() {
        for lang in ["vi", "en"] {
            let path = register.meeting(day(date), &[cell, "--date", date, "--kind", kind, "--lang", lang]);
            let text = fs::read_to_string(&path).unwrap();
            assert!(!text.contains('<') && !text.contains("#:") && !text.contains('\r'), "{text}");
            for line in text.lines().filter(|line| line.starts_with('#') && !line.starts_with("# - ")) {
                assert!(line.chars().count() <= 130, "{line}");
            }
            fs::remove_file(path).unwrap();
        }
    }
}
