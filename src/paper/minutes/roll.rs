//! Who was there: by the marks, by the totals of a record that has only these, or left to be filled in.

use super::Minutes;
use crate::{
    document::{Body, Line},
    lang::{Lang, Words, say},
    number::percent,
    paper::who::in_order,
    parse::Field,
    records::{
        meeting::{Counts, Kind, Mark},
        status::Status,
    },
    register::{
        Lookup,
        people::Person,
        roll::{Called, Expected},
    },
};

/// The roster on the day against the marks.
#[derive(Default)]
pub(super) struct Roll<'c> {
    official: usize,
    probationary: usize,
    temporary: usize,
    /// Why they are not expected; a member with two statuses stands with the first.
    kept_away: Vec<(Status, &'c Person)>,
    expected: Vec<&'c Person>,
    marked: Vec<(Mark, &'c Person)>,
    /// Kept away, and there all the same.
    came: Vec<&'c Person>,
    /// Expected, and without a mark.
    unmarked: Vec<&'c Person>,
    by: By,
}

/// What the record says of attendance.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum By {
    Marks,
    Totals,
    #[default]
    Nothing,
}

const STATUSES: [Status; 5] =
    [Status::Exempt, Status::ExemptTemporarily, Status::Away, Status::Suspended, Status::SpecialDuty];

impl<'c> Roll<'c> {
    /// `None` where the rows that would tell who is expected could not be read.
    pub(super) fn of(minutes: Minutes<'c, '_>) -> Option<Self> {
        let Minutes { cell, meeting, .. } = minutes;
        let day = meeting.day();
        let committee = *meeting.kind == Kind::Committee;
        let by = match (meeting.marks().next(), meeting.has_totals()) {
            (Some(_), _) => By::Marks,
            (None, true) => By::Totals,
            (None, false) => By::Nothing,
        };
        let mut roll = Self { by, ..Self::default() };
        let mut called: Vec<Called<'c>> = meeting
            .roll(cell)
            .into_iter()
            .filter(|called| !committee || called.person.holds(&cell.roles, day, None))
            .collect();
        in_order(cell, &mut called, |called| called.person);
        for called in called {
            let Called { person, expected, .. } = called;
            let mark = match called.mark() {
                Lookup::Found(mark) => mark,
                Lookup::Missing => Mark::Blank,
                Lookup::Unread => return None,
            };
            let came = matches!(mark, Mark::Present | Mark::Late);
            match expected {
                Expected::Unknown => return None,
                Expected::NotAMember => continue,
                Expected::Yes => {
                    roll.expected.push(person);
                    match mark {
                        Mark::Blank => roll.unmarked.push(person),
                        mark => roll.marked.push((mark, person)),
                    }
                }
                Expected::KeptAway => {
                    let mut covering = STATUSES
                        .into_iter()
                        .filter(|status| person.has_status(&cell.statuses, day, &[*status]) == Some(true));
                    roll.kept_away.extend(covering.next().map(|status| (status, person)));
                    if came {
                        roll.came.push(person);
                    }
                }
            }
            let membership = person.membership(&cell.members, day)??;
            match (membership.temporary, membership.probationary) {
                (true, _) => roll.temporary += 1,
                (false, true) => roll.probationary += 1,
                (false, false) => roll.official += 1,
            }
        }
        Some(roll)
    }

    pub(super) fn write(&self, minutes: Minutes<'c, '_>, body: &mut Body) {
        let Minutes { lang, meeting, .. } = minutes;
        let counts = meeting.counts.get().filter(|_| self.by == By::Totals);
        self.strength(minutes, counts, body);
        self.kept_away(minutes, counts, body);
        let expected = match counts {
            Some(counts) => counts.expected().map(|expected| expected.to_string()),
            None => Some(self.expected.len().to_string()),
        };
        body.item(stated(Words::new("Phải dự", "Expected"), expected, lang));
        match (self.by, counts) {
            (By::Marks, _) => self.marks(minutes, body),
            (_, Some(counts)) => totals(counts, body, lang),
            _ => {
                for label in [PRESENT, EXCUSED, ABSENT] {
                    body.item(stated(label, None, lang));
                }
            }
        }
    }

    fn strength(&self, minutes: Minutes<'_, '_>, counts: Option<&Counts>, body: &mut Body) {
        let lang = minutes.lang;
        let label = match *minutes.meeting.kind {
            Kind::Committee => Words::new("Tổng số chi ủy viên", "Committee members in all"),
            _ => Words::new("Tổng số đảng viên", "Members in all"),
        };
        let total = self.official + self.probationary + self.temporary;
        let said = counts.and_then(|counts| counts.total.copied());
        // A paper's total that the roster does not have is not taken apart by the roster.
        if let Some(said) = said.filter(|said| usize::try_from(*said).is_ok_and(|said| said != total)) {
            body.item(stated(label, Some(said.to_string()), lang));
            return;
        }
        let (official, probationary, temporary) = (self.official, self.probationary, self.temporary);
        let temporary = match temporary {
            0 => String::new(),
            n => say!(lang, ", sinh hoạt tạm thời từ nơi khác đến {n}", ", {n} temporarily from elsewhere"),
        };
        let parts = say!(
            lang,
            "chính thức {official}, dự bị {probationary}{temporary}",
            "{official} official, {probationary} probationary{temporary}"
        );
        let (label, comrades) = (label.of(lang), COMRADES.of(lang));
        body.item(format!("{label}: {total}{comrades} ({parts})."));
    }

    fn kept_away(&self, minutes: Minutes<'c, '_>, counts: Option<&Counts>, body: &mut Body) {
        let lang = minutes.lang;
        let exempt = Words::new("Được miễn công tác và sinh hoạt", "Exempt");
        let away = Words::new("Sinh hoạt tạm thời nơi khác", "Temporarily elsewhere");
        let of = |statuses: &[Status]| -> Vec<&Person> {
            let those = self.kept_away.iter().filter(|(status, _)| statuses.contains(status));
            those.map(|(_, person)| *person).collect()
        };
        let said = |field: fn(&Counts) -> &Field<u32>| counts.and_then(|counts| field(counts).copied());
        let both = [
            (exempt, of(&[Status::Exempt, Status::ExemptTemporarily]), said(|counts| &counts.exempt)),
            (away, of(&[Status::Away]), said(|counts| &counts.away)),
        ];
        for (label, those, said) in both {
            match said {
                Some(number) => body.item(stated(label, Some(number.to_string()), lang)),
                None => body.item(minutes.list(label, &those)),
            }
        }
        for status in [Status::Suspended, Status::SpecialDuty] {
            let those = of(&[status]);
            if !those.is_empty() {
                let label = match status {
                    Status::Suspended => Words::new("Bị đình chỉ sinh hoạt", "Suspended"),
                    _ => Words::new("Làm nhiệm vụ đặc biệt", "On special duty"),
                };
                body.item(minutes.list(label, &those));
            }
        }
    }

    fn marks(&self, minutes: Minutes<'c, '_>, body: &mut Body) {
        let lang = minutes.lang;
        let with = |marks: &[Mark]| -> Vec<&Person> {
            let those = self.marked.iter().filter(|(mark, _)| marks.contains(mark));
            those.map(|(_, person)| *person).collect()
        };
        let present = with(&[Mark::Present, Mark::Late]).len() + self.came.len();
        // Who comes without having to counts among those expected too.
        let base = self.expected.len() + self.came.len();
        let share = percent(present as u64, base as u64, None, lang);
        let (label, comrades) = (PRESENT.of(lang), COMRADES.of(lang));
        let text = say!(
            lang,
            "{label}: {present}{comrades}, đạt {present}/{base} = {share}.",
            "{label}: {present}{comrades}, {present}/{base} = {share}."
        );
        body.item(text);
        if !self.came.is_empty() {
            let label = Words::new("Trong đó không phải dự mà đến", "Among them, not expected");
            body.item(minutes.list(label, &self.came));
        }
        let late = with(&[Mark::Late]);
        if !late.is_empty() {
            body.item(minutes.list(Words::new("Trong đó đến muộn", "Among them, late"), &late));
        }
        let excused = with(&[Mark::Excused]);
        body.item(minutes.list_with(EXCUSED, &excused, |line| {
            line.and(Words::new(" (lý do: ", " (reason: ").of(lang)).dots(8).and(")")
        }));
        body.item(minutes.list(ABSENT, &with(&[Mark::Absent])));
        if !self.unmarked.is_empty() {
            body.item(minutes.list(Words::new("Chưa điểm danh", "Not called"), &self.unmarked));
        }
    }
}

const PRESENT: Words = Words::new("Có mặt", "Present");
const EXCUSED: Words = Words::new("Vắng có lý do", "Absent with reason");
const ABSENT: Words = Words::new("Vắng không lý do", "Absent without reason");
const COMRADES: Words = Words::new(" đồng chí", "");

/// `Có mặt: 12 đồng chí.`, or dots where the record has no number.
fn stated(label: Words, number: Option<String>, lang: Lang) -> Line {
    let line = Line::said(label.of(lang)).and(": ");
    let line = match number {
        Some(number) => line.and(&number),
        None => line.dots(4),
    };
    line.and(COMRADES.of(lang)).and(".")
}

fn totals(counts: &Counts, body: &mut Body, lang: Lang) {
    let present = u64::from(*counts.present);
    let (label, comrades) = (PRESENT.of(lang), COMRADES.of(lang));
    body.item(match counts.expected().filter(|expected| *expected > 0) {
        Some(expected) => {
            let share = percent(present, expected, None, lang);
            say!(
                lang,
                "{label}: {present}{comrades}, đạt {present}/{expected} = {share}.",
                "{label}: {present}{comrades}, {present}/{expected} = {share}."
            )
        }
        None => format!("{label}: {present}{comrades}."),
    });
    for (label, count) in [(EXCUSED, &counts.excused), (ABSENT, &counts.unexcused)] {
        body.item(stated(label, count.copied().map(|count| count.to_string()), lang));
    }
}

impl Minutes<'_, '_> {
    /// `Vắng không lý do: 2 đồng chí: …; ….`
    fn list(self, label: Words, those: &[&Person]) -> Line {
        self.list_with(label, those, |line| line)
    }

    fn list_with(self, label: Words, those: &[&Person], each: impl Fn(Line) -> Line) -> Line {
        let who = self.who();
        let (label, number, comrades) = (label.of(self.lang), those.len(), COMRADES.of(self.lang));
        let line = Line::said(&format!("{label}: {number}{comrades}"));
        if those.is_empty() {
            return line.and(".");
        }
        let names = those.iter().map(|person| each(who.member(self.cell, &person.id)));
        line.and(": ").then(Line::join(names, "; ")).and(".")
    }
}
