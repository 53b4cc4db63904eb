//! What is to be done: what is late stays, what a closed month may still bring stays, and each begins with what is typed.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod support;

use std::{fs, path::Path};

use support::{Run, chibo, copy, words};

const CELL: &str = "me-so/chi-bo-nhan-thap";

/// The example district, still running, with December's meeting of one cell not there.
struct Place(tempfile::TempDir);

impl Place {
    fn running() -> Self {
        let place = Self::example();
        place.write(
            "chibo.toml",
            "format = 1\nlevel = \"district\"\nname = \"Huyện Văn Giang\"\nrecords = { from = 2016-11-01 }\n",
        );
        place.without_december()
    }

    fn closed() -> Self {
        Self::example().without_december()
    }

    fn example() -> Self {
        let place = tempfile::tempdir().expect("a directory can be made");
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/van-giang"), &place.path().join("so"));
        Self(place)
    }

    fn without_december(self) -> Self {
        let record = self.0.path().join(format!("so/{CELL}/2018/2018-12-10-regular.toml"));
        fs::remove_file(record).expect("the record is there");
        self
    }

    fn write(&self, path: &str, text: &str) {
        fs::write(self.0.path().join("so").join(path), text).expect("it can be written");
    }

    fn due(&self, line: &str) -> Run {
        chibo(&words(&format!("due -C so {line}")), self.0.path())
    }
}

/// The lines of which each is a thing to do.
fn things(out: &str) -> Vec<&str> {
    out.lines().filter(|line| line.starts_with(|letter: char| letter.is_ascii_digit())).collect()
}

#[test]
fn a_month_without_a_meeting_is_one_thing_to_do() {
    let place = Place::example();
    let about = |cell: &str, month: &str| {
        let out = place.due(&format!("me-so/{cell} --as-of 2018-11-20")).out;
        things(&out).into_iter().filter(|thing| thing.contains(month)).count()
    };
    assert_eq!(about("chi-bo-hoang-trach", "tháng 07/2018"), 1, "not held, or not sent");
    assert_eq!(about("chi-bo-nhan-thap", "tháng 10/2017"), 0, "recorded as not held");
}

#[test]
fn what_is_late_outlives_the_year() {
    let place = Place::running();
    for day in ["2018-12-31", "2019-01-01", "2019-01-11", "2019-12-31"] {
        let out = place.due(&format!("me-so xuan-quan --as-of {day}")).out;
        for (unit, what) in [
            ("me-so/chi-bo-hoang-trach", "tháng 07/2018 chưa có bản ghi sinh hoạt thường kỳ"),
            ("xuan-quan/chi-bo-thon-2", "Quý III/2018 chưa có bản ghi sinh hoạt chuyên đề"),
            ("me-so/chi-bo-phu-thi", "chưa ghi nghị quyết lãnh đạo năm 2018"),
            ("me-so/chi-bo-hoang-trach", "`dv12` chưa được phân công nhiệm vụ năm 2018"),
        ] {
            let found = things(&out).into_iter().filter(|line| line.contains(&format!("{unit}: {what}")));
            assert_eq!(found.count(), 1, "{day}: {unit}: {what}");
        }
        let states = things(&out).into_iter().filter(|line| line.contains("chưa có quy chế làm việc")).count();
        assert_eq!(states, 1, "{day}: what is so at a day is told once");
    }
    let out = place.due("me-so --as-of 2020-01-01").out;
    assert!(!out.contains("07/2018"), "two years later `check --year 2018` tells of it");
}

#[test]
fn the_first_are_the_most_urgent_and_the_rest_are_counted() {
    let place = Place::running();
    let (all, first) = (place.due("me-so --as-of 2018-11-20").out, place.due("me-so --as-of 2018-11-20 --first 2").out);
    let (all, first) = (things(&all), things(&first));
    assert_eq!(first[..2], all[..2]);
    let rest = format!("… và {} việc nữa; xem đủ bằng chibo due, không kèm --first", all.len() - 2);
    let told = place.due("me-so --as-of 2018-11-20 --first 2").out;
    assert!(told.ends_with(&format!("\n{rest}\n")), "{told}");
    let enough = place.due("me-so --as-of 2018-11-20 --first 100").out;
    assert_eq!(things(&enough), all);
}

#[test]
fn a_closed_month_may_still_bring_its_paper() {
    for (place, name) in [(Place::running(), "running"), (Place::closed(), "closed")] {
        for (day, shown) in [
            ("2018-12-31", "31/12/2018  me-so/chi-bo-nhan-thap: sinh hoạt thường kỳ tháng 12/2018 [2.I.2.1-1]"),
            ("2019-01-01", "10/01/2019  me-so/chi-bo-nhan-thap: sinh hoạt thường kỳ tháng 12/2018 [2.I.2.1-1]"),
            ("2019-01-09", "10/01/2019  me-so/chi-bo-nhan-thap: sinh hoạt thường kỳ tháng 12/2018 [2.I.2.1-1]"),
            (
                "2019-01-11",
                "10/01/2019 (quá hạn)  me-so/chi-bo-nhan-thap: tháng 12/2018 chưa có bản ghi sinh hoạt thường kỳ: \
                 không họp, hay chưa gửi? [2.I.2.1-1]",
            ),
        ] {
            let out = place.due(&format!("{CELL} --as-of {day}")).out;
            assert!(things(&out).contains(&shown), "{name} {day}\n{out}");
            assert_eq!(
                out.matches("tháng 12/2018 [2.I.2.1-1]").count() + out.matches("hay chưa gửi").count(),
                1,
                "{out}"
            );
        }
    }
}

#[test]
fn its_commands_run_where_they_are_read() {
    let place = Place::running();
    let (out, root) = (place.due(&format!("{CELL} --as-of 2019-01-05")).out, place.0.path());
    let commands = out.lines().filter_map(|line| line.trim().strip_prefix("chibo "));
    let command = { commands }.find(|line| line.starts_with("new-meeting")).expect("a meeting is begun by a command");
    assert!(command.contains("--date 2018-12-31"), "{command}");
    let run = chibo(&words(command), root);
    assert_eq!(run.code, 0, "{command}\n{}", run.err);
    assert!(root.join(format!("so/{CELL}/2018/2018-12-31-regular.toml")).is_file());

    let inside = chibo(&words("due --as-of 2019-01-05"), &root.join("so/me-so"));
    assert!(inside.out.contains("\n    mở chi-bo-phu-thi/2018/year.toml\n"), "{}", inside.out);
    for file in inside.out.lines().filter_map(|line| line.strip_prefix("    mở ")) {
        let file = file.split(" (").next().unwrap_or(file);
        assert!(root.join("so/me-so").join(file).is_file(), "{file}");
    }

    let full = chibo(&words("check -C so me-so/chi-bo-hoang-trach --year 2018"), root).out;
    assert!(full.contains("chibo new-meeting -C so me-so/chi-bo-hoang-trach --date 2018-07-31"), "{full}");
}

#[test]
fn what_many_files_ask_alike_is_one_thing() {
    let place = Place::example();
    let roster = place.0.path().join(format!("so/{CELL}/members.csv"));
    let text = fs::read_to_string(&roster).expect("it is there");
    let row = text.lines().nth(1).expect("there is a member").replacen("dv01", "dv77", 1);
    fs::write(&roster, format!("{}\n{row}\n", text.trim_end())).expect("it can be written");
    let out = place.due(&format!("{CELL} --as-of 2018-12-31")).out;
    let lines: Vec<&str> = out.lines().collect();
    let at: Vec<usize> =
        (0..lines.len()).filter(|at| lines[*at].contains("`dv77`") && lines[*at].contains("điểm danh")).collect();
    assert_eq!(at.len(), 1, "{out}");
    assert!(lines[at[0] + 1].ends_with(" tệp nữa)"), "{}", lines[at[0] + 1]);
}

#[test]
fn names_are_shown_to_who_asks() {
    let place = Place::example();
    place.write("me-so/chi-bo-hoang-trach/names.csv", "id,name\ndv12,Nguyễn Thị Sen\n");
    let with = |line: &str| place.due(&format!("me-so/chi-bo-hoang-trach --as-of 2018-12-31 {line}")).out;
    assert!(with("--names").contains("`dv12` (Nguyễn Thị Sen) chưa được phân công"), "{}", with("--names"));
    assert!(!with("").contains("Sen") && !with("--names -O json").contains("Sen"));
}

#[test]
fn what_is_accepted_is_no_work() {
    let place = Place::example();
    let row = "monthly-meeting,me-so/chi-bo-hoang-trach,2018-07,Lũ lụt,Đảng ủy xã";
    place.write("explanations.csv", &format!("finding,unit,period,reason,approved_by\n{row}\n"));
    let out = place.due("me-so --as-of 2018-12-31").out;
    assert!(!out.contains("hay chưa gửi"), "{out}");
}

#[test]
fn broken_settings_tell_nothing() {
    for command in ["due", "received --year 2018", "report --year 2018", "trace attendance --year 2018"] {
        let place = Place::example();
        place
            .write("chibo.toml", "format = 1\nlevel = \"district\"\nname = \"Văn Giang\"\n[goals]\nattendance = 101\n");
        let run = chibo(&words(&format!("{command} -C so")), place.0.path());
        assert_eq!(run.code, 2, "{command}\n{}{}", run.out, run.err);
    }
}

#[test]
fn members_without_an_assignment_are_one_thing_to_do_of_a_cell() {
    let place = Place::running();
    let path = place.0.path().join(format!("so/{CELL}/2018/assessments.csv"));
    let text = fs::read_to_string(&path).expect("the cell has a table");
    let about = |lang: &str| {
        let out = place.due(&format!("{CELL} --lang {lang} --as-of 2019-02-01")).out;
        things(&out)
            .into_iter()
            .filter(|thing| thing.contains(" 2018 ") && thing.contains("2.I.2.1-6"))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let rows: Vec<&str> = text.lines().collect();
    fs::write(&path, rows[..rows.len() - 1].join("\n") + "\n").expect("it can be written");
    let one = about("vi");
    assert!(one.len() == 1 && one[0].contains("` không có dòng phân công nhiệm vụ năm 2018"), "{one:?}");
    fs::write(&path, rows[..rows.len() - 4].join("\n") + "\n").expect("it can be written");
    let four =
        "31/12/2018 (quá hạn)  me-so/chi-bo-nhan-thap: 4 đảng viên chưa được phân công nhiệm vụ năm 2018 [2.I.2.1-6]";
    assert_eq!(about("vi"), [four]);
    assert_eq!(
        about("en"),
        ["2018-12-31 (late)  me-so/chi-bo-nhan-thap: 4 members have no assignment for 2018 [2.I.2.1-6]"]
    );
}

/// A term that is missing is written into cell.toml, what is missing of a year into the year's file.
#[test]
fn what_a_cell_without_terms_lacks_begins_in_its_own_file() {
    let place = Place::running();
    let path = place.0.path().join(format!("so/{CELL}/cell.toml"));
    let text = fs::read_to_string(&path).expect("the cell has a file");
    let without = text.split("[[terms]]").next().expect("a split has a first part");
    fs::write(&path, without).expect("it can be written");
    fs::remove_file(place.0.path().join(format!("so/{CELL}/2018/year.toml"))).expect("the year has a file");
    for (lang, of_term, of_year) in [
        ("vi", "chưa ghi nhiệm kỳ nào ([[terms]]), nên chưa có chương trình", "chưa có chương trình kiểm tra năm 2018"),
        ("en", "no term is recorded ([[terms]]), and so no inspection", "no inspection programme is recorded for 2018"),
    ] {
        let out = place.due(&format!("{CELL} --lang {lang} --as-of 2019-02-01")).out;
        let lines: Vec<&str> = out.lines().collect();
        let begin = |what: &str| {
            let at = lines.iter().position(|line| line.contains(what)).unwrap_or_else(|| panic!("{what}\n{out}"));
            lines[at + 1].trim().to_owned()
        };
        assert!(begin(of_term).ends_with("cell.toml"), "{}", begin(of_term));
        assert!(
            begin(of_year).starts_with("chibo new-year ") && begin(of_year).ends_with("--year 2018"),
            "{}",
            begin(of_year)
        );
    }
}
