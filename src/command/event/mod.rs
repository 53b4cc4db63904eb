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
    },
    context::Context,
    date::Date,
    edit::{kind, sheet::Sheet},
    files::Files,
    finding::{Finding, Level, Report},
    io::Io,
    lang::say,
    parse::Problems,
    register::{
        Lookup, Table,
        discover::{RecordFile, UnitDir},
        read::source,
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
        let (ctx, lang) = (&self.place.ctx, self.place.ctx.lang);
        let path = join(&unit.id, &book.file());
        let shown = self.paths.show(&path);
        let bytes = change::bytes(ctx, &path)?;
        let open = |before: String, sheet| Open { book, unit: unit.clone(), path: path.clone(), bytes, before, sheet };
        let file = RecordFile { path: path.clone(), unit: Arc::clone(&unit.id), claim: book.claim(), closed: false };
        let mut report = Report::new(ctx);
        let source = match source(&mut Files::below(&ctx.root), &file, &mut report) {
            Lookup::Found(source) => source,
            Lookup::Missing => return Ok(open(String::new(), Sheet::new(book.columns()))),
            Lookup::Unread => {
                let found = lines(&report.findings, &self.paths, lang);
                return Err(Failure::Usage(say!(
                    lang,
                    "chưa ghi gì, vì không đọc được tệp cần sửa:\n{found}",
                    "nothing was written, for the table to be edited cannot be read:\n{found}"
                )));
            }
        };
        if source.utf16 {
            return Err(Failure::Usage(say!(
                lang,
                "chưa ghi gì: {shown} ghi bằng UTF-16; chạy chibo fmt rồi chạy lại",
                "nothing was written: {shown} is in UTF-16; run chibo fmt, then this again"
            )));
        }
        refuse_mistakes(ctx, book, &source, &shown)?;
        if seen.is_none_or(|seen| seen.text != source.text) {
            return Err(Failure::Usage(say!(
                lang,
                "chưa ghi gì: vừa có người khác ghi {shown}; chạy lại",
                "nothing was written: somebody has just written {shown}; run this again"
            )));
        }
        Ok(open(source.text.clone(), Sheet::of(&source)))
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

/// A row that cannot be read may be the one that matters.
fn refuse_mistakes(ctx: &Context, book: Book, source: &Source, shown: &str) -> Result<(), Failure> {
    let lang = ctx.lang;
    let problems = Problems::new(lang, source);
    drop(kind::read(book.claim(), &problems));
    let found = problems.take();
    if found.is_empty() {
        return Ok(());
    }
    let line = |problem: &crate::parse::Problem| {
        let (at, level) = (source.lines(problem.at), Level::Error.label().of(lang));
        format!("\n{shown}:{}:{}: {level}[{}] {}", at.line, at.column, problem.rule.id, problem.message)
    };
    let lines: String = found.iter().map(line).collect();
    Err(Failure::Usage(say!(
        lang,
        "chưa ghi gì, vì tệp cần sửa còn lỗi; chữa lỗi rồi chạy lại:{lines}",
        "nothing was written, for the table to be edited is at fault; mend it first:{lines}"
    )))
}

/// The day before.
pub(super) fn eve(day: Date) -> Date {
    day.pred_opt().unwrap_or(day)
}
