//! `chibo rules` and `chibo explain`: they need no register.

use crate::{
    catalogue::entries,
    cli::{ExplainArgs, Globals, RulesArgs, RulesFormat},
    command::{Exit, Failure, deliver},
    io::Io,
    lang::say,
    render::rules as render,
    text::nearest,
};

pub(super) fn list(globals: &Globals, args: &RulesArgs, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let width = if args.output.is_some() { None } else { io.width };
    let text = match (args.format, args.by_clause) {
        (RulesFormat::Table, by_clause) => render::table(globals.lang, by_clause, width),
        (RulesFormat::Markdown, by_clause) => render::markdown(globals.lang, by_clause),
        (RulesFormat::Json, false) => render::json(globals.lang),
        (RulesFormat::Json, true) => render::clauses_json(globals.lang),
    };
    deliver(&text, args.output.as_deref(), args.force, globals.lang, io)?;
    Ok(Exit::Fine)
}

pub(super) fn explain(globals: &Globals, args: &ExplainArgs, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let (lang, id, entries) = (globals.lang, &args.id, entries());
    let Some(entry) = entries.iter().find(|entry| entry.id() == *id) else {
        let known: Vec<&str> = entries.iter().map(|entry| entry.id()).collect();
        let hint = match nearest(id, &known) {
            Some(near) => say!(lang, "có phải là {near}?", "did you mean {near}?"),
            None => say!(lang, "xem danh mục: chibo rules", "see the catalogue: chibo rules"),
        };
        return Err(Failure::Usage(say!(
            lang,
            "không có quy tắc hay chỉ tiêu `{id}`\ngợi ý: {hint}",
            "there is no rule or target `{id}`\nhint: {hint}"
        )));
    };
    io.print(&render::page(lang, entry)).map_err(Failure::Output)?;
    Ok(Exit::Fine)
}
