//! `chibo new-year`: the files of a year for units and all below them. Nothing in them says anything yet.

mod files;

use std::collections::BTreeSet;

use chrono::Datelike;

#[cfg(test)]
pub(super) use self::files::{CELL_YEAR, COMMUNE_YEAR, DISTRICT_YEAR};
use self::files::{OfYear, of_commune, of_district};
use crate::{
    cli::{Globals, NewYearArgs},
    command::{
        Exit, Failure, Workplace,
        change::{self, Change, Told},
        check_command, open, plan_year, typed,
    },
    finding::Report,
    io::Io,
    judge::over_papers,
    lang::{Lang, plural, say},
    number::group,
    register::{
        discover::{UnitDir, list},
        open::scope,
    },
    render::Paths,
    unit::UnitLevel,
};

/// So many notes are printed; the rest is counted.
const NOTED: usize = 10;

pub(super) fn run(globals: &Globals, args: &NewYearArgs, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let today = globals.as_of.unwrap_or(io.today);
    let place = open(&Globals { as_of: None, ..globals.clone() }, io)?;
    let (ctx, lang) = (&place.ctx, place.ctx.lang);
    let year = plan_year(ctx, args.year.unwrap_or_else(|| today.year()))?;
    let units = scope(ctx, &place.here, &args.units)?;
    let paths = Paths::new(&ctx.root, &io.working_dir);
    let of_year = OfYear { ctx, paths: &paths, year, today, lang: ctx.settings.lang.unwrap_or(lang) };

    let mut found = Found::default();
    for unit in &units {
        found.add(&place, unit, of_year)?;
    }
    let Found { changes, kept, notes, lacking, .. } = found;
    let is_lacking = !lacking.is_empty();
    let more = notes.len().saturating_sub(NOTED);
    // What lacks is said whole: the rest can be read from the files.
    let mut notes: Vec<String> = lacking.into_iter().chain(notes.into_iter().take(NOTED)).collect();
    if more > 0 {
        notes.push(say!(lang, "và {more} lưu ý như thế nữa", "and {more} more like these"));
    }
    notes.extend(kept_note(&kept, &paths, ctx.lang));
    let check = match units.as_slice() {
        [unit] => check_command(globals, &place, unit, io)?,
        _ => typed(globals, &place, io).command_here("check"),
    };
    if changes.is_empty() {
        if !is_lacking {
            let text = say!(
                lang,
                "Năm {year} đã có đủ tệp, không ghi gì.\n",
                "All files of {year} are there; nothing was written.\n"
            );
            io.print(&text).map_err(Failure::Output)?;
        }
        let label = say!(lang, "lưu ý", "note");
        io.complain(&notes.iter().map(|note| format!("{label}: {note}\n")).collect::<String>());
        if is_lacking {
            return Err(Failure::Usage(say!(
                lang,
                "chưa ghi gì; năm {year} còn thiếu như đã nêu",
                "nothing was written; {year} still lacks what was named"
            )));
        }
        return Ok(Exit::Fine);
    }
    let (new, there): (Vec<&Change>, Vec<&Change>) = changes.iter().partition(|change| change.bytes.is_none());
    let added = |change: &&Change| change.after.lines().count() - change.before.lines().count();
    let (files, rows) = (new.len() as u64, there.iter().map(added).sum::<usize>() as u64);
    let mut told = Told::new(move |lang| said(files, rows, year, lang));
    told.notes = notes;
    told.next = check;
    let unit = units.first().filter(|_| units.len() == 1).map_or("", |unit| &*unit.id);
    change::carry_out(&place, changes, &told, unit, args.dry_run, io)
}

fn said(files: u64, rows: u64, year: i32, lang: Lang) -> String {
    let (files_shown, rows_shown) = (group(files, lang), group(rows, lang));
    let (files_word, rows_word) = (plural(files, "file", "files"), plural(rows, "row", "rows"));
    match (files, rows) {
        (_, 0) => say!(lang, "Lập {files_shown} tệp của năm {year}", "Wrote {files_shown} {files_word} of {year}"),
        (0, _) => say!(
            lang,
            "Thêm {rows_shown} dòng còn thiếu của năm {year}",
            "Added {rows_shown} missing {rows_word} of {year}"
        ),
        _ => say!(
            lang,
            "Lập {files_shown} tệp của năm {year}, thêm {rows_shown} dòng còn thiếu",
            "Wrote {files_shown} {files_word} of {year}, added {rows_shown} missing {rows_word}"
        ),
    }
}

/// What the year lacks, and what it has.
#[derive(Default)]
struct Found {
    changes: Vec<Change>,
    /// Their paths: a unit within another that is asked for too has its files once.
    paths: BTreeSet<String>,
    /// Files that are there.
    kept: BTreeSet<String>,
    notes: BTreeSet<String>,
    /// What a fault keeps from being written.
    lacking: BTreeSet<String>,
}

impl Found {
    fn add(&mut self, place: &Workplace, unit: &UnitDir, of_year: OfYear<'_>) -> Result<(), Failure> {
        let (ctx, lang) = (&place.ctx, place.ctx.lang);
        if unit.level == UnitLevel::Village {
            let id = &unit.id;
            return Err(Failure::Usage(say!(
                lang,
                "`{id}` là thôn, không có tệp riêng; ghi xã của thôn",
                "`{id}` is a village and has no files of its own; name its commune"
            )));
        }
        if unit.level < UnitLevel::Commune {
            let listing = list(ctx, unit, UnitLevel::Commune, &mut Report::new(ctx));
            let districts = listing.units.iter().filter(|unit| unit.level == UnitLevel::District);
            districts.for_each(|district| self.take(place, vec![of_district(district, of_year)]));
        }
        for found in over_papers(ctx, unit, |commune| of_commune(commune, unit, of_year)) {
            let (changes, notes) = found?;
            self.take(place, changes);
            self.notes.extend(notes.said);
            self.lacking.extend(notes.lacking);
        }
        Ok(())
    }

    /// Keeps what is not there yet, and the tables that lack rows. A link or a directory of the name is something, too.
    fn take(&mut self, place: &Workplace, changes: Vec<Change>) {
        for change in changes {
            let is_kept = match &change.bytes {
                Some(_) => !change.is_one(),
                None => place.ctx.root.join(&change.path).symlink_metadata().is_ok(),
            };
            if is_kept {
                self.kept.insert(change.path);
            } else if self.paths.insert(change.path.clone()) {
                self.changes.push(change);
            }
        }
    }
}

/// The files that stay as they are; nothing where there are none.
fn kept_note(kept: &BTreeSet<String>, paths: &Paths, lang: Lang) -> Option<String> {
    let (first, more) = (kept.first()?, kept.len() as u64 - 1);
    let (first, count, files) = (paths.show(first), group(more, lang), plural(more, "file", "files"));
    Some(if more == 0 {
        say!(lang, "{first} đã có, giữ nguyên", "{first} is there already and stays as it is")
    } else {
        say!(
            lang,
            "{first} và {count} tệp khác đã có, giữ nguyên",
            "{first} and {count} other {files} are there already and stay as they are"
        )
    })
}
