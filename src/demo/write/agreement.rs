//! The coordination agreements of a commune.

use std::io;

use chrono::Datelike;

use super::{
    Scope,
    commune::{conference, reference},
    toml::{Toml, document, list},
};
use crate::{
    date::{Span, plus_days},
    demo::{
        dice::Dice,
        life::{Agreement, CommuneLife, years},
        out::Out,
        texts,
    },
    unit::join,
};

pub(super) fn write_all(life: &CommuneLife, directory: &str, scope: &Scope, out: &Out<'_>) -> io::Result<()> {
    for agreement in life.agreements.iter().filter(|agreement| scope.known(agreement.signed).is_some()) {
        let village = &life.villages[agreement.village].id;
        let path = join(directory, &format!("agreements/{village}-{}.toml", agreement.signed));
        out.file(&path, text(life, agreement, scope))?;
    }
    Ok(())
}

fn text(life: &CommuneLife, agreement: &Agreement, scope: &Scope) -> String {
    let village = &life.villages[agreement.village];
    let signed = agreement.signed;
    let mut dice = Dice::of(scope.seed, &format!("{}#{}", life.path, village.id), &format!("agreement {signed}"));
    let cells = agreement.secretaries.iter().map(|secretary| &life.cells[secretary.cell].id);
    let secretaries = agreement.secretaries.iter().map(|secretary| reference(life, *secretary));
    let approved = [dice.between(3, 8), dice.between(3, 9)].map(|days| plus_days(signed, days));
    let rolled_out = plus_days(approved[0].max(approved[1]), dice.between(4, 12));
    // Some wait for the People's Committee, and are not rolled out before.
    let waits = dice.chance(life.quality.slack(signed.year()) * 2);
    let numbers = [dice.between(20, 69), dice.between(70, 120)];

    let mut file = Toml::new();
    file.text("village", &village.id)
        .put("cells", list(cells))
        .put("signed", signed)
        .put("secretaries", list(secretaries))
        .text("head", &life.officials[agreement.head].id)
        .day("rolled_out", scope.known(rolled_out).filter(|_| !waits))
        .text("briefings", "monthly")
        .day("ended", agreement.ended.and_then(|day| scope.known(day)));
    let approvals = [("party_committee", "QĐ/ĐU", "-"), ("peoples_committee", "QĐ-UBND", "/")];
    let approvals: Vec<_> = approvals
        .into_iter()
        .zip(approved.into_iter().zip(numbers))
        .filter(|(_, (day, _))| scope.known(*day).is_some())
        .take(if waits { 1 } else { 2 })
        .collect();
    if !approvals.is_empty() {
        file.table("approval");
    }
    for ((by, office, between), (day, number)) in approvals {
        file.put(by, document(&format!("{number}{between}{office}"), day));
    }
    if agreement.needs_reporting {
        file.table("reporting").text("every", "Hằng tháng, trước kỳ họp chi bộ").put("invites_head", true);
    }
    let in_force = Span::new(Some(rolled_out), agreement.ended);
    for year in years() {
        // On the day of the year's conference.
        let mut of_year = Dice::of(scope.seed, &life.path, &format!("year {year}"));
        let result = dice.one_of(&texts::REVIEWS);
        let review = conference(life, year, &mut of_year).filter(|day| in_force.covers(*day) && !waits);
        if let Some(day) = review.and_then(|day| scope.known(day)) {
            file.element("reviews").put("date", day).text("result", result);
        }
    }
    file.finish()
}
