//! The files that a form changes: as they are, as they are to be, and which box of the form stands on which line.

use std::{collections::BTreeMap, fs, io::ErrorKind, path::Path, sync::Arc};

use super::tell;
use crate::{
    command::Failure,
    context::Context,
    edit::{kind, proof::Draft},
    files::Files,
    finding::{Finding, Level, Report},
    form::{
        apply::{Edited, apply, leaf},
        filled::At,
        kind::said,
        leaves::leaves,
        plan::{Bad, Change, Plan},
        section::{Home, Section},
    },
    lang::{Lang, say},
    parse::Problems,
    register::{
        Lookup,
        claim::Claim,
        discover::{RecordFile, UnitDir},
        read,
    },
    render::Paths,
    source::Source,
    write::Piece,
};

/// A file of the register as it is and as it is to be.
pub(super) struct File<'p> {
    unit: UnitDir,
    pub(super) path: String,
    claim: Claim,
    /// As it stands on the disk; absent where there is no such file.
    bytes: Option<Vec<u8>>,
    edited: Edited,
    changes: Vec<&'p Change>,
}

impl File<'_> {
    pub(super) fn draft(&self) -> Draft {
        let unit = Arc::clone(&self.unit.id);
        let file = RecordFile { path: self.path.clone(), unit, claim: self.claim, closed: false };
        Draft { file, unit: self.unit.clone(), source: self.source() }
    }

    fn source(&self) -> Source {
        Source::new(self.path.clone(), self.edited.text.clone())
    }

    pub(super) fn piece<'f>(&'f self, root: &Path) -> Piece<'f> {
        Piece { path: root.join(&self.path), old: self.bytes.as_deref(), new: &self.edited.written }
    }
}

pub(super) type Texts<'t> = BTreeMap<&'t str, &'t str>;

pub(super) fn loaded_texts<'l>(loaded: &'l [(&RecordFile, Lookup<Source>)]) -> Texts<'l> {
    loaded.iter().filter_map(|(file, text)| Some((file.path.as_str(), text.get()?.text.as_str()))).collect()
}

pub(super) fn edited<'p>(
    ctx: &Context,
    unit: &UnitDir,
    plan: &'p Plan,
    texts: &Texts<'_>,
    paths: &Paths,
) -> Result<Vec<File<'p>>, Failure> {
    let mut by_path: BTreeMap<&str, Vec<&Change>> = BTreeMap::new();
    for change in &plan.changes {
        by_path.entry(&change.home.path).or_default().push(change);
    }
    let file = |(path, changes): (&str, Vec<&'p Change>)| {
        let claim = claim_of(&changes[0].home, unit);
        let (bytes, source) = there(ctx, unit, path, claim, texts, paths)?;
        let edited = apply(source.as_ref(), &changes).ok_or_else(|| {
            let shown = paths.show(path);
            Failure::Usage(say!(
                ctx.lang,
                "chưa ghi gì: không sửa được {shown} cho chắc; sửa tay trong tệp",
                "nothing was written: {shown} cannot be edited for sure; edit it by hand"
            ))
        })?;
        Ok(File { unit: unit.clone(), path: path.to_owned(), claim, bytes, edited, changes })
    };
    by_path.into_iter().map(file).collect()
}

fn claim_of(home: &Home, unit: &UnitDir) -> Claim {
    let year = home.path.strip_prefix(&*unit.id).unwrap_or(&home.path).trim_start_matches('/');
    let year = year.get(..4).and_then(crate::date::digits).unwrap_or_default();
    home.section.file(&unit.id, year).map_or(Claim::Meeting(year), |(_, claim)| claim)
}

/// The file as it stands, where it can be edited without doubt.
fn there(
    ctx: &Context,
    unit: &UnitDir,
    path: &str,
    claim: Claim,
    texts: &Texts<'_>,
    paths: &Paths,
) -> Result<(Option<Vec<u8>>, Option<Source>), Failure> {
    let (lang, shown) = (ctx.lang, paths.show(path));
    let bytes = match fs::read(ctx.root.join(path)) {
        Ok(bytes) => Some(bytes),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(Failure::Work(anyhow::Error::from(error).context(shown))),
    };
    let file = RecordFile { path: path.to_owned(), unit: Arc::clone(&unit.id), claim, closed: false };
    let mut report = Report::new(ctx);
    let source = match read::source(&mut Files::below(&ctx.root), &file, &mut report) {
        Lookup::Found(source) => source,
        Lookup::Missing => return Ok((None, None)),
        Lookup::Unread => {
            let found = tell::lines(&report.findings, paths, lang);
            return Err(Failure::Usage(say!(
                lang,
                "chưa ghi gì, vì không đọc được tệp cần sửa:\n{found}",
                "nothing was written, for a file to be edited cannot be read:\n{found}"
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
    if texts.get(path).is_none_or(|seen| *seen != source.text) {
        return Err(Failure::Usage(say!(
            lang,
            "chưa ghi gì: vừa có người khác ghi {shown}; chạy lại",
            "nothing was written: somebody has just written {shown}; run this again"
        )));
    }
    let problems = Problems::new(lang, &source);
    drop(kind::read(claim, &problems));
    let found = problems.take();
    if !found.is_empty() {
        let line = |problem: &crate::parse::Problem| {
            let (at, level) = (source.lines(problem.at), Level::Error.label().of(lang));
            format!("\n{shown}:{}:{}: {level}[{}] {}", at.line, at.column, problem.rule.id, problem.message)
        };
        let lines: String = found.iter().map(line).collect();
        return Err(Failure::Usage(say!(
            lang,
            "chưa ghi gì, vì tệp cần sửa còn lỗi; chữa lỗi rồi chạy lại:{lines}",
            "nothing was written, for a file to be edited is at fault; mend it first:{lines}"
        )));
    }
    Ok((bytes, Some(source)))
}

/// Errors that the register would get, as boxes that cannot be taken; and those of which no box can be told.
pub(super) fn told_by_box(errors: &[Finding], files: &[File<'_>], lang: Lang) -> (Vec<Bad>, Vec<Finding>) {
    let (mut bad, mut elsewhere) = (Vec::new(), Vec::new());
    for error in errors {
        let file = files.iter().find(|file| *file.path == *error.path);
        match file.and_then(|file| box_of(error, file)) {
            Some((at, change)) => {
                let said = said(change.kind, &change.will, lang);
                let remedy = error.remedy.as_deref().map(|remedy| format!(" ({remedy})")).unwrap_or_default();
                bad.push(Bad { at, said, why: format!("{}{remedy}", error.message) });
            }
            None => elsewhere.push(error.clone()),
        }
    }
    (bad, elsewhere)
}

/// The box whose value stands on the line of a finding, or else the first of its file.
fn box_of<'f>(error: &Finding, file: &File<'f>) -> Option<(At, &'f Change)> {
    let source = file.source();
    let section = file.changes.first()?.home.section;
    let with_box = || file.changes.iter().filter_map(|change| Some((change.at.clone()?, *change)));
    if section.is_csv() {
        let line = source.text.lines().nth(error.lines.line as usize - 1)?;
        let names = |change: &Change| {
            section
                .identity()
                .iter()
                .any(|_| line.split([',', ';', '\t']).any(|cell| cell.trim_matches('"') == change.will))
        };
        return with_box().find(|(_, change)| names(change));
    }
    let found = leaves(&source.text)?;
    let on_line = |change: &Change| {
        let leaf = leaf(&change.home, &change.key);
        found.iter().any(|known| {
            let at = crate::source::At::bytes(known.start..known.start);
            known.path == leaf && source.lines(at).line == error.lines.line
        })
    };
    let same_table = |change: &Change| change.home.section == Section::Meeting && change.is_new;
    with_box().find(|(_, change)| on_line(change)).or_else(|| with_box().find(|(_, change)| same_table(change)))
}
