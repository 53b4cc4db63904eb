//! Coordination agreements: which are in force on a day, and what that makes of a village or a cell.

use crate::{
    date::Date,
    finding::{Flaws, Place},
    lang::Words,
    parse::Field,
    records::{agreement::Agreement, shared::Document},
    register::{Commune, Record, claim::agreement_parts},
    targets::dual_posts::Standing,
};

/// Whether an agreement concerns a subject.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Concerns {
    Yes,
    /// It names something that does not exist, or cannot be read, and may mean this.
    Perhaps,
    No,
}

pub(super) fn standing<'c>(
    commune: &'c Commune<'_>,
    day: Date,
    concerns: impl Fn(&Record<'_, Agreement<'_>>) -> Concerns,
    unread_concerns: impl Fn(&str) -> bool,
) -> Standing<'c> {
    let mut doubtful = Vec::new();
    for agreement in &commune.agreements {
        let concerns = concerns(agreement);
        // Nearly all concern others, and of those nothing more is asked.
        if concerns == Concerns::No {
            continue;
        }
        match in_force(agreement, day) {
            Some(true) if concerns == Concerns::Yes => return Standing::Holds(agreement.whole()),
            Some(false) => {}
            Some(true) | None => doubtful.push(agreement.whole()),
        }
    }
    let unread = commune.unread_agreements.iter().filter(|unread| unread_concerns(&unread.village));
    doubtful.extend(unread.map(|unread| Place::path(&unread.path)));
    if doubtful.is_empty() { Standing::Lacking(1) } else { Standing::Doubtful(doubtful) }
}

/// Whether an agreement's file is named of a village.
pub(super) fn is_named_of(agreement: &Record<'_, Agreement<'_>>, village: &str) -> bool {
    let name = agreement.source.path.rsplit('/').next().unwrap_or_default();
    // Most begin otherwise, and of those nothing more is read.
    name.starts_with(village) && agreement_parts(name).is_some_and(|(named, _)| named == village)
}

/// The step that an agreement lacks to be in force on a day.
pub(super) fn missing_step(agreement: &Agreement<'_>, day: Date) -> Option<Words> {
    let approval = agreement.approval.get();
    let approved = |document: Option<&Field<Document<'_>>>| {
        let date = document.and_then(|document| document.get()?.date.copied());
        date.is_some_and(|date| date.0 <= day)
    };
    if agreement.signed.0 > day {
        Some(Words::new("chưa ký", "it is not signed yet"))
    } else if agreement.ended.copied().is_some_and(|ended| ended.0 < day) {
        Some(Words::new("đã hết hiệu lực (ended)", "it has ended"))
    } else if !approved(approval.map(|approval| &approval.party_committee)) {
        Some(Words::new("Đảng ủy xã chưa phê chuẩn", "the Party committee has not approved it"))
    } else if !approved(approval.map(|approval| &approval.peoples_committee)) {
        Some(Words::new("UBND xã chưa phê chuẩn", "the People's Committee has not approved it"))
    } else if agreement.rolled_out.copied().is_none_or(|rolled_out| rolled_out.0 > day) {
        Some(Words::new("chưa triển khai đến thôn (rolled_out)", "it is not rolled out to the village (rolled_out)"))
    } else {
        None
    }
}

/// Whether an agreement holds on a day: signed, approved by both, rolled out by then, not ended. `None` where what would
/// tell could not be read.
pub(crate) fn in_force(agreement: &Record<'_, Agreement<'_>>, day: Date) -> Option<bool> {
    let documents = agreement.approval.get().map(|approval| [&approval.party_committee, &approval.peoples_committee]);
    let unread_document = documents
        .into_iter()
        .flatten()
        .any(|document| document.is_unread() || document.get().is_some_and(|document| document.date.is_unread()));
    if agreement.has(Flaws::WHOLE.and(Flaws::TIME))
        || agreement.approval.is_unread()
        || unread_document
        || agreement.rolled_out.is_unread()
        || agreement.ended.is_unread()
    {
        return None;
    }
    let holds = missing_step(agreement, day).is_none();
    // An unknown key may be the step that is missing, or the end.
    let sure = !agreement.has(Flaws::KEYS) || holds && !agreement.ended.is_absent();
    sure.then_some(holds)
}
