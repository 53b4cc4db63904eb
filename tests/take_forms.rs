//! Filled forms of Excel are taken as archives are: alone, with others, from a folder, from the menu.
#![allow(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod support;
#[path = "support/terminal.rs"]
mod terminal;

use std::{fs, path::Path};

use support::place::{Place, tree};
use terminal::{DOWN, Start};

const FORM: &str = "openpyxl.xlsx";

/// The register `so` of one cell, and forms that came back.
fn place(forms: &[&str]) -> Place {
    let place = Place::with(&[("clean", "so")]);
    fs::create_dir(place.path("thu")).expect("a folder");
    for form in forms {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/forms").join(form);
        fs::copy(from, place.path("thu").join(form)).expect("a form");
    }
    place
}

#[test]
fn a_form_is_taken_as_import_takes_it() {
    let (taken, imported) = (place(&[FORM]), place(&[FORM]));
    let before = tree(&taken.path("so"));
    let shown = taken.ends(0, "-C so take thu/openpyxl.xlsx");
    assert_eq!(shown.out, imported.ends(0, "-C so import thu/openpyxl.xlsx").out);
    assert_eq!(tree(&taken.path("so")), before);
    taken.ends(0, "-C so take thu/openpyxl.xlsx --write");
    imported.ends(0, "-C so import thu/openpyxl.xlsx --write");
    assert_eq!(tree(&taken.path("so")), tree(&imported.path("so")));
    assert_ne!(tree(&taken.path("so")), before);
}

#[test]
fn in_a_conflict_a_side_is_named() {
    let place = place(&[FORM]);
    place.change("so/2018/2018-02-06-combined.toml", |text| text.replace("Nhà văn hóa thôn 1", "Trường học"));
    let record = || fs::read_to_string(place.path("so/2018/2018-02-06-combined.toml")).expect("the record");
    place.ends(1, "-C so take thu/openpyxl.xlsx --write");
    assert!(record().contains("Trường học"));
    place.ends(0, "-C so take thu/openpyxl.xlsx --write --mine");
    assert!(record().contains("Trường học"));
    place.ends(0, "-C so take thu/openpyxl.xlsx --write --theirs");
    assert!(record().contains("Đình làng"));
}

#[test]
fn a_folder_brings_forms_and_archives_and_what_is_none_stops_no_other() {
    let place = place(&[FORM]);
    place.ends(0, "-C so pack -o thu/goi.zip");
    fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/can-bo-thon.xlsx"), place.path("thu/khac.xlsx"))
        .expect("a list of the office");
    let run = place.ends(1, "-C so take thu --write");
    assert!(run.err.contains("lỗi: thu/khac.xlsx không phải biểu do chibo form lập"), "{}", run.err);
    assert!(run.out.contains("đã ghi 42 giá trị"), "{}", run.out);
    assert_eq!(place.ends(2, "-C so take thu/khac.xlsx").out, "");
}

#[test]
fn a_form_of_another_unit_is_not_taken_into_this_one() {
    let place = Place::with(&[("van-giang", "so")]);
    place.ends(0, "-C so form xuan-quan/chi-bo-thon-1 --year 2018 -o b.xlsx");
    let run = place.ends(2, "-C so take b.xlsx --into me-so");
    assert!(
        run.err.contains("b.xlsx là biểu của chi bộ `xuan-quan/chi-bo-thon-1`, không phải của `me-so`"),
        "{}",
        run.err
    );
    place.ends(0, "-C so take b.xlsx --into xuan-quan");
}

#[test]
fn the_menu_takes_a_form_when_it_was_looked_at() {
    let (place, home) = (place(&[FORM]), tempfile::tempdir().expect("a home"));
    let mut terminal = Start::new(&place.path("so"), home.path()).size(200, 80).run("");
    terminal
        .answer("Làm gì?", &format!("{}\r", DOWN.repeat(3)))
        .answer("Tệp hay thư mục nào?", "'../thu/openpyxl.xlsx'\r");
    terminal.answer("vào sổ?", &format!("{DOWN}\r")).wait("đã ghi 42 giá trị");
    terminal.last("Nhấn Enter để tiếp tục").keys("\r").asked("Làm gì?").keys(terminal::ESC);
    assert_eq!(terminal.end().0, 0);
    let record = fs::read_to_string(place.path("so/2018/2018-02-06-combined.toml")).expect("the record");
    assert!(record.contains("Đình làng"));
}

#[test]
fn the_menu_begins_a_register() {
    let (place, home) = (tempfile::tempdir().expect("a place"), tempfile::tempdir().expect("a home"));
    let mut terminal = Start::new(place.path(), home.path()).size(200, 60).run("");
    terminal.answer("chưa có sổ dữ liệu. Làm gì?", &format!("{DOWN}\r"));
    terminal.answer("Sổ dữ liệu của cấp nào?", "\r").answer("Tên đơn vị?", "Xuân Quan\r");
    terminal.answer("Các thôn, khu phố?", "Thôn 1\r").answer("Sổ ghi từ ngày nào?", "01/02/2019\r");
    // The menu goes on in the new register.
    terminal
        .last("Nhấn Enter để tiếp tục")
        .keys("\r")
        .asked("Sổ dữ liệu /")
        .wait("Xem việc đến hạn")
        .keys(terminal::ESC);
    assert_eq!(terminal.end().0, 0);
    assert!(place.path().join("chibo.toml").exists());
}
