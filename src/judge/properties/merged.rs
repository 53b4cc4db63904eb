//! Reports that are merged: how they are put together changes nothing, and the whole is what one register would say.

use std::path::Path;

use proptest::{collection::vec, prelude::*};
use serde_json::Value;

use super::{Choices, Files, register, write};
use crate::{Io, date::ymd};

/// Runs a command line that succeeds, and gives what it prints.
pub(super) fn run(line: &[&str], directory: &Path) -> String {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut io = Io {
        out: &mut out,
        err: &mut err,
        working_dir: directory.to_path_buf(),
        var: |_| None,
        today: ymd(2021, 6, 1),
        out_takes_colour: false,
        can_ask: false,
        width: None,
        watch: crate::Watch::default(),
    };
    let args: Vec<_> = line.iter().map(Into::into).collect();
    let code = crate::run(&args, &mut io);
    assert!(code < 2, "{line:?}: {}", String::from_utf8_lossy(&err));
    String::from_utf8(out).unwrap()
}

/// The targets of a report, or of a row of it, without the reports' own order of keys.
fn targets(report: &Value) -> Vec<&Value> {
    report["targets"].as_array().unwrap().iter().collect()
}

/// Three districts with the settings of the first, each named for itself.
fn districts(choices: &mut Choices<'_>, root: &Path) -> String {
    let mut settings = None;
    let mut as_of = None;
    for district in ["a", "b", "c"] {
        let (mut files, day): (Files, _) = register(choices);
        let own = std::mem::take(&mut files[0].1);
        let text = String::from_utf8(settings.get_or_insert(own).clone()).unwrap();
        files[0].1 = text.replace("name = \"Văn Giang\"", &format!("name = \"Huyện {district}\"")).into_bytes();
        write(&root.join(district), files.iter());
        as_of.get_or_insert(day);
    }
    as_of.unwrap().to_string()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: super::CASES / 4, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn merged_reports_are_what_the_whole_would_say(bytes in vec(any::<u8>(), 6000), year in prop::sample::select(vec!["2017", "2018"])) {
        let place = tempfile::tempdir().unwrap();
        let root = place.path();
        let as_of = districts(&mut Choices::new(&bytes), root);
        let (mut own, mut merged) = (Vec::new(), Vec::new());
        for district in ["a", "b", "c"] {
            let report = |units: &[&str], output: &str| {
                let mut line = vec!["--lang", "en", "-C", district, "--as-of", &as_of, "report", "--year", year, "-o", output];
                line.extend(units);
                run(&line, root);
            };
            let file = format!("{district}.json");
            report(&[], &file);
            own.push(file);
            // Its communes one by one, merged.
            let mut communes = Vec::new();
            for commune in ["xa-0", "xa-1", "xa-2"].into_iter().filter(|commune| root.join(district).join(commune).join("commune.toml").is_file()) {
                let file = format!("{district}-{commune}.json");
                report(&[commune], &file);
                communes.push(file);
            }
            let mut line = vec!["--lang", "en", "merge", "-O", "json"];
            line.extend(communes.iter().map(String::as_str));
            let sum: Value = serde_json::from_str(&run(&line, root)).unwrap();
            let whole: Value = serde_json::from_str(&std::fs::read_to_string(root.join(own.last().unwrap())).unwrap()).unwrap();
            for target in targets(&sum) {
                // What no record of a commune says stands in the district's own figure alone.
                let of_whole = targets(&whole).into_iter().find(|other| other["id"] == target["id"]).unwrap();
                prop_assert_eq!(target, of_whole);
            }
            for key in ["strength", "settings", "year", "as_of"] {
                prop_assert_eq!(&sum[key], &whole[key]);
            }
            merged.push(sum);
        }
        // In whatever order and in however many steps.
        let [a, b, c] = [&own[0], &own[1], &own[2]].map(String::as_str);
        let all = run(&["--lang", "en", "merge", a, b, c, "-O", "json"], root);
        run(&["--lang", "en", "merge", b, a, "-o", "ab.json"], root);
        run(&["--lang", "en", "merge", c, "-o", "c-alone.json"], root);
        prop_assert_eq!(&run(&["--lang", "en", "merge", "c-alone.json", "ab.json", "-O", "json"], root), &all);
        prop_assert_eq!(&run(&["--lang", "en", "merge", "ab.json", "-O", "table"], root), &run(&["--lang", "en", "merge", a, b], root));
    }

    #[test]
    fn no_text_makes_merging_panic(text in ".{0,200}", cut in 0..4000usize) {
        let place = tempfile::tempdir().unwrap();
        let whole = run(&["-C", concat!(env!("CARGO_MANIFEST_DIR"), "/examples/van-giang"), "report", "--year", "2018", "-O", "json"], place.path());
        let cut = whole.floor_char_boundary(cut.min(whole.len()));
        for text in [text.clone(), format!("{}{text}{}", &whole[..cut], &whole[cut..])] {
            let _ = crate::merge::read("a.json", text.as_bytes(), crate::lang::Lang::En);
        }
    }
}
