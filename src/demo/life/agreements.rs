//! Coordination agreements: each binds the secretaries and the head who signed it, and is signed anew when one changes.

use crate::{
    date::{Date, Span, plus_days, ymd},
    demo::{
        dice::Dice,
        life::{Agreement, CommuneLife, LAST_YEAR, Member},
    },
    records::{official::Post, role::Role},
};

/// The first that the plan of 28/10/2016 can have brought about.
fn first_signed() -> Date {
    ymd(2016, 12, 1)
}

pub(super) fn sign(life: &mut CommuneLife, dice: &mut Dice) {
    for village in 0..life.villages.len() {
        // Good communes have it within weeks, others only after years.
        let slack = life.quality.slack(2016);
        let mut earliest = plus_days(first_signed(), dice.below(20 + slack * slack * 2 / 3));
        let mut regimes = regimes(life, village).into_iter().peekable();
        while let Some((from, signatories)) = regimes.next() {
            let until = regimes.peek().and_then(|(next, _)| next.pred_opt());
            let end = until.or(life.villages[village].merged.map(|(last_day, _)| last_day));
            let delay = dice.between(10, 25 + slack);
            earliest = earliest.max(plus_days(from, if from == first_signed() { 0 } else { delay }));
            let Some(Signatories { secretaries, head }) = signatories else { continue };
            if end.is_some_and(|end| end < plus_days(earliest, 30)) {
                continue;
            }
            let since = life.party_since(&life.officials[head]);
            life.agreements.push(Agreement {
                village,
                secretaries,
                head,
                signed: earliest,
                ended: end,
                needs_reporting: since.is_none_or(|since| since > earliest),
            });
        }
    }
}

#[derive(PartialEq, Eq)]
struct Signatories {
    secretaries: Vec<Member>,
    head: usize,
}

/// The days from which on others have to sign, until the next; nobody where the secretary of every cell is the head.
fn regimes(life: &CommuneLife, village: usize) -> Vec<(Date, Option<Signatories>)> {
    let first = first_signed();
    let last_day = life.villages[village].merged.map_or(Span::year(LAST_YEAR).until, |(last_day, _)| last_day);
    let cells = life.villages[village].cells.iter().flat_map(|cell| &life.cells[*cell].terms);
    let heads = life.officials.iter().filter(|official| official.village == village && official.post == Post::Head);
    let mut days: Vec<Date> = cells.map(|term| term.congress).collect();
    days.extend(heads.flat_map(|head| &head.terms).map(|term| term.from));
    days.retain(|day| first < *day && *day <= last_day);
    days.push(first);
    days.sort_unstable();
    let mut regimes: Vec<(Date, Option<Signatories>)> = Vec::new();
    for day in days {
        let signatories = signatories(life, village, day);
        if regimes.last().is_none_or(|(_, last)| *last != signatories) {
            regimes.push((day, signatories));
        }
    }
    regimes
}

fn signatories(life: &CommuneLife, village: usize, day: Date) -> Option<Signatories> {
    let head = life.in_post(village, Post::Head, day)?;
    let of_head = life.officials[head].member;
    let cells = life.villages[village].cells.iter().filter(|cell| life.cells[**cell].is_alive(day));
    let secretaries = cells.filter_map(|cell| {
        Some(Member { cell: *cell, person: life.cells[*cell].in_role(Role::Secretary, day).next()? })
    });
    let secretaries: Vec<Member> = secretaries.filter(|secretary| Some(*secretary) != of_head).collect();
    (!secretaries.is_empty()).then_some(Signatories { secretaries, head })
}

impl CommuneLife {
    /// Whether the secretary of a cell is the head of its village on a day.
    pub(in crate::demo) fn is_dual(&self, cell: usize, day: Date) -> bool {
        let Some(village) = self.cells[cell].village else { return false };
        let secretary = self.cells[cell].in_role(Role::Secretary, day).next().map(|person| Member { cell, person });
        let head = self.in_post(village, Post::Head, day).and_then(|head| self.officials[head].member);
        secretary.is_some() && secretary == head
    }
}
