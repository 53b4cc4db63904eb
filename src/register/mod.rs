//! A commune with its cells and villages, in memory: the unit of work. It is read, judged and let go.

pub(crate) mod ballot;
pub(crate) mod build;
pub(crate) mod claim;
pub(crate) mod dated;
pub(crate) mod discover;
pub(crate) mod load;
pub(crate) mod meeting;
mod misplaced;
mod no_unit;
pub(crate) mod open;
pub(crate) mod people;
pub(crate) mod posts;
pub(crate) mod read;
pub(crate) mod roll;
pub(crate) mod roster;
mod seats;
pub(crate) mod turnout;
pub(crate) mod unusable;
pub(crate) mod upper;

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    context::Context,
    date::{Date, Span, ymd},
    finding::{Flaws, Place},
    records::{
        agreement::Agreement,
        assessment::AssessmentRow,
        briefing::BriefingRow,
        cell::{CellFile, CellKind, Term},
        cell_year::CellYear,
        commune::{CommuneFile, CommuneYear},
        meeting::Meeting,
        member::MemberRow,
        name::NameRow,
        official::{OfficialRow, Post},
        role::{Role, RoleRow},
        status::StatusRow,
        village::VillageRow,
        village_year::VillageYearRow,
    },
    source::Source,
};
use people::Person;
pub(crate) use read::{Lookup, Record, Table};
use roster::People;

/// A commune. At a cell's own root the commune lies outside the register, and nothing above the cell is known.
#[derive(Debug)]
pub(crate) struct Commune<'a> {
    pub(crate) unit: Arc<str>,
    pub(crate) outside: bool,
    /// The path that stands for it where its own file could not be read.
    pub(crate) marker: String,
    pub(crate) file: Lookup<Record<'a, CommuneFile<'a>>>,
    pub(crate) villages: Table<'a, VillageRow<'a>>,
    pub(crate) officials: Table<'a, OfficialRow<'a>>,
    pub(crate) agreements: Vec<Record<'a, Agreement<'a>>>,
    /// Kept out of git by default, never needed.
    pub(crate) names: Table<'a, NameRow<'a>>,
    /// Every file of its own but `names`, whatever could be read of it.
    pub(crate) texts: Vec<&'a Source<'a>>,
    /// Agreements that could not be read.
    pub(crate) unread_agreements: Vec<UnreadAgreement>,
    pub(crate) years: BTreeMap<i32, CommuneYearBook<'a>>,
    pub(crate) cells: Vec<Cell<'a>>,
    /// Cells of which only the directory is known.
    pub(crate) unread_cells: Vec<String>,
}

/// An agreement of which only the name of its file is known.
#[derive(Debug)]
pub(crate) struct UnreadAgreement {
    pub(crate) path: String,
    /// As the file's name has it.
    pub(crate) village: String,
}

/// A commune's year.
#[derive(Debug)]
pub(crate) struct CommuneYearBook<'a> {
    pub(crate) file: Lookup<Record<'a, CommuneYear>>,
    pub(crate) villages: Table<'a, VillageYearRow<'a>>,
}

impl Default for CommuneYearBook<'_> {
    fn default() -> Self {
        Self { file: Lookup::Missing, villages: Table::default() }
    }
}

/// A cell.
#[derive(Debug)]
pub(crate) struct Cell<'a> {
    pub(crate) unit: Arc<str>,
    /// The directory's name, by which agreements and officials refer to it.
    pub(crate) id: String,
    pub(crate) file: Record<'a, CellFile<'a>>,
    pub(crate) members: Table<'a, MemberRow<'a>>,
    pub(crate) statuses: Table<'a, StatusRow<'a>>,
    pub(crate) roles: Table<'a, RoleRow<'a>>,
    pub(crate) people: People,
    /// Kept out of git by default, never needed.
    pub(crate) names: Table<'a, NameRow<'a>>,
    /// Every file of its own but `names`, whatever could be read of it.
    pub(crate) texts: Vec<&'a Source<'a>>,
    /// By path.
    pub(crate) meetings: Vec<Record<'a, Meeting<'a>>>,
    /// Meetings that could not be read.
    pub(crate) unread_meetings: Vec<UnreadMeeting>,
    pub(crate) years: BTreeMap<i32, CellYearBook<'a>>,
    /// Years whose directory did not open: nothing of them is known.
    pub(crate) closed_years: Vec<i32>,
}

/// A meeting of which only the name of its file is known.
#[derive(Debug)]
pub(crate) struct UnreadMeeting {
    pub(crate) path: String,
    /// As the file's name has it.
    pub(crate) date: Date,
}

/// A cell's year, its meetings apart.
#[derive(Debug)]
pub(crate) struct CellYearBook<'a> {
    pub(crate) file: Lookup<Record<'a, CellYear<'a>>>,
    pub(crate) assessments: Table<'a, AssessmentRow<'a>>,
    pub(crate) briefings: Table<'a, BriefingRow<'a>>,
}

impl CellYearBook<'_> {
    /// Of a year whose directory did not open.
    fn closed() -> Self {
        Self { file: Lookup::Unread, assessments: Table::unreadable(), briefings: Table::unreadable() }
    }
}

impl Default for CellYearBook<'_> {
    fn default() -> Self {
        Self { file: Lookup::Missing, assessments: Table::default(), briefings: Table::default() }
    }
}

impl<'a> Cell<'a> {
    pub(crate) fn is_village_cell(&self) -> bool {
        *self.file.kind == CellKind::Village
    }

    /// From founding to dissolution.
    pub(crate) fn life(&self) -> Span {
        Span::new(self.file.founded.copied().map(|day| day.0), self.file.dissolved.copied().map(|day| day.0))
    }

    /// The life, where it is certain: both ends could be read and are in order, and no unknown key can be one of them.
    pub(crate) fn sure_life(&self) -> Option<Span> {
        let (founded, dissolved) = (&self.file.founded, &self.file.dissolved);
        let misspelt = self.file.has(Flaws::KEYS) && (founded.is_absent() || dissolved.is_absent());
        let unsure = misspelt || founded.is_unread() || dissolved.is_unread() || self.file.has(Flaws::TIME);
        (!unsure).then(|| self.life())
    }

    /// Whether a year is a due year of the cell, and over: what is still missing of its papers is late.
    pub(crate) fn has_closed(&self, ctx: &Context, year: i32) -> bool {
        let year_end = Span::year(year).until;
        ctx.is_due_year(year)
            && ctx.reference_date(year) == Some(year_end)
            && self.sure_life().is_some_and(|life| life.from <= ymd(year, 6, 30) && life.covers(year_end))
    }

    /// The file that stands for the cell where no record of its own is at fault.
    pub(crate) fn place(&self) -> Place<'_> {
        self.file.whole()
    }

    /// The term with the latest congress not after a day; `None` where a term could not be read.
    pub(crate) fn running_term(&self, day: Date) -> Option<Option<&Term<'a>>> {
        if self.file.terms.has_unread() {
            return None;
        }
        Some(
            self.file
                .terms
                .each()
                .map(|(term, _)| term)
                .filter(|term| term.congress.0 <= day)
                .max_by_key(|term| term.congress.0),
        )
    }

    /// Who holds a role on a day.
    pub(crate) fn in_role(&self, role: Role, day: Date) -> impl Iterator<Item = &Person> {
        self.people.iter().filter(move |person| person.holds(&self.roles, day, Some(role)))
    }
}

impl<'a> Commune<'a> {
    /// The name in its own file, else its directory's.
    pub(crate) fn name(&self) -> &str {
        let directory = self.unit.rsplit('/').next().unwrap_or_default();
        self.file.get().map_or(directory, |file| &**file.name)
    }

    /// The file that stands for the commune where no record of its own is at fault.
    pub(crate) fn place(&self) -> Place<'_> {
        self.file.get().map_or(Place::path(&self.marker), |file| file.whole())
    }

    /// The ids of its units: itself, its cells, its villages.
    pub(crate) fn units(&self) -> impl Iterator<Item = Arc<str>> {
        let own = (!self.outside).then(|| Arc::clone(&self.unit));
        let cells = self.cells.iter().map(|cell| Arc::clone(&cell.unit));
        own.into_iter().chain(cells).chain(self.villages.rows.iter().map(|village| self.village_unit(&village.id)))
    }

    pub(crate) fn cell(&self, id: &str) -> Lookup<&Cell<'a>> {
        match self.cells.iter().find(|cell| cell.id == id) {
            Some(cell) => Lookup::Found(cell),
            None if self.outside || self.unread_cells.iter().any(|unread| unread == id) => Lookup::Unread,
            None => Lookup::Missing,
        }
    }

    pub(crate) fn village(&self, id: &str) -> Lookup<&Record<'a, VillageRow<'a>>> {
        if self.outside {
            return Lookup::Unread;
        }
        self.villages.find(|village| **village.id == *id)
    }

    pub(crate) fn official(&self, id: &str) -> Lookup<&Record<'a, OfficialRow<'a>>> {
        if self.outside {
            return Lookup::Unread;
        }
        self.officials.find(|official| **official.id == *id)
    }

    /// The unit id of a village.
    pub(crate) fn village_unit(&self, village: &str) -> Arc<str> {
        format!("{}#{village}", self.unit).into()
    }

    /// Whether a village is there on a day; `None` where its row's time could not be read.
    pub(crate) fn is_alive(village: &Record<'_, VillageRow<'_>>, day: Date) -> Option<bool> {
        people::span(village, &village.from, &village.until).map(|life| life.covers(day))
    }

    /// Who is in a post of a village on a day; a post ends with its village.
    pub(crate) fn in_post<'c>(
        &'c self,
        village: &'c Record<'a, VillageRow<'a>>,
        post: Post,
        day: Date,
    ) -> impl Iterator<Item = &'c Record<'a, OfficialRow<'a>>> {
        self.officials
            .rows
            .iter()
            .filter(move |row| *row.role == post && **row.village == **village.id)
            .filter(move |_| Self::is_alive(village, day) != Some(false))
            .filter(move |row| official_span(row).is_some_and(|span| span.covers(day)))
    }

    /// The living village cells of a village on a day.
    pub(crate) fn cells_of<'c>(&'c self, village: &'c str, day: Date) -> impl Iterator<Item = &'c Cell<'a>> {
        self.cells
            .iter()
            .filter(|cell| cell.is_village_cell())
            .filter(move |cell| cell.life().covers(day))
            .filter(move |cell| self.leads(cell, village, day))
    }

    /// Whether a cell leads a village on a day. One that lists a village and the one that follows it, as a cell does whose
    /// village was merged, leads the latter when the former is over.
    pub(crate) fn leads(&self, cell: &Cell<'a>, village: &str, day: Date) -> bool {
        let lists = |id: &str| crate::records::cell::villages(&cell.file).any(|led| led == id);
        let waits = |row: &Record<'a, VillageRow<'a>>| {
            row.successor.get().is_some_and(|next| **next == *village)
                && row.until.copied().is_some_and(|until| until.0 >= day)
                && lists(&row.id)
        };
        lists(village) && !self.villages.rows.iter().any(waits)
    }
}

/// The time in post; `None` where it could not be read or is known to be wrong.
pub(crate) fn official_span(row: &Record<'_, OfficialRow<'_>>) -> Option<Span> {
    if row.until.is_unread() || row.has(Flaws::TIME) {
        return None;
    }
    Some(Span::new(Some(row.from.0), row.until.copied().map(|day| day.0)))
}
