//! A commune's own files: its units and officials through time, its years, its agreements.

use std::io;

use super::{
    Scope, agreement,
    csv::{self, Csv},
    toml::{Toml, list},
};
use crate::{
    date::{Date, Span, ymd},
    demo::{
        dice::Dice,
        life::{CommuneLife, Member, Official},
        out::Out,
    },
    parse::Vocabulary,
    unit::join,
};

/// The first due year of yearly papers: the plan began in November 2016.
const FIRST_DUE_YEAR: i32 = 2017;

pub(super) fn write(life: &CommuneLife, directory: &str, scope: &Scope, out: &Out<'_>) -> io::Result<()> {
    let write = |name: &str, text| out.file(&join(directory, name), text);
    write("commune.toml", file(life, scope))?;
    write("villages.csv", villages(life, scope))?;
    write("officials.csv", officials(life, scope))?;
    for year in scope.years() {
        let mut dice = Dice::of(scope.seed, &life.path, &format!("year {year}"));
        if year >= FIRST_DUE_YEAR {
            write(&format!("{year}/year.toml"), of_year(life, year, &mut dice))?;
        }
        write(&format!("{year}/villages.csv"), village_years(life, year, &mut dice))?;
    }
    agreement::write_all(life, directory, scope, out)
}

fn file(life: &CommuneLife, scope: &Scope) -> String {
    let mut dice = Dice::of(scope.seed, &life.path, "file");
    let place = &life.place;
    let mut file = Toml::new();
    file.text("name", place.name).word("kind", place.kind).text("code", place.code);
    let days = 40 + life.quality.slack(2016) * 6;
    let resolved = crate::date::plus_days(ymd(2016, 11, 15), dice.below(days));
    if let Some(day) = scope.known(resolved) {
        file.document("resolution", &format!("{:02}-NQ/ĐU", dice.between(5, 19)), day);
    }
    file.finish()
}

fn villages(life: &CommuneLife, scope: &Scope) -> String {
    let mut rows = Csv::new("id,name,kind,from,until,successor,section,rules_among_cells");
    for village in &life.villages {
        let merged = village.merged.filter(|(last_day, _)| scope.known(*last_day).is_some());
        rows.row([
            &village.id,
            &village.name,
            village.kind.word(),
            "",
            &csv::day(merged.map(|(last_day, _)| last_day)),
            merged.map_or("", |(_, next)| &life.villages[next].id),
            village.section.unwrap_or_default(),
            &csv::day(village.rules_among_cells.and_then(|day| scope.known(day))),
        ]);
    }
    rows.finish()
}

fn officials(life: &CommuneLife, scope: &Scope) -> String {
    let mut rows = Csv::new("id,village,role,from,until,how,party_since,cell,member,mentor");
    let mut officials: Vec<&Official> = life.officials.iter().collect();
    officials.sort_by(|one, other| one.id.cmp(&other.id));
    for official in officials {
        let since = life.party_since(official).and_then(|since| scope.known(since));
        let link = official.member.filter(|_| since.is_some());
        let (cell, member) = link.map_or_else(Default::default, |member| {
            (life.cells[member.cell].id.as_str(), life.cells[member.cell].id_of(member.person))
        });
        for term in official.terms.iter().filter(|term| scope.known(term.from).is_some()) {
            rows.row([
                &official.id,
                &life.villages[official.village].id,
                official.post.word(),
                &term.from.to_string(),
                &csv::day(term.until.and_then(|until| scope.known(until))),
                term.how.word(),
                &csv::day(since),
                cell,
                &member,
                &official.mentor.map(|mentor| reference(life, mentor)).unwrap_or_default(),
            ]);
        }
    }
    rows.finish()
}

/// A member, as other files of the commune call them.
pub(super) fn reference(life: &CommuneLife, member: Member) -> String {
    let cell = &life.cells[member.cell];
    format!("{}/{}", cell.id, cell.id_of(member.person))
}

/// The day of the year's conference on the agreements, where the commune holds one.
pub(super) fn conference(life: &CommuneLife, year: i32, dice: &mut Dice) -> Option<Date> {
    let day = dice.day(Span { from: ymd(year, 12, 10), until: ymd(year, 12, 22) });
    let is_lax = dice.chance(life.quality.slack(year) * 4);
    (year >= FIRST_DUE_YEAR && !is_lax).then_some(day)
}

fn of_year(life: &CommuneLife, year: i32, dice: &mut Dice) -> String {
    let mut file = Toml::new();
    file.day("conference", conference(life, year, dice));
    let report = dice.day(Span { from: ymd(year, 12, 20), until: ymd(year, 12, 30) });
    let is_late = dice.chance(life.quality.slack(year) * 5);
    file.day("report", (!is_late).then_some(report));
    let trainings: [&[&str]; 2] = [&["committee"], &["head", "deputy"]];
    for (audience, (from, until)) in trainings.into_iter().zip([(4, 6), (8, 10)]) {
        let day = dice.day(Span { from: ymd(year, from, 10), until: ymd(year, until, 20) });
        if !dice.chance(life.quality.slack(year) * 4) {
            file.element("training").put("date", day).put("audience", list(audience));
        }
    }
    let text = file.finish();
    // A year of which nothing is recorded begins with its first table.
    text.trim_start_matches('\n').to_owned()
}

fn village_years(life: &CommuneLife, year: i32, dice: &mut Dice) -> String {
    let mut rows = Csv::new("village,head_successors,deputy_successors,hot_spots,mass_complaints");
    let slack = life.quality.slack(year);
    for village in &life.villages {
        let successors = |dice: &mut Dice| if dice.chance(slack * 4) { 0 } else { dice.between(1, 3) };
        let (head, deputy) = (successors(dice), successors(dice));
        let (spots, complaints) = (dice.chance(slack), dice.chance(slack / 2));
        if village.merged.is_none_or(|(last_day, _)| ymd(year, 12, 31) <= last_day) {
            let number = |is_one: bool| if is_one { "1" } else { "0" };
            rows.row([&village.id, &head.to_string(), &deputy.to_string(), number(spots), number(complaints)]);
        }
    }
    rows.finish()
}
