//! The records that an attendance book fills or begins, as they are to be.

use std::{collections::BTreeMap, fs};

use chrono::Datelike;

use super::value;
use crate::{
    command::{Failure, Workplace, change::Change},
    date::Date,
    edit::marks,
    lang::say,
    parse::Vocabulary,
    records::meeting::{Kind, Mark, Meeting},
    register::{
        Cell, Record,
        claim::Claim,
        discover::UnitDir,
        roll::{Expected, expected},
    },
};

pub(super) fn filled(
    meeting: &Record<'_, Meeting<'_>>,
    new: &BTreeMap<String, Mark>,
    unit: &UnitDir,
    place: &Workplace,
) -> Result<Change, Failure> {
    let values: Vec<_> = new.iter().map(|(id, mark)| (id.clone(), value(*mark))).collect();
    edited(meeting, "attendance", &values, unit, place)
}

/// A record with keys filled in.
pub(in crate::command::import) fn edited(
    meeting: &Record<'_, Meeting<'_>>,
    table: &str,
    values: &[(String, toml_edit::Value)],
    unit: &UnitDir,
    place: &Workplace,
) -> Result<Change, Failure> {
    let (path, lang, before) = (&meeting.source.path, place.ctx.lang, meeting.source.text.to_string());
    let bytes =
        fs::read(place.ctx.root.join(&**path)).map_err(|error| anyhow::Error::from(error).context(path.to_string()))?;
    let bare = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
    let after = marks::fill(&before, table, values).filter(|_| bare == before.as_bytes()).ok_or_else(|| {
        Failure::Usage(say!(
            lang,
            "chưa ghi gì: không sửa được {path}; mở ra xem, chạy chibo fmt, rồi chạy lại",
            "nothing was written: {path} cannot be edited; look at it, run chibo fmt, then this again"
        ))
    })?;
    Ok(Change::edit(unit, Claim::Meeting(meeting.day().year()), bytes, meeting.source, after))
}

/// A new record: the marks, and a line without one for who was expected and is not in the book.
pub(super) fn begun(day: Date, kind: Kind, new: &BTreeMap<String, Mark>, unit: &UnitDir, cell: &Cell<'_>) -> Change {
    let mut marks: BTreeMap<&str, Mark> = new.iter().map(|(id, mark)| (id.as_str(), *mark)).collect();
    if kind != Kind::Committee {
        for person in cell.people.iter().filter(|person| expected(cell, person, day) == Expected::Yes) {
            marks.entry(&person.id).or_insert(Mark::Blank);
        }
    }
    let lines: String = marks.iter().map(|(id, mark)| format!("{id} = \"{}\"\n", mark.word())).collect();
    fresh(day, kind, &format!("[attendance]\n{lines}"), unit)
}

/// A new record with one table.
pub(in crate::command::import) fn fresh(day: Date, kind: Kind, table: &str, unit: &UnitDir) -> Change {
    let (iso, word) = (day.format("%Y-%m-%d"), kind.word());
    let text = format!("date = {iso}\nkind = \"{word}\"\n\n{table}");
    Change::new_file(unit, Claim::Meeting(day.year()), &format!("{}/{iso}-{word}.toml", day.year()), text)
}
