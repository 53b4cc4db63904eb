//! A cell's year beside its meetings: the plan and grade, the members' assignments and grades, the briefings.

use std::io;

use super::{cell::Year, csv::Csv, toml::Toml};
use crate::{
    date::{Date, Month, Quarter, Span, plus_months, ymd},
    demo::{
        dice::Dice,
        life::Person,
        texts::{self, THEMES},
    },
    parse::Vocabulary,
    records::{assessment::MemberGrade, cell_year::CellGrade, meeting::Area, role::Role},
    text::toml_string,
};

/// The themes of the four quarters, and when they were adopted.
pub(super) struct Plan {
    pub(super) day: u32,
    pub(super) themes: [(Area, &'static str); 4],
    /// One of the mainstays each.
    pub(super) authors: [u32; 4],
}

impl Plan {
    pub(super) fn of(mut dice: Dice) -> Self {
        let first = dice.below(THEMES.len() as u32) as usize;
        // Steps that share no divisor with the length of the list: four themes that differ.
        let step = 1 + dice.below(4) as usize;
        Self {
            day: dice.between(5, 20),
            themes: [0, 1, 2, 3].map(|quarter| THEMES[(first + quarter * step) % THEMES.len()]),
            authors: [0; 4].map(|_| dice.below(8)),
        }
    }
}

/// The rules on grades changed with 2018.
const NEW_GRADES_FROM: i32 = 2018;

pub(super) fn write(at: &Year<'_>) -> io::Result<()> {
    let mut dice = Dice::of(at.scope.seed, at.name, &format!("year {}", at.year));
    at.file("year.toml", file(at, &mut dice))?;
    if at.cell().is_alive(ymd(at.year, 12, 31)) {
        at.file("assessments.csv", assessments(at, &mut dice))?;
    }
    match briefings(at, &mut dice) {
        Some(text) => at.file("briefings.csv", text),
        None => Ok(()),
    }
}

fn file(at: &Year<'_>, dice: &mut Dice) -> String {
    let (cell, slack, year) = (at.cell(), at.slack(), at.year);
    let adopted = ymd(year, 1, at.plan.day);
    let mut file = Toml::new();
    if cell.is_alive(ymd(year, 12, 31)) {
        file.word("grade", grade(slack, year, dice));
    }
    let admitted = cell.people.iter().filter(|person| {
        let day = person.admitted.day();
        person.from == Some(day) && Span { from: ymd(year - 1, 1, 1), until: ymd(year, 12, 31) }.covers(day)
    });
    let candidates = match admitted.count() {
        0 if dice.chance(slack * 6) => 1,
        0 => 0,
        count => count as u32 + dice.below(2),
    };
    file.put("candidates", candidates);
    if !dice.chance(slack * 2) {
        let number = toml_string("01-NQ/CB");
        file.table("leadership_resolution").put("number", number).put("date", adopted);
    }
    if !dice.chance(slack) {
        file.table("thematic_plan").put("adopted", adopted).put("topics", topics(at));
    }
    file.table("inspection").put("programme", adopted);
    if dice.chance(600) {
        let date = dice.day(Span { from: ymd(year, 2, 20), until: ymd(year, 3, 25) });
        let subject = toml_string(dice.one_of(&texts::INSPECTIONS));
        file.put("inspections", format!("[\n  {{ date = {date}, subject = {subject} }},\n]"));
    }
    if !dice.chance(slack * 3) {
        file.table("emulation").put("registered", dice.day(Span { from: ymd(year, 1, 20), until: ymd(year, 2, 25) }));
    }
    let text = file.finish();
    text.trim_start_matches('\n').to_owned()
}

fn topics(at: &Year<'_>) -> String {
    let mut topics = String::from("[\n");
    for quarter in Quarter::of_year(at.year).filter(|quarter| at.cell().is_alive(quarter.last_day())) {
        let place = quarter.quarter as usize - 1;
        let (area, title) = at.plan.themes[place];
        let author = toml_string(&at.cell().id_of(at.author(place)));
        topics.push_str(&format!(
            "  {{ quarter = {}, area = \"{}\", title = {}, author = {author} }},\n",
            quarter.quarter,
            area.word(),
            toml_string(title),
        ));
    }
    topics.push(']');
    topics
}

impl Year<'_> {
    /// Who prepares the theme of a quarter, counted from 0.
    pub(super) fn author(&self, quarter: usize) -> usize {
        self.plan.authors[quarter] as usize % self.cell().mainstays
    }
}

/// Fewer than half are of the top grade; the weak become rare.
fn grade(slack: u32, year: i32, dice: &mut Dice) -> CellGrade {
    let is_new = year >= NEW_GRADES_FROM;
    let top = if is_new { 200 } else { 430 };
    match dice.below(1000) {
        throw if throw < slack / 5 => {
            if is_new {
                CellGrade::NotCompleted
            } else {
                CellGrade::Weak
            }
        }
        throw if throw < slack * 4 => CellGrade::Completed,
        throw if throw > 1000 - top => {
            if is_new {
                CellGrade::Excellent
            } else {
                CellGrade::Tsvm
            }
        }
        _ => CellGrade::Good,
    }
}

/// Everybody on strength at the year's end who is not exempt then.
fn assessments(at: &Year<'_>, dice: &mut Dice) -> String {
    let (cell, slack, last_day) = (at.cell(), at.slack(), ymd(at.year, 12, 31));
    let is_one = |person: &Person| person.time().covers(last_day) && !person.temporary && !person.is_exempt(last_day);
    let secretary = cell.in_role(Role::Secretary, last_day).next();
    let mut excellent = 0;
    let mut rows = Csv::new("member,task,grade,discipline");
    for (index, (number, person)) in cell.people.iter().enumerate().filter(|(_, person)| is_one(person)).enumerate() {
        let tasks = if cell.is_village_cell() { &texts::TASKS[..] } else { &texts::OFFICE_TASKS };
        let task = match dice.pick(tasks).unwrap_or_default() {
            _ if secretary == Some(number) => texts::TASK_OF_SECRETARY,
            _ if dice.chance(slack / 2) => "",
            task => task,
        };
        // By the excellent so far: about one in nine, so that the cap of 15% holds.
        let may_excel = (excellent + 1) * 9 <= index + 4;
        let grade = match dice.below(1000) {
            throw if throw < slack / 6 => MemberGrade::NotCompleted,
            throw if throw < slack * 7 => MemberGrade::Completed,
            throw if throw > 600 && may_excel => MemberGrade::Excellent,
            _ => MemberGrade::Good,
        };
        excellent += usize::from(grade == MemberGrade::Excellent);
        let is_new = at.year >= NEW_GRADES_FROM && person.admitted.day() > plus_months(ymd(at.year, 6, 30), 0);
        let discipline = if dice.chance(5) { "reprimand" } else { "" };
        rows.row([&cell.id_of(number), task, if is_new { "" } else { grade.word() }, discipline]);
    }
    rows.finish()
}

/// Once a month since the first agreement, while secretary and head are two.
fn briefings(at: &Year<'_>, dice: &mut Dice) -> Option<String> {
    let cell = at.cell();
    let agreements = at.life.agreements.iter();
    let signed = |cell: usize| {
        agreements.filter(move |agreement| agreement.secretaries.iter().any(|signed| signed.cell == cell))
    };
    let since: Date = signed(at.index).map(|agreement| agreement.signed).min()?;
    let mut rows = Csv::new("date,month,secretary,head,deputy,topics");
    let mut is_empty = true;
    for month in Month::of_year(at.year) {
        let day = ymd(at.year, month.month, dice.between(23, 28));
        let (is_lax, deputy, topic) = (dice.chance(at.slack()), dice.chance(600), dice.one_of(&texts::BRIEFINGS));
        if day < since || is_lax || !cell.is_alive(day) || at.life.is_dual(at.index, day) {
            continue;
        }
        is_empty = false;
        rows.row([&day.to_string(), "", "yes", "yes", if deputy { "yes" } else { "no" }, topic]);
    }
    (!is_empty).then(|| rows.finish())
}
