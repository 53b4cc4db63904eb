//! The marks to write: told by the command line, or given on the screen.

use serde::{Deserialize, Serialize};

use super::Found;
use crate::{
    cli::{RollCallArgs, option_of_mark},
    command::{
        Failure, Workplace,
        ask::{Answer, Asker},
        roll::{self, Called, Ended, Marks, Roll},
    },
    date::{self, Date},
    draft::Draft,
    io::Io,
    lang::{Lang, say},
    parse::Vocabulary,
    records::meeting::{Mark, Meeting},
    register::{Cell, Record},
};

/// The marks as the options have them; what is not named stays.
pub(super) fn told(
    args: &RollCallArgs,
    called: &Called<'_>,
    before: &Marks,
    day: Date,
    lang: Lang,
) -> Result<Marks, Failure> {
    let mut marks = before.clone();
    for (id, mark) in &args.marks {
        let came = matches!(mark, Mark::Present | Mark::Late);
        // Who need not come and came is in the record; that such a member was absent says nothing.
        let known =
            called.expected.contains(&id.as_str()) || came && called.kept_away.iter().any(|(other, _)| other == id);
        if !known {
            return Err(called.stranger(&option_of_mark(*mark), id, day, lang));
        }
        marks.insert(id.clone(), *mark);
    }
    if let Some(rest) = args.rest {
        for id in &called.expected {
            marks.entry((*id).to_owned()).or_insert(rest);
        }
    }
    Ok(marks)
}

/// A roll that was left half-way.
#[derive(Debug, Serialize, Deserialize)]
struct Saved {
    version: u32,
    marks: Marks,
}

/// The form of a draft; another is not read.
const VERSION: u32 = 1;

pub(super) fn draft(place: &Workplace, found: &Found, io: &Io<'_>) -> Draft {
    Draft::of(io, &place.ctx.root, &format!("roll-call {}", found.file.path))
}

/// The marks given on the screen; nothing where it was left.
#[expect(clippy::too_many_arguments, reason = "what was read of the record, and where it is asked")]
pub(super) fn asked(
    place: &Workplace,
    found: &Found,
    cell: &Cell<'_>,
    meeting: &Record<'_, Meeting<'_>>,
    called: &Called<'_>,
    before: &Marks,
    asker: &Asker,
    io: &mut Io<'_>,
) -> Result<Option<Marks>, Failure> {
    let lang = place.ctx.lang;
    let draft = draft(place, found, io);
    let mut begun = before.clone();
    if let Some(saved) = draft.load::<Saved>().filter(|saved| saved.version == VERSION && saved.marks != *before) {
        let message = say!(lang, "Lần trước điểm danh dở dang.", "The roll was left half-way last time.");
        let options = [
            say!(lang, "Điểm danh tiếp", "Go on with it"),
            say!(lang, "Bỏ, điểm danh lại từ đầu", "Discard it and begin anew"),
        ];
        match asker.choose(&message, &options, 0)? {
            Answer::Said(0) => begun = saved.marks,
            Answer::Said(_) => draft.remove(),
            Answer::Back | Answer::Left => return Ok(None),
        }
    }
    let (kind, day) = (meeting.kind.label().of(lang), date::show(meeting.day(), lang));
    let name = cell.file.name.trim();
    let title =
        say!(lang, "Điểm danh · {name} · họp {kind} ngày {day}", "Roll call · {name} · {kind} meeting of {day}");
    let mut roll = Roll::new(cell, called, &begun);
    let save = |marks: &Marks| draft.save(&Saved { version: VERSION, marks: marks.clone() });
    let ended = roll::call(&mut roll, &title, lang, asker.styled, io.out, |marks| {
        save(marks);
    });
    let mut marks = roll.marks();
    // Marks of others, which the screen does not show, stay.
    let on_screen = |id: &str| called.expected.contains(&id) || called.kept_away.iter().any(|(other, _)| *other == id);
    marks.extend(before.iter().filter(|(id, _)| !on_screen(id)).map(|(id, mark)| (id.clone(), *mark)));
    match ended.map_err(|error| Failure::Work(error.into()))? {
        Ended::Done => Ok(Some(marks)),
        Ended::Back | Ended::Left => {
            if marks != *before && save(&marks) {
                io.complain(&say!(
                    lang,
                    "các dấu đã điểm được giữ lại; chạy lại chibo roll-call để điểm danh tiếp\n",
                    "the marks are kept; run chibo roll-call again to go on\n"
                ));
            }
            Ok(None)
        }
    }
}
