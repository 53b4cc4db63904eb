//! The parts every command's help is made of. clap's own words are English, so each is replaced here: headings, the
//! usage line, `-h`. Nothing sets a default value or a long help in clap, which would bring more of them back.

use clap::{Arg, ArgAction, Command};

use crate::lang::{Lang, Words};

const TEMPLATE: Words = Words::new(
    "{about-with-newline}\nCách dùng: {usage}\n\n{all-args}{after-help}",
    "{about-with-newline}\nUsage: {usage}\n\n{all-args}{after-help}",
);
const ARGUMENTS: Words = Words::new("Đối số", "Arguments");
const OPTIONS: Words = Words::new("Tùy chọn", "Options");
const EXAMPLES: Words = Words::new("Ví dụ:", "Examples:");

pub(super) struct Example {
    pub(super) line: &'static str,
    pub(super) what: Words,
}

/// What a command's help says around its arguments.
pub(super) struct Page {
    pub(super) name: &'static str,
    pub(super) about: Words,
    /// What stands after the name: `[TÙY CHỌN] [ĐƠN VỊ]...`.
    pub(super) usage: Words,
    /// Exit codes and the like; empty where there is nothing to add.
    pub(super) notes: Words,
    pub(super) examples: &'static [Example],
}

impl Page {
    /// The root's page is the one that is named after the program.
    pub(super) fn command(&self, lang: Lang) -> Command {
        let program = if self.name == super::NAME { "" } else { "chibo " };
        Command::new(self.name)
            .about(self.about.of(lang))
            .override_usage(format!("{program}{} {}", self.name, self.usage.of(lang)))
            .help_template(TEMPLATE.of(lang))
            .after_help(self.ending(lang))
            .disable_help_flag(true)
            .disable_version_flag(true)
            .disable_help_subcommand(true)
    }

    fn ending(&self, lang: Lang) -> String {
        let mut text = String::new();
        if !self.notes.of(lang).is_empty() {
            text.push_str(self.notes.of(lang));
            text.push_str("\n\n");
        }
        text.push_str(EXAMPLES.of(lang));
        let width = self.examples.iter().map(|example| example.line.chars().count()).max().unwrap_or(0);
        for Example { line, what } in self.examples {
            text.push_str(&format!("\n  {line:width$}  {}", what.of(lang)));
        }
        text
    }
}

/// `--id`, without a value.
pub(super) fn flag(id: &'static str, help: Words, lang: Lang) -> Arg {
    Arg::new(id).long(id).action(ArgAction::SetTrue).help(help.of(lang)).help_heading(OPTIONS.of(lang))
}

/// `--id <VALUE>`.
pub(super) fn option(id: &'static str, value: Words, help: Words, lang: Lang) -> Arg {
    nameless(id, value, help, lang).long(id).help_heading(OPTIONS.of(lang))
}

/// `[VALUE]`, told by its place.
pub(super) fn positional(id: &'static str, value: Words, help: Words, lang: Lang) -> Arg {
    nameless(id, value, help, lang).help_heading(ARGUMENTS.of(lang))
}

fn nameless(id: &'static str, value: Words, help: Words, lang: Lang) -> Arg {
    Arg::new(id).value_name(value.of(lang)).help(help.of(lang)).action(ArgAction::Set)
}
