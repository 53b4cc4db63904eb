//! `chibo minutes`: a meeting's record as minutes.

use crate::{
    cli::{Globals, MinutesArgs},
    command::{
        Exit, Failure,
        paper::{Named, Printed, errors_in, look, no_such_record, open_at, put_out, unreadable},
    },
    io::Io,
    lang::{Words, say},
    paper::minutes::Minutes,
    register::Cell,
    unit::{UnitLevel, join},
};

const A_MEETING: Words = Words::new(
    "bản ghi một cuộc họp (<năm>/<ngày>-<loại>.toml của chi bộ)",
    "record of a meeting (<year>/<date>-<kind>.toml of a cell)",
);

pub(super) fn run(globals: &Globals, args: &MinutesArgs, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let Named { place, path, unit } = open_at(globals, &args.record, io)?;
    let lang = place.ctx.lang;
    let printed = look(&place, &unit, |commune, findings| {
        let files = ["cell.toml", "members.csv", "statuses.csv", "roles.csv"].map(|file| join(&unit.id, file));
        let paths: Vec<&str> = files.iter().map(String::as_str).chain([path.as_str()]).collect();
        let errors = errors_in(findings, &paths);
        let cell = commune.cells.iter().find(|cell| cell.unit == unit.id);
        let meeting = cell.and_then(|cell| cell.meetings.iter().find(|meeting| meeting.source.path == path));
        let (Some(cell), Some(meeting)) = (cell, meeting) else {
            let is_unread = |cell: &Cell<'_>| cell.unread_meetings.iter().any(|meeting| meeting.path == path);
            return Err(match cell {
                Some(cell) if is_unread(cell) => unreadable(&place, io, &errors),
                // Of a cell whose own file cannot be read no meeting is known.
                None if unit.level == UnitLevel::Cell => unreadable(&place, io, &errors),
                _ => no_such_record(&args.record.display().to_string(), lang, A_MEETING),
            });
        };
        if meeting.held.copied() == Some(false) {
            return Err(Failure::Usage(say!(
                lang,
                "bản ghi nói rằng không họp (held = false), nên không có biên bản",
                "the record says that there was no meeting (held = false), so there are no minutes"
            )));
        }
        let minutes = Minutes { commune, cell, meeting, lang: args.out.lang };
        let document = minutes.compose().ok_or_else(|| unreadable(&place, io, &errors))?;
        Ok(Printed { document, has_names: minutes.who().has_names(), errors })
    })?;
    put_out(&place, &printed, &args.out, io)
}
