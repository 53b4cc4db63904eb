//! The examples of every rule are its tests: each is laid over the sound register of `tests/base` and checked, and the
//! whole of what is printed is compared, so nothing else may be found on the way.

mod overlay;
pub(crate) mod page;
mod registry;

use std::{fs, path::Path};

use crate::{Io, date::ymd, lang::Lang, rules};
use page::{Block, Example, Page};

/// What a rule's page promises of one example, and what is so.
struct Held<'p> {
    rule: &'static str,
    example: &'p Example,
    /// In Vietnamese and in English.
    printed: [String; 2],
}

impl Held<'_> {
    fn is_kept(&self) -> bool {
        if self.example.fails { self.example.printed == self.printed } else { self.printed == ["", ""] }
    }
}

/// The lines of `check -O concise` for errors and warnings; shortfalls and the summary say nothing of the rules.
fn check(root: &Path, lang: Lang) -> String {
    let (code, labels) = match lang {
        Lang::Vi => ("vi", [": lỗi[", ": cảnh báo["]),
        Lang::En => ("en", [": error[", ": warning["]),
    };
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut io = Io {
        out: &mut out,
        err: &mut err,
        working_dir: root.to_path_buf(),
        var: |_| None,
        today: ymd(2019, 2, 1),
        out_takes_colour: false,
        can_ask: false,
        width: None,
        watch: crate::Watch::default(),
    };
    let args = ["check", "--lang", code, "--color", "never", "-O", "concise"].map(Into::into);
    crate::run(&args, &mut io);
    let (out, err) = (String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap());
    let lines = out.lines().filter(|line| labels.iter().any(|label| line.contains(label)));
    lines.chain(err.lines()).map(|line| format!("{line}\n")).collect()
}

/// One example on a fresh copy of the base.
fn hold<'p>(rule: &'static str, example: &'p Example) -> Held<'p> {
    let directory = tempfile::tempdir().unwrap();
    let root = directory.path().canonicalize().unwrap();
    overlay::copy(&base(), &root);
    example.blocks.iter().for_each(|block| overlay::apply(block, &root));
    Held { rule, example, printed: [Lang::Vi, Lang::En].map(|lang| check(&root, lang)) }
}

fn base() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/base")
}

/// Where a rule's page stands.
fn source_of(rule: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/rules/{}.rs", rule.replace('-', "_")))
}

#[test]
fn the_base_of_the_examples_is_sound() {
    assert_eq!(check(&base().canonicalize().unwrap(), Lang::Vi), "");
}

#[test]
fn every_example_prints_what_its_page_says() {
    let only = std::env::var("RULE").ok();
    let bless = std::env::var_os("BLESS").is_some();
    let mut broken = String::new();
    for rule in rules::all().filter(|rule| only.as_deref().is_none_or(|only| only == rule.id)) {
        let page = Page::of(rule.doc);
        // Elsewhere nobody makes a link without asking an administrator, and there are no sockets.
        if cfg!(not(unix)) && page.examples.iter().flat_map(|example| &example.blocks).any(Block::is_of_unix) {
            continue;
        }
        let held: Vec<Held<'_>> = page.examples.iter().map(|example| hold(rule.id, example)).collect();
        if bless {
            let path = source_of(rule.id);
            let source = fs::read_to_string(&path).unwrap();
            let blessed = page::bless(&source, &held.iter().map(|held| held.printed.clone()).collect::<Vec<_>>());
            if blessed != source {
                fs::write(&path, blessed).unwrap();
            }
        }
        for held in held.iter().filter(|held| !held.is_kept() && (!bless || !held.example.fails)) {
            broken.push_str(&told(held));
        }
    }
    assert!(broken.is_empty(), "{broken}\nBLESS=1 cargo test accepts what failing examples print; review the diff");
}

fn told(held: &Held<'_>) -> String {
    let Held { rule, example, printed } = held;
    let (kind, line) = (if example.fails { "Fails:" } else { "Passes:" }, example.line);
    let [vi, en] = &example.printed;
    format!(
        "{rule}, example `{kind}` at line {line} of its page\n--- the page says\n{vi}{en}--- chibo prints\n{}{}\n",
        printed[0], printed[1]
    )
}

/// A register printed twice is printed alike, in whatever order its files were made.
#[test]
fn the_same_register_gives_the_same_bytes() {
    let example = Page::of(crate::rules::unknown_member::RULE.doc).examples.remove(0);
    let (first, again) = (hold("unknown-member", &example), hold("unknown-member", &example));
    assert_eq!(first.printed, again.printed);
}

/// Dates are written the English way in English: as the rest of the page has them.
#[test]
fn an_english_source_has_dates_of_one_form() {
    for rule in super::all() {
        let source = rule.cites.source.of(Lang::En);
        let words = source.split(|letter: char| !(letter.is_ascii_digit() || letter == '/'));
        let is_day = |word: &&str| word.split('/').filter(|part| !part.is_empty()).count() == 3;
        let slashed: Vec<&str> = words.filter(is_day).collect();
        assert!(slashed.is_empty(), "{}: {source}", rule.id);
    }
}
