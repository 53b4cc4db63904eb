//! `chibo new-briefing`: one row more in the year's briefings.csv of a cell, in the form that the file has.

use chrono::Datelike;

use crate::{
    cli::{Globals, NewBriefingArgs},
    command::{
        Exit, Failure,
        change::{self, Told},
        check_command,
        event::{Book, Desk, Who},
        open,
    },
    context::Context,
    date::{self, Date, Month, months_before},
    finding::Report,
    io::Io,
    judge::commune_of,
    lang::say,
    register::{Cell, build, discover::list, load::load},
    render::Paths,
    unit::{UnitLevel, join},
};

pub(super) fn run(globals: &Globals, args: &NewBriefingArgs, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let today = globals.as_of.unwrap_or(io.today);
    let date = args.date.unwrap_or(today);
    let place = open(&Globals { as_of: None, ..globals.clone() }, io)?;
    let (ctx, lang) = (&place.ctx, place.ctx.lang);
    let unit = Who::unit(&place, args.cell.as_deref(), UnitLevel::Cell, "")?;
    let top = commune_of(ctx, &unit);
    let mut report = Report::new(ctx);
    let listing = list(ctx, &top, UnitLevel::Cell, &mut report);
    let loaded = load(&listing, &mut report);
    let commune = build::commune(&top, &listing, &loaded, &mut report);
    let Some(cell) = commune.cells.iter().find(|cell| cell.unit == unit.id) else {
        let path = Paths::new(&ctx.root, &io.working_dir).show(&join(&unit.id, "cell.toml"));
        return Err(Failure::Usage(say!(
            lang,
            "{path} còn lỗi nên chưa ghi gì; chạy chibo check để xem",
            "{path} is at fault, so nothing was written; see chibo check"
        )));
    };
    let month = args.month.as_deref().and_then(Month::parse).unwrap_or_else(|| Month::of(date));
    refuse(ctx, cell, date, month, today, &Paths::new(&ctx.root, &io.working_dir))?;

    let nothing = crate::register::Table::default();
    let seen = cell.years.get(&date.year()).map_or(&nothing, |book| &book.briefings);
    let mut desk = Desk::new(&place, io);
    let sheet = desk.sheet(&unit, Book::Briefings(date.year()), seen)?;
    let word = |came: bool| if came { "yes" } else { "no" }.to_owned();
    let day = sheet.day(date);
    sheet.add(&[
        ("date", day),
        ("month", if month == Month::of(date) { String::new() } else { month.iso() }),
        ("secretary", word(args.secretary)),
        ("head", word(args.head)),
        ("deputy", args.deputy.map(word).unwrap_or_default()),
        ("topics", args.topics.clone().unwrap_or_default()),
    ]);
    let mut told = Told::new(|lang| {
        let (month, day) = (month.show(lang), date::show(date, lang));
        say!(lang, "Giao ban tháng {month}, ngày {day}", "Briefing of {month}, on {day}")
    });
    if !(args.secretary && args.head) {
        told.notes.push(say!(
            lang,
            "tháng chỉ tính là có giao ban khi cả bí thư và trưởng thôn cùng dự",
            "a month counts as briefed only where secretary and head both came"
        ));
    }
    told.next = check_command(globals, &place, &unit, io)?;
    change::carry_out(&place, desk.changes(), &told, &unit.id, args.dry_run, io)
}

/// Refuses a day that cannot be, and a month that has its briefing.
fn refuse(ctx: &Context, cell: &Cell<'_>, date: Date, month: Month, today: Date, paths: &Paths) -> Result<(), Failure> {
    let (lang, shown) = (ctx.lang, date::show(date, ctx.lang));
    let refused = |text: String| Err(Failure::Usage(text));
    if date > today {
        return refused(say!(
            lang,
            "ngày {shown} chưa tới: giao ban xong rồi hãy ghi",
            "{shown} is still to come: record a briefing when it was held"
        ));
    }
    let plan = ctx.settings.plan;
    if !(plan.from.year()..=plan.until.year()).contains(&date.year()) {
        let (year, from, until) = (date.year(), plan.from.year(), plan.until.year());
        return refused(say!(
            lang,
            "năm {year} nằm ngoài Đề án ({from}–{until})",
            "{year} lies outside the plan ({from}–{until})"
        ));
    }
    // A briefing is held in its month, or a few days before or after.
    let near = [Month::of(months_before(date, 1)), Month::of(date), Month::of(date::plus_months(date, 1))];
    if !near.contains(&month) {
        let month = month.show(lang);
        return refused(say!(
            lang,
            "ngày {shown} không thể là giao ban của tháng {month}: chỉ tháng đó, tháng trước hoặc tháng sau",
            "{shown} cannot be the briefing of {month}: it counts for its month, the one before or the one after"
        ));
    }
    let mut rows = cell.years.values().flat_map(|book| &book.briefings.rows);
    let of_month = rows.find(|row| row.month.copied().unwrap_or_else(|| Month::of(row.date.0)) == month);
    match of_month {
        None => Ok(()),
        Some(row) => {
            let (month, day) = (month.show(lang), date::show(row.date.0, lang));
            let path = paths.show(&row.source.path);
            refused(say!(
                lang,
                "tháng {month} đã có giao ban ngày {day} ({path}); sửa thì mở tệp đó, của tháng khác thì thêm --month",
                "{month} has a briefing, of {day} ({path}); open that file to mend it, or add --month for another month"
            ))
        }
    }
}
