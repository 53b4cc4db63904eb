use std::{collections::BTreeSet, sync::Arc};

use crate::{
    finding::{Flaws, Place, Report},
    lang::say,
    parse::{Field, Id},
    register::{Cell, Commune, Lookup},
    rules::{Check, Cites, rule},
    source::Source,
};

rule! {
    /// vi: Mã đảng viên nhắc đến ở đâu cũng có trong danh sách đảng viên của chi bộ.
    /// en: A member who is referred to stands on the cell's roster.
    "unknown-member", Error, Cites::FORM, Check::Commune(check), spoils Flaws::ATTENDANCE
}

fn check(commune: &Commune<'_>, report: &mut Report<'_>) {
    let mut search = Search { report, without_roster: BTreeSet::new() };
    for cell in &commune.cells {
        search.tables(cell);
        search.meetings(cell);
        search.years(cell);
    }
    search.beyond_the_cells(commune);
}

/// Looks up one reference after another.
struct Search<'s, 'c> {
    report: &'s mut Report<'c>,
    /// Cells of which it has been said that there is no roster at all.
    without_roster: BTreeSet<Arc<str>>,
}

impl Search<'_, '_> {
    fn tables(&mut self, cell: &Cell<'_>) {
        for row in &cell.statuses.rows {
            self.look(cell, &cell.unit, &row.member, row.place(row.member.at));
        }
        for row in &cell.roles.rows {
            self.look(cell, &cell.unit, &row.member, row.place(row.member.at));
        }
    }

    fn meetings(&mut self, cell: &Cell<'_>) {
        for meeting in &cell.meetings {
            for (key, _) in meeting.attendance.get().map_or(&[][..], |entries| &entries.0) {
                if let Some((id, at)) = key.said() {
                    self.look(cell, &cell.unit, id, meeting.place(at));
                }
            }
            // Who chaired spoils nobody's attendance.
            let others = [&meeting.prepared_by, &meeting.chair, &meeting.minutes_by];
            let author = meeting.theme.get().map(|theme| &theme.author);
            for field in others.into_iter().chain(author) {
                self.said(cell, field, meeting.source);
            }
        }
    }

    fn years(&mut self, cell: &Cell<'_>) {
        for book in cell.years.values() {
            for row in &book.assessments.rows {
                self.look(cell, &cell.unit, &row.member, row.place(row.member.at));
            }
            let Some(file) = book.file.get() else { continue };
            let topics = file.thematic_plan.get().map(|plan| &plan.topics);
            for (topic, _) in topics.into_iter().flat_map(|topics| topics.each()) {
                self.said(cell, &topic.author, file.source);
            }
        }
    }

    /// Agreements and officials name a cell and its member.
    fn beyond_the_cells(&mut self, commune: &Commune<'_>) {
        for agreement in &commune.agreements {
            for secretary in agreement.secretaries.iter() {
                if let Some((secretary, at)) = secretary.said()
                    && let Lookup::Found(cell) = commune.cell(&secretary.cell)
                {
                    let place = Place::in_source(agreement.source, at);
                    self.look(cell, &commune.unit, &secretary.member, place);
                }
            }
        }
        for row in &commune.officials.rows {
            if let (Some(id), Some((member, at))) = (row.cell.get(), row.member.said())
                && let Lookup::Found(cell) = commune.cell(id)
            {
                self.look(cell, &commune.unit, member, Place::in_source(row.source, at));
            }
            if let Some((mentor, at)) = row.mentor.said()
                && let Lookup::Found(cell) = commune.cell(&mentor.cell)
            {
                self.look(cell, &commune.unit, &mentor.member, Place::in_source(row.source, at));
            }
        }
    }

    fn said(&mut self, cell: &Cell<'_>, field: &Field<Id<'_>>, source: &Source) {
        if let Some((id, at)) = field.said() {
            self.look(cell, &cell.unit, id, Place::in_source(source, at));
        }
    }

    fn look(&mut self, cell: &Cell<'_>, unit: &Arc<str>, id: &str, place: Place<'_>) {
        if !cell.person(id).is_missing() {
            return;
        }
        let (lang, name) = (self.report.ctx.lang, &cell.id);
        let of_cell = if name.is_empty() { String::new() } else { say!(lang, " của {name}", " of {name}") };
        if cell.members.is_absent() {
            // One file is missing: that is one finding, however many it would name.
            if self.without_roster.insert(Arc::clone(&cell.unit)) {
                let message = say!(
                    lang,
                    "chưa có danh sách đảng viên{of_cell} (members.csv) để biết `{id}` là ai",
                    "there is no roster{of_cell} (members.csv) that would tell who `{id}` is"
                );
                self.report.add(&RULE, unit, place, message);
            }
            return;
        }
        let known: Vec<&str> = cell.people.iter().map(|person| person.id.as_str()).collect();
        let message = say!(
            lang,
            "`{id}` không có trong danh sách đảng viên{of_cell} (members.csv)",
            "`{id}` is on no row of the roster{of_cell} (members.csv)"
        );
        let draft = self.report.add(&RULE, unit, place, message);
        if let Some(near) = crate::text::nearest(id, &known) {
            draft.remedy(say!(lang, "có phải là `{near}`?", "did you mean `{near}`?"));
        }
    }
}
