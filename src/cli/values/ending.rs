//! What the ending of a file's name says of its form.

use std::path::Path;

use clap::ArgMatches;

use crate::{
    cli::{
        choice::{Choice, chosen},
        values::{output, printable},
    },
    lang::{Lang, say},
};

/// The form that goes with the ending, written in any case; `plain` where there is none.
fn told_from<T: Copy>(file: &Path, endings: &[(&str, T)], plain: T, lang: Lang) -> Result<T, String> {
    let Some(ending) = file.extension() else { return Ok(plain) };
    if let Some((_, form)) = endings.iter().find(|(known, _)| ending.eq_ignore_ascii_case(known)) {
        return Ok(*form);
    }
    let ending = printable(&ending.to_string_lossy());
    let known: Vec<String> = endings.iter().map(|(known, _)| format!(".{known}")).collect();
    let known = known.join(", ");
    Err(say!(
        lang,
        "-o/--output: không biết dạng của tệp .{ending}; có: {known}; hoặc nói dạng bằng -O",
        "-o/--output: no form is known for a .{ending} file; known: {known}; or name the form with -O"
    ))
}

/// The form that `-O` names, else the one that the ending of `-o` says, else `plain`.
pub(in crate::cli) fn form<T: Copy>(
    matches: &ArgMatches,
    choices: &[Choice<T>],
    endings: &[(&str, T)],
    plain: T,
    lang: Lang,
) -> Result<T, String> {
    match (chosen(matches, "format", choices), output(matches)) {
        (Some(form), _) => Ok(form),
        (None, Some(file)) => told_from(&file, endings, plain, lang),
        (None, None) => Ok(plain),
    }
}
