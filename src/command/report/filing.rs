//! Figures that are filed, and what has changed since.

use std::path::Path;

use crate::{
    cli::{ReportArgs, Time},
    command::{Failure, deliver::there_already, make, plan_year, save},
    context::Context,
    filed::{Filed, InCommunes, State, otherwise, path_of},
    io::Io,
    judge::{Traced, Wanted, Witness, judge},
    lang::{Lang, say},
    register::discover::UnitDir,
    render::Paths,
    report::{Since, YearReport},
    unit::UnitLevel,
};

/// Whether a report is kept or compared, and so needs to know on which records it rests.
pub(super) fn is_asked(args: &ReportArgs) -> bool {
    args.file || args.against.is_some()
}

/// Refuses what cannot be filed or compared, before anything is counted.
pub(super) fn possible(ctx: &Context, args: &ReportArgs, units: &[UnitDir], io: &Io<'_>) -> Result<(), Failure> {
    let (Time::Year(year), true) = (args.time, is_asked(args)) else { return Ok(()) };
    let (year, lang) = (plan_year(ctx, year)?, ctx.lang);
    let [unit] = units else {
        return Err(Failure::Usage(say!(
            lang,
            "--file và --against dùng cho một đơn vị mỗi lần",
            "--file and --against are for one unit at a time"
        )));
    };
    if !args.targets.is_empty() {
        return Err(Failure::Usage(say!(
            lang,
            "--file và --against tính mọi chỉ tiêu; bỏ --target",
            "--file and --against are of all targets; leave --target out"
        )));
    }
    if args.file { can_be_kept(ctx, args, (unit, year), io) } else { Ok(()) }
}

fn can_be_kept(ctx: &Context, args: &ReportArgs, (unit, year): (&UnitDir, i32), io: &Io<'_>) -> Result<(), Failure> {
    let lang = ctx.lang;
    if unit.level > UnitLevel::Commune && !unit.id.is_empty() {
        return Err(Failure::Usage(say!(
            lang,
            "số liệu được chốt từ cấp xã trở lên",
            "figures are filed by communes and the units above them"
        )));
    }
    if ctx.reference_date(year).is_none() {
        return Err(Failure::Usage(say!(
            lang,
            "năm {year} nằm ngoài thời gian của sổ dữ liệu: không có gì để chốt",
            "{year} lies outside the time of the register: there is nothing to file"
        )));
    }
    let path = path_of(&unit.id, year);
    if !ctx.root.join(&path).exists() {
        return Ok(());
    }
    let shown = Paths::new(&ctx.root, &io.working_dir).show(&path);
    // Whoever wants the report's file written over need not want that of what was sent.
    if args.output.is_some() {
        return Err(Failure::Usage(say!(
            lang,
            "{shown} đã có: bỏ --file; muốn chốt lại thì chạy riêng --file --force, không kèm -o",
            "{shown} exists already: leave --file out; to file anew, run --file --force apart, without -o"
        )));
    }
    if args.force { Ok(()) } else { Err(there_already(&shown, lang)) }
}

/// Compares a report with what was filed; gives what is to be kept once the report is delivered, where that is asked for.
pub(super) fn run(
    ctx: &Context,
    args: &ReportArgs,
    units: &[UnitDir],
    (report, witnesses): (&mut YearReport, &[Witness]),
    io: &Io<'_>,
) -> Result<Option<Filed>, Failure> {
    let ([unit], true) = (units, is_asked(args)) else { return Ok(None) };
    let lang = ctx.lang;
    let now = Filed::new(report, &unit.id, &State::of(ctx, unit, report.year), witnesses);
    if let Some(file) = &args.against {
        let shown = file.display().to_string();
        let path = io.working_dir.join(file);
        let was = Filed::read(&path, lang).map_err(|reason| Failure::Work(anyhow::anyhow!("{shown}: {reason}")))?;
        matches(lang, &shown, &was, &now)?;
        report.since = Some(Since {
            file: shown,
            reference: was.reference.clone(),
            changes: was.changes(&now, &in_communes(ctx, &was, &now)),
        });
    }
    Ok(args.file.then_some(now))
}

/// What is otherwise in the communes of a unit above them. Only those are read again.
fn in_communes(ctx: &Context, was: &Filed, now: &Filed) -> InCommunes {
    let mut found = InCommunes::default();
    let wanted = Wanted {
        years: vec![now.year],
        shortfall_years: Vec::new(),
        keep: UnitLevel::Commune,
        digest: false,
        trace: Traced::Every,
        ahead: false,
        only: None,
    };
    for (id, sums) in was.communes_otherwise(now) {
        let commune = UnitDir { id: id.into(), level: UnitLevel::Commune };
        found.otherwise.insert(id.to_owned(), otherwise(ctx, &commune, &sums, now.year));
        found.witnesses.append(&mut judge(ctx, &commune, &wanted).evidence);
    }
    found
}

/// What is compared must be of the same unit and year.
fn matches(lang: Lang, shown: &str, was: &Filed, now: &Filed) -> Result<(), Failure> {
    if (was.unit.as_str(), was.year) == (now.unit.as_str(), now.year) {
        return Ok(());
    }
    let of = |filed: &Filed| format!("`{}`, {}", if filed.unit.is_empty() { "." } else { &filed.unit }, filed.year);
    let (filed, asked) = (of(was), of(now));
    Err(Failure::Usage(say!(
        lang,
        "{shown} là số liệu của {filed}; báo cáo này là của {asked}",
        "{shown} holds the figures of {filed}; this report is of {asked}"
    )))
}

/// Keeps what was filed beside the unit's records: last, so that nothing is filed of which there is no report.
pub(super) fn keep(ctx: &Context, args: &ReportArgs, filed: Option<&Filed>, io: &mut Io<'_>) -> Result<(), Failure> {
    let Some(filed) = filed else { return Ok(()) };
    let lang = ctx.lang;
    let path = path_of(&filed.unit, filed.year);
    let file = Path::new(&path);
    // A province or district may have no record of its own of the year.
    if let Some(directory) = file.parent() {
        make(&ctx.root, directory, lang)?;
    }
    save(&ctx.root, file, filed.text().as_bytes(), args.force && args.output.is_none(), lang)?;
    let shown = Paths::new(&ctx.root, &io.working_dir).show(&path);
    io.complain(&say!(
        lang,
        "đã chốt số liệu vào {shown}; đưa vào git: git add {shown}\n",
        "filed the figures in {shown}; put it into git: git add {shown}\n"
    ));
    Ok(())
}
