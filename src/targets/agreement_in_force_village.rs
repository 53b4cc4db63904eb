use crate::{
    date::{Date, Span},
    finding::{Flaws, Place},
    lang::say,
    parse::Field,
    records::{agreement::Agreement, settings::DualPosts, shared::Document, village::VillageRow},
    register::{Commune, Record},
    targets::{Ask, Count, Goal, Miss, Sink, target},
};

target! {
    /// vi: Tỷ lệ thôn có quy chế phối hợp đang có hiệu lực: đã ký, Đảng ủy và UBND xã phê chuẩn, đã triển khai.
    /// en: The share of villages with a coordination agreement in force: signed, approved by both, rolled out.
    "agreement-in-force-village", ["2.I.2.2-1", "2.III.2.2-3", "2.III.2.2-4"], Goal::All, AtOnce, EachSubject,
    "Thôn có quy chế phối hợp" / "Villages with an agreement in force", Count::Village(count),
    other "tính cả thôn bí thư kiêm trưởng thôn" / "dual posts counted"
}

fn count(commune: &Commune<'_>, village: &Record<'_, VillageRow<'_>>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    match Commune::is_alive(village, ask.reference) {
        Some(true) => {}
        Some(false) => return,
        None => return sink.left_out(village.whole()),
    }
    let id = &**village.id;
    let mut doubtful: Vec<Place<'_>> = commune
        .agreements
        .iter()
        .filter(|agreement| &**agreement.village == id && in_force(agreement, ask.reference).is_none())
        .map(Record::whole)
        .collect();
    let unread = commune.unread_agreements.iter().filter(|unread| unread.village == id);
    doubtful.extend(unread.map(|unread| Place::path(&unread.path)));
    let named = |agreement: &&Record<'_, Agreement<'_>>| &**agreement.village == id;
    let has = commune.agreements.iter().filter(named).any(|found| in_force(found, ask.reference) == Some(true));
    let set_apart = commune.is_dual_post_village(id, ask.reference);
    sink.cover(set_apart || commune.agreements.iter().any(|agreement| named(&agreement)));
    if !has && !doubtful.is_empty() {
        return doubtful.into_iter().for_each(|place| sink.left_out(place));
    }
    sink.other(u64::from(has), 1);
    if set_apart && ask.ctx.settings.counting.dual_posts == DualPosts::Apart {
        return sink.apart();
    }
    if has {
        return sink.subject(Vec::new());
    }
    let latest = commune.agreements.iter().filter(named).max_by_key(|agreement| agreement.signed.0);
    let place = latest.map_or(village.whole(), Record::whole);
    let message = missing(&village.name, latest, ask);
    sink.subject(vec![Miss { place, period: ask.year_period(), message }]);
}

/// What the village lacks: an agreement, or a step of the latest one.
fn missing(name: &str, latest: Option<&Record<'_, Agreement<'_>>>, ask: &Ask<'_>) -> String {
    let lang = ask.ctx.lang;
    let Some(agreement) = latest else {
        return say!(lang, "{name} chưa có quy chế phối hợp", "{name} has no coordination agreement");
    };
    let step = missing_step(agreement, ask.reference).map_or("", |step| step.of(lang));
    say!(
        lang,
        "quy chế phối hợp của {name} chưa có hiệu lực: {step}",
        "the coordination agreement of {name} is not in force: {step}"
    )
}

fn missing_step(agreement: &Agreement<'_>, day: Date) -> Option<crate::lang::Words> {
    use crate::lang::Words;
    let approval = agreement.approval.get();
    let approved = |document: Option<&Field<Document<'_>>>| document.is_some_and(|document| is_dated(document, day));
    if agreement.ended.copied().is_some_and(|ended| ended.0 < day) {
        Some(Words::new("đã hết hiệu lực (ended)", "it has ended"))
    } else if !approved(approval.map(|approval| &approval.party_committee)) {
        Some(Words::new("Đảng ủy xã chưa phê chuẩn", "the Party committee has not approved it"))
    } else if !approved(approval.map(|approval| &approval.peoples_committee)) {
        Some(Words::new("UBND xã chưa phê chuẩn", "the People's Committee has not approved it"))
    } else if !agreement.rolled_out.copied().is_some_and(|rolled_out| rolled_out.0 <= day) {
        Some(Words::new("chưa triển khai đến thôn (rolled_out)", "it is not rolled out to the village (rolled_out)"))
    } else {
        None
    }
}

fn is_dated(document: &Field<Document<'_>>, day: Date) -> bool {
    document.get().and_then(|document| document.date.copied()).is_some_and(|date| date.0 <= day)
}

/// Whether an agreement holds on a day: signed, approved by both, rolled out by then, not ended. `None` where what would
/// tell could not be read.
pub(super) fn in_force(agreement: &Record<'_, Agreement<'_>>, day: Date) -> Option<bool> {
    let approval = agreement.approval.get();
    let documents = approval.map(|approval| [&approval.party_committee, &approval.peoples_committee]);
    let unread_document = documents.is_some_and(|documents| {
        documents
            .iter()
            .any(|document| document.is_unread() || document.get().is_some_and(|document| document.date.is_unread()))
    });
    if agreement.has(Flaws::WHOLE.and(Flaws::TIME))
        || agreement.approval.is_unread()
        || unread_document
        || agreement.rolled_out.is_unread()
        || agreement.ended.is_unread()
    {
        return None;
    }
    let signed = Span::new(Some(agreement.signed.0), None).covers(day);
    let holds = signed && missing_step(agreement, day).is_none();
    // An unknown key may be the step that is missing.
    (holds || !agreement.has(Flaws::KEYS)).then_some(holds)
}
