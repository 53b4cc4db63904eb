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
    // Above a commune too it is the record that is named.
    let above = place.since("report --year 2018 --against 2018/filed.json");
    assert_eq!(above[1..], [format!("  attendance: đã báo cáo 904/992; nay 903/992, do 1 bản ghi: {RECORD}")]);
    let checked = place.run("check -O concise").out;
    assert_eq!(checked.matches("cảnh báo[filed-figure-changed]").count(), 2, "{checked}");
}

/// Of a district the records are kept in short: one that is gone is counted, and one of another year changes nothing.
#[test]
fn above_a_commune_a_record_that_is_gone_is_counted() {
    let place = Place::new();
    // A district may have no record of its own of the year.
    fs::remove_dir_all(place.0.path().join("2018")).expect("its year");
    let filed = place.run("report --year 2018 --file");
    assert_eq!(filed.code, 0, "{}", filed.err);
    let file = place.0.path().join("2018/filed.json");
    assert!(fs::metadata(&file).expect("it is there").len() < 16 * 1024, "a district's figures stay small");
    let against = "report --year 2018 --against 2018/filed.json";
    place.edit("xuan-quan/chi-bo-thon-1/2017/2017-03-06-regular.toml", "= \"x\"", "= \"p\"");
    assert_eq!(place.since(against), ["Không khác số liệu đã chốt đến 31/12/2018 (2018/filed.json)."]);

    let record = |day: &str| place.0.path().join(format!("me-so/chi-bo-nhan-thap/2018/2018-{day}-regular.toml"));
    fs::remove_file(record("07-10")).expect("a record");
    let told = place.since(against);
    let monthly = told.iter().find(|line| line.contains(" monthly-meeting: ")).expect("it changed");
    assert!(monthly.ends_with("nay 6/8, do 1 bản ghi không còn"), "{monthly}");
    // What was counted by communes only is told by communes.
    let text = fs::read_to_string(&file).expect("text");
    let mut json: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    json.as_object_mut().expect("an object").remove("checksums");
    fs::write(&file, json.to_string()).expect("written");
    let told = place.since(against);
    assert!(told.iter().any(|line| line.ends_with("do bản ghi của 2 đơn vị: me-so, xuan-quan")), "{told:?}");
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
fn nothing_is_filed_of_which_no_report_was_written() {
    let place = Place::new();
    for form in ["md", "xlsx"] {
        fs::write(place.0.path().join(format!("bao-cao.{form}")), "").expect("a file");
        let run = place.run(&format!("report xuan-quan --year 2018 --file -o bao-cao.{form}"));
        assert!(run.code == 2 && run.err.contains("đã có"), "{}", run.err);
        assert!(!place.0.path().join("xuan-quan/2018/filed.json").exists(), "{form}: {}", run.err);
    }
    let run = place.run("report xuan-quan --year 2018 --file -o bao-cao.md --force");
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(place.0.path().join("xuan-quan/2018/filed.json").exists());
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
    // --force is said of the report's own file, too.
    let with_report = place.run("report xuan-quan --year 2018 --file -o bao-cao.md --force");
    assert!(with_report.code == 2 && with_report.err.contains("không kèm -o"), "{}", with_report.err);
    assert_eq!(fs::read(&file).expect("it is there"), before);
    assert!(!place.0.path().join("bao-cao.md").exists(), "refused before anything is written");
    let other = place.run("report me-so --year 2018 --against xuan-quan/2018/filed.json");
    assert!(other.code == 2 && other.err.contains("`me-so`"), "{}", other.err);
    let strange = place.run("report xuan-quan --year 2018 --against chibo.toml");
    assert!(strange.code == 2 && strange.err.contains("chibo.toml"), "{}", strange.err);
    let cell = place.run("report xuan-quan/chi-bo-thon-1 --year 2018 --file");
    assert!(cell.code == 2 && cell.err.contains("cấp xã"), "{}", cell.err);
}

/// Figures of the middle of a year are others at its end without any edit, and no record is to be named for it.
#[test]
fn another_day_is_the_cause_where_figures_are_of_one() {
    let place = Place::new();
    assert_eq!(place.run("--as-of 2018-06-30 report xuan-quan --year 2018 --file").code, 0);
    let told = place.since("report xuan-quan --year 2018 --against xuan-quan/2018/filed.json");
    assert!(told[0].starts_with("Tính đến 31/12/2018, ") && told[0].ends_with("thêm --as-of 2018-06-30:"), "{told:?}");
    assert!(told[1..].iter().all(|line| line.ends_with("do tính đến ngày khác")) && told.len() > 5, "{told:?}");
    let same = place.since("--as-of 2018-06-30 report xuan-quan --year 2018 --against xuan-quan/2018/filed.json");
    assert!(same[0].starts_with("Không khác"), "{same:?}");
}

/// A new record of the next year stands beside the file that changed a figure, and is not its cause.
#[test]
fn a_record_of_another_year_is_no_cause() {
    let place = Place::new();
    assert_eq!(place.run("report xuan-quan --year 2018 --file").code, 0);
    let next = place.0.path().join("xuan-quan/chi-bo-thon-1/2019");
    fs::create_dir(&next).expect("a year");
    fs::write(next.join("2019-01-07-regular.toml"), "date = 2019-01-07\nkind = \"regular\"\n").expect("written");
    let statuses = "xuan-quan/chi-bo-thon-1/statuses.csv";
    place.edit(statuses, "dv08,", "dv05,exempt,2018-01-01,2018-06-30,age\ndv08,");
    let told = place.since("report xuan-quan --year 2018 --against xuan-quan/2018/filed.json");
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[1].ends_with(&format!("do 1 bản ghi: {statuses}")), "{told:?}");
}

/// What `check` says to type is typed as it stands, also where the register is named by -C.
#[test]
fn the_command_that_says_why_can_be_typed() {
    let (whole, half) = (Place::new(), Place::new());
    assert_eq!(whole.run("report xuan-quan --year 2018 --file").code, 0);
    the_command_is_typed(&whole, "", "nay 413/451");
    // Of figures that were filed in the middle of the year, by the day on which they were.
    assert_eq!(half.run("--as-of 2018-06-30 report xuan-quan --year 2018 --file").code, 0);
    the_command_is_typed(&half, "--as-of 2018-06-30 ", "nay 199/218");
}

fn the_command_is_typed(place: &Place, day: &str, now: &str) {
    place.edit(RECORD, "= \"x\"", "= \"p\"");
    let above = place.0.path().parent().expect("a directory");
    let name = place.0.path().file_name().expect("a name").to_string_lossy().into_owned();
    for (directory, more) in [(place.0.path(), String::new()), (above, format!("-C {name} "))] {
        let checked = chibo(&words(&format!("{more}{day}check xuan-quan")), directory).out;
        let command = checked.split("xem vì sao bằng chibo ").nth(1).and_then(|rest| rest.split(';').next());
        let why = chibo(&words(command.expect("a command")), directory);
        assert!(why.code == 0 && why.out.contains(now), "{command:?}: {} {}", why.out, why.err);
    }
}
