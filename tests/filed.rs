//! Figures that were filed: what changed them is told by name, and they are never written over unasked.
#![allow(clippy::expect_used, reason = "a test that cannot read its own data has failed")]

mod support;

use std::{fs, path::Path};

use support::{Run, chibo, copy, words};

const RECORD: &str = "xuan-quan/chi-bo-thon-1/2018/2018-01-05-regular.toml";

struct Place(tempfile::TempDir);

impl Place {
    fn new() -> Self {
        let place = tempfile::tempdir().expect("a directory");
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/van-giang"), place.path());
        Self(place)
    }

    fn run(&self, line: &str) -> Run {
        chibo(&words(line), self.0.path())
    }

    fn edit(&self, path: &str, old: &str, new: &str) {
        let path = self.0.path().join(path);
        let text = fs::read_to_string(&path).expect("a record");
        assert!(text.contains(old), "{text}");
        fs::write(&path, text.replacen(old, new, 1)).expect("it can be written");
    }

    /// What is said of filed figures, below the report.
    fn since(&self, line: &str) -> Vec<String> {
        let run = self.run(line);
        assert_eq!(run.code, 0, "{}", run.err);
        let told = run.out.lines().skip_while(|line| !line.contains("đã chốt đến"));
        told.map(str::to_owned).collect()
    }
}

#[test]
fn what_changed_a_figure_is_named() {
    let place = Place::new();
    let filed = place.run("report xuan-quan --year 2018 --file");
    assert_eq!(filed.code, 0, "{}", filed.err);
    assert_eq!(place.run("report --year 2018 --file").code, 0);
    let against = "report xuan-quan --year 2018 --against xuan-quan/2018/filed.json";
    assert_eq!(place.since(against), ["Không khác số liệu đã chốt đến 31/12/2018 (xuan-quan/2018/filed.json)."]);
    assert!(!place.run("check -O concise").out.contains("filed"), "the file is no strange one, and nothing differs");

    place.edit(RECORD, "= \"x\"", "= \"p\"");
    assert_eq!(
        place.since(against),
        [
            "Khác số liệu đã chốt đến 31/12/2018 (xuan-quan/2018/filed.json):".to_owned(),
            format!("  attendance: đã báo cáo 414/451; nay 413/451, do 1 bản ghi: {RECORD}"),
        ]
    );
    // Above a commune it is the communes that are named.
    let above = place.since("report --year 2018 --against 2018/filed.json");
    assert_eq!(above[1..], ["  attendance: đã báo cáo 904/992; nay 903/992, do bản ghi của 1 đơn vị: xuan-quan"]);
    let checked = place.run("check -O concise").out;
    assert_eq!(checked.matches("cảnh báo[filed-figure-changed]").count(), 2, "{checked}");
}

#[test]
fn settings_that_count_otherwise_are_named_where_no_record_changed() {
    let place = Place::new();
    assert_eq!(place.run("report xuan-quan --year 2018 --file").code, 0);
    let settings = place.0.path().join("chibo.toml");
    let text = fs::read_to_string(&settings).expect("settings");
    fs::write(&settings, text + "\n[counting]\nexcused_in_base = false\n").expect("settings");
    let told = place.since("report xuan-quan --year 2018 --against xuan-quan/2018/filed.json");
    let of_attendance = told.iter().find(|line| line.contains(" attendance: ")).expect("attendance");
    assert!(of_attendance.ends_with("do thiết lập của chibo.toml đã khác"), "{of_attendance}");
}

#[test]
fn nothing_is_written_over_or_compared_with_another() {
    let place = Place::new();
    assert_eq!(place.run("report xuan-quan --year 2018 --file").code, 0);
    let file = place.0.path().join("xuan-quan/2018/filed.json");
    let before = fs::read(&file).expect("it is there");
    place.edit(RECORD, "= \"x\"", "= \"p\"");
    let again = place.run("report xuan-quan --year 2018 --file");
    assert!(again.code == 2 && again.err.contains("--force"), "{}", again.err);
    assert_eq!(fs::read(&file).expect("it is there"), before);
    let other = place.run("report me-so --year 2018 --against xuan-quan/2018/filed.json");
    assert!(other.code == 2 && other.err.contains("`me-so`"), "{}", other.err);
    let strange = place.run("report xuan-quan --year 2018 --against chibo.toml");
    assert!(strange.code == 2 && strange.err.contains("chibo.toml"), "{}", strange.err);
    let cell = place.run("report xuan-quan/chi-bo-thon-1 --year 2018 --file");
    assert!(cell.code == 2 && cell.err.contains("cấp xã"), "{}", cell.err);
}
