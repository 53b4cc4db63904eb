//! What one dated event changes: tables are opened, their rows edited in memory, the whole judged with the register's
//! rules, and only then written, all or nothing.

mod book;
mod lookup;

use std::sync::Arc;

pub(super) use self::{
    book::Book,
    lookup::{Who, next_id, split},
};

pub(super) use crate::command::change::Told;
use crate::{
    command::{
        Exit, Failure, Workplace,
        change::{self, Change, lines},
        there::there,
    },
    date::Date,
    edit::sheet::Sheet,
    finding::Finding,
    io::Io,
    register::{
        Table,
        discover::{RecordFile, UnitDir},
    },
    render::Paths,
    source::Source,
    unit::join,
    write::Piece,
};

/// The tables as they are being edited.
pub(super) struct Desk<'w> {
    place: &'w Workplace,
    paths: Paths,
    open: Vec<Open>,
    /// Records of other forms, with what is to stand in them.
    texts: Vec<Change>,
}

struct Open {
    book: Book,
    unit: UnitDir,
    path: String,
    /// As it stands on the disk; absent where there is no such file.
    bytes: Option<Vec<u8>>,
    before: String,
    sheet: Sheet,
}

impl<'w> Desk<'w> {
    pub(super) fn new(place: &'w Workplace, io: &Io<'_>) -> Self {
        Self { place, paths: Paths::new(&place.ctx.root, &io.working_dir), open: Vec::new(), texts: Vec::new() }
    }

    /// The table of a unit, open to be edited; `seen` is what its rows were read from. Refused where the table cannot be
    /// edited without doubt.
    pub(super) fn sheet<T>(&mut self, unit: &UnitDir, book: Book, seen: &Table<'_, T>) -> Result<&mut Sheet, Failure> {
        let index = match self.open.iter().position(|open| open.book == book && open.unit == *unit) {
            Some(index) => index,
            None => {
                self.open.push(self.opened(unit, book, seen.source)?);
                self.open.len() - 1
            }
        };
        Ok(&mut self.open[index].sheet)
    }

    /// Puts a record beside the tables: it is judged and written with them.
    pub(super) fn text(&mut self, text: Change) {
        self.texts.push(text);
    }

    /// A path of the register as its reader can open it.
    pub(super) fn show(&self, path: &str) -> String {
        self.paths.show(path)
    }

    fn opened(&self, unit: &UnitDir, book: Book, seen: Option<&Source>) -> Result<Open, Failure> {
        let path = join(&unit.id, &book.file());
        let file = RecordFile { path: path.clone(), unit: Arc::clone(&unit.id), claim: book.claim(), closed: false };
        let found = there(&self.place.ctx, &file, seen.map(|seen| &*seen.text), &self.paths)?;
        let (bytes, before, sheet) = match found {
            Some((bytes, source)) => (Some(bytes), source.text.to_string(), Sheet::of(&source)),
            None => (None, String::new(), Sheet::new(book.columns())),
        };
        Ok(Open { book, unit: unit.clone(), path, bytes, before, sheet })
    }

    /// Judges the edited tables, then shows or writes them.
    pub(super) fn carry_out(
        self,
        told: &Told<'_>,
        unit: &str,
        dry_run: bool,
        io: &mut Io<'_>,
    ) -> Result<Exit, Failure> {
        let place = self.place;
        change::carry_out(place, self.changes(), told, unit, dry_run, io)
    }

    /// What is to be written, whether it differs or not.
    pub(super) fn changes(&self) -> Vec<Change> {
        self.open.iter().map(Open::change).chain(self.texts.iter().cloned()).collect()
    }

    fn pending(&self) -> Vec<Change> {
        let mut changes = self.changes();
        changes.retain(Change::is_one);
        changes
    }

    /// Judges what was edited, the whole register around it; gives the warnings, and refuses where there are errors.
    pub(super) fn judge(&self) -> Result<Vec<Finding>, Failure> {
        change::judge(&self.place.ctx, &self.pending(), &self.paths)
    }

    /// The paths of what changes, as their reader can open them.
    pub(super) fn changed(&self) -> Vec<String> {
        self.pending().iter().map(|change| self.paths.show(&change.path)).collect()
    }

    /// Writes what was judged, with other files that belong to it, all or nothing.
    pub(super) fn write(&self, more: Vec<Piece<'_>>) -> Result<(), Failure> {
        let ctx = &self.place.ctx;
        change::write(&ctx.root, &self.pending(), more, &self.paths, ctx.lang)
    }

    /// Findings as `check -O concise` prints them, each with what to do.
    pub(super) fn lines(&self, findings: &[Finding]) -> String {
        lines(findings, &self.paths, self.place.ctx.lang)
    }

    /// In the register's language; nothing where nothing that git keeps has changed.
    pub(super) fn message(&self, told: &Told<'_>, unit: &str) -> Option<String> {
        change::message(&self.place.ctx, &self.pending(), told, unit)
    }
}

impl Open {
    fn change(&self) -> Change {
        Change {
            unit: self.unit.clone(),
            claim: self.book.claim(),
            path: self.path.clone(),
            bytes: self.bytes.clone(),
            before: self.before.clone(),
            after: self.sheet.text().to_owned(),
            bom: self.sheet.has_mark(),
        }
    }
}

/// The day before.
pub(super) fn eve(day: Date) -> Date {
    day.pred_opt().unwrap_or(day)
}
