//! `chibo agreement`: a coordination agreement as a document.

use crate::{
    cli::{AgreementArgs, Globals},
    command::{
        Exit, Failure, Workplace,
        paper::{Named, Printed, errors_in, look, no_such_record, open_at, put_out, unreadable},
        upper,
    },
    context::Context,
    io::Io,
    lang::Words,
    paper::agreement::{Deed, Guidance},
    register::{discover::UnitDir, upper::Upper},
    unit::{UnitLevel, join},
};

const AN_AGREEMENT: Words = Words::new(
    "quy chế phối hợp (agreements/<thôn>-<ngày ký>.toml của xã)",
    "coordination agreement (agreements/<village>-<signed>.toml of a commune)",
);

pub(super) fn run(globals: &Globals, args: &AgreementArgs, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let Named { place, path, unit } = open_at(globals, &args.file, io)?;
    let guidance = guidance(&place.ctx, &unit);
    let printed = compose(&place, args, (&path, &unit), guidance.as_ref(), io)?;
    put_out(&place, &printed, &args.out, io)
}

fn compose(
    place: &Workplace,
    args: &AgreementArgs,
    (path, unit): (&str, &UnitDir),
    district: Option<&Guidance>,
    io: &Io<'_>,
) -> Result<Printed, Failure> {
    look(place, unit, |commune, findings| {
        let files = ["commune.toml", "villages.csv", "officials.csv"].map(|file| join(&unit.id, file));
        let paths: Vec<&str> = files.iter().map(String::as_str).chain([path]).collect();
        let errors = errors_in(findings, &paths);
        let Some(agreement) = commune.agreements.iter().find(|agreement| agreement.source.path == path) else {
            return Err(match commune.unread_agreements.iter().any(|unread| unread.path == path) {
                true => unreadable(place, io, &errors),
                false => no_such_record(&args.file.display().to_string(), place.ctx.lang, AN_AGREEMENT),
            });
        };
        let deed = Deed { commune, agreement, district, lang: args.out.lang };
        Ok(Printed { document: deed.compose(), has_names: deed.who().has_names(), errors })
    })
}

/// The guidance of the district above a commune, where the register has it.
fn guidance(ctx: &Context, commune: &UnitDir) -> Option<Guidance> {
    let above = commune.id.rsplit_once('/').map_or("", |(above, _)| above);
    if commune.level != UnitLevel::Commune || commune.id.is_empty() {
        return None;
    }
    let unit = UnitDir { id: above.into(), level: UnitLevel::District };
    upper::read(ctx, &unit, |upper| {
        let Upper::District(district) = upper else { return None };
        let file = district.file.get()?;
        let paper = file.agreement_guidance.get()?;
        Some(Guidance {
            number: paper.number.get()?.to_string(),
            date: paper.date.copied()?.0,
            committee: format!("{} {}", file.kind.committee(), file.name.trim()),
        })
    })
}
