use std::sync::Arc;

use crate::{
    date::{self, Date, Span},
    finding::{Flaws, Place, Report},
    lang::{Words, say},
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
            let what = Words::new("chức vụ", "a post");
            look(what, row.from.0, &life, &commune.unit, row.place(row.from.at), report);
        }
    }
    for agreement in commune.agreements.iter().filter(|agreement| !agreement.has(Flaws::WHOLE)) {
        let cells = agreement.cells.iter().filter_map(|cell| cell.get());
        let cells = cells.filter_map(|id| cell_life(commune.cell(id).get()?));
        let signed = agreement.signed.0;
        // One wrong day is one finding, however many of the units it misses.
        let missed = cells.chain(village_life(commune, &agreement.village)).find(|life| !life.span.covers(signed));
        if let Some(life) = missed {
            let what = Words::new("quy chế phối hợp", "an agreement");
            look(what, signed, &life, &commune.unit, agreement.place(agreement.signed.at), report);
        }
    }
}

/// The time of a unit, which it has in full.
struct Life<'l> {
    span: Span,
    unit: &'l str,
    kind: Words,
}

/// `None` where the time is not known, or no day is in it.
fn cell_life<'c>(cell: &'c Cell<'_>) -> Option<Life<'c>> {
    let span = span(&cell.file, &cell.file.founded, &cell.file.dissolved).filter(|span| !span.is_empty())?;
    Some(Life { span, unit: &cell.id, kind: Words::new("chi bộ", "the cell") })
}

fn village_life<'c>(commune: &'c Commune<'_>, id: &str) -> Option<Life<'c>> {
    let Lookup::Found(village) = commune.village(id) else { return None };
    let span = span(village, &village.from, &village.until).filter(|span| !span.is_empty())?;
    Some(Life { span, unit: &village.id, kind: Words::new("thôn", "the village") })
}

fn of_cell(cell: &Cell<'_>, report: &mut Report<'_>) {
    let Some(life) = cell_life(cell).filter(|life| life.span != Span::ALWAYS) else { return };
    let unit = &cell.unit;
    for meeting in cell.meetings.iter().filter(|meeting| meeting.is_sound()) {
        let what = Words::new("cuộc họp", "a meeting");
        look(what, meeting.day(), &life, unit, meeting.place(meeting.date.at), report);
    }
    for (term, _) in cell.file.terms.each() {
        let place = Place::in_source(cell.file.source, term.congress.at);
        look(Words::new("đại hội", "a congress"), term.congress.0, &life, unit, place, report);
    }
    years(cell, &life, report);
    let members = cell.members.rows.iter().filter_map(|row| Some((row.from.said()?, row.source)));
    let statuses = cell.statuses.rows.iter().filter_map(|row| Some((row.from.said()?, row.source)));
    let roles = cell.roles.rows.iter().filter_map(|row| Some((row.from.said()?, row.source)));
    for ((from, at), source) in members.chain(statuses).chain(roles) {
        look(Words::new("`from`", "`from`"), from.0, &life, unit, Place::in_source(source, at), report);
    }
}

fn years(cell: &Cell<'_>, life: &Life<'_>, report: &mut Report<'_>) {
    for (year, book) in &cell.years {
        let span = Span::year(*year);
        if let Some(file) = book.file.get()
            && !life.span.overlaps(span)
        {
            // The day of the year that comes nearest to the unit's time.
            let day = if span.until < life.span.from { span.until } else { span.from };
            look(Words::new("năm công tác", "the year"), day, life, &cell.unit, file.whole(), report);
        }
        for row in &book.briefings.rows {
            let what = Words::new("buổi giao ban", "a briefing");
            look(what, row.date.0, life, &cell.unit, row.place(row.date.at), report);
        }
    }
}

fn look(what: Words, day: Date, life: &Life<'_>, unit: &Arc<str>, place: Place<'_>, report: &mut Report<'_>) {
    if life.span.covers(day) {
        return;
    }
    let lang = report.ctx.lang;
    let (what, shown, kind) = (what.of(lang), date::show(day, lang), life.kind.of(lang));
    // A cell at the root of its own register has no id.
    let whose = if life.unit.is_empty() { kind.to_owned() } else { format!("{kind} `{}`", life.unit) };
    let message = if day < life.span.from {
        let from = date::show(life.span.from, lang);
        say!(
            lang,
            "{what} ghi ngày {shown}, trước ngày thành lập {whose} ({from})",
            "{what} is dated {shown}, before {whose} was founded ({from})"
        )
    } else {
        let until = date::show(life.span.until, lang);
        say!(
            lang,
            "{what} ghi ngày {shown}, sau ngày cuối của {whose} ({until})",
            "{what} is dated {shown}, after the last day of {whose} ({until})"
        )
    };
    report.add(&RULE, unit, place, message);
}
