//! `chibo man`: manual pages, from the command line itself.

use crate::{
    cli::{self, Globals, ManArgs},
    command::{Exit, Failure, deliver_into},
    io::Io,
    render,
};

pub(super) fn run(globals: &Globals, args: &ManArgs, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let lang = globals.lang;
    let pages = render::man::render(lang, cli::program(lang));
    match &args.output {
        Some(directory) => deliver_into(directory, &pages, args.force, lang, io)?,
        None => io.print(pages.first().map_or("", |(_, page)| page)).map_err(Failure::Output)?,
    }
    Ok(Exit::Fine)
}
