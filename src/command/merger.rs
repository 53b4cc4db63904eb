//! `chibo merge-cells` and `chibo merge-villages`: units of a commune become one on a day, in one write.

mod cells;
mod later;
mod members;
mod officials;
mod villages;

use crate::{
    cli::{Globals, MergeCellsArgs, MergeUnitsArgs},
    command::{
        Exit, Failure, Workplace,
        change::{self, Change, Told, bytes, carry_out},
        event::Desk,
        open, typed,
    },
    date::{self, Date, plus_days},
    edit::toml_keys,
    finding::Report,
    io::Io,
    judge::commune_of,
    lang::say,
    records::agreement::Agreement,
    register::{
        Commune, Record, build,
        claim::Claim,
        discover::{UnitDir, list},
        load::load,
        open::scope,
    },
    render::Typed,
    source::{Source, decode},
    unit::UnitLevel,
};

pub(super) fn cells(globals: &Globals, args: &MergeCellsArgs, io: &mut Io<'_>) -> Result<Exit, Failure> {
    within_commune(globals, &args.merged, UnitLevel::Cell, io, |job| cells::merge(job, args))
}

pub(super) fn villages(globals: &Globals, args: &MergeUnitsArgs, io: &mut Io<'_>) -> Result<Exit, Failure> {
    // A number sign is a remark to most shells.
    let village = |unit: &String| if unit.contains(['#', '/']) { unit.clone() } else { format!("#{unit}") };
    let args = MergeUnitsArgs { units: args.units.iter().map(village).collect(), ..args.clone() };
    within_commune(globals, &args, UnitLevel::Village, io, villages::merge)
}

/// The sentence of what happened.
type Said = change::Said<'static>;

/// A merger, the commune as it was read, and what has been edited so far.
struct Job<'j, 'a> {
    place: &'j Workplace,
    commune: &'j Commune<'a>,
    top: &'j UnitDir,
    args: &'j MergeUnitsArgs,
    /// The ids of the units that are named, within the commune.
    units: Vec<String>,
    desk: Desk<'j>,
    documents: Vec<Change>,
    notes: Vec<String>,
    typed: Typed,
    /// The commands that come next.
    next: Vec<String>,
}

/// Reads the commune of the units that are named, lets it be edited, and carries that out.
fn within_commune(
    globals: &Globals,
    args: &MergeUnitsArgs,
    level: UnitLevel,
    io: &mut Io<'_>,
    work: impl FnOnce(&mut Job<'_, '_>) -> Result<Said, Failure>,
) -> Result<Exit, Failure> {
    // Every row is read, also one from a day after `--as-of`.
    let place = open(&Globals { as_of: None, ..globals.clone() }, io)?;
    let (ctx, lang) = (&place.ctx, place.ctx.lang);
    let named = scope(ctx, &place.here, &args.units)?;
    if let Some(other) = named.iter().find(|unit| unit.level != level) {
        let (id, is, wanted) = (&other.id, other.level.label().of(lang), level.label().of(lang));
        return Err(Failure::Usage(say!(
            lang,
            "`{id}` là {is}, không phải {wanted}",
            "`{id}` is a {is}, not a {wanted}"
        )));
    }
    if ctx.root_level == UnitLevel::Cell {
        return Err(Failure::Usage(say!(
            lang,
            "gốc của sổ này là một chi bộ; sáp nhập thì làm ở sổ của xã",
            "the root of this register is a cell; merge in the register of the commune"
        )));
    }
    let top = commune_of(ctx, &named[0]);
    if let Some(other) = named.iter().find(|unit| commune_of(ctx, unit) != top) {
        let (one, other) = (&named[0].id, &other.id);
        return Err(Failure::Usage(say!(
            lang,
            "`{one}` và `{other}` không cùng xã; chỉ sáp nhập trong một xã",
            "`{one}` and `{other}` are not of one commune; only units of one are merged"
        )));
    }
    let mut report = Report::new(ctx);
    let listing = list(ctx, &top, UnitLevel::Cell, &mut report);
    let loaded = load(&listing, &mut report);
    let commune = build::commune(&top, &listing, &loaded, &mut report);
    let part = |unit: &UnitDir| unit.id.rsplit(['/', '#']).next().unwrap_or_default().to_owned();
    let mut job = Job {
        place: &place,
        commune: &commune,
        top: &top,
        args,
        units: named.iter().map(part).collect(),
        desk: Desk::new(&place, io),
        documents: Vec::new(),
        notes: Vec::new(),
        typed: typed(globals, &place, io),
        next: Vec::new(),
    };
    let said = work(&mut job)?;
    let mut changes = job.desk.changes();
    changes.extend(job.documents);
    changes.sort_by(|one, other| one.path.cmp(&other.path));
    let told = Told { notes: job.notes, next: job.next.join("\n"), ..Told::new(said) };
    carry_out(&place, changes, &told, &top.id, args.dry_run, io)
}

impl Job<'_, '_> {
    fn day(&self) -> Date {
        self.args.date
    }

    /// The first day of what goes on.
    fn next_day(&self) -> Date {
        plus_days(self.args.date, 1)
    }

    fn shown(&self, day: Date) -> String {
        date::show(day, self.place.ctx.lang)
    }

    fn refuse(&self, reason: String) -> Failure {
        let lang = self.place.ctx.lang;
        Failure::Usage(say!(lang, "chưa ghi gì: {reason}", "nothing was written: {reason}"))
    }

    /// The id that `--into` names, without the commune that may stand in front.
    fn id_to_go_on(&self) -> Result<String, Failure> {
        let (ctx, lang, into) = (&self.place.ctx, self.place.ctx.lang, &self.args.into);
        let Some((front, id)) = into.rsplit_once(['/', '#']) else { return Ok(into.clone()) };
        let front = if front.is_empty() { Vec::new() } else { vec![front.to_owned()] };
        let is_here = front.is_empty()
            || scope(ctx, &self.place.here, &front)?.first().is_some_and(|unit| commune_of(ctx, unit) == *self.top);
        if is_here {
            return Ok(id.to_owned());
        }
        Err(self.refuse(say!(
            lang,
            "--into {into} ở xã khác; chỉ sáp nhập trong một xã",
            "--into {into} is of another commune; only units of one are merged"
        )))
    }

    /// Sets keys of a TOML record.
    fn set(&mut self, unit: &UnitDir, claim: Claim, source: &Source, keys: &[(&str, String)]) -> Result<(), Failure> {
        let (lang, path) = (self.place.ctx.lang, &source.path);
        let index = match self.documents.iter().position(|change| change.path == *path) {
            Some(index) => index,
            None => {
                let change = self.document(unit, claim, source)?;
                self.documents.push(change);
                self.documents.len() - 1
            }
        };
        for (key, value) in keys {
            let edited = toml_keys::set(&self.documents[index].after, key, value).ok_or_else(|| {
                self.refuse(say!(
                    lang,
                    "không sửa được `{key}` trong {path}; chạy chibo fmt, rồi chạy lại",
                    "`{key}` of {path} cannot be edited; run chibo fmt, then this again"
                ))
            })?;
            self.documents[index].after = edited;
        }
        Ok(())
    }

    fn document(&self, unit: &UnitDir, claim: Claim, source: &Source) -> Result<Change, Failure> {
        let (lang, path) = (self.place.ctx.lang, source.path.to_string());
        let bytes = bytes(&self.place.ctx, &path)?;
        let now = bytes.as_deref().and_then(|bytes| decode(path.clone(), bytes).ok().map(Source::into_owned));
        match now {
            Some(now) if now.utf16 => Err(self.refuse(say!(
                lang,
                "{path} ghi bằng UTF-16; chạy chibo fmt rồi chạy lại",
                "{path} is in UTF-16; run chibo fmt, then this again"
            ))),
            Some(now) if now.text == source.text => {
                let (before, after) = (now.text.to_string(), now.text.to_string());
                Ok(Change { unit: unit.clone(), claim, path, bytes, before, after, bom: now.bom })
            }
            _ => Err(self.refuse(say!(
                lang,
                "vừa có người khác ghi {path}; chạy lại",
                "somebody has just written {path}; run this again"
            ))),
        }
    }

    /// Agreements that have not ended by the day end on it; gives the villages whose agreements they were.
    fn end_agreements(
        &mut self,
        concerns: impl Fn(&Record<'_, Agreement<'_>>) -> bool,
    ) -> Result<Vec<String>, Failure> {
        let (lang, day) = (self.place.ctx.lang, self.day());
        let mut villages = Vec::new();
        let goes_on =
            |agreement: &Record<'_, Agreement<'_>>| agreement.ended.copied().is_none_or(|ended| ended.0 > day);
        for agreement in self.commune.agreements.iter().filter(|agreement| concerns(agreement) && goes_on(agreement)) {
            let keys = [("ended", day.format("%Y-%m-%d").to_string())];
            self.set(self.top, Claim::Agreement, agreement.source, &keys)?;
            let (path, shown) = (self.desk.show(&agreement.source.path), self.shown(day));
            self.notes.push(say!(
                lang,
                "quy chế phối hợp {path} kết thúc ngày {shown}",
                "the agreement {path} ends on {shown}"
            ));
            villages.push(agreement.village.to_string());
        }
        villages.sort();
        villages.dedup();
        Ok(villages)
    }

    /// What is to be signed anew.
    fn sign_anew(&mut self, village: &str) {
        let lang = self.place.ctx.lang;
        let signed = say!(lang, "NGÀY-KÝ", "DAY-SIGNED");
        let unit = format!("{}#{village}", self.top.id);
        let command = self.typed.command("new-agreement", &unit);
        self.notes.push(say!(
            lang,
            "quy chế phối hợp của thôn `{village}` cần ký lại, ký xong thì ghi",
            "the agreement of the village `{village}` is to be signed anew, and then recorded"
        ));
        self.next.push(format!("{command} --signed {signed}"));
    }
}
