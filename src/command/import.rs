//! `chibo import`: a workbook that chibo made, read back.

use crate::{
    cli::{Globals, ImportArgs},
    command::{Exit, Failure, form, open},
    form::filled::Filled,
    io::Io,
};

pub(super) fn run(globals: &Globals, args: &ImportArgs, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let lang = globals.lang;
    let shown = crate::text::visible(&args.file.display().to_string()).into_owned();
    let bytes = std::fs::read(io.working_dir.join(&args.file))
        .map_err(|error| Failure::Work(anyhow::Error::from(error).context(shown.clone())))?;
    let filled = Filled::read(&bytes).map_err(|why| Failure::Usage(why.explain(&args.file, lang)))?;
    // Every row is read, also one from a day after `--as-of`.
    let place = open(&Globals { as_of: None, ..globals.clone() }, io)?;
    form::import(&place, &filled, &shown, form::Wish { write: args.write, prevails: args.prevails }, io)
}
