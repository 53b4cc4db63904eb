//! `chibo roll-call` in a terminal: one key a member, on screens of every size, with any input method.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod support;
#[path = "support/terminal.rs"]
mod terminal;

use std::{
    fs,
    path::{Path, PathBuf},
};

use support::{chibo_on, copy, words};
use terminal::{CTRL_C, DEL, DOWN, ESC, Start, Terminal, UP};

const RECORD: &str = "xuan-quan/chi-bo-thon-1/2018/2018-12-15-regular.toml";
const ROLL: &str = "roll-call xuan-quan/chi-bo-thon-1/2018/2018-12-15-regular.toml --as-of 2018-12-20";

/// A copy of the example with a record that waits for its marks, and a home.
struct Place {
    register: tempfile::TempDir,
    home: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        let place = Self { register: tempfile::tempdir().unwrap(), home: tempfile::tempdir().unwrap() };
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/van-giang"), place.register.path());
        place.begin("2018-12-15");
        place
    }

    fn begin(&self, day: &str) {
        let line = format!("new-meeting xuan-quan/chi-bo-thon-1 --date {day} --kind regular");
        let today = "2018-12-20".parse().unwrap();
        assert_eq!(chibo_on(today, &words(&line), self.register.path()).code, 0);
    }

    fn cell(&self) -> PathBuf {
        self.register.path().join("xuan-quan/chi-bo-thon-1")
    }

    fn start(&self) -> Start<'_> {
        Start::new(self.register.path(), self.home.path())
    }

    fn read(&self) -> String {
        fs::read_to_string(self.register.path().join(RECORD)).unwrap()
    }

    /// The lines of the roll.
    fn marks(&self) -> Vec<String> {
        let text = self.read();
        let roll = text.split("[attendance]\n").nth(1).unwrap().split("\n\n").next().unwrap();
        roll.lines().map(str::to_owned).collect()
    }
}

fn done(terminal: &mut Terminal) -> String {
    let (exit, shown) = terminal.end();
    assert_eq!(exit, 0, "{shown}");
    shown
}

#[test]
fn one_key_marks_a_member_and_one_all_the_rest() {
    let place = Place::new();
    let before = place.read();
    let mut terminal = place.start().run(ROLL);
    terminal.wait("> [ ] dv01").keys(" ").wait("> [ ] dv03").keys(",;/").wait("chưa gọi 7");
    // The mark of one is changed, then taken back and given again by a function key.
    terminal.keys(&format!("{UP}\u{1b}[C")).wait("> [ ] dv05").keys("\u{1b}[D").wait("> [k] dv05");
    terminal.keys("\u{1b}[3~").wait("> [ ] dv05").keys("\u{1b}OR").wait("[m] dv05");
    terminal.keys("\t").wait("chưa gọi 0").keys("\r");
    let shown = done(&mut terminal);
    assert!(shown.contains("có mặt 10/11 = 90,91% (đến muộn 2), vắng có lý do 1, không lý do 0"), "{shown}");
    assert_eq!(&place.marks()[..5], ["dv01 = \"x\"", "dv03 = \"m\"", "dv04 = \"p\"", "dv05 = \"m\"", "dv06 = \"x\""]);
    // Nothing else of the record has changed.
    let blank = |text: &str| text.replace("\"x\"", "\"\"").replace("\"m\"", "\"\"").replace("\"p\"", "\"\"");
    assert_eq!(blank(&place.read()), before);
}

#[test]
fn no_input_method_disturbs_it() {
    let place = Place::new();
    let mut terminal = place.start().run(ROLL);
    terminal.wait("> [ ] dv01").keys(";").wait("> [ ] dv03");
    // What Telex, VNI and VIQR send for `Đoàn Nguyễn`, with Unikey's way of taking letters back, whole and apart.
    let bursts = [
        format!("D{DEL}Đoan{DEL}{DEL}àn"),
        format!("Nguye{DEL}ê{DEL}{DEL}{DEL}yễn"),
        "DDoafn Nguyeenx".replace(' ', ""),
        "D9oa2n6".to_owned(),
        "DDoa`n^~?.+(*'".to_owned(),
        "Nguye\u{302}\u{303}n".to_owned(),
    ];
    for burst in bursts {
        terminal
            .keys(&burst)
            .wait("Phím này không dùng ở đây")
            .wait("có lý do 1")
            .wait("chưa gọi 10")
            .wait("> [ ] dv03");
    }
    // What is pasted is no key.
    terminal.keys("\u{1b}[200~ /;, có mặt\u{1b}[201~").keys(",").wait("muộn 1").wait("chưa gọi 9").wait("> [ ] dv04");
    terminal.keys(CTRL_C);
    assert_eq!(terminal.end().0, 2);
}

#[test]
fn names_stand_in_their_order_with_ids_where_there_are_none() {
    let place = Place::new();
    let names = "id,name\ndv01,Nguyễn Văn Ân\ndv03,Trần Thị A\u{301}nh\ndv04,Lê Văn An\ndv05,Đỗ Văn Đạt\n";
    fs::write(place.cell().join("names.csv"), names).unwrap();
    let mut terminal = place.start().run(ROLL);
    terminal.wait("> [ ] Lê Văn An (dv04)\n  [ ] Trần Thị Ánh (dv03)\n  [ ] Nguyễn Văn Ân (dv01)\n  [ ] Đỗ Văn Đạt (dv05)\n  [ ] dv06\n");
    terminal.keys("/\t\r");
    done(&mut terminal);
    // The record has ids in its own order, and no name.
    assert_eq!(&place.marks()[..3], ["dv01 = \"x\"", "dv03 = \"x\"", "dv04 = \"k\""]);
    assert!(!place.read().contains("Ánh"));
}

#[test]
fn forty_members_scroll_on_a_small_terminal_of_any_size() {
    let place = Place::new();
    let roster = place.cell().join("members.csv");
    let mut rows = fs::read_to_string(&roster).unwrap();
    let columns = rows.lines().next().unwrap().split(',').count();
    for nth in 15..44 {
        rows += &format!("dv{nth},2010-01-01,2011-01-01{}\n", ",".repeat(columns - 3));
    }
    fs::write(&roster, rows).unwrap();
    let mut terminal = place.start().size(80, 24).run(ROLL);
    terminal.wait("phải dự 40").wait("> [ ] dv01").wait("người ở dưới");
    assert!(!terminal.shown().contains("dv43"));
    terminal.keys("\u{1b}[F").wait("> [ ] dv11").wait("người ở trên").keys(UP).keys(UP).wait("> [ ] dv43");
    // Narrow: the words go, the marks and the help stay.
    terminal.keys("\u{1b}[H").wait("> [ ] dv01");
    terminal.resize(40, 24);
    terminal.keys(",").wait("> [ ] dv03").wait("  [m] dv01\n").wait("[Enter] xong");
    terminal.resize(30, 8);
    for _ in 0..20 {
        terminal.keys(" ");
    }
    terminal.wait("[x] dv24").wait("> [ ] dv25");
    assert_eq!(terminal.shown().lines().filter(|line| line.starts_with("> ")).count(), 1);
    terminal.resize(100, 60);
    terminal.keys(DOWN).wait("dv43").wait("chưa gọi 19").keys("\t\r");
    let shown = done(&mut terminal);
    assert!(shown.contains("có mặt 40/40"), "{shown}");
}

#[test]
fn who_has_no_mark_is_asked_for_and_may_stay_without() {
    let place = Place::new();
    let mut terminal = place.start().run(ROLL);
    terminal.wait("> [ ] dv01").keys(" \r").wait("Còn 10 người chưa có dấu").keys("\r");
    let shown = done(&mut terminal);
    assert!(shown.contains("lưu ý: còn 10 người chưa điểm danh"), "{shown}");
    assert_eq!(&place.marks()[..2], ["dv01 = \"x\"", "dv03 = \"\""]);
    // The next time it begins where it was left.
    let mut terminal = place.start().run(ROLL);
    terminal.wait("> [ ] dv03").wait("có mặt 1").keys("\t\r");
    done(&mut terminal);
}

#[test]
fn a_roll_that_was_interrupted_is_offered_again() {
    let place = Place::new();
    let before = place.read();
    let mut terminal = place.start().run(ROLL);
    terminal.wait("> [ ] dv01").keys(";").wait("> [ ] dv03").keys(ESC);
    let (exit, shown) = terminal.end();
    assert!(exit == 2 && shown.contains("các dấu đã điểm được giữ lại"), "{shown}");
    assert_eq!(place.read(), before);
    let mut terminal = place.start().run(ROLL);
    terminal.asked("Lần trước điểm danh dở dang").keys("\r");
    terminal.wait("> [ ] dv03").keys("/").wait("không lý do 1");
    terminal.close();
    let mut terminal = place.start().run(ROLL);
    terminal.asked("Lần trước điểm danh dở dang").keys("\r").wait("chưa gọi 9").keys("\t\r");
    done(&mut terminal);
    assert_eq!(&place.marks()[..3], ["dv01 = \"p\"", "dv03 = \"k\"", "dv04 = \"x\""]);
    assert_eq!(fs::read_dir(place.home.path().join("chibo/drafts")).unwrap().count(), 0);
}

#[test]
fn of_several_records_that_wait_one_is_chosen() {
    let place = Place::new();
    place.begin("2018-12-18");
    let mut terminal = place.start().run("roll-call --as-of 2018-12-20");
    terminal.asked("Điểm danh cuộc họp nào?").wait("18/12/2018, họp thường kỳ, Chi bộ thôn 1: 11 người chưa có dấu");
    terminal.keys(&format!("{DOWN}\r")).wait("họp thường kỳ ngày 15/12/2018").keys("\t\r");
    done(&mut terminal);
    assert_eq!(place.marks()[0], "dv01 = \"x\"");
}
