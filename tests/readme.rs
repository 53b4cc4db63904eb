//! Every command in README.md is run, in order, in a copy of the examples and of the tables to import, and prints what README.md says it prints.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod support;

use std::path::Path;

use support::{blessing, chibo, copy, words};

#[test]
fn every_command_prints_what_the_readme_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = std::fs::read_to_string(root.join("README.md")).expect("README.md is there");
    let place = tempfile::tempdir().expect("a temporary directory");
    copy(&root.join("examples"), &place.path().join("examples"));
    copy(&root.join("tests/import"), &place.path().join("tests/import"));

    let (text, commands) = run_all(&readme, place.path());
    assert!(commands > 5, "only {commands} commands were found in README.md");
    if blessing() {
        std::fs::write(root.join("README.md"), text).expect("README.md can be written");
    } else if let Some((told, printed)) = readme.lines().zip(text.lines()).find(|(a, b)| a != b) {
        panic!("README.md says:\n  {told}\nchibo prints:\n  {printed}\nBLESS=1 cargo test accepts; review the diff");
    } else {
        assert_eq!(readme.len(), text.len(), "BLESS=1 cargo test accepts what is printed; review the diff");
    }
}

/// README.md with the output of each command in its `console` blocks as it is now.
fn run_all(readme: &str, place: &Path) -> (String, usize) {
    let (mut text, mut commands, mut in_console) = (String::new(), 0, false);
    let mut lines = readme.lines().peekable();
    while let Some(line) = lines.next() {
        text.push_str(line);
        text.push('\n');
        if line.starts_with("```") {
            in_console = line == "```console";
        }
        if let Some(command) = line.strip_prefix("<!-- ").and_then(|line| line.strip_suffix(" -->")) {
            // A table that is generated: it ends with an empty comment.
            if command.starts_with("chibo ") {
                commands += 1;
                text.push_str(&run(command, place));
                while lines.next_if(|next| *next != "<!-- -->").is_some() {}
            }
            continue;
        }
        let Some(command) = line.strip_prefix("$ ").filter(|_| in_console) else { continue };
        commands += 1;
        let printed = run(command, place);
        // A line of three dots stands for the rest of a long output.
        let mut shown = 0;
        while let Some(old) = lines.next_if(|next| !next.starts_with("$ ") && !next.starts_with("```")) {
            if old == "…" {
                let kept: Vec<&str> = printed.lines().take(shown).collect();
                text.push_str(&kept.iter().map(|line| format!("{line}\n")).collect::<String>());
                text.push_str("…\n");
                shown = usize::MAX;
                break;
            }
            shown += 1;
        }
        if shown == usize::MAX {
            while lines.next_if(|next| !next.starts_with("$ ") && !next.starts_with("```")).is_some() {}
        } else {
            text.push_str(&printed);
        }
    }
    (text, commands)
}

fn run(command: &str, place: &Path) -> String {
    let mut args = words(command);
    match args.first().map(String::as_str) {
        // The first command of the README, as a new user gives it.
        Some("cargo") if args.get(1).is_some_and(|word| word == "run") => {
            args.drain(..=args.iter().position(|word| word == "--").expect("cargo run has its --"));
        }
        // The file that a command has just written.
        Some("cat") => return std::fs::read_to_string(place.join(&args[1])).expect("the file is there"),
        Some("chibo") => drop(args.remove(0)),
        // This test is part of it.
        Some("cargo") => return String::new(),
        other => panic!("README.md has a command that no test runs: {other:?}"),
    }
    let run = chibo(&args, place);
    format!("{}{}", run.out, run.err)
}
