//! Units and directories that are not there.

use crate::place::{Place, run};

#[test]
fn a_unit_outside_the_register_is_no_unit() {
    let van_giang = Place::copy_of("van-giang");
    let me_so = van_giang.path("me-so");
    for unit in
        ["../..", "/", "//", "/etc", "x/../../..", "nowhere", "2018", "commune.toml", "chi-bo-me-so/2018", "C:\\"]
    {
        let run = run(&["check", unit, "--lang", "en"], &me_so);
        assert_eq!(run.code, 3, "{unit}: {}{}", run.out, run.err);
        assert!(run.err.contains("hint: give the path of the unit's directory from the root"), "{unit}: {}", run.err);
    }
    // The district above, by its path from here.
    let code = run(&["check", "..", "--fail-on", "never"], &me_so).code;
    assert_eq!(code, 0);
}

#[test]
fn a_village_is_asked_for_with_its_commune_and_its_id() {
    let van_giang = Place::copy_of("van-giang");
    for (unit, code) in
        [("#x", 3), ("#", 3), ("me-so#", 3), ("me-so#x", 3), ("me-so#me-so#me-so", 3), ("me-so#me-so", 0)]
    {
        let run = run(&["check", unit, "--fail-on", "never"], van_giang.root());
        assert_eq!(run.code, code, "{unit}: {}{}", run.out, run.err);
    }
}

#[test]
fn an_empty_argument_is_a_mistake_of_usage() {
    let place = Place::clean();
    for args in [&["check", ""][..], &["check", "-C", ""], &["check", "--lang", ""], &[""]] {
        let run = run(args, place.root());
        assert_eq!(run.code, 2, "{args:?}: {}", run.err);
        assert!(run.out.is_empty() && run.err.starts_with("lỗi: "), "{args:?}: {}", run.err);
    }
}

#[test]
fn a_directory_to_work_in_must_be_there() {
    let place = Place::clean();
    for (directory, told) in [("nowhere", "there is no directory"), ("cell.toml", "is no directory")] {
        let run = run(&["-C", directory, "check", "--lang", "en"], place.root());
        assert_eq!(run.code, 3, "{}", run.err);
        assert!(run.err.contains(told), "{}", run.err);
    }
}
