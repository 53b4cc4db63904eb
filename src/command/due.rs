//! `chibo due`: what is to be done now.

use chrono::Datelike;

use crate::{
    cli::{DueArgs, DueFormat, Globals},
    command::{Exit, Failure, deliver, open},
    due::{self, Due},
    io::Io,
    judge::{Wanted, judge, over_communes},
    register::open::scope,
    render::due as render,
    unit::{UnitLevel, within},
};

pub(super) fn run(globals: &Globals, args: &DueArgs, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let place = open(globals, io)?;
    let ctx = &place.ctx;
    let year = ctx.as_of.year();
    let years = if ctx.reference_date(year).is_some() { vec![year] } else { Vec::new() };
    let wanted = Wanted {
        shortfall_years: years.clone(),
        years,
        keep: UnitLevel::Commune,
        digest: false,
        trace: None,
        ahead: true,
        only: None,
    };
    let (mut list, mut broken): (Vec<Due>, bool) = (Vec::new(), false);
    for unit in scope(ctx, &place.here, &args.units)? {
        let judged = judge(ctx, &unit, &wanted);
        broken |= judged.units.iter().flat_map(|unit| &unit.years).any(|year| year.left_out_records > 0);
        list.extend(judged.findings.iter().filter_map(|finding| due::of_finding(ctx, finding)));
        let ahead = over_communes(ctx, &unit, |commune, _| due::ahead(ctx, commune));
        list.extend(ahead.into_iter().flatten().filter(|due| within(&due.unit, &unit.id)));
    }
    list.sort();
    list.dedup();
    let text = match args.format {
        DueFormat::List => render::list(ctx.lang, ctx.as_of, &list),
        DueFormat::Csv => render::csv(ctx.lang, &list),
        DueFormat::Json => render::json(ctx.lang, ctx.as_of, &list),
    };
    deliver(&text, args.output.as_deref(), args.force, ctx.lang, io)?;
    Ok(if broken { Exit::Findings } else { Exit::Fine })
}
