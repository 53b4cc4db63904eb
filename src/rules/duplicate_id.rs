use std::{collections::BTreeMap, sync::Arc};

use crate::{
    date::Span,
    finding::{Flaws, Report},
    lang::say,
    register::{Commune, Record, official_span, people::span},
    rules::{Check, Cites, rule},
    source::At,
};

rule! {
    /// vi: Trong cùng một thời gian, mỗi mã chỉ có một dòng.
    /// en: At any time an id has one row.
    "duplicate-id", Error, Cites::FORM, Check::Commune(check), spoils Flaws::TIME
}

fn check(commune: &Commune<'_>, report: &mut Report<'_>) {
    for cell in &commune.cells {
        let rows = cell.members.rows.iter().map(|row| (row, &**row.id, row.id.at, span(row, &row.from, &row.until)));
        look(rows, &cell.unit, report);
    }
    let villages = commune.villages.rows.iter();
    look(villages.map(|row| (row, &**row.id, row.id.at, span(row, &row.from, &row.until))), &commune.unit, report);
    let officials = commune.officials.rows.iter();
    look(officials.map(|row| (row, &**row.id, row.id.at, official_span(row))), &commune.unit, report);
}

/// An id may recur with disjoint times; a row whose time is not known is compared with nothing.
fn look<'r, 'a: 'r, T: 'r>(
    rows: impl Iterator<Item = (&'r Record<'a, T>, &'r str, At, Option<Span>)>,
    unit: &Arc<str>,
    report: &mut Report<'_>,
) {
    let lang = report.ctx.lang;
    let mut seen: BTreeMap<&str, Vec<(Span, u32)>> = BTreeMap::new();
    for (row, id, at, time) in rows {
        let Some(time) = time.filter(|time| !time.is_empty()) else { continue };
        let earlier = seen.entry(id).or_default();
        if let Some((_, line)) = earlier.iter().find(|(other, _)| other.overlaps(time)) {
            let message = say!(
                lang,
                "mã `{id}` đã có ở dòng {line}, thời gian chồng nhau",
                "the id `{id}` stands in line {line} already, for a time that overlaps"
            );
            let remedy = say!(
                lang,
                "người khác thì đặt mã khác; cùng một người đi rồi về thì ghi until ở dòng trước",
                "give another person another id; who left and came back needs `until` in the earlier row"
            );
            report.add(&RULE, unit, row.place(at), message).remedy(remedy);
        } else {
            earlier.push((time, row.place(at).line()));
        }
    }
}
