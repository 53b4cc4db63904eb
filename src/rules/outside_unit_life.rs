use std::sync::Arc;

use crate::{
    date::{self, Date, Span},
    finding::{Flaws, Place, Report},
    lang::say,
    register::{Cell, Commune, Lookup, people::span},
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Việc của một đơn vị nằm trong thời gian đơn vị tồn tại.
    /// en: What a unit records lies within the time of the unit.
    "outside-unit-life", Error, Cites::FORM, Check::Commune(check), spoils Flaws::WHOLE
}

fn check(commune: &Commune<'_>, report: &mut Report<'_>) {
    commune.cells.iter().for_each(|cell| of_cell(cell, report));
    for row in &commune.officials.rows {
        if let Some(life) = village_life(commune, &row.village) {
            look(row.from.0, life, &commune.unit, row.place(row.from.at), report);
        }
    }
    for agreement in &commune.agreements {
        let cells = agreement.cells.iter().filter_map(|cell| cell.get());
        let cells = cells.filter_map(|id| commune.cell(id).get().map(|cell| cell.life()));
        let lives: Vec<Span> = cells.chain(village_life(commune, &agreement.village)).collect();
        // One wrong day is one finding, however many of the units it misses.
        if let Some(life) = lives.into_iter().find(|life| !life.covers(agreement.signed.0)) {
            look(agreement.signed.0, life, &commune.unit, agreement.place(agreement.signed.at), report);
        }
    }
}

fn village_life(commune: &Commune<'_>, id: &str) -> Option<Span> {
    match commune.village(id) {
        Lookup::Found(village) => span(village, &village.from, &village.until),
        Lookup::Unread | Lookup::Missing => None,
    }
}

fn of_cell(cell: &Cell<'_>, report: &mut Report<'_>) {
    let (life, unit) = (cell.life(), &cell.unit);
    if life == Span::ALWAYS || life.is_empty() || cell.file.founded.is_unread() || cell.file.dissolved.is_unread() {
        return;
    }
    for meeting in &cell.meetings {
        look(meeting.day(), life, unit, meeting.place(meeting.date.at), report);
    }
    for (term, _) in cell.file.terms.each() {
        look(term.congress.0, life, unit, Place::in_source(cell.file.source, term.congress.at), report);
    }
    for (year, book) in &cell.years {
        if let Some(file) = book.file.get()
            && !life.overlaps(Span::year(*year))
        {
            look(Span::year(*year).from, life, unit, file.whole(), report);
        }
        for row in &book.briefings.rows {
            look(row.date.0, life, unit, row.place(row.date.at), report);
        }
    }
    let members = cell.members.rows.iter().filter_map(|row| Some((row.from.said()?, row.source)));
    let statuses = cell.statuses.rows.iter().filter_map(|row| Some((row.from.said()?, row.source)));
    let roles = cell.roles.rows.iter().filter_map(|row| Some((row.from.said()?, row.source)));
    for ((from, at), source) in members.chain(statuses).chain(roles) {
        look(from.0, life, unit, Place::in_source(source, at), report);
    }
}

fn look(day: Date, life: Span, unit: &Arc<str>, place: Place<'_>, report: &mut Report<'_>) {
    if life.covers(day) {
        return;
    }
    let lang = report.ctx.lang;
    let shown = date::show(day, lang);
    let message = if day < life.from {
        let from = date::show(life.from, lang);
        say!(lang, "{shown} trước ngày thành lập {from}", "{shown} is before the founding on {from}")
    } else {
        let until = date::show(life.until, lang);
        say!(lang, "{shown} sau ngày kết thúc {until}", "{shown} is after the end on {until}")
    };
    report.add(&RULE, unit, place, message);
}
