//! A form that comes back: found, compared, shown or written.

use super::{
    file::{edited, loaded_texts, told_by_box},
    tell,
};
use crate::{
    command::{
        Exit, Failure, Workplace,
        change::{self, Change},
    },
    finding::Report,
    form::{
        compare::Compare,
        filled::Filled,
        now::Now,
        plan::{Bad, Prevails},
    },
    io::Io,
    judge::commune_of,
    lang::say,
    register::{
        build,
        discover::{UnitDir, list},
        load::load,
        open::scope,
    },
    render::Paths,
    unit::{UnitLevel, join, within},
};

/// What is to be done with a form that came back.
#[derive(Clone, Copy, Debug)]
pub(in crate::command) struct Wish<'w> {
    pub(in crate::command) write: bool,
    /// Absent: where both have changed a value nothing is written.
    pub(in crate::command) prevails: Option<Prevails>,
    /// The unit that is to take it; absent: the cell that the form names.
    pub(in crate::command) into: Option<&'w UnitDir>,
}

/// Compares a form with the register, and shows or writes what it asks. `shown` is the file as it was typed.
pub(in crate::command) fn import(
    place: &Workplace,
    filled: &Filled,
    shown: &str,
    wish: Wish<'_>,
    io: &mut Io<'_>,
) -> Result<Exit, Failure> {
    let (ctx, lang) = (&place.ctx, place.ctx.lang);
    let unit = cell_of(place, filled, shown, wish.into)?;
    let top = commune_of(ctx, &unit);
    let mut report = Report::new(ctx);
    let listing = list(ctx, &top, UnitLevel::Cell, &mut report);
    let loaded = load(&listing, &mut report);
    let commune = build::commune(&top, &listing, &loaded, &mut report);
    let Some(cell) = commune.cells.iter().find(|cell| cell.unit == unit.id) else {
        let path = join(&unit.id, "cell.toml");
        return Err(Failure::Usage(say!(
            lang,
            "chưa ghi gì, vì {path} còn lỗi; chạy chibo check rồi sửa trước",
            "nothing was written, for {path} is at fault; run chibo check and mend it first"
        )));
    };
    let now = Now::of(cell, filled.made.year);
    let exists = |path: &str| ctx.root.join(path).symlink_metadata().is_ok();
    let mut plan = Compare::new(filled, &now, lang, &exists).plan();
    if let Some(prevails) = wish.prevails {
        plan.settle(prevails);
    }
    let paths = Paths::new(&ctx.root, &io.working_dir);
    let files = edited(ctx, &unit, &plan, &loaded_texts(&loaded), &paths)?;
    let (errors, warnings) = change::found(ctx, files.iter().map(|file| &file.record));
    let (by_box, elsewhere) = told_by_box(&errors, &files, lang);
    let mut bad: Vec<Bad> = plan.bad.iter().cloned().chain(by_box).collect();
    bad.sort_by(|a, b| a.at.cmp(&b.at));
    let refused = !bad.is_empty() || !plan.conflicts.is_empty() || !elsewhere.is_empty();
    let written = wish.write && !refused;
    if written {
        let records: Vec<Change> = files.iter().map(|file| file.record.clone()).collect();
        change::write(&ctx.root, &records, Vec::new(), &paths, lang)?;
    }
    let told = tell::Told {
        filled,
        cell: &cell.file.name,
        shown,
        plan: &plan,
        bad: &bad,
        wish,
        refused,
        written,
        paths: &paths,
    };
    let since = format!("{:032x}", now.digest) != filled.made.digest;
    io.print(&told.changes(ctx.settings.lang.unwrap_or(lang), lang)).map_err(Failure::Output)?;
    io.complain(&told.notes(since, &[elsewhere, warnings].concat(), lang));
    Ok(if refused { Exit::Findings } else { Exit::Fine })
}

/// The cell that the form is of; refused where it is not to be found here.
fn cell_of(place: &Workplace, filled: &Filled, shown: &str, into: Option<&UnitDir>) -> Result<UnitDir, Failure> {
    let (ctx, lang, made) = (&place.ctx, place.ctx.lang, &filled.made);
    if made.register != ctx.settings.name {
        let (theirs, ours) = (&made.register, &ctx.settings.name);
        return Err(Failure::Usage(say!(
            lang,
            "{shown} là biểu của sổ dữ liệu “{theirs}”, còn đây là “{ours}”\ngợi ý: vào thư mục của sổ dữ liệu ấy, hoặc chỉ rõ bằng -C THƯ_MỤC",
            "{shown} is of the register “{theirs}”, and this is “{ours}”\nhint: go to that register's directory, or name it with -C DIR"
        )));
    }
    let cell = &made.cell;
    let named: Vec<String> = if cell.is_empty() { Vec::new() } else { vec![cell.clone()] };
    let unit = scope(ctx, &ctx.root, &named).ok().and_then(|mut units| units.pop());
    let unit = unit.filter(|unit| unit.level == UnitLevel::Cell && *unit.id == **cell).ok_or_else(|| {
        Failure::Usage(say!(
            lang,
            "{shown} là biểu của chi bộ `{cell}`, mà sổ dữ liệu không còn chi bộ ấy (đã đổi tên thư mục, đã sáp nhập?)\ngợi ý: lập biểu mới bằng chibo form rồi chép điều đã ghi sang",
            "{shown} is of the cell `{cell}`, which is no longer in the register (renamed, merged?)\nhint: make a new form with chibo form and copy what was filled in"
        ))
    })?;
    if let Some(into) = into.filter(|into| !within(&unit.id, &into.id)) {
        let into = &into.id;
        return Err(Failure::Usage(say!(
            lang,
            "{shown} là biểu của chi bộ `{cell}`, không phải của `{into}`\ngợi ý: bỏ --into, hoặc xem lại tệp",
            "{shown} is of the cell `{cell}`, not of `{into}`\nhint: leave out --into, or look at the file again"
        )));
    }
    let here = scope(ctx, &place.here, &[])?.remove(0);
    if !within(&unit.id, &here.id) {
        let here = &here.id;
        return Err(Failure::Usage(say!(
            lang,
            "{shown} là biểu của chi bộ `{cell}`, mà đang đứng ở `{here}`\ngợi ý: chạy ở thư mục của chi bộ ấy, hoặc ở gốc sổ dữ liệu",
            "{shown} is of the cell `{cell}`, and you stand in `{here}`\nhint: run this in that cell's directory, or at the register's root"
        )));
    }
    Ok(unit)
}
