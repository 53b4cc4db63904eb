//! From the listed files of a commune to the commune: each file goes to its reader, each record to its place.

use std::sync::Arc;

use crate::{
    explanation::Explanation,
    files::{Files, fetch_ahead},
    finding::Report,
    records::{cell::CellFile, cell_year::CellYear, commune::CommuneFile, explanation::ExplanationRow, name::NameRow},
    register::{
        Cell, CellYearBook, Commune, CommuneYearBook, Lookup, Table, UnreadAgreement, UnreadMeeting,
        claim::{Claim, agreement_parts, meeting_date},
        discover::{Listing, RecordFile, UnitDir},
        load::{Shelf, fetch},
        read::{Record, table, toml},
        roster::People,
    },
    rules::{personal_number, secrecy_mark, unknown_rule},
    source::Source,
    unit::UnitLevel,
    watch::{Laps, Part},
};

/// Builds the commune from its texts.
pub(crate) fn commune<'a>(
    top: &UnitDir,
    listing: &Listing,
    loaded: &'a [(&'a RecordFile, Lookup<Source<'a>>)],
    report: &mut Report<'_>,
) -> Commune<'a> {
    let mut commune = begun(top, listing, report);
    let mut rest = loaded;
    for unit in &listing.units {
        let (own, others) = rest.split_at(rest.iter().take_while(|(file, _)| file.unit == unit.id).count());
        rest = others;
        add(&mut commune, unit, listing, own, report);
    }
    commune
}

/// Reads the texts, shows each, and builds the commune, unit by unit: what has just been read is still at the processor's hand.
pub(crate) fn read<'a>(
    files: &mut Files<'_>,
    top: &UnitDir,
    listing: &'a Listing,
    shelf: &'a Shelf<'a>,
    each: &mut dyn FnMut(&RecordFile, &Lookup<Source<'_>>),
    laps: &mut Laps<'_>,
    report: &mut Report<'_>,
) -> Commune<'a> {
    let (mut commune, mut rest) = (begun(top, listing, report), &*listing.files);
    let units = listing.units.iter().enumerate().map(|(place, unit)| {
        let (own, others) = rest.split_at(rest.iter().take_while(|file| file.unit == unit.id).count());
        rest = others;
        (place, unit, own)
    });
    let (units, ctx) = (units.collect::<Vec<_>>(), report.ctx);
    fetch_ahead(
        &units,
        |(.., own)| fetch(own, ctx),
        |(place, unit, own)| {
            let own = shelf.unit(*place, own, files, report);
            laps.end(Part::Reading);
            own.iter().for_each(|(file, text)| each(file, text));
            add(&mut commune, unit, listing, own, report);
            laps.end(Part::Parsing);
        },
    );
    commune
}

/// A commune of which nothing is read yet.
fn begun<'a>(top: &UnitDir, listing: &Listing, report: &Report<'_>) -> Commune<'a> {
    let outside = top.level == UnitLevel::Cell;
    Commune {
        unit: if outside { "".into() } else { Arc::clone(&top.id) },
        outside,
        marker: report.ctx.own_path(&top.id, UnitLevel::Commune),
        file: Lookup::Missing,
        villages: Table::default(),
        officials: Table::default(),
        agreements: Vec::new(),
        names: Table::default(),
        texts: Vec::new(),
        unread_agreements: Vec::new(),
        years: std::collections::BTreeMap::new(),
        cells: Vec::new(),
        unread_cells: listing.unread.iter().map(|unit| name_part(&unit.id).to_owned()).collect(),
    }
}

/// Adds what a unit's texts say.
fn add<'a>(
    commune: &mut Commune<'a>,
    unit: &UnitDir,
    listing: &Listing,
    own: &'a [(&'a RecordFile, Lookup<Source<'a>>)],
    report: &mut Report<'_>,
) {
    match unit.level {
        UnitLevel::Cell => match cell(unit, own, &closed(listing, &unit.id), report) {
            Some(cell) => commune.cells.push(cell),
            None => commune.unread_cells.push(name_part(&unit.id).to_owned()),
        },
        _ => {
            own.iter().for_each(|(file, text)| commune_file(file, text, commune, report));
            for year in closed(listing, &unit.id) {
                let villages = Table::unreadable();
                commune.years.insert(year, CommuneYearBook { file: Lookup::Unread, villages });
            }
            let texts: Vec<_> = texts(own).collect();
            look_through(&texts, &commune.unit, report);
            commune.texts.extend(texts);
        }
    }
}

/// The last part of a unit's id; a cell at the root has the empty one.
fn name_part(unit: &str) -> &str {
    unit.rsplit('/').next().unwrap_or_default()
}

fn commune_file<'a>(
    file: &'a RecordFile,
    text: &'a Lookup<Source<'a>>,
    commune: &mut Commune<'a>,
    report: &mut Report<'_>,
) {
    let unit = Arc::clone(&commune.unit);
    match file.claim {
        Claim::Commune => commune.file = read_toml::<CommuneFile<'_>>(text, &unit, report),
        Claim::Villages => commune.villages = read_table((file, text), &unit, report),
        Claim::Officials => commune.officials = read_table((file, text), &unit, report),
        Claim::Agreement => match read_toml(text, &unit, report) {
            Lookup::Found(agreement) => commune.agreements.push(agreement),
            Lookup::Missing => {}
            Lookup::Unread => {
                let parts = agreement_parts(file.path.rsplit('/').next().unwrap_or_default());
                let village = parts.map(|(village, _)| village.to_owned()).unwrap_or_default();
                commune.unread_agreements.push(UnreadAgreement { path: file.path.clone(), village });
            }
        },
        Claim::CommuneYear(year) => {
            commune.years.entry(year).or_default().file = read_toml(text, &unit, report);
        }
        Claim::VillageYear(year) => {
            commune.years.entry(year).or_default().villages = read_table((file, text), &unit, report);
        }
        Claim::Explanations => explanations(file, text, &unit, report),
        Claim::Names => commune.names = read_table((file, text), &unit, report),
        // chibo.toml is read before anything else.
        _ => {}
    }
}

/// The years of a unit whose directories did not open.
pub(super) fn closed(listing: &Listing, unit: &str) -> Vec<i32> {
    listing.closed_years.iter().filter(|(of, _)| **of == *unit).map(|(_, year)| *year).collect()
}

/// Builds a cell; `None` where its own file cannot be read, for then nothing of it can be judged.
fn cell<'a>(
    unit: &UnitDir,
    files: &'a [(&'a RecordFile, Lookup<Source<'a>>)],
    closed: &[i32],
    report: &mut Report<'_>,
) -> Option<Cell<'a>> {
    let id = &unit.id;
    let marker = files.iter().find(|(file, _)| file.claim == Claim::Cell)?;
    let Lookup::Found(file) = read_toml::<CellFile<'_>>(&marker.1, id, report) else {
        // Its other records are still read, for their own mistakes.
        read_for_findings(id, files, report);
        return None;
    };
    let mut cell = Cell {
        unit: Arc::clone(id),
        id: name_part(id).to_owned(),
        file,
        members: Table::default(),
        statuses: Table::default(),
        roles: Table::default(),
        people: People::default(),
        names: Table::default(),
        texts: texts(files).collect(),
        // A record is large, and to make room for one more moves all of them.
        meetings: Vec::with_capacity(files.iter().filter(|(file, _)| matches!(file.claim, Claim::Meeting(_))).count()),
        unread_meetings: Vec::new(),
        years: closed.iter().map(|year| (*year, CellYearBook::closed())).collect(),
        closed_years: closed.to_vec(),
    };
    for (file, text) in files {
        cell_file(file, text, &mut cell, report);
    }
    cell.people = People::of(&cell.members, &cell.statuses, &cell.roles);
    // The lines of every roll find their members while they are at hand.
    for attendance in cell.meetings.iter().filter_map(|meeting| meeting.attendance.get()) {
        attendance.seat(&cell.people);
    }
    look_through(&cell.texts, &cell.unit, report);
    Some(cell)
}

/// What is looked for in every text is looked for while it is at hand.
fn look_through(texts: &[&Source], unit: &Arc<str>, report: &mut Report<'_>) {
    for text in texts {
        personal_number::look(text, unit, report);
        secrecy_mark::look(text, unit, report);
    }
}

/// What is kept in git, as text.
fn texts<'a>(files: &'a [(&'a RecordFile, Lookup<Source<'a>>)]) -> impl Iterator<Item = &'a Source<'a>> {
    files.iter().filter(|(file, _)| file.claim != Claim::Names).filter_map(|(_, text)| text.get())
}

fn read_for_findings(unit: &Arc<str>, files: &[(&RecordFile, Lookup<Source<'_>>)], report: &mut Report<'_>) {
    for (file, text) in files {
        match file.claim {
            Claim::Members => drop(read_table::<crate::records::member::MemberRow<'_>>((file, text), unit, report)),
            Claim::Statuses => drop(read_table::<crate::records::status::StatusRow<'_>>((file, text), unit, report)),
            Claim::Roles => drop(read_table::<crate::records::role::RoleRow<'_>>((file, text), unit, report)),
            Claim::Names => drop(read_table::<NameRow<'_>>((file, text), unit, report)),
            Claim::Explanations => explanations(file, text, unit, report),
            Claim::CellYear(_) => drop(read_toml::<CellYear<'_>>(text, unit, report)),
            Claim::Assessments(_) => {
                drop(read_table::<crate::records::assessment::AssessmentRow<'_>>((file, text), unit, report));
            }
            Claim::Briefings(_) => {
                drop(read_table::<crate::records::briefing::BriefingRow<'_>>((file, text), unit, report))
            }
            Claim::Meeting(_) => drop(read_toml::<crate::records::meeting::Meeting<'_>>(text, unit, report)),
            _ => {}
        }
    }
}

fn cell_file<'a>(file: &'a RecordFile, text: &'a Lookup<Source<'a>>, cell: &mut Cell<'a>, report: &mut Report<'_>) {
    let unit = Arc::clone(&cell.unit);
    match file.claim {
        Claim::Members => cell.members = read_table((file, text), &unit, report),
        Claim::Statuses => cell.statuses = read_table((file, text), &unit, report),
        Claim::Roles => cell.roles = read_table((file, text), &unit, report),
        Claim::CellYear(year) => cell.years.entry(year).or_default().file = read_toml(text, &unit, report),
        Claim::Assessments(year) => {
            cell.years.entry(year).or_default().assessments = read_table((file, text), &unit, report)
        }
        Claim::Briefings(year) => {
            cell.years.entry(year).or_default().briefings = read_table((file, text), &unit, report)
        }
        Claim::Meeting(_) => match read_toml(text, &unit, report) {
            Lookup::Found(meeting) => cell.meetings.push(meeting),
            Lookup::Missing => {}
            Lookup::Unread => {
                let name = file.path.rsplit('/').next().unwrap_or_default();
                let unread = meeting_date(name).map(|date| UnreadMeeting { path: file.path.clone(), date });
                cell.unread_meetings.extend(unread);
            }
        },
        Claim::Explanations => explanations(file, text, &unit, report),
        Claim::Names => cell.names = read_table((file, text), &unit, report),
        _ => {}
    }
}

/// The accepted explanations of a unit.
pub(crate) fn explanations(file: &RecordFile, text: &Lookup<Source<'_>>, unit: &Arc<str>, report: &mut Report<'_>) {
    let table: Table<'_, ExplanationRow<'_>> = read_table((file, text), unit, report);
    unknown_rule::in_explanations(&table.rows, unit, report);
    report.explanations.extend(table.rows.iter().map(|row| Explanation::of(row, unit)));
}

pub(super) fn read_toml<'a, T: crate::parse::Recorded<'a>>(
    text: &'a Lookup<Source<'a>>,
    unit: &Arc<str>,
    report: &mut Report<'_>,
) -> Lookup<Record<'a, T>> {
    match text {
        Lookup::Found(source) => toml(source, unit, report),
        Lookup::Unread => Lookup::Unread,
        Lookup::Missing => Lookup::Missing,
    }
}

fn read_table<'a, T: crate::parse::Recorded<'a> + super::read::Dated>(
    (file, text): (&'a RecordFile, &'a Lookup<Source<'a>>),
    unit: &Arc<str>,
    report: &mut Report<'_>,
) -> Table<'a, T> {
    match text {
        Lookup::Found(source) => table(source, unit, report),
        Lookup::Unread => Table::without_text(&file.path),
        Lookup::Missing => Table::default(),
    }
}
