//! What the ending of a file's name says of its form.

use std::path::Path;

use crate::{
    cli::values::printable,
    lang::{Lang, say},
};

/// The form that goes with the ending, written in any case; `plain` where there is none.
pub(in crate::cli) fn told_from<T: Copy>(
    file: &Path,
    endings: &[(&str, T)],
    plain: T,
    lang: Lang,
) -> Result<T, String> {
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
