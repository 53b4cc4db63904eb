//! How the members of a cell were graded in a year: what every target on grades counts.

use crate::{
    date::Span,
    finding::{Flaws, Place},
    parse::{Field, Vocabulary},
    records::{
        assessment::{AssessmentRow, MemberGrade},
        member::MemberRow,
    },
    register::{
        Cell, CellYearBook, Lookup, Record,
        people::{Person, span},
    },
    regulations::GradeRules,
    targets::{Ask, Sink, doubt},
};

/// How the members of a cell were graded in a year.
#[derive(Default)]
pub(crate) struct Grades<'c> {
    graded: Vec<Graded<'c>>,
    /// Due to be assessed, and without a grade.
    unknown: Vec<Place<'c>>,
    left_out: Vec<Place<'c>>,
    /// The year's file, where it could not be read and nothing else gave the grades.
    unread_year: Option<String>,
    are_totals: bool,
}

/// A grade, and how many members a record gives it.
pub(crate) struct Graded<'c> {
    pub(super) place: Place<'c>,
    /// Absent where the cell sent totals.
    pub(crate) member: Option<&'c str>,
    pub(crate) grade: MemberGrade,
    pub(crate) members: u64,
}

impl Graded<'_> {
    /// Adds to a target what these members are to it.
    pub(super) fn count(&self, numerator: u64, denominator: u64, sink: &mut Sink<'_, '_>) {
        sink.add_as(self.place, numerator, denominator, |lang| self.grade.label().of(lang).to_owned());
    }
}

impl<'c> Grades<'c> {
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Graded<'c>> {
        self.graded.iter()
    }

    fn assessed(&self) -> u64 {
        self.graded.iter().map(|graded| graded.members).sum()
    }

    /// Coverage, the unknown and what was left out: the same for every target on grades.
    pub(super) fn tell(&self, cell: &Cell<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
        if cell.sure_life().is_none_or(|life| life.covers(ask.reference)) || self.assessed() > 0 {
            sink.cover(self.assessed() > 0);
        }
        self.unknown.iter().for_each(|place| sink.unknown(*place, 1));
        self.left_out.iter().for_each(|place| sink.left_out(*place));
        self.unread_year.iter().for_each(|path| sink.left_out(Place::path(path)));
    }

    fn add(&mut self, place: Place<'c>, member: Option<&'c str>, grade: MemberGrade, members: u64) {
        self.graded.push(Graded { place, member, grade, members });
    }
}

pub(crate) fn of_cell<'c>(cell: &'c Cell<'_>, ask: &Ask<'_>) -> Grades<'c> {
    let mut grades = Grades::default();
    let Some(book) = cell.years.get(&ask.year) else {
        to_assess(cell, &[], ask, &mut grades);
        return grades;
    };
    let rows = &book.assessments;
    if rows.unread {
        grades.left_out.push(rows.place().unwrap_or(cell.place()));
    }
    let placed: Vec<_> = placed(cell, &rows.rows).collect();
    let year = Span::year(ask.year);
    grades.graded.reserve(placed.len());
    for &(row, place) in &placed {
        let person = place.and_then(|place| cell.people.get(place));
        match row.grade.copied() {
            _ if row.grade.is_absent() => {}
            Some(grade) if is_sound(cell, row, person, year) => grades.add(row.whole(), Some(&row.member), grade, 1),
            _ => grades.left_out.push(row.whole()),
        }
    }
    if grades.assessed() == 0 {
        by_totals(cell, book, &mut grades, ask);
    }
    // Totals speak of everyone; rows only of those who have one.
    if grades.assessed() == 0 || !grades.are_totals {
        to_assess(cell, &placed, ask, &mut grades);
    }
    grades
}

type Row<'a> = Record<'a, AssessmentRow<'a>>;

/// The rows of a year, each with the place of its person in the roster.
pub(super) fn placed<'r, 'a>(
    cell: &'r Cell<'_>,
    rows: &'r [Row<'a>],
) -> impl Iterator<Item = (&'r Row<'a>, Option<usize>)> {
    let mut next = 0;
    rows.iter().map(move |row| {
        let place = cell.people.place_from(next, &row.member);
        next = place.map_or(next, |place| place + 1);
        (row, place)
    })
}

/// Whether a grade is of someone who could have it: on the roster, and not in the cell for a time only.
fn is_sound(cell: &Cell<'_>, row: &Row<'_>, person: Option<&Person>, year: Span) -> bool {
    // `unknown-member` marks the row by the flaw that it has in a meeting.
    if row.has(Flaws::WHOLE.and(Flaws::ATTENDANCE).and(Flaws::GRADE)) {
        return false;
    }
    let Some(person) = person else {
        return cell.members.unread || cell.members.unwritten;
    };
    let of_year =
        |row: &&Record<'_, MemberRow<'_>>| span(row, &row.from, &row.until).is_none_or(|time| time.overlaps(year));
    let mut memberships = person.memberships(&cell.members).filter(of_year).peekable();
    memberships.peek().is_none() || memberships.any(|row| !row.temporary.copied().is_some_and(|temporary| temporary.0))
}

/// A cell that sends totals only.
fn by_totals<'c>(cell: &'c Cell<'_>, book: &'c CellYearBook<'_>, grades: &mut Grades<'c>, ask: &Ask<'_>) {
    let file = match &book.file {
        Lookup::Found(file) => file,
        Lookup::Unread => return grades.unread_year = Some(doubt::year_file(cell, ask.year)),
        Lookup::Missing => return,
    };
    let Some(counts) = file.assessment_counts.get() else {
        // An unknown key may be the totals, misspelt.
        if file.assessment_counts.is_unread() || file.has(Flaws::KEYS) {
            grades.left_out.push(file.whole());
        }
        return;
    };
    let told = [
        (MemberGrade::Excellent, &counts.excellent),
        (MemberGrade::Good, &counts.good),
        (MemberGrade::Completed, &counts.completed),
        (MemberGrade::NotCompleted, &counts.not_completed),
        (MemberGrade::Unworthy, &counts.unworthy),
    ];
    let is_doubtful = |count: &Field<u32>| count.is_unread() || count.is_absent() && file.has(Flaws::KEYS);
    if told.iter().any(|(_, count)| is_doubtful(count)) || file.has(Flaws::GRADE) {
        return grades.left_out.push(file.whole());
    }
    grades.are_totals = true;
    for (grade, count) in told {
        if let Some((members, at)) = count.said().filter(|(members, _)| **members > 0) {
            grades.add(file.place(at), None, grade, u64::from(*members));
        }
    }
}

/// The members who were to be assessed, and have no grade.
fn to_assess<'c>(cell: &'c Cell<'_>, placed: &[(&Row<'_>, Option<usize>)], ask: &Ask<'_>, grades: &mut Grades<'c>) {
    let year_end = Span::year(ask.year).until;
    // Before the year is over nobody is late with a grade.
    if ask.reference < year_end || cell.sure_life().is_none_or(|life| !life.covers(year_end)) {
        return;
    }
    let unread = [(cell.members.unread, cell.members.place()), (cell.statuses.unread, cell.statuses.place())];
    let unread = unread.into_iter().filter(|(unread, _)| *unread);
    grades.left_out.extend(unread.map(|(_, place)| place.unwrap_or(cell.place())));
    let row = |person: &Person| person.memberships(&cell.members).last();
    let without = without_grade(cell, ask.year, placed.iter().copied());
    grades.unknown = without.map(|person| row(person).map_or(cell.place(), Record::whole)).collect();
}

/// Who was to be assessed for a year and has no row with a grade; `assessment-missing` names them.
pub(crate) fn ungraded<'c>(cell: &'c Cell<'_>, year: i32) -> impl Iterator<Item = &'c str> {
    let rows = cell.years.get(&year).map_or(&[][..], |book| &book.assessments.rows);
    without_grade(cell, year, placed(cell, rows)).map(|person| &*person.id)
}

/// On strength at the year's end, not excused by the guidance on the year's grades, and without a grade.
fn without_grade<'c, 'r, 'a: 'r>(
    cell: &'c Cell<'_>,
    year: i32,
    placed: impl Iterator<Item = (&'r Row<'a>, Option<usize>)>,
) -> impl Iterator<Item = &'c Person> {
    let mut has_grade = vec![false; cell.people.len()];
    let graded = placed.filter(|(row, _)| !row.grade.is_absent()).filter_map(|(_, place)| place);
    graded.for_each(|place| has_grade[place] = true);
    let (rules, year_end) = (GradeRules::of(year), Span::year(year).until);
    let admitted_until = rules.admitted_until(year);
    let ungraded = cell.people.iter().zip(has_grade).filter(|(_, has_grade)| !has_grade).map(|(person, _)| person);
    ungraded.filter(move |person| {
        matches!(person.membership(&cell.members, year_end), Some(Some(membership)) if !membership.temporary)
            && person.has_status(&cell.statuses, year_end, rules.excused) == Some(false)
            && person.memberships(&cell.members).all(|row| row.admitted.latest() <= admitted_until)
    })
}
