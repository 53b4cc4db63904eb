//! `chibo roll-call`: the marks of a record that is there, and nothing else of it.

mod find;
mod marks;

use self::find::Found;
use crate::{
    cli::{Globals, RollCallArgs},
    command::{
        Exit, Failure, Workplace,
        ask::{Answer, Asker},
        change::{bars, lines},
        open,
        roll::{Called, Marks},
    },
    date::{self, Date},
    due,
    edit::{
        diff,
        proof::{self, Draft as Edited},
        toml_entries,
    },
    finding::{Finding, Level, Report},
    io::Io,
    judge::commune_of,
    lang::{Lang, say},
    number::percent,
    parse::Vocabulary,
    records::meeting::{Mark, Meeting},
    register::{Cell, Record, build, discover::list, load::load},
    render::Paths,
    rules,
    source::Source,
    targets::Goal,
    unit::UnitLevel,
    write::{self, Piece},
};

/// The key of the record under which marks stand.
const TABLE: &str = "attendance";

pub(super) fn run(globals: &Globals, args: &RollCallArgs, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let today = globals.as_of.unwrap_or(io.today);
    // Every row is read, also one from a day after `--as-of`.
    let place = open(&Globals { as_of: None, ..globals.clone() }, io)?;
    let asker = Asker::new(globals, place.ctx.lang, io);
    let found = match find::find(&place, args.record.as_deref(), today, asker.as_ref(), io)? {
        Answer::Said(found) => found,
        Answer::Back | Answer::Left => return Err(left(place.ctx.lang)),
    };
    call(&place, &found, args, today, asker.as_ref(), io)
}

fn left(lang: Lang) -> Failure {
    Failure::Usage(say!(lang, "đã thôi, chưa ghi gì", "stopped, nothing was written"))
}

fn call(
    place: &Workplace,
    found: &Found,
    args: &RollCallArgs,
    today: Date,
    asker: Option<&Asker>,
    io: &mut Io<'_>,
) -> Result<Exit, Failure> {
    let (ctx, lang) = (&place.ctx, place.ctx.lang);
    let paths = Paths::new(&ctx.root, &io.working_dir);
    let shown = paths.show(&found.file.path);
    let top = commune_of(ctx, &found.unit);
    let mut report = Report::new(ctx);
    let listing = list(ctx, &top, UnitLevel::Cell, &mut report);
    let loaded = load(&listing, &mut report);
    let commune = build::commune(&top, &listing, &loaded, &mut report);
    rules::check(&commune, &mut report);
    let cell = commune.cells.iter().find(|cell| cell.unit == found.unit.id);
    let record = cell.and_then(|cell| Some((cell, meeting(cell, &found.file.path)?)));
    let Some((cell, meeting)) = record else {
        return Err(unread(&report.findings, &found.file.path, &paths, lang));
    };
    let called = expected(cell, meeting, today, &report.findings, &paths, lang)?;
    let before: Marks = meeting.marks().map(|(id, mark)| (id.to_owned(), mark)).collect();
    let after = if args.marks.is_empty() && args.rest.is_none() {
        let Some(asker) = asker else { return Err(no_marks(&shown, lang)) };
        match marks::asked(place, found, cell, meeting, &called, &before, asker, io)? {
            Some(after) => after,
            None => return Err(left(lang)),
        }
    } else {
        marks::told(args, &called, &before, meeting.day(), lang)?
    };
    let change = Change { place, found, paths: &paths, shown: &shown };
    let told = change.carry_out(meeting.source, &before, &after, args.dry_run)?;
    if !args.dry_run {
        marks::draft(place, found, io).remove();
    }
    let (kind, day) = (meeting.kind.label(), meeting.day());
    change.tell(&told, &called, &after, args.dry_run, io, |lang| {
        let (kind, day, came) = (kind.of(lang), date::show(day, lang), came(&called, &after, lang));
        say!(lang, "điểm danh họp {kind} ngày {day}: {came}", "roll of the {kind} meeting of {day}: {came}")
    })
}

fn meeting<'c, 'a>(cell: &'c Cell<'a>, path: &str) -> Option<&'c Record<'a, Meeting<'a>>> {
    cell.meetings.iter().find(|meeting| meeting.source.path == path)
}

/// Who is called; refused where there is no roll to call, or nobody can know who is on it.
fn expected<'c>(
    cell: &'c Cell<'_>,
    meeting: &Record<'_, Meeting<'_>>,
    today: Date,
    findings: &[Finding],
    paths: &Paths,
    lang: Lang,
) -> Result<Called<'c>, Failure> {
    let day = meeting.day();
    let path = paths.show(&meeting.source.path);
    if meeting.held.copied() == Some(false) {
        return Err(Failure::Usage(say!(
            lang,
            "{path} ghi là không họp (held = false), nên không có điểm danh",
            "{path} says that there was no meeting (held = false), so there is no roll to call"
        )));
    }
    if day > today {
        let (day, today) = (date::show(day, lang), date::show(today, lang));
        return Err(Failure::Usage(say!(
            lang,
            "ngày họp {day} chưa đến (hôm nay là {today}), chưa điểm danh được",
            "the meeting of {day} is still to come (today is {today}), there is no roll to call yet"
        )));
    }
    let called = Called::of(cell, *meeting.kind, day);
    if called.unsure {
        let tables = ["members.csv", "statuses.csv", "roles.csv"].map(|file| crate::unit::join(&cell.unit, file));
        let faults: Vec<Finding> = findings
            .iter()
            .filter(|finding| finding.level == Level::Error && tables.iter().any(|table| **table == *finding.path))
            .cloned()
            .collect();
        let faults = lines(&faults, paths, lang);
        return Err(Failure::Usage(say!(
            lang,
            "danh sách của chi bộ còn lỗi nên chưa biết ai phải dự; sửa rồi chạy lại:\n{faults}",
            "the cell's tables are at fault, so who is expected is not known; mend them first:\n{faults}"
        )));
    }
    called.refuse_nobody(*meeting.kind, day, lang)?;
    Ok(called)
}

fn unread(findings: &[Finding], path: &str, paths: &Paths, lang: Lang) -> Failure {
    let faults: Vec<Finding> = findings.iter().filter(|finding| *finding.path == *path).cloned().collect();
    let (path, faults) = (paths.show(path), lines(&faults, paths, lang));
    Failure::Usage(say!(
        lang,
        "không đọc được {path}; sửa rồi chạy lại:\n{faults}",
        "{path} cannot be read; mend it first:\n{faults}"
    ))
}

fn no_marks(shown: &str, lang: Lang) -> Failure {
    Failure::Usage(say!(
        lang,
        "chưa biết ai có mặt; chạy trên màn hình, hoặc ghi dấu, như: chibo roll-call {shown} --excused dv02 --rest present",
        "who came is not known; run it in a terminal, or give marks, as in: chibo roll-call {shown} --excused dv02 --rest present"
    ))
}

/// How many came, in a few words.
fn came(called: &Called<'_>, marks: &Marks, lang: Lang) -> String {
    let count = |mark: Mark| marks.values().filter(|other| **other == mark).count() as u64;
    let present = count(Mark::Present) + count(Mark::Late);
    let extra = marks
        .iter()
        .filter(|(id, mark)| matches!(mark, Mark::Present | Mark::Late) && !called.expected.contains(&id.as_str()));
    let expected = called.expected.len() as u64 + extra.count() as u64;
    let share = percent(present, expected, Some(Goal::AtLeast(85)), lang);
    let (late, excused, absent) = (count(Mark::Late), count(Mark::Excused), count(Mark::Absent));
    say!(
        lang,
        "có mặt {present}/{expected} = {share} (đến muộn {late}), vắng có lý do {excused}, không lý do {absent}",
        "present {present}/{expected} = {share} ({late} late), excused {excused}, absent without reason {absent}"
    )
}

/// The record that changes.
struct Change<'c> {
    place: &'c Workplace,
    found: &'c Found,
    paths: &'c Paths,
    /// Its path as the reader can open it.
    shown: &'c str,
}

/// What a change came to.
struct Told {
    /// The diff, or the path; empty where nothing changes.
    text: String,
    warnings: Vec<Finding>,
}

impl Change<'_> {
    /// Judges the record with its new marks, then shows or writes it.
    fn carry_out(&self, source: &Source, before: &Marks, after: &Marks, dry_run: bool) -> Result<Told, Failure> {
        let (ctx, lang) = (&self.place.ctx, self.place.ctx.lang);
        let ids = before.keys().chain(after.keys());
        let mark = |marks: &Marks, id: &String| marks.get(id).copied().unwrap_or(Mark::Blank);
        let changed = ids.filter(|id| mark(before, id) != mark(after, id));
        let values = changed.map(|id| (id.clone(), mark(after, id).word().to_owned())).collect();
        let shown = self.shown;
        let not_edited = || {
            Failure::Usage(say!(
                lang,
                "chưa ghi gì: không sửa được phần [{TABLE}] của {shown}; chạy chibo fmt rồi chạy lại",
                "nothing was written: [{TABLE}] of {shown} cannot be edited; run chibo fmt, then this again"
            ))
        };
        if source.utf16 {
            return Err(not_edited());
        }
        let text = toml_entries::set(&source.text, TABLE, &values).ok_or_else(not_edited)?;
        if text == source.text || values.is_empty() {
            return Ok(Told { text: String::new(), warnings: Vec::new() });
        }
        let source_after = Source::new(source.path.to_string(), text.clone());
        let edited = Edited { file: self.found.file.clone(), unit: self.found.unit.clone(), source: source_after };
        // Who is still without a mark is called another time.
        let (errors, warnings): (Vec<_>, Vec<_>) = proof::findings(ctx, &[edited]).into_iter().partition(bars);
        if !errors.is_empty() {
            let errors = lines(&errors, self.paths, lang);
            return Err(Failure::Usage(say!(
                lang,
                "chưa ghi gì, vì ghi vào thì bản ghi sẽ sai:\n{errors}",
                "nothing was written, for the record would be wrong:\n{errors}"
            )));
        }
        if dry_run {
            return Ok(Told { text: diff::unified(shown, Some(&source.text), &text), warnings });
        }
        let path = ctx.root.join(&*source.path);
        let bom = if source.bom { "\u{FEFF}" } else { "" };
        let (old, new) = (format!("{bom}{}", source.text), format!("{bom}{text}"));
        let piece = Piece { path, old: Some(old.as_bytes()), new: &new };
        write::write_together(&[piece])
            .map_err(|(_, error)| Failure::Work(anyhow::Error::msg(write::explain(&error, shown, lang))))?;
        Ok(Told { text: format!("{shown}\n"), warnings })
    }

    fn tell(
        &self,
        told: &Told,
        called: &Called<'_>,
        marks: &Marks,
        dry_run: bool,
        io: &mut Io<'_>,
        said: impl Fn(Lang) -> String,
    ) -> Result<Exit, Failure> {
        let (settings, lang) = (&self.place.ctx.settings, self.place.ctx.lang);
        let mut text = format!("{}{}\n", told.text, said(lang));
        if !told.text.is_empty() {
            let unit = &*self.found.unit.id;
            let unit = if unit.is_empty() { String::new() } else { format!("{unit}: ") };
            let message = said(settings.lang.unwrap_or(lang));
            text += &say!(lang, "lời ghi commit: {unit}{message}\n", "commit message: {unit}{message}\n");
        }
        io.print(&text).map_err(Failure::Output)?;
        let mut notes = Vec::new();
        let waiting = called.expected.iter().filter(|id| !marks.contains_key(**id)).count();
        if waiting > 0 {
            notes.push(say!(lang, "còn {waiting} người chưa điểm danh", "{waiting} without a mark"));
        }
        if told.text.is_empty() {
            notes.push(say!(
                lang,
                "các dấu đã như vậy, không có gì để ghi",
                "the marks are so already, nothing to write"
            ));
        } else if dry_run {
            notes.push(say!(lang, "chưa ghi gì (--dry-run)", "nothing was written (--dry-run)"));
        }
        let label = say!(lang, "lưu ý", "note");
        let notes: String = notes.iter().map(|note| format!("{label}: {note}\n")).collect();
        // That marks are missing has been said.
        let warnings: Vec<Finding> = told.warnings.iter().filter(|finding| !due::waits(finding.id)).cloned().collect();
        let warnings = lines(&warnings, self.paths, lang);
        io.complain(&if warnings.is_empty() { notes } else { notes + &warnings + "\n" });
        Ok(Exit::Fine)
    }
}
