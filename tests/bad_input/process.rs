//! What only a process can meet: a reader that stops reading, a disk that is full, arguments that are no text.
#![cfg(unix)]

use std::{
    ffi::OsStr,
    fs::File,
    io::Read,
    os::unix::ffi::OsStrExt,
    process::{Command, Stdio},
};

use crate::place::Place;

fn chibo(place: &Place) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chibo"));
    command.env_clear().current_dir(place.root()).stdin(Stdio::null()).stderr(Stdio::piped());
    command
}

/// More findings than a pipe holds.
fn loud() -> Place {
    let place = Place::clean();
    let rows: Vec<String> = (0..5_000).map(|n| format!("dv{n},idle,,,")).collect();
    place.write("statuses.csv", format!("member,status,from,until,reason\n{}\n", rows.join("\n")));
    place
}

#[test]
fn a_reader_that_has_had_enough_is_no_failure() {
    let place = loud();
    for format in ["full", "concise", "json"] {
        let mut child = chibo(&place).args(["check", "-O", format]).stdout(Stdio::piped()).spawn().unwrap();
        let mut first = [0; 10];
        child.stdout.take().unwrap().read_exact(&mut first).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(1), "-O {format}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "-O {format}");
    }
}

#[test]
fn a_full_disk_is_one_line_that_says_what_to_do() {
    let Ok(full) = File::options().write(true).open("/dev/full") else {
        println!("skipped: no /dev/full here");
        return;
    };
    let place = loud();
    for (args, told) in [
        (&["check"][..], "lỗi: không in ra được: hết chỗ trên đĩa; ghi ra nơi khác rồi chạy lại\n"),
        (
            &["check", "-O", "json", "--lang", "en"],
            "error: cannot print: the disk is full; send the output elsewhere and run again\n",
        ),
        (
            &["report", "--year", "2018", "--lang", "en"],
            "error: cannot print: the disk is full; send the output elsewhere and run again\n",
        ),
        (&["--help"], "lỗi: không in ra được: hết chỗ trên đĩa; ghi ra nơi khác rồi chạy lại\n"),
    ] {
        let output = chibo(&place).args(args).stdout(full.try_clone().unwrap()).output().unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stderr), told, "{args:?}");
        assert_eq!(output.status.code(), Some(2), "{args:?}");
    }
}

#[test]
fn standard_error_that_is_shut_harms_nothing() {
    let Ok(full) = File::options().write(true).open("/dev/full") else { return };
    let place = Place::empty();
    let status = chibo(&place).arg("check").stderr(full).stdout(Stdio::null()).status().unwrap();
    assert_eq!(status.code(), Some(3));
}

#[test]
fn an_argument_that_is_no_text_is_a_mistake_of_usage() {
    let place = Place::clean();
    for bytes in [&b"\xFF"[..], b"\xED\xA0\x80", b"a\xFF#b"] {
        let output = chibo(&place).arg("check").arg(OsStr::from_bytes(bytes)).output().unwrap();
        assert_eq!(output.status.code(), Some(2));
        assert!(output.stdout.is_empty() && output.stderr.starts_with("lỗi: ".as_bytes()));
    }
}

#[test]
fn a_working_directory_that_is_gone_is_no_register() {
    let place = Place::empty();
    let gone = place.path("gone");
    std::fs::create_dir(&gone).unwrap();
    // The shell stands in the directory, removes it and runs chibo there.
    let script = r#"cd "$1" && rmdir "$1" && exec "$2" check"#;
    let chibo = env!("CARGO_BIN_EXE_chibo");
    let output = Command::new("sh").args(["-c", script, "sh"]).arg(&gone).arg(chibo).output().unwrap();
    assert_eq!(output.status.code(), Some(3), "{}", String::from_utf8_lossy(&output.stderr));
}
