//! Villages that become one.

use super::{Job, Said};
use crate::{
    command::{Failure, event::Book, no_village},
    date,
    lang::say,
    parse::{Id, Vocabulary},
    records::{cell::villages, village::VillageRow},
    register::{Record, claim::Claim, discover::UnitDir, official_span, people::span},
    text::{nfc, toml_string},
    unit::{UnitLevel, join},
};

pub(super) fn merge(job: &mut Job<'_, '_>) -> Result<Said, Failure> {
    let (lang, day, next_day) = (job.place.ctx.lang, job.day(), job.next_day());
    let into = job.id_to_go_on()?;
    // A row that cannot be read may be the one that matters.
    job.desk.sheet(job.top, Book::Villages, &job.commune.villages)?;
    let ending: Vec<String> = job.units.iter().filter(|id| **id != into).cloned().collect();
    let mut rows = Vec::new();
    for id in &ending {
        let (nth, row) = job.row(id)?;
        job.refuse_gone(row)?;
        job.refuse_later_of_village(id)?;
        rows.push((nth, row));
    }
    let is_new = job.commune.villages.rows.iter().all(|row| **row.id != *into);
    if ending.is_empty() || ending.len() == 1 && is_new {
        return Err(job.refuse(say!(lang, "cần ít nhất hai thôn khác nhau", "there must be two different villages")));
    }
    job.refuse_target(&into, is_new)?;
    let sheet = job.desk.sheet(job.top, Book::Villages, &job.commune.villages)?;
    let last = sheet.day(day);
    for (nth, _) in &rows {
        sheet.set(*nth, "until", &last);
        sheet.set(*nth, "successor", &into);
    }
    if let Some((_, first)) = rows.first().filter(|_| is_new) {
        let section = first.section.get().map(ToString::to_string);
        let is_common = rows.iter().all(|(_, row)| row.section.get().map(ToString::to_string) == section);
        let values = [
            ("id", into.clone()),
            ("name", nfc(job.args.name.as_deref().unwrap_or_default()).into_owned()),
            ("kind", first.kind.word().to_owned()),
            ("from", sheet.day(next_day)),
            ("section", section.filter(|_| is_common).unwrap_or_default()),
        ];
        sheet.add(&values);
    }
    job.end_posts(&ending)?;
    let cells = job.lead(&ending, &into)?;
    job.end_agreements(|agreement| ending.iter().any(|id| **id == **agreement.village))?;
    job.next_steps(&into, is_new, &cells);
    let names = ending.join(", ");
    Ok(Box::new(move |lang| {
        let day = date::show(day, lang);
        say!(
            lang,
            "sáp nhập thôn {names} vào {into}, ngày cuối {day}",
            "villages {names} merged into {into}, last day {day}"
        )
    }))
}

impl<'j, 'a> Job<'j, 'a> {
    fn row(&self, id: &str) -> Result<(usize, &'j Record<'a, VillageRow<'a>>), Failure> {
        let mut rows = self.commune.villages.rows.iter().enumerate().filter(|(_, row)| **row.id == *id);
        // The last of its rows, where it was there more than once.
        let unit = || no_village(&self.place.ctx, &self.commune.village_unit(id));
        rows.by_ref().last().ok_or_else(unit)
    }

    fn refuse_gone(&self, row: &Record<'_, VillageRow<'_>>) -> Result<(), Failure> {
        let (lang, id) = (self.place.ctx.lang, &**row.id);
        if let Some(until) = row.until.copied() {
            let until = self.shown(until.0);
            return Err(self.refuse(say!(
                lang,
                "thôn `{id}` đã có ngày cuối là {until}",
                "the village `{id}` has a last day already, {until}"
            )));
        }
        if !span(row, &row.from, &row.until).is_some_and(|life| life.covers(self.day())) {
            let shown = self.shown(self.day());
            return Err(self.refuse(say!(
                lang,
                "thôn `{id}` lập sau ngày {shown}",
                "the village `{id}` begins after {shown}"
            )));
        }
        Ok(())
    }

    fn refuse_target(&self, into: &str, is_new: bool) -> Result<(), Failure> {
        let lang = self.place.ctx.lang;
        match (is_new, &self.args.name) {
            (false, None) => self.refuse_gone(self.row(into)?.1),
            (false, Some(_)) => Err(self.refuse(say!(
                lang,
                "thôn `{into}` đã có, nên không dùng --name",
                "the village `{into}` is there, so --name is not taken"
            ))),
            (true, None) => Err(self.refuse(say!(
                lang,
                "xã chưa có thôn `{into}`; lập thôn mới thì thêm --name \"Thôn …\"",
                "the commune has no village `{into}`; to found it, add --name \"…\""
            ))),
            (true, Some(_)) if !Id::is_one(into) => Err(self.refuse(say!(
                lang,
                "`{into}` không dùng làm mã thôn được: một chữ cái, rồi chữ cái không dấu, chữ số, gạch nối",
                "`{into}` cannot be a village's id: a letter, then letters without marks, digits, dashes"
            ))),
            (true, Some(_)) => Ok(()),
        }
    }

    /// Heads and deputy heads go with their village.
    fn end_posts(&mut self, ending: &[String]) -> Result<(), Failure> {
        let (lang, day) = (self.place.ctx.lang, self.day());
        for (nth, row) in self.commune.officials.rows.iter().enumerate() {
            let is_ending = ending.iter().any(|id| **id == **row.village);
            if is_ending && official_span(row).is_some_and(|time| time.until > day) {
                let sheet = self.desk.sheet(self.top, Book::Officials, &self.commune.officials)?;
                let last = sheet.day(day);
                sheet.set(nth, "until", &last);
                let (id, post, village) = (&**row.id, row.role.label().of(lang), &**row.village);
                self.notes.push(say!(
                    lang,
                    "{id} thôi làm {post} {village} cùng thôn cũ",
                    "{id} is no longer {post} of {village}, which ends"
                ));
            }
        }
        Ok(())
    }

    /// The cells of the villages lead the one that goes on; gives all of its cells.
    fn lead(&mut self, ending: &[String], into: &str) -> Result<Vec<String>, Failure> {
        let mut led = Vec::new();
        let alive = self.commune.cells.iter().filter(|cell| cell.life().covers(self.args.date));
        for cell in alive.filter(|cell| cell.life().until > self.args.date) {
            let mut ids: Vec<&str> = villages(&cell.file).collect();
            let leads_it = ids.contains(&into);
            if leads_it || ids.iter().any(|id| ending.iter().any(|ending| ending == id)) {
                led.push(cell.id.clone());
                if !leads_it {
                    ids.push(into);
                    let list: Vec<String> = ids.iter().map(|id| toml_string(id)).collect();
                    let unit = UnitDir { id: cell.unit.clone(), level: UnitLevel::Cell };
                    self.set(&unit, Claim::Cell, cell.file.source, &[("villages", format!("[{}]", list.join(", ")))])?;
                }
            }
        }
        Ok(led)
    }

    fn next_steps(&mut self, into: &str, is_new: bool, cells: &[String]) {
        let lang = self.place.ctx.lang;
        let unit = self.commune.village_unit(into);
        if is_new {
            self.notes.push(say!(
                lang,
                "thôn `{into}` chưa có trưởng thôn, bầu xong thì ghi",
                "the village `{into}` has no head yet: record the election"
            ));
            let (elect, day) = (self.typed.command("official elect", &unit), say!(lang, "NGÀY", "DATE"));
            self.next.push(format!("{elect} --date {day}"));
        }
        self.sign_anew(into);
        if let [first, _, ..] = cells {
            let paths: Vec<String> = cells.iter().map(|cell| self.typed.unit(&join(&self.top.id, cell))).collect();
            let (list, day) = (paths.join(" "), self.args.date.format("%d/%m/%Y"));
            self.notes.push(say!(
                lang,
                "thôn `{into}` có nhiều chi bộ: sáp nhập các chi bộ, hoặc ghi rules_among_cells trong villages.csv",
                "the village `{into}` has several cells: merge them, or write rules_among_cells in villages.csv"
            ));
            let merge = self.typed.command_here("merge-cells");
            self.next.push(format!("{merge} {list} --into {first} --date {day}"));
        }
    }
}
