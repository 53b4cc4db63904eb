//! `chibo help [COMMAND]`, in place of clap's own, which speaks English only.

use clap::{ArgMatches, Command, builder::PossibleValuesParser};

use crate::{
    cli::page::{Example, Page, positional},
    lang::{Lang, Words},
};

pub(super) const NAME: &str = "help";

const PAGE: Page = Page {
    name: NAME,
    about: Words::new("In hướng dẫn của chibo hoặc của một lệnh", "Print the help of chibo or of a command"),
    usage: Words::new("[LỆNH]", "[COMMAND]"),
    notes: Words::new("", ""),
    examples: &[
        Example { line: "chibo help", what: Words::new("các lệnh", "the commands") },
        Example { line: "chibo help report", what: Words::new("lệnh report", "the command report") },
    ],
};

pub(super) fn command(names: impl Iterator<Item = &'static str>, lang: Lang) -> Command {
    PAGE.command(lang).arg(
        positional("command", Words::new("LỆNH", "COMMAND"), Words::new("tên lệnh", "name of a command"), lang)
            .value_parser(PossibleValuesParser::new(names))
            .hide_possible_values(true),
    )
}

/// The help that `chibo help` is asked for, of the whole program where no command is named.
pub(super) fn text(program: &mut Command, matches: &ArgMatches) -> String {
    // Only a built command knows the global options of its parent.
    program.build();
    let named = matches.subcommand().and_then(|(_, matches)| matches.get_one::<String>("command"));
    if let Some(command) = named.and_then(|name| program.find_subcommand_mut(name)) {
        return command.render_help().to_string();
    }
    program.render_help().to_string()
}
