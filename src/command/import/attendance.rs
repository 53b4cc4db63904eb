//! `chibo import attendance`: an attendance book into the meetings of a cell. A record that is there gets the marks that it
//! lacks, and keeps those that it has.

mod meetings;
mod records;

use std::collections::BTreeMap;

use toml_edit::Value;

use self::meetings::{Meetings, Target};
pub(super) use self::records::{edited, fresh};
use super::{
    Work,
    members::{known_id, said_twice},
    names,
    outcome::{Line, Outcome, Verdict},
};
use crate::{
    command::{Failure, member::with_cell},
    import::{
        What,
        column::Column,
        mark::{Marks, Said},
        people::{self, Known, People},
        table::{Row, Table},
    },
    lang::{Lang, say},
    parse::Vocabulary,
    records::meeting::Mark,
    register::{
        Cell, Lookup,
        roll::{Expected, expected},
    },
    sheet_file::Cell as SheetCell,
    text::nearest,
    unit::{UnitLevel, join},
};

impl Work<'_> {
    pub(super) fn attendance(&mut self) -> Result<Outcome, Failure> {
        let (place, args, lang) = (self.place, self.args, self.place.ctx.lang);
        let unit = self.unit(UnitLevel::Cell)?;
        let found = self.source.table(What::Attendance, args, lang)?;
        with_cell(place, &unit, |cell, _| {
            let mut outcome = Outcome::new(&found, &unit.id, lang);
            if !found.has(Column::Id) && cell.names.is_absent() {
                return Err(names::missing(&join(&unit.id, "names.csv"), lang));
            }
            let mut meetings = Meetings::of(&found, cell, place, args.kind);
            let cells: Vec<&SheetCell> = found
                .rows
                .iter()
                .flat_map(|row| found.meetings().filter_map(|(column, _)| found.at(*row, column)))
                .collect();
            let marks = Marks::new(&args.marks, &cells);
            let sees = Sees { found: &found, cell, marks: &marks, lang };
            sees.rows(&mut meetings, &mut outcome);
            let records = meetings.settle(&unit, cell, place, &mut self.desk, &found)?;
            outcome.lines.splice(0..0, records);
            Ok(outcome)
        })
    }
}

/// What is needed to understand a row.
#[derive(Clone, Copy)]
struct Sees<'s> {
    found: &'s Table<'s>,
    cell: &'s Cell<'s>,
    marks: &'s Marks,
    lang: Lang,
}

impl Sees<'_> {
    fn rows(self, meetings: &mut Meetings<'_>, outcome: &mut Outcome) {
        let names = self.cell.names.rows.iter().map(|row| (&**row.id, &*row.name as &str));
        let people = People::of(names.clone());
        let names: BTreeMap<&str, String> = names.map(|(id, name)| (id, people::key(name))).collect();
        let (twice, lang) = (said_twice(self.found), self.lang);
        let mut seen: Vec<String> = Vec::new();
        for &row in &self.found.rows {
            let name = self.found.text(row, Column::Name);
            let taken = self.who(row, &name, &people, &names, &twice).and_then(|id| {
                if seen.contains(&id) {
                    return Err(say!(lang, "mã {id} đã có ở dòng trên", "the id {id} stands in a row above"));
                }
                Ok((self.row_marks(row, &id, meetings)?, id))
            });
            match taken {
                Ok((said, id)) => {
                    let (verdict, why) = meetings.put(&id, &said, lang);
                    outcome.line(row, format!("{id} {name}").trim(), verdict, why);
                    seen.push(id);
                }
                Err(reason) => {
                    let id = self.found.text(row, Column::Id);
                    let who = if name.is_empty() { id } else { name };
                    outcome.refuse(self.found, row, who, &reason, lang);
                }
            }
        }
    }

    /// The id of the member of a row.
    fn who(
        self,
        row: Row,
        name: &str,
        people: &People,
        names: &BTreeMap<&str, String>,
        twice: &std::collections::BTreeSet<String>,
    ) -> Result<String, String> {
        let (id, lang) = (self.found.text(row, Column::Id), self.lang);
        let id = if !id.is_empty() {
            known_id(&id, name, names, lang)?
        } else if twice.contains(&people::key(name)) {
            return Err(say!(
                lang,
                "tệp có nhiều người tên {name}; thêm cột Mã để nói ai",
                "the file has several of the name {name}; add a column Id to say who"
            ));
        } else {
            match people.find(name) {
                Known::One(id) => id,
                Known::Several(ids) => return Err(people::several(name, &ids, lang)),
                Known::Nobody => {
                    let known: Vec<&str> = self.cell.names.rows.iter().map(|row| &*row.name as &str).collect();
                    let near = nearest(name, &known);
                    let near = near.map(|near| say!(lang, "; có phải là {near}?", "; did you mean {near}?"));
                    let near = near.unwrap_or_default();
                    return Err(say!(
                        lang,
                        "không có tên này trong names.csv{near}",
                        "the name does not stand in names.csv{near}"
                    ));
                }
            }
        };
        match self.cell.person(&id) {
            Lookup::Found(_) => Ok(id),
            Lookup::Unread | Lookup::Missing => {
                Err(say!(lang, "không có mã {id} trong members.csv", "there is no {id} in members.csv"))
            }
        }
    }

    /// The marks of a row by the column's number; the reason where one cannot be.
    fn row_marks(self, row: Row, id: &str, meetings: &Meetings<'_>) -> Result<Vec<(u32, Mark)>, String> {
        let lang = self.lang;
        let Lookup::Found(person) = self.cell.person(id) else { return Ok(Vec::new()) };
        let mut said = Vec::new();
        for (column, target) in meetings.targets() {
            let Some(cell) = self.found.at(row, column) else { continue };
            let (heading, shown) = (self.found.heading(column), cell.show(lang));
            let mark = match self.marks.read(cell) {
                Some(Said::Mark(mark)) => mark,
                Some(Said::NotExpected) => continue,
                Some(Said::V) => {
                    return Err(say!(
                        lang,
                        "buổi {heading}: `{shown}` là vắng hay có mặt? nói rõ bằng --mark \"{shown}=k\", p hoặc x",
                        "meeting {heading}: is `{shown}` absent or present? say it with --mark \"{shown}=k\", p or x"
                    ));
                }
                None => {
                    return Err(say!(
                        lang,
                        "buổi {heading}: không rõ dấu `{shown}`; nói rõ bằng --mark \"{shown}=x\", m, p hoặc k",
                        "meeting {heading}: the mark `{shown}` is not known; say it with --mark \"{shown}=x\", m, p or k"
                    ));
                }
            };
            let Some(day) = target.day() else { continue };
            match expected(self.cell, person, day) {
                Expected::Yes => {}
                // Who comes all the same counts; who does not is missed by nobody.
                Expected::KeptAway if matches!(mark, Mark::Present | Mark::Late) => {}
                Expected::KeptAway | Expected::Unknown => continue,
                Expected::NotAMember => {
                    return Err(say!(
                        lang,
                        "buổi {heading}: ngày đó {id} không sinh hoạt ở chi bộ (members.csv)",
                        "meeting {heading}: {id} was no member of the cell then (members.csv)"
                    ));
                }
            }
            said.push((column, mark));
        }
        Ok(said)
    }
}

/// A mark as a record holds it.
fn value(mark: Mark) -> Value {
    Value::from(mark.word())
}

/// A line for a record rather than a row.
fn record(who: String, verdict: Verdict, why: String) -> Line {
    Line { row: None, who, verdict, why }
}

/// How a target is named where its column has no other words.
fn shown(target: &Target<'_>, lang: Lang) -> String {
    target.day().map(|day| crate::date::show(day, lang)).unwrap_or_default()
}
