//! Which cell the record is for: the one that is named, or stood in, or the only one; else it is asked.

use crate::{
    command::{
        Failure, Workplace,
        ask::{Answer, Asker},
        no_village,
    },
    finding::Report,
    judge::commune_of,
    lang::say,
    records::cell::villages,
    register::{
        Cell, build,
        discover::{UnitDir, list},
        load::load,
        open::scope,
    },
    render::Paths,
    unit::UnitLevel,
};

/// So many cells are named in a message; the rest is counted.
const NAMED: usize = 10;

/// The cell, and whether it was asked for.
pub(in crate::command) struct Chosen {
    pub(in crate::command) unit: UnitDir,
    pub(in crate::command) asked: bool,
}

/// `command` is the one that asks, for the example in a refusal.
pub(in crate::command) fn choose(
    place: &Workplace,
    named: Option<&str>,
    asker: Option<&Asker>,
    command: &str,
) -> Result<Chosen, Failure> {
    let given = |unit| Chosen { unit, asked: false };
    let ctx = &place.ctx;
    let names: Vec<String> = named.map(str::to_owned).into_iter().collect();
    let unit = scope(ctx, &place.here, &names)?.remove(0);
    if unit.level == UnitLevel::Cell {
        return Ok(given(unit));
    }
    let mut cells = cells_of(place, &unit)?;
    if named.is_none() && cells.len() == 1 {
        return Ok(given(cells.remove(0)));
    }
    let paths = Paths::new(&ctx.root, &place.here);
    let shown: Vec<String> = cells.iter().map(|cell| paths.show(&cell.id)).collect();
    if let (None, Some(asker), false) = (named, asker, cells.is_empty()) {
        let message = say!(ctx.lang, "Chi bộ nào?", "Which cell?");
        return match asker.choose(&message, &shown, 0)? {
            Answer::Said(chosen) => Ok(Chosen { unit: cells.remove(chosen), asked: true }),
            Answer::Back | Answer::Left => Err(asker.left()),
        };
    }
    Err(Failure::Usage(no_cell(ctx.lang, &unit, named, &shown, command)))
}

/// The cells below the unit; of a village those that lead it, whenever that was.
fn cells_of(place: &Workplace, unit: &UnitDir) -> Result<Vec<UnitDir>, Failure> {
    let ctx = &place.ctx;
    let mut unheard = Report::new(ctx);
    let top = if unit.level == UnitLevel::Village { commune_of(ctx, unit) } else { unit.clone() };
    let listing = list(ctx, &top, UnitLevel::Cell, &mut unheard);
    let mut cells: Vec<UnitDir> = listing.units.iter().filter(|unit| unit.level == UnitLevel::Cell).cloned().collect();
    if let Some((_, village)) = unit.id.split_once('#') {
        let loaded = load(&listing, &mut unheard);
        let commune = build::commune(&top, &listing, &loaded, &mut unheard);
        if commune.village(village).is_missing() {
            return Err(no_village(ctx, &unit.id));
        }
        let leads = |cell: &Cell<'_>| villages(&cell.file).any(|id| id == village);
        cells.retain(|unit| commune.cells.iter().any(|cell| cell.unit == unit.id && leads(cell)));
    }
    Ok(cells)
}

fn no_cell(lang: crate::lang::Lang, unit: &UnitDir, named: Option<&str>, cells: &[String], command: &str) -> String {
    let level = unit.level.label().of(lang);
    let Some(first) = cells.first() else {
        return say!(
            lang,
            "{level} này chưa có chi bộ nào trong sổ",
            "there is no cell in the register below this {level}"
        );
    };
    let more = cells.len().saturating_sub(NAMED);
    let list = cells.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
    let more = if more == 0 { String::new() } else { say!(lang, " và {more} chi bộ nữa", " and {more} more") };
    match named {
        Some(named) => say!(
            lang,
            "`{named}` là {level}, không phải chi bộ; chọn một trong: {list}{more}",
            "`{named}` is a {level}, not a cell; choose one of: {list}{more}"
        ),
        None => say!(
            lang,
            "chưa rõ chi bộ nào; ghi chi bộ sau tên lệnh, như: chibo {command} {first}; có: {list}{more}",
            "which cell is not clear; name it after the command, as in: chibo {command} {first}; there are: {list}{more}"
        ),
    }
}
