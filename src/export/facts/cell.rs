//! The rows of a cell: its people, meetings and years.

use std::collections::BTreeMap;

use chrono::Datelike;
use xxhash_rust::xxh3::Xxh3;

use super::{Facts, Maker, Seq, Units, Value};
use crate::{
    date::PartialDate,
    export::tables::Of,
    parse::Vocabulary,
    records::{
        meeting::{Mark, Meeting},
        name::NameRow,
    },
    register::{
        Cell, Lookup, Record, Table,
        meeting::Standing,
        people::{Person, span},
        roll::{Called, Expected, counts_on_coming},
    },
    targets::{Ask, attended, doubt, due, graded, monthly_meeting, thematic_quarterly},
};

/// The members of a cell by their ids in the register, each with its number.
pub(super) type Numbers = BTreeMap<String, u32>;

/// How attendance is told of a meeting.
enum Roll {
    Marks,
    /// Expected, present, excused.
    Totals(u64, u64, u64),
    /// By nothing that can be used.
    None,
}

impl Maker<'_> {
    /// The people of a cell, and their times of membership.
    pub(super) fn people(&self, cell: &Cell<'_>, units: &Units<'_>, facts: &mut Facts) -> Numbers {
        let mut numbers = Numbers::new();
        let mut people: Vec<&Person> = cell.people.iter().collect();
        people.sort_by_cached_key(|person| (place_of(cell, person), &person.id));
        for person in people {
            let number = facts.number(Seq::Member);
            numbers.insert(person.id.clone(), number);
            let member = Value::Key(Seq::Member, number);
            let name = name_of(&cell.names, &person.id);
            facts.row(Of::Members, [member.clone(), units.value(&cell.unit), Value::text(&person.id), name]);
            for row in person.memberships(&cell.members) {
                let Some([since, until]) = span(row, &row.from, &row.until).and_then(|span| self.span(span)) else {
                    continue;
                };
                let official = row.official.copied().map(PartialDate::latest);
                let row = [
                    Value::Key(Seq::Membership, facts.number(Seq::Membership)),
                    member.clone(),
                    since,
                    until,
                    official.map_or(Value::Nothing, |day| self.not_before_plan(day)),
                    Value::Is(row.temporary.copied().is_some_and(|temporary| temporary.0)),
                ];
                facts.row(Of::Memberships, row);
            }
        }
        numbers
    }

    pub(super) fn cell(&self, cell: &Cell<'_>, people: &Numbers, units: &Units<'_>, facts: &mut Facts) {
        let unit = units.value(&cell.unit);
        if let Some([since, until]) = cell.sure_life().and_then(|life| self.span(life)) {
            let number = facts.number(Seq::Life);
            facts.row(Of::Lives, [Value::Key(Seq::Life, number), unit.clone(), since, until]);
        }
        for meeting in &cell.meetings {
            self.meeting(cell, meeting, people, &unit, facts);
        }
        for ask in self.asks() {
            // Nothing is known of a year whose directory did not open.
            if !cell.closed_years.contains(&ask.year) {
                year(cell, &ask, people, &unit, facts);
                due(cell, &ask, &unit, facts);
            }
        }
    }

    fn meeting(
        &self,
        cell: &Cell<'_>,
        meeting: &Record<'_, Meeting<'_>>,
        people: &Numbers,
        unit: &Value,
        facts: &mut Facts,
    ) {
        let ctx = self.ctx;
        let number = facts.number(Seq::Meeting);
        let key = Value::Key(Seq::Meeting, number);
        let counts = meeting.counts(ctx) && meeting.is_sound() && !cell.closed_years.contains(&meeting.day().year());
        let roll = if counts { roll(cell, meeting, ctx.settings.counting.excused_in_base) } else { Roll::None };
        let standing = match meeting.standing(ctx) {
            Standing::Held => "held",
            Standing::NotHeld => "not-held",
            Standing::Planned => "planned",
            Standing::Unconfirmed | Standing::Unclear => "unconfirmed",
        };
        let month = if meeting.month.is_unread() { String::new() } else { meeting.counts_for().iso() };
        let (told, totals) = match roll {
            Roll::Marks => ("marks", [Value::Nothing, Value::Nothing, Value::Nothing]),
            Roll::Totals(expected, present, excused) => ("totals", [expected, present, excused].map(Value::Count)),
            Roll::None => ("none", [Value::Nothing, Value::Nothing, Value::Nothing]),
        };
        let [expected, present, excused] = totals;
        let row = [
            key.clone(),
            unit.clone(),
            Value::Day(meeting.day()),
            Value::year(meeting.day().year()),
            Value::Word(meeting.kind.word()),
            Value::text(&month),
            Value::Word(standing),
            Value::Is(counts),
            Value::Is(ctx.settings.counting.attendance_kinds.contains(&meeting.kind)),
            Value::Word(told),
            expected,
            present,
            excused,
        ];
        facts.row(Of::Meetings, row);
        if !matches!(roll, Roll::Marks) {
            return;
        }
        let mut marked: Vec<(u32, Mark, &'static str)> = Vec::new();
        for called in meeting.roll(cell) {
            let (Lookup::Found(mark), Some(&member)) = (called.mark(), people.get(&called.person.id)) else { continue };
            if mark != Mark::Blank {
                marked.push((member, mark, expectation(cell, meeting, &called)));
            }
        }
        // By number: the order of the record is that of the ids.
        marked.sort_by_key(|(member, ..)| *member);
        for (member, mark, expectation) in marked {
            let row =
                [key.clone(), Value::Key(Seq::Member, member), Value::Word(mark.word()), Value::Word(expectation)];
            facts.row(Of::Attendance, row);
        }
    }
}

/// Where a person stands among the people of the cell: the same for the same roster, and not to be told from the ids
/// by who has not the roster itself.
fn place_of(cell: &Cell<'_>, person: &Person) -> u64 {
    let mut hash = Xxh3::new();
    hash.update(cell.members.source.map_or(b"", |source| source.text.as_bytes()));
    hash.update(person.id.as_bytes());
    hash.digest()
}

/// How the attendance of a meeting that counts is told, as far as figures use it.
fn roll(cell: &Cell<'_>, meeting: &Record<'_, Meeting<'_>>, excused_in_base: bool) -> Roll {
    if !meeting.attendance_is_sound() {
        return Roll::None;
    }
    if meeting.marks().next().is_some() {
        return if cell.members.unread || cell.statuses.unread { Roll::None } else { Roll::Marks };
    }
    let Some((counts, expected)) = meeting.counts.get().and_then(|counts| Some((counts, counts.expected()?))) else {
        return Roll::None;
    };
    let excused = u64::from(counts.excused.copied().unwrap_or(0));
    // More who came than were expected is no figure.
    match attended::by_counts(meeting, excused_in_base) {
        Some((present, base)) if present <= base => Roll::Totals(expected, present, excused),
        _ => Roll::None,
    }
}

/// What was expected of a member, in a letter.
fn expectation(cell: &Cell<'_>, meeting: &Record<'_, Meeting<'_>>, called: &Called<'_>) -> &'static str {
    match called.expected {
        Expected::Yes => "y",
        Expected::KeptAway if counts_on_coming(cell, called.person, meeting.day()) => "c",
        Expected::KeptAway | Expected::NotAMember => "n",
        Expected::Unknown => "u",
    }
}

/// What a cell's year says of the cell and of its members' grades.
fn year(cell: &Cell<'_>, ask: &Ask<'_>, people: &Numbers, unit: &Value, facts: &mut Facts) {
    let year_file = doubt::year_file(cell, ask.year);
    let plan = thematic_quarterly::plan(cell, &year_file, ask);
    let doubtful = matches!(plan, thematic_quarterly::Plan::Doubtful(_));
    let file = cell.years.get(&ask.year).and_then(|book| book.file.get());
    if file.is_some() || doubtful {
        let adopted = file.and_then(|file| file.thematic_plan.get()?.adopted.copied()).map(|day| day.0);
        let grade = file.and_then(|file| file.grade.copied()).map_or(Value::Nothing, |grade| Value::Word(grade.word()));
        let row = [unit.clone(), Value::year(ask.year), grade, Value::day(adopted), Value::Is(doubtful)];
        facts.row(Of::CellYears, row);
    }
    let grades = graded::of_cell(cell, ask);
    let number = |graded: &graded::Graded<'_>| graded.member.and_then(|id| people.get(id).copied());
    let mut graded: Vec<_> = grades.iter().filter(|graded| graded.members > 0).collect();
    graded.sort_by_key(|graded| number(graded));
    for graded in graded {
        let member = number(graded);
        let row = [
            Value::Key(Seq::Grade, facts.number(Seq::Grade)),
            unit.clone(),
            Value::year(ask.year),
            Value::key(Seq::Member, member),
            Value::Word(graded.grade.word()),
            Value::Count(graded.members),
        ];
        facts.row(Of::Grades, row);
    }
}

/// The months and quarters that are due of a village cell.
fn due(cell: &Cell<'_>, ask: &Ask<'_>, unit: &Value, facts: &mut Facts) {
    let Some(life) = cell.sure_life().filter(|_| cell.is_village_cell()) else { return };
    let months = due::due_months(life, ask)
        .map(|month| (month.iso(), "month", !monthly_meeting::doubtful(cell, month, ask).is_empty()));
    let quarters = due::due_quarters(life, ask)
        .map(|quarter| (quarter.iso(), "quarter", !thematic_quarterly::doubtful(cell, quarter, ask).is_empty()));
    for (period, kind, doubtful) in months.chain(quarters) {
        let row = [unit.clone(), Value::year(ask.year), Value::text(&period), Value::Word(kind), Value::Is(doubtful)];
        facts.row(Of::Due, row);
    }
}

/// The name of an id, where names.csv has it.
pub(super) fn name_of(names: &Table<'_, NameRow<'_>>, id: &str) -> Value {
    let row = names.rows.iter().find(|row| **row.id == *id);
    row.map_or(Value::Nothing, |row| Value::text(&row.name))
}
