//! A change, judged with its commune before it is written: what would be wrong then and is not wrong now.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    context::Context,
    finding::{Finding, Level, Report},
    judge::commune_of,
    register::{
        Lookup, build,
        claim::Claim,
        discover::{Listing, RecordFile, UnitDir, list},
        load::{Loaded, load},
        upper::Upper,
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
    pub(crate) source: Source<'static>,
}

/// The errors and warnings that the register gets with these records and has not without them. A unit that begins with
/// them is one of its commune's.
pub(crate) fn findings(ctx: &Context, drafts: &[Draft]) -> Vec<Finding> {
    let mut tops: BTreeMap<Arc<str>, (UnitDir, Vec<&Draft>)> = BTreeMap::new();
    for draft in drafts {
        let top = commune_of(ctx, &draft.unit);
        tops.entry(Arc::clone(&top.id)).or_insert_with(|| (top, Vec::new())).1.push(draft);
    }
    tops.values().flat_map(|(top, own)| of_top(ctx, top, own)).collect()
}

/// Of a commune with all that is in it, or of a unit above the communes alone.
fn of_top(ctx: &Context, top: &UnitDir, own: &[&Draft]) -> Vec<Finding> {
    let mut unheard = Report::new(ctx);
    let deepest = if top.level < UnitLevel::Commune { UnitLevel::Commune } else { UnitLevel::Cell };
    let mut listing = if ctx.root.join(&*top.id).exists() {
        list(ctx, top, deepest, &mut unheard)
    } else {
        Listing { units: vec![top.clone()], ..Listing::default() }
    };
    if own.iter().all(|draft| is_paper_of_a_year(draft.file.claim)) {
        listing.files.retain(|file| !matches!(file.claim, Claim::Meeting(_)));
    }
    let mut loaded = load(&listing, &mut unheard);
    let mut before: BTreeMap<Key, Vec<Finding>> = BTreeMap::new();
    for finding in judge(ctx, top, &listing, &loaded) {
        before.entry(key(&finding)).or_default().push(finding);
    }
    let with_new = Listing {
        units: listing.units.clone(),
        files: Vec::new(),
        unread: listing.unread.clone(),
        closed_years: listing.closed_years.clone(),
    };
    let with_new = own.iter().copied().fold(with_new, begun);
    for draft in own {
        lay_over(&mut loaded, &draft.file, &draft.source);
    }
    // The files of a unit stand together, those of the units in their order.
    let order = |file: &RecordFile| with_new.units.iter().position(|unit| unit.id == file.unit);
    loaded.sort_by_key(|(file, _)| order(file));
    let mut after = judge(ctx, top, &with_new, &loaded);
    after.retain(|finding| !was_there(before.get_mut(&key(finding)), finding));
    after
}

/// What is said of a meeting does not rest on these.
fn is_paper_of_a_year(claim: Claim) -> bool {
    matches!(
        claim,
        Claim::DistrictYear(_)
            | Claim::CommuneYear(_)
            | Claim::CellYear(_)
            | Claim::VillageYear(_)
            | Claim::Assessments(_)
            | Claim::Briefings(_)
    )
}

/// With the unit of a draft, where that is its beginning.
fn begun(mut listing: Listing, draft: &Draft) -> Listing {
    if !listing.units.contains(&draft.unit) {
        listing.unread.retain(|unit| unit.id != draft.unit.id);
        let place = listing.units.iter().skip(1).position(|unit| unit.id > draft.unit.id);
        let place = place.map_or(listing.units.len(), |place| place + 1);
        listing.units.insert(place, draft.unit.clone());
    }
    listing
}

/// Puts a record in the place of the one that is there, or where the listing would have it.
pub(crate) fn lay_over<'l>(loaded: &mut Loaded<'l>, file: &'l RecordFile, source: &Source) {
    let copy = Lookup::Found(Source::new(source.path.to_string(), source.text.to_string()));
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
    if top.level < UnitLevel::Commune {
        drop(Upper::read(top, listing, loaded, &mut report));
    } else {
        let commune = build::commune(top, listing, loaded, &mut report);
        rules::check(&commune, &mut report);
    }
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
