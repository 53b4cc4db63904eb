//! `chibo official`: one dated event in the life of a village head or deputy head.

mod post;

use crate::{
    cli::{Globals, OfficialArgs, OfficialEvent},
    command::{
        Exit, Failure, Workplace,
        event::{Book, Desk, Told, Who, split},
        no_village, open,
    },
    date::{self, Date},
    finding::Report,
    io::Io,
    judge::commune_of,
    lang::say,
    records::official::OfficialRow,
    register::{
        Commune, Lookup, Record, build,
        discover::{UnitDir, list},
        load::load,
        official_span,
        open::scope,
    },
    unit::{UnitLevel, join},
};

pub(super) fn run(globals: &Globals, args: &OfficialArgs, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let date = args.date.or(globals.as_of).unwrap_or(io.today);
    // Every row is read, also one from a day after `--as-of`.
    let place = open(&Globals { as_of: None, ..globals.clone() }, io)?;
    let ctx = &place.ctx;
    let takes_post = matches!(args.event, OfficialEvent::Elect | OfficialEvent::Appoint);
    let who = if takes_post { village(&place, &args.who)? } else { split(&place, &args.who, UnitLevel::Commune)? };
    let mut report = Report::new(ctx);
    let listing = list(ctx, &who.unit, UnitLevel::Cell, &mut report);
    let loaded = load(&listing, &mut report);
    let commune = build::commune(&who.unit, &listing, &loaded, &mut report);
    let mut desk = Desk::new(&place, io);
    desk.sheet(&who.unit, Book::Officials, &commune.officials)?;
    let job = Job { place: &place, commune: &commune, who: &who, date, args };
    let told = match args.event {
        OfficialEvent::Elect | OfficialEvent::Appoint => job.takes_post(&mut desk)?,
        OfficialEvent::Leave => job.leave(&mut desk)?,
        OfficialEvent::Admit => job.admit(&mut desk)?,
    };
    desk.carry_out(&told, &who.unit.id, args.dry_run, io)
}

/// The commune of a village; the id is the village's.
fn village(place: &Workplace, named: &str) -> Result<Who, Failure> {
    let (ctx, lang) = (&place.ctx, place.ctx.lang);
    let unit = scope(ctx, &place.here, &[named.to_owned()])?.remove(0);
    match unit.id.split_once('#') {
        Some((_, village)) => Ok(Who { id: village.to_owned(), unit: commune_of(ctx, &unit) }),
        None => Err(Failure::Usage(say!(
            lang,
            "`{named}` không phải thôn; ghi XÃ#THÔN, ví dụ xuan-quan#thon-1, hoặc #thon-1 khi đang ở thư mục xã",
            "`{named}` is no village; give COMMUNE#VILLAGE, such as xuan-quan#thon-1, or #thon-1 in the commune's directory"
        ))),
    }
}

/// An event and the commune as it was read.
#[derive(Clone, Copy)]
struct Job<'j, 'a> {
    place: &'j Workplace,
    commune: &'j Commune<'a>,
    /// An official of the commune, or a village in which one takes a post.
    who: &'j Who,
    date: Date,
    args: &'j OfficialArgs,
}

type Row<'j, 'a> = (usize, &'j Record<'a, OfficialRow<'a>>);

impl<'j, 'a> Job<'j, 'a> {
    fn unit(self) -> &'j UnitDir {
        &self.who.unit
    }

    fn rows(self) -> impl Iterator<Item = Row<'j, 'a>> {
        self.commune.officials.rows.iter().enumerate()
    }

    /// The rows of the official; there is one at least.
    fn own(self) -> Result<Vec<Row<'j, 'a>>, Failure> {
        let own: Vec<Row<'j, 'a>> = self.rows().filter(|(_, row)| **row.id == *self.who.id).collect();
        if own.is_empty() {
            let ids: Vec<&str> = self.rows().map(|(_, row)| &**row.id).collect();
            return Err(self.who.unknown(self.place, &ids, &join(&self.unit().id, "officials.csv")));
        }
        Ok(own)
    }

    fn leave(self, desk: &mut Desk<'_>) -> Result<Told<'j>, Failure> {
        let (lang, id, day) = (self.place.ctx.lang, &self.who.id, self.date);
        let now: Vec<Row<'_, '_>> = self
            .own()?
            .into_iter()
            .filter(|(_, row)| official_span(row).is_some_and(|time| time.covers(day)))
            .collect();
        let shown = date::show(day, lang);
        if now.is_empty() {
            return Err(Failure::Usage(say!(
                lang,
                "`{id}` không giữ chức nào ngày {shown}",
                "`{id}` holds no post on {shown}"
            )));
        }
        if let Some(until) = now.iter().find_map(|(_, row)| row.until.copied()) {
            let until = date::show(until.0, lang);
            return Err(Failure::Usage(say!(
                lang,
                "`{id}` đã có ngày cuối giữ chức là {until}; ghi sai thì sửa trong officials.csv",
                "`{id}` has a last day in the post already, {until}; if it is wrong, mend officials.csv"
            )));
        }
        let sheet = desk.sheet(self.unit(), Book::Officials, &self.commune.officials)?;
        let last = sheet.day(day);
        now.iter().for_each(|(nth, _)| sheet.set(*nth, "until", &last));
        Ok(Told::new(move |lang| {
            let day = date::show(day, lang);
            say!(lang, "{id} thôi giữ chức, ngày cuối {day}", "{id} left the post, last day {day}")
        }))
    }

    fn admit(self, desk: &mut Desk<'_>) -> Result<Told<'j>, Failure> {
        let (lang, id, day) = (self.place.ctx.lang, &self.who.id, self.date);
        let own = self.own()?;
        if let Some(since) = own.iter().find_map(|(_, row)| row.party_since.copied()) {
            let since = since.show(lang);
            return Err(Failure::Usage(say!(
                lang,
                "`{id}` đã là đảng viên từ {since}",
                "`{id}` has been a member of the Party since {since}"
            )));
        }
        let reached = |row: &Record<'_, OfficialRow<'_>>| official_span(row).is_some_and(|time| time.until >= day);
        let rows: Vec<usize> = own.iter().filter(|(_, row)| reached(row)).map(|(nth, _)| *nth).collect();
        if rows.is_empty() {
            let day = date::show(day, lang);
            return Err(Failure::Usage(say!(
                lang,
                "`{id}` không còn giữ chức từ trước ngày {day}: không có gì để ghi ở officials.csv",
                "`{id}` was out of the post before {day}: there is nothing to record in officials.csv"
            )));
        }
        let link = self.args.member.as_ref();
        let admitted = link.map(|link| self.admitted(link)).transpose()?;
        let sheet = desk.sheet(self.unit(), Book::Officials, &self.commune.officials)?;
        let since = admitted.map_or_else(|| sheet.day(day), |admitted| sheet.partial(admitted));
        for nth in rows {
            sheet.set(nth, "party_since", &since);
            if let Some((cell, member)) = link {
                sheet.set(nth, "cell", cell);
                sheet.set(nth, "member", member);
            }
        }
        Ok(Told::new(move |lang| {
            let day = date::show(day, lang);
            say!(lang, "{id} được kết nạp vào Đảng ngày {day}", "{id} admitted to the Party on {day}")
        }))
    }

    /// When a member of a cell of the commune was admitted to the Party.
    fn admitted(self, (cell, member): &(String, String)) -> Result<date::PartialDate, Failure> {
        let lang = self.place.ctx.lang;
        let Lookup::Found(found) = self.commune.cell(cell) else {
            return Err(Failure::Usage(say!(
                lang,
                "không có chi bộ `{cell}` trong xã, hoặc hồ sơ của chi bộ còn lỗi",
                "there is no cell `{cell}` in the commune, or its records are at fault"
            )));
        };
        let row = found.members.rows.iter().rfind(|row| **row.id == **member);
        row.map(|row| *row.admitted).ok_or_else(|| {
            Failure::Usage(say!(
                lang,
                "không có `{member}` trong {cell}/members.csv",
                "there is no `{member}` in {cell}/members.csv"
            ))
        })
    }

    fn village_is_known(self) -> Result<(), Failure> {
        if self.commune.village(&self.who.id).is_missing() {
            return Err(no_village(&self.place.ctx, &self.commune.village_unit(&self.who.id)));
        }
        Ok(())
    }
}
