//! Village heads and deputy heads: elected in 2015, 2018 and 2020, some of them outsiders, some of whom are admitted.

use crate::{
    date::{Date, Span, plus_days, ymd},
    demo::{
        dice::Dice,
        layout::CommuneLayout,
        life::{Admitted, CommuneLife, Member, Official, PostTerm, merger::Merger, people},
    },
    records::{
        official::{Post, PostHow},
        role::Role,
    },
};

/// When a commune elects its heads: within some weeks of these days.
const ELECTIONS: [((i32, u32, u32), u32); 3] = [((2015, 10, 4), 40), ((2018, 4, 1), 45), ((2020, 9, 20), 40)];
/// The days on which outsiders in post are admitted.
const ADMISSIONS: [(i32, u32, u32); 8] =
    [(2017, 2, 3), (2017, 9, 2), (2018, 2, 3), (2018, 12, 22), (2019, 2, 3), (2019, 9, 2), (2020, 2, 3), (2020, 5, 19)];

pub(super) fn elect(life: &mut CommuneLife, dice: &mut Dice, layout: &CommuneLayout, merger: Option<&Merger>) {
    let [first, second, third] =
        ELECTIONS.map(|((year, month, day), days)| plus_days(ymd(year, month, day), dice.below(days)));
    for (village, plan) in layout.villages.iter().enumerate() {
        let last_day = merger.and_then(|merger| merger.end_of(village));
        let posts = std::iter::once((Post::Head, plan.head_is_member))
            .chain(plan.deputies.iter().map(|is_member| (Post::Deputy, *is_member)));
        for (post, is_member) in posts {
            // Deputies are recognised on the new head's proposal.
            let days = if post == Post::Head { 0 } else { dice.between(7, 21) };
            let [first, second, third] = [first, second, third].map(|day| plus_days(day, days));
            let mut office = Office { life, dice, village, post };
            let mut holder = office.take(is_member, first);
            for (day, next) in [(first, second), (second, third)] {
                office.perhaps_admit(holder, Span { from: day, until: last_day.unwrap_or(next).min(next) });
                if let Some(last_day) = last_day.filter(|last_day| *last_day < next) {
                    office.end(holder, Some(last_day));
                    break;
                }
                holder = office.elect_again(holder, next);
            }
        }
    }
}

/// One post of one village.
struct Office<'o> {
    life: &'o mut CommuneLife,
    dice: &'o mut Dice,
    village: usize,
    post: Post,
}

impl Office<'_> {
    /// Somebody new takes the post.
    fn take(&mut self, is_member: bool, day: Date) -> usize {
        let member = if is_member { self.member(day) } else { None };
        let (letters, post) = match self.post {
            Post::Head => ("tt", Post::Head),
            Post::Deputy => ("pt", Post::Deputy),
        };
        let number = self.life.officials.iter().filter(|official| official.post == post).count() + 1;
        let cell = self.life.villages[self.village].cells[0];
        let mentor = Member { cell, person: self.dice.below(self.life.cells[cell].mainstays as u32) as usize };
        let is_helped = member.is_none() && !self.dice.chance(self.life.quality.slack(2017) * 5);
        self.life.officials.push(Official {
            id: format!("{letters}{number:02}"),
            village: self.village,
            post,
            terms: Vec::new(),
            member,
            mentor: is_helped.then_some(mentor),
        });
        let holder = self.life.officials.len() - 1;
        self.begin(holder, day);
        holder
    }

    fn begin(&mut self, holder: usize, from: Date) {
        let how = match self.post {
            Post::Head => PostHow::Elected,
            Post::Deputy => PostHow::Recognised,
        };
        self.life.officials[holder].terms.push(PostTerm { from, until: None, how });
    }

    fn end(&mut self, holder: usize, last_day: Option<Date>) {
        if let Some(term) = self.life.officials[holder].terms.last_mut() {
            term.until = last_day;
        }
    }

    /// Most are elected again; of the others nearly all are followed by a member.
    fn elect_again(&mut self, holder: usize, day: Date) -> usize {
        self.end(holder, day.pred_opt());
        let is_member = self.life.officials[holder].member.is_some();
        if self.dice.chance(if is_member { 720 } else { 620 }) {
            self.begin(holder, day);
            return holder;
        }
        let is_member = !self.dice.chance(40 + self.life.quality.slack(2018) * 4);
        self.take(is_member, day)
    }

    /// One of the mainstays of the village's cells, who holds no other post. The secretary is chosen more and more often.
    fn member(&mut self, day: Date) -> Option<Member> {
        let together = self.post == Post::Head && self.dice.chance(if day < ymd(2016, 1, 1) { 80 } else { 200 });
        let cells = &self.life.villages[self.village].cells;
        let cell = self.dice.pick(cells)?;
        let people = &self.life.cells[cell];
        let secretary = people.in_role(Role::Secretary, day).next();
        let is_free =
            |member: Member| {
                self.life.officials.iter().filter(|official| official.member == Some(member)).all(|official| {
                    official.terms.last().is_some_and(|term| term.until.is_some_and(|until| until < day))
                })
            };
        let secretary = secretary.map(|person| Member { cell, person });
        if let Some(secretary) = secretary.filter(|secretary| together && is_free(*secretary)) {
            return Some(secretary);
        }
        let others = (0..people.mainstays).map(|person| Member { cell, person });
        let others: Vec<Member> = others.filter(|member| Some(*member) != secretary && is_free(*member)).collect();
        self.dice.pick(&others)
    }

    /// An outsider in post may be admitted by the village's first cell, and is on its roster from then on.
    fn perhaps_admit(&mut self, holder: usize, term: Span) {
        let chance = if self.post == Post::Head { 220 } else { 160 };
        if self.life.officials[holder].member.is_some() || !self.dice.chance(chance) {
            return;
        }
        let days: Vec<Date> = ADMISSIONS
            .map(|(year, month, day)| ymd(year, month, day))
            .into_iter()
            .filter(|day| term.covers(*day))
            .collect();
        let cell = self.life.villages[self.village].cells[0];
        if let Some(day) = self.dice.pick(&days) {
            let people = &mut self.life.cells[cell].people;
            let person = people.len();
            people.push(people::person(Admitted::Day(day), Some(day), self.dice));
            self.life.officials[holder].member = Some(Member { cell, person });
        }
    }
}

impl CommuneLife {
    /// Who is in a post of a village on a day.
    pub(in crate::demo) fn in_post(&self, village: usize, post: Post, day: Date) -> Option<usize> {
        let is_in_post = |official: &Official| official.village == village && official.post == post;
        self.officials.iter().position(|official| is_in_post(official) && official.is_in_post(day))
    }

    /// When the official was admitted to the Party.
    pub(in crate::demo) fn party_since(&self, official: &Official) -> Option<Date> {
        let member = official.member?;
        Some(self.cells[member.cell].people[member.person].admitted.day())
    }
}
