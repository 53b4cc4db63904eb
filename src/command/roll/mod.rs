//! The roll of a meeting: who is called, and a full screen on which one key marks one member.

mod called;
mod keys;
mod screen;
mod view;

pub(super) use called::Called;
pub(super) use screen::call;

use std::collections::BTreeMap;

use self::keys::Key;
use crate::{
    alphabet,
    lang::Words,
    parse::Vocabulary,
    records::meeting::Mark,
    register::Cell,
    text::{nfc, visible},
};

/// Marks by member.
pub(super) type Marks = BTreeMap<String, Mark>;

/// How a step ended that can be left in both directions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ended {
    Done,
    /// One step back.
    Back,
    /// The whole entry is left.
    Left,
}

/// One member on the screen.
#[derive(Clone, Debug)]
struct Line {
    id: String,
    /// Absent where names.csv has none.
    name: Option<String>,
    /// Why the member need not come.
    kept_away: Option<Words>,
    mark: Mark,
}

impl Line {
    /// Whether the meeting waits for a mark.
    fn waits(&self) -> bool {
        self.mark == Mark::Blank && self.kept_away.is_none()
    }
}

/// What the screen tells of the last key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hint {
    /// The key is none of the roll call's.
    OtherKey,
    /// So many are without a mark; Enter once more leaves them so.
    Unmarked(usize),
}

/// The roll while it is being called.
#[derive(Clone, Debug)]
pub(super) struct Roll {
    /// Those who are expected, then those who need not come.
    lines: Vec<Line>,
    at: usize,
    hint: Option<Hint>,
    /// Whom the last key marked with all the rest: the same key again takes it back.
    rest: Vec<usize>,
}

impl Roll {
    /// By name in Vietnamese order where names are known, else by id; `marks` are those given already.
    pub(super) fn new(cell: &Cell<'_>, called: &Called<'_>, marks: &Marks) -> Self {
        let names: BTreeMap<&str, String> = cell.names.rows.iter().map(|row| (&**row.id, shown(&row.name))).collect();
        let line = |id: &str, kept_away| Line {
            id: id.to_owned(),
            name: names.get(id).filter(|name| !name.is_empty()).cloned(),
            kept_away,
            mark: marks.get(id).copied().unwrap_or(Mark::Blank),
        };
        let expected = called.expected.iter().map(|id| line(id, None));
        let kept_away = called.kept_away.iter().map(|(id, why)| line(id, Some(*why)));
        Self::of(expected.chain(kept_away).collect())
    }

    fn of(mut lines: Vec<Line>) -> Self {
        lines.sort_by_cached_key(|line| {
            (line.kept_away.is_some(), alphabet::person_key(line.name.as_deref(), &line.id))
        });
        // Whoever comes back to a roll begins where it was left.
        let at = lines.iter().position(Line::waits).unwrap_or(0);
        Self { lines, at, hint: None, rest: Vec::new() }
    }

    /// The marks that say something.
    pub(super) fn marks(&self) -> Marks {
        let marked = self.lines.iter().filter(|line| line.mark != Mark::Blank);
        marked.map(|line| (line.id.clone(), line.mark)).collect()
    }

    fn count(&self, mark: Mark) -> usize {
        self.lines.iter().filter(|line| line.mark == mark).count()
    }

    fn press(&mut self, key: Key) -> Option<Ended> {
        let last = self.lines.len().saturating_sub(1);
        let hint = self.hint.take();
        let rest = std::mem::take(&mut self.rest);
        match key {
            Key::Mark(mark) => {
                self.mark(mark);
                self.at = (self.at + 1).min(last);
            }
            Key::Clear => self.mark(Mark::Blank),
            Key::Other(by) => self.turn(by),
            Key::Rest if rest.is_empty() => {
                let waiting = self.lines.iter().enumerate().filter(|(_, line)| line.waits());
                self.rest = waiting.map(|(place, _)| place).collect();
                self.set(&self.rest.clone(), Mark::Present);
            }
            Key::Rest => self.set(&rest, Mark::Blank),
            Key::Move(by) => self.at = self.at.saturating_add_signed(by).min(last),
            Key::First => self.at = 0,
            Key::Last => self.at = last,
            Key::Done => {
                let unmarked = self.lines.iter().filter(|line| line.waits()).count();
                if unmarked == 0 || hint == Some(Hint::Unmarked(unmarked)) {
                    return Some(Ended::Done);
                }
                self.at = self.lines.iter().position(Line::waits).unwrap_or(self.at);
                self.hint = Some(Hint::Unmarked(unmarked));
            }
            Key::Back => return Some(Ended::Back),
            Key::Leave => return Some(Ended::Left),
            Key::Unknown => self.hint = Some(Hint::OtherKey),
        }
        None
    }

    fn mark(&mut self, mark: Mark) {
        self.set(&[self.at], mark);
    }

    /// The mark before or after, in the order of the vocabulary.
    fn turn(&mut self, by: isize) {
        let marks = Mark::ALL;
        let Some(line) = self.lines.get(self.at) else { return };
        let place = marks.iter().position(|mark| *mark == line.mark).unwrap_or(0);
        let next = (place + marks.len()).saturating_add_signed(by) % marks.len();
        self.mark(marks[next]);
    }

    fn set(&mut self, places: &[usize], mark: Mark) {
        for place in places {
            if let Some(line) = self.lines.get_mut(*place) {
                line.mark = mark;
            }
        }
    }
}

/// A name as a terminal may show it: a table of people is also what somebody sent.
fn shown(name: &str) -> String {
    visible(nfc(name.trim()).as_ref()).into_owned()
}

#[cfg(test)]
mod tests;
