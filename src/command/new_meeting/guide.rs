//! The guided entry in a terminal: a question after the other, back and forth, kept after each answer, and shown as a
//! whole before anything is written.

mod ballot;
mod content;
mod kept;
mod people;
mod questions;
mod resolutions;
mod summary;

use std::{collections::BTreeMap, fs};

use super::{
    Work,
    entry::{Entry, Given, How, Step},
    wish::{Roll, Wish},
};
use crate::{
    cli::NewMeetingArgs,
    command::{
        Failure,
        ask::{Answer, Asker, Question},
        roll::{Called, Ended},
    },
    date::Date,
    draft::{self, Draft},
    io::Io,
    records::meeting::Kind,
};

/// Where a question leads.
enum Go {
    On,
    /// The answer cannot stand; the reason has been told.
    Again,
    Back,
    Left,
    /// To one answer, to change it.
    To(Step),
    Write,
    /// The draft is no longer wanted.
    Discard,
}

pub(super) struct Guide<'g, 'w, 'a> {
    work: Work<'w, 'a>,
    args: &'g NewMeetingArgs,
    /// As the command line has it.
    wish: &'g Wish<'g>,
    given: Given,
    asker: &'g Asker,
    draft: Draft,
    entry: Entry,
    at: Step,
    /// An answer is being changed: the next step is the summary.
    changing: bool,
    typed: BTreeMap<String, String>,
}

impl<'g, 'w, 'a> Guide<'g, 'w, 'a> {
    pub(super) fn new(
        work: Work<'w, 'a>,
        args: &'g NewMeetingArgs,
        wish: &'g Wish<'g>,
        asker: &'g Asker,
        draft: Draft,
    ) -> Self {
        let given = Given {
            // A month that had no meeting has its day already.
            date: args.date.is_some() || wish.roll.is_err() && wish.month.is_some(),
            kind: args.kind.is_some(),
            roll: !matches!(wish.roll, Ok(Roll::Blank)),
            start: wish.start.is_some(),
            end: wish.end.is_some(),
            place: wish.place.is_some(),
        };
        let (entry, typed) = (Entry::default(), BTreeMap::new());
        Self { work, args, wish, given, asker, draft, entry, at: Step::Date, changing: false, typed }
    }

    /// The answers, once the whole is to be written.
    pub(super) fn run(mut self, io: &mut Io<'_>) -> Result<Answer<Entry>, Failure> {
        match self.take_up()? {
            Answer::Said(()) => {}
            Answer::Back => return Ok(Answer::Back),
            // What was left then is as it was.
            Answer::Left => return Ok(Answer::Left),
        }
        loop {
            let steps = self.steps();
            let here = steps.iter().position(|step| *step == self.at).unwrap_or(0);
            self.at = steps[here];
            let go = self.ask(io)?;
            let before = here.checked_sub(1).map(|before| steps[before]);
            match go {
                Go::On => {
                    self.typed.remove(&self.at.key());
                    self.at = if self.changing { Step::Summary } else { self.after(here) };
                    self.changing &= self.at != Step::Summary;
                    self.save();
                }
                Go::Again => {}
                Go::Back if self.changing => {
                    self.at = Step::Summary;
                    self.changing = false;
                }
                Go::Back => match before {
                    Some(before) => self.at = before,
                    None => {
                        self.leave(io);
                        return Ok(Answer::Back);
                    }
                },
                Go::To(step) => {
                    self.at = step;
                    // What the rest of the questions are hangs on these.
                    self.changing = !matches!(step, Step::Date | Step::Kind | Step::How | Step::Content);
                }
                Go::Write => return Ok(Answer::Said(self.entry)),
                Go::Discard => {
                    self.draft.remove();
                    return Err(self.asker.left());
                }
                Go::Left => return Ok(self.leave(io)),
            }
        }
    }

    /// The step behind this one, by the answers as they are now.
    fn after(&self, here: usize) -> Step {
        let steps = self.steps();
        let here = steps.iter().position(|step| *step == self.at).unwrap_or(here);
        steps.get(here + 1).copied().unwrap_or(Step::Summary)
    }

    fn steps(&self) -> Vec<Step> {
        self.entry.steps(self.given, self.day(), self.kind(), self.how())
    }

    fn day(&self) -> Date {
        self.entry.date.filter(|_| !self.given.date).unwrap_or(self.wish.date)
    }

    fn kind(&self) -> Kind {
        self.entry.kind.filter(|_| !self.given.kind).unwrap_or(self.wish.kind)
    }

    fn how(&self) -> Option<How> {
        match self.wish.roll {
            Err(_) => Some(How::NotHeld),
            Ok(Roll::Counts { .. }) => Some(How::Counted),
            Ok(Roll::Absent(_) | Roll::Marks(_)) => Some(How::Called),
            // What is still to come needs no asking.
            Ok(Roll::Blank) if self.day() > self.work.today => Some(How::Planned),
            Ok(Roll::Blank) => self.entry.how,
        }
    }

    fn now(&self) -> Wish<'_> {
        self.entry.wish(self.wish)
    }

    fn called(&self) -> Called<'w> {
        Called::of(self.work.cell, self.kind(), self.day())
    }

    fn ask(&mut self, io: &mut Io<'_>) -> Result<Go, Failure> {
        match self.at {
            Step::Date => self.date(),
            Step::Kind => self.kind_of(),
            Step::How => self.how_known(io),
            Step::Reason => self.reason(),
            Step::Counts => self.counts(),
            Step::Start => self.start(io),
            Step::End => self.end(),
            Step::Place => self.place(),
            Step::Announced => self.announced(),
            Step::CommitteeMet => self.committee_met(),
            Step::Roll => self.roll(io),
            Step::Chair => self.chair(),
            Step::MinutesBy => self.minutes_by(),
            Step::Content => self.way(),
            Step::Part(key) => self.part(key, io),
            Step::Area => self.area(),
            Step::Title => self.title(),
            Step::Author => self.author(),
            Step::Resolutions => self.resolutions(io),
            Step::Guests => self.guests(),
            Step::Summary => self.summary(io),
        }
    }

    /// Asks in words; what is typed is kept when the question is left.
    fn text(
        &mut self,
        message: &str,
        default: Option<&str>,
        help: &str,
        check: impl Fn(&str) -> Result<(), String> + Clone,
    ) -> Result<Answer<String>, Failure> {
        let key = self.at.key();
        let typed = self.typed.get(&key).cloned().unwrap_or_default();
        // The line that is typed belongs to the step that the draft stands at.
        self.save();
        let kept = self.draft.beside(draft::TYPED);
        let mut question = Question { message, default, help, typed, kept: kept.clone() };
        let answer = self.asker.text(&mut question, check)?;
        match answer {
            Answer::Said(_) => self.typed.remove(&key),
            Answer::Back | Answer::Left => self.typed.insert(key, question.typed),
        };
        if let Some(kept) = kept {
            // From here on the draft has it.
            self.save();
            let _ = fs::remove_file(kept);
        }
        Ok(answer)
    }
}

/// Puts an answer where it belongs.
fn take<T>(answer: Answer<T>, put: impl FnOnce(T)) -> Go {
    match answer {
        Answer::Said(said) => {
            put(said);
            Go::On
        }
        Answer::Back => Go::Back,
        Answer::Left => Go::Left,
    }
}

impl From<Ended> for Go {
    fn from(ended: Ended) -> Self {
        match ended {
            Ended::Done => Self::On,
            Ended::Back => Self::Back,
            Ended::Left => Self::Left,
        }
    }
}
