//! Which record: the one that is named, or one that waits for its marks.

use std::sync::Arc;

use crate::{
    command::{
        Failure, Workplace,
        ask::{Answer, Asker},
    },
    date::{self, Date},
    finding::Report,
    io::Io,
    judge::commune_of,
    lang::say,
    parse::Vocabulary,
    records::meeting::{Mark, Meeting},
    register::{
        Cell, Record, build,
        claim::Claim,
        discover::{RecordFile, UnitDir, list},
        load::load,
        open::scope,
        roll::Expected,
    },
    render::Paths,
    unit::{UnitLevel, within},
};

/// A meeting's file and its cell.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) file: RecordFile,
    pub(super) unit: UnitDir,
}

/// So many records are offered, the latest first.
const MOST: usize = 50;

pub(super) fn find(
    place: &Workplace,
    named: Option<&str>,
    today: Date,
    asker: Option<&Asker>,
    io: &Io<'_>,
) -> Result<Answer<Found>, Failure> {
    let (ctx, lang) = (&place.ctx, place.ctx.lang);
    if let Some(named) = named.filter(|named| named.ends_with(".toml")) {
        return by_path(place, named, io).map(Answer::Said);
    }
    let names: Vec<String> = named.map(str::to_owned).into_iter().collect();
    let unit = scope(ctx, &place.here, &names)?.remove(0);
    let mut waiting = waiting(place, &unit, today);
    waiting.sort_by(|a, b| (b.day, &a.found.file.path).cmp(&(a.day, &b.found.file.path)));
    let paths = Paths::new(&ctx.root, &io.working_dir);
    match (waiting.len(), asker) {
        (0, _) => Err(Failure::Usage(say!(
            lang,
            "không có bản ghi nào chờ điểm danh; ghi cuộc họp mới bằng chibo new-meeting",
            "no record waits for its marks; chibo new-meeting begins one"
        ))),
        (1, _) => Ok(Answer::Said(waiting.remove(0).found)),
        (_, Some(asker)) => {
            let labels: Vec<String> = waiting.iter().take(MOST).map(|waiting| waiting.label.clone()).collect();
            let message = say!(lang, "Điểm danh cuộc họp nào?", "Whose roll?");
            Ok(asker.choose(&message, &labels, 0)?.map(|chosen| waiting.remove(chosen).found))
        }
        (_, None) => {
            let list: Vec<String> =
                waiting.iter().take(MOST).map(|waiting| paths.show(&waiting.found.file.path)).collect();
            let list = list.join("\n  ");
            Err(Failure::Usage(say!(
                lang,
                "chưa rõ bản ghi nào; chọn một trong:\n  {list}",
                "which record is not clear; choose one of:\n  {list}"
            )))
        }
    }
}

/// The path as it was typed: from the working directory, from where the command stands, or from the root.
fn by_path(place: &Workplace, named: &str, io: &Io<'_>) -> Result<Found, Failure> {
    let (ctx, lang) = (&place.ctx, place.ctx.lang);
    let starts = [&*io.working_dir, &*place.here, &*ctx.root];
    let inside = starts.iter().filter_map(|start| {
        let path = start.join(named).canonicalize().ok()?;
        let path = path.strip_prefix(&ctx.root).ok()?.components();
        Some(path.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/"))
    });
    let mut not_a_meeting = None;
    for path in inside {
        let unit = path.rsplitn(3, '/').nth(2).unwrap_or_default();
        let names: Vec<String> = Some(unit).filter(|unit| !unit.is_empty()).map(str::to_owned).into_iter().collect();
        let cell = scope(ctx, &ctx.root, &names).ok().and_then(|mut units| units.pop());
        if let Some(unit) = cell.filter(|unit| unit.level == UnitLevel::Cell) {
            let files = list(ctx, &unit, UnitLevel::Cell, &mut Report::new(ctx)).files;
            let file = files.into_iter().find(|file| file.path == path && matches!(file.claim, Claim::Meeting(_)));
            if let Some(file) = file {
                return Ok(Found { file, unit });
            }
        }
        not_a_meeting = Some(path);
    }
    Err(Failure::Usage(match not_a_meeting {
        Some(_) => say!(lang, "{named} không phải bản ghi một cuộc họp", "{named} is no record of a meeting"),
        None => say!(
            lang,
            "không có {named} trong sổ; tạo bản ghi bằng chibo new-meeting",
            "there is no {named} in the register; chibo new-meeting makes a record"
        ),
    }))
}

/// A record that waits for its marks.
struct Waiting {
    found: Found,
    day: Date,
    label: String,
}

fn waiting(place: &Workplace, unit: &UnitDir, today: Date) -> Vec<Waiting> {
    let ctx = &place.ctx;
    let mut unheard = Report::new(ctx);
    let tops: Vec<UnitDir> = match unit.level {
        UnitLevel::Province | UnitLevel::District => {
            let units = list(ctx, unit, UnitLevel::Commune, &mut unheard).units;
            units.into_iter().filter(|unit| unit.level == UnitLevel::Commune).collect()
        }
        _ => vec![commune_of(ctx, unit)],
    };
    let scope = unit.id.split('#').next().unwrap_or_default();
    let mut waiting = Vec::new();
    for top in tops {
        let listing = list(ctx, &top, UnitLevel::Cell, &mut unheard);
        let loaded = load(&listing, &mut unheard);
        let commune = build::commune(&top, &listing, &loaded, &mut unheard);
        for cell in commune.cells.iter().filter(|cell| within(&cell.unit, scope)) {
            for meeting in &cell.meetings {
                let Some(blank) = blank(cell, meeting, today) else { continue };
                let file = listing.files.iter().find(|file| file.path == meeting.source.path);
                let Some(file) = file.cloned() else { continue };
                let unit = UnitDir { id: Arc::clone(&cell.unit), level: UnitLevel::Cell };
                let (kind, day) = (meeting.kind.label().of(ctx.lang), meeting.day());
                let (name, shown) = (cell.file.name.trim(), date::show(day, ctx.lang));
                let label = say!(
                    ctx.lang,
                    "{shown}, họp {kind}, {name}: {blank} người chưa có dấu",
                    "{shown}, {kind} meeting, {name}: {blank} without a mark"
                );
                waiting.push(Waiting { found: Found { file, unit }, day, label });
            }
        }
    }
    waiting
}

/// How many of those expected have no mark; nothing where the record waits for none.
fn blank(cell: &Cell<'_>, meeting: &Record<'_, Meeting<'_>>, today: Date) -> Option<usize> {
    if meeting.day() > today || meeting.held.copied() == Some(false) || meeting.has_totals() {
        return None;
    }
    let committee = *meeting.kind == crate::records::meeting::Kind::Committee;
    let mut blank = 0;
    for called in meeting.roll(cell) {
        let calls = !committee || called.person.holds(&cell.roles, meeting.day(), None);
        let marked = called.mark().get().is_some_and(|mark| *mark != Mark::Blank);
        blank += usize::from(calls && called.expected == Expected::Yes && !marked);
    }
    Some(blank).filter(|blank| *blank > 0)
}
