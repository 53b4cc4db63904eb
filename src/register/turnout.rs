//! How many of a roll came, and what is wrong with it. All that is asked of nearly every meeting, many times over.

use crate::{
    parse::Vocabulary,
    records::{
        attendance::Line,
        meeting::{Mark, Meeting},
    },
    register::{Cell, Record, roll::Expected, seats::Seat},
};

/// The marks of a meeting, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Turnout {
    /// Of those who were expected, how many have each mark; who has no line has the blank one.
    marks: [u32; Mark::WORDS.len()],
    /// Who was a member on that day, or may have been.
    pub(crate) members: u32,
    /// Who is kept from meetings, came all the same, and counts on coming.
    pub(crate) came_unexpected: u32,
    /// Who was no member on that day and has a mark.
    pub(crate) non_members: u32,
    /// Whether it could not be told of somebody if they were expected.
    pub(crate) is_unsure: bool,
    /// The official members who came.
    voters: u32,
    /// Whether it could not be told of somebody who came if they are one.
    has_unsure_voter: bool,
}

impl Turnout {
    /// Who was expected and has a mark.
    pub(crate) fn of(&self, mark: Mark) -> u64 {
        u64::from(self.marks[mark as usize])
    }

    /// The official members who came; `None` where it could not be told of somebody who came.
    pub(crate) fn voters(&self) -> Option<u64> {
        (!self.has_unsure_voter).then_some(u64::from(self.voters))
    }

    /// Counts a meeting, by the seat of each place of the roster; of who has none there nothing is known.
    pub(super) fn count(
        cell: &Cell<'_>,
        meeting: &Record<'_, Meeting<'_>>,
        seat: impl Fn(usize) -> Option<Seat>,
    ) -> Self {
        let mut turnout = Self::default();
        meeting.walk(cell, |place, line| {
            let mark = line.map_or(Some(Mark::Blank), Line::mark);
            let came = matches!(mark, Some(Mark::Present | Mark::Late));
            match place.and_then(&seat) {
                Some(seat) => turnout.add(seat, mark, came),
                None => turnout.has_unsure_voter |= came,
            }
        });
        turnout
    }

    /// Adds one person; a mark that could not be read is a mark all the same.
    fn add(&mut self, seat: Seat, mark: Option<Mark>, came: bool) {
        match (seat.expected, mark) {
            (Expected::Yes, Some(mark)) => self.marks[mark as usize] += 1,
            (Expected::KeptAway, _) => self.came_unexpected += u32::from(came && seat.counts_on_coming),
            (Expected::NotAMember, Some(mark)) => self.non_members += u32::from(mark != Mark::Blank),
            (Expected::Yes | Expected::NotAMember, None) => {}
            (Expected::Unknown, _) => self.is_unsure = true,
        }
        self.members += u32::from(seat.expected != Expected::NotAMember);
        self.voters += u32::from(came && seat.votes == Some(true));
        self.has_unsure_voter |= came && seat.votes.is_none();
    }
}
