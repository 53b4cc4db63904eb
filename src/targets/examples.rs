//! The examples on the targets' pages are their tests.
//!
//! A page has `vi:` and `en:` lines; the first pair says what is counted. `Gives:` (or `Gives, as of 2018-04-10:`) begins
//! an example: fenced blocks `toml PATH`, `csv PATH` and `delete PATH` (a file or a directory) change the sound
//! register of `examples_base`, and a bare `text` block is what follows: a line a year, then what `check -O concise` prints of this target,
//! in Vietnamese and in English. `BLESS=1 cargo test` writes those blocks anew.

use std::{fmt::Write, fs, path::Path};

use chrono::Datelike;
use rayon::prelude::*;

use crate::{
    context::Context,
    date::{Date, parse_iso, ymd},
    finding::settle,
    judge::{Judgement, Traced, Wanted, judge},
    lang::Lang,
    register::open::open,
    render::{Checked, Paths, check_concise},
    targets::{
        Count, TARGETS, Target,
        examples_base::{base, write},
    },
    unit::UnitLevel,
};

/// When the examples are judged, unless they say.
fn today() -> Date {
    ymd(2019, 2, 1)
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
    let top = base(&root, target.count);
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
        let judged = judge(&ctx, &top, &wanted);
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
        trace: Traced::Nothing,
        ahead: false,
        only: None,
    }
}

fn tallies(ctx: &Context, target: &Target, wanted: &Wanted, judged: &Judgement) -> String {
    let index = TARGETS.iter().position(|listed| listed.id == target.id).unwrap();
    let mut text = String::new();
    for (at, (year, figures)) in wanted.years.iter().zip(&judged.units[0].years).enumerate() {
        let tally = &figures.tallies[index];
        let previous = wanted.before(at).map(|before| &judged.units[0].years[before].tallies[index]);
        let status = target.status(ctx, *year, tally, previous).word();
        let needed = target.goal_in(ctx).needed(tally, previous);
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
        for (part, (name, _)) in tally.parts.iter().zip(target.parts.map_or_else(Vec::new, |parts| (parts.names)())) {
            if *part > 0 {
                write!(text, " {name} {part}").unwrap();
            }
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
fn the_examples_begin_from_registers_without_a_finding() {
    for target in TARGETS {
        // One register a level.
        if TARGETS
            .iter()
            .find(|other| level(other.count) == level(target.count))
            .is_some_and(|first| first.id != target.id)
        {
            continue;
        }
        let place = tempfile::tempdir().unwrap();
        let top = base(place.path(), target.count);
        let ctx = context(place.path(), Lang::En, None);
        let judged = judge(&ctx, &top, &wanted(&ctx));
        let found: Vec<&str> = judged.findings.iter().map(|finding| finding.message.as_str()).collect();
        assert_eq!(found, Vec::<&str>::new());
        for (other, tally) in TARGETS.iter().zip(&judged.units[0].years[0].tallies) {
            let asked = level(other.count) == level(target.count) && !WITHOUT_SUBJECT.contains(&other.id);
            assert!(!asked || tally.denominator > 0, "{} has a subject", other.id);
        }
    }
}

/// What a sound commune with one cell, whose head was elected before and is a member, does not have.
const WITHOUT_SUBJECT: [&str; 4] =
    ["head-reporting", "mentor-assigned", "member-elected-head", "several-cells-coordinated"];

fn level(count: Count) -> UnitLevel {
    match count {
        Count::District(_) => UnitLevel::District,
        Count::Province(_) => UnitLevel::Province,
        Count::Cell(_) | Count::CellFromCommuneUp(_) | Count::Village(_) | Count::Commune(_) => UnitLevel::Commune,
    }
}
