//! `chibo new-meeting` in a terminal: what is asked, how answers are typed, and that stopping leaves nothing behind.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use std::{
    fs,
    io::{Read, Write},
    path::Path,
    sync::{Arc, Mutex},
    thread,
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};

/// The program in a terminal of its own.
struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    screen: Arc<Mutex<Vec<u8>>>,
    /// Kept open: the program's terminal is gone with it.
    _pty: Box<dyn portable_pty::MasterPty + Send>,
}

impl Terminal {
    fn start(register: &Path, args: &str) -> Self {
        let pty = native_pty_system().openpty(PtySize { rows: 40, cols: 100, ..PtySize::default() }).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_chibo"));
        command.args(args.split(' '));
        command.cwd(register);
        command.env_clear();
        for (name, value) in [("TERM", "xterm-256color"), ("CHIBO_LANG", "vi"), ("NO_COLOR", "1")] {
            command.env(name, value);
        }
        let child = pty.slave.spawn_command(command).unwrap();
        let (mut reader, keys) = (pty.master.try_clone_reader().unwrap(), pty.master.take_writer().unwrap());
        let screen = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&screen);
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(n @ 1..) = reader.read(&mut bytes) {
                seen.lock().unwrap().extend_from_slice(&bytes[..n]);
            }
        });
        Self { child, keys, screen, _pty: pty.master }
    }

    /// What was shown, without the terminal's own commands.
    fn shown(&self) -> String {
        let bytes = String::from_utf8_lossy(&self.screen.lock().unwrap()).into_owned();
        let mut shown = String::new();
        let mut chars = bytes.chars();
        while let Some(c) = chars.next() {
            if c == '\u{1b}' {
                chars.by_ref().find(|c| !matches!(c, '[' | '?' | ';' | '0'..='9'));
                continue;
            }
            shown.push(c);
        }
        shown
    }

    fn wait(&self, text: &str) -> &Self {
        let start = Instant::now();
        while !self.shown().contains(text) {
            assert!(start.elapsed() < Duration::from_secs(60), "no `{text}` in:\n{}", self.shown());
            thread::sleep(Duration::from_millis(20));
        }
        self
    }

    fn type_keys(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    fn end(&mut self) -> (u32, String) {
        let exit = self.child.wait().unwrap().exit_code();
        thread::sleep(Duration::from_millis(200));
        (exit, self.shown())
    }
}

fn register() -> tempfile::TempDir {
    let register = tempfile::tempdir().unwrap();
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/van-giang");
    for entry in walkdir::WalkDir::new(&from).min_depth(1).into_iter().map(Result::unwrap) {
        let target = register.path().join(entry.path().strip_prefix(&from).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir(target).unwrap();
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
    register
}

#[test]
fn it_asks_for_what_is_missing_and_writes_what_was_answered() {
    let register = register();
    let mut terminal = Terminal::start(register.path(), "new-meeting --as-of 2018-12-20");
    terminal.wait("Chi bộ nào?");
    terminal.type_keys("thon-1\r");
    terminal.wait("Ngày họp? (20/12/2018)");
    // Too far ahead: it says so and asks again.
    terminal.type_keys("5/1/2038\r");
    terminal.wait("ngày 05/01/2038 còn quá xa");
    terminal.type_keys("5/1/2019\r");
    terminal.wait("Loại cuộc họp?");
    // Found without marks.
    terminal.type_keys("chuyen\r");
    terminal.wait("Giờ bắt đầu?");
    terminal.type_keys("19h\r");
    terminal.wait("Nơi họp?");
    terminal.type_keys("Đình thôn\r");
    terminal.wait("chibo check xuan-quan/chi-bo-thon-1");
    let (exit, shown) = terminal.end();
    assert_eq!(exit, 0, "{shown}");
    let path = register.path().join("xuan-quan/chi-bo-thon-1/2019/2019-01-05-thematic.toml");
    let text = fs::read_to_string(path).unwrap();
    for line in ["kind = \"thematic\"\n", "\nstart = 19:00:00\n", "\nplace = \"Đình thôn\"\n", "\nchair = \"dv04\"\n"]
    {
        assert!(text.contains(line), "{text}");
    }
}

#[test]
fn enter_takes_what_is_usual_and_given_answers_are_not_asked() {
    let register = register();
    let line = "new-meeting xuan-quan/chi-bo-thon-1 --as-of 2018-12-20 --date 2018-12-28";
    let mut terminal = Terminal::start(register.path(), line);
    terminal.wait("Loại cuộc họp?");
    terminal.type_keys("\r");
    terminal.wait("Giờ bắt đầu? (19:45:00)");
    terminal.type_keys("\r");
    terminal.wait("Nơi họp? (Nhà văn hóa thôn 1)");
    terminal.type_keys("\r");
    let (exit, shown) = terminal.end();
    assert_eq!(exit, 0, "{shown}");
    assert!(!shown.contains("Ngày họp?") && !shown.contains("Chi bộ nào?"), "{shown}");
    let text = fs::read_to_string(register.path().join("xuan-quan/chi-bo-thon-1/2018/2018-12-28-regular.toml"));
    assert!(text.unwrap().contains("\nplace = \"Nhà văn hóa thôn 1\"\n"));
}

#[test]
fn escape_and_ctrl_c_leave_nothing_behind() {
    for key in ["\u{1b}", "\u{3}"] {
        let register = register();
        let mut terminal = Terminal::start(register.path(), "new-meeting xuan-quan/chi-bo-thon-1 --as-of 2018-12-20");
        terminal.wait("Ngày họp?");
        terminal.type_keys("5/1/2019\r");
        terminal.wait("Loại cuộc họp?");
        terminal.type_keys(key);
        let (exit, shown) = terminal.end();
        assert_eq!(exit, 2, "{shown}");
        assert!(shown.contains("lỗi: đã thôi, chưa ghi gì"), "{shown}");
        assert!(!register.path().join("xuan-quan/chi-bo-thon-1/2019").exists());
    }
}
