//! `chibo import members`: a list of members into the roster of a cell.

mod row;

use std::collections::{BTreeMap, BTreeSet};

use self::row::Read;
pub(super) use self::row::{is_blank, within};
use super::{
    Work,
    compare::{self, Change, arrow},
    names::{self, Acquainted},
    outcome::{Outcome, Verdict},
};
use crate::{
    command::{
        Failure,
        event::{Book, next_id},
        member::with_cell,
    },
    date::{self, PartialDate},
    edit::sheet::Sheet,
    encoding::Encoding,
    import::{
        What,
        column::Column,
        people::{self, Known},
        table::{Row, Table},
    },
    lang::{Lang, say},
    parse::{Id, Vocabulary},
    records::member::MemberRow,
    register::{Cell, Record},
    unit::{UnitLevel, join},
};

/// A row of the file whose member is known, or new.
struct Taken {
    row: Row,
    id: String,
    /// As the file has it; empty where it has none.
    name: String,
    read: Read,
    /// The row of the roster that speaks of the same time.
    recorded: Option<usize>,
}

impl Work<'_> {
    pub(super) fn members(&mut self) -> Result<Outcome, Failure> {
        let (place, args, lang) = (self.place, self.args, self.place.ctx.lang);
        let unit = self.unit(UnitLevel::Cell)?;
        let found = self.source.table(What::Members, args, lang)?;
        with_cell(place, &unit, |cell, _| {
            let mut outcome = Outcome::new(&found, &unit.id, lang);
            self.desk.sheet(&unit, Book::Members, &cell.members)?;
            let has_names = !cell.names.is_absent();
            if has_names {
                self.desk.sheet(&unit, Book::Names, &cell.names)?;
            }
            if !found.has(Column::Id) && !has_names && !cell.members.rows.is_empty() {
                return Err(names::missing(&join(&unit.id, "names.csv"), lang));
            }
            let taken = self.take(&found, cell, &mut outcome);
            // Rows keep their numbers until the first is added.
            for one in &taken {
                if let Some((nth, row)) = one.recorded.and_then(|nth| Some((nth, cell.members.rows.get(nth)?))) {
                    let sheet = self.desk.sheet(&unit, Book::Members, &cell.members)?;
                    let said = change(sheet, nth, row, &one.read, lang);
                    let verdict = if said.is_empty() { Verdict::Same } else { Verdict::Changed };
                    outcome.line(one.row, one.who(), verdict, said.join("; "));
                }
            }
            for one in taken.iter().filter(|one| one.recorded.is_none()) {
                add(self.desk.sheet(&unit, Book::Members, &cell.members)?, one);
                let said = one.read.say(lang);
                outcome.line(one.row, one.who(), Verdict::Added, said);
            }
            let known: BTreeSet<&str> = cell.names.rows.iter().map(|row| &**row.id).collect();
            let unnamed: BTreeMap<&str, &str> =
                taken.iter().filter(|one| !one.name.is_empty()).map(|one| (&*one.id, &*one.name)).collect();
            for (id, name) in unnamed.into_iter().filter(|(id, _)| !known.contains(id)) {
                let names = self.desk.sheet(&unit, Book::Names, &cell.names)?;
                names.add(&[("id", id.to_owned()), ("name", name.to_owned())]);
            }
            if !has_names && taken.iter().any(|one| !one.name.is_empty()) {
                outcome.names_go_apart(&place.ctx);
            }
            outcome.lines.sort_by_key(|line| line.row);
            Ok(outcome)
        })
    }

    /// The rows that can be taken; the others are refused, each for its reason.
    fn take(&self, found: &Table<'_>, cell: &Cell<'_>, outcome: &mut Outcome) -> Vec<Taken> {
        let lang = self.place.ctx.lang;
        let roster = cell.members.rows.iter().map(|row| &**row.id);
        let Acquainted { people, names, mut ids, nameless } = Acquainted::new(&cell.names.rows, roster);
        let twice = said_twice(found);
        let mut taken: Vec<Taken> = Vec::new();
        for &row in &found.rows {
            let (id, name) = (found.text(row, Column::Id), self.name(found, row));
            let who = if name.is_empty() { id.clone() } else { name.clone() };
            let one = Read::of(found, row, lang).and_then(|read| {
                let id = if !id.is_empty() {
                    known_id(&id, &name, &names, lang)?
                } else if twice.contains(&people::key(&name)) {
                    Err(say!(
                        lang,
                        "tệp có nhiều người tên {name}; thêm cột Mã để nói ai",
                        "the file has several of the name {name}; add a column Id to say who"
                    ))?
                } else {
                    match people.find(&name) {
                        Known::One(id) => id,
                        Known::Several(ids) => Err(people::several(&name, &ids, lang))?,
                        Known::Nobody if !nameless.is_empty() => {
                            let nameless = crate::text::list_ids(&nameless, lang);
                            Err(say!(
                                lang,
                                "chưa biết có phải người mới không: names.csv thiếu tên của {nameless}",
                                "whether this is somebody new is not known: names.csv lacks the names of {nameless}"
                            ))?
                        }
                        Known::Nobody => next_id(ids.iter().map(String::as_str), "dv"),
                    }
                };
                let recorded = recorded(cell, &id, &read);
                if recorded.is_none() && read.admitted.is_none() {
                    Err(say!(lang, "thiếu ngày vào Đảng", "the day of admission is missing"))?;
                }
                let again = |other: &Taken| {
                    other.id == id && (recorded.is_some() && other.recorded == recorded || other.read.from == read.from)
                };
                if taken.iter().any(again) {
                    Err(say!(lang, "mã {id} đã có ở dòng trên", "the id {id} stands in a row above"))?;
                }
                Ok(Taken { row, id, name: name.clone(), read, recorded })
            });
            match one {
                Ok(one) => {
                    ids.push(one.id.clone());
                    taken.push(one);
                }
                Err(reason) => outcome.refuse(found, row, who, &reason, lang),
            }
        }
        taken
    }

    /// As it is to be written; the old fonts have no capitals with tones.
    pub(super) fn name(&self, found: &Table<'_>, row: Row) -> String {
        let name = found.text(row, Column::Name);
        if self.source.encoding == Encoding::Tcvn3 { people::in_case(&name) } else { name }
    }
}

impl Taken {
    fn who(&self) -> String {
        if self.name.is_empty() { self.id.clone() } else { format!("{} {}", self.id, self.name) }
    }
}

/// Names without an id that stand in several rows.
pub(super) fn said_twice(found: &Table<'_>) -> BTreeSet<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for row in found.rows.iter().filter(|row| found.text(**row, Column::Id).is_empty()) {
        *counts.entry(people::key(&found.text(*row, Column::Name))).or_default() += 1;
    }
    counts.into_iter().filter(|(_, count)| *count > 1).map(|(name, _)| name).collect()
}

/// The id of a row that gives it, unless it is none, or another's by its name.
pub(super) fn known_id(id: &str, name: &str, names: &BTreeMap<&str, String>, lang: Lang) -> Result<String, String> {
    if !Id::is_one(id) {
        return Err(say!(
            lang,
            "mã `{id}` không dùng được: cần một chữ cái, rồi chữ cái không dấu, chữ số, gạch nối",
            "the id `{id}` cannot be used: give a letter, then letters without marks, digits, dashes"
        ));
    }
    match names.get(id) {
        Some(known) if !name.is_empty() && *known != people::key(name) => Err(say!(
            lang,
            "theo names.csv, mã {id} là người khác tên; sửa tên hoặc mã",
            "by names.csv {id} is somebody of another name; mend the name or the id"
        )),
        _ => Ok(id.to_owned()),
    }
}

/// Of several memberships, the one that begins as the source says, else the last.
fn recorded(cell: &Cell<'_>, id: &str, read: &Read) -> Option<usize> {
    let own = || cell.members.rows.iter().enumerate().filter(|(_, row)| **row.id == *id);
    let from = |row: &Record<'_, MemberRow<'_>>| row.from.copied().map(|day| day.0);
    let same = own().find(|(_, row)| read.from.is_some() && from(row) == read.from);
    same.or_else(|| own().max_by_key(|(_, row)| from(row))).map(|(nth, _)| nth)
}

/// Writes what the source has more, and says it.
fn change(sheet: &mut Sheet, nth: usize, row: &Record<'_, MemberRow<'_>>, read: &Read, lang: Lang) -> Vec<String> {
    let mut said = Vec::new();
    let day = |day: Option<date::Date>| day.map(PartialDate::Day);
    let recorded = |field: &crate::parse::Field<crate::parse::dates::Day>| day(field.copied().map(|day| day.0));
    for (column, old, new) in [
        ("admitted", Some(*row.admitted), read.admitted),
        ("official", row.official.copied(), read.official),
        ("from", recorded(&row.from), day(read.from)),
        ("until", recorded(&row.until), day(read.until)),
    ] {
        if compare::dates(old, new) != Change::None
            && let Some(new) = new
        {
            let written = sheet.partial(new);
            sheet.set(nth, column, &written);
            said.push(arrow(column, old.map(|old| old.show(lang)), &new.show(lang), lang));
        }
    }
    let (old, new) = (row.leaving.copied(), read.leaving);
    if compare::values(old, new) != Change::None
        && let Some(new) = new
    {
        sheet.set(nth, "leaving", new.word());
        said.push(arrow("leaving", old.map(|old| old.label().of(lang).to_owned()), new.label().of(lang), lang));
    }
    let old = row.temporary.copied().map(|temporary| temporary.0);
    if compare::values(Some(old.unwrap_or(false)), read.temporary) != Change::None
        && let Some(new) = read.temporary
    {
        let word = if new { "yes" } else { "no" };
        sheet.set(nth, "temporary", word);
        said.push(arrow("temporary", old.map(|old| if old { "yes" } else { "no" }.to_owned()), word, lang));
    }
    said
}

fn add(sheet: &mut Sheet, one: &Taken) {
    let read = &one.read;
    let partial = |date: Option<PartialDate>| date.map(|date| sheet.partial(date)).unwrap_or_default();
    let day = |day: Option<date::Date>| day.map(|day| sheet.day(day)).unwrap_or_default();
    let values = [
        ("id", one.id.clone()),
        ("admitted", partial(read.admitted)),
        ("official", partial(read.official)),
        ("from", day(read.from)),
        ("until", day(read.until)),
        ("leaving", read.leaving.map(|leaving| leaving.word().to_owned()).unwrap_or_default()),
        ("temporary", if read.temporary == Some(true) { "yes".to_owned() } else { String::new() }),
    ];
    sheet.add(&values);
}
