//! The new record, judged with its commune before it is written: whatever is wrong with it is said, and nothing written.

use std::collections::BTreeSet;

use crate::{
    context::Context,
    edit::proof::lay_over,
    finding::{Finding, Level, Report},
    register::{
        build,
        discover::{Listing, RecordFile, UnitDir},
        load::Loaded,
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
    lay_over(&mut loaded, record, &Source::new(record.path.clone(), text.to_owned()));
    let mut after = judge(ctx, top, listing, &loaded);
    after.retain(|finding| finding.level == Level::Error && !before.contains(&key(finding)));
    after.retain(|finding| finding.id != attendance_not_recorded::RULE.id);
    after
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
