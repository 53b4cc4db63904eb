//! `chibo` without a word, as a double click starts it: a menu in a terminal, the help elsewhere.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod support;
#[path = "support/terminal.rs"]
mod terminal;

use std::{fs, path::Path};

use support::{chibo, copy};
use terminal::{CTRL_C, DOWN, ESC, Start};

const WAITS: &str = "Nhấn Enter để tiếp tục";

fn register() -> tempfile::TempDir {
    let register = tempfile::tempdir().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/van-giang"), register.path());
    register
}

#[test]
fn it_waits_after_each_result_and_does_what_a_command_line_does() {
    let (register, home) = (register(), tempfile::tempdir().unwrap());
    let mut terminal = Start::new(register.path(), home.path()).size(200, 60).run("");
    for label in ["Xem việc đến hạn", "Ghi một cuộc họp", "Điểm danh", "Xem báo cáo", "Thoát"] {
        terminal.wait(label);
    }
    terminal.asked("Làm gì?").keys("\r").last(WAITS).keys("\r");
    // A question that is left leads back to the menu.
    terminal.answer("Làm gì?", &format!("{DOWN}\r")).asked("Chi bộ nào?").keys(ESC);
    terminal.wait("đã thôi, chưa ghi gì").last(WAITS).keys("\r");
    terminal.answer("Làm gì?", &format!("{DOWN}\r")).wait("không có bản ghi nào chờ điểm danh").last(WAITS).keys("\r");
    // From roll call past what else this build offers to the report.
    terminal.asked("Làm gì?");
    let down = if terminal.shown().contains("Nhận tệp") { DOWN.repeat(2) } else { DOWN.to_owned() };
    terminal.keys(&format!("{down}\r")).answer("Năm nào?", "2018\r").answer("Ghi ra tệp?", "bao-cao.csv\r");
    terminal.last(WAITS).keys("\r").asked("Làm gì?").keys(ESC);
    let (exit, shown) = terminal.end();
    assert_eq!(exit, 0, "{shown}");
    assert!(fs::read_to_string(register.path().join("bao-cao.csv")).unwrap().contains("attendance"));
}

#[test]
fn outside_of_a_register_it_asks_where_one_is_and_remembers() {
    let (register, home, elsewhere) = (register(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut terminal = Start::new(elsewhere.path(), home.path()).size(200, 60).run("");
    terminal.answer("chưa có sổ dữ liệu. Làm gì?", "\r").answer("ở thư mục nào?", "khong-co\r");
    terminal
        .wait("không có tệp hay thư mục này")
        .keys(&"\u{7f}".repeat(8))
        .keys(".\r")
        .wait("không có sổ dữ liệu (chibo.toml)");
    // As it is dropped on the window.
    terminal.keys("\u{7f}").keys(&format!("'{}'\r", register.path().display()));
    terminal.answer("Sổ dữ liệu", "\r").last(WAITS).keys("\r").asked("Làm gì?").keys(CTRL_C);
    assert_eq!(terminal.end().0, 0);
    let mut terminal = Start::new(elsewhere.path(), home.path()).size(200, 60).run("");
    terminal.answer("chưa có sổ dữ liệu. Làm gì?", "\r").answer("ở thư mục nào? (", "\r").asked("Sổ dữ liệu").keys(ESC);
    assert_eq!(terminal.end().0, 0);
}

#[test]
fn what_is_most_urgent_stays_in_a_small_window() {
    let (register, home) = (register(), tempfile::tempdir().unwrap());
    let mut terminal = Start::new(register.path(), home.path()).size(200, 24).run("");
    terminal.asked("Làm gì?").keys("\r").last(WAITS);
    assert!(terminal.shown().contains("việc cần làm"), "{}", terminal.shown());
    terminal.keys("\r").asked("Làm gì?").keys(ESC);
    assert_eq!(terminal.end().0, 0);
}

#[test]
fn without_a_terminal_it_is_the_help() {
    let run = chibo(&[], Path::new(env!("CARGO_MANIFEST_DIR")));
    assert!(run.code == 0 && run.out.contains("Cách dùng: chibo"), "{}", run.out);
}
