//! What is published, read by somebody who wants what was held back: every level of a register, every unit's own report,
//! its years and its page beside each other give no figure of fewer than five.
#![allow(clippy::expect_used, reason = "a test that cannot read its own data has failed")]

mod support;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use serde_json::Value;
use support::{chibo, words};

/// By target, unit and year.
type Figures = BTreeMap<(String, String, i64), (u64, u64)>;

const LEVELS: [&str; 5] = ["", "--by district", "--by commune", "--by cell", "--by village"];

/// Targets whose base, or whose count, is in another: of those graded, good or better are those not below.
const GRADES: [&str; 3] = ["good-members", "excellent-cap", "lower-grades-falling"];

fn json(root: &Path, line: &str) -> Value {
    let run = chibo(&words(&format!("{line} -O json")), root);
    assert!(run.code < 2, "{line}: {}", run.err);
    serde_json::from_str(&run.out).expect("it is JSON")
}

/// Every figure that the reports of a unit give, level beside level.
fn told(root: &Path, unit: &str, year: i64, more: &str) -> Figures {
    LEVELS.iter().flat_map(|level| told_by(root, &format!("report {unit} --year {year} {level} {more}"))).collect()
}

/// Every figure that one report gives.
fn told_by(root: &Path, line: &str) -> Figures {
    let mut told = Figures::new();
    let report = json(root, line);
    for of in report["by"].as_array().expect("units").iter().chain([&report]) {
        // The whole of several units is none of them.
        let Some(unit) = of["unit"].as_str() else { continue };
        let year = report["year"].as_i64().expect("a year");
        for target in of["targets"].as_array().expect("targets") {
            for (tally, year) in [(target, year), (&target["previous"], year - 1)] {
                let (Some(n), Some(d)) = (tally["numerator"].as_u64(), tally["denominator"].as_u64()) else {
                    continue;
                };
                let id = target["id"].as_str().expect("an id").to_owned();
                told.insert((id, unit.to_owned(), year), (n, d));
            }
        }
    }
    told
}

fn above(unit: &str) -> &str {
    unit.rsplit_once(['/', '#']).map_or("", |(above, _)| above)
}

/// Sums and grades, again and again, until nothing more is known. `all` says which figures there are, never what they are.
fn computed(all: &Figures, mut known: Figures) -> Figures {
    // A unit is the sum of its cells, or of its villages; the reader knows which there are.
    let mut sums: BTreeMap<(&str, &str, i64, bool), Vec<&str>> = BTreeMap::new();
    for ((target, unit, year), (_, d)) in all {
        if *d > 0 && !unit.is_empty() {
            sums.entry((target, above(unit), *year, unit.contains('#'))).or_default().push(unit);
        }
    }
    loop {
        let before = known.len();
        for (target, whole, year) in all.keys() {
            let key = |unit: &str| (target.clone(), unit.to_owned(), *year);
            for of_villages in [false, true] {
                let Some(parts) = sums.get(&(target, whole, *year, of_villages)) else { continue };
                let sum =
                    parts.iter().filter_map(|unit| known.get(&key(unit))).fold((0, 0), |a, b| (a.0 + b.0, a.1 + b.1));
                let unknown: Vec<&&str> = parts.iter().filter(|unit| !known.contains_key(&key(unit))).collect();
                match (known.get(&key(whole)).copied(), unknown.as_slice()) {
                    (Some((n, d)), [one]) => {
                        known.insert(key(one), (n.saturating_sub(sum.0), d.saturating_sub(sum.1)));
                    }
                    (None, []) => {
                        known.insert(key(whole), sum);
                    }
                    _ => {}
                }
            }
            if target == GRADES[0] {
                let of = |target: &str| (target.to_owned(), whole.clone(), *year);
                if let (None, Some((n, d))) = (known.get(&of(GRADES[0])), known.get(&of(GRADES[2])).copied()) {
                    known.insert(of(GRADES[0]), (d.saturating_sub(n), d));
                }
                if let (Some((n, d)), None) = (known.get(&of(GRADES[0])).copied(), known.get(&of(GRADES[2]))) {
                    known.insert(of(GRADES[2]), (d.saturating_sub(n), d));
                }
            }
        }
        if known.len() == before {
            return known;
        }
    }
}

/// Of the register's levels, and of each unit's own report beside them.
fn nothing_is_given_away(root: &Path, year: i64) -> usize {
    let (all, mut known) = (told(root, "", year, ""), told(root, "", year, "--public"));
    let units: BTreeSet<String> = all.keys().map(|(_, unit, _)| unit.clone()).filter(|unit| !unit.is_empty()).collect();
    for unit in &units {
        known.extend(told_by(root, &format!("report {unit} --year {year} --public")));
    }
    let mut held_back = 0;
    for (key, (n, d)) in &known {
        assert_eq!(all.get(key), Some(&(*n, *d)), "{key:?} is published otherwise than it is");
        assert!(*d > 0 || key.1.is_empty(), "{key:?}, a nought, is published");
    }
    let computed = computed(&all, known);
    for (key, (_, d)) in &all {
        if (1..5).contains(d) {
            assert!(!computed.contains_key(key), "{key:?}, of {d}, can be computed from what is published");
            held_back += 1;
        }
    }
    // The base of the cap on the best is how many are good: it is told only where that is.
    for (_, unit, year) in computed.keys().filter(|key| key.0 == GRADES[1]) {
        let good = (GRADES[0].to_owned(), unit.clone(), *year);
        assert!(computed.contains_key(&good) || !all.contains_key(&good), "{good:?} is told by the cap on the best");
    }
    held_back
}

fn examples() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/van-giang")
}

#[test]
fn levels_and_units_beside_each_other_give_nothing_away() {
    for year in [2017, 2018] {
        assert!(nothing_is_given_away(&examples(), year) > 100, "little was to be held back");
    }
    let place = tempfile::tempdir().expect("a directory");
    let made = chibo(&words("demo so --communes 4 --years 2017-2018 --mistakes 0.1"), place.path());
    assert_eq!(made.code, 0, "{}", made.err);
    assert!(nothing_is_given_away(&place.path().join("so"), 2018) > 500, "little was to be held back");
    // Nor is a nought in the page's evidence, but of the whole.
    let page = chibo(&words("-C so report --year 2018 --all --public -O html"), place.path()).out;
    let parts: Vec<&str> =
        page.split("<details id=\"").skip(1).filter_map(|part| part.split("</summary>").next()).collect();
    let of_units = parts.iter().filter(|part| !part.split('"').next().is_some_and(|id| id.ends_with('-')));
    assert!(parts.len() > 50 && of_units.clone().count() > 20);
    assert_eq!(of_units.filter(|part| !part.contains('%')).collect::<Vec<_>>(), Vec::<&&str>::new());
}

/// The sum of several units less one of them is the other: it is told only where each is. Where a commune is among them,
/// heads are told of none.
#[test]
fn several_units_give_no_more_than_each() {
    let root = examples();
    let (all, one_by_one) = (told(&root, "", 2018, ""), told(&root, "", 2018, "--public"));
    let mut held_back = 0;
    for units in [["xuan-quan", "me-so"], ["xuan-quan/chi-bo-thon-1", "xuan-quan/chi-bo-thon-2"]] {
        let report = json(&root, &format!("report {} --year 2018 --public", units.join(" ")));
        let targets = report["targets"].as_array().expect("targets");
        for ((target, unit, year), (_, d)) in &all {
            let key = (target.clone(), unit.clone(), *year);
            if *year == 2018 && *d > 0 && units.contains(&unit.as_str()) && !one_by_one.contains_key(&key) {
                assert!(targets.iter().all(|sum| sum["id"] != target.as_str()), "{units:?}: {target} tells of {unit}");
                held_back += 1;
            }
        }
    }
    assert!(held_back > 10, "little was to be held back");
    let report = json(&root, "report . xuan-quan --year 2018 --public");
    for unit in report["by"].as_array().expect("units").iter().chain([&report]) {
        let targets = unit["targets"].as_array().expect("targets");
        assert!(targets.iter().all(|target| target["id"] != "head-membership"), "{}", unit["name"]);
    }
}

/// The years of a page hold back what the report of each does.
#[test]
fn the_years_of_a_page_give_nothing_away() {
    for unit in ["", "xuan-quan", "xuan-quan/chi-bo-thon-1"] {
        let told = |more: &str| -> Figures {
            [2017, 2018].iter().flat_map(|year| told(&examples(), unit, *year, more)).collect()
        };
        let (all, known) = (told(""), told("--public"));
        let years = |more: &str| {
            let page =
                chibo(&words(&format!("--lang en report {unit} --year 2018 --all {more} -O html")), &examples()).out;
            let years = page.split("id=\"years\"").nth(1).and_then(|rest| rest.split("</section>").next());
            years.expect("the years").to_owned()
        };
        let (everything, published) = (years(""), years("--public"));
        let rows = chibo(&words(&format!("--lang en report {unit} --year 2018 -O csv")), &examples()).out;
        let title = |id: &str| {
            let row = rows.lines().find_map(|row| row.split_once(&format!(",{id},")));
            let title = row.expect("a row").1;
            let ends = if title.starts_with('"') { "\"," } else { "," };
            title.split(ends).next().expect("a column").trim_matches('"').replace('\'', "&#39;")
        };
        let mut looked_at = 0;
        for ((target, of, year), (_, d)) in all.iter().filter(|((_, of, _), _)| of == unit) {
            if *d == 0 || known.contains_key(&(target.clone(), of.clone(), *year)) {
                continue;
            }
            let title = title(target);
            let row =
                |years: &str| years.split("<tr>").find(|row| row.contains(&format!(">{title}<"))).map(str::to_owned);
            assert!(row(&everything).is_some(), "{title} is looked for in vain");
            looked_at += 1;
            // One of which every year is held back has no row.
            let Some(row) = row(&published) else { continue };
            let share =
                row.split("<td").nth(usize::try_from(year - 2016).expect("a year of the plan") + 2).expect("a year");
            assert!(!share.contains('%'), "{target} {year}: {share}");
        }
        assert!(looked_at > 0, "{unit}: nothing was held back");
    }
}

/// Below the district no base tells how many heads are members, either.
#[test]
fn who_leads_a_village_is_told_for_districts_only() {
    for level in LEVELS {
        let report = json(&examples(), &format!("report --year 2018 {level} --public"));
        for unit in report["by"].as_array().expect("units") {
            for target in unit["targets"].as_array().expect("targets") {
                let id = target["id"].as_str().expect("an id");
                let of_heads = [
                    "head-membership",
                    "deputy-membership",
                    "member-elected-head",
                    "head-reporting",
                    "mentor-assigned",
                ];
                assert!(!of_heads.contains(&id), "{}: {id}", unit["unit"]);
                for tally in [target, &target["previous"]] {
                    assert!(tally["denominator"] != 0, "{}: {id} of none tells of dual posts", unit["unit"]);
                }
            }
        }
    }
}

/// A register of one commune tells no more than that commune does in the district's.
#[test]
fn a_commune_alone_publishes_no_nought_either() {
    let place = tempfile::tempdir().expect("a directory");
    support::copy(&examples().join("xuan-quan"), place.path());
    let settings = "format = 1\nlevel = \"commune\"\nname = \"Xã Xuân Quan\"\n\n[records]\nfrom = 2016-11-01\nuntil = 2018-12-31\n";
    fs::write(place.path().join("chibo.toml"), settings).expect("written");
    // Of a year whose agreements nobody has yet, some figures are of none.
    let of_none = |more: &str| told(place.path(), "", 2017, more).into_values().filter(|(_, d)| *d == 0).count();
    assert!(of_none("--all") > 0);
    assert_eq!(of_none("--all --public"), 0);
}
