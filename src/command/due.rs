//! `chibo due`: what is to be done now.

use crate::{
    cli::{DueArgs, DueFormat, Globals},
    command::{Exit, Failure, deliver, open, report::settings_are_sound, typed},
    due::{self, Due},
    explanation,
    io::Io,
    judge::{Traced, Wanted, judge, over_communes},
    names,
    register::open::scope,
    render::{Typed, due as render},
    unit::{UnitLevel, within},
    watch::Stage,
};

pub(super) fn run(globals: &Globals, args: &DueArgs, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let place = open(globals, io)?;
    let ctx = &place.ctx;
    settings_are_sound(&place)?;
    let years = due::years(ctx);
    let wanted = Wanted {
        shortfall_years: years.clone(),
        years,
        keep: UnitLevel::Commune,
        digest: false,
        trace: Traced::Nothing,
        ahead: true,
        only: None,
    };
    let (mut list, mut broken): (Vec<Due>, bool) = (Vec::new(), false);
    for unit in scope(ctx, &place.here, &args.units)? {
        let mut judged = judge(ctx, &unit, &wanted);
        broken |= judged.units.iter().flat_map(|unit| &unit.years).any(|year| year.left_out_records > 0);
        explanation::apply(ctx, &judged.explanations, &unit.id, &mut judged.findings);
        list.extend(due::of_findings(ctx, &judged.findings));
        let ahead = over_communes(ctx, &unit, |commune, _| due::ahead(ctx, commune));
        list.extend(ahead.into_iter().flatten().filter(|due| within(&due.unit, &unit.id)));
    }
    list.extend(due::backup(ctx));
    let composing = ctx.watch.stage(Stage::Composing);
    due::settle(&mut list);
    // Names are for eyes alone: what programs read has ids.
    if globals.names && args.format == DueFormat::List {
        names::show(ctx, list.iter_mut().map(|due| (&due.unit, &mut due.what)));
    }
    let text = match args.format {
        DueFormat::List => render::list(ctx.lang, ctx.as_of, &list, args.first, &typed(globals, &place, io)),
        DueFormat::Csv => render::csv(ctx.lang, &list, &Typed::from_root(&ctx.root)),
        DueFormat::Json => render::json(ctx.lang, ctx.as_of, &list, &Typed::from_root(&ctx.root)),
    };
    drop(composing);
    deliver(&text, args.output.as_deref(), args.force, ctx.lang, io)?;
    Ok(if broken { Exit::Findings } else { Exit::Fine })
}
