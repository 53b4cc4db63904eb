//! A cell in a year, as its targets look at it: what several of them ask is found out once.

use std::{cell::OnceCell, ops::Deref};

use chrono::Datelike;

use crate::{
    context::Context,
    date::Span,
    records::assessment::AssessmentRow,
    register::{
        Cell, Commune, Lookup, Record,
        meeting::Weighed,
        people::{Membership, Person},
        posts::DualPost,
    },
    targets::{
        Ask, assigned,
        attended::{self, Attendance},
        doubt,
        graded::{self, Grades},
    },
};

/// Made after the rules: they may still find records wrong, and what is found out here is kept.
pub(crate) struct CellInYear<'c> {
    commune: &'c Commune<'c>,
    pub(super) cell: &'c Cell<'c>,
    ask: Ask<'c>,
    /// Its days.
    pub(super) year: Span,
    /// The meetings of the year, and those that count for a month of it, by path.
    pub(super) near: Vec<Weighed<'c>>,
    year_file: OnceCell<String>,
    grades: OnceCell<Grades<'c>>,
    attendance: OnceCell<Attendance<'c>>,
    memberships: OnceCell<Vec<Option<Option<Membership>>>>,
    assessed: OnceCell<Vec<Lookup<&'c Record<'c, AssessmentRow<'c>>>>>,
    dual_post: OnceCell<DualPost<'c>>,
}

impl<'c> Deref for CellInYear<'c> {
    type Target = Cell<'c>;

    fn deref(&self) -> &Cell<'c> {
        self.cell
    }
}

impl<'c> CellInYear<'c> {
    /// The cell in each of the years that are asked about.
    pub(crate) fn each(
        commune: &'c Commune<'c>,
        cell: &'c Cell<'c>,
        ctx: &Context,
        asks: impl Iterator<Item = Ask<'c>>,
    ) -> Vec<Self> {
        let in_year = |ask: Ask<'c>| Self {
            commune,
            cell,
            year: Span::year(ask.year),
            ask,
            near: Vec::new(),
            year_file: OnceCell::new(),
            grades: OnceCell::new(),
            attendance: OnceCell::new(),
            memberships: OnceCell::new(),
            assessed: OnceCell::new(),
            dual_post: OnceCell::new(),
        };
        let mut years: Vec<Self> = asks.map(in_year).collect();
        for meeting in cell.meetings.iter().map(|meeting| meeting.weigh(ctx)) {
            let of = [meeting.day.year(), meeting.counts_for.year];
            let near = years.iter_mut().filter(|year| of.contains(&year.ask.year));
            near.for_each(|year| year.near.push(meeting));
        }
        years
    }

    /// The days of the year that the plan and the records reach.
    pub(super) fn days_within_period(&self) -> Span {
        self.year.meet(self.ask.ctx.period())
    }

    /// The path of the file of the year.
    pub(super) fn year_file(&self) -> &str {
        self.year_file.get_or_init(|| doubt::year_file(self.cell, self.ask.year))
    }

    pub(super) fn grades(&self) -> &Grades<'c> {
        self.grades.get_or_init(|| graded::of_cell(self.cell, &self.ask))
    }

    pub(super) fn attendance(&self) -> &Attendance<'c> {
        self.attendance.get_or_init(|| attended::of_cell(self, &self.ask))
    }

    /// Whether the secretary is the head at the reference date.
    pub(super) fn dual_post(&self) -> DualPost<'c> {
        *self.dual_post.get_or_init(|| self.commune.dual_post(self.cell, self.ask.reference))
    }

    /// The people of the roster, each with their membership at the reference date.
    pub(super) fn members(&self) -> impl Iterator<Item = (&'c Person, Option<Option<Membership>>)> {
        let membership = |person: &Person| person.membership(&self.cell.members, self.ask.reference);
        let memberships = self.memberships.get_or_init(|| self.cell.people.iter().map(membership).collect());
        self.cell.people.iter().zip(memberships.iter().copied())
    }

    /// Of each person of the roster, by their place in it, the first row of the year's assessments; `Unread` where it may
    /// be one that could not be read.
    pub(super) fn assessed_by_member(&self) -> &[Lookup<&'c Record<'c, AssessmentRow<'c>>>] {
        self.assessed.get_or_init(|| assigned::assessed(self.cell, self.ask.year))
    }
}
