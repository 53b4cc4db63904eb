//! What a command changes in the register: several records at once, judged with the register's rules before any is
//! written, then all or nothing.

use std::{borrow::Cow, fs, io::ErrorKind, path::Path, sync::Arc};

use crate::{
    command::{Exit, Failure, Workplace},
    context::Context,
    due,
    edit::{
        diff,
        proof::{self, Draft},
    },
    finding::{Finding, Level},
    io::Io,
    lang::{Lang, plural, say},
    number::group,
    register::{
        claim::Claim,
        discover::{RecordFile, UnitDir},
    },
    render::Paths,
    rules::{assessment_missing, cell_grade_missing},
    source::{Lines, Source},
    unit::join,
    write::{self, Piece},
};

/// One record as it is to be.
#[derive(Clone, Debug)]
pub(super) struct Change {
    pub(super) unit: UnitDir,
    pub(super) claim: Claim,
    /// From the register's root.
    pub(super) path: String,
    /// As it stands on the disk; absent where there is no such file.
    pub(super) bytes: Option<Vec<u8>>,
    /// As text, without its mark in front.
    pub(super) before: String,
    pub(super) after: String,
    /// A mark in front is written.
    pub(super) bom: bool,
}

impl Change {
    /// A record that is not there yet.
    pub(super) fn new_file(unit: &UnitDir, claim: Claim, inside: &str, text: String) -> Self {
        let path = join(&unit.id, inside);
        Self { unit: unit.clone(), claim, path, bytes: None, before: String::new(), after: text, bom: false }
    }

    /// A record that is there, with what is to stand in it.
    pub(super) fn edit(unit: &UnitDir, claim: Claim, bytes: Vec<u8>, source: &Source, after: String) -> Self {
        Self {
            unit: unit.clone(),
            claim,
            path: source.path.to_string(),
            bytes: Some(bytes),
            before: source.text.to_string(),
            after,
            bom: source.bom,
        }
    }

    pub(super) fn is_one(&self) -> bool {
        self.bytes.is_none() || self.after != self.before
    }

    /// As it is to be read.
    pub(super) fn source(&self) -> Source<'static> {
        Source::new(self.path.clone(), self.after.clone())
    }

    /// The record as one that is there.
    pub(super) fn file(&self) -> RecordFile {
        RecordFile { path: self.path.clone(), unit: Arc::clone(&self.unit.id), claim: self.claim, closed: false }
    }

    fn draft(&self) -> Draft {
        Draft { file: self.file(), unit: self.unit.clone(), source: self.source() }
    }

    fn view(&self) -> View<'_> {
        let old = self.bytes.as_ref().map(|_| Cow::Borrowed(&*self.before));
        View { path: &self.path, old, new: &self.after }
    }

    fn written(&self) -> String {
        if self.bom { format!("\u{FEFF}{}", self.after) } else { self.after.clone() }
    }
}

/// A file of the register as it stands; nothing where there is none.
pub(super) fn bytes(ctx: &Context, path: &str) -> Result<Option<Vec<u8>>, Failure> {
    match fs::read(ctx.root.join(path)) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Failure::Work(anyhow::Error::from(error).context(path.to_owned()))),
    }
}

/// The sentence of what happened, in a language.
pub(super) type Said<'s> = Box<dyn Fn(Lang) -> String + 's>;

/// What is said beside the diff.
pub(super) struct Told<'s> {
    pub(super) said: Said<'s>,
    /// What the writer should know or do, in the language of the command.
    pub(super) notes: Vec<String>,
    /// The commands that come next, one a line, as they are typed here; empty where none does.
    pub(super) next: String,
}

impl<'s> Told<'s> {
    pub(super) fn new(said: impl Fn(Lang) -> String + 's) -> Self {
        Self { said: Box::new(said), notes: Vec::new(), next: String::new() }
    }
}

/// What the register would get with these changes: what bars them, and what the writer should know.
pub(super) fn found<'c>(ctx: &Context, changes: impl IntoIterator<Item = &'c Change>) -> (Vec<Finding>, Vec<Finding>) {
    let drafts: Vec<Draft> = changes.into_iter().map(Change::draft).collect();
    proof::findings(ctx, &drafts).into_iter().partition(bars)
}

/// What is now to be done elsewhere, such as a mark for who turns out to have been there, is no slip of this hand.
pub(super) fn bars(finding: &Finding) -> bool {
    finding.level == Level::Error && !due::waits(finding.id)
}

/// What the register would get with these changes: refused where that bars them, else its warnings.
pub(super) fn judge(ctx: &Context, changes: &[Change], paths: &Paths) -> Result<Vec<Finding>, Failure> {
    let (errors, warnings) = found(ctx, changes);
    if errors.is_empty() {
        return Ok(warnings);
    }
    let errors = lines(&errors, paths, ctx.lang);
    Err(Failure::Usage(say!(
        ctx.lang,
        "chưa ghi gì, vì ghi vào thì sổ dữ liệu sẽ sai:\n{errors}",
        "nothing was written, for the register would be wrong:\n{errors}"
    )))
}

/// Writes the changes and other files that belong to them, all or none.
pub(super) fn write(
    root: &Path,
    changes: &[Change],
    more: Vec<Piece<'_>>,
    paths: &Paths,
    lang: Lang,
) -> Result<(), Failure> {
    let written: Vec<String> = changes.iter().map(Change::written).collect();
    let piece = |(change, new)| {
        let Change { path, bytes, .. }: &Change = change;
        let new: &String = new;
        Piece { path: root.join(path), old: bytes.as_deref(), new }
    };
    let pieces: Vec<Piece<'_>> = changes.iter().zip(&written).map(piece).chain(more).collect();
    write::write_together(&pieces).map_err(|(nth, error)| {
        let outside = || pieces[nth].path.display().to_string();
        let shown = changes.get(nth).map_or_else(outside, |change| paths.show(&change.path));
        Failure::Work(anyhow::Error::msg(write::explain(&error, &shown, lang)))
    })
}

/// Judges the changes, then shows or writes them, and says what happened.
pub(super) fn carry_out(
    place: &Workplace,
    mut changes: Vec<Change>,
    told: &Told<'_>,
    unit: &str,
    dry_run: bool,
    io: &mut Io<'_>,
) -> Result<Exit, Failure> {
    let (ctx, lang) = (&place.ctx, place.ctx.lang);
    let paths = Paths::new(&ctx.root, &io.working_dir);
    changes.retain(Change::is_one);
    let mut warnings = judge(ctx, &changes, &paths)?;
    let found = warnings.len();
    warnings.retain(|finding| !GRADES.contains(&finding.id));
    let passed_over = found - warnings.len();
    let mut text = if dry_run {
        shown(changes.iter().map(Change::view), &paths)
    } else {
        write(&ctx.root, &changes, Vec::new(), &paths, lang)?;
        named(changes.iter().map(Change::view), &paths, lang)
    };
    text += &format!("{}\n", (told.said)(lang));
    if let Some(message) = message(ctx, &changes, told, unit) {
        text += &say!(lang, "lời ghi commit: {message}\n", "commit message: {message}\n");
    }
    for next in told.next.lines() {
        text += &say!(lang, "việc tiếp: {next}\n", "next: {next}\n");
    }
    io.print(&text).map_err(Failure::Output)?;
    let label = say!(lang, "lưu ý", "note");
    let unwritten = dry_run.then(|| say!(lang, "chưa ghi gì (--dry-run)", "nothing was written (--dry-run)"));
    let mut notes: String = told.notes.iter().chain(&unwritten).map(|note| format!("{label}: {note}\n")).collect();
    let more = match warnings.len().saturating_sub(WARNED) {
        0 => 0,
        more => (more + passed_over) as u64,
    };
    if !warnings.is_empty() {
        notes += &format!("{}\n", lines(&warnings[..warnings.len().min(WARNED)], &paths, lang));
    }
    if more > 0 {
        let (count, findings) = (group(more, lang), plural(more, "finding", "findings"));
        notes += &say!(
            lang,
            "… và {count} phát hiện nữa, xem bằng chibo check\n",
            "… and {count} more {findings}; see them with chibo check\n"
        );
    }
    io.complain(&notes);
    Ok(Exit::Fine)
}

/// A file that is written, as it is shown.
pub(super) struct View<'v> {
    pub(super) path: &'v str,
    /// Absent where there is no such file yet.
    pub(super) old: Option<Cow<'v, str>>,
    pub(super) new: &'v str,
}

/// Whoever writes something else need not hear, year by year, of the grades that are still to come; they are counted where
/// there is a count of what `check` tells.
const GRADES: [&str; 2] = [assessment_missing::RULE.id, cell_grade_missing::RULE.id];

/// So many findings are printed; the rest is counted.
const WARNED: usize = 5;

/// So many files are shown one by one; of more, the new ones are named alone.
const NAMED: usize = 20;

/// What would be written: the lines that change.
pub(super) fn shown<'v>(files: impl ExactSizeIterator<Item = View<'v>>, paths: &Paths) -> String {
    let is_many = files.len() > NAMED;
    let diff = |file: View<'_>| match file.old {
        None if is_many => paths.show(file.path) + "\n",
        old => diff::unified(&paths.show(file.path), old.as_deref(), file.new),
    };
    files.map(diff).collect()
}

/// What was written, file by file.
pub(super) fn named<'v>(files: impl ExactSizeIterator<Item = View<'v>>, paths: &Paths, lang: Lang) -> String {
    let more = files.len().saturating_sub(NAMED) as u64;
    let mut text: String = files.take(NAMED).map(|file| paths.show(file.path) + "\n").collect();
    if more > 0 {
        let (count, files) = (group(more, lang), plural(more, "file", "files"));
        text += &say!(lang, "… và {count} tệp nữa\n", "… and {count} more {files}\n");
    }
    text
}

/// In the register's language; nothing where nothing that git keeps has changed.
pub(super) fn message(ctx: &Context, changes: &[Change], told: &Told<'_>, unit: &str) -> Option<String> {
    let kept = |change: &Change| change.claim != Claim::Names || ctx.settings.names_are_tracked;
    let said = (told.said)(ctx.settings.lang.unwrap_or(ctx.lang));
    let unit = if unit.is_empty() { String::new() } else { format!("{unit}: ") };
    changes.iter().any(kept).then(|| format!("{unit}{said}"))
}

/// Findings as `check -O concise` prints them, each with what to do.
pub(super) fn lines(findings: &[Finding], paths: &Paths, lang: Lang) -> String {
    let line = |finding: &Finding| {
        let remedy = finding.remedy.as_deref().map(|remedy| format!(" ({remedy})")).unwrap_or_default();
        let path = paths.show(&finding.path);
        line(&path, finding.lines, finding.level.label().of(lang), finding.id, &finding.message) + &remedy
    };
    findings.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// One finding, without what to do.
pub(super) fn line(path: &str, at: Lines, level: &str, id: &str, message: &str) -> String {
    format!("{path}:{}:{}: {level}[{id}] {message}", at.line, at.column)
}
