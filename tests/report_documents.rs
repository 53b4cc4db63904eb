//! The documents of a report say what its JSON says, lead where they say, and are the same twice.
#![allow(clippy::expect_used, reason = "a test that cannot read its own data has failed")]

mod support;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::Cursor,
    path::Path,
};

use calamine::{Data, Range, Reader, Xlsx};
use regex_lite::Regex;
use serde_json::Value;
use support::chibo;

const REGISTERS: [&str; 3] = ["examples/van-giang", "examples/mistakes", "tests/registers/otherwise-counted"];

fn here() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn run(line: &str) -> String {
    chibo(&support::words(line), here()).out
}

/// What a command writes into a file of a form.
fn written(line: &str, form: &str) -> Vec<u8> {
    let directory = tempfile::tempdir().expect("a directory");
    let file = directory.path().join(format!("report.{form}"));
    let mut words = support::words(line);
    words.extend(["-o".to_owned(), file.display().to_string()]);
    let run = chibo(&words, here());
    assert!(run.code < 2, "{line}: {}", run.err);
    fs::read(file).expect("it was written")
}

fn json(register: &str, more: &str) -> Value {
    serde_json::from_str(&run(&format!("-C {register} report --year 2018 {more} -O json"))).expect("it is JSON")
}

fn sheets(register: &str, more: &str) -> BTreeMap<String, Range<Data>> {
    let bytes = written(&format!("-C {register} --lang vi report --year 2018 {more}"), "xlsx");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("it is a workbook");
    book.worksheets().into_iter().collect()
}

/// The rows of a sheet below its headings, by the text of their first box.
fn rows(sheet: &Range<Data>) -> BTreeMap<String, Vec<Data>> {
    sheet.rows().map(|row| (row[0].to_string(), row.to_vec())).collect()
}

fn share(n: f64, d: f64) -> Option<f64> {
    (d > 0.0).then(|| n / d)
}

#[test]
fn the_workbook_says_what_the_json_says() {
    for register in REGISTERS {
        let report = json(register, "");
        let sheets = sheets(register, "");
        let targets = rows(&sheets["Chỉ tiêu"]);
        for target in report["targets"].as_array().expect("targets") {
            let id = target["id"].as_str().expect("an id");
            let row = &targets[id];
            let (n, d) = (target["numerator"].as_f64(), target["denominator"].as_f64());
            assert_eq!(
                (Some(&row[4]), Some(&row[5])),
                (n.map(Data::Float).as_ref(), d.map(Data::Float).as_ref()),
                "{id}"
            );
            // The kept result of the formula, by which programs that do not calculate go.
            let kept = match &row[6] {
                Data::Float(share) => Some(*share),
                _ => None,
            };
            assert_eq!(kept, share(n.unwrap_or_default(), d.unwrap_or_default()), "{register}: {id}");
        }
    }
}

#[test]
fn the_sheet_of_units_adds_up_to_the_whole() {
    let register = "examples/van-giang";
    let report = json(register, "--by commune");
    let sheets = sheets(register, "");
    let (targets, sheet) = (rows(&sheets["Chỉ tiêu"]), &sheets["Từng đơn vị"]);
    let heads: Vec<Data> = sheet.rows().next().expect("headings").to_vec();
    let last = sheet.rows().next_back().expect("a sum").to_vec();
    assert_eq!(sheet.rows().count(), 2 + report["by"].as_array().map_or(0, Vec::len) + 1);
    let mut compared = 0;
    for target in report["targets"].as_array().expect("targets") {
        let of_unit = |unit: &Value| {
            let of = unit["targets"].as_array()?.iter().find(|own| own["id"] == target["id"])?.clone();
            of["numerator"].as_f64()
        };
        let sum: f64 = report["by"].as_array().expect("units").iter().filter_map(of_unit).sum();
        let title = targets[target["id"].as_str().expect("an id")][1].to_string();
        if let Some(column) = heads.iter().position(|head| head.to_string() == title) {
            assert_eq!(last[column], Data::Float(sum), "{title}");
            compared += 1;
        }
    }
    assert!(compared > 20, "only {compared} targets were compared");
}

#[test]
fn what_is_missing_is_what_check_tells() {
    for register in REGISTERS {
        let checked: Value =
            serde_json::from_str(&run(&format!("-C {register} check --year 2018 -O json"))).expect("JSON");
        let asked =
            checked["findings"].as_array().expect("findings").iter().filter(|found| found["level"] == "shortfall");
        let told = rows_of_missing(&sheets(register, "--members")["Chưa đạt"]);
        assert_eq!(told, asked.count(), "{register}");
        // Without people one line may stand for several.
        let summed: f64 = sheets(register, "")["Chưa đạt"]
            .rows()
            .skip(1)
            .filter_map(|row| match row[5] {
                Data::Float(count) => Some(count),
                _ => None,
            })
            .sum();
        assert!((summed - told as f64).abs() < f64::EPSILON, "{register}: {summed} and {told}");
    }
}

fn rows_of_missing(sheet: &Range<Data>) -> usize {
    sheet.rows().skip(1).filter(|row| matches!(row.get(5), Some(Data::Float(_)))).count()
}

#[test]
fn documents_are_the_same_twice() {
    for form in ["xlsx", "html"] {
        let line = "-C examples/van-giang --as-of 2019-01-31 report --year 2018";
        let twice = [0, 1].map(|_| written(line, form));
        assert!(twice[0] == twice[1] && twice[0].len() > 1000, "{form}");
    }
}

/// Every link of a page leads to a place of it, or of a page beside it; no id stands twice.
#[test]
fn every_link_of_the_pages_leads_somewhere() {
    let directory = tempfile::tempdir().expect("a directory");
    let out = directory.path().join("pages");
    for register in REGISTERS {
        let _ = fs::remove_dir_all(&out);
        let target = format!("{}/", out.display());
        let words = ["-C", register, "report", "--year", "2018", "--all", "-o", &target].map(ToOwned::to_owned);
        let run = chibo(&words, here());
        assert!(run.code < 2, "{}", run.err);
        let pages: BTreeMap<String, String> = fs::read_dir(&out)
            .expect("pages")
            .map(|entry| entry.expect("a page"))
            .map(|entry| {
                let text = fs::read_to_string(entry.path()).expect("text");
                (entry.file_name().to_string_lossy().into_owned(), text)
            })
            .collect();
        assert!(pages.contains_key("index.html") && pages.len() > 1, "{register}: {:?}", pages.keys());
        let ids: BTreeMap<&str, BTreeSet<String>> =
            pages.iter().map(|(name, text)| (name.as_str(), ids(text))).collect();
        for (name, text) in &pages {
            for href in all(text, r#"href="([^"]*)""#).into_iter().filter(|href| !href.starts_with("data:")) {
                let (file, place) = href.split_once('#').unwrap_or((&href, ""));
                let file = if file.is_empty() { name.as_str() } else { file };
                let known = ids.get(file).unwrap_or_else(|| panic!("{name}: there is no page {file}"));
                assert!(place.is_empty() || known.contains(place), "{name}: {href} leads nowhere");
            }
            assert!(!Regex::new("https?://").expect("a pattern").is_match(text), "{name}: an address of the network");
        }
    }
}

fn all(text: &str, pattern: &str) -> Vec<String> {
    let pattern = Regex::new(pattern).expect("a pattern");
    pattern.captures_iter(text).map(|found| found[1].to_owned()).collect()
}

fn ids(text: &str) -> BTreeSet<String> {
    let found = all(text, r#" id="([^"]*)""#);
    let unique: BTreeSet<String> = found.iter().cloned().collect();
    assert_eq!(found.len(), unique.len(), "an id stands twice");
    unique
}

/// A name in a register cannot become a tag of the page.
#[test]
fn a_name_cannot_become_a_tag() {
    let directory = tempfile::tempdir().expect("a directory");
    let root = directory.path();
    fs::write(root.join("chibo.toml"), "format = 1\nlevel = \"commune\"\nname = \"<script>alert(1)</script>\"\n")
        .expect("written");
    fs::write(root.join("commune.toml"), "name = \"<b>X</b> & \\\"Y\\\"\"\nkind = \"xã\"\n").expect("written");
    let page = run(&format!("-C {} report --year 2018 -O html", root.display()));
    assert!(page.contains("&#60;script&#62;") || page.contains("&lt;script&gt;"), "the name is shown");
    assert!(!page.contains("<script>alert"), "the name is a tag");
}

/// What is published names no person and no record, and gives no figure of fewer than five.
#[test]
fn what_is_published_tells_of_nobody() {
    let person = Regex::new(r"\b(dv|tt)\d\d\b|\.(toml|csv):\d").expect("a pattern");
    for unit in ["", "xuan-quan"] {
        for form in ["html", "markdown", "table"] {
            let text = run(&format!("-C examples/van-giang report {unit} --year 2018 --all --public -O {form}"));
            assert!(text.len() > 500, "{form}");
            let found = person.find(&text).map(|found| found.as_str().to_owned());
            assert_eq!(found, None, "{unit} {form}");
        }
        let report = json("examples/van-giang", &format!("{unit} --public --by commune"));
        let units = report["by"].as_array().expect("units").iter().chain([&report]);
        for target in units.flat_map(|unit| unit["targets"].as_array().expect("targets")) {
            let few = |of: &Value| (1..5).contains(&of["denominator"].as_u64().expect("a number"));
            assert!(
                !few(target) && !target.get("previous").is_some_and(|before| !before.is_null() && few(before)),
                "{target}"
            );
        }
        let heads = |unit: &Value| {
            let targets = unit["targets"].as_array().expect("targets");
            targets.iter().any(|target| target["id"] == "head-membership")
        };
        assert!(!report["by"].as_array().expect("units").iter().any(heads), "a commune's heads are told");
    }
}

/// A sheet that says that nothing is missing would be untrue, and so would pages side by side that hold nothing back.
#[test]
fn what_is_published_claims_nothing_and_stands_alone() {
    let sheets = sheets("examples/van-giang", "--public");
    assert!(!sheets.contains_key("Chưa đạt"), "{:?}", sheets.keys());
    assert!(sheets["Ghi chú"].rows().any(|row| row[1].to_string().starts_with("Bản công bố:")));
    let place = tempfile::tempdir().expect("a directory");
    let line = format!("-C examples/van-giang report --year 2018 --public -o {}/pages/", place.path().display());
    let run = chibo(&support::words(&line), here());
    assert_eq!(run.code, 2);
    assert!(run.err.contains("--public") && !place.path().join("pages").exists(), "{}", run.err);
}

/// Whoever reads a province's page knows its districts by name.
#[test]
fn the_page_of_a_province_names_its_districts() {
    let place = tempfile::tempdir().expect("a directory");
    let made = chibo(&support::words("demo so --communes 24 --years 2018-2018"), place.path());
    assert_eq!(made.code, 0, "{}", made.err);
    let page = chibo(&support::words("-C so --lang vi report --year 2018 -O html"), place.path()).out;
    let head = Regex::new(r#"<th scope="row">(?:<a [^>]*>)?([^<]*)<"#).expect("a pattern");
    let told: Vec<&str> =
        head.captures_iter(&page).filter_map(|found| found.get(1)).map(|found| found.as_str()).collect();
    let id = Regex::new(r", [a-z]+-[a-z-]+$").expect("a pattern");
    assert!(told.len() > 48, "{told:?}");
    assert_eq!(told.iter().find(|name| id.is_match(name)), None);
}
