//! What a refusal must know of the program: its commands, and which of them an argument belongs to.

use clap::{Arg, Command};

use crate::cli::scan::Scan;

pub(super) fn names(program: &Command) -> String {
    program.get_subcommands().map(Command::get_name).collect::<Vec<_>>().join(", ")
}

pub(super) fn command_of<'a>(program: &'a Command, scan: &Scan) -> Option<&'a Command> {
    scan.words.iter().find_map(|word| program.find_subcommand(word))
}

/// A command that does know the option; the one that was called goes first.
pub(super) fn owner<'a>(arg: &str, program: &'a Command, scan: &Scan) -> Option<&'a str> {
    let called = command_of(program, scan);
    called
        .into_iter()
        .chain(program.get_subcommands())
        .find(|command| {
            command.get_arguments().any(|own| {
                own.get_long().is_some_and(|long| arg == format!("--{long}"))
                    || own.get_short().is_some_and(|short| arg == format!("-{short}"))
            })
        })
        .map(Command::get_name)
}

/// `--format <DẠNG>` is shown as `-O/--format`: whoever typed `-O` may not know the long name.
pub(super) fn label(shown: &str, program: &Command, scan: &Scan) -> String {
    let name = shown.split_once([' ', '=']).map_or(shown, |(name, _)| name);
    let Some(long) = name.strip_prefix("--") else {
        let end = shown.find(['>', ']']).unwrap_or(shown.len());
        return if name.starts_with('-') { name } else { shown[..end].trim_start_matches(['<', '[']) }.to_owned();
    };
    let commands = command_of(program, scan).into_iter().chain([program]);
    let short =
        commands.flat_map(Command::get_arguments).find(|arg| arg.get_long() == Some(long)).and_then(Arg::get_short);
    short.map_or_else(|| name.to_owned(), |short| format!("-{short}/{name}"))
}
