//! Who of a cell has an assignment in a year: by the rows of assessments.csv, or by the totals that stand in for them.

use crate::{
    date::Date,
    finding::{Flaws, Place},
    lang::say,
    parse::Vocabulary,
    records::{
        assessment::AssessmentRow,
        cell_year::AssignmentCounts,
        member::MemberRow,
        status::{Status, StatusRow},
    },
    register::{
        Cell, CellYearBook, Lookup, Record,
        people::{Membership, Person, span},
    },
    targets::{Ask, CellInYear, Miss, Sink, attended::error_of, graded::placed},
};

type Row<'a> = Record<'a, AssessmentRow<'a>>;

const EXEMPT: [Status; 2] = [Status::Exempt, Status::ExemptTemporarily];

pub(super) fn leave_out(places: Vec<Place<'_>>, sink: &mut Sink<'_, '_>) {
    sink.cover(false);
    places.into_iter().for_each(|place| sink.left_out(place));
}

/// On strength at the reference date and not exempt then; who is away still counts here.
fn is_expected(cell: &Cell<'_>, person: &Person, membership: Option<Option<Membership>>, day: Date) -> Option<bool> {
    let on_strength = membership?.is_some_and(|membership| !membership.temporary);
    Some(on_strength && !person.has_status(&cell.statuses, day, &EXEMPT)?)
}

/// Why a member of the day is not expected to have an assignment; of who is none, nothing is to be said.
fn tell_why_not(cell: &Cell<'_>, person: &Person, day: Date, sink: &mut Sink<'_, '_>) {
    let id = &person.id;
    let of_day =
        |row: &&Record<'_, MemberRow<'_>>| span(row, &row.from, &row.until).is_some_and(|time| time.covers(day));
    let Some(membership) = person.memberships(&cell.members).find(of_day) else { return };
    if membership.temporary.copied().is_some_and(|temporary| temporary.0) {
        return sink.seen(membership.whole(), |lang| {
            say!(lang, "không tính: `{id}` sinh hoạt tạm thời", "not counted: `{id}` is here for a time only")
        });
    }
    let holds = |row: &&Record<'_, StatusRow<'_>>| {
        EXEMPT.contains(&row.status) && span(row, &row.from, &row.until).is_some_and(|time| time.covers(day))
    };
    if let Some(row) = person.statuses(&cell.statuses).find(holds) {
        sink.seen(row.whole(), |lang| {
            let status = row.status.label().of(lang);
            say!(lang, "không tính: `{id}` {status}", "not counted: `{id}` is {status}")
        });
    }
}

/// Of each person of the roster, by their place in it, the first row of the year's assessments; `Unread` where it may be
/// one that could not be read.
pub(super) fn assessed<'c, 'a>(cell: &'c Cell<'a>, year: i32) -> Vec<Lookup<&'c Row<'a>>> {
    let table = cell.years.get(&year).map(|book| &book.assessments);
    let is_unsure = table.is_some_and(|table| table.unread || table.unwritten);
    let absent = || if is_unsure { Lookup::Unread } else { Lookup::Missing };
    let mut found: Vec<_> = cell.people.iter().map(|_| absent()).collect();
    for (row, place) in table.into_iter().flat_map(|table| placed(cell, &table.rows)) {
        if let Some(place) = place.filter(|place| found[*place].get().is_none()) {
            found[place] = Lookup::Found(row);
        }
    }
    found
}

/// Whether a row can be used; one with an error is left out.
fn is_sound(row: &Record<'_, AssessmentRow<'_>>) -> bool {
    !row.task.is_unread() && !row.has(Flaws::WHOLE)
}

/// Member by member. `totals` is the record that may give totals, but cannot be read.
pub(super) fn by_rows(
    cell: &CellInYear<'_>,
    book: &CellYearBook<'_>,
    totals: Option<Place<'_>>,
    ask: &Ask<'_>,
    sink: &mut Sink<'_, '_>,
) {
    let rows = &book.assessments;
    let tables = [
        (cell.members.unread, cell.members.place()),
        (cell.statuses.unread, cell.statuses.place()),
        (rows.unread, rows.place()),
    ];
    let unread = tables.into_iter().filter(|(unread, _)| *unread).map(|(_, place)| place.unwrap_or(cell.place()));
    let unread: Vec<Place<'_>> = unread.collect();
    if !unread.is_empty() {
        return leave_out(unread, sink);
    }
    let mut misses = Vec::new();
    let (mut assigned, mut left_out) = (Vec::with_capacity(cell.people.len()), Vec::new());
    for ((person, membership), assessed) in cell.members().zip(cell.assessed_by_member()) {
        match is_expected(cell, person, membership, ask.reference) {
            Some(true) => match *assessed {
                Lookup::Found(row) if !is_sound(row) => left_out.push(row.whole()),
                Lookup::Found(row) if row.task.get().is_some() => assigned.push(row),
                Lookup::Found(row) => misses.push((person, Some(row))),
                Lookup::Missing | Lookup::Unread => misses.push((person, None)),
            },
            Some(false) if sink.is_traced() => tell_why_not(cell, person, ask.reference, sink),
            Some(false) => {}
            None => left_out.push(error_of(cell, person)),
        }
    }
    let doubtful = doubtful(cell, book, totals, &misses);
    if !doubtful.is_empty() {
        return leave_out(doubtful, sink);
    }
    sink.cover(rows.rows.iter().any(|row| row.task.get().is_some()));
    left_out.into_iter().for_each(|place| sink.left_out(place));
    assigned.into_iter().for_each(|row| sink.holds(row.whole()));
    let table = rows.place().unwrap_or(cell.place());
    for (person, row) in misses {
        let row = row.map(Record::whole);
        sink.missing(row.unwrap_or(table), 1, || vec![miss(&person.id, row, table, ask)]);
    }
}

/// Records with an error under which what seems to be missing may stand.
fn doubtful<'c>(
    cell: &'c Cell<'_>,
    book: &'c CellYearBook<'_>,
    totals: Option<Place<'c>>,
    misses: &[(&Person, Option<&Row<'_>>)],
) -> Vec<Place<'c>> {
    if misses.is_empty() {
        return Vec::new();
    }
    let is_stray = |member: &str| cell.person(member).is_missing();
    let statuses = cell.statuses.rows.iter().filter(|row| EXEMPT.contains(&row.status) && is_stray(&row.member));
    let mut places: Vec<Place<'c>> = statuses.map(Record::whole).collect();
    if misses.iter().any(|(_, row)| row.is_none()) {
        // A row of nobody on the roster may be theirs, and totals stand in for rows.
        places.extend(book.assessments.rows.iter().filter(|row| is_stray(&row.member)).map(Record::whole));
        places.extend(totals);
    }
    places
}

fn miss<'c>(id: &str, row: Option<Place<'c>>, table: Place<'c>, ask: &Ask<'_>) -> Miss<'c> {
    let (lang, year) = (ask.ctx.lang, ask.year);
    let message = if row.is_some() {
        say!(
            lang,
            "`{id}` chưa được phân công nhiệm vụ năm {year} (cột task)",
            "`{id}` has no assignment for {year} (column task)"
        )
    } else {
        say!(
            lang,
            "`{id}` không có dòng phân công nhiệm vụ năm {year} trong assessments.csv",
            "`{id}` has no row with an assignment in assessments.csv of {year}"
        )
    };
    Miss { place: row.unwrap_or(table), period: ask.year_period(), message }
}

/// Totals stand in for the rows that are missing; a cell that sends totals only has no rows at all.
pub(super) fn by_totals(
    cell: &Cell<'_>,
    book: &CellYearBook<'_>,
    (assigned, expected): (u64, u64),
    place: Place<'_>,
    ask: &Ask<'_>,
    sink: &mut Sink<'_, '_>,
) {
    let is_expected = |row: &&Row<'_>| {
        cell.people.find(&row.member).is_some_and(|person| {
            let membership = person.membership(&cell.members, ask.reference);
            is_expected(cell, person, membership, ask.reference) == Some(true)
        })
    };
    // A table that waits to be filled says nothing beside the totals.
    let is_waiting = book.assessments.rows.iter().all(|row| row.is_waiting());
    let rows = book.assessments.rows.iter().filter(|_| !is_waiting);
    let rows: Vec<&Record<'_, AssessmentRow<'_>>> = rows.filter(is_expected).collect();
    let unsound: Vec<Place<'_>> = rows.iter().filter(|row| !is_sound(row)).map(|row| row.whole()).collect();
    if !unsound.is_empty() {
        // The totals speak of these members too, and it is not known what.
        return leave_out(unsound, sink);
    }
    sink.cover(true);
    let (with_task, without): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.task.get().is_some());
    let rest = expected.saturating_sub((with_task.len() + without.len()) as u64);
    let assigned = assigned.saturating_sub(with_task.len() as u64).min(rest);
    with_task.iter().for_each(|row| sink.holds(row.whole()));
    for row in without {
        sink.missing(row.whole(), 1, || vec![miss(&row.member, Some(row.whole()), place, ask)]);
    }
    (0..assigned).for_each(|_| sink.holds(place));
    let (lang, year, of) = (ask.ctx.lang, ask.year, rest - assigned);
    for nth in 1..=of {
        let message = say!(
            lang,
            "năm {year}, người thứ {nth} trong {of} đảng viên chưa được phân công nhiệm vụ, theo [assignment_counts]",
            "in {year}, number {nth} of {of} members without an assignment, says [assignment_counts]"
        );
        sink.subject(place, vec![Miss { place, period: ask.year_period(), message }]);
    }
}

/// What the year's file says of how many are assigned.
pub(super) enum Totals<'c> {
    Given {
        assigned: u64,
        expected: u64,
        place: Place<'c>,
    },
    Missing,
    /// They cannot be read, are not whole, or contradict themselves.
    Doubtful(Place<'c>),
}

pub(super) fn totals<'c>(book: &'c CellYearBook<'_>, year_file: &'c str) -> Totals<'c> {
    let file = match &book.file {
        Lookup::Found(file) => file,
        Lookup::Unread => return Totals::Doubtful(Place::path(year_file)),
        Lookup::Missing => return Totals::Missing,
    };
    let place = file.whole();
    match file.assignment_counts.get() {
        // An unknown key may be the totals, misspelt.
        None if file.assignment_counts.is_unread() || file.has(Flaws::KEYS) => Totals::Doubtful(place),
        None => Totals::Missing,
        Some(AssignmentCounts { expected, assigned }) => match (assigned.copied(), expected.copied()) {
            (Some(assigned), Some(expected)) if assigned <= expected => {
                Totals::Given { assigned: assigned.into(), expected: expected.into(), place }
            }
            _ => Totals::Doubtful(place),
        },
    }
}
