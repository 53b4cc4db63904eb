//! Being kept from meetings, and coming back.

use super::Job;
use crate::{
    command::{
        Failure,
        event::{Book, Desk, Told, eve},
    },
    date,
    lang::say,
    parse::Vocabulary,
    records::status::{Status, StatusRow},
    register::{Record, people::span},
    unit::join,
};

impl<'j, 'a> Job<'j, 'a> {
    pub(super) fn kept_away(self, status: Status, desk: &mut Desk<'_>) -> Result<Told<'j>, Failure> {
        self.membership()?;
        let (lang, id, day, until) = (self.place.ctx.lang, &self.who.id, self.date, self.args.until);
        if let Some((_, other)) = self.status_now() {
            let (other, shown) = (self.told(other), date::show(day, lang));
            let (iso, whom) = (day.format("%Y-%m-%d"), join(&self.who.unit.id, id));
            let first = self.typed.command("member return", &whom);
            return Err(Failure::Usage(say!(
                lang,
                "`{id}` đang {other}, chồng lên ngày {shown}; thời gian ấy đã hết thì ghi trước: {first} --date {iso}",
                "`{id}` is {other}, which overlaps {shown}; if that time is over, first: {first} --date {iso}"
            )));
        }
        let sheet = desk.sheet(&self.who.unit, Book::Statuses, &self.cell.statuses)?;
        let (from, last) = (sheet.day(day), until.map(|until| sheet.day(until)).unwrap_or_default());
        let reason = self.args.reason.map(|reason| reason.word().to_owned()).unwrap_or_default();
        sheet.add(&[
            ("member", id.clone()),
            ("status", status.word().to_owned()),
            ("from", from),
            ("until", last),
            ("reason", reason),
        ]);
        Ok(Told::new(move |lang| {
            let (status, day) = (status.label().of(lang), date::show(day, lang));
            match until.map(|until| date::show(until, lang)) {
                Some(until) => {
                    say!(lang, "{id} {status} từ {day} đến {until}", "{id} {status} from {day} until {until}")
                }
                None => say!(lang, "{id} {status} từ {day}", "{id} {status} from {day}"),
            }
        }))
    }

    /// Ends the status of the day; who has left comes back into the cell.
    pub(super) fn back(self, desk: &mut Desk<'_>) -> Result<Told<'j>, Failure> {
        self.known()?;
        let (lang, id, unit, day) = (self.place.ctx.lang, &self.who.id, &self.who.unit, self.date);
        if let Some((nth, row)) = self.status_now() {
            let sheet = desk.sheet(unit, Book::Statuses, &self.cell.statuses)?;
            let last = sheet.day(eve(day));
            sheet.set(nth, "until", &last);
            let status = *row.status;
            return Ok(Told::new(move |lang| {
                let (status, day) = (status.label().of(lang), date::show(day, lang));
                say!(lang, "{id} thôi {status}, sinh hoạt lại từ {day}", "{id} no longer {status}, back from {day}")
            }));
        }
        let absent = match self.membership() {
            Err(absent) => absent,
            Ok(_) => {
                let day = date::show(day, lang);
                return Err(Failure::Usage(say!(
                    lang,
                    "`{id}` đang sinh hoạt bình thường ngày {day}: không có gì để ghi",
                    "`{id}` takes part as usual on {day}: there is nothing to record"
                )));
            }
        };
        let ended = self.memberships().filter(|(_, row)| row.until.copied().is_some_and(|until| until.0 < day));
        let Some((_, row)) = ended.max_by_key(|(_, row)| row.until.copied()) else {
            return Err(absent);
        };
        let roster = desk.sheet(unit, Book::Members, &self.cell.members)?;
        let (admitted, from) = (roster.partial(*row.admitted), roster.day(day));
        let official = row.official.copied().map(|official| roster.partial(official)).unwrap_or_default();
        roster.add(&[("id", id.clone()), ("admitted", admitted), ("official", official), ("from", from)]);
        Ok(Told::new(move |lang| {
            let day = date::show(day, lang);
            say!(lang, "{id} chuyển về từ {day}", "{id} came back on {day}")
        }))
    }

    /// The status of the member on the day.
    fn status_now(self) -> Option<(usize, &'j Record<'a, StatusRow<'a>>)> {
        let rows = self.cell.statuses.rows.iter().enumerate().filter(|(_, row)| **row.member == *self.who.id);
        { rows }.find(|(_, row)| span(row, &row.from, &row.until).is_some_and(|time| time.covers(self.date)))
    }

    fn told(self, row: &Record<'_, StatusRow<'_>>) -> String {
        let lang = self.place.ctx.lang;
        let status = row.status.label().of(lang);
        match row.from.copied().map(|from| date::show(from.0, lang)) {
            Some(from) => say!(lang, "{status} từ {from}", "{status} from {from}"),
            None => status.to_owned(),
        }
    }
}
