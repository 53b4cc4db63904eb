//! The new record, judged with its commune before it is written: whatever is wrong with it is said, and nothing written.

use std::collections::BTreeSet;

use crate::{
    context::Context,
    finding::{Finding, Level, Report},
    register::{
        Lookup,
        build::{self, Loaded},
        claim::Claim,
        discover::{Listing, RecordFile, UnitDir},
    },
    rules::{self, attendance_not_recorded},
    source::Source,
};

/// The errors that the register gets with this record and has not without it. That a meeting of the past is still
/// without its marks is no mistake of a record that has just been begun.
pub(super) fn errors<'l>(
    ctx: &Context,
    top: &UnitDir,
    listing: &Listing,
    mut loaded: Loaded<'l>,
    record: &'l RecordFile,
    text: &str,
) -> Vec<Finding> {
    let before: BTreeSet<(String, String)> = judge(ctx, top, listing, &loaded).iter().map(key).collect();
    let source = Lookup::Found(Source::new(record.path.clone(), text.to_owned()));
    match loaded.iter().position(|(file, _)| file.path == record.path) {
        Some(index) => loaded[index].1 = source,
        None => {
            let index = place(&loaded, record);
            loaded.insert(index, (record, source));
        }
    }
    let mut after = judge(ctx, top, listing, &loaded);
    after.retain(|finding| finding.level == Level::Error && !before.contains(&key(finding)));
    after.retain(|finding| finding.id != attendance_not_recorded::RULE.id);
    after
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
    report.findings
}

fn key(finding: &Finding) -> (String, String) {
    (format!("{} {}", finding.id, finding.path), finding.message.clone())
}
