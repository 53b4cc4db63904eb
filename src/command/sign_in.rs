//! `chibo sign-in`: the attendance sheet of a meeting.

use crate::{
    cli::{Globals, SignInArgs},
    command::{
        Exit, Failure, Workplace,
        new_meeting::choose_cell,
        paper::{Printed, errors_in, look, open_whole, put_out, unreadable},
    },
    date::{self, Date},
    finding::Finding,
    io::Io,
    lang::say,
    paper::{Who, sign_in::Sheet},
    records::meeting::Kind,
    register::{Cell, Commune},
    unit::join,
};

pub(super) fn run(globals: &Globals, args: &SignInArgs, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let place = open_whole(globals, io)?;
    let unit = choose_cell::choose(&place, args.cell.as_deref(), None, "sign-in")?.unit;
    let day = args.date.or(globals.as_of).unwrap_or(io.today);
    let printed = look(&place, &unit, |commune, findings| {
        let files = ["cell.toml", "members.csv", "statuses.csv", "roles.csv"].map(|file| join(&unit.id, file));
        let paths: Vec<&str> = files.iter().map(String::as_str).collect();
        let errors = errors_in(findings, &paths);
        match commune.cells.iter().find(|cell| cell.unit == unit.id) {
            Some(cell) => sheet(&place, args, (commune, cell), day, errors, io),
            None => Err(unreadable(&place, io, &errors)),
        }
    })?;
    put_out(&place, &printed, &args.out, io)
}

fn sheet(
    place: &Workplace,
    args: &SignInArgs,
    (commune, cell): (&Commune<'_>, &Cell<'_>),
    day: Date,
    errors: Vec<Finding>,
    io: &Io<'_>,
) -> Result<Printed, Failure> {
    let lang = place.ctx.lang;
    if !cell.life().covers(day) {
        let day = date::show(day, lang);
        return Err(Failure::Usage(say!(
            lang,
            "ngày {day} chi bộ chưa có hoặc không còn",
            "the cell is not there yet, or no more, on {day}"
        )));
    }
    let wanted = args.kind.and_then(Kind::from_word);
    let of_day = cell.meetings.iter().filter(|meeting| meeting.day() == day && meeting.held.copied() != Some(false));
    let meeting = of_day.clone().find(|meeting| wanted.is_none_or(|kind| *meeting.kind == kind));
    let kind = wanted.or(meeting.map(|meeting| *meeting.kind)).unwrap_or(Kind::Regular);
    let sheet = Sheet { commune, cell, date: day, kind, meeting };
    let (called, kept_away) = sheet.called().ok_or_else(|| unreadable(place, io, &errors))?;
    if called.is_empty() {
        let day = date::show(day, lang);
        return Err(Failure::Usage(say!(
            lang,
            "ngày {day} không ai phải dự, theo members.csv, statuses.csv và roles.csv",
            "nobody is expected on {day}, by members.csv, statuses.csv and roles.csv"
        )));
    }
    let document = sheet.compose(&called, kept_away, args.out.lang).ok_or_else(|| unreadable(place, io, &errors))?;
    Ok(Printed { document, has_names: Who::new(commune, vec![cell]).has_names(), errors })
}
