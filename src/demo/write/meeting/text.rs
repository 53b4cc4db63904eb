//! The record of one meeting.

use chrono::Datelike;

use super::{Habits, before, later, roll::Called};
use crate::{
    date::{Date, Month, Quarter, plus_months},
    demo::{
        dice::Dice,
        texts,
        write::{cell::Year, toml::Toml},
    },
    parse::Vocabulary,
    records::{
        meeting::{Kind, Mark, ResolutionKind},
        official::Post,
        role::Role,
    },
};

/// The last year in which some papers have only the numbers of those who came.
const LAST_YEAR_OF_COUNTS: i32 = 2018;

pub(super) struct Minutes<'m> {
    pub(super) at: &'m Year<'m>,
    pub(super) day: Date,
    pub(super) kind: Kind,
    pub(super) called: &'m Called,
    pub(super) dice: &'m mut Dice,
}

impl Minutes<'_> {
    pub(super) fn write(mut self, habits: &Habits, resolutions: &mut u32) -> String {
        let mut file = Toml::new();
        self.head(habits, &mut file);
        self.roll(&mut file);
        self.content(&mut file);
        if matches!(self.kind, Kind::Thematic | Kind::Combined) {
            self.theme(&mut file);
        }
        self.resolutions(resolutions, &mut file);
        self.guests(&mut file);
        file.finish()
    }

    fn slack(&self) -> u32 {
        self.at.slack()
    }

    fn head(&mut self, habits: &Habits, file: &mut Toml) {
        let (cell, day, kind) = (self.at.cell(), self.day, self.kind);
        let minutes = match kind {
            Kind::Combined => self.dice.between(125, 160),
            Kind::Congress => self.dice.between(150, 210),
            _ => self.dice.between(95, 130),
        };
        file.put("date", day).word("kind", kind);
        file.put("start", later(habits.start, 0)).put("end", later(habits.start, minutes));
        file.text("place", &cell.hall);
        let announced = self.dice.between(2, 4);
        let met = before(day, self.dice.between(1, announced));
        let is_unannounced = self.dice.chance(self.slack() * 2);
        file.day("announced", (!is_unannounced).then(|| before(day, announced)));
        let secretary = cell.in_role(Role::Secretary, day).next();
        if let Some(secretary) = secretary {
            file.text("prepared_by", &cell.id_of(secretary));
        }
        let is_unprepared = self.dice.chance(self.slack() / 12);
        file.day("committee_met", (!is_unprepared).then_some(met));
        let mut there = secretary.into_iter().chain(0..cell.mainstays).filter(|person| self.called.came(*person));
        let chair = there.next();
        let minutes_by = there.find(|person| Some(*person) != chair);
        for (key, person) in [("chair", chair), ("minutes_by", minutes_by)] {
            if let Some(person) = person {
                file.text(key, &cell.id_of(person));
            }
        }
    }

    fn roll(&self, file: &mut Toml) {
        let called = self.called;
        let mut habit = Dice::of(self.at.scope.seed, self.at.name, &format!("counts {}", self.at.year));
        if self.at.year <= LAST_YEAR_OF_COUNTS && habit.chance(self.slack() * 2) && self.kind != Kind::Congress {
            file.table("counts")
                .put("expected", called.marks.len())
                .put("present", called.count(&[Mark::Present, Mark::Late]))
                .put("excused", called.count(&[Mark::Excused]))
                .put("unexcused", called.count(&[Mark::Absent]));
            return;
        }
        file.table("attendance");
        for (person, mark) in &called.marks {
            file.put(&self.at.cell().id_of(*person), format_args!("\"{}\"", mark.word()));
        }
    }

    fn content(&mut self, file: &mut Toml) {
        let news = texts::NEWS[self.day.month0() as usize];
        let slack = self.slack();
        file.table("content");
        self.part("opening", &texts::OPENINGS, file);
        let of_village = self.at.cell().is_village_cell();
        let of_cell = |village: &'static [&'static str], office: &'static [&'static str]| {
            if of_village { village } else { office }
        };
        if matches!(self.kind, Kind::Regular | Kind::Combined) {
            // Where something is left out it is one of these.
            self.part_unless(slack / 6, "news", &news, file);
            self.part("last_month", of_cell(&texts::LAST_MONTH, &texts::OFFICE_LAST_MONTH), file);
            self.part_unless(slack / 3, "study", &texts::STUDY, file);
            self.part("next_month", of_cell(&texts::NEXT_MONTH, &texts::OFFICE_NEXT_MONTH), file);
        }
        let discussions = match self.kind {
            Kind::Congress => &texts::CONGRESS[..],
            Kind::Review => &texts::REVIEW,
            _ => of_cell(&texts::DISCUSSIONS, &texts::OFFICE_DISCUSSIONS),
        };
        self.part("discussion", discussions, file);
        self.part("conclusion", &texts::CONCLUSIONS, file);
    }

    fn part_unless(&mut self, in_thousand: u32, key: &str, texts: &[&str], file: &mut Toml) {
        if self.dice.chance(in_thousand) {
            file.put(key, false);
        } else {
            self.part(key, texts, file);
        }
    }

    fn part(&mut self, key: &str, texts: &[&str], file: &mut Toml) {
        let mainstay = self.dice.below(self.at.cell().mainstays as u32) as usize;
        let number = format!("{:02}", self.dice.between(2, 9));
        let text = self.dice.pick(texts).unwrap_or_default();
        let who = format!("@{}", self.at.cell().id_of(mainstay));
        file.text(key, &text.replace("{ai}", &who).replace("{n}", &number));
    }

    /// The quarter's of the year's plan.
    fn quarter(&self) -> usize {
        Quarter::of(self.day).quarter as usize - 1
    }

    fn theme(&mut self, file: &mut Toml) {
        let (area, title) = self.at.plan.themes[self.quarter()];
        let draft_sent = before(self.day, self.dice.between(2, 5));
        let author = self.at.cell().id_of(self.at.author(self.quarter()));
        file.table("theme").word("area", area).text("title", title);
        if !self.dice.chance(self.slack()) {
            file.text("author", &author).put("draft_sent", draft_sent);
        }
    }

    fn resolutions(&mut self, resolutions: &mut u32, file: &mut Toml) {
        let month = Month::of(self.day);
        let (kind, title) = match self.kind {
            Kind::Regular | Kind::Combined => {
                (ResolutionKind::Monthly, format!("Nhiệm vụ trọng tâm tháng {:02}/{}", month.month, month.year))
            }
            Kind::Thematic => (ResolutionKind::Other, self.at.plan.themes[self.quarter()].1.to_owned()),
            Kind::Congress => (ResolutionKind::Other, "Nghị quyết đại hội chi bộ".to_owned()),
            Kind::Review | Kind::Extraordinary | Kind::Committee => return,
        };
        let mut all = vec![(kind, title)];
        if matches!(self.kind, Kind::Regular | Kind::Combined) {
            all.extend(self.of_people());
        }
        for (kind, title) in all {
            let against = u64::from(self.called.voters_present > 8 && self.dice.chance(60));
            let in_favour = self.called.voters_present - against;
            let needs_two_thirds = matches!(kind, ResolutionKind::Admission | ResolutionKind::OfficialStatus);
            let (part, whole) = if needs_two_thirds { (2, 3) } else { (1, 2) };
            let carried = in_favour * whole > self.called.voters * part;
            *resolutions += 1;
            file.element("resolutions")
                .text("number", &format!("{resolutions:02}-NQ/CB"))
                .word("kind", kind)
                .text("title", &title)
                .put("votes", format_args!("{{ for = {in_favour}, against = {against}, blank = 0 }}"))
                .put("carried", carried);
        }
    }

    /// Who is to be admitted within two months, and whose probation ends in this one.
    fn of_people(&self) -> Vec<(ResolutionKind, String)> {
        let (cell, month) = (self.at.cell(), Month::of(self.day));
        let mut all = Vec::new();
        for (index, person) in
            cell.people.iter().enumerate().filter(|(_, person)| person.time().covers(person.admitted.day()))
        {
            if person.from == Some(person.admitted.day())
                && Month::of(plus_months(self.day, 2)) == Month::of(person.admitted.day())
            {
                all.push((ResolutionKind::Admission, "Đề nghị kết nạp một quần chúng ưu tú vào Đảng".to_owned()));
            }
            if person.time().covers(self.day) && Month::of(person.official()) == month {
                let title = format!("Đề nghị công nhận @{} là đảng viên chính thức", cell.id_of(index));
                all.push((ResolutionKind::OfficialStatus, title));
            }
        }
        all
    }

    fn guests(&mut self, file: &mut Toml) {
        let life = self.at.life;
        let comes = self.dice.chance(700);
        let head = self.at.cell().village.and_then(|village| life.in_post(village, Post::Head, self.day));
        let head = head.map(|head| &life.officials[head]);
        let outsider = head.filter(|head| life.party_since(head).is_none_or(|since| since > self.day));
        if let Some(head) = outsider.filter(|_| comes) {
            file.element("guests").text("from", "village-head").text("official", &head.id);
        }
        if self.dice.chance(190u32.saturating_sub(self.slack())) || self.kind == Kind::Congress {
            file.element("guests").text("from", "commune");
        }
    }
}
