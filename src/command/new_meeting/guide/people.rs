//! Who was there: the roll, the chair, who kept the minutes, guests.

use std::collections::BTreeMap;

use super::{Go, Guide, take};
use crate::{
    alphabet,
    command::{
        Failure,
        ask::Answer,
        new_meeting::{before, entry::Guest},
        roll::{self, Roll},
    },
    date,
    io::Io,
    lang::say,
    parse::Vocabulary,
    records::{
        meeting::{GuestFrom, Mark},
        official::Post,
    },
    text::nfc,
};

impl Guide<'_, '_, '_> {
    pub(super) fn roll(&mut self, io: &mut Io<'_>) -> Result<Go, Failure> {
        let lang = self.asker.lang;
        let called = self.work.called(&self.now(), io)?;
        let (kind, day) = (self.kind().label().of(lang), date::show(self.day(), lang));
        let title = say!(
            lang,
            "Điểm danh · {} · họp {kind} ngày {day}",
            "Roll call · {} · {kind} meeting of {day}",
            self.work.cell.file.name.trim()
        );
        let mut sheet = Roll::new(self.work.cell, &called, &self.entry.marks);
        let asker = self.asker;
        let ended = roll::call(&mut sheet, &title, lang, asker.styled, io.out, |marks| {
            self.entry.marks.clone_from(marks);
            self.save();
        });
        self.entry.marks = sheet.marks();
        Ok(ended.map_err(|error| Failure::Work(error.into()))?.into())
    }

    pub(super) fn chair(&mut self) -> Result<Go, Failure> {
        let message = say!(self.asker.lang, "Ai chủ trì?", "Who was in the chair?");
        let there = self.there();
        let usual = before::chair(self.work.cell, self.day(), |id| there.iter().any(|other| other == id));
        let said = self.entry.chair.clone().or(usual.map(str::to_owned));
        let answer = self.person(&message, &there, said.as_deref())?;
        Ok(take(answer, |id| self.entry.chair = Some(id)))
    }

    pub(super) fn minutes_by(&mut self) -> Result<Go, Failure> {
        let message = say!(self.asker.lang, "Ai ghi biên bản?", "Who kept the minutes?");
        let there = self.there();
        let usual = before::last_minutes_by(&self.work.place.ctx, self.work.cell, self.kind(), self.day());
        let usual = usual.filter(|id| self.entry.chair.as_deref() != Some(*id));
        let said = self.entry.minutes_by.clone().or(usual.map(str::to_owned));
        let answer = self.person(&message, &there, said.as_deref())?;
        Ok(take(answer, |id| self.entry.minutes_by = Some(id)))
    }

    /// One of these people, or nobody (an empty id).
    pub(super) fn person(&self, message: &str, ids: &[String], said: Option<&str>) -> Result<Answer<String>, Failure> {
        let mut labels: Vec<String> = ids.iter().map(|id| self.called_by(id)).collect();
        labels.push(say!(self.asker.lang, "(chưa ghi)", "(not recorded)"));
        let start = said.map_or(0, |said| ids.iter().position(|id| id == said).unwrap_or(ids.len()));
        let chosen = self.asker.choose(message, &labels, start)?;
        Ok(chosen.map(|chosen| ids.get(chosen).cloned().unwrap_or_default()))
    }

    /// Those who came, or who are expected where nobody's mark tells; in the order of their names.
    pub(super) fn there(&self) -> Vec<String> {
        let called = self.called();
        let wish = self.now();
        let came = |id: &&str| {
            let marked = matches!(self.entry.marks.get(*id), Some(Mark::Present | Mark::Late));
            if self.entry.marks.is_empty() { !wish.is_absent(id) } else { marked }
        };
        let all = called.expected.iter().copied().chain(called.kept_away.iter().map(|(id, _)| *id));
        let mut ids: Vec<String> = all.filter(came).map(str::to_owned).collect();
        let names = self.names();
        ids.sort_by_cached_key(|id| alphabet::person_key(names.get(id.as_str()).copied(), id));
        ids
    }

    fn names(&self) -> BTreeMap<&str, &str> {
        self.work.cell.names.rows.iter().map(|row| (&**row.id, row.name.trim())).collect()
    }

    /// The name with the id, where there is one.
    pub(super) fn called_by(&self, id: &str) -> String {
        match self.names().get(id).filter(|name| !name.is_empty()) {
            Some(name) => format!("{} ({id})", crate::text::visible(&nfc(name))),
            None => id.to_owned(),
        }
    }

    pub(super) fn guests(&mut self) -> Result<Go, Failure> {
        let lang = self.asker.lang;
        let mut guests = self.officials();
        for from in [GuestFrom::Commune, GuestFrom::District, GuestFrom::Province, GuestFrom::Other] {
            guests.push((Guest { from, official: None }, from.label().of(lang).to_owned()));
        }
        let labels: Vec<String> = guests.iter().map(|(_, label)| label.clone()).collect();
        let chosen: Vec<usize> =
            (0..guests.len()).filter(|place| self.entry.guests.contains(&guests[*place].0)).collect();
        let message = say!(lang, "Khách dự họp?", "Guests?");
        let answer = self.asker.choose_many(&message, &labels, &chosen)?;
        Ok(take(answer, |chosen| {
            self.entry.guests = chosen.into_iter().filter_map(|place| Some(guests.get(place)?.0.clone())).collect();
        }))
    }

    /// Heads and deputies of the cell's villages who are not on its own roster.
    fn officials(&self) -> Vec<(Guest, String)> {
        let (lang, cell, commune, day) = (self.asker.lang, self.work.cell, self.work.commune, self.day());
        let mut guests = Vec::new();
        for village in crate::records::cell::villages(&cell.file).filter_map(|id| commune.village(id).get().copied()) {
            for (post, from) in [(Post::Head, GuestFrom::VillageHead), (Post::Deputy, GuestFrom::VillageDeputy)] {
                for official in commune.in_post(village, post, day) {
                    let own = official.member.get().is_some() && official.cell.get().is_some_and(|id| **id == *cell.id);
                    if !own {
                        let id = official.id.to_string();
                        let label = format!("{}, {} ({id})", from.label().of(lang), village.name.trim());
                        guests.push((Guest { from, official: Some(id) }, label));
                    }
                }
            }
        }
        guests
    }
}
