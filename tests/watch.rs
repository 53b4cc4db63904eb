//! What is said of a run on standard error: how far long work is, on a terminal alone and gone when it is over; and with
//! `--verbose` what was read and how long it took. Standard output is the same whoever watches.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod support;

use std::{
    fs,
    io::{Read, Write},
    path::Path,
    process::{Command, Stdio},
};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use support::{chibo, words};

const ROWS: u16 = 60;
const COLUMNS: u16 = 200;

/// Runs a program in a terminal of its own, and gives all that it sent there.
fn in_terminal(program: &str, args: &[String], directory: &Path, patience: &str) -> String {
    in_terminal_of(COLUMNS, program, args, directory, patience)
}

fn in_terminal_of(columns: u16, program: &str, args: &[String], directory: &Path, patience: &str) -> String {
    started(columns, program, args, directory, patience, |_, _| {})
}

/// The same; Ctrl-C is pressed as soon as a text has been sent.
#[cfg(unix)]
fn interrupted_once_it_shows(text: &str, program: &str, args: &[String], directory: &Path) -> String {
    let mut pressed = false;
    started(COLUMNS, program, args, directory, "0", |sent, keys| {
        if !pressed && String::from_utf8_lossy(sent).contains(text) {
            pressed = true;
            keys.write_all(b"\x03").unwrap();
        }
    })
}

/// Runs a program in a terminal; `watch` sees what it has sent so far, and has the keys.
fn started(
    columns: u16,
    program: &str,
    args: &[String],
    directory: &Path,
    patience: &str,
    mut watch: impl FnMut(&[u8], &mut dyn Write),
) -> String {
    let size = PtySize { rows: ROWS, cols: columns, ..PtySize::default() };
    let pty = native_pty_system().openpty(size).unwrap();
    let mut command = CommandBuilder::new(program);
    command.args(args);
    command.cwd(directory);
    command.env_clear();
    for (name, value) in environment(patience) {
        command.env(name, value);
    }
    let mut child = pty.slave.spawn_command(command).unwrap();
    // The terminal is closed, and so read to its end, once the program has let go of it.
    drop(pty.slave);
    let mut reader = pty.master.try_clone_reader().unwrap();
    let mut keys = pty.master.take_writer().unwrap();
    let (mut sent, mut bytes) = (Vec::new(), [0; 4096]);
    while let Ok(n @ 1..) = reader.read(&mut bytes) {
        sent.extend_from_slice(&bytes[..n]);
        watch(&sent, &mut keys);
    }
    child.wait().unwrap();
    String::from_utf8(sent).unwrap()
}

fn environment(patience: &str) -> [(&str, &str); 4] {
    [("TERM", "xterm-256color"), ("CHIBO_LANG", "vi"), ("CHIBO_CACHE", "off"), ("CHIBO_PROGRESS", patience)]
}

/// What the terminal shows in the end, line by line.
fn screen(sent: &str) -> String {
    screen_of(COLUMNS, sent)
}

fn screen_of(columns: u16, sent: &str) -> String {
    let mut terminal = vt100::Parser::new(ROWS.try_into().unwrap(), columns.try_into().unwrap(), 0);
    terminal.process(sent.as_bytes());
    let lines = terminal.screen().rows(0, columns).map(|line| format!("{}\n", line.trim_end()));
    lines.collect::<String>().trim_end().to_owned()
}

/// Two communes, and somewhere to write.
fn register() -> tempfile::TempDir {
    let place = tempfile::tempdir().unwrap();
    let made = chibo(&words("demo so --level district --communes 2 --years 2017-2018"), place.path());
    assert_eq!(made.code, 0, "{}", made.err);
    place
}

const CHIBO: &str = env!("CARGO_BIN_EXE_chibo");

/// A line of each command that works on many units, with what its terminal shows meanwhile and in the end.
const LONG: [(&str, &str, &str); 8] = [
    ("-C so check -O json -o ra --force --fail-on never", "đọc và xét các xã [", "Đã đọc"),
    ("-C so report --year 2018 -O json -o ra --force", "đọc và xét các xã [", ""),
    ("-C so trace attendance --year 2018 -O json -o ra --force", "đọc và xét các xã [", ""),
    ("-C so due -O json -o ra --force", "đọc và xét các xã [", ""),
    ("-C so received --year 2018 -O json -o ra --force", "đọc và xét các xã [", ""),
    ("-C so fmt --check", "đọc các tệp [", "0 tệp chưa đúng dạng"),
    ("-C so export bang", "lưu xuống đĩa…", "bang/register.csv"),
    ("demo so-2 --level district --communes 2 --years 2017-2018", "ghi các xã [", "Đã ghi sổ mẫu"),
];

#[test]
fn on_a_terminal_long_work_is_shown_and_leaves_nothing_behind() {
    let place = register();
    for (line, meanwhile, end) in LONG {
        let sent = in_terminal(CHIBO, &words(line), place.path(), "0");
        assert!(sent.contains(meanwhile), "{line}: {sent:?}");
        let left = screen(&sent);
        assert!(left.starts_with(end) && end.is_empty() == left.is_empty(), "{line}: {left}");
        assert!(!left.contains(meanwhile), "{line}: {left}");
    }
}

/// Whoever has waited long enough is left an empty line, and a run that ended as any other does that is interrupted.
#[cfg(unix)]
#[test]
fn ctrl_c_takes_the_line_back() {
    let place = tempfile::tempdir().unwrap();
    // The shell has a word left to say only if it is told that the run was interrupted.
    let line = "\"$0\" demo so --level province >/dev/null; echo \"$?\"";
    let program = ["-c", "trap : INT; eval \"$1\"", CHIBO, line].map(str::to_owned);
    let sent = interrupted_once_it_shows("ghi các xã [", "/bin/sh", &program, place.path());
    let left = screen(&sent);
    assert!(left.ends_with("130") && !left.contains("ghi các xã"), "{left}\n{sent:?}");
}

#[test]
fn a_narrow_terminal_is_left_as_empty() {
    let place = register();
    let sent = in_terminal_of(24, CHIBO, &words("-C so report --year 2018 -O json -o ra"), place.path(), "0");
    assert!(sent.contains("đọc và xét các xã ["), "{sent:?}");
    assert_eq!(screen_of(24, &sent), "", "{sent:?}");
}

#[test]
fn what_is_printed_in_the_middle_of_a_stage_stands_on_lines_of_its_own() {
    let place = register();
    for path in ["chibo.toml", "district.toml", "vinh-khuc/commune.toml"] {
        let path = place.path().join("so").join(path);
        let text = fs::read_to_string(&path).unwrap().replace(" = ", "   = ");
        fs::write(&path, text).unwrap();
    }
    fs::write(place.path().join("so/vinh-khuc/villages.csv"), "id\n\"").unwrap();
    let sent = in_terminal(CHIBO, &words("-C so fmt --check"), place.path(), "0");
    assert!(sent.contains("đọc các tệp ["), "{sent:?}");
    let piped = chibo(&words("-C so fmt --check"), place.path());
    let (shown, mut lines) = (screen(&sent), piped.out.lines().chain(piped.err.lines()));
    assert_eq!(shown.lines().count(), piped.out.lines().count() + 1, "{shown}");
    assert!(lines.all(|line| shown.lines().any(|shown| shown == line)), "{shown}\n{}{}", piped.out, piped.err);
}

#[test]
fn in_english_too() {
    let place = register();
    let sent = in_terminal(CHIBO, &words("-C so --lang en report --year 2018 -O json -o ra"), place.path(), "0");
    assert!(sent.contains("reading and judging communes [                        ] 0/2"), "{sent:?}");
    assert_eq!(screen(&sent), "");
}

#[test]
fn what_does_not_last_that_long_is_never_shown_nor_what_was_switched_off() {
    let place = register();
    for patience in ["3600", "off"] {
        let sent = in_terminal(CHIBO, &words("-C so report --year 2018 -O csv"), place.path(), patience);
        assert!(!sent.contains('\u{1b}') && !sent.contains("đọc và xét"), "{sent:?}");
    }
}

#[test]
fn where_standard_error_is_no_terminal_nothing_is_shown() {
    let place = register();
    for (line, ..) in LONG {
        let _ = fs::remove_dir_all(place.path().join("bang"));
        let _ = fs::remove_dir_all(place.path().join("so-2"));
        let mut command = Command::new(CHIBO);
        command.args(words(line)).current_dir(place.path()).env_clear().envs(environment("0"));
        let ran = command.stdin(Stdio::null()).output().unwrap();
        assert_eq!(String::from_utf8(ran.stderr).unwrap(), "", "{line}");
        assert!(!ran.stdout.contains(&0x1b), "{line}");
    }
}

/// Standard output alone is a terminal: what is shown would be in the file that takes standard error.
#[cfg(unix)]
#[test]
fn a_terminal_of_standard_output_alone_is_none() {
    let place = register();
    let line = "\"$0\" -C so report --year 2018 -O csv 2>loi";
    let sent = in_terminal("/bin/sh", &["-c", line, CHIBO].map(str::to_owned), place.path(), "0");
    assert!(sent.starts_with("\u{feff}year,unit,") && !sent.contains('\u{1b}'), "{sent:?}");
    assert_eq!(fs::read_to_string(place.path().join("loi")).unwrap(), "");
}

/// The text with every time, every size and the place as `…`.
fn plain(text: &str, place: &Path) -> String {
    let text = text.replace(&place.canonicalize().unwrap().display().to_string(), "…");
    let number = regex_lite::Regex::new(r"\d+(?:[.,]\d+)+|\d+( byte| file| tệp)").unwrap();
    number.replace_all(&text, "…$1").into_owned()
}

#[test]
fn verbose_says_what_was_read_from_where_and_how_long_it_took() {
    let place = register();
    let run = chibo(&words("-C so/vinh-khuc --lang en --as-of 2018-12-31 -v report --year 2018"), place.path());
    let said = plain(&run.err, place.path());
    assert_eq!(
        said,
        "language: English (--lang)\n\
         register: …/so (found from …/so/vinh-khuc upwards, by -C)\n\
         settings: …/so/chibo.toml (… bytes)\n\
         day: 2018-12-31 (--as-of)\n\
         results of earlier runs: no place for them (HOME)\n\
         reading and judging communes: … s; 1 commune: 1 read from files, 0 taken from an earlier run; 12 cells; … files, … bytes\n  \
         of all threads together: finding files …, reading …, parsing …, judging … s\n\
         composing the result: … s\n\
         printing: … s\n\
         the whole run: … s\n"
    );
    let run = chibo(&words("-v -C so check --no-cache"), place.path());
    let said = plain(&run.err, place.path());
    for part in [
        "ngôn ngữ: tiếng Việt (mặc định)\nsổ dữ liệu: …/so (-C)\nthiết lập: …/so/chibo.toml (… byte)\n",
        "(hôm nay ở Việt Nam)\nkết quả lần chạy trước: không dùng (--no-cache)\ntìm các đơn vị: … giây; 3 đơn vị; ",
        "\nđọc và xét các xã: … giây; 2 xã: 2 đọc từ tệp, 0 lấy kết quả lần chạy trước; 21 chi bộ; … tệp, … byte\n",
        "\nin ra: … giây\ncả lượt chạy: … giây\n",
    ] {
        assert!(said.contains(part), "{part}\n{said}");
    }
}

#[test]
fn standard_output_is_the_same_with_and_without_verbose() {
    let place = register();
    for line in [
        "-C so check",
        "-C so report --year 2018 -O json",
        "-C so trace attendance --year 2018",
        "-C so due -O csv",
        "-C so received --year 2018",
        "-C so fmt --check",
        "-C so member them",
        "rules",
        "-C khong-co check",
    ] {
        let (quiet, verbose) = (chibo(&words(line), place.path()), chibo(&words(&format!("{line} -v")), place.path()));
        assert_eq!((quiet.out, quiet.code), (verbose.out, verbose.code), "{line}");
        if quiet.code < 2 {
            assert!(verbose.err.contains("cả lượt chạy: "), "{line}: {}", verbose.err);
        }
    }
}

/// What a run takes from an earlier one is told apart.
#[test]
fn verbose_tells_what_was_kept_from_an_earlier_run() {
    let place = register();
    let kept = |round: &str| {
        let mut command = Command::new(CHIBO);
        command
            .args(words("-C so -v --lang en report --year 2018 -o ra --force"))
            .current_dir(place.path())
            .env_clear();
        let ran = command.env("CHIBO_CACHE", place.path().join("kept")).output().unwrap();
        let said = String::from_utf8(ran.stderr).unwrap();
        assert!(said.contains("results of earlier runs: "), "{round}: {said}");
        said.lines().find(|line| line.contains("taken from an earlier run")).unwrap_or_default().to_owned()
    };
    // What was written a moment ago may change again unseen, and is not kept.
    std::thread::sleep(std::time::Duration::from_millis(2500));
    assert!(kept("first").contains("2 communes: 2 read from files, 0 taken from an earlier run"));
    assert!(kept("second").contains("2 communes: 0 read from files, 2 taken from an earlier run"));
}
