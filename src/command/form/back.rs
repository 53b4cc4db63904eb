//! A form that comes back: found, compared, shown or written.

use std::{collections::BTreeMap, fs, io::ErrorKind, path::Path, sync::Arc};

use super::tell;
use crate::{
    command::{Exit, Failure, Workplace},
    context::Context,
    due,
    edit::{
        kind,
        proof::{self, Draft},
    },
    files::Files,
    finding::{Finding, Level, Report},
    form::{
        apply::{Edited, apply, leaf},
        compare::Compare,
        filled::{At, Filled},
        kind::said,
        leaves::leaves,
        now::Now,
        plan::{Bad, Change, Plan, Prevails},
        section::{Home, Section},
    },
    io::Io,
    judge::commune_of,
    lang::{Lang, say},
    parse::Problems,
    register::{
        Lookup,
        build::{self, load},
        claim::Claim,
        discover::{RecordFile, UnitDir, list},
        open::scope,
        read,
    },
    render::Paths,
    source::Source,
    unit::{UnitLevel, join, within},
    write::{self, Piece},
};

/// What is to be done with a form that came back.
#[derive(Clone, Copy, Debug)]
pub(in crate::command) struct Wish {
    pub(in crate::command) write: bool,
    /// Absent: where both have changed a value nothing is written.
    pub(in crate::command) prevails: Option<Prevails>,
}

/// Compares a form with the register, and shows or writes what it asks. `shown` is the file as it was typed.
pub(in crate::command) fn import(
    place: &Workplace,
    filled: &Filled,
    shown: &str,
    wish: Wish,
    io: &mut Io<'_>,
) -> Result<Exit, Failure> {
    let (ctx, lang) = (&place.ctx, place.ctx.lang);
    let unit = cell_of(place, filled, shown)?;
    let top = commune_of(ctx, &unit);
    let mut report = Report::new(ctx);
    let listing = list(ctx, &top, UnitLevel::Cell, &mut report);
    let loaded = load(&listing, &mut report);
    let commune = build::commune(&top, &listing, &loaded, &mut report);
    let Some(cell) = commune.cells.iter().find(|cell| cell.unit == unit.id) else {
        let path = join(&unit.id, "cell.toml");
        return Err(Failure::Usage(say!(
            lang,
            "chưa ghi gì, vì {path} còn lỗi; chạy chibo check rồi sửa trước",
            "nothing was written, for {path} is at fault; run chibo check and mend it first"
        )));
    };
    let now = Now::of(cell, filled.made.year);
    let exists = |path: &str| ctx.root.join(path).symlink_metadata().is_ok();
    let mut plan = Compare::new(filled, &now, lang, &exists).plan();
    if let Some(prevails) = wish.prevails {
        plan.settle(prevails);
    }
    let paths = Paths::new(&ctx.root, &io.working_dir);
    let files = edited(ctx, &unit, &plan, &loaded_texts(&loaded), &paths)?;
    let drafts: Vec<Draft> = files.iter().map(File::draft).collect();
    // What is now to be done elsewhere, such as a mark for who turns out to have been there, is no slip of this hand.
    let bars = |finding: &Finding| finding.level == Level::Error && !due::waits(finding.id);
    let (errors, warnings): (Vec<_>, Vec<_>) = proof::findings(ctx, &drafts).into_iter().partition(bars);
    let (by_box, elsewhere) = told_by_box(&errors, &files, lang);
    let bad: Vec<Bad> = plan.bad.iter().cloned().chain(by_box).collect();
    let refused = !bad.is_empty() || !plan.conflicts.is_empty() || !elsewhere.is_empty();
    let written = wish.write && !refused;
    if written {
        let pieces: Vec<Piece<'_>> = files.iter().map(|file| file.piece(&ctx.root)).collect();
        write::write_together(&pieces).map_err(|(nth, error)| {
            let shown = paths.show(&files[nth].path);
            Failure::Work(anyhow::Error::msg(write::explain(&error, &shown, lang)))
        })?;
    }
    let told = tell::Told {
        filled,
        cell: &cell.file.name,
        shown,
        plan: &plan,
        bad: &bad,
        wish,
        refused,
        written,
        paths: &paths,
    };
    let since = format!("{:032x}", now.digest) != filled.made.digest;
    io.print(&told.changes(ctx.settings.lang.unwrap_or(lang), lang)).map_err(Failure::Output)?;
    io.complain(&told.notes(since, &[elsewhere, warnings].concat(), lang));
    Ok(if refused { Exit::Findings } else { Exit::Fine })
}

/// The cell that the form is of; refused where it is not to be found here.
fn cell_of(place: &Workplace, filled: &Filled, shown: &str) -> Result<UnitDir, Failure> {
    let (ctx, lang, made) = (&place.ctx, place.ctx.lang, &filled.made);
    if made.register != ctx.settings.name {
        let (theirs, ours) = (&made.register, &ctx.settings.name);
        return Err(Failure::Usage(say!(
            lang,
            "{shown} là sổ của sổ dữ liệu “{theirs}”, còn đây là “{ours}”\ngợi ý: vào thư mục của sổ dữ liệu ấy, hoặc chỉ rõ bằng -C THƯ_MỤC",
            "{shown} is of the register “{theirs}”, and this is “{ours}”\nhint: go to that register's directory, or name it with -C DIR"
        )));
    }
    let cell = &made.cell;
    let named: Vec<String> = if cell.is_empty() { Vec::new() } else { vec![cell.clone()] };
    let unit = scope(ctx, &ctx.root, &named).ok().and_then(|mut units| units.pop());
    let unit = unit.filter(|unit| unit.level == UnitLevel::Cell && *unit.id == **cell).ok_or_else(|| {
        Failure::Usage(say!(
            lang,
            "{shown} là sổ của chi bộ `{cell}`, mà sổ dữ liệu không còn chi bộ ấy (đã đổi tên thư mục, đã sáp nhập?)\ngợi ý: lập sổ mới bằng chibo form rồi chép điều đã ghi sang",
            "{shown} is of the cell `{cell}`, which is no longer in the register (renamed, merged?)\nhint: make a new form with chibo form and copy what was filled in"
        ))
    })?;
    let here = scope(ctx, &place.here, &[])?.remove(0);
    if !within(&unit.id, &here.id) {
        let here = &here.id;
        return Err(Failure::Usage(say!(
            lang,
            "{shown} là sổ của chi bộ `{cell}`, mà đang đứng ở `{here}`\ngợi ý: chạy ở thư mục của chi bộ ấy, hoặc ở gốc sổ dữ liệu",
            "{shown} is of the cell `{cell}`, and you stand in `{here}`\nhint: run this in that cell's directory, or at the register's root"
        )));
    }
    Ok(unit)
}

/// A file of the register as it is and as it is to be.
struct File<'p> {
    unit: UnitDir,
    path: String,
    claim: Claim,
    /// As it stands on the disk; absent where there is no such file.
    bytes: Option<Vec<u8>>,
    edited: Edited,
    changes: Vec<&'p Change>,
}

impl File<'_> {
    fn draft(&self) -> Draft {
        let unit = Arc::clone(&self.unit.id);
        let file = RecordFile { path: self.path.clone(), unit, claim: self.claim, closed: false };
        Draft { file, unit: self.unit.clone(), source: self.source() }
    }

    fn source(&self) -> Source {
        Source::new(self.path.clone(), self.edited.text.clone())
    }

    fn piece<'f>(&'f self, root: &Path) -> Piece<'f> {
        Piece { path: root.join(&self.path), old: self.bytes.as_deref(), new: &self.edited.written }
    }
}

type Texts<'t> = BTreeMap<&'t str, &'t str>;

fn loaded_texts<'l>(loaded: &'l [(&RecordFile, Lookup<Source>)]) -> Texts<'l> {
    loaded.iter().filter_map(|(file, text)| Some((file.path.as_str(), text.get()?.text.as_str()))).collect()
}

fn edited<'p>(
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
fn told_by_box(errors: &[Finding], files: &[File<'_>], lang: Lang) -> (Vec<Bad>, Vec<Finding>) {
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
    bad.sort_by(|a, b| a.at.cmp(&b.at));
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
