use std::sync::Arc;

use crate::{
    finding::{Place, Report},
    lang::say,
    register::Commune,
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Mã trưởng thôn, phó trưởng thôn nhắc đến ở đâu cũng có trong officials.csv.
    /// en: A village head or deputy who is referred to stands in officials.csv.
    "unknown-official", Error, Cites::FORM, Check::Commune(check)
}

fn check(commune: &Commune<'_>, report: &mut Report<'_>) {
    for agreement in &commune.agreements {
        let place = Place::in_source(agreement.source, agreement.head.at);
        look(commune, &commune.unit, &agreement.head, place, report);
    }
    for cell in &commune.cells {
        for meeting in &cell.meetings {
            for (guest, _) in meeting.guests.each() {
                if let Some((official, at)) = guest.official.said() {
                    look(commune, &cell.unit, official, Place::in_source(meeting.source, at), report);
                }
            }
        }
    }
}

fn look(commune: &Commune<'_>, unit: &Arc<str>, id: &str, place: Place<'_>, report: &mut Report<'_>) {
    if !commune.official(id).is_missing() {
        return;
    }
    let lang = report.ctx.lang;
    let known: Vec<&str> = commune.officials.rows.iter().map(|row| &**row.id).collect();
    let message =
        say!(lang, "`{id}` không có trong officials.csv của xã", "`{id}` is on no row of the commune's officials.csv");
    let draft = report.add(&RULE, unit, place, message);
    if let Some(near) = crate::text::nearest(id, &known) {
        draft.remedy(say!(lang, "có phải là `{near}`?", "did you mean `{near}`?"));
    }
}
