//! Votes against the roster: who could vote at a meeting, and of how many a majority is one (Quy định 29-QĐ/TW, 9.3).
//!
//! An answer is `None` where the records cannot tell it; where a paper gives only a year or a month, what is certain counts.

use crate::{
    context::Context,
    finding::Report,
    lang::{Lang, say},
    records::{
        meeting::{Kind, Mark, Meeting, Resolution, ResolutionKind, Votes},
        status::Status,
    },
    register::{Cell, Record, meeting::Standing, roll::COUNT_ON_COMING},
    rules::Rule,
    source::At,
    text::shorten,
};

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
        let day = meeting.day();
        let mut base = 0;
        for called in meeting.roll(self) {
            let person = called.person;
            let official = person.votes_from(&self.members, &self.statuses, day)?;
            if official.is_none_or(|official| official.latest() > day)
                || person.has_status(&self.statuses, day, &[Status::Suspended])?
            {
                continue;
            }
            let mark = called.mark().get().copied().filter(|_| marked);
            let came = matches!(mark, Some(Mark::Present | Mark::Late));
            let excused = *meeting.kind == Kind::Congress && mark == Some(Mark::Excused);
            if came || !excused && !person.has_status(&self.statuses, day, &COUNT_ON_COMING)? {
                base += 1;
            }
        }
        debug_assert!(base <= self.members_on_day(meeting), "of {} on {day}", self.id);
        Some(base)
    }

    /// The resolutions of the cell's own meetings that are recorded as carried, with the votes in favour and their place: of
    /// those that need two thirds, or of the others, the ones that had perhaps too few.
    pub(crate) fn scantly_carried(&self, ctx: &Context, two_thirds: bool) -> impl Iterator<Item = Carried<'_>> {
        let is_told = move |meeting: &&Record<'_, Meeting<'_>>| {
            // A committee votes by its own number.
            *meeting.kind != Kind::Committee && meeting.is_sound() && meeting.standing(ctx) == Standing::Held
        };
        self.meetings.iter().filter(is_told).flat_map(move |meeting| {
            let resolutions = meeting.resolutions.each().map(|(resolution, _)| resolution);
            let carried = resolutions.filter(move |resolution| {
                resolution.carried.copied() == Some(true) && resolution.needs_two_thirds() == two_thirds
            });
            carried.filter_map(move |resolution| {
                let votes = resolution.votes.get()?;
                let (in_favour, at) = votes.in_favour.said()?;
                let in_favour = u64::from(*in_favour);
                // To count who could vote takes longer than to see that there were votes enough whoever could; and more votes
                // than voters is one finding already.
                let may_lack = in_favour < needed(self.members_on_day(meeting), two_thirds)
                    && self.outvoted(meeting, votes).is_none();
                may_lack.then_some(Carried { meeting, resolution, in_favour, at })
            })
        })
    }

    /// How many members there were at a meeting, at most.
    fn members_on_day(&self, meeting: &Record<'_, Meeting<'_>>) -> u64 {
        meeting.turnout(self).map_or(self.people.len() as u64, |turnout| u64::from(turnout.members))
    }

    /// How many could vote: the official members who came, or all who came where only their number is known.
    pub(crate) fn voters_present(&self, meeting: &Record<'_, Meeting<'_>>) -> Option<Voters> {
        if !meeting.attendance_is_sound() {
            return None;
        }
        if meeting.marks().next().is_none() {
            return meeting.counts.get().map(|counts| Voters { present: u64::from(*counts.present), by_roll: false });
        }
        let present = meeting.turnout(self)?.voters()?;
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
