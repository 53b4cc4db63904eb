//! `chibo import officials`: a list of village heads and deputies into the officials of a commune. A row is one time in post.

mod row;

use std::collections::{BTreeMap, BTreeSet};

use self::row::Read;
use super::{
    Work,
    compare::{self, Change, arrow},
    members::{known_id, said_twice},
    names::{self, Acquainted},
    outcome::{Outcome, Verdict},
};
use crate::{
    command::{
        Failure,
        event::{Book, next_id},
    },
    date::{self, PartialDate},
    edit::sheet::Sheet,
    finding::Report,
    import::{
        What,
        column::Column,
        people::{self, Known},
        table::{Row, Table},
    },
    lang::{Lang, say},
    parse::Vocabulary,
    records::official::{OfficialRow, Post},
    register::{Commune, Record, build, discover::list, load::load},
    unit::{UnitLevel, join},
};

struct Taken {
    row: Row,
    id: String,
    name: String,
    read: Read,
    recorded: Option<usize>,
}

impl Work<'_> {
    pub(super) fn officials(&mut self) -> Result<Outcome, Failure> {
        let (place, args) = (self.place, self.args);
        let (ctx, lang) = (&place.ctx, place.ctx.lang);
        let unit = self.unit(UnitLevel::Commune)?;
        let found = self.source.table(What::Officials, args, lang)?;
        let mut report = Report::new(ctx);
        let listing = list(ctx, &unit, UnitLevel::Cell, &mut report);
        let loaded = load(&listing, &mut report);
        let commune = build::commune(&unit, &listing, &loaded, &mut report);
        let mut outcome = Outcome::new(&found, &unit.id, lang);
        let has_names = !commune.names.is_absent();
        self.desk.sheet(&unit, Book::Officials, &commune.officials)?;
        if has_names {
            self.desk.sheet(&unit, Book::Names, &commune.names)?;
        }
        if !found.has(Column::Id) && !has_names && !commune.officials.rows.is_empty() {
            return Err(names::missing(&join(&unit.id, "names.csv"), lang));
        }
        let taken = self.take_officials(&found, &commune, &mut outcome);
        for one in &taken {
            if let Some((nth, row)) = one.recorded.and_then(|nth| Some((nth, commune.officials.rows.get(nth)?))) {
                let said =
                    change(self.desk.sheet(&unit, Book::Officials, &commune.officials)?, nth, row, &one.read, lang);
                let verdict = if said.is_empty() { Verdict::Same } else { Verdict::Changed };
                outcome.line(one.row, one.who(), verdict, said.join("; "));
            }
        }
        for one in taken.iter().filter(|one| one.recorded.is_none()) {
            add(self.desk.sheet(&unit, Book::Officials, &commune.officials)?, one);
            outcome.line(one.row, one.who(), Verdict::Added, one.read.say(lang));
        }
        let known: BTreeSet<&str> = commune.names.rows.iter().map(|row| &**row.id).collect();
        let new: BTreeMap<&str, &str> =
            taken.iter().filter(|one| !one.name.is_empty()).map(|one| (&*one.id, &*one.name)).collect();
        for (id, name) in new.into_iter().filter(|(id, _)| !known.contains(id)) {
            let sheet = self.desk.sheet(&unit, Book::Names, &commune.names)?;
            sheet.add(&[("id", id.to_owned()), ("name", name.to_owned())]);
        }
        if !has_names && taken.iter().any(|one| !one.name.is_empty()) {
            outcome.names_go_apart(ctx);
        }
        outcome.lines.sort_by_key(|line| line.row);
        Ok(outcome)
    }

    fn take_officials(&self, found: &Table<'_>, commune: &Commune<'_>, outcome: &mut Outcome) -> Vec<Taken> {
        let lang = self.place.ctx.lang;
        let roster = commune.officials.rows.iter().map(|row| &**row.id);
        let Acquainted { people, names, mut ids, nameless } = Acquainted::new(&commune.names.rows, roster);
        // Who holds a post twice is one person; two of one name in two villages are not known to be.
        let twice = said_twice(found);
        let mut new: BTreeMap<(String, String), String> = BTreeMap::new();
        let mut taken: Vec<Taken> = Vec::new();
        for &row in &found.rows {
            let (id, name) = (found.text(row, Column::Id), self.name(found, row));
            let who = if name.is_empty() { id.clone() } else { name.clone() };
            let one = Read::of(found, row, commune, lang).and_then(|read| {
                let key = people::key(&name);
                let in_one_village = || {
                    let same = found.rows.iter().filter(|other| people::key(&found.text(**other, Column::Name)) == key);
                    let villages: BTreeSet<String> = same.map(|other| found.text(*other, Column::Village)).collect();
                    villages.len() == 1
                };
                let id = if !id.is_empty() {
                    known_id(&id, &name, &names, lang)?
                } else if twice.contains(&key) && !in_one_village() {
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
                        Known::Nobody => new
                            .entry((key, read.village.clone()))
                            .or_insert_with(|| {
                                let beginning = if read.post == Post::Head { "tt" } else { "pt" };
                                let own = ids.iter().map(String::as_str).filter(|id| id.starts_with(beginning));
                                next_id(own, beginning)
                            })
                            .clone(),
                    }
                };
                let recorded = commune.officials.rows.iter().position(|row| {
                    **row.id == *id
                        && **row.village == *read.village
                        && *row.role == read.post
                        && row.from.0 == read.from
                });
                let again =
                    |other: &Taken| other.id == id && (other.read.post, other.read.from) == (read.post, read.from);
                if taken.iter().any(again) {
                    Err(say!(lang, "dòng trên đã ghi chức này", "a row above says this post already"))?;
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
}

impl Taken {
    fn who(&self) -> String {
        if self.name.is_empty() { self.id.clone() } else { format!("{} {}", self.id, self.name) }
    }
}

fn change(sheet: &mut Sheet, nth: usize, row: &Record<'_, OfficialRow<'_>>, read: &Read, lang: Lang) -> Vec<String> {
    let mut said = Vec::new();
    let until = row.until.copied().map(|day| PartialDate::Day(day.0));
    for (column, old, new) in [
        ("until", until, read.until.map(PartialDate::Day)),
        ("party_since", row.party_since.copied(), read.party_since),
    ] {
        if compare::dates(old, new) != Change::None
            && let Some(new) = new
        {
            let written = sheet.partial(new);
            sheet.set(nth, column, &written);
            said.push(arrow(column, old.map(|old| old.show(lang)), &new.show(lang), lang));
        }
    }
    if read.says_how && compare::values(Some(*row.how), Some(read.how)) != Change::None {
        sheet.set(nth, "how", read.how.word());
        said.push(arrow("how", Some(row.how.label().of(lang).to_owned()), read.how.label().of(lang), lang));
    }
    said
}

fn add(sheet: &mut Sheet, one: &Taken) {
    let read = &one.read;
    let values = [
        ("id", one.id.clone()),
        ("village", read.village.clone()),
        ("role", read.post.word().to_owned()),
        ("from", sheet.day(read.from)),
        ("until", read.until.map(|day: date::Date| sheet.day(day)).unwrap_or_default()),
        ("how", read.how.word().to_owned()),
        ("party_since", read.party_since.map(|date| sheet.partial(date)).unwrap_or_default()),
    ];
    sheet.add(&values);
}
