//! A workbook that chibo made itself and that comes back filled: it says what it is.

use std::path::Path;

use super::source;
use crate::{
    command::{
        Exit, Failure, Workplace,
        form::{Wish, import},
    },
    form::filled::Filled,
    io::Io,
    text::visible,
};

/// Takes a form back.
pub(in crate::command) fn take_back(
    file: &Path,
    wish: Wish<'_>,
    place: &Workplace,
    io: &mut Io<'_>,
) -> Result<Exit, Failure> {
    let lang = place.ctx.lang;
    let bytes = source::bytes(file, lang, io)?;
    let filled = Filled::read(&bytes).map_err(|why| Failure::Usage(why.explain(file, lang)))?;
    let shown = file.display().to_string();
    import(place, &filled, &visible(&shown), wish, io)
}
