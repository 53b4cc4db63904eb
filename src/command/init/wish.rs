//! What register is wanted, once everything that was missing has been asked or taken for granted.

use crate::{
    cli::{InitArgs, InitKind, init_kind},
    command::{
        Failure,
        new_cell::{told_kind, village_in},
        new_unit::{NewCell, NewVillage},
    },
    date::{self, Date},
    lang::{Lang, say},
    parse::Vocabulary,
    places::{self, communes, communes_named, districts, districts_named},
    records::{cell::CellKind, commune::CommuneKind, district::DistrictKind, settings::RootLevel},
    settings::plan_period,
    text::{one_line, search_key},
};

/// The word that stands for all units of the list.
pub(super) const ALL: &str = "all";

/// The register to write.
#[derive(Debug)]
pub(super) struct Wish {
    pub(super) root: Root,
    /// The first day of the records.
    pub(super) from: Date,
    today: Date,
}

/// The unit at the root, with those below it.
#[derive(Debug)]
pub(super) enum Root {
    Province {
        name: String,
        code: Option<&'static str>,
        districts: Vec<places::District>,
        communes: Vec<places::Commune>,
    },
    District {
        name: String,
        kind: DistrictKind,
        code: Option<&'static str>,
        communes: Vec<places::Commune>,
    },
    Commune {
        name: String,
        kind: CommuneKind,
        code: Option<&'static str>,
        villages: Vec<NewVillage>,
    },
    Cell(NewCell),
}

impl Wish {
    /// With level and name given; refused where one is missing.
    pub(super) fn of(args: &InitArgs, today: Date, lang: Lang) -> Result<Self, Failure> {
        let missing: Vec<&str> = [
            args.level.is_none().then_some("--level province|district|commune|cell"),
            args.name.is_none().then_some(match lang {
                Lang::Vi => "--name TÊN",
                Lang::En => "--name NAME",
            }),
        ]
        .into_iter()
        .flatten()
        .collect();
        let (Some(level), Some(name)) = (args.level, &args.name) else {
            let missing = missing.join(", ");
            return Err(Failure::Usage(say!(lang, "còn thiếu: {missing}", "these are missing: {missing}")));
        };
        let name = one_line(name.trim());
        let kind = args.kind.as_deref().map(|kind| init_kind(level, kind, lang)).transpose().map_err(Failure::Usage)?;
        if args.district.is_some() && level != RootLevel::Commune {
            return Err(Failure::Usage(say!(
                lang,
                "--district chỉ đi cùng --level commune",
                "--district goes with --level commune only"
            )));
        }
        let root = match level {
            RootLevel::Province => province(name, &args.units, lang)?,
            RootLevel::District => district(name, kind, &args.units, lang)?,
            RootLevel::Commune => commune(name, kind, args, lang)?,
            RootLevel::Cell => cell(name, kind, &args.units, lang)?,
        };
        Ok(Self { root, from: args.from.unwrap_or(today), today })
    }

    pub(super) const fn level(&self) -> RootLevel {
        match self.root {
            Root::Province { .. } => RootLevel::Province,
            Root::District { .. } => RootLevel::District,
            Root::Commune { .. } => RootLevel::Commune,
            Root::Cell(_) => RootLevel::Cell,
        }
    }

    pub(super) fn label(&self, lang: Lang) -> &'static str {
        self.level().label().of(lang)
    }

    pub(super) fn name(&self) -> &str {
        match &self.root {
            Root::Province { name, .. } | Root::District { name, .. } | Root::Commune { name, .. } => name,
            Root::Cell(cell) => &cell.name,
        }
    }

    /// With its kind in front.
    pub(super) fn full_name(&self) -> String {
        let name = self.name();
        match &self.root {
            Root::District { kind, .. } => format!("{} {name}", kind.word()),
            Root::Commune { kind, .. } => format!("{} {name}", kind.word()),
            Root::Province { .. } => format!("tỉnh {name}"),
            Root::Cell(_) => name.to_owned(),
        }
    }

    /// The command that goes on where something is still to be made.
    pub(super) fn next(&self) -> Option<String> {
        match &self.root {
            Root::Province { communes, .. } | Root::District { communes, .. } => communes.is_empty().then(|| {
                let is_here =
                    |one: &&places::Commune| self.level() == RootLevel::Province || one.district.name == self.name();
                let listed = places::communes();
                let example = listed.iter().find(is_here).map_or("TÊN-XÃ", |one| one.name);
                format!("new-commune \"{example}\"")
            }),
            Root::Commune { villages, .. } => villages.is_empty().then(|| "new-cell \"Chi bộ thôn 1\"".to_owned()),
            Root::Cell(_) => Some("member admit --admitted 1985 --already".to_owned()),
        }
    }

    pub(super) fn notes(&self, lang: Lang) -> Vec<String> {
        let (plan, from) = (plan_period(), date::show(self.from, lang));
        let until = date::show(plan.until, lang);
        let mut notes = Vec::new();
        if self.from > plan.until {
            notes.push(say!(
                lang,
                "sổ bắt đầu từ {from}, sau ngày kết thúc Đề án ({until}), nên chưa chỉ tiêu nào được tính; nhập sổ cũ thì sửa from ở [records] của chibo.toml, Đề án kéo dài thì sửa until ở [plan]",
                "the records begin on {from}, after the plan's end ({until}), so no target is counted; for older records mend from under [records] in chibo.toml, for a longer plan until under [plan]"
            ));
        } else if self.from < self.today {
            notes.push(say!(
                lang,
                "sổ bắt đầu từ {from}: chibo check sẽ nêu những gì từ ngày ấy chưa có trong sổ",
                "the records begin on {from}: chibo check will tell what they lack since then"
            ));
        }
        if let Root::Commune { code: None, name, .. } = &self.root {
            notes.push(say!(
                lang,
                "danh sách của tỉnh không có đúng một xã tên {name}, nên chưa ghi mã đơn vị hành chính (code trong commune.toml)",
                "the list of the province has not exactly one commune called {name}, so its code is not filled in (code in commune.toml)"
            ));
        }
        notes
    }
}

fn unknown(name: &str, lang: Lang) -> Failure {
    Failure::Usage(say!(
        lang,
        "danh sách của tỉnh không có `{name}`; đơn vị khác thì thêm sau khi lập sổ, bằng chibo new-commune TÊN --kind LOẠI",
        "the list of the province has no `{name}`; add another unit once the register is there, with chibo new-commune NAME --kind KIND"
    ))
}

fn is_all(units: &[String]) -> bool {
    matches!(units, [one] if one == ALL)
}

fn province(name: String, units: &[String], lang: Lang) -> Result<Root, Failure> {
    let listed = search_key(&name) == search_key(places::PROVINCE);
    let (name, code) = if listed { (places::PROVINCE.to_owned(), Some(places::PROVINCE_CODE)) } else { (name, None) };
    if is_all(units) {
        if !listed {
            return Err(no_list(&name, lang));
        }
        return Ok(Root::Province { name, code, districts: districts(), communes: communes() });
    }
    let district = |named: &String| match districts_named(named).as_slice() {
        [one] => Ok(*one),
        _ => Err(unknown(named, lang)),
    };
    let districts = units.iter().map(district).collect::<Result<Vec<_>, _>>()?;
    Ok(Root::Province { name, code, districts, communes: Vec::new() })
}

fn no_list(name: &str, lang: Lang) -> Failure {
    let province = places::PROVINCE;
    Failure::Usage(say!(
        lang,
        "--units all dùng danh sách của {province}, trong đó không có {name}; ghi tên từng đơn vị, hoặc thêm sau",
        "--units all takes the list of {province}, which has no {name}; name the units, or add them later"
    ))
}

fn district(name: String, kind: Option<InitKind>, units: &[String], lang: Lang) -> Result<Root, Failure> {
    let found = districts_named(&name);
    let listed = if let [one] = found.as_slice() { Some(*one) } else { None };
    let kind = match kind {
        Some(InitKind::District(kind)) => kind,
        _ => listed.map_or(DistrictKind::Huyen, |listed| listed.kind),
    };
    let own = || communes().into_iter().filter(|commune| Some(commune.district) == listed);
    let communes = if is_all(units) {
        if listed.is_none() {
            return Err(no_list(&name, lang));
        }
        own().collect()
    } else {
        let commune = |named: &String| {
            let found = communes_named(named);
            found.into_iter().find(|one| Some(one.district) == listed).ok_or_else(|| unknown(named, lang))
        };
        units.iter().map(commune).collect::<Result<Vec<_>, _>>()?
    };
    let name = listed.map_or(name, |listed| listed.name.to_owned());
    Ok(Root::District { name, kind, code: listed.map(|listed| listed.code), communes })
}

fn commune(name: String, kind: Option<InitKind>, args: &InitArgs, lang: Lang) -> Result<Root, Failure> {
    let mut found = communes_named(&name);
    if let Some(named) = &args.district {
        let districts = districts_named(named);
        if districts.is_empty() {
            return Err(Failure::Usage(say!(
                lang,
                "danh sách của tỉnh không có huyện `{named}`",
                "the list of the province has no district `{named}`"
            )));
        }
        found.retain(|one| districts.contains(&one.district));
        if found.is_empty() {
            return Err(Failure::Usage(say!(
                lang,
                "danh sách của tỉnh không có xã `{name}` ở huyện `{named}`; bỏ --district nếu xã không có trong danh sách",
                "the list of the province has no commune `{name}` in the district `{named}`; leave out --district for one that it lacks"
            )));
        }
    }
    let listed = if let [one] = found.as_slice() { Some(*one) } else { None };
    if is_all(&args.units) {
        return Err(Failure::Usage(say!(
            lang,
            "danh sách của tỉnh chỉ có tới xã; ghi tên các thôn: --units \"Thôn 1,Thôn 2\"",
            "the list of the province ends with communes; name the villages: --units \"Thôn 1,Thôn 2\""
        )));
    }
    let kind = match kind {
        Some(InitKind::Commune(kind)) => kind,
        _ => listed.or(found.first().copied()).map_or(said_kind(&name), |listed| listed.kind),
    };
    let villages = crate::command::new_commune::named_villages(&args.units, lang)?;
    let name = listed.map_or(places::without_kind(&name, kind.word()), |listed| listed.name.to_owned());
    Ok(Root::Commune { name, kind, code: listed.map(|listed| listed.code), villages })
}

/// By the word in front.
fn said_kind(name: &str) -> CommuneKind {
    let kinds = [CommuneKind::ThiTran, CommuneKind::Phuong];
    kinds.into_iter().find(|kind| places::behind_kind(name, kind.word()).is_some()).unwrap_or(CommuneKind::Xa)
}

fn cell(name: String, kind: Option<InitKind>, units: &[String], lang: Lang) -> Result<Root, Failure> {
    let kind = match kind {
        Some(InitKind::Cell(kind)) => kind,
        _ => told_kind(&name).unwrap_or(CellKind::Village),
    };
    if kind != CellKind::Village {
        if !units.is_empty() {
            return Err(Failure::Usage(say!(
                lang,
                "--units của chi bộ là tên thôn, chỉ đi cùng --kind village",
                "--units of a cell are names of villages, and go with --kind village only"
            )));
        }
        return Ok(Root::Cell(NewCell { name, kind, villages: Vec::new(), section: None, founded: None }));
    }
    let named = if units.is_empty() { vec![village_in(&name)] } else { units.to_vec() };
    let village = |village: &String| {
        // An id as the commune has it, or a name that gives one.
        if NewVillage::is_id(village) {
            return Ok(village.clone());
        }
        NewVillage::named(village).map(|village| village.id).ok_or_else(|| {
            Failure::Usage(say!(
                lang,
                "chưa rõ chi bộ lãnh đạo thôn nào; thêm --units \"Thôn 1\", hoặc --kind nếu không phải chi bộ thôn",
                "which village the cell leads is not clear; add --units \"Thôn 1\", or --kind if it is not of a village"
            ))
        })
    };
    let villages = named.iter().map(village).collect::<Result<Vec<_>, _>>()?;
    Ok(Root::Cell(NewCell { name, kind, villages, section: None, founded: None }))
}
