//! Where in this register what somebody brings belongs. A parcel may begin at another root than this register does: the
//! units in it are found again by their paths, or by the names of their directories.

use std::{collections::BTreeSet, fs, sync::Arc};

use super::parcel::{NO_RECORD, Parcel};
use crate::{
    archive::read::LINK,
    context::Context,
    finding::Report,
    lang::{Lang, Words, say},
    register::{
        claim::{Claim, Found, claim},
        discover::{UnitDir, list},
    },
    unit::{UnitLevel, is_unit_name, join, level_at},
};

const SETTINGS: Words = Words::new("mỗi sổ có cài đặt riêng", "each register has its own settings");
const IGNORED: Words = Words::new("chibo.toml cho bỏ qua ([ignore])", "chibo.toml ignores it ([ignore])");
const NO_PLACE: Words = Words::new("không rõ thuộc đơn vị nào của sổ này", "it is of no unit of this register");

/// Whether a file that is not taken is none that anybody would have wanted here.
pub(crate) fn is_harmless(why: Words) -> bool {
    [NO_RECORD, SETTINGS, IGNORED].contains(&why)
}

/// A file of a parcel that is a record here.
#[derive(Debug)]
pub(crate) struct Placed {
    /// Its path in the parcel.
    pub(crate) theirs: String,
    /// Its path here.
    pub(crate) path: String,
    pub(crate) unit: UnitDir,
    pub(crate) claim: Claim,
}

/// The files of a parcel, each in its place.
#[derive(Debug, Default)]
pub(crate) struct Placement {
    /// By path.
    pub(crate) placed: Vec<Placed>,
    pub(crate) passed: Vec<(String, Words)>,
    /// The units at the top of the parcel, as they are called here.
    pub(crate) tops: Vec<Arc<str>>,
}

/// A unit at the top of a parcel: the directory of its own file.
#[derive(Clone, Debug)]
struct Top {
    directory: String,
    level: UnitLevel,
}

/// Finds the place of every file. `into` is the unit that the user names, `here` the one that the command stands in.
pub(crate) fn place(
    ctx: &Context,
    parcel: &Parcel,
    into: Option<&UnitDir>,
    here: &UnitDir,
) -> Result<Placement, String> {
    let units: BTreeSet<(&str, UnitLevel)> = parcel.files.keys().filter_map(|path| unit_of_marker(path)).collect();
    let is_below = |path: &str, directory: &str| {
        directory.is_empty() || path.strip_prefix(directory).is_some_and(|rest| rest.starts_with('/'))
    };
    let is_top = |(directory, _): &&(&str, UnitLevel)| {
        !units.iter().any(|(other, _)| other != directory && is_below(directory, other))
    };
    let tops =
        units.iter().filter(is_top).map(|(directory, level)| Top { directory: (*directory).to_owned(), level: *level });
    let search = Search { ctx, into, here };
    let mut placement = Placement::default();
    let mut homes = Vec::new();
    for top in tops {
        let home = search.home(&top)?;
        placement.tops.push(Arc::clone(&home.id));
        homes.push((top, home));
    }
    for theirs in parcel.files.keys() {
        let home = homes.iter().find(|(top, _)| is_below(theirs, &top.directory));
        let found = match home {
            Some((top, home)) => {
                let rest = if top.directory.is_empty() { theirs } else { &theirs[top.directory.len() + 1..] };
                search.in_unit(home, rest, |inside| {
                    let directory =
                        if inside.is_empty() { top.directory.clone() } else { join(&top.directory, inside) };
                    units.iter().any(|(unit, _)| *unit == directory)
                })
            }
            None => search.alone(theirs),
        };
        match found.and_then(|(path, unit, claim)| search.taken(path, unit, claim)) {
            Ok((path, unit, claim)) => placement.placed.push(Placed { theirs: theirs.clone(), path, unit, claim }),
            Err(why) => placement.passed.push((theirs.clone(), why)),
        }
    }
    placement.placed.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(placement)
}

/// The directory and level of a unit, where a file is a unit's own.
fn unit_of_marker(path: &str) -> Option<(&str, UnitLevel)> {
    let (directory, name) = path.rsplit_once('/').unwrap_or(("", path));
    let levels = [UnitLevel::Province, UnitLevel::District, UnitLevel::Commune, UnitLevel::Cell];
    levels.into_iter().find(|level| level.marker() == name).map(|level| (directory, level))
}

type InPlace = (String, UnitDir, Claim);

struct Search<'s> {
    ctx: &'s Context,
    into: Option<&'s UnitDir>,
    here: &'s UnitDir,
}

impl Search<'_> {
    fn exists(&self, id: &str, level: UnitLevel) -> bool {
        level_at(self.ctx.root_level, id) == Some(level)
            && (id.is_empty() || self.ctx.root.join(id).join(level.marker()).is_file())
    }

    /// Whether a unit may begin here: the one above it is there.
    fn may_begin(&self, id: &str, level: UnitLevel) -> bool {
        let above = id.rsplit_once('/').map_or("", |(above, _)| above);
        let above_is_there = level_at(self.ctx.root_level, above).is_some_and(|level| self.exists(above, level));
        !id.is_empty() && level_at(self.ctx.root_level, id) == Some(level) && above_is_there
    }

    /// The unit here that is the one at the top of the parcel.
    fn home(&self, top: &Top) -> Result<UnitDir, String> {
        let level = top.level;
        let unit = |id: &str| UnitDir { id: id.into(), level };
        let name = top.directory.rsplit('/').next().unwrap_or_default();
        let below = |above: &UnitDir| above.level.below() == Some(level) && !name.is_empty();
        if let Some(into) = self.into {
            return match into {
                into if into.level == level => Ok(into.clone()),
                into if below(into) => self.named(&join(&into.id, name), level),
                into => Err(wrong_level(into.level, level, self.ctx.lang)),
            };
        }
        let parts: Vec<&str> = top.directory.split('/').filter(|part| !part.is_empty()).collect();
        let ends = || (0..=parts.len()).map(|from| parts[from..].join("/"));
        if let Some(end) = ends().find(|end| self.exists(end, level)) {
            return Ok(unit(&end));
        }
        let alike = self.called(name, level);
        match &alike[..] {
            [one] => return Ok(one.clone()),
            [] => {}
            many => return Err(ambiguous(name, many, self.ctx.lang)),
        }
        if self.here.level == level && name.is_empty() {
            return Ok(self.here.clone());
        }
        if let Some(end) = ends().find(|end| self.may_begin(end, level)) {
            return self.named(&end, level);
        }
        if below(self.here) {
            return self.named(&join(&self.here.id, name), level);
        }
        Err(nowhere(&top.directory, level, self.ctx.lang))
    }

    fn named(&self, id: &str, level: UnitLevel) -> Result<UnitDir, String> {
        let name = id.rsplit('/').next().unwrap_or_default();
        if is_unit_name(name) {
            return Ok(UnitDir { id: id.into(), level });
        }
        Err(say!(
            self.ctx.lang,
            "thư mục `{name}` không dùng làm mã đơn vị được; chỉ rõ đơn vị nhận bằng --into ĐƠN_VỊ",
            "the directory's name `{name}` cannot be a unit's id; name the unit that takes it with --into UNIT"
        ))
    }

    /// The units of a level whose directory has a name.
    fn called(&self, name: &str, level: UnitLevel) -> Vec<UnitDir> {
        if name.is_empty() || level <= self.ctx.root_level {
            return Vec::new();
        }
        let root = UnitDir { id: "".into(), level: self.ctx.root_level };
        let deepest = level.max(UnitLevel::Commune);
        let units = list(self.ctx, &root, deepest, &mut Report::new(self.ctx)).units;
        let is_it = |unit: &UnitDir| unit.level == level && unit.id.rsplit('/').next() == Some(name);
        units.into_iter().filter(is_it).collect()
    }

    /// The place of a file below a unit; `begins` tells which directories of the parcel are units.
    fn in_unit(&self, home: &UnitDir, rest: &str, begins: impl Fn(&str) -> bool) -> Result<InPlace, Words> {
        let parts: Vec<&str> = rest.split('/').collect();
        let (mut unit, mut depth) = (home.clone(), 0);
        while let (Some(level), true) = (unit.level.below(), depth + 1 < parts.len()) {
            let id = join(&unit.id, parts[depth]);
            let is_unit = self.exists(&id, level) || begins(&parts[..=depth].join("/")) && is_unit_name(parts[depth]);
            if !is_unit {
                break;
            }
            (unit, depth) = (UnitDir { id: id.into(), level }, depth + 1);
        }
        match claim(unit.level, unit.id.is_empty(), &parts[depth..]) {
            Found::Record(claim) => Ok((join(&unit.id, &parts[depth..].join("/")), unit, claim)),
            _ if parts.last() == Some(&"chibo.toml") => Err(SETTINGS),
            _ => Err(NO_RECORD),
        }
    }

    /// The place of a file that has no unit's own file above it in the parcel.
    fn alone(&self, theirs: &str) -> Result<InPlace, Words> {
        let root = UnitDir { id: "".into(), level: self.ctx.root_level };
        let parts: Vec<&str> = theirs.split('/').collect();
        let start = self.into.unwrap_or(self.here);
        // From the root, or a directory further down; else from the unit that was named or is stood in.
        let ends = (0..parts.len()).map(|from| parts[from..].join("/"));
        let homes = ends.flat_map(|end| [(&root, end.clone()), (start, end)]);
        let mut why = NO_PLACE;
        for (home, rest) in homes.filter(|(home, _)| self.into.is_none_or(|into| into == *home)) {
            match self.in_unit(home, &rest, |_| false) {
                Ok(found) => return Ok(found),
                Err(other) if other == SETTINGS => why = SETTINGS,
                Err(_) => {}
            }
        }
        Err(why)
    }

    fn taken(&self, path: String, unit: UnitDir, claim: Claim) -> Result<InPlace, Words> {
        if claim == Claim::Settings {
            return Err(SETTINGS);
        }
        if self.ctx.settings.ignores(&path) {
            return Err(IGNORED);
        }
        // Nothing is written through a link.
        let is_link =
            |end: usize| fs::symlink_metadata(self.ctx.root.join(&path[..end])).is_ok_and(|it| it.is_symlink());
        let ends = path.match_indices('/').map(|(end, _)| end).chain([path.len()]);
        if { ends }.any(is_link) {
            return Err(LINK);
        }
        Ok((path, unit, claim))
    }
}

fn wrong_level(into: UnitLevel, level: UnitLevel, lang: Lang) -> String {
    let (into, level) = (into.label().of(lang), level.label().of(lang));
    say!(
        lang,
        "gói là của {level}, mà --into là {into}; ghi {level} nhận, hoặc đơn vị cấp trên liền kề",
        "the parcel is of a {level}, and --into names a {into}; name the {level} that takes it, or the unit above"
    )
}

fn ambiguous(name: &str, units: &[UnitDir], lang: Lang) -> String {
    let list: Vec<&str> = units.iter().map(|unit| &*unit.id).collect();
    let list = list.join(", ");
    say!(
        lang,
        "sổ có nhiều đơn vị tên `{name}`: {list}; chỉ rõ bằng --into",
        "several units here are called `{name}`: {list}; name one with --into"
    )
}

fn nowhere(directory: &str, level: UnitLevel, lang: Lang) -> String {
    let level = level.label().of(lang);
    let shown = if directory.is_empty() { String::new() } else { format!(" `{directory}`") };
    say!(
        lang,
        "không rõ {level}{shown} trong gói là đơn vị nào của sổ này; chỉ rõ bằng --into ĐƠN_VỊ",
        "which unit here is the {level}{shown} of the parcel is not clear; name it with --into UNIT"
    )
}
