//! What is recorded of days after a unit's last one: it stands in the way of the end.

use chrono::Datelike;

use super::Job;
use crate::{
    command::Failure,
    date::Date,
    lang::say,
    number::group,
    register::{Cell, claim::agreement_parts},
};

/// More of them are only counted.
const NAMED: usize = 6;

impl Job<'_, '_> {
    /// Refuses to end a cell that has records of later days.
    pub(super) fn refuse_later_of_cell(&self, cell: &Cell<'_>) -> Result<(), Failure> {
        let day = self.day();
        let mut later: Vec<(Date, String)> = Vec::new();
        let meetings = cell.meetings.iter().map(|meeting| (meeting.day(), meeting.source.path.to_string()));
        let unread = cell.unread_meetings.iter().map(|meeting| (meeting.date, meeting.path.clone()));
        later.extend(meetings.chain(unread));
        for (year, book) in &cell.years {
            let first = Date::from_ymd_opt(*year, 1, 1).unwrap_or(day);
            let own = book.file.get().map(|file| file.source).or(book.assessments.source);
            later.extend(own.map(|source| (first, source.path.to_string())));
            later.extend(book.briefings.rows.iter().map(|row| (row.date.0, row.source.path.to_string())));
        }
        let rows = [
            cell.members.rows.iter().filter_map(|row| Some((row.from.copied()?.0, row.source))).collect::<Vec<_>>(),
            cell.statuses.rows.iter().filter_map(|row| Some((row.from.copied()?.0, row.source))).collect(),
            cell.roles.rows.iter().filter_map(|row| Some((row.from.copied()?.0, row.source))).collect(),
        ];
        later.extend(rows.into_iter().flatten().map(|(from, source)| (from, source.path.to_string())));
        let congresses = cell.file.terms.each().map(|(term, _)| (term.congress.0, cell.file.source.path.to_string()));
        later.extend(congresses);
        later.extend(
            self.agreements(|agreement| agreement.cells.iter().any(|id| id.get().is_some_and(|id| **id == *cell.id))),
        );
        self.refuse_later(&cell.id, later)
    }

    /// Refuses to end a village that has records of later days.
    pub(super) fn refuse_later_of_village(&self, village: &str) -> Result<(), Failure> {
        let mut later: Vec<(Date, String)> = Vec::new();
        let officials = self.commune.officials.rows.iter().filter(|row| **row.village == *village);
        later.extend(officials.map(|row| (row.from.0, row.source.path.to_string())));
        for (year, book) in self.commune.years.range(self.day().year() + 1..) {
            let rows = book.villages.rows.iter().filter(|row| **row.village == *village);
            let first = Date::from_ymd_opt(*year, 1, 1).unwrap_or(self.next_day());
            later.extend(rows.map(|row| (first, row.source.path.to_string())));
        }
        later.extend(self.agreements(|agreement| **agreement.village == *village));
        let unread = self.commune.unread_agreements.iter().filter(|unread| unread.village == village);
        later.extend(unread.filter_map(|unread| {
            let (_, signed) = agreement_parts(unread.path.rsplit('/').next()?)?;
            Some((signed, unread.path.clone()))
        }));
        self.refuse_later(village, later)
    }

    fn agreements<'s>(
        &'s self,
        concerns: impl Fn(&crate::records::agreement::Agreement<'_>) -> bool + 's,
    ) -> impl Iterator<Item = (Date, String)> + 's {
        let agreements = self.commune.agreements.iter().filter(move |agreement| concerns(agreement));
        agreements.map(|agreement| (agreement.signed.0, agreement.source.path.to_string()))
    }

    fn refuse_later(&self, unit: &str, mut later: Vec<(Date, String)>) -> Result<(), Failure> {
        let (lang, day) = (self.place.ctx.lang, self.day());
        later.retain(|(other, _)| *other > day);
        later.sort();
        later.dedup_by(|one, other| one.1 == other.1);
        if later.is_empty() {
            return Ok(());
        }
        let named = |(day, path): &(Date, String)| format!("\n  {} ({})", self.desk.show(path), self.shown(*day));
        let mut list: String = later.iter().take(NAMED).map(named).collect();
        if let Some(more) = later.len().checked_sub(NAMED).filter(|more| *more > 0) {
            let more = group(more as u64, lang);
            list += &say!(lang, "\n  và {more} tệp nữa", "\n  and {more} more");
        }
        let shown = self.shown(day);
        Err(self.refuse(say!(
            lang,
            "`{unit}` còn bản ghi sau ngày cuối {shown}; ghi ngày cuối muộn hơn, hoặc chuyển các bản ghi này sang đơn vị mới trước:{list}",
            "`{unit}` has records after the last day {shown}; give a later day, or first move them to the unit that goes on:{list}"
        )))
    }
}
