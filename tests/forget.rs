//! What git still holds of a name that was taken out.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod support;

use std::{fs, process::Command};

use support::place::Place;

fn git(place: &Place, args: &[&str]) {
    let who = ["-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false", "-c", "core.autocrlf=false"];
    let run = Command::new("git").current_dir(place.path("so")).args(who).args(args).output().expect("git runs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
}

/// A register that git keeps, with one name.
fn kept(names_go_along: bool) -> Place {
    let place = Place::with(&[("clean", "so")]);
    let cell = place.path("so");
    let ignored = if names_go_along { "" } else { "names.csv\n" };
    fs::write(cell.join(".gitignore"), ignored).expect("written");
    fs::write(cell.join("names.csv"), "id,name\ndv01,Trần Văn A\ndv02,Lê Thị B\n").expect("written");
    git(&place, &["init", "-q"]);
    git(&place, &["add", "."]);
    git(&place, &["commit", "-q", "-m", "sổ"]);
    place
}

#[test]
fn commits_that_hold_the_name_are_counted_with_what_takes_them_out() {
    let place = kept(true);
    let run = place.ends(0, "-C so member forget dv01");
    assert!(run.err.contains("lịch sử git còn giữ names.csv ở 1 lần commit"), "{}", run.err);
    assert!(run.err.contains("git filter-repo --invert-paths --path names.csv"), "{}", run.err);
    assert_eq!(fs::read_to_string(place.path("so/names.csv")).expect("it is there"), "id,name\ndv02,Lê Thị B\n");
    git(&place, &["commit", "-q", "-a", "-m", "bỏ tên"]);
    let run = place.ends(0, "--lang en -C so member forget dv02 --dry-run");
    assert!(run.err.contains("still holds names.csv, in 2 commits"), "{}", run.err);
}

#[test]
fn a_file_that_git_passed_over_is_in_no_commit() {
    let place = kept(false);
    let run = place.ends(0, "-C so member forget dv01");
    assert!(run.err.contains("lịch sử git ở đây chưa từng có names.csv"), "{}", run.err);
}
