use crate::{
    lang::say,
    records::{agreement::Agreement, cell, village::VillageRow},
    register::{Commune, Lookup, Record, posts::DualPost},
    targets::{
        Ask, Count, Goal, Miss, Sink,
        agreements::{Concerns, missing_step, named_village, settle, standing},
        target,
    },
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
        None => {
            sink.cover(false);
            return sink.left_out(village.whole());
        }
    }
    let id = &**village.id;
    let dual = commune.dual_post_village(id, ask.reference);
    let mut of_village = commune.agreements.iter().filter(|agreement| &**agreement.village == id);
    sink.cover(matches!(dual, DualPost::Yes) || of_village.clone().next().is_some());
    let concerns = |agreement: &Record<'_, Agreement<'_>>| concerns(commune, agreement, id);
    let standing = standing(commune, ask.reference, concerns, |named| named == id);
    let miss = || {
        let latest = of_village.clone().max_by_key(|agreement| agreement.signed.0);
        let place = latest.map_or(village.whole(), Record::whole);
        Miss { place, period: ask.year_period(), message: message(&village.name, latest, ask) }
    };
    settle(standing, dual, miss, ask, sink);
}

fn concerns(commune: &Commune<'_>, agreement: &Record<'_, Agreement<'_>>, id: &str) -> Concerns {
    // An agreement of no village that exists may be of one that its cells lead.
    let leads =
        |cell: &str| commune.cell(cell).get().is_some_and(|cell| cell::villages(&cell.file).any(|led| led == id));
    let is_stray = !matches!(commune.village(&agreement.village), Lookup::Found(_));
    if &**agreement.village == id {
        Concerns::Yes
    } else if named_village(agreement) == Some(id)
        || is_stray && agreement.cells.iter().filter_map(|cell| cell.get()).any(|cell| leads(cell))
    {
        Concerns::Perhaps
    } else {
        Concerns::No
    }
}

/// What the village lacks: an agreement, or a step of the latest one.
fn message(name: &str, latest: Option<&Record<'_, Agreement<'_>>>, ask: &Ask<'_>) -> String {
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
