//! `chibo export`: what is written, where, and what never is.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod support;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use serde_json::Value;
use support::{Run, chibo, copy, words};

fn run(line: &str, directory: &Path) -> Run {
    chibo(&words(line), directory)
}

/// A place with the example district, its people named.
fn place() -> tempfile::TempDir {
    let place = tempfile::tempdir().expect("a temporary directory");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/van-giang"), &place.path().join("van-giang"));
    let cell = place.path().join("van-giang/me-so/chi-bo-me-so");
    fs::write(cell.join("names.csv"), "id,name\ndv01,Nguyễn Thị Sen\n").expect("names can be written");
    fs::write(place.path().join("van-giang/me-so/names.csv"), "id,name\ntt01,Trần Văn Sắt\n").expect("names too");
    place
}

/// Every file below a directory, with its text.
fn files(directory: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(directory).expect("it can be listed").flatten() {
        let name = entry.file_name().into_string().expect("a name is UTF-8");
        if entry.path().is_dir() {
            found.extend(files(&entry.path()).into_iter().map(|(below, text)| (format!("{name}/{below}"), text)));
        } else {
            found.insert(name, fs::read_to_string(entry.path()).expect("a file is UTF-8"));
        }
    }
    found
}

fn rows(csv: &str) -> Vec<csv::StringRecord> {
    csv::Reader::from_reader(csv.as_bytes()).records().map(|row| row.expect("a row is sound")).collect()
}

#[test]
fn the_same_records_give_the_same_bytes_whatever_the_order_and_the_threads() {
    let place = place();
    assert_eq!(run("-C van-giang export one", place.path()).code, 0);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a pool");
    pool.install(|| assert_eq!(run("-C van-giang export two", place.path()).code, 0));
    assert_eq!(files(&place.path().join("one")), files(&place.path().join("two")));
}

#[test]
fn nobody_is_named_unless_it_is_asked_for() {
    let place = place();
    run("-C van-giang export plain", place.path());
    run("-C van-giang export plain-json -O ndjson", place.path());
    let plain: String = files(&place.path().join("plain")).into_values().collect();
    let json: String = files(&place.path().join("plain-json")).into_values().collect();
    // A member was admitted in 1985; nothing before the plan is told, of anybody.
    for text in [plain, json] {
        for private in ["Sen", "Sắt", "dv01", "tt01", "1985", "work-away", "illness", "died"] {
            assert!(!text.contains(private), "{private}");
        }
        let days = text.split(|c: char| !c.is_ascii_digit() && c != '-').filter(|word| word.len() == 10);
        let days: Vec<&str> = days.filter(|word| word.as_bytes()[4] == b'-' && word.as_bytes()[7] == b'-').collect();
        assert!(days.len() > 100 && days.iter().all(|day| *day >= "2016-11-01"), "{:?}", days.iter().min());
    }
    run("-C van-giang --names export named", place.path());
    let named = files(&place.path().join("named"));
    assert!(named["members.csv"].starts_with("member_id,unit_id,register_code,name\n"));
    assert!(named["members.csv"].contains(",dv01,Nguyễn Thị Sen\n"));
    assert!(named["officials.csv"].contains(",tt01,Trần Văn Sắt\n"));
}

#[test]
fn the_numbers_of_people_do_not_follow_their_ids() {
    let place = place();
    run("-C van-giang --names export named", place.path());
    let named = files(&place.path().join("named"));
    let mut cells: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in rows(&named["members.csv"]) {
        cells.entry(row[1].to_owned()).or_default().push(row[2].to_owned());
    }
    assert!(cells.len() > 5);
    assert!(cells.values().any(|ids| !ids.is_sorted()), "{cells:?}");
}

#[test]
fn the_package_describes_what_is_there_and_both_forms_say_the_same() {
    let place = place();
    run("-C van-giang export csv", place.path());
    run("-C van-giang export json -O ndjson", place.path());
    let (csv, json) = (files(&place.path().join("csv")), files(&place.path().join("json")));
    let package: Value = serde_json::from_str(&csv["datapackage.json"]).expect("it is JSON");
    let tables = package["resources"].as_array().expect("it has tables");
    let mut keys: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for table in tables {
        let file = table["path"].as_str().expect("a table has a file");
        let fields = table["schema"]["fields"].as_array().expect("a table has columns");
        let names: Vec<&str> = fields.iter().filter_map(|field| field["name"].as_str()).collect();
        assert_eq!(csv[file].lines().next(), Some(names.join(",").as_str()), "{file}");
        let rows = rows(&csv[file]);
        let objects: Vec<Value> = json[&file.replace(".csv", ".ndjson")]
            .lines()
            .map(|line| serde_json::from_str(line).expect("a line is JSON"))
            .collect();
        assert_eq!(rows.len(), objects.len(), "{file}");
        for (row, object) in rows.iter().zip(&objects) {
            for (field, cell) in fields.iter().zip(row) {
                let name = field["name"].as_str().expect("a column has a name");
                let said = match &object[name] {
                    Value::Null => String::new(),
                    Value::String(text) => text.clone(),
                    other => other.to_string(),
                };
                assert_eq!(cell, said, "{file}: {name}");
                assert!(!cell.is_empty() || field["constraints"]["required"] == false, "{file}: {name} is always said");
            }
        }
        let key: Vec<&str> = table["schema"]["primaryKey"]
            .as_array()
            .expect("a table has a key")
            .iter()
            .filter_map(Value::as_str)
            .collect();
        let at = |name: &str| names.iter().position(|other| *other == name).expect("it is a column");
        let told: BTreeSet<String> =
            rows.iter().map(|row| key.iter().map(|key| &row[at(key)]).collect::<Vec<_>>().join(" ")).collect();
        assert_eq!(told.len(), rows.len(), "{file}: the key tells rows apart");
        keys.insert(table["name"].as_str().expect("a table has a name"), told);
        for reference in table["schema"]["foreignKeys"].as_array().into_iter().flatten() {
            let column = at(reference["fields"].as_str().expect("one column"));
            let other = match reference["reference"]["resource"].as_str().expect("another table") {
                "" => table["name"].as_str().expect("itself"),
                other => other,
            };
            assert!(
                rows.iter().all(|row| row[column].is_empty() || keys[other].contains(&row[column])),
                "{file}: {column}"
            );
        }
    }
    let created = csv["schema.sql"].matches("CREATE TABLE").count();
    assert_eq!((tables.len(), csv.len()), (created, created + 7), "{:?}", csv.keys());
}

#[test]
fn tallies_and_findings_are_those_of_report_and_check() {
    let place = place();
    run("-C van-giang export out --as-of 2018-11-20", place.path());
    let out = files(&place.path().join("out"));
    let units: BTreeMap<String, String> =
        rows(&out["units.csv"]).iter().map(|row| (row[0].to_owned(), row[1].replace('.', ""))).collect();
    let tallies: BTreeMap<(String, String, String), Vec<String>> = rows(&out["tallies.csv"])
        .iter()
        .map(|row| {
            let key = (units[&row[0]].clone(), row[1].to_owned(), row[2].to_owned());
            (key, [3, 4, 5, 6, 10].map(|at| row[at].to_owned()).to_vec())
        })
        .collect();
    let mut compared = 0;
    for year in ["2016", "2017", "2018"] {
        for level in ["commune", "cell", "village"] {
            let line = format!("-C van-giang report --as-of 2018-11-20 --year {year} --by {level} -O json");
            let report: Value = serde_json::from_str(&run(&line, place.path()).out).expect("it is JSON");
            let by = report["by"].as_array().expect("there are units");
            for unit in by.iter().chain([&report]) {
                for target in unit["targets"].as_array().expect("there are targets") {
                    let text = |key: &str| target[key].to_string().trim_matches('"').to_owned();
                    let key = (unit["unit"].as_str().expect("a unit").to_owned(), year.to_owned(), text("id"));
                    let said = ["numerator", "denominator", "left_out", "unknown", "status"].map(text).to_vec();
                    if let Some(tally) = tallies.get(&key) {
                        assert_eq!(*tally, said, "{key:?}");
                        compared += 1;
                    } else {
                        assert_eq!(said, ["0", "0", "0", "0", "no-data"], "{key:?}");
                    }
                }
            }
        }
    }
    assert!(compared > 500, "{compared}");
    let check = run("-C van-giang check --as-of 2018-11-20 --all-years -O json", place.path());
    let check: Value = serde_json::from_str(&check.out).expect("it is JSON");
    let told = |finding: &Value| {
        ["rule", "level", "unit", "period", "path"].map(|key| finding[key].as_str().unwrap_or_default().to_owned())
    };
    let mut findings: Vec<_> = check["findings"].as_array().expect("there are findings").iter().map(told).collect();
    let mut exported: Vec<_> = rows(&out["findings.csv"])
        .iter()
        .map(|row| [row[1].into(), row[2].into(), units[&row[4]].clone(), row[5].into(), row[6].into()])
        .collect();
    findings.sort();
    exported.sort();
    assert!(findings.len() > 10);
    assert_eq!(exported, findings);
}

#[test]
fn only_an_empty_place_or_an_earlier_export_is_taken() {
    let place = place();
    let export = |line: &str| {
        let run = run(&format!("--lang en -C van-giang export {line}"), place.path());
        (run.code, run.err)
    };
    let refused = |text: &str| (2, format!("error: {text}\n"));
    // What an export that was stopped has left is in nobody's way.
    fs::create_dir(place.path().join("stopped")).expect("a directory");
    fs::write(place.path().join("stopped/.chibo-1a2b3c.tmp"), "unit,").expect("a file");
    assert_eq!(export("stopped"), (0, String::new()));
    assert!(files(&place.path().join("stopped")).keys().all(|name| !name.contains("tmp")));
    let inside = "lies in the register, where tables would be taken for records\nhint: choose a directory outside it";
    assert_eq!(export("van-giang"), refused(&format!("van-giang {inside}")));
    assert_eq!(export("van-giang/me-so/new/one"), refused(&format!("van-giang/me-so/new/one {inside}")));
    assert!(!place.path().join("van-giang/me-so/new").exists());
    fs::create_dir(place.path().join("mine")).expect("a directory");
    fs::write(place.path().join("mine/letter.txt"), "a").expect("a file");
    let foreign =
        "mine is not empty, and no export of chibo's\nhint: choose a directory that is empty or not there yet";
    assert_eq!(export("mine"), refused(foreign));
    assert_eq!(export("mine --force"), refused(foreign));
    assert_eq!(export("new/out"), (0, String::new()));
    assert_eq!(export("new/out"), refused("new/out holds an earlier export; add --force to write over it"));
    // The tables of another form are gone, what else lies there is not.
    fs::write(place.path().join("new/out/notes.txt"), "a").expect("a file");
    assert_eq!(export("new/out -O ndjson --force"), (0, String::new()));
    let out = files(&place.path().join("new/out"));
    assert!(out.contains_key("units.ndjson") && !out.contains_key("units.csv") && out.contains_key("notes.txt"));
    assert!(out.keys().all(|name| !name.contains("tmp")), "{:?}", out.keys());
}

#[test]
fn a_part_of_the_register_is_exported_alone() {
    let place = place();
    for (unit, units) in [("me-so", 9), ("me-so/chi-bo-me-so", 1)] {
        let name = unit.replace('/', "-");
        assert_eq!(run(&format!("-C van-giang/{unit} export {name}"), place.path()).code, 0);
        let out = files(&place.path().join(name));
        assert_eq!(rows(&out["units.csv"]).len(), units, "{}", out["units.csv"]);
        assert!(out["attendance.csv"].lines().count() > 100 || units == 1);
    }
}
