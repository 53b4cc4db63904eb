//! `chibo init` in a terminal: what is asked, going back, stopping, and that level and name leave nothing to ask.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

#[path = "support/terminal.rs"]
mod terminal;

use std::fs;

use terminal::{CTRL_C, ESC, Start, Terminal, UP};

/// The program in an empty directory, which is given too.
fn start(args: &str) -> (tempfile::TempDir, Terminal) {
    let place = tempfile::tempdir().unwrap();
    let terminal = Start::new(place.path(), place.path()).size(120, 60).run(args);
    (place, terminal)
}

#[test]
fn a_commune_is_asked_for_its_name_villages_and_first_day() {
    let (place, mut terminal) = start("init so --as-of 2019-02-01");
    // The level where most begin is the one that Enter takes.
    terminal.answer("Sổ dữ liệu của cấp nào?", "\r");
    // Marks and letters apart, as some input methods send them.
    terminal.answer("Tên đơn vị?", "Xua\u{302}n Quan\r");
    terminal.answer("Các thôn, khu phố?", "Thôn 1, Khu phố Đông\r");
    terminal.answer("Sổ ghi từ ngày nào? (01/02/2019)", "\r");
    terminal.wait("việc tiếp: chibo check -C so");
    let (exit, shown) = terminal.end();
    assert_eq!(exit, 0, "{shown}");
    let read = |name: &str| fs::read_to_string(place.path().join("so").join(name)).unwrap();
    assert!(read("commune.toml").contains("\ncode = \"12022\"\n"));
    assert!(read("chi-bo-dong/cell.toml").contains("\nname = \"Chi bộ khu phố Đông\"\n"));
    assert!(read("chibo.toml").contains("\nfrom = 2019-02-01\n"));
}

#[test]
fn esc_goes_back_and_another_answer_counts() {
    let (place, mut terminal) = start("init so --as-of 2019-02-01");
    terminal.answer("Sổ dữ liệu của cấp nào?", "\r");
    // What was typed is there when the question is asked again.
    terminal.asked("Tên đơn vị?").keys("van").wait("Tên đơn vị? van").keys(ESC);
    terminal.answer("Sổ dữ liệu của cấp nào?", &format!("{UP}\r"));
    terminal.asked("Tên đơn vị? van").keys(" giang\r");
    // A district of the list has its communes there.
    terminal.answer("Các đơn vị bên dưới?", "\r");
    terminal.answer("Sổ ghi từ ngày nào?", "1/13/2018\r").wait("lịch không có ngày này");
    terminal.keys(&"\u{7f}".repeat(9)).keys("01/01/2018\r");
    terminal.wait("việc tiếp: chibo check -C so");
    let (exit, shown) = terminal.end();
    assert_eq!(exit, 0, "{shown}");
    assert!(place.path().join("so/district.toml").exists() && place.path().join("so/xuan-quan/commune.toml").exists());
}

#[test]
fn a_unit_outside_the_list_is_asked_for_its_kind() {
    let (place, mut terminal) = start("init so --as-of 2019-02-01");
    terminal.answer("Sổ dữ liệu của cấp nào?", "\r");
    terminal.answer("Tên đơn vị?", "Xã Mới\r");
    terminal.answer("Loại nào?", &format!("{UP}\r"));
    terminal.answer("Các thôn, khu phố?", "\r");
    terminal.answer("Sổ ghi từ ngày nào?", "\r");
    let (exit, shown) = terminal.end();
    assert_eq!(exit, 0, "{shown}");
    let text = fs::read_to_string(place.path().join("so/commune.toml")).unwrap();
    assert!(text.contains("\nkind = \"thị trấn\"\n") && text.contains("\n#code = \"\"\n"), "{text}");
}

#[test]
fn leaving_writes_nothing_and_level_and_name_leave_nothing_to_ask() {
    for key in [ESC, CTRL_C] {
        let (place, mut terminal) = start("init so --as-of 2019-02-01");
        terminal.asked("Sổ dữ liệu của cấp nào?").keys(key);
        let (exit, shown) = terminal.end();
        assert_eq!(exit, 2, "{shown}");
        assert!(shown.contains("đã thôi, chưa ghi gì"), "{shown}");
        assert!(!place.path().join("so").exists());
    }
    let (place, mut terminal) = start("init so --level commune --name Tuyệt --as-of 2019-02-01");
    let (exit, shown) = terminal.end();
    assert_eq!(exit, 0, "{shown}");
    assert!(!shown.contains('?'), "{shown}");
    assert!(place.path().join("so/chibo.toml").exists());
}
