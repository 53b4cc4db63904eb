//! Who is meant by an id, on paper: the name of names.csv, else dots to write it on, with the id behind them.

use crate::{
    alphabet,
    date::Date,
    document::Line,
    lang::{Lang, Words},
    parse::Id,
    records::{name::NameRow, role::Role},
    register::{Cell, Commune, Lookup, Table, people::Person},
};

/// The people of a commune and of some of its cells.
#[derive(Clone, Debug)]
pub(crate) struct Who<'c, 'a> {
    commune: &'c Commune<'a>,
    cells: Vec<&'c Cell<'a>>,
}

/// Room for a name in a sentence, and in a column of names, where the id is to stand on the same line.
const NAME: usize = 12;
const LISTED: usize = 9;

impl<'c, 'a> Who<'c, 'a> {
    pub(crate) fn new(commune: &'c Commune<'a>, cells: Vec<&'c Cell<'a>>) -> Self {
        Self { commune, cells }
    }

    /// Whether any name is known: then what is printed is a private paper.
    pub(crate) fn has_names(&self) -> bool {
        let tables = std::iter::once(&self.commune.names).chain(self.cells.iter().map(|cell| &cell.names));
        tables.into_iter().any(|names| !names.rows.is_empty())
    }

    pub(crate) fn official_name(&self, id: &str) -> Option<&'c str> {
        find(&self.commune.names, id)
    }

    /// A member of one of the cells.
    pub(crate) fn member(&self, cell: &'c Cell<'a>, id: &str) -> Line {
        named(member_name(cell, id), id, NAME)
    }

    /// The same in a column of names.
    pub(crate) fn listed(&self, cell: &'c Cell<'a>, id: &str) -> Line {
        named(member_name(cell, id), id, LISTED)
    }

    pub(crate) fn official(&self, id: &str) -> Line {
        named(self.official_name(id), id, NAME)
    }

    /// A text in which `@dv07` stands for a person: shown as the name, else as the id. What is on no roster stays as it is.
    pub(crate) fn text(&self, text: &str) -> String {
        let (mut shown, mut rest) = (String::with_capacity(text.len()), text);
        while let Some((before, after)) = rest.split_once('@') {
            shown.push_str(before);
            let end = after.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(after.len());
            let id = after[..end].trim_end_matches('-');
            // An address of mail is none.
            let stands_alone = !shown.ends_with(|c: char| c.is_alphanumeric());
            match self.known(id).filter(|_| stands_alone && Id::is_one(id)) {
                Some(name) => shown.push_str(name),
                None => {
                    shown.push('@');
                    shown.push_str(id);
                }
            }
            rest = &after[id.len()..];
        }
        shown.push_str(rest);
        shown
    }

    /// The name behind an id, the id where it has none; nothing where nobody has this id.
    fn known<'n>(&self, id: &'n str) -> Option<&'n str>
    where
        'c: 'n,
    {
        let member = self.cells.iter().find(|cell| matches!(cell.person(id), Lookup::Found(_)));
        if let Some(cell) = member {
            return Some(member_name(cell, id).unwrap_or(id));
        }
        let official = matches!(self.commune.official(id), Lookup::Found(_));
        official.then(|| self.official_name(id).unwrap_or(id))
    }
}

/// By name, given name first; those whose name is not known after them, by id.
pub(super) fn in_order<T>(cell: &Cell<'_>, people: &mut [T], person: impl Fn(&T) -> &Person) {
    people.sort_by_cached_key(|one| {
        let id = &person(one).id;
        alphabet::person_key(member_name(cell, id), id)
    });
}

pub(super) fn member_name<'c>(cell: &'c Cell<'_>, id: &str) -> Option<&'c str> {
    find(&cell.names, id)
}

fn find<'c>(names: &'c Table<'_, NameRow<'_>>, id: &str) -> Option<&'c str> {
    let row = names.rows.iter().rev().find(|row| **row.id == *id)?;
    Some(row.name.trim()).filter(|name| !name.is_empty())
}

fn named(name: Option<&str>, id: &str, room: usize) -> Line {
    match name {
        Some(name) => Line::said(name),
        None => Line::blank(room).and(&format!(" ({id})")),
    }
}

/// What a person is in the cell on a day, the highest first.
pub(super) fn role(cell: &Cell<'_>, person: &Person, day: Date, lang: Lang) -> Option<&'static str> {
    let roles = [
        (Role::Secretary, Words::new("Bí thư chi bộ", "secretary of the cell")),
        (Role::DeputySecretary, Words::new("Phó bí thư chi bộ", "deputy secretary of the cell")),
        (Role::Committee, Words::new("Chi ủy viên", "committee member")),
    ];
    roles.into_iter().find(|(role, _)| person.holds(&cell.roles, day, Some(*role))).map(|(_, words)| words.of(lang))
}
