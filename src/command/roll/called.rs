//! Who is expected on the day, from roster, statuses and roles; and what becomes of marks for others.

use super::Marks;
use crate::{
    command::Failure,
    date::{self, Date},
    lang::{Lang, Words, say},
    parse::Vocabulary,
    records::{
        meeting::{Kind, Mark},
        status::Status,
    },
    register::{
        Cell,
        roll::{Expected, expected},
    },
    text::nearest,
};

/// The cell's people on the day of a meeting, by id.
#[derive(Debug, Default)]
pub(in crate::command) struct Called<'c> {
    pub(in crate::command) expected: Vec<&'c str>,
    /// Members who need not come, and why.
    pub(in crate::command) kept_away: Vec<(&'c str, Words)>,
    /// The rows that would tell whether somebody is expected could not be read.
    pub(in crate::command) unsure: bool,
}

impl<'c> Called<'c> {
    pub(in crate::command) fn of(cell: &'c Cell<'_>, kind: Kind, day: Date) -> Self {
        let committee = kind == Kind::Committee;
        let mut called = Self { unsure: cell.members.unread || committee && cell.roles.unread, ..Self::default() };
        for person in cell.people.iter().filter(|person| !committee || person.holds(&cell.roles, day, None)) {
            match expected(cell, person, day) {
                Expected::Yes => called.expected.push(&person.id),
                Expected::KeptAway => {
                    let statuses = Status::WORDS.iter().filter_map(|word| Status::from_word(word));
                    let mut covering =
                        statuses.filter(|status| person.has_status(&cell.statuses, day, &[*status]) == Some(true));
                    called.kept_away.extend(covering.next().map(|status| (person.id.as_str(), status.label())));
                }
                Expected::NotAMember => {}
                Expected::Unknown => called.unsure = true,
            }
        }
        called
    }

    /// `dv01 = "x"`, a line a member expected, and one a member who came all the same.
    pub(in crate::command) fn marked(&self, marks: &Marks) -> String {
        let mark = |id: &str| marks.get(id).copied().unwrap_or(Mark::Blank);
        let came = self.kept_away.iter().map(|(id, _)| *id).filter(|id| mark(id) != Mark::Blank);
        let mut ids: Vec<&str> = self.expected.iter().copied().chain(came).collect();
        ids.sort_unstable();
        let lines = ids.into_iter().map(|id| format!("{id} = \"{}\"", mark(id).word()));
        lines.collect::<Vec<_>>().join("\n")
    }

    /// `dv01 = "x"`, a line a member expected.
    pub(in crate::command) fn marks(&self, absent: &[(String, char)], present: &str) -> String {
        let mark = |id: &str| absent.iter().find(|(member, _)| member == id).map(|(_, mark)| mark.to_string());
        let line = |id: &&str| format!("{id} = \"{}\"", mark(id).unwrap_or_else(|| present.to_owned()));
        self.expected.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    /// Refuses a mark for somebody who is not expected.
    pub(in crate::command) fn refuse_strangers(
        &self,
        absent: &[(String, char)],
        day: Date,
        lang: Lang,
    ) -> Result<(), Failure> {
        match absent.iter().find(|(id, _)| !self.expected.contains(&id.as_str())) {
            Some((id, _)) => Err(self.stranger("--absent", id, day, lang)),
            None => Ok(()),
        }
    }

    /// Says that an option names somebody who is not expected.
    pub(in crate::command) fn stranger(&self, option: &str, id: &str, day: Date, lang: Lang) -> Failure {
        let day = date::show(day, lang);
        let why = match self.kept_away.iter().find(|(member, _)| *member == id) {
            Some((_, status)) => format!(" ({})", status.of(lang)),
            None => nearest(id, &self.expected)
                .map(|near| say!(lang, "; có phải là {near}?", "; did you mean {near}?"))
                .unwrap_or_default(),
        };
        let expected = self.expected.join(", ");
        Failure::Usage(say!(
            lang,
            "{option}: {id} không phải dự ngày {day}{why}; phải dự: {expected}",
            "{option}: {id} is not expected on {day}{why}; expected: {expected}"
        ))
    }

    /// Refuses a record that would expect nobody.
    pub(in crate::command) fn refuse_nobody(&self, kind: Kind, day: Date, lang: Lang) -> Result<(), Failure> {
        if !self.expected.is_empty() {
            return Ok(());
        }
        let day = date::show(day, lang);
        Err(Failure::Usage(if kind == Kind::Committee {
            say!(
                lang,
                "ngày {day} không ai giữ chức vụ trong chi bộ, nên không ai phải dự họp chi ủy; ghi trước bằng: chibo member elect MÃ --as committee",
                "on {day} nobody holds a role in the cell, so nobody is expected; record it first: chibo member elect ID --as committee"
            )
        } else {
            say!(
                lang,
                "ngày {day} không ai phải dự; xem lại ngày, hoặc ghi đảng viên trước bằng: chibo import members TỆP, chibo member admit",
                "on {day} nobody is expected; see the date again, or record the members first: chibo import members FILE, chibo member admit"
            )
        }))
    }
}
