//! `chibo form`: a cell's year as a workbook that is filled in and read back.

mod back;
mod file;
mod tell;

use chrono::Datelike;

use crate::{
    cli::{FormArgs, Globals},
    command::{Exit, Failure, open, plan_year, save},
    finding::Report,
    form::{model::Form, xlsx},
    io::Io,
    judge::commune_of,
    lang::say,
    register::{build, discover::list, load::load, open::scope},
    unit::UnitLevel,
};

pub(super) use back::{Wish, import};

pub(super) fn run(globals: &Globals, args: &FormArgs, io: &mut Io<'_>) -> Result<Exit, Failure> {
    // Every row is read, also one from a day after `--as-of`, which only dates the form.
    let mut place = open(&Globals { as_of: None, ..globals.clone() }, io)?;
    place.ctx.as_of = globals.as_of.unwrap_or(io.today);
    place.ctx.today = place.ctx.as_of;
    let (ctx, lang) = (&place.ctx, place.ctx.lang);
    let year = plan_year(ctx, args.year.unwrap_or(ctx.as_of.year()))?;
    let named: Vec<String> = args.cell.iter().cloned().collect();
    let unit = scope(ctx, &place.here, &named)?.remove(0);
    if unit.level != UnitLevel::Cell {
        let (id, level) = (&unit.id, unit.level.label().of(lang));
        return Err(Failure::Usage(say!(
            lang,
            "`{id}` là {level}; biểu lập cho từng chi bộ\ngợi ý: ghi đường dẫn của chi bộ, như: chibo form CHI_BỘ -o so-chi-bo.xlsx",
            "`{id}` is a {level}; a form is of one cell\nhint: give the path of a cell, as in: chibo form CELL -o so-chi-bo.xlsx"
        )));
    }
    let top = commune_of(ctx, &unit);
    let mut report = Report::new(ctx);
    let listing = list(ctx, &top, UnitLevel::Cell, &mut report);
    let loaded = load(&listing, &mut report);
    let commune = build::commune(&top, &listing, &loaded, &mut report);
    let Some(cell) = commune.cells.iter().find(|cell| cell.unit == unit.id) else {
        return Err(Failure::Usage(say!(
            lang,
            "chưa lập được, vì cell.toml còn lỗi; chạy chibo check rồi sửa trước",
            "no form was made, for cell.toml is at fault; run chibo check and mend it first"
        )));
    };
    let form = Form::of(ctx, &commune, cell, year, !args.no_names);
    let bytes = xlsx::write(&form).map_err(|error| {
        Failure::Work(anyhow::Error::new(error).context(say!(lang, "không lập được biểu", "the form cannot be made")))
    })?;
    save(&io.working_dir, &args.output, &bytes, args.force, lang)?;
    let shown = args.output.display();
    let there = form.meetings.iter().filter(|meeting| meeting.home.is_some()).count();
    let (members, spare) = (form.members.len(), form.meetings.len() - there);
    io.print(&say!(
        lang,
        "{shown}\n{} năm {year}: {members} đảng viên, {there} cuộc họp đã ghi, {spare} cột trống\n",
        "{shown}\n{}, {year}: {members} members, {there} meetings recorded, {spare} empty columns\n",
        form.cell_name
    ))
    .map_err(Failure::Output)?;
    let mut notes = Vec::new();
    if form.has_names {
        notes.push(say!(
            lang,
            "tệp có họ tên: giữ trong nội bộ, không đưa vào git; --no-names để chỉ ghi mã",
            "there are names in the file: keep it to yourselves and out of git; --no-names has ids only"
        ));
    } else if globals.names {
        notes.push(say!(lang, "không có họ tên trong names.csv", "names.csv has no names"));
    }
    let is_inside = |path: &std::path::Path| {
        path.parent().and_then(|path| path.canonicalize().ok()).is_some_and(|path| path.starts_with(&ctx.root))
    };
    if is_inside(&io.working_dir.join(&args.output)) {
        notes.push(say!(
            lang,
            "tệp nằm trong thư mục của sổ dữ liệu; nên để ở ngoài, vì chibo check sẽ nhắc tệp lạ",
            "the file lies in the register's directory; better outside, for chibo check warns of strange files"
        ));
    }
    let unread: Vec<&str> = cell
        .unread_meetings
        .iter()
        .filter(|meeting| meeting.date.year() == year)
        .map(|meeting| meeting.path.as_str())
        .collect();
    if !unread.is_empty() {
        let unread = unread.join(", ");
        notes.push(say!(
            lang,
            "không đọc được nên không có trong biểu: {unread}; xem: chibo check",
            "not in the form, for they cannot be read: {unread}; see: chibo check"
        ));
    }
    let label = say!(lang, "lưu ý", "note");
    io.complain(&notes.iter().map(|note| format!("{label}: {note}\n")).collect::<String>());
    Ok(Exit::Fine)
}
