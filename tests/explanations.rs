//! Accepted explanations: whose findings they take off, what is said of them, and what is said of those that match nothing.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod support;

use std::{fs, path::Path};

use support::{Run, chibo, copy, words};

/// The sound commune of the rules' examples, with explanations.
struct Place(tempfile::TempDir);

impl Place {
    fn with(rows: &str) -> Self {
        let place = tempfile::tempdir().expect("a directory can be made");
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/base"), place.path());
        Self(place).and("explanations.csv", rows)
    }

    fn and(self, path: &str, rows: &str) -> Self {
        let text = format!("finding,unit,period,reason,approved_by\n{rows}\n");
        fs::write(self.0.path().join(path), text).expect("it can be written");
        self
    }

    fn run(&self, line: &str) -> Run {
        chibo(&words(line), self.0.path())
    }
}

fn unused(run: &Run) -> usize {
    run.out.matches("[explanation-unused]").count()
}

#[test]
fn the_roots_own_finding_is_explained() {
    for unit in ["", ".", "./"] {
        let place = Place::with(&format!("good-members,{unit},2018,Mới chia tách,Huyện ủy"));
        let run = place.run("check -O concise");
        assert!(run.out.contains("[good-members] (đã giải trình)"), "{unit}\n{}", run.out);
        assert_eq!(unused(&run), 0, "{}", run.out);
    }
}

#[test]
fn at_the_root_of_a_cell_the_cell_is_explained() {
    let place = Place::with("");
    let cell = place.0.path().join("chi-bo-thon-2");
    let settings =
        "format = 1\nlevel = \"cell\"\nname = \"Chi bộ thôn 2\"\nrecords = { from = 2018-10-01, until = 2018-12-31 }\n";
    fs::write(cell.join("chibo.toml"), settings).expect("it can be written");
    let rows = "finding,unit,period,reason,approved_by\nmonthly-meeting,,2018-10,Lũ lụt,Đảng ủy xã\n";
    fs::write(cell.join("explanations.csv"), rows).expect("it can be written");
    let run = chibo(&words("check -O concise"), &cell);
    assert!(run.out.contains("[monthly-meeting] (đã giải trình) tháng 10/2018"), "{}", run.out);
    assert_eq!(unused(&run), 0, "{}", run.out);
}

#[test]
fn a_unit_without_its_whole_path_is_told_the_whole() {
    let place = Place::with("monthly-meeting,thon-2,2018-10,Lũ lụt,Đảng ủy xã");
    assert!(!place.run("check").out.contains("có phải là"), "no unit ends so");

    let place = Place::with("");
    let district = tempfile::tempdir().expect("a directory can be made");
    copy(place.0.path(), &district.path().join("xuan-quan"));
    let settings =
        "format = 1\nlevel = \"district\"\nname = \"Văn Giang\"\nrecords = { from = 2018-10-01, until = 2018-12-31 }\n";
    fs::write(district.path().join("chibo.toml"), settings).expect("it can be written");
    fs::write(district.path().join("district.toml"), "name = \"Văn Giang\"\nkind = \"huyện\"\n").expect("written");
    fs::remove_file(district.path().join("xuan-quan/chibo.toml")).expect("it was copied");
    let rows = "finding,unit,period,reason,approved_by\nmonthly-meeting,chi-bo-thon-2,2018-10,Lũ lụt,Đảng ủy xã\n";
    fs::write(district.path().join("xuan-quan/explanations.csv"), rows).expect("it can be written");
    let run = chibo(&words("check"), district.path());
    assert!(run.out.contains("có phải là `xuan-quan/chi-bo-thon-2`?"), "{}", run.out);
}

#[test]
fn seen_from_an_earlier_day_an_explanation_of_what_comes_later_is_no_mistake() {
    let rows = "monthly-meeting,chi-bo-thon-1,2018-10,Lũ lụt,Đảng ủy xã\n\
                monthly-meeting,chi-bo-thon-2,2018,Lũ lụt,Đảng ủy xã\n\
                working-regulations,chi-bo-thon-1,,Lũ lụt,Đảng ủy xã\n\
                monthly-meeting,chi-bo-thon-1,2018-11,Lũ lụt,Đảng ủy xã";
    let place = Place::with(rows);
    assert_eq!(unused(&place.run("check -O concise")), 2, "the last two are of nothing");
    assert_eq!(unused(&place.run("check -O concise --as-of 2018-11-09")), 0);
    assert_eq!(unused(&place.run("check -O concise --as-of 2018-12-09")), 0);
    assert_eq!(unused(&place.run("check -O concise --as-of 2018-12-10")), 1, "November is over, and its grace too");
}
