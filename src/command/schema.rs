//! `chibo schema`: the form of every TOML record, for editors.

use serde_json::{Map, Value};

use crate::{
    cli::{Globals, SchemaArgs},
    command::{Exit, Failure, deliver_into},
    io::Io,
    records::kinds::KINDS,
    render,
};

pub(super) fn run(globals: &Globals, args: &SchemaArgs, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let lang = globals.lang;
    let asked = KINDS.iter().filter(|kind| args.kind.as_deref().is_none_or(|name| kind.name == name));
    if let Some(directory) = &args.output {
        let files: Vec<_> =
            asked.map(|kind| (format!("{}.schema.json", kind.name), render::json(&kind.schema(lang)))).collect();
        deliver_into(directory, &files, args.force, lang, io)?;
        return Ok(Exit::Fine);
    }
    let mut schemas: Map<String, Value> = asked.map(|kind| (kind.name.to_owned(), kind.schema(lang))).collect();
    let text = match &args.kind {
        Some(name) => render::json(&schemas.remove(name)),
        None => render::json(&schemas),
    };
    io.print(&text).map_err(Failure::Output)?;
    Ok(Exit::Fine)
}
