//! The examples on the targets' pages are their tests.
//!
//! A page has `vi:` and `en:` lines; the first pair says what is counted. `Gives:` (or `Gives, as of 2018-04-10:`) begins
//! an example: fenced blocks `toml PATH`, `csv PATH` and `delete PATH` (a file or a directory) change the sound register
//! below, and a bare `text` block is what follows: a line a year, then what `check -O concise` prints of this target,
//! in Vietnamese and in English. `BLESS=1 cargo test` writes those blocks anew.

use std::{fmt::Write, fs, path::Path};

use chrono::Datelike;
use rayon::prelude::*;

use crate::{
    context::Context,
    date::{Date, parse_iso, ymd},
    finding::settle,
    judge::{Judgement, Wanted, judge},
    lang::Lang,
    register::{discover::UnitDir, open::open},
    render::{Checked, Paths, check_concise},
    targets::{TARGETS, Target},
    unit::UnitLevel,
};

/// A commune with one village and its cell, whose year 2018 leaves nothing to wish for.
const BASE: [(&str, &str); 11] = [
    (
        "chibo.toml",
        "format = 1\nlevel = \"commune\"\nname = \"Xuân Quan\"\n\n[records]\nfrom = 2018-01-01\nuntil = 2018-12-31\n",
    ),
    ("commune.toml", "name = \"Xuân Quan\"\nkind = \"xã\"\n"),
    ("villages.csv", "id,name,kind\nthon-1,Thôn 1,thon\n"),
    (
        "officials.csv",
        "id,village,role,from,until,how,party_since\n\
         tt01,thon-1,head,2017-01-01,,elected,2005-06-01\n\
         pt01,thon-1,deputy,2017-01-01,,recognised,2010-06-01\n",
    ),
    (
        "agreements/thon-1-2017-02-10.toml",
        "village = \"thon-1\"\ncells = [\"chi-bo-thon-1\"]\nsigned = 2017-02-10\n\
         secretaries = [\"chi-bo-thon-1/dv01\"]\nhead = \"tt01\"\nrolled_out = 2017-03-10\n\n[approval]\n\
         party_committee = { number = \"01-QĐ/ĐU\", date = 2017-02-20 }\n\
         peoples_committee = { number = \"05/QĐ-UBND\", date = 2017-02-21 }\n",
    ),
    (
        "chi-bo-thon-1/cell.toml",
        "name = \"Chi bộ thôn 1\"\nkind = \"village\"\nvillages = [\"thon-1\"]\n\n[[terms]]\ncongress = 2017-06-10\n\
         resolution = { number = \"01-NQ/CB\", date = 2017-06-10 }\nworking_regulations = 2017-07-01\n",
    ),
    (
        "chi-bo-thon-1/members.csv",
        "id,admitted,official\ndv01,2001-01-01,2002-01-01\ndv02,2005-01-01,2006-01-01\n\
         dv03,2009-01-01,2010-01-01\ndv04,2015-01-01,2016-01-01\ndv05,2016-01-01,2017-01-01\n",
    ),
    ("chi-bo-thon-1/roles.csv", "member,role,from\ndv01,secretary,2017-06-10\n"),
    ("chi-bo-thon-1/statuses.csv", "member,status,from,until\n"),
    (
        "chi-bo-thon-1/2018/year.toml",
        "grade = \"good\"\nleadership_resolution = { number = \"02-NQ/CB\", date = 2018-01-20 }\n\n[thematic_plan]\nadopted = 2018-01-20\n",
    ),
    (
        "chi-bo-thon-1/2018/assessments.csv",
        "member,task,grade\ndv01,Bí thư,good\ndv02,Tổ hội,good\ndv03,Hòa giải,good\n\
         dv04,Đoàn thể,good\ndv05,Khuyến học,completed\n",
    ),
];

/// When the examples are judged, unless they say.
fn today() -> Date {
    ymd(2019, 2, 1)
}

fn write(root: &Path, path: &str, text: &str) {
    let file = root.join(path);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, text).unwrap();
}

/// The sound register: a meeting each month, with a theme in the last of each quarter.
fn base(root: &Path) {
    for (path, text) in BASE {
        write(root, path, text);
    }
    for month in 1..=12 {
        let kind = if month % 3 == 0 { "combined" } else { "regular" };
        let text = format!(
            "date = 2018-{month:02}-05\nkind = \"{kind}\"\n\n[attendance]\n\
             dv01 = \"x\"\ndv02 = \"x\"\ndv03 = \"x\"\ndv04 = \"x\"\ndv05 = \"x\"\n"
        );
        write(root, &format!("chi-bo-thon-1/2018/2018-{month:02}-05-{kind}.toml"), &text);
    }
}

/// One example of a page.
#[derive(Debug, Default)]
struct Example {
    as_of: Option<Date>,
    /// What each block does, and its lines.
    changes: Vec<(String, String)>,
    expected: Option<String>,
}

fn examples(doc: &str) -> Vec<Example> {
    let mut examples: Vec<Example> = Vec::new();
    let mut lines = doc.lines().map(|line| line.strip_prefix(' ').unwrap_or(line));
    while let Some(line) = lines.next() {
        if let Some(rest) = line.strip_prefix("Gives") {
            let day = rest.trim_end_matches(':').strip_prefix(", as of ").map(|day| parse_iso(day).unwrap());
            examples.push(Example { as_of: day, ..Example::default() });
        } else if let Some(info) = line.strip_prefix("```") {
            let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            let text: String = block.iter().flat_map(|line| [line, "\n"]).collect();
            let example = examples.last_mut().expect("a block follows `Gives:`");
            assert!(example.expected.is_none(), "one text block ends an example");
            match info {
                "text" => example.expected = Some(text),
                change => example.changes.push((change.to_owned(), text)),
            }
        }
    }
    examples
}

/// What an example gives.
fn outcome(target: &Target, example: &Example) -> String {
    let place = tempfile::tempdir().unwrap();
    let root = place.path().canonicalize().unwrap();
    base(&root);
    for (change, text) in &example.changes {
        match change.split_once(' ') {
            Some(("toml" | "csv", path)) => write(&root, path, text),
            Some(("delete", path)) if root.join(path).is_dir() => fs::remove_dir_all(root.join(path)).unwrap(),
            Some(("delete", path)) => fs::remove_file(root.join(path)).unwrap(),
            _ => panic!("{}: `{change}` is no block of an example", target.id),
        }
    }
    let mut text = String::new();
    for lang in [Lang::Vi, Lang::En] {
        let ctx = context(&root, lang, example.as_of);
        let wanted = wanted(&ctx);
        let judged = judge(&ctx, &UnitDir { id: "".into(), level: UnitLevel::Commune }, &wanted);
        if lang == Lang::Vi {
            text.push_str(&tallies(&ctx, target, &wanted, &judged));
        }
        let mut findings = judged.findings;
        settle(&mut findings);
        let of_target = format!("[{}]", target.id);
        let printed =
            check_concise::render(lang, &Checked { findings, ..Checked::default() }, &Paths::new(&root, &root));
        printed.lines().filter(|line| line.contains(&of_target)).for_each(|line| writeln!(text, "{line}").unwrap());
    }
    text
}

fn context(root: &Path, lang: Lang, as_of: Option<Date>) -> Context {
    let Ok(opened) = open(root, lang, as_of, today()) else { panic!("an example can be opened") };
    opened.ctx
}

fn wanted(ctx: &Context) -> Wanted {
    let period = ctx.period();
    let years: Vec<i32> =
        if period.is_empty() { Vec::new() } else { (period.from.year()..=period.until.year()).collect() };
    Wanted {
        shortfall_years: years.clone(),
        years,
        keep: UnitLevel::Commune,
        digest: false,
        trace: None,
        ahead: false,
        only: None,
    }
}

fn tallies(ctx: &Context, target: &Target, wanted: &Wanted, judged: &Judgement) -> String {
    let index = TARGETS.iter().position(|listed| listed.id == target.id).unwrap();
    let mut text = String::new();
    for (year, figures) in wanted.years.iter().zip(&judged.units[0].years) {
        let tally = &figures.tallies[index];
        let (status, needed) = (target.status(ctx, *year, tally).word(), target.goal_in(ctx).needed(tally));
        write!(
            text,
            "{year}: {}/{} {status} needed {needed} left-out {} unknown {} coverage {}/{}",
            tally.numerator, tally.denominator, tally.left_out, tally.unknown, tally.with_data, tally.units
        )
        .unwrap();
        if target.other_reading.is_some() {
            let (n, d) = tally.other;
            write!(text, " apart {} other {n}/{d}", tally.apart).unwrap();
        }
        text.push('\n');
    }
    text
}

/// The page's source, with its text blocks replaced in order.
fn blessed(source: &str, outcomes: &[String]) -> String {
    let (mut text, mut outcomes, mut skip) = (String::new(), outcomes.iter(), false);
    for line in source.lines() {
        if skip && line.trim() == "/// ```" {
            skip = false;
        }
        if !skip {
            text.push_str(line);
            text.push('\n');
        }
        if line.trim() == "/// ```text" {
            skip = true;
            outcomes.next().unwrap().lines().for_each(|line| writeln!(text, "    /// {line}").unwrap());
        }
    }
    text
}

#[test]
fn every_example_gives_what_its_page_says() {
    let blessing = std::env::var_os("BLESS").is_some();
    let mut wrong = String::new();
    for target in TARGETS {
        let examples = examples(target.doc);
        let outcomes: Vec<String> = examples.par_iter().map(|example| outcome(target, example)).collect();
        if blessing {
            let file =
                Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/targets/{}.rs", target.id.replace('-', "_")));
            let source = fs::read_to_string(&file).unwrap();
            fs::write(&file, blessed(&source, &outcomes)).unwrap();
            continue;
        }
        for (example, outcome) in examples.iter().zip(&outcomes) {
            let expected = example.expected.as_deref().expect("an example ends with a text block");
            if expected != outcome {
                writeln!(wrong, "{}: the page says\n{expected}and it gives\n{outcome}", target.id).unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}\nBLESS=1 cargo test accepts what is given; review the diff");
}

#[test]
fn the_examples_begin_from_a_register_without_a_finding() {
    let place = tempfile::tempdir().unwrap();
    base(place.path());
    let ctx = context(place.path(), Lang::En, None);
    let judged = judge(&ctx, &UnitDir { id: "".into(), level: UnitLevel::Commune }, &wanted(&ctx));
    let found: Vec<&str> = judged.findings.iter().map(|finding| finding.message.as_str()).collect();
    assert_eq!(found, Vec::<&str>::new());
    for (target, tally) in TARGETS.iter().zip(&judged.units[0].years[0].tallies) {
        assert!(tally.denominator > 0, "{} has a subject", target.id);
    }
}
