//! What help must be on every page, and what the tests of a command or value call.

use super::*;

pub(super) fn env() -> Env {
    Env {
        chibo_lang: None,
        locale: None,
        no_color: false,
        working_dir: PathBuf::from("/noi-lam-viec"),
        register_language: Box::new(|_| None),
    }
}

/// As a shell splits a line, as far as the examples need: double quotes keep a text together.
fn split(line: &str) -> Vec<OsString> {
    let mut args = Vec::new();
    for (place, part) in line.split('"').enumerate() {
        if place % 2 == 1 {
            args.push(part.into());
        } else {
            args.extend(part.split_whitespace().map(OsString::from));
        }
    }
    args
}

fn ran(line: &str, env: &Env) -> (Globals, Command) {
    match parse(&split(line), env) {
        Outcome::Run(globals, command) => (globals, command),
        other => panic!("{line}: {other:?}"),
    }
}

pub(super) fn run(line: &str) -> Command {
    ran(line, &env()).1
}

pub(super) fn globals(line: &str) -> Globals {
    globals_in(line, &env())
}

pub(super) fn globals_in(line: &str, env: &Env) -> Globals {
    ran(line, env).0
}

/// Whether a line is taken; the refusal is in Vietnamese.
pub(super) fn tried(line: &str) -> Result<(), String> {
    match parse(&split(line), &env()) {
        Outcome::Run(..) => Ok(()),
        Outcome::Refuse(text) => Err(text),
        other => panic!("{line}: {other:?}"),
    }
}

pub(super) fn refused(args: &[OsString], lang: Option<&str>) -> String {
    match parse(args, &Env { chibo_lang: lang.map(str::to_owned), ..env() }) {
        Outcome::Refuse(text) => text,
        other => panic!("{args:?}: {other:?}"),
    }
}

pub(super) fn refused_vi(line: &str) -> String {
    refused(&split(line), None)
}

pub(super) fn refused_en(line: &str) -> String {
    refused(&split(line), Some("en"))
}

fn printed(line: &str) -> String {
    match parse(&split(line), &env()) {
        Outcome::Print(text, _) => text,
        other => panic!("{line}: {other:?}"),
    }
}

#[test]
fn without_arguments_it_prints_what_help_prints() {
    for line in ["", "help", "--lang vi help"] {
        assert_eq!(printed(line), printed("--help"), "{line}");
    }
}

#[test]
fn a_command_s_help_is_the_same_however_it_is_asked_for() {
    for entry in &ENTRIES {
        let name = entry.name;
        let long = printed(&format!("{name} --help"));
        for line in [format!("help {name}"), format!("{name} -h")] {
            assert_eq!(printed(&line), long, "{line}");
        }
        assert!(long.contains(&format!("Cách dùng: chibo {name} ")), "{long}");
    }
}

#[test]
fn help_needs_nothing_that_the_command_requires() {
    assert!(printed("report -h --lang en").contains("Usage: chibo report "));
}

#[test]
fn the_version_is_the_package_s() {
    for line in ["-V", "--version", "--lang en -V"] {
        assert_eq!(printed(line), format!("chibo {}\n", env!("CARGO_PKG_VERSION")));
    }
}

/// Every page of help, in both languages.
fn pages() -> Vec<String> {
    let names = ENTRIES.iter().map(|entry| entry.name).chain(["help"]);
    let commands = names.map(|name| format!("{name} --help")).chain(["--help".to_owned()]);
    commands.flat_map(|line| ["vi", "en"].map(|lang| printed(&format!("{line} --lang {lang}")))).collect()
}

#[test]
fn every_line_of_help_fits_a_hundred_columns() {
    for page in pages() {
        for line in page.lines() {
            assert!(line.chars().count() <= 100, "{} columns: {line}", line.chars().count());
            assert_eq!(line, line.trim_end(), "blanks at the end: {line}");
        }
        assert!(page.ends_with('\n') && !page.ends_with("\n\n"), "{page}");
    }
}

#[test]
fn no_page_in_vietnamese_holds_clap_s_own_words() {
    for page in pages().iter().filter(|page| page.contains("Cách dùng")) {
        for word in ["Usage", "Options", "Arguments", "Commands", "Print", "possible values", "default:", "[OPTIONS]"] {
            assert!(!page.contains(word), "{word}: {page}");
        }
    }
}

#[test]
fn every_page_ends_with_two_or_three_examples_that_are_accepted() {
    for page in pages() {
        let lines: Vec<_> = page.lines().collect();
        let start = lines.iter().position(|line| ["Ví dụ:", "Examples:"].contains(line)).unwrap() + 1;
        let examples = &lines[start..];
        assert!((2..=3).contains(&examples.len()), "{page}");
        for example in examples {
            let line = example.trim_start().strip_prefix("chibo ").unwrap();
            let line = line.split("  ").next().unwrap();
            assert!(!matches!(parse(&split(line), &env()), Outcome::Refuse(_)), "{line}");
        }
    }
}

/// An argument or a command: where it is, what its help says, and how its value is called.
fn words(command: &clap::Command) -> Vec<(String, String)> {
    let name = command.get_name();
    let mut all = vec![(name.to_owned(), command.get_about().unwrap().to_string())];
    for arg in command.get_arguments() {
        let id = format!("{name} {}", arg.get_id());
        all.push((format!("{id}, heading"), arg.get_help_heading().unwrap().to_owned()));
        all.push((id, arg.get_help().unwrap().to_string()));
    }
    all.into_iter().chain(command.get_subcommands().flat_map(words)).collect()
}

#[test]
fn every_command_and_argument_has_help_of_its_own_in_each_language() {
    let (vi, en) = (words(&program(Lang::Vi)), words(&program(Lang::En)));
    assert_eq!(vi.len(), en.len());
    for ((place, vi), (same, en)) in vi.iter().zip(&en) {
        assert_eq!(place, same);
        assert_eq!(vi.lines().count(), en.lines().count(), "{place}: {vi} / {en}");
        for (vi, en) in vi.lines().zip(en.lines()) {
            assert!(!vi.is_empty() && !en.is_empty() && vi != en, "{place}: {vi} / {en}");
        }
    }
}

#[test]
fn clap_finds_no_contradiction_in_what_it_is_told() {
    program(Lang::Vi).debug_assert();
    program(Lang::En).debug_assert();
}

/// Every command whose output a clerk keeps writes it to a file, for a redirection garbles it in PowerShell.
#[test]
fn the_ending_of_the_file_tells_the_form_of_every_table() {
    let Command::Trace(trace) = run("trace attendance --year 2018 -o a.csv --force") else { panic!("it is trace") };
    assert_eq!((trace.format, trace.output, trace.force), (ReportFormat::Csv, Some("a.csv".into()), true));
    let Command::Received(received) = run("received --year 2018 -o a.md") else { panic!("it is received") };
    assert_eq!(
        (received.format, received.output, received.force),
        (ReceivedFormat::Markdown, Some("a.md".into()), false)
    );
    let Command::Due(due) = run("due -o a.csv") else { panic!("it is due") };
    assert_eq!((due.format, due.output, due.force), (DueFormat::Csv, Some("a.csv".into()), false));
    let Command::Rules(rules) = run("rules -o a.json") else { panic!("it is rules") };
    assert_eq!((rules.format, rules.output, rules.force), (RulesFormat::Json, Some("a.json".into()), false));
}
