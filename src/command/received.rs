//! `chibo received`: who has sent what.

use crate::{
    cli::{Globals, ReceivedArgs, ReceivedFormat},
    command::{Exit, Failure, deliver, no_village, open, plan_year, report::settings_are_sound},
    io::Io,
    judge::over_communes,
    received::{self, CellMonths, Sent},
    register::open::scope,
    render::received as render,
    unit::UnitLevel,
    watch::Stage,
};

pub(super) fn run(globals: &Globals, args: &ReceivedArgs, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let place = open(globals, io)?;
    let ctx = &place.ctx;
    settings_are_sound(&place)?;
    let year = plan_year(ctx, args.year)?;
    let mut cells: Vec<CellMonths> = Vec::new();
    for unit in scope(ctx, &place.here, &args.units)? {
        let found = over_communes(ctx, &unit, |commune, report| {
            let is_there = commune.villages.unread || commune.units().any(|known| known == unit.id);
            (is_there, received::of_commune(ctx, commune, &report.findings, year))
        });
        if unit.level == UnitLevel::Village && !found.iter().any(|(is_there, _)| *is_there) {
            return Err(no_village(ctx, &unit.id));
        }
        cells.extend(found.into_iter().flat_map(|(_, cells)| cells).filter(|cell| cell.is_of(&unit.id)));
    }
    let composing = ctx.watch.stage(Stage::Composing);
    cells.sort_by(|a, b| a.unit.cmp(&b.unit));
    cells.dedup_by(|a, b| a.unit == b.unit);
    // A file is as wide as its content; a terminal as it is.
    let width = if args.output.is_some() { None } else { io.width };
    let text = match (args.format, args.by_commune) {
        (ReceivedFormat::Table, by) => render::table(ctx.lang, year, &cells, by, width),
        (ReceivedFormat::Markdown, by) => render::markdown(ctx.lang, year, &cells, by),
        (ReceivedFormat::Csv, _) => render::csv(&cells, args.by_commune),
        (ReceivedFormat::Json, _) => render::json(year, &cells, args.by_commune),
    };
    drop(composing);
    deliver(&text, args.output.as_deref(), args.force, ctx.lang, io)?;
    let broken = cells.iter().flat_map(|cell| &cell.months).any(|(_, sent)| *sent == Sent::WithErrors);
    Ok(if broken { Exit::Findings } else { Exit::Fine })
}
