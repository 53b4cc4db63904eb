//! A sound register is sound as of every earlier day: what is not yet written gives no finding.
#![allow(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod support;

use std::path::Path;

use support::{chibo, words};

#[test]
fn no_day_of_the_past_finds_an_error_in_a_sound_register() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for year in 2016..=2018 {
        for day in ["01-15", "02-02", "03-31", "04-30", "06-30", "07-20", "08-01", "10-31", "11-30", "12-31"] {
            let check = format!("-C examples/van-giang check -O concise --fail-on error --as-of {year}-{day}");
            let run = chibo(&words(&check), root);
            assert_eq!(run.code, 0, "{check}\n{}{}", run.out, run.err);
            let report = format!("-C examples/van-giang report --year {year} -O json --as-of {year}-{day}");
            let run = chibo(&words(&report), root);
            assert_eq!(run.code, 0, "{report}\n{}", run.err);
        }
    }
}
