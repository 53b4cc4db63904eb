//! A workbook that chibo made itself and that comes back filled: it says what it is.

use super::source;
use crate::{
    cli::ImportArgs,
    command::{
        Exit, Failure, Workplace,
        form::{Wish, import},
    },
    form::filled::Filled,
    io::Io,
    text::visible,
};

/// Takes a form back.
pub(super) fn take_back(args: &ImportArgs, place: &Workplace, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let lang = place.ctx.lang;
    let bytes = source::bytes(&args.file, lang, io)?;
    let filled = Filled::read(&bytes).map_err(|why| Failure::Usage(why.explain(&args.file, lang)))?;
    let shown = args.file.display().to_string();
    import(place, &filled, &visible(&shown), Wish { write: args.write, prevails: args.prevails }, io)
}
