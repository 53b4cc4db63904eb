//! What lies in the register's tree: units, records, and what has no place there. Nothing is read yet.

use std::{io::ErrorKind, sync::Arc};

use crate::{
    context::Context,
    files::{Files, Kind, fetch_ahead},
    finding::Report,
    lang::say,
    os,
    register::{
        claim::{Claim, Found, agreement_parts, claim, meeting_date, year_of},
        misplaced::{linked, misnamed, not_unicode, strange, unclaimed, unmarked},
        no_unit::{holds_records, refused, strange_files},
    },
    rules::unreadable_file,
    unit::{UnitLevel, is_unit_name, join},
};

/// A directory that is a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct UnitDir {
    pub(crate) id: Arc<str>,
    pub(crate) level: UnitLevel,
}

/// A file that a kind of record claims.
#[derive(Clone, Debug)]
pub(crate) struct RecordFile {
    /// Relative to the register's root.
    pub(crate) path: String,
    pub(crate) unit: Arc<str>,
    pub(crate) claim: Claim,
    /// It stands there and is not opened: a link, or no regular file. That is reported; what it says is not known.
    pub(crate) closed: bool,
}

/// The units and records of a part of the tree, both in the order of their paths.
#[derive(Debug, Default)]
pub(crate) struct Listing {
    pub(crate) units: Vec<UnitDir>,
    pub(crate) files: Vec<RecordFile>,
    /// Directories in the place of a cell that are not read as one: they exist, and cannot be judged.
    pub(crate) unread: Vec<UnitDir>,
    /// Directories of a cell's year that did not open.
    pub(crate) closed_years: Vec<(Arc<str>, i32)>,
}

impl Listing {
    fn unread(&mut self, unit: UnitDir) {
        if unit.level == UnitLevel::Cell {
            self.unread.push(unit);
        }
    }
}

/// Lists a unit and what is below it, down to units of `deepest`, whose own directories are not entered when they lie
/// below `top`.
pub(crate) fn list(ctx: &Context, top: &UnitDir, deepest: UnitLevel, report: &mut Report<'_>) -> Listing {
    list_by(&mut Files::below(&ctx.root), ctx, top, deepest, report)
}

/// The same, by what reads the files then.
pub(crate) fn list_by(
    files: &mut Files<'_>,
    ctx: &Context,
    top: &UnitDir,
    deepest: UnitLevel,
    report: &mut Report<'_>,
) -> Listing {
    let mut listing = Listing::default();
    visit(ctx, top, deepest, files, &mut listing, report);
    if top.id.is_empty() && !is_marked(top, &listing) {
        unmarked(ctx, top, report);
    }
    listing
}

fn is_marked(unit: &UnitDir, listing: &Listing) -> bool {
    listing.files.iter().any(|file| file.unit == unit.id && file.path == join(&unit.id, unit.level.marker()))
}

fn visit(
    ctx: &Context,
    unit: &UnitDir,
    deepest: UnitLevel,
    files: &mut Files<'_>,
    listing: &mut Listing,
    report: &mut Report<'_>,
) {
    listing.units.push(unit.clone());
    let first = listing.files.len();
    // Own files first, sorted; units below follow, so that a unit's records are read before its sub-units'.
    let mut visit = Visit { ctx, unit, files, below: Vec::new(), is_whole: true, listing, report };
    visit.directory("");
    let (below, is_whole) = (visit.below, visit.is_whole);
    if !is_whole && unit.level == UnitLevel::Cell {
        // What it seems to lack may stand in the directory that did not open.
        listing.units.pop();
        listing.files.truncate(first);
        listing.unread(unit.clone());
    }
    if unit.level < UnitLevel::Commune {
        below.iter().for_each(|name| sub_unit(ctx, unit, name, deepest, files, listing, report));
        return;
    }
    let fetch = |name: &String| {
        let (mut files, mut part, mut report) = (Files::below(&ctx.root), Listing::default(), Report::new(ctx));
        sub_unit(ctx, unit, name, deepest, &mut files, &mut part, &mut report);
    };
    fetch_ahead(&below, fetch, |name| sub_unit(ctx, unit, name, deepest, files, listing, report));
}

/// A unit's own directories on the way through them.
struct Visit<'v, 'c, 'r> {
    ctx: &'v Context,
    unit: &'v UnitDir,
    files: &'v mut Files<'r>,
    /// The names of the directories in the place of a sub-unit.
    below: Vec<String>,
    is_whole: bool,
    listing: &'v mut Listing,
    report: &'v mut Report<'c>,
}

impl Visit<'_, '_, '_> {
    /// Looks at a directory of the unit, by its path inside, and at those below it.
    fn directory(&mut self, inside: &str) {
        let (ctx, unit) = (self.ctx, self.unit);
        let path = if inside.is_empty() { unit.id.to_string() } else { join(&unit.id, inside) };
        let entries = match self.files.entries(&path) {
            Ok(entries) => entries,
            Err(error) => {
                if refused(ctx, unit, &path, &error, self.report) {
                    match year_of(inside) {
                        Some(year) => self.listing.closed_years.push((Arc::clone(&unit.id), year)),
                        None => self.is_whole = false,
                    }
                }
                return;
            }
        };
        let above: Vec<&str> = inside.split('/').filter(|part| !part.is_empty()).collect();
        let mut parts = above.clone();
        for (name, kind) in entries.iter() {
            match name {
                Ok(name) => {
                    parts.truncate(above.len());
                    parts.push(name);
                    self.entry(join(&path, name), &parts, kind);
                }
                Err(shown) => not_unicode(unit, &join(&path, shown), self.report),
            }
        }
    }

    /// Looks at what has this path, by its parts inside the unit.
    fn entry(&mut self, path: String, parts: &[&str], kind: Kind) {
        let (ctx, unit) = (self.ctx, self.unit);
        let name = parts.last().copied().unwrap_or_default();
        match kind {
            Kind::Link => {
                if !ctx.settings.ignores(&path) && !name.starts_with('.') {
                    linked(unit, &path, ctx, self.report);
                    closed(unit, path, parts, self.listing);
                }
            }
            Kind::Directory => {
                if name.starts_with('.') || ctx.settings.ignores(&path) {
                } else if matches!(claim(unit.level, unit.id.is_empty(), parts), Found::Record(_)) {
                    let reason = say!(ctx.lang, "đây là thư mục, không phải tệp", "it is a directory, not a file");
                    unreadable_file::no_file(unit, &path, &reason, self.report);
                    closed(unit, path, parts, self.listing);
                } else if parts.len() == 1 && is_sub_unit(unit.level, name) {
                    self.below.push(name.to_owned());
                } else {
                    self.directory(&parts.join("/"));
                }
            }
            _ if ctx.settings.ignores(&path) || is_unwritten(ctx, parts) => {}
            Kind::File => file(unit, path, parts, ctx, self.listing, self.report),
            // A pipe or a device would keep its reader waiting.
            Kind::Other => {
                let reason = say!(ctx.lang, "không phải tệp thường", "it is no regular file");
                unreadable_file::no_file(unit, &path, &reason, self.report);
                closed(unit, path, parts, self.listing);
            }
        }
    }
}

/// Whether a directory in a unit stands in the place of a sub-unit.
fn is_sub_unit(level: UnitLevel, name: &str) -> bool {
    level.below().is_some() && year_of(name).is_none() && !(level == UnitLevel::Commune && name == "agreements")
}

fn sub_unit(
    ctx: &Context,
    parent: &UnitDir,
    name: &str,
    deepest: UnitLevel,
    files: &mut Files<'_>,
    listing: &mut Listing,
    report: &mut Report<'_>,
) {
    let Some(level) = parent.level.below() else { return };
    let unit = UnitDir { id: join(&parent.id, name).into(), level };
    let directory = ctx.root.join(&*unit.id);
    let marked = match directory.join(level.marker()).symlink_metadata() {
        Ok(_) => true,
        Err(error) if error.kind() == ErrorKind::NotFound => false,
        Err(error) => {
            unreadable_file::report(&unit, &unit.id, &os::reason(&error, ctx.lang), report);
            listing.unread(unit);
            return;
        }
    };
    if !marked && !holds_records(ctx, &directory) {
        strange_files(ctx, parent, &unit.id, report);
        return;
    }
    if !is_unit_name(name) {
        misnamed(parent, &unit, name, report);
        listing.unread(unit);
        return;
    }
    if !marked {
        unmarked(ctx, &unit, report);
        if level == UnitLevel::Cell {
            listing.unread(unit);
            return;
        }
    }
    if level == deepest && deepest == UnitLevel::Commune {
        listing.units.push(unit);
    } else {
        visit(ctx, &unit, deepest, files, listing, report);
    }
}

fn file(unit: &UnitDir, path: String, inside: &[&str], ctx: &Context, listing: &mut Listing, report: &mut Report<'_>) {
    match claim(unit.level, unit.id.is_empty(), inside) {
        Found::Record(claim) => {
            listing.files.push(RecordFile { path, unit: Arc::clone(&unit.id), claim, closed: false });
        }
        Found::PassedOver => {}
        Found::Strange => strange(unit, &path, ctx, report),
        Found::Unclaimed(looks) => unclaimed(unit, &path, &looks, ctx, report),
    }
}

/// What is not opened stands in the place of its record or unit all the same: nobody may say that it is missing.
fn closed(unit: &UnitDir, path: String, inside: &[&str], listing: &mut Listing) {
    if let Found::Record(claim) = claim(unit.level, unit.id.is_empty(), inside) {
        listing.files.push(RecordFile { path, unit: Arc::clone(&unit.id), claim, closed: true });
    } else if let (Some(level), [name]) = (unit.level.below(), inside)
        && is_sub_unit(unit.level, name)
        // A link by another name, such as a copy of a file, is no cell.
        && is_unit_name(name)
    {
        listing.unread(UnitDir { id: path.into(), level });
    }
}

/// Seen from an earlier day, a record dated later is not there.
fn is_unwritten(ctx: &Context, inside: &[&str]) -> bool {
    use chrono::Datelike;
    if ctx.as_of >= ctx.today {
        return false;
    }
    match inside {
        [year, name] if year_of(year).is_some() => {
            year_of(year).is_some_and(|year| year > ctx.as_of.year())
                || meeting_date(name).is_some_and(|date| ctx.is_unwritten(date))
        }
        ["agreements", name] => agreement_parts(name).is_some_and(|(_, date)| ctx.is_unwritten(date)),
        _ => false,
    }
}
