use std::{collections::BTreeMap, sync::Arc};

use crate::{
    date::Span,
    finding::Report,
    lang::say,
    parse::Vocabulary,
    register::{Cell, Commune, Record, people::span},
    rules::{Check, Cites, rule},
    source::At,
};

rule! {
    /// vi: Một đảng viên trong một thời gian chỉ có một tình trạng, và mỗi chức vụ chỉ ghi một lần.
    /// en: At any time a member has one status, and holds a role once.
    "intervals-overlap", Error, Cites::FORM, Check::Cell(check)
}

fn check(_: &Commune<'_>, cell: &Cell<'_>, report: &mut Report<'_>) {
    let statuses = cell.statuses.rows.iter();
    look(
        statuses.map(|row| (row, (&**row.member, ""), row.member.at, span(row, &row.from, &row.until))),
        &cell.unit,
        report,
    );
    let roles = cell.roles.rows.iter();
    look(
        roles.map(|row| (row, (&**row.member, row.role.word()), row.member.at, span(row, &row.from, &row.until))),
        &cell.unit,
        report,
    );
}

fn look<'r, 'a: 'r, T: 'r>(
    rows: impl Iterator<Item = (&'r Record<'a, T>, (&'r str, &'static str), At, Option<Span>)>,
    unit: &Arc<str>,
    report: &mut Report<'_>,
) {
    let lang = report.ctx.lang;
    let mut seen: BTreeMap<_, Vec<(Span, u32)>> = BTreeMap::new();
    for (row, key, at, time) in rows {
        let Some(time) = time.filter(|time| !time.is_empty()) else { continue };
        let earlier = seen.entry(key).or_default();
        if let Some((_, line)) = earlier.iter().find(|(other, _)| other.overlaps(time)) {
            let member = key.0;
            let message = say!(
                lang,
                "thời gian ở đây của `{member}` chồng lên thời gian ở dòng {line}",
                "the time of `{member}` here overlaps that of line {line}"
            );
            let remedy = say!(
                lang,
                "dòng bắt đầu trước cần `until` là ngày liền trước `from` của dòng bắt đầu sau",
                "the row that begins first needs `until`, the day before the other's `from`"
            );
            report.add(&RULE, unit, row.place(at), message).remedy(remedy);
        } else {
            earlier.push((time, row.place(at).line()));
        }
    }
}
