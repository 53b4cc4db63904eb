//! Going out of a cell: to another, out of the Party, by death. Statuses and roles that go on end with the membership.

use super::{Job, with_cell};
use crate::{
    cli::MemberArgs,
    command::{
        Failure,
        event::{Book, Desk, Told, Who, next_id},
    },
    date::{self, plus_days},
    lang::{Lang, say},
    parse::Vocabulary,
    records::{
        meeting::Meeting,
        member::{Leaving, MemberRow},
        role::Role,
    },
    register::{Record, people::span},
    unit::UnitLevel,
};

impl<'j, 'a> Job<'j, 'a> {
    pub(super) fn leave(self, why: Leaving, desk: &mut Desk<'_>) -> Result<Told<'j>, Failure> {
        let (_, notes) = self.parted(why, desk)?;
        let (id, day) = (&self.who.id, self.date);
        let told = Told::new(move |lang| {
            let (why, day) = (why.label().of(lang), date::show(day, lang));
            say!(lang, "{id} {why}, ngày cuối {day}", "{id} {why}, last day {day}")
        });
        Ok(Told { notes, ..told })
    }

    pub(super) fn transfer(self, desk: &mut Desk<'_>) -> Result<Told<'j>, Failure> {
        let (row, mut notes) = self.parted(Leaving::Transferred, desk)?;
        let (id, day) = (&self.who.id, self.date);
        let there = self.args.to.as_deref().map(|to| self.arrive(to, row, self.args, &mut notes, desk)).transpose()?;
        let told = Told::new(move |lang| {
            let day = date::show(day, lang);
            match &there {
                Some((cell, new)) => say!(
                    lang,
                    "{id} chuyển sinh hoạt sang {cell} (mã {new}), ngày cuối {day}",
                    "{id} transferred to {cell} (as {new}), last day {day}"
                ),
                None => say!(lang, "{id} chuyển sinh hoạt đi, ngày cuối {day}", "{id} transferred, last day {day}"),
            }
        });
        Ok(Told { notes, ..told })
    }

    /// Ends the membership and what hangs on it.
    fn parted(
        self,
        why: Leaving,
        desk: &mut Desk<'_>,
    ) -> Result<(&'j Record<'a, MemberRow<'a>>, Vec<String>), Failure> {
        let (nth, row) = self.membership()?;
        let (lang, id, unit, day) = (self.place.ctx.lang, &self.who.id, &self.who.unit, self.date);
        if let Some(until) = row.until.copied() {
            let until = date::show(until.0, lang);
            return Err(Failure::Usage(say!(
                lang,
                "`{id}` đã có ngày cuối ở chi bộ là {until}; ghi sai thì sửa trong members.csv",
                "`{id}` has a last day in the cell already, {until}; if it is wrong, mend members.csv"
            )));
        }
        self.refuse_attended(desk)?;
        let roster = desk.sheet(unit, Book::Members, &self.cell.members)?;
        let last = roster.day(day);
        roster.set(nth, "until", &last);
        roster.set(nth, "leaving", why.word());
        let mut notes = Vec::new();
        let goes_on = |covers: Option<date::Span>| covers.is_some_and(|time| time.covers(day) && time.until > day);
        for (nth, row) in self.cell.statuses.rows.iter().enumerate().filter(|(_, row)| **row.member == **id) {
            if goes_on(span(row, &row.from, &row.until)) {
                let sheet = desk.sheet(unit, Book::Statuses, &self.cell.statuses)?;
                let last = sheet.day(day);
                sheet.set(nth, "until", &last);
                let status = row.status.label().of(lang);
                notes.push(say!(lang, "thời gian {status} cũng kết thúc", "the time {status} ends too"));
            }
        }
        for (nth, row) in self.cell.roles.rows.iter().enumerate().filter(|(_, row)| **row.member == **id) {
            if goes_on(span(row, &row.from, &row.until)) {
                let sheet = desk.sheet(unit, Book::Roles, &self.cell.roles)?;
                let last = sheet.day(day);
                sheet.set(nth, "until", &last);
                notes.push(role_ends(*row.role, lang));
            }
        }
        Ok((row, notes))
    }

    /// Nobody comes to a meeting of a cell after the last day in it.
    fn refuse_attended(self, desk: &Desk<'_>) -> Result<(), Failure> {
        let (lang, id) = (self.place.ctx.lang, &self.who.id);
        let came = |meeting: &&Record<'_, Meeting<'_>>| meeting.marks().any(|(member, _)| *member == **id);
        let after = self.cell.meetings.iter().filter(|meeting| meeting.day() > self.date).filter(came);
        let Some(last) = after.max_by_key(|meeting| meeting.day()) else { return Ok(()) };
        let (path, day) = (desk.show(&last.source.path), date::show(self.date, lang));
        let held = date::show(last.day(), lang);
        Err(Failure::Usage(say!(
            lang,
            "`{id}` còn được điểm danh ngày {held} ({path}), sau ngày cuối {day}; ghi ngày cuối từ {held} trở đi, hoặc sửa các biên bản sau {day} trước",
            "`{id}` has a mark on {held} ({path}), after the last day {day}; give a last day from {held} on, or first mend the meetings after {day}"
        )))
    }

    /// Enters the member in the cell that takes them; gives its path and the id there.
    fn arrive(
        self,
        to: &str,
        row: &Record<'_, MemberRow<'_>>,
        args: &MemberArgs,
        notes: &mut Vec<String>,
        desk: &mut Desk<'_>,
    ) -> Result<(String, String), Failure> {
        let lang = self.place.ctx.lang;
        let unit = Who::unit(self.place, Some(to), UnitLevel::Cell, "")?;
        if unit == self.who.unit {
            return Err(Failure::Usage(say!(
                lang,
                "--to là chính chi bộ này; ghi chi bộ nhận",
                "--to is this very cell; name the cell that takes the member"
            )));
        }
        let id = with_cell(self.place, &unit, |cell, _| {
            let ids = cell.members.rows.iter().map(|row| &**row.id).chain(cell.names.rows.iter().map(|row| &**row.id));
            let id = args.id.clone().unwrap_or_else(|| next_id(ids, "dv"));
            let roster = desk.sheet(&unit, Book::Members, &cell.members)?;
            let admitted = roster.partial(*row.admitted);
            let official = row.official.copied().map(|official| roster.partial(official)).unwrap_or_default();
            let from = roster.day(plus_days(self.date, 1));
            roster.add(&[("id", id.clone()), ("admitted", admitted), ("official", official), ("from", from)]);
            Ok(id)
        })?;
        if self.cell.names.rows.iter().any(|row| **row.id == *self.who.id) {
            notes.push(say!(
                lang,
                "tên trong names.csv không đi theo: thêm dòng {id} vào names.csv của chi bộ nhận",
                "the name in names.csv does not follow: add a line {id} to the names.csv of the other cell"
            ));
        }
        Ok((unit.id.to_string(), id))
    }
}

fn role_ends(role: Role, lang: Lang) -> String {
    let role = role.label().of(lang);
    say!(lang, "chức vụ {role} cũng kết thúc", "the role of {role} ends too")
}
