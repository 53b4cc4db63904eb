use std::sync::Arc;

use crate::{
    date::{self, Date},
    finding::{Flaws, Report},
    lang::say,
    parse::{Field, value::Day},
    register::{Commune, Record},
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Ngày cuối không trước ngày đầu.
    /// en: A last day is not before its first.
    "interval-reversed", Error, Cites::FORM, Check::Commune(check), spoils Flaws::TIME
}

fn check(commune: &Commune<'_>, report: &mut Report<'_>) {
    for cell in &commune.cells {
        let unit = &cell.unit;
        look(&cell.file, day(&cell.file.founded), &cell.file.dissolved, unit, report);
        cell.members.rows.iter().for_each(|row| look(row, day(&row.from), &row.until, unit, report));
        cell.statuses.rows.iter().for_each(|row| look(row, day(&row.from), &row.until, unit, report));
        cell.roles.rows.iter().for_each(|row| look(row, day(&row.from), &row.until, unit, report));
    }
    let unit = &commune.unit;
    commune.villages.rows.iter().for_each(|row| look(row, day(&row.from), &row.until, unit, report));
    commune.officials.rows.iter().for_each(|row| look(row, Some(row.from.0), &row.until, unit, report));
    commune.agreements.iter().for_each(|row| look(row, Some(row.signed.0), &row.ended, unit, report));
}

fn day(field: &Field<Day>) -> Option<Date> {
    field.copied().map(|day| day.0)
}

fn look<T>(row: &Record<'_, T>, from: Option<Date>, until: &Field<Day>, unit: &Arc<str>, report: &mut Report<'_>) {
    let lang = report.ctx.lang;
    if let (Some(from), Some((until, at))) = (from, until.said())
        && until.0 < from
    {
        let (from, until) = (date::show(from, lang), date::show(until.0, lang));
        let message = say!(
            lang,
            "ngày cuối {until} trước ngày đầu {from}",
            "the last day {until} is before the first day {from}"
        );
        let remedy = say!(
            lang,
            "sửa một trong hai ngày; ngày cuối được tính vào",
            "mend one of the two; the last day is included"
        );
        report.add(&RULE, unit, row.place(at), message).remedy(remedy);
    }
}
