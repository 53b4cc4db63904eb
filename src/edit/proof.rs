//! A change, judged with its commune before it is written: what would be wrong then and is not wrong now.

use std::collections::BTreeMap;

use crate::{
    context::Context,
    finding::{Finding, Level, Report},
    judge::commune_of,
    register::{
        Lookup,
        build::{self, Loaded, load},
        claim::Claim,
        discover::{Listing, RecordFile, UnitDir, list},
    },
    rules,
    source::Source,
    unit::UnitLevel,
};

/// A record as it is to be.
#[derive(Debug)]
pub(crate) struct Draft {
    pub(crate) file: RecordFile,
    /// The unit whose record it is.
    pub(crate) unit: UnitDir,
    pub(crate) source: Source,
}

/// The errors and warnings that the register gets with these records and has not without them.
pub(crate) fn findings(ctx: &Context, drafts: &[Draft]) -> Vec<Finding> {
    let mut tops: Vec<UnitDir> = Vec::new();
    for draft in drafts {
        let top = commune_of(ctx, &draft.unit);
        if !tops.contains(&top) {
            tops.push(top);
        }
    }
    tops.iter().flat_map(|top| of_commune(ctx, top, drafts)).collect()
}

fn of_commune(ctx: &Context, top: &UnitDir, drafts: &[Draft]) -> Vec<Finding> {
    let mut unheard = Report::new(ctx);
    let listing = list(ctx, top, UnitLevel::Cell, &mut unheard);
    let mut loaded = load(&listing, &mut unheard);
    let mut before: BTreeMap<Key, Vec<Finding>> = BTreeMap::new();
    for finding in judge(ctx, top, &listing, &loaded) {
        before.entry(key(&finding)).or_default().push(finding);
    }
    for draft in drafts.iter().filter(|draft| commune_of(ctx, &draft.unit) == *top) {
        lay_over(&mut loaded, &draft.file, &draft.source);
    }
    let mut after = judge(ctx, top, &listing, &loaded);
    after.retain(|finding| !was_there(before.get_mut(&key(finding)), finding));
    after
}

/// Puts a record in the place of the one that is there, or where the listing would have it.
pub(crate) fn lay_over<'l>(loaded: &mut Loaded<'l>, file: &'l RecordFile, source: &Source) {
    let copy = Lookup::Found(Source::new(source.path.clone(), source.text.clone()));
    match loaded.iter().position(|(there, _)| there.path == file.path) {
        Some(index) => loaded[index].1 = copy,
        None => {
            let index = place(loaded, file);
            loaded.insert(index, (file, copy));
        }
    }
}

/// Among the files of its unit, before the first meeting with a greater path, else last.
fn place(loaded: &Loaded<'_>, record: &RecordFile) -> usize {
    let mut last = 0;
    for (index, (file, _)) in loaded.iter().enumerate().filter(|(_, (file, _))| file.unit == record.unit) {
        if matches!(file.claim, Claim::Meeting(_)) && file.path > record.path {
            return index;
        }
        last = index + 1;
    }
    last
}

fn judge(ctx: &Context, top: &UnitDir, listing: &Listing, loaded: &Loaded<'_>) -> Vec<Finding> {
    let mut report = Report::new(ctx);
    let commune = build::commune(top, listing, loaded, &mut report);
    rules::check(&commune, &mut report);
    report.findings.retain(|finding| finding.level != Level::Shortfall);
    report.findings
}

type Key = (&'static str, String, String);

/// What tells a finding from others, but for the lines that it names: those move with the rows above them.
fn key(finding: &Finding) -> Key {
    let words = finding.message.split(' ');
    let numberless: String = words.filter(|word| word.bytes().any(|b| !b.is_ascii_digit())).collect();
    (finding.id, finding.path.to_string(), numberless)
}

/// Takes the finding's like out of those that were there.
fn was_there(before: Option<&mut Vec<Finding>>, finding: &Finding) -> bool {
    let Some(before) = before else { return false };
    let same = before.iter().position(|other| other.message == finding.message);
    let taken = same.or_else(|| (!before.is_empty()).then_some(0));
    taken.map(|index| before.remove(index)).is_some()
}
