//! The evidence of a figure adds up to the figure, for every target, unit and year of the example.
#![allow(clippy::expect_used, reason = "a test that cannot read its own data has failed")]

mod support;

use std::path::Path;

use serde_json::Value;
use support::chibo;

fn json(line: &str) -> Value {
    let run = chibo(&support::words(line), Path::new(env!("CARGO_MANIFEST_DIR")));
    assert!(run.code <= 1, "{line}: {}", run.err);
    serde_json::from_str(&run.out).expect("it is JSON")
}

fn number(value: &Value, key: &str) -> u64 {
    value[key].as_u64().expect("a count")
}

fn sum(rows: &Value, key: &str) -> u64 {
    rows.as_array().expect("a list").iter().map(|row| number(row, key)).sum()
}

#[test]
fn evidence_and_sub_units_add_up_to_what_the_report_says() {
    let mut traced = 0;
    for unit in ["", "me-so", "xuan-quan", "me-so/chi-bo-me-so", "xuan-quan/chi-bo-thon-2", "xuan-quan#thon-2"] {
        for year in [2016, 2018] {
            let report = json(&format!("-C examples/van-giang report {unit} --year {year} -O json"));
            for target in report["targets"].as_array().expect("a list") {
                let id = target["id"].as_str().expect("an id");
                let trace = json(&format!("-C examples/van-giang trace {id} {unit} --year {year} -O json"));
                for key in ["numerator", "denominator"] {
                    assert_eq!(number(&trace, key), number(target, key), "{id} of `{unit}` in {year}");
                    let parts = sum(&trace["evidence"], key) + sum(&trace["by"], key);
                    assert_eq!(parts, number(&trace, key), "{id} of `{unit}` in {year}: {trace}");
                }
                traced += 1;
            }
        }
    }
    assert!(traced > 60, "only {traced} figures were traced");
}

#[test]
fn a_table_too_large_to_read_is_named_with_the_rule_that_kept_it_out() {
    let register = tempfile::tempdir().expect("there is a place for files");
    support::copy(Path::new("examples/van-giang"), register.path());
    let table = "me-so/chi-bo-me-so/2018/assessments.csv";
    let large = format!("member,task,grade\n{}", ",,\n".repeat(400_000));
    std::fs::write(register.path().join(table), large).expect("a file can be written");
    let words = support::words("trace good-members me-so/chi-bo-me-so --year 2018 -O json");
    let run = chibo(&words, register.path());
    let trace: Value = serde_json::from_str(&run.out).expect("it is JSON");
    let first = &trace["evidence"][0];
    assert_eq!((&first["path"], &first["note"]), (&table.into(), &"để ngoài: lỗi file-too-large (dòng 1)".into()));
}

#[test]
fn names_are_shown_to_who_asks_and_to_no_program() {
    let register = tempfile::tempdir().expect("there is a place for files");
    support::copy(Path::new("examples/van-giang"), register.path());
    let write = |path: &str, text: &str| std::fs::write(register.path().join(path), text).expect("it can be written");
    write("xuan-quan/chi-bo-thon-3b/names.csv", "id,name\ndv10,Nguyễn Thị Sen\n");
    write("xuan-quan/names.csv", "id,name\ntt03,Trần Văn Lúa\n");
    let trace = |line: &str| chibo(&support::words(&format!("trace --year 2018 {line}")), register.path()).out;
    let exempt = trace("task-assignment xuan-quan/chi-bo-thon-3b --names");
    assert!(exempt.contains("`dv10` (Nguyễn Thị Sen) miễn công tác"), "{exempt}");
    let head = trace("head-membership xuan-quan#thon-3 --names --lang en");
    assert!(head.contains("`tt03` (Trần Văn Lúa): "), "{head}");
    for line in ["", "--names -O json", "--names -O csv", "--names -O markdown"] {
        let shown = trace(&format!("task-assignment xuan-quan/chi-bo-thon-3b {line}"));
        assert!(shown.contains("dv10") && !shown.contains("Sen"), "{line}: {shown}");
    }
}
