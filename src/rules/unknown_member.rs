use std::sync::Arc;

use crate::{
    finding::{Flaws, Place, Report},
    lang::say,
    parse::{Field, Id},
    register::{Cell, Commune, Lookup},
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Mã đảng viên nhắc đến ở đâu cũng có trong danh sách đảng viên của chi bộ.
    /// en: A member who is referred to stands on the cell's roster.
    "unknown-member", Error, Cites::FORM, Check::Commune(check), spoils Flaws::ATTENDANCE
}

fn check(commune: &Commune<'_>, report: &mut Report<'_>) {
    for cell in &commune.cells {
        tables(cell, report);
        meetings(cell, report);
        years(cell, report);
    }
    beyond_the_cell(commune, report);
}

fn tables(cell: &Cell<'_>, report: &mut Report<'_>) {
    for row in &cell.statuses.rows {
        look(cell, &cell.unit, &row.member, row.place(row.member.at), report);
    }
    for row in &cell.roles.rows {
        look(cell, &cell.unit, &row.member, row.place(row.member.at), report);
    }
}

fn meetings(cell: &Cell<'_>, report: &mut Report<'_>) {
    for meeting in &cell.meetings {
        for (key, _) in meeting.attendance.get().map_or(&[][..], |entries| &entries.0) {
            if let Some((id, at)) = key.said() {
                look(cell, &cell.unit, id, meeting.place(at), report);
            }
        }
        // Who chaired spoils nobody's attendance.
        let others = [&meeting.prepared_by, &meeting.chair, &meeting.minutes_by];
        let author = meeting.theme.get().map(|theme| &theme.author);
        for field in others.into_iter().chain(author) {
            said(cell, field, meeting.source, report);
        }
    }
}

fn years(cell: &Cell<'_>, report: &mut Report<'_>) {
    for book in cell.years.values() {
        for row in &book.assessments.rows {
            look(cell, &cell.unit, &row.member, row.place(row.member.at), report);
        }
        let Some(file) = book.file.get() else { continue };
        let topics = file.thematic_plan.get().map(|plan| &plan.topics);
        for (topic, _) in topics.into_iter().flat_map(|topics| topics.each()) {
            said(cell, &topic.author, file.source, report);
        }
    }
}

/// Agreements and officials name a cell and its member.
fn beyond_the_cell(commune: &Commune<'_>, report: &mut Report<'_>) {
    for agreement in &commune.agreements {
        for secretary in agreement.secretaries.iter() {
            if let Some((secretary, at)) = secretary.said()
                && let Lookup::Found(cell) = commune.cell(&secretary.cell)
            {
                look(cell, &commune.unit, &secretary.member, Place::in_source(agreement.source, at), report);
            }
        }
    }
    for row in &commune.officials.rows {
        if let (Some(id), Some((member, at))) = (row.cell.get(), row.member.said())
            && let Lookup::Found(cell) = commune.cell(id)
        {
            look(cell, &commune.unit, member, Place::in_source(row.source, at), report);
        }
        if let Some((mentor, at)) = row.mentor.said()
            && let Lookup::Found(cell) = commune.cell(&mentor.cell)
        {
            look(cell, &commune.unit, &mentor.member, Place::in_source(row.source, at), report);
        }
    }
}

fn said(cell: &Cell<'_>, field: &Field<Id<'_>>, source: &crate::source::Source, report: &mut Report<'_>) {
    if let Some((id, at)) = field.said() {
        look(cell, &cell.unit, id, Place::in_source(source, at), report);
    }
}

fn look(cell: &Cell<'_>, unit: &Arc<str>, id: &str, place: Place<'_>, report: &mut Report<'_>) {
    if !cell.person(id).is_missing() {
        return;
    }
    let (lang, name) = (report.ctx.lang, &cell.id);
    let known: Vec<&str> = cell.people.iter().map(|person| person.id.as_str()).collect();
    let of_cell = if name.is_empty() { String::new() } else { say!(lang, " của {name}", " of {name}") };
    let message = say!(
        lang,
        "`{id}` không có trong danh sách đảng viên{of_cell} (members.csv)",
        "`{id}` is on no row of the roster{of_cell} (members.csv)"
    );
    let draft = report.add(&RULE, unit, place, message);
    if let Some(near) = crate::text::nearest(id, &known) {
        draft.remedy(say!(lang, "có phải là `{near}`?", "did you mean `{near}`?"));
    }
}
