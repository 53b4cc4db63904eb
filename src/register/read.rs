//! From files to records: every record keeps its source, so that a finding can point into it.

use std::{cell::Cell as StdCell, ops::Deref, sync::Arc};

use crate::{
    date::Date,
    finding::{Flaws, Level, Place, Report},
    lang::say,
    number::group,
    os,
    parse::{Described, Problems, Recorded, csv_reader, toml_reader},
    register::discover::{RecordFile, UnitDir},
    rules::{file_too_large, not_utf8, unknown_key, unreadable_file, utf16},
    source::{At, MAX_BYTES, NoText, Source},
    unit::UnitLevel,
};

/// What a reference or a file turned out to be. Who refers to an unread record stays silent.
#[derive(Debug)]
pub(crate) enum Lookup<T> {
    Found(T),
    Unread,
    Missing,
}

impl<T> Lookup<T> {
    pub(crate) fn get(&self) -> Option<&T> {
        match self {
            Self::Found(found) => Some(found),
            Self::Unread | Self::Missing => None,
        }
    }

    pub(crate) fn map<U>(self, to: impl FnOnce(T) -> U) -> Lookup<U> {
        match self {
            Self::Found(found) => Lookup::Found(to(found)),
            Self::Unread => Lookup::Unread,
            Self::Missing => Lookup::Missing,
        }
    }

    pub(crate) fn is_missing(&self) -> bool {
        matches!(self, Self::Missing)
    }
}

/// One record: a TOML file or a CSV row.
#[derive(Debug)]
pub(crate) struct Record<'a, T> {
    pub(crate) source: &'a Source<'a>,
    /// The whole row; the file for TOML.
    pub(crate) at: At,
    pub(crate) flaws: StdCell<Flaws>,
    value: T,
}

impl<T> Deref for Record<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T> Record<'_, T> {
    /// A place in the record, which an error there spoils.
    pub(crate) fn place(&self, at: At) -> Place<'_> {
        Place::in_source(self.source, at).spoiling(&self.flaws)
    }

    pub(crate) fn whole(&self) -> Place<'_> {
        self.place(self.at)
    }

    pub(crate) fn has(&self, flaws: Flaws) -> bool {
        self.flaws.get().has(flaws)
    }
}

impl<T: Described> Record<'_, T> {
    /// Whether anything is said; of a record that waits to be filled, nothing. An unknown key may be any of its keys.
    pub(crate) fn speaks(&self) -> bool {
        !self.is_silent() || self.has(Flaws::KEYS)
    }
}

/// The rows of one CSV file.
#[derive(Debug)]
pub(crate) struct Table<'a, T> {
    /// Absent where there is no such file, or it gave no text.
    pub(crate) source: Option<&'a Source<'a>>,
    /// From the register's root; absent where there is no such file.
    path: Option<&'a str>,
    pub(crate) rows: Vec<Record<'a, T>>,
    /// The file, or a row of it, could not be read: what is not found here may stand there.
    pub(crate) unread: bool,
    /// Rows are not yet written as of the day: what is not found here may stand in one.
    pub(crate) unwritten: bool,
}

impl<T> Default for Table<'_, T> {
    fn default() -> Self {
        Self { source: None, path: None, rows: Vec::new(), unread: false, unwritten: false }
    }
}

impl<'a, T> Table<'a, T> {
    /// Of a directory that did not open.
    pub(crate) fn unreadable() -> Self {
        Self { unread: true, ..Self::default() }
    }

    /// Of a file that gave no text.
    pub(crate) fn without_text(path: &'a str) -> Self {
        Self { path: Some(path), ..Self::unreadable() }
    }

    /// The file as a whole, where there is one.
    pub(crate) fn place(&self) -> Option<Place<'a>> {
        match self.source {
            Some(source) => Some(Place::in_source(source, At::File)),
            None => self.path.map(Place::path),
        }
    }

    /// Whether there is no such file.
    pub(crate) fn is_absent(&self) -> bool {
        self.source.is_none() && !self.unread
    }

    /// Looks for the rows of an id; `Missing` is said only where every row could be read.
    pub(crate) fn find(&self, is_it: impl Fn(&T) -> bool) -> Lookup<&Record<'a, T>> {
        match self.rows.iter().find(|row| is_it(row)) {
            Some(row) => Lookup::Found(row),
            None if self.unread || self.unwritten => Lookup::Unread,
            None => Lookup::Missing,
        }
    }
}

/// What a row or record must tell of its time to be left out of a view as of an earlier day.
pub(crate) trait Dated {
    /// The day from which it is, where it has one.
    fn begins(&self) -> Option<Date>;
}

/// Reads a listed file alone.
pub(crate) fn source(file: &RecordFile, report: &mut Report<'_>) -> Lookup<Source<'static>> {
    text(file, Source::read(&report.ctx.root, file.path.clone()), report)
}

/// The text of a listed file.
pub(super) fn text<'l>(
    file: &RecordFile,
    read: Result<Source<'l>, NoText>,
    report: &mut Report<'_>,
) -> Lookup<Source<'l>> {
    let source = match read {
        Ok(source) => source,
        Err(no_text) => return without_text(file, &no_text, report),
    };
    if source.utf16 {
        let lang = report.ctx.lang;
        let message = say!(lang, "tệp ghi bằng UTF-16", "the file is in UTF-16");
        let remedy = say!(lang, "chạy `chibo fmt` để ghi lại bằng UTF-8", "`chibo fmt` writes it as UTF-8");
        report.add(&utf16::RULE, &file.unit, Place::path(&file.path), message).remedy(remedy);
    }
    Lookup::Found(source)
}

/// Reports why a listed file has no text; what vanished is passed over in silence.
pub(super) fn without_text<'l>(file: &RecordFile, no_text: &NoText, report: &mut Report<'_>) -> Lookup<Source<'l>> {
    let (lang, unit) = (report.ctx.lang, &file.unit);
    match *no_text {
        NoText::Vanished => return Lookup::Missing,
        NoText::TooLarge(bytes) => {
            let (bytes, most) = (group(bytes, lang), group(MAX_BYTES, lang));
            let message = say!(
                lang,
                "tệp lớn {bytes} byte; một bản ghi lớn nhất {most} byte",
                "the file has {bytes} bytes; a record has at most {most}"
            );
            report.add(&file_too_large::RULE, unit, Place::path(&file.path), message);
        }
        NoText::NotUtf8 { at, looks_like } => {
            let message = say!(
                lang,
                "tệp không phải UTF-8 (có vẻ là {looks_like}); byte sai đầu tiên ở đây",
                "the file is not UTF-8 (it looks like {looks_like}); the first wrong byte is here"
            );
            let remedy = say!(
                lang,
                "mở tệp bằng bảng mã cũ, chuyển sang Unicode (UniKey có sẵn), rồi lưu lại với mã hóa UTF-8",
                "open it in its old encoding, convert it to Unicode and save it as UTF-8"
            );
            report.add(&not_utf8::RULE, unit, Place::path(&file.path), message).at(at).remedy(remedy);
        }
        NoText::Refused(ref error) => {
            let unit = UnitDir { id: Arc::clone(unit), level: UnitLevel::Cell };
            unreadable_file::report(&unit, &file.path, &os::reason(error, lang), report);
        }
    }
    Lookup::Unread
}

/// Reads a TOML file.
pub(crate) fn toml<'a, T: Recorded<'a>>(
    source: &'a Source<'a>,
    unit: &Arc<str>,
    report: &mut Report<'_>,
) -> Lookup<Record<'a, T>> {
    let problems = Problems::new(report.ctx.lang, source);
    let value = toml_reader::read::<T>(&source.text, &problems);
    let flaws = tell(&problems, source, unit, report);
    match value {
        Some(value) => Lookup::Found(Record { source, at: At::File, flaws: StdCell::new(flaws), value }),
        None => Lookup::Unread,
    }
}

/// Reads a CSV file; rows that are not yet written as of the day are left out.
pub(crate) fn table<'a, T: Recorded<'a> + Dated>(
    source: &'a Source<'a>,
    unit: &Arc<str>,
    report: &mut Report<'_>,
) -> Table<'a, T> {
    let problems = Problems::new(report.ctx.lang, source);
    let (ctx, mut unwritten) = (report.ctx, false);
    let rows = csv_reader::read(&problems, |at, value: T| {
        let is_unwritten = value.begins().is_some_and(|day| ctx.is_unwritten(day));
        unwritten |= is_unwritten;
        (!is_unwritten).then(|| Record { source, at, flaws: StdCell::default(), value })
    });
    tell(&problems, source, unit, report);
    let Some(rows) = rows else { return Table { source: Some(source), ..Table::unreadable() } };
    Table { source: Some(source), path: None, unread: rows.unread > 0, unwritten, rows: rows.rows }
}

/// Turns the problems of a file into findings.
fn tell(problems: &Problems<'_>, source: &Source, unit: &Arc<str>, report: &mut Report<'_>) -> Flaws {
    let mut flaws = Flaws::NONE;
    for problem in problems.take() {
        if problem.rule.id == unknown_key::RULE.id
            && report.ctx.settings.level(problem.rule.id, problem.rule.level) == Some(Level::Error)
        {
            flaws = flaws.and(Flaws::KEYS);
        }
        let draft = report.add(problem.rule, unit, Place::in_source(source, problem.at), problem.message);
        if let Some(remedy) = problem.remedy {
            draft.remedy(remedy);
        }
    }
    flaws
}
