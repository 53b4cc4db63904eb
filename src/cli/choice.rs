//! Options that take one word of a fixed list. The list is written once: what clap accepts, what help describes and
//! what the program gets all come from it.

use clap::{
    Arg, ArgMatches,
    builder::{PossibleValue, PossibleValuesParser},
};

use crate::lang::{Lang, Words};

pub(super) struct Choice<T> {
    pub(super) name: &'static str,
    pub(super) value: T,
    pub(super) help: Words,
}

impl<T> Choice<T> {
    pub(super) const fn new(name: &'static str, value: T, help: Words) -> Self {
        Self { name, value, help }
    }
}

/// An option of this list, each word with its line of help.
pub(super) fn limited<T>(arg: Arg, choices: &[Choice<T>], lang: Lang) -> Arg {
    let words: Vec<_> = choices.iter().map(|choice| (choice.name, choice.help.of(lang))).collect();
    one_of(arg, &words)
}

/// An argument that takes one of these words. clap's own list is hidden: it speaks English only. What each word means
/// it knows all the same, for completions.
pub(super) fn one_of(arg: Arg, words: &[(&'static str, &'static str)]) -> Arg {
    let width = words.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
    let mut help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    for (name, meaning) in words {
        help.push_str(&format!("\n  {name:width$}  {meaning}"));
    }
    arg.help(help)
        .value_parser(PossibleValuesParser::new(
            words.iter().map(|(name, meaning)| PossibleValue::new(*name).help(*meaning)),
        ))
        .hide_possible_values(true)
}

/// What was chosen; absent when the option is not given.
pub(super) fn chosen<T: Copy>(matches: &ArgMatches, id: &str, choices: &[Choice<T>]) -> Option<T> {
    let name = matches.get_one::<String>(id)?;
    choices.iter().find(|choice| choice.name == name).map(|choice| choice.value)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZES: &[Choice<u8>] =
        &[Choice::new("s", 1, Words::new("nhỏ", "small")), Choice::new("xl", 4, Words::new("rất to", "very large"))];

    fn command(lang: Lang) -> clap::Command {
        clap::Command::new("x").arg(limited(Arg::new("size").long("size").help("cỡ:"), SIZES, lang))
    }

    #[test]
    fn every_word_stands_in_the_help_with_its_meaning() {
        let help = command(Lang::Vi).render_help().to_string();
        assert!(help.contains("cỡ:\n"), "{help}");
        assert!(help.contains("  s   nhỏ\n"), "{help}");
        assert!(help.contains("  xl  rất to\n"), "{help}");
    }

    #[test]
    fn a_word_becomes_its_value() {
        let of = |args: &[&str]| {
            command(Lang::En).try_get_matches_from(args).ok().map(|found| chosen(&found, "size", SIZES))
        };
        assert_eq!(of(&["x", "--size", "xl"]), Some(Some(4)));
        assert_eq!(of(&["x"]), Some(None));
        assert_eq!(of(&["x", "--size", "m"]), None);
    }
}
