//! `chibo import` in a terminal: letters of an old font are converted when their owner says that they are.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use std::{
    io::{Read, Write},
    path::Path,
};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

/// Answers the one question that is asked, and gives all that was shown.
fn asked(answer: &str) -> String {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import");
    let pty = native_pty_system().openpty(PtySize { rows: 40, cols: 120, ..PtySize::default() }).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_chibo"));
    command.args(["import", "members", "../../mau-7-tcvn3.xls"]);
    command.cwd(sources.join("register/chi-bo-thon-9"));
    command.env_clear();
    for (name, value) in [("TERM", "xterm-256color"), ("CHIBO_LANG", "vi"), ("NO_COLOR", "1")] {
        command.env(name, value);
    }
    let mut child = pty.slave.spawn_command(command).unwrap();
    drop(pty.slave);
    let (mut reader, mut keys) = (pty.master.try_clone_reader().unwrap(), pty.master.take_writer().unwrap());
    let (mut screen, mut bytes, mut answered) = (Vec::new(), [0; 4096], false);
    while let Ok(n @ 1..) = reader.read(&mut bytes) {
        screen.extend_from_slice(&bytes[..n]);
        if !answered && String::from_utf8_lossy(&screen).contains("Chuyển sang Unicode?") {
            keys.write_all(answer.as_bytes()).unwrap();
            keys.flush().unwrap();
            answered = true;
        }
    }
    child.wait().unwrap();
    String::from_utf8_lossy(&screen).into_owned()
}

#[test]
fn a_yes_converts() {
    let shown = asked("c\r");
    assert!(shown.contains("Hä vµ tªn; hä tªn khai sinh → Họ và tên; họ tên khai sinh"), "{shown}");
    assert!(shown.contains("Nguyễn Văn Ái"), "{shown}");
    assert!(shown.contains("chưa ghi gì; thêm --write để ghi"), "{shown}");
}

#[test]
fn a_no_leaves_the_letters_as_they_are() {
    let shown = asked("k\r");
    assert!(shown.contains("không thấy bảng nào trong ../../mau-7-tcvn3.xls"), "{shown}");
}
