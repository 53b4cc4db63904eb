//! `chibo roll-call` without a terminal: marks by options, and only the marks change.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod support;

use std::{fs, path::Path};

use support::{Run, chibo_on, copy, words};

const RECORD: &str = "xuan-quan/chi-bo-thon-1/2018/2018-12-15-regular.toml";

/// What the register finds in a meeting that has become one.
const WARNING: &str = "cảnh báo[no-committee-meeting-before] chưa ghi chi ủy họp trước cuộc họp thường kỳ ngày \
                       15/12/2018 (nếu chi ủy đã họp, ghi ngày ở committee_met)\n";

struct Register(tempfile::TempDir);

impl Register {
    fn new() -> Self {
        let register = Self(tempfile::tempdir().unwrap());
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/van-giang"), register.0.path());
        let line = "new-meeting xuan-quan/chi-bo-thon-1 --date 2018-12-15 --kind regular";
        assert_eq!(register.run(line).code, 0);
        register
    }

    fn run(&self, line: &str) -> Run {
        chibo_on("2018-12-20".parse().unwrap(), &words(line), self.0.path())
    }

    fn read(&self) -> String {
        fs::read_to_string(self.0.path().join(RECORD)).unwrap()
    }

    fn write(&self, text: &str) {
        fs::write(self.0.path().join(RECORD), text).unwrap();
    }

    /// Why a command is refused; nothing has changed then.
    fn refused(&self, line: &str) -> String {
        let before = self.read();
        let run = self.run(line);
        assert_eq!((run.code, &*run.out), (2, ""), "{line}: {}", run.err);
        assert_eq!(self.read(), before, "{line}");
        run.err
    }
}

#[test]
fn marks_come_by_options_and_nothing_else_changes() {
    let register = Register::new();
    let crlf = register.read().replace("dv05 = \"\"", "dv05 = ''   # ốm").replace('\n', "\r\n");
    register.write(&format!("\u{FEFF}{crlf}"));
    // dv02 is exempt and came all the same.
    let line =
        format!("roll-call {RECORD} --present dv02 --late dv03 --excused dv05,dv06 --absent dv07 --rest present");
    let run = register.run(&line);
    assert_eq!(
        (run.code, &*run.out, &*run.err),
        (
            0,
            "xuan-quan/chi-bo-thon-1/2018/2018-12-15-regular.toml\n\
             điểm danh họp thường kỳ ngày 15/12/2018: có mặt 9/12 = 75,00% (đến muộn 1), vắng có lý do 2, không lý do 1\n\
             lời ghi commit: xuan-quan/chi-bo-thon-1: điểm danh họp thường kỳ ngày 15/12/2018: có mặt 9/12 = 75,00% (đến muộn 1), vắng có lý do 2, không lý do 1\n",
            &*format!("{RECORD}:11:8: {WARNING}")
        )
    );
    let mut expected = crlf.replace("''", "\"p\"").replace("dv01 = \"\"\r\n", "dv01 = \"x\"\r\ndv02 = \"x\"\r\n");
    for (id, mark) in [("dv03", "m"), ("dv06", "p"), ("dv07", "k")] {
        expected = expected.replace(&format!("{id} = \"\""), &format!("{id} = \"{mark}\""));
    }
    for id in ["dv04", "dv08", "dv10", "dv12", "dv13", "dv14"] {
        expected = expected.replace(&format!("{id} = \"\""), &format!("{id} = \"x\""));
    }
    assert_eq!(register.read(), format!("\u{FEFF}{expected}"));
    // Once more there is nothing to do.
    let run = register.run(&format!("roll-call {RECORD} --rest present"));
    assert!(run.code == 0 && run.err.contains("các dấu đã như vậy, không có gì để ghi"), "{}", run.err);
}

#[test]
fn a_roll_may_be_called_in_parts_and_looked_at_first() {
    let register = Register::new();
    let before = register.read();
    let run = register.run("roll-call xuan-quan/chi-bo-thon-1 --late dv03 --dry-run");
    assert!(run.out.contains("\n-dv03 = \"\"\n+dv03 = \"m\"\n"), "{}", run.out);
    let notes = "lưu ý: còn 10 người chưa điểm danh\nlưu ý: chưa ghi gì (--dry-run)\n";
    assert_eq!(run.err, format!("{notes}{RECORD}:11:8: {WARNING}"));
    assert_eq!(register.read(), before);
    // The one record that waits needs no name; what was marked stays until it is marked anew.
    assert_eq!(register.run("roll-call --late dv03").code, 0);
    assert_eq!(
        register.run("-C xuan-quan/chi-bo-thon-1 roll-call 2018/2018-12-15-regular.toml --rest excused").code,
        0
    );
    assert_eq!(register.run(&format!("roll-call {RECORD} --absent dv04")).code, 0);
    let text = register.read();
    assert!(text.contains("\ndv01 = \"p\"\ndv03 = \"m\"\ndv04 = \"k\"\ndv05 = \"p\"\n"), "{text}");
    let run = register.run("check xuan-quan/chi-bo-thon-1 --fail-on error");
    assert_eq!(run.code, 0, "{}", run.out);
}

#[test]
fn what_cannot_be_is_refused_with_its_reason() {
    let register = Register::new();
    for (line, reason) in [
        (
            format!("roll-call {RECORD}"),
            "lỗi: chưa biết ai có mặt; chạy trên màn hình, hoặc ghi dấu, như: chibo roll-call xuan-quan/",
        ),
        (
            format!("roll-call {RECORD} --late dv30"),
            "lỗi: --late: dv30 không phải dự ngày 15/12/2018; có phải là dv03?",
        ),
        (
            format!("roll-call {RECORD} --absent dv02"),
            "lỗi: --absent: dv02 không phải dự ngày 15/12/2018 (miễn công tác",
        ),
        ("roll-call khong-co.toml --rest present".to_owned(), "lỗi: không có khong-co.toml trong sổ"),
        ("roll-call chibo.toml --rest present".to_owned(), "lỗi: chibo.toml không phải bản ghi một cuộc họp"),
        (format!("roll-call {RECORD} --rest present --as-of 2018-12-01"), "lỗi: ngày họp 15/12/2018 chưa đến"),
        ("roll-call me-so --rest present".to_owned(), "lỗi: không có bản ghi nào chờ điểm danh"),
    ] {
        let refused = register.refused(&line);
        assert!(refused.starts_with(reason), "{line}: {refused}");
    }
    let whole = register.read();
    register.write("date = 2018-12-15\nkind = \"regular\"\nheld = false\nreason = \"bão\"\n");
    let refused = register.refused(&format!("roll-call {RECORD} --rest present"));
    assert!(refused.contains("ghi là không họp (held = false)"), "{refused}");
    register.write("date = 2018-12-15\nkind = \"regular\n");
    let refused = register.refused(&format!("roll-call {RECORD} --rest present"));
    assert!(refused.contains("không đọc được xuan-quan/") && refused.contains("toml-syntax"), "{refused}");
    // Votes that the marks would make too many.
    register.write(&format!(
        "{whole}\n[[resolutions]]\nkind = \"monthly\"\nvotes = {{ for = 8, against = 0, blank = 0 }}\ncarried = true\n"
    ));
    let refused = register.refused(&format!("roll-call {RECORD} --absent dv01,dv03,dv04,dv05 --rest present"));
    assert!(refused.contains("chưa ghi gì, vì ghi vào thì bản ghi sẽ sai:\n"), "{refused}");
    assert!(refused.contains("votes-exceed-present"), "{refused}");
}
