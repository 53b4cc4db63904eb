//! `chibo new-meeting` in a terminal: what is asked, how answers are typed, that every step can be taken back, and that
//! nothing that was typed is lost.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod support;
#[path = "support/terminal.rs"]
mod terminal;

use std::{fs, path::Path};

use support::copy;
use terminal::{CTRL_C, DEL, DOWN, ESC, Start, Terminal};

/// A copy of the example, and a home.
struct Place {
    register: tempfile::TempDir,
    home: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        let place = Self { register: tempfile::tempdir().unwrap(), home: tempfile::tempdir().unwrap() };
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/van-giang"), place.register.path());
        place
    }

    fn start(&self) -> Start<'_> {
        Start::new(self.register.path(), self.home.path())
    }

    fn run(&self, args: &str) -> Terminal {
        self.start().run(args)
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.register.path().join("xuan-quan/chi-bo-thon-1").join(path)).unwrap()
    }

    fn drafts(&self) -> Vec<String> {
        let Ok(entries) = fs::read_dir(self.home.path().join("chibo/drafts")) else { return Vec::new() };
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }
}

const CELL: &str = "new-meeting xuan-quan/chi-bo-thon-1 --as-of 2018-12-20";

/// Writes what the summary shows, and ends well.
fn write(terminal: &mut Terminal) {
    terminal.answer("Ghi bản ghi này?", "\r");
    terminal.wait("chibo check");
    let (exit, shown) = terminal.end();
    assert_eq!(exit, 0, "{shown}");
}

/// From the first question to the roll.
fn up_to_the_roll(terminal: &mut Terminal) {
    terminal.answer("Ngày họp?", "5/12/2018\r").answer("Loại cuộc họp?", "bat thuong\r");
    terminal.answer("đã diễn ra chưa?", "\r").answer("Giờ bắt đầu?", "19h30\r").answer("Giờ kết thúc?", "21:15\r");
    terminal.answer("Nơi họp?", "Đình\r").answer("Báo trước", "2/12/2018\r").answer("Chi ủy họp", "-\r");
    terminal.wait("chưa gọi 11");
}

#[test]
fn it_asks_for_what_is_missing_and_writes_what_was_answered() {
    let place = Place::new();
    let mut terminal = place.run("new-meeting --as-of 2018-12-20");
    terminal.answer("Chi bộ nào?", "thon-1\r");
    // Too far ahead: it says so and asks again.
    terminal.answer("Ngày họp? (20/12/2018)", "5/1/2038\r").wait("ngày 05/01/2038 còn quá xa");
    terminal.keys(&DEL.repeat(4)).keys("2019\r");
    // Found without marks. A meeting still to come needs no roll.
    terminal.answer("Loại cuộc họp?", "chuyen\r").answer("Giờ bắt đầu?", "19h\r").answer("Nơi họp?", "Đình thôn\r");
    terminal
        .answer("lĩnh vực nào?", "ket nap\r")
        .answer("Tên chuyên đề?", "Tạo nguồn\r")
        .answer("Ai chuẩn bị", "dv05\r");
    terminal.wait("Bản ghi chuẩn bị trước: phải dự");
    write(&mut terminal);
    let text = place.read("2019/2019-01-05-thematic.toml");
    for line in [
        "kind = \"thematic\"\n",
        "\nstart = 19:00:00\n",
        "\nplace = \"Đình thôn\"\n",
        "\nchair = \"dv04\"\n",
        "\narea = \"admission\"\n",
        "\ntitle = \"Tạo nguồn\"\n",
        "\nauthor = \"dv05\"\n",
        "\ndv01 = \"\"\n",
    ] {
        assert!(text.contains(line), "{line} {text}");
    }
    assert_eq!(place.drafts(), [""; 0]);
}

#[test]
fn enter_takes_what_is_usual_and_given_answers_are_not_asked() {
    let place = Place::new();
    let mut terminal = place.run(&format!("{CELL} --date 2018-12-28"));
    terminal.answer("Loại cuộc họp?", "thuong ky\r").answer("Giờ bắt đầu? (19:45)", "\r");
    terminal.answer("Nơi họp? (Nhà văn hóa thôn 1)", "\r");
    write(&mut terminal);
    let shown = terminal.shown();
    assert!(!shown.contains("Ngày họp?") && !shown.contains("Chi bộ nào?"), "{shown}");
    let text = place.read("2018/2018-12-28-regular.toml");
    assert!(text.contains("\nstart = 19:45:00\n") && text.contains("\nplace = \"Nhà văn hóa thôn 1\"\n"), "{text}");
}

#[test]
fn a_whole_meeting_is_entered() {
    let place = Place::new();
    let mut terminal = place.run(CELL);
    up_to_the_roll(&mut terminal);
    // Late, excused, without reason, and the rest there; two who are not due, one of whom came.
    terminal.keys(",;/\t").wait("chưa gọi 0").keys("\r");
    terminal.answer("Ai chủ trì?", "dv05\r").answer("Ai ghi biên bản?", "dv13\r");
    terminal.answer("Nội dung cuộc họp?", "\r");
    terminal.answer("Mở đầu", "\r").wait("[Enter khi xong").keys("Nêu \"lý do\"\r");
    terminal.answer("Báo cáo, ý kiến", &format!("{DOWN}{DOWN}\r"));
    terminal.answer("Kết luận", &format!("{DOWN}\r"));
    // An admission takes two thirds of eleven, told at once; nine may vote.
    terminal.answer("Nghị quyết, kết luận", &format!("{DOWN}\r")).answer("Số nghị quyết?", "12-NQ/CB\r");
    terminal.answer("về việc gì?", "ket nap\r").answer("Tên, nội dung", "Kết nạp quần chúng\r");
    terminal.answer("Phiếu", "9/1\r").wait("10 phiếu, nhiều hơn 9 người có quyền biểu quyết có mặt");
    terminal.keys(&DEL.repeat(3)).keys("7/2\r");
    terminal.wait("→ KHÔNG ĐƯỢC THÔNG QUA, 7/11 tán thành; cần từ 8 phiếu tán thành (hai phần ba của 11)");
    terminal.answer("Nghị quyết, kết luận", &format!("{DOWN}{DOWN}\r")).answer("Số nghị quyết? (12-NQ/CB)", "\r");
    terminal.answer("về việc gì?", "khac\r").answer("Tên, nội dung", "\r").answer("Phiếu", "\r");
    terminal.wait("→ ĐƯỢC THÔNG QUA, 7/11 tán thành; cần từ 6 phiếu tán thành (hơn một nửa của 11)");
    terminal.answer("Nghị quyết, kết luận", "\r").answer("Khách dự họp?", " \r");
    terminal.wait("Có mặt 9/11 = 81,82%, trong đó đến muộn 1");
    terminal.wait("Biểu quyết: 9 người có quyền biểu quyết có mặt");
    write(&mut terminal);
    let text = place.read("2018/2018-12-05-extraordinary.toml");
    for line in [
        "\nend = 21:15:00\n",
        "\nannounced = 2018-12-02\n",
        "\ndv01 = \"m\"\ndv03 = \"p\"\ndv04 = \"k\"\ndv05 = \"x\"\n",
        "\nopening = \"Nêu \\\"lý do\\\"\"\n",
        "\ndiscussion = false\n",
        "\nconclusion = true\n",
        "\nnumber = \"12-NQ/CB\"\nkind = \"other\"\ntitle = \"Kết nạp quần chúng\"\n\
         votes = { for = 7, against = 2, blank = 0 }\ncarried = true\n",
        "\n[[guests]]\nfrom = ",
    ] {
        assert!(text.contains(line), "{line} {text}");
    }
}

#[test]
fn every_step_can_be_taken_back_and_keeps_what_was_typed() {
    let place = Place::new();
    let mut terminal = place.run(CELL);
    terminal.answer("Ngày họp?", "5/12/2018\r").answer("Loại cuộc họp?", "bat thuong\r");
    terminal.answer("đã diễn ra chưa?", "\r").answer("Giờ bắt đầu?", "19h30\r").answer("Giờ kết thúc?", "21:15\r");
    // Half a place is typed; back to the end and the beginning, and forth again.
    terminal.asked("Nơi họp?").keys("Nhà ").wait("Nơi họp? Nhà").keys(ESC);
    terminal.asked("Giờ kết thúc? (21:15)").keys(ESC);
    terminal.answer("Giờ bắt đầu? (19:30)", "19h\r").answer("Giờ kết thúc? (21:15)", "\r");
    terminal.asked("Nơi họp? Nhà").keys("ông Sáu\r");
    terminal.answer("Báo trước", "\r").answer("Chi ủy họp", "-\r").wait("chưa gọi 11");
    // Back from the roll with a mark, which is there when it is called again.
    terminal.keys(";").wait("có lý do 1").keys(ESC);
    terminal.answer("Chi ủy họp", "-\r").wait("chưa gọi 10").keys("\t\r");
    terminal.answer("Ai chủ trì?", "\r").asked("Ai ghi biên bản?").keys(ESC);
    terminal.answer("Ai chủ trì?", "\r").answer("Ai ghi biên bản?", "\r");
    terminal.answer("Nội dung cuộc họp?", &format!("{DOWN}{DOWN}\r")).answer("Nghị quyết, kết luận", "\r");
    terminal.answer("Khách dự họp?", "\r");
    // From the summary to one answer and back.
    terminal.asked("Ghi bản ghi này?").keys("noi hop\r");
    terminal.answer("Nơi họp? (Nhà ông Sáu)", "Đình\r");
    terminal.wait("19:00–21:15 (135 phút), Đình");
    write(&mut terminal);
    let text = place.read("2018/2018-12-05-extraordinary.toml");
    assert!(text.contains("\nplace = \"Đình\"\n") && text.contains("= \"p\"\n"), "{text}");
}

#[test]
fn escape_at_the_first_question_and_ctrl_c_write_nothing() {
    for key in [ESC, CTRL_C] {
        let place = Place::new();
        let mut terminal = place.run(CELL);
        terminal.asked("Ngày họp?").keys(key);
        let (exit, shown) = terminal.end();
        assert_eq!(exit, 2, "{shown}");
        assert!(shown.contains("lỗi: đã thôi, chưa ghi gì"), "{shown}");
        assert!(!place.register.path().join("xuan-quan/chi-bo-thon-1/2019").exists());
    }
    // Where the cell was asked for, it is one step back too.
    let place = Place::new();
    let mut terminal = place.run("new-meeting --as-of 2018-12-20");
    terminal.answer("Chi bộ nào?", "thon-1\r").asked("Ngày họp?").keys(ESC);
    terminal.answer("Chi bộ nào?", "thon-2\r").asked("Ngày họp?").keys(CTRL_C);
    assert_eq!(terminal.end().0, 2);
}

#[test]
fn an_interrupted_entry_is_offered_again() {
    let place = Place::new();
    let mut terminal = place.run(CELL);
    up_to_the_roll(&mut terminal);
    terminal.keys(";,").wait("chưa gọi 9").keys(CTRL_C);
    let (exit, shown) = terminal.end();
    assert!(exit == 2 && shown.contains("phần đã nhập được giữ lại"), "{shown}");
    assert_eq!(place.drafts().len(), 1);

    // Whoever does not decide loses nothing.
    for key in [CTRL_C, ESC] {
        let mut terminal = place.run(CELL);
        terminal.asked("Có bản ghi đang nhập dở").keys(key);
        assert_eq!(terminal.end().0, 2);
    }

    // Taken up at the roll, where it was left; then the window is closed in the middle of a line.
    let mut terminal = place.run(CELL);
    terminal.asked("Có bản ghi đang nhập dở từ 20/12/2018 (họp bất thường ngày 05/12/2018)").keys("\r");
    terminal.wait("chưa gọi 9").keys("\t\r");
    terminal.answer("Ai chủ trì?", "\r").answer("Ai ghi biên bản?", "\r").answer("Nội dung cuộc họp?", "\r");
    terminal.answer("Mở đầu", "\r").wait("[Enter khi xong").keys("Chủ tọa nêu").wait("Chủ tọa nêu");
    terminal.close();

    let mut terminal = place.run(CELL);
    terminal.asked("Có bản ghi đang nhập dở").keys("\r").asked("Chủ tọa nêu").keys(" lý do\r");
    terminal.asked("Báo cáo, ý kiến").keys(CTRL_C);
    terminal.end();

    // It is for this cell alone, and goes when it is not wanted.
    let other = "new-meeting xuan-quan/chi-bo-thon-2 --as-of 2018-12-20";
    let mut terminal = place.run(other);
    terminal.asked("Ngày họp?").keys(CTRL_C);
    terminal.end();
    let mut terminal = place.run(CELL);
    terminal.asked("Có bản ghi đang nhập dở").keys("\r").answer("Báo cáo, ý kiến", &format!("{DOWN}\r"));
    terminal.answer("Kết luận", &format!("{DOWN}\r")).answer("Nghị quyết", "\r").answer("Khách", "\r");
    write(&mut terminal);
    let text = place.read("2018/2018-12-05-extraordinary.toml");
    assert!(text.contains("\nopening = \"Chủ tọa nêu lý do\"\n") && text.contains("= \"p\"\n"), "{text}");
    assert_eq!(place.drafts(), [""; 0]);
}

#[test]
fn vietnamese_is_typed_by_any_method() {
    let place = Place::new();
    let mut terminal = place.run(CELL);
    terminal.answer("Ngày họp?", "5/1/2019\r").answer("Loại cuộc họp?", "\r").answer("Giờ bắt đầu?", "\r");
    // Unikey: `Nhaf` becomes `Nhà` by taking a letter back; then letters and marks apart, as from macOS; then whole.
    terminal
        .asked("Nơi họp?")
        .keys("Nha")
        .keys(DEL)
        .keys("à va")
        .keys(&format!("{DEL}ă"))
        .keys("n hoa\u{301} tho\u{302}n Mộng\r");
    write(&mut terminal);
    let text = place.read("2019/2019-01-05-regular.toml");
    assert!(text.contains("\nplace = \"Nhà văn hoá thôn Mộng\"\n"), "{text}");
}

#[test]
fn a_long_text_is_written_in_the_editor() {
    let place = Place::new();
    let script = place.home.path().join("editor.sh");
    fs::write(&script, "printf 'D\\303\\262ng m\\341\\273\\231t\\n\\nd\\303\\262ng \"hai\"\\n# bỏ\\n' > \"$2\"\n")
        .unwrap();
    let start = Start { editor: Some(format!("sh '{}' --wait", script.display())), ..place.start() };
    let mut terminal = start.run(CELL);
    up_to_the_roll(&mut terminal);
    terminal.keys("\t\r").answer("Ai chủ trì?", "\r").answer("Ai ghi biên bản?", "\r");
    terminal.answer("Nội dung cuộc họp?", "\r").answer("Mở đầu", &format!("{DOWN}\r"));
    terminal.asked("Báo cáo, ý kiến").keys(ESC);
    terminal.wait("Để như đã ghi: “Dòng một  dòng \"hai\"”").keys("\r");
    terminal.answer("Báo cáo, ý kiến", &format!("{DOWN}{DOWN}\r")).answer("Kết luận", &format!("{DOWN}{DOWN}\r"));
    terminal.answer("Nghị quyết", "\r").answer("Khách", "\r");
    write(&mut terminal);
    let text = place.read("2018/2018-12-05-extraordinary.toml");
    assert!(text.contains("\nopening = \"\"\"\nDòng một\n\ndòng \\\"hai\\\"\"\"\"\n"), "{text}");
    assert_eq!(place.drafts(), [""; 0]);
}

#[test]
fn a_day_that_has_its_record_asks_for_another_hour() {
    let place = Place::new();
    let mut terminal = place.run(&format!("{CELL} --kind combined"));
    terminal.answer("Ngày họp?", "5/11/2018\r").answer("đã diễn ra chưa?", &format!("{DOWN}\r"));
    terminal.answer("Có mặt / phải dự?", "9/8\r").wait("lớn hơn số phải dự").keys(&DEL.repeat(3)).keys("8/11\r");
    terminal.answer("Giờ bắt đầu?", "\r").wait("đã có xuan-quan/chi-bo-thon-1/2018/2018-11-05-combined.toml");
    terminal.answer("Giờ bắt đầu?", "7h\r").answer("Giờ kết thúc?", "6h\r").wait("phải sau giờ bắt đầu");
    terminal.keys(CTRL_C);
    assert_eq!(terminal.end().0, 2);
}
