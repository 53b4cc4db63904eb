//! chibo.toml, and what the province and its districts owe the plan.

use std::io;

use super::{Scope, toml::Toml};
use crate::{
    date::{Span, plus_days, ymd},
    demo::{
        dice::Dice,
        facts::{self, District},
        out::Out,
    },
    records::settings::RootLevel,
    unit::join,
};

/// The file that makes the directory a register, and the one that keeps names of people out of git.
pub(in crate::demo) fn settings(level: RootLevel, name: &str, scope: &Scope, out: &Out<'_>) -> io::Result<()> {
    let days = scope.days();
    let mut file = Toml::new();
    file.put("format", 1).word("level", level).text("name", name);
    file.table("records").put("from", days.from).put("until", days.until);
    out.file("chibo.toml", file.finish())?;
    out.file(".gitignore", "names.csv\n".to_owned())
}

/// The province and its districts, each with its directory.
pub(in crate::demo) fn upper(
    province: bool,
    districts: &[(String, District)],
    scope: &Scope,
    out: &Out<'_>,
) -> io::Result<()> {
    if province {
        out.file("province.toml", of_province(scope))?;
    }
    for (directory, place) in districts {
        district(directory, place, scope, out)?;
    }
    Ok(())
}

fn of_province(scope: &Scope) -> String {
    let mut file = Toml::new();
    file.text("name", facts::PROVINCE).text("code", facts::PROVINCE_CODE);
    if let Some(day) = scope.known(ymd(2016, 11, 20)) {
        file.document("agreement_template", "05-HD/BTCTU", day);
    }
    file.day("agreement_review", scope.known(ymd(2018, 5, 18)));
    file.day("mid_review", scope.known(ymd(2018, 12, 14)));
    file.day("final_review", scope.known(ymd(2020, 12, 11)));
    file.finish()
}

fn district(directory: &str, place: &District, scope: &Scope, out: &Out<'_>) -> io::Result<()> {
    let mut dice = Dice::of(scope.seed, place.id, "district");
    // One district in six has its plan rolled out only after the year.
    let limit = if dice.chance(160) { ymd(2017, 2, 20) } else { ymd(2016, 12, 28) };
    let decided = dice.day(Span { from: ymd(2016, 11, 8), until: ymd(2016, 11, 25) });
    let rolled_out = dice.day(Span { from: plus_days(decided, 10), until: limit });
    let guidance = dice.day(Span { from: decided, until: ymd(2016, 12, 15) });
    let number = dice.between(20, 60);
    let mut file = Toml::new();
    file.text("name", place.name).word("kind", place.kind).text("code", place.code);
    if let Some(day) = scope.known(decided) {
        file.document("plan", &format!("{number}-KH/HU"), day);
    }
    file.day("rolled_out", scope.known(rolled_out));
    if let Some(day) = scope.known(guidance) {
        file.document("agreement_guidance", &format!("{:02}-HD/HU", number / 4), day);
    }
    out.file(&join(directory, "district.toml"), file.finish())?;
    for year in scope.years().filter(|year| *year > 2016) {
        let mut dice = Dice::of(scope.seed, place.id, &format!("year {year}"));
        let conference = dice.day(Span { from: ymd(year, 12, 18), until: ymd(year, 12, 29) });
        let text = Toml::new().put("conference", conference).finish();
        out.file(&join(directory, &format!("{year}/year.toml")), text)?;
    }
    Ok(())
}
