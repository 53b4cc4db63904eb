//! What the register says now of a cell and a year, as a form sees it: each record with its plain values by key.

use std::collections::BTreeMap;

use xxhash_rust::xxh3::Xxh3;

use crate::{
    form::{
        leaves::leaves,
        section::{Home, Section},
    },
    parse::{Vocabulary, value::YesNo},
    register::Cell,
    source::Source,
    unit::join,
};

/// The plain values of a record by key; what says nothing is not among them.
pub(crate) type Fields = BTreeMap<String, String>;

/// The records of a cell and a year.
#[derive(Debug, Default)]
pub(crate) struct Now {
    pub(crate) records: BTreeMap<Home, Fields>,
    /// Of the texts of all files that a form is made of.
    pub(crate) digest: u128,
}

impl Now {
    pub(crate) fn of(cell: &Cell<'_>, year: i32) -> Self {
        let mut now = Self::default();
        let mut hash = Xxh3::new();
        let mut read = |source: &Source| {
            hash.update(source.path.as_bytes());
            hash.update(&[0]);
            hash.update(source.text.as_bytes());
            hash.update(&[0]);
        };
        let directory = join(&cell.unit, &format!("{year:04}/"));
        for meeting in cell.meetings.iter().filter(|meeting| meeting.source.path.starts_with(&directory)) {
            read(meeting.source);
            now.add_toml(meeting.source, Section::Meeting, &[Section::Resolution, Section::Guest]);
        }
        read(cell.file.source);
        now.add_toml(cell.file.source, Section::Term, &[Section::Term]);
        if let Some(book) = cell.years.get(&year) {
            if let Some(file) = book.file.get() {
                read(file.source);
                now.add_toml(file.source, Section::Year, &[Section::Topic, Section::Inspected]);
            }
            if let Some(source) = book.assessments.source {
                read(source);
            }
            if let Some(source) = book.briefings.source {
                read(source);
            }
        }
        now.add_rows(cell, year);
        if let Some(source) = cell.members.source {
            read(source);
        }
        now.digest = hash.digest128();
        now
    }

    /// The records of a section, in the order of the register.
    pub(crate) fn of_section(&self, section: Section) -> impl Iterator<Item = (&Home, &Fields)> {
        self.records.iter().filter(move |(home, _)| home.section == section)
    }

    /// A file whose own record is of one section, and whose lists hold those of others.
    fn add_toml(&mut self, source: &Source, own: Section, lists: &[Section]) {
        let home = |section, nth| Home { section, path: source.path.to_string(), nth };
        if own.list().is_none() {
            self.records.entry(home(own, 0)).or_default();
        }
        for leaf in leaves(&source.text).unwrap_or_default() {
            let (section, nth, key) = lists
                .iter()
                .find_map(|section| element(&leaf.path, section.list()?).map(|(nth, key)| (*section, nth, key)))
                .unwrap_or((own, 0, &leaf.path));
            // A key that the form does not ask for, such as the cell's name.
            let Some(kind) = section.kind(key) else { continue };
            let fields = self.records.entry(home(section, nth)).or_default();
            let plain = kind.plain(&leaf.raw);
            if !plain.is_empty() {
                fields.insert(key.to_owned(), plain);
            }
        }
    }

    fn add_rows(&mut self, cell: &Cell<'_>, year: i32) {
        let Some(book) = cell.years.get(&year) else { return };
        let mut add = |section: Section, nth: usize, cells: Vec<(&str, Option<String>)>| {
            let Some((path, _)) = section.file(&cell.unit, year) else { return };
            let said = cells.into_iter().filter_map(|(key, raw)| {
                let plain = section.kind(key)?.plain(&raw?);
                (!plain.is_empty()).then(|| (key.to_owned(), plain))
            });
            self.records.insert(Home { section, path, nth }, said.collect());
        };
        for (nth, row) in book.assessments.rows.iter().enumerate() {
            add(
                Section::Assessment,
                nth,
                vec![
                    ("member", Some(row.member.to_string())),
                    ("task", row.task.get().map(|task| task.to_string())),
                    ("grade", row.grade.copied().map(|grade| grade.word().to_owned())),
                    ("discipline", row.discipline.copied().map(|discipline| discipline.word().to_owned())),
                ],
            );
        }
        let came = |came: Option<YesNo>| came.map(|came| if came.0 { "yes" } else { "no" }.to_owned());
        for (nth, row) in book.briefings.rows.iter().enumerate() {
            add(
                Section::Briefing,
                nth,
                vec![
                    ("date", Some(row.date.format("%Y-%m-%d").to_string())),
                    ("month", row.month.copied().map(crate::date::Month::iso)),
                    ("secretary", came(row.secretary.copied())),
                    ("head", came(row.head.copied())),
                    ("deputy", came(row.deputy.copied())),
                    ("topics", row.topics.get().map(|topics| topics.to_string())),
                ],
            );
        }
    }
}

/// The number and the key within, of a path into an element of a list.
fn element<'p>(path: &'p str, list: &str) -> Option<(usize, &'p str)> {
    let (nth, key) = path.strip_prefix(list)?.strip_prefix('[')?.split_once("].")?;
    Some((nth.parse().ok()?, key))
}

/// By which a value that stood in the register when a form was made is known again.
pub(crate) fn digest(plain: &str) -> String {
    format!("{:016x}", xxhash_rust::xxh3::xxh3_64(plain.as_bytes()))
}
