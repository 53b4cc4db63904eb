//! The files that a form changes: as they are, as they are to be, and which box of the form stands on which line.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    command::{Failure, change, there::there},
    context::Context,
    finding::Finding,
    form::{
        apply::{apply, leaf},
        filled::At,
        kind::said,
        leaves::leaves,
        plan::{Bad, Change, Plan},
        section::{Home, Section},
    },
    lang::{Lang, say},
    register::{
        Lookup,
        claim::Claim,
        discover::{RecordFile, UnitDir},
    },
    render::Paths,
    source::Source,
};

/// A file of the register as it is and as it is to be.
pub(super) struct File<'p> {
    pub(super) record: change::Change,
    changes: Vec<&'p Change>,
}

pub(super) type Texts<'t> = BTreeMap<&'t str, &'t str>;

pub(super) fn loaded_texts<'l>(loaded: &'l [(&RecordFile, Lookup<Source>)]) -> Texts<'l> {
    loaded.iter().filter_map(|(file, text)| Some((file.path.as_str(), &*text.get()?.text))).collect()
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
        let file = RecordFile { path: path.to_owned(), unit: Arc::clone(&unit.id), claim, closed: false };
        let there = there(ctx, &file, texts.get(path).copied(), paths)?;
        let after = apply(there.as_ref().map(|(_, source)| source), &changes).ok_or_else(|| {
            let shown = paths.show(path);
            Failure::Usage(say!(
                ctx.lang,
                "chưa ghi gì: không sửa được {shown} cho chắc; sửa tay trong tệp",
                "nothing was written: {shown} cannot be edited for sure; edit it by hand"
            ))
        })?;
        let record = match there {
            Some((bytes, source)) => change::Change::edit(unit, claim, bytes, &source, after),
            None => change::Change::new_file(unit, claim, inside(path, unit), after),
        };
        Ok(File { record, changes })
    };
    by_path.into_iter().map(file).collect()
}

/// The path from the unit's directory.
fn inside<'p>(path: &'p str, unit: &UnitDir) -> &'p str {
    path.strip_prefix(&*unit.id).unwrap_or(path).trim_start_matches('/')
}

fn claim_of(home: &Home, unit: &UnitDir) -> Claim {
    let year = inside(&home.path, unit).get(..4).and_then(crate::date::digits).unwrap_or_default();
    home.section.file(&unit.id, year).map_or(Claim::Meeting(year), |(_, claim)| claim)
}

/// Errors that the register would get, as boxes that cannot be taken; and those of which no box can be told.
pub(super) fn told_by_box(errors: &[Finding], files: &[File<'_>], lang: Lang) -> (Vec<Bad>, Vec<Finding>) {
    let (mut bad, mut elsewhere) = (Vec::new(), Vec::new());
    for error in errors {
        let file = files.iter().find(|file| *file.record.path == *error.path);
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
    let source = file.record.source();
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
