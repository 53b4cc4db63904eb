//! `chibo new-cell`: a cell of a commune, and the villages that it leads where the commune lacks them.

use crate::{
    cli::{Globals, NewCellArgs},
    command::{
        Exit, Failure,
        change::{self, Told},
        event::{Book, Desk},
        new_unit::{NewCell, NewVillage, begin, cell_id, directory, kept_note, within},
        open, typed,
    },
    finding::Report,
    io::Io,
    lang::{Lang, say},
    parse::Vocabulary,
    records::cell::CellKind,
    register::{
        Commune, build,
        discover::{UnitDir, list},
        load::load,
    },
    text::{one_line, search_key},
    unit::{UnitLevel, join},
};

pub(super) fn run(globals: &Globals, args: &NewCellArgs, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let place = open(&Globals { as_of: None, ..globals.clone() }, io)?;
    let (ctx, lang) = (&place.ctx, place.ctx.lang);
    let top = within(&place, args.commune.as_deref(), UnitLevel::Commune)?;
    let mut report = Report::new(ctx);
    let listing = list(ctx, &top, UnitLevel::Cell, &mut report);
    let loaded = load(&listing, &mut report);
    let commune = build::commune(&top, &listing, &loaded, &mut report);
    let name = one_line(&args.name);
    let kind = kind_of(args, &name, lang)?;
    let led = if kind == CellKind::Village { villages(args, &name, &commune, lang)? } else { Led::default() };
    let id = match (&args.id, led.ids.as_slice()) {
        (Some(id), _) => Some(id.clone()),
        (None, [village]) if args.villages.is_empty() => Some(cell_id(village)),
        (None, _) => directory(&name),
    };
    let Some(id) = id else {
        return Err(Failure::Usage(say!(
            lang,
            "tên `{name}` không đặt được thành tên thư mục; thêm --id, ví dụ --id chi-bo-thon-1",
            "the name `{name}` makes no name of a directory; add --id, for example --id chi-bo-thon-1"
        )));
    };
    let unit = UnitDir { id: join(&top.id, &id).into(), level: UnitLevel::Cell };

    let mut desk = Desk::new(&place, io);
    if !led.new.is_empty() {
        let sheet = desk.sheet(&top, Book::Villages, &commune.villages)?;
        led.new.iter().for_each(|village| sheet.add(&village.row()));
    }
    let cell = NewCell {
        name: name.clone(),
        kind,
        villages: led.ids.clone(),
        section: args.section.clone(),
        founded: args.founded,
    };
    let (new, kept) = begin(&place, &unit, cell.files(ctx.settings.lang.unwrap_or(lang)), io)?;
    let mut changes = desk.changes();
    changes.extend(new);

    let mut told = Told::new(|lang| {
        let kind = kind.label().of(lang);
        say!(lang, "Thêm {name} ({id}), loại {kind}", "Added {name} ({id}), kind: {kind}")
    });
    told.notes.extend(led.new.iter().map(|village| {
        let NewVillage { id, name, .. } = village;
        say!(lang, "thêm {name} (`{id}`) vào villages.csv", "{name} (`{id}`) is added to villages.csv")
    }));
    told.notes.extend(kept_note(&kept, lang));
    if args.founded.is_none() && ctx.settings.records.covers(ctx.today) {
        told.notes.push(say!(
            lang,
            "chi bộ coi như có từ trước khi lập sổ; mới thành lập thì ghi founded trong cell.toml",
            "the cell is taken to be older than the records; if it is new, say founded in cell.toml"
        ));
    }
    let admit = typed(globals, &place, io).command("member admit", &unit.id);
    let came = args.founded.map_or_else(|| "--already".to_owned(), |day| format!("--date {day}"));
    told.next = say!(lang, "{admit} --admitted NĂM-VÀO-ĐẢNG {came}", "{admit} --admitted YEAR-ADMITTED {came}");
    change::carry_out(&place, changes, &told, &top.id, args.dry_run, io)
}

/// Words that tell what a cell is of.
const KINDS: [(&str, CellKind); 12] = [
    ("thon ", CellKind::Village),
    ("khu pho ", CellKind::Village),
    ("to dan pho ", CellKind::Village),
    ("co quan", CellKind::Office),
    ("truong ", CellKind::School),
    ("mam non", CellKind::School),
    ("tram y te", CellKind::Health),
    ("tram xa", CellKind::Health),
    ("cong an", CellKind::Police),
    ("quan su", CellKind::Military),
    ("doanh nghiep", CellKind::Enterprise),
    ("cong ty", CellKind::Enterprise),
];

fn kind_of(args: &NewCellArgs, name: &str, lang: Lang) -> Result<CellKind, Failure> {
    if let Some(kind) = args.kind {
        return Ok(kind);
    }
    if !args.villages.is_empty() {
        return Ok(CellKind::Village);
    }
    told_kind(name).ok_or_else(|| {
        let kinds = CellKind::WORDS.join(", ");
        Failure::Usage(say!(
            lang,
            "tên `{name}` không cho biết chi bộ thuộc loại nào; thêm --kind: {kinds}; chi bộ thôn thì thêm --villages THÔN",
            "the name `{name}` does not tell what kind of cell it is; add --kind: {kinds}; for one of a village add --villages VILLAGE"
        ))
    })
}

/// The kind that a cell's name tells.
pub(super) fn told_kind(name: &str) -> Option<CellKind> {
    let key = format!(" {} ", search_key(name));
    KINDS.iter().find(|(word, _)| key.contains(&format!(" {word}"))).map(|(_, kind)| *kind)
}

/// The villages of a cell.
#[derive(Debug, Default)]
struct Led {
    ids: Vec<String>,
    /// Those that the commune lacks.
    new: Vec<NewVillage>,
}

fn villages(args: &NewCellArgs, name: &str, commune: &Commune<'_>, lang: Lang) -> Result<Led, Failure> {
    let wanted = if args.villages.is_empty() { vec![village_in(name)] } else { args.villages.clone() };
    let mut led = Led::default();
    for village in wanted {
        let key = search_key(&village);
        let is_it = |id: &str, name: &str| id == village || search_key(name) == key;
        let there = commune.villages.rows.iter().find(|row| is_it(&row.id, &row.name));
        let id = match there {
            Some(row) => row.id.to_string(),
            None => {
                let new = new_village(&village, commune, lang)?;
                led.new.push(new.clone());
                new.id
            }
        };
        if !led.ids.contains(&id) {
            led.ids.push(id);
        }
    }
    Ok(led)
}

/// The village of a cell's name: `Chi bộ thôn 1` leads `thôn 1`.
pub(super) fn village_in(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let rest = match words.as_slice() {
        [chi, bo, rest @ ..] if search_key(&format!("{chi} {bo}")) == "chi bo" => rest,
        words => words,
    };
    let rest = rest.join(" ");
    let mut letters = rest.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What looks like an id is a slip of the hand where no village has it: a new one is given by name.
fn new_village(typed: &str, commune: &Commune<'_>, lang: Lang) -> Result<NewVillage, Failure> {
    let new = NewVillage::named(typed).filter(|_| !NewVillage::is_id(typed));
    let clash = new.as_ref().filter(|new| commune.villages.rows.iter().any(|row| **row.id == new.id));
    match (new.clone(), clash) {
        (Some(new), None) => Ok(new),
        _ => {
            let ids: Vec<&str> = commune.villages.rows.iter().map(|row| &**row.id).collect();
            let ids = if ids.is_empty() { say!(lang, "chưa có thôn nào", "none yet") } else { ids.join(", ") };
            Err(Failure::Usage(say!(
                lang,
                "xã không có thôn `{typed}` (villages.csv: {ids}); thôn mới thì ghi tên: --villages \"Thôn 9\"",
                "the commune has no village `{typed}` (villages.csv: {ids}); give a new one by name: --villages \"Thôn 9\""
            )))
        }
    }
}
