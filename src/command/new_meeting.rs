//! `chibo new-meeting`: a record ready to fill, or filled as far as the command line or a guided entry tells.

mod before;
pub(super) mod choose_cell;
mod days;
mod entry;
mod form;
mod guide;
mod proof;
mod target;
mod tell;
mod text;
mod wish;

use std::sync::Arc;

use chrono::Datelike;

use self::{
    choose_cell::Chosen,
    guide::Guide,
    target::Target,
    tell::{Next, Told},
    text::Text,
    wish::{Roll, Wish},
};
use crate::{
    cli::{Globals, NewMeetingArgs},
    command::{
        Exit, Failure, Workplace,
        ask::{Answer, Asker},
        open,
        roll::Called,
    },
    date::Date,
    draft::Draft,
    finding::{Finding, Level, Report},
    io::Io,
    judge::commune_of,
    lang::say,
    register::{
        Cell, Commune, build,
        claim::Claim,
        discover::{RecordFile, UnitDir, list},
        load::load,
    },
    render::Paths,
    rules::{self, personal_number, secrecy_mark},
    unit::{UnitLevel, join},
    write,
};

pub(super) fn run(globals: &Globals, args: &NewMeetingArgs, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let today = globals.as_of.unwrap_or(io.today);
    // Every row is read, also one from a day after `--as-of`: it tells who is expected on a day still to come.
    let place = open(&Globals { as_of: None, ..globals.clone() }, io)?;
    let asker = Asker::new(globals, place.ctx.lang, io);
    loop {
        let Chosen { unit, asked } = choose_cell::choose(&place, args.cell.as_deref(), asker.as_ref(), "new-meeting")?;
        let job = Job { globals, args, place: &place, unit: &unit, today };
        match (job.run(asker.as_ref(), io)?, asker.as_ref()) {
            (Answer::Said(()), _) => return Ok(Exit::Fine),
            (Answer::Back, _) if asked => {}
            (_, Some(asker)) => return Err(asker.left()),
            (_, None) => return Ok(Exit::Fine),
        }
    }
}

/// One record of one cell.
#[derive(Clone, Copy)]
struct Job<'j> {
    globals: &'j Globals,
    args: &'j NewMeetingArgs,
    place: &'j Workplace,
    unit: &'j UnitDir,
    today: Date,
}

impl Job<'_> {
    fn run(self, asker: Option<&Asker>, io: &mut Io<'_>) -> Result<Answer<()>, Failure> {
        let (place, unit, args) = (self.place, self.unit, self.args);
        let (ctx, lang) = (&place.ctx, place.ctx.lang);
        let given = Wish::of(args, self.today, lang)?.settled();
        let top = commune_of(ctx, unit);
        let mut report = Report::new(ctx);
        let listing = list(ctx, &top, UnitLevel::Cell, &mut report);
        let loaded = load(&listing, &mut report);
        let kept = Draft::of(io, &ctx.root, &format!("new-meeting {}", unit.id));
        // Whoever says day and kind knows what to write.
        let guided = asker.filter(|_| args.date.is_none() || args.kind.is_none());
        let (date, ready) = {
            let commune = build::commune(&top, &listing, &loaded, &mut report);
            let read = report.findings.len();
            rules::check(&commune, &mut report);
            let Some(cell) = commune.cells.iter().find(|cell| cell.unit == unit.id) else {
                return Err(tell::broken(place, io, &unit.id, &["cell.toml"], &report.findings));
            };
            let (today, reading, all) = (self.today, &report.findings[..read], &*report.findings);
            let work = Work { place, commune: &commune, cell, today, reading, all };
            let entry = match guided.map(|asker| Guide::new(work, args, &given, asker, kept.clone()).run(io)) {
                None => None,
                Some(answered) => match answered? {
                    Answer::Said(entry) => Some(entry),
                    Answer::Back => return Ok(Answer::Back),
                    Answer::Left => return Ok(Answer::Left),
                },
            };
            let wish = entry.as_ref().map_or_else(|| given.clone(), |entry| entry.wish(&given));
            let target = work.target(args, &wish, io)?;
            (wish.date, work.ready(&wish, target, io)?)
        };
        let Ready { target, text, told } = ready;
        let record = RecordFile {
            path: target.path,
            unit: Arc::clone(&unit.id),
            claim: Claim::Meeting(date.year()),
            closed: false,
        };
        let errors = proof::errors(ctx, &top, &listing, loaded, &record, &text);
        if !errors.is_empty() {
            return Err(tell::would_be_wrong(lang, &errors));
        }
        let shown = Paths::new(&ctx.root, &io.working_dir).show(&record.path);
        write::write(&ctx.root.join(&record.path), &text, target.over)
            .map_err(|error| Failure::Work(anyhow::Error::msg(write::explain(&error, &shown, lang))))?;
        if guided.is_some() {
            kept.remove();
        }
        told.tell(self.globals, place, unit, &record.path, target.over, io)?;
        Ok(Answer::Said(()))
    }
}

/// A record that is ready to be written.
struct Ready {
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
    /// Which file it is, where its day can be.
    fn target(self, args: &NewMeetingArgs, wish: &Wish<'_>, io: &Io<'_>) -> Result<Target, Failure> {
        let (ctx, lang) = (&self.place.ctx, self.place.ctx.lang);
        if let Some(reason) = days::refusal(self.cell, wish.date, wish.has_attendance(), self.today, lang) {
            return Err(Failure::Usage(reason));
        }
        target::choose(ctx, &Paths::new(&ctx.root, &io.working_dir), self.cell, wish, args.force)
    }

    fn ready(self, wish: &Wish<'_>, target: Target, io: &Io<'_>) -> Result<Ready, Failure> {
        let text = self.text(wish, io)?;
        let called = self.called(wish, io)?;
        let notes = self.notes(wish, &called, &Paths::new(&self.place.ctx.root, &io.working_dir));
        Ok(Ready { target, text, told: Told { notes, next: Next::of(wish) } })
    }

    /// In the language of the register: whoever opens the file reads it, not only who writes it.
    fn text(self, wish: &Wish<'_>, io: &Io<'_>) -> Result<String, Failure> {
        let ctx = &self.place.ctx;
        let called = self.called(wish, io)?;
        let lang = ctx.settings.lang.unwrap_or(ctx.lang);
        Ok(Text { ctx, lang, commune: self.commune, cell: self.cell, wish, called: &called }.write())
    }

    /// Who is expected, nobody where there was no meeting; refused where nobody can know it.
    fn called(self, wish: &Wish<'_>, io: &Io<'_>) -> Result<Called<'w>, Failure> {
        let lang = self.place.ctx.lang;
        let Ok(roll) = wish.roll else { return Ok(Called::default()) };
        let called = Called::of(self.cell, wish.kind, wish.date);
        let roster = join(&self.cell.unit, "members.csv");
        // What is searched for in every text takes nothing from what the roster says.
        let searched = [personal_number::RULE.id, secrecy_mark::RULE.id];
        let spoilt = |finding: &Finding| {
            finding.level == Level::Error && *finding.path == *roster && !searched.contains(&finding.id)
        };
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
