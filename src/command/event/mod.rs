//! What one dated event changes: tables are opened, their rows edited in memory, the whole judged with the register's
//! rules, and only then written, all or nothing.

mod lookup;

use std::{fs, io::ErrorKind, path::Path, sync::Arc};

pub(super) use lookup::{Who, next_id, split};

use crate::{
    command::{Exit, Failure, Workplace},
    context::Context,
    date::Date,
    due,
    edit::{
        diff, kind,
        proof::{self, Draft},
        sheet::Sheet,
    },
    files::Files,
    finding::{Finding, Level, Report},
    io::Io,
    lang::{Lang, say},
    parse::Problems,
    records::{member::MemberRow, name::NameRow, official::OfficialRow, role::RoleRow, status::StatusRow},
    register::{
        Lookup, Table,
        claim::Claim,
        discover::{RecordFile, UnitDir},
        read::source,
    },
    render::Paths,
    source::Source,
    unit::join,
    write::{self, Piece},
};

/// The tables that events edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Book {
    Members,
    Statuses,
    Roles,
    Names,
    Officials,
}

impl Book {
    const fn file(self) -> &'static str {
        match self {
            Self::Members => "members.csv",
            Self::Statuses => "statuses.csv",
            Self::Roles => "roles.csv",
            Self::Names => "names.csv",
            Self::Officials => "officials.csv",
        }
    }

    const fn claim(self) -> Claim {
        match self {
            Self::Members => Claim::Members,
            Self::Statuses => Claim::Statuses,
            Self::Roles => Claim::Roles,
            Self::Names => Claim::Names,
            Self::Officials => Claim::Officials,
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
        };
        fields.iter().map(|field| field.key)
    }
}

/// The sentence of what happened, in a language.
pub(super) type Said<'s> = Box<dyn Fn(Lang) -> String + 's>;

/// What is said beside the diff.
pub(super) struct Told<'s> {
    pub(super) said: Said<'s>,
    /// What the writer should know or do, in the language of the command.
    pub(super) notes: Vec<String>,
}

impl<'s> Told<'s> {
    pub(super) fn new(said: impl Fn(Lang) -> String + 's) -> Self {
        Self { said: Box::new(said), notes: Vec::new() }
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
        let path = join(&unit.id, book.file());
        let shown = self.paths.show(&path);
        let bytes = match fs::read(ctx.root.join(&path)) {
            Ok(bytes) => Some(bytes),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(Failure::Work(anyhow::Error::from(error).context(path))),
        };
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
        mut self,
        told: &Told<'_>,
        unit: &str,
        dry_run: bool,
        io: &mut Io<'_>,
    ) -> Result<Exit, Failure> {
        let (ctx, lang) = (&self.place.ctx, self.place.ctx.lang);
        let paths = &self.paths;
        self.open.retain(|open| open.bytes.is_none() || open.sheet.source(&open.path).text != open.before);
        let drafts: Vec<Draft> = self.open.iter().map(Open::draft).collect();
        // What is now to be done elsewhere, such as a mark for who turns out to have been there, is no slip of this hand.
        let bars = |finding: &Finding| finding.level == Level::Error && !due::waits(finding.id);
        let (errors, warnings): (Vec<_>, Vec<_>) = proof::findings(ctx, &drafts).into_iter().partition(bars);
        if !errors.is_empty() {
            let errors = lines(&errors, paths, lang);
            return Err(Failure::Usage(say!(
                lang,
                "chưa ghi gì, vì ghi vào thì sổ dữ liệu sẽ sai:\n{errors}",
                "nothing was written, for the register would be wrong:\n{errors}"
            )));
        }
        let written: Vec<String> = self.open.iter().map(|open| open.sheet.written()).collect();
        let mut text = String::new();
        if dry_run {
            for open in &self.open {
                let old = open.bytes.is_some().then_some(&*open.before);
                text += &diff::unified(&paths.show(&open.path), old, &open.sheet.source(&open.path).text);
            }
        } else {
            let pieces: Vec<Piece<'_>> =
                self.open.iter().zip(&written).map(|(open, new)| open.piece(&ctx.root, new)).collect();
            write::write_together(&pieces).map_err(|(nth, error)| {
                let shown = paths.show(&self.open[nth].path);
                Failure::Work(anyhow::Error::msg(write::explain(&error, &shown, lang)))
            })?;
            text.extend(self.open.iter().map(|open| paths.show(&open.path) + "\n"));
        }
        text += &format!("{}\n", (told.said)(lang));
        if let Some(message) = self.message(told, unit) {
            text += &say!(lang, "lời ghi commit: {message}\n", "commit message: {message}\n");
        }
        io.print(&text).map_err(Failure::Output)?;
        let label = say!(lang, "lưu ý", "note");
        let unwritten = dry_run.then(|| say!(lang, "chưa ghi gì (--dry-run)", "nothing was written (--dry-run)"));
        let mut notes: String = told.notes.iter().chain(&unwritten).map(|note| format!("{label}: {note}\n")).collect();
        notes += &lines(&warnings, paths, lang);
        io.complain(&if warnings.is_empty() { notes } else { notes + "\n" });
        Ok(Exit::Fine)
    }

    /// In the register's language; nothing where nothing that git keeps has changed.
    fn message(&self, told: &Told<'_>, unit: &str) -> Option<String> {
        let settings = &self.place.ctx.settings;
        let kept = |open: &Open| open.book != Book::Names || settings.names_are_tracked;
        let said = (told.said)(settings.lang.unwrap_or(self.place.ctx.lang));
        let unit = if unit.is_empty() { String::new() } else { format!("{unit}: ") };
        self.open.iter().any(kept).then(|| format!("{unit}{said}"))
    }
}

impl Open {
    fn draft(&self) -> Draft {
        let file = RecordFile {
            path: self.path.clone(),
            unit: Arc::clone(&self.unit.id),
            claim: self.book.claim(),
            closed: false,
        };
        Draft { file, unit: self.unit.clone(), source: self.sheet.source(&self.path) }
    }

    fn piece<'p>(&'p self, root: &Path, new: &'p str) -> Piece<'p> {
        Piece { path: root.join(&self.path), old: self.bytes.as_deref(), new }
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

/// Findings as `check -O concise` prints them, each with what to do.
pub(super) fn lines(findings: &[Finding], paths: &Paths, lang: Lang) -> String {
    let line = |finding: &Finding| {
        let (path, at, level) = (paths.show(&finding.path), finding.lines, finding.level.label().of(lang));
        let remedy = finding.remedy.as_deref().map(|remedy| format!(" ({remedy})")).unwrap_or_default();
        format!("{path}:{}:{}: {level}[{}] {}{remedy}", at.line, at.column, finding.id, finding.message)
    };
    findings.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The day before.
pub(super) fn eve(day: Date) -> Date {
    day.pred_opt().unwrap_or(day)
}
