//! The files that a year has, unit by unit.

use crate::{
    command::{
        Failure,
        change::Change,
        new_unit::{columns, header, meanings, meanings_of},
        template::{Forms, forms},
        there::sound,
    },
    context::Context,
    date::{Date, Span},
    edit::sheet::Sheet,
    lang::{Lang, say},
    records::{
        assessment::AssessmentRow, briefing::BriefingRow, meeting::Area, status::Status, village_year::VillageYearRow,
    },
    register::{
        Cell, Commune, Table,
        claim::Claim,
        discover::UnitDir,
        people::{Person, span},
    },
    regulations::GradeRules,
    render::Paths,
    text::list_ids,
    unit::{UnitLevel, join, within},
};

pub(in crate::command) static DISTRICT_YEAR: Forms = forms!("district-year", "toml");
pub(in crate::command) static COMMUNE_YEAR: Forms = forms!("commune-year", "toml");
pub(in crate::command) static CELL_YEAR: Forms = forms!("cell-year", "toml");

/// What is to be said beside what is written.
#[derive(Debug, Default)]
pub(super) struct Notes {
    pub(super) said: Vec<String>,
    /// What still lacks, for a fault elsewhere.
    pub(super) lacking: Vec<String>,
}

impl Notes {
    fn lacks(&mut self, said: String) {
        self.lacking.push(said);
    }
}

/// The year that is prepared.
#[derive(Clone, Copy)]
pub(super) struct OfYear<'c> {
    pub(super) ctx: &'c Context,
    pub(super) paths: &'c Paths,
    pub(super) year: i32,
    /// On which the command is given.
    pub(super) today: Date,
    /// Of the files.
    pub(super) lang: Lang,
}

impl OfYear<'_> {
    /// The day on which the state is taken: the year's last, or today where that is still to come.
    fn day(self) -> Date {
        Span::year(self.year).until.min(self.today)
    }

    fn file(self, unit: &UnitDir, claim: Claim, name: &str, text: String) -> Change {
        Change::new_file(unit, claim, &format!("{}/{name}", self.year), text)
    }

    /// A table of the year: a new one, or the one that is there, with a row for each owner that it lacks.
    fn table<T>(
        self,
        mut new: Change,
        mut sheet: Sheet,
        there: Option<&Table<'_, T>>,
        lacking: (&'static str, &[&str]),
        notes: &mut Notes,
    ) -> Result<Option<Change>, Failure> {
        let (column, owners) = lacking;
        if let Some(table) = there.filter(|table| !table.is_absent() && !owners.is_empty()) {
            let seen = table.source.map(|source| &*source.text);
            match sound(self.ctx, &new.file(), seen, self.paths)? {
                Ok(Some((bytes, source))) => {
                    let unit = new.unit.clone();
                    new = Change::edit(&unit, new.claim, bytes, &source, String::new());
                    sheet = Sheet::of(&source);
                }
                // Gone meanwhile, and so are its rows.
                Ok(None) => return Ok(None),
                Err(why) => {
                    notes.lacks(say!(
                        self.ctx.lang,
                        "chưa thêm dòng còn thiếu, vì {why}",
                        "the missing rows were not added, for {why}"
                    ));
                    return Ok(None);
                }
            }
        }
        owners.iter().for_each(|owner| sheet.add(&[(column, (*owner).to_owned())]));
        sheet.text().clone_into(&mut new.after);
        Ok(Some(new))
    }

    fn form(self, forms: &Forms, values: &[(&str, &str)]) -> String {
        let year = self.year.to_string();
        let values: Vec<(&str, &str)> = values.iter().copied().chain([("year", year.as_str())]).collect();
        forms.of(self.lang).fill("year", &values) + "\n"
    }
}

pub(super) fn of_district(unit: &UnitDir, year: OfYear<'_>) -> Change {
    year.file(unit, Claim::DistrictYear(year.year), "year.toml", year.form(&DISTRICT_YEAR, &[]))
}

/// The files of a commune and its cells, as far as they lie within a unit; and what is to be said.
pub(super) fn of_commune(
    commune: &Commune<'_>,
    scope: &UnitDir,
    year: OfYear<'_>,
) -> Result<(Vec<Change>, Notes), Failure> {
    let (mut changes, mut notes) = (Vec::new(), Notes::default());
    if !commune.outside && within(&commune.unit, &scope.id) {
        let unit = UnitDir { id: commune.unit.clone(), level: UnitLevel::Commune };
        changes.push(year.file(&unit, Claim::CommuneYear(year.year), "year.toml", year.form(&COMMUNE_YEAR, &[])));
        if commune.villages.unread {
            let (lang, number, path) = (year.ctx.lang, year.year, year.paths.show(&join(&unit.id, "villages.csv")));
            notes.lacks(say!(
                lang,
                "{path} còn lỗi nên chưa lập villages.csv của năm {number}; chạy chibo check rồi sửa trước",
                "{path} is at fault, so there is no villages.csv of {number} yet; run chibo check and mend it first"
            ));
        } else {
            changes.extend(villages(commune, &unit, year, &mut notes)?);
        }
    }
    for cell in commune.cells.iter().filter(|cell| within(&cell.unit, &scope.id)) {
        let lives = cell.sure_life().is_none_or(|life| life.overlaps(Span::year(year.year)));
        if lives {
            of_cell(cell, year, &mut changes, &mut notes)?;
        }
    }
    Ok((changes, notes))
}

/// A row a village that the year has; none where there is no village.
fn villages(
    commune: &Commune<'_>,
    unit: &UnitDir,
    year: OfYear<'_>,
    notes: &mut Notes,
) -> Result<Option<Change>, Failure> {
    let there = commune.years.get(&year.year).map(|book| &book.villages);
    let has_row = |id: &str| there.is_some_and(|table| table.rows.iter().any(|row| **row.village == *id));
    let mut ids: Vec<&str> = Vec::new();
    for village in &commune.villages.rows {
        let life = span(village, &village.from, &village.until);
        let reached = Span { until: year.day().max(Span::year(year.year).from), ..Span::year(year.year) };
        if life.is_some_and(|life| life.overlaps(reached)) && !ids.contains(&&**village.id) {
            ids.push(&village.id);
        }
    }
    if ids.is_empty() {
        return Ok(None);
    }
    ids.retain(|id| !has_row(id));
    let new = year.file(unit, Claim::VillageYear(year.year), "villages.csv", String::new());
    year.table(new, Sheet::new(columns::<VillageYearRow<'_>>()), there, ("village", &ids), notes)
}

fn of_cell(cell: &Cell<'_>, year: OfYear<'_>, changes: &mut Vec<Change>, notes: &mut Notes) -> Result<(), Failure> {
    let unit = UnitDir { id: cell.unit.clone(), level: UnitLevel::Cell };
    let rules = GradeRules::of(year.year);
    let form = year
        .form(&CELL_YEAR, &[("grades", &meanings_of(rules.cells, year.lang)), ("areas", &meanings::<Area>(year.lang))]);
    changes.push(year.file(&unit, Claim::CellYear(year.year), "year.toml", form));
    if !sends_totals(cell, year.year) {
        changes.extend(assessments(cell, &unit, year, notes)?);
    }
    if cell.is_village_cell() {
        let text = header::<BriefingRow<'_>>();
        changes.push(year.file(&unit, Claim::Briefings(year.year), "briefings.csv", text));
    }
    Ok(())
}

/// Whether the cell sends totals, and so no rows.
fn sends_totals(cell: &Cell<'_>, year: i32) -> bool {
    let file = cell.years.get(&year).and_then(|book| book.file.get());
    file.is_some_and(|file| !(file.assessment_counts.is_absent() && file.assignment_counts.is_absent()))
}

/// A row a member who has an assignment to get or is to be graded.
fn assessments(
    cell: &Cell<'_>,
    unit: &UnitDir,
    year: OfYear<'_>,
    notes: &mut Notes,
) -> Result<Option<Change>, Failure> {
    let (lang, number) = (year.ctx.lang, year.year);
    let shown = if unit.id.is_empty() { String::new() } else { format!("{}: ", unit.id) };
    if cell.members.unread || cell.statuses.unread {
        let tables = year.paths.show(&join(&unit.id, "members.csv"));
        notes.lacks(say!(
            lang,
            "{tables} hoặc statuses.csv còn lỗi nên chưa lập assessments.csv",
            "{tables} or statuses.csv is at fault, so there is no assessments.csv yet"
        ));
        return Ok(None);
    }
    let members = || cell.people.iter().filter(|person| is_on_strength(cell, person, year.day()));
    let there = cell.years.get(&number).map(|book| &book.assessments);
    let has_row = |id: &str| there.is_some_and(|table| table.rows.iter().any(|row| **row.member == *id));
    let lacking: Vec<&Person> = members().filter(|person| !has_row(&person.id)).collect();
    if members().next().is_none() {
        notes.said.push(say!(
            lang,
            "{shown}chưa có đảng viên nào nên chưa lập assessments.csv của năm {number}",
            "{shown}there is no member yet, so there is no assessments.csv of {number}"
        ));
        return Ok(None);
    }
    let ungraded = lacking.iter().filter(|person| !is_graded(cell, person, year));
    let ungraded: Vec<&str> = ungraded.map(|person| person.id.as_str()).collect();
    if !ungraded.is_empty() {
        let ungraded = list_ids(&ungraded, lang);
        notes.said.push(say!(
            lang,
            "{shown}năm {number} không xếp loại {ungraded}: chỉ ghi nhiệm vụ",
            "{shown}{ungraded} not graded for {number}: an assignment only"
        ));
    }
    let ids: Vec<&str> = lacking.iter().map(|person| person.id.as_str()).collect();
    let new = year.file(unit, Claim::Assessments(number), "assessments.csv", String::new());
    year.table(new, Sheet::new(columns::<AssessmentRow<'_>>()), there, ("member", &ids), notes)
}

/// Not here for a time only, and not exempt.
fn is_on_strength(cell: &Cell<'_>, person: &Person, day: Date) -> bool {
    let member = person.membership(&cell.members, day).flatten().is_some_and(|membership| !membership.temporary);
    member && person.has_status(&cell.statuses, day, &[Status::Exempt, Status::ExemptTemporarily]) == Some(false)
}

/// By the guidance of the year: neither suspended nor too short a time in the Party.
fn is_graded(cell: &Cell<'_>, person: &Person, year: OfYear<'_>) -> bool {
    let rules = GradeRules::of(year.year);
    let soon = |day: Date| day > rules.admitted_until(year.year);
    let admitted = person.memberships(&cell.members).map(|row| row.admitted.earliest()).min();
    let excused = person.has_status(&cell.statuses, year.day(), rules.excused) == Some(true);
    !excused && !admitted.is_some_and(soon)
}
