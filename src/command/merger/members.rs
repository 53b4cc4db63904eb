//! The members of a cell that ends go over to the one that goes on, with what keeps them from meetings; roles end.

use std::collections::BTreeMap;

use super::Job;
use crate::{
    command::{
        Failure,
        event::{Book, next_id},
    },
    lang::{plural, say},
    number::group,
    parse::Vocabulary,
    register::{Cell, Table, discover::UnitDir, people::span},
    unit::UnitLevel,
};

/// The cell that goes on.
pub(super) struct Target<'t, 'a> {
    pub(super) unit: UnitDir,
    pub(super) id: String,
    /// Absent where it is a new one.
    pub(super) cell: Option<&'t Cell<'a>>,
    /// Ids that are taken there.
    pub(super) taken: Vec<String>,
}

/// New ids by cell and former id.
pub(super) type Moved = BTreeMap<(String, String), String>;

impl<'a> Job<'_, 'a> {
    /// Moves everybody who is in a cell on its last day and not gone with it.
    pub(super) fn move_members(
        &mut self,
        cell: &Cell<'a>,
        target: &mut Target<'_, 'a>,
        moved: &mut Moved,
    ) -> Result<(), Failure> {
        let (lang, day, next_day) = (self.place.ctx.lang, self.day(), self.next_day());
        let unit = UnitDir { id: cell.unit.clone(), level: UnitLevel::Cell };
        let mut renamed = Vec::new();
        let mut count = 0u64;
        for (nth, row) in cell.members.rows.iter().enumerate() {
            let time = span(row, &row.from, &row.until);
            if !time.is_some_and(|time| time.covers(day) && time.until > day) {
                continue;
            }
            count += 1;
            let roster = self.desk.sheet(&unit, Book::Members, &cell.members)?;
            let (until, leaving) = (row.until.copied(), row.leaving.copied());
            let last = roster.day(day);
            roster.set(nth, "until", &last);
            roster.set(nth, "leaving", "transferred");
            let id = free_id(&row.id, &target.taken);
            target.taken.push(id.clone());
            moved.insert((cell.id.clone(), row.id.to_string()), id.clone());
            if id != **row.id {
                renamed.push(format!("{} → {id}", &**row.id));
            }
            let absent = Table::default();
            let roster =
                self.desk.sheet(&target.unit, Book::Members, target.cell.map_or(&absent, |cell| &cell.members))?;
            let official = row.official.copied().map(|official| roster.partial(official)).unwrap_or_default();
            let values = [
                ("id", id),
                ("admitted", roster.partial(*row.admitted)),
                ("official", official),
                ("from", roster.day(next_day)),
                // A last day that is known already stays the last.
                ("until", until.map(|until| roster.day(until.0)).unwrap_or_default()),
                ("leaving", leaving.map(|leaving| leaving.word().to_owned()).unwrap_or_default()),
                ("temporary", row.temporary.copied().filter(|yes| yes.0).map(|_| "yes".to_owned()).unwrap_or_default()),
            ];
            roster.add(&values);
        }
        self.move_statuses(cell, &unit, target, moved)?;
        self.end_roles(cell, &unit)?;
        self.move_names(cell, target, moved)?;
        let (from, into) = (&cell.id, &target.id);
        let (number, word) = (group(count, lang), plural(count, "member goes", "members go"));
        let mut note = say!(lang, "{number} đảng viên của {from} sang {into}", "{number} {word} from {from} to {into}");
        if !renamed.is_empty() {
            let list = renamed.join(", ");
            note += &say!(lang, "; mã mới vì trùng: {list}", "; new ids, for theirs are taken: {list}");
        }
        self.notes.push(note);
        Ok(())
    }

    fn move_statuses(
        &mut self,
        cell: &Cell<'a>,
        unit: &UnitDir,
        target: &Target<'_, 'a>,
        moved: &Moved,
    ) -> Result<(), Failure> {
        let (day, next_day) = (self.day(), self.next_day());
        for (nth, row) in cell.statuses.rows.iter().enumerate() {
            let goes_on = span(row, &row.from, &row.until).is_some_and(|time| time.covers(day) && time.until > day);
            let id = moved.get(&(cell.id.clone(), row.member.to_string()));
            let Some(id) = id.filter(|_| goes_on) else { continue };
            let sheet = self.desk.sheet(unit, Book::Statuses, &cell.statuses)?;
            let last = sheet.day(day);
            sheet.set(nth, "until", &last);
            let absent = Table::default();
            let sheet =
                self.desk.sheet(&target.unit, Book::Statuses, target.cell.map_or(&absent, |cell| &cell.statuses))?;
            let values = [
                ("member", id.clone()),
                ("status", row.status.word().to_owned()),
                ("from", sheet.day(next_day)),
                ("until", row.until.copied().map(|until| sheet.day(until.0)).unwrap_or_default()),
                ("reason", row.reason.copied().map(|reason| reason.word().to_owned()).unwrap_or_default()),
            ];
            sheet.add(&values);
        }
        Ok(())
    }

    fn end_roles(&mut self, cell: &Cell<'a>, unit: &UnitDir) -> Result<(), Failure> {
        let day = self.day();
        for (nth, row) in cell.roles.rows.iter().enumerate() {
            if span(row, &row.from, &row.until).is_some_and(|time| time.covers(day) && time.until > day) {
                let sheet = self.desk.sheet(unit, Book::Roles, &cell.roles)?;
                let last = sheet.day(day);
                sheet.set(nth, "until", &last);
            }
        }
        Ok(())
    }

    /// Names follow to where the ids are now; under the old ids the records of old days still need theirs.
    fn move_names(&mut self, cell: &Cell<'a>, target: &Target<'_, 'a>, moved: &Moved) -> Result<(), Failure> {
        for row in &cell.names.rows {
            let Some(id) = moved.get(&(cell.id.clone(), row.id.to_string())) else { continue };
            let absent = Table::default();
            let sheet = self.desk.sheet(&target.unit, Book::Names, target.cell.map_or(&absent, |cell| &cell.names))?;
            sheet.add(&[("id", id.clone()), ("name", row.name.to_string())]);
        }
        Ok(())
    }
}

/// The id itself, or the next one of the cell where it is taken.
fn free_id(id: &str, taken: &[String]) -> String {
    if taken.iter().all(|other| other != id) {
        return id.to_owned();
    }
    next_id(taken.iter().map(String::as_str), id.trim_end_matches(|c: char| c.is_ascii_digit()))
}
