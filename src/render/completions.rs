//! Scripts by which a shell completes the command line.

use chrono::Datelike;
use clap::{
    Arg, Command, ValueHint,
    builder::{PossibleValue, PossibleValuesParser},
};
use clap_complete::{Shell, generate};

use crate::{
    catalogue,
    lang::{Lang, say},
    settings::plan_period,
    targets::TARGETS,
};

pub(crate) fn render(lang: Lang, shell: Shell, program: Command) -> String {
    let mut program = with_words(brief(program), lang).mut_subcommands(|command| with_words(command, lang));
    let mut script = Vec::new();
    generate(shell, &mut program, "chibo", &mut script);
    let script = String::from_utf8_lossy(&script);
    match shell {
        Shell::PowerShell => ascii_strings(&with_powershell_words(&script, &program)),
        Shell::Zsh => script.split_inclusive('\n').map(|line| named_list(line, lang)).collect(),
        Shell::Fish => script.into_owned() + &fish_words(&program),
        _ => script.into_owned(),
    }
}

/// What clap's scripts for fish and PowerShell leave out: the words of a command's arguments that are told by their place,
/// and what each means.
fn words(command: &Command) -> impl Iterator<Item = (String, String)> {
    command.get_positionals().flat_map(Arg::get_possible_values).map(|word| {
        let help = word.get_help().map(ToString::to_string).unwrap_or_default();
        (word.get_name().to_owned(), help.replace('\\', "").replace('\'', "’"))
    })
}

fn fish_words(program: &Command) -> String {
    let mut lines = String::new();
    for command in program.get_subcommands() {
        for (word, help) in words(command) {
            lines.push_str(&format!(
                "complete -c chibo -n \"__fish_chibo_using_subcommand {}\" -f -a '{word}' -d '{help}'\n",
                command.get_name()
            ));
        }
    }
    lines
}

/// Puts the words of each command before its options.
fn with_powershell_words(script: &str, program: &Command) -> String {
    let mut text = String::with_capacity(script.len());
    for line in script.split_inclusive('\n') {
        text.push_str(line);
        let name = line.trim().strip_prefix("'chibo;").and_then(|rest| rest.strip_suffix("' {"));
        let Some(command) = name.and_then(|name| program.find_subcommand(name)) else { continue };
        for (word, help) in words(command) {
            // PowerShell refuses a word of which there is nothing to say.
            let help = if help.is_empty() { &word } else { &help };
            text.push_str(&format!(
                "            [CompletionResult]::new('{word}', '{word}', [CompletionResultType]::ParameterValue, '{help}')\n"
            ));
        }
    }
    text
}

/// The one phrase of clap's own: what zsh calls a list of commands.
fn named_list(line: &str, lang: Lang) -> String {
    let named = line.split_once("_describe -t commands '").and_then(|(before, rest)| {
        let (of, rest) = rest.split_once(" commands'")?;
        Some(say!(
            lang,
            "{before}_describe -t commands 'lệnh của {of}'{rest}",
            "{before}_describe -t commands '{of} commands'{rest}"
        ))
    });
    named.unwrap_or_else(|| line.to_owned())
}

/// Help of one line: a shell shows an argument in a row of a list.
fn brief(command: Command) -> Command {
    let first_line = |arg: Arg| {
        let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
        let first = help.lines().next().unwrap_or_default().trim_end_matches(':').to_owned();
        arg.help(first).hide_possible_values(false)
    };
    command.mut_args(first_line).mut_subcommands(brief)
}

/// The words that an argument is likely to take, where a command leaves them open: the ids of the catalogue, the plan's
/// years. Whatever else is no path is completed with nothing, rather than with the names of files.
fn with_words(command: Command, lang: Lang) -> Command {
    let name = command.get_name().to_owned();
    command.mut_args(|arg| {
        let words = match (name.as_str(), arg.get_id().as_str()) {
            ("explain", "id") => {
                catalogue::entries().iter().map(|entry| value(entry.id(), entry.title(lang))).collect()
            }
            ("trace" | "report", "target" | "targets") => {
                TARGETS.iter().map(|target| value(target.id, target.title.of(lang))).collect()
            }
            (_, "year" | "against") | ("report", "from" | "to") => {
                let plan = plan_period();
                (plan.from.year()..=plan.until.year()).map(|year| PossibleValue::new(year.to_string())).collect()
            }
            _ => Vec::new(),
        };
        if !words.is_empty() {
            return arg.value_parser(PossibleValuesParser::new(words));
        }
        let is_open = arg.get_action().takes_values() && arg.get_possible_values().is_empty();
        if is_open && arg.get_value_hint() == ValueHint::Unknown { arg.value_hint(ValueHint::Other) } else { arg }
    })
}

fn value(id: &'static str, title: impl Into<clap::builder::StyledStr>) -> PossibleValue {
    PossibleValue::new(id).help(title)
}

/// Windows PowerShell reads a script without a mark as text of the machine's code page, in which bytes of Vietnamese
/// letters are quotation marks. So no such letter is left in it: each text that has one becomes an expression.
fn ascii_strings(script: &str) -> String {
    let (mut ascii, mut rest) = (String::with_capacity(script.len()), script);
    while let Some((before, after)) = rest.split_once('\'') {
        let end = end_of_text(after);
        let text = &after[..end];
        ascii.push_str(before);
        if text.is_ascii() {
            ascii.push_str(&format!("'{text}'"));
        } else {
            ascii.push_str(&format!("$([regex]::Unescape('{}'))", unescapable(text)));
        }
        rest = after.get(end + 1..).unwrap_or_default();
    }
    ascii + rest
}

/// Where a text that has begun ends; a quotation mark in it is doubled.
fn end_of_text(after: &str) -> usize {
    let mut from = 0;
    while let Some(mark) = after[from..].find('\'') {
        from += mark;
        if !after[from + 1..].starts_with('\'') {
            return from;
        }
        from += 2;
    }
    after.len()
}

/// The text as `[regex]::Unescape` gives it back.
fn unescapable(text: &str) -> String {
    text.encode_utf16()
        .map(|unit| match u8::try_from(unit) {
            Ok(letter) if letter.is_ascii() && letter != b'\\' => char::from(letter).to_string(),
            _ => format!("\\u{unit:04x}"),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::program;

    fn script(shell: Shell) -> String {
        render(Lang::Vi, shell, program(Lang::Vi))
    }

    #[test]
    fn every_shell_learns_every_command() {
        for shell in [Shell::Bash, Shell::Zsh, Shell::Fish, Shell::PowerShell] {
            let script = script(shell);
            for command in program(Lang::Vi).get_subcommands() {
                assert!(script.contains(command.get_name()), "{shell}: {}", command.get_name());
            }
        }
    }

    #[test]
    fn zsh_and_fish_say_what_a_word_means_in_one_line() {
        let (zsh, fish) = (script(Shell::Zsh), script(Shell::Fish));
        assert!(zsh.contains("concise\\:\"mỗi phát hiện một dòng\""), "{zsh}");
        assert!(zsh.contains("'lệnh của chibo'") && !zsh.contains(" commands'"), "{zsh}");
        assert!(fish.contains("-d 'điều gì làm mã thoát thành 1'"), "{fish}");
    }

    #[test]
    fn ids_and_years_are_known_and_files_are_not_offered_for_them() {
        let (bash, zsh, fish) = (script(Shell::Bash), script(Shell::Zsh), script(Shell::Fish));
        for script in [&bash, &zsh, &fish] {
            for word in ["attendance-by-cell", "attendance-mark-missing", "2016", "2020"] {
                assert!(script.contains(word), "{word}\n{script}");
            }
        }
        assert!(fish.contains("using_subcommand trace\" -f -a 'head-membership' -d '"), "{fish}");
        let as_of = bash.split("--as-of)").nth(1).unwrap_or_default();
        assert!(!as_of.split(";;").next().unwrap_or_default().contains("compgen -f"), "{as_of}");
    }

    #[test]
    fn powershell_knows_the_words_of_each_command() {
        let script = script(Shell::PowerShell);
        let of = |command: &str| {
            let block = script.split(&format!("'chibo;{command}' {{")).nth(1).unwrap_or_default();
            block.split("break").next().unwrap_or_default().to_owned()
        };
        for (command, word) in
            [("trace", "attendance"), ("explain", "attendance-mark-missing"), ("completions", "powershell")]
        {
            let line = format!("new('{word}', '{word}', [CompletionResultType]::ParameterValue, $([regex]::Unescape('");
            assert!(of(command).contains(&line), "{}", of(command));
        }
        assert!(!of("trace").contains("'attendance-mark-missing'") && !of("check").contains("ParameterValue"));
    }

    #[test]
    fn powershell_reads_its_script_right_in_any_code_page() {
        let script = script(Shell::PowerShell);
        assert!(script.is_ascii());
        assert!(script.contains(r"$([regex]::Unescape('t\u00f4 m\u00e0u'))"), "{script}");
        let mixed = r"new('--a', 'it''s', 'xã ''\''')";
        assert_eq!(ascii_strings(mixed), r"new('--a', 'it''s', $([regex]::Unescape('x\u00e3 ''\u005c''')))");
    }
}
