//! A workbook that chibo made itself and that comes back filled: it says what it is.

use crate::{
    cli::{Globals, ImportArgs},
    command::{Exit, Failure, Workplace},
    io::Io,
    lang::say,
    sheet_file::Book,
};

/// Takes a form back. None is made yet, so none is known.
pub(super) fn take_back(
    _globals: &Globals,
    args: &ImportArgs,
    place: &Workplace,
    _book: &Book,
    _io: &mut Io<'_>,
) -> Result<Exit, Failure> {
    let shown = args.file.display();
    Err(Failure::Usage(say!(
        place.ctx.lang,
        "{shown} không phải mẫu do chibo lập; nói tệp ghi gì: chibo import members|attendance|officials|summary TỆP",
        "{shown} is not a form of chibo; say what it holds: chibo import members|attendance|officials|summary FILE"
    )))
}
