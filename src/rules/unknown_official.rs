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
    let heads = commune.agreements.iter().map(|agreement| {
        let place = Place::in_source(agreement.source, agreement.head.at);
        (&commune.unit, &**agreement.head, place)
    });
    let guests = commune.cells.iter().flat_map(|cell| {
        cell.meetings.iter().flat_map(move |meeting| {
            let named = meeting.guests.each().filter_map(|(guest, _)| guest.official.said());
            named.map(move |(official, at)| (&cell.unit, &**official, Place::in_source(meeting.source, at)))
        })
    });
    let mut unknown = heads.chain(guests).filter(|(_, id, _)| commune.official(id).is_missing());
    if !commune.officials.is_absent() {
        unknown.for_each(|(unit, id, place)| tell(commune, unit, id, place, report));
    } else if let Some((unit, id, place)) = unknown.next() {
        // One file is missing: that is one finding, however many it would name.
        let lang = report.ctx.lang;
        let message = say!(
            lang,
            "xã chưa có officials.csv để biết `{id}` là ai",
            "the commune has no officials.csv that would tell who `{id}` is"
        );
        report.add(&RULE, unit, place, message);
    }
}

fn tell(commune: &Commune<'_>, unit: &Arc<str>, id: &str, place: Place<'_>, report: &mut Report<'_>) {
    let lang = report.ctx.lang;
    let known: Vec<&str> = commune.officials.rows.iter().map(|row| &**row.id).collect();
    let message =
        say!(lang, "`{id}` không có trong officials.csv của xã", "`{id}` is on no row of the commune's officials.csv");
    let draft = report.add(&RULE, unit, place, message);
    if let Some(near) = crate::text::nearest(id, &known) {
        draft.remedy(say!(lang, "có phải là `{near}`?", "did you mean `{near}`?"));
    }
}
