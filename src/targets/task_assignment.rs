use crate::{
    date::Date,
    finding::{Flaws, Place},
    lang::say,
    records::{assessment::AssessmentRow, cell_year::AssignmentCounts, status::Status},
    register::{Cell, CellYearBook, Commune, Lookup, Table, people::Person},
    targets::{Ask, Count, Goal, Miss, Sink, target},
};

target! {
    /// vi: Tỷ lệ đảng viên được phân công nhiệm vụ, trừ người được miễn.
    /// en: The share of members who have an assignment, the exempt left out.
    "task-assignment", ["2.I.2.1-6", "2.III.1.2"], Goal::All, Yearly, EachSubject,
    "Đảng viên được phân công nhiệm vụ" / "Members with an assignment", Count::Cell(count)
}

const EXEMPT: [Status; 2] = [Status::Exempt, Status::ExemptTemporarily];

fn count(_: &Commune<'_>, cell: &Cell<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    if !ask.is_due_year(cell.life()) {
        return;
    }
    let nothing = CellYearBook::default();
    let book = cell.years.get(&ask.year).unwrap_or(&nothing);
    let totals = match totals(book) {
        Ok(totals) => totals,
        Err(()) => return leave_out(cell, book, sink),
    };
    sink.cover(totals.is_some() || book.assessments.rows.iter().any(|row| row.task.get().is_some()));
    if let Some((assigned, expected)) = totals {
        // Totals stand in for the rows that are missing; a cell that sends totals only has no rows at all.
        return by_totals(cell, book, assigned, expected, ask, sink);
    }
    if cell.members.unread || cell.statuses.unread || book.assessments.unread {
        return leave_out(cell, book, sink);
    }
    for person in cell.people.iter() {
        match is_expected(cell, person, ask.reference) {
            Some(true) => one(cell, person, &book.assessments, ask, sink),
            Some(false) => {}
            None => sink.left_out(membership_place(cell, person)),
        }
    }
}

/// On strength at the reference date and not exempt then; who is away still counts here.
fn is_expected(cell: &Cell<'_>, person: &Person, day: Date) -> Option<bool> {
    let on_strength = person.membership(&cell.members, day)?.is_some_and(|membership| !membership.temporary);
    Some(on_strength && !person.has_status(&cell.statuses, day, &EXEMPT)?)
}

fn one(cell: &Cell<'_>, person: &Person, rows: &Table<'_, AssessmentRow<'_>>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    let (lang, id, year) = (ask.ctx.lang, &person.id, ask.year);
    let miss = |place, message| vec![Miss { place, period: ask.year_period(), message }];
    match rows.find(|row| **row.member == **id) {
        Lookup::Found(row) if row.task.is_unread() || row.has(Flaws::WHOLE) => sink.left_out(row.whole()),
        Lookup::Found(row) if row.task.get().is_some() => sink.subject(Vec::new()),
        Lookup::Found(row) => sink.subject(miss(
            row.whole(),
            say!(
                lang,
                "`{id}` chưa được phân công nhiệm vụ năm {year} (cột task)",
                "`{id}` has no assignment for {year} (column task)"
            ),
        )),
        Lookup::Missing | Lookup::Unread => sink.subject(miss(
            rows.source.map_or(cell.place(), |source| Place::in_source(source, crate::source::At::File)),
            say!(
                lang,
                "`{id}` không có dòng phân công nhiệm vụ năm {year} trong assessments.csv",
                "`{id}` has no row with an assignment in assessments.csv of {year}"
            ),
        )),
    }
}

/// Assigned and expected, where the cell gives totals; an error where they cannot be read.
fn totals(book: &CellYearBook<'_>) -> Result<Option<(u64, u64)>, ()> {
    let file = match &book.file {
        Lookup::Found(file) => file,
        // Without the year's file, rows alone may still tell.
        Lookup::Unread => return Err(()),
        Lookup::Missing => return Ok(None),
    };
    if file.assignment_counts.is_unread() {
        return Err(());
    }
    let Some(AssignmentCounts { expected, assigned }) = file.assignment_counts.get() else {
        return Ok(None);
    };
    if expected.is_unread() || assigned.is_unread() {
        return Err(());
    }
    Ok(expected.copied().zip(assigned.copied()).map(|(expected, assigned)| (assigned.into(), expected.into())))
}

fn by_totals(
    cell: &Cell<'_>,
    book: &CellYearBook<'_>,
    assigned: u64,
    expected: u64,
    ask: &Ask<'_>,
    sink: &mut Sink<'_, '_>,
) {
    let (mut rows, mut with_task) = (0, 0);
    for row in &book.assessments.rows {
        let person = cell.people.find(&row.member);
        if person.is_some_and(|person| is_expected(cell, person, ask.reference) == Some(true)) {
            rows += 1;
            with_task += u64::from(row.task.get().is_some());
            if let Some(person) = person {
                one(cell, person, &book.assessments, ask, sink);
            }
        }
    }
    let rest = expected.saturating_sub(rows);
    let assigned = assigned.saturating_sub(with_task).min(rest);
    let (lang, year) = (ask.ctx.lang, ask.year);
    for _ in 0..assigned {
        sink.subject(Vec::new());
    }
    for nth in 1..=rest - assigned {
        let (place, of) = (book.file.get().map_or(cell.place(), |file| file.whole()), rest - assigned);
        let message = say!(
            lang,
            "năm {year}, người thứ {nth} trong {of} đảng viên chưa được phân công nhiệm vụ, theo [assignment_counts]",
            "in {year}, number {nth} of {of} members without an assignment, says [assignment_counts]"
        );
        sink.subject(vec![Miss { place, period: ask.year_period(), message }]);
    }
}

fn leave_out(cell: &Cell<'_>, book: &CellYearBook<'_>, sink: &mut Sink<'_, '_>) {
    sink.cover(false);
    sink.left_out(match (&book.file, book.assessments.source) {
        (Lookup::Found(file), _) => file.whole(),
        (_, Some(source)) => Place::in_source(source, crate::source::At::File),
        _ => cell.place(),
    });
}

fn membership_place<'c>(cell: &'c Cell<'_>, person: &Person) -> Place<'c> {
    person.memberships(&cell.members).last().map_or(cell.place(), |row| row.whole())
}
