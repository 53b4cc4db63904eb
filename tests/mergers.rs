//! Villages and cells of made registers that become one: nothing is wrong then that was not before.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod support;

use std::fs;

use support::place::Place;

/// The errors and the shortfalls that `check` finds in all years, without the lines: those move with the rows above.
fn findings(place: &Place) -> (String, String) {
    let mut run = place.run("-C so check -O concise --all-years");
    let numberless = |line: &str| {
        let mut parts = line.splitn(4, ':');
        let (path, message) = (parts.next().unwrap_or_default(), parts.nth(2).unwrap_or_default());
        format!("{path}:{message}\n")
    };
    run.out = run.out.lines().map(numberless).collect();
    let errors = run.out.lines().filter(|line| line.contains(": lỗi[")).map(|line| format!("{line}\n")).collect();
    let shortfalls =
        run.out.lines().filter(|line| line.contains(": chưa đạt[")).map(|line| format!("{line}\n")).collect();
    (errors, shortfalls)
}

/// The cells of villages of a register whose root is the commune.
fn village_cells(place: &Place) -> Vec<String> {
    let mut cells: Vec<String> = fs::read_dir(place.path("so"))
        .expect("the register")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.starts_with("chi-bo-thon"))
        .collect();
    cells.sort();
    cells
}

#[test]
fn mergers_of_made_registers_leave_no_error() {
    for seed in 1..=3 {
        let place = Place(tempfile::tempdir().expect("a temporary directory"));
        place.ends(0, &format!("demo so --level commune --years 2016-2018 --seed {seed}"));
        let before = findings(&place);
        let cells = village_cells(&place);
        let (one, other) = (&cells[0], &cells[1]);
        let village = |cell: &str| {
            let text = fs::read_to_string(place.path(&format!("so/{cell}/cell.toml"))).expect("a cell");
            let line = text.lines().find_map(|line| line.strip_prefix("villages = [\"")).expect("a village");
            line.split('"').next().unwrap_or_default().to_owned()
        };
        let (v1, v2) = (village(one), village(other));
        let day = "--date 2018-12-31";
        if v1 != v2 {
            place.ends(0, &format!("-C so merge-villages {v2} --into {v1} {day}"));
        }
        place.ends(0, &format!("-C so merge-cells {one} {other} --into {one} {day}"));
        assert_eq!(findings(&place), before, "seed {seed}: {one} {other}");
        // And two more into a new one, with a committee of its own.
        let (one, other) = (&cells[2], &cells[3]);
        let line = format!(
            "-C so merge-cells {one} {other} --into chi-bo-moi --name \"Chi bộ mới\" {day} --secretary {one}/dv01"
        );
        let dry = place.ends(0, &format!("{line} --dry-run"));
        assert!(dry.out.contains("+++ so/chi-bo-moi/cell.toml"), "{}", dry.out);
        place.ends(0, &line);
        assert_eq!(findings(&place), before, "seed {seed}: {one} {other}");
        let again = place.ends(2, &line);
        assert!(again.err.contains("đã giải thể"), "{}", again.err);
    }
}
