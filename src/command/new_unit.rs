//! The files with which a unit begins: its own, commented, and the tables that it will fill.

use crate::{
    command::{
        Failure, Workplace,
        change::Change,
        template::{Forms, forms},
    },
    date::Date,
    edit::sheet::Sheet,
    io::Io,
    lang::{Lang, say},
    parse::{Described, Id, Vocabulary},
    records::{
        cell::CellKind, commune::CommuneKind, district::DistrictKind, member::MemberRow, official::OfficialRow,
        role::RoleRow, shared::VillageKind, status::StatusRow, village::VillageRow,
    },
    register::{claim::Claim, discover::UnitDir, open::scope},
    render::Paths,
    text::{one_line, plain, search_key, toml_string},
    unit::{MAX_NAME, UnitLevel, is_unit_name, join, level_at},
};

pub(super) static CELL: Forms = forms!("cell", "toml");
pub(super) static COMMUNE: Forms = forms!("commune", "toml");
pub(super) static DISTRICT: Forms = forms!("district", "toml");
pub(super) static PROVINCE: Forms = forms!("province", "toml");

/// A file of a unit that is not there yet.
#[derive(Debug)]
pub(super) struct NewFile {
    /// Below the unit's directory.
    pub(super) name: String,
    pub(super) claim: Claim,
    pub(super) text: String,
}

impl NewFile {
    pub(super) fn new(name: impl Into<String>, claim: Claim, text: String) -> Self {
        Self { name: name.into(), claim, text }
    }
}

/// A cell that begins.
#[derive(Debug)]
pub(super) struct NewCell {
    pub(super) name: String,
    pub(super) kind: CellKind,
    /// The ids of the villages that it leads.
    pub(super) villages: Vec<String>,
    pub(super) section: Option<String>,
    pub(super) founded: Option<Date>,
}

impl NewCell {
    pub(super) fn files(&self, lang: Lang) -> Vec<NewFile> {
        let villages = match (self.villages.as_slice(), self.kind) {
            ([], CellKind::Village) => "villages = []".to_owned(),
            ([], _) => "#villages = []".to_owned(),
            (villages, _) => format!("villages = {}", list(villages)),
        };
        let section = self.section.as_deref().map(|section| format!("section = {}", toml_string(section)));
        let founded = self.founded.map(|day| format!("founded = {}", day.format("%Y-%m-%d")));
        let text = CELL.of(lang).fill(
            "cell",
            &[
                ("name", &toml_string(&self.name)),
                ("kinds", &meanings::<CellKind>(lang)),
                ("kind", self.kind.word()),
                ("villages", &villages),
                ("section", section.as_deref().unwrap_or("#section = \"\"")),
                ("founded", founded.as_deref().unwrap_or("#founded =")),
            ],
        );
        vec![
            NewFile::new("cell.toml", Claim::Cell, text + "\n"),
            NewFile::new("members.csv", Claim::Members, header::<MemberRow<'_>>()),
            NewFile::new("roles.csv", Claim::Roles, header::<RoleRow<'_>>()),
            NewFile::new("statuses.csv", Claim::Statuses, header::<StatusRow<'_>>()),
        ]
    }
}

/// A village that begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NewVillage {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) kind: VillageKind,
}

/// What a village's name begins with.
const OF_VILLAGES: [(&str, VillageKind); 3] =
    [("khu pho ", VillageKind::KhuPho), ("to dan pho ", VillageKind::KhuPho), ("thon ", VillageKind::Thon)];

impl NewVillage {
    /// `Thôn 1` is `thon-1`, `Thôn Hoàng Trạch` is `hoang-trach`; nothing where the name has no letter to make an id of.
    pub(super) fn named(name: &str) -> Option<Self> {
        let name = one_line(name.trim());
        let key = format!("{} ", search_key(&name));
        let (rest, kind) = OF_VILLAGES
            .into_iter()
            .find_map(|(prefix, kind)| key.strip_prefix(prefix).map(|rest| (plain(rest), kind)))
            .unwrap_or_else(|| (plain(&key), VillageKind::Thon));
        // A number or a single letter says nothing without the word before it.
        let is_name = rest.len() > 2 && Id::is_one(&rest);
        let with_kind = if kind == VillageKind::KhuPho { "khu-pho" } else { "thon" };
        let id = if is_name { rest } else { format!("{with_kind}-{rest}") };
        (Id::is_one(&id) && !id.ends_with('-')).then_some(Self { id, name, kind })
    }

    /// Whether a text is an id rather than a name.
    pub(super) fn is_id(text: &str) -> bool {
        Id::is_one(text) && plain(text) == text
    }

    pub(super) fn row(&self) -> [(&'static str, String); 3] {
        [("id", self.id.clone()), ("name", self.name.clone()), ("kind", self.kind.word().to_owned())]
    }

    /// The cell that leads this village alone, with the name of its directory.
    pub(super) fn cell(&self) -> (String, NewCell) {
        let is_kind = OF_VILLAGES.iter().any(|(prefix, _)| search_key(&self.name).starts_with(prefix));
        let name = if is_kind {
            format!("Chi bộ {}", lower_first(&self.name))
        } else {
            format!("Chi bộ {} {}", self.kind.label().vi, self.name)
        };
        let cell =
            NewCell { name, kind: CellKind::Village, villages: vec![self.id.clone()], section: None, founded: None };
        (cell_id(&self.id), cell)
    }
}

/// The directory of the cell of a village.
pub(super) fn cell_id(village: &str) -> String {
    let id: String = format!("chi-bo-{}", village.to_lowercase()).chars().take(MAX_NAME).collect();
    id.trim_end_matches('-').to_owned()
}

/// The name of a directory that a name gives; nothing where it gives none.
pub(super) fn directory(name: &str) -> Option<String> {
    let cut: String = plain(name).chars().take(MAX_NAME).collect();
    let cut = cut.trim_end_matches('-').to_owned();
    is_unit_name(&cut).then_some(cut)
}

fn lower_first(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

pub(super) fn commune(
    name: &str,
    kind: CommuneKind,
    code: Option<&str>,
    villages: &[NewVillage],
    lang: Lang,
) -> Vec<NewFile> {
    let text = COMMUNE
        .of(lang)
        .fill("commune", &[("name", &toml_string(name)), ("kind", kind.word()), ("code", &code_line(code))]);
    let mut rows = Sheet::new(columns::<VillageRow<'_>>());
    villages.iter().for_each(|village| rows.add(&village.row()));
    vec![
        NewFile::new("commune.toml", Claim::Commune, text + "\n"),
        NewFile::new("villages.csv", Claim::Villages, rows.text().to_owned()),
        NewFile::new("officials.csv", Claim::Officials, header::<OfficialRow<'_>>()),
    ]
}

pub(super) fn district(name: &str, kind: DistrictKind, code: Option<&str>, lang: Lang) -> NewFile {
    let text = DISTRICT
        .of(lang)
        .fill("district", &[("name", &toml_string(name)), ("kind", kind.word()), ("code", &code_line(code))]);
    NewFile::new("district.toml", Claim::District, text + "\n")
}

pub(super) fn province(name: &str, code: Option<&str>, lang: Lang) -> NewFile {
    let text = PROVINCE.of(lang).fill("province", &[("name", &toml_string(name)), ("code", &code_line(code))]);
    NewFile::new("province.toml", Claim::Province, text + "\n")
}

fn code_line(code: Option<&str>) -> String {
    code.map_or_else(|| "#code = \"\"".to_owned(), |code| format!("code = {}", toml_string(code)))
}

/// The unit of a level in which something new is to stand: the one that is named, or stood in.
pub(super) fn within(place: &Workplace, named: Option<&str>, level: UnitLevel) -> Result<UnitDir, Failure> {
    let (ctx, lang) = (&place.ctx, place.ctx.lang);
    let names: Vec<String> = named.map(str::to_owned).into_iter().collect();
    let mut unit = scope(ctx, &place.here, &names)?.remove(0);
    while named.is_none() && unit.level > level && !unit.id.is_empty() {
        let above = unit.id.rsplit_once('/').map_or("", |(above, _)| above);
        let Some(level) = level_at(ctx.root_level, above) else { break };
        unit = UnitDir { id: above.into(), level };
    }
    if unit.level == level {
        return Ok(unit);
    }
    let (here, wanted) = (unit.level.label().of(lang), level.label().of(lang));
    Err(Failure::Usage(match named {
        Some(named) => say!(lang, "`{named}` là {here}, không phải {wanted}", "`{named}` is a {here}, not a {wanted}"),
        None if ctx.root_level > level => say!(
            lang,
            "đây là sổ của một {here}, không có {wanted} nào",
            "this is the register of one {here}: it has no {wanted}"
        ),
        None => say!(
            lang,
            "chưa rõ {wanted} nào, vì đang đứng ở {here}; thêm --in ĐƯỜNG_DẪN",
            "which {wanted} is not clear, for this is a {here}; add --in PATH"
        ),
    }))
}

/// The files of a new unit as changes, but for those that its directory holds already, whose paths are given. Refused
/// where the directory is a unit.
pub(super) fn begin(
    place: &Workplace,
    unit: &UnitDir,
    files: Vec<NewFile>,
    io: &Io<'_>,
) -> Result<(Vec<Change>, Vec<String>), Failure> {
    let (ctx, lang) = (&place.ctx, place.ctx.lang);
    let paths = Paths::new(&ctx.root, &io.working_dir);
    let there = |path: &str| ctx.root.join(path).symlink_metadata().is_ok();
    if there(&join(&unit.id, unit.level.marker())) {
        let (shown, label) = (paths.show(&unit.id), unit.level.label().of(lang));
        return Err(Failure::Usage(say!(
            lang,
            "đã có {shown}; {label} khác thì thêm --id TÊN-THƯ-MỤC khác",
            "there is {shown} already; for another {label} add an --id of its own"
        )));
    }
    let changes = files.into_iter().map(|file| Change::new_file(unit, file.claim, &file.name, file.text));
    let (kept, new): (Vec<Change>, Vec<Change>) = changes.partition(|change| there(&change.path));
    Ok((new, kept.iter().map(|change| paths.show(&change.path)).collect()))
}

/// Says which files stay as they are.
pub(super) fn kept_note(kept: &[String], lang: Lang) -> Option<String> {
    let list = kept.join(", ");
    let is_one = !kept.is_empty();
    is_one.then(|| say!(lang, "đã có, giữ nguyên: {list}", "there already, and stays as it is: {list}"))
}

/// A table without rows.
pub(super) fn header<T: Described>() -> String {
    Sheet::new(columns::<T>()).text().to_owned()
}

pub(super) fn columns<T: Described>() -> impl Iterator<Item = &'static str> {
    T::FIELDS.iter().map(|field| field.key)
}

/// `["a", "b"]`.
pub(super) fn list(values: &[String]) -> String {
    format!("[{}]", values.iter().map(|value| toml_string(value)).collect::<Vec<_>>().join(", "))
}

/// The words that a key takes with what each means, as comments, two a line.
pub(super) fn meanings<V: Vocabulary>(lang: Lang) -> String {
    meanings_of(V::ALL, lang)
}

pub(super) fn meanings_of<V: Vocabulary>(words: &[V], lang: Lang) -> String {
    let meaning = |word: &V| {
        let (word, label) = (word.word(), word.label().of(lang));
        if word == label { word.to_owned() } else { format!("{word} ({label})") }
    };
    let lines: Vec<String> = words
        .chunks(2)
        .map(|words| format!("# {}", words.iter().map(meaning).collect::<Vec<_>>().join(", ")))
        .collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests;
