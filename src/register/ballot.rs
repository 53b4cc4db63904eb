//! Votes against the roster: who could vote at a meeting, and of how many a majority is one (Quy định 29-QĐ/TW, 9.3).
//!
//! An answer is `None` where the records cannot tell it; where a paper gives only a year or a month, what is certain counts.

use crate::{
    context::Context,
    date::Date,
    finding::Report,
    lang::{Lang, say},
    records::{
        meeting::{Kind, Mark, Meeting, Resolution, ResolutionKind, Votes},
        status::Status,
    },
    register::{
        Cell, Record,
        meeting::Standing,
        people::{Person, span},
    },
    rules::Rule,
    source::At,
    text::shorten,
};

/// Who of these is absent is not in the base; who comes is.
const COUNT_ON_COMING: [Status; 3] = [Status::Exempt, Status::ExemptTemporarily, Status::Away];

impl Cell<'_> {
    /// How many members' votes a majority is counted of: the official ones, less the suspended, less the exempt and the
    /// away who did not come. At a congress the excused are not in it either.
    pub(crate) fn voting_base(&self, meeting: &Record<'_, Meeting<'_>>) -> Option<u64> {
        let is_stray = |id: &str| self.people.find(id).is_none();
        if self.members.unread || self.statuses.unread || self.statuses.rows.iter().any(|row| is_stray(&row.member)) {
            return None;
        }
        let marked = meeting.attendance_is_sound() && meeting.marks().next().is_some();
        if *meeting.kind == Kind::Congress && !marked {
            return None;
        }
        let mark = |person: &Person| {
            let mark = meeting.marks().find(|(id, _)| marked && *id == person.id);
            mark.map(|(_, mark)| mark)
        };
        let day = meeting.day();
        let mut base = 0;
        for person in self.people.iter() {
            if !official(self, person, day)?.certainly
                || person.has_status(&self.statuses, day, &[Status::Suspended])?
            {
                continue;
            }
            let came = matches!(mark(person), Some(Mark::Present | Mark::Late));
            let excused = *meeting.kind == Kind::Congress && mark(person) == Some(Mark::Excused);
            if came || !excused && !person.has_status(&self.statuses, day, &COUNT_ON_COMING)? {
                base += 1;
            }
        }
        Some(base)
    }

    /// The resolutions of the cell's own meetings that are recorded as carried, with the votes in favour and their place.
    pub(crate) fn carried(&self, ctx: &Context) -> impl Iterator<Item = Carried<'_>> {
        let is_told = |meeting: &&Record<'_, Meeting<'_>>| {
            // A committee votes by its own number.
            *meeting.kind != Kind::Committee && meeting.is_sound() && meeting.standing(ctx) == Standing::Held
        };
        self.meetings.iter().filter(is_told).flat_map(move |meeting| {
            let resolutions = meeting.resolutions.each().map(|(resolution, _)| resolution);
            resolutions.filter(|resolution| resolution.carried.copied() == Some(true)).filter_map(move |resolution| {
                let votes = resolution.votes.get()?;
                let (in_favour, at) = votes.in_favour.said()?;
                // More votes than voters is one finding already.
                let sure = self.outvoted(meeting, votes).is_none();
                sure.then_some(Carried { meeting, resolution, in_favour: u64::from(*in_favour), at })
            })
        })
    }

    /// How many could vote: the official members who came, or all who came where only their number is known.
    pub(crate) fn voters_present(&self, meeting: &Record<'_, Meeting<'_>>) -> Option<Voters> {
        if !meeting.attendance_is_sound() {
            return None;
        }
        if meeting.marks().next().is_none() {
            return meeting.counts.get().map(|counts| Voters { present: u64::from(*counts.present), by_roll: false });
        }
        let mut present = 0;
        for (id, _) in meeting.marks().filter(|(_, mark)| matches!(mark, Mark::Present | Mark::Late)) {
            present += u64::from(official(self, self.people.find(id)?, meeting.day())?.possibly);
        }
        Some(Voters { present, by_roll: true })
    }

    /// The members who could vote, where a vote counts more than they are.
    pub(crate) fn outvoted(&self, meeting: &Record<'_, Meeting<'_>>, votes: &Votes) -> Option<Voters> {
        let sum = votes.sum()?;
        self.voters_present(meeting).filter(|voters| sum > voters.present)
    }
}

/// A resolution that is recorded as carried.
pub(crate) struct Carried<'c> {
    pub(crate) meeting: &'c Record<'c, Meeting<'c>>,
    pub(crate) resolution: &'c Resolution<'c>,
    pub(crate) in_favour: u64,
    pub(crate) at: At,
}

impl Carried<'_> {
    /// Tells of one that had too few votes.
    pub(crate) fn tell(&self, rule: &'static Rule, cell: &Cell<'_>, message: String, report: &mut Report<'_>) {
        let remedy = say!(
            report.ctx.lang,
            "xem lại số phiếu theo biên bản; nếu đúng, ghi carried = false",
            "compare the votes with the minutes; if they are right, write carried = false"
        );
        report.add(rule, &cell.unit, self.meeting.place(self.at), message).remedy(remedy);
    }
}

/// The fewest votes in favour that carry: more than half of the base, or two thirds of it.
pub(crate) const fn needed(base: u64, two_thirds: bool) -> u64 {
    if two_thirds { (base * 2).div_ceil(3) } else { base / 2 + 1 }
}

/// Who could vote at a meeting.
#[derive(Clone, Copy)]
pub(crate) struct Voters {
    pub(crate) present: u64,
    /// The roll was called: these are official members.
    pub(crate) by_roll: bool,
}

/// Whether a person is an official member on a day.
struct Official {
    certainly: bool,
    possibly: bool,
}

fn official(cell: &Cell<'_>, person: &Person, day: Date) -> Option<Official> {
    let mut sure = true;
    for row in person.memberships(&cell.members) {
        match span(row, &row.from, &row.until) {
            Some(span) if span.covers(day) => {
                if row.temporary.is_unread() || row.official.is_unread() {
                    return None;
                }
                let is_here = !row.temporary.copied().is_some_and(|temporary| temporary.0);
                let official = row.official.copied().filter(|_| is_here);
                return Some(Official {
                    certainly: official.is_some_and(|official| official.latest() <= day),
                    possibly: official.is_some_and(|official| official.earliest() <= day),
                });
            }
            Some(_) => {}
            None => sure = false,
        }
    }
    sure.then_some(Official { certainly: false, possibly: false })
}

impl Votes {
    /// All that were cast, as far as they are recorded; `None` where a number could not be read.
    pub(crate) fn sum(&self) -> Option<u64> {
        let counts = [&self.in_favour, &self.against, &self.blank];
        let unread = counts.iter().any(|count| count.is_unread());
        (!unread).then(|| counts.iter().map(|count| u64::from(count.copied().unwrap_or(0))).sum())
    }
}

impl ResolutionKind {
    /// Admission, official status, strike-off.
    pub(crate) const fn needs_two_thirds(self) -> bool {
        matches!(self, Self::Admission | Self::OfficialStatus | Self::StrikeOff)
    }
}

impl Resolution<'_> {
    /// Whether it needs two thirds, and not only more than half: admission, official status, strike-off.
    pub(crate) fn needs_two_thirds(&self) -> bool {
        self.kind.copied().is_some_and(ResolutionKind::needs_two_thirds)
    }

    /// Its number, else its title.
    pub(crate) fn shown(&self, lang: Lang) -> String {
        let said = |text: &str| !text.trim().is_empty();
        match (self.number.get().filter(|number| said(number)), self.title.get().filter(|title| said(title))) {
            (Some(number), _) => {
                let number = shorten(number, 40);
                say!(lang, "nghị quyết {number}", "resolution {number}")
            }
            (None, Some(title)) => {
                let title = shorten(title, 60);
                say!(lang, "nghị quyết “{title}”", "the resolution “{title}”")
            }
            (None, None) => say!(lang, "một nghị quyết", "a resolution"),
        }
    }
}
