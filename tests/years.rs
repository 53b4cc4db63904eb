//! Several years as JSON say of each target and year what the report on one year says of it.
#![allow(clippy::expect_used, reason = "a test that cannot read its own data has failed")]

mod support;

use std::path::Path;

use serde_json::Value;
use support::chibo;

fn json(line: &str) -> Value {
    let run = chibo(&support::words(line), Path::new(env!("CARGO_MANIFEST_DIR")));
    serde_json::from_str(&run.out).expect("it is JSON")
}

#[test]
fn a_year_among_several_is_told_as_one_year_is() {
    for register in ["tests/registers/otherwise-counted", "examples/van-giang", "examples/mistakes"] {
        let one = json(&format!("-C {register} report --year 2018 -O json"));
        let several = json(&format!("-C {register} report --from 2017 --to 2018 -O json"));
        assert_eq!(one["settings"], several["settings"], "{register}");
        let targets = several["targets"].as_array().expect("a list");
        assert_eq!(one["targets"].as_array().map(Vec::len), Some(targets.len()), "{register}");
        for (one, several) in one["targets"].as_array().expect("a list").iter().zip(targets) {
            assert_eq!((&one["id"], &one["goal"]), (&several["id"], &several["goal"]), "{register}");
            let year = &several["years"][1];
            let keys = [
                "numerator",
                "denominator",
                "left_out",
                "unknown",
                "apart",
                "coverage",
                "status",
                "needed",
                "other_reading",
            ];
            for key in keys {
                assert_eq!(one[key], year[key], "{register}: {key} of {}", one["id"]);
            }
        }
    }
    let settings = &json("-C tests/registers/otherwise-counted report --from 2017 --to 2018 -O json")["settings"];
    assert_eq!(settings["goals.attendance"], "92");
    assert!(settings.get("goals.no-weak-cell").is_none(), "no figure is judged by it");
}
