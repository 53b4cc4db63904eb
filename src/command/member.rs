//! `chibo member`: one dated event in a member's life.

mod forget;
mod join;
mod part;
mod role;
mod status;

use crate::{
    cli::{Globals, MemberArgs, MemberEvent},
    command::{
        Exit, Failure, Workplace,
        event::{Book, Desk, Told, Who, split},
        open, typed,
    },
    date::{self, Date},
    finding::{Finding, Report},
    io::Io,
    judge::commune_of,
    lang::{Lang, say},
    parse::dates::Day,
    records::{
        member::{Leaving, MemberRow},
        role::RoleHow,
        status::Status,
    },
    register::{
        Cell, Record, build,
        discover::{UnitDir, list},
        load::load,
        people::span,
    },
    render::Typed,
    rules,
    unit::{UnitLevel, join},
};

pub(super) fn run(globals: &Globals, args: &MemberArgs, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let date = args.date.or(globals.as_of).unwrap_or(io.today);
    // Every row is read, also one from a day after `--as-of`.
    let place = open(&Globals { as_of: None, ..globals.clone() }, io)?;
    let who = match (&args.who, args.event) {
        (named, MemberEvent::Admit) => {
            Who { unit: Who::unit(&place, named.as_deref(), UnitLevel::Cell, "")?, id: String::new() }
        }
        (named, _) => split(&place, named.as_deref().unwrap_or_default(), UnitLevel::Cell)?,
    };
    let (mut desk, typed) = (Desk::new(&place, io), typed(globals, &place, io));
    with_cell(&place, &who.unit, |cell, findings| {
        // Whoever stands in a row that cannot be read is not known to be there or not.
        desk.sheet(&who.unit, Book::Members, &cell.members)?;
        let job = Job { place: &place, cell, who: &who, date, args, findings, typed: &typed };
        let told = match args.event {
            MemberEvent::Admit => job.admit(&mut desk)?,
            MemberEvent::Official => job.official(&mut desk)?,
            MemberEvent::Transfer => job.transfer(&mut desk)?,
            MemberEvent::Leave => job.leave(args.leaving.unwrap_or(Leaving::Resigned), &mut desk)?,
            MemberEvent::Exempt if args.until.is_some() => job.kept_away(Status::ExemptTemporarily, &mut desk)?,
            MemberEvent::Exempt => job.kept_away(Status::Exempt, &mut desk)?,
            MemberEvent::Away => job.kept_away(Status::Away, &mut desk)?,
            MemberEvent::Suspend => job.kept_away(Status::Suspended, &mut desk)?,
            MemberEvent::Return => job.back(&mut desk)?,
            MemberEvent::Elect => job.takes_role(RoleHow::Elected, &mut desk)?,
            MemberEvent::Appoint => job.takes_role(RoleHow::Appointed, &mut desk)?,
            MemberEvent::Relieve => job.relieved(&mut desk)?,
            MemberEvent::Forget => job.forget(&mut desk)?,
        };
        desk.carry_out(&told, &who.unit.id, args.dry_run, io)
    })
}

/// Reads the commune of a cell, and hands over the cell with what was found in its commune.
pub(super) fn with_cell<T>(
    place: &Workplace,
    unit: &UnitDir,
    work: impl FnOnce(&Cell<'_>, &[Finding]) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let (ctx, lang) = (&place.ctx, place.ctx.lang);
    let top = commune_of(ctx, unit);
    let mut report = Report::new(ctx);
    let listing = list(ctx, &top, UnitLevel::Cell, &mut report);
    let loaded = load(&listing, &mut report);
    let commune = build::commune(&top, &listing, &loaded, &mut report);
    rules::check(&commune, &mut report);
    let Some(cell) = commune.cells.iter().find(|cell| cell.unit == unit.id) else {
        let path = join(&unit.id, "cell.toml");
        return Err(Failure::Usage(say!(
            lang,
            "chưa ghi gì, vì {path} còn lỗi; chạy chibo check rồi sửa trước",
            "nothing was written, for {path} is at fault; run chibo check and mend it first"
        )));
    };
    work(cell, &report.findings)
}

/// An event and the cell as it was read.
#[derive(Clone, Copy)]
struct Job<'j, 'a> {
    place: &'j Workplace,
    cell: &'j Cell<'a>,
    who: &'j Who,
    date: Date,
    args: &'j MemberArgs,
    /// In the commune, before the event.
    findings: &'j [Finding],
    typed: &'j Typed,
}

/// A row of the roster and its number.
type Membership<'j, 'a> = (usize, &'j Record<'a, MemberRow<'a>>);

impl<'j, 'a> Job<'j, 'a> {
    fn memberships(self) -> impl Iterator<Item = Membership<'j, 'a>> {
        self.cell.members.rows.iter().enumerate().filter(move |(_, row)| **row.id == *self.who.id)
    }

    /// The membership on the day of the event.
    fn membership(self) -> Result<Membership<'j, 'a>, Failure> {
        let covers = |row: &Record<'_, MemberRow<'_>>| {
            span(row, &row.from, &row.until).is_some_and(|span| span.covers(self.date))
        };
        if let Some(found) = self.memberships().find(|(_, row)| covers(row)) {
            return Ok(found);
        }
        self.known()?;
        let (lang, id, day) = (self.place.ctx.lang, &self.who.id, date::show(self.date, self.place.ctx.lang));
        let times = self.memberships().map(|(_, row)| time(row.from.copied(), row.until.copied(), lang));
        let times: Vec<String> = times.collect();
        let times = times.join("; ");
        Err(Failure::Usage(say!(
            lang,
            "`{id}` không sinh hoạt ở chi bộ ngày {day}; theo members.csv: {times}",
            "`{id}` was no member of the cell on {day}; by members.csv: {times}"
        )))
    }

    fn known(self) -> Result<(), Failure> {
        if self.memberships().next().is_some() {
            return Ok(());
        }
        let ids: Vec<&str> = self.cell.members.rows.iter().map(|row| &**row.id).collect();
        Err(self.who.unknown(self.place, &ids, &join(&self.cell.unit, "members.csv")))
    }

    fn official(self, desk: &mut Desk<'_>) -> Result<Told<'j>, Failure> {
        let (nth, row) = self.membership()?;
        let (lang, id, day) = (self.place.ctx.lang, &self.who.id, self.date);
        if let Some(since) = row.official.copied() {
            let since = since.show(lang);
            return Err(Failure::Usage(say!(
                lang,
                "`{id}` đã là đảng viên chính thức từ {since}",
                "`{id}` has been an official member since {since}"
            )));
        }
        let sheet = desk.sheet(&self.who.unit, Book::Members, &self.cell.members)?;
        let written = sheet.day(day);
        sheet.set(nth, "official", &written);
        Ok(Told::new(move |lang| {
            let day = date::show(day, lang);
            say!(lang, "{id} được công nhận chính thức từ {day}", "{id} official since {day}")
        }))
    }
}

/// The time of a row, in words that follow what it is a time of.
fn time(from: Option<Day>, until: Option<Day>, lang: Lang) -> String {
    let day = |day: Option<Day>| day.map(|day| date::show(day.0, lang));
    match (day(from), day(until)) {
        (Some(from), Some(until)) => say!(lang, "từ {from} đến {until}", "from {from} until {until}"),
        (Some(from), None) => say!(lang, "từ {from}", "since {from}"),
        (None, Some(until)) => say!(lang, "đến {until}", "until {until}"),
        (None, None) => say!(lang, "từ trước khi lập sổ", "since before the records"),
    }
}
