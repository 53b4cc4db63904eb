//! Congresses and those whom they elect: in 2015, before the plan, in 2017 and in 2020.

use crate::{
    date::{Span, plus_days, ymd},
    demo::{
        dice::Dice,
        layout::CommuneLayout,
        life::{Cell, CommuneLife, RoleTerm, Term},
    },
    records::role::Role,
};

/// When the cells of a commune hold their congresses: within some weeks of these days.
const SEASONS: [((i32, u32, u32), u32); 3] = [((2015, 1, 10), 60), ((2017, 6, 5), 90), ((2020, 1, 10), 50)];
const WEEKS: u32 = 3;

/// From so many members on a committee has five, else three.
const MEMBERS_FOR_FIVE: u32 = 30;
/// With fewer there is no committee beside the secretary and the deputy.
const MEMBERS_FOR_COMMITTEE: u32 = 9;

pub(super) fn hold(life: &mut CommuneLife, dice: &mut Dice, layout: &CommuneLayout) {
    let sizes = layout.villages.iter().flat_map(|village| &village.cells).chain(&layout.others);
    let sizes: Vec<_> = sizes.copied().collect();
    for ((year, month, day), days) in SEASONS {
        let season = plus_days(ymd(year, month, day), dice.below(days));
        for (cell, size) in life.cells.iter_mut().zip(&sizes) {
            let committee = match size.members {
                MEMBERS_FOR_FIVE.. => 5,
                MEMBERS_FOR_COMMITTEE.. => 3,
                _ => 0,
            };
            let deputies = size.deputy_secretaries as usize;
            let congress = dice.day(Span { from: season, until: plus_days(season, WEEKS * 7) });
            let is_lax = dice.chance(cell.quality.slack(year) * 2);
            let regulations = plus_days(congress, dice.between(20, 40));
            cell.terms.push(Term {
                congress,
                working_regulations: (!is_lax).then_some(regulations),
                inspection_programme: plus_days(congress, dice.between(20, 40)),
            });
            let team = elect(cell, committee.max(1 + deputies), dice);
            take_over(cell, &team, deputies, congress);
        }
    }
}

/// The secretary, the deputies, the committee. Most are elected again; who follows the secretary was mostly the deputy.
fn elect(cell: &Cell, size: usize, dice: &mut Dice) -> Vec<usize> {
    let mut team: Vec<usize> = cell.roles.iter().filter(|term| term.until.is_none()).map(|term| term.person).collect();
    if team.is_empty() {
        return (0..size.min(cell.mainstays)).collect();
    }
    if team.len() > 1 && dice.chance(170) {
        team.swap(0, 1);
    }
    for place in 0..team.len() {
        if dice.chance(170) {
            let others: Vec<usize> = (0..cell.mainstays).filter(|person| !team.contains(person)).collect();
            team[place] = dice.pick(&others).unwrap_or(team[place]);
        }
    }
    team
}

fn take_over(cell: &mut Cell, team: &[usize], deputies: usize, congress: crate::date::Date) {
    for term in cell.roles.iter_mut().filter(|term| term.until.is_none()) {
        term.until = congress.pred_opt();
    }
    for (place, person) in team.iter().enumerate() {
        let role = match place {
            0 => Role::Secretary,
            place if place <= deputies => Role::DeputySecretary,
            _ => Role::Committee,
        };
        cell.roles.push(RoleTerm { person: *person, role, from: congress, until: None });
    }
}
