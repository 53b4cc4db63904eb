//! Figures that were filed and are no longer what the records give, as findings.

use std::sync::Arc;

use rayon::prelude::*;

use super::{Filed, path_of};
use crate::{
    context::Context,
    date::{Span, parse_iso},
    finding::{Draft, Finding, Place, Report},
    judge::{Judgement, UnitFigures, Wanted, YearFigures},
    lang::{Words, say},
    number::group,
    render::Typed,
    rules::filed_figure_changed,
    targets,
};

/// Reports every figure of the units that were judged which is no longer what was sent.
pub(crate) fn check(ctx: &Context, judged: &Judgement, wanted: &Wanted, report: &mut Report<'_>) {
    for (unit, year, figures) in of_filed_years(ctx, judged, wanted) {
        let path = path_of(&unit.id, year);
        let file = ctx.root.join(&path);
        let filed = match Filed::read(&file, ctx.lang) {
            Ok(filed) => filed,
            Err(reason) => {
                let remedy = Words::new("chốt lại bằng --file --force", "file anew with --file --force");
                tell(&unit.id, &path, reason, report).remedy(remedy.of(ctx.lang).to_owned());
                continue;
            }
        };
        // What was filed in the middle of a year was another figure.
        let same_day = parse_iso(&filed.reference).is_some_and(|day| Some(day) == ctx.reference_date(year));
        if !same_day || year != filed.year {
            continue;
        }
        for figure in &filed.targets {
            let Some((index, target)) = targets::find(&figure.id) else { continue };
            let tally = figures.tallies[index];
            let (was, now) = ((figure.numerator, figure.denominator), (tally.numerator, tally.denominator));
            if was != now {
                let n = |count: u64| group(count, ctx.lang);
                let (was, now) = (format!("{}/{}", n(was.0), n(was.1)), format!("{}/{}", n(now.0), n(now.1)));
                let (title, id) = (target.title.of(ctx.lang), target.id);
                let message = say!(
                    ctx.lang,
                    "{title} (`{id}`), năm {year}: đã báo cáo {was}; nay {now}",
                    "{title} (`{id}`), {year}: reported {was}; now {now}"
                );
                tell(&unit.id, &path, message, report);
            }
        }
    }
}

/// The figures of the units and years that have some filed. Nearly none has, and to ask the system of each takes longer than
/// all that follows.
fn of_filed_years<'j>(
    ctx: &Context,
    judged: &'j Judgement,
    wanted: &Wanted,
) -> Vec<(&'j UnitFigures, i32, &'j YearFigures)> {
    let units = judged.units.par_iter().filter(|unit| !unit.id.contains('#'));
    let of_filed = units.flat_map_iter(|unit| {
        let years = wanted.years.iter().zip(&unit.years).map(move |(&year, figures)| (unit, year, figures));
        years.filter(|(_, year, _)| ctx.root.join(path_of(&unit.id, *year)).is_file())
    });
    of_filed.collect()
}

fn tell<'r>(unit: &Arc<str>, path: &str, message: String, report: &'r mut Report<'_>) -> Draft<'r> {
    report.add(&filed_figure_changed::RULE, unit, Place::path(path), message)
}

/// Gives a figure that is another now the command that says why, as it is typed where its reader stands.
pub(crate) fn remedies(ctx: &Context, findings: &mut [Finding], typed: &Typed) {
    let is_changed = |finding: &&mut Finding| finding.id == filed_figure_changed::RULE.id && finding.remedy.is_none();
    for finding in findings.iter_mut().filter(is_changed) {
        let year = finding.path.rsplit('/').nth(1).unwrap_or_default();
        // Figures of the middle of a year are compared with that day's.
        let day =
            year.parse().ok().and_then(|year| ctx.reference_date(year).filter(|day| *day < Span::year(year).until));
        let day = day.map(|day| format!(" --as-of {}", day.format("%Y-%m-%d"))).unwrap_or_default();
        let command = format!("{} --year {year}{day}", typed.command("report", &finding.unit));
        let file = typed.file(&finding.path);
        finding.remedy = Some(say!(
            ctx.lang,
            "xem vì sao bằng {command} --against {file}; chốt lại bằng {command} --file --force",
            "see why with {command} --against {file}; file anew with {command} --file --force"
        ));
    }
}
