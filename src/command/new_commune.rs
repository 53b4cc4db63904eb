//! `chibo new-commune`: a commune of the province's list, or one that came later, with its district where that is not
//! there yet.

use crate::{
    cli::{Globals, NewCommuneArgs},
    command::{
        Exit, Failure, Workplace,
        change::{self, Change, Told},
        new_unit::{self, NewVillage, directory},
        open, typed,
    },
    io::Io,
    lang::{Lang, say},
    parse::{Problems, Vocabulary, toml_reader},
    places::{self, communes, communes_named, districts_named},
    records::{commune::CommuneKind, district::DistrictFile},
    register::{discover::UnitDir, open::scope},
    source::Source,
    text::{nearest, one_line, search_key},
    unit::{UnitLevel, join},
};

pub(super) fn run(globals: &Globals, args: &NewCommuneArgs, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let place = open(&Globals { as_of: None, ..globals.clone() }, io)?;
    let (ctx, lang) = (&place.ctx, place.ctx.lang);
    let file_lang = ctx.settings.lang.unwrap_or(lang);
    if ctx.root_level > UnitLevel::District {
        let here = ctx.root_level.label().of(lang);
        return Err(Failure::Usage(say!(
            lang,
            "đây là sổ của một {here}, không thêm xã được; sổ nhiều xã là sổ của huyện hoặc tỉnh",
            "this is the register of one {here}, to which no commune can be added; that of a district or province holds many"
        )));
    }
    let wanted = wanted(&place, args, lang)?;
    let villages = named_villages(&args.villages, lang)?;
    let mut changes = Vec::new();
    let district = UnitDir { id: wanted.district.clone().into(), level: UnitLevel::District };
    if let Some(new) = wanted.new_district {
        let file = new_unit::district(new.name, new.kind, Some(new.code), file_lang);
        changes.push(Change::new_file(&district, file.claim, &file.name, file.text));
    }
    let unit = UnitDir { id: join(&district.id, &wanted.id).into(), level: UnitLevel::Commune };
    let files = new_unit::commune(&wanted.name, wanted.kind, wanted.code, &villages, file_lang);
    let (new, kept) = new_unit::begin(&place, &unit, files, io)?;
    changes.extend(new);

    let Wanted { name, kind, code, .. } = &wanted;
    let mut told = Told::new(|lang| {
        let (kind, path) = (kind.word(), &unit.id);
        let code = code.map(|code| say!(lang, ", mã {code}", ", code {code}")).unwrap_or_default();
        say!(lang, "Thêm {kind} {name} ({path}{code})", "Added {kind} {name} ({path}{code})")
    });
    if let Some(new) = wanted.new_district {
        let (kind, name) = (new.kind.word(), new.name);
        told.notes.push(say!(lang, "thêm cả {kind} {name}", "{kind} {name} is added too"));
    }
    told.notes.extend(new_unit::kept_note(&kept, lang));
    let typed = typed(globals, &place, io);
    told.next = match villages.first() {
        Some(village) => {
            let (_, cell) = village.cell();
            format!("{} --in {}", typed.command_here(&format!("new-cell \"{}\"", cell.name)), typed.unit(&unit.id))
        }
        None => format!("{} --in {}", typed.command_here("new-cell \"Chi bộ thôn 1\""), typed.unit(&unit.id)),
    };
    change::carry_out(&place, changes, &told, &district.id, args.dry_run, io)
}

/// The commune to write.
#[derive(Debug)]
struct Wanted {
    /// The path of the district; empty at its own root.
    district: String,
    /// Of the list, where the register has no directory of it yet.
    new_district: Option<places::District>,
    id: String,
    name: String,
    kind: CommuneKind,
    code: Option<&'static str>,
}

fn wanted(place: &Workplace, args: &NewCommuneArgs, lang: Lang) -> Result<Wanted, Failure> {
    let typed = one_line(&args.name);
    let (path, district) = district(place, args, lang)?;
    let all = communes_named(&typed);
    let found: Vec<places::Commune> =
        all.iter().copied().filter(|found| district.is_none_or(|district| found.district == district)).collect();
    if found.is_empty()
        && let Some(kind) = args.kind
    {
        let name = places::without_kind(&typed, kind.word());
        return unlisted(args, path, district, &name, kind, lang);
    }
    let commune = one(&typed, &found, &all, lang)?;
    let (path, new_district) = match path {
        Some(path) => (path, district.filter(|_| false)),
        None => {
            let there = place.ctx.root.join(commune.district.id).join(UnitLevel::District.marker()).exists();
            (commune.district.id.to_owned(), (!there).then_some(commune.district))
        }
    };
    Ok(Wanted {
        district: path,
        new_district,
        id: args.id.clone().unwrap_or_else(|| commune.id.to_owned()),
        name: commune.name.to_owned(),
        kind: args.kind.unwrap_or(commune.kind),
        code: Some(commune.code),
    })
}

/// One that the list lacks.
fn unlisted(
    args: &NewCommuneArgs,
    path: Option<String>,
    listed: Option<places::District>,
    name: &str,
    kind: CommuneKind,
    lang: Lang,
) -> Result<Wanted, Failure> {
    let new_district = listed.filter(|_| path.is_none());
    let Some(district) = path.or_else(|| listed.map(|district| district.id.to_owned())) else {
        return Err(Failure::Usage(say!(
            lang,
            "xã `{name}` không có trong danh sách nên chưa rõ thuộc huyện nào; thêm --in HUYỆN",
            "`{name}` is not in the list, so its district is not known; add --in DISTRICT"
        )));
    };
    let Some(id) = args.id.clone().or_else(|| directory(name)) else {
        return Err(Failure::Usage(say!(
            lang,
            "tên `{name}` không đặt được thành tên thư mục; thêm --id",
            "the name `{name}` makes no name of a directory; add --id"
        )));
    };
    Ok(Wanted { district, new_district, id, name: name.to_owned(), kind, code: None })
}

/// The one commune of a name. `all` are those of the name in every district.
pub(super) fn one(
    typed: &str,
    found: &[places::Commune],
    all: &[places::Commune],
    lang: Lang,
) -> Result<places::Commune, Failure> {
    let in_district = |commune: &places::Commune| {
        let (kind, name, district) = (commune.kind.word(), commune.name, commune.district.name);
        format!("{kind} {name} ({district})")
    };
    let list = |communes: &[places::Commune]| communes.iter().map(in_district).collect::<Vec<_>>().join(", ");
    Err(Failure::Usage(match (found, all) {
        ([one], _) => return Ok(*one),
        ([], []) => {
            let keys: Vec<String> = communes().iter().map(|commune| search_key(commune.name)).collect();
            let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
            let near = nearest(&search_key(typed), &keys).map(communes_named).unwrap_or_default();
            let near = if near.is_empty() {
                String::new()
            } else {
                let near = list(&near);
                say!(lang, "; có phải là {near}?", "; did you mean {near}?")
            };
            say!(
                lang,
                "danh sách của tỉnh không có xã `{typed}`{near}; xã lập sau năm 2016 thì thêm --kind xa, phuong hoặc thi-tran",
                "the list of the province has no commune `{typed}`{near}; for one that came after 2016 add --kind xa, phuong or thi-tran"
            )
        }
        ([], elsewhere) => {
            let elsewhere = list(elsewhere);
            say!(
                lang,
                "huyện này không có xã `{typed}`; danh sách có: {elsewhere}",
                "this district has no commune `{typed}`; the list has: {elsewhere}"
            )
        }
        (several, _) => {
            let several = list(several);
            say!(
                lang,
                "có nhiều xã tên `{typed}`: {several}; thêm --in HUYỆN",
                "several communes are called `{typed}`: {several}; add --in DISTRICT"
            )
        }
    }))
}

/// The district of the register in which the commune is to stand, and of the list, as far as they are told.
fn district(
    place: &Workplace,
    args: &NewCommuneArgs,
    lang: Lang,
) -> Result<(Option<String>, Option<places::District>), Failure> {
    let ctx = &place.ctx;
    let Some(named) = &args.district else {
        let mut unit = scope(ctx, &place.here, &[])?.remove(0);
        if unit.level > UnitLevel::District {
            let district =
                if ctx.root_level == UnitLevel::District { "" } else { unit.id.split('/').next().unwrap_or_default() };
            unit = UnitDir { id: district.into(), level: UnitLevel::District };
        }
        let stands = unit.level == UnitLevel::District;
        return Ok(if stands { (Some(unit.id.to_string()), listed(place, &unit)) } else { (None, None) });
    };
    match (scope(ctx, &place.here, std::slice::from_ref(named)), districts_named(named).as_slice()) {
        (Ok(units), _) if units[0].level == UnitLevel::District => {
            Ok((Some(units[0].id.to_string()), listed(place, &units[0])))
        }
        (_, [district]) if ctx.root_level == UnitLevel::Province => {
            let unit = UnitDir { id: district.id.into(), level: UnitLevel::District };
            let there = ctx.root.join(district.id).join(unit.level.marker()).exists();
            Ok((there.then(|| district.id.to_owned()), Some(*district)))
        }
        _ => Err(Failure::Usage(say!(
            lang,
            "không có huyện `{named}` trong sổ hay trong danh sách của tỉnh",
            "there is no district `{named}` in the register or in the list of the province"
        ))),
    }
}

/// A district of the register in the list, by its code, else by its name.
fn listed(place: &Workplace, unit: &UnitDir) -> Option<places::District> {
    let source = Source::read(&place.ctx.root, join(&unit.id, unit.level.marker())).ok()?;
    let problems = Problems::new(place.ctx.lang, &source);
    let file = toml_reader::read::<DistrictFile<'_>>(&source.text, &problems)?;
    let by_code = |district: &places::District| file.code.get().is_some_and(|code| **code == *district.code);
    let by_name = || districts_named(&file.name).first().copied();
    places::districts().into_iter().find(by_code).or_else(by_name)
}

/// Villages by name, each with an id of its own.
pub(super) fn named_villages(names: &[String], lang: Lang) -> Result<Vec<NewVillage>, Failure> {
    let mut villages: Vec<NewVillage> = Vec::new();
    for name in names {
        let village = NewVillage::named(name).filter(|new| villages.iter().all(|other| other.id != new.id));
        villages.push(village.ok_or_else(|| {
            Failure::Usage(say!(
                lang,
                "tên thôn `{name}` không đặt được thành mã riêng; ghi tên khác, ví dụ \"Thôn 1\"",
                "the village's name `{name}` makes no id of its own; give another, for example \"Thôn 1\""
            ))
        })?);
    }
    Ok(villages)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(typed: &str, found: &[places::Commune], all: &[places::Commune]) -> String {
        match one(typed, found, all, Lang::En) {
            Err(Failure::Usage(text)) => text,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_name_of_two_districts_asks_for_the_district() {
        // The list has no such pair; another province's has.
        let (one, other) = (communes_named("xuân quan"), communes_named("mễ sở"));
        let both =
            [one[0], places::Commune { name: "Xuân Quan", district: communes_named("ân thi")[0].district, ..other[0] }];
        let text = refusal("xuân quan", &both, &both);
        assert_eq!(
            text,
            "several communes are called `xuân quan`: xã Xuân Quan (Văn Giang), xã Xuân Quan (Ân Thi); add --in DISTRICT"
        );
        assert!(refusal("xuân quan", &[], &one).contains("this district has no commune `xuân quan`"));
        assert!(refusal("xuan qaun", &[], &[]).contains("did you mean xã Xuân Quan (Văn Giang)?"));
        assert!(!refusal("qqqqqq", &[], &[]).contains("did you mean"));
    }
}
