//! A form as data: what stands on its sheets, before there is a workbook.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    alphabet,
    context::Context,
    date::{Date, Span, parse_iso},
    form::{
        now::{Fields, Now},
        section::{Home, MARK, OF_MEETING, Section},
    },
    lang::{Lang, Words},
    parse::Vocabulary,
    records::{meeting::Kind, status::Status},
    register::{
        Cell, Commune,
        people::{Person, span},
        roll::{Expected, expected},
    },
};

/// Raised when a workbook of the form before could no longer be read back rightly.
pub(crate) const VERSION: u32 = 1;

/// Of what a form was made, as its hidden sheet says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Made {
    pub(crate) version: u32,
    /// The register's name.
    pub(crate) register: String,
    /// The cell's path from the root.
    pub(crate) cell: String,
    pub(crate) year: i32,
    pub(crate) on: Date,
    /// Of the files that it was made from.
    pub(crate) digest: String,
}

/// A form.
#[derive(Clone, Debug)]
pub(crate) struct Form {
    pub(crate) made: Made,
    pub(crate) lang: Lang,
    pub(crate) cell_name: String,
    /// The meetings, then empty ones; `m1` first.
    pub(crate) meetings: Vec<Line>,
    pub(crate) members: Vec<Member>,
    pub(crate) officials: Vec<Named>,
    /// Every section but the meetings.
    pub(crate) lines: BTreeMap<Section, Vec<Line>>,
    /// Whether anybody's name stands in it.
    pub(crate) has_names: bool,
}

/// One record of the form, there already or to be filled in.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub(crate) key: String,
    /// Absent for an empty one.
    pub(crate) home: Option<Home>,
    pub(crate) fields: Fields,
}

#[derive(Clone, Debug)]
pub(crate) struct Named {
    pub(crate) id: String,
    pub(crate) name: Option<String>,
}

/// A member with what is asked of them at each meeting that is there.
#[derive(Clone, Debug)]
pub(crate) struct Member {
    pub(crate) who: Named,
    /// By the meetings' order.
    pub(crate) expected: Vec<Expected>,
    /// For the roster: admitted, official, from, until, status.
    pub(crate) admitted: String,
    pub(crate) official: String,
    pub(crate) from: Option<Date>,
    pub(crate) until: Option<Date>,
    pub(crate) status: Option<Words>,
}

/// How many empty records are added to those there: at least `spare`, and up to `usual` in all.
const fn empty(there: usize, spare: usize, usual: usize) -> usize {
    let left = usual.saturating_sub(there);
    if left > spare { left } else { spare }
}

impl Form {
    pub(crate) fn of(ctx: &Context, commune: &Commune<'_>, cell: &Cell<'_>, year: i32, with_names: bool) -> Self {
        let now = Now::of(cell, year);
        let lang = ctx.lang;
        let names = Names::of(commune, cell, with_names);
        let meetings = meetings(&now);
        let numbers: BTreeMap<&str, usize> = meetings
            .iter()
            .zip(1..)
            .filter_map(|(meeting, number)| Some((meeting.home.as_ref()?.path.as_str(), number)))
            .collect();
        let of_meeting = |section, spare| {
            let mut lines = lines(&now, section, spare, 0);
            for line in &mut lines {
                let number = line.home.as_ref().and_then(|home| numbers.get(home.path.as_str()));
                if let Some(number) = number {
                    line.fields.insert(OF_MEETING.to_owned(), number.to_string());
                }
            }
            lines
        };
        let members = members(cell, year, &now, &meetings, &names);
        let lines = BTreeMap::from([
            (Section::Resolution, of_meeting(Section::Resolution, 24)),
            (Section::Guest, of_meeting(Section::Guest, 16)),
            (Section::Year, lines(&now, Section::Year, 0, 1)),
            (Section::Topic, lines(&now, Section::Topic, 4, 8)),
            (Section::Inspected, lines(&now, Section::Inspected, 4, 8)),
            (Section::Term, lines(&now, Section::Term, 1, 0)),
            (Section::Assessment, assessments(&now, &members)),
            (Section::Briefing, lines(&now, Section::Briefing, 6, 16)),
        ]);
        let officials: BTreeSet<&str> = commune.officials.rows.iter().map(|row| &**row.id).collect();
        let officials: Vec<Named> = officials.into_iter().map(|id| names.named(id)).collect();
        let named = members.iter().map(|member| &member.who).chain(&officials);
        let has_names = named.into_iter().any(|who| who.name.is_some());
        let made = Made {
            version: VERSION,
            register: ctx.settings.name.clone(),
            cell: cell.unit.to_string(),
            year,
            on: ctx.as_of,
            digest: format!("{:032x}", now.digest),
        };
        Self { made, lang, cell_name: cell.file.name.to_string(), meetings, members, officials, lines, has_names }
    }

    pub(crate) fn name_of(&self, id: &str) -> Option<&str> {
        let everybody = self.members.iter().map(|member| &member.who).chain(&self.officials);
        everybody.into_iter().find(|who| who.id == id).and_then(|who| who.name.as_deref())
    }

    /// Every record that was there, with its section's key.
    pub(crate) fn there(&self) -> impl Iterator<Item = (&Line, &Home)> {
        let lines = self.meetings.iter().chain(self.lines.values().flatten());
        lines.filter_map(|line| Some((line, line.home.as_ref()?)))
    }
}

fn key(section: Section, nth: usize) -> String {
    format!("{}{}", section.letter(), nth + 1)
}

/// By date, then by path: the order of the files' names.
fn meetings(now: &Now) -> Vec<Line> {
    let there = now.of_section(Section::Meeting);
    let mut there: Vec<_> = there.map(|(home, fields)| (home.clone(), fields.clone())).collect();
    there.sort_by_key(|(home, fields)| (fields.get("date").cloned(), home.path.clone()));
    with_empty(Section::Meeting, there, 8, 24)
}

fn lines(now: &Now, section: Section, spare: usize, usual: usize) -> Vec<Line> {
    let there = now.of_section(section).map(|(home, fields)| (home.clone(), fields.clone())).collect();
    with_empty(section, there, spare, usual)
}

fn with_empty(section: Section, there: Vec<(Home, Fields)>, spare: usize, usual: usize) -> Vec<Line> {
    let empty = empty(there.len(), spare, usual);
    let there = there.into_iter().map(|(home, fields)| (Some(home), fields));
    let all = there.chain(std::iter::repeat_with(|| (None, Fields::new())).take(empty));
    all.enumerate().map(|(nth, (home, fields))| Line { key: key(section, nth), home, fields }).collect()
}

/// A line for each member; whoever has no row yet has one to be filled in.
fn assessments(now: &Now, members: &[Member]) -> Vec<Line> {
    let mut lines: Vec<(String, Option<Home>, Fields)> = now
        .of_section(Section::Assessment)
        .map(|(home, fields)| (fields.get("member").cloned().unwrap_or_default(), Some(home.clone()), fields.clone()))
        .collect();
    for member in members {
        if !lines.iter().any(|(id, ..)| *id == member.who.id) {
            let fields = Fields::from([("member".to_owned(), member.who.id.clone())]);
            lines.push((member.who.id.clone(), None, fields));
        }
    }
    lines.sort_by(|a, b| a.0.cmp(&b.0));
    let lines = lines.into_iter().enumerate();
    lines.map(|(nth, (_, home, fields))| Line { key: key(Section::Assessment, nth), home, fields }).collect()
}

/// Who was in the cell in the year, and whoever else its records speak of.
fn members(cell: &Cell<'_>, year: i32, now: &Now, meetings: &[Line], names: &Names) -> Vec<Member> {
    let mut ids: BTreeSet<String> = BTreeSet::new();
    let in_year = |person: &&Person| {
        person
            .memberships(&cell.members)
            .any(|row| span(row, &row.from, &row.until).is_none_or(|stay| stay.overlaps(Span::year(year))))
    };
    ids.extend(cell.people.iter().filter(in_year).map(|person| person.id.clone()));
    for (home, fields) in &now.records {
        match home.section {
            Section::Meeting => ids.extend(fields.keys().filter_map(|key| key.strip_prefix(MARK)).map(str::to_owned)),
            Section::Assessment => ids.extend(fields.get("member").cloned()),
            _ => {}
        }
    }
    let asked: Vec<Asked> = meetings
        .iter()
        .filter(|meeting| meeting.home.is_some())
        .map(|meeting| Asked {
            day: meeting.fields.get("date").and_then(|day| parse_iso(day)),
            of_committee: meeting.fields.get("kind").is_some_and(|kind| kind == Kind::Committee.word()),
        })
        .collect();
    let mut members: Vec<Member> =
        ids.into_iter().map(|id| member(cell, id, &asked, Span::year(year).until, names)).collect();
    members.sort_by_cached_key(|member| alphabet::person_key(member.who.name.as_deref(), &member.who.id));
    members
}

/// A meeting that is there, and whom it asks.
struct Asked {
    day: Option<Date>,
    /// Only those in a role.
    of_committee: bool,
}

fn member(cell: &Cell<'_>, id: String, meetings: &[Asked], until: Date, names: &Names) -> Member {
    let person = cell.people.find(&id);
    let asked = |meeting: &Asked| match (person, meeting.day) {
        (Some(person), Some(day)) => match expected(cell, person, day) {
            Expected::Yes if meeting.of_committee && !person.holds(&cell.roles, day, None) => Expected::KeptAway,
            expected => expected,
        },
        _ => Expected::Unknown,
    };
    let row = person.and_then(|person| person.memberships(&cell.members).last());
    let lang = Lang::Vi;
    let partial = |date: Option<crate::date::PartialDate>| date.map(|date| date.show(lang)).unwrap_or_default();
    let statuses = Status::ALL.iter().filter(|status| {
        person.is_some_and(|person| person.has_status(&cell.statuses, until, &[**status]) == Some(true))
    });
    Member {
        expected: meetings.iter().map(asked).collect(),
        admitted: partial(row.map(|row| *row.admitted)),
        official: partial(row.and_then(|row| row.official.copied())),
        from: row.and_then(|row| row.from.copied()).map(|day| day.0),
        until: row.and_then(|row| row.until.copied()).map(|day| day.0),
        status: statuses.map(|status| status.label()).next(),
        who: names.named(&id),
    }
}

/// The names that names.csv has; none where they are not wanted.
struct Names(BTreeMap<String, String>);

impl Names {
    fn of(commune: &Commune<'_>, cell: &Cell<'_>, wanted: bool) -> Self {
        let rows = commune.names.rows.iter().chain(&cell.names.rows).filter(|_| wanted);
        Self(rows.map(|row| (row.id.to_string(), row.name.to_string())).collect())
    }

    fn named(&self, id: &str) -> Named {
        Named { id: id.to_owned(), name: self.0.get(id).cloned() }
    }
}
