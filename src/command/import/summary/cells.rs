//! The cells of which a summary may speak, and which of them a row means.

use std::collections::BTreeMap;

use crate::{
    command::import::Work,
    finding::Report,
    import::column::key,
    judge::commune_of,
    lang::{Lang, say},
    register::{
        build,
        discover::{UnitDir, list},
        load::load,
    },
    text::{fold, nearest},
    unit::{UnitLevel, within as lies_within},
};

/// The cells at and below a unit, by what a row may call them.
#[derive(Default)]
pub(super) struct Cells {
    units: Vec<UnitDir>,
    names: Vec<String>,
    by_path: BTreeMap<String, Vec<usize>>,
    /// By the name without `Chi bộ` in front, as it is written and without its marks.
    by_name: BTreeMap<String, Vec<usize>>,
    by_letters: BTreeMap<String, Vec<usize>>,
    /// By the name of what the cell is of: without `thôn`, `khu phố` too.
    by_place: BTreeMap<String, Vec<usize>>,
}

pub(super) fn cells(work: &Work<'_>, top: &UnitDir) -> Cells {
    let ctx = &work.place.ctx;
    let mut report = Report::new(ctx);
    let communes: Vec<UnitDir> = if top.level >= UnitLevel::Commune {
        vec![commune_of(ctx, top)]
    } else {
        let listing = list(ctx, top, UnitLevel::Commune, &mut report);
        listing.units.into_iter().filter(|unit| unit.level == UnitLevel::Commune).collect()
    };
    let mut cells = Cells::default();
    for commune in communes {
        let listing = list(ctx, &commune, UnitLevel::Cell, &mut report);
        let loaded = load(&listing, &mut report);
        let commune = build::commune(&commune, &listing, &loaded, &mut report);
        for cell in commune.cells.iter().filter(|cell| lies_within(&cell.unit, &top.id)) {
            cells.add(UnitDir { id: cell.unit.clone(), level: UnitLevel::Cell }, &cell.file.name);
        }
    }
    cells
}

fn bare(name: &str) -> String {
    let name = fold(&name.split_whitespace().collect::<Vec<_>>().join(" "));
    name.strip_prefix(&fold("chi bộ ")).map_or_else(|| name.clone(), str::to_owned)
}

/// `vinh hau` of `Chi bộ thôn Vĩnh Hậu`.
fn place(name: &str) -> String {
    let key = key(&bare(name));
    let kinds = ["thon ", "khu pho ", "to dan pho ", "xom "];
    kinds.into_iter().find_map(|kind| key.strip_prefix(kind)).unwrap_or(&key).to_owned()
}

impl Cells {
    fn add(&mut self, unit: UnitDir, name: &str) {
        let nth = self.units.len();
        // Any end of its path may stand for it.
        let ends = unit.id.match_indices('/').map(|(at, _)| &unit.id[at + 1..]);
        for path in std::iter::once(&*unit.id).chain(ends) {
            self.by_path.entry(path.to_owned()).or_default().push(nth);
        }
        self.by_name.entry(bare(name)).or_default().push(nth);
        self.by_letters.entry(key(&bare(name))).or_default().push(nth);
        self.by_place.entry(place(name)).or_default().push(nth);
        self.names.push(name.to_owned());
        self.units.push(unit);
    }

    /// The cell that a row names.
    pub(super) fn find(&self, top: &UnitDir, said: &str, lang: Lang) -> Result<UnitDir, String> {
        if said.is_empty() {
            return match self.units.as_slice() {
                [only] if top.level == UnitLevel::Cell => Ok(only.clone()),
                _ => Err(say!(lang, "không ghi chi bộ nào", "it names no cell")),
            };
        }
        let found = [
            self.by_path.get(said),
            self.by_name.get(&bare(said)),
            self.by_letters.get(&key(&bare(said))),
            self.by_place.get(&place(said)),
        ];
        match found.into_iter().flatten().next().map(Vec::as_slice) {
            Some([one]) => Ok(self.units[*one].clone()),
            Some(several) => {
                let paths: Vec<&str> = several.iter().map(|nth| &*self.units[*nth].id).collect();
                let paths = paths.join(", ");
                Err(say!(
                    lang,
                    "nhiều chi bộ tên này: {paths}; ghi đường dẫn thay cho tên",
                    "several cells have this name: {paths}; write the path in its place"
                ))
            }
            None => {
                let names: Vec<&str> = self.names.iter().map(String::as_str).take(200).collect();
                let near =
                    nearest(said, &names).map(|near| say!(lang, "; có phải là {near}?", "; did you mean {near}?"));
                let near = near.unwrap_or_default();
                Err(say!(lang, "không có chi bộ này trong đơn vị{near}", "there is no such cell in the unit{near}"))
            }
        }
    }
}
