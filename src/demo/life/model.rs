//! What happens in a commune: who and what was there, from when until when.

use crate::{
    date::{Date, Span},
    demo::{
        dice::Dice,
        facts::Commune,
        life::{FIRST_YEAR, LAST_YEAR},
    },
    records::{
        cell::CellKind,
        member::Leaving,
        official::{Post, PostHow},
        role::Role,
        shared::VillageKind,
        status::{Reason, Status},
    },
};

/// A commune with all that happens in it.
pub(in crate::demo) struct CommuneLife {
    pub(in crate::demo) place: Commune,
    /// In the province.
    pub(in crate::demo) path: String,
    pub(in crate::demo) quality: Quality,
    pub(in crate::demo) villages: Vec<Village>,
    pub(in crate::demo) cells: Vec<Cell>,
    pub(in crate::demo) officials: Vec<Official>,
    pub(in crate::demo) agreements: Vec<Agreement>,
}

pub(in crate::demo) struct Village {
    pub(in crate::demo) id: String,
    pub(in crate::demo) name: String,
    pub(in crate::demo) kind: VillageKind,
    /// The last day, where it was merged, and the village that follows it.
    pub(in crate::demo) merged: Option<(Date, usize)>,
    pub(in crate::demo) section: Option<&'static str>,
    pub(in crate::demo) rules_among_cells: Option<Date>,
    pub(in crate::demo) cells: Vec<usize>,
}

pub(in crate::demo) struct Cell {
    pub(in crate::demo) id: String,
    pub(in crate::demo) name: String,
    pub(in crate::demo) kind: CellKind,
    /// Where it meets.
    pub(in crate::demo) hall: String,
    pub(in crate::demo) village: Option<usize>,
    pub(in crate::demo) section: Option<&'static str>,
    pub(in crate::demo) quality: Quality,
    /// The last day, where it was merged, and the cell that follows it.
    pub(in crate::demo) merged: Option<(Date, usize)>,
    pub(in crate::demo) terms: Vec<Term>,
    pub(in crate::demo) people: Vec<Person>,
    /// The first of the people, who stay, and from whom roles and posts are filled.
    pub(in crate::demo) mainstays: usize,
    pub(in crate::demo) roles: Vec<RoleTerm>,
}

pub(in crate::demo) struct Term {
    pub(in crate::demo) congress: Date,
    pub(in crate::demo) working_regulations: Option<Date>,
    pub(in crate::demo) inspection_programme: Date,
}

/// A member, for one time in the cell.
pub(in crate::demo) struct Person {
    pub(in crate::demo) admitted: Admitted,
    /// Absent: from before the records.
    pub(in crate::demo) from: Option<Date>,
    pub(in crate::demo) left: Option<(Date, Leaving)>,
    pub(in crate::demo) temporary: bool,
    pub(in crate::demo) statuses: Vec<StatusTerm>,
    /// In how many of a thousand meetings the person is missing beyond the others.
    pub(in crate::demo) laxity: u32,
}

/// Of the old the paper has the month only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::demo) enum Admitted {
    Day(Date),
    MonthOf(Date),
}

#[derive(Clone)]
pub(in crate::demo) struct StatusTerm {
    pub(in crate::demo) status: Status,
    pub(in crate::demo) from: Date,
    pub(in crate::demo) until: Option<Date>,
    pub(in crate::demo) reason: Reason,
}

pub(in crate::demo) struct RoleTerm {
    pub(in crate::demo) person: usize,
    pub(in crate::demo) role: Role,
    pub(in crate::demo) from: Date,
    pub(in crate::demo) until: Option<Date>,
}

/// Head or deputy head of a village, for all the time in post.
pub(in crate::demo) struct Official {
    pub(in crate::demo) id: String,
    pub(in crate::demo) village: usize,
    pub(in crate::demo) post: Post,
    pub(in crate::demo) terms: Vec<PostTerm>,
    /// Absent while not a member.
    pub(in crate::demo) member: Option<Member>,
    /// Of an outsider.
    pub(in crate::demo) mentor: Option<Member>,
}

/// A member, by cell and place among its people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::demo) struct Member {
    pub(in crate::demo) cell: usize,
    pub(in crate::demo) person: usize,
}

pub(in crate::demo) struct PostTerm {
    pub(in crate::demo) from: Date,
    pub(in crate::demo) until: Option<Date>,
    pub(in crate::demo) how: PostHow,
}

pub(in crate::demo) struct Agreement {
    pub(in crate::demo) village: usize,
    pub(in crate::demo) secretaries: Vec<Member>,
    pub(in crate::demo) head: usize,
    pub(in crate::demo) signed: Date,
    pub(in crate::demo) ended: Option<Date>,
    pub(in crate::demo) needs_reporting: bool,
}

/// How well a unit works, in percent; it grows better with the years.
#[derive(Clone, Copy, Debug)]
pub(in crate::demo) struct Quality(pub(super) u32);

impl Quality {
    /// How much is left to wish for, from 0 to 60: by 2020 a third of what it was.
    pub(in crate::demo) fn slack(self, year: i32) -> u32 {
        let passed = year.clamp(FIRST_YEAR, LAST_YEAR).abs_diff(FIRST_YEAR);
        (100 - self.0) * (24 - 4 * passed) / 24
    }

    pub(super) fn nearby(self, dice: &mut Dice) -> Self {
        Self((self.0 + dice.below(17)).saturating_sub(8).clamp(40, 99))
    }
}

impl Admitted {
    pub(in crate::demo) const fn day(self) -> Date {
        match self {
            Self::Day(day) | Self::MonthOf(day) => day,
        }
    }
}

impl Person {
    pub(in crate::demo) fn time(&self) -> Span {
        Span::new(self.from, self.left.map(|(until, _)| until))
    }

    /// A year after the admission.
    pub(in crate::demo) fn official(&self) -> Date {
        crate::date::plus_months(self.admitted.day(), 12)
    }

    pub(in crate::demo) fn has_status(&self, day: Date) -> bool {
        self.statuses.iter().any(|status| Span::new(Some(status.from), status.until).covers(day))
    }

    pub(in crate::demo) fn is_exempt(&self, day: Date) -> bool {
        let covers = |status: &StatusTerm| Span::new(Some(status.from), status.until).covers(day);
        self.statuses.iter().any(|status| status.status == Status::Exempt && covers(status))
    }
}

impl Cell {
    pub(in crate::demo) fn is_village_cell(&self) -> bool {
        self.kind == CellKind::Village
    }

    pub(in crate::demo) fn is_alive(&self, day: Date) -> bool {
        self.merged.is_none_or(|(until, _)| day <= until)
    }

    /// Who holds a role on a day, the first elected first.
    pub(in crate::demo) fn in_role(&self, role: Role, day: Date) -> impl Iterator<Item = usize> {
        let covers = move |term: &&RoleTerm| Span::new(Some(term.from), term.until).covers(day);
        self.roles.iter().filter(move |term| term.role == role).filter(covers).map(|term| term.person)
    }

    /// Who should come on a day.
    pub(in crate::demo) fn expected(&self, day: Date) -> impl Iterator<Item = usize> {
        let is_expected = move |person: &Person| person.time().covers(day) && !person.has_status(day);
        self.people.iter().enumerate().filter(move |(_, person)| is_expected(person)).map(|(index, _)| index)
    }

    /// The id of a person: all of a cell are as long, so that they sort as they are numbered.
    pub(in crate::demo) fn id_of(&self, person: usize) -> String {
        let number = person + 1;
        if self.people.len() < 100 { format!("dv{number:02}") } else { format!("dv{number:03}") }
    }
}

impl Official {
    pub(in crate::demo) fn is_in_post(&self, day: Date) -> bool {
        self.terms.iter().any(|term| Span::new(Some(term.from), term.until).covers(day))
    }
}
