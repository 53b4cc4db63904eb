//! `chibo completions`: a shell's script, from the command line itself.

use crate::{
    cli::{self, CompletionsArgs, Globals},
    command::{Exit, Failure, deliver},
    io::Io,
    render,
};

pub(super) fn run(globals: &Globals, args: &CompletionsArgs, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let lang = globals.lang;
    let text = render::completions::render(lang, args.shell, cli::program(lang));
    deliver(&text, args.output.as_deref(), args.force, lang, io)?;
    Ok(Exit::Fine)
}
