use std::sync::Arc;

use crate::{
    finding::{Flaws, Place, Report},
    lang::say,
    register::Commune,
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Thôn nhắc đến ở đâu cũng có trong villages.csv của xã.
    /// en: A village that is referred to stands in the commune's villages.csv.
    "unknown-village", Error, Cites::FORM, Check::Commune(check), spoils Flaws::WHOLE
}

fn check(commune: &Commune<'_>, report: &mut Report<'_>) {
    let of_cells = commune.cells.iter().flat_map(|cell| {
        let villages = cell.file.villages.each();
        villages.map(|(village, at)| (&cell.unit, &**village, Place::in_source(cell.file.source, at)))
    });
    let unit = &commune.unit;
    let agreed = commune.agreements.iter().map(|row| (unit, &**row.village, row.place(row.village.at)));
    let posts = commune.officials.rows.iter().map(|row| (unit, &**row.village, row.place(row.village.at)));
    let years = commune.years.values().flat_map(|book| &book.villages.rows);
    let years = years.map(|row| (unit, &**row.village, row.place(row.village.at)));
    let named = of_cells.chain(agreed).chain(posts).chain(years);
    let mut unknown = named.filter(|(_, id, _)| commune.village(id).is_missing());
    if !commune.villages.is_absent() {
        unknown.for_each(|(unit, id, place)| tell(commune, unit, id, place, report));
    } else if let Some((unit, id, place)) = unknown.next() {
        // One file is missing: that is one finding, however many it would name.
        let lang = report.ctx.lang;
        let message = say!(
            lang,
            "xã chưa có villages.csv để biết thôn `{id}`",
            "the commune has no villages.csv that would tell of `{id}`"
        );
        report.add(&RULE, unit, place, message);
    }
}

fn tell(commune: &Commune<'_>, unit: &Arc<str>, id: &str, place: Place<'_>, report: &mut Report<'_>) {
    let lang = report.ctx.lang;
    let known: Vec<&str> = commune.villages.rows.iter().map(|row| &**row.id).collect();
    let list = known.join(", ");
    let message = say!(
        lang,
        "không có thôn `{id}` trong villages.csv của xã",
        "there is no village `{id}` in the commune's villages.csv"
    );
    let draft = report.add(&RULE, unit, place, message);
    draft.remedy(match crate::text::nearest(id, &known) {
        Some(near) => say!(lang, "có phải là `{near}`?", "did you mean `{near}`?"),
        None => say!(lang, "các thôn của xã: {list}", "the commune's villages: {list}"),
    });
}
