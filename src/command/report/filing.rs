//! Figures that are filed, and what has changed since.

use std::path::Path;

use crate::{
    cli::ReportArgs,
    command::{Failure, make, save},
    context::Context,
    filed::{Filed, InCommunes, State, otherwise, path_of},
    io::Io,
    judge::{Traced, Wanted, Witness, judge},
    lang::{Lang, say},
    register::discover::UnitDir,
    report::{Since, YearReport},
    unit::UnitLevel,
};

/// Whether a report is kept or compared, and so needs to know on which records it rests.
pub(super) fn is_asked(args: &ReportArgs) -> bool {
    args.file || args.against.is_some()
}

/// Compares a report with what was filed, and keeps it where that is asked for.
pub(super) fn run(
    ctx: &Context,
    args: &ReportArgs,
    units: &[UnitDir],
    (report, witnesses): (&mut YearReport, &[Witness]),
    io: &mut Io<'_>,
) -> Result<(), Failure> {
    if !is_asked(args) {
        return Ok(());
    }
    let lang = ctx.lang;
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
    if args.file {
        keep(ctx, args, unit, &now, io)?;
    }
    Ok(())
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

fn keep(ctx: &Context, args: &ReportArgs, unit: &UnitDir, now: &Filed, io: &mut Io<'_>) -> Result<(), Failure> {
    let lang = ctx.lang;
    if unit.level > UnitLevel::Commune && !unit.id.is_empty() {
        return Err(Failure::Usage(say!(
            lang,
            "số liệu được chốt từ cấp xã trở lên",
            "figures are filed by communes and the units above them"
        )));
    }
    if now.reference.is_empty() {
        return Err(Failure::Usage(say!(
            lang,
            "năm {} nằm ngoài thời gian của sổ dữ liệu: không có gì để chốt",
            "{} lies outside the time of the register: there is nothing to file",
            now.year
        )));
    }
    let path = path_of(&unit.id, now.year);
    let file = Path::new(&path);
    // A province or district may have no record of its own of the year.
    if let Some(directory) = file.parent() {
        make(&ctx.root, directory, lang)?;
    }
    save(&ctx.root, file, now.text().as_bytes(), args.force, lang)?;
    io.complain(&say!(
        lang,
        "đã chốt số liệu vào {path}; đưa vào git: git add {path}\n",
        "filed the figures in {path}; put it into git: git add {path}\n"
    ));
    Ok(())
}
