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
    for cell in &commune.cells {
        for (village, at) in cell.file.villages.each() {
            look(commune, &cell.unit, village, Place::in_source(cell.file.source, at), report);
        }
    }
    for agreement in &commune.agreements {
        look(commune, &commune.unit, &agreement.village, agreement.place(agreement.village.at), report);
    }
    for row in &commune.officials.rows {
        look(commune, &commune.unit, &row.village, row.place(row.village.at), report);
    }
    for book in commune.years.values() {
        for row in &book.villages.rows {
            look(commune, &commune.unit, &row.village, row.place(row.village.at), report);
        }
    }
}

fn look(commune: &Commune<'_>, unit: &Arc<str>, id: &str, place: Place<'_>, report: &mut Report<'_>) {
    if !commune.village(id).is_missing() {
        return;
    }
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
