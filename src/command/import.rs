//! `chibo import`: tables of clerks into the register. What would be done is shown row by row; it is done only when asked.

mod attendance;
mod compare;
mod form;
mod letters;
mod members;
mod names;
mod officials;
mod outcome;
mod source;
mod summary;

pub(super) use self::form::take_back;
use self::source::Source;
use crate::{
    cli::{Globals, ImportArgs},
    command::{Exit, Failure, Workplace, event::Desk, form::Wish, open},
    import::What,
    io::Io,
    lang::say,
    register::{discover::UnitDir, open::scope},
    unit::UnitLevel,
};

pub(super) fn run(globals: &Globals, args: &ImportArgs, io: &mut Io<'_>) -> Result<Exit, Failure> {
    // Every row is read, also one from a day after `--as-of`.
    let place = open(&Globals { as_of: None, ..globals.clone() }, io)?;
    let Some(what) = args.what else {
        let wish = Wish { write: args.write, prevails: args.prevails, into: None };
        return take_back(&args.file, wish, &place, io);
    };
    let book = source::read(&args.file, place.ctx.lang, io)?;
    let source = Source::of(book, args, globals, place.ctx.lang, io)?;
    let mut work = Work { place: &place, args, source: &source, desk: Desk::new(&place, io) };
    let outcome = match what {
        What::Members => work.members()?,
        What::Attendance => work.attendance()?,
        What::Officials => work.officials()?,
        What::Summary => work.summary()?,
    };
    outcome.carry_out(work, io)
}

impl Work<'_> {
    /// The unit of a level that is named, or stood in.
    fn unit(&self, level: UnitLevel) -> Result<UnitDir, Failure> {
        let (place, lang) = (self.place, self.place.ctx.lang);
        let named: Vec<String> = self.args.unit.iter().cloned().collect();
        let unit = scope(&place.ctx, &place.here, &named)?.remove(0);
        if unit.level == level {
            return Ok(unit);
        }
        let (is, wanted) = (unit.level.label().of(lang), level.label().of(lang));
        Err(Failure::Usage(match &self.args.unit {
            Some(named) => say!(lang, "`{named}` là {is}, không phải {wanted}", "`{named}` is a {is}, not a {wanted}"),
            None => say!(
                lang,
                "chưa rõ {wanted} nào, vì đang đứng ở {is}; thêm --cell và đường dẫn của {wanted}",
                "which {wanted} is not clear, for this is a {is}; add --cell and the path of the {wanted}"
            ),
        }))
    }
}

/// One import.
struct Work<'w> {
    place: &'w Workplace,
    args: &'w ImportArgs,
    source: &'w Source,
    /// The records of the register as they are being edited.
    desk: Desk<'w>,
}
