//! `check -O`: a register with every kind of mistake, in each form.

use std::{collections::BTreeSet, path::Path};

use serde_json::Value;
use tempfile::TempDir;

use crate::{
    json_schema::mistakes,
    support::{Run, chibo, copy, words},
    xsd,
};

const CELL: &str = "so/me-so/chi-bo-nhan-thap";

const EXPLANATION: &str = "finding,unit,period,reason,approved_by,until\n\
                           working-regulations,me-so/chi-bo-nhan-thap,2018,Đang lấy ý kiến,Huyện ủy,\n";

fn example(name: &str) -> TempDir {
    let place = tempfile::tempdir().expect("a temporary directory");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name), &place.path().join("so"));
    place
}

/// Errors, shortfalls and warnings, one of them explained, in files and texts that each form must escape.
fn broken() -> TempDir {
    let place = example("van-giang");
    let write = |path: &str, text: &str| std::fs::write(place.path().join(path), text).expect("it can be written");
    let meeting = format!("{CELL}/2018/2018-01-09-regular.toml");
    let text = std::fs::read_to_string(place.path().join(&meeting)).expect("it is there");
    write(&meeting, &format!("\"[a](b) | <c> & \\u001B\\n'\\\"\" = 1\n{text}"));
    write(&format!("{CELL}/số liệu, (1) #2.xlsx"), "");
    write(&format!("{CELL}/members (1).csv"), "");
    write(&format!("{CELL}/explanations.csv"), EXPLANATION);
    place
}

fn check(place: &Path, options: &str) -> Run {
    chibo(&words(&format!("check -C so {options}")), place)
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("it is JSON")
}

fn findings(place: &Path) -> Vec<Value> {
    json(&check(place, "-O json").out)["findings"].as_array().expect("a list").clone()
}

#[test]
fn the_broken_register_has_every_level() {
    let place = broken();
    let found = findings(place.path());
    let levels: BTreeSet<String> = found.iter().map(|finding| finding["level"].to_string()).collect();
    assert_eq!(levels.len(), 3, "{levels:?}");
    assert_eq!(explained(&found), 1, "{found:#?}");
}

#[test]
fn the_exit_code_is_the_same_in_every_form() {
    let (broken, clean) = (broken(), example("clean"));
    for format in ["full", "concise", "json", "github", "gitlab", "junit", "sarif", "markdown"] {
        assert_eq!(check(broken.path(), &format!("-O {format}")).code, 1, "{format}");
        assert_eq!(check(broken.path(), &format!("-O {format} --fail-on never")).code, 0, "{format}");
        assert_eq!(check(clean.path(), &format!("-O {format}")).code, 0, "{format}");
    }
}

#[test]
fn sarif_is_what_oasis_says() {
    let schema = json(include_str!("../schemas/sarif-2.1.0.json"));
    for place in [broken(), example("clean")] {
        for lang in ["vi", "en"] {
            let log = json(&check(place.path(), &format!("-O sarif --lang {lang}")).out);
            assert_eq!(mistakes(&schema, &log), [""; 0]);
            let run = &log["runs"][0];
            let explained =
                run["results"].as_array().into_iter().flatten().filter(|one| one["suppressions"].is_array());
            let words: Vec<&Value> = explained.map(|one| &one["suppressions"][0]["justification"]).collect();
            assert_eq!(words.len() as u64, self::explained(&findings(place.path())));
            let said = if lang == "vi" { "Huyện ủy chấp nhận" } else { "accepted by Huyện ủy" };
            assert!(words.iter().all(|word| **word == format!("Đang lấy ý kiến; {said}")), "{words:?}");
            assert_eq!(run["results"].as_array().map(Vec::len), Some(findings(place.path()).len()));
            for result in run["results"].as_array().into_iter().flatten() {
                let index = result["ruleIndex"].as_u64().expect("a rule is listed") as usize;
                assert_eq!(run["tool"]["driver"]["rules"][index]["id"], result["ruleId"]);
            }
            for rule in run["tool"]["driver"]["rules"].as_array().into_iter().flatten() {
                assert!(rule["fullDescription"]["text"].as_str().is_some_and(|text| !text.is_empty()), "{rule}");
            }
        }
    }
}

#[test]
fn sarif_addresses_are_relative_to_the_working_directory_and_encoded() {
    let place = broken();
    let out = check(place.path(), "-O sarif").out;
    let address = "so/me-so/chi-bo-nhan-thap/s%E1%BB%91%20li%E1%BB%87u%2C%20%281%29%20%232.xlsx";
    assert!(out.contains(&format!("\"uri\": \"{address}\"")), "{out}");
}

fn explained(findings: &[Value]) -> u64 {
    findings.iter().filter(|finding| finding["explained"] == true).count() as u64
}

fn fingerprints(place: &Path) -> Vec<String> {
    let log = json(&check(place, "-O sarif").out);
    let results = log["runs"][0]["results"].as_array().expect("a list").clone();
    results.iter().map(|result| result["partialFingerprints"].to_string()).collect()
}

#[test]
fn fingerprints_outlive_changes_of_lines() {
    let place = broken();
    let (before, lines) = (fingerprints(place.path()), findings(place.path()));
    let meeting = place.path().join(format!("{CELL}/2018/2018-01-09-regular.toml"));
    let text = std::fs::read_to_string(&meeting).expect("it is there");
    std::fs::write(&meeting, format!("# Một dòng.\n\n{text}")).expect("it can be written");
    assert_eq!(fingerprints(place.path()), before);
    assert_ne!(findings(place.path()), lines);
    assert_eq!(before.iter().collect::<BTreeSet<_>>().len(), before.len(), "each is its own");
}

#[test]
fn gitlab_gets_its_fields() {
    let schema = json(include_str!("../schemas/gitlab-code-quality.json"));
    let place = broken();
    let report = json(&check(place.path(), "-O gitlab").out);
    assert_eq!(mistakes(&schema, &report), [""; 0]);
    let all = findings(place.path());
    let open = all.len() - explained(&all) as usize;
    assert_eq!(report.as_array().map(Vec::len), Some(open));
    let issues = report.as_array().into_iter().flatten();
    let prints: BTreeSet<_> = issues.map(|issue| issue["fingerprint"].to_string()).collect();
    assert_eq!(prints.len(), open);
    assert_eq!(check(example("clean").path(), "-O gitlab").out, "[]\n");
}

#[test]
fn junit_has_a_suite_a_unit() {
    let schema = include_str!("../schemas/junit.xsd");
    for place in [broken(), example("clean")] {
        let out = check(place.path(), "-O junit").out;
        assert_eq!(xsd::mistakes(schema, &out), [""; 0], "{out}");
        let report = roxmltree::Document::parse(&out).expect("it is XML");
        let root = report.root_element();
        let count = |name: &str| root.descendants().filter(|node| node.has_tag_name(name)).count().to_string();
        let all = json(&check(place.path(), "-O json").out);
        assert_eq!(count("testsuite"), all["summary"]["units"].to_string());
        assert_eq!(root.attribute("tests"), Some(&*count("testcase")));
        assert_eq!(root.attribute("failures"), Some(&*count("failure")));
        let failing =
            all["summary"]["errors"].as_u64().unwrap_or(0) + all["summary"]["shortfalls"].as_u64().unwrap_or(0);
        let skipped = root.descendants().filter(|node| node.has_tag_name("skipped")).count() as u64;
        assert_eq!(count("failure"), (failing - skipped).to_string());
        assert_eq!(skipped, all["findings"].as_array().map_or(0, |all| explained(all)));
        let cases = root.descendants().filter(|node| node.has_tag_name("testcase"));
        let names: BTreeSet<_> = cases.map(|case| (case.attribute("classname"), case.attribute("name"))).collect();
        assert_eq!(names.len().to_string(), count("testcase"), "each is its own");
    }
}

#[test]
fn junit_fails_what_the_exit_code_counts() {
    let mut seen = BTreeSet::new();
    for place in [broken(), example("van-giang"), example("clean")] {
        for level in ["error", "shortfall", "warning", "never"] {
            let run = check(place.path(), &format!("-O junit --fail-on {level}"));
            let report = roxmltree::Document::parse(&run.out).expect("it is XML");
            let failures = report.root_element().attribute("failures").expect("they are counted").to_owned();
            assert_eq!(run.code == 1, failures != "0", "--fail-on {level}: {failures}");
            seen.insert(failures);
        }
    }
    assert!(seen.len() > 3, "each level counts another number: {seen:?}");
}

#[test]
fn what_was_accepted_is_told_with_who_accepted_it() {
    let place = broken();
    let accepted = serde_json::json!({ "reason": "Đang lấy ý kiến", "approved_by": "Huyện ủy", "until": null });
    for finding in findings(place.path()) {
        let expected = if finding["explained"] == true { &accepted } else { &Value::Null };
        assert_eq!(&finding["explanation"], expected);
    }
    let full = check(place.path(), "").out;
    assert!(full.contains("giải trình: Đang lấy ý kiến; Huyện ủy chấp nhận"), "{full}");
}

#[test]
fn markdown_is_escaped_and_has_a_row_a_finding() {
    let place = broken();
    let out = check(place.path(), "-O markdown").out;
    let rows = out.lines().filter(|line| line.starts_with("| [")).count();
    assert_eq!(rows, findings(place.path()).len(), "{out}");
    assert!(out.starts_with("## chibo check\n\nĐã đọc "), "{out}");
    // Three cells a row, whatever the key of the record was.
    for row in out.lines().filter(|line| line.starts_with('|')) {
        assert_eq!(row.replace("\\|", "").matches('|').count(), 4, "{row}");
    }
    let address = format!("]({CELL}/s%E1%BB%91%20li%E1%BB%87u%2C%20%281%29%20%232.xlsx#L1)");
    assert!(out.contains(&address), "{out}");
    assert_eq!(out.matches(" (đã giải trình: Đang lấy ý kiến; Huyện ủy chấp nhận) |").count(), 1, "{out}");
}

#[test]
fn markdown_shows_two_hundred_rows_and_counts_the_rest() {
    let place = example("clean");
    let keys: String = (0..230).map(|n| format!("k{n} = 1\n")).collect();
    let settings = place.path().join("so/2018/2018-01-06-regular.toml");
    let text = std::fs::read_to_string(&settings).expect("it is there");
    std::fs::write(&settings, format!("{keys}{text}")).expect("it can be written");
    let out = check(place.path(), "-O markdown --lang en").out;
    assert_eq!(out.lines().filter(|line| line.starts_with("| [")).count(), 200);
    let all = findings(place.path()).len();
    assert!(out.contains(&format!("\n{} more; see them with chibo check.\n", all - 200)), "{out}");
}

#[test]
fn a_file_takes_the_form_and_the_summary_is_printed() {
    let place = broken();
    let printed = check(place.path(), "-o bao-cao.sarif");
    assert_eq!(printed.code, 1);
    assert!(printed.out.starts_with("Đã đọc ") && printed.err.is_empty(), "{}", printed.out);
    let file = std::fs::read_to_string(place.path().join("bao-cao.sarif")).expect("it was written");
    assert_eq!(file, check(place.path(), "-O sarif").out);
}
