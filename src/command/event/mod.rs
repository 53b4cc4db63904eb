//! What one dated event changes: tables are opened, their rows edited in memory, the whole judged with the register's
//! rules, and only then written, all or nothing.

mod lookup;

use std::{borrow::Cow, sync::Arc};

pub(super) use lookup::{Who, next_id, split};

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
    finding::{Level, Report},
    io::Io,
    lang::say,
    parse::Problems,
    records::{
        briefing::BriefingRow, member::MemberRow, name::NameRow, official::OfficialRow, role::RoleRow,
        status::StatusRow, village::VillageRow,
    },
    register::{
        Lookup, Table,
        claim::Claim,
        discover::{RecordFile, UnitDir},
        read::source,
    },
    render::Paths,
    source::Source,
    unit::join,
};

/// The tables that events edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Book {
    Members,
    Statuses,
    Roles,
    Names,
    Officials,
    Villages,
    /// Of a year.
    Briefings(i32),
}

impl Book {
    fn file(self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Briefings(year) => return Cow::Owned(format!("{year}/briefings.csv")),
            Self::Members => "members.csv",
            Self::Statuses => "statuses.csv",
            Self::Roles => "roles.csv",
            Self::Names => "names.csv",
            Self::Officials => "officials.csv",
            Self::Villages => "villages.csv",
        })
    }

    const fn claim(self) -> Claim {
        match self {
            Self::Members => Claim::Members,
            Self::Statuses => Claim::Statuses,
            Self::Roles => Claim::Roles,
            Self::Names => Claim::Names,
            Self::Officials => Claim::Officials,
            Self::Villages => Claim::Villages,
            Self::Briefings(year) => Claim::Briefings(year),
        }
    }

    fn columns(self) -> impl Iterator<Item = &'static str> {
        use crate::parse::Described;
        let fields = match self {
            Self::Members => MemberRow::FIELDS,
            Self::Statuses => StatusRow::FIELDS,
            Self::Roles => RoleRow::FIELDS,
            Self::Names => NameRow::FIELDS,
            Self::Officials => OfficialRow::FIELDS,
            Self::Villages => VillageRow::FIELDS,
            Self::Briefings(_) => BriefingRow::FIELDS,
        };
        fields.iter().map(|field| field.key)
    }
}

/// The tables as they are being edited.
pub(super) struct Desk<'w> {
    place: &'w Workplace,
    paths: Paths,
    open: Vec<Open>,
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
        Self { place, paths: Paths::new(&place.ctx.root, &io.working_dir), open: Vec::new() }
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

    /// What is to be written of the tables, whether it differs or not.
    pub(super) fn changes(self) -> Vec<Change> {
        self.open.into_iter().map(Open::change).collect()
    }
}

impl Open {
    fn change(self) -> Change {
        let (after, bom) = (self.sheet.text().to_owned(), self.sheet.has_mark());
        let Self { book, unit, path, bytes, before, .. } = self;
        Change { unit, claim: book.claim(), path, bytes, before, after, bom }
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
