//! `chibo take`: what others sent, record by record beside what is here, and written where nobody has to decide.

mod brought;

use std::{collections::BTreeMap, path::PathBuf};

use crate::{
    cli::{Globals, Side, TakeArgs},
    command::{
        Exit, Failure, Workplace,
        change::{self, Change, lines},
        form::Wish,
        import::take_back,
        open,
    },
    edit::diff,
    exchange::{
        compare::{Compared, Kind, compare},
        history::History,
        manifest::FORMAT,
        parcel::Parcel,
        place::{Placement, is_harmless, place as place_of},
    },
    form::plan::Prevails,
    io::Io,
    lang::{Lang, Words, plural, say},
    number::group,
    register::{claim::Claim, discover::UnitDir, open::scope},
    render::{Paths, take as render},
    unit::within,
};

pub(super) fn run(globals: &Globals, args: &TakeArgs, io: &mut Io<'_>) -> Result<Exit, Failure> {
    // A record of a day after `--as-of` is a record too.
    let place = open(&Globals { as_of: None, ..globals.clone() }, io)?;
    let (ctx, lang) = (&place.ctx, place.ctx.lang);
    let paths = Paths::new(&ctx.root, &io.working_dir);
    let into: Vec<String> = args.into.iter().cloned().collect();
    let here = scope(ctx, &place.here, &[])?.remove(0);
    let into = if into.is_empty() { None } else { Some(scope(ctx, &place.here, &into)?.remove(0)) };
    let mut history = History::read(&ctx.root);
    let mut taken = Taken::default();
    let brought = brought::brought(&args.files, &io.working_dir, lang)?;
    let is_among_others = brought.parcels.len() + brought.forms.len() > 1;
    let forms = Forms { args, into: into.as_ref(), files: &brought.forms, is_among_others };
    if brought.parcels.is_empty() {
        return forms.take(&place, io);
    }
    for parcel in &brought.parcels {
        taken.add(&place, parcel, into.as_ref(), &here, &history)?;
    }
    let is_taken = |kind| {
        matches!(kind, Kind::New | Kind::Different) || kind == Kind::Conflict && args.conflicts == Some(Side::Theirs)
    };
    let text = render::list(lang, &taken.rows(&paths), &taken.refused, io.width);
    io.print(&text).map_err(Failure::Output)?;
    if args.diff {
        io.print(&taken.diffs(&paths)).map_err(Failure::Output)?;
    }
    let changes: Vec<Change> =
        taken.records.values().filter(|came| is_taken(came.record.kind)).map(|came| came.record.change()).collect();
    let warnings = change::judge(ctx, &changes, &paths)?;
    let left = taken.count(Kind::Conflict) > 0 && args.conflicts.is_none();
    if args.write {
        change::write(&ctx.root, &changes, Vec::new(), &paths, lang)?;
        for Came { record, .. } in taken.records.values() {
            let is_known = is_taken(record.kind) || record.kind == Kind::Same;
            if is_known || record.kind == Kind::Conflict && args.conflicts == Some(Side::Mine) {
                history.add(&record.placed.path, record.digest.clone());
            }
        }
        io.print(&taken.written(changes.len(), ctx.settings.lang.unwrap_or(lang), lang)).map_err(Failure::Output)?;
        if let Err(error) = history.keep(&ctx.root) {
            let reason = crate::os::reason(&error, lang);
            io.complain(&say!(
                lang,
                "lưu ý: không nhớ được lần nhận này trong .chibo ({reason}); lần sau bản ghi đã sửa sẽ là xung đột\n",
                "note: this cannot be remembered in .chibo ({reason}); next time what was changed will be in conflict\n"
            ));
        }
    }
    let mut notes = taken.notes;
    if left {
        notes.push(say!(
            lang,
            "xung đột chưa được ghi: xem bằng --diff, rồi thêm --mine (giữ của sổ) hoặc --theirs (lấy bản gửi đến)",
            "what is in conflict was not written: look at it with --diff, then add --mine or --theirs"
        ));
    }
    if !args.write {
        notes.push(say!(lang, "chưa ghi gì; thêm --write để ghi", "nothing was written; --write does it"));
    }
    let label = say!(lang, "lưu ý", "note");
    let mut notes: String = notes.iter().map(|note| format!("{label}: {note}\n")).collect();
    notes += &lines(&warnings, &paths, lang);
    io.complain(&if warnings.is_empty() { notes } else { notes + "\n" });
    let refused = taken.refused.iter().any(|(_, why)| !is_harmless(*why));
    let exit = if left || refused || taken.has_unreadable { Exit::Findings } else { Exit::Fine };
    Ok(exit.max(forms.take(&place, io)?))
}

/// Forms of Excel, each taken as `chibo import` does.
struct Forms<'f> {
    args: &'f TakeArgs,
    into: Option<&'f UnitDir>,
    files: &'f [PathBuf],
    is_among_others: bool,
}

impl Forms<'_> {
    fn take(&self, place: &Workplace, io: &mut Io<'_>) -> Result<Exit, Failure> {
        let prevails = self.args.conflicts.map(|side| match side {
            Side::Mine => Prevails::Mine,
            Side::Theirs => Prevails::Theirs,
        });
        let mut exit = Exit::Fine;
        for file in self.files {
            let wish = Wish { write: self.args.write, prevails, into: self.into };
            let taken = match take_back(file, wish, place, io) {
                // One among others that cannot be taken is no reason to refuse these.
                Err(Failure::Usage(reason)) if self.is_among_others => {
                    io.complain(&say!(place.ctx.lang, "lỗi: {reason}\n", "error: {reason}\n"));
                    Exit::Findings
                }
                taken => taken?,
            };
            exit = exit.max(taken);
        }
        Ok(exit)
    }
}

/// A record and who brought it.
struct Came {
    record: Compared,
    from: String,
}

/// All that came.
#[derive(Default)]
struct Taken {
    /// By path.
    records: BTreeMap<String, Came>,
    /// What is not taken, by its name, and why.
    refused: Vec<(String, Words)>,
    has_unreadable: bool,
    notes: Vec<String>,
    /// The units that they are of.
    units: Vec<String>,
}

impl Taken {
    fn add(
        &mut self,
        place: &Workplace,
        parcel: &Parcel,
        into: Option<&UnitDir>,
        here: &UnitDir,
        history: &History,
    ) -> Result<(), Failure> {
        let (ctx, lang, from) = (&place.ctx, place.ctx.lang, &parcel.shown);
        if let Some((_, manifest)) = parcel.manifest.as_ref().filter(|(_, manifest)| manifest.format > FORMAT) {
            let format = manifest.format;
            return Err(Failure::Usage(say!(
                lang,
                "{from} ghi theo format = {format}; bản chibo này chỉ đọc format = {FORMAT}\ngợi ý: dùng bản chibo mới hơn",
                "{from} is of format = {format}; this version of chibo reads format = {FORMAT} only\nhint: use a newer chibo"
            )));
        }
        let told = |reason: String| Failure::Usage(format!("{from}: {reason}"));
        let Placement { placed, passed, tops } = place_of(ctx, parcel, into, here).map_err(told)?;
        let mut came: Vec<String> = Vec::new();
        let before = self.refused.len();
        let named = |(name, why): (String, Words)| (format!("{from}: {name}"), why);
        self.refused.extend(parcel.passed.iter().cloned().chain(passed).map(named));
        for placed in placed {
            let ours = change::bytes(ctx, &placed.path)?;
            let (theirs, path) = (placed.theirs.clone(), placed.path.clone());
            came.push(path.clone());
            match compare(placed, parcel, ours, history, lang) {
                Ok(record) => self.put(record, from, lang)?,
                Err(reason) => {
                    self.has_unreadable = true;
                    self.notes.push(format!("{from}: {theirs}: {reason}"));
                }
            }
        }
        if came.is_empty() {
            let why = render::none(&self.refused[before..], lang);
            return Err(told(say!(
                lang,
                "không có bản ghi nào cho sổ này{why}",
                "it holds no record for this register{why}"
            )));
        }
        let home = |path: &String| tops.iter().any(|top| within(path, top));
        let gone = history.paths().filter(|path| home(&(*path).to_owned()) && came.iter().all(|came| came != path));
        let gone: Vec<&str> = gone.filter(|path| parcel.manifest.is_some() && ctx.root.join(path).is_file()).collect();
        if !gone.is_empty() {
            let list = gone.join(", ");
            self.notes.push(say!(
                lang,
                "{from} không còn: {list}; sổ giữ nguyên, nếu bỏ thật thì tự xóa",
                "{from} no longer has: {list}; they stay here, delete them by hand if that is right"
            ));
        }
        self.units.extend(tops.iter().map(|top| top.to_string()).filter(|top| !top.is_empty()));
        Ok(())
    }

    /// Two who bring different versions cannot both be right.
    fn put(&mut self, record: Compared, from: &str, lang: Lang) -> Result<(), Failure> {
        let path = record.placed.path.clone();
        if let Some(other) = self.records.get(&path) {
            if other.record.digest == record.digest {
                return Ok(());
            }
            let other = &other.from;
            return Err(Failure::Usage(say!(
                lang,
                "{other} và {from} mang hai bản khác nhau của {path}; nhận từng tệp một",
                "{other} and {from} bring different versions of {path}; take one at a time"
            )));
        }
        if record.placed.claim == Claim::Names && record.kind != Kind::Same {
            self.notes.push(say!(
                lang,
                "{path} là họ tên: chỉ để trong máy, không gửi tiếp ra ngoài",
                "{path} holds names: keep it on this machine"
            ));
        }
        self.records.insert(path, Came { record, from: from.to_owned() });
        Ok(())
    }

    fn count(&self, kind: Kind) -> usize {
        self.records.values().filter(|came| came.record.kind == kind).count()
    }

    fn rows(&self, paths: &Paths) -> Vec<render::Row> {
        let row = |came: &Came| render::Row {
            kind: came.record.kind,
            path: paths.show(&came.record.placed.path),
            lines: came.record.lines(),
            from: came.from.clone(),
        };
        self.records.values().map(row).collect()
    }

    fn diffs(&self, paths: &Paths) -> String {
        let differ = self.records.values().filter(|came| came.record.kind != Kind::Same);
        let diff = |Came { record, .. }: &Came| {
            let old = record.ours.is_some().then(|| record.ours_text.replace("\r\n", "\n"));
            let new = record.theirs.text.replace("\r\n", "\n");
            diff::unified(&paths.show(&record.placed.path), old.as_deref(), &new)
        };
        differ.map(diff).collect()
    }

    fn written(&self, count: usize, register: Lang, lang: Lang) -> String {
        if count == 0 {
            return say!(lang, "không có gì để ghi\n", "there is nothing to write\n");
        }
        let mut units = self.units.clone();
        units.dedup();
        let units = units.join(", ");
        let said = |lang: Lang| {
            let (number, word) = (group(count as u64, lang), plural(count as u64, "record", "records"));
            say!(lang, "nhận {number} bản ghi", "{number} {word} taken")
        };
        let unit = if units.is_empty() { String::new() } else { format!("{units}: ") };
        let (done, message) = (said(lang), said(register));
        say!(lang, "đã {done}\nlời ghi commit: {unit}{message}\n", "{done}\ncommit message: {unit}{message}\n")
    }
}

impl Compared {
    fn change(&self) -> Change {
        Change {
            unit: self.placed.unit.clone(),
            claim: self.placed.claim,
            path: self.placed.path.clone(),
            bytes: self.ours.clone(),
            before: self.ours_text.clone(),
            after: self.theirs.text.to_string(),
            bom: self.theirs.bom,
        }
    }
}
