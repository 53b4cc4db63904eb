//! An entry between two runs: saved after each answer, offered again at the next.

use std::{collections::BTreeMap, fs};

use serde::{Deserialize, Serialize};

use super::Guide;
use crate::{
    command::{
        Failure,
        ask::Answer,
        new_meeting::entry::{Entry, Step, iso},
    },
    date::{self, Date},
    draft,
    io::Io,
    lang::say,
    parse::Vocabulary,
};

/// The form of a draft; another is not read.
const VERSION: u32 = 1;

/// An entry on its way.
#[derive(Debug, Serialize, Deserialize)]
struct Saved {
    version: u32,
    /// The day on which it was left.
    #[serde(with = "iso")]
    day: Option<Date>,
    step: String,
    /// What was typed and not answered, by step.
    typed: BTreeMap<String, String>,
    entry: Entry,
}

impl Guide<'_, '_, '_> {
    pub(super) fn leave(&self, io: &mut Io<'_>) -> Answer<Entry> {
        if self.save() {
            io.complain(&say!(
                self.asker.lang,
                "phần đã nhập được giữ lại; chạy lại chibo new-meeting để nhập tiếp\n",
                "what was entered is kept; run chibo new-meeting again to go on\n"
            ));
        }
        Answer::Left
    }

    /// Whether there is something to go on with, and it is safe.
    pub(super) fn save(&self) -> bool {
        if self.entry == Entry::default() && self.typed.values().all(String::is_empty) {
            self.draft.remove();
            return false;
        }
        let saved = Saved {
            version: VERSION,
            day: Some(self.work.today),
            step: self.at.key(),
            typed: self.typed.clone(),
            entry: self.entry.clone(),
        };
        self.draft.save(&saved)
    }

    /// Offers what an earlier run left.
    pub(super) fn take_up(&mut self) -> Result<Answer<()>, Failure> {
        let lang = self.asker.lang;
        let Some(mut saved) = self.draft.load::<Saved>().filter(|saved| saved.version == VERSION) else {
            return Ok(Answer::Said(()));
        };
        if let Some(typed) = self.draft.beside(draft::TYPED).and_then(|path| fs::read_to_string(path).ok()) {
            saved.typed.insert(saved.step.clone(), typed);
        }
        // An entry that was left before its first answer.
        if saved.entry == Entry::default() && saved.typed.values().all(String::is_empty) {
            return Ok(Answer::Said(()));
        }
        let day = saved.day.map(|day| date::show(day, lang)).unwrap_or_default();
        let what = match (saved.entry.kind, saved.entry.date) {
            (Some(kind), Some(date)) => {
                let (kind, date) = (kind.label().of(lang), date::show(date, lang));
                say!(lang, " (họp {kind} ngày {date})", " ({kind} meeting of {date})")
            }
            (None, Some(date)) => format!(" ({})", date::show(date, lang)),
            _ => String::new(),
        };
        let message =
            say!(lang, "Có bản ghi đang nhập dở từ {day}{what}.", "An entry of {day} was not finished{what}.");
        let options =
            [say!(lang, "Nhập tiếp", "Go on with it"), say!(lang, "Bỏ, nhập lại từ đầu", "Discard it and begin anew")];
        match self.asker.choose(&message, &options, 0)? {
            Answer::Said(0) => {
                self.entry = saved.entry;
                self.typed = saved.typed;
                let steps = self.steps();
                self.at = steps.into_iter().find(|step| step.key() == saved.step).unwrap_or(Step::Date);
                self.take_edited();
                Ok(Answer::Said(()))
            }
            Answer::Said(_) => {
                self.draft.remove();
                Ok(Answer::Said(()))
            }
            Answer::Back => Ok(Answer::Back),
            Answer::Left => Ok(Answer::Left),
        }
    }
}
