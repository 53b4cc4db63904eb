use crate::{
    date::{Date, Span},
    finding::{Flaws, Place},
    records::{assessment::MemberGrade, status::Status},
    register::{Cell, CellYearBook, Commune, Lookup, people::Person},
    targets::{Ask, Count, Goal, Sink, target},
};

target! {
    /// vi: Tỷ lệ đảng viên được đánh giá hoàn thành tốt nhiệm vụ trở lên.
    /// en: The share of assessed members who did well, the excellent among them.
    "good-members", ["2.I.2.1-6"], Goal::AtLeast(80), AtOnce, EachCommune,
    "Đảng viên hoàn thành tốt nhiệm vụ trở lên" / "Members graded good or excellent", Count::Cell(count)
}

fn count(_: &Commune<'_>, cell: &Cell<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    let grades = of_cell(cell, ask);
    grades.tell(cell, ask, sink);
    sink.add(grades.excellent + grades.good, grades.assessed());
}

/// How the members of a cell were graded in a year.
#[derive(Default)]
pub(super) struct Grades<'c> {
    pub(super) excellent: u64,
    pub(super) good: u64,
    other: u64,
    /// Due to be assessed, and without a grade.
    unknown: u64,
    left_out: Vec<Place<'c>>,
}

impl Grades<'_> {
    fn assessed(&self) -> u64 {
        self.excellent + self.good + self.other
    }

    /// Coverage, the unknown and what was left out: the same for every target on grades.
    pub(super) fn tell(&self, cell: &Cell<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
        if cell.life().covers(ask.reference) || self.assessed() > 0 {
            sink.cover(self.assessed() > 0);
        }
        sink.unknown(self.unknown);
        self.left_out.iter().for_each(|place| sink.left_out(*place));
    }

    fn add(&mut self, grade: MemberGrade, members: u64) {
        match grade {
            MemberGrade::Excellent => self.excellent += members,
            MemberGrade::Good => self.good += members,
            MemberGrade::Completed | MemberGrade::NotCompleted | MemberGrade::Unworthy => self.other += members,
        }
    }
}

pub(super) fn of_cell<'c>(cell: &'c Cell<'_>, ask: &Ask<'_>) -> Grades<'c> {
    let mut grades = Grades::default();
    let Some(book) = cell.years.get(&ask.year) else {
        grades.unknown = to_assess(cell, ask, &|_| false);
        return grades;
    };
    if book.assessments.unread {
        let source = book.assessments.source;
        grades.left_out.push(source.map_or(cell.place(), |source| Place::in_source(source, crate::source::At::File)));
    }
    for row in &book.assessments.rows {
        match row.grade.copied() {
            _ if row.grade.is_unread() || row.has(Flaws::WHOLE) => grades.left_out.push(row.whole()),
            Some(grade) => grades.add(grade, 1),
            None => {}
        }
    }
    if grades.assessed() == 0 {
        by_totals(cell, book, &mut grades);
    }
    if grades.assessed() == 0 || book.assessments.source.is_some() {
        let has_row = |id: &str| {
            !matches!(book.assessments.find(|row| **row.member == *id && !row.grade.is_absent()), Lookup::Missing)
        };
        grades.unknown = to_assess(cell, ask, &has_row);
    }
    grades
}

/// A cell that sends totals only.
fn by_totals<'c>(cell: &'c Cell<'_>, book: &'c CellYearBook<'_>, grades: &mut Grades<'c>) {
    let file = match &book.file {
        Lookup::Found(file) => file,
        Lookup::Unread => return grades.left_out.push(cell.place()),
        Lookup::Missing => return,
    };
    let Some(counts) = file.assessment_counts.get() else {
        if file.assessment_counts.is_unread() {
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
    if told.iter().any(|(_, count)| count.is_unread()) {
        return grades.left_out.push(file.whole());
    }
    for (grade, count) in told {
        grades.add(grade, u64::from(count.copied().unwrap_or(0)));
    }
}

/// The members who were to be assessed and of whom `has_grade` knows nothing.
fn to_assess(cell: &Cell<'_>, ask: &Ask<'_>, has_grade: &dyn Fn(&str) -> bool) -> u64 {
    let year_end = Span::year(ask.year).until;
    // Before the year is over nobody is late with a grade.
    if ask.reference < year_end || !cell.life().covers(year_end) {
        return 0;
    }
    let to_assess = |person: &&Person| is_to_assess(cell, person, year_end) && !has_grade(&person.id);
    cell.people.iter().filter(to_assess).count() as u64
}

/// On strength at the year's end, not exempt, and, from 2019 (HD 21-HD/BTCTW), not suspended.
fn is_to_assess(cell: &Cell<'_>, person: &Person, year_end: Date) -> bool {
    const EXCUSED: [Status; 3] = [Status::Exempt, Status::ExemptTemporarily, Status::Suspended];
    let excused = if year_end >= crate::date::ymd(2019, 12, 31) { &EXCUSED[..] } else { &EXCUSED[..2] };
    matches!(person.membership(&cell.members, year_end), Some(Some(membership)) if !membership.temporary)
        && person.has_status(&cell.statuses, year_end, excused) == Some(false)
        && !admitted_too_late(cell, person, year_end)
}

/// From 2018 (HD 16-HD/BTCTW) who was admitted to the Party under six months before the year's end is not graded.
fn admitted_too_late(cell: &Cell<'_>, person: &Person, year_end: Date) -> bool {
    use chrono::Datelike;
    year_end.year() >= 2018
        && person
            .memberships(&cell.members)
            .any(|row| row.admitted.earliest() > crate::date::ymd(year_end.year(), 6, 30))
}
