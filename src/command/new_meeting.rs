//! `chibo new-meeting`: a record ready to fill, or filled as far as the command line tells.

mod ask;
mod before;
mod choose_cell;
mod days;
mod form;
mod proof;
mod roll;
mod target;
mod tell;
mod text;
mod wish;

use std::sync::Arc;

use chrono::Datelike;

use self::{
    ask::Asker,
    roll::Called,
    target::Target,
    tell::{Next, Told},
    text::Text,
    wish::{Roll, Wish},
};
use crate::{
    cli::{Color, Globals, NewMeetingArgs},
    command::{Exit, Failure, Workplace, open},
    date::Date,
    finding::{Finding, Level, Report},
    io::Io,
    judge::commune_of,
    lang::say,
    register::{
        Cell, Commune,
        build::{self, load},
        claim::Claim,
        discover::{RecordFile, list},
    },
    render::Paths,
    rules,
    unit::{UnitLevel, join},
    write,
};

pub(super) fn run(globals: &Globals, args: &NewMeetingArgs, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let today = globals.as_of.unwrap_or(io.today);
    // Every row is read, also one from a day after `--as-of`: it tells who is expected on a day still to come.
    let place = open(&Globals { as_of: None, ..globals.clone() }, io)?;
    let (ctx, lang) = (&place.ctx, place.ctx.lang);
    let asker = io.can_ask.then(|| Asker::new(lang, globals.color != Color::Never));
    let unit = choose_cell::choose(&place, args.cell.as_deref(), asker.as_ref())?;
    let wish = Wish::of(args, today, lang)?;

    let top = commune_of(ctx, &unit);
    let mut report = Report::new(ctx);
    let listing = list(ctx, &top, UnitLevel::Cell, &mut report);
    let loaded = load(&listing, &mut report);
    let (wish, Draft { target, text, told }) = {
        let commune = build::commune(&top, &listing, &loaded, &mut report);
        let read = report.findings.len();
        rules::check(&commune, &mut report);
        let Some(cell) = commune.cells.iter().find(|cell| cell.unit == unit.id) else {
            return Err(tell::broken(&place, io, &unit.id, &["cell.toml"], &report.findings));
        };
        let work = Work {
            place: &place,
            commune: &commune,
            cell,
            today,
            reading: &report.findings[..read],
            all: &report.findings,
        };
        let (wish, target) = work.settle(args, wish, asker.as_ref(), io)?;
        let draft = work.draft(&wish, target, io)?;
        (wish, draft)
    };
    let record = RecordFile {
        path: target.path,
        unit: Arc::clone(&unit.id),
        claim: Claim::Meeting(wish.date.year()),
        closed: false,
    };
    let errors = proof::errors(ctx, &top, &listing, loaded, &record, &text);
    if !errors.is_empty() {
        return Err(tell::would_be_wrong(lang, &errors));
    }
    let shown = Paths::new(&ctx.root, &io.working_dir).show(&record.path);
    write::write(&ctx.root.join(&record.path), &text, target.over)
        .map_err(|error| Failure::Work(anyhow::Error::msg(write::explain(&error, &shown, lang))))?;
    told.tell(globals, &place, &unit, &shown, target.over, io)?;
    Ok(Exit::Fine)
}

/// A record that is ready to be written.
struct Draft {
    target: Target,
    text: String,
    told: Told,
}

/// The cell as it was read, and the day of the work.
#[derive(Clone, Copy)]
struct Work<'w, 'a> {
    place: &'w Workplace,
    commune: &'w Commune<'a>,
    cell: &'w Cell<'a>,
    today: Date,
    /// What was found while reading.
    reading: &'w [Finding],
    /// That, and what the rules found.
    all: &'w [Finding],
}

impl<'w> Work<'w, '_> {
    /// Asks what is missing, and says which file it is before more is asked.
    fn settle<'a>(
        self,
        args: &NewMeetingArgs,
        mut wish: Wish<'a>,
        asker: Option<&Asker>,
        io: &mut Io<'_>,
    ) -> Result<(Wish<'a>, Target), Failure> {
        let (ctx, lang) = (&self.place.ctx, self.place.ctx.lang);
        let asker = asker.filter(|_| args.date.is_none() || args.kind.is_none());
        if let Some(asker) = asker {
            // A month that had no meeting has its day already.
            if args.date.is_none() && (wish.roll.is_ok() || wish.month.is_none()) {
                wish.date = asker.date(self.cell, &wish, self.today, io)?;
            }
            if args.kind.is_none() {
                wish.kind = asker.kind()?;
            }
        }
        let wish = wish.settled();
        if let Some(reason) = days::refusal(self.cell, wish.date, wish.has_attendance(), self.today, lang) {
            return Err(Failure::Usage(reason));
        }
        let target = target::choose(ctx, &Paths::new(&ctx.root, &io.working_dir), self.cell, &wish, args.force)?;
        match asker.filter(|_| wish.roll.is_ok()) {
            Some(asker) => Ok((self.time_and_place(wish, asker)?, target)),
            None => Ok((wish, target)),
        }
    }

    fn time_and_place<'a>(self, mut wish: Wish<'a>, asker: &Asker) -> Result<Wish<'a>, Failure> {
        let usual = before::usual(&self.place.ctx, self.cell, &wish);
        if wish.start.is_none() {
            wish.start = asker.start(usual.start.as_deref())?;
        }
        if wish.place.is_none() {
            wish.place = asker.place(usual.place.as_deref())?;
        }
        Ok(wish)
    }

    fn draft(self, wish: &Wish<'_>, target: Target, io: &Io<'_>) -> Result<Draft, Failure> {
        let (ctx, lang) = (&self.place.ctx, self.place.ctx.lang);
        let called = match wish.roll {
            Ok(roll) => self.called(wish, roll, io)?,
            Err(_) => Called::default(),
        };
        let register_lang = ctx.settings.lang.unwrap_or(lang);
        let text =
            Text { ctx, lang: register_lang, commune: self.commune, cell: self.cell, wish, called: &called }.write();
        let notes = self.notes(wish, &called, &Paths::new(&ctx.root, &io.working_dir));
        Ok(Draft { target, text, told: Told { notes, next: Next::of(wish) } })
    }

    /// Who is expected; refused where nobody can know it.
    fn called(self, wish: &Wish<'_>, roll: Roll<'_>, io: &Io<'_>) -> Result<Called<'w>, Failure> {
        let lang = self.place.ctx.lang;
        let called = Called::of(self.cell, wish.kind, wish.date);
        let roster = join(&self.cell.unit, "members.csv");
        let spoilt = |finding: &Finding| finding.level == Level::Error && *finding.path == *roster;
        if called.unsure || self.reading.iter().any(spoilt) {
            let files = ["members.csv", "statuses.csv", "roles.csv"];
            return Err(tell::broken(self.place, io, &self.cell.unit, &files, self.all));
        }
        if let Roll::Counts { .. } = roll {
            return Ok(called);
        }
        called.refuse_nobody(wish.kind, wish.date, lang)?;
        if let Roll::Absent(absent) = roll {
            called.refuse_strangers(absent, wish.date, lang)?;
        }
        Ok(called)
    }

    fn notes(self, wish: &Wish<'_>, called: &Called<'_>, paths: &Paths) -> Vec<String> {
        let (ctx, lang) = (&self.place.ctx, self.place.ctx.lang);
        let mut notes: Vec<String> = days::warning(ctx, wish.date).into_iter().collect();
        if wish.roll.is_err()
            && let Some(held) = before::held_for(ctx, self.cell, wish.month())
        {
            let (month, path) = (wish.month().show(lang), paths.show(&held.source.path));
            notes.push(say!(
                lang,
                "tháng {month} có cuộc họp đã ghi: {path}",
                "a meeting is recorded for {month}: {path}"
            ));
        }
        if let Ok(Roll::Counts { expected, .. }) = wish.roll
            && usize::try_from(expected).is_ok_and(|expected| expected != called.expected.len())
        {
            let roster = called.expected.len();
            notes.push(say!(
                lang,
                "sổ giấy ghi {expected} người phải dự, còn theo members.csv và statuses.csv là {roster}",
                "the paper expects {expected}, while members.csv and statuses.csv expect {roster}"
            ));
        }
        if wish.roll.is_ok()
            && !before::is_thematic(wish.kind)
            && let Some(quarter) = before::quarter_without_theme(self.cell, wish.date)
        {
            let quarter = quarter.show(lang);
            notes.push(say!(lang, "{quarter} chưa có sinh hoạt chuyên đề", "{quarter} has no thematic meeting yet"));
        }
        notes
    }
}
