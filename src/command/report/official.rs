//! The report of a Party committee in the official form: who issues it, and what is called how, read for it.

use std::sync::Arc;

use crate::{
    board::Board,
    command::{Failure, upper},
    context::Context,
    date::Date,
    document::docx,
    judge::over_papers,
    paper::head,
    parse::Vocabulary,
    places,
    records::{district::DistrictKind, village::VillageRow},
    register::{Commune, Record, discover::UnitDir, upper::Upper},
    render::official::{self, Called, Names, Office},
    unit::UnitLevel,
};

/// The bytes of the Word file.
pub(super) fn write(ctx: &Context, unit: &UnitDir, board: &Board) -> Result<Vec<u8>, Failure> {
    let named: Vec<Named> = over_papers(ctx, unit, |commune| named(commune, ctx.as_of));
    let office = office(ctx, unit, named.first());
    let mut names: Names = named.into_iter().flat_map(|named| named.units).collect();
    if unit.level == UnitLevel::Province {
        let districts = board.children.iter().filter_map(|(id, _)| Some((Arc::clone(id), district(ctx, id)?.whole())));
        names.extend(districts);
    }
    let document = official::compose(ctx.lang, board, &office, &names);
    Ok(docx::write(&document).map_err(anyhow::Error::from)?)
}

/// A commune as its papers name it, with its cells and villages.
struct Named {
    own: Option<Called>,
    code: Option<String>,
    units: Vec<(Arc<str>, String)>,
}

fn named(commune: &Commune<'_>, day: Date) -> Named {
    let village = |village: &Record<'_, VillageRow<'_>>| {
        let (id, name) = (&**village.id, village.name.trim());
        (format!("{}#{id}", commune.unit).into(), name.to_owned())
    };
    let cells = commune.cells.iter().map(|cell| (Arc::clone(&cell.unit), head::name(cell, day)));
    let own = head::with_kind(commune, day).map(|name| (Arc::clone(&commune.unit), name));
    let file = commune.file.get();
    Named {
        own: file.map(|file| {
            let (name, former) = head::called(&file.name, &file.names, day);
            Called::new(former.unwrap_or(file.kind.word()), name)
        }),
        code: file.and_then(|file| file.code.get()).map(|code| code.trim().to_owned()),
        units: own.into_iter().chain(cells).chain(commune.villages.rows.iter().map(village)).collect(),
    }
}

fn office(ctx: &Context, unit: &UnitDir, first: Option<&Named>) -> Office {
    let province = || Called::new("tỉnh", places::PROVINCE);
    let (own, above) = match unit.level {
        UnitLevel::Province => (Some(province()), None),
        UnitLevel::District => (district(ctx, &unit.id), Some(province())),
        UnitLevel::Commune | UnitLevel::Cell | UnitLevel::Village => {
            let commune = first.filter(|_| unit.level == UnitLevel::Commune);
            let above = match unit.id.rsplit_once('/') {
                Some((above, _)) => district(ctx, above),
                None if !unit.id.is_empty() => district(ctx, ""),
                // A register of one commune says by its code where it lies.
                None => commune.and_then(|commune| by_code(commune.code.as_deref()?)),
            };
            (commune.and_then(|commune| commune.own.clone()), above)
        }
    };
    Office { level: unit.level, own, above }
}

fn district(ctx: &Context, id: &str) -> Option<Called> {
    upper::read(ctx, &UnitDir { id: id.into(), level: UnitLevel::District }, |upper| {
        let Upper::District(district) = upper else { return None };
        let file = district.file.get()?;
        let (name, former) = head::called(&file.name, &file.names, ctx.as_of);
        Some(Called::new(former.unwrap_or(file.kind.word()), name))
    })
}

fn by_code(code: &str) -> Option<Called> {
    let district = places::communes().into_iter().find(|commune| commune.code == code)?.district;
    let kind: DistrictKind = district.kind;
    Some(Called::new(kind.word(), district.name))
}
