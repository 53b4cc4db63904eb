//! What was said: part by part, here or in the user's editor; and the theme.

use std::fs;

use super::{Go, Guide, take};
use crate::{
    command::{
        Failure,
        ask::Answer,
        editor,
        new_meeting::{
            before,
            entry::{Part, Step, Way},
        },
    },
    draft,
    io::Io,
    lang::{Lang, say},
    os,
    parse::Vocabulary,
    records::meeting::Area,
    regulations::MeetingRules,
    text::shorten,
};

/// So much of a part that is there is shown when it is asked for again.
const SHOWN: usize = 40;

/// What can be done with a part.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Choice {
    Keep,
    Type,
    Edit,
    InBook,
    NotHeld,
    Nothing,
}

impl Guide<'_, '_, '_> {
    pub(super) fn way(&mut self) -> Result<Go, Failure> {
        let lang = self.asker.lang;
        let ways = [
            (Way::PartByPart, say!(lang, "Ghi từng phần", "Part by part")),
            (
                Way::InBook,
                say!(lang, "Đã làm đủ các phần, lời ghi ở sổ giấy", "All parts held, their text is in the paper book"),
            ),
            (Way::Later, say!(lang, "Để sau", "Later")),
        ];
        let labels: Vec<String> = ways.iter().map(|(_, label)| label.clone()).collect();
        let start = ways.iter().position(|(way, _)| Some(*way) == self.entry.way).unwrap_or(0);
        let answer = self.asker.choose(&say!(lang, "Nội dung cuộc họp?", "What was said?"), &labels, start)?;
        Ok(take(answer, |chosen| self.entry.way = ways.get(chosen).map(|(way, _)| *way)))
    }

    pub(super) fn part(&mut self, key: &'static str, io: &mut Io<'_>) -> Result<Go, Failure> {
        let lang = self.asker.lang;
        let holds = MeetingRules::on(self.day()).parts(self.kind()).find(|part| part.key == key).map(|part| part.holds);
        let holds = holds.map(|holds| holds.of(lang)).unwrap_or_default();
        // A line that was begun goes on where it was.
        if self.typed.contains_key(&self.at.key()) {
            return self.typed_part(key, holds);
        }
        let editor = editor::of(io);
        let said = self.entry.content.get(key);
        let mut choices = Vec::new();
        if let Some(said) = said {
            let shown = shown(said, lang);
            choices.push((Choice::Keep, say!(lang, "Để như đã ghi: {shown}", "Leave it: {shown}")));
        }
        choices.push((Choice::Type, say!(lang, "Gõ lời ghi ngay tại đây", "Type it here")));
        if let Some(program) = editor.as_ref().and_then(|words| words.first()) {
            choices.push((Choice::Edit, say!(lang, "Ghi dài, mở bằng {program}", "A long text, with {program}")));
        }
        choices.push((Choice::InBook, say!(lang, "Đã làm, lời ghi ở sổ giấy", "Held, its text is in the paper book")));
        choices.push((Choice::NotHeld, say!(lang, "Không làm phần này", "Not held")));
        choices.push((Choice::Nothing, say!(lang, "Chưa ghi", "Not recorded yet")));
        let labels: Vec<String> = choices.iter().map(|(_, label)| label.clone()).collect();
        let chosen = match self.asker.choose(holds, &labels, 0)? {
            Answer::Said(chosen) => choices.get(chosen).map(|(choice, _)| *choice),
            Answer::Back => return Ok(Go::Back),
            Answer::Left => return Ok(Go::Left),
        };
        let part = match chosen {
            Some(Choice::Keep) | None => return Ok(Go::On),
            Some(Choice::Type) => return self.typed_part(key, holds),
            Some(Choice::Edit) => return self.edited_part(key, holds, &editor.unwrap_or_default(), io),
            Some(Choice::InBook) => Some(Part::InBook),
            Some(Choice::NotHeld) => Some(Part::NotHeld),
            Some(Choice::Nothing) => None,
        };
        self.put(key, part);
        Ok(Go::On)
    }

    fn typed_part(&mut self, key: &'static str, holds: &str) -> Result<Go, Failure> {
        let lang = self.asker.lang;
        let help = say!(
            lang,
            "Enter khi xong; người ghi bằng mã, như @dv01; Esc quay lại",
            "Enter when done; people by their ids, as @dv01; Esc goes back"
        );
        let step = self.at.key();
        if let (None, Some(Part::Text(text))) = (self.typed.get(&step), self.entry.content.get(key)) {
            // A text of several lines is the editor's.
            if !text.contains('\n') {
                self.typed.insert(step.clone(), text.clone());
            }
        }
        let answer = self.text(holds, None, &help, |_| Ok(()))?;
        if answer == Answer::Back && self.typed.get(&step).is_some_and(String::is_empty) {
            self.typed.remove(&step);
        }
        Ok(match answer {
            Answer::Said(text) => {
                self.put(key, Some(Part::Text(text)).filter(|part| *part != Part::Text(String::new())));
                Go::On
            }
            // One step back is the choice of how to say it, unless something waits there to be finished.
            Answer::Back if !self.typed.contains_key(&step) => Go::Again,
            Answer::Back => Go::Back,
            Answer::Left => Go::Left,
        })
    }

    fn edited_part(
        &mut self,
        key: &'static str,
        holds: &str,
        editor: &[String],
        io: &mut Io<'_>,
    ) -> Result<Go, Failure> {
        let lang = self.asker.lang;
        let text = match self.entry.content.get(key) {
            Some(Part::Text(text)) => text.clone(),
            _ => String::new(),
        };
        let kept = self.draft.beside(draft::EDITED);
        // Where nothing can be kept, there is still a place that goes away again.
        let elsewhere = if kept.is_none() { tempfile::tempdir().ok() } else { None };
        let Some(path) = kept.or_else(|| Some(elsewhere.as_ref()?.path().join("chibo.txt"))) else {
            return Ok(Go::Again);
        };
        self.save();
        let hint = say!(
            lang,
            "Dòng có dấu # ở đầu không thuộc lời ghi. Lưu rồi đóng chương trình để tiếp tục.",
            "Lines that begin with # are no part of the text. Save and close to go on."
        );
        Ok(match editor::edit(editor, &path, &text, &[holds.to_owned(), hint]) {
            Ok(Some(text)) => {
                self.put(key, Some(Part::Text(text)).filter(|part| *part != Part::Text(String::new())));
                self.save();
                let _ = fs::remove_file(path);
                Go::On
            }
            Ok(None) => {
                let path = path.display();
                io.complain(&say!(
                    lang,
                    "chương trình soạn thảo báo lỗi, lời ghi để nguyên; nếu đã gõ thì còn ở {path}\n",
                    "the editor failed, so the text is left as it was; what was typed is in {path}\n"
                ));
                Go::Again
            }
            Err(error) => {
                let (program, reason) =
                    (editor.first().map(String::as_str).unwrap_or_default(), os::reason(&error, lang));
                io.complain(&say!(
                    lang,
                    "không mở được {program}: {reason}; xem lại biến EDITOR, hoặc gõ ngay tại đây\n",
                    "{program} cannot be opened: {reason}; look at EDITOR, or type it here\n"
                ));
                Go::Again
            }
        })
    }

    /// What stood in the editor when the entry was interrupted.
    pub(super) fn take_edited(&mut self) {
        let (Step::Part(key), Some(path)) = (self.at, self.draft.beside(draft::EDITED)) else { return };
        if let Ok(text) = editor::read(&path)
            && !text.is_empty()
        {
            self.put(key, Some(Part::Text(text)));
            self.save();
            let _ = fs::remove_file(path);
        }
    }

    fn put(&mut self, key: &str, part: Option<Part>) {
        match part {
            Some(part) => self.entry.content.insert(key.to_owned(), part),
            None => self.entry.content.remove(key),
        };
    }

    pub(super) fn area(&mut self) -> Result<Go, Failure> {
        let lang = self.asker.lang;
        let topic = before::planned_topic(self.work.cell, self.day());
        let said = self.entry.area.or_else(|| topic?.area.copied());
        let labels: Vec<String> = Area::ALL.iter().map(|area| area.label().of(lang).to_owned()).collect();
        let start = said.and_then(|said| Area::ALL.iter().position(|area| *area == said)).unwrap_or(0);
        let answer =
            self.asker.choose(&say!(lang, "Chuyên đề về lĩnh vực nào?", "What is the theme about?"), &labels, start)?;
        Ok(take(answer, |chosen| self.entry.area = Area::ALL.get(chosen).copied()))
    }

    pub(super) fn title(&mut self) -> Result<Go, Failure> {
        let lang = self.asker.lang;
        let topic = before::planned_topic(self.work.cell, self.day());
        let planned = topic.and_then(|topic| topic.title.get()).map(|title| title.to_string());
        let default = self.entry.title.clone().or(planned).filter(|title| !title.is_empty());
        let help = say!(lang, "để trống nếu chưa có", "leave empty if there is none yet");
        let answer =
            self.text(&say!(lang, "Tên chuyên đề?", "Title of the theme?"), default.as_deref(), &help, |_| Ok(()))?;
        Ok(take(answer, |title| self.entry.title = Some(title)))
    }

    pub(super) fn author(&mut self) -> Result<Go, Failure> {
        let topic = before::planned_topic(self.work.cell, self.day());
        let planned = topic.and_then(|topic| topic.author.get()).map(|author| author.to_string());
        let said = self.entry.author.clone().or(planned);
        let message = say!(self.asker.lang, "Ai chuẩn bị chuyên đề?", "Who prepared the theme?");
        let answer = self.person(&message, &self.there(), said.as_deref())?;
        Ok(take(answer, |author| self.entry.author = Some(author)))
    }
}

/// A part in a word or two.
pub(super) fn shown(part: &Part, lang: Lang) -> String {
    match part {
        Part::Text(text) => format!("“{}”", shorten(text, SHOWN)),
        Part::InBook => say!(lang, "ở sổ giấy", "in the paper book"),
        Part::NotHeld => say!(lang, "không làm", "not held"),
    }
}
