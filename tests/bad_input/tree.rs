//! A tree that is not what it should be: links, pipes, directories in the place of files, what vanishes, what is shut.

use std::{fs, process::Command, sync::atomic::AtomicBool, sync::atomic::Ordering, thread};

use crate::place::{Place, run};

#[test]
fn a_directory_in_the_place_of_a_record_is_one_finding() {
    let place = Place::clean();
    place.remove("members.csv");
    fs::create_dir(place.path("members.csv")).unwrap();
    place.write("members.csv/members.csv", "id\n");
    place.finds("members.csv:1:1: error[unreadable-file] it cannot be opened: it is a directory");

    let place = Place::clean();
    let meeting = "2018/2018-03-08-regular.toml";
    place.remove(meeting);
    fs::create_dir(place.path(meeting)).unwrap();
    place.finds(&format!("{meeting}:1:1: error[unreadable-file]"));
}

#[test]
fn a_file_in_the_place_of_a_year_is_no_record() {
    let place = Place::clean();
    fs::remove_dir_all(place.path("2018")).unwrap();
    place.write("2018", "");
    let run = place.check();
    assert!(run.out.contains("2018:1:1: warning[unknown-file]"), "{}", run.out);
    assert_eq!(run.code, 1);
}

#[test]
fn a_file_of_two_mebibytes_is_not_read() {
    let place = Place::clean();
    place.write("members.csv", vec![b'a'; 2 << 20]);
    place.finds("members.csv:1:1: error[file-too-large] the file has 2,097,152 bytes");
}

#[cfg(unix)]
#[test]
fn links_are_not_followed_wherever_they_lead() {
    use std::os::unix::fs::symlink;
    let outside = Place::clean();
    for target in [".", "..", "/", "/dev/zero", "nowhere", outside.path("2018").to_str().unwrap()] {
        let place = Place::clean();
        symlink(target, place.path("2019")).unwrap();
        place.finds("2019:1:1: error[symbolic-link]");
    }
    let place = Place::clean();
    place.remove("members.csv");
    symlink(outside.path("members.csv"), place.path("members.csv")).unwrap();
    place.finds("members.csv:1:1: error[symbolic-link]");
}

#[cfg(unix)]
#[test]
fn a_link_that_no_cell_is_named_as_counts_as_none() {
    let place = Place::copy_of("van-giang");
    let report = |place: &Place| run(&["report", "--year", "2018", "-O", "csv"], place.root()).out;
    let before = report(&place);
    std::os::unix::fs::symlink("/etc/passwd", place.path("xuan-quan/x.toml")).unwrap();
    let told = place.check().out;
    assert!(told.contains("xuan-quan/x.toml:1:1: error[symbolic-link]"), "{told}");
    assert_eq!(report(&place), before);
}

#[cfg(unix)]
#[test]
fn a_cell_that_is_a_link_is_one_finding() {
    let place = Place::copy_of("van-giang");
    let cell = "me-so/chi-bo-me-so";
    let away = Place::empty();
    fs::rename(place.path(cell), away.path("cell")).unwrap();
    std::os::unix::fs::symlink(away.path("cell"), place.path(cell)).unwrap();
    let before = run(&["check", "--lang", "en", "-O", "concise"], Place::copy_of("van-giang").root());
    let run = place.check();
    let is_error = |line: &&str| line.contains(": error[");
    assert_eq!(
        run.out.lines().filter(is_error).count(),
        before.out.lines().filter(is_error).count() + 1,
        "{}",
        run.out
    );
    assert!(run.out.contains(&format!("{cell}:1:1: error[symbolic-link]")), "{}", run.out);
}

#[cfg(unix)]
#[test]
fn a_pipe_or_a_socket_is_told_and_not_waited_for() {
    for inside in ["members.csv", "2018/2018-03-08-regular.toml", "notes"] {
        let place = Place::clean();
        let _ = fs::remove_file(place.path(inside));
        let made = Command::new("mkfifo").arg(place.path(inside)).status();
        if !made.is_ok_and(|status| status.success()) {
            println!("skipped: no mkfifo here");
            return;
        }
        place.finds(&format!("{inside}:1:1: error[unreadable-file] it cannot be opened: it is no regular file"));
    }
    let place = Place::clean();
    let _socket = std::os::unix::net::UnixListener::bind(place.path("notes")).unwrap();
    place.finds("notes:1:1: error[unreadable-file]");
}

/// The right to read binds nobody who is root, so the binary runs as nobody.
#[cfg(unix)]
#[test]
fn what_is_shut_is_a_finding_and_nothing_is_missed_for_it() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::copy_of("van-giang");
    let mode = |inside: &str, mode| fs::set_permissions(place.path(inside), PermissionsExt::from_mode(mode)).unwrap();
    // The binary's own directory may be shut to nobody.
    let binary = place.path(".chibo");
    fs::copy(env!("CARGO_BIN_EXE_chibo"), &binary).unwrap();
    mode("", 0o755);
    mode(".chibo", 0o755);
    let check = || {
        let args = ["-C", place.root().to_str().unwrap(), "check", "--lang", "en", "-O", "concise"];
        let id = ["--reuid=65534", "--regid=65534", "--clear-groups"];
        let output = Command::new("setpriv")
            .args(id)
            .arg(&binary)
            .args(args)
            .env("CHIBO_CACHE", "off")
            .current_dir("/")
            .output()
            .ok()?;
        let text = String::from_utf8(output.stdout).unwrap();
        matches!(output.status.code(), Some(0..=3)).then_some((output.status.code()?, text))
    };
    let Some((_, before)) = check() else {
        println!("skipped: no setpriv here, or no right to use it");
        return;
    };
    let errors = |text: &str| text.lines().filter(|line| line.contains(": error[")).count();
    let cell = "me-so/chi-bo-me-so";
    for (shut, how) in [
        (cell.to_owned(), 0o000),
        (cell.to_owned(), 0o444),
        (cell.to_owned(), 0o111),
        (format!("{cell}/2018"), 0o000),
        (format!("{cell}/members.csv"), 0o000),
        (format!("{cell}/cell.toml"), 0o000),
        ("me-so".to_owned(), 0o000),
    ] {
        mode(&shut, how);
        let (code, text) = check().unwrap();
        mode(&shut, if shut.contains('.') { 0o644 } else { 0o755 });
        assert_eq!(code, 1, "{shut} {how:o}: {text}");
        assert!(text.contains("error[unreadable-file] it cannot be opened: permission is denied"), "{shut}: {text}");
        // A directory that lists and does not open its files is told file by file.
        if how != 0o444 {
            assert_eq!(errors(&text), errors(&before) + 1, "{shut} {how:o}: {text}");
        }
        // What cannot be read is not missing.
        let missed = text.lines().find(|line| line.contains(&format!("{cell}/")) && line.contains(": shortfall["));
        assert_eq!(missed, None, "{shut} {how:o}");
    }
    mode("chibo.toml", 0o000);
    assert_eq!(check().unwrap().0, 2);
}

/// Another program writes while chibo reads.
#[test]
fn what_comes_and_goes_while_it_is_read_does_no_harm() {
    let place = Place::clean();
    let stop = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            while !stop.load(Ordering::Relaxed) {
                for file in ["members.csv", "2018/2018-03-08-regular.toml", "2018/year.toml", "cell.toml"] {
                    let Ok(bytes) = fs::read(place.path(file)) else { continue };
                    let _ = fs::remove_file(place.path(file));
                    let _ = fs::create_dir(place.path("2019"));
                    let _ = fs::write(place.path("2019/year.toml"), "grade = \"good\"\n");
                    let _ = fs::remove_dir_all(place.path("2019"));
                    let _ = fs::write(place.path(file), bytes);
                }
            }
        });
        for _ in 0..40 {
            for format in ["full", "concise"] {
                let run = run(&["check", "-O", format], place.root());
                assert!(run.code <= 1, "{}{}", run.out, run.err);
            }
        }
        stop.store(true, Ordering::Relaxed);
    });
}
