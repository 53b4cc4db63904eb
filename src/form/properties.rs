//! What must hold of a form whatever is filled in: it asks for exactly that, the records get exactly that, and a second
//! time it asks for nothing.

use std::{collections::BTreeMap, path::Path, sync::LazyLock};

use proptest::prelude::*;

use super::{
    apply::apply,
    compare::Compare,
    filled::Filled,
    kind::Kind,
    list::List,
    model::Form,
    now::{Fields, Now},
    plan::{Change, Plan},
    section::{Home, MARK, OF_MEETING, Section},
    xlsx,
};
use crate::{
    context::Context,
    date::ymd,
    edit::proof::lay_over,
    finding::Report,
    lang::Lang,
    register::{
        build,
        claim::Claim,
        discover::{Listing, RecordFile, UnitDir, list},
        load::load,
        open,
    },
    source::Source,
    unit::UnitLevel,
};

const YEAR: i32 = 2018;

struct Register {
    ctx: Context,
    top: UnitDir,
    listing: Listing,
    cell: &'static str,
}

static REGISTERS: LazyLock<[Register; 2]> =
    LazyLock::new(|| [register("examples/clean", ""), register("examples/van-giang", "xuan-quan/chi-bo-thon-1")]);

fn register(directory: &str, cell: &'static str) -> Register {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(directory).canonicalize().unwrap();
    let ctx = open::open(&root, Lang::Vi, None, ymd(2019, 2, 1)).ok().unwrap().ctx;
    let commune = cell.split_once('/').map_or("", |(commune, _)| commune);
    let level = if cell.is_empty() { UnitLevel::Cell } else { UnitLevel::Commune };
    let top = UnitDir { id: commune.into(), level };
    let listing = list(&ctx, &top, UnitLevel::Cell, &mut Report::new(&ctx));
    Register { ctx, top, listing, cell }
}

impl Register {
    /// The form of the cell and what is recorded, with some files as `texts` has them.
    fn read(&self, texts: &BTreeMap<String, String>) -> (Form, Now) {
        let mut report = Report::new(&self.ctx);
        let mut loaded = load(&self.listing, &mut report);
        let files: Vec<RecordFile> = texts.keys().map(|path| self.file(path)).collect();
        for (file, text) in files.iter().zip(texts.values()) {
            lay_over(&mut loaded, file, &Source::new(file.path.clone(), text.clone()));
        }
        let commune = build::commune(&self.top, &self.listing, &loaded, &mut report);
        assert!(report.findings.is_empty(), "{:?}", report.findings);
        let cell = commune.cells.iter().find(|cell| *cell.unit == *self.cell).unwrap();
        (Form::of(&self.ctx, &commune, cell, YEAR, true), Now::of(cell, YEAR))
    }

    fn file(&self, path: &str) -> RecordFile {
        let files = Section::ALL.into_iter().filter_map(|section| section.file(self.cell, YEAR));
        let claim = { files }.find(|(file, _)| file == path).map_or(Claim::Meeting(YEAR), |(_, claim)| claim);
        RecordFile { path: path.to_owned(), unit: self.cell.into(), claim, closed: false }
    }

    fn plan(&self, bytes: &[u8], now: &Now) -> Plan {
        let filled = Filled::read(bytes).unwrap();
        assert_eq!(filled.missing_sheets(), 0);
        let exists = |path: &str| now.records.keys().any(|home| home.path == path);
        Compare::new(&filled, now, Lang::Vi, &exists).plan()
    }

    fn applied(&self, changes: &[Change], now: &Now) -> BTreeMap<String, String> {
        let mut by_path: BTreeMap<&str, Vec<&Change>> = BTreeMap::new();
        for change in changes {
            by_path.entry(&change.home.path).or_default().push(change);
        }
        let text = |path: &str| std::fs::read_to_string(self.ctx.root.join(path)).ok();
        let edited = by_path.into_iter().map(|(path, changes)| {
            let source = text(path).map(|text| Source::new(path.to_owned(), text));
            assert_eq!(source.is_some(), now.records.keys().any(|home| home.path == path));
            (path.to_owned(), apply(source.as_ref(), &changes).unwrap())
        });
        edited.collect()
    }
}

const TEXTS: [&str; 10] = [
    "Nhà văn hóa",
    "=1+1",
    "hai\ndòng",
    "ngoặc \"kép\", phẩy; chấm",
    "'x",
    "0012",
    "1/2/2018",
    "TRUE",
    "@dv01 \\ “trích”",
    "dấu \"\"\" ba\n\"",
];

fn from<T: Copy>(all: &[T], seed: u16) -> T {
    all[usize::from(seed) % all.len()]
}

/// A value that a box of a kind can hold.
fn value(kind: Kind, seed: u16, form: &Form) -> String {
    let word = |list: &List| from(&(list.of_year)(YEAR), seed).0.to_owned();
    match kind {
        Kind::Text => from(&TEXTS, seed).to_owned(),
        Kind::Part => from(&["true", "false", "Thông qua"], seed).to_owned(),
        Kind::Date => format!("{YEAR}-{:02}-{:02}", seed % 12 + 1, seed % 28 + 1),
        Kind::Time => format!("{:02}:{:02}:00", seed % 24, seed % 60),
        Kind::Month => format!("{YEAR}-{:02}", seed % 12 + 1),
        Kind::Count => (seed % 100).to_string(),
        Kind::Quarter => (seed % 4 + 1).to_string(),
        Kind::Bool => from(&["true", "false"], seed).to_owned(),
        Kind::YesNo => from(&["yes", "no"], seed).to_owned(),
        Kind::Word(list) => word(list),
        Kind::Member | Kind::Official => form.members[usize::from(seed) % form.members.len()].who.id.clone(),
        Kind::Meeting => (usize::from(seed) % form.there_in(Section::Meeting) + 1).to_string(),
    }
}

impl Form {
    fn there_in(&self, section: Section) -> usize {
        self.there().filter(|(_, home)| home.section == section).count()
    }

    /// Fills in one box; which one, the seeds say.
    fn fill(&mut self, (which, field, seed): (u16, u16, u16)) {
        let as_it_was = self.clone();
        let sections: Vec<Section> = Section::ALL.into_iter().collect();
        let section = from(&sections, which % 97);
        let mut keys: Vec<String> = section.keys().map(str::to_owned).collect();
        if section == Section::Meeting {
            keys.extend(self.members.iter().map(|member| format!("{MARK}{}", member.who.id)));
        }
        let key = &keys[usize::from(field) % keys.len()];
        let lines = match section {
            Section::Meeting => &mut self.meetings,
            section => self.lines.get_mut(&section).unwrap(),
        };
        let count = lines.len();
        let nth = usize::from(which / 97) % count;
        let line = &mut lines[nth];
        let kind = section.kind(key).unwrap();
        // What names a record that is there stays.
        if line.home.is_none() || !section.required().contains(&key.as_str()) {
            line.fields.insert(key.clone(), value(kind, seed, &as_it_was));
        }
        if key.starts_with("counts.") {
            line.fields.entry("counts.present".to_owned()).or_insert_with(|| value(Kind::Count, seed, &as_it_was));
        }
        if line.home.is_some() {
            return;
        }
        for key in section.required() {
            let value = match (section, *key) {
                (_, "member") => continue,
                // No two meetings of one day.
                (Section::Meeting, "date") => format!("{YEAR}-12-{:02}", nth % 31 + 1),
                (Section::Meeting, _) => "extraordinary".to_owned(),
                _ => value(section.kind(key).unwrap(), seed, &as_it_was),
            };
            line.fields.insert((*key).to_owned(), value);
        }
    }

    /// What the records are to say: by section and file, without the order of rows.
    fn expected(&self, cell: &str) -> Vec<(Section, String, Fields)> {
        let meetings = self.meetings.iter().map(|line| (Section::Meeting, line));
        let lines = self.lines.iter().flat_map(|(section, lines)| lines.iter().map(|line| (*section, line)));
        let mut all = Vec::new();
        for (section, line) in meetings.chain(lines) {
            let mut fields = line.fields.clone();
            let number = fields.remove(OF_MEETING);
            let is_asked = line.home.is_some() || fields.keys().any(|key| key != "member") || number.is_some();
            if !is_asked {
                continue;
            }
            let of = number.map(|number| &self.meetings[number.parse::<usize>().unwrap() - 1]);
            let path =
                line.home.as_ref().or(of.and_then(|meeting| meeting.home.as_ref())).map(|home| home.path.clone());
            let path = path.unwrap_or_else(|| match section.file(cell, YEAR) {
                Some((path, _)) => path,
                None => {
                    let (date, kind) = (&line.fields["date"], &line.fields["kind"]);
                    crate::unit::join(cell, &format!("{YEAR}/{date}-{kind}.toml"))
                }
            });
            all.push((section, path, fields));
        }
        all.sort();
        all
    }
}

fn said(now: &Now) -> Vec<(Section, String, Fields)> {
    let record = |(home, fields): (&Home, &Fields)| (home.section, home.path.clone(), fields.clone());
    let mut all: Vec<_> = now.records.iter().map(record).collect();
    all.sort();
    all
}

#[test]
fn an_untouched_form_asks_for_nothing() {
    for register in &*REGISTERS {
        let (form, now) = register.read(&BTreeMap::new());
        let bytes = xlsx::write(&form).unwrap();
        assert_eq!(bytes, xlsx::write(&form).unwrap());
        let plan = register.plan(&bytes, &now);
        assert!(plan.changes.is_empty() && plan.conflicts.is_empty() && plan.bad.is_empty(), "{plan:?}");
        assert!(plan.emptied.is_empty(), "{plan:?}");
    }
}

#[test]
fn an_emptied_form_erases_nothing() {
    for register in &*REGISTERS {
        let (form, now) = register.read(&BTreeMap::new());
        let mut emptied = form.clone();
        for line in emptied.meetings.iter_mut().chain(emptied.lines.values_mut().flatten()) {
            line.fields.clear();
        }
        let plan = register.plan(&xlsx::filled(&emptied, &form).unwrap(), &now);
        assert!(plan.changes.is_empty() && plan.conflicts.is_empty() && plan.bad.is_empty(), "{plan:?}");
        let values: usize = form.there().map(|(line, _)| line.fields.len()).sum();
        assert_eq!(plan.emptied.len(), values);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, max_shrink_iters: 64, ..ProptestConfig::default() })]

    #[test]
    fn the_records_get_what_is_filled_in_and_only_once(which in 0usize..2, boxes in proptest::collection::vec(any::<(u16, u16, u16)>(), 1..40)) {
        let register = &REGISTERS[which];
        let (form, now) = register.read(&BTreeMap::new());
        let mut changed = form.clone();
        boxes.into_iter().for_each(|filled| changed.fill(filled));
        let bytes = xlsx::filled(&changed, &form).unwrap();
        let plan = register.plan(&bytes, &now);
        prop_assert!(plan.bad.is_empty() && plan.conflicts.is_empty() && plan.emptied.is_empty(), "{:?}", plan);
        let (_, then) = register.read(&register.applied(&plan.changes, &now));
        prop_assert_eq!(said(&then), changed.expected(register.cell));
        let again = register.plan(&bytes, &then);
        prop_assert!(again.changes.is_empty() && again.bad.is_empty() && again.conflicts.is_empty(), "{:?}", again);
    }

    /// What was filled in meets a register in which something else has been filled in since.
    #[test]
    fn what_changed_in_both_is_told_and_never_lost(
        which in 0usize..2,
        here in proptest::collection::vec(any::<(u16, u16, u16)>(), 1..20),
        there in proptest::collection::vec(any::<(u16, u16, u16)>(), 1..20),
    ) {
        let register = &REGISTERS[which];
        let (form, now) = register.read(&BTreeMap::new());
        let (mut mine, mut theirs) = (form.clone(), form.clone());
        // Only what is there: of two new records nobody knows whether they are one.
        let old = |form: &mut Form, boxes: Vec<(u16, u16, u16)>| for filled in boxes {
            let mut tried = form.clone();
            tried.fill(filled);
            let is_old = |form: &Form| form.there().map(|(line, _)| line.fields.clone()).collect::<Vec<_>>();
            if is_old(&tried) != is_old(form) { *form = tried; }
        };
        old(&mut mine, here);
        old(&mut theirs, there);
        let changes = register.plan(&xlsx::filled(&mine, &form).unwrap(), &now).changes;
        let (_, then) = register.read(&register.applied(&changes, &now));
        let plan = register.plan(&xlsx::filled(&theirs, &form).unwrap(), &then);
        prop_assert!(plan.bad.is_empty(), "{:?}", plan);
        for change in plan.changes.iter().chain(&plan.conflicts) {
            let now = then.records[&change.home].get(&change.key).cloned().unwrap_or_default();
            prop_assert_eq!(&change.now, &now);
            prop_assert_ne!(&change.will, &now);
        }
        for change in &plan.changes {
            let before = now.records[&change.home].get(&change.key).cloned().unwrap_or_default();
            // Nothing that changed in the register is written over unasked.
            prop_assert_eq!(&change.now, &before);
        }
    }
}
