//! Who stands in a post or role on a day, and where both are one person: dual posts.
//!
//! What cannot be told is said to be so, with the record that would tell it: nothing is set apart on a guess.

use crate::{
    date::{Date, Span},
    finding::{Flaws, Place},
    parse::Field,
    records::{
        official::{OfficialRow, Post},
        role::{Role, RoleRow},
    },
    register::{Cell, Commune, Record, Table, official_span, people::span},
};

/// Whether secretary and head are one person.
#[derive(Clone, Copy)]
pub(crate) enum DualPost<'c> {
    Yes,
    No,
    /// The record that would tell has an error.
    Unknown(Place<'c>),
}

/// Whether an official is in post on a day; `None` where the row has an error that bears on it.
pub(crate) fn is_in_post(row: &Record<'_, OfficialRow<'_>>, day: Date) -> Option<bool> {
    if row.until.is_unread() || row.has(Flaws::WHOLE.and(Flaws::TIME)) {
        return None;
    }
    Some(row.from.0 <= day && row.until.copied().is_none_or(|until| until.0 >= day))
}

/// The time in a role; `None` where the row has an error that bears on it.
pub(crate) fn role_span(row: &Record<'_, RoleRow<'_>>) -> Option<Span> {
    // `unknown-member` marks the row by the flaw that it has in a meeting.
    if row.has(Flaws::WHOLE.and(Flaws::ATTENDANCE)) {
        return None;
    }
    span(row, &row.from, &row.until)
}

/// The time in a post, as far as the village is there; `None` where an error bears on it.
pub(crate) fn post_span(commune: &Commune<'_>, row: &Record<'_, OfficialRow<'_>>) -> Option<Span> {
    if row.has(Flaws::WHOLE) {
        return None;
    }
    let village = commune.village(&row.village).get().copied()?;
    Some(official_span(row)?.meet(span(village, &village.from, &village.until)?))
}

impl<'a> Commune<'a> {
    /// Whether the cell's secretary is, on a day, the head of one of its villages.
    pub(crate) fn dual_post<'c>(&'c self, cell: &'c Cell<'a>, day: Date) -> DualPost<'c> {
        let heads: Vec<_> =
            self.heads_of(cell, day, |head| is(&head.cell, &cell.id) && !head.member.is_absent()).collect();
        if heads.is_empty() {
            // A row that could not be read may be the head of a village that seems to have none.
            let has_head = self.heads_of(cell, day, |head| is_in_post(head, day) == Some(true)).next().is_some();
            let sure = has_head || !self.officials.unread;
            return if sure { DualPost::No } else { DualPost::Unknown(table(&self.officials, cell)) };
        }
        let mut unknown = cell.roles.unread.then(|| table(&cell.roles, cell));
        if cell.file.villages.has_unread() {
            unknown = Some(cell.place());
        }
        for head in heads {
            for row in
                cell.roles.rows.iter().filter(|row| *row.role == Role::Secretary && is(&head.member, &row.member))
            {
                let link = !head.cell.is_unread() && !head.member.is_unread();
                match (is_in_post(head, day), role_span(row).map(|span| span.covers(day))) {
                    (Some(true), Some(true)) if link => return DualPost::Yes,
                    (Some(false), _) | (_, Some(false)) => {}
                    (_, None) => unknown = Some(row.whole()),
                    (_, Some(true)) => unknown = Some(head.whole()),
                }
            }
        }
        unknown.map_or(DualPost::No, DualPost::Unknown)
    }

    /// Whether a village has village cells on a day and each of their secretaries is its head.
    pub(crate) fn dual_post_village<'c>(&'c self, village: &'c str, day: Date) -> DualPost<'c> {
        let heads = self.officials.rows.iter().filter(|row| *row.role == Post::Head && **row.village == *village);
        let of_unread_cell =
            |head: &&Record<'_, OfficialRow<'_>>| self.unread_cells.iter().any(|cell| is(&head.cell, cell));
        let mut answer =
            heads.filter(of_unread_cell).last().map_or(DualPost::No, |head| DualPost::Unknown(head.whole()));
        for cell in self.cells_of(village, day) {
            match self.dual_post(cell, day) {
                DualPost::No => return DualPost::No,
                // One that is not known leaves the whole village unknown.
                _ if matches!(answer, DualPost::Unknown(_)) => {}
                told => answer = told,
            }
        }
        answer
    }

    /// The heads, past and present, of the cell's villages that are there on a day; whether one suits is asked first, for
    /// to ask which villages a cell leads takes longer.
    fn heads_of<'c>(
        &'c self,
        cell: &'c Cell<'a>,
        day: Date,
        suits: impl Fn(&Record<'a, OfficialRow<'a>>) -> bool,
    ) -> impl Iterator<Item = &'c Record<'a, OfficialRow<'a>>> {
        let leads = move |id: &str| {
            self.leads(cell, id, day)
                && match self
                    .villages
                    .rows
                    .iter()
                    .find(|row| **row.id == *id && Self::is_alive(row, day) != Some(false))
                {
                    Some(_) => true,
                    // A village whose row could not be read is there for all that is known.
                    None => self.villages.unread && self.villages.rows.iter().all(|row| **row.id != *id),
                }
        };
        self.officials.rows.iter().filter(move |row| *row.role == Post::Head && suits(row) && leads(&row.village))
    }
}

/// Whether a field says this id, or may say it.
fn is<T: std::ops::Deref<Target = str>>(field: &Field<T>, id: &str) -> bool {
    field.is_unread() || field.get().is_some_and(|said| **said == *id)
}

fn table<'c, T>(table: &Table<'c, T>, cell: &'c Cell<'_>) -> Place<'c> {
    table.source.map_or(cell.place(), |source| Place::in_source(source, crate::source::At::File))
}
