//! Roles in the cell: elected or appointed to one, and giving it up.

use super::{Job, time};
use crate::{
    cli::role_is_missing,
    command::{
        Failure,
        event::{Book, Desk, Told, eve},
    },
    date,
    lang::say,
    parse::Vocabulary,
    records::role::{Role, RoleHow, RoleRow},
    register::{Record, posts::role_span},
};

/// A row of roles.csv and its number.
type Held<'j, 'a> = (usize, &'j Record<'a, RoleRow<'a>>);

impl<'j, 'a> Job<'j, 'a> {
    /// Enters the member in a role; the secretary before, and what else the member was in the committee, ends on the day
    /// before.
    pub(super) fn takes_role(self, how: RoleHow, desk: &mut Desk<'_>) -> Result<Told<'j>, Failure> {
        self.membership()?;
        let (lang, id, day) = (self.place.ctx.lang, &self.who.id, self.date);
        let role = self.args.role.ok_or_else(|| Failure::Usage(role_is_missing(how, lang)))?;
        // Who was appointed and is now elected has a row of each; in the same way again it is one row that goes on.
        let is_same = |row: &RoleRow<'_>| *row.role == role && row.how.copied().is_none_or(|own| own == how);
        if let Some((_, row)) = self.held().find(|(_, row)| **row.member == **id && is_same(row)) {
            let (role, time) = (role.label().of(lang), time(row.from.copied(), row.until.copied(), lang));
            return Err(Failure::Usage(say!(
                lang,
                "`{id}` đang là {role} {time}: không có gì để ghi; tái cử thì dòng đang có vẫn tiếp tục",
                "`{id}` is {role} {time}: there is nothing to record; who is elected again goes on in the same row"
            )));
        }
        let sheet = desk.sheet(&self.who.unit, Book::Roles, &self.cell.roles)?;
        let (from, last) = (sheet.day(day), sheet.day(eve(day)));
        let mut notes = Vec::new();
        let gives_way = |row: &RoleRow<'_>| **row.member == **id || role == Role::Secretary && *row.role == role;
        let earlier = |row: &RoleRow<'_>| row.from.copied().is_none_or(|from| from.0 < day) && row.until.is_absent();
        for (nth, row) in self.held().filter(|(_, row)| gives_way(row) && earlier(row)) {
            sheet.set(nth, "until", &last);
            let (who, was, last) = (&*row.member, row.role.label().of(lang), date::show(eve(day), lang));
            notes.push(match row.how.copied().filter(|_| **row.member == **id && *row.role == role) {
                Some(how) => {
                    let how = how.label().of(lang);
                    say!(lang, "{who} làm {was} ({how}) đến hết {last}", "{who} was {was} ({how}) until {last}")
                }
                None => say!(lang, "{who} thôi làm {was}, ngày cuối {last}", "{who} no longer {was}, last day {last}"),
            });
        }
        sheet.add(&[
            ("member", id.clone()),
            ("role", role.word().to_owned()),
            ("from", from),
            ("how", how.word().to_owned()),
        ]);
        let told = Told::new(move |lang| {
            let (role, how, day) = (role.label().of(lang), how.label().of(lang), date::show(day, lang));
            say!(lang, "{id} làm {role} ({how}) từ {day}", "{id} is {role} ({how}) from {day}")
        });
        Ok(Told { notes, ..told })
    }

    /// Ends the roles of the member, or the one that is named.
    pub(super) fn relieved(self, desk: &mut Desk<'_>) -> Result<Told<'j>, Failure> {
        self.known()?;
        let (lang, id, day) = (self.place.ctx.lang, &self.who.id, self.date);
        let asked = self.args.role;
        let own = self.held().filter(|(_, row)| **row.member == **id && asked.is_none_or(|role| role == *row.role));
        let own: Vec<Held<'_, '_>> = own.collect();
        let shown = date::show(day, lang);
        if own.is_empty() {
            let what = asked.map_or(say!(lang, "chức vụ nào", "in any role"), |role| {
                let role = role.label().of(lang);
                say!(lang, "chức {role}", "{role}")
            });
            return Err(Failure::Usage(say!(
                lang,
                "`{id}` không giữ {what} vào ngày {shown}",
                "`{id}` was not {what} on {shown}"
            )));
        }
        if let Some(until) = own.iter().find_map(|(_, row)| row.until.copied()) {
            let until = date::show(until.0, lang);
            return Err(Failure::Usage(say!(
                lang,
                "`{id}` đã có ngày cuối giữ chức vụ là {until}; ghi sai thì sửa trong roles.csv",
                "`{id}` has a last day in the role already, {until}; if it is wrong, mend roles.csv"
            )));
        }
        let sheet = desk.sheet(&self.who.unit, Book::Roles, &self.cell.roles)?;
        let last = sheet.day(day);
        own.iter().for_each(|(nth, _)| sheet.set(*nth, "until", &last));
        let roles: Vec<Role> = own.iter().map(|(_, row)| *row.role).collect();
        Ok(Told::new(move |lang| {
            let roles: Vec<&str> = roles.iter().map(|role| role.label().of(lang)).collect();
            let (roles, day) = (roles.join(", "), date::show(day, lang));
            say!(lang, "{id} thôi làm {roles}, ngày cuối {day}", "{id} no longer {roles}, last day {day}")
        }))
    }

    /// The roles of the cell that somebody is in on the day.
    fn held(self) -> impl Iterator<Item = Held<'j, 'a>> {
        let rows = self.cell.roles.rows.iter().enumerate();
        rows.filter(move |(_, row)| role_span(row).is_some_and(|time| time.covers(self.date)))
    }
}
